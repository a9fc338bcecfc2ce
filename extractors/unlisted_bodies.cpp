#include "extractors/unlisted_bodies.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestLabel = 24;  // bytes

bool is_body(const Mention& mention) {
  return mention.type == "Ministry" || mention.type == "Organization";
}

/// Does the word hold that name, and more than as a part of its own? A field or a city is part of
/// many a name («프랑스 AI·디지털부», «에스토니아 탈린공과대학교»).
bool names_another(const Mention& mention, Span word) {
  const bool field =
      (mention.type == "Technology" || mention.type == "Place") && mention.span.end < word.end;
  return mention.span.overlaps(word) && !field;
}

/// Reads the names of one sentence.
class BodyReader {
 public:
  BodyReader(std::string_view text, Span sentence, const Ontology& ontology,
             const BodyIndex& bodies, const ParticleSplitter& particles, EntityId home,
             DocumentEntities& entities, const std::vector<Mention>& mentions)
      : text_(text.substr(0, sentence.end)),
        sentence_(sentence),
        ontology_(ontology),
        lexicon_(ontology.lexicon),
        bodies_(bodies),
        particles_(particles),
        home_(home),
        entities_(entities),
        mentions_(mentions) {}

  std::vector<Mention> read();

 private:
  void read_behind_state(const Mention& state);
  void read_behind_body(const Mention& body);
  void read_words();
  void read_on_side(Span word, EntityId side);
  void read_fused(Span word);
  void continue_list(const Mention& last, EntityId state);
  void take_known(EntityId state, Mention& body) const;

  [[nodiscard]] std::optional<Mention> body_in(Span word, std::uint32_t begin, std::size_t least,
                                               EntityId state) const;
  [[nodiscard]] std::optional<Mention> long_body_from(Span first, EntityId state) const;
  [[nodiscard]] std::optional<Mention> body_behind_side(std::uint32_t state_end,
                                                        EntityId state) const;
  [[nodiscard]] std::optional<Mention> next_of_list(const Mention& last, EntityId state) const;
  [[nodiscard]] bool is_headed(std::uint32_t cut, std::string_view name) const;
  [[nodiscard]] bool is_taken(Span word, EntityId state) const;
  [[nodiscard]] EntityId state_of(const Mention& body) const;
  [[nodiscard]] EntityId side_before(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t word_end(std::uint32_t at) const;

  std::string_view text_;  ///< up to the end of the sentence
  Span sentence_;
  const Ontology& ontology_;
  const Lexicon& lexicon_;
  const BodyIndex& bodies_;
  const ParticleSplitter& particles_;
  EntityId home_;
  DocumentEntities& entities_;
  const std::vector<Mention>& mentions_;
  std::vector<Mention> found_;
};

std::uint32_t BodyReader::word_end(std::uint32_t at) const {
  while (at < text_.size()) {
    const CodePoint c = decode(text_, at);
    // «AI·디지털부»
    const bool joins =
        is_middle_dot(c.value) && is_letter_or_digit(decode(text_, at + c.length).value);
    if (!is_letter_or_digit(c.value) && !joins) break;
    at += c.length;
  }
  return at;
}

/// The state that a body belongs to; none when it is none of a state.
EntityId BodyReader::state_of(const Mention& body) const {
  if (!body.state.empty() || body.entities.size() != 1) return body.state;
  const GazetteerEntry* parent = entities_.parent(body.entities.front());
  return parent != nullptr && parent->kind == "Country" ? entities_.of(*parent) : EntityId();
}

/// Does the word hold a name already? «싱가포르 AI안전연구소» is not the institute of that name
/// that the gazetteer has of another state.
bool BodyReader::is_taken(Span word, EntityId state) const {
  return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
    const EntityId owner = is_body(m) ? state_of(m) : EntityId();
    const bool elsewhere = m.span.begin == word.begin && !owner.empty() && owner != state;
    return names_another(m, word) && !elsewhere;
  });
}

/// «말레이시아 관세청장»: the post of its head is written into the name that ends at `cut`. A
/// bureau's head works for what the bureau is part of.
bool BodyReader::is_headed(std::uint32_t cut, std::string_view name) const {
  const CodePoint next = decode(text_, cut);
  return next.value == U'장' && particles_.role_at(text_, cut + next.length).has_value() &&
         !ends_with_any(name, lexicon_.cue("part_of_body"));
}

/// A body of `state` whose name begins at `begin` in `word` and ends in a type word of `least` code
/// points or more.
std::optional<Mention> BodyReader::body_in(Span word, std::uint32_t begin, std::size_t least,
                                           EntityId state) const {
  const std::vector<std::string>& no_bodies = lexicon_.cue("not_body");
  for (std::uint32_t cut = word.end; cut > begin; cut -= decode_before(text_, cut).length) {
    const std::string_view name = text_.substr(begin, cut - begin);
    std::optional<ParticleRole> role = particles_.role_at(text_.substr(0, word.end), cut);
    const bool headed = !role && is_headed(cut, name);
    if (headed) role = ParticleRole::none;
    if (!role || count_code_points(name) < 3 || is_digit(decode(name, 0).value) ||
        std::find(no_bodies.begin(), no_bodies.end(), name) != no_bodies.end())
      continue;
    const auto type =
        std::find_if(lexicon_.type_words.begin(), lexicon_.type_words.end(), [&](const auto& w) {
          return (w.type == "Ministry" || w.type == "Organization") && name.ends_with(w.word) &&
                 name.size() > w.word.size() && count_code_points(w.word) >= least;
        });
    if (type == lexicon_.type_words.end()) continue;
    Mention mention;
    mention.span = mention.extent = {begin, cut};
    mention.type = type->type;
    mention.role = *role;
    if (const std::uint32_t gloss = gloss_end(text_, cut); gloss > cut) {
      // «산업재산청(INPI)과»: the particle stands behind the gloss.
      mention.role = particles_.role_behind_gloss(text_, cut);
      mention.extent.end = gloss;
    }
    mention.attributive = headed;
    mention.entities = {minted_body(state, name, entities_)};
    mention.state = state;
    mention.reason = "ends like a body, behind a state";
    return mention;
  }
  return std::nullopt;
}

/// The same for a name of two or three words («오스왈두 크루스 재단»): the first says nothing else,
/// and the last ends in a type word of two code points or more.
std::optional<Mention> BodyReader::long_body_from(Span first, EntityId state) const {
  constexpr int kMostWords = 3;
  const std::vector<std::string>& qualifiers = lexicon_.cue("body_qualifier");
  Span word = first;
  for (int words = 1; words < kMostWords; ++words) {
    const std::string_view said = slice(text_, word);
    const bool named = std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
      return m.span.overlaps(word) && m.type != "Technology";
    });
    if (named || word.end >= sentence_.end || text_[word.end] != ' ' ||
        ends_a_phrase(said, lexicon_) ||
        std::find(qualifiers.begin(), qualifiers.end(), said) != qualifiers.end() ||
        ends_with_any(said, lexicon_.cue("not_name_end")))
      return std::nullopt;
    word.begin = word.end + 1;
    word.end = word.begin;
    while (word.end < sentence_.end && is_letter_or_digit(decode(text_, word.end).value))
      word.end += decode(text_, word.end).length;
    if (std::optional<Mention> body = body_in(word, first.begin, 2, state)) return body;
  }
  return std::nullopt;
}

/// «페루 측에서는 광업에너지부와 …»: the first body behind a state, whose name ends at `state_end`,
/// that speaks as a side. A bare word there may be the name of somebody («리융청»).
std::optional<Mention> BodyReader::body_behind_side(std::uint32_t state_end, EntityId state) const {
  std::size_t space = text_.find(' ', state_end + 1);
  // «핀란드 참석 | 경제고용부, …»: the label of a row.
  const std::size_t cell = text_.substr(state_end, kLongestLabel).find('\t');
  const bool row = cell != std::string_view::npos &&
                   holds_any(text_.substr(state_end, cell), lexicon_.cue("label_attended"));
  if (row) space = state_end + cell;
  if (space == std::string_view::npos ||
      (!row && !ends_with_any(text_.substr(state_end, space + 1 - state_end),
                              lexicon_.cue("side_subject"))))
    return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(space) + 1;
  const Span word{begin, word_end(begin)};
  if (word.empty() || is_taken(word, state)) return std::nullopt;
  std::optional<Mention> body = body_in(word, word.begin, 1, state);
  return body && (row || body->role != ParticleRole::none) ? body : std::nullopt;
}

/// The body behind `last` in a list of bodies of one state; nothing when the list does not go on
/// so.
std::optional<Mention> BodyReader::next_of_list(const Mention& last, EntityId state) const {
  if (last.role != ParticleRole::with && last.role != ParticleRole::none) return std::nullopt;
  constexpr std::string_view kAnd = " 및 ";
  const std::uint32_t end = last.extent.end;
  const bool joined = text_.substr(std::min<std::size_t>(end, text_.size())).starts_with(kAnd);
  const std::size_t space = joined ? end + kAnd.size() - 1 : text_.find(' ', end);
  if (space == std::string_view::npos || space == end ||
      (!joined && !is_list_glue(text_.substr(end, space - end))))
    return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(space) + 1;
  Span word{begin, begin};
  while (word.end < sentence_.end && is_letter_or_digit(decode(text_, word.end).value))
    word.end += decode(text_, word.end).length;
  const auto taken = [&](const Mention& m) { return names_another(m, word); };
  if (word.empty() || std::any_of(mentions_.begin(), mentions_.end(), taken) ||
      std::any_of(found_.begin(), found_.end(), taken))
    return std::nullopt;
  // «이탈리아우주청과 사우디우주청»: the next one bears a state of its own.
  if (bodies_.state_at(text_, word.begin).length > 0) return std::nullopt;
  std::optional<Mention> body = body_in(word, word.begin, 1, state);
  // «베트남 관세총국과 관세청장 회의를»: a head's office in the name of a meeting.
  return body && !body->attributive ? body : std::nullopt;
}

// «UAE 측에서는 에너지인프라부와 보건예방부가»: the list goes on with bodies of the same state.
void BodyReader::continue_list(const Mention& last, EntityId state) {
  for (std::optional<Mention> next = next_of_list(last, state); next;) {
    found_.push_back(std::move(*next));
    next = next_of_list(found_.back(), state);
  }
}

/// «통상부» behind a state whose only body of that short form is a «통상산업부».
void BodyReader::take_known(EntityId state, Mention& body) const {
  // «미국 우주항공청(NASA)»: the gloss names it.
  const auto glossed = std::find_if(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
    const bool in_gloss = m.span.begin > body.span.end && m.span.end < body.extent.end;
    // «핀란드 국가기술연구소 VTT»
    const bool behind = body.role == ParticleRole::none && m.span.begin == body.span.end + 1 &&
                        is_latin(decode(text_, m.span.begin).value);
    return is_body(m) && (in_gloss || behind) && state_of(m) == state;
  });
  if (glossed != mentions_.end()) {
    body.entities = glossed->entities;
    body.type = glossed->type;
    body.state = {};
    body.reason = "by the name in its gloss";
    return;
  }
  const GazetteerEntry* known = bodies_.find_short(slice(text_, body.span), entities_.entry(state));
  if (known == nullptr) return;
  body.entities = {entities_.of(*known)};
  body.type = known->kind;
  body.state = {};
  body.reason = {"short for ", known->ko};
}

void BodyReader::read_behind_state(const Mention& state) {
  // «한-베트남 산업공동위원회» is a meeting of the two, no body of one.
  const char32_t before = decode_before(text_, state.span.begin).value;
  if (is_hyphen(before) || is_middle_dot(before)) return;
  const EntityId owner = state.entities.front();
  std::uint32_t begin = state.span.end;
  if (decode(text_, begin).value == U'의') begin += decode(text_, begin).length;
  std::optional<Mention> body;
  if (begin < sentence_.end && text_[begin] == ' ') {
    const Span word{begin + 1, word_end(begin + 1)};
    if (!is_taken(word, owner)) {
      body = body_in(word, word.begin, 1, owner);
      if (!body) body = long_body_from(word, owner);
      if (body) body->extent.begin = state.span.begin;
    }
  }
  if (!body) body = body_behind_side(state.span.end, owner);
  if (!body) return;
  take_known(owner, *body);
  found_.push_back(*body);
  continue_list(*body, owner);
}

// «UAE 에너지인프라부와 보건예방부»: the first of the list may be known. «튀르키예 무역부
// 세관총국»: so may be what the body is part of.
void BodyReader::read_behind_body(const Mention& body) {
  const EntityId state = state_of(body);
  if (state.empty() || state == home_ || body.attributive) return;
  const std::uint32_t end = body.extent.end;
  if (body.role == ParticleRole::none && end < sentence_.end && text_[end] == ' ') {
    const Span word{end + 1, word_end(end + 1)};
    if (!is_taken(word, state)) {
      if (std::optional<Mention> part = body_in(word, word.begin, 2, state)) {
        part->extent.begin = body.extent.begin;
        found_.push_back(*part);
        continue_list(*part, state);
        return;
      }
    }
  }
  continue_list(body, state);
}

// «일본규격협회»: the state is the beginning of the word.
void BodyReader::read_fused(Span word) {
  const BodyIndex::StateName state = bodies_.state_at(text_, word.begin);
  if (state.length == 0 || word.begin + state.length >= word.end) return;
  const EntityId owner = entities_.of(*state.state);
  // «UAE우주청»: a longer name of a state is no accident, whatever ends the word.
  constexpr std::size_t kLongName = 3;  // code points
  const bool long_name = count_code_points(text_.substr(word.begin, state.length)) >= kLongName;
  std::optional<Mention> body = body_in(word, word.begin + state.length, long_name ? 1 : 2, owner);
  if (!body) return;
  body->span.begin = body->extent.begin = word.begin;
  body->entities = {minted_body(owner, slice(text_, body->span), entities_)};
  found_.push_back(std::move(*body));
}

// «폴란드 측에서는 …, 마르친 쿨라섹 국유재산부 차관이»: a body of the side before the post of
// somebody.
void BodyReader::read_on_side(Span word, EntityId side) {
  if (word.end >= text_.size() || text_[word.end] != ' ') return;
  // The first word is somebody's name: «대만 측에서는 리융청 국장».
  const std::string_view before = text_.substr(0, word.begin);
  if (before.ends_with(", ") || ends_with_any(before, lexicon_.cue("side_subject"))) return;
  const std::uint32_t post = word_end(word.end + 1);
  std::uint32_t bare = post;
  for (std::uint32_t cut = post; cut > word.end + 1; cut -= decode_before(text_, cut).length) {
    if (particles_.role_at(text_.substr(0, post), cut)) bare = cut;
  }
  const std::string_view behind = text_.substr(word.end + 1, post - word.end - 1);
  if (!ends_with_any(behind, lexicon_.cue("post_noun")) &&
      !ends_with_any(text_.substr(word.end + 1, bare - word.end - 1), lexicon_.cue("post_noun")))
    return;
  std::optional<Mention> body = body_in(word, word.begin, 1, side);
  if (!body || body->span.end != word.end) return;
  take_known(side, *body);
  found_.push_back(std::move(*body));
}

/// The state that speaks as a side before byte `at` of the sentence; none but foreign ones.
EntityId BodyReader::side_before(std::uint32_t at) const {
  constexpr std::size_t kReach = 32;  // bytes
  for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
    if (it->span.end > at || it->type != "Country" || it->entities.size() != 1) continue;
    const std::string_view behind = text_.substr(it->span.end, kReach);
    const std::size_t space = behind.find(' ', 1);
    if (space == std::string_view::npos ||
        !ends_with_any(behind.substr(0, space + 1), lexicon_.cue("side_subject")))
      continue;
    return it->entities.front() == home_ ? EntityId() : it->entities.front();
  }
  return {};
}

// The words that hold no name yet.
void BodyReader::read_words() {
  std::size_t next = 0;
  for (std::uint32_t at = sentence_.begin; at < sentence_.end;) {
    const Span word{at, word_end(at)};
    if (word.empty()) {
      at += decode(text_, at).length;
      continue;
    }
    at = word.end;
    while (next < mentions_.size() && mentions_[next].span.end <= word.begin) ++next;
    const bool glosses = next > 0 && mentions_[next - 1].extent.overlaps(word);
    if (glosses || (next < mentions_.size() && mentions_[next].span.overlaps(word))) continue;
    const std::size_t before = found_.size();
    if (const EntityId side = side_before(word.begin); !side.empty()) read_on_side(word, side);
    if (found_.size() == before) read_fused(word);
  }
}

std::vector<Mention> BodyReader::read() {
  for (const Mention& mention : mentions_) {
    const bool foreign_state = mention.type == "Country" && mention.entities.size() == 1 &&
                               mention.entities.front() != home_;
    if (foreign_state) read_behind_state(mention);
    if (is_body(mention)) read_behind_body(mention);
  }
  read_words();
  return std::move(found_);
}

}  // namespace

void find_unlisted_bodies(std::string_view text, Span sentence, const Ontology& ontology,
                          const BodyIndex& bodies, const ParticleSplitter& particles, EntityId home,
                          DocumentEntities& entities, std::vector<Mention>& mentions) {
  std::vector<Mention> found =
      BodyReader(text, sentence, ontology, bodies, particles, home, entities, mentions).read();
  if (found.empty()) return;
  std::erase_if(mentions, [&](const Mention& m) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Mention& body) { return m.span.overlaps(body.span); });
  });
  std::move(found.begin(), found.end(), std::back_inserter(mentions));
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace samgak
