// Entities of different documents that are one and the same.
#pragma once

#include <map>
#include <set>
#include <string>

#include "graph/graph_builder.hpp"
#include "graph/statement.hpp"

namespace samgak {

/// Joins what extractions know under different ids. Entities of the gazetteer and of equal minted
/// ids are one already. This joins a meeting without an ordinal to the one numbered meeting of its
/// name; never the first with the second. Sees the extractions one by one, in any order, and keeps
/// the ids of meetings only.
class CrossDocumentLinker {
 public:
  void note(const Extraction& extraction);
  /// To be called when all that was noted has been added to `builder`. The reason stands at each of
  /// the mentions.
  void link(GraphBuilder& builder) const;

 private:
  std::map<std::string, std::string, std::less<>> numbered_;  ///< id without its ordinal → id,
                                                              ///< empty when there are several
  std::set<std::string, std::less<>> plain_;                  ///< meetings without an ordinal
};

}  // namespace samgak
