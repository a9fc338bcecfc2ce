#include "exporters/detail/turtle_writer.hpp"

#include <fmt/format.h>

#include "exporters/detail/attributes.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/ordered_parts.hpp"
#include "exporters/detail/rdf_terms.hpp"
#include "exporters/detail/rdf_text.hpp"
#include "exporters/detail/sources.hpp"

namespace samgak::detail {

namespace {

/// A prefixed name where the local part needs no escape, otherwise the whole IRI.
std::string term_name(std::string_view name) {
  return is_plain_name(name) ? fmt::format("samgak:{}", name) : fmt::format("<{}>", term_iri(name));
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph),
        options_(options),
        sink_(sink),
        base_(checked_base(options.base)),
        paths_(graph) {
    for (const std::string& type : graph.types()) types_.push_back(term_name(type));
    for (const std::string& name : graph.relations()) relations_.push_back(term_name(name));
  }

  void write_prefixes();
  void write_facts();
  void write_grounds(bool named_graph);
  [[nodiscard]] const RdfLosses& losses() const { return losses_; }
  void add_counts(const Writer& other) { losses_ += other.losses_; }

 private:
  template <typename Write>
  void write_items(std::uint32_t count, Write write) {
    detail::write_items(
        *this, sink_, options_.threads, count,
        [this](Sink& sink) { return Writer(graph_, options_, sink); }, write);
  }
  void write_entity(const EntityView& entity);
  void write_relations(EntityIndex subject);
  void write_mentions(const EntityView& entity);
  void write_statement(const StatementView& statement);
  void write_documents();
  void write_evidence(std::string_view statement, const EvidenceView& evidence, std::uint32_t n);

  void entity_iri(std::string_view id) {
    sink_.put('<');
    sink_.append(base_);
    paths_.append(sink_, id);
  }
  void statement_iri(std::string_view id) {
    sink_.put('<');
    sink_.append(base_);
    sink_.append(kStatementPath);
    sink_.append(id);
  }
  void place(const PlaceView& p) {
    sink_.append(" ;\n  prov:wasDerivedFrom <");
    sink_.append(base_);
    sink_.append(kDocumentPath);
    append_place(sink_, p);
    sink_.put('>');
  }
  void literal(std::string_view text) { append_rdf_literal<true>(sink_, text); }
  void date(std::string_view value) {
    literal(value);
    const std::string_view type = xsd_type_of_date(value);
    if (type.empty()) return;
    sink_.append("^^xsd:");
    sink_.append(type);
  }
  /// `before` and a literal, unless it is empty.
  void property(std::string_view before, std::string_view text) {
    if (text.empty()) return;
    sink_.append(before);
    literal(text);
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  std::string base_;
  EntityPaths paths_;
  std::vector<std::string> types_;
  std::vector<std::string> relations_;
  RdfLosses losses_;
};

void Writer::write_prefixes() {
  const std::pair<std::string_view, std::string_view> prefixes[] = {
      {"prov", kProv},    {"rdf", kRdf},   {"rdfs", kRdfs},
      {"samgak", kTerms}, {"skos", kSkos}, {"xsd", kXsd}};
  for (const auto& [prefix, iri] : prefixes) {
    sink_.append(fmt::format("@prefix {}: <{}> .\n", prefix, iri));
  }
}

void Writer::write_facts() {
  write_items(graph_.entity_count(), [](Writer& writer, std::uint32_t i) {
    const EntityView entity = writer.graph_.entity(EntityIndex{i});
    writer.write_entity(entity);
    writer.losses_.see(entity);
  });
}

void Writer::write_grounds(bool named_graph) {
  if (named_graph) sink_.append(fmt::format("\n<{}{}evidence> {{\n", base_, kGraphPath));
  write_items(graph_.entity_count(), [](Writer& writer, std::uint32_t i) {
    const EntityView entity = writer.graph_.entity(EntityIndex{i});
    if (!entity.mentions.empty()) writer.write_mentions(entity);
  });
  write_items(graph_.statement_count(), [](Writer& writer, std::uint32_t e) {
    writer.graph_.prefetch_objects_after(StatementIndex{e});
    writer.write_statement(writer.graph_.statement(StatementIndex{e}));
  });
  write_documents();
  if (named_graph) sink_.append("}\n");
}

void Writer::write_entity(const EntityView& entity) {
  sink_.put('\n');
  entity_iri(entity.id);
  sink_.append("> a ");
  sink_.append(types_[entity.type_index]);
  std::string_view before = " ;\n  rdfs:label ";
  const auto label = [&](std::string_view text, std::string_view language) {
    if (text.empty()) return;
    sink_.append(before);
    before = " , ";
    literal(text);
    sink_.append(language);
  };
  label(entity.name, language_of(entity.name) == "ko" ? "@ko" : "");
  label(entity.name_en, "@en");
  label(entity.name_ja, "@ja");
  before = " ;\n  skos:altLabel ";
  for (const std::string_view alias : entity.aliases) {
    label(alias, language_of(alias) == "ko" ? "@ko" : "");
  }
  if (is_wikidata_item(entity.wikidata)) property(" ;\n  samgak:wikidata ", entity.wikidata);
  for_each_attribute(entity, [&](std::string_view key, std::string_view value,
                                 const std::vector<std::string_view>& conflicts) {
    if (!is_property_key(key)) return;
    sink_.append(" ;\n  samgak:");
    sink_.append(key);
    sink_.put(' ');
    date(value);
    if (!writes_conflicts(key)) return;
    for (const std::string_view other : conflicts) {
      sink_.append(" , ");
      date(other);
    }
  });
  write_relations(entity.index);
  sink_.append(" .\n");
}

void Writer::write_relations(EntityIndex subject) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t last = kNone;
  for (const StatementView& s : graph_.statements_from(subject)) {
    if (s.relation_index == last) {
      sink_.append(" , ");
    } else {
      sink_.append(" ;\n  ");
      sink_.append(relations_[s.relation_index]);
      sink_.put(' ');
    }
    last = s.relation_index;
    entity_iri(graph_.id(s.object));
    sink_.put('>');
  }
}

void Writer::write_mentions(const EntityView& entity) {
  sink_.put('\n');
  entity_iri(entity.id);
  sink_.append("> samgak:mention ");
  for (std::uint32_t n = 1; n <= entity.mentions.size(); ++n) {
    if (n != 1) sink_.append(" , ");
    entity_iri(entity.id);
    sink_.append("#m");
    append_number(sink_, n);
    sink_.put('>');
  }
  sink_.append(" .\n");
  std::uint32_t n = 0;
  for (const MentionView& mention : entity.mentions) {
    entity_iri(entity.id);
    sink_.append("#m");
    append_number(sink_, ++n);
    sink_.append("> a samgak:Mention");
    property(" ;\n  samgak:quote ", mention.surface);
    property(" ;\n  samgak:reason ", mention.reason);
    place(mention.place);
    sink_.append(" .\n");
  }
}

void Writer::write_statement(const StatementView& statement) {
  const StatementId id = statement.id();
  const std::string_view id_text(id.data(), id.size());
  sink_.put('\n');
  statement_iri(id_text);
  sink_.append("> a rdf:Statement , samgak:Statement ;\n  rdf:subject ");
  entity_iri(graph_.id(statement.subject));
  sink_.append("> ;\n  rdf:predicate ");
  sink_.append(relations_[statement.relation_index]);
  sink_.append(" ;\n  rdf:object ");
  entity_iri(graph_.id(statement.object));
  sink_.append("> ;\n  samgak:status \"");
  sink_.append(to_string(statement.status));
  sink_.append("\" ;\n  samgak:confidence ");
  append_confidence(sink_, statement.confidence);
  if (!statement.date.empty()) {
    sink_.append(" ;\n  samgak:date ");
    date(statement.date);
    for (const std::string_view other : statement.date_conflicts) {
      sink_.append(" , ");
      date(other);
    }
  }
  std::string_view before = " ;\n  samgak:role ";
  for (const std::string_view role : statement.roles) {
    sink_.append(before);
    before = " , ";
    literal(role);
  }
  before = " ;\n  samgak:evidence ";
  for (std::uint32_t n = 1; n <= statement.evidence.size(); ++n) {
    sink_.append(before);
    before = " , ";
    statement_iri(id_text);
    sink_.append("#e");
    append_number(sink_, n);
    sink_.put('>');
  }
  sink_.append(" .\n");
  std::uint32_t n = 0;
  for (const EvidenceView& evidence : statement.evidence) write_evidence(id_text, evidence, ++n);
  losses_.evidence += n;
}

void Writer::write_evidence(std::string_view statement, const EvidenceView& evidence,
                            std::uint32_t n) {
  statement_iri(statement);
  sink_.append("#e");
  append_number(sink_, n);
  sink_.append("> a samgak:Evidence");
  property(" ;\n  samgak:quote ", evidence.quote);
  place(evidence.place);
  property(" ;\n  samgak:rule ", evidence.rule);
  property(" ;\n  samgak:bindings ", evidence.bindings);
  sink_.append(" ;\n  samgak:status \"");
  sink_.append(to_string(evidence.status));
  sink_.append("\" ;\n  samgak:confidence ");
  append_evidence_confidence(sink_, evidence.confidence);
  sink_.append(" .\n");
}

void Writer::write_documents() {
  for_each_source(graph_, [this](std::string_view name, const std::vector<std::string>& checksums) {
    sink_.append("\n<");
    sink_.append(base_);
    sink_.append(kDocumentPath);
    append_iri_segment(sink_, name);
    sink_.append("> a samgak:Document ;\n  samgak:sha256 \"");
    std::string_view between;
    for (const std::string& checksum : checksums) {
      sink_.append(between);
      sink_.append(checksum);
      between = "\" , \"";
    }
    sink_.append("\" .\n");
  });
}

}  // namespace

LossReport write_turtle(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink,
                        bool named_graph, std::string_view format) {
  Writer writer(graph, options, sink);
  writer.write_prefixes();
  writer.write_facts();
  writer.write_grounds(named_graph);
  sink.flush();
  return writer.losses().report(format, graph);
}

}  // namespace samgak::detail
