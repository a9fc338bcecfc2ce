#include "exporters/detail/subject_order.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

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

char end_of(std::uint32_t subject) {
  return (subject & 1) == 0 ? '#' : '>';
}

}  // namespace

SubjectOrder::SubjectOrder(const KnowledgeGraph& graph) : graph_(graph) {
  const std::uint32_t count = graph.entity_count();
  // Empty where paths sort as ids do.
  std::vector<std::uint32_t> by_path;
  bool clean = true;
  for (std::uint32_t i = 0; clean && i < count; ++i) clean = is_clean_id(graph.id(EntityIndex{i}));
  if (!clean) {
    by_path.resize(count);
    std::iota(by_path.begin(), by_path.end(), 0u);
    for (std::uint32_t i = 0; i < count; ++i)
      paths_.push_back(entity_path(graph.id(EntityIndex{i})));
    std::sort(by_path.begin(), by_path.end(),
              [this](std::uint32_t a, std::uint32_t b) { return paths_[a] < paths_[b]; });
  }
  std::size_t subjects = count;
  for (std::uint32_t i = 0; i < count; ++i) subjects += graph.has_mentions(EntityIndex{i});
  subjects_.reserve(subjects);
  rank_.resize(count);
  merge(by_path);
  std::uint32_t next = 0;
  for (std::size_t at = 0; at < subjects_.size(); ++at) {
    const std::uint32_t subject = subjects_[at];
    if ((subject & 1) != 0) rank_[subject >> 1] = next++;
    const auto before = [&](std::string_view other) {
      return compare(path(EntityIndex{subject >> 1}), end_of(subject), other, '\0') < 0;
    };
    if (before(kStatementPath)) statements_at_ = at + 1;
    if (before(kDocumentPath)) documents_at_ = at + 1;
  }
}

/// Paths come in byte order. A path that begins with another one stands behind it there, but as a
/// subject it may stand before it: that is decided by its next byte. `open` holds the subjects that
/// such paths may still come before; each path begins with those below it.
void SubjectOrder::merge(const std::vector<std::uint32_t>& by_path) {
  std::vector<std::uint32_t> open;
  const auto close = [&] {
    subjects_.push_back(open.back());
    open.pop_back();
  };
  for (std::uint32_t i = 0; i < graph_.entity_count(); ++i) {
    const std::uint32_t entity = by_path.empty() ? i : by_path[i];
    const std::string_view own = path(EntityIndex{entity});
    while (!open.empty()) {
      const std::string_view before = path(EntityIndex{open.back() >> 1});
      const bool inside = own.size() > before.size() && own.starts_with(before);
      if (inside && own[before.size()] < end_of(open.back()) &&
          static_cast<unsigned char>(own[before.size()]) < 0x80) {
        break;
      }
      close();
    }
    open.push_back(2 * entity + 1);
    if (graph_.has_mentions(EntityIndex{entity})) open.push_back(2 * entity);
  }
  while (!open.empty()) close();
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
