// All readers, and the one that fits a file.
#pragma once

#include <span>
#include <string_view>

#include "readers/reader.hpp"

namespace samgak {

/// Every reader, in order of preference.
[[nodiscard]] std::span<const Reader* const> readers();

/// The reader for a file, by what the bytes look like and, where they leave it open, by the
/// extension of `file_name`: a `.txt` with front matter is a Markdown post, one that opens with
/// `<!DOCTYPE html>` a page. Never fails: what looks like nothing else is plain text.
[[nodiscard]] const Reader& find_reader(std::string_view file_name, std::string_view bytes);

/// The reader of that name or alias; null when there is none.
[[nodiscard]] const Reader* find_reader_by_name(std::string_view name);

}  // namespace samgak
