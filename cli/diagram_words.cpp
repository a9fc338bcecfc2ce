#include "cli/diagram_words.hpp"

#include "cli/ontology_folders.hpp"
#include "ontology/schema.hpp"

namespace samgak {

namespace {

const std::string& in_language(const Labels& labels, std::string_view language) {
  return language == "ko" ? labels.ko : language == "ja" ? labels.ja : labels.en;
}

/// Statuses are values, not terms: the ontology has no labels for them.
DiagramWords status_words(std::string_view language) {
  if (language == "ko") return {{"held", "실현"}, {"planned", "예정"}, {"proposed", "제안"}};
  if (language == "ja") return {{"held", "実施"}, {"planned", "予定"}, {"proposed", "提案"}};
  return {};
}

}  // namespace

DiagramWords diagram_words(std::string_view language) {
  DiagramWords words = status_words(language);
  const Schema schema = load_schema(ontology_folders({}).front() / "schema" / "samgak.ttl");
  const auto add = [&](const std::string& name, const Labels& labels) {
    const std::string& word = in_language(labels, language);
    if (!word.empty()) words[name] = word;
  };
  for (const ClassInfo& type : schema.classes) add(type.name, type.labels);
  for (const RelationInfo& relation : schema.relations) add(relation.name, relation.labels);
  return words;
}

}  // namespace samgak
