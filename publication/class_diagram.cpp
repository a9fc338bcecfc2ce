#include "publication/class_diagram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "text/diagnostic.hpp"

namespace samgak {
namespace {

constexpr std::string_view kHead = R"(digraph vocabulary {
  graph [rankdir=LR, fontname="Noto Sans CJK KR,NanumGothic,sans-serif", nodesep=0.5, ranksep=0.9, pad=0.3]
  node [shape=box, style="filled,rounded", fillcolor="#eef4f3", color="#22666b", fontname="Noto Sans CJK KR,NanumGothic,sans-serif", fontsize=12]
  edge [fontname="Noto Sans CJK KR,NanumGothic,sans-serif", fontsize=9, color="#8a8f98", fontcolor="#4a4f57"]
)";

constexpr std::string_view kLegend = R"(  subgraph cluster_legend {
    label="범례 / legend"; color="#c9cdc9"; fontsize=11
    legend_class [label="클래스\nclass"]
    legend_abstract [label="추상 클래스\nabstract class", style="filled,rounded,dashed", fillcolor=white]
    legend_class -> legend_abstract [arrowhead=empty, color="#22666b", label="하위 클래스\nsubclass"]
    legend_subject [label="주체\nsubject"]
    legend_object [label="객체\nobject"]
    legend_subject -> legend_object [label="관계\nrelation"]
  }
)";

/// A quoted string of DOT; `\n` between two labels stays.
std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : visible(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string label(const Labels& labels, const std::string& name) {
  std::string ko = dot_string(labels.ko.empty() ? name : labels.ko);
  ko.pop_back();
  return ko + "\\n" + dot_string(labels.en.empty() ? name : labels.en).substr(1);
}

/// Concrete types under an abstract class, by its name.
class Families {
 public:
  explicit Families(const Schema& schema) : schema_(schema) {
    for (const ClassInfo& info : schema.classes) {
      if (!info.is_abstract) add(info.name, info.name);
    }
  }

  /// The fewest classes that stand for exactly these types: an abstract one for all below it.
  [[nodiscard]] std::vector<std::string> shortest(const std::vector<std::string>& types) const {
    std::set<std::string> left(types.begin(), types.end());
    std::vector<std::pair<std::size_t, std::string>> by_size;
    for (const auto& [name, below] : below_) by_size.emplace_back(below.size(), name);
    std::sort(by_size.rbegin(), by_size.rend());
    std::vector<std::string> out;
    for (const auto& [size, name] : by_size) {
      const std::set<std::string>& below = below_.at(name);
      if (!std::includes(left.begin(), left.end(), below.begin(), below.end())) continue;
      for (const std::string& type : below) left.erase(type);
      out.push_back(name);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  void add(const std::string& type, const std::string& above) {
    if (!below_[above].insert(type).second) return;
    const ClassInfo* info = schema_.find_class(above);
    if (info == nullptr) return;
    for (const std::string& parent : info->parents) add(type, parent);
  }

  const Schema& schema_;
  std::map<std::string, std::set<std::string>> below_;
};

}  // namespace

std::string class_diagram(const Schema& schema) {
  std::string out(kHead);
  for (const ClassInfo& info : schema.classes) {
    out +=
        fmt::format("  {} [label={}{}]\n", dot_string(info.name), label(info.labels, info.name),
                    info.is_abstract ? ", style=\"filled,rounded,dashed\", fillcolor=white" : "");
  }
  for (const ClassInfo& info : schema.classes) {
    for (const std::string& parent : info.parents) {
      out += fmt::format("  {} -> {} [arrowhead=empty, color=\"#22666b\"]\n", dot_string(info.name),
                         dot_string(parent));
    }
  }
  // Relations that lead from one class to another share a line, or the diagram would be all lines.
  const Families families(schema);
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> lines;
  for (const RelationInfo& info : schema.relations) {
    for (const std::string& subject : families.shortest(info.subjects)) {
      for (const std::string& object : families.shortest(info.objects)) {
        lines[{subject, object}].push_back(
            fmt::format("{} {}", info.labels.ko.empty() ? info.name : info.labels.ko, info.name));
      }
    }
  }
  for (const auto& [ends, names] : lines) {
    std::string label = "\"";
    for (const std::string& name : names) {
      const std::string text = dot_string(name);
      label += text.substr(1, text.size() - 2) + "\\n";
    }
    out += fmt::format("  {} -> {} [label={}\"]\n", dot_string(ends.first), dot_string(ends.second),
                       label);
  }
  return out.append(kLegend).append("}\n");
}

}  // namespace samgak
