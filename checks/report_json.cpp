#include "checks/report_json.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace samgak {

namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void text(Writer& out, const char* key, std::string_view value) {
  out.Key(key);
  out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void text_where_any(Writer& out, const char* key, std::string_view value) {
  if (!value.empty()) text(out, key, value);
}

void bilingual(Writer& out, const char* key, const FindingText& value) {
  out.Key(key);
  out.StartObject();
  text(out, "ko", value.ko);
  text(out, "en", value.en);
  out.EndObject();
}

void write_finding(Writer& out, const Finding& finding, const KnowledgeGraph* graph) {
  out.StartObject();
  text(out, "severity", to_string(finding.severity));
  text(out, "shape", finding.shape);
  text(out, "component", finding.component);
  bilingual(out, "name", finding.name);
  bilingual(out, "message", finding.message);
  text(out, "focus", finding.focus);
  text(out, "label", finding.focus_label);
  text_where_any(out, "path", finding.path);
  text_where_any(out, "value", finding.value);
  text_where_any(out, "valueLabel", finding.value_label);
  if (graph != nullptr && finding.entity) text(out, "node", graph->id(*finding.entity));
  if (graph != nullptr && finding.statement) {
    const StatementId id = graph->statement(*finding.statement).id();
    text(out, "edge", {id.data(), id.size()});
  }
  out.Key("quotes");
  out.StartArray();
  for (const Quote& quote : finding.quotes) {
    out.StartObject();
    text(out, "document", quote.document);
    out.Key("begin");
    out.Uint(quote.begin);
    out.Key("end");
    out.Uint(quote.end);
    text(out, "text", quote.text);
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
}

}  // namespace

std::string report_as_json(const CheckReport& report, const KnowledgeGraph* graph) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.SetIndent(' ', 2);
  out.StartObject();
  out.Key("counts");
  out.StartObject();
  for (const FindingSeverity severity :
       {FindingSeverity::violation, FindingSeverity::warning, FindingSeverity::info}) {
    out.Key(std::string(to_string(severity)).c_str());
    out.Uint64(report.count(severity));
  }
  out.EndObject();
  out.Key("findings");
  out.StartArray();
  for (const Finding& finding : report.findings) write_finding(out, finding, graph);
  out.EndArray();
  out.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace samgak
