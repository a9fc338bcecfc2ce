#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "graph/detail/graph_columns.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

template <typename List>
List get_list(const char*& at, const detail::Symbols& symbols) {
  const std::uint32_t count = detail::get_number(at);
  if (count == 0) return {};
  const std::uint32_t bytes = detail::get_number(at);
  const List list(at, count, &symbols);
  at += bytes;
  return list;
}

}  // namespace

std::string_view EntityView::attribute(std::string_view key) const {
  for (const AttributeView& a : attributes) {
    if (a.key == key) return a.value;
  }
  return {};
}

StatementId StatementView::id() const {
  // Each half of a byte, 0 to 15, lies in a byte of its own; nine and less become digits, what is
  // more letters.
  const auto digits = [](std::uint32_t half) {
    std::uint64_t x = half;
    x = (x | x << 16) & 0x0000FFFF0000FFFFu;
    x = (x | x << 8) & 0x00FF00FF00FF00FFu;
    x = (x | x << 4) & 0x0F0F0F0F0F0F0F0Fu;
    const std::uint64_t letters = ((x + 0x0606060606060606u) >> 4) & 0x0101010101010101u;
    return x + 0x3030303030303030u + letters * ('a' - '0' - 10);
  };
  StatementId text;
  text[0] = 'e';
  for (const std::size_t part : {0u, 1u}) {
    const std::uint64_t eight = digits(static_cast<std::uint32_t>(hash >> (part == 0 ? 32 : 0)));
    for (std::size_t i = 0; i < 8; ++i) {
      text[1 + 8 * part + i] = static_cast<char>(eight >> (56 - 8 * i));
    }
  }
  return text;
}

KnowledgeGraph::KnowledgeGraph() : columns_(std::make_unique<detail::GraphColumns>()) {}
KnowledgeGraph::KnowledgeGraph(std::unique_ptr<const detail::GraphColumns> columns)
    : columns_(std::move(columns)) {}
KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

std::uint32_t KnowledgeGraph::entity_count() const {
  return static_cast<std::uint32_t>(columns_->node_type.size());
}

std::uint32_t KnowledgeGraph::statement_count() const {
  return static_cast<std::uint32_t>(columns_->edges.size());
}

std::uint32_t KnowledgeGraph::document_count() const {
  return static_cast<std::uint32_t>(columns_->documents.size());
}

DocumentView KnowledgeGraph::document(std::uint32_t at) const {
  const detail::DocumentRow& row = columns_->documents[at];
  return {columns_->symbols[row.name], row.checksum};
}

EntityView KnowledgeGraph::entity(EntityIndex index) const {
  const detail::GraphColumns& c = *columns_;
  EntityView view;
  view.index = index;
  view.type_index = c.node_type[number(index)];
  view.id = id(index);
  view.type = c.types[view.type_index];
  const char* at = c.arena.data() + c.node_record[number(index)];
  view.name = detail::get_text(at);
  view.name_en = detail::get_text(at);
  view.name_ja = detail::get_text(at);
  view.wikidata = detail::get_text(at);
  view.aliases = get_list<TextList>(at, c.symbols);
  view.attributes = get_list<AttributeList>(at, c.symbols);
  view.conflicts = get_list<AttributeList>(at, c.symbols);
  view.mentions = get_list<MentionList>(at, c.symbols);
  view.claims = get_list<ClaimList>(at, c.symbols);
  return view;
}

namespace {

StatementRow row_of(const detail::GraphColumns& c, std::uint32_t e) {
  const detail::EdgeRow row = c.edges[e];
  return {row.hash,
          c.block[e >> detail::GraphColumns::kBlockShift] + row.record,
          StatementIndex{e},
          EntityIndex{row.subject},
          EntityIndex{c.topology.directed.m_forward.m_column[e]},
          row.relation};
}

}  // namespace

StatementView KnowledgeGraph::statement(StatementIndex index) const {
  return statement(row_of(*columns_, number(index)));
}

void KnowledgeGraph::rows_of(std::uint64_t prefix, unsigned bits,
                             std::vector<StatementRow>& rows) const {
  rows.clear();
  const detail::GraphColumns& c = *columns_;
  for (std::uint32_t e = 0; e < c.edges.size(); ++e) {
    // In two steps: 64 bits cannot be shifted away at once.
    if (c.edges[e].hash >> 1 >> (63 - bits) == prefix) rows.push_back(row_of(c, e));
  }
}

StatementView KnowledgeGraph::statement(const StatementRow& row) const {
  const detail::GraphColumns& c = *columns_;
  StatementView view;
  view.index = row.index;
  view.subject = row.subject;
  view.object = row.object;
  view.relation_index = row.relation_index;
  view.relation = c.relations[view.relation_index];
  view.hash = row.hash;
  const char* at = c.arena.data() + row.record;
  view.confidence = static_cast<std::uint8_t>(*at++);
  const auto flags = static_cast<std::uint8_t>(*at++);
  view.status = static_cast<Status>(flags & detail::GraphColumns::kStatusBits);
  if (flags & detail::GraphColumns::kHasDate) view.date = c.symbols[detail::get_number(at)];
  if (flags & detail::GraphColumns::kHasConflicts) {
    view.date_conflicts = get_list<SymbolList>(at, c.symbols);
  }
  if (flags & detail::GraphColumns::kHasRoles) view.roles = get_list<SymbolList>(at, c.symbols);
  const std::uint32_t count = detail::get_number(at);
  view.evidence = EvidenceList(at, count, &c.symbols);
  return view;
}

std::string_view KnowledgeGraph::id(EntityIndex index) const {
  const std::uint64_t begin = columns_->id_begin[number(index)];
  return {columns_->ids.data() + begin, columns_->id_begin[number(index) + 1] - begin};
}

std::string_view KnowledgeGraph::type(EntityIndex index) const {
  return columns_->types[type_index(index)];
}

std::uint32_t KnowledgeGraph::type_index(EntityIndex index) const {
  return columns_->node_type[number(index)];
}

bool KnowledgeGraph::has_mentions(EntityIndex index) const {
  return !entity(index).mentions.empty();
}

EntityIndex KnowledgeGraph::subject(StatementIndex index) const {
  return EntityIndex{columns_->edges[number(index)].subject};
}

EntityIndex KnowledgeGraph::object(StatementIndex index) const {
  return EntityIndex{columns_->topology.directed.m_forward.m_column[number(index)]};
}

std::string_view KnowledgeGraph::relation(StatementIndex index) const {
  return columns_->relations[columns_->edges[number(index)].relation];
}

std::uint32_t KnowledgeGraph::relation_index(StatementIndex index) const {
  return columns_->edges[number(index)].relation;
}

std::uint64_t KnowledgeGraph::hash(StatementIndex index) const {
  return columns_->edges[number(index)].hash;
}

void KnowledgeGraph::prefetch_record(const StatementRow& row) const {
  const char* record = columns_->arena.data() + row.record;
  for (int line = 0; line < 4; ++line) __builtin_prefetch(record + 64 * line);
  for (const EntityIndex end : {row.subject, row.object}) {
    __builtin_prefetch(&columns_->id_begin[number(end)]);
  }
}

void KnowledgeGraph::prefetch_ids(const StatementRow& row) const {
  for (const EntityIndex end : {row.subject, row.object}) {
    __builtin_prefetch(columns_->ids.data() + columns_->id_begin[number(end)]);
  }
}

void KnowledgeGraph::prefetch_objects_after(StatementIndex index) const {
  const std::size_t e = number(index);
  const auto& objects = columns_->topology.directed.m_forward.m_column;
  if (e + 32 < objects.size()) __builtin_prefetch(&columns_->id_begin[objects[e + 32]]);
  if (e + 16 < objects.size()) {
    __builtin_prefetch(columns_->ids.data() + columns_->id_begin[objects[e + 16]]);
  }
}

KnowledgeGraph::Entities KnowledgeGraph::entities() const {
  return {*this, 0, entity_count()};
}

KnowledgeGraph::Statements KnowledgeGraph::statements() const {
  return {*this, 0, statement_count()};
}

KnowledgeGraph::Statements KnowledgeGraph::statements_from(EntityIndex subject) const {
  const auto& rows = columns_->topology.directed.m_forward.m_rowstart;
  return {*this, rows[number(subject)], rows[number(subject) + 1]};
}

const std::vector<std::string>& KnowledgeGraph::types() const {
  return columns_->types;
}
const std::vector<std::string>& KnowledgeGraph::relations() const {
  return columns_->relations;
}
const std::vector<std::string>& KnowledgeGraph::attribute_keys() const {
  return columns_->attribute_keys;
}
const detail::Topology& KnowledgeGraph::topology() const {
  return columns_->topology;
}

std::optional<EntityIndex> KnowledgeGraph::find(std::string_view wanted) const {
  std::uint32_t begin = 0;
  std::uint32_t end = entity_count();
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (id(EntityIndex{middle}) < wanted) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == entity_count() || id(EntityIndex{begin}) != wanted) return std::nullopt;
  return EntityIndex{begin};
}

std::optional<StatementIndex> KnowledgeGraph::find_statement(std::string_view wanted) const {
  StatementView probe;
  for (std::uint32_t e = 0; e < statement_count(); ++e) {
    probe.hash = columns_->edges[e].hash;
    const StatementId text = probe.id();
    if (std::string_view(text.data(), text.size()) == wanted) return StatementIndex{e};
  }
  return std::nullopt;
}

std::vector<EntityIndex> KnowledgeGraph::find_by_name(std::string_view name) const {
  const std::string wanted = name_key(name);
  std::vector<EntityIndex> found;
  for (const EntityView& entity : entities()) {
    bool same = entity.id == name;
    for (const std::string_view own : {entity.name, entity.name_en, entity.name_ja}) {
      same = same || (!own.empty() && name_key(own) == wanted);
    }
    for (const std::string_view alias : entity.aliases) {
      same = same || name_key(alias) == wanted;
    }
    if (same) found.push_back(entity.index);
  }
  return found;
}

Entity thaw(const EntityView& view) {
  Entity entity;
  entity.id = view.id;
  entity.type = view.type;
  entity.name = view.name;
  entity.name_en = view.name_en;
  entity.name_ja = view.name_ja;
  entity.wikidata = view.wikidata;
  for (const std::string_view alias : view.aliases) entity.aliases.emplace_back(alias);
  for (const MentionView& m : view.mentions) {
    entity.mentions.push_back({{std::string(m.place.document), m.place.begin, m.place.end},
                               std::string(m.surface),
                               std::string(m.reason)});
  }
  for (const ClaimView& c : view.claims) {
    entity.claims.push_back({std::string(c.key),
                             std::string(c.value),
                             {std::string(c.place.document), c.place.begin, c.place.end}});
  }
  return entity;
}

std::vector<SourceDocument> thaw_documents(const KnowledgeGraph& graph) {
  std::vector<SourceDocument> out;
  out.reserve(graph.document_count());
  for (std::uint32_t i = 0; i < graph.document_count(); ++i) {
    const DocumentView document = graph.document(i);
    out.push_back({std::string(document.name), document.checksum});
  }
  return out;
}

void thaw(const KnowledgeGraph& graph, const StatementView& view, std::vector<Statement>& out) {
  Statement statement;
  statement.subject = graph.id(view.subject);
  statement.relation = view.relation;
  statement.object = graph.id(view.object);
  for (const std::string_view role : view.roles) statement.roles.emplace_back(role);
  statement.date = view.date;
  for (const EvidenceView& e : view.evidence) {
    statement.evidence.push_back({{std::string(e.place.document), e.place.begin, e.place.end},
                                  std::string(e.quote),
                                  std::string(e.rule),
                                  std::string(e.bindings),
                                  e.status,
                                  e.confidence / 10000.0});
  }
  out.push_back(statement);
  for (const std::string_view date : view.date_conflicts) {
    statement.date = date;
    // The evidence is the same; the builder keeps equal pieces once.
    out.push_back(statement);
  }
}

}  // namespace samgak
