// The phrases by which page furniture gives itself away, as data. Classes, never phrases of one
// site.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace samgak {

/// What a line is by its own words, wherever it stands.
enum class LineClass : std::uint8_t {
  text,         ///< nothing speaks against it
  caption,      ///< under a photo
  byline,       ///< reporter, mail address
  date_line,    ///< when it was published, changed, read
  letterhead,   ///< «보도자료»
  contact,      ///< who answers questions
  attachment,   ///< heads an attachment, which is article again
  soft_opener,  ///< heads related stories, after which the article may go on
  hard_opener,  ///< heads rankings, comments, neighbours: the article is over
  copyright,    ///< rights, imprint
  end_mark,     ///< «(끝)»
  widget,       ///< share, print, font size, search, log in, counters
  menu,         ///< sections of the site, breadcrumb
  promo,        ///< «바로가기», source, call to subscribe
  stock,        ///< ticker
  comment,      ///< masked names
  hashtags
};

enum class Match : std::uint8_t { whole, prefix, suffix, contains };

/// What else must hold for a phrase to count.
enum class Need : std::uint8_t {
  no_prose,  ///< the line is no sentence; nearly all phrases may stand in one
  nothing,   ///< counts in sentences, too
  date,      ///< a date, a time, a colon, or nothing but the phrase
  number,    ///< a digit
  reachable  ///< a telephone number, a colon, or next to nothing but the phrase
};

/// A phrase without spaces, in lower case, that puts a line of at most `longest` code points
/// (spaces not counted) into a class.
struct NoisePhrase {
  std::string_view phrase;
  Match match;
  std::uint16_t longest;
  LineClass line_class;
  Need need = Need::no_prose;
};

[[nodiscard]] std::span<const NoisePhrase> noise_phrases();

}  // namespace samgak
