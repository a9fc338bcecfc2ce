#include "comparison/graph_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "comparison/sorted_walk.hpp"

namespace samgak {
namespace {

using Texts = std::vector<std::string>;

std::string statement_key(const KnowledgeGraph& graph, const StatementView& edge) {
  return fmt::format("{} {} {}", graph.id(edge.subject), edge.relation, graph.id(edge.object));
}

std::string statement_label(const KnowledgeGraph& graph, const StatementView& edge) {
  return fmt::format("{} — {} → {}", graph.entity(edge.subject).name, edge.relation,
                     graph.entity(edge.object).name);
}

template <typename List>
Texts texts(const List& list) {
  Texts out;
  for (const std::string_view text : list) out.emplace_back(text);
  return out;
}

Texts texts(const AttributeList& list) {
  Texts out;
  for (const AttributeView& item : list) out.push_back(fmt::format("{}={}", item.key, item.value));
  return out;
}

std::string place(const PlaceView& at) {
  return fmt::format("{}:{}-{}", at.document, at.begin, at.end);
}

Texts texts(const MentionList& list) {
  Texts out;
  for (const MentionView& item : list)
    out.push_back(fmt::format("{} «{}» ({})", place(item.place), item.surface, item.reason));
  return out;
}

Texts texts(const ClaimList& list) {
  Texts out;
  for (const ClaimView& item : list)
    out.push_back(fmt::format("{} {}={}", place(item.place), item.key, item.value));
  return out;
}

Texts texts(const EvidenceList& list) {
  Texts out;
  for (const EvidenceView& item : list) {
    out.push_back(fmt::format("{} «{}» ({}; {}; {}; {:.4f})", place(item.place), item.quote,
                              item.rule, item.bindings, to_string(item.status),
                              item.confidence / 10000.0));
  }
  return out;
}

class Comparison {
 public:
  Comparison(const KnowledgeGraph& before, const KnowledgeGraph& after)
      : before_(before), after_(after) {}

  std::vector<Change> compare() {
    compare_nodes();
    compare_statements();
    sort_changes(out_);
    return std::move(out_);
  }

 private:
  /// A field of `base` that may have changed.
  void field(const Change& base, std::string name, std::string_view before,
             std::string_view after) {
    if (before == after) return;
    Change change = base;
    change.field = std::move(name);
    change.before = before;
    change.after = after;
    out_.push_back(std::move(change));
  }

  /// The same for a list, of which only what came and went is told: the rest may be long.
  void list(const Change& base, std::string name, Texts before, Texts after) {
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    Texts gone;
    Texts come;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(gone));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                        std::back_inserter(come));
    field(base, std::move(name), fmt::format("{}", fmt::join(gone, " | ")),
          fmt::format("{}", fmt::join(come, " | ")));
  }

  void node(ChangeKind kind, const EntityView& node) {
    const std::string type(node.type);
    out_.push_back({kind,
                    ChangeOf::node,
                    std::string(node.id),
                    std::string(node.name),
                    {},
                    kind == ChangeKind::removed ? type : "",
                    kind == ChangeKind::added ? type : "",
                    VersionStep::none,
                    {}});
  }

  void node_fields(const EntityView& a, const EntityView& b) {
    Change base{ChangeKind::changed,
                ChangeOf::node,
                std::string(b.id),
                std::string(b.name),
                {},
                {},
                {},
                VersionStep::none,
                {}};
    field(base, "type", a.type, b.type);
    field(base, "name", a.name, b.name);
    field(base, "name_en", a.name_en, b.name_en);
    field(base, "name_ja", a.name_ja, b.name_ja);
    field(base, "wikidata", a.wikidata, b.wikidata);
    list(base, "aliases", texts(a.aliases), texts(b.aliases));
    for (const AttributeView& attribute : b.attributes)
      field(base, std::string(attribute.key), a.attribute(attribute.key), attribute.value);
    for (const AttributeView& attribute : a.attributes) {
      if (b.attribute(attribute.key).empty())
        field(base, std::string(attribute.key), attribute.value, {});
    }
    list(base, "conflicts", texts(a.conflicts), texts(b.conflicts));
    list(base, "claims", texts(a.claims), texts(b.claims));
    list(base, "mentions", texts(a.mentions), texts(b.mentions));
  }

  void compare_nodes() {
    walk_sorted(
        before_.entities(), after_.entities(), [](const EntityView& e) { return e.id; },
        [&](const EntityView& e) { node(ChangeKind::removed, e); },
        [&](const EntityView& e) { node(ChangeKind::added, e); },
        [&](const EntityView& a, const EntityView& b) { node_fields(a, b); });
  }

  using Keys = std::vector<std::pair<std::string, StatementIndex>>;

  static Keys keys_of(const KnowledgeGraph& graph) {
    Keys keys;
    keys.reserve(graph.statement_count());
    for (const StatementView edge : graph.statements())
      keys.emplace_back(statement_key(graph, edge), edge.index);
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  void statement(ChangeKind kind, const KnowledgeGraph& graph, const Keys::value_type& key) {
    out_.push_back({kind,
                    ChangeOf::statement,
                    key.first,
                    statement_label(graph, graph.statement(key.second)),
                    {},
                    {},
                    {},
                    VersionStep::none,
                    {}});
  }

  void statement_fields(const Keys::value_type& old_key, const Keys::value_type& new_key) {
    const StatementView a = before_.statement(old_key.second);
    const StatementView b = after_.statement(new_key.second);
    Change base{ChangeKind::changed,
                ChangeOf::statement,
                new_key.first,
                statement_label(after_, b),
                {},
                {},
                {},
                VersionStep::none,
                {}};
    field(base, "status", to_string(a.status), to_string(b.status));
    field(base, "date", a.date, b.date);
    list(base, "date_conflicts", texts(a.date_conflicts), texts(b.date_conflicts));
    list(base, "roles", texts(a.roles), texts(b.roles));
    field(base, "confidence", fmt::format("0.{:02}", a.confidence),
          fmt::format("0.{:02}", b.confidence));
    list(base, "evidence", texts(a.evidence), texts(b.evidence));
  }

  void compare_statements() {
    walk_sorted(
        keys_of(before_), keys_of(after_),
        [](const auto& key) -> const std::string& { return key.first; },
        [&](const auto& key) { statement(ChangeKind::removed, before_, key); },
        [&](const auto& key) { statement(ChangeKind::added, after_, key); },
        [&](const auto& a, const auto& b) { statement_fields(a, b); });
  }

  const KnowledgeGraph& before_;
  const KnowledgeGraph& after_;
  std::vector<Change> out_;
};

}  // namespace

std::vector<Change> compare_graphs(const KnowledgeGraph& before, const KnowledgeGraph& after) {
  return Comparison(before, after).compare();
}

}  // namespace samgak
