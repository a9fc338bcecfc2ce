#include "readers/publication_finder.hpp"

#include "readers/page_date.hpp"

namespace samgak {
namespace {

// The date of a neighbour on a board ends its line, after a title that may hold dates itself.
Date find_last_date(std::string_view line) {
  const std::size_t space = line.rfind(' ');
  return space == std::string_view::npos ? Date{} : find_date(line.substr(space + 1));
}

DateSource bare_date_source(const JudgedPage& page, std::size_t i) {
  if (i >= page.core) return DateSource::text;
  const bool above_title = page.title != kNoBlock && page.title < page.core && i < page.title;
  return above_title ? DateSource::masthead : DateSource::head;
}

}  // namespace

// Lines say when the page was published above the body and right below it; neighbours on a board
// come last.
void find_publication_date(JudgedPage& page) {
  bool related = false;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const LineTraits& traits = page.judged[i].traits;
    const std::string_view line = page.text(i);
    if (page.given(i) || traits.length > 400) continue;
    if (i < page.core || !related) {
      if (traits.line_class == LineClass::date_line)
        page.page.published.improve(find_date(line), DateSource::byline);
      if (traits.line_class == LineClass::byline) {
        page.page.published.improve(find_date(line),
                                    i < page.core ? DateSource::byline : DateSource::text);
      } else if (traits.bare_date) {
        page.page.published.improve(find_date(line), bare_date_source(page, i));
      }
      if (traits.line_class == LineClass::caption && traits.cut_end > 0) {
        page.page.published.improve(find_date(line.substr(line.size() - traits.cut_end)),
                                    DateSource::text);
      }
    }
    if (i > page.core && (traits.line_class == LineClass::soft_opener ||
                          traits.line_class == LineClass::hard_opener)) {
      related = true;
      page.page.published.improve(find_last_date(line), DateSource::neighbour);
    }
  }
}

}  // namespace samgak
