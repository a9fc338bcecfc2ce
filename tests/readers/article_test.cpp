// What is article and what is not, by shape of page and by class of noise.
#include "tests/readers/reading.hpp"

namespace samgak {
namespace {

constexpr std::string_view kLead = "한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 했다.";
constexpr std::string_view kSecond =
    "과학기술정보통신부는 26일 헬싱키에서 제4차 한-핀란드 과학기술공동위원회를 열고 이같이 "
    "합의했다고 밝혔다.";
constexpr std::string_view kThird =
    "양측은 양자컴퓨터 소재와 6G 표준 분야에 5년간 300억 원을 투자한다.";

struct Line {
  std::string_view what;
  std::string_view line;
};

// A line of each class, below the body of a story that says nothing like it.
class NoiseBelow : public testing::TestWithParam<Line> {};

TEST_P(NoiseBelow, IsTold) {
  const std::string page = "한-핀란드, 6G 공동연구 합의\n\n" + std::string(kLead) + "\n\n" +
                           std::string(kSecond) + "\n\n" + std::string(GetParam().line) + "\n";
  EXPECT_EQ(dump_article(read_one(page)),
            "title: 한-핀란드, 6G 공동연구 합의\nparagraph: " + std::string(kLead) +
                "\nparagraph: " + std::string(kSecond) + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    Table, NoiseBelow,
    testing::Values(
        Line{"reporter", "하태경 기자 hata@garam.example"}, Line{"mail", "hata@garam.example"},
        Line{"reporter_and_photographer", "글=하태경 기자 사진=여울 사진기자"},
        Line{"rights", "<저작권자 ⓒ 가람신문, 무단 전재 및 재배포 금지>"},
        Line{"rights_in_English", "Copyright 2024 Garam News. All rights reserved."},
        Line{"imprint", "회사소개 | 광고문의 | 개인정보처리방침 | 청소년보호책임자 : 강나루"},
        Line{"end_mark", "(끝)"}, Line{"share", "공유하기 스크랩 프린트 글자크기"},
        Line{"font", "가+ 가-"}, Line{"counter", "추천\n12\n비추천3"}, Line{"more", "더보기"},
        Line{"ranking", "많이 본 뉴스\n1 코끼리, 동물원 탈출\n2 서울 첫눈 내려"},
        Line{"related", "[관련기사]\n- 노키아, 판교에 연구소 연다\n- 오로라가 비행기 길을 바꿨다"},
        Line{"other_stories", "하태경 기자의 다른 기사 보기\n- 북극항로, 부산서 뜬다"},
        Line{"neighbours",
             "- 이전글바다사자 구조 소식 24.06.20\n- 다음글도서관 휴관 안내 24.06.28"},
        Line{"comments",
             "댓글 2\nrare****\n우리도 가 보자\n한혜*\n좋은 소식이네요. 어서 결과가 나왔으면 "
             "합니다."},
        Line{"ticker", "관련종목\n가람전자 48,200 ▲ 1.2%\n나루통신 2,135 ▼ 0.4%"},
        Line{"hashtags", "#오로라 #6G #헬싱키"},
        Line{"contact", "담당 부서 : 국제협력총괄과\n책임자 : 과장 강나루 (044-202-0000)"},
        Line{"contact_box",
             "┌───┬────┐\n│ 담당부서 │ 국제협력과 │\n│ 담당자 │ 사무관 강나루 (044-202-0000) "
             "│\n└───┴────┘"},
        Line{"questions", "문의 : 국제협력총괄과 (044-202-0000)"},
        Line{"promo", "더 빠른 소식 바로가기 👉 garam.example"}, Line{"source", "출처: 가람신문"},
        Line{"licence", "※ 이 자료는 공공누리 제1유형으로 이용할 수 있습니다."},
        Line{"call_for_tips", "제보는 카카오톡 garamjebo 로 보내 주세요"},
        Line{"announcement", "[알립니다] 가람신문 '2024 오로라 포럼' 7월 3일 개최"},
        Line{"photo_story",
             "많이 본 기사\n사진\n[포토] 한강에 뜬 오리배\n시민들이 5일 한강에서 오리배를 타며 "
             "더위를 식히고 있다. 2024.6.27 /가람"},
        Line{"two_whole_stories",
             "[가람신문 베스트 기사]\n사진\n코끼리, 동물원 탈출 [서울=가람신문] 여울 기자 = 코끼리 "
             "한 마리가 26일 새벽 동물원을 "
             "나와 골목을 걸었다. 경찰은 두 시간 만에 코끼리를 돌려보냈다고 밝혔다. "
             "you@garam.example 2024-06-27 11:51"},
        Line{"related_with_summaries",
             "관련기사\n\n한-핀란드 공동연구 예산, 6G에 몰린다\n\n핀란드 정부가 한국과 6G 공동연구 "
             "합의를 두고 예산을 다시 짠다고 밝혔다.\n\n"
             "공동연구, 이번에는 합의 지킬까\n\n한-핀란드 6G 공동연구 합의는 세 번째라고 "
             "가람신문이 보도했다. 2024-06-20 09:11"},
        Line{"survey", "이 페이지에서 제공하는 정보에 만족하십니까?\n매우 만족\n보통"},
        Line{"comments_in_English",
             "Comments (2)\nGreat news for both countries and for the whole industry."},
        Line{"related_in_English",
             "Related Articles\nElephant leaves zoo, police said on Wednesday morning."}),
    [](const testing::TestParamInfo<Line>& row) { return std::string(row.param.what); });

// A line of each class between title and body.
class NoiseAbove : public testing::TestWithParam<Line> {};

TEST_P(NoiseAbove, IsTold) {
  const std::string page =
      "가람신문\n로그인 회원가입\n정치 경제 사회 국제 문화\n홈 > 산업 > 과학\n\n한-핀란드, 6G "
      "공동연구 합의\n" +
      std::string(GetParam().line) + "\n\n" + std::string(kLead) + "\n\n" + std::string(kSecond) +
      "\n";
  EXPECT_EQ(dump_article(read_one(page)),
            "title: 한-핀란드, 6G 공동연구 합의\nparagraph: " + std::string(kLead) +
                "\nparagraph: " + std::string(kSecond) + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    Table, NoiseAbove,
    testing::Values(Line{"reporter", "하태경 기자"}, Line{"correspondent", "하태경 헬싱키 특파원"},
                    Line{"dates", "입력 2024.06.27 09:12 수정 2024.06.27 10:05"},
                    Line{"board", "작성자 운영자 | 작성일 24-06-27 09:12 | 조회 1,204 | 댓글 4"},
                    Line{"comments", "댓글 3"}, Line{"buttons", "공유\n스크랩\n프린트\n가 가"},
                    Line{"bullets_of_a_menu",
                         "※ 본문 글자 크기 조정\n\n  • 더 작게\n  • 작게\n  • 더 크게"},
                    Line{"networks", "카카오톡 페이스북 X URL복사"},
                    Line{"subscribed",
                         "가람신문 언론사 구독되었습니다. 메인에서 주요뉴스를 볼 수 "
                         "있습니다.\n보러가기\n구독\n닫기\n공유\n스크랩\n인쇄"}),
    [](const testing::TestParamInfo<Line>& row) { return std::string(row.param.what); });

// Lines of an article that look like furniture.
class LooksLikeNoise : public testing::TestWithParam<Line> {};

TEST_P(LooksLikeNoise, IsKept) {
  const std::string page = "한-핀란드, 6G 공동연구 합의\n\n" + std::string(kLead) + "\n\n" +
                           std::string(GetParam().line) + "\n\n" + std::string(kSecond) + "\n\n" +
                           std::string(kThird) + "\n";
  const std::string article = dump_article(read_one(page));
  EXPECT_NE(article.find(GetParam().line), std::string::npos) << article;
  EXPECT_NE(article.find(kSecond), std::string::npos) << article;
  EXPECT_NE(article.find(kThird), std::string::npos) << article;
}

INSTANTIATE_TEST_SUITE_P(
    Table, LooksLikeNoise,
    testing::Values(
        Line{"global_is_no_post", "다른 글로벌 기업과의 협력"},
        Line{"latest_global", "최신 글로벌 동향"},
        Line{"previous_global", "이전 글로벌 금융위기의 교훈"},
        Line{"previous_post_in_prose", "이전 글에서 살펴본 것처럼 두 나라는 협력을 넓혀 왔다."},
        Line{"rights_as_a_topic", "저작권자의 동의 없이 학습하는 일을 막는 방안도 함께 논의했다."},
        Line{"privacy_as_a_topic",
             "두 나라는 개인정보처리방침을 함께 고치기로 하고 실무반을 꾸렸다."},
        Line{"publisher_in_prose",
             "가람신문 발행인 강나루도 축사를 하려고 자리를 함께했다고 한다."},
        Line{"press_meeting", "장관, 특파원 간담회 개최"},
        Line{"footnote_stars", "공동위원회**는 호라이즌 유럽*에도 함께 참여하기로 했다."},
        Line{"person_in_charge", "담당자는 후속 회의를 가을에 서울에서 연다고 설명했다."},
        Line{"call_centre", "신고는 관세청 누리집이나 국번 없이 125번으로 하면 된다고 했다."},
        Line{"picture_in_brackets",
             "강나루 국장(사진 오른쪽)이 회의를 함께 이끌었다고 정부가 밝혔다."},
        Line{"registered", "등록 특허 공동 활용 확대"},
        Line{"share_of_exports", "대핀란드 수출은 1,204만 달러로 12.3% 늘었다고 정부는 밝혔다."},
        Line{"label", "참석자: 과기정통부, 외교부, 경제고용부"},
        Line{"quote", "\"작은 나라일수록 함께 가야 한다\"고 그는 말했다."}),
    [](const testing::TestParamInfo<Line>& row) { return std::string(row.param.what); });

struct Page {
  std::string_view what;
  std::string_view file;
  std::string_view source;
  std::string_view article;
};

class Article : public testing::TestWithParam<Page> {};

TEST_P(Article, IsFound) {
  EXPECT_EQ(dump_article(read_one(GetParam().source, GetParam().file)), GetParam().article);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Article,
    testing::Values(
        Page{"dateline_and_captions", "a.txt",
             "한-핀란드, 6G 공동연구 합의\n\n26일 헬싱키서 공동위…양자 소재도 공동연구\n\n"
             "강나루(왼쪽) 과기정통부 국장이 26일 헬싱키에서 악수하고 있다. [사진=과기정통부]\n\n"
             "[헬싱키=가람신문] 하태경 특파원 = 한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 "
             "했다.\n\n"
             "▲ 헬싱키 회의장 전경 ⓒ가람신문\n\n"
             "과기정통부는 26일 공동위원회를 열었다고 밝혔다. hata@garam.example\n",
             "title: 한-핀란드, 6G 공동연구 합의\n"
             "heading: 26일 헬싱키서 공동위…양자 소재도 공동연구\n"
             "caption: 강나루(왼쪽) 과기정통부 국장이 26일 헬싱키에서 악수하고 있다.\n"
             "paragraph: 한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 했다.\n"
             "caption: 헬싱키 회의장 전경\n"
             "paragraph: 과기정통부는 26일 공동위원회를 열었다고 밝혔다.\n"},
        Page{"press_release", "a.txt",
             "보 도 자 료\n과학기술정보통신부\n\n보도시점 : 2024. 6. 27.(목) 12:00\n\n한-핀란드, "
             "6G 공동연구 합의\n"
             "- 제4차 공동위원회 개최 -\n\n□ 과학기술정보통신부는 6월 26일 헬싱키에서 "
             "공동위원회를\n   개최하였다고 밝혔다.\n\n"
             " ㅇ 이번 회의는 강나루 국장이 주재하였다.\n\n   - 양측은 6G 표준을 함께 만들기로 "
             "함\n\n    * 예산은 추후 협의\n\n"
             "   ① 양자 소재 공동연구\n\n담당 부서 : 국제협력과 (044-202-0000)\n\n[붙임 1] 회의 "
             "개요\n\n ○ 일시/장소 : ’24. 6. 26. / 헬싱키\n"
             " ○ 참석자\n   - (우리측) 과기정통부 국장, 외교부\n",
             "title: 한-핀란드, 6G 공동연구 합의\n"
             "heading 2: 제4차 공동위원회 개최\n"
             "list_item: 과학기술정보통신부는 6월 26일 헬싱키에서 공동위원회를 개최하였다고 "
             "밝혔다.\n"
             "list_item 1: 이번 회의는 강나루 국장이 주재하였다.\n"
             "list_item 2: 양측은 6G 표준을 함께 만들기로 함\n"
             "list_item 3: 예산은 추후 협의\n"
             "list_item 2: 양자 소재 공동연구\n"
             "heading: [붙임 1] 회의 개요\n"
             "list_item 1: 일시/장소 : ’24. 6. 26. / 헬싱키\n"
             "list_item 1: 참석자\n"
             "list_item 2: (우리측) 과기정통부 국장, 외교부\n"},
        Page{"lines_wrapped_at_a_width", "a.txt",
             "한-핀란드, 6G 공동연구 합의\n\n한국과 핀란드가 차세대 이동통신과 양자 기술을 "
             "함께\n연구하기로 했다. 두 나라는 헬싱키에서 만나 공동연구의\n"
             "범위와 예산을 정하고 실무 협의를 이어 가기로 뜻을\n모았다.\n\n과학기술정보통신부는 "
             "26일 제4차 공동위원회를 열고 이런\n"
             "내용에 합의했다고 밝혔다. 다음 회의는 내년에 서울에서\n열린다.\n",
             "title: 한-핀란드, 6G 공동연구 합의\n"
             "paragraph: 한국과 핀란드가 차세대 이동통신과 양자 기술을 함께 연구하기로 했다. 두 "
             "나라는 헬싱키에서 만나 "
             "공동연구의 범위와 예산을 정하고 실무 협의를 이어 가기로 뜻을 모았다.\n"
             "paragraph: 과학기술정보통신부는 26일 제4차 공동위원회를 열고 이런 내용에 합의했다고 "
             "밝혔다. 다음 회의는 "
             "내년에 서울에서 열린다.\n"},
        Page{"story_goes_on_below_related_ones", "a.txt",
             "한-핀란드, 6G·양자 공동연구 손잡는다\n\n한국과 핀란드가 6G와 양자 기술 공동연구에 "
             "나선다.\n\n"
             "과학기술정보통신부는 26일 헬싱키에서 한-핀란드 공동위원회를 열었다고 "
             "밝혔다.\n\n[관련기사]\n☞ 노키아, 판교에 연구소 연다\n\n"
             "핀란드와 한국은 양자컴퓨터 소재와 6G 표준 공동연구에 300억 원을 투자하기로 했다.\n",
             "title: 한-핀란드, 6G·양자 공동연구 손잡는다\n"
             "paragraph: 한국과 핀란드가 6G와 양자 기술 공동연구에 나선다.\n"
             "paragraph: 과학기술정보통신부는 26일 헬싱키에서 한-핀란드 공동위원회를 열었다고 "
             "밝혔다.\n"
             "paragraph: 핀란드와 한국은 양자컴퓨터 소재와 6G 표준 공동연구에 300억 원을 "
             "투자하기로 했다.\n"},
        Page{"comment_counter_below_the_lead", "a.txt",
             "한-핀란드, 6G·양자 공동연구 손잡는다\n\n한국과 핀란드가 6G와 양자 기술 공동연구에 "
             "나선다고 두 나라 정부가 26일 헬싱키에서 함께 밝혔다. "
             "예산은 5년에 걸쳐 300억 원이며 절반씩 부담하고 결과물은 함께 쓴다는 원칙도 "
             "세웠다.\n\n댓글 3\n공유\n\n"
             "핀란드 정부는 한국과 6G 표준을 함께 만드는 방안을 먼저 제안했다고 한다.\n\n양자 소재 "
             "공동연구는 한국과 핀란드 연구소가 맡는다고 과기정통부가 밝혔다.\n",
             "title: 한-핀란드, 6G·양자 공동연구 손잡는다\n"
             "paragraph: 한국과 핀란드가 6G와 양자 기술 공동연구에 나선다고 두 나라 정부가 26일 "
             "헬싱키에서 함께 밝혔다. 예산은 5년에 "
             "걸쳐 300억 원이며 절반씩 부담하고 결과물은 함께 쓴다는 원칙도 세웠다.\n"
             "paragraph: 핀란드 정부는 한국과 6G 표준을 함께 만드는 방안을 먼저 제안했다고 한다.\n"
             "paragraph: 양자 소재 공동연구는 한국과 핀란드 연구소가 맡는다고 과기정통부가 "
             "밝혔다.\n"},
        Page{"body_twice", "a.txt",
             "한-핀란드, 6G 공동연구 합의\n작성일 24-06-27 09:12\n한-핀란드, 6G 공동연구 합의\n"
             "한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 했습니다.\n과학기술정보통신부는 "
             "26일 헬싱키에서 공동위원회를 열었다고 밝혔습니다.\n"
             "한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 햇습니다.\n과학기술정보통신부는 "
             "26일 헬싱키에서 공동위원회를 열었다고 밝혔습니다.\n",
             "title: 한-핀란드, 6G 공동연구 합의\n"
             "duplicate: 한-핀란드, 6G 공동연구 합의\n"
             "paragraph: 한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 했습니다.\n"
             "paragraph: 과학기술정보통신부는 26일 헬싱키에서 공동위원회를 열었다고 밝혔습니다.\n"
             "duplicate: 한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 햇습니다.\n"
             "duplicate: 과학기술정보통신부는 26일 헬싱키에서 공동위원회를 열었다고 밝혔습니다.\n"},
        Page{"numbers_make_two_things", "a.txt",
             "□ 제1차 한-핀란드 과학기술공동위원회를 3월 10일 서울에서 개최하였음\n\n□ 제2차 "
             "한-핀란드 과학기술공동위원회를 3월 12일 서울에서 개최하였음\n",
             "list_item: 제1차 한-핀란드 과학기술공동위원회를 3월 10일 서울에서 개최하였음\n"
             "list_item: 제2차 한-핀란드 과학기술공동위원회를 3월 12일 서울에서 개최하였음\n"},
        Page{"label_sheet", "a.txt",
             "일시: 2024. 6. 26. 10:00\n장소: 헬싱키 경제고용부\n참석자: 과기정통부, 외교부\n",
             "paragraph: 일시: 2024. 6. 26. 10:00\nparagraph: 장소: 헬싱키 경제고용부\nparagraph: "
             "참석자: 과기정통부, 외교부\n"},
        Page{"one_sentence", "a.txt", "한국 외교부 장관이 왔다.\n",
             "paragraph: 한국 외교부 장관이 왔다.\n"},
        Page{"headline_that_ends_as_a_sentence", "a.txt",
             "한-핀란드, 6G 공동연구로 미래 이동통신 시장을 함께 연다\n\n한국과 핀란드가 6G와 양자 "
             "기술을 함께 연구하기로 했다.\n\n"
             "과학기술정보통신부는 26일 헬싱키에서 공동위원회를 열었다고 밝혔다.\n",
             "title: 한-핀란드, 6G 공동연구로 미래 이동통신 시장을 함께 연다\n"
             "paragraph: 한국과 핀란드가 6G와 양자 기술을 함께 연구하기로 했다.\n"
             "paragraph: 과학기술정보통신부는 26일 헬싱키에서 공동위원회를 열었다고 밝혔다.\n"},
        Page{"English_wire", "a.txt",
             "Skip to content\nGaram News\nSEARCH\nLOGIN\nKorea, Finland agree on joint 6G "
             "research\nNational 09:12 June 27, 2024\nfacebook\ntwitter\n\n"
             "By Ha Tae-kyung\n\nSEOUL, June 27 (Garam) -- South Korea and Finland have agreed to "
             "carry out joint research on 6G networks.\n\n"
             "The agreement came at the fourth meeting of the joint committee, held in Helsinki on "
             "Wednesday.\n\n"
             "Officials of the two countries attend the meeting on June 26, 2024. (PHOTO NOT FOR "
             "SALE) (Garam)\n\nhata@garam.example\n(END)\n",
             "title: Korea, Finland agree on joint 6G research\n"
             "paragraph: South Korea and Finland have agreed to carry out joint research on 6G "
             "networks.\n"
             "paragraph: The agreement came at the fourth meeting of the joint committee, held in "
             "Helsinki on Wednesday.\n"
             "caption: Officials of the two countries attend the meeting on June 26, 2024.\n"}),
    [](const testing::TestParamInfo<Page>& row) { return std::string(row.param.what); });

TEST(ArticleTables, OneContactRowIsNoContactBox) {
  const Document document = read_one(std::string(kLead) + "\n\n" + std::string(kSecond) +
                                     "\n\n│ 일시 │ 6월 26일 │\n│ 장소 │ 헬싱키 │\n│ 참석 │ "
                                     "과기정통부 │\n│ 문의처 │ 044-202-0000 │\n");
  EXPECT_EQ(of_kind(document, SectionKind::table_row),
            "일시\t6월 26일\n장소\t헬싱키\n참석\t과기정통부\n");
}

TEST(ArticleTitle, StandsInABox) {
  const Document document =
      read_one("보 도 자 료\n┌────────────┐\n│ 한-핀란드, 6G 공동연구 합의 │\n└────────────┘\n\n" +
               std::string(kLead) + "\n\n" + std::string(kThird) + "\n");
  EXPECT_EQ(of_kind(document, SectionKind::title), "한-핀란드, 6G 공동연구 합의\n");
}

TEST(ArticleTitle, BoardsLabelIt) {
  const Document document =
      read_one("알림마당\n제목 : 한-핀란드, 6G 공동연구 합의\n등록일 : 2024-06-27\n\n" +
               std::string(kLead) + "\n\n" + std::string(kThird) + "\n");
  EXPECT_EQ(of_kind(document, SectionKind::title), "한-핀란드, 6G 공동연구 합의\n");
}

TEST(ArticleText, KeepsNoiseForInspection) {
  const Document document = read_one(
      "한-핀란드, 6G 공동연구 합의\n\n[서울=가람신문] 하태경 기자 = " + std::string(kLead) +
      "\n\n" + std::string(kSecond) + "\n\n많이 본 뉴스\n");
  EXPECT_EQ(of_kind(document, SectionKind::noise), "[서울=가람신문] 하태경 기자 =\n많이 본 뉴스\n");
}

}  // namespace
}  // namespace samgak
