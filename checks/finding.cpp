#include "checks/finding.hpp"

#include <algorithm>

namespace samgak {

std::string_view to_string(FindingSeverity severity) {
  switch (severity) {
    case FindingSeverity::info:
      return "info";
    case FindingSeverity::warning:
      return "warning";
    case FindingSeverity::violation:
      break;
  }
  return "violation";
}

std::size_t CheckReport::count(FindingSeverity severity) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

bool CheckReport::reaches(FindingSeverity severity) const {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.severity >= severity; });
}

}  // namespace samgak
