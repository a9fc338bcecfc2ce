// The frozen graph: what all documents say together, sorted, in the memory order in which it is
// written.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/packed_list.hpp"
#include "graph/statement.hpp"
#include "text/sha256.hpp"

namespace samgak {

namespace detail {
struct GraphColumns;
struct Topology;
}  // namespace detail

/// Number of a node: nodes are numbered from 0 in byte order of their ids.
enum class EntityIndex : std::uint32_t {};
/// Number of an edge: edges are numbered from 0 by subject number, relation name, object number.
enum class StatementIndex : std::uint32_t {};

[[nodiscard]] constexpr std::uint32_t number(EntityIndex i) {
  return static_cast<std::uint32_t>(i);
}
[[nodiscard]] constexpr std::uint32_t number(StatementIndex i) {
  return static_cast<std::uint32_t>(i);
}

/// A node. Views and lists point into the graph and live as long as it does.
struct EntityView {
  EntityIndex index{};
  std::uint32_t type_index = 0;  ///< position in `KnowledgeGraph::types()`
  std::string_view id;
  std::string_view type;
  std::string_view name;
  std::string_view name_en;
  std::string_view name_ja;
  std::string_view wikidata;
  TextList aliases;          ///< sorted, without `name`
  AttributeList attributes;  ///< one value a key, sorted by key: what the claims come to
  AttributeList conflicts;   ///< values that disagree with `attributes`, sorted
  MentionList mentions;      ///< sorted by place; their documents are the node's documents
  ClaimList claims;          ///< sorted by place

  /// The effective value of `key`, or empty.
  [[nodiscard]] std::string_view attribute(std::string_view key) const;
  [[nodiscard]] std::string_view date() const { return attribute("date"); }
  [[nodiscard]] std::string_view status() const { return attribute("status"); }
};

/// The characters of a statement's id: `e` and 16 hexadecimal digits.
using StatementId = std::array<char, 17>;

/// An edge.
struct StatementView {
  StatementIndex index{};
  EntityIndex subject{};
  EntityIndex object{};
  std::uint32_t relation_index = 0;  ///< position in `KnowledgeGraph::relations()`
  std::uint64_t hash = 0;            ///< of subject, relation and object; unique in the graph
  std::string_view relation;
  Status status = Status::held;  ///< the strongest that the evidence gives
  std::uint32_t confidence =
      0;                  ///< in hundredths, 1 to 99: the pieces of evidence taken as independent
  std::string_view date;  ///< ISO 8601 or empty; the most precise, then the smallest
  SymbolList date_conflicts;  ///< dates that disagree with `date`, sorted
  SymbolList roles;           ///< sorted
  EvidenceList evidence;      ///< sorted by place; never empty

  [[nodiscard]] StatementId id() const;
};

/// A source of the graph. One name stands twice, with two checksums, where graphs of two versions
/// of its text were joined.
struct DocumentView {
  std::string_view name;
  Sha256 checksum;
};

/// What is known of an edge besides its record, for a walk in another order than that of the graph:
/// gathered in the order of the graph, it need not be looked for edge by edge.
struct StatementRow {
  std::uint64_t hash = 0;
  std::uint64_t record = 0;  ///< where the record lies, for the graph
  StatementIndex index{};
  EntityIndex subject{};
  EntityIndex object{};
  std::uint32_t relation_index = 0;
};

/// A property graph that no longer changes; safe to read from many threads. Made by `GraphBuilder`.
///
/// Boost.Graph holds the topology (see graph/boost_view.hpp); names, quotes and places lie in one
/// arena, node by node and edge by edge, so that a writer reads memory from front to back.
class KnowledgeGraph {
 public:
  template <typename Index, typename View, View (KnowledgeGraph::*Get)(Index) const>
  class Range;
  class Entities;
  class Statements;

  /// The empty graph.
  KnowledgeGraph();
  ~KnowledgeGraph();
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;

  [[nodiscard]] std::uint32_t entity_count() const;
  [[nodiscard]] std::uint32_t statement_count() const;

  /// Documents that something cites and whose bytes are known, sorted by name and checksum.
  [[nodiscard]] std::uint32_t document_count() const;
  /// The document at that place of the list.
  [[nodiscard]] DocumentView document(std::uint32_t at) const;

  [[nodiscard]] EntityView entity(EntityIndex index) const;
  [[nodiscard]] StatementView statement(StatementIndex index) const;
  [[nodiscard]] std::string_view id(EntityIndex index) const;
  [[nodiscard]] std::string_view type(EntityIndex index) const;
  [[nodiscard]] std::uint32_t type_index(EntityIndex index) const;
  [[nodiscard]] bool has_mentions(EntityIndex index) const;
  [[nodiscard]] EntityIndex subject(StatementIndex index) const;
  [[nodiscard]] EntityIndex object(StatementIndex index) const;
  [[nodiscard]] std::string_view relation(StatementIndex index) const;
  [[nodiscard]] std::uint32_t relation_index(StatementIndex index) const;
  [[nodiscard]] std::uint64_t hash(StatementIndex index) const;
  /// Makes `rows` those of the edges whose hash begins with the `bits` bits of `prefix`, in the
  /// order of the graph. Linear in the edges of the graph.
  void rows_of(std::uint64_t prefix, unsigned bits, std::vector<StatementRow>& rows) const;
  [[nodiscard]] StatementView statement(const StatementRow& row) const;
  /// Hints for a walk in another order than that of the graph, which would wait for memory at each
  /// edge: ask first for its record and where the ids of its ends lie, some steps later for these
  /// ids, then for the edge.
  void prefetch_record(const StatementRow& row) const;
  void prefetch_ids(const StatementRow& row) const;
  /// The same for a walk in the order of the graph, at each edge: only the ids of objects to come
  /// lie elsewhere.
  void prefetch_objects_after(StatementIndex index) const;

  /// All nodes, all edges, and the edges that leave a node, each in order of numbers.
  [[nodiscard]] Entities entities() const;
  [[nodiscard]] Statements statements() const;
  [[nodiscard]] Statements statements_from(EntityIndex subject) const;

  /// Names in use, sorted: of types, of relations, of attributes (`date`, `status`, …).
  [[nodiscard]] const std::vector<std::string>& types() const;
  [[nodiscard]] const std::vector<std::string>& relations() const;
  [[nodiscard]] const std::vector<std::string>& attribute_keys() const;

  /// The node with this id. Binary search.
  [[nodiscard]] std::optional<EntityIndex> find(std::string_view id) const;
  /// The edge with this id, as `StatementView::id` writes it. Linear.
  [[nodiscard]] std::optional<StatementIndex> find_statement(std::string_view id) const;
  /// Nodes one of whose names or aliases has the same `name_key` as `name`, or whose id is `name`.
  /// Linear.
  [[nodiscard]] std::vector<EntityIndex> find_by_name(std::string_view name) const;

  /// For graph/boost_view.hpp.
  [[nodiscard]] const detail::Topology& topology() const;

 private:
  friend class GraphBuilder;
  explicit KnowledgeGraph(std::unique_ptr<const detail::GraphColumns> columns);
  std::unique_ptr<const detail::GraphColumns> columns_;
};

/// Numbers `[begin, end)`, each looked up in the graph when one comes to it.
template <typename Index, typename View, View (KnowledgeGraph::*Get)(Index) const>
class KnowledgeGraph::Range {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = View;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = View;

    Iterator(const KnowledgeGraph* graph, std::uint32_t at) : graph_(graph), at_(at) {}
    View operator*() const { return (graph_->*Get)(static_cast<Index>(at_)); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    void operator++(int) { ++at_; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    const KnowledgeGraph* graph_;
    std::uint32_t at_;
  };

  Range(const KnowledgeGraph& graph, std::uint32_t begin, std::uint32_t end)
      : graph_(&graph), begin_(begin), end_(end) {}
  [[nodiscard]] Iterator begin() const { return {graph_, begin_}; }
  [[nodiscard]] Iterator end() const { return {graph_, end_}; }
  [[nodiscard]] Index first() const { return Index{begin_}; }
  [[nodiscard]] std::uint32_t size() const { return end_ - begin_; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }

 private:
  const KnowledgeGraph* graph_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

class KnowledgeGraph::Entities
    : public KnowledgeGraph::Range<EntityIndex, EntityView, &KnowledgeGraph::entity> {
  using Range::Range;
};

class KnowledgeGraph::Statements
    : public KnowledgeGraph::Range<StatementIndex, StatementView, &KnowledgeGraph::statement> {
  using Range::Range;
};

/// A node as `GraphBuilder::add` takes it: what a reader of a graph or a filter hands on.
[[nodiscard]] Entity thaw(const EntityView& view);
/// The documents as `GraphBuilder::add` takes them.
[[nodiscard]] std::vector<SourceDocument> thaw_documents(const KnowledgeGraph& graph);
/// An edge as `GraphBuilder::add` takes it; dates that disagree follow as statements of their own.
void thaw(const KnowledgeGraph& graph, const StatementView& view, std::vector<Statement>& out);

}  // namespace samgak
