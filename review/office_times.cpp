#include "review/office_times.hpp"

#include <algorithm>

namespace samgak::review {
namespace {

constexpr std::size_t kFullDate = 10;  // bytes of 2024-06-26

}  // namespace

OfficeTimes::OfficeTimes(const KnowledgeGraph& graph) {
  const auto note = [this](std::string_view document, std::string_view day) {
    std::string& latest = days_[document];
    if (day > latest) latest = day;
  };
  for (const StatementView edge : graph.statements()) {
    if (edge.status != Status::held || edge.date.size() != kFullDate) continue;
    for (const EvidenceView& evidence : edge.evidence) note(evidence.place.document, edge.date);
  }
  for (const EntityView node : graph.entities()) {
    const std::string_view status = node.status();
    if (!status.empty() && status != "held") continue;
    for (const ClaimView& claim : node.claims) {
      if (claim.key == "date" && claim.value.size() == kFullDate) {
        note(claim.place.document, claim.value);
      }
    }
  }
}

TimeSpan OfficeTimes::of(const StatementView& statement) const {
  if (statement.date.size() == kFullDate) {
    return {std::string(statement.date), std::string(statement.date)};
  }
  TimeSpan span;
  for (const EvidenceView& evidence : statement.evidence) {
    const auto day = days_.find(evidence.place.document);
    if (day == days_.end() || day->second.empty()) continue;
    if (span.first.empty() || day->second < span.first) span.first = day->second;
    span.last = std::max(span.last, day->second);
  }
  return span;
}

}  // namespace samgak::review
