#include "review/hanja_reader.hpp"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <array>
#include <unordered_map>

#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak::review {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;

std::string sort_key(const icu::Collator& collator, char32_t c) {
  std::array<std::uint8_t, 64> bytes{};
  const int length = collator.getSortKey(icu::UnicodeString(static_cast<UChar32>(c)), bytes.data(),
                                         static_cast<int>(bytes.size()));
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

}  // namespace

struct HanjaReader::State {
  const Lexicon& lexicon;
  std::unique_ptr<icu::Collator> collator;
  std::unordered_map<std::string, char32_t> syllables;  ///< by sort key
  std::unordered_map<char32_t, char32_t> readings;      ///< of characters met so far

  char32_t reading(char32_t c) {
    const auto [it, fresh] = readings.try_emplace(c, c);
    if (!fresh) return it->second;
    std::string written;
    append_utf8(written, c);
    const auto variant = lexicon.hanja_variants.find(written);
    const char32_t korean =
        variant == lexicon.hanja_variants.end() ? c : decode(variant->second, 0).value;
    const auto syllable = syllables.find(sort_key(*collator, korean));
    if (syllable != syllables.end()) it->second = syllable->second;
    return it->second;
  }
};

HanjaReader::HanjaReader(const Lexicon& lexicon)
    : state_(std::make_unique<State>(State{lexicon, nullptr, {}, {}})) {
  UErrorCode status = U_ZERO_ERROR;
  state_->collator.reset(icu::Collator::createInstance(icu::Locale("ko"), status));
  if (U_FAILURE(status) != 0) throw LoadError("ICU has no Korean collation");
  state_->collator->setStrength(icu::Collator::PRIMARY);
  for (char32_t c = kFirstSyllable; c <= kLastSyllable; ++c) {
    state_->syllables.emplace(sort_key(*state_->collator, c), c);
  }
}

HanjaReader::~HanjaReader() = default;

std::string HanjaReader::read(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_utf8(out, is_han(c.value) ? state_->reading(c.value) : c.value);
    at += c.length;
  }
  return out;
}

std::string fold_initial_sound(std::string_view text) {
  constexpr int kNieun = 2;
  constexpr int kRieul = 5;
  constexpr int kIeung = 11;
  // Vowels before which ㄹ falls silent: ㅑ ㅕ ㅖ ㅛ ㅠ ㅣ.
  constexpr std::array<bool, 21> kSilent{false, false, true,  false, false, false, true,
                                         true,  false, false, false, false, true,  false,
                                         false, false, false, true,  false, false, true};
  std::string out;
  bool at_beginning = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    char32_t value = c.value;
    if (at_beginning && is_hangul_syllable(value)) {
      const int number = static_cast<int>(value - kFirstSyllable);
      int initial = number / 588;
      const bool silent = kSilent[static_cast<std::size_t>(number / 28 % 21)];
      if (initial == kRieul || (initial == kNieun && silent)) initial = silent ? kIeung : kNieun;
      value = kFirstSyllable + static_cast<char32_t>(initial * 588 + number % 588);
    }
    append_utf8(out, value);
    at_beginning = is_space(c.value);
    at += c.length;
  }
  return out;
}

}  // namespace samgak::review
