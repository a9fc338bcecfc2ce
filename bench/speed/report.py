"""report.py SAMGAK WORK: times whole runs of `samgak build` over the corpora in WORK and prints the page of results.

Helper of run.sh. Runs alternate round by round, so that a slow moment of the machine falls on all of them alike.
"""
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import time

ROUNDS = 3


def read_size(work, name):
    documents, megabytes = re.match(r"(\d+) documents, ([\d.]+) MB", (work / f"{name}.size").read_text()).groups()
    return int(documents), float(megabytes)


def run_once(command):
    """Seconds and peak memory (MB) of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = status
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with {status}")
    return seconds, usage.ru_maxrss / 1024


def cpu_name():
    match = re.search(r"^model name\s*: (.+)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return match.group(1) if match else platform.machine()


def exporter_rows(work):
    data = json.loads((work / "exporters.json").read_text())
    medians = {b["run_name"]: b for b in data["benchmarks"] if b.get("aggregate_name") == "median"}
    peers = {"graphml": "boost/write_graphml", "dot": "boost/write_graphviz_dp", "jsonld": "rapidjson/Writer_of_our_jsonld",
             "nquads": "serd/writer_of_our_nquads"}
    rows = []
    for name, bench in sorted(medians.items()):
        peer = medians.get(peers.get(name.removeprefix("samgak/"), ""))
        ratio = f"{peer['real_time'] / bench['real_time']:.1f} × {peers[name.removeprefix('samgak/')]}" if peer else ""
        mb = f"{bench['bytes/s'] / 1e6:.0f}" if "bytes/s" in bench else ""
        peak = f"{bench['peak'] / 1e6:.1f}" if "peak" in bench else ""
        rows.append(f"| {name} | {bench['edges/s'] / 1e6:.3f} | {mb} | {peak} | {ratio} |")
    return data["context"], rows


def main():
    samgak, work = sys.argv[1], pathlib.Path(sys.argv[2])
    context, rows = exporter_rows(work)
    print(f"# Speed\n\n{cpu_name()}, {context['num_cpus']} processors, {platform.system()} {platform.release()}. "
          f"`{subprocess.check_output([samgak, '--version'], text=True).strip()}`\n")
    print(f"## Exporters\n\n{context['graph']}; {context['payload_bytes_an_edge']} bytes of text and "
          f"{context['memory_bytes_an_edge']} bytes of memory an edge; N-Quads equal to serd's byte for byte: "
          f"{context['nquads_equal_serd']}.\n")
    print("| writer | M edges/s | MB/s | peak MB above the graph | faster than |\n| --- | ---: | ---: | ---: | --- |")
    print("\n".join(rows))

    corpora = ["post", "page", "scraped", "release", "lines", "all"]
    runs = {(name, "1 thread"): (name, ["-j", "1"]) for name in corpora}
    runs |= {(name, "1 thread, no tagger"): (name, ["-j", "1", "--no-model"]) for name in corpora}
    runs["half", "1 thread"] = ("half", ["-j", "1"])
    runs["all", "2 threads"] = ("all", ["-j", "2"])
    times = {key: [] for key in runs}
    for _ in range(ROUNDS):
        for key, (name, options) in runs.items():
            times[key].append(run_once([samgak, "build", str(work / name), "-o", str(work / "out"), "-f", "jsonl", "--quiet",
                                        *options]))
    print(f"\n## `samgak build`, whole process, JSON Lines out, median of {ROUNDS} alternating rounds\n")
    print("| input | how | documents/s | MB/s | seconds | peak MB |\n| --- | --- | ---: | ---: | ---: | ---: |")
    median = {}
    for key, measured in times.items():
        documents, megabytes = read_size(work, key[0])
        seconds = median[key] = statistics.median(s for s, _ in measured)
        print(f"| {key[0]}, {megabytes:.1f} MB | {key[1]} | {documents / seconds:.0f} | {megabytes / seconds:.1f} | "
              f"{seconds:.2f} | {statistics.median(m for _, m in measured):.0f} |")
    print(f"\nTwo threads over one: {median['all', '1 thread'] / median['all', '2 threads']:.2f} times. "
          f"Twice the input: {median['all', '1 thread'] / median['half', '1 thread']:.2f} times the time.")


if __name__ == "__main__":
    main()
