#include "checks/graph_check.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "checks/graph_rules.hpp"
#include "checks/quote_finder.hpp"
#include "checks/rdf_of_graph.hpp"
#include "checks/shacl/evaluator.hpp"
#include "checks/shacl/shape_reader.hpp"
#include "ontology/schema.hpp"
#include "ontology/turtle_reader.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

namespace {

namespace fs = std::filesystem;

/// The vocabulary as data, and the shapes of both files; `data` still lacks the graph.
struct Desk {
  explicit Desk(const ShapeFiles& files) : data(terms), shapes_rdf(terms) {
    read_rdf_file(files.vocabulary, data);
    read_rdf_file(files.core, shapes_rdf);
    read_rdf_file(files.rules, shapes_rdf);
    shapes_rdf.freeze();
    shapes = shacl::read_shapes(shapes_rdf);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  TermTable terms;
  RdfGraph data;
  RdfGraph shapes_rdf;
  shacl::ShapeSet shapes;
};

/// Makes findings of results, with all that a reader wants to see beside them.
class Presenter {
 public:
  Presenter(const Desk& desk, const KnowledgeGraph* graph, const RdfPlaces& places)
      : desk_(desk), graph_(graph), places_(places), quotes_(desk.data) {}

  Finding finding(const shacl::ShapeResult& result) const {
    const shacl::Shape& shape = desk_.shapes[result.shape];
    Finding out;
    out.severity = shape.severity;
    out.shape = desk_.data.term(shape.id).text;
    out.component = shacl::component_iri(result.component);
    out.name = shape.name;
    out.message = shape.message;
    const RdfTerm focus = desk_.data.term(result.focus);
    out.focus = focus.is_iri() ? std::string(focus.text) : desk_.terms.ntriples(result.focus);
    out.focus_label = quotes_.label(result.focus);
    TermIndex predicate = result.predicate;
    if (predicate != kNoTerm) {
      out.path = out.path_turtle = desk_.terms.ntriples(predicate);
    } else if (shape.path) {
      out.path = shacl::path_as_sparql(desk_.terms, *shape.path);
      out.path_turtle = shacl::path_as_turtle(desk_.terms, *shape.path);
      predicate = shape.path->predicate;
    }
    if (result.value != kNoTerm) {
      out.value = desk_.terms.ntriples(result.value);
      out.value_label = desk_.data.term(result.value).is_literal()
                            ? std::string(desk_.data.term(result.value).text)
                            : quotes_.label(result.value);
    }
    find_in_graph(out);
    if (out.entity && predicate != kNoTerm) out.quotes = claimed(*out.entity, predicate);
    if (out.quotes.empty()) out.quotes = quotes_.quotes(result.focus, predicate, result.value);
    return out;
  }

 private:
  /// A passage has the IRI of what it belongs to, with a fragment.
  void find_in_graph(Finding& finding) const {
    if (graph_ == nullptr) return;
    for (const std::string_view iri :
         {std::string_view(finding.focus),
          std::string_view(finding.focus).substr(0, finding.focus.rfind('#'))}) {
      const TermIndex term = desk_.terms.find_iri(iri);
      if (const auto at = places_.entities.find(term); at != places_.entities.end())
        finding.entity = at->second;
      if (const auto at = places_.statements.find(term); at != places_.statements.end())
        finding.statement = at->second;
      if (finding.entity || finding.statement) return;
    }
  }

  /// Where texts give the attribute that `predicate` names, in the words of an edge or a mention of
  /// the same place.
  std::vector<Quote> claimed(EntityIndex index, TermIndex predicate) const {
    const std::string_view iri = desk_.data.term(predicate).text;
    const std::string_view key = iri.substr(iri.rfind('#') + 1);
    const EntityView entity = graph_->entity(index);
    std::vector<Quote> out;
    for (const ClaimView& claim : entity.claims) {
      if (claim.key != key || out.size() == kMostClaims) continue;
      const std::string_view words = words_at(claim.place);
      if (words.empty()) continue;
      out.push_back({std::string(claim.place.document), claim.place.begin, claim.place.end,
                     std::string(words)});
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  std::string_view words_at(const PlaceView& place) const {
    if (words_.empty()) collect_words();
    const auto found = words_.find({place.document, place.begin, place.end});
    return found == words_.end() ? std::string_view() : found->second;
  }
  void collect_words() const {
    const auto add = [&](const PlaceView& place, std::string_view words) {
      words_.try_emplace({place.document, place.begin, place.end}, words);
    };
    for (const StatementView& statement : graph_->statements()) {
      for (const EvidenceView& evidence : statement.evidence) add(evidence.place, evidence.quote);
    }
    for (const EntityView& entity : graph_->entities()) {
      for (const MentionView& mention : entity.mentions) add(mention.place, mention.surface);
    }
  }

  static constexpr std::size_t kMostClaims = 10;

  const Desk& desk_;
  const KnowledgeGraph* graph_;
  const RdfPlaces& places_;
  QuoteFinder quotes_;
  /// Made when the first attribute is in question; claims have places and no words.
  mutable std::map<std::tuple<std::string_view, std::uint32_t, std::uint32_t>, std::string_view>
      words_;
};

CheckReport check(Desk& desk, const KnowledgeGraph* graph, const RdfPlaces& places) {
  desk.data.freeze();
  const Presenter presenter(desk, graph, places);
  CheckReport report;
  for (const shacl::ShapeResult& result : shacl::evaluate(desk.data, desk.shapes, find_graph_rule))
    report.findings.push_back(presenter.finding(result));
  const auto key = [](const Finding& f) {
    return std::tie(f.shape, f.focus, f.path, f.value, f.component);
  };
  std::sort(report.findings.begin(), report.findings.end(),
            [&](const Finding& a, const Finding& b) {
              return a.severity != b.severity ? a.severity > b.severity : key(a) < key(b);
            });
  // Two shapes may hold one property shape, which then complains twice about one thing.
  const auto same = [&](const Finding& a, const Finding& b) { return key(a) == key(b); };
  report.findings.erase(std::unique(report.findings.begin(), report.findings.end(), same),
                        report.findings.end());
  return report;
}

CheckReport check_told(const KnowledgeGraph& graph, const ShapeFiles& files) {
  Desk desk(files);
  const RdfPlaces places = add_rdf_of(graph, desk.data);
  return check(desk, &graph, places);
}

}  // namespace

ShapeFiles ShapeFiles::in_folders(const std::vector<fs::path>& folders) {
  return {schema_file(folders, "samgak.ttl"), schema_file(folders, "shapes.ttl"),
          schema_file(folders, "shapes-sparql.ttl")};
}

CheckReport check_graph(const KnowledgeGraph& graph, const ShapeFiles& files) {
  if (!has_inferences(graph)) return check_told(graph, files);
  const KnowledgeGraph told = without_inferences(graph);
  CheckReport report = check_told(told, files);
  // Numbers of edges are those of the whole graph.
  std::vector<StatementIndex> whole;
  for (const StatementView& s : graph.statements()) {
    if (!is_inferred(s)) whole.push_back(s.index);
  }
  for (Finding& finding : report.findings) {
    if (finding.statement) finding.statement = whole[number(*finding.statement)];
  }
  return report;
}

CheckReport check_rdf_file(const fs::path& path, const ShapeFiles& files) {
  Desk desk(files);
  read_rdf_file(path, desk.data);
  return check(desk, nullptr, {});
}

}  // namespace samgak
