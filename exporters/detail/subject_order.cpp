#include "exporters/detail/subject_order.hpp"

#include <cstring>

#include "exporters/detail/iri.hpp"

namespace samgak::detail {

namespace {

/// Order of `a` with `a_end` behind it and `b` with `b_end` behind it.
int compare(std::string_view a, char a_end, std::string_view b, char b_end) {
  const std::size_t common = std::min(a.size(), b.size());
  const int c = std::memcmp(a.data(), b.data(), common);
  if (c != 0) return c;
  const auto next = [common](std::string_view text, char end) {
    return static_cast<unsigned char>(text.size() > common ? text[common] : end);
  };
  return static_cast<int>(next(a, a_end)) - static_cast<int>(next(b, b_end));
}

char end_of(std::uint32_t subject) { return (subject & 1) == 0 ? '#' : '>'; }

}  // namespace

bool SubjectOrder::less(std::uint32_t a, std::uint32_t b) const {
  return compare(path(EntityIndex{a >> 1}), end_of(a), path(EntityIndex{b >> 1}), end_of(b)) < 0;
}

SubjectOrder::SubjectOrder(const KnowledgeGraph& graph) : graph_(graph) {
  const std::uint32_t count = graph.entity_count();
  bool clean = true;
  for (std::uint32_t i = 0; clean && i < count; ++i) clean = is_clean_id(graph.id(EntityIndex{i}));
  if (!clean) {
    for (std::uint32_t i = 0; i < count; ++i) paths_.push_back(entity_path(graph.id(EntityIndex{i})));
  }
  subjects_.resize(std::size_t{2} * count);
  for (std::uint32_t i = 0; i < subjects_.size(); ++i) subjects_[i] = i;
  std::sort(subjects_.begin(), subjects_.end(),
            [this](std::uint32_t a, std::uint32_t b) { return less(a, b); });
  rank_.resize(count);
  std::uint32_t next = 0;
  for (std::size_t at = 0; at < subjects_.size(); ++at) {
    const std::uint32_t subject = subjects_[at];
    if ((subject & 1) != 0) rank_[subject >> 1] = next++;
    const bool before =
        compare(path(EntityIndex{subject >> 1}), end_of(subject), kStatementPath, '\0') < 0;
    if (before) statements_at_ = at + 1;
  }
}

void order_numbers(std::uint32_t count, std::vector<std::uint32_t>& numbers) {
  numbers.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) numbers[i] = i + 1;
  if (count < 10) return;
  std::vector<std::pair<std::string, std::uint32_t>> texts;
  texts.reserve(count);
  for (const std::uint32_t n : numbers) texts.emplace_back(std::to_string(n) + ">", n);
  std::sort(texts.begin(), texts.end());
  for (std::uint32_t i = 0; i < count; ++i) numbers[i] = texts[i].second;
}

}  // namespace samgak::detail
