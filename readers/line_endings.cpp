#include "readers/line_endings.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace samgak {
namespace {

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
         c == 0x300D || c == 0x300F || c == 0x300B || c == 0x3009 || c == '*';
}

// The end of the line without closing quotation marks and brackets.
std::size_t end_of_words(std::string_view line) {
  std::size_t end = line.size();
  for (CodePoint last = decode_before(line, end); last.length > 0;
       last = decode_before(line, end)) {
    if (!is_closing(last.value) && !is_space(last.value)) break;
    end -= last.length;
  }
  return end;
}

// A stop after a digit ends a date, «2025. 4. 3.»; after an English word and a number, a sentence:
// «in 2026.», «on Dec. 9.»
bool ends_with_number(std::string_view line) {
  std::size_t digits = line.size();
  while (digits > 0 && is_digit(static_cast<unsigned char>(line[digits - 1]))) --digits;
  if (digits < 3 || line[digits - 1] != ' ') return false;
  const std::size_t word = digits - (line[digits - 2] == '.' ? 3 : 2);
  const auto before = static_cast<unsigned char>(line[word] | 0x20);
  return before >= 'a' && before <= 'z';
}

std::string_view last_words(std::string_view line) {
  std::string_view text = line.substr(0, end_of_words(line));
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

// Does the last syllable end in ㅁ, as all nouns made of verbs do?
bool ends_in_m(std::string_view word) {
  constexpr char32_t kFinals = 28;
  constexpr char32_t kFinalM = 16;
  const char32_t last = decode_before(word, word.size()).value;
  return is_hangul_syllable(last) && (last - 0xAC00) % kFinals == kFinalM;
}

}  // namespace

bool ends_with_stop(std::string_view line) {
  const std::size_t end = end_of_words(line);
  const char32_t last = decode_before(line, end).value;
  if (last != '.' && last != '?' && last != '!' && last != 0x3002) return false;
  if (last != '.' || end < 2) return true;
  // An ellipsis cuts a sentence off.
  if (line[end - 2] == '.') return false;
  return !is_digit(static_cast<unsigned char>(line[end - 2])) ||
         ends_with_number(line.substr(0, end - 1));
}

bool ends_sentence(std::string_view line) {
  if (ends_with_stop(line)) return true;
  const std::string_view text = line.substr(0, end_of_words(line));
  if (!text.ends_with("다") && !text.ends_with("요")) return false;
  for (const std::string_view ending :
       {"니다", "했다", "됐다", "였다", "었다", "있다", "한다", "된다", "이다", "났다", "혔다",
        "졌다", "왔다", "갔다", "없다", "아요", "어요", "해요", "네요", "세요", "군요", "지요"}) {
    if (text.ends_with(ending)) return true;
  }
  return false;
}

bool ends_noun_clause(std::string_view line) {
  const std::string_view text = last_words(line);
  const std::string_view word = text.substr(text.rfind(' ') + 1);
  if (!ends_in_m(word)) return false;
  for (const std::string_view noun :
       {"다음", "처음", "포함", "책임", "모임", "게임", "마음", "타임", "프레임", "믿음", "얼음",
        "소음", "위임", "취임", "부임", "이임", "연임", "선임", "담임", "역임",   "발음", "웃음"}) {
    if (word.ends_with(noun)) return false;
  }
  for (const std::string_view ending :
       {"함", "됨", "임", "음", "짐", "킴", "힘", "줌", "옴", "봄"}) {
    if (word.ends_with(ending))
      return word.size() > ending.size() || ending == "함" || ending == "됨";
  }
  return false;
}

bool ends_politely(std::string_view line) {
  const std::string_view text = last_words(line);
  const auto ends = [&](std::string_view ending) { return text.ends_with(ending); };
  return ends("니다") || ends("세요") || ends("아요") || ends("어요") || ends("해요") ||
         ends("네요") || ends("에요") || ends("까요") || ends("니까") || ends("니까?");
}

}  // namespace samgak
