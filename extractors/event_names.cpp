#include "extractors/event_names.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

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
  return at + decode(text, at).length - begin;
}

const TypeWord* type_of(std::string_view name, const Lexicon& lexicon) {
  const TypeWord* best = nullptr;
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

/// Does the word at `at` gloss a name right before it («양해각서(MOU)»)?
bool is_gloss(std::string_view text, std::uint32_t at) {
  const CodePoint bracket = decode_before(text, at);
  return bracket.value == '(' && at > 1 &&
         is_letter_or_digit(decode_before(text, at - bracket.length).value);
}

Mention event(std::string_view text, Span span, const TypeWord& type, std::string_view reason) {
  Mention mention;
  mention.span = mention.extent = span;
  mention.type = type.type;
  std::string prefix = type.type;
  std::transform(prefix.begin(), prefix.end(), prefix.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  mention.entities = {prefix + "/" + name_key(slice(text, span))};
  mention.reason = reason;
  return mention;
}

/// The words of the name that begins at `begin`: its end and its type word.
struct NameEnd {
  std::uint32_t end = 0;
  const TypeWord* type = nullptr;
  ParticleRole role = ParticleRole::none;
};

/// A word that ends in a case particle or a verbal ending belongs to what comes before, not to the
/// name.
bool ends_a_phrase(std::string_view word, const Lexicon& lexicon) {
  return ends_with_any(word, lexicon.cue("phrase_end"));
}

/// Does a verb of setting up or running follow the object that ends at `end`?
bool is_set_up(std::string_view text, std::uint32_t end, const Lexicon& lexicon) {
  const std::size_t space = text.find(' ', end);
  if (space == std::string_view::npos) return false;
  return starts_with_any(text.substr(space + 1), lexicon.cue("operating_verb"));
}

constexpr int kMostWords = 8;

/// Does a name with a case particle of its own end the word («C-DOT과»)? A genitive may stand
/// inside a name.
bool ends_an_argument(Span word, const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.span.overlaps(word) && m.span.end < word.end && m.role != ParticleRole::none &&
           m.role != ParticleRole::genitive && m.role != ParticleRole::other;
  });
}

NameEnd read_name(std::string_view text, std::uint32_t begin, const std::vector<Mention>& mentions,
                  const Lexicon& lexicon, const ParticleSplitter& particles) {
  NameEnd best;
  std::uint32_t at = begin;
  for (int words = 0; words < kMostWords && at < text.size(); ++words) {
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

constexpr int kMostModifiers = 4;

/// Where the word begins that ends at `at`.
std::uint32_t word_start(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  while (at > begin) {
    const CodePoint c = decode_before(text, at);
    if (!is_letter_or_digit(c.value) && !is_middle_dot(c.value) && !is_hyphen(c.value) &&
        c.value != '.')
      break;
    at -= c.length;
  }
  return at;
}

bool is_determiner(std::string_view word, const Lexicon& lexicon) {
  const std::vector<std::string>& words = lexicon.cue("determiner");
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Where the nouns begin that stand before the word at `word`, without a particle or an ending.
std::uint32_t modifiers_begin(std::string_view text, std::uint32_t begin, std::uint32_t word,
                              int most, const std::vector<Mention>& mentions,
                              const Lexicon& lexicon) {
  for (int words = 0; words < most && word > begin && text[word - 1] == ' '; ++words) {
    const std::uint32_t previous = word_start(text, begin, word - 1);
    const Span before{previous, word - 1};
    if (before.empty() || ends_an_argument(before, mentions) ||
        is_determiner(slice(text, before), lexicon) || ends_a_phrase(slice(text, before), lexicon))
      break;
    word = previous;
  }
  return word;
}

bool may_be_signed(ParticleRole role) {
  return role == ParticleRole::object || role == ParticleRole::goal ||
         role == ParticleRole::subject || role == ParticleRole::none;
}

constexpr std::size_t kSigningReach = 40;  // bytes behind a name in which its verb stands

/// Does a verb of signing follow the name that ends at `end` («로드맵’에 서명했다»)?
bool is_signed(std::string_view text, std::uint32_t end, const Lexicon& lexicon) {
  std::string_view next = text.substr(end, kSigningReach);
  next = next.substr(0, next.find_first_of(".,\n"));
  return holds_any(next, lexicon.cue("signing"));
}

/// Do the words name a field, or an act that two may agree on («공동개발», «협력»)?
bool tells_a_subject(std::string_view text, Span words, const std::vector<Mention>& mentions,
                     const Lexicon& lexicon) {
  if (words.empty()) return false;
  const bool field = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.type == "Technology" && words.contains(m.span);
  });
  return field || holds_any(slice(text, words), lexicon.cue("agreed_act"));
}

}  // namespace

std::string_view without_gloss(std::string_view name) {
  const std::size_t open = name.ends_with(')') ? name.rfind('(') : std::string_view::npos;
  return open == std::string_view::npos || open == 0 ? name : name.substr(0, open);
}

std::vector<Mention> find_quoted_names(std::string_view text, Span sentence, const Lexicon& lexicon,
                                       const ParticleSplitter& particles) {
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
    const TypeWord* type =
        count_code_points(name) <= kLongestName ? type_of(without_gloss(name), lexicon) : nullptr;
    // «‘따로 협의’»: an adverb before a general word makes no name.
    if (type == nullptr ||
        (!type->strong && ends_a_phrase(name.substr(0, name.find(' ')), lexicon) &&
         name.find(' ') + 1 + type->word.size() == name.size()))
      continue;
    Mention mention = event(text, {at, end}, *type, "name in quotation marks");
    mention.role =
        particles.role_behind_gloss(text.substr(0, sentence.end), end + decode(text, end).length);
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
    if ((mention.type == "Country" || mention.type == "Organization") && !in_title)
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
    const NameEnd name = read_name(visible_text, anchor, compounds, lexicon, particles);
    if (name.type == nullptr) continue;
    Mention mention =
        event(text, {anchor, name.end}, *name.type, "name after an ordinal or states");
    mention.role = name.role != ParticleRole::none
                       ? name.role
                       : particles.role_behind_gloss(visible_text, name.end);
    out.push_back(std::move(mention));
  }
  return out;
}

std::vector<Mention> find_headed_names(std::string_view text, Span sentence,
                                       const std::vector<Mention>& mentions, const Lexicon& lexicon,
                                       const ParticleSplitter& particles) {
  std::vector<Mention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<PhraseSet::Hit> hits;
  lexicon.type_word_forms.find_all(visible_text, sentence.begin, hits);
  for (const auto& [index, found] : hits) {
    const TypeWord& type = lexicon.type_words[index];
    if ((type.type == "Meeting" || type.type == "Programme" || type.type == "Place") &&
        !type.numbered) {
      const auto end = static_cast<std::uint32_t>(found + type.word.size());
      const std::optional<ParticleRole> role = particles.role_at(visible_text, end);
      if (!role) continue;
      // A weak word makes a name when somebody sets it up: «… 네트워크를 구축하여».
      const bool venue = type.type == "Place" && (*role == ParticleRole::at || end == sentence.end);
      if (type.type == "Place" && !venue) continue;
      if (!type.strong && !venue &&
          !(type.type == "Programme" &&
            (*role == ParticleRole::object || *role == ParticleRole::means) &&
            is_set_up(visible_text, end, lexicon))) {
        continue;
      }
      const std::uint32_t word =
          word_start(text, sentence.begin, static_cast<std::uint32_t>(found));
      const int most_modifiers = !venue ? kMostModifiers : word == found ? 1 : 0;
      const std::uint32_t begin =
          modifiers_begin(text, sentence.begin, word, most_modifiers, mentions, lexicon);
      if (begin == found) continue;
      Mention mention = event(text, {begin, end}, type, "nouns before a type word");
      mention.role = *role;
      out.push_back(std::move(mention));
    }
  }
  std::sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return out;
}

std::vector<Mention> find_plain_agreements(std::string_view text, Span sentence,
                                           std::string_view scope,
                                           const std::vector<Mention>& mentions,
                                           const Lexicon& lexicon,
                                           const ParticleSplitter& particles) {
  std::vector<Mention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<PhraseSet::Hit> hits;
  lexicon.type_word_forms.find_all(visible_text, sentence.begin, hits);
  for (const auto& [index, at] : hits) {
    const TypeWord& type = lexicon.type_words[index];
    if (type.type == "Agreement") {
      Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + type.word.size())};
      const std::optional<ParticleRole> role = particles.role_at(visible_text, span.end);
      const std::uint32_t word = word_start(text, sentence.begin, span.begin);
      if (!role || is_gloss(text, span.begin)) continue;
      if (!type.strong && !(may_be_signed(*role) && is_signed(visible_text, span.end, lexicon)))
        continue;
      // A paper is called after its subject («수소 공동개발 협약»), or just by its kind.
      const std::uint32_t begin =
          modifiers_begin(text, sentence.begin, word, kMostModifiers, mentions, lexicon);
      const bool named = tells_a_subject(text, {begin, span.begin}, mentions, lexicon);
      if (!named && word < span.begin) continue;
      if (!named && !type.strong) continue;
      const std::string_view before = visible_text.substr(sentence.begin, at - sentence.begin);
      for (const std::string& modifier : lexicon.cue("agreement_modifier")) {
        if (!named && before.ends_with(modifier + " "))
          span.begin -= static_cast<std::uint32_t>(modifier.size()) + 1;
      }
      if (named) span.begin = begin;
      Mention mention = event(text, span, type, "agreement by its general name");
      if (!named) mention.entities.front().append("@").append(name_key(scope));
      mention.role = *role != ParticleRole::none
                         ? *role
                         : particles.role_behind_gloss(visible_text, mention.span.end);
      out.push_back(std::move(mention));
    }
  }
  std::sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return out;
}

std::vector<std::string> signed_plans(std::string_view text, const Lexicon& lexicon) {
  std::vector<std::string> out;
  for (const std::string& plan : lexicon.cue("signed_plan")) {
    for (std::size_t at = text.find(plan); at != std::string_view::npos;
         at = text.find(plan, at + plan.size())) {
      if (!is_signed(text, static_cast<std::uint32_t>(at + plan.size()), lexicon)) continue;
      out.push_back(plan);
      break;
    }
  }
  return out;
}

void retype_signed_plans(std::string_view text, const std::vector<std::string>& plans,
                         std::vector<Mention>& events) {
  for (Mention& mention : events) {
    const std::string_view name = without_gloss(slice(text, mention.span));
    const bool plan = mention.type == "Programme" &&
                      std::any_of(plans.begin(), plans.end(),
                                  [&](const std::string& word) { return name.ends_with(word); });
    if (!plan) continue;
    mention.type = "Agreement";
    mention.entities = {"agreement/" + name_key(slice(text, mention.span))};
  }
}

}  // namespace samgak
