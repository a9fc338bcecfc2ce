#include <fmt/format.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <sys/mman.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "graph/detail/draft_order.hpp"
#include "graph/detail/edge_hash.hpp"
#include "graph/effective_attributes.hpp"
#include "text/diagnostic.hpp"

namespace samgak::detail {

namespace {

/// Number of `name` in a sorted list of names.
std::uint16_t position(const std::vector<std::string>& names, std::string_view name) {
  const auto at = std::lower_bound(names.begin(), names.end(), name);
  return static_cast<std::uint16_t>(at - names.begin());
}

std::vector<std::string> sorted_names(const std::set<std::string_view>& names, const char* what) {
  if (names.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw LoadError(
        fmt::format("the graph has {} {}; at most 65,535 can be told apart", names.size(), what));
  }
  return {names.begin(), names.end()};
}

class Freezer {
 public:
  explicit Freezer(GraphDrafts drafts)
      : drafts_(std::move(drafts)), columns_(std::make_unique<GraphColumns>()) {}

  std::unique_ptr<const GraphColumns> run() {
    make_symbols();
    drafts_.texts.begin_writing(columns_->arena);
    order_ = sort_drafts(drafts_, ranks_);
    reserve_arena();
    write_nodes();
    write_edges();
    write_documents();
    release_tail();
    return std::move(columns_);
  }

 private:
  void make_symbols();
  void reserve_arena();
  void release_tail();
  void write_nodes();
  void write_node(const NodeDraft& node, std::uint32_t rank);
  void write_attributes();
  void write_edges();
  void write_edge();
  void write_documents();
  void put_list(std::uint32_t count);
  void put_place(std::string& out, const PlaceDraft& place);
  void put_item(const NodeItemDraft& item);
  void put_shared(TextNumber text);
  std::uint32_t symbol_of(std::string_view text) const { return columns_->symbols.number_of(text); }
  std::string_view id(std::uint32_t rank) const {
    const std::uint64_t begin = columns_->id_begin[rank];
    return {columns_->ids.data() + begin, columns_->id_begin[rank + 1] - begin};
  }
  std::string_view name(std::uint32_t one_more) const {
    return one_more == 0 ? std::string_view() : drafts_.names[one_more - 1];
  }

  GraphDrafts drafts_;
  std::unique_ptr<GraphColumns> columns_;
  Ranks ranks_;
  std::vector<std::uint32_t> node_order_;
  DraftOrder order_;
  std::set<std::uint32_t> attribute_keys_;
  std::vector<bool> cited_;              ///< by symbol; empty where no document has a checksum
  std::vector<NodeItemDraft> claims_;    ///< of the node that is being written
  std::vector<EvidenceDraft> evidence_;  ///< of the edge that is being written
  std::string items_;                    ///< items of the list that is being packed
  std::vector<CountedValue> dates_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
  std::uint32_t relation_ = 0;           ///< of the edge before
  std::uint16_t relation_position_ = 0;  ///< in `GraphColumns::relations`
  EdgeHasher hasher_;                    ///< has read subject and relation of the edge before
};

void Freezer::make_symbols() {
  drafts_.symbols("");
  if (drafts_.symbols.total() > std::numeric_limits<std::uint32_t>::max()) {
    throw LoadError("names of documents, rules and mentions together are longer than 4 GiB");
  }
  const std::vector<std::uint32_t> order = drafts_.symbols.order();
  ranks_.symbol = ranks(order);
  columns_->symbols.reserve(drafts_.symbols.size(), drafts_.symbols.total());
  for (const std::uint32_t symbol : order) columns_->symbols.push_back(drafts_.symbols[symbol]);
  drafts_.symbols = Interner();
  for (DocumentRow& document : drafts_.documents) document.name = ranks_.symbol[document.name];
  if (!drafts_.documents.empty()) cited_.resize(ranks_.symbol.size());
  node_order_ = drafts_.ids.order();
  ranks_.node = ranks(node_order_);
}

/// Reserves more than can be needed: pages that are never touched cost nothing, a second copy of
/// the arena would. On large pages a walk in another order than that of the arena waits less often
/// for the place of a page.
void Freezer::reserve_arena() {
  std::string& arena = columns_->arena;
  arena.reserve(drafts_.texts.total() + 2 * drafts_.names.total() + 64 * drafts_.nodes.size() +
                80 * order_.evidence.most() + 10 * (order_.dates.most() + order_.roles.most()) +
                30 * order_.mentions.most() + 40 * order_.claims.most());
#if defined(MADV_HUGEPAGE)
  const std::size_t page = std::size_t{2} << 20;
  const std::size_t skipped = (page - reinterpret_cast<std::uintptr_t>(arena.data()) % page) % page;
  if (arena.capacity() > skipped + page) {
    // Only a hint: where it is not taken, everything works as before.
    static_cast<void>(madvise(arena.data() + skipped, arena.capacity() - skipped, MADV_HUGEPAGE));
  }
#endif
}

/// Gives back what a large page holds behind the end of the arena.
void Freezer::release_tail() {
#if defined(MADV_HUGEPAGE)
  const auto data = reinterpret_cast<std::uintptr_t>(columns_->arena.data());
  constexpr std::uintptr_t kPage = 4096;
  const std::uintptr_t begin = (data + columns_->arena.size() + kPage) / kPage * kPage;
  const std::uintptr_t end = (data + columns_->arena.capacity()) / kPage * kPage;
  // Nothing of the arena lies there, nor of anything else.
  if (begin < end) {
    static_cast<void>(madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED));
  }
#endif
}

void Freezer::put_list(std::uint32_t count) {
  put_number(columns_->arena, count);
  if (count != 0) put_text(columns_->arena, items_);
  items_.clear();
}

void Freezer::put_place(std::string& out, const PlaceDraft& place) {
  put_number(out, place.document);
  put_number(out, place.begin);
  put_number(out, place.end - place.begin);
  if (!cited_.empty()) cited_[place.document] = true;
}

/// A document that nothing cites is no source of this graph.
void Freezer::write_documents() {
  std::vector<DocumentRow>& rows = columns_->documents;
  rows = std::move(drafts_.documents);
  std::erase_if(rows, [this](const DocumentRow& row) { return !cited_[row.name]; });
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  rows.shrink_to_fit();
}

/// What is shorter than this costs no more than a way back to it.
constexpr std::uint32_t kWorthSharing = 12;

void Freezer::put_shared(TextNumber text) {
  std::string& arena = columns_->arena;
  SharedTexts& texts = drafts_.texts;
  const std::uint64_t head = std::uint64_t{texts.size(text)} * 2;
  if (texts.written(text) && texts.size(text) >= kWorthSharing) {
    put_long_number(arena, head + 1);
    put_long_number(arena, arena.size() - texts.place(text));
  } else {
    put_long_number(arena, head);
    if (head != 0) texts.write(text);
  }
}

void Freezer::write_nodes() {
  std::set<std::string_view> types;
  std::vector<std::uint16_t> type_of_symbol(ranks_.symbol.size());
  std::vector<std::uint32_t> type_symbols;
  for (std::uint32_t i = 0; i < drafts_.nodes.size(); ++i) {
    const NodeDraft& node = drafts_.nodes[i];
    if (!node.described) {
      throw LoadError(fmt::format("{}: a statement names this entity, but nothing describes it",
                                  visible(drafts_.ids[i])));
    }
    if (type_of_symbol[node.type] != 0) continue;
    type_of_symbol[node.type] = 1;
    type_symbols.push_back(node.type);
    types.insert(columns_->symbols[ranks_.symbol[node.type]]);
  }
  columns_->types = sorted_names(types, "types");
  for (const std::uint32_t symbol : type_symbols) {
    type_of_symbol[symbol] = position(columns_->types, columns_->symbols[ranks_.symbol[symbol]]);
  }
  columns_->ids.reserve(drafts_.ids.total());
  columns_->id_begin.reserve(drafts_.nodes.size() + 1);
  columns_->node_type.reserve(drafts_.nodes.size());
  columns_->node_record.reserve(drafts_.nodes.size());
  for (std::uint32_t rank = 0; rank < node_order_.size(); ++rank) {
    const std::uint32_t number = node_order_[rank];
    columns_->ids += drafts_.ids[number];
    columns_->id_begin.push_back(columns_->ids.size());
    columns_->node_type.push_back(type_of_symbol[drafts_.nodes[number].type]);
    columns_->node_record.push_back(columns_->arena.size());
    write_node(drafts_.nodes[number], rank);
  }
  for (const std::uint32_t key : attribute_keys_) {
    columns_->attribute_keys.emplace_back(columns_->symbols[key]);
  }
  // The edges need none of it, and take the most room.
  order_.mentions = {};
  order_.claims = {};
  drafts_.names = Interner();
  drafts_.ids = Interner();
  drafts_.nodes = std::vector<NodeDraft>();
  ranks_ = {};
#if defined(__GLIBC__)
  // What was freed lies scattered, and the C library would keep its pages.
  malloc_trim(0);
#endif
}

void Freezer::write_node(const NodeDraft& node, std::uint32_t rank) {
  for (const std::uint32_t one_more : node.names) put_text(columns_->arena, name(one_more));

  std::vector<std::string_view> aliases;
  for (const std::uint32_t alias : node.aliases) aliases.push_back(drafts_.names[alias]);
  std::sort(aliases.begin(), aliases.end());
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  std::erase(aliases, name(node.names[0]));
  for (const std::string_view alias : aliases) put_text(items_, alias);
  put_list(static_cast<std::uint32_t>(aliases.size()));

  claims_.clear();
  for (auto& claims = order_.claims; !claims.done() && claims->node == rank; claims.next()) {
    claims_.push_back(*claims);
  }
  write_attributes();

  std::uint32_t mentions = 0;
  for (auto& all = order_.mentions; !all.done() && all->node == rank; all.next(), ++mentions) {
    put_item(*all);
  }
  put_list(mentions);
  for (const NodeItemDraft& claim : claims_) put_item(claim);
  put_list(static_cast<std::uint32_t>(claims_.size()));
}

void Freezer::put_item(const NodeItemDraft& item) {
  put_place(items_, item.place);
  put_number(items_, item.first);
  put_number(items_, item.second);
}

/// What the claims of a node come to.
void Freezer::write_attributes() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs = pairs_;
  pairs.clear();
  for (const NodeItemDraft& claim : claims_) pairs.emplace_back(claim.first, claim.second);
  std::sort(pairs.begin(), pairs.end());
  std::string conflicts;
  std::uint32_t attribute_count = 0;
  std::uint32_t conflict_count = 0;
  std::vector<CountedValue> values;
  for (std::size_t i = 0; i < pairs.size();) {
    const std::uint32_t key = pairs[i].first;
    values.clear();
    for (; i < pairs.size() && pairs[i].first == key; ++i) {
      const std::string_view value = columns_->symbols[pairs[i].second];
      if (values.empty() || values.back().value != value) values.push_back({value, 0});
      ++values.back().count;
    }
    const EffectiveValue effective =
        effective_value(values, columns_->symbols[key] == std::string_view("status"));
    attribute_keys_.insert(key);
    put_number(items_, key);
    put_number(items_, symbol_of(effective.value));
    ++attribute_count;
    for (const std::string_view value : effective.conflicts) {
      put_number(conflicts, key);
      put_number(conflicts, symbol_of(value));
      ++conflict_count;
    }
  }
  put_list(attribute_count);
  items_ = std::move(conflicts);
  put_list(conflict_count);
}

/// Rooms are made for as many edges as there are pieces of evidence: what is not touched costs
/// nothing.
void Freezer::write_edges() {
  std::set<std::string_view> relations;
  for (const std::uint32_t rank : order_.relations) relations.insert(columns_->symbols[rank]);
  columns_->relations = sorted_names(relations, "relations");
  columns_->edges.reserve(order_.evidence.most());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(order_.evidence.most());
  for (auto& rows = order_.evidence; !rows.done();) {
    const EdgeKey edge = rows->edge;
    evidence_.clear();
    for (; !rows.done() && rows->edge == edge; rows.next()) evidence_.push_back(*rows);
    ends.emplace_back(edge.subject, edge.object);
    write_edge();
  }
  make_unique_hashes(columns_->edges);
  columns_->topology.directed = DirectedTopology(boost::edges_are_sorted, ends.begin(), ends.end(),
                                                 static_cast<std::uint32_t>(node_order_.size()),
                                                 static_cast<std::uint32_t>(ends.size()));
}

void Freezer::write_edge() {
  GraphColumns& c = *columns_;
  const EdgeKey edge = evidence_.front().edge;
  const auto index = static_cast<std::uint32_t>(c.edges.size());
  if (index % (1u << GraphColumns::kBlockShift) == 0) c.block.push_back(c.arena.size());
  const std::uint64_t offset = c.arena.size() - c.block.back();
  if (offset > std::numeric_limits<std::uint32_t>::max()) {
    throw LoadError("256 neighbouring statements have more than 4 GiB of evidence");
  }
  if (index == 0 || edge.subject != c.edges.back().subject || edge.relation != relation_) {
    relation_ = edge.relation;
    relation_position_ = position(c.relations, c.symbols[edge.relation]);
    hasher_.begin(id(edge.subject), c.symbols[edge.relation]);
  }
  c.edges.push_back({hasher_.finish(id(edge.object)), edge.subject,
                     static_cast<std::uint32_t>(offset), relation_position_});

  Status status = Status::proposed;
  double doubt = 1.0;
  for (const EvidenceDraft& piece : evidence_) {
    status = std::min(status, static_cast<Status>(piece.packed & 3u));
    doubt *= 1.0 - (piece.packed >> 2) / 10000.0;
  }
  const long hundredths = std::clamp(std::lround((1.0 - doubt) * 100.0), 1L, 99L);

  // Dates come sorted; the longest, then the smallest, holds, and what begins another agrees with
  // it.
  dates_.clear();
  for (auto& all = order_.dates; !all.done() && all->edge == edge; all.next()) {
    dates_.push_back({c.symbols[all->value], 0});
  }
  const EffectiveValue effective = effective_value(dates_);
  std::uint32_t roles = 0;
  for (auto& all = order_.roles; !all.done() && all->edge == edge; all.next(), ++roles) {
    put_number(items_, all->value);
  }
  const std::string packed_roles = std::exchange(items_, {});

  std::uint8_t flags = static_cast<std::uint8_t>(status);
  if (!effective.value.empty()) flags |= GraphColumns::kHasDate;
  if (!effective.conflicts.empty()) flags |= GraphColumns::kHasConflicts;
  if (roles != 0) flags |= GraphColumns::kHasRoles;
  c.arena.push_back(static_cast<char>(hundredths));
  c.arena.push_back(static_cast<char>(flags));
  if (!effective.value.empty()) put_number(c.arena, symbol_of(effective.value));
  if (!effective.conflicts.empty()) {
    for (const std::string_view value : effective.conflicts) put_number(items_, symbol_of(value));
    put_list(static_cast<std::uint32_t>(effective.conflicts.size()));
  }
  if (roles != 0) {
    items_ = packed_roles;
    put_list(roles);
  }
  put_number(c.arena, static_cast<std::uint32_t>(evidence_.size()));
  for (const EvidenceDraft& piece : evidence_) {
    put_place(c.arena, piece.place);
    put_number(c.arena, piece.rule);
    put_number(c.arena, pack_grade(piece.packed >> 2, piece.packed & 3u));
    put_shared(piece.quote);
    put_shared(piece.bindings);
  }
}

}  // namespace

std::unique_ptr<const GraphColumns> freeze(GraphDrafts drafts) {
  return Freezer(std::move(drafts)).run();
}

}  // namespace samgak::detail
