#include "extractors/cross_document_linker.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace samgak {

// A name that a text shortens by its ordinal («제1차») is still the same event when only one dated
// or numbered event of the corpus ends with it; anything less certain stays apart.
void link_across_documents(std::vector<Extraction>& extractions) {
  std::map<std::string, std::string> numbered;  // name without ordinal → id, empty when several
  const auto without_ordinal = [](const std::string& id) {
    const std::size_t first = id.find("/제");
    const std::size_t last = id.find("차", first == std::string::npos ? 0 : first);
    if (!id.starts_with("meeting/") || first == std::string::npos || last == std::string::npos)
      return std::string();
    return "meeting/" + id.substr(last + std::string_view("차").size());
  };
  for (const Extraction& extraction : extractions) {
    for (const Entity& entity : extraction.entities) {
      const std::string base = without_ordinal(entity.id);
      if (base.empty()) continue;
      const auto [it, fresh] = numbered.emplace(base, entity.id);
      if (!fresh && it->second != entity.id) it->second.clear();
    }
  }
  for (Extraction& extraction : extractions) {
    const auto renamed = [&](std::string& id) {
      const auto it = numbered.find(id);
      if (it == numbered.end() || it->second.empty()) return false;
      id = it->second;
      return true;
    };
    for (Entity& entity : extraction.entities) {
      if (!renamed(entity.id)) continue;
      for (EntityMention& mention : entity.mentions)
        mention.reason += "; the only numbered meeting of this name";
    }
    for (Statement& statement : extraction.statements) {
      renamed(statement.subject);
      renamed(statement.object);
    }
  }
}

}  // namespace samgak
