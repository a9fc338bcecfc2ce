// What the commands have in common that read documents: `build` and `mentions`.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/document_run.hpp"
#include "extractors/pipeline.hpp"

namespace samgak {

struct SourceOptions {
  std::vector<std::string> paths;
  unsigned threads = 1;
  std::vector<std::filesystem::path> overlays;
  std::string date;  ///< as it was typed
  bool no_model = false;
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
  std::string report;  ///< file for the remarks of the readers, or empty
};

/// Adds paths and options of `options` to a command.
void add_source_options(CLI::App& command, SourceOptions& options);

/// The ontology with the overlays. Throws `LoadError`.
[[nodiscard]] std::unique_ptr<const Ontology> load_ontology_for(const SourceOptions& options);
/// Throws `UsageError` for a date that is none.
[[nodiscard]] PipelineOptions pipeline_options(const SourceOptions& options);

/// The files that the paths name, each under a name of its own. Throws `UsageError` without paths,
/// `LoadError` when a path does not exist or there is nothing to read.
[[nodiscard]] SourceList list_sources_for(const SourceOptions& options);
/// Bytes of all files, or 0 when one of them (standard input) does not say.
[[nodiscard]] std::uint64_t total_bytes(const std::vector<SourceFile>& files);

[[nodiscard]] std::size_t count_skipped(const std::vector<Diagnostic>& diagnostics);
/// Names each skipped document on standard error; other remarks only where `--verbose` asks for
/// them.
void tell_diagnostics(const SourceOptions& options, const std::vector<Diagnostic>& diagnostics);
/// Writes the remarks as JSON Lines to the file of `--report`, if there is one.
void write_report(const SourceOptions& options, const std::vector<Diagnostic>& diagnostics);

}  // namespace samgak
