// Data files, most of them tab-separated: `#` comments, one record a line, errors with their place.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

/// The bytes of a file. Throws LoadError when it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// The same of a text. Throws LoadError when it is not valid UTF-8.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& path);

/// Files of one kind in a fixed order, so that «file order» means the same on every file system;
/// none where there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> data_files(const std::filesystem::path& folder,
                                                            std::string_view extension);

/// Calls `row` with the fields of every line that is neither empty nor a comment; «-» stands for an
/// empty field. Throws LoadError (`file:line: …`) when a line has not exactly `columns` fields or
/// is not valid UTF-8. An error that `row` throws as LoadError is given the place of the line.
void for_each_tsv_row(const std::filesystem::path& path, std::size_t columns,
                      const std::function<void(const std::vector<std::string_view>&)>& row);

/// `a|b|c` into its parts; no parts for an empty field.
[[nodiscard]] std::vector<std::string> split_values(std::string_view field);

}  // namespace samgak
