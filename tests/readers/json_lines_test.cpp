// JSON Lines: many documents a file, places counted in the text value.
#include "tests/readers/reading.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

ReadResult read_lines(std::string_view lines) {
  return find_reader("a.jsonl", lines).read(lines, "a.jsonl");
}

TEST(JsonLines, GivesEachDocument) {
  const ReadResult result = read_lines(
      "{\"id\": \"첫째\", \"title\": \"한-핀란드 합의\", \"date\": \"2024-06-27\", \"text\": \"두 "
      "나라는 서울에서 \\\"6G\\\"를 함께 연구하기로 26일 합의했다.\"}\n"
      "\n"
      "{\"id\": 7, \"html\": \"<h1>한-핀란드 합의</h1><p>두 나라는 6G를 함께 연구하기로 26일 "
      "합의했다.</p>\", \"nested\": {\"text\": \"아니다\"}}\r\n"
      "{\"text\": \"\\ud55c\\uad6d 장관이 왔다.\"}");
  ASSERT_EQ(result.documents.size(), 3u);
  EXPECT_TRUE(result.diagnostics.empty());
  EXPECT_EQ(result.documents[0].name(), "첫째");
  EXPECT_EQ(result.documents[0].published().iso(), "2024-06-27");
  EXPECT_EQ(dump_article(result.documents[0]),
            "title: 한-핀란드 합의\nparagraph: 두 나라는 서울에서 \"6G\"를 함께 연구하기로 26일 "
            "합의했다.\n");
  EXPECT_EQ(result.documents[1].name(), "7");
  EXPECT_EQ(dump_article(result.documents[1]),
            "title 1: 한-핀란드 합의\nparagraph: 두 나라는 6G를 함께 연구하기로 26일 합의했다.\n");
  EXPECT_EQ(result.documents[2].name(), "a.jsonl:4");
  EXPECT_EQ(dump_article(result.documents[2]), "paragraph: 한국 장관이 왔다.\n");
}

TEST(JsonLines, PlacesAreThoseOfTheText) {
  const ReadResult result = read_lines(
      "{\"id\": \"a\", \"title\": \"합의\", \"text\": \"  \\\"한국\\\" 장관이\\t왔다.\"}");
  ASSERT_EQ(result.documents.size(), 1u);
  const Document& document = result.documents[0];
  const Span word{static_cast<std::uint32_t>(document.text().find("장관이")),
                  static_cast<std::uint32_t>(document.text().find("장관이") + 9)};
  EXPECT_EQ(document.source_place(word), (Span{7, 10}));
}

TEST(JsonLines, SkipsWhatItCannotRead) {
  const std::string deep = std::string(100000, '[');
  const std::string lines =
      "{\"id\": \"a\", \"text\": \"한국 장관이 왔다.\"}\n{broken\n[1, 2]\n{\"id\": "
      "\"b\"}\n{\"a\": " +
      deep +
      "\n{\"id\": \"c\", \"text\": \"\xFF\xFE\"}\n{\"id\": \"d\", \"text\": \"\\udc00\"}\n{\"id\": "
      "\"z\", \"text\": \"일본 장관이 왔다.\"}\n";
  const ReadResult result = read_lines(lines);
  ASSERT_GE(result.documents.size(), 2u);
  EXPECT_EQ(result.documents.front().name(), "a");
  EXPECT_EQ(result.documents.back().name(), "z");
  EXPECT_GE(result.diagnostics.size(), 5u);
  for (const Document& document : result.documents)
    EXPECT_TRUE(is_valid_utf8(document.text())) << document.name();
}

TEST(JsonLines, LongLinesAreRefused) {
  const std::string lines = "{\"id\": \"a\", \"text\": \"" + std::string((16u << 20) + 1, 'x') +
                            "\"}\n{\"id\": \"b\", \"text\": \"한국 장관이 왔다.\"}\n";
  const ReadResult result = read_lines(lines);
  ASSERT_EQ(result.documents.size(), 1u);
  ASSERT_EQ(result.diagnostics.size(), 1u);
  EXPECT_EQ(result.diagnostics[0].code, "too-large");
}

}  // namespace
}  // namespace samgak
