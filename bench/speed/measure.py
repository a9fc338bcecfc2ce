"""measure.py SAMGAK BENCH WORK [--peers PYTHON] [--rounds N] [--nodes N] [--edges M]: everything side by side.

Helper of run.sh. Runs alternate round by round, so that a slow moment of the machine falls on all of them alike.
Formatting is measured in processor time, whole programs in processor time and peak memory. Prints the page of results.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent

# Exporter, peer, what the issue asks for.
RATIOS = [("samgak/graphml", "boost/write_graphml", 15), ("samgak/graphml", "networkx/write_graphml", 100),
          ("samgak/graphml", "igraph/write_graphml", None), ("samgak/gexf", "networkx/write_gexf", None),
          ("samgak/dot-unplaced", "boost/write_graphviz_dp", 30), ("samgak/dot-unplaced", "igraph/write_dot", None),
          ("samgak/jsonld", "rapidjson/writer", 3), ("samgak/nquads", "serd/writer", 10),
          ("file/graphml", "file/fwrite", 0.4)]
# Who writes the very same bytes is compared by bytes a second, the others by edges.
SAME_BYTES = {"rapidjson/writer", "serd/writer", "file/fwrite"}
# Loses minutes on a large graph, and says nothing new there.
SLOW = {"boost/write_graphviz_dp", "networkx/write_gexf"}


class Server:
    """A program that runs what it is asked for, one line a run."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.about = self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.process.args[0]} ended with {self.process.wait()}")
        return json.loads(line)

    def run(self, name):
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        return self.answer()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def run_program(command):
    """Processor and wall seconds and peak memory (bytes) of one whole process."""
    started = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}")
    return {"seconds": usage.ru_utime + usage.ru_stime, "wall": time.perf_counter() - started, "peak": usage.ru_maxrss * 1024}


def median(runs, key="seconds"):
    return statistics.median(run[key] for run in runs)


def spread(runs):
    times = [run["seconds"] for run in runs]
    return f"{min(times) / median(runs):.2f}–{max(times) / median(runs):.2f}"


def ratio(slow, fast, weight):
    """Median over rounds of how many times as much `fast` gets done as `slow` in the same round."""
    return statistics.median(s["seconds"] / weight(s) / (f["seconds"] / weight(f)) for s, f in zip(slow, fast))


def writers(arguments, rounds):
    """Runs of every exporter and peer by name, and what the graph is."""
    ours = Server(arguments.bench, f"--nodes={arguments.nodes}", f"--edges={arguments.edges}")
    names = {f"samgak/{name}": ours for name in ours.about["formats"]}
    for name in ["samgak/dot-unplaced", "load/jsonl", "load/jsonl-and-freeze", "file/graphml", "file/fwrite",
                 "boost/write_graphml", "boost/write_graphviz_dp", "rapidjson/writer", "serd/writer"]:
        names[name] = ours
    servers = [ours]
    if arguments.peers:
        # NetworkX and igraph get a smaller graph: their edges a second hardly change with size, their memory does.
        small = pathlib.Path(arguments.work, "small.jsonl")
        python = Server(arguments.peers, str(HERE / "graph_peers.py"), str(small))
        servers.append(python)
        for name in ["networkx/write_graphml", "networkx/write_gexf", "igraph/write_graphml", "igraph/write_dot"]:
            names[name] = python
    runs = {name: [] for name in names}
    for number in range(rounds):
        for name, server in names.items():
            # Once is enough for what takes longest.
            if name in SLOW and number > 0:
                runs[name].append(runs[name][0])
                continue
            run = server.run(name)
            run["edges"] = server.about["edges"]
            runs[name].append(run)
    for server in servers:
        server.close()
    return ours.about, runs


def print_writers(about, runs):
    print(f"## Writers, into /dev/null\n\n{about['nodes']:,} nodes and {about['edges']:,} edges with names, dates and evidence: "
          f"{about['payload']} bytes of text an edge, held in {about['memory']} bytes an edge.\n")
    print("| writer | M edges/s | MB/s | peak above the graph, MB | spread |\n| --- | ---: | ---: | ---: | --- |")
    for name, measured in runs.items():
        seconds = median(measured)
        rate = f"{measured[0]['edges'] / seconds / 1e6:.3f}" if name not in SAME_BYTES else ""
        size = f"{measured[0]['bytes'] / seconds / 1e6:.0f}" if measured[0]["bytes"] else ""
        peak = f"{median(measured, 'peak') / 1e6:.1f}" if name.startswith("samgak/") else ""
        print(f"| {name} | {rate} | {size} | {peak} | {spread(measured)} |")
    print("\n| | times as fast as | median of rounds | asked for |\n| --- | --- | ---: | ---: |")
    for fast, slow, wanted in RATIOS:
        if fast in runs and slow in runs:
            weight = (lambda run: run["bytes"]) if slow in SAME_BYTES else (lambda run: run["edges"])
            print(f"| {fast} | {slow} | {ratio(runs[slow], runs[fast], weight):.2f} | {wanted or ''} |")


def size_of(work, name):
    documents, megabytes = re.match(r"(\d+) documents, ([\d.]+) MB", (work / f"{name}.size").read_text()).groups()
    return int(documents), float(megabytes)


def programs(arguments, rounds):
    """Runs of whole programs by (corpus, what runs)."""
    work, samgak = pathlib.Path(arguments.work), arguments.samgak
    build = [samgak, "build", "-o", work / "out", "-f", "jsonl", "--quiet"]
    rows = {(corpus, how): [*build, work / corpus, *options]
            for corpus in ["post", "page", "scraped", "release", "lines"]
            for how, options in [("no tagger", ["-j", "1", "--no-model"]), ("tagger", ["-j", "1"])]}
    rows["scraped", "no tagger, 10 times the frames"] = [*rows["scraped", "no tagger"], "--ontology", work / "rules"]
    rows["half", "tagger"] = [*build, work / "half", "-j", "1"]
    rows["all", "tagger"] = [*build, work / "all", "-j", "1"]
    rows["all", "tagger, 2 threads"] = [*build, work / "all", "-j", "2"]
    if arguments.peers:
        small = work / "small" / "articles.jsonl"
        ontology = HERE.parent.parent / "ontology"
        rows["small", "samgak, no tagger, GraphML"] = [samgak, "build", "-o", work / "out", "-f", "graphml", "--quiet", small,
                                                       "-j", "1", "--no-model"]
        rows["small", "spaCy and NetworkX"] = [arguments.peers, HERE / "analyst_pipeline.py", small, work / "peer.graphml", ontology]
        rows["small", "kiwipiepy alone"] = [arguments.peers, HERE / "kiwi_analysis.py", small]
    runs = {key: [] for key in rows}
    for _ in range(rounds):
        for key, command in rows.items():
            runs[key].append(run_program(command))
    return runs


def known(arguments):
    """What of the known graph of the mixed corpus a build finds."""
    work = pathlib.Path(arguments.work)
    subprocess.run([arguments.samgak, "build", work / "all", "-o", work / "out", "-f", "jsonl", "--quiet"], check=True)
    return subprocess.check_output([sys.executable, HERE / "known_graph.py", work / "out" / "graph.jsonl",
                                    work / "all.known.jsonl"], text=True).strip()


def print_programs(work, runs):
    print("\n## Whole programs, start to end\n")
    print("| input | what | documents/s | MB/s | processor seconds | peak, MB | spread |\n| --- | --- | ---: | ---: | ---: | ---: | --- |")
    for (corpus, how), measured in runs.items():
        documents, megabytes = size_of(work, corpus)
        seconds = median(measured)
        print(f"| {corpus}, {megabytes:.1f} MB | {how} | {documents / seconds:.0f} | {megabytes / seconds:.2f} | {seconds:.2f} | "
              f"{median(measured, 'peak') / 1e6:.0f} | {spread(measured)} |")
    half, whole = median(runs["half", "tagger"]), median(runs["all", "tagger"])
    walls = [one["wall"] / two["wall"] for one, two in zip(runs["all", "tagger"], runs["all", "tagger, 2 threads"])]
    print(f"\nTwice the input takes {whole / half:.2f} times the time. "
          f"By the clock on the wall 2 threads are {statistics.median(walls):.2f} times as fast as 1.")
    frames = ratio(runs["scraped", "no tagger, 10 times the frames"], runs["scraped", "no tagger"], lambda run: 1)
    print(f"Ten times the frames take {frames:.2f} times the time; asked for: 1.5.")
    key = ("small", "samgak, no tagger, GraphML")
    for peer in ["spaCy and NetworkX", "kiwipiepy alone"]:
        if key in runs:
            print(f"Samgak without the tagger is {ratio(runs['small', peer], runs[key], lambda run: 1):.1f} times as fast as {peer}.")


def versions(arguments):
    out = [subprocess.check_output([arguments.samgak, "--version"], text=True).strip()]
    for package in ["libboost-graph-dev", "rapidjson-dev", "libserd-dev"]:
        version = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True).stdout
        out.append(f"{package} {version}")
    if arguments.peers:
        listed = subprocess.check_output([arguments.peers, "-m", "pip", "list", "--format=freeze"], text=True)
        out += re.findall(r"(?m)^(?:networkx|igraph|lxml|spacy|kiwipiepy)==\S+", listed)
    return ", ".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("samgak")
    parser.add_argument("bench")
    parser.add_argument("work")
    parser.add_argument("--peers", help="Python with NetworkX, igraph, spaCy and kiwipiepy")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--nodes", type=int, default=20000)
    parser.add_argument("--edges", type=int, default=100000)
    arguments = parser.parse_args()
    cpu = re.search(r"(?m)^model name\s*: (.+)$", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"# Speed\n\n`{' '.join(sys.argv[4:]) or 'measure.py'}`, medians of {arguments.rounds} alternating rounds, spread from least to most.\n"
          f"{cpu.group(1) if cpu else platform.machine()}, {os.cpu_count()} processors, {platform.system()} {platform.release()}, "
          f"load {os.getloadavg()[0]:.1f} at the start. {versions(arguments)}.\n")
    print_writers(*writers(arguments, arguments.rounds))
    sys.stdout.flush()
    print_programs(pathlib.Path(arguments.work), programs(arguments, arguments.rounds))
    print(f"\nOf the corpus «all»: {known(arguments)}.")


if __name__ == "__main__":
    main()
