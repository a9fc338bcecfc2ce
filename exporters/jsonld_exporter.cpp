#include "exporters/jsonld_exporter.hpp"

#include <fmt/format.h>

#include <set>

#include "exporters/detail/attributes.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/json_text.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/ordered_parts.hpp"
#include "exporters/detail/rdf_terms.hpp"
#include "exporters/detail/sources.hpp"

namespace samgak {

namespace {

/// Everything but the terms of the graph at hand. No `@version`: readers of 1.0 would refuse it.
constexpr std::string_view kContext =
    R"("samgak":"https://w3id.org/samgak/ns#","prov":"http://www.w3.org/ns/prov#",)"
    R"("rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#",)"
    R"("rdfs":"http://www.w3.org/2000/01/rdf-schema#",)"
    R"("skos":"http://www.w3.org/2004/02/skos/core#","xsd":"http://www.w3.org/2001/XMLSchema#",)"
    "\n "
    R"("label":{"@id":"rdfs:label","@container":"@language"},)"
    R"("altLabel":{"@id":"skos:altLabel","@container":"@language"},)"
    R"("wikidata":"samgak:wikidata","mention":{"@id":"samgak:mention","@type":"@id","@container":"@set"},)"
    "\n "
    R"("Statement":"samgak:Statement","Evidence":"samgak:Evidence","Mention":"samgak:Mention",)"
    R"("Document":"samgak:Document","sha256":"samgak:sha256",)"
    R"("subject":{"@id":"rdf:subject","@type":"@id"},"predicate":{"@id":"rdf:predicate","@type":"@vocab"},)"
    R"("object":{"@id":"rdf:object","@type":"@id"},"status":"samgak:status",)"
    R"("confidence":{"@id":"samgak:confidence","@type":"xsd:decimal"},"date":"samgak:date","role":"samgak:role",)"
    R"("evidence":{"@id":"samgak:evidence","@type":"@id","@container":"@set"},)"
    "\n "
    R"("quote":"samgak:quote","rule":"samgak:rule","bindings":"samgak:bindings","reason":"samgak:reason",)"
    R"("wasDerivedFrom":{"@id":"prov:wasDerivedFrom","@type":"@id"})";

constexpr std::string_view kTaken[] = {
    "samgak",    "prov",     "rdf",      "rdfs",       "skos",           "xsd",      "label",
    "altLabel",  "wikidata", "mention",  "Statement",  "Evidence",       "Mention",  "subject",
    "predicate", "object",   "status",   "confidence", "date",           "role",     "evidence",
    "quote",     "rule",     "bindings", "reason",     "wasDerivedFrom", "Document", "sha256"};

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph),
        options_(options),
        sink_(sink),
        base_(detail::checked_base(options.base)),
        paths_(graph),
        statement_base_(fmt::format("{}{}", base_, detail::kStatementPath)),
        statement_head_(
            fmt::format("[\"rdf:Statement\",\"Statement\"],\"@id\":\"{}", statement_base_)),
        evidence_head_(fmt::format("[\"Evidence\"],\"@id\":\"{}", statement_base_)),
        subject_glue_(fmt::format("\",\"subject\":\"{}", base_)),
        place_glue_(fmt::format(",\"wasDerivedFrom\":\"{}{}", base_, detail::kDocumentPath)) {
    name_terms();
  }

  LossReport run();
  void add_counts(const Writer& other) { losses_ += other.losses_; }

 private:
  template <typename Write>
  void write_items(std::uint32_t count, Write write) {
    detail::write_items(
        *this, sink_, options_.threads, count,
        [this](Sink& sink) { return Writer(graph_, options_, sink); }, write);
  }
  void name_terms();
  void write_entity(const EntityView& entity);
  void write_names(const EntityView& entity);
  void write_aliases(const TextList& aliases);
  void write_attributes(const EntityView& entity);
  void write_relations(EntityIndex subject);
  void write_mentions(const EntityView& entity);
  void write_statement(const StatementView& statement);
  void write_evidence(const StatementId& statement, const EvidenceView& evidence, std::uint32_t n);
  void write_documents();

  /// Begins the next line: `{"@type":`, types, `,"@id":"` and perhaps more.
  void begin_line(std::string_view types_and_id) {
    sink_.append(",\n{\"@type\":");
    sink_.append(types_and_id);
  }
  /// An IRI holds nothing that JSON would have to escape.
  void entity_iri(EntityIndex index) { entity_iri(graph_.id(index)); }
  void entity_iri(std::string_view id) {
    sink_.append(base_);
    paths_.append(sink_, id);
  }
  /// The last member of an object: where it stands in its source.
  void place_member(const PlaceView& place) {
    sink_.append(place_glue_);
    detail::append_place(sink_, place);
    sink_.append("\"}");
  }
  void member(std::string_view key, std::string_view value) {
    sink_.append(key);
    detail::append_json(sink_, value);
  }
  void date_value(std::string_view value);

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  std::string base_;
  detail::EntityPaths paths_;
  std::string context_;
  std::string statement_base_;
  std::string statement_head_;
  std::string evidence_head_;
  std::string subject_glue_;  ///< ends with the base, as do the three below
  std::string place_glue_;
  std::vector<std::string> types_;           ///< `["Country"],"@id":"` and the base
  std::vector<std::string> relation_keys_;   ///< `attended`, or the IRI when the name is taken
  std::vector<std::string> predicate_glue_;  ///< between the subject and the object of a statement
  std::vector<bool> relation_is_term_;
  detail::RdfLosses losses_;
};

void Writer::name_terms() {
  std::set<std::string, std::less<>> taken(std::begin(kTaken), std::end(kTaken));
  const auto is_free = [&taken](const std::string& name) {
    return detail::is_plain_name(name) && taken.insert(name).second;
  };
  for (const std::string& type : graph_.types()) {
    if (is_free(type)) {
      context_ += fmt::format(",\n \"{0}\":\"samgak:{0}\"", type);
      types_.push_back(fmt::format("[\"{}\"],\"@id\":\"{}", type, base_));
    } else {
      types_.push_back(fmt::format("[\"{}\"],\"@id\":\"{}", detail::term_iri(type), base_));
    }
  }
  for (const std::string& relation : graph_.relations()) {
    relation_is_term_.push_back(is_free(relation));
    if (relation_is_term_.back()) {
      context_ += fmt::format(
          ",\n \"{0}\":{{\"@id\":\"samgak:{0}\",\"@type\":\"@id\",\"@container\":\"@set\"}}",
          relation);
      relation_keys_.push_back(relation);
    } else {
      relation_keys_.push_back(detail::term_iri(relation));
    }
    predicate_glue_.push_back(
        fmt::format("\",\"predicate\":\"{}\",\"object\":\"{}", relation_keys_.back(), base_));
  }
}

LossReport Writer::run() {
  sink_.append("{\"@context\":{");
  sink_.append(kContext);
  sink_.append(context_);
  sink_.append("},\n\"@graph\":[");
  write_items(graph_.entity_count(), [](Writer& writer, std::uint32_t i) {
    const EntityView entity = writer.graph_.entity(EntityIndex{i});
    writer.write_entity(entity);
    writer.write_mentions(entity);
    writer.losses_.see(entity);
  });
  write_items(graph_.statement_count(), [](Writer& writer, std::uint32_t e) {
    writer.graph_.prefetch_objects_after(StatementIndex{e});
    writer.write_statement(writer.graph_.statement(StatementIndex{e}));
  });
  write_documents();
  sink_.append("\n]}\n");
  sink_.flush();
  return losses_.report("jsonld", graph_);
}

void Writer::write_entity(const EntityView& entity) {
  // The first line of all is that of the first node, and has no comma before it.
  sink_.append(entity.index == EntityIndex{0} ? "\n{\"@type\":" : ",\n{\"@type\":");
  sink_.append(types_[entity.type_index]);
  paths_.append(sink_, entity.id);
  sink_.put('"');
  write_names(entity);
  write_attributes(entity);
  write_relations(entity.index);
  if (!entity.mentions.empty()) {
    sink_.append(",\"mention\":");
    for (std::uint32_t n = 1; n <= entity.mentions.size(); ++n) {
      sink_.append(n == 1 ? "[\"" : ",\"");
      entity_iri(entity.id);
      sink_.append("#m");
      detail::append_number(sink_, n);
      sink_.put('"');
    }
    sink_.put(']');
  }
  sink_.put('}');
}

/// A language map for what has a language, plain strings for what has none: `@none` is unknown
/// to 1.0.
void Writer::write_names(const EntityView& entity) {
  const bool korean = detail::language_of(entity.name) == "ko";
  if (korean || !entity.name_en.empty() || !entity.name_ja.empty()) {
    sink_.append(",\"label\":");
    char before = '{';
    const auto label = [&](std::string_view key, std::string_view value) {
      if (value.empty()) return;
      sink_.put(before);
      before = ',';
      member(key, value);
    };
    label("\"en\":", entity.name_en);
    label("\"ja\":", entity.name_ja);
    if (korean) label("\"ko\":", entity.name);
    sink_.put('}');
  }
  if (!korean && !entity.name.empty()) member(",\"rdfs:label\":", entity.name);
  if (!entity.aliases.empty()) write_aliases(entity.aliases);
  if (detail::is_wikidata_item(entity.wikidata)) member(",\"wikidata\":", entity.wikidata);
}

void Writer::write_aliases(const TextList& aliases) {
  for (const bool korean : {true, false}) {
    bool any = false;
    for (const std::string_view alias : aliases) {
      if ((detail::language_of(alias) == "ko") != korean) continue;
      sink_.append(any ? "," : korean ? ",\"altLabel\":{\"ko\":[" : ",\"skos:altLabel\":[");
      any = true;
      detail::append_json(sink_, alias);
    }
    if (any) sink_.append(korean ? "]}" : "]");
  }
}

void Writer::date_value(std::string_view value) {
  const std::string_view type = detail::xsd_type_of_date(value);
  if (type.empty()) {
    detail::append_json(sink_, value);
    return;
  }
  sink_.append("{\"@type\":\"xsd:");
  sink_.append(type);
  sink_.append("\",\"@value\":\"");
  sink_.append(value);
  sink_.append("\"}");
}

void Writer::write_attributes(const EntityView& entity) {
  detail::for_each_attribute(entity, [&](std::string_view key, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    if (!detail::is_property_key(key)) return;
    sink_.append(",\"samgak:");
    sink_.append(key);
    sink_.append("\":[");
    date_value(value);
    if (detail::writes_conflicts(key)) {
      for (const std::string_view other : conflicts) {
        sink_.put(',');
        date_value(other);
      }
    }
    sink_.put(']');
  });
}

void Writer::write_relations(EntityIndex subject) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t last = kNone;
  const KnowledgeGraph::Statements edges = graph_.statements_from(subject);
  for (std::uint32_t e = number(edges.first()); e < number(edges.first()) + edges.size(); ++e) {
    graph_.prefetch_objects_after(StatementIndex{e});
    const std::uint32_t relation = graph_.relation_index(StatementIndex{e});
    const bool term = relation_is_term_[relation];
    if (relation != last) {
      sink_.append(last == kNone ? ",\"" : "],\"");
      sink_.append(relation_keys_[relation]);
      sink_.append("\":[");
    } else {
      sink_.put(',');
    }
    last = relation;
    sink_.append(term ? "\"" : "{\"@id\":\"");
    entity_iri(graph_.object(StatementIndex{e}));
    sink_.append(term ? "\"" : "\"}");
  }
  if (last != kNone) sink_.put(']');
}

void Writer::write_mentions(const EntityView& entity) {
  std::uint32_t n = 0;
  for (const MentionView& mention : entity.mentions) {
    begin_line("[\"Mention\"],\"@id\":\"");
    entity_iri(entity.id);
    sink_.append("#m");
    detail::append_number(sink_, ++n);
    sink_.put('"');
    if (!mention.surface.empty()) member(",\"quote\":", mention.surface);
    if (!mention.reason.empty()) member(",\"reason\":", mention.reason);
    place_member(mention.place);
  }
}

void Writer::write_statement(const StatementView& statement) {
  const StatementId id = statement.id();
  begin_line(statement_head_);
  {
    SinkRun run(sink_, 32 + subject_glue_.size());
    run.bytes<17>(id.data()) << std::string_view(subject_glue_);
  }
  paths_.append(sink_, graph_.id(statement.subject));
  sink_.append(predicate_glue_[statement.relation_index]);
  paths_.append(sink_, graph_.id(statement.object));
  sink_.append("\",\"confidence\":\"");
  detail::append_confidence(sink_, statement.confidence);
  SinkRun(sink_, 64) << "\",\"status\":\"" << to_string(statement.status) << "\"";
  if (!statement.date.empty()) {
    sink_.append(",\"date\":[");
    date_value(statement.date);
    for (const std::string_view other : statement.date_conflicts) {
      sink_.put(',');
      date_value(other);
    }
    sink_.put(']');
  }
  if (!statement.roles.empty()) {
    std::string_view before = ",\"role\":[";
    for (const std::string_view role : statement.roles) {
      member(before, role);
      before = ",";
    }
    sink_.put(']');
  }
  sink_.append(",\"evidence\":[\"");
  for (std::uint32_t n = 1; n <= statement.evidence.size(); ++n) {
    if (n != 1) sink_.append("\",\"");
    SinkRun run(sink_, 64 + statement_base_.size());
    run << std::string_view(statement_base_);
    run.bytes<17>(id.data()) << "#e" << n;
  }
  sink_.append("\"]}");
  std::uint32_t n = 0;
  for (const EvidenceView& evidence : statement.evidence) write_evidence(id, evidence, ++n);
  losses_.evidence += n;
}

void Writer::write_evidence(const StatementId& statement, const EvidenceView& evidence,
                            std::uint32_t n) {
  begin_line(evidence_head_);
  SinkRun(sink_, 64).bytes<17>(statement.data()) << "#e" << n << "\"";
  if (!evidence.bindings.empty()) member(",\"bindings\":", evidence.bindings);
  sink_.append(",\"confidence\":\"");
  detail::append_evidence_confidence(sink_, evidence.confidence);
  sink_.put('"');
  if (!evidence.quote.empty()) member(",\"quote\":", evidence.quote);
  if (!evidence.rule.empty()) member(",\"rule\":", evidence.rule);
  SinkRun(sink_, 64) << ",\"status\":\"" << to_string(evidence.status) << "\"";
  place_member(evidence.place);
}

void Writer::write_documents() {
  detail::for_each_source(graph_,
                          [this](std::string_view name, const std::vector<std::string>& checksums) {
                            begin_line("[\"Document\"],\"@id\":\"");
                            sink_.append(base_);
                            sink_.append(detail::kDocumentPath);
                            detail::append_iri_segment(sink_, name);
                            std::string_view before = "\",\"sha256\":[\"";
                            for (const std::string& checksum : checksums) {
                              sink_.append(before);
                              sink_.append(checksum);
                              before = "\",\"";
                            }
                            sink_.append("\"]}");
                          });
}

}  // namespace

const FormatCard& JsonldExporter::card() const {
  static const FormatCard card = {
      .name = "jsonld",
      .aliases = {"json-ld"},
      .label = "JSON-LD",
      .extension = "jsonld",
      .media_type = "application/ld+json",
      .purpose = "RDF tools of JSON-LD 1.0 and 1.1; one Statement with evidence for every edge",
      .evidence = true,
      .mentions = true,
  };
  return card;
}

LossReport JsonldExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                                 Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
