#include "readers/duplicate_finder.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "readers/kinship.hpp"
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
/// Near duplicates share most of the pairs with the smallest hashes; a bucket keeps the first few
/// sections only, so that a phrase which all sections share costs nothing.
constexpr std::size_t kSketch = 12;
constexpr std::ptrdiff_t kSharedSketch = 5;
constexpr std::size_t kBucket = 4;
constexpr std::size_t kCandidates = 8;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A section that may repeat or be repeated.
struct Entry {
  std::size_t section;
  std::size_t letters;
  std::size_t match = kNone;  ///< entry that it repeats
  double likeness = 0.0;      ///< 1 for letter by letter
};

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
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
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (repeats(i)) sections_[entries_[i].section].kind = SectionKind::duplicate;
    }
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t entry) const {
    return slice(text_, sections_[entries_[entry].section].span);
  }

  void add(std::size_t section) {
    const std::size_t i = entries_.size();
    Entry entry{section, 0};
    const std::uint64_t hash = letter_hash(slice(text_, sections_[section].span), entry.letters);
    entries_.push_back(entry);
    if (entry.letters < kShortestEqual) return;
    const auto [place, is_new] = exact_.emplace(hash, i);
    if (!is_new) {
      entries_[i].match = place->second;
      entries_[i].likeness = 1.0;
      return;
    }
    if (entry.letters < kShortestNear) return;
    const std::vector<std::uint64_t> sketch = pair_sketch(text(i), kSketch);
    find_near(i, sketch);
    for (const std::uint64_t pair : sketch) {
      std::vector<std::size_t>& bucket = sketches_[pair];
      if (bucket.size() < kBucket) bucket.push_back(i);
    }
  }

  // A candidate stands once for each pair of the sketch that it shares; one that shares few is no
  // near duplicate.
  void find_near(std::size_t i, const std::vector<std::uint64_t>& sketch) {
    std::vector<std::size_t> candidates;
    for (const std::uint64_t pair : sketch) {
      const auto bucket = sketches_.find(pair);
      if (bucket != sketches_.end())
        candidates.insert(candidates.end(), bucket->second.begin(), bucket->second.end());
    }
    std::sort(candidates.begin(), candidates.end());
    std::vector<std::uint64_t> pairs;
    std::size_t tried = 0;
    for (auto it = candidates.begin(); it != candidates.end() && tried < kCandidates;) {
      const auto next = std::upper_bound(it, candidates.end(), *it);
      const std::size_t other = *it;
      const bool likely = next - it >= kSharedSketch &&
                          entries_[other].letters * 10 >= entries_[i].letters * 8 &&
                          entries_[i].letters * 10 >= entries_[other].letters * 8;
      it = next;
      if (!likely) continue;
      ++tried;
      if (pairs.empty()) pairs = bigrams(text(i));
      // «제1차 …», «제2차 …» differ by a digit and are two things.
      if (digits_of(text(i)) != digits_of(text(other))) continue;
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
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> sketches_;
};

}  // namespace

void mark_duplicates(std::string_view text, std::vector<Section>& sections) {
  DuplicateFinder(text, sections).mark();
}

}  // namespace samgak
