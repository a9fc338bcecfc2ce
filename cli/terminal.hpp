// Words for people: made safe for a terminal, set in columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.hpp"

namespace samgak {

/// `visible(text)` for text that need not be valid UTF-8, such as file names: bytes that are not
/// become `\xNN`.
[[nodiscard]] std::string terminal_text(std::string_view text);

/// Columns that `text` takes on a terminal: two for Hangul, Han, kana and fullwidth forms.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Rows as lines of aligned columns, two spaces apart, after `indent` spaces. Cells must be safe
/// already.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows,
                                std::size_t indent);

/// `1 node`, `2 nodes`, `1,234 nodes`.
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view noun);
[[nodiscard]] std::string with_commas(std::uint64_t number);

/// Lines on standard error. A failure to write there has nobody left to tell and is passed over.
void print_error(std::string_view message);
void print_note(std::string_view message);
void print_diagnostic(const Diagnostic& diagnostic);

[[nodiscard]] bool stderr_is_terminal();

/// Writes `text` to standard output. Throws `WriteError` when it does not arrive whole.
void print(std::string_view text);

}  // namespace samgak
