#include "cli/export_settings.hpp"

#include <fmt/format.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include "cli/diagram_words.hpp"
#include "cli/terminal.hpp"

namespace samgak {

namespace {

const std::string kGroup = "Settings of formats";

}  // namespace

void ExportSettings::add_base_options(CLI::App& command) {
  command.add_option("--base", options_.base, "IRI in front of the ids of nodes")
      ->type_name("IRI")
      ->check(CLI::Validator(
          [](std::string& iri) {
            const bool known = iri.starts_with("http://") || iri.starts_with("https://") ||
                               iri.starts_with("urn:");
            const bool clean = iri.find_first_of(" <>\"{}|^`\\\t\r\n") == std::string::npos;
            if (!known || !clean) {
              return std::string("an IRI begins with http://, https:// or urn: and has no spaces");
            }
            return iri.size() <= kBaseBytes ? std::string()
                                            : fmt::format("more than {} bytes", kBaseBytes);
          },
          ""))
      ->capture_default_str()
      ->group(kGroup);
  command
      .add_flag("--metrics", with_metrics_,
                "Degree, component, PageRank, betweenness, community of each node")
      ->group(kGroup);
}

void ExportSettings::add_to(CLI::App& command) {
  add_base_options(command);
  command
      .add_flag("--spreadsheet-safe", options_.spreadsheet_safe,
                "csv: nothing that a spreadsheet would run")
      ->group(kGroup);
  command
      .add_flag("--strict-xsd", options_.strict_xsd,
                "graphml: only what the published schema allows")
      ->group(kGroup);
  add_diagram_options(command);
}

void ExportSettings::add_diagram_options(CLI::App& command) {
  const std::string group = "Diagrams (dot, mermaid)";
  command
      .add_option("--lang", options_.language, "Language of names, types and relations: ko, en, ja")
      ->type_name("LANG")
      ->check(CLI::IsMember({"ko", "en", "ja"}).description(""))
      ->capture_default_str()
      ->group(group);
  command
      .add_option("--engine", options_.engine,
                  "dot, fdp, sfdp, neato, twopi, circo of Graphviz, or own; by default what suits "
                  "the size")
      ->type_name("NAME")
      ->check(
          CLI::IsMember({"dot", "fdp", "sfdp", "neato", "twopi", "circo", "own"}).description(""))
      ->group(group);
  command.add_flag("--clusters", options_.clusters, "One box a type")->group(group);
}

const ExportOptions& ExportSettings::for_graph(const KnowledgeGraph& graph, bool diagram,
                                               std::string focus) {
  options_.focus = std::move(focus);
  if (diagram) options_.labels = diagram_words(options_.language);
  if (with_metrics_) options_.metrics = &metrics_.emplace(compute_metrics(graph));
  return options_;
}

LossReport export_into(OutputSet& output, const std::filesystem::path& target,
                       const Exporter& exporter, const KnowledgeGraph& graph,
                       const ExportOptions& options) {
  if (!exporter.card().folder) {
    const std::unique_ptr<Sink> sink = output.open(target);
    return exporter.write(graph, options, *sink);
  }
  create_folder(target);
  return exporter.write_folder(graph, options,
                               [&](std::string_view name) { return output.open(target / name); });
}

void tell_losses(const LossReport& losses) {
  const std::string lines = format_losses(losses);
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    print_note(std::string_view(lines).substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace samgak
