#include "review/page_summary.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "review/contradictions.hpp"
#include "review/inferred_block.hpp"
#include "review/json_block.hpp"
#include "review/near_duplicates.hpp"
#include "review/passages.hpp"
#include "review/taxonomy.hpp"
#include "review/unlisted_names.hpp"
#include "review/unmapped_mentions.hpp"
#include "review/usage.hpp"

namespace samgak::review {
namespace {

class Summary {
 public:
  explicit Summary(const ReviewInput& input)
      : input_(input), graph_(input.graph), schema_(input.ontology.schema) {}

  PageSummary write() {
    const Usage usage = compute_usage(graph_, schema_);
    // Lists that may be long have blocks of their own, which the page reads when it comes to them.
    list_block("findings", [&] { return write_findings(); });
    list_block("unmapped", [&] { return write_unmapped(); });
    list_block("duplicates", [&] { return write_duplicates(); });
    list_block("contradictions", [&] { return write_contradictions(); });
    list_block("changes", [&] { return write_changes(); });
    json_ = std::make_unique<JsonBlock>();
    json_->open_object();
    write_about(usage);
    write_sizes();
    write_classes(usage);
    write_relations(usage);
    write_inferred();
    write_taxonomy();
    write_decisions();
    json_->close_object();
    out_.blocks.push_back({"summary", std::move(*json_).take()});
    return std::move(out_);
  }

 private:
  /// `write` fills the array and says how long it is.
  template <typename Write>
  void list_block(const char* name, Write write) {
    json_ = std::make_unique<JsonBlock>();
    const std::size_t size = write();
    sizes_.emplace_back(name, size);
    out_.blocks.push_back({name, std::move(*json_).take()});
  }

  void write_sizes() {
    json_->key("sizes");
    json_->open_object();
    for (const auto& [name, size] : sizes_) json_->number(name, size);
    json_->close_object();
    json_->flag("checked", input_.findings != nullptr);
    if (input_.findings == nullptr) return;
    json_->key("severities");
    json_->open_object();
    for (const FindingSeverity severity :
         {FindingSeverity::violation, FindingSeverity::warning, FindingSeverity::info}) {
      json_->number(to_string(severity), input_.findings->count(severity));
    }
    json_->close_object();
  }

  /// The name under which a decision speaks of a row.
  void item(const std::string& key) {
    json_->text("item", key);
    items_.insert(key);
  }

  void labels(std::string_view name, const Labels& texts) {
    json_->key(name);
    json_->open_object();
    json_->text("ko", texts.ko);
    json_->text("en", texts.en);
    json_->text("ja", texts.ja);
    json_->close_object();
  }

  void node(std::string_view name, EntityIndex index) {
    const EntityView view = graph_.entity(index);
    json_->key(name);
    json_->open_object();
    json_->number("node", number(index));
    json_->text("id", view.id);
    json_->text("type", view.type);
    json_->text("name", view.name);
    json_->text("en", view.name_en);
    json_->text("ja", view.name_ja);
    json_->close_object();
  }

  void write_about(const Usage& usage) {
    json_->key("about");
    json_->open_object();
    json_->text("program", input_.program_version);
    json_->text("ontology", schema_.version);
    json_->text("ontologyIri", schema_.version_iri);
    json_->text("graph", input_.graph_name);
    json_->number("nodes", graph_.entity_count());
    json_->number("statements", graph_.statement_count());
    json_->number("evidence", usage.evidence);
    json_->number("mentions", usage.mentions);
    json_->number("documents", usage.documents);
    json_->number("entries", input_.ontology.gazetteer.size());
    json_->flag("context", static_cast<bool>(input_.context));
    json_->texts("against", input_.against);
    const VersionStep step = version_step(input_.changes);
    json_->text("versionStep", step == VersionStep::none ? "" : to_string(step));
    json_->close_object();
  }

  void text_pair(std::string_view name, const FindingText& text) {
    json_->key(name);
    json_->open_object();
    json_->text("ko", text.ko);
    json_->text("en", text.en);
    json_->close_object();
  }

  /// What a shape says is said once; the rows name it by number.
  std::size_t write_findings() {
    const std::vector<Finding> none;
    const std::vector<Finding>& all = input_.findings == nullptr ? none : input_.findings->findings;
    std::map<std::tuple<std::string_view, std::string_view>, std::uint32_t> numbers;
    std::vector<const Finding*> rules;
    json_->open_object();
    json_->objects("rows", all, [&](const Finding& finding) {
      const auto [rule, fresh] =
          numbers.try_emplace({finding.shape, finding.message.en}, rules.size());
      if (fresh) rules.push_back(&finding);
      json_->number("rule", rule->second);
      write_finding(finding);
    });
    json_->objects("rules", rules, [&](const Finding* finding) {
      json_->text("severity", to_string(finding->severity));
      json_->text("shape", finding->shape);
      text_pair("name", finding->name);
      text_pair("message", finding->message);
    });
    json_->close_object();
    return all.size();
  }

  void write_finding(const Finding& finding) {
    item(fmt::format("finding:{} {} {} {}", finding.shape, finding.focus, finding.path,
                     finding.value));
    json_->text("focus", finding.focus_label);
    json_->text("path", finding.path);
    json_->text("value", finding.value);
    if (finding.entity) json_->number("node", number(*finding.entity));
    if (finding.statement) json_->number("statement", number(*finding.statement));
    json_->objects("quotes", finding.quotes, [&](const Quote& quote) { write_quote(quote); });
  }

  /// A finding about a node rests on its name alone; what is shown is the sentence that holds it.
  void write_quote(const Quote& quote) {
    const PlaceView place{quote.document, quote.begin, quote.end};
    if (!passages_) passages_.emplace(graph_);
    const Passage* passage = passages_->around(place);
    const bool held = passage != nullptr && passage->holds(place) && passage->quote != quote.text;
    json_->text("document", quote.document);
    json_->number("begin", held ? passage->begin : quote.begin);
    json_->number("end", held ? passage->end : quote.end);
    json_->text("quote", held ? passage->quote : std::string_view(quote.text));
    if (held) {
      json_->text("words", quote.text);
      json_->number("offset", quote.begin - passage->begin);
    } else if (input_.context) {
      const QuoteContext around = input_.context(place, quote.text).value_or(QuoteContext{});
      json_->text("before", around.before);
      json_->text("after", around.after);
    }
  }

  void write_classes(const Usage& usage) {
    json_->objects("classes", usage.classes, [&](const ClassUsage& row) {
      item("class:" + row.name);
      json_->text("name", row.name);
      if (const ClassInfo* info = schema_.find_class(row.name)) {
        labels("labels", info->labels);
        labels("definition", info->definition);
        json_->texts("parents", info->parents);
        json_->flag("abstract", info->is_abstract);
      }
      json_->flag("known", row.known);
      json_->flag("ofNodes", row.of_nodes);
      json_->number("nodes", row.nodes);
      json_->number("nodesBelow", row.nodes_below);
      json_->number("mentions", row.mentions);
      json_->number("documents", row.documents);
      json_->number("statements", row.statements);
    });
  }

  void write_relations(const Usage& usage) {
    json_->objects("relations", usage.relations, [&](const RelationUsage& row) {
      item("relation:" + row.name);
      json_->text("name", row.name);
      if (const RelationInfo* info = schema_.find_relation(row.name)) {
        labels("labels", info->labels);
        labels("definition", info->definition);
        json_->texts("subjects", info->subjects);
        json_->texts("objects", info->objects);
        json_->flag("symmetric", info->symmetric);
      }
      json_->flag("known", row.known);
      json_->number("statements", row.statements);
      json_->number("evidence", row.evidence);
      json_->number("documents", row.documents);
      json_->objects("signatures", row.signatures, [&](const SignatureUsage& signature) {
        item(fmt::format("signature:{} {} {}", signature.subject_type, row.name,
                         signature.object_type));
        json_->text("subject", signature.subject_type);
        json_->text("object", signature.object_type);
        json_->flag("allowed", signature.allowed);
        json_->numbers("byStatus", {signature.by_status.begin(), signature.by_status.end()});
        json_->number("documents", signature.documents);
      });
    });
  }

  void write_inferred() {
    if (input_.inferred == nullptr) return;
    json_->objects("inferred", count_inferences(*input_.inferred), [&](const InferenceCount& row) {
      json_->text("relation", row.relation);
      json_->text("rule", row.rule);
      json_->number("edges", row.edges);
      const RelationInfo* info = schema_.find_relation(row.relation);
      if (info == nullptr) info = schema_.find_untold(row.relation);
      if (info == nullptr) return;
      labels("labels", info->labels);
      labels("definition", info->definition);
    });
  }

  void write_taxonomy() {
    const Taxonomy taxonomy = build_taxonomy(graph_, input_.ontology, "Technology");
    json_->key("taxonomy");
    json_->open_object();
    json_->numbers("roots", taxonomy.roots);
    json_->objects("concepts", taxonomy.concepts, [&](const Concept& row) {
      item("concept:" + row.entry->id);
      json_->text("id", row.entry->id);
      labels("labels", {row.entry->ko, row.entry->en, row.entry->ja});
      if (const auto found = input_.definitions.find(row.entry->id);
          found != input_.definitions.end())
        labels("definition", found->second);
      if (row.node) json_->number("node", number(*row.node));
      json_->number("statements", row.statements);
      json_->number("below", row.statements_below);
      if (!row.narrower.empty()) json_->numbers("narrower", row.narrower);
    });
    json_->close_object();
  }

  std::size_t write_unmapped() {
    const auto& nodes = rank_unmapped(graph_, input_.ontology);
    const auto& words = find_unlisted_names(graph_, input_.ontology);
    const auto counts = [&](const auto& row) {
      json_->number("mentions", row.mentions);
      json_->number("documents", row.documents);
      json_->number("score", row.score);
    };
    json_->open_object();
    json_->objects("nodes", nodes, [&](const UnmappedMention& row) {
      item(fmt::format("unmapped:{}", graph_.id(row.node)));
      node("of", row.node);
      counts(row);
    });
    json_->objects("words", words, [&](const UnlistedName& row) {
      item(fmt::format("word:{}", row.name));
      write_word(*json_, row);
      counts(row);
    });
    json_->close_object();
    return nodes.size() + words.size();
  }

  std::size_t write_duplicates() {
    const auto& all = find_near_duplicates(graph_, input_.ontology);
    json_->objects(all, [&](const NearDuplicate& row) {
      item(fmt::format("duplicate:{} {}", graph_.id(row.a), graph_.id(row.b)));
      json_->text("likeness", to_string(row.likeness));
      node("a", row.a);
      node("b", row.b);
      json_->text("formA", row.form_a);
      json_->text("formB", row.form_b);
    });
    return all.size();
  }

  std::size_t write_contradictions() {
    const auto& all = find_contradictions(graph_, input_.ontology);
    json_->objects(all, [&](const Contradiction& row) {
      item(fmt::format("contradiction:{} {} {}", to_string(row.conflict), graph_.id(row.subject),
                       row.aspect));
      json_->text("conflict", to_string(row.conflict));
      json_->text("aspect", row.aspect);
      node("of", row.subject);
      json_->objects("sides", row.sides, [&](const ConflictSide& side) {
        json_->text("value", side.value);
        json_->text("document", side.document);
        json_->number("begin", side.begin);
        json_->number("end", side.end);
        json_->text("quote", side.quote);
      });
    });
    return all.size();
  }

  std::size_t write_changes() {
    const auto& all = input_.changes;
    json_->objects(all, [&](const Change& row) {
      std::string key = fmt::format("change:{} {} {} {}", to_string(row.what), to_string(row.kind),
                                    row.id, row.field);
      // Axioms of one type have no other name than what they say.
      if (row.what == ChangeOf::axiom) key += fmt::format(" {} {}", row.before, row.after);
      item(key);
      json_->text("kind", to_string(row.kind));
      json_->text("what", to_string(row.what));
      json_->text("id", row.id);
      json_->text("label", row.label);
      json_->text("field", row.field);
      json_->text("before", row.before);
      json_->text("after", row.after);
      json_->number("effect", row.effect.nodes + row.effect.edges);
      json_->number("lost", row.effect.lost);
    });
    return all.size();
  }

  /// Single nodes and statements can be judged too; their items are not listed, but looked up.
  bool exists(const std::string& key) {
    if (items_.count(key) != 0) return true;
    if (key.starts_with("node:")) return graph_.find(std::string_view(key).substr(5)).has_value();
    if (!key.starts_with("statement:")) return false;
    if (statements_.empty()) {
      const KnowledgeGraph& all = input_.inferred == nullptr ? graph_ : *input_.inferred;
      for (const StatementView edge : all.statements()) {
        statements_.insert(fmt::format("statement:{} {} {}", all.id(edge.subject), edge.relation,
                                       all.id(edge.object)));
      }
    }
    return statements_.count(key) != 0;
  }

  void write_decisions() {
    json_->objects("decisions", input_.decisions, [&](const Decision& decision) {
      const bool here = exists(decision.item);
      if (!here) out_.stale.push_back(decision.item);
      json_->text("item", decision.item);
      json_->text("label", decision.label);
      json_->text("verdict", decision.verdict);
      json_->text("comment", decision.comment);
      json_->text("reviewer", decision.reviewer);
      json_->text("at", decision.at);
      json_->flag("stale", !here);
    });
  }

  const ReviewInput& input_;
  const KnowledgeGraph& graph_;
  const Schema& schema_;
  std::unique_ptr<JsonBlock> json_;  ///< the block that is being written
  std::vector<std::pair<const char*, std::size_t>> sizes_;
  PageSummary out_;
  std::optional<Passages> passages_;  ///< made for the first finding
  std::unordered_set<std::string> items_;
  std::unordered_set<std::string> statements_;
};

}  // namespace

PageSummary summarize(const ReviewInput& input) {
  return Summary(input).write();
}

}  // namespace samgak::review
