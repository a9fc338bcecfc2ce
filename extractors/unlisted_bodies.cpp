#include "extractors/unlisted_bodies.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

bool belongs_elsewhere(const DocumentEntities& entities, const Mention& mention, EntityId state) {
  const bool body = mention.type == "Organization" || mention.type == "Ministry";
  if (!body || mention.entities.size() != 1) return false;
  const GazetteerEntry* parent = entities.parent(mention.entities.front());
  return parent != nullptr && parent->id.starts_with("state/") && entities.of(*parent) != state;
}

/// «말레이시아 관세청장»: the post of its head is written into the name that ends at `cut`. A
/// bureau's head works for what the bureau is part of.
bool is_headed(std::string_view text, std::uint32_t cut, std::string_view name,
               const Lexicon& lexicon, const ParticleSplitter& particles) {
  const CodePoint next = decode(text, cut);
  return next.value == U'장' && particles.role_at(text, cut + next.length).has_value() &&
         !ends_with_any(name, lexicon.cue("part_of_body"));
}

/// A body of `state` whose name begins at `begin` in `word` and ends in a type word of `least` code
/// points or more.
std::optional<Mention> read_body(std::string_view text, Span word, std::uint32_t begin,
                                 std::size_t least, EntityId state, const Ontology& ontology,
                                 const ParticleSplitter& particles, DocumentEntities& entities) {
  const std::vector<std::string>& no_bodies = ontology.lexicon.cue("not_body");
  for (std::uint32_t cut = word.end; cut > begin; cut -= decode_before(text, cut).length) {
    const std::string_view name = text.substr(begin, cut - begin);
    std::optional<ParticleRole> role = particles.role_at(text.substr(0, word.end), cut);
    const bool headed =
        !role && is_headed(text.substr(0, word.end), cut, name, ontology.lexicon, particles);
    if (headed) role = ParticleRole::none;
    if (!role || count_code_points(name) < 3 || is_digit(decode(name, 0).value) ||
        std::find(no_bodies.begin(), no_bodies.end(), name) != no_bodies.end())
      continue;
    const auto type = std::find_if(ontology.lexicon.type_words.begin(),
                                   ontology.lexicon.type_words.end(), [&](const TypeWord& w) {
                                     return (w.type == "Ministry" || w.type == "Organization") &&
                                            name.ends_with(w.word) && name.size() > w.word.size() &&
                                            count_code_points(w.word) >= least;
                                   });
    if (type == ontology.lexicon.type_words.end()) continue;
    Mention mention;
    mention.span = mention.extent = {begin, cut};
    mention.type = type->type;
    mention.role = *role;
    mention.attributive = headed;
    mention.entities = {minted_body(state, name, entities)};
    mention.state = state;
    mention.reason = "ends like a body, behind a state";
    return mention;
  }
  return std::nullopt;
}

/// The same for a name of two or three words («오스왈두 크루스 재단»): the first says nothing else,
/// and the last ends in a type word of two code points or more.
std::optional<Mention> read_long_body(std::string_view text, Span sentence, Span first,
                                      EntityId state, const Ontology& ontology,
                                      const ParticleSplitter& particles, DocumentEntities& entities,
                                      const std::vector<Mention>& mentions) {
  constexpr int kMostWords = 3;
  const std::vector<std::string>& qualifiers = ontology.lexicon.cue("body_qualifier");
  Span word = first;
  for (int words = 1; words < kMostWords; ++words) {
    const std::string_view said = slice(text, word);
    const bool named = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.span.overlaps(word) && m.type != "Technology";
    });
    if (named || word.end >= sentence.end || text[word.end] != ' ' ||
        ends_a_phrase(said, ontology.lexicon) ||
        std::find(qualifiers.begin(), qualifiers.end(), said) != qualifiers.end() ||
        ends_with_any(said, ontology.lexicon.cue("not_name_end")))
      return std::nullopt;
    word.begin = word.end + 1;
    word.end = word.begin;
    while (word.end < sentence.end && is_letter_or_digit(decode(text, word.end).value))
      word.end += decode(text, word.end).length;
    if (std::optional<Mention> body =
            read_body(text, word, first.begin, 2, state, ontology, particles, entities))
      return body;
  }
  return std::nullopt;
}

/// The body behind `last` in a list of bodies of one state; nothing when the list does not go on
/// so.
std::optional<Mention> next_body_of_list(std::string_view text, Span sentence, const Mention& last,
                                         EntityId state, const Ontology& ontology,
                                         const ParticleSplitter& particles,
                                         DocumentEntities& entities,
                                         const std::vector<Mention>& mentions) {
  if (last.role != ParticleRole::with && last.role != ParticleRole::none) return std::nullopt;
  const std::size_t space = text.substr(0, sentence.end).find(' ', last.span.end);
  if (space == std::string_view::npos ||
      !is_list_glue(text.substr(last.span.end, space - last.span.end)) || space == last.span.end)
    return std::nullopt;
  Span word{static_cast<std::uint32_t>(space) + 1, static_cast<std::uint32_t>(space) + 1};
  while (word.end < sentence.end && is_letter_or_digit(decode(text, word.end).value))
    word.end += decode(text, word.end).length;
  const auto taken = [&](const Mention& m) { return m.span.overlaps(word); };
  if (word.empty() || std::any_of(mentions.begin(), mentions.end(), taken)) return std::nullopt;
  return read_body(text, word, word.begin, 1, state, ontology, particles, entities);
}

}  // namespace

void find_unlisted_bodies(std::string_view text, Span sentence, const Ontology& ontology,
                          const BodyIndex& bodies, const ParticleSplitter& particles, EntityId home,
                          DocumentEntities& entities, std::vector<Mention>& mentions) {
  std::vector<Mention> found;
  const auto word_end = [&](std::uint32_t at) {
    while (at < sentence.end) {
      const CodePoint c = decode(text, at);
      // «AI·디지털부»
      const bool joins =
          is_middle_dot(c.value) && is_letter_or_digit(decode(text, at + c.length).value);
      if (!is_letter_or_digit(c.value) && !joins) break;
      at += c.length;
    }
    return at;
  };
  for (const Mention& state : mentions) {
    if (state.type != "Country" || state.entities.size() != 1 || state.entities.front() == home)
      continue;
    // «한-베트남 산업공동위원회» is a meeting of the two, no body of one.
    const char32_t before = decode_before(text, state.span.begin).value;
    if (is_hyphen(before) || is_middle_dot(before)) continue;
    std::uint32_t begin = state.span.end;
    if (decode(text, begin).value == U'의') begin += decode(text, begin).length;
    if (begin >= sentence.end || text[begin] != ' ') continue;
    const Span word{begin + 1, word_end(begin + 1)};
    // «싱가포르 AI안전연구소» is not the institute of that name that the gazetteer has of another
    // state.
    const bool taken = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      // «프랑스 AI·디지털부», «에스토니아 탈린공과대학교»: a field or a city is part of many a
      // name.
      const bool field = (m.type == "Technology" || m.type == "Place") && m.span.end < word.end;
      return m.span.overlaps(word) && !field &&
             !(m.span.begin == word.begin &&
               belongs_elsewhere(entities, m, state.entities.front()));
    });
    if (taken) continue;
    const EntityId owner = state.entities.front();
    std::optional<Mention> body =
        read_body(text, word, word.begin, 1, owner, ontology, particles, entities);
    if (!body)
      body = read_long_body(text, sentence, word, owner, ontology, particles, entities, mentions);
    if (!body) continue;
    if (const GazetteerEntry* known =
            bodies.find_short(slice(text, body->span), entities.entry(owner))) {
      body->entities = {entities.of(*known)};
      body->type = known->kind;
      body->state = {};
      body->reason = {"short for ", known->ko};
    }
    body->extent.begin = state.span.begin;
    found.push_back(std::move(*body));
    // «UAE측에서는 에너지인프라부와 보건예방부가»: the list goes on with bodies of the same state.
    for (std::optional<Mention> next = std::move(body); next;) {
      next = next_body_of_list(text, sentence, found.back(), owner, ontology, particles, entities,
                               mentions);
      // «베트남 관세총국과 관세청장 회의를»: a head's office in the name of a meeting.
      if (next && next->attributive) next.reset();
      if (next) found.push_back(*next);
    }
  }
  // «일본규격협회»: the state is the beginning of the word.
  std::size_t next = 0;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const Span word{at, word_end(at)};
    if (word.empty()) {
      at += decode(text, at).length;
      continue;
    }
    at = word.end;
    while (next < mentions.size() && mentions[next].span.end <= word.begin) ++next;
    const bool glosses = next > 0 && mentions[next - 1].extent.overlaps(word);
    if (glosses || (next < mentions.size() && mentions[next].span.overlaps(word))) continue;
    const BodyIndex::StateName state = bodies.state_at(text, word.begin);
    if (state.length == 0 || word.begin + state.length >= word.end) continue;
    if (std::optional<Mention> body =
            read_body(text, word, word.begin + state.length, 2, entities.of(*state.state), ontology,
                      particles, entities)) {
      body->span.begin = body->extent.begin = word.begin;
      body->entities = {minted_body(entities.of(*state.state), slice(text, body->span), entities)};
      found.push_back(std::move(*body));
    }
  }
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
