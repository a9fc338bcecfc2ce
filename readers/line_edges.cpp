#include "readers/line_edges.hpp"

#include <algorithm>

#include "readers/line_classifier.hpp"
#include "readers/line_endings.hpp"
#include "readers/line_words.hpp"
#include "readers/noise_words.hpp"
#include "readers/phrase_index.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

std::size_t korean_dateline_length(std::string_view line) {
  std::string_view close;
  if (line.starts_with("[")) close = "]";
  if (line.starts_with("(")) close = ")";
  if (line.starts_with("【")) close = "】";
  if (close.empty()) return 0;
  const std::size_t end = line.substr(0, 160).find(close);
  if (end == std::string_view::npos) return 0;
  const std::string_view inside = line.substr(0, end);
  std::string_view rest = line.substr(end + close.size());
  bool reporter = false;
  for_each_word(inside.substr(inside.find_first_not_of("[(【")),
                [&](std::string_view word) { reporter |= is_reporter_word(lower_ascii(word)); });
  const std::size_t equals = rest.substr(0, 120).find('=');
  std::size_t length = end + close.size();
  if (equals != std::string_view::npos) {
    bool named = false;
    for_each_word(rest.substr(0, equals),
                  [&](std::string_view word) { named |= is_reporter_word(lower_ascii(word)); });
    const bool bare = rest.substr(0, equals).find_first_not_of(' ') == std::string_view::npos;
    if (named || bare) return length + equals + 1;
  }
  if (reporter) return length;
  const std::size_t inner_equals = inside.find('=');
  if (inner_equals != std::string_view::npos && inside.find("사진") == std::string_view::npos)
    return length;
  if (close == ")") return 0;  // «(양자통신) …» opens an item of a press release
  for (const std::string_view ending : outlet_endings()) {
    if (lower_ascii(inside).ends_with(ending)) return length;
  }
  return 0;
}

std::size_t english_dateline_length(std::string_view line) {
  const std::string_view head = line.substr(0, 80);
  std::size_t capitals = 0;
  while (capitals < head.size() && head[capitals] >= 'A' && head[capitals] <= 'Z') ++capitals;
  if (capitals < 4) return 0;
  for (const std::string_view dash : {" -- ", " — ", " – ", ") - "}) {
    const std::size_t at = head.find(dash);
    if (at != std::string_view::npos && head.substr(0, at).find('.') == std::string_view::npos)
      return at + dash.size();
  }
  return 0;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// «Yonhap», «Reuters-Yonhap», «Korea Times photo»: what may stand behind the last stop of an
// English caption.
bool names_agency(std::string_view tail) {
  std::size_t words = 0;
  bool name = true;
  for_each_word(tail, [&](std::string_view word) {
    ++words;
    name &= (word[0] >= 'A' && word[0] <= 'Z') || lower_ascii(word).starts_with("photo");
  });
  return name && words >= 1 && words <= 3 && is_ascii_letter(tail.back());
}

}  // namespace

bool is_label_line(std::string_view line) {
  constexpr std::size_t kLongestLabel = 48;
  const std::string_view head = line.substr(0, kLongestLabel);
  constexpr std::string_view kWideColon = "：";
  const std::size_t wide = head.find(kWideColon);
  const std::size_t colon = std::min(head.find(':'), wide);
  const std::size_t mark = colon == wide ? kWideColon.size() : 1;
  if (colon == std::string_view::npos || colon == 0 || colon + mark >= line.size()) return false;
  const std::string_view label = line.substr(0, colon);
  // A time of day and the scheme of an address are no labels.
  if (is_digit(static_cast<unsigned char>(label.back())) || line.substr(colon).starts_with("://"))
    return false;
  return label.find('.') == std::string_view::npos && label.find(',') == std::string_view::npos;
}

std::size_t dateline_length(std::string_view line) {
  return std::max(korean_dateline_length(line), english_dateline_length(line));
}

std::size_t credit_begin(std::string_view line) {
  constexpr std::size_t kLongestCredit = 160;
  constexpr std::size_t kShortestSentence = 40;
  const std::size_t from = line.size() > kLongestCredit ? line.size() - kLongestCredit : 0;
  std::size_t best = std::string_view::npos;
  static const PhraseIndex kMarks({credit_marks().begin(), credit_marks().end()});
  kMarks.for_each_match(line.substr(from), [&](std::uint32_t, std::size_t at) {
    if (from + at > 0 && !ends_with_stop(line.substr(from + at))) best = std::min(best, from + at);
  });
  // After the last full stop: «… 있다. /AP 아무통신», «… 있다. [로이터=아무뉴스]».
  const std::size_t stop = line.rfind(". ");
  const bool sentence = stop != std::string_view::npos && stop > 0 &&
                        !is_digit(static_cast<unsigned char>(line[stop - 1]));
  if (sentence && stop + 2 < line.size() && line.size() - stop < 80) {
    const char open = line[stop + 2];
    const std::string_view tail = line.substr(stop + 3);
    const bool bracket =
        (open == '[' && tail.ends_with(']')) ||
        (open == '(' && tail.ends_with(')') &&
         (tail.find('=') != std::string_view::npos || is_ascii_letter(line[stop - 1])));
    const bool provided = tail.ends_with("제공") && std::count(tail.begin(), tail.end(), ' ') <= 2;
    const bool agency = stop >= kShortestSentence && is_ascii_letter(line[stop - 1]) &&
                        names_agency(line.substr(stop + 2));
    if ((open == '/' || bracket || provided || agency) && !ends_sentence(tail))
      best = std::min(best, stop + 2);
  }
  return best;
}

bool names_positions(std::string_view line) {
  static const PhraseIndex kPlaces({"(왼쪽", "(오른쪽", "(가운데", "왼쪽부터", "오른쪽부터", "앞줄",
                                    "(사진 왼쪽", "(left)", "(right)", "(center)", "from left)",
                                    "from right)", "from left,"});
  bool found = false;
  kPlaces.for_each_match(line, [&](std::uint32_t, std::size_t) { found = true; });
  return found;
}

// «(사진 1) …», «[사진] …», «▲ …»: how many bytes, 0 when no such label stands there.
std::size_t caption_label_length(std::string_view line) {
  if (line.empty() || is_letter_or_digit(decode(line, 0).value)) return 0;
  for (const std::string_view open :
       {"(사진", "[사진", "<사진", "〈사진", "[그래픽", "[그래프", "[표]", "<표", "[자료"}) {
    if (!line.starts_with(open)) continue;
    for (const std::string_view close : {")", "]", ">", "〉"}) {
      const std::size_t end = line.substr(0, 60).find(close, open.size());
      if (end != std::string_view::npos) return end + close.size();
    }
  }
  return 0;
}

std::size_t reporter_tail_begin(std::string_view line) {
  std::size_t end = line.size();
  const std::size_t space = line.rfind(' ', end - 1);
  if (space == std::string_view::npos || !is_mail(line.substr(space + 1)))
    return std::string_view::npos;
  const std::size_t stop = line.rfind(". ", space);
  if (stop != std::string_view::npos && space - stop < 60) return stop + 1;
  return space;
}

}  // namespace samgak
