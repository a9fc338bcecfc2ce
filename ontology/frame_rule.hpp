// Relation frames: how Korean states a relation. One frame is data; the frame matcher of
// extractors/ applies it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/entity_type.hpp"

namespace samgak {

/// Where a frame looks for the filler of a slot, in the order given; the first source that yields
/// something wins.
enum class SlotSource : unsigned char {
  subject,  ///< the nearest list with 이/가/은/는/께서 before the trigger, else the one of the
            ///< clauses before
  subjects,  ///< every list of the clause with 이/가, else the subject
  parties,   ///< the subject and those with 와/과 after it
  between,   ///< the list before «간» or «사이»
  owners,    ///< the list of two or more with 의 («두 회사의 공동 연구»)
  chairs,  ///< the subject, and those with 와/과 after it when the act is shared («공동», «함께»)
  object,        ///< the nearest list with 을/를
  goal,          ///< the nearest list with 에/에게/에는
  at,            ///< the nearest list with 에서
  before,        ///< the nearest list before the trigger, whatever its particle
  scope,         ///< every name of the clause before the trigger
  after,         ///< the first name of the clause behind the trigger («A가 체결한 협약»)
  behind,        ///< every name of the clause behind the trigger, as English has its objects
  by,            ///< those behind the trigger with «by» («signed by A and B»)
  partners,      ///< the subject, and those with «with» behind the trigger
  sentence,      ///< every name of the sentence
  focus,         ///< the meeting that the text is about at this point
  participants,  ///< the states that take part in that meeting
  topic,         ///< the subject of the last sentence that had one
  paper  ///< the agreement that the sentence before told about, when this one goes on («또 …»)
};

struct FrameSlot {
  std::string name;
  std::vector<std::string> types;  ///< classes that may fill it
  std::vector<SlotSource> from;
  EntityTypes kinds;  ///< `types` as numbers; set when the whole ontology is loaded

  [[nodiscard]] bool takes(EntityType type) const { return kinds[type.number()]; }
};

/// `subject` and `object` name slots. With `each_pair`, the relation holds between any two fillers
/// of one slot.
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
  std::vector<std::string> triggers;  ///< surface beginnings; every occurrence in a clause counts
  std::vector<std::string>
      unless_next;  ///< the trigger is another word when one of these follows (참석+자)
  /// Acts that only raise the matter («협력을 논의했다»): behind the trigger in its clause they
  /// make no edge, unless the clause agrees on it all the same (cue `agreed_upon`).
  std::vector<std::string> unless_after;
  std::vector<std::string> with;     ///< the sentence must hold one of these
  std::vector<std::string> without;  ///< the sentence must hold none of these
  std::vector<FrameSlot> slots;
  std::vector<FrameEdge> edges;
  double confidence = 0.8;
  std::vector<FrameExample> matches;
  std::vector<std::string> rejects;
  std::string source;  ///< `file:line`, for messages
};

/// Examples are most of a file and only tests need them: a run that leaves them out starts sooner.
enum class FrameExamples : bool { leave_out, read };

/// Reads one file of `ontology/rules/`. Throws LoadError (`file:line: …`) on unknown keys, slots or
/// sources.
[[nodiscard]] std::vector<FrameRule> load_frame_rules(const std::filesystem::path& path,
                                                      FrameExamples examples);

}  // namespace samgak
