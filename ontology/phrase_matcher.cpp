#include "ontology/phrase_matcher.hpp"

#include <algorithm>
#include <bit>

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
  settle_starts();
  phrases_ = {};
  waiting_ = {};
}

// Sorted phrases that begin with one code point come in a row.
void PhraseMatcher::settle_starts() {
  const auto head_of = [&](const Phrase& phrase) {
    return TextHead(std::string_view(waiting_).substr(phrase.begin, phrase.size));
  };
  std::size_t keys = 0;
  std::uint32_t last = 0;
  for (const Phrase& phrase : phrases_) {
    const std::uint32_t key = head_of(phrase).key();
    if (key != last) ++keys;
    last = key;
  }
  starts_.assign(std::bit_ceil(2 * keys + 2), Start());
  shift_ = 32 - static_cast<unsigned>(std::countr_zero(starts_.size()));
  beginnings_ = Beginnings(phrases_.size());
  for (const Phrase& phrase : phrases_) {
    const TextHead head = head_of(phrase);
    Start& start = starts_[slot_of(head.key())];
    if (start.key == 0) {
      start.key = head.key();
      for (std::size_t i = 0; i < head.key_size(); ++i)
        start.node = step(start.node, static_cast<unsigned char>(waiting_[phrase.begin + i]));
    }
    beginnings_.add(std::string_view(waiting_).substr(phrase.begin, phrase.size));
  }
}

std::uint32_t PhraseMatcher::step(std::uint32_t node, unsigned char byte) const {
  const Node& n = nodes_[node];
  const unsigned char* const begin = edges_.data() + n.first_edge;
  if (n.edges == 1) return *begin == byte ? n.first_edge + 1 : 0;
  const unsigned char* const end = begin + n.edges;
  const unsigned char* const it = std::lower_bound(begin, end, byte);
  return it != end && *it == byte ? static_cast<std::uint32_t>(it - edges_.data()) + 1 : 0;
}

bool PhraseMatcher::is_joint(std::string_view text, std::size_t at) {
  const CodePoint c = decode(text, at);
  return (c.value == ' ' || is_middle_dot(c.value)) &&
         is_letter_or_digit(decode(text, at + c.length).value);
}

PhraseMatcher::Match PhraseMatcher::follow(std::string_view text, std::size_t at, TextHead head,
                                           bool loose) const {
  const Start& start = starts_[slot_of(head.key())];
  if (start.node == 0) return {};
  Match best;
  std::uint32_t node = start.node;
  const auto settle = [&](std::size_t end) {
    if (nodes_[node].value != kNone)
      best = {static_cast<std::uint32_t>(end - at), nodes_[node].value};
  };
  std::size_t i = at + head.key_size();
  settle(i);
  bool skipped = false;
  while (i < text.size()) {
    if (const std::uint32_t next = step(node, static_cast<unsigned char>(text[i])); next != 0) {
      node = next;
      skipped = false;
      settle(++i);
      continue;
    }
    if (!loose || skipped || !is_joint(text, i)) break;
    i += decode(text, i).length;
    skipped = true;
  }
  return best;
}

}  // namespace samgak
