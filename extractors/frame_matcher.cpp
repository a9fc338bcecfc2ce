#include "extractors/frame_matcher.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "extractors/forms.hpp"
#include "extractors/relative_clauses.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::uint32_t kLongestParticle = 12;  // bytes

using Filler = std::vector<const Mention*>;  // of one slot

bool fits(const FrameSlot& slot, const Mention& mention) {
  return std::find(slot.types.begin(), slot.types.end(), mention.type) != slot.types.end();
}

/// What stands between two members of a list: marks and the particles that join.
bool is_glue(std::string_view between) {
  if (between.size() > 24) return false;
  for (std::size_t at = 0; at < between.size();) {
    const CodePoint c = decode(between, at);
    const bool joins = c.value == U'와' || c.value == U'과' || c.value == U'및' || c.value == U'의';
    if (is_letter_or_digit(c.value) && !joins) return false;
    at += c.length;
  }
  return true;
}

/// One clause with its names and what is known around it.
struct Clause {
  const Lexicon& lexicon;
  std::string_view text;
  Span sentence;
  Span span;
  std::uint32_t before_begin;            ///< where the clause before begins
  bool refers_back;                      ///< «이를»: it speaks of what the clause before said
  const std::vector<Mention>& mentions;  ///< of the whole sentence
  const RelativeClauses& relatives;
  std::uint32_t trigger;
  std::uint32_t trigger_end;
  const Adnominal* adnominal;  ///< the trigger's own relative clause, null when it has none

  [[nodiscard]] bool takes_part(const FrameSlot& slot, std::size_t index) const {
    const Mention& mention = mentions[index];
    return !mention.attributive && fits(slot, mention) && !relatives.is_foreign(index, adnominal);
  }

  /// What the trigger describes: «체결한 협약».
  [[nodiscard]] const Mention* head(const FrameSlot& slot) const {
    if (adnominal == nullptr || adnominal->head == Adnominal::kNone) return nullptr;
    const Mention& mention = mentions[adnominal->head];
    return fits(slot, mention) ? &mention : nullptr;
  }
};

/// The list that ends with `last`: neighbours of the slot's types joined by nothing but marks and
/// joining particles.
Filler list_ending_at(const Clause& clause, const FrameSlot& slot, std::size_t last) {
  Filler out{&clause.mentions[last]};
  std::uint32_t begin = clause.mentions[last].extent.begin;
  for (std::size_t i = last; i-- > 0;) {
    const Mention& mention = clause.mentions[i];
    if (mention.attributive) {
      // The state before a body lengthens the list to the left; what stands inside a name or its
      // gloss does not.
      const bool inside = std::any_of(
          clause.mentions.begin(), clause.mentions.begin() + static_cast<std::ptrdiff_t>(i),
          [&](const Mention& other) { return other.extent.contains(mention.span); });
      if (!inside && mention.extent.end <= begin &&
          is_glue(clause.text.substr(mention.extent.end, begin - mention.extent.end))) {
        begin = std::min(begin, mention.extent.begin);
      }
      continue;
    }
    if (mention.extent.end > begin || !clause.takes_part(slot, i) ||
        !is_glue(clause.text.substr(mention.extent.end, begin - mention.extent.end))) {
      break;
    }
    out.push_back(&mention);
    begin = mention.extent.begin;
  }
  return out;
}

/// The nearest list before the trigger whose last member has one of `roles` (any role when empty),
/// from `from` on.
Filler group_before(const Clause& clause, const FrameSlot& slot,
                    std::initializer_list<ParticleRole> roles, std::uint32_t from) {
  for (std::size_t i = clause.mentions.size(); i-- > 0;) {
    const Mention& mention = clause.mentions[i];
    if (mention.span.end > clause.trigger || mention.span.begin < from ||
        !clause.takes_part(slot, i))
      continue;
    if (roles.size() == 0 || std::find(roles.begin(), roles.end(), mention.role) != roles.end()) {
      return list_ending_at(clause, slot, i);
    }
  }
  return {};
}

Filler subject_of(const Clause& clause, const FrameSlot& slot) {
  // Inside a relative clause the subject bears 이/가, or is the noun that the clause describes.
  if (clause.adnominal != nullptr) {
    if (clause.adnominal->subject_is_inside)
      return group_before(clause, slot, {ParticleRole::subject}, clause.span.begin);
    if (const Mention* head = clause.head(slot)) return {head};
  }
  return group_before(clause, slot,
                      {ParticleRole::subject, ParticleRole::topic, ParticleRole::also}, 0);
}

/// Every list of the clause with 이/가, and those who are there «함께»; else the body with
/// «에서는»; else the subject so far.
Filler subjects_of(const Clause& clause, const FrameSlot& slot) {
  Filler out;
  Filler bodies;
  for (std::size_t i = 0; i < clause.mentions.size(); ++i) {
    const Mention& mention = clause.mentions[i];
    if (mention.span.begin < clause.span.begin || mention.span.end > clause.trigger ||
        !clause.takes_part(slot, i)) {
      continue;
    }
    const bool together =
        mention.role == ParticleRole::with &&
        clause.text.substr(mention.extent.end, 16).find(" 함께") != std::string_view::npos;
    if (mention.role == ParticleRole::subject || mention.role == ParticleRole::also || together) {
      const Filler list = list_ending_at(clause, slot, i);
      out.insert(out.end(), list.begin(), list.end());
    } else if (mention.role == ParticleRole::at && mention.type == "Ministry") {
      bodies.push_back(&mention);
    }
  }
  if (!out.empty()) return out;
  return bodies.empty() ? subject_of(clause, slot) : bodies;
}

Filler parties_of(const Clause& clause, const FrameSlot& slot) {
  Filler out = subject_of(clause, slot);
  const std::uint32_t from = out.empty() ? clause.span.begin : out.front()->span.end;
  const Filler with = group_before(clause, slot, {ParticleRole::with}, from);
  out.insert(out.end(), with.begin(), with.end());
  return out;
}

/// Where the item of an enumeration begins that the trigger stands in: behind the last comma whose
/// item ends in a noun of acting («반도체 협력 확대, 첨단기술 보호»); the commas of a plain list of
/// names divide nothing.
std::uint32_t item_begin(const Clause& clause) {
  if (clause.refers_back) return clause.before_begin;
  const std::string_view before =
      clause.text.substr(clause.span.begin, clause.trigger - clause.span.begin);
  const std::vector<std::string>& ends = clause.lexicon.cue("item_end");
  std::size_t begin = 0;
  for (const std::string_view mark : {", ", " 및 ", "과 함께 ", "와 함께 "}) {
    for (std::size_t at = before.rfind(mark); at != std::string_view::npos && at > begin;
         at = before.rfind(mark, at - 1)) {
      const std::string_view item = before.substr(0, at);
      if (std::any_of(ends.begin(), ends.end(),
                      [&](const std::string& end) { return item.ends_with(end); })) {
        begin = at;
      }
    }
  }
  return clause.span.begin + static_cast<std::uint32_t>(begin);
}

/// The item of an enumeration that the trigger stands in, to its end.
std::string_view item_of(const Clause& clause) {
  const std::uint32_t begin = std::max(item_begin(clause), clause.span.begin);
  const std::string_view behind = clause.text.substr(
      clause.trigger_end, std::max(clause.span.end, clause.trigger_end) - clause.trigger_end);
  std::size_t end = behind.size();
  for (const std::string_view mark : {", ", "과 함께 ", "와 함께 "})
    end = std::min(end, behind.find(mark));
  return clause.text.substr(begin, clause.trigger_end + end - begin);
}

Filler from_source(SlotSource source, const FrameSlot& slot, const Clause& clause) {
  // A paper that was named once holds for the rest of the sentence: «성명에 따르면 …하고, …하기로
  // 했다».
  const bool paper = slot.types.size() == 1 && slot.types.front() == "Agreement";
  const std::uint32_t here = paper ? 0 : clause.span.begin;
  Filler out;
  switch (source) {
    case SlotSource::subject:
      return subject_of(clause, slot);
    case SlotSource::subjects:
      return subjects_of(clause, slot);
    case SlotSource::parties:
      return parties_of(clause, slot);
    case SlotSource::between:
      for (std::size_t i = clause.mentions.size(); i-- > 0;) {
        const Mention& mention = clause.mentions[i];
        if (mention.span.begin < here || mention.span.end > clause.trigger ||
            !clause.takes_part(slot, i))
          continue;
        const std::string_view next = clause.text.substr(mention.extent.end, 8);
        if (next.starts_with(" 간") || next.starts_with("간 ") || next.starts_with(" 사이")) {
          return list_ending_at(clause, slot, i);
        }
      }
      return {};
    case SlotSource::chairs: {
      const std::string_view said = clause.text.substr(
          here, std::min<std::size_t>(clause.trigger_end, clause.span.end) - here);
      out = subject_of(clause, slot);
      return !out.empty() && holds_any(said, clause.lexicon.cue("shared_act"))
                 ? parties_of(clause, slot)
                 : out;
    }
    case SlotSource::owners:
      out = group_before(clause, slot, {ParticleRole::genitive}, here);
      return out.size() > 1 || (!out.empty() && out.front()->entities.size() > 1) ? out : Filler{};
    case SlotSource::object:
      return group_before(clause, slot, {ParticleRole::object}, here);
    case SlotSource::goal:
      return group_before(clause, slot, {ParticleRole::goal}, here);
    case SlotSource::at:
      return group_before(clause, slot, {ParticleRole::at}, here);
    case SlotSource::before:
      return group_before(clause, slot, {}, here);
    case SlotSource::after:
      if (const Mention* head = clause.head(slot)) return {head};
      for (std::size_t i = 0; i < clause.mentions.size(); ++i) {
        if (clause.mentions[i].span.begin >= clause.trigger_end && clause.takes_part(slot, i))
          return {&clause.mentions[i]};
      }
      return {};
    case SlotSource::scope:
    case SlotSource::sentence: {
      const bool things =
          std::find(slot.types.begin(), slot.types.end(), "Technology") != slot.types.end();
      const auto collect = [&](std::uint32_t from) {
        for (std::size_t i = 0; i < clause.mentions.size(); ++i) {
          const Mention& mention = clause.mentions[i];
          const bool within = source == SlotSource::sentence ||
                              (mention.span.begin >= from && mention.span.end <= clause.trigger);
          if (within && clause.takes_part(slot, i)) out.push_back(&mention);
        }
      };
      collect(things ? item_begin(clause) : here);
      // «핵심광물 공급망에 우려를 나타내고, 협력하기로 했다»: the field stands in the clause
      // before.
      if (things && out.empty()) collect(clause.before_begin);
      return out;
    }
    case SlotSource::focus:
    case SlotSource::participants:
    case SlotSource::topic:
    case SlotSource::paper:
      return {};  // of the context, not of the sentence
  }
  return {};
}

/// Does a word with 에 stand right before the trigger («사업에 참여하다»)? Then the verb is about
/// that, and not about the meeting of the text.
bool has_other_argument(const Clause& clause) {
  const std::string_view before =
      clause.text.substr(clause.span.begin, clause.trigger - clause.span.begin);
  if (!before.ends_with(' ')) return false;
  const std::uint32_t end = clause.trigger - 1;
  const bool named =
      std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](const Mention& m) {
        return m.extent.begin < end && m.extent.end + kLongestParticle >= end;
      });
  if (named) return false;
  const std::string_view word = before.substr(0, before.size() - 1);
  return ends_with_any(word, clause.lexicon.cue("goal_end")) &&
         !ends_with_any(word, clause.lexicon.cue("occasion"));
}

/// Does the trigger stand in what somebody says («“… 유출을 막겠다”고 말했다»)? That is about the
/// speaker, not about the meeting. An interview, whose sentences end inside the quotation, tells
/// about it.
bool is_said(const Clause& clause) {
  const std::string_view before =
      clause.text.substr(clause.sentence.begin, clause.trigger - clause.sentence.begin);
  const std::size_t open = before.rfind("“");
  const std::size_t closed = before.rfind("”");
  const bool quoted =
      open != std::string_view::npos && (closed == std::string_view::npos || closed < open);
  const bool plain = std::count(before.begin(), before.end(), '"') % 2 == 1;
  if (!quoted && !plain) return false;
  const std::string_view behind =
      clause.text.substr(clause.trigger_end, clause.sentence.end - clause.trigger_end);
  const std::size_t end = behind.find(quoted ? "”" : "\"");
  return end != std::string_view::npos &&
         holds_any(behind.substr(end), clause.lexicon.cue("speech"));
}

/// Who or what fills a slot: ids, and the words for them.
struct Filled {
  std::vector<std::string> ids;
  std::string words;
};

Filled fill(const FrameSlot& slot, const Clause& clause, const FrameMatcher::Context& context) {
  Filled filled;
  const auto take = [&](const Filler& filler) {
    for (const Mention* mention : filler) {
      filled.words +=
          fmt::format("{}{}", filled.words.empty() ? "" : ", ", slice(clause.text, mention->span));
      for (const std::string& id : mention->entities) {
        if (std::find(filled.ids.begin(), filled.ids.end(), id) == filled.ids.end())
          filled.ids.push_back(id);
      }
    }
    return !filled.ids.empty();
  };
  // What a relative clause describes is its missing argument, before anything else.
  const bool behind =
      std::find(slot.from.begin(), slot.from.end(), SlotSource::after) != slot.from.end();
  if (const Mention* head = behind ? clause.head(slot) : nullptr; head != nullptr && take({head}))
    return filled;
  for (const SlotSource source : slot.from) {
    const bool of_meeting = source == SlotSource::focus || source == SlotSource::participants;
    if (of_meeting && is_said(clause)) continue;
    if (source == SlotSource::focus && !context.focus.empty() && !has_other_argument(clause))
      return {{context.focus}, "(the meeting of the text)"};
    if (source == SlotSource::participants && !context.participants.empty()) {
      return {context.participants, "(the states of the meeting)"};
    }
    if (source == SlotSource::paper && !context.paper.empty())
      return {{context.paper}, "(the paper of the sentence before)"};
    if (source == SlotSource::topic && !context.topic.empty())
      return {context.topic, "(the topic so far)"};
    if (take(from_source(source, slot, clause))) return filled;
  }
  return filled;
}

/// Does the clause deny what it tells? «새지 않도록» denies nothing.
bool is_denied(std::string_view said, const Lexicon& lexicon) {
  const PhraseSet& forms = lexicon.cue("denied");
  std::vector<PhraseSet::Hit> hits;
  forms.find_all(said, 0, hits);
  return std::any_of(hits.begin(), hits.end(), [&](const PhraseSet::Hit& hit) {
    const std::string_view next = said.substr(hit.at + forms.phrases()[hit.phrase].size());
    return !starts_with_any(next, lexicon.cue("denied_unless_next"));
  });
}

std::string describe(const std::map<std::string, Filled>& fillers) {
  std::string out;
  for (const auto& [name, filled] : fillers) {
    out += fmt::format("{}{}={}", out.empty() ? "" : "; ", name, filled.words);
  }
  return out;
}

/// A state and a body of a state are no pair.
bool are_peers(std::string_view a, std::string_view b) {
  const bool one_is_state = a.starts_with("state/") != b.starts_with("state/");
  return !one_is_state || !(a.starts_with("body/") || b.starts_with("body/"));
}

}  // namespace

FrameMatcher::FrameMatcher(const Ontology& ontology) : ontology_(ontology) {
  std::vector<std::string> forms;
  for (const FrameRule& rule : ontology.rules) {
    forms.insert(forms.end(), rule.triggers.begin(), rule.triggers.end());
    rule_of_trigger_.resize(forms.size(), &rule);
  }
  triggers_ = PhraseSet(std::move(forms));
}

std::vector<Span> FrameMatcher::clauses(std::string_view text, Span sentence) const {
  std::vector<Span> out;
  const PhraseSet& endings = ontology_.lexicon.cue("clause_end");
  const PhraseSet& before_comma = ontology_.lexicon.cue("clause_end_before_comma");
  const PhraseSet& nouns = ontology_.lexicon.cue("no_clause_end");
  std::uint32_t begin = sentence.begin;
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (text[at] != ' ' && text[at] != ',') continue;
    const std::string_view before = text.substr(begin, at - begin);
    // Before a comma, any verb in -고 or -며 ends its clause.
    const bool ends =
        ends_with_any(before, endings) ||
        (text[at] == ',' && ends_with_any(before, before_comma) && !ends_with_any(before, nouns));
    if (!ends) continue;
    out.push_back({begin, at});
    begin = at + 1;
  }
  out.push_back({begin, sentence.end});
  return out;
}

std::vector<FrameMatch> FrameMatcher::match(std::string_view text, Span sentence,
                                            const std::vector<Mention>& mentions,
                                            const Context& context) const {
  std::vector<FrameMatch> out;
  std::set<std::string> seen;
  const std::vector<Span> parts = clauses(text, sentence);
  const RelativeClauses relatives(text, sentence, mentions, ontology_.lexicon);
  std::vector<PhraseSet::Hit> hits;
  std::uint32_t clause_before = sentence.begin;
  for (const Span part : parts) {
    const std::string_view said = slice(text, part);
    const bool refers_back = holds_any(said, ontology_.lexicon.cue("back_reference"));
    const std::uint32_t before_begin = clause_before;
    clause_before = part.begin;
    if (is_denied(said, ontology_.lexicon)) continue;
    // The last clause tells whether what the others say is still to come.
    const std::string_view rest_of_sentence = slice(text, {part.begin, sentence.end});
    const auto read_trigger = [&](std::size_t found, const std::string& form,
                                  const FrameRule& rule) {
      const auto trigger = part.begin + static_cast<std::uint32_t>(found);
      const auto trigger_end = trigger + static_cast<std::uint32_t>(form.size());
      // A trigger inside a name tells about the name, not about the clause.
      if (std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
            return m.span.begin <= trigger && trigger_end <= m.span.end;
          })) {
        return;
      }
      const Clause clause{ontology_.lexicon,
                          text,
                          sentence,
                          part,
                          before_begin,
                          refers_back,
                          mentions,
                          relatives,
                          trigger,
                          trigger_end,
                          relatives.at(trigger_end - 1)};
      if (holds_any(item_of(clause), rule.without)) return;
      std::map<std::string, Filled> fillers;
      bool complete = true;
      for (const FrameSlot& slot : rule.slots) {
        fillers[slot.name] = fill(slot, clause, context);
        complete &= !fillers[slot.name].ids.empty();
      }
      if (!complete) return;
      const bool planned =
          holds_any(rest_of_sentence.substr(found), ontology_.lexicon.cue("planned")) ||
          holds_any(said, ontology_.lexicon.cue("future_time"));
      for (const FrameEdge& edge : rule.edges) {
        for (const std::string& subject : fillers[edge.subject].ids) {
          for (const std::string& object : fillers[edge.object].ids) {
            if (subject == object ||
                (edge.each_pair && (subject > object || !are_peers(subject, object))))
              continue;
            if (!seen.insert(rule.id + subject + "\t" + edge.relation + "\t" + object).second)
              continue;
            out.push_back({subject, edge.relation, object, planned ? Status::planned : Status::held,
                           &rule, describe(fillers)});
          }
        }
      }
    };
    // Rule by rule in file order, and trigger by trigger.
    hits.clear();
    triggers_.find_all(said, 0, hits);
    for (const PhraseSet::Hit& hit : hits) {
      const FrameRule& rule = *rule_of_trigger_[hit.phrase];
      const std::string& form = triggers_.phrases()[hit.phrase];
      const std::string_view behind = said.substr(hit.at + form.size());
      if (starts_with_any(behind, rule.unless_next)) continue;
      if (!rule.with.empty() && !holds_any(said, rule.with)) continue;
      if (holds_any(behind, rule.unless_after) &&
          !holds_any(behind, ontology_.lexicon.cue("agreed_upon")))
        continue;
      read_trigger(hit.at, form, rule);
    }
  }
  return out;
}

}  // namespace samgak
