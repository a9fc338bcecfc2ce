#include "extractors/event_names.hpp"

#include <algorithm>
#include <optional>

#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// A quoted sentence is no name: names are short and hold no finite verb.
constexpr std::size_t kLongestName = 40;  // code points

char32_t closing_mark(char32_t opening) {
  switch (opening) {
    case U'‘':
      return U'’';
    case U'“':
      return U'”';
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'«':
      return U'»';
    case U'\'':
      return U'\'';
    case U'"':
      return U'"';
    default:
      return 0;
  }
}

/// Length of «제1차», «1차», «제2회» at `at`, 0 when there is none.
std::uint32_t ordinal_length(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  if (decode(text, at).value == U'제') at += decode(text, at).length;
  const std::uint32_t digits = at;
  while (at < text.size() && is_digit(decode(text, at).value)) ++at;
  const char32_t unit = decode(text, at).value;
  if (at == digits || (unit != U'차' && unit != U'회')) return 0;
  // «제2차관»
  if (decode(text, at + decode(text, at).length).value == U'관') return 0;
  return at + decode(text, at).length - begin;
}

/// «집행위원회의 …»: the genitive of a body is no meeting.
bool is_genitive_of_body(std::string_view name, const Lexicon& lexicon) {
  return ends_with_any(name, lexicon.cue("genitive_of_body"));
}

const TypeWord* type_of(std::string_view name, const Lexicon& lexicon) {
  const TypeWord* best = nullptr;
  if (is_genitive_of_body(name, lexicon)) return nullptr;
  lexicon.type_word_forms.for_each_at_end(name, [&](std::uint32_t index) {
    const TypeWord& word = lexicon.type_words[index];
    const bool event =
        word.type == "Meeting" || word.type == "Agreement" || word.type == "Programme";
    if (event && (!word.numbered || ordinal_length(name, 0) > 0) &&
        name.size() > word.word.size() &&
        (best == nullptr || word.word.size() > best->word.size())) {
      best = &word;
    }
  });
  return best;
}

/// The words of the name that begins at `begin`: its end and its type word.
struct NameEnd {
  std::uint32_t end = 0;
  const TypeWord* type = nullptr;
  ParticleRole role = ParticleRole::none;
};

/// Does somebody set up or run the programme, or hold the meeting, that ends at `end`?
bool is_set_up(std::string_view text, std::uint32_t end, const TypeWord& type, ParticleRole role,
               const Lexicon& lexicon) {
  const bool meeting = type.type == "Meeting";
  if (role != ParticleRole::object && (meeting || role != ParticleRole::means)) return false;
  const std::size_t space = text.find(' ', end);
  if (space == std::string_view::npos) return false;
  return starts_with_any(text.substr(space + 1),
                         lexicon.cue(meeting ? "hosting_verb" : "operating_verb"));
}

constexpr int kMostWords = 8;

/// «연구 프로그램인 …»: the name itself follows.
constexpr std::string_view kCopula = "인 ";

/// Do the words before a type word tell no more than its kind («장관급 협의체»)?
bool tells_a_kind(std::string_view text, Span words, const Lexicon& lexicon) {
  const std::vector<std::string>& kinds = lexicon.cue("kind_of_event");
  std::string_view word = slice(text, words);
  while (word.ends_with(' ')) word.remove_suffix(1);
  return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

/// Reads on from `from`; the name itself begins at `begin`.
NameEnd read_name(std::string_view text, std::uint32_t begin, std::uint32_t from, int most_words,
                  const std::vector<Mention>& mentions, const Lexicon& lexicon,
                  const ParticleSplitter& particles) {
  NameEnd best;
  std::uint32_t at = from;
  for (int words = 0; words < most_words && at < text.size(); ++words) {
    std::uint32_t end = at;
    while (end < text.size()) {
      const CodePoint c = decode(text, end);
      if (!is_letter_or_digit(c.value) && !is_middle_dot(c.value) && !is_hyphen(c.value) &&
          c.value != '+')
        break;
      end += c.length;
    }
    if (end == at) break;
    // The word may end in a type word, or in a type word and a particle.
    bool closed = false;
    for (std::uint32_t cut = end; cut > at && !closed; cut -= decode_before(text, cut).length) {
      const std::optional<ParticleRole> role = particles.role_at(text.substr(0, end), cut);
      const TypeWord* type = role ? type_of(text.substr(begin, cut - begin), lexicon) : nullptr;
      if (type == nullptr) continue;
      best = {cut, type, *role};
      closed = cut < end;
      break;
    }
    if (closed || end >= text.size() || text[end] != ' ') break;
    if (ends_an_argument({at, end}, mentions) ||
        ends_with_any(slice(text, {at, end}), lexicon.cue("name_break")))
      break;
    at = end + 1;
  }
  return best;
}

}  // namespace

namespace {

bool holds_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
    const char32_t c = decode(text, at).value;
    if (is_hangul_syllable(c) || is_latin(c)) return true;
  }
  return false;
}

/// «제4차 ‘기술유출 합동대응단’ 회의», «‘핵심광물안보’(MSP) 고위급회담»: a quoted name before a
/// type word for meetings. `quoted` includes the marks.
std::optional<Mention> quoted_modifier(std::string_view text, Span sentence, Span quoted,
                                       const Lexicon& lexicon, const ParticleSplitter& particles) {
  constexpr std::size_t kLongestQuote = 25;  // code points
  constexpr int kMostTypeWords = 2;
  const std::string_view quote = slice(text, quoted);
  // «'2+2' 차관 대화»: figures describe, they name nothing.
  if (count_code_points(quote) > kLongestQuote || !holds_letters(quote)) return std::nullopt;
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::uint32_t at = quoted.end;
  if (visible_text.substr(at).starts_with('(')) {
    const std::size_t close = visible_text.find(')', at);
    if (close == std::string_view::npos) return std::nullopt;
    at = static_cast<std::uint32_t>(close) + 1;
  }
  if (!visible_text.substr(at).starts_with(' ')) return std::nullopt;
  const NameEnd name =
      read_name(visible_text, quoted.begin, at + 1, kMostTypeWords, {}, lexicon, particles);
  const bool paper = name.type != nullptr && name.type->type == "Agreement" && name.type->strong;
  if (name.type == nullptr || (name.type->type != "Meeting" && !paper)) return std::nullopt;
  Span span{quoted.begin, name.end};
  if (quoted.begin > sentence.begin && text[quoted.begin - 1] == ' ') {
    const std::uint32_t word = word_start(text, sentence.begin, quoted.begin - 1);
    const std::uint32_t ordinal = ordinal_length(text, word);
    if (ordinal > 0 && word + ordinal == quoted.begin - 1) span.begin = word;
  }
  Mention mention = event(span, name.type->type, "quoted name before a type word");
  mention.role = name.role;
  return mention;
}

/// Does somebody set up or run what the quotation marks that end at `behind` hold («‘기술유출
/// 위험지도’를 내년 가동할»)? Laws and papers are not run.
bool is_run(std::string_view text, std::uint32_t behind, std::string_view name,
            const Lexicon& lexicon, const ParticleSplitter& particles) {
  constexpr std::size_t kLongestUntyped = 20;  // code points
  constexpr std::size_t kReach = 45;           // bytes in which the verb follows
  const std::optional<ParticleRole> role = particles.role_at(text, behind);
  std::string_view next = text.substr(behind, kReach);
  // «‘특허심사하이웨이’ 시행»: the noun of running follows at once.
  const bool noun = role == ParticleRole::none && next.starts_with(' ') &&
                    starts_with_any(next.substr(1), lexicon.cue("operating_verb"));
  if (count_code_points(name) > kLongestUntyped || !holds_letters(name) ||
      (role != ParticleRole::object && !noun) ||
      ends_with_any(name, lexicon.cue("not_programme_end")) || name.ends_with("다"))
    return false;
  next = next.substr(0, next.find_first_of(".,\n"));
  return holds_any(next, lexicon.cue("operating_verb"));
}

}  // namespace

std::vector<Mention> find_quoted_names(std::string_view text, Span sentence, const Lexicon& lexicon,
                                       const ParticleSplitter& particles) {
  const std::string_view visible = text.substr(0, sentence.end);
  std::vector<Mention> out;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint opening = decode(text, at);
    at += opening.length;
    const char32_t closing = closing_mark(opening.value);
    if (closing == 0) continue;
    std::uint32_t end = at;
    while (end < sentence.end && decode(text, end).value != closing)
      end += decode(text, end).length;
    if (end >= sentence.end) continue;
    const std::string_view name = slice(text, {at, end});
    const TypeWord* type = count_code_points(without_gloss(name)) <= kLongestName
                               ? type_of(without_gloss(name), lexicon)
                               : nullptr;
    const std::uint32_t behind = end + decode(text, end).length;
    // «"… AI 허브"라고 강조했다»: what somebody said, no name.
    if ((closing == U'"' || closing == U'”') &&
        starts_with_any(text.substr(behind, sentence.end - behind), lexicon.cue("quoted_speech")))
      continue;
    if (type == nullptr || type->type == "Programme") {
      if (auto named =
              quoted_modifier(text, sentence, {at - opening.length, behind}, lexicon, particles)) {
        at = named->span.end;
        out.push_back(std::move(*named));
        continue;
      }
      if (type == nullptr && is_run(visible, behind, name, lexicon, particles)) {
        Mention programme = event({at, end}, EntityType("Programme"), "quoted name of what is run");
        programme.role = ParticleRole::object;
        at = end;
        out.push_back(std::move(programme));
        continue;
      }
      if (type == nullptr) continue;
    }
    // «‘따로 협의’»: an adverb before a general word makes no name.
    if (!type->strong && ends_a_phrase(name.substr(0, name.find(' ')), lexicon) &&
        name.find(' ') + 1 + type->word.size() == name.size())
      continue;
    Mention mention = event({at, end}, type->type, "name in quotation marks");
    mention.role = particles.role_behind_gloss(text.substr(0, sentence.end), behind);
    out.push_back(std::move(mention));
    at = end;
  }
  return out;
}

std::vector<Mention> find_anchored_names(std::string_view text, Span sentence,
                                         const std::vector<Mention>& compounds,
                                         const Lexicon& lexicon,
                                         const ParticleSplitter& particles) {
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<std::uint32_t> anchors;
  for (const Mention& mention : compounds) {
    const bool in_title = std::any_of(compounds.begin(), compounds.end(), [&](const Mention& m) {
      return m.type == "Person" && m.extent.contains(mention.span);
    });
    const bool of_city = mention.type == "Country" && mention.attributive;  // «베트남 하노이»
    if ((mention.type == "Country" || mention.type == "Organization") && !in_title && !of_city)
      anchors.push_back(mention.span.begin);
  }
  const PhraseSet& next = lexicon.cue("next_meeting");
  bool word_begins = true;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint c = decode(text, at);
    const std::string_view behind = visible_text.substr(at);
    const bool follows = word_begins && starts_with_any(behind, next) &&
                         std::any_of(next.begin(), next.end(),
                                     [&](const std::string& word) {
                                       return behind.starts_with(word) &&
                                              behind.substr(word.size()).starts_with(' ');
                                     }) &&
                         !starts_with_any(behind, lexicon.cue("next_time"));
    if (follows || (word_begins && ordinal_length(visible_text, at) > 0)) anchors.push_back(at);
    word_begins = !is_letter_or_digit(c.value);
    at += c.length;
  }
  std::sort(anchors.begin(), anchors.end());
  std::vector<Mention> out;
  for (const std::uint32_t anchor : anchors) {
    if (!out.empty() && anchor < out.back().span.end) continue;
    const NameEnd name =
        read_name(visible_text, anchor, anchor, kMostWords, compounds, lexicon, particles);
    const bool body = std::any_of(compounds.begin(), compounds.end(), [&](const Mention& m) {
      return (m.type == "Ministry" || m.type == "Organization") && m.span.end == name.end &&
             (m.span.begin > anchor ||
              (m.span.begin == anchor && name.type != nullptr && name.type->type == "Programme"));
    });
    // «한국 수소융합얼라이언스»
    if (body && ordinal_length(visible_text, anchor) == 0) continue;
    const std::string_view next_words =
        visible_text.substr(std::min<std::size_t>(name.end, visible_text.size()));
    // «A와 B 간 장관급 협의체»
    if (name.type != nullptr && name.type->type == "Programme" &&
        slice(text, {anchor, name.end}).find(" 간 ") != std::string_view::npos)
      continue;
    if (name.type == nullptr || starts_with_any(next_words, lexicon.cue("not_event_next")) ||
        (name.type->type == "Programme" && next_words.starts_with(kCopula)))
      continue;
    Mention mention = event({anchor, name.end}, name.type->type, "name after an ordinal or states");
    mention.role = name.role != ParticleRole::none
                       ? name.role
                       : particles.role_behind_gloss(visible_text, name.end);
    out.push_back(std::move(mention));
  }
  return out;
}

std::vector<Mention> find_headed_names(std::string_view text, Span sentence, FoundForms type_words,
                                       const std::vector<Mention>& mentions, const Lexicon& lexicon,
                                       const ParticleSplitter& particles) {
  std::vector<Mention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  for (const FormHit& hit : type_words) {
    const TypeWord& type = lexicon.type_words[type_words.index(hit)];
    const auto [found, end] = hit.span;
    if ((type.type == "Meeting" || type.type == "Programme" || type.type == "Place") &&
        !type.numbered) {
      std::optional<ParticleRole> role = particles.role_at(visible_text, end);
      if (role == ParticleRole::none) role = particles.role_behind_gloss(visible_text, end);
      const bool body = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
        return (m.type == "Ministry" || m.type == "Organization") && m.span.end == end &&
               m.span.begin <= found;
      });
      if (body) continue;  // «국정원 산업기밀보호센터»
      if (!role || is_genitive_of_body(visible_text.substr(0, end), lexicon)) continue;
      // A weak word makes a name when somebody sets it up: «… 네트워크를 구축하여».
      const bool venue = type.type == "Place" && (*role == ParticleRole::at || end == sentence.end);
      if (type.type == "Place" && !venue) continue;
      if (!type.strong && !venue && !is_set_up(visible_text, end, type, *role, lexicon)) continue;
      const std::uint32_t word = word_start(text, sentence.begin, found);
      const int most_modifiers = !venue ? kMostModifiers : word == found ? 1 : 0;
      const std::uint32_t begin = modifiers_begin(text, sentence.begin, word, most_modifiers,
                                                  type.type == "Meeting", mentions, lexicon);
      if (begin == found || tells_a_kind(text, {begin, found}, lexicon) ||
          visible_text.substr(end).starts_with(kCopula))
        continue;
      Mention mention = event({begin, end}, type.type, "nouns before a type word");
      mention.role = *role;
      out.push_back(std::move(mention));
    }
  }
  std::sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return out;
}

}  // namespace samgak
