// The number that the id of an edge shows.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/detail/graph_columns.hpp"

namespace samgak::detail {

/// FNV-1a over `subject|relation|object` with a last stir, so that ids of like statements share no
/// digits. Edges of one subject and relation come after each other and share the beginning.
class EdgeHasher {
 public:
  void begin(std::string_view subject, std::string_view relation) {
    begun_ = 0xcbf29ce484222325u;
    for (const std::string_view part :
         {subject, std::string_view("|"), relation, std::string_view("|")}) {
      begun_ = read(begun_, part);
    }
  }
  [[nodiscard]] std::uint64_t finish(std::string_view object) const {
    std::uint64_t hash = read(begun_, object);
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdu;
    return hash ^ (hash >> 29);
  }

 private:
  static std::uint64_t read(std::uint64_t hash, std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3u;
    return hash;
  }
  std::uint64_t begun_ = 0;
};

/// Two statements of one hash would share an id: the later edge moves on until it has one of its
/// own.
inline void make_unique_hashes(std::vector<EdgeRow>& rows) {
  std::vector<std::uint64_t> sorted;
  sorted.reserve(rows.size());
  for (const EdgeRow& row : rows) sorted.push_back(row.hash);
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) return;
  std::unordered_set<std::uint64_t> taken;
  for (EdgeRow& row : rows) {
    std::uint64_t hash = row.hash;
    while (!taken.insert(hash).second) ++hash;
    row.hash = hash;
  }
}

}  // namespace samgak::detail
