// Relative clauses: whose argument is a name that stands before a verb that describes a noun.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// «공단이 운영하는 시스템», «서울에서 열린 회의»: the verb that describes what follows it.
struct Adnominal {
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  Span word;                       ///< the verb
  bool subject_is_inside = false;  ///< an 이/가 before it is its own, not that of the main clause
  std::size_t head = kNone;        ///< index of the mention it describes
  std::vector<std::size_t> inside;  ///< indices of the actors, events and places that belong to it
};

/// The relative clauses of one sentence, left to right. Refers to nothing.
///
/// Korean marks no beginning of a relative clause. Its end is the verb (-ㄴ, -는, -ㄹ, -던 and a
/// noun behind it). An 이/가 before the verb is inside when the described noun is not the verb's
/// own subject: when no 을/를 stands between the two («공단이 운영하는 시스템» against «외교부가
/// 반도체를 만드는 기업을»), unless the noun only rounds off the clause («… 하는 방안»). Places,
/// goals and objects that stand right before the verb are inside anyway. Never inside is a topic
/// (은/는). Case that it misreads: «외교부가 어제 제안한 회의에 참석했다» with 외교부 as the one
/// who attends.
class RelativeClauses {
 public:
  RelativeClauses(std::string_view text, Span sentence, const std::vector<Mention>& mentions,
                  const Lexicon& lexicon);

  /// The one whose verb holds the byte at `at`; null when there is none.
  [[nodiscard]] const Adnominal* at(std::uint32_t at) const;

  /// Is the mention of that index inside a relative clause other than `own`?
  [[nodiscard]] bool is_foreign(std::size_t mention, const Adnominal* own) const;

 private:
  std::vector<Adnominal> clauses_;  ///< in text order
  std::vector<std::size_t> owner_;  ///< of each mention: index in `clauses_`, or kNone
};

}  // namespace samgak
