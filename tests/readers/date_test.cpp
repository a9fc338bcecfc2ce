// The day of publication.
#include "readers/page_date.hpp"
#include "tests/readers/reading.hpp"

namespace samgak {
namespace {

struct Written {
  std::string_view text;
  std::string_view iso;
};

TEST(FindDate, ReadsWhatPagesWrite) {
  const Written rows[] = {
      {"입력 2025.06.19 18:42 수정 2025.06.20", "2025-06-19"},
      {"2025-04-11T09:20:00+09:00", "2025-04-11"},
      {"보도시점 : 2024. 11. 21.(목) 12:00", "2024-11-21"},
      {"2024년 6월 26일", "2024-06-26"},
      {"‘24. 11. 20.(수)", "2024-11-20"},
      {"작성일 24-03-15 09:12", "2024-03-15"},
      {"입력2024.06.27. 오전 9:00", "2024-06-27"},
      {"20240626", "2024-06-26"},
      {"Published June 26, 2024 09:00", "2024-06-26"},
      {"26 Jun. 2024", "2024-06-26"},
      {"14일 밝혔다", ""},
      {"2024. 13. 40.", ""},
      {"조회 1,204", ""},
      {"제12-34-5678호", ""},
  };
  for (const Written& row : rows) EXPECT_EQ(find_date(row.text).iso(), row.iso) << row.text;
}

TEST(DateInUrl, ReadsPaths) {
  const Written rows[] = {
      {"https://a.example/2024/06/26/x", "2024-06-26"},
      {"https://a.example/wp/2024/06/x.png", "2024-06"},
      {"https://a.example/news/20240626001", ""},
      {"https://a.example/news/20240626/1", "2024-06-26"},
      {"https://a.example/view?id=2024", ""},
      {"https://a.example/2024-06-26-title", "2024-06-26"},
  };
  for (const Written& row : rows) EXPECT_EQ(date_in_url(row.text).iso(), row.iso) << row.text;
}

struct Page {
  std::string_view what;
  std::string_view file;
  std::string source;
  std::string_view iso;
};

class Published : public testing::TestWithParam<Page> {};

TEST_P(Published, IsFound) {
  EXPECT_EQ(read_one(GetParam().source, GetParam().file).published().iso(), GetParam().iso);
}

const std::string kTitle = "한-핀란드, 6G 공동연구 합의\n";
const std::string kBody =
    "\n한국과 핀란드가 2030년 1월 2일까지 6G 표준을 함께 만들기로 했다.\n\n과학기술정보통신부는 "
    "26일 헬싱키에서 만났다고 밝혔다.\n\n";

INSTANTIATE_TEST_SUITE_P(
    Table, Published,
    testing::Values(
        Page{"front_matter", "a.md",
             "---\ntitle: 합의\ndate: 2024-06-27 09:20:00 +0900\n---\n" + kBody, "2024-06-27"},
        Page{"byline", "a.txt", kTitle + "하태경 기자\n입력 2024.06.27 18:42\n" + kBody,
             "2024-06-27"},
        Page{"first_of_two", "a.txt", kTitle + "수정 2024.06.28 18:42\n" + kBody, "2024-06-28"},
        Page{"wire", "a.txt", kTitle + "송고시간 2024-06-27 06:40\n" + kBody, "2024-06-27"},
        Page{"board", "a.txt", kTitle + "작성자 운영자 | 작성일 24-06-27 09:12 | 조회 3\n" + kBody,
             "2024-06-27"},
        Page{"press_release", "a.txt", "보도시점 : 2024. 6. 27.(목) 12:00\n\n" + kTitle + kBody,
             "2024-06-27"},
        Page{"blog", "a.md", "# 합의 정리\n\n*2024. 6. 27. · 밤올빼미의 노트*\n" + kBody,
             "2024-06-27"},
        Page{"caption", "a.txt",
             kTitle + kBody +
                 "두 나라 대표가 26일 악수하고 있다. [사진=과기정통부] 2024.06.26 "
                 "ha@garam.example\n",
             "2024-06-26"},
        Page{"neighbours", "a.txt",
             kTitle + kBody +
                 "추천\n0\n- 이전글2020년 결산 24.06.27\n- 다음글도서관 휴관 24.06.28\n",
             "2024-06-27"},
        Page{"byline_beats_neighbours", "a.txt",
             kTitle + "작성일 24-06-25\n" + kBody + "- 이전글결산 24.06.27\n", "2024-06-25"},
        Page{"meta", "a.html",
             "<meta property=\"article:published_time\" content=\"2024-06-27T01:00:00Z\"><p>입력 "
             "2024.06.28</p><p>" +
                 kBody + "</p>",
             "2024-06-27"},
        Page{
            "structured_data", "a.html",
            "<script type=\"application/ld+json\">{\"datePublished\": \"2024-06-27\"}</script><p>" +
                kBody + "</p>",
            "2024-06-27"},
        Page{"address", "a.html",
             "<meta property=\"og:url\" content=\"https://a.example/2024/06/27/x\"><p>" + kBody +
                 "</p>",
             "2024-06-27"},
        Page{"none", "a.txt", kTitle + kBody, ""},
        Page{"portal", "a.txt",
             kTitle + "입력2024.06.27. 오전 8:41\n수정2024.06.28. 오전 9:02\n기사원문\n" + kBody,
             "2024-06-27"},
        Page{"English_with_time", "a.txt",
             kTitle + "Published : June 27, 2024 - 08:41:05\n" + kBody, "2024-06-27"},
        Page{"English_posted", "a.txt",
             kTitle + "Posted : 2024-06-27 11:20\nUpdated : 2024-06-28 12:40\n" + kBody,
             "2024-06-27"},
        Page{"English_bare", "a.txt", kTitle + "June 27, 2024\n" + kBody, "2024-06-27"},
        Page{"English_day_first", "a.txt", kTitle + "27 June 2024\n" + kBody, "2024-06-27"},
        Page{"English_byline", "a.html",
             "<h1>" + kTitle + "</h1><div>By Noh Eul June 27, 2024 4 min read</div><p>" + kBody +
                 "</p>",
             "2024-06-27"},
        Page{"distributed", "a.txt", "배포일시 : 2024. 6. 27.(목) 09:00\n\n" + kTitle + kBody,
             "2024-06-27"},
        Page{"distributed_in_a_table", "a.txt",
             "배포일시\t2024. 6. 27.(목) 15:00\n담당부서\t국제협력과\n\n" + kTitle + kBody,
             "2024-06-27"},
        Page{"distributed_without_colon", "a.txt",
             "보도자료\n배포일시 2024. 6. 27.(목) 11:00\n\n" + kTitle + kBody, "2024-06-27"},
        Page{"put_on_a_board", "a.txt", "알림마당\n" + kTitle + "게시일 : 2024-06-27\n" + kBody,
             "2024-06-27"},
        Page{"put_on_a_board_below", "a.txt", kTitle + kBody + "게시일 : 2024-06-27\n",
             "2024-06-27"},
        Page{"weekday", "a.txt", kTitle + "2024. 6. 27.(목)\n" + kBody, "2024-06-27"},
        Page{"bracket", "a.txt", "[단신] 2024.06.27\n" + kTitle + kBody, "2024-06-27"},
        Page{"day_of_the_visit_above", "a.txt",
             "2024.06.30 (일)\n" + kTitle + "입력 2024.06.27 17:45\n" + kBody, "2024-06-27"},
        Page{"bare_below_the_title_beats_above", "a.txt",
             "2024.06.30 (일)\n" + kTitle + "2024. 6. 27.\n" + kBody, "2024-06-27"},
        Page{"day_of_a_meeting_is_none", "a.txt",
             kTitle +
                 "\n일    시 : 2024. 6. 26.(수) 10:00\n장    소 : 헬싱키\n참 석 자 : 과기정통부\n",
             ""},
        Page{"numbered_day_of_a_meeting_is_none", "a.txt",
             kTitle +
                 "\n1. 일 시: 2024년 6월 26일(수) 15:00\n2. 장 소: 헬싱키\n3. 참석: 과기정통부\n",
             ""},
        Page{"signed_at_the_end", "a.txt",
             kTitle + kBody + "2024년 6월 27일\n\n과학기술정보통신부장관\n", "2024-06-27"},
        Page{"wire_at_the_end", "a.txt",
             kTitle + "(서울=가람통신) 여울 기자 =" + kBody + "2024/06/27 08:41 송고\n",
             "2024-06-27"},
        Page{"reporter_and_day", "a.txt",
             kTitle + "여울 기자 yeoul@garam.example 2024-06-27 08:41\n" + kBody, "2024-06-27"},
        Page{"approved", "a.txt", kTitle + "여울 기자\n승인 2024.06.27 11:10\n댓글 0\n" + kBody,
             "2024-06-27"},
        Page{"outlet_and_day", "a.txt", kTitle + "2024.06.27 산업통상부\n" + kBody, "2024-06-27"},
        Page{"table_of_a_board", "a.html",
             "<table><tr><td>제목</td><td>" + kTitle +
                 "</td></tr><tr><td>등록일</td><td>2024-06-27</td></tr></table><p>" + kBody +
                 "</p>",
             "2024-06-27"},
        Page{"list_of_a_board", "a.html",
             "<h3>" + kTitle +
                 "</h3><ul><li>담당부서 : 국제협력과</li><li>등록일 : 2024-06-27</li></ul><p>" +
                 kBody + "</p>",
             "2024-06-27"},
        Page{"element_of_time", "a.html",
             "<h1>" + kTitle + "</h1><time datetime=\"2024-06-27T09:00\">어제</time><p>" + kBody +
                 "</p>",
             "2024-06-27"},
        Page{"structured_data_on_AMP", "a.html",
             "<html amp><script "
             "type=\"application/"
             "ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-06-27T10:00:00+09:00\"}"
             "</script><main><h1>" +
                 kTitle + "</h1><p>" + kBody + "</p></main>",
             "2024-06-27"},
        Page{"TOML", "a.md",
             "+++\ntitle = \"합의\"\ndate = 2024-06-27T08:00:00+09:00\n+++\n" + kBody,
             "2024-06-27"},
        Page{"day_without_time_in_front_matter", "a.md",
             "---\ntitle: 합의\ndate: 2024-06-27\n---\n" + kBody, "2024-06-27"},
        Page{"other_story", "a.txt",
             kTitle + kBody + "관련기사\n노키아, 판교에 연구소 2023-01-02 11:51\n", ""}),
    [](const testing::TestParamInfo<Page>& row) { return std::string(row.param.what); });

}  // namespace
}  // namespace samgak
