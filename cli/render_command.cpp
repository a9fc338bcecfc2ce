#include "cli/render_command.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/child_process.hpp"
#include "cli/exit_code.hpp"
#include "cli/export_settings.hpp"
#include "cli/fd_sink.hpp"
#include "cli/formats_command.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_selection.hpp"
#include "cli/terminal.hpp"

namespace samgak {

namespace {

constexpr std::array<std::string_view, 3> kTypes = {"svg", "pdf", "png"};

/// Nobody can point at one of so many lines, and their quotes would make a picture that no program
/// opens.
constexpr std::uint32_t kTooltipEdges = 10000;

struct RenderCall {
  std::string graph;
  std::string output;
  std::string type;
  unsigned dpi = 144;
  unsigned seconds = 120;
  bool quiet = false;
  GraphSelection selection;
  ExportSettings settings;
};

std::string picture_type(const RenderCall& call) {
  if (!call.type.empty()) return call.type;
  if (call.output == "-") return "svg";
  std::string extension = std::filesystem::path(call.output).extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  if (std::find(kTypes.begin(), kTypes.end(), extension) != kTypes.end()) return extension;
  throw UsageError(fmt::format(
      "«{}» does not say what to draw: end its name in .svg, .pdf or .png, or give --type",
      terminal_text(call.output)));
}

/// What Graphviz had to say, made short.
std::string its_words(const std::string& errors) {
  const std::string first = errors.substr(0, errors.find('\n'));
  return first.empty() ? std::string() : ": " + terminal_text(first);
}

std::string draw(const std::string& dot, const std::string& type, const RenderCall& call) {
  std::vector<std::string> words = {"dot", "-T" + type};
  if (type == "png") words.push_back(fmt::format("-Gdpi={}", call.dpi));
  ChildResult result;
  try {
    result = run_child(words, dot, std::chrono::seconds(call.seconds));
  } catch (const HelperError& error) {
    throw HelperError(
        fmt::format("Graphviz could not be started ({}); it draws the pictures: install it "
                    "(Debian: apt install graphviz), or take the text by `samgak export -f dot`",
                    error.what()));
  }
  switch (result.end) {
    case ChildResult::End::timed_out:
      throw HelperError(
          fmt::format("Graphviz was not done after {}: draw a part (--focus, --types, "
                      "--relations), take another "
                      "--engine, or give it more --time",
                      counted(call.seconds, "second")));
    case ChildResult::End::killed_by_signal:
      throw HelperError(
          fmt::format("Graphviz was ended by signal {}{}", result.code, its_words(result.errors)));
    case ChildResult::End::exited:
      break;
  }
  if (result.code != 0 || result.output.empty()) {
    throw HelperError(
        fmt::format("Graphviz failed with exit code {}{}", result.code, its_words(result.errors)));
  }
  if (!call.quiet && !result.errors.empty()) print_note("Graphviz" + its_words(result.errors));
  return result.output;
}

void run_render(RenderCall& call) {
  const std::string type = picture_type(call);
  const SelectedGraph selected = call.selection.apply(load_graph(call.graph));
  ExportOptions options = call.settings.for_graph(selected.graph, true, selected.focus);
  options.edge_tooltips = selected.graph.statement_count() <= kTooltipEdges;
  std::string dot;
  StringSink text(dot);
  LossReport losses = exporter_for("dot").write(selected.graph, options, text);
  const std::string picture = draw(dot, type, call);
  if (call.output == "-") {
    FdSink sink(STDOUT_FILENO, "standard output");
    sink.append(picture);
    sink.flush();
  } else {
    OutputSet output;
    const std::unique_ptr<Sink> sink = output.open(call.output);
    sink->append(picture);
    sink->flush();
    output.commit();
  }
  selected.add_to(losses);
  if (!call.quiet) tell_losses(losses);
}

}  // namespace

void add_render_command(CLI::App& app) {
  CLI::App* command = app.add_subcommand("render", "Draw a picture of a graph by Graphviz");
  const auto call = std::make_shared<RenderCall>();
  command->add_option("GRAPH", call->graph, "Graph in Samgak's JSON Lines; - is standard input")
      ->type_name("")
      ->required();
  command
      ->add_option("-o,--output", call->output, "File in .svg, .pdf or .png; - is standard output")
      ->type_name("FILE")
      ->required();
  command
      ->add_option("-T,--type", call->type, "svg, pdf or png; by default by the name of the file")
      ->type_name("NAME")
      ->check(CLI::IsMember({"svg", "pdf", "png"}).description(""));
  command->add_option("--dpi", call->dpi, "Dots an inch of a png")
      ->type_name("N")
      ->check(CLI::Range(20u, 600u).description(""))
      ->capture_default_str();
  command->add_option("--time", call->seconds, "Seconds after which Graphviz is ended")
      ->type_name("N")
      ->check(CLI::Range(1u, 86400u).description(""))
      ->capture_default_str();
  command->add_flag("-q,--quiet", call->quiet, "Do not tell what the picture could not carry");
  call->selection.add_to(*command);
  call->settings.add_diagram_options(*command);
  command->callback([call] { run_render(*call); });
}

}  // namespace samgak
