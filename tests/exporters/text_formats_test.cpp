// DOT, Mermaid, CSV, Neo4j's CSV and Cypher: shape, and nothing that breaks out.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "exporters/registry.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Strict RFC 4180.
Rows read_csv(const std::string& text) {
  Rows rows(1, {""});
  bool quoted = false;
  bool closed = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& cell = rows.back().back();
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else if (c == '"') {
        quoted = false;
        closed = true;
      } else {
        cell += c;
      }
    } else if (c == '"') {
      EXPECT_TRUE(cell.empty() && !closed) << "a quotation mark inside a bare cell";
      quoted = true;
    } else if (c == ',' || c == '\n') {
      if (c == ',') rows.back().emplace_back();
      if (c == '\n') rows.push_back({""});
      closed = false;
    } else if (c != '\r') {
      EXPECT_FALSE(closed) << "text behind a closed cell";
      cell += c;
    }
  }
  EXPECT_FALSE(quoted);
  rows.pop_back();
  return rows;
}

/// The files of a folder format by name.
std::map<std::string, std::string> files(std::string_view format, const KnowledgeGraph& graph,
                                         const ExportOptions& options = {}) {
  std::map<std::string, std::string> out;
  static_cast<void>(find_exporter(format)->write_folder(graph, options, [&](std::string_view name) {
    return std::make_unique<StringSink>(out[std::string(name)]);
  }));
  return out;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size()))
    ++n;
  return n;
}

TEST(Csv, IsExact) {
  const KnowledgeGraph graph = hostile_graph();
  auto folder = files("csv", graph);
  const Rows nodes = read_csv(folder["nodes.csv"]);
  ASSERT_EQ(nodes.size(), graph.entity_count() + 1);
  EXPECT_EQ(nodes[0][0], "Id");
  for (const EntityView& entity : graph.entities()) {
    const auto& row = nodes[number(entity.index) + 1];
    EXPECT_EQ(row.size(), nodes[0].size());
    EXPECT_EQ(row[0], entity.id);
    EXPECT_EQ(row[2], entity.type);
    EXPECT_EQ(row[4], entity.name_en);
    EXPECT_EQ(row[7], entity.wikidata);
  }
  const Rows edges = read_csv(folder["edges.csv"]);
  ASSERT_EQ(edges.size(), graph.statement_count() + 1);
  EXPECT_EQ(edges[0],
            (std::vector<std::string>{"Source", "Target", "Type", "Id", "Kind", "Label", "Weight",
                                      "Status", "Confidence", "Role", "Date", "Date_conflicts",
                                      "Docs", "Evidence", "EvidencePlace", "Rule"}));
  for (const StatementView& s : graph.statements()) {
    const auto& row = edges[number(s.index) + 1];
    EXPECT_EQ(row[0], graph.id(s.subject));
    EXPECT_EQ(row[2], "Directed");
    EXPECT_EQ(row[4], s.relation);
  }
}

TEST(Csv, NothingRunsInASpreadsheet) {
  ExportOptions options;
  options.spreadsheet_safe = true;
  for (const auto& [name, text] : files("csv", hostile_graph(), options)) {
    ASSERT_TRUE(text.starts_with("\xEF\xBB\xBF")) << name;
    for (const auto& row : read_csv(text.substr(3))) {
      for (const std::string& cell : row) {
        if (cell.empty()) continue;
        EXPECT_EQ(std::string("=+-@\t\r\n").find(cell[0]), std::string::npos) << cell.substr(0, 40);
        EXPECT_FALSE(cell.starts_with("＝")) << cell;
        EXPECT_LT(cell.size(), std::size_t{3} * 32767);
      }
    }
  }
}

TEST(Neo4jCsv, HeadersFitTheDataAndListsAreParted) {
  const KnowledgeGraph graph = hostile_graph();
  auto folder = files("neo4j-csv", graph);
  EXPECT_EQ(folder.size(), 7u);
  for (const std::string name : {"nodes", "relationships"}) {
    const Rows header = read_csv(folder[name + "-header.csv"]);
    const Rows rows = read_csv(folder[name + ".csv"]);
    ASSERT_EQ(header.size(), 1u);
    EXPECT_EQ(rows.size(), name == "nodes" ? graph.entity_count() : graph.statement_count());
    for (const auto& row : rows) EXPECT_EQ(row.size(), header[0].size());
  }
  const Rows nodes = read_csv(folder["nodes.csv"]);
  for (const EntityView& entity : graph.entities()) {
    const auto& row = nodes[number(entity.index)];
    EXPECT_EQ(row[0], entity.id);
    EXPECT_EQ(row[4], entity.name);
    EXPECT_EQ(row[8].empty() ? 0 : std::count(row[8].begin(), row[8].end(), '\x1F') + 1,
              static_cast<std::ptrdiff_t>(entity.aliases.size()));
  }
  const Rows edges = read_csv(folder["relationships.csv"]);
  std::set<std::string> types;
  for (const auto& row : edges) types.insert(row[2]);
  EXPECT_EQ(types, (std::set<std::string>{"RELATED", "attended", "chaired", "cooperatesWith",
                                          "followsUp", "label", "partOf"}));
  EXPECT_NE(folder["nodes.csv"].find(",\"\","), std::string::npos)
      << "an empty name is no missing one";
}

TEST(Cypher, NoTextBreaksOut) {
  const std::string text = export_text("cypher", hostile_graph());
  // Outside of strings only our own letters stand: take the strings away and look at the rest.
  std::string outside;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\'') {
      outside += text[i];
      continue;
    }
    for (++i; i < text.size() && text[i] != '\''; ++i) {
      EXPECT_NE(text[i], '\n') << "a line break inside a text";
      if (text[i] == '\\') {
        ++i;
        EXPECT_NE(std::string("\\'ntu").find(text[i]), std::string::npos);
      }
    }
    outside += "''";
  }
  EXPECT_EQ(outside.find("DETACH"), std::string::npos);
  EXPECT_EQ(outside.find('`'), std::string::npos);
  EXPECT_TRUE(std::all_of(outside.begin(), outside.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  EXPECT_EQ(count(outside, "MERGE (n:Entity {uid: c[0]})"), count(outside, "SET n += {"));
  EXPECT_EQ(text.find("CREATE ("), std::string::npos)
      << "a second run must find what the first one made";
}

TEST(Cypher, BatchesAreBounded) {
  Extraction x;
  for (int i = 0; i < 1201; ++i) {
    Entity e;
    e.id = "p/" + std::to_string(i);
    e.type = "Place";
    x.entities.push_back(e);
  }
  EXPECT_EQ(count(export_text("cypher", build_graph({x})), "UNWIND ["), 2u);
}

TEST(Cypher, RowsArePartedByWhatNoValueHolds) {
  const auto script = [](const std::string& name) {
    Extraction x;
    x.entities.push_back({"p/1", "Place", name, "", "", "", {"a", "b"}, {}, {}});
    return export_text("cypher", build_graph({x}));
  };
  EXPECT_NE(script("plain").find("|Place|plain||||;a;b"), std::string::npos);
  EXPECT_NE(script("plain").find("split(line, '|')"), std::string::npos);
  EXPECT_EQ(script("a|b").find("split(line, '|')"), std::string::npos);
  EXPECT_NE(script("a|b").find("split(line, '\xEE\x80\x80')"), std::string::npos);
  EXPECT_NE(script("a|b;c").find("split(c[4], '\xEE\x80\x81')"), std::string::npos)
      << "cells and items are parted by two characters";
}

TEST(Cypher, NoIndexOnNamesThatNeo4jWouldRefuse) {
  const auto script = [](std::size_t size) {
    Extraction x;
    x.entities.push_back({"p/1", "Place", std::string(size, 'n'), "", "", "", {}, {}, {}});
    return export_text("cypher", build_graph({x}));
  };
  EXPECT_NE(script(8000).find("samgak_entity_name"), std::string::npos);
  EXPECT_EQ(script(8001).find("samgak_entity_name"), std::string::npos);
}

TEST(Csv, ListsHoldNoEscapeThatGephiTakesForItsOwn) {
  Extraction x;
  x.entities.push_back({"p/1", "Place", "n", "", "", "", {"a\"b\\c\nd"}, {}, {}});
  const std::string text = export_text("csv", build_graph({x}));
  EXPECT_NE(text.find(R"("[""a\u0022b\u005Cc\u000Ad""]")"), std::string::npos) << text;
}

TEST(Dot, EveryStringIsQuotedAndShort) {
  ExportOptions options;
  options.clusters = true;
  const std::string text = export_text("dot", hostile_graph(), options);
  EXPECT_TRUE(text.starts_with("// 삼각 지식 그래프"));
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    ASSERT_TRUE(c >= 0x20 || c == '\n') << "control character " << int{c};
    if (text[i] != '"') continue;
    const std::size_t begin = i;
    for (++i; text[i] != '"'; ++i) {
      ASSERT_NE(text[i], '\n');
      if (text[i] == '\\') {
        ++i;
        ASSERT_NE(std::string("\\\"n").find(text[i]), std::string::npos)
            << "an escape that Graphviz would expand";
      }
      if (text[i] == '&') {
        ASSERT_EQ(text.substr(i, 5), "&amp;");
      }
    }
    EXPECT_LT(i - begin, 16384u);
  }
  EXPECT_EQ(text.find("URL="), std::string::npos);
  EXPECT_EQ(text.find("href"), std::string::npos);
}

TEST(Dot, DrawsWhatTheGraphSays) {
  ExportOptions options;
  options.focus = "state/KR";
  options.labels = {{"attended", "참석"}, {"Country", "국가"}, {"planned", "예정 & <곧>"}};
  const std::string text = export_text("dot", plain_graph(), options);
  EXPECT_NE(text.find("n2 [id=\"n2\", label=\"대한민국\", shape=box, fillcolor=\"#DCE9F7\", "
                      "color=\"#2F6DB5\", penwidth=3, fontsize=14"),
            std::string::npos);
  EXPECT_NE(text.find("n2 -> n0 [id=\"e9bb57ce5a44510f9\", label=\"참석\", color=\"#1E8A8A\", "
                      "fontcolor=\"#1E8A8A\", style=dashed, tooltip=\"참석\\n한국은 수소 대화를 열 "
                      "예정이다\\n가.txt:0-12\"]"),
            std::string::npos);
  EXPECT_NE(text.find("</FONT> 국가</TD>"), std::string::npos);
  EXPECT_NE(text.find("- - 예정 &amp; &lt;곧&gt; "), std::string::npos);
  EXPECT_NE(text.find("  root=n2\n"), std::string::npos);
  EXPECT_NE(text.find("label=\"worksFor\\n차관\""), std::string::npos);
  EXPECT_EQ(count(text, " -> "), 3u);
}

/// `nodes` places, each but the first part of it.
KnowledgeGraph star(int nodes, const std::string& name = "Place") {
  Extraction x;
  for (int i = 0; i < nodes; ++i) {
    Entity e;
    e.id = "p/" + std::to_string(i);
    e.type = "Place";
    e.name_en = name + " " + std::to_string(i);
    x.entities.push_back(e);
    if (i > 0)
      x.statements.push_back(
          {e.id, "partOf", "p/0", {}, "", {{{"d", 0, 1}, "q", "r", "", Status::held, 0.5}}});
  }
  return build_graph({x});
}

struct EngineCase {
  int nodes;
  const char* engine;
  bool clusters;
  const char* expected;
  bool edge_labels;
};

class DotEngineTest : public testing::TestWithParam<EngineCase> {};

TEST_P(DotEngineTest, SuitsTheSize) {
  ExportOptions options;
  options.engine = GetParam().engine;
  options.clusters = GetParam().clusters;
  const std::string text = export_text("dot", star(GetParam().nodes), options);
  EXPECT_NE(text.find(GetParam().expected), std::string::npos) << text.substr(0, 400);
  EXPECT_EQ(text.find("label=\"partOf\"") != std::string::npos, GetParam().edge_labels);
  EXPECT_EQ(text.find("pos=\"") != std::string::npos,
            text.find("layout=nop2") != std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Table, DotEngineTest,
                         testing::Values(EngineCase{60, "", false, "layout=dot, rankdir=LR", true},
                                         EngineCase{61, "", false, "layout=sfdp, overlap=prism",
                                                    false},
                                         EngineCase{61, "", true, "layout=fdp", true},
                                         EngineCase{200, "dot", false, "nslimit=2", false},
                                         EngineCase{20, "twopi", false, "layout=twopi", true},
                                         EngineCase{20, "own", false, "layout=nop2", false},
                                         EngineCase{3001, "", false, "layout=nop2", false}));

TEST(Dot, MapsShowDegreeBySize) {
  const std::string text = export_text("dot", star(101));
  const auto size_of = [&](const std::string& id) {
    const std::size_t at = text.find("fontsize=", text.find(" [id=\"" + id + "\""));
    return std::stoi(text.substr(at + 9));
  };
  EXPECT_EQ(size_of("n0"), 29);
  EXPECT_EQ(size_of("n1"), 11);
}

TEST(Diagrams, NamesInTheLanguageAskedFor) {
  ExportOptions options;
  for (const char* format : {"dot", "mermaid"}) {
    options.language = "en";
    EXPECT_NE(export_text(format, star(2), options).find("\"Place 1\""), std::string::npos);
    options.language = "ja";
    EXPECT_NE(export_text(format, star(2), options).find("\"Place 1\""), std::string::npos)
        << "the only name there is";
    EXPECT_NE(export_text(format, plain_graph(), options).find("\"홍길동\""), std::string::npos);
  }
}

TEST(Mermaid, SaysWhenItsClientDrawsNothing) {
  std::string text;
  StringSink sink(text);
  EXPECT_TRUE(find_exporter("mermaid")->write(star(501), {}, sink).remarks.empty());
  EXPECT_EQ(find_exporter("mermaid")->write(star(502), {}, sink).remarks.size(), 1u);
  // Few edges, but fifty thousand characters, as JavaScript counts them.
  std::size_t least = 0;
  for (const std::size_t repeats : {10u, 100u}) {
    text.clear();
    const LossReport report =
        find_exporter("mermaid")->write(star(450, std::string(repeats, 'x')), {}, sink);
    least += report.remarks.size();
    EXPECT_EQ(report.remarks.empty(), text.size() <= 50000) << text.size();
  }
  EXPECT_EQ(least, 1u) << "one of the two is on each side of the bound";
}

TEST(Mermaid, LabelsHoldNoSignsOfItsOwn) {
  ExportOptions options;
  options.clusters = true;
  std::istringstream in(export_text("mermaid", hostile_graph(), options));
  std::size_t edges = 0;
  for (std::string line; std::getline(in, line);) {
    ASSERT_TRUE(count(line, "\"") == 0 || count(line, "\"") == 2) << line.substr(0, 80);
    const std::size_t begin = line.find('"');
    if (begin == std::string::npos) continue;
    std::string label = line.substr(begin + 1, line.rfind('"') - begin - 1);
    for (std::size_t at = label.find("<br/>"); at != std::string::npos; at = label.find("<br/>"))
      label.erase(at, 5);
    EXPECT_EQ(label.find_first_of("<>&`\\$%{}[]()|:"), std::string::npos) << label.substr(0, 80);
    edges += line.find("->|") != std::string::npos;
  }
  EXPECT_EQ(edges, hostile_graph().statement_count());
}

TEST(Mermaid, IsShortForPlainGraphs) {
  EXPECT_EQ(export_text("mermaid", plain_graph()),
            "---\n"
            "config:\n"
            "  flowchart:\n"
            "    wrappingWidth: 320\n"
            "---\n"
            "flowchart LR\n"
            "  classDef t0 fill:#DCE9F7,stroke:#2F6DB5,color:#222222\n"
            "  classDef t1 fill:#D9F2F2,stroke:#1E8A8A,color:#222222\n"
            "  classDef t2 fill:#FBE3E1,stroke:#C2453B,color:#222222\n"
            "  n0(\"수소 대화\"):::t1\n"
            "  n1([\"홍길동\"]):::t2\n"
            "  n2[\"대한민국\"]:::t0\n"
            "  n1 -->|\"attended\"| n0\n"
            "  n1 -->|\"worksFor<br/>차관\"| n2\n"
            "  n2 -.->|\"attended\"| n0\n"
            "  linkStyle 1 stroke:#2F6DB5\n"
            "  linkStyle 0,2 stroke:#1E8A8A\n"
            "  subgraph legend[\"── held   ··· planned, proposed\"]\n"
            "    direction TB\n"
            "    k0[\"Country\"]:::t0\n"
            "    k1(\"Meeting\"):::t1\n"
            "    k2([\"Person\"]):::t2\n"
            "  end\n"
            "  style legend fill:none,stroke:#BBBBBB\n");
}

}  // namespace
}  // namespace samgak
