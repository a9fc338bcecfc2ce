// Relation frames: how Korean states a relation. One frame is data; the frame matcher of extractors/ applies it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace samgak {

/// Where a frame looks for the filler of a slot, in the order given; the first source that yields something wins.
enum class SlotSource : unsigned char {
  subject,   ///< group with 이/가/은/는/께서 in the clause, else the one carried from the clauses before
  own_subject,  ///< the same, but only from the clause itself
  object,    ///< group with 을/를
  goal,      ///< group with 에/에게/에는
  at,        ///< group with 에서
  with,      ///< group with 와/과 that is no part of the subject list
  between,   ///< «A와 B 간», «A·B 사이», «양국 간»
  before,    ///< the group right before the trigger, whatever its particle («A의 주재로», «A 공동 주재»)
  head,      ///< the noun that an adnominal trigger modifies («A가 참석한 회의»)
  scope,     ///< every mention of the clause before the trigger that is not the subject
  after,     ///< every mention of the clause behind the trigger
  sentence,  ///< every mention of the sentence
  focus      ///< what the text is about at this point (meeting, agreement)
};

struct FrameSlot {
  std::string name;
  std::vector<std::string> types;  ///< classes that may fill it
  std::vector<SlotSource> from;
  bool required = true;
};

/// `subject` and `object` name slots. With `each_pair`, the relation holds between any two fillers of one slot.
struct FrameEdge {
  std::string subject;
  std::string relation;
  std::string object;
  bool each_pair = false;
};

struct FrameExample {
  std::string text;
  std::vector<std::string> edges;  ///< `name relation name`, empty for a text that must not match
};

struct FrameRule {
  std::string id;
  std::vector<std::string> triggers;     ///< surface beginnings, matched at word beginnings or inside compounds
  std::vector<std::string> unless_next;  ///< the trigger is another word when one of these follows (참석+자)
  std::vector<std::string> with;         ///< the clause must hold one of these
  std::vector<std::string> without;      ///< the clause must hold none of these
  std::vector<FrameSlot> slots;
  std::vector<FrameEdge> edges;
  double confidence = 0.8;
  bool denied_by_review = false;  ///< «검토», «제안» take the edge away
  std::vector<FrameExample> matches;
  std::vector<std::string> rejects;
  std::string source;  ///< `file:line`, for messages
};

/// Reads one file of `ontology/rules/`. Throws LoadError (`file:line: …`) on unknown keys, slots or sources.
[[nodiscard]] std::vector<FrameRule> load_frame_rules(const std::filesystem::path& path);

}  // namespace samgak
