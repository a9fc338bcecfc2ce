#include "ontology/phrase_matcher.hpp"

#include <algorithm>
#include <deque>

#include "text/utf8.hpp"

namespace samgak {

void PhraseMatcher::add(std::string_view phrase, std::uint32_t value) {
  if (!phrase.empty()) phrases_.emplace_back(phrase, value);
}

// Breadth first over the sorted phrases: a node is a range of phrases that share their first
// `depth` bytes, and its edges lie side by side.
void PhraseMatcher::freeze() {
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  struct Range {
    std::size_t begin, end, depth;
  };
  nodes_.assign(1, {});
  edges_.clear();
  std::deque<Range> queue{{0, phrases_.size(), 0}};
  for (std::size_t node = 0; !queue.empty(); ++node) {
    Range range = queue.front();
    queue.pop_front();
    if (range.begin < range.end && phrases_[range.begin].first.size() == range.depth) {
      nodes_[node].terminal = true;
      nodes_[node].value = phrases_[range.begin].second;
      while (range.begin < range.end && phrases_[range.begin].first.size() == range.depth)
        ++range.begin;
    }
    nodes_[node].first_edge = static_cast<std::uint32_t>(edges_.size());
    for (std::size_t i = range.begin; i < range.end;) {
      const char byte = phrases_[i].first[range.depth];
      std::size_t j = i;
      while (j < range.end && phrases_[j].first[range.depth] == byte) ++j;
      edges_.emplace_back(static_cast<unsigned char>(byte),
                          static_cast<std::uint32_t>(nodes_.size()));
      ++nodes_[node].edges;
      nodes_.emplace_back();
      queue.push_back({i, j, range.depth + 1});
      i = j;
    }
  }
  root_.fill(0);
  for (std::uint16_t i = 0; i < nodes_[0].edges; ++i) root_[edges_[i].first] = edges_[i].second;
  phrases_.clear();
  phrases_.shrink_to_fit();
}

std::uint32_t PhraseMatcher::step(std::uint32_t node, unsigned char byte) const {
  if (node == 0) return root_[byte];
  const Node& n = nodes_[node];
  const auto* const begin = edges_.data() + n.first_edge;
  const auto* const end = begin + n.edges;
  const auto* const it = std::lower_bound(
      begin, end, byte, [](const auto& edge, unsigned char b) { return edge.first < b; });
  return it != end && it->first == byte ? it->second : 0;
}

PhraseMatcher::Match PhraseMatcher::longest(std::string_view text, std::size_t at,
                                            bool loose) const {
  Match best;
  if (nodes_.empty()) return best;
  std::uint32_t node = 0;
  bool skipped = false;
  for (std::size_t i = at; i < text.size();) {
    const std::uint32_t next = step(node, static_cast<unsigned char>(text[i]));
    if (next != 0) {
      node = next;
      ++i;
      skipped = false;
      if (nodes_[node].terminal) best = {static_cast<std::uint32_t>(i - at), nodes_[node].value};
      continue;
    }
    if (!loose || node == 0 || skipped) break;
    const CodePoint c = decode(text, i);
    if (c.value != ' ' && !is_middle_dot(c.value)) break;
    if (!is_letter_or_digit(decode(text, i + c.length).value)) break;
    i += c.length;
    skipped = true;
  }
  return best;
}

}  // namespace samgak
