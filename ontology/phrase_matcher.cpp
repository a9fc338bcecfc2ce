#include "ontology/phrase_matcher.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace samgak {

void PhraseMatcher::add(std::string_view phrase, std::uint32_t value) {
  if (phrase.empty()) return;
  phrases_.push_back({static_cast<std::uint32_t>(waiting_.size()),
                      static_cast<std::uint32_t>(phrase.size()), value});
  waiting_ += phrase;
}

// Breadth first over the sorted phrases: a node is a range of phrases that share their first
// `depth` bytes, and its edges lie side by side.
void PhraseMatcher::freeze() {
  const auto text_of = [&](const Phrase& phrase) {
    return std::string_view(waiting_).substr(phrase.begin, phrase.size);
  };
  const auto less = [&](const Phrase& a, const Phrase& b) { return text_of(a) < text_of(b); };
  if (!std::is_sorted(phrases_.begin(), phrases_.end(), less))
    std::stable_sort(phrases_.begin(), phrases_.end(), less);
  struct Range {
    std::uint32_t begin, end;
  };
  nodes_.assign(1, {});
  edges_.clear();
  std::vector<Range> level{{0, static_cast<std::uint32_t>(phrases_.size())}};
  std::vector<Range> next_level;
  std::size_t node = 0;
  for (std::uint32_t depth = 0; !level.empty(); ++depth) {
    next_level.clear();
    for (Range range : level) {
      Node& here = nodes_[node++];
      const auto ends_here = [&](std::uint32_t i) { return phrases_[i].size == depth; };
      if (range.begin < range.end && ends_here(range.begin))
        here.value = phrases_[range.begin].value;
      while (range.begin < range.end && ends_here(range.begin)) ++range.begin;
      here.first_edge = static_cast<std::uint32_t>(edges_.size());
      for (std::uint32_t i = range.begin; i < range.end;) {
        const char byte = waiting_[phrases_[i].begin + depth];
        std::uint32_t j = i + 1;
        while (j < range.end && waiting_[phrases_[j].begin + depth] == byte) ++j;
        edges_.push_back(static_cast<unsigned char>(byte));
        next_level.push_back({i, j});
        i = j;
      }
      here.edges = static_cast<std::uint16_t>(edges_.size() - here.first_edge);
    }
    nodes_.resize(edges_.size() + 1);
    std::swap(level, next_level);
  }
  root_.fill(0);
  for (std::uint32_t i = 0; i < nodes_[0].edges; ++i) root_[edges_[i]] = i + 1;
  phrases_ = {};
  waiting_ = {};
}

std::uint32_t PhraseMatcher::step(std::uint32_t node, unsigned char byte) const {
  if (node == 0) return root_[byte];
  const Node& n = nodes_[node];
  const unsigned char* const begin = edges_.data() + n.first_edge;
  if (n.edges == 1) return *begin == byte ? n.first_edge + 1 : 0;
  const unsigned char* const end = begin + n.edges;
  const unsigned char* const it = std::lower_bound(begin, end, byte);
  return it != end && *it == byte ? static_cast<std::uint32_t>(it - edges_.data()) + 1 : 0;
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
      if (nodes_[node].value != kNone)
        best = {static_cast<std::uint32_t>(i - at), nodes_[node].value};
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
