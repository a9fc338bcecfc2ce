#include "cli/source_options.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unistd.h>
#include <CLI/Option.hpp>

#include <algorithm>
#include <system_error>

#include "cli/exit_code.hpp"
#include "cli/ontology_folders.hpp"
#include "cli/output_set.hpp"
#include "cli/terminal.hpp"
#include "cli/thread_option.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace fs = std::filesystem;

namespace {

/// Two folders may hold files of one name: those go by the path that was typed. Names end up in
/// JSON and XML, so bytes that are no UTF-8 are spelt out. `files` are sorted by name.
void name_files_apart(std::vector<SourceFile>& files) {
  const auto other_name = [](const SourceFile& a, const SourceFile& b) { return a.name != b.name; };
  for (auto begin = files.begin(); begin != files.end();) {
    const auto last = std::adjacent_find(begin, files.end(), other_name);
    const auto end = last == files.end() ? last : last + 1;
    if (end - begin > 1) {
      for (auto file = begin; file != end; ++file) file->name = file->path;
    }
    begin = end;
  }
  for (SourceFile& file : files) {
    if (!is_valid_utf8(file.name)) file.name = terminal_text(file.name);
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
}

std::string_view word_for(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "skipped";
}

/// File names need not be UTF-8, JSON must be.
std::string json_text(const std::string& text) {
  return is_valid_utf8(text) ? text : terminal_text(text);
}

std::string to_json_line(const Diagnostic& diagnostic) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  writer.Key("source");
  writer.String(json_text(diagnostic.source));
  writer.Key("kind");
  writer.String(std::string(word_for(diagnostic.severity)));
  writer.Key("code");
  writer.String(diagnostic.code);
  writer.Key("message");
  writer.String(json_text(diagnostic.message));
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace

void add_source_options(CLI::App& command, SourceOptions& options) {
  command.add_option("PATH", options.paths, "Files and folders to read; - is standard input")
      ->type_name("")
      ->required();
  add_thread_option(command, options.threads);
  add_ontology_option(command, options.overlays);
  command
      .add_option("--date", options.date,
                  "Day of documents that bear none, for «지난달» and «오는 15일»")
      ->type_name("YYYY-MM-DD");
  command.add_flag("--no-model", options.no_model,
                   "Rules alone, without the statistical tagger of names");
  command.add_flag("--strict", options.strict,
                   "A skipped document ends the run before anything is written");
  command
      .add_option("--report", options.report, "Write what was skipped or odd there, as JSON Lines")
      ->type_name("FILE");
  auto* quiet =
      command.add_flag("-q,--quiet", options.quiet, "Only errors and skipped documents are told");
  command
      .add_flag("-v,--verbose", options.verbose,
                "Tell remarks about documents, and where the time went")
      ->excludes(quiet);
}

std::unique_ptr<const Ontology> load_ontology_for(const SourceOptions& options) {
  return load_ontology(ontology_folders({}).front(), options.overlays, FrameExamples::leave_out);
}

PipelineOptions pipeline_options(const SourceOptions& options) {
  PipelineOptions out;
  out.use_model = !options.no_model;
  if (!options.date.empty()) {
    const std::optional<Date> date = Date::from_iso(options.date);
    if (!date || date->day == 0) {
      throw UsageError(fmt::format("--date «{}» is no day; write it as 2024-06-26", options.date));
    }
    out.reference_date = *date;
  }
  return out;
}

SourceList list_sources_for(const SourceOptions& options) {
  SourceList sources = list_sources(options.paths);
  if (!sources.missing_roots.empty()) {
    std::string names;
    for (const std::string& root : sources.missing_roots)
      names += (names.empty() ? "" : ", ") + root;
    throw LoadError(
        fmt::format("{}: cannot be read: no such file or folder, or no right to enter it", names));
  }
  if (sources.files.empty()) {
    for (const Diagnostic& diagnostic : sources.diagnostics) print_diagnostic(diagnostic);
    throw LoadError(fmt::format(
        "{}: there is no document to read (hidden files and what is no regular file are left "
        "out)",
        fmt::join(options.paths, ", ")));
  }
  name_files_apart(sources.files);
  return sources;
}

std::uint64_t total_bytes(const std::vector<SourceFile>& files) {
  std::uint64_t sum = 0;
  for (const SourceFile& file : files) {
    std::error_code no_size;
    const std::uintmax_t size = fs::file_size(file.path, no_size);
    if (no_size) return 0;
    sum += size;
  }
  return sum;
}

std::size_t count_skipped(const std::vector<Diagnostic>& diagnostics) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

void tell_diagnostics(const SourceOptions& options, const std::vector<Diagnostic>& diagnostics) {
  std::size_t untold = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error || options.verbose) {
      print_diagnostic(diagnostic);
    } else {
      ++untold;
    }
  }
  if (untold > 0 && !options.quiet)
    print_note(counted(untold, "remark") + " about documents; --verbose tells them");
}

void write_report(const SourceOptions& options, const std::vector<Diagnostic>& diagnostics) {
  if (options.report.empty()) return;
  OutputSet output;
  const std::unique_ptr<Sink> sink = output.open(options.report);
  for (const Diagnostic& diagnostic : diagnostics) sink->append(to_json_line(diagnostic));
  sink->flush();
  output.commit();
}

}  // namespace samgak
