#include "readers/duplicate_finder.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "readers/kinship.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Code points (letters and digits) from which equal sections are one thing said twice, and near ones are compared.
constexpr std::size_t kShortestEqual = 8;
constexpr std::size_t kShortestNear = 25;
constexpr double kNear = 0.85;
/// Near duplicates share most of the pairs with the smallest hashes; a bucket keeps the first few sections only, so
/// that a phrase which all sections share costs nothing.
constexpr std::size_t kSketch = 12;
constexpr std::ptrdiff_t kSharedSketch = 5;
constexpr std::size_t kBucket = 4;
constexpr std::size_t kCandidates = 8;

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

bool may_repeat(const Section& section) {
  return section.kind != SectionKind::noise && section.kind != SectionKind::duplicate && section.kind != SectionKind::table_row;
}

// «제1차 …», «제2차 …» differ by a digit and are two things, so the digits must agree.
bool near(std::string_view a, const std::vector<std::uint64_t>& pairs_a, std::string_view b) {
  return digits_of(a) == digits_of(b) && jaccard(pairs_a, bigrams(b)) >= kNear;
}

// Candidates stand once for each pair of the sketch that they share; those that share few are no near duplicates.
bool repeats_one_of(std::string_view text, const std::vector<Section>& sections, std::size_t i,
                    std::vector<std::size_t> candidates) {
  const std::string_view said = slice(text, sections[i].span);
  std::sort(candidates.begin(), candidates.end());
  std::vector<std::uint64_t> pairs;
  std::size_t tried = 0;
  for (auto it = candidates.begin(); it != candidates.end() && tried < kCandidates;) {
    const auto next = std::upper_bound(it, candidates.end(), *it);
    const std::string_view other = slice(text, sections[*it].span);
    const bool likely = next - it >= kSharedSketch && other.size() * 10 >= said.size() * 8 && said.size() * 10 >= other.size() * 8;
    it = next;
    if (!likely) continue;
    ++tried;
    if (pairs.empty()) pairs = bigrams(said);
    if (near(said, pairs, other)) return true;
  }
  return false;
}

}  // namespace

void mark_duplicates(std::string_view text, std::vector<Section>& sections) {
  std::unordered_map<std::uint64_t, std::size_t> exact;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> sketches;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!may_repeat(sections[i])) continue;
    const std::string_view said = slice(text, sections[i].span);
    std::size_t letters = 0;
    const std::uint64_t hash = letter_hash(said, letters);
    if (letters < kShortestEqual) continue;
    if (!exact.emplace(hash, i).second) {
      sections[i].kind = SectionKind::duplicate;
      continue;
    }
    if (letters < kShortestNear) continue;
    const std::vector<std::uint64_t> sketch = pair_sketch(said, kSketch);
    std::vector<std::size_t> candidates;
    for (const std::uint64_t pair : sketch) {
      const auto bucket = sketches.find(pair);
      if (bucket != sketches.end()) candidates.insert(candidates.end(), bucket->second.begin(), bucket->second.end());
    }
    if (repeats_one_of(text, sections, i, std::move(candidates))) {
      sections[i].kind = SectionKind::duplicate;
      continue;
    }
    for (const std::uint64_t pair : sketch) {
      std::vector<std::size_t>& bucket = sketches[pair];
      if (bucket.size() < kBucket) bucket.push_back(i);
    }
  }
}

}  // namespace samgak
