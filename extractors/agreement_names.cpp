#include "extractors/agreement_names.hpp"

#include <algorithm>
#include <optional>

#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Does the word at `at` gloss a name right before it («양해각서(MOU)»)?
bool is_gloss(std::string_view text, std::uint32_t at) {
  const CodePoint bracket = decode_before(text, at);
  return bracket.value == '(' && at > 1 &&
         is_letter_or_digit(decode_before(text, at - bracket.length).value);
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

std::vector<Mention> find_plain_agreements(std::string_view text, Span sentence,
                                           FoundForms type_words,
                                           const std::vector<Mention>& mentions,
                                           const Lexicon& lexicon,
                                           const ParticleSplitter& particles) {
  std::vector<Mention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  for (const FormHit& hit : type_words) {
    const TypeWord& type = lexicon.type_words[type_words.index(hit)];
    if (type.type == "Agreement") {
      Span span = hit.span;
      const std::optional<ParticleRole> role = particles.role_at(visible_text, span.end);
      const std::uint32_t word = word_start(text, sentence.begin, span.begin);
      if (!role || is_gloss(text, span.begin)) continue;
      if (!type.strong && !(may_be_signed(*role) && is_signed(visible_text, span.end, lexicon)))
        continue;
      // A paper is called after its subject («수소 공동개발 협약»), or just by its kind.
      const std::uint32_t begin =
          modifiers_begin(text, sentence.begin, word, kMostModifiers, false, mentions, lexicon);
      const bool named = tells_a_subject(text, {begin, span.begin}, mentions, lexicon);
      if (!named && word < span.begin) continue;
      if (!named && !type.strong) continue;
      const std::string_view before =
          visible_text.substr(sentence.begin, hit.span.begin - sentence.begin);
      for (const std::string& modifier : lexicon.cue("agreement_modifier")) {
        if (!named && before.ends_with(modifier + " "))
          span.begin -= static_cast<std::uint32_t>(modifier.size()) + 1;
      }
      if (named) span.begin = begin;
      Mention mention = event(span, type.type, "agreement by its general name");
      mention.general = !named;
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

bool SignedPlans::hold(std::string_view name) {
  const PhraseSet& plans = lexicon_.cue("signed_plan");
  if (!plans.at_end_of(name)) return false;
  if (!signed_) {
    signed_.emplace();
    plans.for_each(text_, [&](std::uint32_t index, std::size_t at) {
      const std::string_view plan = plans.phrases()[index];
      if (is_signed(text_, static_cast<std::uint32_t>(at + plan.size()), lexicon_))
        signed_->insert(plan);
    });
  }
  return std::any_of(signed_->begin(), signed_->end(),
                     [&](std::string_view plan) { return name.ends_with(plan); });
}

}  // namespace samgak
