#include "exporters/nquads_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "exporters/detail/attributes.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/nquads_statements.hpp"
#include "exporters/detail/ordered_parts.hpp"
#include "exporters/detail/rdf_terms.hpp"
#include "exporters/detail/rdf_text.hpp"
#include "exporters/detail/sources.hpp"
#include "exporters/detail/statements_by_id.hpp"
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
  std::string entity_glue;  ///< the same and the base, for an entity as object
};

/// What one entity says with one term: some of the rendered objects, or a run of edges.
struct Saying {
  std::uint32_t term = 0;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool edges = false;
};

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph),
        threads_(options.threads),
        sink_(sink),
        base_(fmt::format("<{}", detail::checked_base(options.base))),
        order_(graph),
        statements_(graph, order_, base_, sink) {
    for (const std::string& type : graph.types()) {
      types_.push_back(
          fmt::format("{}<{}>", predicate(detail::kRdf, "type"), detail::term_iri(type)));
    }
    make_terms();
  }

  LossReport run();

 private:
  void make_terms();
  void write_statements();
  std::uint32_t term(std::string_view name) const;
  void write_subject(const detail::SubjectOrder::Subject& subject);
  void write_mentions(const EntityView& entity);
  void write_entity(const EntityView& entity);
  void collect_sayings(const EntityView& entity);
  void write_saying(std::size_t first, std::size_t end);
  void write_edges(const Saying& saying);
  void write_documents();
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
  void add_named(std::string_view text, std::string_view suffix) {
    if (!text.empty()) objects_.add_literal(text, suffix);
  }

  const KnowledgeGraph& graph_;
  const unsigned threads_;
  Sink& sink_;
  std::string base_;
  detail::SubjectOrder order_;
  detail::NquadsStatements statements_;
  std::string subject_;  ///< `<IRI`, without the last bracket
  std::vector<std::string> types_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> relation_terms_;
  std::vector<std::string_view> attributes_;  ///< keys that are written, sorted
  std::vector<std::uint32_t> attribute_terms_;
  std::uint32_t mention_term_ = 0;
  std::uint32_t wikidata_term_ = 0;
  std::vector<Saying> sayings_;
  std::vector<std::uint32_t> numbers_;
  detail::RenderedObjects objects_;
  std::vector<std::uint32_t> targets_;
  detail::RdfLosses losses_;

  const std::string type_glue_ = predicate(detail::kRdf, "type");
  const std::string label_glue_ = predicate(detail::kRdfs, "label");
  const std::string alias_glue_ = predicate(detail::kSkos, "altLabel");
  const std::string derived_glue_ = fmt::format(
      "{}{}{}", predicate(detail::kProv, "wasDerivedFrom"), base_, detail::kDocumentPath);
  const std::string quote_glue_ = predicate(kTerms, "quote");
  const std::string reason_glue_ = predicate(kTerms, "reason");
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
    terms_.push_back(
        {iri + ">", fmt::format("> <{}> ", iri), fmt::format("> <{}> {}", iri, base_)});
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
  }
}

std::uint32_t Writer::term(std::string_view name) const {
  const std::string iri = detail::term_iri(name) + ">";
  const auto at = std::lower_bound(terms_.begin(), terms_.end(), iri,
                                   [](const Term& a, const std::string& b) { return a.iri < b; });
  return static_cast<std::uint32_t>(at - terms_.begin());
}

LossReport Writer::run() {
  for (std::size_t i = 0; i < order_.documents_at(); ++i) write_subject(order_[i]);
  write_documents();
  for (std::size_t i = order_.documents_at(); i < order_.statements_at(); ++i)
    write_subject(order_[i]);
  write_statements();
  for (std::size_t i = order_.statements_at(); i < order_.size(); ++i) write_subject(order_[i]);
  sink_.flush();
  losses_.evidence = statements_.evidence();
  return losses_.report("nquads", graph_);
}

void Writer::write_statements() {
  const auto make = [this](Sink& sink) {
    return detail::NquadsStatements(graph_, order_, base_, sink);
  };
  for (detail::StatementsById stretch(graph_); stretch.next();) {
    detail::write_parts(
        statements_, sink_, threads_, stretch.size(), make,
        [&](detail::NquadsStatements& statements, std::uint32_t begin, std::uint32_t end) {
          stretch.for_each(begin, end, [&](const StatementRow& row) { statements.write(row); });
        });
  }
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
    objects_.add_literal(alias, detail::language_of(alias).empty() ? "" : "@ko");
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
    objects_.add_date(value);
    if (detail::writes_conflicts(key)) {
      for (const std::string_view other : conflicts) objects_.add_date(other);
    }
    sayings_.push_back({attribute_terms_[static_cast<std::size_t>(own - attributes_.begin())],
                        first, objects_.size(), false});
  });
  if (!entity.mentions.empty()) {
    const std::uint32_t first = objects_.size();
    for (std::uint32_t n = 1; n <= entity.mentions.size(); ++n) {
      fmt::format_to(std::back_inserter(objects_.add()), "{}#m{}>", subject_, n);
    }
    sayings_.push_back({mention_term_, first, objects_.size(), false});
  }
  if (detail::is_wikidata_item(entity.wikidata)) {
    objects_.add_literal(entity.wikidata, "");
    sayings_.push_back({wikidata_term_, objects_.size() - 1, objects_.size(), false});
  }
  std::uint32_t last = 0xFFFFFFFF;
  const KnowledgeGraph::Statements edges = graph_.statements_from(entity.index);
  for (std::uint32_t e = number(edges.first()); e < number(edges.first()) + edges.size(); ++e) {
    graph_.prefetch_objects_after(StatementIndex{e});
    const std::uint32_t relation = graph_.relation_index(StatementIndex{e});
    if (relation != last) sayings_.push_back({relation_terms_[relation], e, e, true});
    last = relation;
    sayings_.back().end = e + 1;
  }
  std::sort(sayings_.begin(), sayings_.end(), [](const Saying& a, const Saying& b) {
    return a.term != b.term ? a.term < b.term : a.first < b.first;
  });
}

/// Nearly always one saying has a term for itself. Where an attribute or a mention shares the name
/// of a relation, their objects are sorted together.
void Writer::write_saying(std::size_t first, std::size_t end) {
  if (end == first + 1 && sayings_[first].edges) return write_edges(sayings_[first]);
  const std::uint32_t begin = objects_.size();
  for (std::size_t i = first; i < end; ++i) {
    const Saying& saying = sayings_[i];
    for (std::uint32_t n = saying.first; n < saying.end; ++n) {
      // A new string may move the others, so its text is built apart.
      std::string text =
          saying.edges ? fmt::format("{}{}>", base_, order_.path(graph_.object(StatementIndex{n})))
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
    sink_.append(terms_[saying.term].entity_glue);
    sink_.append(order_.path(EntityIndex{object}));
    sink_.append("> .\n");
  }
}

/// By the bytes of their IRIs, of which a name is not all.
void Writer::write_documents() {
  struct Source {
    std::string subject;  ///< with `>` behind it, which takes part in the order
    std::vector<std::string> checksums;
  };
  std::vector<Source> sources;
  detail::for_each_source(graph_,
                          [&](std::string_view name, const std::vector<std::string>& checksums) {
                            sources.push_back({detail::iri_segment(name) + ">", checksums});
                          });
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.subject < b.subject; });
  const std::string head = fmt::format("{}{}", base_, detail::kDocumentPath);
  const std::string type = fmt::format(" <{}type> <{}Document> .\n", detail::kRdf, kTerms);
  const std::string value = fmt::format(" <{}sha256> \"", kTerms);
  for (const Source& source : sources) {
    sink_.append(head);
    sink_.append(source.subject);
    sink_.append(type);
    for (const std::string& checksum : source.checksums) {
      sink_.append(head);
      sink_.append(source.subject);
      sink_.append(value);
      sink_.append(checksum);
      sink_.append("\" .\n");
    }
  }
}

void Writer::write_place(const PlaceView& place) {
  sink_.append(subject_);
  sink_.append(derived_glue_);
  detail::append_place(sink_, place);
  sink_.append("> .\n");
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
