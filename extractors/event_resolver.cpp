#include "extractors/event_resolver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "extractors/event_words.hpp"
#include "extractors/short_forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// The key of a series, short type words written out («공동위» → «공동위원회»).
std::string series_key(std::string_view name, const std::vector<std::string>& short_words) {
  std::string key = name_key(without_gloss(name));
  for (const std::string& pair : short_words) {
    const std::size_t sign = pair.find('=');
    const std::string_view shorter = std::string_view(pair).substr(0, sign);
    if (!key.ends_with(shorter)) continue;
    key.replace(key.size() - shorter.size(), std::string::npos, pair.substr(sign + 1));
    break;
  }
  return key;
}

constexpr std::size_t kFirstTimeReach = 70;  // bytes

struct Ordinal {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string number;
};

/// «제3차», «3차», «첫» at the beginning of a word of `name`; `end` is 0 when it has none.
Ordinal find_ordinal(std::string_view name) {
  constexpr std::string_view kFirst = "첫 ";
  bool word_begins = true;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = decode(name, at);
    if (word_begins && name.substr(at).starts_with(kFirst)) return {at, at + kFirst.size(), "1"};
    std::size_t digits = at + (c.value == U'제' ? c.length : 0);
    std::size_t end = digits;
    while (end < name.size() && is_digit(static_cast<unsigned char>(name[end]))) ++end;
    const CodePoint unit = decode(name, end);
    if (word_begins && end > digits && (unit.value == U'차' || unit.value == U'회')) {
      return {at, end + unit.length, std::string(name.substr(digits, end - digits))};
    }
    const std::string_view suffix = name.substr(end, 2);  // «2nd»
    if (word_begins && end > at &&
        (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th"))
      return {at, end + 2, std::string(name.substr(at, end - at))};
    word_begins = !is_letter_or_digit(c.value);
    at += c.length;
  }
  return {};
}

/// A bit for each code point: the letters of a short form are all in the full name.
std::uint64_t letters_of(std::string_view series) {
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < series.size();) {
    const CodePoint c = decode(series, at);
    bits |= std::uint64_t{1} << (static_cast<std::uint32_t>(c.value) * 0x9E3779B1U >> 26);
    at += c.length;
  }
  return bits;
}

bool has_hangul(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); at += decode(name, at).length) {
    if (is_hangul_syllable(decode(name, at).value)) return true;
  }
  return false;
}

/// The states in a name, sorted.
EntityIds states_in(const Mention& event, const std::vector<Mention>& mentions) {
  EntityIds out;
  for (const Mention& part : mentions) {
    if (part.type == "Country" && event.span.contains(part.span))
      out.append(part.entities.begin(), part.entities.end());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Splits «제3차 한영 회의» into its ordinal and the rest (as a key).
std::pair<std::string, std::string> split_ordinal(std::string_view name, const Lexicon& lexicon) {
  const std::vector<std::string>& short_words = lexicon.cue("short_type_word");
  const auto begins_with_word = [&](std::string_view word) {
    return name.starts_with(word) && name.substr(word.size()).starts_with(' ');
  };
  for (const std::string_view pair : lexicon.cue("ordinal_word")) {
    const std::size_t sign = pair.find('=');
    if (begins_with_word(pair.substr(0, sign)))
      return {std::string(pair.substr(sign + 1)), series_key(name.substr(sign), short_words)};
  }
  for (const std::string_view word : lexicon.cue("next_meeting")) {
    if (word != "첫" && begins_with_word(word))
      return {"next", series_key(name.substr(word.size()), short_words)};
  }
  if (const auto [begin, end, number] = find_ordinal(name); end > begin) {
    return {number, series_key(std::string(name.substr(0, begin)) + std::string(name.substr(end)),
                               short_words)};
  }
  return {"", series_key(name, short_words)};
}

/// The series of a name without the states in it («핵심광물협의회» of «한-카자흐스탄 핵심광물
/// 협의회»).
std::string core_of(std::string_view text, const Mention& event, std::string_view name,
                    const std::vector<Mention>& mentions, const Lexicon& lexicon) {
  if (name != slice(text, event.span)) return {};
  std::string core;
  std::uint32_t at = event.span.begin;
  for (const Mention& part : mentions) {
    if (part.type != "Country" || !event.span.contains(part.span) || part.span.begin < at) continue;
    core += slice(text, {at, part.span.begin});
    at = part.span.end;
  }
  core += slice(text, {at, event.span.end});
  while (!core.empty() && !is_letter_or_digit(decode(core, 0).value))
    core.erase(0, decode(core, 0).length);
  return split_ordinal(core, lexicon).second;
}

}  // namespace

EventResolver::EventResolver(const Lexicon& lexicon, std::string_view scope)
    : lexicon_(lexicon), scope_(name_key(scope)) {}

// «디지털 장관회의는 2022년 10월 처음 열렸다»
bool EventResolver::is_first_time(std::string_view text, const Mention& mention) const {
  std::string_view behind = text.substr(mention.span.end, kFirstTimeReach);
  behind = behind.substr(0, behind.find_first_of(".,\n"));
  const std::vector<std::string>& words = lexicon_.cue("first_time");
  return mention.type == "Meeting" &&
         std::any_of(words.begin(), words.end(), [&](const std::string& word) {
           return behind.find(word) != std::string_view::npos;
         });
}

bool EventResolver::is_any_meeting(std::string_view series) const {
  const std::vector<std::string>& words = lexicon_.cue("any_meeting");
  return std::find(words.begin(), words.end(), series) != words.end();
}

void EventResolver::call_series(Event& event, std::string series) const {
  event.letters = letters_of(series);
  event.korean = has_hangul(series);
  event.any_meeting = is_any_meeting(series);
  event.series = std::move(series);
}

// «협의회» alone is said of many.
bool EventResolver::is_own_core(std::string_view core) const {
  constexpr std::size_t kShortest = 6;  // code points
  return count_code_points(core) >= kShortest && !is_any_meeting(core);
}

int EventResolver::find(const Mention& mention, std::string_view series, std::string_view ordinal,
                        std::string_view core, const EntityIds& states, int named_here) const {
  // «두 번째 회의» says nothing but the number.
  const bool any = is_any_meeting(series);
  const bool korean = has_hangul(series);
  const std::uint64_t letters = letters_of(series);
  for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
    const Event& event = events_[static_cast<std::size_t>(*it)];
    if (event.type != mention.type) continue;
    // «2nd Korea-Canada AI Dialogue» is «제2차 한-캐나다 AI 대화».
    const bool other_language = !states.empty() && states == event.states && !ordinal.empty() &&
                                event.ordinal == ordinal && korean != event.korean;
    if (other_language) return *it;
    const bool same_number = !ordinal.empty() && ordinal != "next" && event.ordinal == ordinal;
    if (same_number && (any || event.any_meeting)) return *it;
    // «대화를 새로 꾸리고 첫 회의를 연다»: the first meeting of what was just named.
    const bool just_named = *it == named_here && ordinal == "1" && event.ordinal.empty();
    if (any && just_named) return *it;
    if (any && !ordinal.empty()) continue;
    // «첫 회의» does not stand for every name that ends so.
    if (event.any_meeting && event.series != series) continue;
    const bool numbered_apart =
        !ordinal.empty() && !event.ordinal.empty() && event.ordinal != ordinal;
    if (numbered_apart || event.ordinal == "next") continue;
    const bool shorter = (letters & ~event.letters) == 0 && abbreviates(series, event.series);
    if (shorter || ((event.letters & ~letters) == 0 && abbreviates(event.series, series)))
      return *it;
    // «한-카자흐스탄 핵심광물 협의회» and «제1차 핵심광물 공급망 협의회»: only one of them names
    // the states.
    const bool one_has_states = states.empty() != event.states.empty();
    if (one_has_states && is_own_core(core) && is_own_core(event.core) &&
        (abbreviates(core, event.core) || abbreviates(event.core, core)))
      return *it;
  }
  return -1;
}

int EventResolver::series_of(const Mention& mention, std::string_view words) const {
  const bool any = is_any_meeting(words);
  const std::uint64_t letters = letters_of(words);
  for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
    const Event& event = events_[static_cast<std::size_t>(*it)];
    if (event.type != mention.type || event.series.size() < words.size()) continue;
    const bool same_series =
        any ? !event.ordinal.empty()
            : (letters & ~event.letters) == 0 && abbreviates(words, event.series);
    if (same_series) return *it;
  }
  return -1;
}

void EventResolver::resolve(std::string_view text, bool headline, std::vector<Mention>& mentions) {
  constexpr std::uint32_t kClosingMark = 5;  // bytes: a quotation mark and a space
  int named_here = -1;
  Mention* last = nullptr;  ///< the event named before in this sentence
  for (Mention& mention : mentions) {
    if (mention.type != "Meeting" && mention.type != "Agreement" && mention.type != "Programme")
      continue;
    const auto given = std::find_if(given_names_.begin(), given_names_.end(),
                                    [&](const auto& pair) { return pair.first == mention.span; });
    const std::string name =
        given == given_names_.end() ? std::string(slice(text, mention.span)) : given->second;
    auto [ordinal, series] = split_ordinal(name, lexicon_);
    if (ordinal.empty() && is_first_time(text, mention)) ordinal = "1";
    const bool general = mention.general;
    const EntityIds states = states_in(mention, mentions);
    const std::string core = core_of(text, mention, name, mentions, lexicon_);
    // «‘한·일 경제안보대화’ 제3차 회의»: the number of the name right before it.
    const bool numbers_name = !ordinal.empty() && is_any_meeting(series) && named_here >= 0 &&
                              mention.span.begin >= last->span.end &&
                              mention.span.begin - last->span.end <= kClosingMark &&
                              events_[static_cast<std::size_t>(named_here)].ordinal.empty();
    int index =
        numbers_name ? named_here : find(mention, series, ordinal, core, states, named_here);
    if (index < 0) {
      Event event;
      event.type = mention.type;
      event.ordinal = ordinal;
      event.names = {name};
      event.states = states;
      event.core = core;
      event.general = general;
      call_series(event, series);
      const int base = ordinal.empty() ? -1 : series_of(mention, series);
      if (base >= 0) {
        // The next one of a series is called after it.
        const Event& known = events_[static_cast<std::size_t>(base)];
        call_series(event, known.series);
        event.base = base;
        const std::string full = known.names.front();
        const auto [known_ordinal, rest] = split_ordinal(full, lexicon_);
        const std::size_t cut = known_ordinal.empty() ? 0 : full.find(' ');
        const std::string bare = cut == 0 || cut == std::string::npos ? full : full.substr(cut + 1);
        std::string number = ordinal;
        if (number == "next" && !known_ordinal.empty() &&
            std::isdigit(static_cast<unsigned char>(known_ordinal[0]))) {
          number = fmt::format("{}", std::stoi(known_ordinal.substr(0, 4)) + 1);
        }
        event.states = known.states;
        const bool korean = has_hangul(bare);
        event.names.insert(event.names.begin(), number == "next"
                                                    ? (korean ? "차기 " : "next ") + bare
                                                : korean ? fmt::format("제{}차 {}", number, bare)
                                                         : fmt::format("No. {} {}", number, bare));
        mention.reason = {"another one of the series ", bare_names_.emplace_back(bare)};
      }
      index = static_cast<int>(events_.size());
      events_.push_back(std::move(event));
    } else {
      Event& event = events_[static_cast<std::size_t>(index)];
      if (numbers_name) {
        event.names.insert(event.names.begin(), event.names.front() + " " + name);
        last->attributive = true;
      } else if (std::find(event.names.begin(), event.names.end(), name) == event.names.end()) {
        event.names.push_back(name);
      }
      if (series.size() > event.series.size()) {
        call_series(event, series);
        std::swap(event.names.front(), event.names.back());
      } else if (!ordinal.empty() && event.ordinal.empty() && series == event.series) {
        std::swap(event.names.front(), event.names.back());
      }
      if (event.ordinal.empty()) event.ordinal = ordinal;
      event.general &= general;
      mention.reason.more = "; short or full name of one event";
    }
    events_[static_cast<std::size_t>(index)].of_body |= !headline;
    std::erase(recent_, index);
    recent_.push_back(index);
    named_here = index;
    last = &mention;
    mention.entities = {EntityId::provisional(static_cast<std::uint32_t>(index))};
  }
  given_names_.clear();
}

// «소행성 탐사 협력 약정 맺는다» over a text about the «우주탐사 협력 이행약정»; -1 when the body
// names none or several of that kind.
int EventResolver::paper_of_body(const Event& headline) const {
  constexpr std::size_t kKind = 6;  // bytes: the last two syllables tell the kind of paper
  const std::string name(without_gloss(headline.names.front()));
  if (headline.type != "Agreement" || headline.of_body || name.size() < kKind) return -1;
  const std::string_view kind = std::string_view(name).substr(name.size() - kKind);
  int only = -1;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const Event& event = events_[i];
    if (event.type != headline.type || !event.of_body ||
        !without_gloss(event.names.front()).ends_with(kind))
      continue;
    if (only >= 0) return -1;
    only = static_cast<int>(i);
  }
  return only;
}

std::vector<EntityId> EventResolver::final_ids(DocumentEntities& entities) {
  std::vector<EntityId> out;
  for (Event& event : events_) {
    if (const int same = paper_of_body(event); same >= 0) {
      Event& paper = events_[static_cast<std::size_t>(same)];
      paper.names.insert(paper.names.end(), event.names.begin(), event.names.end());
      event.names.assign(1, paper.names.front());
      event.general = paper.general;
    }
    std::string id = event.type == "Meeting"     ? "meeting/"
                     : event.type == "Agreement" ? "agreement/"
                                                 : "programme/";
    id += name_key(event.names.front());
    if (event.general) id.append("@").append(scope_);
    out.push_back(entities.of(id));
  }
  return out;
}

std::map<EntityId, EntityId> EventResolver::bases(const std::vector<EntityId>& final_ids) const {
  std::map<EntityId, EntityId> out;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (events_[i].base >= 0)
      out[final_ids[i]] = final_ids[static_cast<std::size_t>(events_[i].base)];
  }
  return out;
}

}  // namespace samgak
