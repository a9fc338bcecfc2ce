// Input that is made to hurt: it costs no more than its size, and nothing is lost in silence.
#include <ctime>

#include "tests/readers/reading.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

struct Hostile {
  std::string_view what;
  std::string_view file;
  std::string_view before;
  std::string_view piece;  ///< repeated
  std::string_view after;
  std::size_t count;
};

const Hostile kHostile[] = {
    {"nested_div", "a.html", "", "<div>", "한국", 100000},
    {"nested_div_with_text", "a.html", "", "<div>한국 장관이 왔다.", "", 100000},
    {"nested_bold", "a.html", "", "<b>", "한국", 200000},
    {"nested_tables", "a.html", "", "<table><tr><td>", "한국", 60000},
    {"nested_lists", "a.html", "", "<ul><li>한", "", 100000},
    {"stray_end_tags", "a.html", "<p>", "</div></b></td>", "한국", 100000},
    {"misnested", "a.html", "", "<b><p>한</b></p>", "", 100000},
    {"attributes_on_one_tag", "a.html", "<p ", "a=1 ", ">한국</p>", 1000000},
    {"attributes_that_smell", "a.html", "<div ", "class=ad ", ">한국</div>", 1000000},
    {"unclosed_tags", "a.html", "", "<a <b <c ", "", 300000},
    {"unclosed_comments", "a.html", "", "<!-- ", "", 400000},
    {"unclosed_quotes", "a.html", "", "<a b=\"", "", 300000},
    {"unclosed_script", "a.html", "<script>", "</scrip", "", 300000},
    {"entities", "a.html", "<p>", "&amp;&#x;&nosuchentityname", "", 100000},
    {"cells", "a.html", "<table><tr>", "<td>가", "", 300000},
    {"titles", "a.html", "", "<title>가</title>", "", 150000},
    {"one_line", "a.txt", "", "한국과 미국은 협력했다. ", "", 60000},
    {"one_word", "a.txt", "", "가", "", 700000},
    {"short_lines", "a.txt", "", "가\n", "", 500000},
    {"equal_lines", "a.txt", "",
     "한국과 핀란드는 헬싱키에서 만나 6G 공동연구에 합의했다고 밝혔다.\n\n", "", 20000},
    {"bars", "a.txt", "", "|", "", 1000000},
    {"bar_rows", "a.txt", "", "|가|나|\n", "", 200000},
    {"tabs", "a.txt", "가", "\t", "나\n나\t다", 1000000},
    {"brackets", "a.txt", "", "[(【<", "", 300000},
    {"mail_signs", "a.txt", "", "a@b.c ", "", 200000},
    {"colons", "a.txt", "", ":", "", 1000000},
    {"stars", "a.txt", "", "가** ", "", 250000},
    {"combining", "a.txt", "e", "\xCC\x81", "", 500000},
    {"jamo", "a.txt", "", "\xE1\x84\x89\xE1\x85\xA5\xE1\x86\xBC", "", 100000},
    {"bad_bytes", "a.txt", "", "한국\xFF", "", 200000},
    {"markdown_quotes", "a.md", "", ">", "한국", 100000},
    {"markdown_lists", "a.md", "", "- ", "한국", 100000},
    {"markdown_brackets", "a.md", "", "[", "", 100000},
    {"markdown_images", "a.md", "", "![[]()", "", 100000},
    {"markdown_stars", "a.md", "", "*a **a ", "", 100000},
    {"markdown_ticks", "a.md", "", "`a``b", "", 100000},
    {"markdown_pipes", "a.md", "|a|b|\n|-|-|\n", "|가|나|\n", "", 100000},
    {"markdown_html", "a.md", "", "<div>\n\n", "한국", 100000},
    {"markdown_references", "a.md", "", "[a]: b\n", "", 100000},
};

class HostileInput : public testing::TestWithParam<Hostile> {};

TEST_P(HostileInput, CostsItsSize) {
  const Hostile& hostile = GetParam();
  const std::string source = std::string(hostile.before) + repeated(hostile.piece, hostile.count) +
                             std::string(hostile.after);
  // Time of this process, which other work on the machine does not stretch.
  const std::clock_t start = std::clock();
  const ReadResult result = find_reader(hostile.file, source).read(source, hostile.file);
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
#ifdef NDEBUG
  constexpr double kSeconds = 1.0;
#else
  constexpr double kSeconds = 10.0;  // sanitizers, asserts
#endif
  EXPECT_LT(taken, kSeconds) << source.size() << " bytes";
  for (const Document& document : result.documents) {
    EXPECT_TRUE(is_valid_utf8(document.text()));
    std::uint32_t before = 0;
    for (const Section& section : document.sections()) {
      ASSERT_GE(section.span.begin, before);
      ASSERT_LE(section.span.begin, section.span.end);
      before = section.span.end;
    }
    ASSERT_LE(before, document.text().size());
  }
  if (result.documents.empty()) {
    EXPECT_FALSE(result.diagnostics.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Table, HostileInput, testing::ValuesIn(kHostile),
                         [](const testing::TestParamInfo<Hostile>& row) {
                           return std::string(row.param.what);
                         });

TEST(HostileReport, SaysThatElementsWereTooDeep) {
  const std::string source =
      repeated("<div>", 1000) + "<p>한국 장관이 서울에서 일본 장관을 26일 만났다.</p>";
  const ReadResult result = find_reader("a.html", source).read(source, "a.html");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(of_kind(result.documents[0], SectionKind::paragraph),
            "한국 장관이 서울에서 일본 장관을 26일 만났다.\n");
  ASSERT_EQ(result.diagnostics.size(), 1u);
  EXPECT_EQ(result.diagnostics[0].code, "nesting");
}

// Every prefix of a page, and the page with each byte changed, is read without harm.
TEST(HostileBytes, PrefixesAndChangedBytes) {
  const std::string pages[] = {
      "---\ntitle: \"합의\\u2026\"\nexcerpt: >\n  가나다…\n---\n**가** [나](b) ![다](e)\n\n| 가 | "
      "나 |\n|---|---|\n| <b>다 | &amp; |\n\n<table><tr><td>가<br>나</table>\n",
      "<html><head><title>가 | 나</title><meta property=\"og:title\" "
      "content=\"가\"></head><body><ul><li>나<li>다</ul><table><tr><th>가<td>나</table>&hellip;</"
      "body>",
      "보 도 자 료\n가: 나\n□ 다라마바사 아자차카타파하 하였다.\n   이어지는 "
      "줄\n┌─┬─┐\n│가│나│\n└─┴─┘\n[서울=가람] 나 기자 = 다. [사진=가]\n댓글 3\n",
      "{\"id\": \"a\", \"text\": \"가\\n나\", \"x\": [1, {\"y\": null}]}\n"};
  for (const std::string& page : pages) {
    for (std::size_t at = 0; at <= page.size(); ++at) {
      for (int change = 0; change < 3 && at < page.size(); ++change) {
        std::string changed = page;
        changed[at] = "<\n\xFF"[change];
        for (const Reader* reader : readers()) {
          const ReadResult result = reader->read(changed, "x");
          for (const Document& document : result.documents) {
            ASSERT_TRUE(is_valid_utf8(document.text()))
                << reader->card().name << ": " << visible(changed) << "\n"
                << visible(document.text());
          }
        }
      }
      const std::string prefix = page.substr(0, at);
      for (const Reader* reader : readers()) {
        const ReadResult result = reader->read(prefix, "x");
        for (const Document& document : result.documents) {
          for (const Section& section : document.sections())
            ASSERT_LE(document.source_place(section.span).end, at);
        }
      }
    }
  }
}

TEST(Determinism, TwoReadsAgree) {
  for (const Hostile& hostile : kHostile) {
    const std::string source =
        std::string(hostile.before) + repeated(hostile.piece, 300) + std::string(hostile.after);
    const ReadResult first = find_reader(hostile.file, source).read(source, hostile.file);
    const ReadResult second = find_reader(hostile.file, source).read(source, hostile.file);
    ASSERT_EQ(first.documents.size(), second.documents.size());
    for (std::size_t i = 0; i < first.documents.size(); ++i) {
      EXPECT_EQ(dump_sections(first.documents[i]), dump_sections(second.documents[i]))
          << hostile.what;
    }
  }
}

}  // namespace
}  // namespace samgak
