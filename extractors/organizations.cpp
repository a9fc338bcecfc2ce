#include "extractors/organizations.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kReach = 8192;  // bytes around a name in which the text may say it again
constexpr std::size_t kShortest = 2;  // code points
constexpr std::size_t kLongest = 12;
constexpr std::size_t kSurelyName = 4;  // behind «UAE 기업»

std::uint32_t word_end(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_letter_or_digit(decode(text, at).value))
    at += decode(text, at).length;
  return at;
}

/// Does the text say `name` at the beginning of a word in another place near `span`?
bool is_said_again(std::string_view text, Span span) {
  const std::string_view name = slice(text, span);
  const std::size_t from = span.begin > kReach ? span.begin - kReach : 0;
  const std::string_view near = text.substr(from, 2 * kReach);
  for (std::size_t at = near.find(name); at != std::string_view::npos;
       at = near.find(name, at + name.size())) {
    const std::size_t place = from + at;
    if (place != span.begin &&
        (place == 0 || !is_letter_or_digit(decode_before(text, place).value)))
      return true;
  }
  return false;
}

bool looks_like_a_name(std::string_view text, Span span, const Lexicon& lexicon) {
  const std::string_view name = slice(text, span);
  const bool latin = name.front() >= 'A' && name.front() <= 'Z';
  const bool glossed = span.end + 1 < text.size() && text[span.end] == '(' &&
                       is_latin(decode(text, span.end + 1).value);
  return latin || glossed || ends_with_any(name, lexicon.cue("company_end")) ||
         is_said_again(text, span);
}

/// Where a company is from, by the words before its kind: «국내 바이오기업», «미국의 반도체기업».
struct Origin {
  EntityId state;
  std::uint32_t begin = 0;  ///< where the name of the state begins; that of the kind if it has none
};

Origin origin_before(std::string_view text, std::uint32_t sentence, std::uint32_t kind,
                     const Lexicon& lexicon, EntityId home, const std::vector<Mention>& mentions) {
  const std::string_view before = text.substr(sentence, kind - sentence);
  if (ends_with_any(before, lexicon.cue("domestic"))) return {home, kind};
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    if (it->span.end > kind) continue;
    const std::string_view between = text.substr(it->span.end, kind - it->span.end);
    const bool adjoins =
        between == " " || between == "의 " || between == " 국영 " || between.empty();
    if (it->type == "Country" && it->entities.size() == 1 && adjoins)
      return {it->entities.front(), it->span.begin};
    break;
  }
  return {{}, kind};
}

/// The name in the word at `begin`, without its particle; nothing when it is no name.
std::optional<Mention> read_company(std::string_view text, Span word, bool of_state,
                                    const Lexicon& lexicon, const ParticleSplitter& particles,
                                    DocumentEntities& entities) {
  const auto [begin, end] = word;
  for (std::uint32_t cut = end; cut > begin; cut -= decode_before(text, cut).length) {
    const Span span{begin, cut};
    std::optional<ParticleRole> role = particles.role_at(text.substr(0, end), cut);
    // A word that may end in a particle ends in it: «누리백신과».
    const std::uint32_t shorter = cut - decode_before(text, cut).length;
    const bool bears_particle = cut == end && shorter > begin &&
                                particles.role_at(text.substr(0, end), shorter).has_value();
    const std::size_t length = count_code_points(slice(text, span));
    if (!role || length < kShortest || length > kLongest) continue;
    if (bears_particle && length > kShortest) continue;
    const std::vector<std::string>& common = lexicon.cue("not_company");
    if (std::find(common.begin(), common.end(), slice(text, span)) != common.end() ||
        !(looks_like_a_name(text, span, lexicon) || (of_state && length >= kSurelyName)))
      continue;
    if (cut == end) role = particles.role_behind_gloss(text, end);
    Mention mention;
    mention.span = mention.extent = span;
    mention.type = "Organization";
    mention.role = *role;
    mention.entities = {entities.of("org/" + name_key(slice(text, span)))};
    mention.reason = "name of a company, behind its kind";
    return mention;
  }
  return std::nullopt;
}

}  // namespace

void find_unlisted_companies(std::string_view text, Span sentence, FoundForms kinds,
                             const Ontology& ontology, const ParticleSplitter& particles,
                             EntityId home, DocumentEntities& entities,
                             std::vector<Mention>& mentions) {
  const Lexicon& lexicon = ontology.lexicon;
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<Mention> found;
  for (const FormHit& hit : kinds) {
    std::uint32_t begin = hit.span.end;
    const std::uint32_t word = word_start(text, sentence.begin, hit.span.begin);
    const bool marked = !is_hangul_syllable(decode(text, hit.span.begin).value);
    if (!marked && lexicon.cue("general_company").at_end_of(slice(text, {word, begin}))) continue;
    if (!marked && !visible_text.substr(begin).starts_with(' ')) continue;
    while (begin < sentence.end && text[begin] == ' ') ++begin;
    const Span name{begin, word_end(visible_text, begin)};
    const auto taken = [&](const Mention& m) { return m.span.overlaps(name); };
    if (name.empty() || std::any_of(found.begin(), found.end(), taken)) continue;
    const Origin origin = origin_before(text, sentence.begin, word, lexicon, home, mentions);
    const auto known = std::find_if(mentions.begin(), mentions.end(), taken);
    if (known != mentions.end()) {
      // «UAE 국영기업 마스다르»: the state tells where a known company is from.
      const bool company = known->type == "Organization" && known->span.begin == name.begin;
      if (company && !origin.state.empty())
        known->extent.begin = std::min(known->extent.begin, origin.begin);
      continue;
    }
    // «UAE 기업», «현지 제련업체»: whose they are, so that a name follows.
    const bool of_state =
        (!origin.state.empty() && origin.state != home) ||
        ends_with_any(text.substr(sentence.begin, word - sentence.begin), lexicon.cue("local"));
    std::optional<Mention> company =
        read_company(text, name, of_state, lexicon, particles, entities);
    if (!company) continue;
    company->state = origin.state;
    company->extent.begin = origin.begin;
    found.push_back(std::move(*company));
  }
  // «카자흐스탄 아그로마시홀딩»: right behind a foreign state, by its last syllables.
  for (const Mention& state : mentions) {
    const std::uint32_t begin = state.span.end + 1;
    if (state.type != "Country" || state.entities.size() != 1 || state.entities.front() == home ||
        begin >= sentence.end || text[state.span.end] != ' ')
      continue;
    const Span name{begin, word_end(visible_text, begin)};
    const auto taken = [&](const Mention& m) { return m.span.overlaps(name); };
    if (name.empty() || std::any_of(mentions.begin(), mentions.end(), taken) ||
        std::any_of(found.begin(), found.end(), taken))
      continue;
    std::optional<Mention> company = read_company(text, name, false, lexicon, particles, entities);
    if (!company || count_code_points(slice(text, company->span)) < kSurelyName ||
        !ends_with_any(slice(text, company->span), lexicon.cue("company_tail")))
      continue;
    company->state = state.entities.front();
    company->extent.begin = state.span.begin;
    found.push_back(std::move(*company));
  }
  if (found.empty()) return;
  mentions.insert(mentions.end(), found.begin(), found.end());
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace samgak
