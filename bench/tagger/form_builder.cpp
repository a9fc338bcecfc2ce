#include "bench/tagger/form_builder.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "bench/tagger/packed_numbers.hpp"
#include "extractors/tagger/form_table.hpp"
#include "extractors/tagger/tagger_line.hpp"

namespace samgak {
namespace {

constexpr int kKinds = 32;
using KindCounts = std::array<std::uint32_t, kKinds>;

// Fine labels by prefix, the most specific first, and their kind in the table. The tagger learns
// what each kind is worth, posts and works of art included; 0 stays free, for it means «no form».
struct KindOfLabel {
  std::string_view prefix;
  int kind;
};
constexpr KindOfLabel kKindOfLabel[] = {
    {"PS_NAME", 1},
    {"PS_", 2},
    {"LCP_COUNTRY", 3},
    {"LCP_", 4},
    {"LCG_", 5},
    {"LC", 6},
    {"OGG_POLITICS", 7},
    {"OGG_ECONOMY", 8},
    {"OGG_MEDIA", 9},
    {"OGG_", 10},
    {"DT_", 11},
    {"TI_", 12},
    {"QT_", 13},
    {"CV_POSITION", 14},
    {"CV_OCCUPATION", 15},
    {"CV_RELATION", 16},
    {"CV_", 17},
    {"AFA_", 18},
    {"AF_BUILDING", 19},
    {"AF", 20},
    {"EV_", 21},
    {"TMI_", 22},
    {"TM", 23},
    {"AM_", 24},
    {"", 25},
};

int kind_of(std::string_view label) {
  for (const auto& [prefix, kind] : kKindOfLabel) {
    if (label.starts_with(prefix)) return kind;
  }
  return 0;
}

std::uint16_t value_of(const KindCounts& counts) {
  const auto first =
      static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  int second = 0;
  std::uint32_t total = 0;
  for (int kind = 0; kind < kKinds; ++kind) {
    total += counts[kind];
    if (kind != first && counts[kind] > 0 && (second == 0 || counts[kind] > counts[second]))
      second = kind;
  }
  if (second != 0 && counts[second] * 6 < total) second = 0;
  const unsigned often = total < 2 ? 0 : total < 5 ? 1 : total < 20 ? 2 : 3;
  return static_cast<std::uint16_t>(FormTable::kPresent | first |
                                    second << FormTable::kSecondShift |
                                    often << FormTable::kCountShift);
}

std::string fill(const std::map<std::uint64_t, std::uint16_t>& values) {
  if (values.empty()) return {};
  std::size_t size = 1024;
  while (size * 3 < values.size() * 4) size *= 2;
  std::vector<std::pair<std::uint16_t, std::uint16_t>> slots(size);
  for (const auto& [hash, value] : values) {
    std::size_t at = hash & (size - 1);
    while (slots[at].second != 0) at = (at + 1) & (size - 1);
    slots[at] = {FormTable::check_of(hash), value};
  }
  std::string bytes;
  for (const auto& [check, value] : slots) {
    append_number(bytes, check);
    append_number(bytes, value);
  }
  return bytes;
}

}  // namespace

std::string build_form_slots(const std::vector<TrainingForm>& forms) {
  std::map<std::uint64_t, KindCounts> whole;
  std::map<std::uint64_t, KindCounts> endings;
  std::map<std::uint64_t, std::uint16_t> values;
  TaggerLine line;
  for (const TrainingForm& form : forms) {
    const int kind = kind_of(form.label);
    line.assign(form.form);
    const auto length = static_cast<std::ptrdiff_t>(line.size());
    std::uint64_t hash = FormTable::kFormSeed;
    for (std::ptrdiff_t i = 0; i < length; ++i) {
      hash = FormTable::extend(hash, line.code(i));
      if (i + 1 < length) values[hash] |= FormTable::kPresent | FormTable::kLonger;
    }
    whole[hash][kind] += form.count;
    hash = FormTable::kEndingSeed;
    for (std::ptrdiff_t k = 1; k <= 3 && k < length; ++k) {
      hash = FormTable::extend(hash, line.code(length - k));
      ++endings[hash][kind];
    }
  }
  for (const auto& [hash, counts] : whole) values[hash] |= value_of(counts);
  for (const auto& [hash, counts] : endings) {
    if (std::accumulate(counts.begin(), counts.end(), 0U) >= 3) values[hash] |= value_of(counts);
  }
  return fill(values);
}

}  // namespace samgak
