#include "extractors/bilateral_meetings.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

struct Side {
  const Mention* mention = nullptr;
  EntityId state;
};

/// Does somebody hold the talks that end at `end`: «회담을 갖고», «회담하고»?
bool are_held(std::string_view text, std::uint32_t end, std::optional<ParticleRole> role,
              const Lexicon& lexicon) {
  const std::string_view behind = text.substr(end);
  if (role == ParticleRole::object) {
    const std::size_t space = behind.find(' ');
    if (space == std::string_view::npos) return false;
    const std::string_view verb = behind.substr(space + 1);
    return starts_with_any(verb, lexicon.cue("hosting_verb")) ||
           starts_with_any(verb, lexicon.cue("talks_through"));
  }
  return starts_with_any(behind, lexicon.cue("talks_verb"));
}

/// The last one before `at` with one of `roles`, and the state that it belongs to.
Side side_before(const std::vector<Mention>& mentions, std::uint32_t at,
                 std::initializer_list<ParticleRole> roles, const Affiliations& affiliations) {
  Side side;
  for (const Mention& mention : mentions) {
    if (mention.span.begin >= at) break;
    const bool actor =
        mention.type == "Person" || mention.type == "Ministry" || mention.type == "Country";
    if (!actor || mention.entities.size() != 1 ||
        std::find(roles.begin(), roles.end(), mention.role) == roles.end())
      continue;
    side = {&mention, affiliations.state_of(mention.entities.front())};
  }
  return side;
}

/// The rank that both titles end in («장관»), empty when they differ.
std::string_view shared_rank(std::string_view a, std::string_view b, const Lexicon& lexicon) {
  const auto bears = [](std::string_view title, std::string_view row) {
    for (std::size_t at = row.find('=') + 1; at < row.size();) {
      const std::size_t end = std::min(row.find(',', at), row.size());
      if (without_gloss(title).ends_with(row.substr(at, end - at))) return true;
      at = end + 1;
    }
    return false;
  };
  for (const std::string_view row : lexicon.cue("post_family")) {
    if (bears(a, row) && bears(b, row)) return row.substr(0, row.find('='));
  }
  return {};
}

/// «한-카타르», the state of the text first.
std::string pair_name(const Ontology& ontology, const DocumentEntities& entities, EntityId a,
                      EntityId b) {
  const auto short_name = [&](EntityId state) -> std::string {
    std::string least;  // the order of a hash table must not show
    for (const auto& [syllable, id] : ontology.lexicon.state_syllables) {
      const bool fits = id == entities.text(state) &&
                        is_hangul_syllable(decode(syllable, 0).value) &&
                        ontology.lexicon.marked_syllables.count(syllable) == 0;
      if (fits && (least.empty() || syllable < least)) least = syllable;
    }
    const GazetteerEntry* entry = entities.entry(state);
    return !least.empty() || entry == nullptr ? least : entry->ko;
  };
  const std::string first = short_name(a);
  const std::string second = short_name(b);
  return first.empty() || second.empty() ? std::string() : first + "-" + second;
}

}  // namespace

std::vector<UnnamedMeeting> find_unnamed_meetings(
    std::string_view text, Span sentence, FoundForms talks, const std::vector<Mention>& mentions,
    const Ontology& ontology, const Affiliations& affiliations, const DocumentEntities& entities,
    const ParticleSplitter& particles) {
  std::vector<UnnamedMeeting> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<Span> words;
  for (const FormHit& hit : talks) words.push_back(hit.span);
  std::sort(words.begin(), words.end(), [](Span a, Span b) { return a.begin < b.begin; });
  for (const Span span : words) {
    const std::string_view word = slice(text, span);
    if (is_letter_or_digit(decode_before(text, span.begin).value) ||
        !are_held(visible_text, span.end, particles.role_at(visible_text, span.end),
                  ontology.lexicon) ||
        std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
          return m.span.overlaps(span) && !(m.type == "Meeting" && m.span == span);
        }))
      continue;
    if (!out.empty() && out.back().mention.span.overlaps(span)) continue;
    const Side host = side_before(mentions, span.begin,
                                  {ParticleRole::topic, ParticleRole::subject}, affiliations);
    const Side guest = side_before(mentions, span.begin, {ParticleRole::with}, affiliations);
    if (host.state.empty() || guest.state.empty() || host.state == guest.state) continue;
    const std::string pair = pair_name(ontology, entities, host.state, guest.state);
    if (pair.empty()) continue;
    UnnamedMeeting meeting;
    meeting.name = pair + " ";
    const std::string_view rank = shared_rank(slice(text, host.mention->extent),
                                              slice(text, guest.mention->extent), ontology.lexicon);
    if (!rank.empty() && word.find(rank) == std::string::npos)
      meeting.name.append(rank).append(" ");
    // «양자 회담» of two named sides says no more than «회담».
    constexpr std::string_view kBilateral = "양자";
    std::size_t noun = word.starts_with(kBilateral) ? kBilateral.size() : 0;
    if (word[noun] == ' ') ++noun;
    meeting.name.append(word.substr(noun));
    meeting.mention.span = meeting.mention.extent = span;
    meeting.mention.type = "Meeting";
    meeting.mention.role = ParticleRole::object;
    meeting.mention.reason = "talks of two sides, named after them";
    out.push_back(std::move(meeting));
  }
  return out;
}

}  // namespace samgak
