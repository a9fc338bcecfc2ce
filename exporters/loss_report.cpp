#include "exporters/loss_report.hpp"

#include <fmt/format.h>

namespace samgak {

std::string_view to_string(LossKind kind) {
  switch (kind) {
    case LossKind::widened:
      return "widened";
    case LossKind::replaced:
      return "replaced";
    case LossKind::cut:
      return "cut";
    case LossKind::omitted:
      return "omitted";
  }
  return "omitted";
}

void LossReport::add(LossKind kind, std::string_view what, std::uint64_t count) {
  if (count == 0) return;
  for (Loss& loss : losses) {
    if (loss.kind == kind && loss.what == what) {
      loss.count += count;
      return;
    }
  }
  losses.push_back({kind, std::string(what), count});
}

std::string format_losses(const LossReport& report) {
  std::string out;
  for (const Loss& loss : report.losses) {
    out += fmt::format("{}: {} {} {}\n", report.format, to_string(loss.kind), loss.count, loss.what);
  }
  return out;
}

std::string to_json(const LossReport& report) {
  // Names of formats and losses are ours: plain letters, nothing to escape.
  std::string out = fmt::format(R"({{"format":"{}","nodes":{},"edges":{},"evidence":{},"losses":[)",
                                report.format, report.nodes, report.edges, report.evidence);
  for (std::size_t i = 0; i < report.losses.size(); ++i) {
    const Loss& loss = report.losses[i];
    out += fmt::format(R"({}{{"kind":"{}","what":"{}","count":{}}})", i == 0 ? "" : ",",
                       to_string(loss.kind), loss.what, loss.count);
  }
  return out + "]}\n";
}

}  // namespace samgak
