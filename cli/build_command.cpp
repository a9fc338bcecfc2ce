#include "cli/build_command.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <CLI/Option.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>

#include "cli/export_report.hpp"
#include "cli/export_settings.hpp"
#include "cli/folder_lock.hpp"
#include "cli/formats_command.hpp"
#include "cli/graph_file.hpp"
#include "cli/inference_option.hpp"
#include "cli/source_options.hpp"
#include "cli/terminal.hpp"
#include "exporters/registry.hpp"
#include "extractors/cross_document_linker.hpp"
#include "graph/document_removal.hpp"
#include "graph/graph_builder.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kStem = "graph";

struct BuildOptions {
  SourceOptions sources;
  ExportSettings exports;
  fs::path folder = "out";
  std::vector<std::string> formats{"jsonl", "graphml", "dot", "jsonld"};
  std::string merge;          ///< graph to start from, or empty
  std::string export_report;  ///< file for what the formats could not carry, or empty
  bool json = false;
  bool infer = false;
};

/// One stage after the other, with the time that each took.
class Stopwatch {
 public:
  void lap(std::string_view name) {
    const auto now = Clock::now();
    laps_.push_back(
        fmt::format("{} {:.3f} s", name, std::chrono::duration<double>(now - last_).count()));
    last_ = now;
  }
  [[nodiscard]] std::string text() const { return fmt::format("{}", fmt::join(laps_, ", ")); }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point last_ = Clock::now();
  std::vector<std::string> laps_;
};

struct Written {
  const Exporter* exporter;
  fs::path path;
  std::uint64_t bytes = 0;
  LossReport losses;
};

struct BuildResult {
  std::uint64_t documents = 0;
  std::vector<Diagnostic> diagnostics;
  KnowledgeGraph graph;
  std::vector<Written> written;
};

std::vector<const Exporter*> exporters_for(const std::vector<std::string>& names) {
  std::vector<const Exporter*> out;
  for (const std::string& name : names) {
    const Exporter* exporter = &exporter_for(name);
    if (std::find(out.begin(), out.end(), exporter) == out.end()) out.push_back(exporter);
  }
  return out;
}

fs::path target_of(const fs::path& folder, const FormatCard& card) {
  return card.folder ? folder / card.name : folder / fmt::format("{}.{}", kStem, card.extension);
}

/// What an earlier run wrote must not be read as a document, even where the folder lies among the
/// documents.
void leave_out_own_files(const fs::path& folder, const fs::path& merged,
                         std::vector<SourceFile>& files) {
  std::error_code ignored;
  std::set<fs::path> own;
  for (const Exporter* exporter : exporters()) {
    own.insert(fs::weakly_canonical(target_of(folder, exporter->card()), ignored));
  }
  if (!merged.empty()) own.insert(fs::weakly_canonical(merged, ignored));
  // Files of one folder follow each other, mostly: the way to it is asked for once.
  fs::path parent_as_told;
  fs::path parent;
  std::erase_if(files, [&](const SourceFile& file) {
    std::error_code not_there;
    const fs::path told(file.path);
    if (fs::is_symlink(told, not_there)) {
      const fs::path path = fs::weakly_canonical(told, not_there);
      return own.contains(path.parent_path()) || own.contains(path);
    }
    if (parent.empty() || told.parent_path() != parent_as_told) {
      parent_as_told = told.parent_path();
      parent = fs::weakly_canonical(parent_as_told.empty() ? "." : parent_as_told, not_there);
    }
    return own.contains(parent) || own.contains(parent / told.filename());
  });
}

/// What becomes the graph. Nothing of a document outlives its turn but what this keeps.
struct Gathered {
  GraphBuilder builder;
  CrossDocumentLinker linker;

  void add(Extraction extraction) {
    linker.note(extraction);
    builder.add(std::move(extraction));
  }
};

/// Reads and extracts, in the order of `files`, and adds what `before` says from other documents.
void read_documents(const BuildOptions& options, const KnowledgeGraph& before,
                    const std::vector<SourceFile>& files, const Ontology& ontology,
                    Gathered& gathered, BuildResult& result) {
  const Pipeline pipeline(ontology, pipeline_options(options.sources));
  const bool show = stderr_is_terminal() && !options.sources.quiet;
  Progress progress(show, total_bytes(files));
  ResultsInOrder<Extraction> results(
      files, [&](Extraction extraction) { gathered.add(std::move(extraction)); });
  std::vector<Diagnostic> remarks = process_documents(
      files, options.sources.threads,
      [&](const Document& document, DocumentPosition position) {
        results.add(document.name(), position, pipeline.run(document));
      },
      [&](std::size_t file, std::size_t count) { results.file_read(file, count); }, progress);
  progress.hide();
  std::move(remarks.begin(), remarks.end(), std::back_inserter(result.diagnostics));
  std::vector<Diagnostic> repeated = results.take_diagnostics();
  std::move(repeated.begin(), repeated.end(), std::back_inserter(result.diagnostics));
  result.documents = results.size();

  if (before.entity_count() > 0) {
    const std::set<std::string, std::less<>> read_again(results.names().begin(),
                                                        results.names().end());
    gathered.add(without_documents(
        before, read_again, [&](std::string_view id) { return ontology.find(id) != nullptr; }));
  }
}

/// The graph of `files` and of what `before` says from other documents.
KnowledgeGraph make_graph(const BuildOptions& options, const KnowledgeGraph& before,
                          std::vector<SourceFile> files, BuildResult& result, Stopwatch& watch) {
  const std::unique_ptr<const Ontology> ontology = load_ontology_for(options.sources);
  watch.lap("ontology");
  Gathered gathered{GraphBuilder(BuilderRoom{.folder = options.folder}), {}};
  for (const RelationInfo& relation : ontology->schema.relations) {
    if (relation.symmetric) gathered.builder.declare_symmetric(relation.name);
  }
  read_documents(options, before, files, *ontology, gathered, result);
  watch.lap("documents");

  // A million names would stand beside the graph.
  files = {};
  gathered.linker.link(gathered.builder);
  gathered.linker = {};
  KnowledgeGraph graph = std::move(gathered.builder).build();
  watch.lap("graph");
  if (options.infer) {
    graph = inferred(graph, *ontology, options.sources.overlays);
    watch.lap("inference");
  }
  return graph;
}

void write_all(BuildOptions& options, const std::vector<const Exporter*>& chosen,
               BuildResult& result, Stopwatch& watch) {
  const bool diagram = std::any_of(chosen.begin(), chosen.end(),
                                   [](const Exporter* e) { return e->card().diagram; });
  options.exports.use_threads(options.sources.threads);
  const ExportOptions& settings = options.exports.for_graph(result.graph, diagram);
  OutputSet output;
  std::vector<std::size_t> counts;
  for (const Exporter* exporter : chosen) {
    const fs::path target = target_of(options.folder, exporter->card());
    const std::size_t before = output.files().size();
    LossReport losses = export_into(output, target, *exporter, result.graph, settings);
    result.written.push_back({exporter, target, 0, std::move(losses)});
    counts.push_back(output.files().size() - before);
    watch.lap(exporter->card().name);
  }
  if (!options.export_report.empty()) {
    std::vector<LossReport> losses;
    for (const Written& written : result.written) losses.push_back(written.losses);
    write_export_report(output, options.export_report, totals_of(result.graph), losses);
  }
  output.commit();
  const std::vector<OutputSet::File> files = output.files();
  std::size_t at = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (const std::size_t end = at + counts[i]; at < end; ++at)
      result.written[i].bytes += files[at].bytes;
  }
  watch.lap("disk");
}

std::string summary_text(const BuildResult& result) {
  std::string out = fmt::format(
      "{} read, {} skipped\n{}, {}, {} of evidence\n", counted(result.documents, "document"),
      with_commas(count_skipped(result.diagnostics)), counted(result.graph.entity_count(), "node"),
      counted(result.graph.statement_count(), "edge"),
      counted(totals_of(result.graph).evidence, "piece"));
  std::vector<std::vector<std::string>> rows;
  for (const Written& written : result.written) {
    rows.push_back({terminal_text(written.path.string()), counted(written.bytes, "byte"),
                    std::string(written.exporter->card().label)});
  }
  return out + table(rows, 0);
}

std::string summary_json(const BuildResult& result) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto number = [&](const char* key, std::uint64_t value) {
    writer.Key(key);
    writer.Uint64(value);
  };
  writer.StartObject();
  number("documents", result.documents);
  number("skipped", count_skipped(result.diagnostics));
  number("nodes", result.graph.entity_count());
  number("edges", result.graph.statement_count());
  number("evidence", totals_of(result.graph).evidence);
  writer.Key("files");
  writer.StartArray();
  for (const Written& written : result.written) {
    writer.StartObject();
    writer.Key("format");
    writer.String(std::string(written.exporter->card().name));
    writer.Key("path");
    writer.String(written.path.string());
    number("bytes", written.bytes);
    writer.Key("losses");
    std::string losses = to_json(written.losses);
    losses.erase(losses.find_last_not_of('\n') + 1);
    writer.RawValue(losses.data(), losses.size(), rapidjson::kObjectType);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

ExitCode run_build(BuildOptions& options) {
  const std::vector<const Exporter*> chosen = exporters_for(options.formats);
  // What may be wrong with the call is found before the first document is read.
  static_cast<void>(pipeline_options(options.sources));
  SourceList sources = list_sources_for(options.sources);
  const KnowledgeGraph before =
      options.merge.empty() ? KnowledgeGraph() : without_inferences(load_graph(options.merge));
  leave_out_own_files(options.folder, options.merge, sources.files);
  create_folder(options.folder);
  const FolderLock lock(options.folder);
  OutputSet::remove_leftovers(options.folder, std::string(kStem));

  Stopwatch watch;
  BuildResult result;
  result.diagnostics = std::move(sources.diagnostics);
  result.graph = make_graph(options, before, std::move(sources.files), result, watch);
  const std::size_t skipped = count_skipped(result.diagnostics);
  tell_diagnostics(options.sources, result.diagnostics);
  write_report(options.sources, result.diagnostics);
  if (result.documents == 0)
    throw LoadError("none of the documents could be read; nothing was written");
  if (skipped > 0 && options.sources.strict) {
    print_error(fmt::format("{} skipped and --strict given: nothing was written",
                            counted(skipped, "document")));
    return ExitCode::skipped;
  }

  write_all(options, chosen, result, watch);
  if (!options.sources.quiet) {
    for (const Written& written : result.written) tell_losses(written.losses);
  }
  if (options.sources.verbose) print_note(watch.text());
  if (options.json) {
    print(summary_json(result));
  } else if (!options.sources.quiet) {
    print(summary_text(result));
  }
  return skipped > 0 ? ExitCode::skipped : ExitCode::done;
}

}  // namespace

void add_build_command(CLI::App& app, ExitCode& code) {
  CLI::App* command = app.add_subcommand("build", "Read documents and write one merged graph");
  const auto options = std::make_shared<BuildOptions>();
  add_source_options(*command, options->sources);
  command
      ->add_option("-o,--output", options->folder, "Folder for the graph, made when it is missing")
      ->type_name("DIR")
      ->capture_default_str();
  command
      ->add_option("-f,--format", options->formats,
                   "Formats, separated by commas (see `samgak formats`)")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->default_str("jsonl,graphml,dot,jsonld");
  command
      ->add_option(
          "--merge", options->merge,
          "Start from this graph; what it says of documents that are read again is replaced")
      ->type_name("GRAPH");
  command
      ->add_option("--export-report", options->export_report,
                   "Write what the formats carry and what not there, as JSON")
      ->type_name("FILE");
  add_inference_option(*command, options->infer);
  command->add_flag("--json", options->json, "Summary as JSON on standard output");
  options->exports.add_to(*command);
  command->callback([options, &code] { code = run_build(*options); });
}

}  // namespace samgak
