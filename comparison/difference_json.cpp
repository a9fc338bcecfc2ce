#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string_view>

#include "comparison/difference.hpp"

namespace samgak {
namespace {

class Report {
 public:
  std::string write(const Difference& difference) {
    out_.SetIndent(' ', 2);
    out_.StartObject();
    text("before", difference.before);
    text("after", difference.after);
    if (!difference.data.empty()) text("data", difference.data);
    counts(difference);
    if (difference.version) version(*difference.version);
    out_.Key("changes");
    out_.StartArray();
    for (const Change& one : difference.changes) change(one);
    out_.EndArray();
    out_.Key("entailments");
    out_.StartArray();
    for (const EntailmentChange& one : difference.entailments) {
      out_.StartObject();
      text("relation", one.relation);
      number("lost", one.lost);
      number("gained", one.gained);
      out_.EndObject();
    }
    out_.EndArray();
    out_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  void text(const char* key, std::string_view value) {
    out_.Key(key);
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(const char* key, std::uint64_t value) {
    out_.Key(key);
    out_.Uint64(value);
  }

  void counts(const Difference& difference) {
    out_.Key("counts");
    out_.StartObject();
    number("added", difference.count(ChangeKind::added));
    number("removed", difference.count(ChangeKind::removed));
    number("changed", difference.count(ChangeKind::changed));
    out_.EndObject();
  }

  void version(const VersionAdvice& advice) {
    out_.Key("version");
    out_.StartObject();
    text("step", to_string(advice.step));
    text("before", advice.before);
    text("declared", advice.declared);
    text("wanted", advice.wanted);
    out_.Key("enough");
    out_.Bool(advice.enough);
    out_.EndObject();
  }

  void change(const Change& change) {
    out_.StartObject();
    text("kind", to_string(change.kind));
    text("what", to_string(change.what));
    text("id", change.id);
    if (!change.label.empty()) text("label", change.label);
    if (!change.field.empty()) text("field", change.field);
    text("before", change.before);
    text("after", change.after);
    if (change.step != VersionStep::none) text("step", to_string(change.step));
    if (change.effect != DataEffect{}) {
      out_.Key("effect");
      out_.StartObject();
      number("nodes", change.effect.nodes);
      number("edges", change.effect.edges);
      number("lost", change.effect.lost);
      number("gained", change.effect.gained);
      out_.EndObject();
    }
    out_.EndObject();
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> out_{buffer_};
};

}  // namespace

std::string difference_as_json(const Difference& difference) {
  return Report().write(difference);
}

}  // namespace samgak
