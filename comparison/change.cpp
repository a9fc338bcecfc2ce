#include "comparison/change.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace samgak {

std::string_view to_string(ChangeKind kind) {
  constexpr std::array<std::string_view, 3> kNames{"added", "removed", "changed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ChangeOf what) {
  constexpr std::array<std::string_view, 10> kNames{"header", "class",    "relation", "property",
                                                    "shape",  "term",     "axiom",    "entry",
                                                    "node",   "statement"};
  return kNames[static_cast<std::size_t>(what)];
}

std::string_view to_string(VersionStep step) {
  constexpr std::array<std::string_view, 4> kNames{"none", "patch", "minor", "major"};
  return kNames[static_cast<std::size_t>(step)];
}

void sort_changes(std::vector<Change>& changes) {
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return std::tie(a.what, a.kind, a.id, a.field, a.before, a.after) <
           std::tie(b.what, b.kind, b.id, b.field, b.before, b.after);
  });
}

VersionStep version_step(const std::vector<Change>& changes) {
  VersionStep step = VersionStep::none;
  for (const Change& change : changes) step = std::max(step, change.step);
  return step;
}

}  // namespace samgak
