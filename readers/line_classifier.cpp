#include "readers/line_classifier.hpp"

#include <algorithm>
#include <string>

#include "readers/line_edges.hpp"
#include "readers/line_endings.hpp"
#include "readers/line_key.hpp"
#include "readers/line_words.hpp"
#include "readers/noise_words.hpp"
#include "readers/page_date.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Code points from which a line may be a clause that ends in a noun.
constexpr std::uint32_t kShortestClause = 12;

bool is_wordy(char32_t c) {
  return is_letter_or_digit(c) || (c >= 0x3131 && c <= 0x318E && c != 0x318D);
}

// `044-202-0000`, `02) 123-4567`
bool has_phone_number(std::string_view line) {
  for (std::size_t at = line.find('-'); at != std::string_view::npos; at = line.find('-', at + 1)) {
    std::size_t before = 0;
    while (before < at && before < 4 && is_digit(static_cast<unsigned char>(line[at - 1 - before])))
      ++before;
    std::size_t after = at + 1;
    while (after < line.size() && is_digit(static_cast<unsigned char>(line[after]))) ++after;
    if (before >= 3 && after - at - 1 == 4 && after < line.size() + 1) {
      const std::size_t head = at - before;
      if (head > 0 && (line[head - 1] == '-' || line[head - 1] == ')' || line[head - 1] == ' '))
        return true;
    }
  }
  return false;
}

// «… 문의는 사무관(044-203-0000)에게 … 바랍니다.»
bool asks_for_calls(std::string_view line, const LineTraits& traits) {
  return traits.length <= 120 && has_phone_number(line) &&
         (line.find("문의") != std::string_view::npos ||
          line.find("연락") != std::string_view::npos);
}

bool has_time_of_day(std::string_view line) {
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    const auto digit = [&](std::size_t i) {
      return i < line.size() && line[i] >= '0' && line[i] <= '9';
    };
    if (at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2)) return true;
  }
  return false;
}

struct WordCounts {
  std::uint32_t words = 0;
  std::uint32_t widgets = 0;
  std::uint32_t sections = 0;
  std::uint32_t hashtags = 0;
  std::uint32_t numbers = 0;
  std::uint32_t mails = 0;
  std::uint32_t reporters = 0;
  bool masked = false;
};

// «rare****», «한혜*»: the site hides part of a commenter's name. Stars before a particle mark a
// footnote.
bool is_masked_name(std::string_view word, bool alone) {
  const std::size_t star = word.find('*');
  if (star == std::string_view::npos || star < 2 || star > 24) return false;
  if (word.find_first_not_of('*', star) != std::string_view::npos) return false;
  const CodePoint before = decode_before(word, star);
  if (!is_wordy(before.value)) return false;
  return word.size() - star >= 2 || (alone && is_hangul_syllable(before.value));
}

// «하태경 기자», «하태경 특파원 입력 …», but no «기자 간담회».
bool goes_with_reporter(std::string_view next) {
  const CodePoint first = decode(next, 0);
  if (!is_hangul_syllable(first.value) || next.find('=') != std::string_view::npos) return true;
  for (const std::string_view label :
       {"입력", "수정", "등록", "승인", "기사", "송고", "작성", "사진"}) {
    if (next.starts_with(label)) return true;
  }
  return false;
}

bool is_number_char(char c) {
  return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '%' || c == '+' || c == '-' ||
         c == ':';
}

// `mail`: the line holds a mail address.
WordCounts count_words(std::string_view line, bool mail) {
  WordCounts counts;
  bool after_reporter = false;
  const bool single = line.find(' ') == std::string_view::npos;
  const bool dotted = line.find("·") != std::string_view::npos;
  const std::string lower = lower_ascii(line);
  for_each_word(line, [&](std::string_view word) {
    ++counts.words;
    if (after_reporter && !goes_with_reporter(word)) --counts.reporters;
    after_reporter = false;
    counts.numbers += std::all_of(word.begin(), word.end(), is_number_char);
    counts.hashtags += word.size() > 1 && word[0] == '#';
    counts.mails += mail && is_mail(word);
    counts.masked |= counts.words == 1 && is_masked_name(word, single);
    if (word.size() <= 24) {
      const auto begin = static_cast<std::size_t>(word.data() - line.data());
      const auto in_lower = std::string_view(lower).substr(begin, word.size());
      counts.widgets += is_widget_word(in_lower);
      counts.sections +=
          is_section_word(dotted ? in_lower.substr(0, in_lower.find("·")) : in_lower);
      after_reporter = is_reporter_word(in_lower);
      counts.reporters += after_reporter;
    }
  });
  return counts;
}

// «By Jane Doe», «By Jane Doe and John Roe», «By Jane Doe Jan. 22, 2025 4 min read»
bool is_english_byline(std::string_view line) {
  if (!line.starts_with("By ") && !line.starts_with("BY ") && !line.starts_with("by "))
    return false;
  std::size_t words = 0;
  std::size_t names = 0;
  for_each_word(line.substr(3), [&](std::string_view word) {
    const bool name =
        (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0x80;
    ++words;
    names +=
        name || word == "and" || is_digit(static_cast<unsigned char>(word[0])) || is_mail(word);
  });
  return names * 3 >= words * 2 && !ends_with_stop(line);
}

// «산업통상부 공고 제2025-114호»
bool is_document_number(std::string_view line, std::uint32_t length) {
  if (length > 40 || !line.ends_with("호")) return false;
  const std::size_t number = line.rfind("제");
  if (number == std::string_view::npos) return false;
  const std::string_view digits = line.substr(number + 3, line.size() - number - 6);
  return digits.find('-') != std::string_view::npos &&
         digits.find_first_not_of("0123456789- ") == std::string_view::npos;
}

bool is_breadcrumb(std::string_view line, std::uint32_t length) {
  if (length > 50) return false;
  std::size_t arrows = 0;
  for (const std::string_view arrow : {" > ", " › ", " » ", ">"}) {
    arrows = 0;
    for (std::size_t at = line.find(arrow); at != std::string_view::npos;
         at = line.find(arrow, at + arrow.size()))
      ++arrows;
    if (arrows > 0) break;
  }
  return arrows > 0 && line.back() != '>' && line.front() != '<' &&
         line.find('<') == std::string_view::npos;
}

bool is_ticker(std::string_view line, const WordCounts& counts) {
  bool mark = false;
  for (const std::string_view sign : {"▲", "▼", "△", "▽", "↑", "↓"}) {
    const std::size_t at = line.find(sign);
    mark |= at != std::string_view::npos && at > 0;
  }
  const bool percent = line.find('%') != std::string_view::npos;
  const bool number =
      std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number && ((mark && (percent || counts.numbers >= 1)) ||
                    (percent && counts.numbers >= 2 && line.find(',') != std::string_view::npos));
}

// Does it say what a photo shows, whatever date follows? «… 있다. 2025.3.28»
bool shows(std::string_view line) {
  const std::size_t end = line.find_last_not_of("0123456789. /");
  if (end == std::string_view::npos) return false;
  const std::string_view words = line.substr(0, end + 1);
  return words.ends_with("있다") || words.ends_with("있습니다") || words.ends_with("모습") ||
         static_cast<unsigned char>(words.back()) < 0x80;
}

void classify_caption(std::string_view line, LineTraits& traits) {
  const std::size_t label = caption_label_length(line);
  if (label > 0 && label < line.size()) {
    traits.line_class = LineClass::caption;
    traits.cut_begin = static_cast<std::uint32_t>(label);
  } else if ((line.starts_with("▲") || line.starts_with("△")) &&
             line.find("▲", 3) == std::string_view::npos && traits.length > 10) {
    traits.line_class = LineClass::caption;
    traits.cut_begin = 3;
  } else if (line.starts_with("사진=") || line.starts_with("사진 =") ||
             line.starts_with("사진제공") || line.starts_with("/사진")) {
    traits.line_class = LineClass::caption;
    traits.cut_end = static_cast<std::uint32_t>(line.size());
    return;
  }
  const std::size_t credit = credit_begin(line);
  if (credit != std::string_view::npos) {
    traits.line_class = LineClass::caption;
    traits.cut_end = static_cast<std::uint32_t>(line.size() - credit);
  } else if (traits.line_class == LineClass::text && shows(line) && names_positions(line)) {
    traits.line_class = LineClass::caption;
  }
}

// A date, a dash or dot, and a word or two; or a date with a time among a few words. A label says
// what the date is of: that of a meeting is no day of publication.
bool is_bare_date(std::string_view line, const LineTraits& traits) {
  constexpr std::size_t kLongestOpening = 5;
  if (traits.length > 70 || traits.label) return false;
  const std::size_t first = next_digit(line, 0);
  if (first == line.size()) return false;
  const bool opens =
      traits.length <= 40 &&
      (count_code_points(line.substr(0, first)) <= kLongestOpening || opens_with_month(line));
  return (opens || has_time_of_day(line)) && find_date(line).known();
}

bool has_need(const NoisePhrase& row, std::string_view line, std::string_view bare,
              const LineTraits& traits, bool bullet) {
  // «담당자는 …», «입력 자료를 …했다.»
  const bool prose =
      traits.sentence && traits.length > 24 && line.find(':') == std::string_view::npos;
  const bool alone =
      bare.size() <= row.phrase.size() + 3 || line.find(':') != std::string_view::npos;
  switch (row.need) {
    case Need::nothing:
      return true;
    case Need::no_prose:
      return !prose;
    case Need::date:
      return !prose && (alone || has_time_of_day(line) || find_date(line).known());
    case Need::number:
      return !prose && next_digit(line, 0) != line.size();
    case Need::reachable:
      return !prose && (alone || has_phone_number(line) || (!bullet && traits.words <= 4));
  }
  return false;
}

LineClass classify_short(std::string_view line, const LineTraits& traits, bool bullet) {
  constexpr std::uint32_t kLongestWordy = 100;
  const LineKey key(line);
  const WordCounts counts = traits.length <= kLongestWordy ? count_words(line, traits.mail)
                                                           : WordCounts{1, 0, 0, 0, 0, 0, 0, false};
  if (key.bare().empty()) return LineClass::widget;
  if (counts.masked && !bullet) return LineClass::comment;
  if (counts.hashtags >= 2 && counts.hashtags * 2 >= counts.words) return LineClass::hashtags;
  if (const NoisePhrase* row = key.phrase(); row != nullptr) {
    if (!(bullet && row->line_class == LineClass::date_line) &&
        has_need(*row, line, key.bare(), traits, bullet))
      return row->line_class;
  }
  if (traits.sentence && traits.length > 30)
    return asks_for_calls(line, traits) ? LineClass::contact : LineClass::text;
  if (counts.words == counts.numbers && traits.length < 24 && !traits.bare_date)
    return LineClass::widget;
  if (counts.widgets == counts.words ||
      (counts.words >= 3 && counts.widgets * 3 >= counts.words * 2))
    return LineClass::widget;
  if (counts.words >= 3 && counts.sections * 2 >= counts.words && !bullet) return LineClass::menu;
  if (!bullet && is_breadcrumb(line, traits.length)) return LineClass::menu;
  if (is_ticker(line, counts) && traits.length <= 60) return LineClass::stock;
  const bool signs = counts.mails > 0 || counts.reporters > 0;
  if (traits.length <= 70 && signs && !traits.sentence &&
      line.find("다. ") == std::string_view::npos)
    return LineClass::byline;
  if (is_document_number(line, traits.length)) return LineClass::letterhead;
  if (is_english_byline(line) && traits.length <= 60) return LineClass::byline;
  if (has_phone_number(line) && traits.length <= 90 && !traits.sentence) return LineClass::contact;
  return LineClass::text;
}

}  // namespace

LineTraits classify_line(std::string_view line, bool bullet) {
  LineTraits traits;
  if (line.empty()) return traits;
  traits.length = static_cast<std::uint32_t>(count_code_points(line));
  traits.words = static_cast<std::uint32_t>(std::count(line.begin(), line.end(), ' ')) + 1;
  traits.sentence = ends_sentence(line);
  traits.stopped = traits.sentence && ends_with_stop(line);
  traits.clause = traits.length >= kShortestClause && ends_noun_clause(line);
  traits.label = is_label_line(line);
  traits.bare_date = is_bare_date(line, traits);
  traits.mail = line.find('@') != std::string_view::npos;
  if (line.size() <= LineKey::kLongest) {
    traits.line_class = classify_short(line, traits, bullet);
    if (traits.line_class != LineClass::text) return traits;
    classify_caption(line, traits);
  }
  if (traits.mail && traits.cut_end == 0) {
    const std::size_t tail = reporter_tail_begin(line);
    if (tail != std::string_view::npos)
      traits.cut_end = static_cast<std::uint32_t>(line.size() - tail);
  }
  if (traits.cut_end > 0) {
    const std::string_view kept =
        line.substr(0, line.find_last_not_of(' ', line.size() - traits.cut_end - 1) + 1);
    traits.sentence |= ends_sentence(kept);
    traits.stopped |= ends_with_stop(kept);
  }
  traits.sentence |= traits.clause;
  traits.polite = traits.sentence && ends_politely(line);
  const std::size_t dateline = dateline_length(line);
  if (dateline > 0 && dateline + traits.cut_end < line.size()) {
    traits.cut_begin = static_cast<std::uint32_t>(dateline);
  }
  return traits;
}

}  // namespace samgak
