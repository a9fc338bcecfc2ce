#include "ontology/lint/lint.hpp"

#include <algorithm>
#include <tuple>

#include "ontology/lint/lint_context.hpp"

namespace samgak {

namespace {

/// Calls `visit` with every check.
template <typename Visit>
void for_each_check(Visit visit) {
  for (const std::span<const LintCheck> checks :
       {robot_text_checks(), robot_structure_checks(), oops_name_checks(), oops_property_checks(),
        oops_structure_checks()}) {
    for (const LintCheck& check : checks) visit(check);
  }
}

}  // namespace

std::string_view to_string(LintLevel level) {
  switch (level) {
    case LintLevel::info:
      return "INFO";
    case LintLevel::warning:
      return "WARN";
    case LintLevel::error:
      break;
  }
  return "ERROR";
}

std::vector<const LintCard*> lint_cards() {
  std::vector<const LintCard*> out;
  for_each_check([&](const LintCheck& check) { out.push_back(&check.card); });
  return out;
}

std::vector<LintFinding> lint(const RdfGraph& vocabulary) {
  const LintContext context(vocabulary);
  std::vector<LintFinding> out;
  for_each_check([&](const LintCheck& check) {
    LintSink sink(context, check.card, out);
    check.run(context, sink);
  });
  const auto key = [](const LintFinding& f) { return std::tie(f.card->id, f.subject, f.detail); };
  std::sort(out.begin(), out.end(), [&](const LintFinding& a, const LintFinding& b) {
    return a.card->level != b.card->level ? a.card->level > b.card->level : key(a) < key(b);
  });
  const auto same = [&](const LintFinding& a, const LintFinding& b) { return key(a) == key(b); };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

}  // namespace samgak
