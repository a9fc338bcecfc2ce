// Table rows and label lines read as statements: «참석자 | A, B», «장소: 서울», «(의제) 반도체».
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ontology/lexicon.hpp"
#include "text/document.hpp"

namespace samgak {

/// What a label says of the names behind it.
struct Label {
  std::string kind;  ///< `attended`, `discussed`, `heldIn`, `date`, `agreed`
  Span content;
};

/// The label of a section, by the cues `label_<kind>` of the lexicon: the first cell of a table
/// row, or a short word before a colon or in brackets at the beginning of a line. Nothing when the
/// section bears none of them.
[[nodiscard]] std::optional<Label> find_label(std::string_view text, const Section& section,
                                              const Lexicon& lexicon);

}  // namespace samgak
