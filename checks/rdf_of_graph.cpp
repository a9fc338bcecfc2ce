#include "checks/rdf_of_graph.hpp"

#include "exporters/detail/iri.hpp"
#include "exporters/nquads_exporter.hpp"
#include "ontology/turtle_reader.hpp"

namespace samgak {

namespace {

/// Reads N-Quads while they are written, so that the text is never there as a whole.
class ReadingSink : public Sink {
 public:
  explicit ReadingSink(RdfGraph& rdf) : rdf_(rdf) {}

  void finish() { read(pending_.size()); }

 protected:
  void write(std::string_view bytes) override {
    pending_ += bytes;
    read(pending_.rfind('\n') + 1);
  }

 private:
  void read(std::size_t size) {
    if (size == 0) return;
    read_rdf(pending_.substr(0, size), RdfSyntax::nquads, "the graph's RDF", "", rdf_);
    pending_.erase(0, size);
  }

  RdfGraph& rdf_;
  std::string pending_;
};

}  // namespace

RdfPlaces add_rdf_of(const KnowledgeGraph& graph, RdfGraph& rdf) {
  ReadingSink sink(rdf);
  const ExportOptions options;
  static_cast<void>(NquadsExporter().write(graph, options, sink));
  sink.finish();
  RdfPlaces places;
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
    const std::string iri = options.base + detail::entity_path(graph.id(EntityIndex{i}));
    places.entities.emplace(rdf.terms().iri(iri), EntityIndex{i});
  }
  for (const StatementView statement : graph.statements()) {
    const StatementId id = statement.id();
    std::string iri = options.base + std::string(detail::kStatementPath);
    iri.append(id.data(), id.size());
    places.statements.emplace(rdf.terms().iri(iri), statement.index);
  }
  return places;
}

}  // namespace samgak
