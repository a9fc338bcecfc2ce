#include "comparison/difference.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace samgak {
namespace {

std::string counted(std::uint32_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string side(const std::string& text) {
  return text.empty() ? "∅" : text;
}

std::string effect_text(const DataEffect& effect) {
  std::vector<std::string> parts;
  if (effect.nodes > 0) parts.push_back(counted(effect.nodes, "node"));
  if (effect.edges > 0) parts.push_back(counted(effect.edges, "edge"));
  if (effect.lost > 0) parts.push_back(fmt::format("{} lost", effect.lost));
  if (effect.gained > 0) parts.push_back(fmt::format("{} gained", effect.gained));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::size_t Difference::count(ChangeKind kind) const {
  return static_cast<std::size_t>(std::count_if(
      changes.begin(), changes.end(), [&](const Change& change) { return change.kind == kind; }));
}

DifferenceLine line_of(const Change& change) {
  DifferenceLine line;
  line.sign = change.kind == ChangeKind::added     ? '+'
              : change.kind == ChangeKind::removed ? '-'
                                                   : '~';
  line.what = to_string(change.what);
  line.name = change.label.empty() ? change.id : fmt::format("{} ({})", change.label, change.id);
  if (change.kind == ChangeKind::changed) {
    line.text = fmt::format("{}: {} → {}", change.field, side(change.before), side(change.after));
  } else {
    line.text = change.before + change.after;
  }
  line.effect = effect_text(change.effect);
  if (change.step != VersionStep::none) line.step = to_string(change.step);
  return line;
}

std::string text_of(const EntailmentChange& change) {
  std::vector<std::string> parts;
  if (change.lost > 0) parts.push_back(counted(change.lost, "edge") + " lost");
  if (change.gained > 0) parts.push_back(counted(change.gained, "edge") + " gained");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string text_of(const VersionAdvice& advice) {
  if (advice.step == VersionStep::none) return "Version: no change asks for another one.";
  const std::string asked = fmt::format("Version: a {} change", to_string(advice.step));
  if (advice.wanted.empty()) return asked + "; the older version declares no number.";
  return fmt::format("{}; {} → at least {}, declared is {}{}", asked, advice.before, advice.wanted,
                     advice.declared.empty() ? "none" : advice.declared,
                     advice.enough ? "." : ": too low.");
}

}  // namespace samgak
