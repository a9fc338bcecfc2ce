#include "readers/duplicate_finder.hpp"

#include <algorithm>
#include <compare>
#include <span>
#include <unordered_map>
#include <vector>

#include "readers/kinship.hpp"
#include "readers/line_words.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Letters and digits from which equal sections are one thing said twice, and near ones are
/// compared.
constexpr std::size_t kShortestEqual = 8;
constexpr std::size_t kShortestNear = 20;
/// Shared pairs that make near duplicates: of sections that repeat in the order in which they stood
/// first, and of a long section by itself.
constexpr double kNearInOrder = 0.75;
constexpr double kNearAlone = 0.92;
constexpr std::size_t kShortestNearAlone = 80;
/// Near duplicates share most of the pairs of their sketches. Of the sections that share a pair
/// only the first few are candidates, so that a phrase which all sections share costs nothing.
constexpr std::ptrdiff_t kSharedSketch = 5;
constexpr std::size_t kFirst = 4;
constexpr std::size_t kCandidates = 8;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A section that may repeat or be repeated.
struct Entry {
  std::size_t section;
  std::size_t letters;
  std::size_t match = kNone;  ///< entry that it repeats
  double likeness = 0.0;      ///< 1 for letter by letter
};

/// Have both the same digits in the same order?
bool same_digits(std::string_view a, std::string_view b) {
  std::size_t i = next_digit(a, 0);
  std::size_t j = next_digit(b, 0);
  while (i < a.size() && j < b.size() && a[i] == b[j]) {
    i = next_digit(a, i + 1);
    j = next_digit(b, j + 1);
  }
  return i == a.size() && j == b.size();
}

bool may_repeat(const Section& section) {
  return section.kind != SectionKind::noise && section.kind != SectionKind::duplicate &&
         section.kind != SectionKind::table_row;
}

class DuplicateFinder {
 public:
  DuplicateFinder(std::string_view text, std::vector<Section>& sections)
      : text_(text), sections_(sections) {}

  void mark() {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (may_repeat(sections_[i])) add(i);
    }
    find_near();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (repeats(i)) sections_[entries_[i].section].kind = SectionKind::duplicate;
    }
  }

 private:
  /// That entry has a pair in its sketch.
  struct Sketched {
    std::uint64_t pair;
    std::size_t entry;

    friend auto operator<=>(const Sketched&, const Sketched&) = default;
  };
  /// Both have a pair in their sketches.
  struct Shared {
    std::size_t entry;
    std::size_t earlier;

    friend auto operator<=>(const Shared&, const Shared&) = default;
  };

  [[nodiscard]] std::string_view text(std::size_t entry) const {
    return slice(text_, sections_[entries_[entry].section].span);
  }

  void add(std::size_t section) {
    const std::size_t i = entries_.size();
    const TextPrint print = print_of(slice(text_, sections_[section].span));
    entries_.push_back({section, print.letters});
    if (print.letters < kShortestEqual) return;
    const auto [place, is_new] = exact_.emplace(print.hash, i);
    if (!is_new) {
      entries_[i].match = place->second;
      entries_[i].likeness = 1.0;
    } else if (print.letters >= kShortestNear) {
      for (const std::uint64_t pair : print.sketch) sketched_.push_back({pair, i});
    }
  }

  // A candidate stands once for each pair of the sketch that it shares; one that shares few is no
  // near duplicate.
  void find_near() {
    std::sort(sketched_.begin(), sketched_.end());
    std::vector<Shared> shared;
    for (std::size_t first = 0, i = 0; i < sketched_.size(); ++i) {
      if (sketched_[i].pair != sketched_[first].pair) first = i;
      for (std::size_t k = first; k < std::min(i, first + kFirst); ++k)
        shared.push_back({sketched_[i].entry, sketched_[k].entry});
    }
    std::sort(shared.begin(), shared.end());
    for (auto it = shared.begin(); it != shared.end();) {
      const std::size_t entry = it->entry;
      const auto end =
          std::find_if(it, shared.end(), [&](const Shared& other) { return other.entry != entry; });
      compare({it, end});
      it = end;
    }
  }

  /// Compares one entry with those that share pairs with it.
  void compare(std::span<const Shared> shared) {
    const std::size_t i = shared.front().entry;
    std::vector<std::uint64_t> pairs;
    std::size_t tried = 0;
    for (auto it = shared.begin(); it != shared.end() && tried < kCandidates;) {
      const auto next = std::upper_bound(it, shared.end(), *it);
      const std::size_t other = it->earlier;
      const bool likely = next - it >= kSharedSketch &&
                          entries_[other].letters * 10 >= entries_[i].letters * 8 &&
                          entries_[i].letters * 10 >= entries_[other].letters * 8;
      it = next;
      if (!likely) continue;
      ++tried;
      // «제1차 …», «제2차 …» differ by a digit and are two things.
      if (!same_digits(text(i), text(other))) continue;
      if (pairs.empty()) pairs = bigrams(text(i));
      const double likeness = jaccard(pairs, bigrams(text(other)));
      if (likeness > entries_[i].likeness)
        entries_[i].match = other, entries_[i].likeness = likeness;
    }
  }

  // Items of a list may be alike but for one name («반도체 분야에서 …», «배터리 분야에서 …»), so
  // likeness alone proves little; that neighbours repeat in the same order does.
  [[nodiscard]] bool repeats(std::size_t i) const {
    const Entry& entry = entries_[i];
    if (entry.match == kNone) return false;
    if (entry.likeness == 1.0 ||
        (entry.likeness >= kNearAlone && entry.letters >= kShortestNearAlone))
      return true;
    if (entry.likeness < kNearInOrder || i - entry.match < 2) return false;
    const bool after =
        i > 0 && entries_[i - 1].match != kNone && entries_[i - 1].match + 1 == entry.match;
    const bool before = i + 1 < entries_.size() && entries_[i + 1].match == entry.match + 1;
    return after || before;
  }

  std::string_view text_;
  std::vector<Section>& sections_;
  std::vector<Entry> entries_;
  std::unordered_map<std::uint64_t, std::size_t> exact_;
  std::vector<Sketched> sketched_;
};

}  // namespace

void mark_duplicates(std::string_view text, std::vector<Section>& sections) {
  DuplicateFinder(text, sections).mark();
}

}  // namespace samgak
