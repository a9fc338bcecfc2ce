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

std::uint64_t LossReport::total(LossKind kind) const {
  std::uint64_t sum = 0;
  for (const Loss& loss : losses) sum += loss.kind == kind ? loss.count : 0;
  return sum;
}

std::string format_losses(const LossReport& report) {
  std::string out;
  if (report.losses.empty() && report.remarks.empty()) return out;
  out += fmt::format("{}: wrote {} nodes, {} edges, {} pieces of evidence\n", report.format,
                     report.nodes, report.edges, report.evidence);
  for (const Loss& loss : report.losses) {
    out +=
        fmt::format("{}: {} {} {}\n", report.format, to_string(loss.kind), loss.count, loss.what);
  }
  for (const std::string& remark : report.remarks)
    out += fmt::format("{}: {}\n", report.format, remark);
  return out;
}

std::string to_json(const LossReport& report) {
  // Names of formats, losses and remarks are ours: plain letters, nothing to escape.
  std::string out = fmt::format(R"({{"format":"{}","nodes":{},"edges":{},"evidence":{})",
                                report.format, report.nodes, report.edges, report.evidence);
  for (const LossKind kind :
       {LossKind::widened, LossKind::replaced, LossKind::cut, LossKind::omitted}) {
    out += fmt::format(R"(,"{}":{})", to_string(kind), report.total(kind));
  }
  out += R"(,"losses":[)";
  for (std::size_t i = 0; i < report.losses.size(); ++i) {
    const Loss& loss = report.losses[i];
    out += fmt::format(R"({}{{"kind":"{}","what":"{}","count":{}}})", i == 0 ? "" : ",",
                       to_string(loss.kind), loss.what, loss.count);
  }
  out += R"(],"remarks":[)";
  for (std::size_t i = 0; i < report.remarks.size(); ++i) {
    out += fmt::format(R"({}"{}")", i == 0 ? "" : ",", report.remarks[i]);
  }
  return out + "]}\n";
}

}  // namespace samgak
