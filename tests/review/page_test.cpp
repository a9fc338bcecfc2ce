#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "review/page_bundle.hpp"
#include "review/review_page.hpp"
#include "tests/review/small_graph.hpp"

namespace samgak::review {
namespace {

ReviewInput input_for(const KnowledgeGraph& graph) {
  return {graph, own_ontology(), "0", "graph.jsonl", nullptr, {}, {}, {}, {}};
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++n;
  return n;
}

std::string_view block(const std::string& html, const std::string& id) {
  const std::string open = "<script type=\"application/json\" id=\"data-" + id + "\">";
  const std::size_t begin = html.find(open) + open.size();
  return std::string_view(html).substr(begin, html.find("</script>", begin) - begin);
}

rapidjson::Document parsed(std::string_view json) {
  rapidjson::Document out;
  out.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(),
                                                                                    json.size());
  return out;
}

TEST(ReviewPage, HostileTextsStayInTheirBlocks) {
  const KnowledgeGraph graph = hostile_graph();
  ReviewInput input = input_for(graph);
  input.graph_name = "</script><script>alert(1)</script>";
  input.decisions.push_back({"x</script>", "<!--<script>", "accept", "\u2028", "", ""});
  const std::string html = make_review_page(input).html;
  // The seven blocks and the one script of the page; no text opened or closed another.
  EXPECT_EQ(count(html, "<script"), 8u);
  EXPECT_EQ(count(html, "</script"), 8u);
  EXPECT_EQ(count(html, "<!--"), 0u);
  for (const char* id :
       {"summary", "findings", "unmapped", "duplicates", "contradictions", "changes", "graph"}) {
    EXPECT_EQ(block(html, id).find('<'), std::string_view::npos);
    EXPECT_FALSE(parsed(block(html, id)).HasParseError());
  }
  const rapidjson::Document columns = parsed(block(html, "graph"));
  const rapidjson::Value& names = columns["nodes"]["name"];
  ASSERT_EQ(names.Size(), graph.entity_count());
  for (const EntityView node : graph.entities()) {
    EXPECT_EQ(std::string(names[number(node.index)].GetString(),
                          names[number(node.index)].GetStringLength()),
              node.name);
  }
}

TEST(ReviewPage, LetsNothingInAndNothingOut) {
  const std::string page = std::string(page_head()) + std::string(page_tail());
  EXPECT_NE(page.find("default-src 'none'; script-src 'sha256-"), std::string::npos);
  EXPECT_NE(page.find("require-trusted-types-for 'script'; trusted-types 'none'"),
            std::string::npos);
  for (const char* unsafe : {"unsafe-inline", "unsafe-eval", "innerHTML", "insertAdjacentHTML",
                             "document.write", "eval(", "fetch(", "XMLHttpRequest", "WebSocket",
                             "sendBeacon", "import ", "src=\"", "{{"}) {
    EXPECT_EQ(page.find(unsafe), std::string::npos) << unsafe;
  }
}

TEST(ReviewPage, IsTheSameForTheSameInput) {
  const KnowledgeGraph graph = hostile_graph();
  EXPECT_EQ(make_review_page(input_for(graph)).html, make_review_page(input_for(graph)).html);
}

TEST(ReviewPage, AnEmptyGraphHasAPageToo) {
  const std::string html = make_review_page(input_for(KnowledgeGraph())).html;
  const rapidjson::Document summary = parsed(block(html, "summary"));
  EXPECT_EQ(summary["about"]["nodes"].GetUint(), 0u);
  EXPECT_EQ(summary["classes"].Size(), own_ontology().schema.classes.size());
}

TEST(ReviewPage, DecisionsOnWhatIsGoneAreStale) {
  SmallGraph small;
  small.node("org/a", "Organization", "가")
      .node("org/b", "Organization", "나")
      .edge("org/a", "partOf", "org/b", "d", 1);
  const KnowledgeGraph graph = small.build();
  ReviewInput input = input_for(graph);
  for (const char* item : {"class:Meeting", "node:org/a", "statement:org/a partOf org/b",
                           "node:org/gone", "statement:org/a partOf org/gone", "class:Gone",
                           "signature:Organization partOf Organization"}) {
    input.decisions.push_back({item, "", "accept", "", "", ""});
  }
  EXPECT_EQ(
      make_review_page(input).stale,
      (std::vector<std::string>{"node:org/gone", "statement:org/a partOf org/gone", "class:Gone"}));
}

TEST(ReviewPage, ContextStandsBesideItsQuote) {
  SmallGraph small;
  small.node("org/a", "Organization", "가")
      .node("org/b", "Organization", "나")
      .edge("org/a", "partOf", "org/b", "d", 1, "가는 나의");
  const KnowledgeGraph graph = small.build();
  ReviewInput input = input_for(graph);
  input.context = [](const PlaceView&, std::string_view words) {
    return QuoteContext{"앞 ", " 뒤 " + std::string(words)};
  };
  const std::string html = make_review_page(input).html;
  const rapidjson::Document columns = parsed(block(html, "graph"));
  const auto text = [&](const char* column) {
    return std::string(columns["strings"][columns["evidence"][column][0].GetUint()].GetString());
  };
  EXPECT_EQ(text("before"), "앞 ");
  EXPECT_EQ(text("quote"), "가는 나의");
  EXPECT_EQ(text("after"), " 뒤 가는 나의");
}

}  // namespace
}  // namespace samgak::review
