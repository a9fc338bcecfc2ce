#include "graph/jsonl_reader.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <istream>
#include <limits>
#include <string>

#include "text/diagnostic.hpp"

namespace samgak {

namespace {

using Value = rapidjson::Value;

/// Deep nesting must not use up the stack, and bytes that are no UTF-8 must not come in.
constexpr unsigned kFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// One line; every complaint carries its place.
class LineReader {
 public:
  LineReader(std::string_view name, std::size_t line) : name_(name), line_(line) {}

  void read(const std::string& text, Extraction& out) const;

 private:
  [[noreturn]] void fail(std::string_view message) const {
    throw LoadError(fmt::format("{}:{}: {}", visible(name_), line_, message));
  }

  const Value* find(const Value& object, const char* key) const {
    const auto found = object.FindMember(key);
    return found == object.MemberEnd() ? nullptr : &found->value;
  }

  /// The string under `key`, or empty where there is none.
  std::string text(const Value& object, const char* key) const {
    const Value* value = find(object, key);
    if (value == nullptr) return {};
    if (!value->IsString()) fail(fmt::format("“{}” must be a string", key));
    return std::string(text_of(*value));
  }

  std::string needed_text(const Value& object, const char* key) const {
    std::string found = text(object, key);
    if (found.empty()) fail(fmt::format("“{}” is missing or empty", key));
    return found;
  }

  /// The array under `key`, or null.
  const Value* array(const Value& object, const char* key) const {
    const Value* value = find(object, key);
    if (value != nullptr && !value->IsArray()) fail(fmt::format("“{}” must be a list", key));
    return value;
  }

  std::vector<std::string> texts(const Value& object, const char* key) const {
    std::vector<std::string> out;
    if (const Value* values = array(object, key)) {
      for (rapidjson::SizeType i = 0; i < values->Size(); ++i) out.push_back(item(*values, key, i));
    }
    return out;
  }

  /// Item `i` of a list that must have one.
  const Value& at(const Value& list, const char* key, rapidjson::SizeType i) const {
    if (i >= list.Size()) fail(fmt::format("“{}” is shorter than the lists beside it", key));
    return list[i];
  }

  std::string item(const Value& list, const char* key, rapidjson::SizeType i) const {
    const Value& value = at(list, key, i);
    if (!value.IsString()) fail(fmt::format("“{}” must hold strings", key));
    return std::string(text_of(value));
  }

  std::string item_of(const Value& object, const char* key, rapidjson::SizeType i) const {
    const Value* list = array(object, key);
    if (list == nullptr) fail(fmt::format("“{}” is missing", key));
    return item(*list, key, i);
  }

  std::uint32_t number_of(const Value& object, const char* key, rapidjson::SizeType i) const {
    const Value* list = array(object, key);
    if (list == nullptr) fail(fmt::format("“{}” is missing", key));
    const Value& value = at(*list, key, i);
    if (!value.IsUint()) fail(fmt::format("“{}” must hold whole numbers", key));
    return value.GetUint();
  }

  double fraction_of(const Value& object, const char* key, rapidjson::SizeType i) const {
    const Value* list = array(object, key);
    if (list == nullptr) fail(fmt::format("“{}” is missing", key));
    const Value& value = at(*list, key, i);
    if (!value.IsNumber()) fail(fmt::format("“{}” must hold numbers", key));
    return value.GetDouble();
  }

  Status status_of(std::string_view text) const {
    for (const Status status : {Status::held, Status::planned, Status::proposed}) {
      if (to_string(status) == text) return status;
    }
    fail("a status must be held, planned or proposed");
  }

  std::string type_of(const Value& line, const Value& properties) const;
  Entity node(const Value& line, const Value& properties) const;
  void relationship(const Value& line, const Value& properties, Extraction& out) const;

  std::string_view name_;
  std::size_t line_;
};

void LineReader::read(const std::string& text, Extraction& out) const {
  if (text.find('\0') != std::string::npos) fail("a line holds a zero byte");
  rapidjson::Document line;
  line.Parse<kFlags>(text.data(), text.size());
  if (line.HasParseError()) {
    fail(fmt::format("no JSON at byte {}: {}", line.GetErrorOffset(),
                     rapidjson::GetParseError_En(line.GetParseError())));
  }
  if (!line.IsObject()) fail("a line must be an object");
  const Value none(rapidjson::kObjectType);
  const Value* properties = find(line, "properties");
  if (properties == nullptr) properties = &none;
  if (!properties->IsObject()) fail("“properties” must be an object");
  const std::string kind = needed_text(line, "type");
  if (kind == "node") {
    out.entities.push_back(node(line, *properties));
  } else if (kind == "relationship") {
    relationship(line, *properties, out);
  } else {
    fail("“type” must be node or relationship");
  }
}

/// A type that Neo4j could not take as a label stands among the properties.
std::string LineReader::type_of(const Value& line, const Value& properties) const {
  std::string type = text(properties, "type");
  if (!type.empty()) return type;
  const Value* labels = array(line, "labels");
  if (labels == nullptr || labels->Empty()) fail("a node needs one of “labels”");
  type = item(*labels, "labels", 0);
  if (type.empty()) fail("a label is empty");
  return type;
}

Entity LineReader::node(const Value& line, const Value& p) const {
  Entity entity;
  entity.id = needed_text(line, "id");
  entity.type = type_of(line, p);
  entity.name = text(p, "name");
  entity.name_en = text(p, "name_en");
  entity.name_ja = text(p, "name_ja");
  entity.wikidata = text(p, "wikidata");
  entity.aliases = texts(p, "aliases");
  if (const Value* mentions = array(p, "mention")) {
    for (rapidjson::SizeType i = 0; i < mentions->Size(); ++i) {
      entity.mentions.push_back({{item_of(p, "mentionDoc", i), number_of(p, "mentionBegin", i),
                                  number_of(p, "mentionEnd", i)},
                                 item(*mentions, "mention", i),
                                 item_of(p, "mentionReason", i)});
    }
  }
  if (const Value* keys = array(p, "claimKey")) {
    for (rapidjson::SizeType i = 0; i < keys->Size(); ++i) {
      entity.claims.push_back({item(*keys, "claimKey", i),
                               item_of(p, "claimValue", i),
                               {item_of(p, "claimDoc", i), number_of(p, "claimBegin", i),
                                number_of(p, "claimEnd", i)}});
    }
  }
  return entity;
}

void LineReader::relationship(const Value& line, const Value& p, Extraction& out) const {
  Statement statement;
  statement.relation = text(p, "relation");
  if (statement.relation.empty()) statement.relation = needed_text(line, "label");
  for (const bool start : {true, false}) {
    const Value* end = find(line, start ? "start" : "end");
    if (end == nullptr || !end->IsObject()) fail("a relationship needs “start” and “end”");
    (start ? statement.subject : statement.object) = needed_text(*end, "id");
  }
  statement.roles = texts(p, "roles");
  statement.date = text(p, "date");
  const Value* quotes = array(p, "evidence");
  if (quotes == nullptr || quotes->Empty()) fail("a relationship needs “evidence”");
  for (rapidjson::SizeType i = 0; i < quotes->Size(); ++i) {
    statement.evidence.push_back({{item_of(p, "evidenceDoc", i), number_of(p, "evidenceBegin", i),
                                   number_of(p, "evidenceEnd", i)},
                                  item(*quotes, "evidence", i),
                                  item_of(p, "rule", i),
                                  item_of(p, "bindings", i),
                                  status_of(item_of(p, "evidenceStatus", i)),
                                  fraction_of(p, "evidenceConfidence", i)});
  }
  const std::vector<std::string> other_dates = texts(p, "date_conflicts");
  out.statements.push_back(statement);
  for (const std::string& date : other_dates) {
    statement.date = date;
    // The evidence is the same; the builder keeps equal pieces once.
    out.statements.push_back(statement);
  }
}

}  // namespace

void read_jsonl(std::istream& in, std::string_view name, GraphBuilder& builder) {
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    Extraction extraction;
    LineReader(name, line).read(text, extraction);
    builder.add(std::move(extraction));
  }
  if (in.bad()) throw LoadError(fmt::format("{}: cannot be read to its end", visible(name)));
}

KnowledgeGraph read_graph(std::istream& in, std::string_view name) {
  GraphBuilder builder;
  read_jsonl(in, name, builder);
  return std::move(builder).build();
}

}  // namespace samgak
