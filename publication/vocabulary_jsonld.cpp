#include "publication/vocabulary_jsonld.hpp"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <map>
#include <span>
#include <unordered_set>
#include <vector>

#include "ontology/rdf_names.hpp"

namespace samgak {
namespace {

class Writer {
 public:
  explicit Writer(const Vocabulary& vocabulary)
      : graph_(vocabulary.graph()),
        prefixes_(vocabulary.prefixes()),
        first_(graph_.terms().find_iri(rdf_names::kFirst)),
        rest_(graph_.terms().find_iri(rdf_names::kRest)),
        nil_(graph_.terms().find_iri(rdf_names::kNil)),
        type_(graph_.terms().find_iri(rdf_names::kType)) {}

  std::string run() {
    out_.SetIndent(' ', 2);
    out_.StartObject();
    out_.Key("@context");
    out_.StartObject();
    for (const auto& [prefix, space] : prefixes_.all()) {
      if (!prefix.empty()) text(prefix, space);
    }
    out_.EndObject();
    out_.Key("@graph");
    out_.StartArray();
    for (const auto& [name, term] : subjects()) subject(name, term);
    out_.EndArray();
    out_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  void key(std::string_view name) {
    out_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void string(std::string_view value) {
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  /// The nodes to write; those of collections stand where the collection does.
  std::map<std::string, TermIndex> subjects() {
    for (const RdfTriple& t : graph_.triples()) {
      if (t.predicate == rest_ || !is_list(t.object)) continue;
      for (TermIndex at = t.object; at != nil_; at = graph_.object(at, rest_)) in_lists_.insert(at);
    }
    std::map<std::string, TermIndex> out;
    for (const RdfTriple& t : graph_.triples()) {
      if (!in_lists_.contains(t.subject)) out.emplace(id(t.subject), t.subject);
    }
    return out;
  }

  /// A collection that JSON-LD has a form for: nothing but firsts and rests, mentioned once.
  [[nodiscard]] bool is_list(TermIndex head) const {
    if (nil_ == kNoTerm || head == nil_) return false;
    std::unordered_set<TermIndex> seen;
    for (; head != nil_; head = graph_.object(head, rest_)) {
      if (head == kNoTerm || graph_.term(head).kind != RdfTerm::Kind::blank) return false;
      if (graph_.from(head).size() != 2 || graph_.from(head, first_).size() != 1) return false;
      if (graph_.to(head).size() != 1 || !seen.insert(head).second) return false;
    }
    return true;
  }

  [[nodiscard]] std::string id(TermIndex term) const {
    const RdfTerm value = graph_.term(term);
    if (value.kind == RdfTerm::Kind::blank) return fmt::format("_:b{}", number(term));
    return short_name(value.text);
  }

  [[nodiscard]] std::string short_name(std::string_view iri) const {
    const std::string name = prefixes_.shorten(iri);
    const bool has_prefix = name.front() != '<' && name.front() != ':';
    return has_prefix ? name : std::string(iri);
  }

  void subject(const std::string& name, TermIndex term) {
    out_.StartObject();
    text("@id", name);
    const std::span<const RdfTriple> said = graph_.from(term);
    for (std::size_t begin = 0; begin < said.size();) {
      std::size_t end = begin;
      while (end < said.size() && said[end].predicate == said[begin].predicate) ++end;
      property(said.subspan(begin, end - begin));
      begin = end;
    }
    out_.EndObject();
  }

  void property(std::span<const RdfTriple> said) {
    const bool types = said.front().predicate == type_;
    key(types ? "@type" : short_name(graph_.term(said.front().predicate).text));
    out_.StartArray();
    for (const RdfTriple& t : said) types ? string(id(t.object)) : value(t.object);
    out_.EndArray();
  }

  void value(TermIndex term) {
    const RdfTerm what = graph_.term(term);
    out_.StartObject();
    if (what.is_literal()) {
      literal(what);
    } else if (in_lists_.contains(term)) {
      out_.Key("@list");
      out_.StartArray();
      for (const TermIndex member : graph_.list(term)) value(member);
      out_.EndArray();
    } else {
      text("@id", id(term));
    }
    out_.EndObject();
  }

  void literal(const RdfTerm& what) {
    text("@value", what.text);
    if (!what.language.empty()) {
      text("@language", what.language);
    } else if (what.datatype != rdf_names::kXsdString) {
      text("@type", short_name(what.datatype));
    }
  }

  const RdfGraph& graph_;
  const RdfPrefixes& prefixes_;
  TermIndex first_;
  TermIndex rest_;
  TermIndex nil_;
  TermIndex type_;
  std::unordered_set<TermIndex> in_lists_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> out_{buffer_};
};

}  // namespace

std::string vocabulary_as_jsonld(const Vocabulary& vocabulary) {
  return Writer(vocabulary).run();
}

}  // namespace samgak
