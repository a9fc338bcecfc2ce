// RDF in memory: terms by number, triples by subject and by object.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace samgak {

enum class TermIndex : std::uint32_t {};
/// Stands for a term that no table has: no triple has it.
inline constexpr TermIndex kNoTerm{0xFFFFFFFF};

[[nodiscard]] constexpr std::uint32_t number(TermIndex i) {
  return static_cast<std::uint32_t>(i);
}

/// A term of RDF. Views point into the table and live as long as it does.
struct RdfTerm {
  enum class Kind : std::uint8_t { iri, blank, literal };
  Kind kind = Kind::iri;
  std::string_view text;      ///< the IRI, the label without `_:`, or the lexical form
  std::string_view language;  ///< in lower case; empty without one
  std::string_view
      datatype;  ///< IRI of a literal's type (`xsd:string`, `rdf:langString` too), otherwise empty

  [[nodiscard]] bool is_iri() const { return kind == Kind::iri; }
  [[nodiscard]] bool is_literal() const { return kind == Kind::literal; }
};

/// Every term once. Several graphs may share a table, so that their terms compare by number. Not
/// thread-safe.
class TermTable {
 public:
  TermIndex iri(std::string_view iri);
  TermIndex blank(std::string_view label);
  /// `language` wins over `datatype`; without either the literal is an `xsd:string`.
  TermIndex literal(std::string_view text, std::string_view language, std::string_view datatype);

  /// The IRI's number, or `kNoTerm` where no graph names it.
  [[nodiscard]] TermIndex find_iri(std::string_view iri) const;
  [[nodiscard]] RdfTerm operator[](TermIndex term) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }
  /// The term as N-Triples writes it.
  [[nodiscard]] std::string ntriples(TermIndex term) const;

 private:
  TermIndex intern(const std::string& key);

  // A key is the kind, the text and, for a literal, a line feed that no tag and no IRI holds before
  // its tag or type.
  std::deque<std::string> keys_;
  std::unordered_map<std::string_view, TermIndex> numbers_;
  std::string scratch_;
};

struct RdfTriple {
  TermIndex subject;
  TermIndex predicate;
  TermIndex object;

  friend auto operator<=>(const RdfTriple&, const RdfTriple&) = default;
};

/// A set of triples. Filled first, then frozen, then asked.
class RdfGraph {
 public:
  /// `terms` must outlive the graph.
  explicit RdfGraph(TermTable& terms) : terms_(&terms) {}

  void add(const RdfTriple& triple) { triples_.push_back(triple); }
  /// Sorts and drops repetitions. More triples may be added afterwards, and frozen in.
  void freeze();

  [[nodiscard]] TermTable& terms() const { return *terms_; }
  [[nodiscard]] RdfTerm term(TermIndex index) const { return (*terms_)[index]; }
  /// Sorted by subject, predicate, object.
  [[nodiscard]] std::span<const RdfTriple> triples() const { return triples_; }
  /// Triples with this subject (and predicate), sorted.
  [[nodiscard]] std::span<const RdfTriple> from(TermIndex subject) const;
  [[nodiscard]] std::span<const RdfTriple> from(TermIndex subject, TermIndex predicate) const;
  /// Triples with this object (and predicate), sorted by predicate and subject.
  [[nodiscard]] std::span<const RdfTriple> to(TermIndex object) const;
  [[nodiscard]] std::span<const RdfTriple> to(TermIndex object, TermIndex predicate) const;
  [[nodiscard]] bool has(const RdfTriple& triple) const;
  /// The first object, or `kNoTerm`.
  [[nodiscard]] TermIndex object(TermIndex subject, TermIndex predicate) const;
  /// Members of an RDF collection, in order; a collection that goes in circles ends where it meets
  /// itself.
  [[nodiscard]] std::vector<TermIndex> list(TermIndex head) const;

 private:
  TermTable* terms_;
  std::vector<RdfTriple> triples_;
  std::vector<RdfTriple> by_object_;
  std::vector<std::uint32_t>
      subject_begin_;  ///< where the triples of term n begin; one more at the end
  std::vector<std::uint32_t> object_begin_;
};

}  // namespace samgak
