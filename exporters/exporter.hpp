// What a format is and how one writes a graph in it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/loss_report.hpp"
#include "exporters/sink.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak {

struct GraphMetrics;

inline constexpr std::string_view kDefaultBase = "https://w3id.org/samgak/id/";
/// At most so many bytes of a base: lines that hold it must have room in the buffer of a sink.
inline constexpr std::size_t kBaseBytes = 2000;
/// Namespace of classes, relations and properties.
inline constexpr std::string_view kTerms = "https://w3id.org/samgak/ns#";

/// Settings of an export; each format takes those that concern it and leaves the rest alone.
struct ExportOptions {
  std::string base{
      kDefaultBase};  ///< IRI in front of the ids of entities; `http:`, `https:` or `urn:`
  /// Node attributes that were computed beforehand, or null. Must belong to the same graph.
  const GraphMetrics* metrics = nullptr;
  /// dot, mermaid: what to print for the name of a type or relation (`attended` → `참석했다`); the
  /// name itself where the map has none.
  std::map<std::string, std::string, std::less<>> labels;
  /// dot, mermaid: which of a node's names to print: `ko`, `en`, `ja`; another one where it has
  /// none.
  std::string language = "ko";
  std::string focus;  ///< dot, mermaid: id of the entity that the diagram is about, or empty
  /// dot: who lays the graph out: an engine of Graphviz, `own` for Samgak's layout, empty for what
  /// suits the size.
  std::string engine;
  bool clusters = false;      ///< dot, mermaid: one box a type
  bool edge_tooltips = true;  ///< dot: the first quote of an edge shows when one points at it
  bool spreadsheet_safe =
      false;  ///< csv: byte order mark, no cell that a spreadsheet would run as a formula
  bool strict_xsd = false;  ///< graphml: only what the published schema allows
  /// Threads that may write at once; never shows in the bytes. Diagrams, gexf and cypher take one.
  unsigned threads = 1;
};

/// Identity card of a format.
struct FormatCard {
  std::string_view name;                  ///< as in `-f NAME`
  std::vector<std::string_view> aliases;  ///< other names that `find_exporter` takes
  std::string_view label;                 ///< for people, e.g. `GraphML`
  std::string_view extension;             ///< without the dot; empty for a folder
  std::string_view media_type;
  std::string_view purpose;  ///< one line for `samgak formats`
  bool folder = false;       ///< several files: use `write_folder`
  bool evidence = false;     ///< carries quotes and places
  bool mentions = false;     ///< carries what nodes stand on
  bool diagram = false;      ///< drawn for people: takes `labels`, `language`, `focus`, `clusters`
  bool lossless = false;     ///< Samgak reads it back whole
};

/// Opens the file `name` of a folder for writing. The exporter flushes the sink before it asks for
/// the next one.
using OpenSink = std::function<std::unique_ptr<Sink>(std::string_view name)>;

/// Writes one format. Const and stateless: one object serves any number of threads, each with its
/// own sink.
///
/// The bytes depend on the graph and the options alone. The sink is called by one thread at a time,
/// which need not be the caller's. Every function throws `WriteError` when the
/// sink does not take the bytes; what was written until then is to be thrown away.
class Exporter {
 public:
  virtual ~Exporter() = default;
  [[nodiscard]] virtual const FormatCard& card() const = 0;

  /// Writes the whole graph and flushes. Throws `WriteError` for a format that is a folder.
  virtual LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                           Sink& sink) const;
  /// Writes the files of a format that is a folder; for another one, a single file
  /// `graph.EXTENSION`.
  virtual LossReport write_folder(const KnowledgeGraph& graph, const ExportOptions& options,
                                  const OpenSink& open) const;
};

}  // namespace samgak
