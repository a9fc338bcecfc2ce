"""graph_peers.py GRAPH.jsonl: NetworkX and igraph beside Samgak's exporters, on the same graph.

Speaks as samgak_bench_exporters does: a line about the graph, then for each name on standard input one line with the
processor time of one run into /dev/null.
"""
import json
import os
import sys
import time
import warnings

import igraph
import networkx


def read(path):
    """Nodes and edges with the properties of ../shared/research/performance.md, A."""
    number, nodes, edges = {}, [], []
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            p = line["properties"]
            if line["type"] == "node":
                number[line["id"]] = len(nodes)
                nodes.append({"type": line["labels"][0], "label_ko": p["name"], "label_en": p["name_en"], "qid": p["wikidata"]})
            else:
                edges.append((number[line["start"]["id"]], number[line["end"]["id"]],
                              {"relation": line["label"], "confidence": p["confidence"], "date": p["date"],
                               "evidence": p["evidence"][0]}))
    return nodes, edges


class Peers:
    def __init__(self, path):
        self.nodes, self.edges = read(path)
        self.graphs = {}

    def networkx(self):
        if "networkx" not in self.graphs:
            graph = networkx.MultiDiGraph()
            graph.add_nodes_from(enumerate(self.nodes))
            graph.add_edges_from(self.edges)
            self.graphs["networkx"] = graph
        return self.graphs["networkx"]

    def igraph(self):
        if "igraph" not in self.graphs:
            graph = igraph.Graph(n=len(self.nodes), edges=[(a, b) for a, b, _ in self.edges], directed=True)
            for key in self.nodes[0]:
                graph.vs[key] = [node[key] for node in self.nodes]
            for key in self.edges[0][2]:
                graph.es[key] = [edge[key] for _, _, edge in self.edges]
            self.graphs["igraph"] = graph
        return self.graphs["igraph"]

    def work(self, name):
        """What `name` stands for, with its graph made before the clock runs."""
        if name == "networkx/write_graphml":
            graph = self.networkx()
            return lambda: networkx.write_graphml_lxml(graph, os.devnull)
        if name == "networkx/write_gexf":
            graph = self.networkx()
            return lambda: networkx.write_gexf(graph, os.devnull)
        graph = self.igraph()
        if name == "igraph/write_graphml":
            return lambda: graph.write_graphml(os.devnull)
        assert name == "igraph/write_dot", name
        return lambda: graph.write_dot(os.devnull)


def main():
    # Not about speed: what old writers say of Unicode and of attributes.
    warnings.simplefilter("ignore")
    peers = Peers(sys.argv[1])
    print(json.dumps({"nodes": len(peers.nodes), "edges": len(peers.edges)}), flush=True)
    for line in sys.stdin:
        work = peers.work(line.strip())
        start = time.process_time()
        work()
        print(json.dumps({"seconds": time.process_time() - start, "bytes": 0, "peak": 0}), flush=True)


if __name__ == "__main__":
    main()
