// The lines of a statement and its evidence in canonical N-Quads: most of every file.
#pragma once

#include <string>
#include <vector>

#include "exporters/detail/line_frames.hpp"
#include "exporters/detail/rendered_objects.hpp"
#include "exporters/detail/subject_order.hpp"

namespace samgak::detail {

/// Lines come in byte order: evidence (`…#e1>`) before the statement (`…>`), predicates by their
/// IRIs.
class NquadsStatements {
 public:
  /// `base` with `<` before it. All references must outlive the object.
  NquadsStatements(const KnowledgeGraph& graph, const SubjectOrder& order, std::string_view base,
                   Sink& sink);

  void write(const StatementRow& row);
  /// Pieces of evidence written so far.
  [[nodiscard]] std::uint64_t evidence() const { return evidence_count_; }
  void add_counts(const NquadsStatements& other) { evidence_count_ += other.evidence_count_; }

 private:
  void write_evidence(const EvidenceView& evidence);
  void write_date(const StatementView& statement);
  void write_entity(EntityIndex index) {
    sink_.append(order_.path(index));
    sink_.append("> .\n");
  }
  void piece_literal(std::size_t frame, std::string_view text);
  void literal(std::string_view text);
  void sorted_lines(std::size_t frame);

  const KnowledgeGraph& graph_;
  const SubjectOrder& order_;
  Sink& sink_;
  std::string subject_;  ///< `<IRI` of the statement at hand, without the last bracket
  std::string piece_;    ///< the same of its piece of evidence at hand
  LineFrames statement_;
  LineFrames piece_frames_;
  struct {
    std::size_t object, predicate, subject, types, date, evidence, role, status;
  } of_statement_{};
  struct {
    std::size_t place, bindings, confidence, quote, rule, status;
  } of_piece_{};
  std::string decimal_;
  std::vector<std::string> predicates_;
  std::vector<EvidenceView> evidence_;
  std::vector<std::uint32_t> numbers_;
  RenderedObjects objects_;
  std::uint64_t evidence_count_ = 0;
};

}  // namespace samgak::detail
