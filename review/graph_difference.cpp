#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>

#include "review/difference.hpp"

namespace samgak::review {
namespace {

std::string statement_key(const KnowledgeGraph& graph, const StatementView& edge) {
  return fmt::format("{} {} {}", graph.id(edge.subject), edge.relation, graph.id(edge.object));
}

std::string statement_label(const KnowledgeGraph& graph, const StatementView& edge) {
  return fmt::format("{} — {} → {}", graph.entity(edge.subject).name, edge.relation,
                     graph.entity(edge.object).name);
}

std::string list(const TextList& texts) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += " | ";
    out += text;
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
    return std::move(out_);
  }

 private:
  void node(ChangeKind kind, const EntityView& node) {
    const bool added = kind == ChangeKind::added;
    out_.push_back({kind,
                    ChangeOf::node,
                    std::string(node.id),
                    std::string(node.name),
                    {},
                    added ? std::string() : std::string(node.type),
                    added ? std::string(node.type) : std::string(),
                    0});
  }

  void field(ChangeOf what, std::string_view id, std::string label, std::string field,
             std::string_view before, std::string_view after) {
    if (before == after) return;
    out_.push_back({ChangeKind::changed, what, std::string(id), std::move(label), std::move(field),
                    std::string(before), std::string(after), 0});
  }

  void compare_fields(const EntityView& a, const EntityView& b) {
    const auto compare = [&](std::string name, std::string_view before, std::string_view after) {
      field(ChangeOf::node, b.id, std::string(b.name), std::move(name), before, after);
    };
    compare("type", a.type, b.type);
    compare("name", a.name, b.name);
    compare("name_en", a.name_en, b.name_en);
    compare("name_ja", a.name_ja, b.name_ja);
    compare("wikidata", a.wikidata, b.wikidata);
    compare("aliases", list(a.aliases), list(b.aliases));
    for (const AttributeView& attribute : b.attributes) {
      compare(std::string(attribute.key), a.attribute(attribute.key), attribute.value);
    }
    for (const AttributeView& attribute : a.attributes) {
      if (b.attribute(attribute.key).empty()) {
        compare(std::string(attribute.key), attribute.value, {});
      }
    }
  }

  /// Both graphs number their nodes in the order of their ids.
  void compare_nodes() {
    auto a = before_.entities().begin();
    auto b = after_.entities().begin();
    const auto a_end = before_.entities().end();
    const auto b_end = after_.entities().end();
    while (a != a_end || b != b_end) {
      const bool only_a = b == b_end || (a != a_end && (*a).id < (*b).id);
      const bool only_b = a == a_end || (b != b_end && (*b).id < (*a).id);
      if (only_a) {
        node(ChangeKind::removed, *a);
      } else if (only_b) {
        node(ChangeKind::added, *b);
      } else {
        compare_fields(*a, *b);
      }
      if (!only_b) ++a;
      if (!only_a) ++b;
    }
  }

  static std::vector<std::pair<std::string, StatementIndex>> keys_of(const KnowledgeGraph& graph) {
    std::vector<std::pair<std::string, StatementIndex>> keys;
    keys.reserve(graph.statement_count());
    for (const StatementView edge : graph.statements()) {
      keys.emplace_back(statement_key(graph, edge), edge.index);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  void statement(ChangeKind kind, const KnowledgeGraph& graph, const std::string& key,
                 StatementIndex index) {
    out_.push_back({kind,
                    ChangeOf::statement,
                    key,
                    statement_label(graph, graph.statement(index)),
                    {},
                    {},
                    {},
                    0});
  }

  void compare_statements() {
    const auto old_keys = keys_of(before_);
    const auto new_keys = keys_of(after_);
    auto a = old_keys.begin();
    auto b = new_keys.begin();
    while (a != old_keys.end() || b != new_keys.end()) {
      const bool only_a = b == new_keys.end() || (a != old_keys.end() && a->first < b->first);
      const bool only_b = a == old_keys.end() || (b != new_keys.end() && b->first < a->first);
      if (only_a) {
        statement(ChangeKind::removed, before_, a->first, a->second);
      } else if (only_b) {
        statement(ChangeKind::added, after_, b->first, b->second);
      } else {
        const StatementView was = before_.statement(a->second);
        const StatementView is = after_.statement(b->second);
        const std::string label = statement_label(after_, is);
        field(ChangeOf::statement, b->first, label, "status", to_string(was.status),
              to_string(is.status));
        field(ChangeOf::statement, b->first, label, "date", was.date, is.date);
        field(ChangeOf::statement, b->first, label, "evidence", std::to_string(was.evidence.size()),
              std::to_string(is.evidence.size()));
      }
      if (!only_b) ++a;
      if (!only_a) ++b;
    }
  }

  const KnowledgeGraph& before_;
  const KnowledgeGraph& after_;
  std::vector<Change> out_;
};

}  // namespace

std::vector<Change> compare_graphs(const KnowledgeGraph& before, const KnowledgeGraph& after) {
  std::vector<Change> out = Comparison(before, after).compare();
  std::sort(out.begin(), out.end(), [](const Change& a, const Change& b) {
    return std::tie(a.what, a.kind, a.id, a.field) < std::tie(b.what, b.kind, b.id, b.field);
  });
  return out;
}

}  // namespace samgak::review
