// Every frame of ontology/rules/ is held to its own examples.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "extractors/pipeline.hpp"

namespace samgak {
namespace {

Document document_of(const std::string& text) {
  OffsetMap map;
  map.add(0, 0);
  std::vector<Section> sections(1);
  sections[0].span = {0, static_cast<std::uint32_t>(text.size())};
  return Document("example", text, std::move(sections), std::move(map), {});
}

std::set<std::string> edges_of(const Pipeline& pipeline, const std::string& text,
                               const FrameRule& rule) {
  const Document document = document_of(text);
  const Extraction extraction = pipeline.run(document);
  std::map<std::string, std::string> names;
  for (const Entity& entity : extraction.entities) names[entity.id] = entity.name;
  std::set<std::string> out;
  for (const Statement& s : extraction.statements) {
    if (s.evidence.front().rule == rule.id)
      out.insert(names[s.subject] + " " + s.relation + " " + names[s.object]);
  }
  return out;
}

TEST(FrameExamples, EachFrameReadsItsOwnExamplesAndNothingElse) {
  const auto ontology = load_ontology(std::getenv("SAMGAK_DATA"));
  const Pipeline pipeline(*ontology);
  ASSERT_FALSE(ontology->rules.empty());
  for (const FrameRule& rule : ontology->rules) {
    EXPECT_GE(rule.matches.size(), 3u) << rule.source << ": " << rule.id;
    EXPECT_GE(rule.rejects.size(), 2u) << rule.source << ": " << rule.id;
    for (const FrameExample& example : rule.matches) {
      EXPECT_EQ(edges_of(pipeline, example.text, rule),
                std::set<std::string>(example.edges.begin(), example.edges.end()))
          << rule.source << ": " << example.text;
    }
    for (const std::string& text : rule.rejects) {
      EXPECT_EQ(edges_of(pipeline, text, rule), std::set<std::string>())
          << rule.source << ": " << text;
    }
  }
}

TEST(Pipeline, ABareMinistryBelongsToTheStateBeforeItOrToTheOutlet) {
  const auto ontology = load_ontology(std::getenv("SAMGAK_DATA"));
  const Pipeline pipeline(*ontology);
  const std::string text = "외교부와 관세청이 회의를 열었다.";
  std::set<std::string> parts;
  const Document document = document_of(text);
  for (const Statement& s : pipeline.run(document).statements) {
    parts.insert(s.relation + " " + s.object + " " + s.evidence.front().quote);
  }
  EXPECT_EQ(parts, (std::set<std::string>{"partOf state/KR 관세청", "partOf state/KR 외교부"}));
}

}  // namespace
}  // namespace samgak
