// The items of an enumeration inside a clause.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ontology/lexicon.hpp"
#include "text/span.hpp"

namespace samgak {

/// Where a clause divides into the items of an enumeration, found when somebody first asks.
class ClauseItems {
 public:
  ClauseItems(std::string_view text, Span clause, const Lexicon& lexicon)
      : text_(text), clause_(clause), lexicon_(lexicon) {}

  /// Where the item begins that holds byte `at`: at the last comma or joining word before it whose
  /// item ends in a noun of acting («반도체 협력 확대, 첨단기술 보호»); the commas of a plain list
  /// of names divide nothing.
  [[nodiscard]] std::uint32_t begin_before(std::uint32_t at);
  /// Where the first comma or «함께» behind `at` begins, else where the clause ends.
  [[nodiscard]] std::uint32_t end_behind(std::uint32_t at);
  /// Does an item with a bullet begin before byte `at`?
  [[nodiscard]] bool has_bullet(std::uint32_t at);

 private:
  struct Mark {
    Span span;
    bool ends_item = false;  ///< a noun of acting stands before it
    bool closes = false;     ///< an item ends there, whatever stands before it
    bool bullet = false;     ///< «△», «▲», «①»
  };
  const std::vector<Mark>& marks();
  [[nodiscard]] bool is_closed(const Mark& bullet, std::uint32_t at) const;

  std::string_view text_;
  Span clause_;
  const Lexicon& lexicon_;
  std::optional<std::vector<Mark>> marks_;
};

}  // namespace samgak
