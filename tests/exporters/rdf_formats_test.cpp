// The four RDF formats say the same, judged by serd and RapidJSON.
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <serd/serd.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "exporters/registry.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

using Triples = std::set<std::string>;

/// Reads with serd; a triple is its three terms, a named graph is left out.
struct SerdReading {
  Triples triples;
  std::set<std::string> graphs;
  SerdEnv* env = serd_env_new(nullptr);
  bool failed = false;

  ~SerdReading() { serd_env_free(env); }

  std::string show(const SerdNode* node, const SerdNode* datatype, const SerdNode* language) {
    SerdNode full = serd_env_expand_node(env, node);
    const SerdNode* shown = full.buf != nullptr ? &full : node;
    std::string text(reinterpret_cast<const char*>(shown->buf), shown->n_bytes);
    text = node->type == SERD_LITERAL ? "\"" + text + "\"" : "<" + text + ">";
    if (datatype != nullptr && datatype->buf != nullptr)
      text += "^^" + show(datatype, nullptr, nullptr);
    if (language != nullptr && language->buf != nullptr)
      text += "@" + std::string(reinterpret_cast<const char*>(language->buf));
    serd_node_free(&full);
    return text;
  }

  static SerdStatus statement(void* handle, SerdStatementFlags, const SerdNode* graph,
                              const SerdNode* s, const SerdNode* p, const SerdNode* o,
                              const SerdNode* datatype, const SerdNode* language) {
    auto& self = *static_cast<SerdReading*>(handle);
    if (graph != nullptr && graph->buf != nullptr)
      self.graphs.insert(self.show(graph, nullptr, nullptr));
    self.triples.insert(self.show(s, nullptr, nullptr) + " " + self.show(p, nullptr, nullptr) +
                        " " + self.show(o, datatype, language));
    return SERD_SUCCESS;
  }
  static SerdStatus prefix(void* handle, const SerdNode* name, const SerdNode* uri) {
    return serd_env_set_prefix(static_cast<SerdReading*>(handle)->env, name, uri);
  }

  void read(SerdSyntax syntax, const std::string& text) {
    SerdReader* reader =
        serd_reader_new(syntax, this, nullptr, nullptr, prefix, statement, nullptr);
    serd_reader_set_strict(reader, true);
    failed = serd_reader_read_string(reader, reinterpret_cast<const uint8_t*>(text.c_str())) !=
             SERD_SUCCESS;
    serd_reader_free(reader);
  }
};

class RdfTest : public testing::TestWithParam<bool> {
 protected:
  KnowledgeGraph graph_ = GetParam() ? hostile_graph() : plain_graph();
};

TEST_P(RdfTest, SerdReadsTheSameTriplesFromAll) {
  SerdReading nquads;
  SerdReading turtle;
  SerdReading trig;
  const std::string lines = export_text("nquads", graph_);
  nquads.read(SERD_NQUADS, lines);
  turtle.read(SERD_TURTLE, export_text("turtle", graph_));
  trig.read(SERD_TRIG, export_text("trig", graph_));
  EXPECT_FALSE(nquads.failed || turtle.failed || trig.failed);
  EXPECT_EQ(nquads.triples.size(),
            static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')));
  EXPECT_EQ(nquads.triples, turtle.triples);
  EXPECT_EQ(nquads.triples, trig.triples);
  EXPECT_EQ(trig.graphs, std::set<std::string>{"<https://w3id.org/samgak/id/graph/evidence>"});
}

TEST_P(RdfTest, NquadsAreCanonical) {
  std::istringstream in(export_text("nquads", graph_));
  std::string last;
  for (std::string line; std::getline(in, line); last = line) {
    EXPECT_LT(last, line);
    EXPECT_EQ(line.find("_:"), line.find("_:", line.find('"'))) << "no blank nodes";
  }
}

TEST_P(RdfTest, EveryEdgeIsATripleAndAStatement) {
  SerdReading nquads;
  nquads.read(SERD_NQUADS, export_text("nquads", graph_));
  const std::string type = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ";
  std::size_t statements = 0;
  std::size_t pieces = 0;
  for (const std::string& triple : nquads.triples) {
    statements += triple.ends_with(type + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>");
    pieces += triple.ends_with(type + "<https://w3id.org/samgak/ns#Evidence>");
  }
  std::size_t evidence = 0;
  for (const StatementView& s : graph_.statements()) evidence += s.evidence.size();
  EXPECT_EQ(statements, graph_.statement_count());
  EXPECT_EQ(pieces, evidence);
}

/// A reader of the part of JSON-LD that the exporter writes: terms of its own context, absolute
/// IRIs.
Triples jsonld_triples(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
      text.data(), text.size());
  EXPECT_FALSE(document.HasParseError());
  const auto& context = document["@context"];
  const auto expand = [&](std::string term) {
    if (context.HasMember(term)) {
      const auto& definition = context[term];
      term = definition.IsString() ? definition.GetString() : definition["@id"].GetString();
    }
    const std::size_t colon = term.find(':');
    const std::string prefix = term.substr(0, colon);
    if (term.find("//") == std::string::npos && context.HasMember(prefix)) {
      return context[prefix].GetString() + term.substr(colon + 1);
    }
    return term;
  };
  const auto string = [](const rapidjson::Value& v) {
    return std::string(v.GetString(), v.GetStringLength());
  };
  Triples triples;
  for (const auto& node : document["@graph"].GetArray()) {
    const std::string subject = "<" + string(node["@id"]) + ">";
    EXPECT_EQ(std::string(node.MemberBegin()->name.GetString()), "@type")
        << "streaming readers want the type first";
    for (const auto& member : node.GetObject()) {
      const std::string key = string(member.name);
      if (key == "@id") continue;
      const bool types = key == "@type";
      const rapidjson::Value* definition =
          context.HasMember(key) && context[key].IsObject() ? &context[key] : nullptr;
      const std::string coercion = definition != nullptr && definition->HasMember("@type")
                                       ? (*definition)["@type"].GetString()
                                       : "";
      const std::string predicate =
          "<" +
          (types ? std::string("http://www.w3.org/1999/02/22-rdf-syntax-ns#type") : expand(key)) +
          ">";
      const auto add = [&](const std::string& object) {
        triples.insert(subject + " " + predicate + " " + object);
      };
      const auto value = [&](const rapidjson::Value& v) {
        if (v.IsObject() && v.HasMember("@id")) return add("<" + string(v["@id"]) + ">");
        if (v.IsObject())
          return add("\"" + string(v["@value"]) + "\"^^<" + expand(string(v["@type"])) + ">");
        if (types || coercion == "@vocab") return add("<" + expand(string(v)) + ">");
        if (coercion == "@id") return add("<" + string(v) + ">");
        add("\"" + string(v) + "\"" + (coercion.empty() ? "" : "^^<" + expand(coercion) + ">"));
      };
      if (definition != nullptr && definition->HasMember("@container") &&
          (*definition)["@container"] == "@language") {
        for (const auto& language : member.value.GetObject()) {
          const auto tagged = [&](const rapidjson::Value& v) {
            add("\"" + string(v) + "\"@" + string(language.name));
          };
          if (language.value.IsArray()) {
            for (const auto& v : language.value.GetArray()) tagged(v);
          } else {
            tagged(language.value);
          }
        }
      } else if (member.value.IsArray()) {
        for (const auto& v : member.value.GetArray()) value(v);
      } else {
        value(member.value);
      }
    }
  }
  return triples;
}

TEST_P(RdfTest, JsonLdSaysTheSame) {
  SerdReading nquads;
  nquads.read(SERD_NQUADS, export_text("nquads", graph_));
  const std::string text = export_text("jsonld", graph_);
  EXPECT_EQ(text.find("@version"), std::string::npos) << "readers of 1.0 would refuse it";
  EXPECT_EQ(jsonld_triples(text), nquads.triples);
}

INSTANTIATE_TEST_SUITE_P(Graphs, RdfTest, testing::Bool(),
                         [](const auto& test) { return test.param ? "hostile" : "plain"; });

TEST(Nquads, SortsNumbersAndPathsAsLinesSort) {
  // 12 pieces of evidence, and ids that are beginnings of others.
  Extraction x;
  for (const char* id : {"a", "a/1", "a/12", "a-b", "a!", "statement", "statements", "z"}) {
    Entity e;
    e.id = e.name = id;
    e.type = "Place";
    for (std::uint32_t i = 0; i < 12; ++i) e.mentions.push_back({{"d", i, i + 1}, "말", "r"});
    x.entities.push_back(e);
  }
  Statement s{"a", "partOf", "a/12", {}, "", {}};
  for (std::uint32_t i = 0; i < 12; ++i)
    s.evidence.push_back({{"d", i, i + 1}, "q", "r", "", Status::held, 0.5});
  x.statements = {s,
                  {"a", "partOf", "a/1", {}, "", s.evidence},
                  {"a", "part2", "z", {}, "", s.evidence},
                  {"a", "mention", "z", {}, "", s.evidence}};
  std::istringstream in(export_text("nquads", build_graph({x})));
  std::string last;
  for (std::string line; std::getline(in, line); last = line) EXPECT_LT(last, line);
}

}  // namespace
}  // namespace samgak
