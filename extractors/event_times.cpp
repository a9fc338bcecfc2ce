#include "extractors/event_times.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "extractors/dates.hpp"
#include "extractors/forms.hpp"
#include "extractors/predicates.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr int kWeek = 7;
constexpr long kLeadDays = 14;          // a report tells of days no longer past
constexpr std::size_t kFarthest = 600;  // bytes that a date or a cue may stand away from its event

bool is_event(const Mention& mention) {
  return mention.type == "Meeting" || mention.type == "Agreement" || mention.type == "Programme";
}

/// How much a claim weighs against another of the same event.
enum Weight {
  kByDefault = 10,
  kByWordsAround = 15,
  kByCopula = 16,
  kByDateAndName = 20,
  kByPresent = 25,
  kByHeadline = 28,
  kByPredicate = 30,
  kByAdnominal = 32,
  kByLinkedPlan = 35,
  kByGuessedMonth = 38,
  kByDate = 40,
  kByPlan = 50,
  kByLabel = 60
};

struct Claim {
  int weight = 0;
  std::string value;
  Span span;
};

/// The meeting in whose sentence a paper was signed.
struct Signing {
  EntityId event;
  Span span;
};

class EventTimesReader {
 public:
  EventTimesReader(const Lexicon& lexicon, const Document& document, const AnalyzedText& text,
                   Date published, std::vector<Predicates>& predicates)
      : lexicon_(lexicon),
        document_(document),
        text_(text),
        predicates_(predicates),
        published_(published) {}

  std::vector<TimeClaim> read() && {
    for (std::size_t i = 0; i < text_.sentences.size(); ++i)
      read_sentence(text_.sentences[i], predicates_[i]);
    // The day that the lead tells of is the day of the meeting that the text is about.
    if (lead_day_.weight > 0 && !lead_.empty() && dates_.count(lead_) == 0 && is_so(lead_, "held"))
      dates_[lead_] = {kByWordsAround, lead_day_.value, lead_day_.span};
    for (const auto& [paper, meeting] : signed_at_) {
      const auto day = dates_.find(meeting.event);
      if (dates_.count(paper) == 0 && day != dates_.end() && !is_so(paper, "planned"))
        dates_[paper] = {kByWordsAround, day->second.value, meeting.span};
    }
    std::vector<TimeClaim> out;
    for (const auto& [id, claim] : dates_) out.push_back({id, "date", claim.value, claim.span});
    for (const auto& [id, claim] : states_) out.push_back({id, "status", claim.value, claim.span});
    return out;
  }

 private:
  std::string_view text() const { return document_.text(); }

  bool is_so(EntityId id, std::string_view status) const {
    const auto state = states_.find(id);
    return state != states_.end() && state->second.value == status;
  }

  void read_sentence(const AnalyzedSentence& sentence, Predicates& predicates) {
    const SectionKind kind = document_.sections()[sentence.section].kind;
    in_headline_ = kind == SectionKind::title || kind == SectionKind::heading;
    const auto day = dates_.find(sentence.focus);
    const Date event =
        day == dates_.end() ? Date{} : Date::from_iso(day->second.value).value_or(Date{});
    std::vector<DateMention> dates = find_dates(text(), sentence.span, {published_, told_, event});
    const Date spoken = remove_idle(dates);
    read_label(sentence, dates);
    answer(sentence, dates);
    for (const Mention& mention : sentence.mentions) {
      if (is_event(mention) && !mention.attributive)
        read_event(sentence, predicates, dates, mention);
    }
    if (lead_.empty() && !sentence.focus.empty()) lead_ = sentence.focus;
    for (const DateMention& date : dates) {
      const bool past = !published_.known() || date.date.iso() <= published_.iso();
      if (date.date.day != 0 && !date.leaning && past) told_ = date.date;
      const bool recent = published_.day != 0 && past && date.date.day != 0 &&
                          days_since_epoch(published_) - days_since_epoch(date.date) <= kLeadDays;
      if (recent && lead_day_.weight == 0) lead_day_ = {1, date.date.iso(), sentence.span};
    }
    if (told_.day == 0) told_ = spoken;
  }

  /// Takes out the days on which somebody said so, and ends of times; gives the day of speech.
  Date remove_idle(std::vector<DateMention>& dates) const {
    const PhraseSet& speech = lexicon_.cue("speech");
    const PhraseSet& idle = lexicon_.cue("not_date_next");
    Date spoken;
    std::erase_if(dates, [&](const DateMention& date) {
      const std::string_view next = text().substr(date.span.end, 40);
      const std::string_view before = text().substr(0, date.span.begin);
      const bool english = before.ends_with(" said ") || before.ends_with(" said on ");
      // At once, or behind one mark.
      const bool said = english || speech.begins_within(next, 2);
      if (said) spoken = date.date;
      return said || starts_with_any(next, idle) || is_of_last_time(date);
    });
    return spoken;
  }

  /// «지난해 6월 워싱턴에서 개최된 이후 9개월 만에 열렸다»: when the one before was held.
  bool is_of_last_time(const DateMention& date) const {
    constexpr std::size_t kReach = 90;  // bytes
    std::string_view behind = text().substr(date.span.end, kReach);
    behind = behind.substr(0, behind.find_first_of(".,\n"));
    return holds_any(behind, lexicon_.cue("since_then"));
  }

  void claim_date(EntityId id, int weight, Date date, Span span) {
    const std::string value = date.iso();
    Claim& best = dates_[id];
    const bool finer = value.size() > best.value.size() && value.starts_with(best.value);
    const bool coarser = best.value.size() > value.size() && best.value.starts_with(value);
    if (best.weight == 0 || (weight > best.weight && !coarser) || finer)
      best = {std::max(weight, best.weight), value, span};
  }

  void claim_status(EntityId id, int weight, bool planned, Span span) {
    // A headline is brief: what the body says of the same event counts for more.
    if (in_headline_) weight = std::min<int>(weight, kByHeadline);
    Claim& best = states_[id];
    if (weight > best.weight) best = {weight, planned ? "planned" : "held", span};
  }

  /// «the first dialogue in Seoul in November 2023»: the date stands close behind, with its
  /// preposition.
  bool is_hung_on(const Mention& event, const DateMention& date) const {
    constexpr std::uint32_t kClose = 40;
    const char first = text()[date.span.begin];
    return date.span.begin >= event.span.end && date.span.begin - event.span.end <= kClose &&
           first >= 'a' && first <= 'z';
  }

  /// «will meet on Friday», «26일 열 예정이다»: the next such day, not the last.
  bool is_yet_to_come(const DateMention& date, const Predicate& predicate) const {
    if (date.cycle == 0 || published_.day == 0 || date.date >= published_ || !predicate.direct)
      return false;
    // «18일 열 예정» on the 19th was written the day before.
    const long days_ago = days_since_epoch(published_) - days_since_epoch(date.date);
    const bool long_ago = days_ago * 2 > date.cycle || date.cycle == kWeek;
    return long_ago && (predicate.tense == Tense::planned || predicate.tense == Tense::present);
  }

  /// «일시: 2025. 4. 10.»: about the meeting that the text is about.
  void read_label(const AnalyzedSentence& sentence, const std::vector<DateMention>& dates) {
    constexpr std::uint32_t kLabelEnds = 40;
    constexpr std::size_t kLabelBegins = 12;
    const std::string_view head = text().substr(sentence.span.begin, kLabelEnds);
    const PhraseSet& labels = lexicon_.cue("label_date");
    if (dates.empty() || !labels.begins_within(head, kLabelBegins + 1) ||
        dates.front().span.begin - sentence.span.begin > kLabelEnds)
      return;
    const auto main = std::find_if(text_.sentences.begin(), text_.sentences.end(),
                                   [](const AnalyzedSentence& s) { return !s.focus.empty(); });
    if (main == text_.sentences.end()) return;
    claim_date(main->focus, kByLabel, dates.front().date, sentence.span);
  }

  /// «다음 회의는?» «내년 6월 서울입니다.»: the question names the meeting, the answer begins with
  /// the day.
  void answer(const AnalyzedSentence& sentence, const std::vector<DateMention>& dates) {
    constexpr std::uint32_t kAnswerBegins = 6;
    const EntityId asked = std::exchange(waiting_, {});
    if (asked.empty() || dates.empty() ||
        dates.front().span.begin - sentence.span.begin > kAnswerBegins)
      return;
    claim_date(asked, kByPredicate, dates.front().date, sentence.span);
    if (published_.known())
      claim_status(asked, kByDate, dates.front().date.iso() > published_.iso(), sentence.span);
  }

  /// Does another event stand between the two, with a verb that gives it the date («지난달 열린
  /// 포럼의 후속 회의»)?
  bool owned(const AnalyzedSentence& sentence, const DateMention& date,
             const Mention& event) const {
    for (const Mention& other : sentence.mentions) {
      if (&other == &event || !is_event(other) || other.attributive ||
          other.span.begin < date.span.end)
        continue;
      const bool between = event.span.begin < date.span.begin || other.span.end <= event.span.begin;
      if (!between || other.span.begin - date.span.end > kFarthest) break;
      const std::string_view gap = slice(text(), {date.span.end, other.span.begin});
      const bool told = holds_any(gap, lexicon_.cue("held_before")) ||
                        holds_any(gap, lexicon_.cue("coming_before"));
      if (told || event.span.begin > date.span.begin) return true;
      break;
    }
    return false;
  }

  /// «회담을 하루 앞둔 12일»: the day before.
  bool is_eve(const Mention& event, const DateMention& date) const {
    return holds_any(slice(text(), {event.span.end, date.span.begin}), lexicon_.cue("eve"));
  }

  /// The date of `event` in its sentence, or null.
  const DateMention* date_of(const AnalyzedSentence& sentence,
                             const std::vector<DateMention>& dates, const Mention& event,
                             Span clause) const {
    const auto right =
        std::lower_bound(dates.begin(), dates.end(), event.span.end,
                         [](const DateMention& d, std::uint32_t at) { return d.span.begin < at; });
    const bool topic = event.role == ParticleRole::topic || event.role == ParticleRole::subject;
    const DateMention* behind = nullptr;
    if (right != dates.end()) {
      const auto next =
          std::find_if(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& m) {
            return is_event(m) && !m.attributive && m.span.begin >= event.span.end;
          });
      const bool before_next =
          next == sentence.mentions.end() || right->span.begin < next->span.begin;
      const bool same_clause = right->span.begin < clause.end;
      if (before_next && same_clause && right->span.begin - event.span.end <= kFarthest &&
          !owned(sentence, *right, event) && !is_eve(event, *right))
        behind = &*right;
    }
    if (topic && behind != nullptr) return behind;
    if (right != dates.begin()) {
      const DateMention& left = *(right - 1);
      if (left.span.end <= event.span.begin && event.span.begin - left.span.end <= kFarthest &&
          !owned(sentence, left, event))
        return &left;
    }
    return behind;
  }

  void read_event(const AnalyzedSentence& sentence, Predicates& predicates,
                  const std::vector<DateMention>& dates, const Mention& event) {
    const auto it = std::find_if(sentence.clauses.begin(), sentence.clauses.end(),
                                 [&](const Span& clause) { return event.span.begin < clause.end; });
    const Span clause = it == sentence.clauses.end() ? sentence.span : *it;
    const EntityId id = event.entities.front();
    const bool english = sentence.english;
    const Predicate predicate = english ? english_predicate(slice(text(), sentence.span), lexicon_)
                                        : predicates.behind(event.span.end);
    if (predicate.denied) return;
    const std::string_view said =
        slice(text(), {clause.begin, std::max(clause.end, predicate.end)});
    const bool told = english                     ? predicate.tense != Tense::none
                      : event.type == "Meeting"   ? holds_any(said, lexicon_.cue("holding"))
                      : event.type == "Agreement" ? holds_any(said, lexicon_.cue("signing"))
                                                  : holds_any(said, lexicon_.cue("operating_verb"));
    const DateMention* date = date_of(sentence, dates, event, clause);
    DateMention coming;
    if (date != nullptr && is_yet_to_come(*date, predicate)) {
      coming = *date;
      coming.date = next_in_cycle(coming);
      date = &coming;
    }
    // «이번 회의의 뿌리는 지난해 …»: what stands behind a genitive tells of something else.
    if (date != nullptr && event.role == ParticleRole::genitive &&
        date->span.begin > event.span.begin)
      date = nullptr;
    // «한미정상회담 후속 조치를 논의했다»: the sentence tells of another day.
    const bool in_passing =
        starts_with_any(text().substr(event.extent.end, 32), lexicon_.cue("passing_next"));
    if (date != nullptr && event.type != "Programme") {
      const bool behind = english && is_hung_on(event, *date);
      const bool near =
          behind || (event.span.begin >= date->span.end && event.span.begin - date->span.end <= 40);
      if (told && !in_passing)
        claim_date(id, kByPredicate, date->date, sentence.span);
      else if (near)
        claim_date(id, kByDateAndName, date->date, sentence.span);
    }
    read_status(sentence, event, predicate, told, date);
    const bool waits = event.type == "Meeting" && date == nullptr && predicate.tense == Tense::none;
    if (waits && event.role == ParticleRole::topic) waiting_ = id;
    const bool is_signed = event.type == "Agreement" && told && date == nullptr;
    if (is_signed && !sentence.focus.empty())
      signed_at_.try_emplace(id, Signing{sentence.focus, sentence.span});
  }

  void read_status(const AnalyzedSentence& sentence, const Mention& event,
                   const Predicate& predicate, bool told, const DateMention* date) {
    const EntityId id = event.entities.front();
    const Span span = sentence.span;
    if (date != nullptr && published_.known() && (told || event.type != "Programme")) {
      const std::string day = date->date.iso();
      const std::string today = published_.iso().substr(0, day.size());
      const int weight = date->cycle != 0 ? kByGuessedMonth : kByDate;
      if (day > today) claim_status(id, weight, true, span);
      if (day < today || (day == today && date->date.day != 0)) {
        if (predicate.tense != Tense::planned || day < today) claim_status(id, weight, false, span);
      }
    }
    const std::string_view before =
        slice(text(), {std::max(span.begin, event.span.begin < 48 ? 0U : event.span.begin - 48),
                       event.span.begin});
    if (stands_before(before, lexicon_.cue("held_before")))
      claim_status(id, kByAdnominal, false, span);
    if (stands_before(before, lexicon_.cue("coming_before")))
      claim_status(id, kByAdnominal, true, span);
    const bool inside = event.role == ParticleRole::at || event.role == ParticleRole::genitive;
    // «이번 협약을 통해 … 구축할 예정이다»: what is to come is what it leads to.
    if (starts_with_any(text().substr(event.extent.end, 32), lexicon_.cue("by_means"))) {
      if (event.type == "Meeting") claim_status(id, kByDefault, false, span);
      return;
    }
    // «센터를 설립하여 … 지원하기로 했다» sets up the centre; «회의를 열고 … 협력하기로 했다» held
    // the meeting.
    const bool founded = event.type == "Programme" && event.role == ParticleRole::object;
    switch (predicate.tense) {
      case Tense::planned:
        claim_status(id, predicate.direct && !inside ? kByPlan : kByLinkedPlan, true, span);
        break;
      case Tense::promised:
        claim_status(id, kByPredicate, (predicate.direct || (founded && told)) && !inside, span);
        break;
      case Tense::present:
        claim_status(id, kByPresent, true, span);
        break;
      case Tense::past:
        claim_status(id, kByPredicate, false, span);
        break;
      case Tense::copula:
        claim_status(id, kByCopula, false, span);
        break;
      case Tense::none:
        break;
    }
    if (event.type == "Meeting") claim_status(id, kByDefault, false, span);
  }

  /// Does the last word before the name, quotation marks aside, end in one of the cues?
  static bool stands_before(std::string_view before, const PhraseSet& cues) {
    while (!before.empty() && !is_letter_or_digit(decode_before(before, before.size()).value))
      before.remove_suffix(decode_before(before, before.size()).length);
    return cues.at_end_of(before);
  }

  const Lexicon& lexicon_;
  const Document& document_;
  const AnalyzedText& text_;
  std::vector<Predicates>& predicates_;  ///< by sentence
  Date published_;
  Date told_;
  EntityId lead_;   ///< the meeting that the text is about
  Claim lead_day_;  ///< the first day just gone by that the text tells of
  bool in_headline_ = false;
  EntityId waiting_;  ///< meeting that the last sentence named and told nothing of
  std::map<EntityId, Claim> dates_;
  std::map<EntityId, Claim> states_;
  std::map<EntityId, Signing> signed_at_;  ///< of papers
};

/// A release without a line that says when it was published often bears its day in the head.
Date day_of_head(std::string_view text) {
  constexpr std::uint32_t kHead = 300;  // bytes
  std::uint32_t end = std::min<std::uint32_t>(kHead, static_cast<std::uint32_t>(text.size()));
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  for (const DateMention& date : find_dates(text, {0, end}, {})) {
    if (date.date.day != 0) return date.date;
  }
  return {};
}

}  // namespace

std::vector<TimeClaim> read_event_times(const Lexicon& lexicon, const Document& document,
                                        const AnalyzedText& text, Date published,
                                        std::vector<Predicates>& predicates) {
  if (!published.known()) published = day_of_head(document.text());
  return EventTimesReader(lexicon, document, text, published, predicates).read();
}

}  // namespace samgak
