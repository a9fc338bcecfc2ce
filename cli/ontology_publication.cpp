#include "cli/ontology_publication.hpp"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/graph_file.hpp"
#include "cli/ontology_folders.hpp"
#include "cli/output_set.hpp"
#include "cli/terminal.hpp"
#include "comparison/vocabulary_comparison.hpp"
#include "ontology/schema.hpp"
#include "ontology/tsv.hpp"
#include "publication/class_diagram.hpp"
#include "publication/vocabulary_jsonld.hpp"
#include "publication/vocabulary_page.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

namespace {

namespace fs = std::filesystem;

struct PublicationCall {
  std::vector<std::string> formats;
  std::string folder;
  std::string data;
  std::vector<fs::path> overlays;
};

class Publication {
 public:
  explicit Publication(const PublicationCall& call)
      : call_(call),
        folders_(ontology_folders(call.overlays)),
        file_(schema_file(folders_, "samgak.ttl")),
        vocabulary_({file_}) {}

  [[nodiscard]] std::string written(const std::string& format) const {
    if (format == "turtle") return read_file(file_);
    if (format == "jsonld") return vocabulary_as_jsonld(vocabulary_);
    if (format == "dot") return class_diagram(load_schema(file_));
    return page({});
  }

  /// The forms that were asked for, what they lead to, and a folder of the version that stays.
  void write() const {
    static const std::map<std::string, std::string> kNames{{"turtle", "samgak.ttl"},
                                                           {"jsonld", "samgak.jsonld"},
                                                           {"dot", "samgak.dot"},
                                                           {"html", "index.html"}};
    const fs::path folder = call_.folder;
    const std::string version = declared_version(vocabulary_);
    std::map<fs::path, std::string> files;
    bool with_page = false;
    for (const std::string& format : call_.formats) {
      with_page |= format == "html";
      if (format != "html") files[kNames.at(format)] = written(format);
    }
    for (const fs::path& file : vocabulary_files(folders_))
      files[file.filename()] = read_file(file);
    for (const char* name : {"context.jsonld", "alignments.tsv", "CHANGELOG.md", "logo.svg"}) {
      if (std::optional<std::string> text = beside(name)) files[name] = std::move(*text);
    }
    if (with_page) {
      std::set<std::string> names;
      for (const auto& [name, text] : files) names.insert(name.string());
      files[kNames.at("html")] = page(std::move(names));
    }
    create_folder(folder);
    if (is_plain(version)) create_folder(folder / version);
    OutputSet output;
    for (const auto& [name, text] : files) {
      put(output, folder / name, text);
      if (is_plain(version)) put(output, folder / version / name, text);
    }
    for (const auto& [name, target] : std::map<std::string, std::string>{
             {"w3id.htaccess", ".htaccess"}, {"nginx.conf", "nginx.conf"}}) {
      if (const std::optional<std::string> text = beside(name)) put(output, folder / target, *text);
    }
    output.commit();
  }

 private:
  /// A version is a folder's name only where it is digits and dots.
  static bool is_plain(const std::string& version) {
    return !version.empty() && version.front() != '.' &&
           version.find_first_not_of("0123456789.") == std::string::npos;
  }

  static void put(OutputSet& output, const fs::path& path, const std::string& text) {
    const std::unique_ptr<Sink> sink = output.open(path);
    sink->append(text);
    sink->flush();
  }

  /// A file that belongs to the vocabulary; nothing where there is none.
  [[nodiscard]] std::optional<std::string> beside(const std::string& name) const {
    const fs::path path = file_.parent_path() / name;
    if (!fs::is_regular_file(path)) return std::nullopt;
    return read_text_file(path);
  }

  /// `files` lie beside it.
  [[nodiscard]] std::string page(std::set<std::string> files) const {
    const Vocabulary all(vocabulary_files(folders_));
    DataUse use;
    if (!call_.data.empty()) use = DataUse(without_inferences(load_graph(call_.data)));
    return vocabulary_page({all, beside("CHANGELOG.md").value_or(""),
                            call_.data.empty() ? nullptr : &use,
                            fs::path(call_.data).filename().string(), std::move(files)});
  }

  const PublicationCall& call_;
  std::vector<fs::path> folders_;
  fs::path file_;
  Vocabulary vocabulary_;
};

void run_publication(PublicationCall& call) {
  if (call.folder.empty() && call.formats.size() != 1) {
    throw UsageError(
        "name one form with -f (turtle, jsonld, dot, html), or a folder for all of them with -o; "
        "`samgak ontology lint` looks for faults");
  }
  if (call.formats.empty()) call.formats = {"turtle", "jsonld", "dot", "html"};
  const Publication publication(call);
  if (call.folder.empty()) {
    print(publication.written(call.formats.front()));
  } else {
    publication.write();
  }
}

}  // namespace

void add_ontology_publication(CLI::App& ontology) {
  const auto call = std::make_shared<PublicationCall>();
  ontology
      .add_option("-f,--format", call->formats,
                  "turtle, jsonld, dot (diagram of the classes), html (documentation)")
      ->check(CLI::IsMember({"turtle", "jsonld", "dot", "html"}))
      ->delimiter(',')
      ->type_name("NAME,...");
  ontology
      .add_option("-o,--output", call->folder,
                  "Folder for the forms (all of them by default) and the files that go with them; "
                  "without it one form goes to standard output")
      ->type_name("DIR");
  ontology.add_option("--data", call->data, "html: graph in which to count how terms are used")
      ->type_name("GRAPH");
  add_ontology_option(ontology, call->overlays);
  ontology.callback([call, &ontology] {
    if (ontology.get_subcommands().empty()) run_publication(*call);
  });
}

}  // namespace samgak
