// A check's report for people.
#pragma once

#include <cstddef>
#include <string>

#include "checks/finding.hpp"

namespace samgak {

enum class ReportLanguage { ko, en };

/// Findings under the shape that they do not meet, at most `most` a shape, then how many there are.
[[nodiscard]] std::string check_report_text(const CheckReport& report, ReportLanguage language,
                                            std::size_t most);

}  // namespace samgak
