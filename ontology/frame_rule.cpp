#include "ontology/frame_rule.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "ontology/tsv.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

constexpr std::array<std::pair<std::string_view, SlotSource>, 20> kSources{{
    {"subject", SlotSource::subject},
    {"subjects", SlotSource::subjects},
    {"parties", SlotSource::parties},
    {"between", SlotSource::between},
    {"owners", SlotSource::owners},
    {"chairs", SlotSource::chairs},
    {"object", SlotSource::object},
    {"goal", SlotSource::goal},
    {"at", SlotSource::at},
    {"before", SlotSource::before},
    {"scope", SlotSource::scope},
    {"after", SlotSource::after},
    {"behind", SlotSource::behind},
    {"by", SlotSource::by},
    {"partners", SlotSource::partners},
    {"sentence", SlotSource::sentence},
    {"focus", SlotSource::focus},
    {"participants", SlotSource::participants},
    {"topic", SlotSource::topic},
    {"paper", SlotSource::paper},
}};

[[noreturn]] void fail(const std::filesystem::path& path, const YAML::Node& node,
                       std::string_view message) {
  throw LoadError(fmt::format("{}:{}: {}", path.string(), node.Mark().line + 1, message));
}

std::vector<std::string> words(const YAML::Node& node) {
  std::vector<std::string> out;
  if (node.IsScalar()) out.push_back(node.as<std::string>());
  for (const YAML::Node& item : node) out.push_back(item.as<std::string>());
  return out;
}

FrameSlot read_slot(const std::filesystem::path& path, const std::string& name,
                    const YAML::Node& node) {
  FrameSlot slot;
  slot.name = name;
  for (const auto& entry : node) {
    const auto key = entry.first.as<std::string>();
    if (key == "types") {
      slot.types = words(entry.second);
    } else if (key == "from") {
      for (const std::string& source : words(entry.second)) {
        const auto* const it = std::find_if(kSources.begin(), kSources.end(),
                                            [&](const auto& s) { return s.first == source; });
        if (it == kSources.end())
          fail(path, entry.second, fmt::format("unknown slot source «{}»", source));
        slot.from.push_back(it->second);
      }
    } else {
      fail(path, entry.first, fmt::format("unknown key «{}» in a slot", key));
    }
  }
  return slot;
}

FrameEdge read_edge(const std::filesystem::path& path, const FrameRule& rule,
                    const YAML::Node& node) {
  const auto text = node.as<std::string>();
  const std::size_t first = text.find(' ');
  const std::size_t last = text.rfind(' ');
  if (first == std::string::npos || first == last)
    fail(path, node, "an edge reads «slot relation slot»");
  FrameEdge edge{text.substr(0, first), text.substr(first + 1, last - first - 1),
                 text.substr(last + 1), false};
  edge.each_pair = edge.subject == edge.object;
  for (const std::string& name : {edge.subject, edge.object}) {
    const bool known = std::any_of(rule.slots.begin(), rule.slots.end(),
                                   [&](const auto& s) { return s.name == name; });
    if (!known) fail(path, node, fmt::format("no slot «{}»", name));
  }
  return edge;
}

FrameRule read_rule(const std::filesystem::path& path, const YAML::Node& node) {
  FrameRule rule;
  rule.source = fmt::format("{}:{}", path.string(), node.Mark().line + 1);
  if (!node["slots"]) fail(path, node, "a frame needs slots");
  for (const auto& entry : node["slots"]) {
    rule.slots.push_back(read_slot(path, entry.first.as<std::string>(), entry.second));
  }
  for (const auto& entry : node) {
    const auto key = entry.first.as<std::string>();
    const YAML::Node& value = entry.second;
    if (key == "id") {
      rule.id = value.as<std::string>();
    } else if (key == "trigger") {
      rule.triggers = words(value);
    } else if (key == "unless_next") {
      rule.unless_next = words(value);
    } else if (key == "unless_after") {
      rule.unless_after = words(value);
    } else if (key == "with") {
      rule.with = words(value);
    } else if (key == "without") {
      rule.without = words(value);
    } else if (key == "confidence") {
      rule.confidence = value.as<double>();
    } else if (key == "edges") {
      for (const YAML::Node& edge : value) rule.edges.push_back(read_edge(path, rule, edge));
    } else if (key == "yes") {
      for (const auto& example : value) {
        rule.matches.push_back({example.first.as<std::string>(), words(example.second)});
      }
    } else if (key == "no") {
      rule.rejects = words(value);
    } else if (key != "slots") {
      fail(path, entry.first, fmt::format("unknown key «{}» in a frame", key));
    }
  }
  if (rule.id.empty() || rule.triggers.empty() || rule.edges.empty()) {
    fail(path, node, "a frame needs an id, a trigger and edges");
  }
  return rule;
}

/// The text without what stands under `yes:` and `no:` of a frame, line feeds kept so that messages
/// name the right lines. A block ends where a line is indented no more than its key.
std::string without_examples(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t block = std::string_view::npos;  // indentation of the key whose block is left out
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t indent = line.find_first_not_of(' ');
    if (block != std::string_view::npos && indent != std::string_view::npos && indent <= block)
      block = std::string_view::npos;
    const std::string_view words = indent == std::string_view::npos ? "" : line.substr(indent);
    if (block == std::string_view::npos && (words == "yes:" || words == "no:")) block = indent;
    if (block == std::string_view::npos) out += line;
    out += '\n';
  }
  return out;
}

}  // namespace

std::vector<FrameRule> load_frame_rules(const std::filesystem::path& path, FrameExamples examples) {
  std::string text = read_text_file(path);
  if (examples == FrameExamples::leave_out) text = without_examples(text);
  std::vector<FrameRule> rules;
  try {
    for (const YAML::Node& node : YAML::Load(text)) rules.push_back(read_rule(path, node));
  } catch (const YAML::Exception& e) {
    throw LoadError(fmt::format("{}:{}: {}", path.string(), e.mark.line + 1, e.msg));
  }
  return rules;
}

}  // namespace samgak
