#include "exporters/nquads_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

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

/// What one entity says with one term: some of the rendered objects, or a run of edges.
struct Saying {
  std::uint32_t term = 0;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool edges = false;
};

/// Objects written out, to be sorted. The strings are used again and again: they seldom need new memory.
class RenderedObjects {
 public:
  std::string& add() {
    if (used_ == texts_.size()) texts_.emplace_back();
    texts_[used_].clear();
    return texts_[used_++];
  }
  std::string& last() { return texts_[used_ - 1]; }
  void clear() { used_ = 0; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(used_); }
  /// Sorts the objects from `first` on and drops repetitions.
  void sort_from(std::uint32_t first) {
    const auto begin = texts_.begin() + first;
    const auto end = texts_.begin() + static_cast<std::ptrdiff_t>(used_);
    std::sort(begin, end);
    used_ = static_cast<std::size_t>(std::unique(begin, end) - texts_.begin());
  }
  [[nodiscard]] const std::string& operator[](std::uint32_t i) const { return texts_[i]; }

 private:
  std::vector<std::string> texts_;
  std::size_t used_ = 0;
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
  /// A line for each of the objects from `first` on, sorted; they are gone afterwards.
  void sorted_lines(std::string_view glue, std::uint32_t first) {
    objects_.sort_from(first);
    for (std::uint32_t i = first; i < objects_.size(); ++i) line(glue, objects_[i]);
    if (first == 0) objects_.clear();
  }
  void literal_line(std::string_view glue, std::string_view text) {
    sink_.append(subject_);
    sink_.append(glue);
    append_rdf_literal<false>(sink_, text);
    sink_.append(" .\n");
  }
  /// Adds a literal and what stands behind its quotation mark to the objects.
  void add_literal(std::string_view text, std::string_view suffix) {
    scratch_.clear();
    append_rdf_literal<false>(scratch_sink_, text);
    scratch_sink_.flush();
    std::string& out = objects_.add();
    out += scratch_;
    out += suffix;
  }
  void add_named(std::string_view text, std::string_view suffix) {
    if (!text.empty()) add_literal(text, suffix);
  }
  void add_date(std::string_view value) {
    const std::string_view type = detail::xsd_type_of_date(value);
    add_literal(value, "");
    if (type.empty()) return;
    std::string& out = objects_.last();
    out += "^^<";
    out += detail::kXsd;
    out += type;
    out += '>';
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
  RenderedObjects objects_;
  std::vector<std::uint32_t> targets_;
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
  objects_.clear();
  add_named(entity.name, detail::language_of(entity.name).empty() ? "" : "@ko");
  add_named(entity.name_en, "@en");
  add_named(entity.name_ja, "@ja");
  sorted_lines(label_glue_, 0);
  for (const std::string_view alias : entity.aliases) {
    add_literal(alias, detail::language_of(alias).empty() ? "" : "@ko");
  }
  sorted_lines(alias_glue_, 0);
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
    const std::uint32_t first = objects_.size();
    add_date(value);
    if (detail::writes_conflicts(key)) {
      for (const std::string_view other : conflicts) add_date(other);
    }
    sayings_.push_back({attribute_terms_[static_cast<std::size_t>(own - attributes_.begin())], first,
                        objects_.size(), false});
  });
  if (!entity.mentions.empty()) {
    const std::uint32_t first = objects_.size();
    for (std::uint32_t n = 1; n <= entity.mentions.size(); ++n) {
      fmt::format_to(std::back_inserter(objects_.add()), "{}#m{}>", subject_, n);
    }
    sayings_.push_back({mention_term_, first, objects_.size(), false});
  }
  if (detail::is_wikidata_item(entity.wikidata)) {
    add_literal(entity.wikidata, "");
    sayings_.push_back({wikidata_term_, objects_.size() - 1, objects_.size(), false});
  }
  std::uint32_t last = 0xFFFFFFFF;
  for (const StatementView& s : graph_.statements_from(entity.index)) {
    const std::uint32_t e = number(s.index);
    if (s.relation_index != last) sayings_.push_back({relation_terms_[s.relation_index], e, e, true});
    last = s.relation_index;
    sayings_.back().end = e + 1;
  }
  std::sort(sayings_.begin(), sayings_.end(), [](const Saying& a, const Saying& b) {
    return a.term != b.term ? a.term < b.term : a.first < b.first;
  });
}

/// Nearly always one saying has a term for itself. Where an attribute or a mention shares the name of a relation, their
/// objects are sorted together.
void Writer::write_saying(std::size_t first, std::size_t end) {
  if (end == first + 1 && sayings_[first].edges) return write_edges(sayings_[first]);
  const std::uint32_t begin = objects_.size();
  for (std::size_t i = first; i < end; ++i) {
    const Saying& saying = sayings_[i];
    for (std::uint32_t n = saying.first; n < saying.end; ++n) {
      // A new string may move the others, so its text is built apart.
      std::string text = saying.edges
                             ? fmt::format("{}{}>", base_, order_.path(graph_.object(StatementIndex{n})))
                             : objects_[n];
      objects_.add().swap(text);
    }
  }
  sorted_lines(terms_[sayings_[first].term].glue, begin);
}

void Writer::write_edges(const Saying& saying) {
  targets_.clear();
  for (std::uint32_t e = saying.first; e < saying.end; ++e) {
    targets_.push_back(number(graph_.object(StatementIndex{e})));
  }
  if (targets_.size() > 1) {
    std::sort(targets_.begin(), targets_.end(), [this](std::uint32_t a, std::uint32_t b) {
      return order_.rank(EntityIndex{a}) < order_.rank(EntityIndex{b});
    });
  }
  for (const std::uint32_t object : targets_) {
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
    objects_.clear();
    add_date(s.date);
    for (const std::string_view other : s.date_conflicts) add_date(other);
    sorted_lines(date_glue_, 0);
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
    objects_.clear();
    for (const std::string_view role : s.roles) add_literal(role, "");
    sorted_lines(role_glue_, 0);
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
