// A check's report as JSON, for programs.
#pragma once

#include <string>

#include "checks/finding.hpp"

namespace samgak {

/// `{"counts": {…}, "findings": [{…}]}` with a line feed at the end; fields as in `Finding`, in the
/// order of the report. `node` and `edge` are ids of `graph`, which may be null.
[[nodiscard]] std::string report_as_json(const CheckReport& report, const KnowledgeGraph* graph);

}  // namespace samgak
