#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/ontology_command.hpp"
#include "cli/ontology_folders.hpp"
#include "cli/terminal.hpp"
#include "ontology/lint/lint.hpp"
#include "ontology/schema.hpp"
#include "ontology/turtle_reader.hpp"

namespace samgak {

namespace {

struct LintCall {
  std::string file;
  std::string format = "text";
  std::string fail_on = "error";
  bool list = false;
  std::vector<std::filesystem::path> overlays;
};

std::string checks_text() {
  std::vector<std::vector<std::string>> rows;
  for (const LintCard* card : lint_cards()) {
    rows.push_back({std::string(card->origin), std::string(card->id),
                    std::string(to_string(card->level)), std::string(card->summary)});
  }
  return table(rows, 0);
}

std::string findings_text(const std::vector<LintFinding>& findings) {
  std::vector<std::vector<std::string>> rows;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const LintFinding& finding : findings) {
    errors += finding.card->level == LintLevel::error ? 1 : 0;
    warnings += finding.card->level == LintLevel::warning ? 1 : 0;
    rows.push_back({std::string(to_string(finding.card->level)), std::string(finding.card->id),
                    terminal_text(finding.subject), std::string(finding.card->summary),
                    terminal_text(finding.detail)});
  }
  return table(rows, 0) + fmt::format("{}, {}, {}\n", counted(errors, "error"),
                                      counted(warnings, "warning"),
                                      counted(findings.size() - errors - warnings, "remark"));
}

std::string findings_json(const std::vector<LintFinding>& findings) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> out(buffer);
  out.SetIndent(' ', 2);
  const auto text = [&](const char* key, std::string_view value) {
    out.Key(key);
    out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  out.StartArray();
  for (const LintFinding& finding : findings) {
    out.StartObject();
    text("level", to_string(finding.card->level));
    text("id", finding.card->id);
    text("origin", finding.card->origin);
    text("subject", finding.subject);
    text("summary", finding.card->summary);
    text("detail", finding.detail);
    out.EndObject();
  }
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

LintLevel level_of(const std::string& name) {
  if (name == "info") return LintLevel::info;
  return name == "warning" ? LintLevel::warning : LintLevel::error;
}

void run_lint(const LintCall& call, ExitCode& code) {
  if (call.list) return print(checks_text());
  const std::filesystem::path file =
      call.file.empty() ? schema_file(ontology_folders(call.overlays), "samgak.ttl")
                        : std::filesystem::path(call.file);
  TermTable terms;
  RdfGraph vocabulary(terms);
  read_rdf_file(file, vocabulary);
  vocabulary.freeze();
  const std::vector<LintFinding> findings = lint(vocabulary);
  print(call.format == "json" ? findings_json(findings) : findings_text(findings));
  const bool grave = std::any_of(findings.begin(), findings.end(), [&](const LintFinding& f) {
    return f.card->level >= level_of(call.fail_on);
  });
  if (grave) code = ExitCode::findings;
}

}  // namespace

void add_ontology_lint_command(CLI::App& ontology, ExitCode& code) {
  CLI::App* command = ontology.add_subcommand(
      "lint", "Faults of a vocabulary, by ROBOT's checks and the pitfalls of OOPS!");
  const auto call = std::make_shared<LintCall>();
  command->add_option("FILE", call->file, "Vocabulary in Turtle; default is Samgak's own")
      ->type_name("");
  command->add_option("-f,--format", call->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("NAME")
      ->capture_default_str();
  command
      ->add_option("--fail-on", call->fail_on,
                   "Exit with 1 from this level on: error, warning, info")
      ->check(CLI::IsMember({"error", "warning", "info"}))
      ->type_name("LEVEL")
      ->capture_default_str();
  command->add_flag("--list", call->list, "Tell what is checked");
  add_ontology_option(*command, call->overlays);
  command->callback([call, &code] { run_lint(*call, code); });
}

}  // namespace samgak
