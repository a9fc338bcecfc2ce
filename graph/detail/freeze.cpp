#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_set>

#include "graph/detail/graph_drafts.hpp"
#include "graph/effective_attributes.hpp"
#include "text/diagnostic.hpp"

namespace samgak::detail {

namespace {

/// FNV-1a with a last stir, so that ids of like statements share no digits.
std::uint64_t statement_hash(std::string_view subject, std::string_view relation,
                             std::string_view object) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const std::string_view part : {subject, std::string_view("|"), relation,
                                      std::string_view("|"), object}) {
    for (const char c : part) {
      hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3u;
    }
  }
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdu;
  return hash ^ (hash >> 29);
}

/// Two statements of one hash would share an id: the later edge moves on until it has one of its own.
void make_unique_hashes(std::vector<EdgeRow>& rows) {
  std::vector<std::uint64_t> sorted;
  sorted.reserve(rows.size());
  for (const EdgeRow& row : rows) sorted.push_back(row.hash);
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) return;
  std::unordered_set<std::uint64_t> taken;
  for (EdgeRow& row : rows) {
    std::uint64_t hash = row.hash;
    while (!taken.insert(hash).second) ++hash;
    row.hash = hash;
  }
}

/// Number of `name` in a sorted list of names.
std::uint16_t position(const std::vector<std::string>& names, std::string_view name) {
  const auto at = std::lower_bound(names.begin(), names.end(), name);
  return static_cast<std::uint16_t>(at - names.begin());
}

std::vector<std::string> sorted_names(const std::set<std::string_view>& names, const char* what) {
  if (names.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw LoadError(fmt::format("the graph has {} {}; at most 65,535 can be told apart",
                                names.size(), what));
  }
  return {names.begin(), names.end()};
}

class Freezer {
 public:
  explicit Freezer(GraphDrafts drafts)
      : drafts_(std::move(drafts)), columns_(std::make_unique<GraphColumns>()) {}

  std::unique_ptr<const GraphColumns> run() {
    make_symbols();
    sort_rows();
    reserve_arena();
    write_nodes();
    write_edges();
    return std::move(columns_);
  }

 private:
  void make_symbols();
  void sort_rows();
  void reserve_arena();
  void write_nodes();
  void write_node(NodeDraft& node);
  void write_attributes(const std::vector<ClaimDraft>& claims);
  void write_edges();
  void write_edge(std::size_t begin, std::size_t end, std::size_t& date, std::size_t& role);
  void put_list(std::uint32_t count);
  void put_place(const PlaceDraft& place);
  PlaceDraft ranked(PlaceDraft place) const {
    return {symbol_rank_[place.document], place.begin, place.end};
  }
  EdgeKey ranked(EdgeKey edge) const {
    return {node_rank_[edge.subject], symbol_rank_[edge.relation], node_rank_[edge.object]};
  }
  std::uint32_t symbol_of(std::string_view text) {
    return symbol_rank_[drafts_.symbols(text)];
  }

  GraphDrafts drafts_;
  std::unique_ptr<GraphColumns> columns_;
  std::vector<std::uint32_t> symbol_rank_;
  std::vector<std::uint32_t> node_order_;
  std::vector<std::uint32_t> node_rank_;
  std::set<std::uint32_t> attribute_keys_;
  std::string items_;  ///< items of the list that is being packed
};

void Freezer::make_symbols() {
  drafts_.symbols("");
  const std::vector<std::uint32_t> order = drafts_.symbols.order();
  symbol_rank_ = ranks(order);
  for (const std::uint32_t symbol : order) columns_->symbols.push_back(drafts_.symbols[symbol]);
  node_order_ = drafts_.ids.order();
  node_rank_ = ranks(node_order_);
}

void Freezer::sort_rows() {
  for (EvidenceDraft& row : drafts_.evidence) {
    row.edge = ranked(row.edge);
    row.place = ranked(row.place);
    row.rule = symbol_rank_[row.rule];
  }
  // The place decides nearly always; quotes and bindings are compared only where it does not.
  std::sort(drafts_.evidence.begin(), drafts_.evidence.end(),
            [](const EvidenceDraft& a, const EvidenceDraft& b) {
              if (const auto c = a.edge <=> b.edge; c != 0) return c < 0;
              if (const auto c = a.place <=> b.place; c != 0) return c < 0;
              if (const auto c = a.rule <=> b.rule; c != 0) return c < 0;
              if (const auto c = a.packed <=> b.packed; c != 0) return c < 0;
              if (const auto c = a.quote() <=> b.quote(); c != 0) return c < 0;
              return a.bindings() < b.bindings();
            });
  const auto same = [](const EvidenceDraft& a, const EvidenceDraft& b) {
    return a.edge == b.edge && a.place == b.place && a.rule == b.rule && a.packed == b.packed &&
           a.quote() == b.quote() && a.bindings() == b.bindings();
  };
  drafts_.evidence.erase(std::unique(drafts_.evidence.begin(), drafts_.evidence.end(), same),
                         drafts_.evidence.end());
  for (std::vector<EdgeValueDraft>* rows : {&drafts_.dates, &drafts_.roles}) {
    for (EdgeValueDraft& row : *rows) {
      row.edge = ranked(row.edge);
      row.value = symbol_rank_[row.value];
    }
    std::sort(rows->begin(), rows->end());
    rows->erase(std::unique(rows->begin(), rows->end()), rows->end());
  }
}

/// Reserves more than can be needed: pages that are never touched cost nothing, a second copy of the arena would.
void Freezer::reserve_arena() {
  std::size_t bytes = drafts_.texts.total() + drafts_.names.total() + 64 * drafts_.nodes.size() +
                      40 * drafts_.evidence.size() +
                      10 * (drafts_.dates.size() + drafts_.roles.size());
  for (const NodeDraft& node : drafts_.nodes) {
    bytes += 30 * node.mentions.size() + 40 * node.claims.size() + 5 * node.aliases.size();
  }
  columns_->arena.reserve(bytes);
}

void Freezer::put_list(std::uint32_t count) {
  put_number(columns_->arena, count);
  if (count != 0) put_text(columns_->arena, items_);
  items_.clear();
}

void Freezer::put_place(const PlaceDraft& place) {
  put_number(items_, place.document);
  put_number(items_, place.begin);
  put_number(items_, place.end - place.begin);
}

void Freezer::write_nodes() {
  std::set<std::string_view> types;
  std::string_view last;
  for (std::uint32_t i = 0; i < drafts_.nodes.size(); ++i) {
    const NodeDraft& node = drafts_.nodes[i];
    if (!node.described) {
      throw LoadError(fmt::format("{}: a statement names this entity, but nothing describes it",
                                  visible(drafts_.ids[i])));
    }
    if (i == 0 || node.type != last) types.insert(node.type);
    last = node.type;
  }
  columns_->types = sorted_names(types, "types");
  columns_->ids.reserve(drafts_.ids.total());
  columns_->id_begin.reserve(drafts_.nodes.size() + 1);
  columns_->node_type.reserve(drafts_.nodes.size());
  columns_->node_record.reserve(drafts_.nodes.size());
  for (const std::uint32_t number : node_order_) {
    columns_->ids += drafts_.ids[number];
    columns_->id_begin.push_back(columns_->ids.size());
    columns_->node_type.push_back(position(columns_->types, drafts_.nodes[number].type));
    columns_->node_record.push_back(columns_->arena.size());
    write_node(drafts_.nodes[number]);
    drafts_.nodes[number] = NodeDraft();
  }
  for (const std::uint32_t key : attribute_keys_) {
    columns_->attribute_keys.emplace_back(columns_->symbols[key]);
  }
}

void Freezer::write_node(NodeDraft& node) {
  std::string& arena = columns_->arena;
  for (const std::string_view name : node.names) put_text(arena, name);
  put_text(arena, node.wikidata);

  std::vector<std::string_view> aliases;
  for (const std::uint32_t alias : node.aliases) aliases.push_back(drafts_.names[alias]);
  std::sort(aliases.begin(), aliases.end());
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  std::erase(aliases, node.names[0]);
  for (const std::string_view alias : aliases) put_text(items_, alias);
  put_list(static_cast<std::uint32_t>(aliases.size()));

  for (ClaimDraft& c : node.claims) {
    c = {ranked(c.place), symbol_rank_[c.key], symbol_rank_[c.value]};
  }
  std::sort(node.claims.begin(), node.claims.end());
  node.claims.erase(std::unique(node.claims.begin(), node.claims.end()), node.claims.end());
  write_attributes(node.claims);

  for (MentionDraft& m : node.mentions) {
    m.place = ranked(m.place);
    m.reason = symbol_rank_[m.reason];
  }
  std::sort(node.mentions.begin(), node.mentions.end());
  node.mentions.erase(std::unique(node.mentions.begin(), node.mentions.end()),
                      node.mentions.end());
  for (const MentionDraft& m : node.mentions) {
    put_place(m.place);
    put_number(items_, m.reason);
    put_text(items_, m.surface);
  }
  put_list(static_cast<std::uint32_t>(node.mentions.size()));
  for (const ClaimDraft& c : node.claims) {
    put_place(c.place);
    put_number(items_, c.key);
    put_number(items_, c.value);
  }
  put_list(static_cast<std::uint32_t>(node.claims.size()));
}

void Freezer::write_attributes(const std::vector<ClaimDraft>& claims) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const ClaimDraft& c : claims) pairs.emplace_back(c.key, c.value);
  std::sort(pairs.begin(), pairs.end());
  std::string conflicts;
  std::uint32_t attribute_count = 0;
  std::uint32_t conflict_count = 0;
  std::vector<CountedValue> values;
  std::vector<std::uint32_t> value_symbols;
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

void Freezer::write_edges() {
  const std::vector<EvidenceDraft>& rows = drafts_.evidence;
  std::set<std::string_view> relations;
  std::size_t count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i != 0 && rows[i].edge == rows[i - 1].edge) continue;
    if (i == 0 || rows[i].edge.relation != rows[i - 1].edge.relation) {
      relations.insert(columns_->symbols[rows[i].edge.relation]);
    }
    ++count;
  }
  columns_->relations = sorted_names(relations, "relations");
  columns_->edges.reserve(count);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(count);
  std::size_t date = 0;
  std::size_t role = 0;
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && rows[end].edge == rows[begin].edge) ++end;
    ends.emplace_back(rows[begin].edge.subject, rows[begin].edge.object);
    write_edge(begin, end, date, role);
    begin = end;
  }
  make_unique_hashes(columns_->edges);
  columns_->topology.directed = DirectedTopology(
      boost::edges_are_sorted, ends.begin(), ends.end(),
      static_cast<std::uint32_t>(drafts_.nodes.size()), static_cast<std::uint32_t>(count));
}

void Freezer::write_edge(std::size_t begin, std::size_t end, std::size_t& date,
                         std::size_t& role) {
  GraphColumns& c = *columns_;
  const std::vector<EvidenceDraft>& rows = drafts_.evidence;
  const EdgeKey edge = rows[begin].edge;
  const std::string_view relation = c.symbols[edge.relation];
  const auto index = static_cast<std::uint32_t>(c.edges.size());
  if (index % (1u << GraphColumns::kBlockShift) == 0) c.block.push_back(c.arena.size());
  const std::uint64_t offset = c.arena.size() - c.block.back();
  if (offset > std::numeric_limits<std::uint32_t>::max()) {
    throw LoadError("256 neighbouring statements have more than 4 GiB of evidence");
  }
  c.edges.push_back({statement_hash(drafts_.ids[node_order_[edge.subject]], relation,
                                    drafts_.ids[node_order_[edge.object]]),
                     edge.subject, static_cast<std::uint32_t>(offset),
                     position(c.relations, relation)});

  Status status = Status::proposed;
  double doubt = 1.0;
  for (std::size_t i = begin; i < end; ++i) {
    status = std::min(status, static_cast<Status>(rows[i].packed & 3u));
    doubt *= 1.0 - (rows[i].packed >> 2) / 10000.0;
  }
  const long hundredths = std::clamp(std::lround((1.0 - doubt) * 100.0), 1L, 99L);

  // Dates come sorted; the longest, then the smallest, holds, and what begins another agrees with it.
  std::vector<CountedValue> dates;
  for (; date < drafts_.dates.size() && drafts_.dates[date].edge == edge; ++date) {
    dates.push_back({c.symbols[drafts_.dates[date].value], 0});
  }
  const EffectiveValue effective = effective_value(dates);
  std::vector<std::uint32_t> roles;
  for (; role < drafts_.roles.size() && drafts_.roles[role].edge == edge; ++role) {
    roles.push_back(drafts_.roles[role].value);
  }

  std::uint8_t flags = static_cast<std::uint8_t>(status);
  if (!effective.value.empty()) flags |= GraphColumns::kHasDate;
  if (!effective.conflicts.empty()) flags |= GraphColumns::kHasConflicts;
  if (!roles.empty()) flags |= GraphColumns::kHasRoles;
  c.arena.push_back(static_cast<char>(hundredths));
  c.arena.push_back(static_cast<char>(flags));
  if (!effective.value.empty()) put_number(c.arena, symbol_of(effective.value));
  if (!effective.conflicts.empty()) {
    for (const std::string_view value : effective.conflicts) put_number(items_, symbol_of(value));
    put_list(static_cast<std::uint32_t>(effective.conflicts.size()));
  }
  if (!roles.empty()) {
    for (const std::uint32_t value : roles) put_number(items_, value);
    put_list(static_cast<std::uint32_t>(roles.size()));
  }
  put_number(c.arena, static_cast<std::uint32_t>(end - begin));
  for (std::size_t i = begin; i < end; ++i) {
    put_place(rows[i].place);
    put_number(items_, rows[i].rule);
    put_number(items_, rows[i].packed);
    c.arena += items_;
    items_.clear();
    put_text(c.arena, rows[i].quote());
    put_text(c.arena, rows[i].bindings());
  }
}

}  // namespace

std::unique_ptr<const GraphColumns> freeze(GraphDrafts drafts) {
  return Freezer(std::move(drafts)).run();
}

}  // namespace samgak::detail
