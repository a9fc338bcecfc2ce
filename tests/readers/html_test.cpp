// HTML pages and the HTML inside Markdown: tokens, blocks, tables.
#include "readers/html_tokenizer.hpp"
#include "tests/readers/reading.hpp"

namespace samgak {
namespace {

struct Page {
  std::string_view what;
  std::string_view file;
  std::string_view source;
  std::string_view article;
};

class HtmlPage : public testing::TestWithParam<Page> {};

TEST_P(HtmlPage, GivesItsSections) {
  EXPECT_EQ(dump_article(read_one(GetParam().source, GetParam().file)), GetParam().article);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HtmlPage,
    testing::Values(
        Page{"landmarks", "a.html",
             "<html><head><title>한-핀란드 6G 합의 | 가람</title></head><body><nav><a "
             "href=/>정치</a></nav><main><article><h1>한-핀란드 6G 합의</h1>"
             "<p>한국과 핀란드가 6G를 함께 연구하기로 26일 합의했다.</p><h2>예산</h2><p>두 나라는 "
             "5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.</p>"
             "</article><aside><h3>많이 본 기사</h3><p>코끼리가 동물원을 나와 골목을 걸었다고 "
             "경찰이 밝혔다.</p></aside></main>"
             "<footer>가람 대표 강나루</footer></body></html>",
             "title 1: 한-핀란드 6G 합의\nparagraph: 한국과 핀란드가 6G를 함께 연구하기로 26일 "
             "합의했다.\nheading 2: 예산\n"
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.\n"},
        Page{"table_with_a_header", "a.html",
             "<p>두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 26일 "
             "밝혔다.</p><table><tr><th>항목</th><th>내용</th></tr>"
             "<tr><td>일시</td><td>6월 26일</td></tr><tr><td>참석</td><td>(한) 과기정통부<br>(핀) "
             "경제고용부</td></tr></table>",
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 26일 밝혔다.\ntable_row: "
             "항목 | 내용\n"
             "table_row ^1: 일시 | 6월 26일\ntable_row ^1: 참석 | (한) 과기정통부\\n(핀) "
             "경제고용부\n"},
        Page{"table_of_labels", "a.html",
             "<p>두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 26일 "
             "밝혔다.</p><table><tr><th>일시</th><td>6월 26일</td></tr>"
             "<tr><th>장소</th><td>헬싱키</td></tr></table>",
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 26일 밝혔다.\ntable_row: "
             "일시 | 6월 26일\ntable_row: 장소 | 헬싱키\n"},
        Page{"table_with_a_bold_header", "a.html",
             "<p>두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 26일 "
             "밝혔다.</p><table><tr><td><b>협력 내용</b></td></tr>"
             "<tr><td>6G 표준</td></tr><tr><td>양자 소재</td></tr></table>",
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 26일 밝혔다.\ntable_row: "
             "협력 내용\n"
             "table_row ^1: 6G 표준\ntable_row ^1: 양자 소재\n"},
        Page{"layout_table", "a.html",
             "<table><tr><td><h1>한-핀란드 6G 합의</h1><p>한국과 핀란드가 6G를 함께 연구하기로 "
             "26일 합의했다.</p>"
             "<p>두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 "
             "밝혔다.</p></td><td><table><tr><td>일시</td><td>26일</td></tr></table></td></tr></"
             "table>",
             "title 1: 한-핀란드 6G 합의\nparagraph: 한국과 핀란드가 6G를 함께 연구하기로 26일 "
             "합의했다.\n"
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.\ntable_row: 일시 | "
             "26일\n"},
        Page{"end_tags_left_out", "a.html",
             "<ul><li>한국은 6G 표준을 맡아 핀란드와 함께 만든다고 밝혔다.<li>핀란드는 양자 소재를 "
             "맡아 한국과 함께 만든다고 밝혔다.</ul>"
             "<table><tr><td>일시<td>26일<tr><td>장소<td>헬싱키</table>",
             "list_item: 한국은 6G 표준을 맡아 핀란드와 함께 만든다고 밝혔다.\nlist_item: 핀란드는 "
             "양자 소재를 맡아 한국과 함께 만든다고 밝혔다.\n"
             "table_row: 일시 | 26일\ntable_row: 장소 | 헬싱키\n"},
        Page{"nested_lists", "a.html",
             "<ul><li>한국은 6G 표준을 맡아 핀란드와 함께 만든다고 밝혔다.<ul><li>첫 초안은 내년 "
             "봄에 서울에서 나올 예정이라고 한다.</li></ul></li></ul>",
             "list_item: 한국은 6G 표준을 맡아 핀란드와 함께 만든다고 밝혔다.\nlist_item 1: 첫 "
             "초안은 내년 봄에 서울에서 나올 예정이라고 한다.\n"},
        Page{"line_breaks", "a.html",
             "<div>한국과 핀란드가 6G를 함께 연구하기로 26일 합의했다.<br><br>두 나라는 5년간 "
             "300억 원을 절반씩 나눠 낸다고 밝혔다.<br></div>",
             "paragraph: 한국과 핀란드가 6G를 함께 연구하기로 26일 합의했다.\nparagraph: 두 나라는 "
             "5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.\n"},
        Page{"class_of_the_whole_page", "a.html",
             "<body><div class=\"widget layer\"><h1>한-핀란드 6G 합의</h1><p>한국과 핀란드가 6G를 "
             "함께 연구하기로 26일 합의했다.</p>"
             "<p>두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.</p><div "
             "id=comment-list><p>잘 읽었습니다. 우리도 어서 가 봅시다.</p></div></div></body>",
             "title 1: 한-핀란드 6G 합의\nparagraph: 한국과 핀란드가 6G를 함께 연구하기로 26일 "
             "합의했다.\n"
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.\n"},
        Page{"html_in_a_text_file", "a.txt",
             "<p>한국과 핀란드가 <b>6G</b>를 함께 연구하기로 26일 합의했다.</p>\n<p>두 나라는 "
             "5년간 300억 원을 낸다고 밝혔다.</p>\n",
             "paragraph: 한국과 핀란드가 6G를 함께 연구하기로 26일 합의했다.\nparagraph: 두 나라는 "
             "5년간 300억 원을 낸다고 밝혔다.\n"},
        Page{"page_without_a_heading", "a.html",
             "<html><head><title>한-핀란드 6G 공동연구 합의 - 가람</title></head><body><p>한국과 "
             "핀란드가 6G 공동연구를 하기로 26일 합의했다.</p>"
             "<p>두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.</p></body></html>",
             "title: 한-핀란드 6G 공동연구 합의\nparagraph: 한국과 핀란드가 6G 공동연구를 하기로 "
             "26일 합의했다.\n"
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 밝혔다.\n"},
        Page{"markdown_with_tables_of_both_kinds", "a.md",
             "두 나라는 5년간 **300억 원**을 절반씩 나눠 낸다고 26일 밝혔다.\n\n| 세션 | 주제 "
             "|\n|---|---|\n| 1 | 6G "
             "|\n\n<table>\n<tr><td>일시</td>\n<td>26일</td></tr>\n</table>\n",
             "paragraph: 두 나라는 5년간 300억 원을 절반씩 나눠 낸다고 26일 밝혔다.\ntable_row: "
             "세션 | 주제\ntable_row ^1: 1 | 6G\ntable_row: 일시 | 26일\n"}),
    [](const testing::TestParamInfo<Page>& row) { return std::string(row.param.what); });

struct Reference {
  std::string_view source;
  std::string_view text;
};

TEST(HtmlEntities, AreDecoded) {
  const Reference rows[] = {
      {"a&amp;b", "a&b"},
      {"&middot;&hellip;&lsquo;", "·…‘"},
      {"&#44032;&#xAC01;", "가각"},
      {"&#x80;", "€"},
      {"&#0;&#xD800;", "\uFFFD\uFFFD"},
      {"&copy2024", "©2024"},
      {"&notit;", "¬it;"},
      {"AT&T R&D &", "AT&T R&D &"},
      {"&nosuch;", "&nosuch;"},
      {"&#;&#x;", "&#;&#x;"},
      {"&CounterClockwiseContourIntegral;", "∳"},
  };
  for (const Reference& row : rows)
    EXPECT_EQ(decode_html_entities(row.source), row.text) << row.source;
}

TEST(HtmlTokens, Attributes) {
  const std::string_view attributes = " id=a CLASS = 'b c' data-x=\"1>2\" checked name=\"\"";
  EXPECT_EQ(html_attribute(attributes, "id"), "a");
  EXPECT_EQ(html_attribute(attributes, "class"), "b c");
  EXPECT_EQ(html_attribute(attributes, "data-x"), "1>2");
  EXPECT_EQ(html_attribute(attributes, "checked"), "");
  EXPECT_EQ(html_attribute(attributes, "absent"), "");
}

}  // namespace
}  // namespace samgak
