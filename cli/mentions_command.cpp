#include "cli/mentions_command.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unistd.h>
#include <CLI/Option.hpp>

#include <memory>

#include "cli/fd_sink.hpp"
#include "cli/lines_by_name.hpp"
#include "cli/output_set.hpp"
#include "cli/source_options.hpp"
#include "cli/terminal.hpp"

namespace samgak {

namespace {

struct MentionsCall {
  SourceOptions sources;
  std::string output = "-";
};

std::string json_line(const std::string& document, const std::vector<NamedSpan>& mentions) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto text = [&](const char* key, const std::string& value) {
    writer.Key(key);
    writer.String(value);
  };
  writer.StartObject();
  text("id", document);
  writer.Key("mentions");
  writer.StartArray();
  for (const NamedSpan& mention : mentions) {
    writer.StartObject();
    writer.Key("begin");
    writer.Uint(mention.begin);
    writer.Key("end");
    writer.Uint(mention.end);
    text("type", mention.type);
    text("surface", mention.surface);
    text("entity", mention.entity);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

ExitCode run_mentions(const MentionsCall& call) {
  const PipelineOptions how = pipeline_options(call.sources);
  SourceList sources = list_sources_for(call.sources);
  const std::unique_ptr<const Ontology> ontology = load_ontology_for(call.sources);
  const Pipeline pipeline(*ontology, how);
  Progress progress(stderr_is_terminal() && !call.sources.quiet, total_bytes(sources.files));
  LinesByName lines;
  std::vector<Diagnostic> remarks = process_documents(
      sources.files, call.sources.threads,
      [&](const Document& document, DocumentPosition position) {
        lines.add(document.name(), position,
                  json_line(document.name(), pipeline.mentions(document)));
      },
      progress);
  progress.hide();
  std::vector<Diagnostic> diagnostics = std::move(sources.diagnostics);
  std::move(remarks.begin(), remarks.end(), std::back_inserter(diagnostics));
  lines.settle(sources.files, diagnostics);

  const std::size_t skipped = count_skipped(diagnostics);
  tell_diagnostics(call.sources, diagnostics);
  write_report(call.sources, diagnostics);
  if (lines.empty()) throw LoadError("none of the documents could be read");
  if (skipped > 0 && call.sources.strict) {
    print_error(fmt::format("{} skipped and --strict given: nothing was written",
                            counted(skipped, "document")));
    return ExitCode::skipped;
  }
  if (call.output == "-") {
    FdSink sink(STDOUT_FILENO, "standard output");
    lines.write(sink);
  } else {
    OutputSet output;
    lines.write(*output.open(call.output));
    output.commit();
  }
  return skipped > 0 ? ExitCode::skipped : ExitCode::done;
}

}  // namespace

void add_mentions_command(CLI::App& app, ExitCode& code) {
  CLI::App* command =
      app.add_subcommand("mentions", "Write the names in each document as JSON Lines");
  const auto call = std::make_shared<MentionsCall>();
  add_source_options(*command, call->sources);
  command->add_option("-o,--output", call->output, "File; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command->callback([call, &code] { code = run_mentions(*call); });
}

}  // namespace samgak
