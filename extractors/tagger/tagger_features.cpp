#include "extractors/tagger/tagger_features.hpp"

#include <algorithm>

namespace samgak {
namespace {

// Two features of different templates never share a key by their content.
enum Template : std::uint64_t {
  kUnigram = 1,
  kBigram,
  kTrigram,
  kClasses,
  kPlace,
  kWordPrefix,
  kWordSuffix,
  kWholeWord,
  kPreviousWord,
  kPreviousTail,
  kNextWord,
  kNextHead,
  kForm,
  kFormWindow,
  kFormRest,
  kFormRestShort,
  kFormChar,
  kFormNext,
  kFormPrevious,
  kEnding
};

constexpr std::size_t kLongestForm = 24;
constexpr std::uint32_t kLongestEnding = 3;
/// How far into a word its own features and those of its neighbours reach, in characters.
constexpr std::uint32_t kWordReach = 8;

constexpr std::uint64_t key(Template which, std::uint64_t content) {
  return mix(content, which);
}

constexpr bool is_word(CharClass c) {
  return c >= CharClass::hangul && c <= CharClass::digit;
}

std::uint64_t hash_range(const TaggerLine& line, std::uint32_t begin, std::uint32_t end) {
  std::uint64_t h = 7;
  for (std::uint32_t i = begin; i < end; ++i) h = mix(h, line.code(i));
  return h;
}

// What stands between two words, as far as four characters: a space, a bracket, a comma and a
// space.
std::uint64_t gap_between(const TaggerLine& line, std::uint32_t begin, std::uint32_t end) {
  std::uint64_t gap = 0;
  for (std::uint32_t i = begin; i < end && i < begin + 4; ++i) gap = gap << 16 | line.code(i);
  return gap;
}

}  // namespace

const std::vector<TaggerFeature>& TaggerFeatures::extract(const TaggerLine& line,
                                                          const FormTable& forms) {
  features_.clear();
  add_windows(line);
  add_words(line);
  add_neighbours(line);
  match_forms(line, forms);
  add_forms(line);
  add_neighbour_forms(line);
  add_endings(line, forms);
  return features_;
}

// Character n-grams within three characters of the one they speak about, and the looks of two on
// either side.
void TaggerFeatures::add_windows(const TaggerLine& line) {
  const auto end = static_cast<std::ptrdiff_t>(line.size()) + 3;
  for (std::ptrdiff_t p = -3; p < end; ++p) {
    const std::uint64_t c0 = line.code(p);
    add(key(kUnigram, c0), p - 3, 7);
    if (p + 1 >= end) continue;
    const std::uint64_t c1 = line.code(p + 1);
    add(key(kBigram, c0 << 16 | c1), p - 2, 6);
    if (p + 2 >= end) continue;
    add(key(kTrigram, c0 << 32 | c1 << 16 | line.code(p + 2)), p - 1, 5);
  }
  std::uint64_t classes = 0;
  for (std::ptrdiff_t i = -2; i < end - 1; ++i) {
    classes = (classes << 4 | static_cast<std::uint64_t>(line.char_class(i))) & 0xFFFFF;
    if (i >= 2) add(key(kClasses, classes), i - 2, 1);
  }
}

// The word a character stands in: what of it lies before, what behind, the whole.
void TaggerFeatures::add_words(const TaggerLine& line) {
  hashes_.clear();
  for (const auto& [begin, end] : line.words()) {
    std::uint64_t h = 11;
    for (std::uint32_t i = begin; i < std::min(end, begin + kWordReach); ++i) {
      h = mix(h, line.code(i));
      add(key(kWordPrefix, h), i, 2);
      add(key(kPlace, std::min(i - begin, 5U) * 8 + std::min(end - 1 - i, 5U)), i, 1);
    }
    h = 13;
    for (std::uint32_t i = end; i-- > begin && end - i <= kWordReach;) {
      h = mix(h, line.code(i));
      add(key(kWordSuffix, h), static_cast<std::ptrdiff_t>(i) - 1, 2);
    }
    const std::uint32_t two = std::min(end - begin, 2U);
    hashes_.push_back({hash_range(line, begin, end), hash_range(line, begin, begin + two),
                       hash_range(line, end - two, end)});
    add(key(kWholeWord, hashes_.back().whole), begin, std::min(end - begin, kWordReach));
  }
}

void TaggerFeatures::add_neighbours(const TaggerLine& line) {
  const auto& words = line.words();
  for (std::size_t w = 0; w < words.size(); ++w) {
    const auto [begin, end] = words[w];
    const std::uint32_t reach = std::min(end - begin, kWordReach);
    const std::uint64_t gap = gap_between(line, w > 0 ? words[w - 1].end : 0, begin);
    if (w > 0) {
      add(key(kPreviousWord, mix(hashes_[w - 1].whole, gap)), begin, reach);
      add(key(kPreviousTail, mix(hashes_[w - 1].tail, gap)), begin, reach);
    } else {
      add(key(kPreviousWord, gap), begin, reach);
    }
    if (w + 1 < words.size()) {
      const std::uint64_t gap_after = gap_between(line, end, words[w + 1].begin);
      add(key(kNextWord, mix(hashes_[w + 1].whole, gap_after)), begin, reach);
      add(key(kNextHead, mix(hashes_[w + 1].head, gap_after)), begin, reach);
    }
  }
}

// Leftmost longest forms, from word beginnings and, for two characters or more, from inside words.
void TaggerFeatures::match_forms(const TaggerLine& line, const FormTable& forms) {
  const auto n = static_cast<std::uint32_t>(line.size());
  tags_.assign(n + 2, FormTag{});
  FormTag* const tags = tags_.data() + 1;
  std::uint32_t previous_end = 0;
  for (std::uint32_t i = 0; i < n;) {
    if (!is_word(line.char_class(i))) {
      ++i;
      continue;
    }
    const bool at_start =
        previous_end == i || !is_word(line.char_class(static_cast<std::ptrdiff_t>(i) - 1));
    std::uint64_t h = FormTable::kFormSeed;
    std::uint32_t end = 0;
    std::uint16_t found = 0;
    for (std::uint32_t j = i; j < n && j - i < kLongestForm; ++j) {
      h = FormTable::extend(h, line.code(j));
      const std::uint16_t value = forms.find(h);
      if ((value & FormTable::kKindMask) != 0 && (at_start || j > i)) {
        end = j + 1;
        found = value;
      }
      if ((value & FormTable::kLonger) == 0) break;
    }
    if (end == 0) {
      ++i;
      continue;
    }
    constexpr std::uint16_t kAtStart = 0x1000;
    const auto value = static_cast<std::uint16_t>((found & 0xFFF) | (at_start ? kAtStart : 0));
    for (std::uint32_t k = i; k < end; ++k) tags[k] = {value, 2, end};
    tags[i].place = 1;
    tags[end - 1].place = end - i == 1 ? 4 : 3;
    previous_end = end;
    i = end;
  }
}

void TaggerFeatures::add_forms(const TaggerLine& line) {
  const auto n = static_cast<std::ptrdiff_t>(line.size());
  const FormTag* const tags = tags_.data() + 1;
  for (std::ptrdiff_t i = 0; i < n; ++i) {
    const FormTag& t = tags[i];
    add(key(kFormWindow, tags[i - 1].kind() << 16 | t.kind() << 8 | tags[i + 1].kind()), i, 1);
    if (t.value == 0) continue;
    add(key(kForm, static_cast<std::uint64_t>(t.value) << 3 | t.place), i, 1);
    add(key(kFormChar, t.kind() << 16 | line.code(i)), i, 1);
    // What follows the form: its particle, or the rest of a longer word.
    const std::uint64_t kinds = static_cast<std::uint64_t>(t.value & 0x3FF) << 3 | t.place;
    const auto rest = static_cast<std::ptrdiff_t>(t.rest);
    const std::uint64_t next = line.code(rest);
    add(key(kFormRest, kinds << 32 | next << 16 | line.code(rest + 1)), i, 1);
    add(key(kFormRestShort, kinds << 16 | next), i, 1);
  }
}

// Forms at the beginning of the neighbour words: a post after a name, a country before a post.
void TaggerFeatures::add_neighbour_forms(const TaggerLine& line) {
  const auto& words = line.words();
  const FormTag* const tags = tags_.data() + 1;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const auto [begin, end] = words[w];
    const std::uint32_t reach = std::min(end - begin, kWordReach);
    const std::uint64_t own = tags[begin].kind() << 16;
    if (w + 1 < words.size())
      add(key(kFormNext, own | tags[words[w + 1].begin].kind()), begin, reach);
    if (w > 0) add(key(kFormPrevious, own | tags[words[w - 1].begin].kind()), begin, reach);
  }
}

// How forms of a kind end, for names that no list holds.
void TaggerFeatures::add_endings(const TaggerLine& line, const FormTable& forms) {
  for (const auto& [begin, end] : line.words()) {
    for (std::uint32_t i = begin; i < end; ++i) {
      std::uint64_t h = FormTable::kEndingSeed;
      std::uint32_t known = 0;
      for (std::uint32_t k = 0; k < kLongestEnding && i >= begin + k; ++k) {
        h = FormTable::extend(h, line.code(i - k));
        const std::uint32_t value = forms.find(h);
        if (value == 0) break;
        known = (value & 0xFFF) | (k + 1) << 12;
      }
      if (known != 0) add(key(kEnding, known), static_cast<std::ptrdiff_t>(i) - 2, 4);
    }
  }
}

}  // namespace samgak
