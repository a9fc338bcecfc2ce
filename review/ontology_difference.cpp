#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "review/difference.hpp"

namespace samgak::review {
namespace {

std::string list(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string label_of(const Labels& labels, const std::string& name) {
  return labels.ko.empty() ? name : fmt::format("{} ({})", labels.ko, name);
}

class Comparison {
 public:
  explicit Comparison(const KnowledgeGraph& graph) {
    for (const EntityView node : graph.entities()) {
      ++nodes_[std::string(node.type)];
      ids_.emplace(node.id, 1);
    }
    for (const StatementView edge : graph.statements()) ++statements_[std::string(edge.relation)];
  }

  std::vector<Change> compare(const Ontology& before, const Ontology& after) {
    compare_lists(ChangeOf::term_class, before.schema.classes, after.schema.classes, nodes_,
                  &Comparison::class_fields);
    compare_lists(ChangeOf::term_relation, before.schema.relations, after.schema.relations,
                  statements_, &Comparison::relation_fields);
    compare_entries(before.gazetteer, after.gazetteer);
    return std::move(out_);
  }

 private:
  using Counts = std::map<std::string, std::uint32_t>;

  static std::uint32_t count(const Counts& counts, const std::string& name) {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
  }

  void field(Change& base, std::string name, std::string_view before, std::string_view after) {
    if (before == after) return;
    base.field = std::move(name);
    base.before = before;
    base.after = after;
    out_.push_back(base);
  }

  void texts(Change& base, const std::string& name, const Labels& before, const Labels& after) {
    field(base, name + "@ko", before.ko, after.ko);
    field(base, name + "@en", before.en, after.en);
    field(base, name + "@ja", before.ja, after.ja);
  }

  void class_fields(Change& base, const ClassInfo& a, const ClassInfo& b) {
    field(base, "parents", list(a.parents), list(b.parents));
    texts(base, "label", a.labels, b.labels);
    texts(base, "definition", a.definition, b.definition);
  }

  void relation_fields(Change& base, const RelationInfo& a, const RelationInfo& b) {
    field(base, "subjects", list(a.subjects), list(b.subjects));
    field(base, "objects", list(a.objects), list(b.objects));
    field(base, "symmetric", a.symmetric ? "true" : "false", b.symmetric ? "true" : "false");
    texts(base, "label", a.labels, b.labels);
    texts(base, "definition", a.definition, b.definition);
  }

  template <typename Info>
  void compare_lists(ChangeOf what, const std::vector<Info>& before, const std::vector<Info>& after,
                     const Counts& effects,
                     void (Comparison::*fields)(Change&, const Info&, const Info&)) {
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
      const bool only_a = b == after.end() || (a != before.end() && a->name < b->name);
      const bool only_b = a == before.end() || (b != after.end() && b->name < a->name);
      const Info& shown = only_a ? *a : *b;
      Change change{only_a   ? ChangeKind::removed
                    : only_b ? ChangeKind::added
                             : ChangeKind::changed,
                    what,
                    shown.name,
                    label_of(shown.labels, shown.name),
                    {},
                    {},
                    {},
                    count(effects, shown.name)};
      if (only_a || only_b) {
        out_.push_back(std::move(change));
      } else {
        (this->*fields)(change, *a, *b);
      }
      if (!only_b) ++a;
      if (!only_a) ++b;
    }
  }

  void compare_entries(const std::vector<GazetteerEntry>& before,
                       const std::vector<GazetteerEntry>& after) {
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
      const bool only_a = b == after.end() || (a != before.end() && a->id < b->id);
      const bool only_b = a == before.end() || (b != after.end() && b->id < a->id);
      const GazetteerEntry& shown = only_a ? *a : *b;
      Change change{only_a   ? ChangeKind::removed
                    : only_b ? ChangeKind::added
                             : ChangeKind::changed,
                    ChangeOf::entry,
                    shown.id,
                    shown.ko,
                    {},
                    {},
                    {},
                    count(ids_, shown.id)};
      if (only_a || only_b) {
        out_.push_back(std::move(change));
      } else {
        entry_fields(change, *a, *b);
      }
      if (!only_b) ++a;
      if (!only_a) ++b;
    }
  }

  void entry_fields(Change& base, const GazetteerEntry& a, const GazetteerEntry& b) {
    field(base, "type", a.type, b.type);
    texts(base, "name", {a.ko, a.en, a.ja}, {b.ko, b.en, b.ja});
    field(base, "aliases", list(a.aliases), list(b.aliases));
    field(base, "parents", list(a.parents), list(b.parents));
    field(base, "valid", a.valid_from + "/" + a.valid_until, b.valid_from + "/" + b.valid_until);
    field(base, "wikidata", a.wikidata, b.wikidata);
  }

  Counts nodes_;
  Counts statements_;
  Counts ids_;
  std::vector<Change> out_;
};

/// Are all names of the list `part` in the list `whole`? Both as `list` writes them, sorted.
bool contains_all(const std::string& whole, const std::string& part) {
  const std::string padded = ", " + whole + ", ";
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t end = std::min(part.find(", ", at), part.size());
    if (padded.find(", " + part.substr(at, end - at) + ", ") == std::string::npos) return false;
    at = end + 2;
  }
  return true;
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  constexpr std::array<std::string_view, 3> kNames{"added", "removed", "changed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ChangeOf what) {
  constexpr std::array<std::string_view, 5> kNames{"class", "relation", "entry", "node",
                                                   "statement"};
  return kNames[static_cast<std::size_t>(what)];
}

std::vector<Change> compare_ontologies(const Ontology& before, const Ontology& after,
                                       const KnowledgeGraph& graph) {
  std::vector<Change> out = Comparison(graph).compare(before, after);
  std::sort(out.begin(), out.end(), [](const Change& a, const Change& b) {
    return std::tie(a.what, a.kind, a.id, a.field) < std::tie(b.what, b.kind, b.id, b.field);
  });
  return out;
}

std::string_view version_step(const std::vector<Change>& changes) {
  int step = 0;
  for (const Change& change : changes) {
    if (change.what == ChangeOf::node || change.what == ChangeOf::statement) continue;
    int needed = 1;
    const bool ends = change.field == "subjects" || change.field == "objects";
    if (change.kind == ChangeKind::removed || change.field == "parents" ||
        change.field == "symmetric" || change.field == "type" ||
        (ends && !contains_all(change.after, change.before))) {
      needed = 3;
    } else if (change.kind == ChangeKind::added || ends) {
      needed = 2;
    }
    step = std::max(step, needed);
  }
  constexpr std::array<std::string_view, 4> kSteps{"", "patch", "minor", "major"};
  return kSteps[static_cast<std::size_t>(step)];
}

}  // namespace samgak::review
