#include "checks/report_turtle.hpp"

#include <fmt/format.h>

#include "ontology/rdf_graph.hpp"

namespace samgak {

namespace {

std::string_view severity_name(FindingSeverity severity) {
  switch (severity) {
    case FindingSeverity::info:
      return "sh:Info";
    case FindingSeverity::warning:
      return "sh:Warning";
    case FindingSeverity::violation:
      break;
  }
  return "sh:Violation";
}

std::string literal(std::string_view text, std::string_view language) {
  TermTable terms;
  return terms.ntriples(terms.literal(text, language, {}));
}

std::string node(const std::string& focus) {
  return focus.starts_with("_:") || focus.starts_with('"') ? focus : fmt::format("<{}>", focus);
}

}  // namespace

std::string report_as_turtle(const CheckReport& report) {
  std::string out =
      "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
      "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n";
  out += fmt::format("[] a sh:ValidationReport ;\n  sh:conforms {}", report.findings.empty());
  for (const Finding& finding : report.findings) {
    out += fmt::format(" ;\n  sh:result [\n    a sh:ValidationResult ;\n    sh:focusNode {}",
                       node(finding.focus));
    if (!finding.path_turtle.empty())
      out += fmt::format(" ;\n    sh:resultPath {}", finding.path_turtle);
    if (!finding.value.empty()) out += fmt::format(" ;\n    sh:value {}", finding.value);
    out += fmt::format(
        " ;\n    sh:sourceShape {} ;\n    sh:sourceConstraintComponent <{}> ;\n"
        "    sh:resultSeverity {}",
        node(finding.shape), finding.component, severity_name(finding.severity));
    if (!finding.message.ko.empty()) {
      out += fmt::format(" ;\n    sh:resultMessage {} , {}", literal(finding.message.ko, "ko"),
                         literal(finding.message.en, "en"));
    }
    out += "\n  ]";
  }
  return out + " .\n";
}

}  // namespace samgak
