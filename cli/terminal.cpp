#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "cli/fd_sink.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || is_hangul_syllable(c) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
         (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

void write_line(const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

std::string terminal_text(std::string_view text) {
  if (is_valid_utf8(text)) return visible(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    // The longest valid piece that starts here is at most four bytes.
    std::size_t length = std::min<std::size_t>(4, text.size() - at);
    while (length > 0 && !is_valid_utf8(text.substr(at, length))) --length;
    if (length == 0) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at]));
      length = 1;
    } else {
      out += visible(text.substr(at, length));
    }
    at += length;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    width += is_wide(c.value) ? 2 : 1;
    at += c.length;
  }
  return width;
}

std::string table(const std::vector<std::vector<std::string>>& rows, std::size_t indent) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    out.append(indent, ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i];
      if (i + 1 < row.size()) out.append(widths[i] - display_width(row[i]) + 2, ' ');
    }
    out += '\n';
  }
  return out;
}

std::string with_commas(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", with_commas(count), noun, count == 1 ? "" : "s");
}

void print_error(std::string_view message) {
  write_line(fmt::format("samgak: error: {}\n", terminal_text(message)));
}

void print_note(std::string_view message) {
  write_line(fmt::format("samgak: {}\n", terminal_text(message)));
}

void print_diagnostic(const Diagnostic& diagnostic) {
  Diagnostic safe = diagnostic;
  safe.source = terminal_text(safe.source);
  safe.message = terminal_text(safe.message);
  write_line(fmt::format("samgak: {}\n", format_diagnostic(safe)));
}

bool stderr_is_terminal() {
  return isatty(STDERR_FILENO) == 1;
}

void print(std::string_view text) {
  FdSink sink(STDOUT_FILENO, "standard output");
  sink.append(text);
  sink.flush();
}

}  // namespace samgak
