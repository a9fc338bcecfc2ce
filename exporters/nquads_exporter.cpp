#include "exporters/nquads_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exporters/detail/attributes.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/rdf_terms.hpp"
#include "exporters/detail/rdf_text.hpp"
#include "exporters/detail/subject_order.hpp"

namespace samgak {

namespace {

using detail::append_rdf_literal;

/// `> <IRI> `: what stands between a subject without its last bracket and an object.
std::string predicate(std::string_view space, std::string_view name) {
  return fmt::format("> <{}{}> ", space, name);
}

/// A predicate of Samgak's namespace by its place in the order of lines.
struct Term {
  std::string iri;  ///< with `>` behind it, which takes part in the order
  std::string glue;
};

/// What one entity says with one term: rendered objects, or a run of edges.
struct Saying {
  std::uint32_t term = 0;
  std::vector<std::string> objects;
  std::uint32_t first_edge = 0;
  std::uint32_t end_edge = 0;
};

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph),
        sink_(sink),
        base_(fmt::format("<{}", detail::checked_base(options.base))),
        order_(graph),
        scratch_sink_(scratch_) {
    for (const std::string& type : graph.types()) {
      types_.push_back(fmt::format("{}<{}>", predicate(detail::kRdf, "type"), detail::term_iri(type)));
    }
    make_terms();
  }

  LossReport run();

 private:
  void make_terms();
  std::uint32_t term(std::string_view name) const;
  void write_subject(const detail::SubjectOrder::Subject& subject);
  void write_mentions(const EntityView& entity);
  void write_entity(const EntityView& entity);
  void collect_sayings(const EntityView& entity);
  void write_saying(std::size_t first, std::size_t end);
  void write_edges(const Saying& saying);
  void write_statement(StatementIndex index);
  void write_evidence(const EvidenceView& evidence);
  void write_place(const PlaceView& place);

  /// A line whose object is written out already.
  void line(std::string_view glue, std::string_view object) {
    sink_.append(subject_);
    sink_.append(glue);
    sink_.append(object);
    sink_.append(" .\n");
  }
  void sorted_lines(std::string_view glue, std::vector<std::string>& objects) {
    std::sort(objects.begin(), objects.end());
    objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
    for (const std::string& object : objects) line(glue, object);
  }
  void literal_line(std::string_view glue, std::string_view text) {
    sink_.append(subject_);
    sink_.append(glue);
    append_rdf_literal<false>(sink_, text);
    sink_.append(" .\n");
  }
  std::string literal(std::string_view text, std::string_view suffix) {
    scratch_.clear();
    append_rdf_literal<false>(scratch_sink_, text);
    scratch_sink_.flush();
    return fmt::format("{}{}", scratch_, suffix);
  }
  std::string tagged(std::string_view text, std::string_view language) {
    return literal(text, language.empty() ? std::string() : fmt::format("@{}", language));
  }
  std::string dated(std::string_view value) {
    const std::string_view type = detail::xsd_type_of_date(value);
    return literal(value, type.empty() ? std::string() : fmt::format("^^<{}{}>", detail::kXsd, type));
  }

  const KnowledgeGraph& graph_;
  Sink& sink_;
  std::string base_;
  detail::SubjectOrder order_;
  std::string scratch_;
  StringSink scratch_sink_;
  std::string subject_;  ///< `<IRI`, without the last bracket
  std::vector<std::string> types_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> relation_terms_;
  std::vector<std::string_view> attributes_;  ///< keys that are written, sorted
  std::vector<std::uint32_t> attribute_terms_;
  std::uint32_t mention_term_ = 0;
  std::uint32_t wikidata_term_ = 0;
  std::vector<std::string> predicates_;
  std::vector<Saying> sayings_;
  std::vector<EvidenceView> evidence_;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint32_t> objects_;
  detail::RdfLosses losses_;

  const std::string type_glue_ = predicate(detail::kRdf, "type");
  const std::string label_glue_ = predicate(detail::kRdfs, "label");
  const std::string alias_glue_ = predicate(detail::kSkos, "altLabel");
  const std::string object_glue_ = predicate(detail::kRdf, "object");
  const std::string predicate_glue_ = predicate(detail::kRdf, "predicate");
  const std::string subject_glue_ = predicate(detail::kRdf, "subject");
  const std::string derived_glue_ = predicate(detail::kProv, "wasDerivedFrom");
  const std::string bindings_glue_ = predicate(kTerms, "bindings");
  const std::string confidence_glue_ = predicate(kTerms, "confidence") + "\"";
  const std::string date_glue_ = predicate(kTerms, "date");
  const std::string evidence_glue_ = predicate(kTerms, "evidence");
  const std::string quote_glue_ = predicate(kTerms, "quote");
  const std::string reason_glue_ = predicate(kTerms, "reason");
  const std::string role_glue_ = predicate(kTerms, "role");
  const std::string rule_glue_ = predicate(kTerms, "rule");
  const std::string status_glue_ = predicate(kTerms, "status") + "\"";
  const std::string decimal_ = fmt::format("\"^^<{}decimal> .\n", detail::kXsd);
  const std::string statement_type_ = fmt::format("<{}Statement>", detail::kRdf);
  const std::string own_statement_type_ = fmt::format("<{}Statement>", kTerms);
  const std::string evidence_type_ = fmt::format("<{}Evidence>", kTerms);
  const std::string mention_type_ = fmt::format("<{}Mention>", kTerms);
};

void Writer::make_terms() {
  std::vector<std::string> names = {"mention", "wikidata"};
  for (const std::string& key : graph_.attribute_keys()) {
    if (!detail::is_property_key(key)) continue;
    names.push_back(key);
    attributes_.push_back(key);
  }
  names.insert(names.end(), graph_.relations().begin(), graph_.relations().end());
  for (const std::string& name : names) {
    const std::string iri = detail::term_iri(name);
    terms_.push_back({iri + ">", fmt::format("> <{}> ", iri)});
  }
  const auto less = [](const Term& a, const Term& b) { return a.iri < b.iri; };
  const auto same = [](const Term& a, const Term& b) { return a.iri == b.iri; };
  std::sort(terms_.begin(), terms_.end(), less);
  terms_.erase(std::unique(terms_.begin(), terms_.end(), same), terms_.end());
  mention_term_ = term("mention");
  wikidata_term_ = term("wikidata");
  for (const std::string_view key : attributes_) attribute_terms_.push_back(term(key));
  for (const std::string& relation : graph_.relations()) {
    relation_terms_.push_back(term(relation));
    predicates_.push_back(fmt::format("<{}>", detail::term_iri(relation)));
  }
}

std::uint32_t Writer::term(std::string_view name) const {
  const std::string iri = detail::term_iri(name) + ">";
  const auto at = std::lower_bound(terms_.begin(), terms_.end(), iri,
                                   [](const Term& a, const std::string& b) { return a.iri < b; });
  return static_cast<std::uint32_t>(at - terms_.begin());
}

LossReport Writer::run() {
  for (std::size_t i = 0; i < order_.statements_at(); ++i) write_subject(order_[i]);
  detail::for_each_by_id(graph_, [this](StatementIndex index) { write_statement(index); });
  for (std::size_t i = order_.statements_at(); i < order_.size(); ++i) write_subject(order_[i]);
  sink_.flush();
  return losses_.report("nquads", graph_);
}

void Writer::write_subject(const detail::SubjectOrder::Subject& subject) {
  const EntityView entity = graph_.entity(subject.entity);
  subject_ = base_;
  subject_ += order_.path(subject.entity);
  if (subject.mentions) {
    write_mentions(entity);
  } else {
    write_entity(entity);
    losses_.see(entity);
  }
}

void Writer::write_mentions(const EntityView& entity) {
  const std::vector<MentionView> mentions(entity.mentions.begin(), entity.mentions.end());
  subject_ += "#m";
  const std::size_t stem = subject_.size();
  detail::order_numbers(entity.mentions.size(), numbers_);
  for (const std::uint32_t n : numbers_) {
    const MentionView& mention = mentions[n - 1];
    subject_.resize(stem);
    subject_ += std::to_string(n);
    line(type_glue_, mention_type_);
    write_place(mention.place);
    if (!mention.surface.empty()) literal_line(quote_glue_, mention.surface);
    if (!mention.reason.empty()) literal_line(reason_glue_, mention.reason);
  }
}

void Writer::write_entity(const EntityView& entity) {
  line(types_[entity.type_index], "");
  std::vector<std::string> labels;
  if (!entity.name.empty()) labels.push_back(tagged(entity.name, detail::language_of(entity.name)));
  if (!entity.name_en.empty()) labels.push_back(tagged(entity.name_en, "en"));
  if (!entity.name_ja.empty()) labels.push_back(tagged(entity.name_ja, "ja"));
  sorted_lines(label_glue_, labels);
  std::vector<std::string> aliases;
  for (const std::string_view alias : entity.aliases) {
    aliases.push_back(tagged(alias, detail::language_of(alias)));
  }
  sorted_lines(alias_glue_, aliases);
  collect_sayings(entity);
  for (std::size_t first = 0; first < sayings_.size();) {
    std::size_t end = first + 1;
    while (end < sayings_.size() && sayings_[end].term == sayings_[first].term) ++end;
    write_saying(first, end);
    first = end;
  }
}

void Writer::collect_sayings(const EntityView& entity) {
  sayings_.clear();
  detail::for_each_attribute(entity, [&](std::string_view key, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    if (!detail::is_property_key(key)) return;
    const auto own = std::lower_bound(attributes_.begin(), attributes_.end(), key);
    Saying saying{attribute_terms_[static_cast<std::size_t>(own - attributes_.begin())],
                  {dated(value)}};
    if (detail::writes_conflicts(key)) {
      for (const std::string_view other : conflicts) saying.objects.push_back(dated(other));
    }
    sayings_.push_back(std::move(saying));
  });
  if (!entity.mentions.empty()) {
    Saying saying{mention_term_, {}};
    for (std::uint32_t n = 1; n <= entity.mentions.size(); ++n) {
      saying.objects.push_back(fmt::format("{}#m{}>", subject_, n));
    }
    sayings_.push_back(std::move(saying));
  }
  if (detail::is_wikidata_item(entity.wikidata)) {
    sayings_.push_back({wikidata_term_, {literal(entity.wikidata, "")}});
  }
  for (const StatementView& s : graph_.statements_from(entity.index)) {
    const std::uint32_t own = relation_terms_[s.relation_index];
    if (sayings_.empty() || sayings_.back().end_edge != number(s.index) ||
        sayings_.back().term != own) {
      sayings_.push_back({own, {}, number(s.index), number(s.index)});
    }
    sayings_.back().end_edge = number(s.index) + 1;
  }
  std::stable_sort(sayings_.begin(), sayings_.end(),
                   [](const Saying& a, const Saying& b) { return a.term < b.term; });
}

/// Nearly always one saying has a term for itself. Where an attribute or a mention shares the name of a relation, their
/// objects are sorted together.
void Writer::write_saying(std::size_t first, std::size_t end) {
  if (end == first + 1 && sayings_[first].objects.empty()) return write_edges(sayings_[first]);
  std::vector<std::string> objects;
  for (std::size_t i = first; i < end; ++i) {
    Saying& saying = sayings_[i];
    std::move(saying.objects.begin(), saying.objects.end(), std::back_inserter(objects));
    for (std::uint32_t e = saying.first_edge; e < saying.end_edge; ++e) {
      objects.push_back(fmt::format("{}{}>", base_, order_.path(graph_.object(StatementIndex{e}))));
    }
  }
  sorted_lines(terms_[sayings_[first].term].glue, objects);
}

void Writer::write_edges(const Saying& saying) {
  objects_.clear();
  for (std::uint32_t e = saying.first_edge; e < saying.end_edge; ++e) {
    objects_.push_back(number(graph_.object(StatementIndex{e})));
  }
  std::sort(objects_.begin(), objects_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return order_.rank(EntityIndex{a}) < order_.rank(EntityIndex{b});
  });
  for (const std::uint32_t object : objects_) {
    sink_.append(subject_);
    sink_.append(terms_[saying.term].glue);
    sink_.append(base_);
    sink_.append(order_.path(EntityIndex{object}));
    sink_.append("> .\n");
  }
}

void Writer::write_place(const PlaceView& place) {
  sink_.append(subject_);
  sink_.append(derived_glue_);
  sink_.append(base_);
  sink_.append(detail::kDocumentPath);
  detail::append_iri_segment(sink_, place.document);
  sink_.append("#char=");
  detail::append_number(sink_, place.begin);
  sink_.put(',');
  detail::append_number(sink_, place.end);
  sink_.append("> .\n");
}

void Writer::write_statement(StatementIndex index) {
  const StatementView s = graph_.statement(index);
  const StatementId id = s.id();
  subject_ = base_;
  subject_ += detail::kStatementPath;
  subject_.append(id.data(), id.size());
  subject_ += "#e";
  const std::size_t stem = subject_.size();
  evidence_.assign(s.evidence.begin(), s.evidence.end());
  detail::order_numbers(static_cast<std::uint32_t>(evidence_.size()), numbers_);
  for (const std::uint32_t n : numbers_) {
    subject_.resize(stem);
    subject_ += std::to_string(n);
    write_evidence(evidence_[n - 1]);
  }
  losses_.evidence += evidence_.size();

  subject_.resize(stem - 2);
  const auto entity_line = [&](std::string_view glue, EntityIndex entity) {
    sink_.append(subject_);
    sink_.append(glue);
    sink_.append(base_);
    sink_.append(order_.path(entity));
    sink_.append("> .\n");
  };
  entity_line(object_glue_, s.object);
  line(predicate_glue_, predicates_[s.relation_index]);
  entity_line(subject_glue_, s.subject);
  line(type_glue_, statement_type_);
  line(type_glue_, own_statement_type_);
  sink_.append(subject_);
  sink_.append(confidence_glue_);
  detail::append_confidence(sink_, s.confidence);
  sink_.append(decimal_);
  if (!s.date.empty() && s.date_conflicts.empty()) {
    const std::string_view type = detail::xsd_type_of_date(s.date);
    sink_.append(subject_);
    sink_.append(date_glue_);
    append_rdf_literal<false>(sink_, s.date);
    if (!type.empty()) {
      sink_.append("^^<");
      sink_.append(detail::kXsd);
      sink_.append(type);
      sink_.put('>');
    }
    sink_.append(" .\n");
  } else if (!s.date.empty()) {
    std::vector<std::string> dates = {dated(s.date)};
    for (const std::string_view other : s.date_conflicts) dates.push_back(dated(other));
    sorted_lines(date_glue_, dates);
  }
  for (const std::uint32_t n : numbers_) {
    sink_.append(subject_);
    sink_.append(evidence_glue_);
    sink_.append(subject_);
    sink_.append("#e");
    detail::append_number(sink_, n);
    sink_.append("> .\n");
  }
  if (!s.roles.empty()) {
    std::vector<std::string> roles;
    for (const std::string_view role : s.roles) roles.push_back(literal(role, ""));
    sorted_lines(role_glue_, roles);
  }
  sink_.append(subject_);
  sink_.append(status_glue_);
  sink_.append(to_string(s.status));
  sink_.append("\" .\n");
}

void Writer::write_evidence(const EvidenceView& evidence) {
  line(type_glue_, evidence_type_);
  write_place(evidence.place);
  if (!evidence.bindings.empty()) literal_line(bindings_glue_, evidence.bindings);
  sink_.append(subject_);
  sink_.append(confidence_glue_);
  detail::append_evidence_confidence(sink_, evidence.confidence);
  sink_.append(decimal_);
  if (!evidence.quote.empty()) literal_line(quote_glue_, evidence.quote);
  if (!evidence.rule.empty()) literal_line(rule_glue_, evidence.rule);
  sink_.append(subject_);
  sink_.append(status_glue_);
  sink_.append(to_string(evidence.status));
  sink_.append("\" .\n");
}

}  // namespace

const FormatCard& NquadsExporter::card() const {
  static const FormatCard card = {
      .name = "nquads",
      .aliases = {"nq", "n-quads", "ntriples"},
      .label = "N-Quads",
      .extension = "nq",
      .media_type = "application/n-quads",
      .purpose = "RDF stores; canonical (RDFC-1.0), so that files compare line by line",
      .evidence = true,
      .mentions = true,
  };
  return card;
}

LossReport NquadsExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                                 Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
