// Table rows and label lines read as statements: «참석자 | A, B», «장소: 서울», «(의제) 반도체».
#pragma once

#include <string>
#include <vector>

#include "ontology/lexicon.hpp"
#include "text/document.hpp"

namespace samgak {

/// What a label says of the names behind it.
struct Label {
  std::string kind;  ///< `chaired`, `attended`, `discussed`, `heldIn`, `date`, `agreed`
  Span content;
};

/// Reads the sections of one document in order. The kinds of labels are the cues `label_<kind>` of
/// the lexicon.
class LabelReader {
 public:
  LabelReader(const Document& document, const Lexicon& lexicon);

  /// Labels of the section with index `section`: the first cell of a table row, or the heads of its
  /// columns; a short word before a colon or in brackets at the beginning of a line; or a line
  /// above, alone on its line, to which deeper list items belong. Sections must be asked for in
  /// rising order.
  [[nodiscard]] std::vector<Label> labels_of(std::size_t section);

 private:
  [[nodiscard]] std::string kind_of(Span label) const;
  void remember_bare_label(const Section& section);

  const Document& document_;
  const Lexicon& lexicon_;
  std::size_t next_ = 0;
  std::string row_kind_;  ///< of the last row of a table that had a label
  std::string inherited_;
  int inherited_level_ = 0;
};

}  // namespace samgak
