#include "review/usage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace samgak::review {
namespace {

using Documents = std::unordered_set<std::string_view>;

/// Each class with the classes above it, itself first. A cycle in the file ends where it closes.
std::map<std::string, std::vector<std::string>> ancestors(const Schema& schema) {
  std::map<std::string, std::vector<std::string>> out;
  for (const ClassInfo& info : schema.classes) {
    std::vector<std::string> line{info.name};
    std::set<std::string> seen{info.name};
    for (std::size_t i = 0; i < line.size(); ++i) {
      const ClassInfo* above = schema.find_class(line[i]);
      if (above == nullptr) continue;
      for (const std::string& parent : above->parents) {
        if (seen.insert(parent).second) line.push_back(parent);
      }
    }
    out.emplace(info.name, std::move(line));
  }
  return out;
}

/// Finds a usage by name; a name that the ontology does not have gets a row behind the others.
template <typename Row>
class Rows {
 public:
  explicit Rows(std::vector<Row>& rows) : rows_(rows) {}

  Row& operator[](std::string_view name) {
    const auto [it, fresh] = index_.try_emplace(std::string(name), rows_.size());
    if (fresh) {
      rows_.emplace_back();
      rows_.back().name = name;
    }
    return rows_[it->second];
  }

 private:
  std::vector<Row>& rows_;
  std::unordered_map<std::string, std::size_t> index_;
};

class Counter {
 public:
  Counter(const KnowledgeGraph& graph, const Schema& schema) : graph_(graph), schema_(schema) {}

  Usage count() {
    list_declared();
    count_nodes();
    count_statements();
    fill_nodes_below();
    for (const auto& [name, documents] : class_documents_) {
      classes_[name].documents = static_cast<std::uint32_t>(documents.size());
    }
    out_.documents = static_cast<std::uint32_t>(all_documents_.size());
    return std::move(out_);
  }

 private:
  void list_declared() {
    std::set<std::string> of_nodes;
    for (const RelationInfo& relation : schema_.relations) {
      for (const auto* ends : {&relation.subjects, &relation.objects}) {
        for (const std::string& name : *ends) {
          const auto line = lines_.find(name);
          if (line != lines_.end()) of_nodes.insert(line->second.begin(), line->second.end());
        }
      }
    }
    for (const ClassInfo& info : schema_.classes) {
      classes_[info.name].of_nodes = of_nodes.count(info.name) != 0;
    }
    for (const RelationInfo& info : schema_.relations) relations_[info.name].known = true;
  }

  void count_nodes() {
    for (const EntityView node : graph_.entities()) {
      ClassUsage& usage = classes_[node.type];
      usage.known = schema_.find_class(node.type) != nullptr;
      ++usage.nodes;
      usage.mentions += node.mentions.size();
      out_.mentions += node.mentions.size();
      Documents& documents = class_documents_[std::string(node.type)];
      for_each_document(node.mentions, [&](std::string_view name) {
        documents.insert(name);
        all_documents_.insert(name);
      });
    }
  }

  void count_statements() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>,
             std::pair<SignatureUsage, Documents>>
        signatures;
    std::vector<Documents> documents(graph_.relations().size());
    for (const StatementView edge : graph_.statements()) {
      const std::uint32_t from = graph_.type_index(edge.subject);
      const std::uint32_t to = graph_.type_index(edge.object);
      ++classes_[graph_.types()[from]].statements;
      if (from != to) ++classes_[graph_.types()[to]].statements;
      RelationUsage& relation = relations_[edge.relation];
      ++relation.statements;
      relation.evidence += edge.evidence.size();
      out_.evidence += edge.evidence.size();
      auto& [signature, in] = signatures[{edge.relation_index, from, to}];
      ++signature.by_status[static_cast<std::size_t>(edge.status)];
      for_each_document(edge.evidence, [&, &own = in](std::string_view name) {
        own.insert(name);
        documents[edge.relation_index].insert(name);
        all_documents_.insert(name);
      });
    }
    for (auto& [key, counted] : signatures) {
      const auto [relation, from, to] = key;
      SignatureUsage& signature = counted.first;
      signature.subject_type = graph_.types()[from];
      signature.object_type = graph_.types()[to];
      signature.documents = static_cast<std::uint32_t>(counted.second.size());
      const std::string& name = graph_.relations()[relation];
      signature.allowed = schema_.allows(signature.subject_type, name, signature.object_type);
      relations_[name].signatures.push_back(std::move(signature));
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
      relations_[graph_.relations()[i]].documents = static_cast<std::uint32_t>(documents[i].size());
    }
    for (RelationUsage& relation : out_.relations) {
      relation.known = schema_.find_relation(relation.name) != nullptr;
      std::stable_sort(
          relation.signatures.begin(), relation.signatures.end(),
          [](const SignatureUsage& a, const SignatureUsage& b) { return a.total() > b.total(); });
    }
  }

  void fill_nodes_below() {
    std::vector<std::pair<std::string, std::uint32_t>> counts;
    for (const ClassUsage& usage : out_.classes) counts.emplace_back(usage.name, usage.nodes);
    for (const auto& [name, nodes] : counts) {
      const auto line = lines_.find(name);
      if (line == lines_.end()) {
        classes_[name].nodes_below = nodes;
        continue;
      }
      for (const std::string& above : line->second) {
        if (lines_.count(above) != 0) classes_[above].nodes_below += nodes;
      }
    }
  }

  const KnowledgeGraph& graph_;
  const Schema& schema_;
  const std::map<std::string, std::vector<std::string>> lines_ = ancestors(schema_);
  Usage out_;
  Rows<ClassUsage> classes_{out_.classes};
  Rows<RelationUsage> relations_{out_.relations};
  std::map<std::string, Documents> class_documents_;
  Documents all_documents_;
};

}  // namespace

Usage compute_usage(const KnowledgeGraph& graph, const Schema& schema) {
  return Counter(graph, schema).count();
}

}  // namespace samgak::review
