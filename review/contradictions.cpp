#include "review/contradictions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "review/office_times.hpp"
#include "review/passages.hpp"

namespace samgak::review {
namespace {

ConflictSide side_of(std::string value, const EvidenceView& evidence) {
  return {std::move(value), evidence.place.document, evidence.place.begin, evidence.place.end,
          evidence.quote};
}

/// A side for each statement, with its first piece of evidence.
ConflictSide side_of(const KnowledgeGraph& graph, const StatementView& edge, EntityIndex named) {
  return side_of(std::string(graph.entity(named).name), *edge.evidence.begin());
}

/// Does one passage speak of both?
bool share_passage(const StatementView& a, const StatementView& b) {
  std::set<std::pair<std::string_view, std::uint32_t>> places;
  for (const EvidenceView& e : a.evidence) places.emplace(e.place.document, e.place.begin);
  for (const EvidenceView& e : b.evidence) {
    if (places.count({e.place.document, e.place.begin}) != 0) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(const KnowledgeGraph& graph, const Ontology& ontology)
      : graph_(graph), ontology_(ontology), passages_(graph) {}

  std::vector<Contradiction> find() {
    for (const EntityView node : graph_.entities()) compare_attributes(node);
    collect_statements();
    for (const auto& [meeting, edges] : venues_) compare_pairs(Conflict::place, meeting, edges);
    for (const auto& [meeting, edges] : chairs_) compare_pairs(Conflict::chair, meeting, edges);
    compare_post_holders();
    std::stable_sort(out_.begin(), out_.end(), [](const Contradiction& a, const Contradiction& b) {
      return std::pair(a.conflict, a.subject) < std::pair(b.conflict, b.subject);
    });
    return std::move(out_);
  }

 private:
  using Edges = std::vector<StatementView>;

  ConflictSide side_of_claim(const EntityView& node, std::string_view key, std::string_view value) {
    ConflictSide side{std::string(value), {}, 0, 0, {}};
    for (const ClaimView& claim : node.claims) {
      if (claim.key != key || claim.value != value) continue;
      side.document = claim.place.document;
      side.begin = claim.place.begin;
      side.end = claim.place.end;
      if (const Passage* passage = passages_.around(claim.place)) {
        side.begin = passage->begin;
        side.end = passage->end;
        side.quote = passage->quote;
        break;
      }
    }
    if (side.quote.empty()) quote_mention(node, side);
    return side;
  }

  /// Where no statement rests on the place, the name that the text uses there.
  static void quote_mention(const EntityView& node, ConflictSide& side) {
    for (const MentionView& mention : node.mentions) {
      const bool inside = mention.place.document == side.document &&
                          mention.place.begin >= side.begin && mention.place.end <= side.end;
      if (!inside) continue;
      side.begin = mention.place.begin;
      side.end = mention.place.end;
      side.quote = mention.surface;
      return;
    }
  }

  void compare_attributes(const EntityView& node) {
    std::string_view last;
    for (const AttributeView& conflict : node.conflicts) {
      if (conflict.key != last) {
        out_.push_back({Conflict::attribute, node.index, std::string(conflict.key), {}});
        out_.back().sides.push_back(
            side_of_claim(node, conflict.key, node.attribute(conflict.key)));
      }
      last = conflict.key;
      out_.back().sides.push_back(side_of_claim(node, conflict.key, conflict.value));
    }
  }

  void collect_statements() {
    for (const StatementView edge : graph_.statements()) {
      if (!edge.date_conflicts.empty()) compare_dates(edge);
      if (edge.status != Status::held) continue;
      if (edge.relation == "heldIn" && is_town(edge.object)) venues_[edge.subject].push_back(edge);
      if (edge.relation == "chaired") chairs_[edge.object].push_back(edge);
      if (edge.relation == "worksFor") collect_office(edge);
    }
  }

  /// The graph does not keep which passage gave which day: each day stands beside the passages in
  /// order.
  void compare_dates(const StatementView& edge) {
    Contradiction found{Conflict::statement_date, edge.subject, std::string(edge.relation), {}};
    std::vector<std::string_view> days{edge.date};
    for (const std::string_view day : edge.date_conflicts) days.push_back(day);
    auto evidence = edge.evidence.begin();
    for (const std::string_view day : days) {
      found.sides.push_back(side_of(std::string(day), *evidence));
      auto next = evidence;
      if (++next != edge.evidence.end()) evidence = next;
    }
    out_.push_back(std::move(found));
  }

  /// A town lies straight in a state; a hotel lies in a town, so both may be right.
  bool is_town(EntityIndex place) const {
    const GazetteerEntry* entry = ontology_.find(graph_.id(place));
    return entry != nullptr && !entry->parents.empty() &&
           std::all_of(entry->parents.begin(), entry->parents.end(),
                       [](const std::string& parent) { return parent.starts_with("state/"); });
  }

  /// The bodies and states for which somebody speaks.
  std::set<std::string> sides_of(EntityIndex person) const {
    std::set<std::string> out;
    for (const StatementView edge : graph_.statements_from(person)) {
      if (edge.relation != "worksFor") continue;
      out.emplace(graph_.id(edge.object));
      const GazetteerEntry* body = ontology_.find(graph_.id(edge.object));
      if (body != nullptr) out.insert(body->parents.begin(), body->parents.end());
    }
    return out;
  }

  bool same_side(EntityIndex a, EntityIndex b) const {
    const std::set<std::string> of_a = sides_of(a);
    const std::set<std::string> of_b = sides_of(b);
    return std::any_of(of_a.begin(), of_a.end(),
                       [&](const std::string& side) { return of_b.count(side) != 0; });
  }

  /// The first two edges that contradict each other; one pair is enough to send a reviewer there.
  void compare_pairs(Conflict conflict, EntityIndex meeting, const Edges& edges) {
    constexpr std::size_t kMost = 20;
    const std::size_t count = std::min(edges.size(), kMost);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        if (share_passage(edges[i], edges[j])) continue;
        const bool chair = conflict == Conflict::chair;
        if (chair && !same_side(edges[i].subject, edges[j].subject)) continue;
        Contradiction found{conflict, meeting, std::string(edges[i].relation), {}};
        for (const StatementView& edge : {edges[i], edges[j]}) {
          found.sides.push_back(side_of(graph_, edge, chair ? edge.subject : edge.object));
        }
        out_.push_back(std::move(found));
        return;
      }
    }
  }

  /// Offices that one person holds at a time.
  void collect_office(const StatementView& edge) {
    for (const std::string_view role : edge.roles) {
      const auto post = ontology_.lexicon.posts.find(std::string(role));
      if (post == ontology_.lexicon.posts.end()) continue;
      const PostKind kind = post->second.kind;
      if (kind != PostKind::head_of_state && kind != PostKind::minister) continue;
      offices_[{edge.object, std::string(role)}].push_back(edge);
    }
  }

  void compare_post_holders() {
    const OfficeTimes times(graph_);
    for (const auto& [office, edges] : offices_) {
      std::vector<std::pair<TimeSpan, const StatementView*>> spans;
      for (const StatementView& edge : edges) {
        const TimeSpan span = times.of(edge);
        if (span.known()) spans.emplace_back(span, &edge);
      }
      std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first, a.second->index) < std::pair(b.first, b.second->index);
      });
      // Sorted by their first days, spans that overlap at all leave two neighbours that do.
      for (std::size_t i = 1; i < spans.size(); ++i) {
        const auto& [before, holder] = spans[i - 1];
        const auto& [after, other] = spans[i];
        if (before.last < after.first) continue;
        Contradiction found{Conflict::post_holder, office.first, office.second, {}};
        found.sides.push_back(side_of(graph_, *holder, holder->subject));
        found.sides.push_back(side_of(graph_, *other, other->subject));
        out_.push_back(std::move(found));
        break;
      }
    }
  }

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  const Passages passages_;
  std::map<EntityIndex, Edges> venues_;
  std::map<EntityIndex, Edges> chairs_;
  std::map<std::pair<EntityIndex, std::string>, Edges> offices_;
  std::vector<Contradiction> out_;
};

}  // namespace

std::string_view to_string(Conflict conflict) {
  constexpr std::array<std::string_view, 5> kNames{"attribute", "statement-date", "place", "chair",
                                                   "post-holder"};
  return kNames[static_cast<std::size_t>(conflict)];
}

std::vector<Contradiction> find_contradictions(const KnowledgeGraph& graph,
                                               const Ontology& ontology) {
  return Finder(graph, ontology).find();
}

}  // namespace samgak::review
