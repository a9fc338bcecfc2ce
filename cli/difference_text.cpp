#include "cli/difference_text.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "comparison/difference_groups.hpp"

namespace samgak {

namespace {

std::string change_text(const Change& change) {
  const DifferenceLine line = line_of(change);
  std::string out = fmt::format("{} {} {}", line.sign, line.what, terminal_text(line.name));
  if (!line.text.empty()) out += fmt::format("  {}", terminal_text(line.text));
  if (!line.effect.empty()) out += fmt::format("  [{}]", line.effect);
  if (!line.step.empty()) out += fmt::format("  {}", line.step);
  return out + "\n";
}

}  // namespace

std::string difference_text(const Difference& difference, std::size_t most) {
  std::string out;
  for_each_group(difference.changes, most, [&](std::span<const Change> shown, std::size_t more) {
    for (const Change& change : shown) out += change_text(change);
    if (more > 0) out += fmt::format("  … and {} more\n", with_commas(more));
  });
  for (const EntailmentChange& change : difference.entailments)
    out += fmt::format("~ inferred {}  {}\n", terminal_text(change.relation), text_of(change));
  out += fmt::format("{} added, {} removed, {} changed\n",
                     with_commas(difference.count(ChangeKind::added)),
                     with_commas(difference.count(ChangeKind::removed)),
                     with_commas(difference.count(ChangeKind::changed)));
  if (difference.version) out += terminal_text(text_of(*difference.version)) + "\n";
  return out;
}

}  // namespace samgak
