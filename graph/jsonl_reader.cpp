#include "graph/jsonl_reader.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_input.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

using Pool = rapidjson::MemoryPoolAllocator<>;
using Document = rapidjson::GenericDocument<rapidjson::UTF8<>, Pool, Pool>;
using Value = Document::ValueType;

/// Deep nesting must not use up the stack.
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag;

std::string_view text_of(const Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

/// Reads lines one after the other; every complaint carries its place. Texts stay where the line
/// lies: strings are unescaped in it, and what is handed on are views.
class LineReader {
 public:
  LineReader(std::string_view name, GraphBuilder& builder)
      : name_(name),
        builder_(builder),
        pool_(pool_room_.data(), pool_room_.size()),
        stack_(stack_room_.data(), stack_room_.size()) {}

  /// `text` is used up.
  void read(std::string& text, std::size_t line);

 private:
  [[noreturn]] void fail(std::string_view message) const {
    throw LoadError(fmt::format("{}:{}: {}", visible(name_), line_, message));
  }

  const Value* find(const Value& object, std::string_view key) const {
    for (auto member = object.MemberBegin(); member != object.MemberEnd(); ++member) {
      if (text_of(member->name) == key) return &member->value;
    }
    return nullptr;
  }

  /// The string under `key`, or empty where there is none.
  std::string_view text(const Value& object, std::string_view key) const {
    const Value* value = find(object, key);
    if (value == nullptr) return {};
    if (!value->IsString()) fail(fmt::format("“{}” must be a string", key));
    return text_of(*value);
  }

  std::string_view needed_text(const Value& object, std::string_view key) const {
    const std::string_view found = text(object, key);
    if (found.empty()) fail(fmt::format("“{}” is missing or empty", key));
    return found;
  }

  /// The array under `key`, or null.
  const Value* array(const Value& object, std::string_view key) const {
    const Value* value = find(object, key);
    if (value != nullptr && !value->IsArray()) fail(fmt::format("“{}” must be a list", key));
    return value;
  }

  void texts(const Value& object, std::string_view key, std::vector<std::string_view>& out) const {
    const Value* values = array(object, key);
    if (values == nullptr) return;
    for (const Value& value : values->GetArray()) out.push_back(item(value, key));
  }

  std::string_view item(const Value& value, std::string_view key) const {
    if (!value.IsString()) fail(fmt::format("“{}” must hold strings", key));
    return text_of(value);
  }

  /// A list that must have an item for each of another one.
  class Column {
   public:
    Column(const LineReader& reader, const Value& object, std::string_view key,
           rapidjson::SizeType size)
        : reader_(reader), key_(key), list_(reader.array(object, key)) {
      if (list_ == nullptr) reader.fail(fmt::format("“{}” is missing", key));
      if (list_->Size() < size) {
        reader.fail(fmt::format("“{}” is shorter than the lists beside it", key));
      }
    }
    std::string_view text(rapidjson::SizeType i) const { return reader_.item((*list_)[i], key_); }
    std::uint32_t number(rapidjson::SizeType i) const {
      const Value& value = (*list_)[i];
      if (!value.IsUint()) reader_.fail(fmt::format("“{}” must hold whole numbers", key_));
      return value.GetUint();
    }
    double fraction(rapidjson::SizeType i) const {
      const Value& value = (*list_)[i];
      if (!value.IsNumber()) reader_.fail(fmt::format("“{}” must hold numbers", key_));
      return value.GetDouble();
    }

   private:
    const LineReader& reader_;
    std::string_view key_;
    const Value* list_;
  };

  Status status_of(std::string_view text) const {
    for (const Status status : {Status::held, Status::planned, Status::proposed}) {
      if (to_string(status) == text) return status;
    }
    fail("a status must be held, planned or proposed");
  }

  std::string_view type_of(const Value& line, const Value& properties) const;
  void node(const Value& line, const Value& properties);
  bool document(const Value& properties);
  void checksum(std::string_view document, std::string_view text);
  void mentions(const Value& properties);
  void claims(const Value& properties);
  void relationship(const Value& line, const Value& properties);
  void evidence(const Value& properties);

  std::string_view name_;
  GraphBuilder& builder_;
  std::size_t line_ = 0;
  EntityInput entity_;
  StatementInput statement_;
  std::vector<char> pool_room_ = std::vector<char>(64 * 1024);
  std::vector<char> stack_room_ = std::vector<char>(16 * 1024);
  Pool pool_;
  Pool stack_;
};

void LineReader::read(std::string& text, std::size_t line) {
  line_ = line;
  if (text.find('\0') != std::string::npos) fail("a line holds a zero byte");
  if (!is_valid_utf8(text)) fail("no JSON: the line is no UTF-8");
  pool_.Clear();
  stack_.Clear();
  Document document(&pool_, 1024, &stack_);
  document.ParseInsitu<kFlags>(text.data());
  if (document.HasParseError()) {
    fail(fmt::format("no JSON at byte {}: {}", document.GetErrorOffset(),
                     rapidjson::GetParseError_En(document.GetParseError())));
  }
  if (!document.IsObject()) fail("a line must be an object");
  const Value none(rapidjson::kObjectType);
  const Value* properties = find(document, "properties");
  if (properties == nullptr) properties = &none;
  if (!properties->IsObject()) fail("“properties” must be an object");
  const std::string_view kind = needed_text(document, "type");
  if (kind == "node") {
    node(document, *properties);
  } else if (kind == "relationship") {
    relationship(document, *properties);
  } else {
    fail("“type” must be node or relationship");
  }
}

/// A type that Neo4j could not take as a label stands among the properties.
std::string_view LineReader::type_of(const Value& line, const Value& properties) const {
  const std::string_view type = text(properties, "type");
  if (!type.empty()) return type;
  const Value* labels = array(line, "labels");
  if (labels == nullptr || labels->Empty()) fail("a node needs one of “labels”");
  const std::string_view label = item((*labels)[0], "labels");
  if (label.empty()) fail("a label is empty");
  return label;
}

void LineReader::checksum(std::string_view document, std::string_view text) {
  const std::optional<Sha256> value = Sha256::from_hex(text);
  if (!value) fail("“sha256” must be 64 hexadecimal digits");
  builder_.add_document(document, *value);
}

/// Takes the line of a source and says so; it is a node for Neo4j and none of the graph.
bool LineReader::document(const Value& p) {
  if (entity_.type != "Document" || find(p, "sha256") == nullptr) return false;
  const std::string_view name = needed_text(p, "name");
  checksum(name, text(p, "sha256"));
  const Value* others = array(p, "sha256_conflicts");
  if (others == nullptr) return true;
  for (const Value& other : others->GetArray()) checksum(name, item(other, "sha256_conflicts"));
  return true;
}

void LineReader::node(const Value& line, const Value& p) {
  entity_.id = needed_text(line, "id");
  entity_.type = type_of(line, p);
  if (entity_.id.starts_with("document/") && document(p)) return;
  entity_.name = text(p, "name");
  entity_.name_en = text(p, "name_en");
  entity_.name_ja = text(p, "name_ja");
  entity_.wikidata = text(p, "wikidata");
  entity_.aliases.clear();
  texts(p, "aliases", entity_.aliases);
  mentions(p);
  claims(p);
  builder_.add(entity_);
}

void LineReader::mentions(const Value& p) {
  entity_.mentions.clear();
  const Value* surfaces = array(p, "mention");
  if (surfaces == nullptr || surfaces->Empty()) return;
  const rapidjson::SizeType size = surfaces->Size();
  const Column document(*this, p, "mentionDoc", size);
  const Column begin(*this, p, "mentionBegin", size);
  const Column end(*this, p, "mentionEnd", size);
  const Column reason(*this, p, "mentionReason", size);
  for (rapidjson::SizeType i = 0; i < size; ++i) {
    entity_.mentions.push_back({{document.text(i), begin.number(i), end.number(i)},
                                item((*surfaces)[i], "mention"),
                                reason.text(i)});
  }
}

void LineReader::claims(const Value& p) {
  entity_.claims.clear();
  const Value* keys = array(p, "claimKey");
  if (keys == nullptr || keys->Empty()) return;
  const rapidjson::SizeType size = keys->Size();
  const Column value(*this, p, "claimValue", size);
  const Column document(*this, p, "claimDoc", size);
  const Column begin(*this, p, "claimBegin", size);
  const Column end(*this, p, "claimEnd", size);
  for (rapidjson::SizeType i = 0; i < size; ++i) {
    entity_.claims.push_back({{document.text(i), begin.number(i), end.number(i)},
                              item((*keys)[i], "claimKey"),
                              value.text(i)});
  }
}

void LineReader::relationship(const Value& line, const Value& p) {
  statement_.relation = text(p, "relation");
  if (statement_.relation.empty()) statement_.relation = needed_text(line, "label");
  for (const bool start : {true, false}) {
    const Value* end = find(line, start ? "start" : "end");
    if (end == nullptr || !end->IsObject()) fail("a relationship needs “start” and “end”");
    (start ? statement_.subject : statement_.object) = needed_text(*end, "id");
  }
  statement_.roles.clear();
  texts(p, "roles", statement_.roles);
  statement_.dates.assign(1, text(p, "date"));
  texts(p, "date_conflicts", statement_.dates);
  evidence(p);
  builder_.add(statement_);
}

void LineReader::evidence(const Value& p) {
  statement_.evidence.clear();
  const Value* quotes = array(p, "evidence");
  if (quotes == nullptr || quotes->Empty()) fail("a relationship needs “evidence”");
  const rapidjson::SizeType size = quotes->Size();
  const Column document(*this, p, "evidenceDoc", size);
  const Column begin(*this, p, "evidenceBegin", size);
  const Column end(*this, p, "evidenceEnd", size);
  const Column rule(*this, p, "rule", size);
  const Column bindings(*this, p, "bindings", size);
  const Column status(*this, p, "evidenceStatus", size);
  const Column confidence(*this, p, "evidenceConfidence", size);
  for (rapidjson::SizeType i = 0; i < size; ++i) {
    statement_.evidence.push_back({{document.text(i), begin.number(i), end.number(i)},
                                   item((*quotes)[i], "evidence"),
                                   rule.text(i),
                                   bindings.text(i),
                                   status_of(status.text(i)),
                                   confidence_steps(confidence.fraction(i))});
  }
}

}  // namespace

void read_jsonl(std::istream& in, std::string_view name, GraphBuilder& builder) {
  LineReader reader(name, builder);
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.find_first_not_of(" \t\r") != std::string::npos) reader.read(text, line);
  }
  if (in.bad()) throw LoadError(fmt::format("{}: cannot be read to its end", visible(name)));
}

KnowledgeGraph read_graph(std::istream& in, std::string_view name) {
  GraphBuilder builder;
  read_jsonl(in, name, builder);
  return std::move(builder).build();
}

}  // namespace samgak
