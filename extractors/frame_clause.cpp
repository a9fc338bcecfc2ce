#include "extractors/frame_clause.hpp"

#include <algorithm>
#include <initializer_list>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::uint32_t kLongestParticle = 12;  // bytes

/// «·검찰·경찰·»: members of a list that nobody knows do not end it.
bool is_unknown_member(std::string_view between) {
  constexpr std::size_t kLongest = 48;  // bytes
  if (between.empty() || between.size() > kLongest || !is_middle_dot(decode(between, 0).value) ||
      !is_middle_dot(decode_before(between, static_cast<std::uint32_t>(between.size())).value))
    return false;
  for (std::size_t at = 0; at < between.size(); at += decode(between, at).length) {
    const char32_t c = decode(between, at).value;
    if (!is_hangul_syllable(c) && !is_middle_dot(c)) return false;
  }
  return true;
}

/// «외교부 등 관계 부처와 …»
bool rounds_off(std::string_view between, const Lexicon& lexicon) {
  if (between.size() < 2 || between.front() != ' ' || between.back() != ' ') return false;
  const std::vector<std::string>& tails = lexicon.cue("list_tail");
  return std::find(tails.begin(), tails.end(), between.substr(1, between.size() - 2)) !=
         tails.end();
}

/// What stands between two members of a list: marks, the particles that join, in English «and»,
/// «the», «'s», and what rounds off its first half.
bool is_glue(std::string_view between, const Lexicon& lexicon) {
  if (is_unknown_member(between) || rounds_off(between, lexicon)) return true;
  const std::vector<std::string>& places = lexicon.cue("place_in");  // «워싱턴에 있는 NASA 본부»
  if (std::find(places.begin(), places.end(), between) != places.end()) return true;
  if (between.size() > 24) return false;
  for (std::size_t at = 0; at < between.size();) {
    const CodePoint c = decode(between, at);
    if (is_latin(c.value)) {
      std::size_t end = at;
      while (end < between.size() && is_latin(decode(between, end).value)) ++end;
      const std::string_view word = between.substr(at, end - at);
      if (word != "and" && word != "the" && word != "s" && word != "its") return false;
      at = end;
      continue;
    }
    constexpr std::string_view kAnd = "그리고";
    if (between.substr(at).starts_with(kAnd)) {
      at += kAnd.size();
      continue;
    }
    const bool joins = c.value == U'와' || c.value == U'과' || c.value == U'및' || c.value == U'의';
    if (is_letter_or_digit(c.value) && !joins) return false;
    at += c.length;
  }
  return true;
}

/// The list that ends with `last`: neighbours of the slot's types joined by nothing but marks and
/// joining particles.
Filler list_ending_at(const FrameClause& clause, const FrameSlot& slot, std::size_t last) {
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
          is_glue(clause.text.substr(mention.extent.end, begin - mention.extent.end),
                  clause.lexicon)) {
        begin = std::min(begin, mention.extent.begin);
      }
      continue;
    }
    if (mention.extent.end > begin || !clause.takes_part(slot, i) ||
        !is_glue(clause.text.substr(mention.extent.end, begin - mention.extent.end),
                 clause.lexicon)) {
      break;
    }
    out.push_back(&mention);
    begin = mention.extent.begin;
  }
  return out;
}

/// The nearest list before the trigger whose last member has one of `roles` (any role when empty),
/// from `from` on.
Filler group_before(const FrameClause& clause, const FrameSlot& slot,
                    std::initializer_list<ParticleRole> roles, std::uint32_t from) {
  for (std::size_t i = clause.mentions.size(); i-- > 0;) {
    const Mention& mention = clause.mentions[i];
    // «회담하고»: the trigger may begin with the name itself.
    const bool before = mention.span.end <= clause.trigger || mention.span.begin == clause.trigger;
    if (!before || mention.span.begin < from || !clause.takes_part(slot, i)) continue;
    if (roles.size() == 0 || std::find(roles.begin(), roles.end(), mention.role) != roles.end()) {
      return list_ending_at(clause, slot, i);
    }
  }
  return {};
}

/// Every name of the clause behind the trigger that has one of `roles` (any role when empty).
Filler behind_trigger(const FrameClause& clause, const FrameSlot& slot,
                      std::initializer_list<ParticleRole> roles) {
  Filler out;
  for (std::size_t i = 0; i < clause.mentions.size(); ++i) {
    const Mention& mention = clause.mentions[i];
    const bool fits_role =
        roles.size() == 0 || std::find(roles.begin(), roles.end(), mention.role) != roles.end();
    if (mention.span.begin >= clause.trigger_end && mention.span.end <= clause.span.end &&
        fits_role && clause.takes_part(slot, i))
      out.push_back(&mention);
  }
  return out;
}

Filler subject_of(const FrameClause& clause, const FrameSlot& slot) {
  // Inside a relative clause the subject bears 이/가, or is the noun that the clause describes.
  if (clause.adnominal != nullptr) {
    if (clause.adnominal->subject_is_inside)
      return group_before(clause, slot, {ParticleRole::subject}, clause.span.begin);
    if (const Mention* head = clause.head(slot)) return {head};
  }
  return group_before(clause, slot,
                      {ParticleRole::subject, ParticleRole::topic, ParticleRole::also}, 0);
}

/// «한국에서는 안덕근 장관, 일본에서 사이토 겐 경제산업상이»: the particle of the last side is that
/// of all.
bool ends_a_side(const FrameClause& clause, const Mention& mention) {
  constexpr std::string_view kComma = ", ";
  if (mention.role != ParticleRole::none ||
      !clause.text.substr(mention.extent.end).starts_with(kComma))
    return false;
  const std::uint32_t next = mention.extent.end + static_cast<std::uint32_t>(kComma.size());
  return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](const Mention& side) {
    if (side.span.begin != next || side.type != "Country") return false;
    const std::string_view behind = clause.text.substr(side.span.end);
    return side.role == ParticleRole::at || side.role == ParticleRole::topic ||
           clause.lexicon.cue("side_subject")
               .at_begin_of(behind.starts_with(' ') ? behind.substr(1) : behind);
  });
}

/// Every list of the clause with 이/가, and those who are there «함께»; else the body with
/// «에서는»; else the subject so far.
Filler subjects_of(const FrameClause& clause, const FrameSlot& slot) {
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
    if (mention.role == ParticleRole::subject || mention.role == ParticleRole::also || together ||
        ends_a_side(clause, mention)) {
      const Filler list = list_ending_at(clause, slot, i);
      out.insert(out.end(), list.begin(), list.end());
    } else if (mention.role == ParticleRole::at && mention.type == "Ministry") {
      bodies.push_back(&mention);
    }
  }
  if (!out.empty()) return out;
  return bodies.empty() ? subject_of(clause, slot) : bodies;
}

/// «상무장관을 만나 …»: whom the subject met, and then acted with.
Filler met_before(const FrameClause& clause, const FrameSlot& slot, std::uint32_t from) {
  constexpr std::size_t kObjectParticle = 3;  // bytes
  constexpr std::size_t kReach = 24;
  const Filler met = group_before(clause, slot, {ParticleRole::object}, from);
  if (met.empty() || met.front()->type != "Person") return {};
  const std::size_t behind = met.front()->extent.end + kObjectParticle;
  return behind < clause.text.size() &&
                 starts_with_any(clause.text.substr(behind, kReach), clause.lexicon.cue("met_verb"))
             ? met
             : Filler{};
}

Filler parties_of(const FrameClause& clause, const FrameSlot& slot) {
  Filler out = subject_of(clause, slot);
  const std::uint32_t from = out.empty() ? clause.span.begin : out.front()->span.end;
  Filler with = group_before(clause, slot, {ParticleRole::with}, from);
  if (with.empty()) with = met_before(clause, slot, from);
  out.insert(out.end(), with.begin(), with.end());
  return out;
}

/// Where the item of an enumeration begins that the trigger stands in.
std::uint32_t item_begin(const FrameClause& clause) {
  return clause.refers_back ? clause.before_begin : clause.items.begin_before(clause.trigger);
}

Filler from_source(SlotSource source, const FrameSlot& slot, const FrameClause& clause) {
  // A paper that was named once holds for the rest of the sentence: «성명에 따르면 …하고, …하기로
  // 했다».
  const bool paper = slot.types.size() == 1 && slot.takes("Agreement");
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
        out = list_ending_at(clause, slot, i);
        const std::string_view before = clause.text.substr(0, out.back()->span.begin);
        if (out.size() > 1 && (before.ends_with("between ") || before.ends_with("between the ")))
          return out;
      }
      return {};
    case SlotSource::chairs: {
      const std::string_view said = clause.text.substr(
          here, std::min<std::size_t>(clause.trigger_end, clause.span.end) - here);
      out = subject_of(clause, slot);
      return !out.empty() && clause.lexicon.cue("shared_act").in(said) ? parties_of(clause, slot)
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
    case SlotSource::behind:
      return behind_trigger(clause, slot, {});
    case SlotSource::by:
      return behind_trigger(clause, slot, {ParticleRole::means});
    case SlotSource::partners: {
      out = subject_of(clause, slot);
      const Filler with = behind_trigger(clause, slot, {ParticleRole::with});
      out.insert(out.end(), with.begin(), with.end());
      return out;
    }
    case SlotSource::scope:
    case SlotSource::sentence: {
      const bool things = slot.takes("Technology");
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
      // before. Items with bullets tell of different things.
      if (things && out.empty() && !clause.items.has_bullet(clause.trigger))
        collect(clause.before_begin);
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
bool has_other_argument(const FrameClause& clause) {
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
  return clause.lexicon.cue("goal_end").at_end_of(word) &&
         !clause.lexicon.cue("occasion").at_end_of(word);
}

}  // namespace

std::uint32_t speech_around(std::string_view text, Span sentence, std::uint32_t trigger,
                            const Lexicon& lexicon) {
  const std::string_view before = text.substr(sentence.begin, trigger - sentence.begin);
  std::size_t open = before.rfind("“");
  const std::size_t closed = before.rfind("”");
  const bool quoted =
      open != std::string_view::npos && (closed == std::string_view::npos || closed < open);
  const bool plain = !quoted && std::count(before.begin(), before.end(), '"') % 2 == 1;
  if (!quoted && !plain) return 0;
  if (plain) open = before.rfind('"');
  const std::string_view behind = text.substr(trigger, sentence.end - trigger);
  const std::size_t end = behind.find(quoted ? "”" : "\"");
  const bool told = end != std::string_view::npos && lexicon.cue("speech").in(behind.substr(end));
  return told ? sentence.begin + static_cast<std::uint32_t>(open) + 1 : 0;
}

Span item_of(const FrameClause& clause) {
  return {std::max(item_begin(clause), clause.span.begin),
          clause.items.end_behind(clause.trigger_end)};
}

bool FrameContext::fills(const FrameSlot& slot) const {
  return std::any_of(slot.from.begin(), slot.from.end(), [&](SlotSource source) {
    return (source == SlotSource::focus && !focus.empty()) ||
           (source == SlotSource::participants && !participants.empty()) ||
           (source == SlotSource::topic && !topic.empty()) ||
           (source == SlotSource::paper && !paper.empty());
  });
}

void append_words(const FilledSlot& slot, std::string_view text, std::string& out) {
  out += slot.words;
  for (const Mention* name : slot.names) {
    if (name != slot.names.front()) out += ", ";
    out += slice(text, name->span);
  }
}

FilledSlot fill(const FrameSlot& slot, const FrameClause& clause, const FrameContext& context) {
  FilledSlot filled;
  const auto take = [&](const Filler& filler) {
    filled.names.insert(filled.names.end(), filler.begin(), filler.end());
    for (const Mention* mention : filler) {
      for (const EntityId id : mention->entities) {
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
    if (of_meeting && clause.said_from > 0) continue;
    if (source == SlotSource::focus && !context.focus.empty() && !has_other_argument(clause))
      return {{context.focus}, {}, "(the meeting of the text)"};
    if (source == SlotSource::participants && !context.participants.empty())
      return {context.participants, {}, "(the states of the meeting)", true};
    if (source == SlotSource::paper && !context.paper.empty())
      return {{context.paper}, {}, "(the paper of the sentence before)"};
    if (source == SlotSource::topic && !context.topic.empty())
      return {context.topic, {}, "(the topic so far)"};
    if (take(from_source(source, slot, clause))) return filled;
  }
  return filled;
}

}  // namespace samgak
