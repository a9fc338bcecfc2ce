#include "review/page_columns.hpp"

#include <deque>
#include <unordered_map>

#include "review/json_block.hpp"
#include "review/unmapped_mentions.hpp"

namespace samgak::review {
namespace {

using Column = std::vector<std::uint32_t>;

/// Each text once, by number.
class Pool {
 public:
  std::uint32_t operator[](std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const std::string& kept = texts_.emplace_back(text);
    numbers_.emplace(kept, static_cast<std::uint32_t>(texts_.size() - 1));
    return static_cast<std::uint32_t>(texts_.size() - 1);
  }
  void write(JsonBlock& json, std::string_view name) const {
    json.key(name);
    json.open_array();
    for (const std::string& text : texts_) json.text(text);
    json.close_array();
  }

 private:
  std::deque<std::string> texts_;  // addresses stay
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

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
    json_.close_object();
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
    Column subject, object, relation, confidence, date, roles, first;
    std::string status;
    for (const StatementView edge : graph_.statements()) {
      subject.push_back(number(edge.subject));
      object.push_back(number(edge.object));
      relation.push_back(edge.relation_index);
      confidence.push_back(edge.confidence);
      date.push_back(strings_[edge.date]);
      std::string all_roles;
      for (const std::string_view role : edge.roles) {
        if (!all_roles.empty()) all_roles += ", ";
        all_roles += role;
      }
      roles.push_back(strings_[all_roles]);
      status += static_cast<char>('0' + static_cast<int>(edge.status));
      first.push_back(static_cast<std::uint32_t>(evidence_document_.size()));
      for (const EvidenceView& evidence : edge.evidence) add_evidence(evidence);
    }
    first.push_back(static_cast<std::uint32_t>(evidence_document_.size()));
    json_.key("statements");
    json_.open_object();
    json_.numbers("subject", subject);
    json_.numbers("object", object);
    json_.numbers("relation", relation);
    json_.numbers("confidence", confidence);
    json_.numbers("date", date);
    json_.numbers("roles", roles);
    json_.text("status", status);
    json_.numbers("first", first);
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
    evidence_status_ += static_cast<char>('0' + static_cast<int>(evidence.status));
    if (!input_.context) return;
    const QuoteContext around = input_.context(evidence).value_or(QuoteContext{});
    before_.push_back(strings_[around.before]);
    after_.push_back(strings_[around.after]);
  }

  const ReviewInput& input_;
  const KnowledgeGraph& graph_;
  JsonBlock json_;
  Pool strings_;
  Pool documents_;
  Column evidence_document_, begin_, end_, quote_, rule_, before_, after_;
  std::string evidence_status_;
};

}  // namespace

std::string graph_columns(const ReviewInput& input) {
  return Columns(input).write();
}

}  // namespace samgak::review
