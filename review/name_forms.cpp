#include "review/name_forms.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "text/diagnostic.hpp"
#include "text/hangul.hpp"
#include "text/utf8.hpp"

namespace samgak::review {
namespace {

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    out.push_back(c.value);
    at += c.length;
  }
  return out;
}

/// Levenshtein distance at most one, or two neighbours swapped.
bool one_edit(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  if (a.size() > b.size()) return one_edit(b, a);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (same == a.size()) return true;
  const auto tail_equal = [&](std::size_t i, std::size_t j) {
    return a.size() - i == b.size() - j &&
           std::equal(a.begin() + static_cast<long>(i), a.end(), b.begin() + static_cast<long>(j));
  };
  if (a.size() != b.size()) return tail_equal(same, same + 1);
  const bool swapped = same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
                       tail_equal(same + 2, same + 2);
  return swapped || tail_equal(same + 1, same + 1);
}

}  // namespace

std::string compatible_lower(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) != 0) throw LoadError("ICU has no data for NFKC");
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string out;
  form->normalize(wide, status).toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string spacing_free_key(std::string_view text) {
  const std::string folded = compatible_lower(text);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    if (is_letter_or_digit(c.value)) out.append(folded, at, c.length);
    at += c.length;
  }
  return out;
}

std::string initials(std::string_view name) {
  std::string out;
  std::string word;
  const auto end_word = [&] {
    static constexpr std::string_view kSmall[] = {"of", "the", "and", "for", "in", "on", "to"};
    const bool small = std::find(std::begin(kSmall), std::end(kSmall), word) != std::end(kSmall);
    if (!word.empty() && !small) out += word[0];
    word.clear();
  };
  for (const char c : name) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += static_cast<char>(c | 0x20);
    } else if (c == ' ' || c == '-' || c == '&' || c == ',' || c == '.') {
      end_word();
    } else {
      return {};
    }
  }
  end_word();
  return out.size() < 3 ? std::string() : out;
}

bool is_acronym(std::string_view name) {
  return name.size() >= 3 && name.size() <= 8 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string digits_of(std::string_view text) {
  std::string out;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside && !out.empty()) out += ' ';
    if (digit) out += c;
    inside = digit;
  }
  return out;
}

bool one_slip_apart(std::string_view a, std::string_view b) {
  constexpr std::size_t kFewestSyllables = 4;
  constexpr std::size_t kFewestLetters = 8;
  if (a == b) return false;
  const std::vector<char32_t> x = code_points(a);
  const std::vector<char32_t> y = code_points(b);
  const auto all = [&](auto is) {
    return std::all_of(x.begin(), x.end(), is) && std::all_of(y.begin(), y.end(), is);
  };
  const std::size_t shorter = std::min(x.size(), y.size());
  if (all([](char32_t c) { return is_hangul_syllable(c) || is_digit(c); })) {
    return shorter >= kFewestSyllables && x.size() == y.size() && jamo_distance(a, b, 1) == 1;
  }
  return all(is_latin) && shorter >= kFewestLetters && one_edit(x, y);
}

}  // namespace samgak::review
