#include "cli/application.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cerrno>
#include <new>

#include "cli/build_command.hpp"
#include "cli/check_command.hpp"
#include "cli/diff_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/explain_command.hpp"
#include "cli/export_command.hpp"
#include "cli/formats_command.hpp"
#include "cli/mentions_command.hpp"
#include "cli/ontology_command.hpp"
#include "cli/push_command.hpp"
#include "cli/render_command.hpp"
#include "cli/review_command.hpp"
#include "cli/stats_command.hpp"
#include "cli/stop_signal.hpp"
#include "cli/suggestions.hpp"
#include "cli/terminal.hpp"

namespace samgak {

namespace {

/// A standard stream that the caller closed would lend its number to the first file that is opened,
/// and what is meant for the caller would land in that file. What is put in its place refuses every
/// byte.
void occupy_standard_streams() {
  for (int fd = 0; fd <= 2; ++fd) {
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
      static_cast<void>(open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
  }
}

std::string footer() {
  return fmt::format(
      "Exit codes:\n{}\n"
      "Examples:\n"
      "  samgak build articles/ -o out                   one graph of all articles, in four "
      "formats\n"
      "  samgak explain out/graph.jsonl 산업통상자원부   what it was merged from, and its edges\n"
      "  samgak render out/graph.jsonl -o graph.svg      a picture of it all\n"
      "  samgak export out/graph.jsonl -f gexf -o g.gexf for Gephi\n",
      exit_code_table());
}

std::vector<CLI::App*> all_commands(CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

/// CLI11 takes a command that does not exist for stray arguments; say what the matter is.
void check_command_name(CLI::App& app, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  std::vector<std::string> names;
  for (const CLI::App* command : all_commands(app)) names.push_back(command->get_name());
  if (std::find(names.begin(), names.end(), argv[1]) != names.end()) return;
  const std::string meant = did_you_mean(suggestions(argv[1], names, 2));
  throw UsageError(fmt::format("there is no command «{}»{} There are: {}", argv[1],
                               meant.empty() ? "." : meant, fmt::join(names, ", ")));
}

/// The command of a command that was parsed last, and how one calls it.
std::pair<const CLI::App*, std::string> deepest(const CLI::App& app) {
  std::pair<const CLI::App*, std::string> at{&app, "samgak"};
  while (!at.first->get_subcommands().empty()) {
    at.first = at.first->get_subcommands().front();
    at.second += " " + at.first->get_name();
  }
  return at;
}

/// The command in which parsing stopped, for the hint where to read on.
std::string help_for(const CLI::App& app) {
  return fmt::format("{} --help", deepest(app).second);
}

void run(int argc, char** argv, ExitCode& code) {
  CLI::App app("Policy news in, knowledge graph out.", "samgak");
  app.set_version_flag("--version", "samgak " SAMGAK_VERSION);
  app.require_subcommand(1);
  app.footer(footer());
  app.get_formatter()->column_width(34);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  add_build_command(app, code);
  add_export_command(app);
  add_render_command(app);
  add_push_command(app);
  add_formats_command(app);
  add_mentions_command(app, code);
  add_explain_command(app);
  add_stats_command(app);
  add_check_command(app, code);
  add_ontology_command(app, code);
  add_diff_command(app, code);
  add_review_command(app);
  for (CLI::App* command : all_commands(app)) command->group("Commands");
  try {
    check_command_name(app, argc, argv);
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto [command, call] = deepest(app);
    print(command == &app ? app.help() : command->help(call.substr(0, call.rfind(' '))));
  } catch (const CLI::CallForVersion& version) {
    print(std::string(version.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    throw UsageError(fmt::format("{}; see {}", error.what(), help_for(app)));
  }
}

}  // namespace

int run_application(int argc, char** argv) {
  ExitCode code = ExitCode::done;
  const auto failed = [&](const std::exception& error, ExitCode with) {
    print_error(error.what());
    code = with;
  };
  try {
    occupy_standard_streams();
    catch_stop_signals();
    run(argc, argv, code);
  } catch (const Stopped&) {
    end_by_signal();
  } catch (const UsageError& error) {
    failed(error, ExitCode::wrong_call);
  } catch (const LockedError& error) {
    failed(error, ExitCode::locked);
  } catch (const WriteError& error) {
    failed(error, ExitCode::write_failed);
  } catch (const HelperError& error) {
    failed(error, ExitCode::helper_failed);
  } catch (const std::bad_alloc&) {
    print_error("there is not enough memory for this input");
    code = ExitCode::unusable_input;
  } catch (const std::exception& error) {
    failed(error, ExitCode::unusable_input);
  }
  return static_cast<int>(code);
}

}  // namespace samgak
