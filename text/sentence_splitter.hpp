// Sections into sentences.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace samgak {

/// Sentences of `section` (a span of `text`), in order, trimmed, without gaps other than white
/// space.
///
/// A sentence ends at «.», «?», «!», «…» followed by white space or the end, unless the stop
/// belongs to a number
/// (`3.2`), a date (`2024. 6. 26.`), an initial (`D.C.`, `S. Somanath`) or stands inside brackets
/// that are still open. Inside double quotation marks it ends one behind a Hangul syllable. Linear
/// in the section.
[[nodiscard]] std::vector<Span> split_sentences(std::string_view text, Span section);

}  // namespace samgak
