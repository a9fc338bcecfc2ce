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
        Page{"other_story", "a.txt",
             kTitle + kBody + "관련기사\n노키아, 판교에 연구소 2023-01-02 11:51\n", ""}),
    [](const testing::TestParamInfo<Page>& row) { return std::string(row.param.what); });

}  // namespace
}  // namespace samgak
