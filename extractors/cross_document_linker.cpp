#include "extractors/cross_document_linker.hpp"

#include <string_view>

namespace samgak {
namespace {

/// The id of the same meeting without «제1차», empty when it has no ordinal.
std::string without_ordinal(const std::string& id) {
  const std::size_t first = id.find("/제");
  const std::size_t last = id.find("차", first == std::string::npos ? 0 : first);
  if (first == std::string::npos || last == std::string::npos) return {};
  return "meeting/" + id.substr(last + std::string_view("차").size());
}

}  // namespace

// A name that a text shortens by its ordinal («제1차») is still the same event when only one dated
// or numbered event of the corpus ends with it; anything less certain stays apart.
void CrossDocumentLinker::note(const Extraction& extraction) {
  for (const Entity& entity : extraction.entities) {
    if (!entity.id.starts_with("meeting/")) continue;
    const std::string base = without_ordinal(entity.id);
    if (base.empty()) {
      plain_.insert(entity.id);
      continue;
    }
    const auto [it, fresh] = numbered_.emplace(base, entity.id);
    if (!fresh && it->second != entity.id) it->second.clear();
  }
}

void CrossDocumentLinker::link(GraphBuilder& builder) const {
  for (const std::string& id : plain_) {
    const auto it = numbered_.find(id);
    if (it != numbered_.end() && !it->second.empty())
      builder.rename(id, it->second, "; the only numbered meeting of this name");
  }
}

}  // namespace samgak
