#include "cli/check_report_text.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace samgak {

namespace {

const std::string& in(const FindingText& text, ReportLanguage language) {
  return language == ReportLanguage::ko ? text.ko : text.en;
}

std::string_view end_of(std::string_view iri) {
  return iri.substr(iri.find_last_of("/#") + 1);
}

std::string finding_text(const Finding& finding) {
  std::string out = fmt::format("  {}", terminal_text(finding.focus_label));
  if (!finding.value_label.empty() && !finding.focus_label.ends_with(finding.value_label))
    out += fmt::format(" → {}", terminal_text(finding.value_label));
  out += '\n';
  for (const Quote& quote : finding.quotes) {
    out += fmt::format("    «{}»  {}:{}-{}\n", terminal_text(quote.text),
                       terminal_text(quote.document), quote.begin, quote.end);
  }
  return out;
}

}  // namespace

std::string check_report_text(const CheckReport& report, ReportLanguage language,
                              std::size_t most) {
  std::string out;
  const std::vector<Finding>& all = report.findings;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end].shape == all[i].shape) ++end;
    out += fmt::format("{}: {} ({}, {})\n", to_string(all[i].severity),
                       terminal_text(in(all[i].message, language)),
                       terminal_text(end_of(all[i].shape)), with_commas(end - i));
    for (std::size_t n = i; n < end && n - i < most; ++n) out += finding_text(all[n]);
    if (end - i > most) out += fmt::format("  … and {} more\n", with_commas(end - i - most));
    out += '\n';
    i = end;
  }
  out += fmt::format("{}, {}, {}\n", counted(report.count(FindingSeverity::violation), "violation"),
                     counted(report.count(FindingSeverity::warning), "warning"),
                     counted(report.count(FindingSeverity::info), "info"));
  return out;
}

}  // namespace samgak
