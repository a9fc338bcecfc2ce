#include "exporters/detail/nquads_statements.hpp"

#include <fmt/format.h>

#include "exporters/detail/iri.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/rdf_terms.hpp"
#include "exporters/detail/rdf_text.hpp"
#include "exporters/exporter.hpp"

namespace samgak::detail {

namespace {

/// The beginning of a line of the frame's subject: `SUBJECT> <IRI> `.
std::string head(std::string_view space, std::string_view name) {
  return fmt::format("{}> <{}{}> ", LineFrames::kSubject, space, name);
}

std::string type_line(std::string_view space, std::string_view type) {
  return fmt::format("{}<{}{}> .\n", head(kRdf, "type"), space, type);
}

}  // namespace

NquadsStatements::NquadsStatements(const KnowledgeGraph& graph, const SubjectOrder& order,
                                   std::string_view base, Sink& sink)
    : graph_(graph),
      order_(order),
      sink_(sink),
      subject_(fmt::format("{}{}", base, kStatementPath)),
      decimal_(fmt::format("\"^^<{}decimal> .\n", kXsd)) {
  LineFrames& s = statement_;
  of_statement_.object = s.add(fmt::format("{}{}", head(kRdf, "object"), base));
  of_statement_.predicate = s.add(head(kRdf, "predicate"));
  of_statement_.subject = s.add(fmt::format("{}{}", head(kRdf, "subject"), base));
  of_statement_.types =
      s.add(fmt::format("{}{}{}\"", type_line(kRdf, "Statement"), type_line(kTerms, "Statement"),
                        head(kTerms, "confidence")));
  of_statement_.date = s.add(head(kTerms, "date"));
  of_statement_.evidence =
      s.add(fmt::format("{}{}#e", head(kTerms, "evidence"), LineFrames::kSubject));
  of_statement_.role = s.add(head(kTerms, "role"));
  of_statement_.status = s.add(head(kTerms, "status") + "\"");

  LineFrames& p = piece_frames_;
  of_piece_.place = p.add(fmt::format("{}{}{}{}", type_line(kTerms, "Evidence"),
                                      head(kProv, "wasDerivedFrom"), base, kDocumentPath));
  of_piece_.bindings = p.add(head(kTerms, "bindings"));
  of_piece_.confidence = p.add(head(kTerms, "confidence") + "\"");
  of_piece_.quote = p.add(head(kTerms, "quote"));
  of_piece_.rule = p.add(head(kTerms, "rule"));
  of_piece_.status = p.add(head(kTerms, "status") + "\"");

  for (const std::string& relation : graph.relations()) {
    predicates_.push_back(fmt::format("<{}> .\n", term_iri(relation)));
  }
  subject_.append(StatementId().size(), '0');
}

void NquadsStatements::write(const StatementRow& row) {
  const StatementView s = graph_.statement(row);
  const StatementId id = s.id();
  const std::size_t tail = subject_.size() - id.size();
  subject_.replace(tail, id.size(), id.data(), id.size());
  statement_.set_subject(subject_, tail);
  s.evidence.read_into(evidence_);
  order_numbers(static_cast<std::uint32_t>(evidence_.size()), numbers_);
  for (const std::uint32_t n : numbers_) {
    piece_ = subject_;
    piece_ += "#e";
    if (n < 10) {
      piece_ += static_cast<char>('0' + n);
    } else {
      piece_ += std::to_string(n);
    }
    piece_frames_.set_subject(piece_, tail);
    write_evidence(evidence_[n - 1]);
  }
  evidence_count_ += evidence_.size();

  statement_.append(sink_, of_statement_.object);
  write_entity(s.object);
  statement_.append(sink_, of_statement_.predicate);
  sink_.append(predicates_[s.relation_index]);
  statement_.append(sink_, of_statement_.subject);
  write_entity(s.subject);
  statement_.append(sink_, of_statement_.types);
  append_confidence(sink_, s.confidence);
  sink_.append(decimal_);
  write_date(s);
  for (const std::uint32_t n : numbers_) {
    statement_.append(sink_, of_statement_.evidence);
    append_number(sink_, n);
    sink_.append("> .\n");
  }
  if (!s.roles.empty()) {
    for (const std::string_view role : s.roles) objects_.add_literal(role, "");
    sorted_lines(of_statement_.role);
  }
  statement_.append(sink_, of_statement_.status);
  sink_.append(to_string(s.status));
  sink_.append("\" .\n");
}

void NquadsStatements::write_date(const StatementView& statement) {
  if (statement.date.empty()) return;
  if (!statement.date_conflicts.empty()) {
    objects_.add_date(statement.date);
    for (const std::string_view other : statement.date_conflicts) objects_.add_date(other);
    return sorted_lines(of_statement_.date);
  }
  const std::string_view type = xsd_type_of_date(statement.date);
  statement_.append(sink_, of_statement_.date);
  if (type.empty()) return literal(statement.date);
  // What has a type holds digits and hyphens alone.
  sink_.put('"');
  sink_.append(statement.date);
  sink_.append("\"^^<");
  sink_.append(kXsd);
  sink_.append(type);
  sink_.append("> .\n");
}

void NquadsStatements::write_evidence(const EvidenceView& evidence) {
  piece_frames_.append(sink_, of_piece_.place);
  append_place(sink_, evidence.place);
  sink_.append("> .\n");
  piece_literal(of_piece_.bindings, evidence.bindings);
  piece_frames_.append(sink_, of_piece_.confidence);
  append_evidence_confidence(sink_, evidence.confidence);
  sink_.append(decimal_);
  piece_literal(of_piece_.quote, evidence.quote);
  piece_literal(of_piece_.rule, evidence.rule);
  piece_frames_.append(sink_, of_piece_.status);
  sink_.append(to_string(evidence.status));
  sink_.append("\" .\n");
}

/// Nothing for an empty text.
void NquadsStatements::piece_literal(std::size_t frame, std::string_view text) {
  if (text.empty()) return;
  piece_frames_.append(sink_, frame);
  literal(text);
}

void NquadsStatements::literal(std::string_view text) {
  append_rdf_literal<false>(sink_, text);
  sink_.append(" .\n");
}

/// A line for each of the objects, sorted; they are gone afterwards.
void NquadsStatements::sorted_lines(std::size_t frame) {
  objects_.sort_from(0);
  for (std::uint32_t i = 0; i < objects_.size(); ++i) {
    statement_.append(sink_, frame);
    sink_.append(objects_[i]);
    sink_.append(" .\n");
  }
  objects_.clear();
}

}  // namespace samgak::detail
