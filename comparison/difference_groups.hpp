// Changes as reports list them: by what they are about and by kind.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "comparison/change.hpp"

namespace samgak {

/// Calls `group` for each run of changes of one kind about one sort of thing, with the changes that
/// are shown and how many more there are.
template <typename Group>
void for_each_group(const std::vector<Change>& changes, std::size_t most, Group group) {
  for (std::size_t begin = 0; begin < changes.size();) {
    std::size_t end = begin;
    while (end < changes.size() && changes[end].what == changes[begin].what &&
           changes[end].kind == changes[begin].kind) {
      ++end;
    }
    const std::size_t shown = most == 0 ? end - begin : std::min(most, end - begin);
    group(std::span(changes).subspan(begin, shown), end - begin - shown);
    begin = end;
  }
}

}  // namespace samgak
