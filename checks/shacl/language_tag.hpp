// Language ranges of RFC 4647.
#pragma once

#include <algorithm>
#include <string_view>

namespace samgak::shacl {

/// Does `tag` (lower case, or empty) lie in the basic range `range`? `ko-kr` lies in `ko`.
[[nodiscard]] inline bool language_matches(std::string_view tag, std::string_view range) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return !tag.empty() && tag.size() >= range.size() &&
         std::equal(range.begin(), range.end(), tag.begin(),
                    [&](char r, char t) { return lower(r) == t; }) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

}  // namespace samgak::shacl
