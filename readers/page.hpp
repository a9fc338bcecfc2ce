// A source taken apart into blocks, before anybody has judged what is article and what is not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readers/clean_text.hpp"
#include "text/date.hpp"
#include "text/sha256.hpp"
#include "text/span.hpp"

namespace samgak {

/// What the markup (or the shape of a line) says a block is.
enum class BlockRole : std::uint8_t {
  paragraph,
  heading,
  list_item,
  table_row,
  caption,
  page_title,     ///< `<title>`: usually the title with the outlet's name
  given_title,    ///< title by front matter or a JSON field
  given_excerpt,  ///< excerpt or description by front matter
  furniture       ///< navigation, footer, button: cannot be article
};

/// One block of the clean text. Blocks stand in text order and do not overlap.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  BlockRole role = BlockRole::paragraph;
  int level = 0;            ///< as `Section::level`
  bool gap_before = false;  ///< a blank line or an element border stands before it
  bool soft_before =
      false;            ///< only a line break stands before it: it may go on with the block above
  bool bullet = false;  ///< a bullet mark stood before it
  bool markup_list = false;  ///< an item of a list in HTML or Markdown
  bool dashed = false;       ///< the mark was a dash
  bool arrow = false;        ///< a heading by its mark: «▶», «☞»
  bool numbered = false;     ///< the mark was a number or a letter of an outline: «1.», «가.»
  std::uint8_t doubt = 0;    ///< elements around it whose class or id smells of page furniture
  bool in_article = false;   ///< inside `<article>` or `<main>`
  std::uint32_t link_bytes = 0;
  std::uint32_t indent = 0;  ///< columns before the text of a plain line
  std::uint32_t first_cell = 0;
  std::uint32_t cell_count = 0;
  int table = -1;       ///< number of the table a row of markup belongs to
  int header_row = -1;  ///< index of the block that heads this table row

  [[nodiscard]] Span span() const { return {begin, end}; }
};

/// How sure a date is the day of publication; higher beats lower.
enum class DateSource : std::uint8_t {
  none,
  neighbour,  ///< of another story on the page
  url,
  text,      ///< below the body
  masthead,  ///< above the title: as a rule the day on which the page was taken
  head,      ///< a bare date between title and body
  byline,    ///< with a word that says so
  metadata,
  given
};

struct PageDate {
  Date date;
  DateSource source = DateSource::none;

  /// Keeps `other` when its source is better.
  void improve(Date other, DateSource other_source) {
    if (other.known() && other_source > source) *this = {other, other_source};
  }
};

/// Everything a shape's reader found. Hand it to `make_document`.
struct Page {
  explicit Page(const SourceText& source) : clean(source), checksum(source.checksum()) {}

  CleanText clean;
  Sha256 checksum;  ///< of the source
  std::vector<Block> blocks;
  std::vector<Span> cells;  ///< cells of all table rows
  PageDate published;
  std::string title_hint;  ///< title by metadata that is not part of the text (og:title)
};

}  // namespace samgak
