// Reads a sentence and writes its graph, with nothing but the installed headers and libraries.
#include <cstdio>
#include <string>
#include <utility>

#include "exporters/registry.hpp"
#include "extractors/pipeline.hpp"
#include "graph/graph_builder.hpp"
#include "ontology/ontology.hpp"
#include "readers/registry.hpp"

int main() {
  const std::string text =
      "한국과 미국은 2024년 6월 26일 서울에서 제1차 한미 반도체 대화를 개최했다.\n";
  const auto ontology = samgak::load_ontology(ONTOLOGY);
  const samgak::Pipeline pipeline(*ontology);
  const samgak::ReadResult read = samgak::find_reader("a.txt", text).read(text, "a.txt");

  samgak::GraphBuilder builder;
  for (const samgak::Document& document : read.documents) builder.add(pipeline.run(document));
  const samgak::KnowledgeGraph graph = std::move(builder).build();

  std::string out;
  samgak::StringSink sink(out);
  samgak::find_exporter("jsonl")->write(graph, {}, sink);
  std::fputs(out.c_str(), stdout);
  return graph.entity_count() > 1 ? 0 : 1;
}
