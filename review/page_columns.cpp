#include "review/page_columns.hpp"

#include "review/edge_columns.hpp"
#include "review/passages.hpp"
#include "review/unmapped_mentions.hpp"

namespace samgak::review {
namespace {

class Columns {
 public:
  explicit Columns(const ReviewInput& input) : input_(input), graph_(input.graph) {
    static_cast<void>(strings_[""]);
  }

  std::string write() {
    json_.open_object();
    json_.texts("types", graph_.types());
    json_.texts("relations", graph_.relations());
    write_nodes();
    write_statements();
    documents_.write(json_, "documents");
    strings_.write(json_, "strings");
    json_.close_object();
    return std::move(json_).take();
  }

 private:
  template <typename Get>
  void node_texts(std::string_view name, Get get) {
    json_.key(name);
    json_.open_array();
    for (const EntityView node : graph_.entities()) json_.text(get(node));
    json_.close_array();
  }

  void write_nodes() {
    Column type, wikidata, date, status, first, document, begin, surface;
    std::string mapped;
    for (const EntityView node : graph_.entities()) {
      type.push_back(node.type_index);
      wikidata.push_back(strings_[node.wikidata]);
      date.push_back(strings_[node.date()]);
      status.push_back(strings_[node.status()]);
      mapped += is_mapped(node, input_.ontology) ? '1' : '0';
      first.push_back(static_cast<std::uint32_t>(document.size()));
      for (const MentionView& mention : node.mentions) {
        document.push_back(documents_[mention.place.document]);
        begin.push_back(mention.place.begin);
        surface.push_back(strings_[mention.surface]);
      }
    }
    first.push_back(static_cast<std::uint32_t>(document.size()));
    json_.key("nodes");
    json_.open_object();
    node_texts("id", [](const EntityView& node) { return node.id; });
    node_texts("name", [](const EntityView& node) { return node.name; });
    node_texts("en", [](const EntityView& node) { return node.name_en; });
    node_texts("ja", [](const EntityView& node) { return node.name_ja; });
    write_aliases();
    json_.numbers("type", type);
    json_.numbers("wikidata", wikidata);
    json_.numbers("date", date);
    json_.numbers("status", status);
    json_.text("mapped", mapped);
    json_.numbers("first", first);
    json_.close_object();
    json_.key("mentions");
    json_.open_object();
    json_.numbers("document", document);
    json_.numbers("begin", begin);
    json_.numbers("surface", surface);
    if (input_.context) write_lonely_mentions();
    json_.close_object();
  }

  /// What stands around mentions that no quote holds: by their number, which is the page's too.
  void write_lonely_mentions() {
    const Passages passages(graph_);
    Column lonely, before, after;
    std::uint32_t n = 0;
    for (const EntityView node : graph_.entities()) {
      for (const MentionView& mention : node.mentions) {
        const std::uint32_t own = n++;
        const Passage* passage = passages.around(mention.place);
        if (passage != nullptr && passage->holds(mention.place)) continue;
        const std::optional<QuoteContext> around = input_.context(mention.place, mention.surface);
        if (!around) continue;
        lonely.push_back(own);
        before.push_back(strings_[around->before]);
        after.push_back(strings_[around->after]);
      }
    }
    json_.numbers("lonely", lonely);
    json_.numbers("before", before);
    json_.numbers("after", after);
  }

  /// 0 stands for none, which is the most frequent case.
  void write_aliases() {
    json_.key("aliases");
    json_.open_array();
    for (const EntityView node : graph_.entities()) {
      if (node.aliases.empty()) {
        json_.number(0);
        continue;
      }
      json_.open_array();
      for (const std::string_view alias : node.aliases) json_.text(alias);
      json_.close_array();
    }
    json_.close_array();
  }

  void write_statements() {
    EdgeColumns edges;
    Column date, roles;
    for (const StatementView edge : graph_.statements()) {
      edges.add(edge.subject, edge.object, edge.relation_index, edge, evidence_document_.size());
      date.push_back(strings_[edge.date]);
      std::string all_roles;
      for (const std::string_view role : edge.roles) {
        if (!all_roles.empty()) all_roles += ", ";
        all_roles += role;
      }
      roles.push_back(strings_[all_roles]);
      for (const EvidenceView& evidence : edge.evidence) add_evidence(evidence);
    }
    json_.key("statements");
    json_.open_object();
    edges.write(json_, evidence_document_.size());
    json_.numbers("date", date);
    json_.numbers("roles", roles);
    json_.close_object();
    json_.key("evidence");
    json_.open_object();
    json_.numbers("document", evidence_document_);
    json_.numbers("begin", begin_);
    json_.numbers("end", end_);
    json_.numbers("quote", quote_);
    json_.numbers("rule", rule_);
    json_.text("status", evidence_status_);
    if (input_.context) {
      json_.numbers("before", before_);
      json_.numbers("after", after_);
    }
    json_.close_object();
  }

  void add_evidence(const EvidenceView& evidence) {
    evidence_document_.push_back(documents_[evidence.place.document]);
    begin_.push_back(evidence.place.begin);
    end_.push_back(evidence.place.end);
    quote_.push_back(strings_[evidence.quote]);
    rule_.push_back(strings_[evidence.rule]);
    evidence_status_ += status_digit(evidence.status);
    if (!input_.context) return;
    const QuoteContext around =
        input_.context(evidence.place, evidence.quote).value_or(QuoteContext{});
    before_.push_back(strings_[around.before]);
    after_.push_back(strings_[around.after]);
  }

  const ReviewInput& input_;
  const KnowledgeGraph& graph_;
  JsonBlock json_;
  TextPool strings_;
  TextPool documents_;
  Column evidence_document_, begin_, end_, quote_, rule_, before_, after_;
  std::string evidence_status_;
};

}  // namespace

std::string graph_columns(const ReviewInput& input) {
  return Columns(input).write();
}

}  // namespace samgak::review
