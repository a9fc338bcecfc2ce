#include <fmt/format.h>

#include <string_view>

#include "comparison/difference.hpp"
#include "comparison/difference_groups.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

/// Text of a table's cell, in which nothing is Markdown or HTML.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string title(const Change& change) {
  return fmt::format("\n### {} {}\n\n| name | {} | data | version |\n| --- | --- | --- | --- |\n",
                     to_string(change.what), to_string(change.kind),
                     change.kind == ChangeKind::changed ? "before → after" : "value");
}

}  // namespace

std::string difference_as_markdown(const Difference& difference, std::size_t most) {
  std::string out =
      fmt::format("## {} → {}\n\n{} added, {} removed, {} changed\n", cell(difference.before),
                  cell(difference.after), difference.count(ChangeKind::added),
                  difference.count(ChangeKind::removed), difference.count(ChangeKind::changed));
  if (difference.version) out += fmt::format("\n**{}**\n", cell(text_of(*difference.version)));
  if (!difference.data.empty()) out += fmt::format("\nData: {}\n", cell(difference.data));
  for_each_group(difference.changes, most, [&](std::span<const Change> shown, std::size_t more) {
    out += title(shown.front());
    for (const Change& change : shown) {
      const DifferenceLine line = line_of(change);
      out += fmt::format("| {} | {} | {} | {} |\n", cell(line.name), cell(line.text),
                         cell(line.effect), line.step);
    }
    if (more > 0) out += fmt::format("\n… and {} more\n", more);
  });
  if (!difference.entailments.empty()) {
    out += "\n### what follows from the data\n\n| relation | edges |\n| --- | --- |\n";
    for (const EntailmentChange& change : difference.entailments)
      out += fmt::format("| {} | {} |\n", cell(change.relation), text_of(change));
  }
  return out;
}

}  // namespace samgak
