#include "tests/support/hostile_graph.hpp"

#include <fmt/format.h>

#include "exporters/registry.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> all = {
        "",
        " ",
        "plain",
        "\"double\" 'single' `back`",
        "<b>&amp;</b> & < > ]]> <!-- -->",
        "첫 줄\n둘째 줄\r\n셋째\t칸",
        "emoji 🛡️ 👩‍🔬 끝",
        "한글 완성형",
        "\u1112\u1161\u11AB\u1100\u1173\u11AF 조합형",  // NFD
        "半導体 サプライチェーン",
        "null",
        "INF",
        "NaN",
        "true",
        "0123",
        "-1e400",
        "a;b|c,d\x1F"
        "e",
        "=cmd|' /C calc'!A1",
        "+1",
        "-2",
        "@SUM(A1)",
        "\uFF1D1+1",
        "ends in a backslash\\",
        "\\\\server\\N\\G\\l &#60; \\u0027 \\\"",
        "${jndi:x} {{x}} %s %n %41 100% #?",
        "bell\x07 escape\x1B[31m delete\x7F one\x01",
        "next line\u0085 ls\u2028 ps\u2029 nbsp\u00A0 zwsp\u200B bom\uFEFF",
        "bidi \u202Eabc\u202C \u2066x\u2069",
        "noncharacters \uFFFE \uFFFF \U0001FFFE",
        "' WITH 1 AS x MATCH (n) DETACH DELETE n //",
        "`) DETACH DELETE n //",
        "http://x/a> <p> \"pwn\" .\n<http://x/b",
        "../../etc/passwd",
        "javascript:alert(1)",
        "graph",
        "node",
        "subgraph cluster_x { a -> b }",
        "end\nflowchart LR",
        "</script><script>alert(1)</script>",
        "  spaces around  ",
        "meeting/1#m1",
        "statement/e0",
        "document/a.txt",
    };
    std::string large;
    while (large.size() < 20000) large += "긴 글 <tag> & \"인용\" \\ \n ";
    all.push_back(large);
    return all;
  }();
  return texts;
}

namespace {

Evidence evidence(std::string document, std::uint32_t begin, std::string quote, std::string rule,
                  Status status = Status::held, double confidence = 0.9) {
  const auto end = static_cast<std::uint32_t>(begin + 7);
  return {{std::move(document), begin, end},
          std::move(quote),
          std::move(rule),
          "누가=갑; 어디=을",
          status,
          confidence};
}

/// One extraction for each text, all about the same two meetings.
Extraction extraction_of(const std::string& text, std::uint32_t n) {
  const std::string document = text.empty() ? "empty.txt" : text;
  Extraction out;
  out.document = document;
  out.sources.push_back({document, Sha256::of(text)});
  // Two versions of one text under its name.
  if (n == 3) out.sources.push_back({document, Sha256::of("another version")});
  const std::string id = text.empty() ? "empty" : text.size() > 1000 ? "large" : text;
  out.entities.push_back({id,
                          "Organization",
                          text,
                          n % 3 == 0 ? text : "",
                          n % 5 == 0 ? text : "",
                          n % 7 == 0 ? text : "Q42",
                          {text, "별칭 " + text},
                          {{{document, n, n + 2}, text, text}},
                          {{"note", text, {document, n, n + 1}}}});
  out.entities.push_back({"meeting/1",
                          "Meeting",
                          "첫째 회의",
                          "",
                          "",
                          "",
                          {text},
                          {{{document, 5, 9}, "회의", "gazetteer"}},
                          {{"date", n % 2 == 0 ? "2024-06" : "2024", {document, 5, 9}}}});
  out.entities.push_back({"meeting/12",
                          "Meeting",
                          "둘째 회의",
                          "Second meeting",
                          "第二会議",
                          "",
                          {},
                          {{{document, 15, 19}, "둘째", "gazetteer"}},
                          {{"date", n % 3 == 0 ? "2025-01-31" : "2024-06-26", {document, 15, 19}},
                           {"status", n % 4 == 0 ? "planned" : "held", {document, 15, 19}}}});
  const Status status = n % 3 == 0 ? Status::planned : n % 3 == 1 ? Status::held : Status::proposed;
  out.statements.push_back({id,
                            "attended",
                            "meeting/1",
                            {text, "위원"},
                            n % 2 == 0 ? "2024-06" : "",
                            {evidence(document, n, text, text, status, 0.5 + 0.01 * (n % 40))}});
  // Parallel edges between one pair, and a loop.
  out.statements.push_back(
      {id, "chaired", "meeting/1", {}, "", {evidence(document, n + 1, text, "r")}});
  out.statements.push_back(
      {id, "partOf", id, {}, "2024-02-29", {evidence(document, 0, "q", "loop")}});
  out.statements.push_back({"meeting/1",
                            "followsUp",
                            "meeting/12",
                            {},
                            n % 2 == 0 ? "2023" : "2022-11",
                            {evidence(document, 3, text, "r", Status::planned, 0.3)}});
  return out;
}

}  // namespace

std::vector<Extraction> hostile_extractions() {
  std::vector<Extraction> all;
  std::uint32_t n = 0;
  for (const std::string& text : hostile_texts()) all.push_back(extraction_of(text, n++));
  Extraction odd;
  odd.document = "odd.txt";
  odd.entities.push_back({"isolated", "Place", "", "", "", "", {}, {}, {}});
  odd.entities.push_back({"typed",
                          "종류 \"<x>\n",
                          "이름",
                          "",
                          "",
                          "",
                          {},
                          {},
                          {{"name", "key taken", {"odd.txt", 0, 1}}}});
  odd.entities.push_back({"upper",
                          "Technology",
                          "Ａ",
                          "",
                          "",
                          "",
                          {},
                          {},
                          {{"Note", "a key that differs in case", {"odd.txt", 0, 1}},
                           {"나쁜 키", "v", {"odd.txt", 0, 1}}}});
  odd.statements.push_back(
      {"typed", "관계 >\n\"x", "upper", {}, "언젠가", {evidence("odd.txt", 1, "q", "r")}});
  odd.statements.push_back({"typed",
                            "label",
                            "isolated",
                            {},
                            "2024-13-01",
                            {evidence("odd.txt", 1, "q", "r", Status::held, 1.0)}});
  odd.statements.push_back({"upper",
                            "cooperatesWith",
                            "typed",
                            {},
                            "",
                            {evidence("odd.txt", 1, "", "", Status::held, 0.0001)}});
  all.push_back(odd);
  return all;
}

KnowledgeGraph build_graph(std::vector<Extraction> extractions) {
  GraphBuilder builder;
  builder.declare_symmetric("cooperatesWith");
  for (Extraction& extraction : extractions) builder.add(std::move(extraction));
  return std::move(builder).build();
}

KnowledgeGraph hostile_graph() {
  return build_graph(hostile_extractions());
}

KnowledgeGraph plain_graph() {
  Extraction x;
  x.document = "가.txt";
  x.entities = {
      {"state/KR",
       "Country",
       "대한민국",
       "Republic of Korea",
       "韓国",
       "Q884",
       {"한국"},
       {{{"가.txt", 0, 2}, "한국", "gazetteer"}},
       {}},
      {"person/홍길동",
       "Person",
       "홍길동",
       "",
       "",
       "",
       {},
       {{{"가.txt", 10, 13}, "홍길동", "surname + post"}},
       {}},
      {"meeting/수소-대화",
       "Meeting",
       "수소 대화",
       "",
       "",
       "",
       {},
       {{{"가.txt", 4, 9}, "수소 대화", "rule"}},
       {{"date", "2031-05", {"가.txt", 20, 27}}, {"status", "held", {"가.txt", 4, 9}}}},
  };
  x.statements = {
      {"person/홍길동",
       "attended",
       "meeting/수소-대화",
       {},
       "2031-05",
       {{{"가.txt", 4, 30},
         "홍길동 차관이 수소 대화에 참석했다",
         "meeting.attended",
         "who=홍길동",
         Status::held,
         0.93}}},
      {"person/홍길동",
       "worksFor",
       "state/KR",
       {"차관"},
       "",
       {{{"가.txt", 8, 16}, "한국의 홍길동 차관", "post.of", "", Status::held, 0.8}}},
      {"state/KR",
       "attended",
       "meeting/수소-대화",
       {},
       "",
       {{{"가.txt", 0, 12},
         "한국은 수소 대화를 열 예정이다",
         "meeting.attended",
         "",
         Status::planned,
         0.5}}},
  };
  x.sources = {{"가.txt", Sha256::of("한국의 홍길동 차관")},
               {"나.txt", Sha256::of("cited nowhere")}};
  return build_graph({x});
}

std::string export_text(const Exporter& exporter, const KnowledgeGraph& graph,
                        const ExportOptions& options) {
  std::string out;
  if (!exporter.card().folder) {
    StringSink sink(out);
    static_cast<void>(exporter.write(graph, options, sink));
    return out;
  }
  static_cast<void>(exporter.write_folder(graph, options, [&out](std::string_view name) {
    // Every exporter flushes a file before it opens the next.
    out += fmt::format("\n=== {} ===\n", name);
    return std::make_unique<StringSink>(out);
  }));
  return out;
}

std::string export_text(std::string_view format, const KnowledgeGraph& graph,
                        const ExportOptions& options) {
  return export_text(*find_exporter(format), graph, options);
}

void FailingSink::write(std::string_view bytes) {
  if (bytes.size() > left_) throw WriteError("this sink is full");
  left_ -= bytes.size();
}

}  // namespace samgak
