#include "ontology/tsv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = in.tellg();
  std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  in.seekg(0);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw LoadError(fmt::format("{}: cannot be read", path.string()));
  return bytes;
}

std::string read_text_file(const std::filesystem::path& path) {
  std::string text = read_file(path);
  if (!is_valid_utf8(text)) throw LoadError(fmt::format("{}: not valid UTF-8", path.string()));
  return text;
}

std::vector<std::filesystem::path> data_files(const std::filesystem::path& folder,
                                              std::string_view extension) {
  std::vector<std::filesystem::path> out;
  if (!std::filesystem::is_directory(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void for_each_tsv_row(const std::filesystem::path& path, std::size_t columns,
                      const std::function<void(const std::vector<std::string_view>&)>& row) {
  const std::string text = read_text_file(path);
  std::vector<std::string_view> fields;
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    fields.clear();
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', begin), line.size());
      const std::string_view field = line.substr(begin, tab - begin);
      fields.push_back(field == "-" ? std::string_view() : field);
      begin = tab + 1;
    }
    if (fields.size() != columns) {
      throw LoadError(fmt::format("{}:{}: {} columns expected, {} found", path.string(),
                                  line_number, columns, fields.size()));
    }
    try {
      row(fields);
    } catch (const LoadError& e) {
      throw LoadError(fmt::format("{}:{}: {}", path.string(), line_number, e.what()));
    }
  }
}

std::vector<std::string> split_values(std::string_view field) {
  std::vector<std::string> out;
  while (!field.empty()) {
    const std::size_t bar = std::min(field.find('|'), field.size());
    if (bar > 0) out.emplace_back(field.substr(0, bar));
    field.remove_prefix(std::min(bar + 1, field.size()));
  }
  return out;
}

}  // namespace samgak
