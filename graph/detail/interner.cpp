#include "graph/detail/interner.hpp"

#include <algorithm>
#include <numeric>

namespace samgak::detail {

std::vector<std::uint32_t> Interner::order() const {
  std::vector<std::uint32_t> order(texts_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [this](std::uint32_t a, std::uint32_t b) { return texts_[a] < texts_[b]; });
  return order;
}

std::vector<std::uint32_t> ranks(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

}  // namespace samgak::detail
