// A check's report as the validation report of SHACL, in Turtle.
#pragma once

#include <string>

#include "checks/finding.hpp"

namespace samgak {

[[nodiscard]] std::string report_as_turtle(const CheckReport& report);

}  // namespace samgak
