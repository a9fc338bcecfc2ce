#include "exporters/detail/names.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace samgak::detail {

namespace {

/// In lower case: some clients take keys that differ only in case for one. The last row are Gephi's
/// own.
constexpr std::array<std::string_view, 44> kReserved = {"aliases",
                                                        "betweenness",
                                                        "claimbegin",
                                                        "claimdoc",
                                                        "claimend",
                                                        "claimkey",
                                                        "claimvalue",
                                                        "community",
                                                        "component",
                                                        "confidence",
                                                        "docs",
                                                        "end",
                                                        "id",
                                                        "in_degree",
                                                        "iri",
                                                        "key",
                                                        "label",
                                                        "labels",
                                                        "mention",
                                                        "mentionbegin",
                                                        "mentiondoc",
                                                        "mentionend",
                                                        "mentionreason",
                                                        "mentions",
                                                        "name",
                                                        "name_en",
                                                        "name_ja",
                                                        "out_degree",
                                                        "pagerank",
                                                        "start",
                                                        "type",
                                                        "uid",
                                                        "wikidata",
                                                        "altlabel",
                                                        "datefrom",
                                                        "dateto",
                                                        "x",
                                                        "y",
                                                        "z",
                                                        "size",
                                                        "r",
                                                        "g",
                                                        "b",
                                                        "weight"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && is_letter(name[0]) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

bool is_property_key(std::string_view key) {
  return is_plain_name(key) && !key.ends_with("_conflicts") && !key.starts_with("label_") &&
         std::find(kReserved.begin(), kReserved.end(), lower(key)) == kReserved.end();
}

std::vector<std::string_view> plain_keys(const KnowledgeGraph& graph) {
  std::vector<std::string_view> keys;
  for (const std::string& key : graph.attribute_keys()) {
    if (is_property_key(key)) keys.push_back(key);
  }
  return keys;
}

std::vector<std::string_view> property_keys(const KnowledgeGraph& graph) {
  std::vector<std::string_view> keys;
  std::set<std::string> taken;
  for (const std::string_view key : plain_keys(graph)) {
    if (taken.insert(lower(key)).second) keys.push_back(key);
  }
  return keys;
}

std::string_view display_name(const EntityView& entity) {
  for (const std::string_view name : {entity.name, entity.name_en, entity.name_ja}) {
    if (!name.empty()) return name;
  }
  for (const std::string_view alias : entity.aliases) return alias;
  return entity.id;
}

std::string_view display_name(const EntityView& entity, std::string_view language) {
  if (language == "en" && !entity.name_en.empty()) return entity.name_en;
  if (language == "ja" && !entity.name_ja.empty()) return entity.name_ja;
  return display_name(entity);
}

}  // namespace samgak::detail
