#include "readers/noise_lexicon.hpp"

#include <algorithm>
#include <array>

#include "readers/html_tokenizer.hpp"

namespace samgak {
namespace {

using enum LineClass;
using enum Match;
using enum Need;

constexpr NoisePhrase kPhrases[] = {
    // Related stories. The article may go on below.
    {"관련기사", prefix, 16, soft_opener},
    {"관련뉴스", prefix, 16, soft_opener},
    {"관련글", prefix, 10, soft_opener},
    {"관련보도", prefix, 16, soft_opener},
    {"관련포스트", prefix, 14, soft_opener},
    {"관련콘텐츠", prefix, 14, soft_opener},
    {"관련자료", whole, 8, soft_opener},
    {"연관기사", prefix, 14, soft_opener},
    {"연관글", prefix, 10, soft_opener},
    {"추천기사", contains, 14, soft_opener},
    {"추천뉴스", contains, 14, soft_opener},
    {"추천글", prefix, 8, soft_opener},
    {"추천콘텐츠", contains, 14, soft_opener},
    {"함께보면", prefix, 20, soft_opener},
    {"함께읽으면", prefix, 20, soft_opener},
    {"함께볼만한", prefix, 20, soft_opener},
    {"더읽어보기", prefix, 14, soft_opener},
    {"더읽을거리", prefix, 14, soft_opener},
    {"이런기사는어떠", contains, 20, soft_opener, nothing},
    {"relatedarticles", prefix, 24, soft_opener},
    {"relatedstories", prefix, 24, soft_opener},
    {"relatednews", prefix, 24, soft_opener},
    {"relatedposts", prefix, 24, soft_opener},
    {"relatedtopics", prefix, 24, soft_opener},
    {"related", whole, 8, soft_opener},
    {"readmore", prefix, 20, soft_opener},
    {"readnext", prefix, 20, soft_opener},
    {"seealso", prefix, 20, soft_opener},
    {"youmayalsolike", prefix, 24, soft_opener},
    {"recommended", prefix, 20, soft_opener},
    {"morefrom", prefix, 24, soft_opener},
    // Rankings, other stories, neighbours, comments: nothing of the article follows.
    {"많이본", contains, 16, hard_opener},
    {"많이읽은", contains, 16, hard_opener},
    {"가장많이", prefix, 16, hard_opener},
    {"인기기사", contains, 16, hard_opener},
    {"인기뉴스", contains, 16, hard_opener},
    {"인기글", prefix, 8, hard_opener},
    {"인기검색어", contains, 14, hard_opener},
    {"인기키워드", contains, 14, hard_opener},
    {"베스트기사", contains, 16, hard_opener},
    {"베스트뉴스", contains, 16, hard_opener},
    {"베스트클릭", contains, 16, hard_opener},
    {"다른기사", contains, 22, hard_opener},
    {"다른뉴스", contains, 22, hard_opener},
    {"다른글", suffix, 22, hard_opener},
    {"다른소식", contains, 18, hard_opener},
    {"다른보도자료", prefix, 400, hard_opener},
    {"최신기사", contains, 14, hard_opener},
    {"최신뉴스", prefix, 10, hard_opener},
    {"최신글", prefix, 8, hard_opener},
    {"주요뉴스", contains, 14, hard_opener},
    {"주요기사", contains, 14, hard_opener},
    {"헤드라인뉴스", contains, 14, hard_opener},
    {"오늘의뉴스", contains, 14, hard_opener},
    {"실시간뉴스", prefix, 12, hard_opener},
    {"실시간증시", prefix, 12, hard_opener},
    {"실시간인기", prefix, 14, hard_opener},
    {"실시간랭킹", prefix, 12, hard_opener},
    {"핫이슈", whole, 8, hard_opener},
    {"핫뉴스", whole, 8, hard_opener},
    {"이슈포토", prefix, 10, hard_opener},
    {"포토뉴스", prefix, 10, hard_opener},
    {"포토슬라이드", prefix, 10, hard_opener},
    {"오피니언", whole, 6, hard_opener},
    {"랭킹뉴스", prefix, 10, hard_opener},
    {"관련종목", prefix, 10, hard_opener},
    {"종목추적기", whole, 10, hard_opener},
    {"증시현황", prefix, 10, hard_opener},
    {"이전글", prefix, 400, hard_opener},
    {"다음글", prefix, 400, hard_opener},
    {"이전기사", prefix, 400, hard_opener},
    {"다음기사", prefix, 400, hard_opener},
    {"지난글", prefix, 400, hard_opener},
    {"지난보도자료", prefix, 400, hard_opener},
    {"댓글", prefix, 14, hard_opener},
    {"전체댓글", prefix, 14, hard_opener},
    {"의견쓰기", prefix, 12, hard_opener},
    {"등록된댓글", prefix, 20, hard_opener, nothing},
    {"추천", whole, 2, hard_opener},
    {"만족하십니까", contains, 80, hard_opener, nothing},
    {"만족도조사", contains, 60, hard_opener},
    {"이기사를추천", prefix, 16, hard_opener, nothing},
    {"이기사어떠", prefix, 20, hard_opener, nothing},
    {"comments", prefix, 14, hard_opener},
    {"comments(", prefix, 400, hard_opener},
    {"leaveacomment", prefix, 18, hard_opener},
    {"leaveareply", prefix, 18, hard_opener},
    {"mostread", prefix, 16, hard_opener},
    {"mostpopular", prefix, 18, hard_opener},
    {"mostviewed", prefix, 18, hard_opener},
    {"trending", whole, 9, hard_opener},
    {"trendingnow", prefix, 16, hard_opener},
    {"popular", whole, 8, hard_opener},
    {"popularposts", prefix, 16, hard_opener},
    {"popularnews", prefix, 16, hard_opener},
    {"latestnews", prefix, 16, hard_opener},
    {"topstories", prefix, 14, hard_opener},
    {"previouspost", prefix, 400, hard_opener},
    {"nextpost", prefix, 400, hard_opener},
    // One line that is no part of the story.
    {"[알립니다]", prefix, 400, promo},
    {"[광고]", prefix, 400, promo},
    {"[ad]", prefix, 400, promo},
    {"[사설]", prefix, 60, promo},
    {"[기고]", prefix, 60, promo},
    {"[칼럼]", prefix, 60, promo},
    {"[관련기사]", prefix, 400, promo},
    {"[관련뉴스]", prefix, 400, promo},
    {"▶관련기사", prefix, 400, promo},
    {"☞관련기사", prefix, 400, promo},
    {"[바로가기]", contains, 60, promo},
    {"바로가기", contains, 60, promo},
    {"구독하기", contains, 50, promo},
    {"채널추가", contains, 60, promo},
    {"소식더보기", contains, 80, promo},
    {"뉴스더보기", contains, 80, promo},
    {"더많은기사", contains, 50, promo},
    {"제보는", prefix, 80, promo, nothing},
    {"당신의제보", contains, 80, promo, nothing},
    {"제보하기", contains, 80, promo, nothing},
    {"기사제보", contains, 80, promo, nothing},
    {"독자제보", contains, 60, promo, nothing},
    {"네이버에서", prefix, 60, promo, nothing},
    {"출처:", prefix, 160, promo},
    {"source:", prefix, 120, promo},
    {"👉", contains, 160, promo},
    {"signupforour", prefix, 120, promo, nothing},
    {"subscribetoour", prefix, 120, promo, nothing},
    {"subscribeto", contains, 60, promo},
    {"signupfor", contains, 60, promo},
    {"전재하여제공", contains, 60, promo, nothing},
    {"clickhere", contains, 60, promo},
    {"투자판단", contains, 120, promo, nothing},
    {"투자를권유", contains, 200, promo, nothing},
    {"종목매매를권유", contains, 300, promo, nothing},
    {"정보제공목적", contains, 300, promo, nothing},
    {"공공누리", contains, 120, promo, nothing},
    {"본기사는", prefix, 80, promo, nothing},
    {"이기사는", prefix, 80, promo, nothing},
    {"이글은정부보도자료", contains, 120, promo, nothing},
    // Rights and imprint.
    {"무단전재", contains, 120, copyright, nothing},
    {"무단복제", contains, 120, copyright, nothing},
    {"무단배포", contains, 120, copyright, nothing},
    {"재배포금지", contains, 120, copyright, nothing},
    {"저작권자", contains, 120, copyright},
    {"저작권은", prefix, 100, copyright},
    {"allrightsreserved", contains, 200, copyright, nothing},
    {"copyright", prefix, 160, copyright},
    {"ⓒ", prefix, 100, copyright},
    {"©", prefix, 100, copyright},
    {"<저작권", prefix, 100, copyright},
    {"회사소개", prefix, 120, copyright},
    {"개인정보처리방침", contains, 160, copyright},
    {"개인정보취급방침", contains, 160, copyright},
    {"청소년보호책임자", contains, 160, copyright},
    {"사업자등록번호", contains, 160, copyright},
    {"발행인", contains, 120, copyright},
    {"편집인", contains, 120, copyright},
    {"privacypolicy", contains, 120, copyright},
    {"termsofservice", contains, 120, copyright},
    {"termsofuse", contains, 120, copyright},
    // End of a wire story.
    {"(끝)", prefix, 6, end_mark},
    {"<끝>", prefix, 6, end_mark},
    {"[끝]", prefix, 6, end_mark},
    {"끝.", whole, 2, end_mark},
    {"끝", whole, 1, end_mark},
    {"###", whole, 3, end_mark},
    {"(end)", whole, 5, end_mark},
    {"tags:", prefix, 120, hashtags},
    {"태그:", prefix, 120, hashtags},
    {"키워드:", prefix, 120, hashtags},
    // When and by whom.
    {"입력", prefix, 70, date_line, date},
    {"등록", prefix, 70, date_line, date},
    {"승인", prefix, 70, date_line, date},
    {"송고", prefix, 70, date_line, date},
    {"수정", prefix, 50, date_line, date},
    {"기사입력", prefix, 70, date_line, date},
    {"기사등록", prefix, 70, date_line, date},
    {"기사승인", prefix, 70, date_line, date},
    {"최초입력", prefix, 70, date_line, date},
    {"최종수정", prefix, 50, date_line, date},
    {"최종업데이트", prefix, 50, date_line, date},
    {"업데이트", prefix, 50, date_line, date},
    {"작성일", prefix, 90, date_line, date},
    {"작성자", prefix, 90, date_line},
    {"글쓴이", prefix, 90, date_line},
    {"등록일", prefix, 90, date_line, date},
    {"게시일", prefix, 90, date_line, date},
    {"게재일", prefix, 90, date_line, date},
    {"발행일", prefix, 90, date_line, date},
    {"보도시점", prefix, 120, date_line, date},
    {"보도일시", prefix, 120, date_line, date},
    {"보도일", prefix, 120, date_line, date},
    {"배포일시", prefix, 120, date_line, date},
    {"배포일", prefix, 120, date_line, date},
    {"배포시점", prefix, 120, date_line, date},
    {"배포:", prefix, 120, date_line, date},
    {"조회", prefix, 40, date_line, number},
    {"즉시보도", contains, 50, date_line},
    {"published", prefix, 60, date_line, date},
    {"updated", prefix, 60, date_line, date},
    {"lastupdated", prefix, 60, date_line, date},
    {"postedon", prefix, 60, date_line, date},
    {"posted:", prefix, 60, date_line, date},
    {"글·사진", prefix, 30, byline},
    {"글=", prefix, 40, byline},
    {"정리=", prefix, 60, byline},
    {"취재=", prefix, 40, byline},
    {"취재:", prefix, 40, byline},
    {"편집=", prefix, 40, byline},
    // The head of a press release.
    {"보도자료", whole, 4, letterhead},
    {"보도참고자료", whole, 6, letterhead},
    {"보도설명자료", whole, 6, letterhead},
    {"설명자료", whole, 4, letterhead},
    {"해명자료", whole, 4, letterhead},
    {"참고자료", whole, 4, letterhead},
    {"브리핑자료", whole, 5, letterhead},
    {"보도자료", contains, 22, letterhead},
    {"pressrelease", prefix, 20, letterhead},
    {"newsrelease", prefix, 20, letterhead},
    {"forimmediaterelease", prefix, 40, letterhead},
    // Who answers questions.
    {"담당부서", prefix, 80, contact, reachable},
    {"담당자", prefix, 80, contact, reachable},
    {"책임자", prefix, 80, contact, reachable},
    {"협조부서", prefix, 80, contact, reachable},
    {"문의처", contains, 80, contact, reachable},
    {"자료문의", contains, 80, contact, reachable},
    {"연락처", contains, 60, contact, reachable},
    {"문의:", prefix, 80, contact, reachable},
    {"문의전화", prefix, 80, contact, reachable},
    {"담당과", prefix, 60, contact, reachable},
    {"대변인실", prefix, 40, contact, reachable},
    {"mediacontact", prefix, 60, contact, reachable},
    {"contact:", prefix, 80, contact, reachable},
    // Attachments.
    {"붙임", prefix, 80, attachment},
    {"[붙임", prefix, 80, attachment},
    {"<붙임", prefix, 80, attachment},
    {"별첨", prefix, 80, attachment},
    {"[별첨", prefix, 80, attachment},
    {"첨부파일", prefix, 60, widget},
    {"첨부", prefix, 40, attachment},
    {"[첨부", prefix, 80, attachment},
    {"[참고", prefix, 80, attachment},
    {"<참고", prefix, 80, attachment},
    {"참고1", prefix, 80, attachment},
    {"참고2", prefix, 80, attachment},
    // Knobs.
    {"더보기", whole, 3, widget},
    {"본문글자크기", contains, 20, widget},
    {"글자크기", contains, 14, widget},
    {"번역할언어", contains, 20, widget},
    {"기사번역", whole, 6, widget},
    {"본문바로가기", contains, 14, widget},
    {"메뉴바로가기", contains, 14, widget},
    {"본문내용", whole, 6, widget},
    {"비추천", prefix, 6, widget},
    {"url복사", contains, 30, widget},
    {"top으로이동", contains, 10, widget},
    {"맨위로", whole, 4, widget},
    {"로그인해주세요", contains, 30, widget, nothing},
    {"로그인이필요", contains, 30, widget, nothing},
    {"skiptocontent", contains, 30, widget},
    {"skiptomain", contains, 30, widget},
    {"advertisement", whole, 14, widget},
    {"속보", whole, 2, widget},
    {"사진", whole, 2, widget},
    {"이미지확대", prefix, 10, widget},
    {"이미지크게보기", prefix, 12, widget},
    {"사진확대", prefix, 10, widget},
    {"사진크게보기", prefix, 12, widget},
    {"큰이미지보기", prefix, 12, widget},
    {"광고", whole, 2, widget},
    {"ad", whole, 2, widget},
    {"기사이어집니다", contains, 20, widget, nothing},
    {"기사가이어집니다", contains, 20, widget, nothing},
};

constexpr std::string_view kWidgetWords[] = {
    "+",          "-",         "a",        "a+",       "a-",           "facebook",
    "home",       "kakaotalk", "linkedin", "login",    "menu",         "print",
    "rss",        "search",    "share",    "sns",      "twitter",      "url",
    "url복사",    "x",         "가",       "가+",      "가-",          "검색",
    "공감",       "공유",      "공유하기", "구독",     "구독신청",     "글쓰기",
    "글자크기",   "기사",      "네이버",   "뉴스레터", "다음",         "닫기",
    "댓글",       "더",        "더보기",   "듣기",     "로그아웃",     "로그인",
    "마이페이지", "메뉴",      "메일",     "목록",     "밴드",         "번역",
    "보내기",     "보통",      "북마크",   "복사",     "본문",         "비추천",
    "설정",       "수정",      "스크랩",   "신고",     "싫어요",       "이메일",
    "이전",       "인쇄",      "인쇄하기", "작게",     "작은글씨",     "전체메뉴",
    "좋아요",     "지면보기",  "추천",     "카카오",   "카카오스토리", "카카오톡",
    "크게",       "큰글씨",    "트위터",   "페이스북", "프린트",       "홈",
    "화면",       "회원가입"};

constexpr std::string_view kSectionWords[] = {
    "ai",      "bio",    "business", "culture",  "economy", "it",       "opinion", "politics",
    "science", "sports", "tech",     "world",    "건강",    "경제",     "과학",    "국방",
    "국제",    "글로벌", "금융",     "기업",     "기획",    "데이터랩", "동영상",  "라이프",
    "마켓",    "문화",   "뉴스룸",   "배터리",   "바이오",  "반도체",   "부동산",  "북한",
    "사설",    "사람",   "사회",     "산업",     "생활",    "세계",     "스포츠",  "시사",
    "에너지",  "연예",   "영상",     "오피니언", "외교",    "우주",     "유통",    "인물",
    "전국",    "정책",   "정치",     "종합",     "증권",    "지역",     "칼럼",    "통상",
    "특집",    "포토",   "피플",     "환경"};

constexpr std::string_view kReporterWords[] = {"기자",     "특파원",   "논설위원",      "편집위원",
                                               "선임기자", "객원기자", "전문기자",      "인턴기자",
                                               "통신원",   "앵커",     "리포터",        "에디터",
                                               "사진기자", "pd",       "correspondent", "reporter"};

constexpr std::string_view kOutletEndings[] = {"뉴스",   "일보",   "신문",  "타임스",  "데일리",
                                               "투데이", "뉴시스", "뉴스1", "뉴스핌",  "헤럴드",
                                               "저널",   "news",   "times", "reuters", "yonhap"};

constexpr std::string_view kCreditMarks[] = {
    "[사진",     "(사진",    "/사진",   "사진=",   "사진제공", "사진 제공", "[자료사진",
    "(자료사진", "자료사진", "[그래픽", "그래픽=", "[그래프",  "그래프=",   "(그래픽",
    "[자료",     "ⓒ",        "©",       "(출처",   "[출처",    "영상=",     "[영상",
    "일러스트=", "Photo by", "Photo:",  "(Photo",  "(PHOTO",   "[Photo"};

// Words of class, id and role names. `banner`, `complementary`, `contentinfo`, `navigation` are
// ARIA roles.
constexpr std::string_view kFurnitureWords[] = {
    "ad",         "ads",      "adsense",       "advert",      "advertisement", "author",
    "banner",     "best",     "breadcrumb",    "breadcrumbs", "byline",        "cmt",
    "comment",    "comments", "complementary", "contentinfo", "cookie",        "copyright",
    "floating",   "foot",     "footer",        "gnb",         "journalist",    "keyword",
    "keywords",   "layer",    "lnb",           "login",       "menu",          "modal",
    "mostview",   "nav",      "navbar",        "navigation",  "newsletter",    "pager",
    "pagination", "paging",   "popular",       "popup",       "profile",       "promo",
    "quick",      "rank",     "ranking",       "recommend",   "related",       "relation",
    "reply",      "reporter", "search",        "share",       "sharing",       "sidebar",
    "skip",       "snb",      "sns",           "social",      "sponsor",       "subscribe",
    "tag",        "tags",     "toolbar",       "util",        "utility",       "widget"};

bool contains_word(std::span<const std::string_view> sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(const std::string_view (&words)[N]) {
  std::array<std::string_view, N> out{};
  std::copy(std::begin(words), std::end(words), out.begin());
  std::sort(out.begin(), out.end());
  return out;
}

constexpr auto kSortedWidgetWords = sorted(kWidgetWords);
constexpr auto kSortedSectionWords = sorted(kSectionWords);
constexpr auto kSortedFurnitureWords = sorted(kFurnitureWords);

}  // namespace

std::span<const NoisePhrase> noise_phrases() {
  return kPhrases;
}
bool is_widget_word(std::string_view word) {
  return contains_word(kSortedWidgetWords, word);
}
bool is_section_word(std::string_view word) {
  return contains_word(kSortedSectionWords, word);
}

bool is_reporter_word(std::string_view word) {
  return std::any_of(std::begin(kReporterWords), std::end(kReporterWords),
                     [&](std::string_view known) {
                       return word == known || (known.size() > 6 && word.ends_with(known));
                     });
}

std::span<const std::string_view> outlet_endings() {
  return kOutletEndings;
}
std::span<const std::string_view> credit_marks() {
  return kCreditMarks;
}

bool names_furniture(std::string_view attribute) {
  constexpr std::size_t kLongestWord = 16;
  char word[kLongestWord];
  std::size_t length = 0;
  for (std::size_t i = 0; i <= attribute.size(); ++i) {
    const char c = i < attribute.size() ? attribute[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    const bool after_lower = i > 0 && attribute[i - 1] >= 'a' && attribute[i - 1] <= 'z';
    if ((!upper && !lower) ||
        (upper && after_lower)) {  // the borders of `article-share`, `shareBox`
      if (length >= 2 && length <= kLongestWord &&
          contains_word(kSortedFurnitureWords, {word, length}))
        return true;
      length = 0;
    }
    if (!upper && !lower) continue;
    if (length < kLongestWord) word[length] = static_cast<char>(upper ? c + 32 : c);
    ++length;
  }
  return false;
}

bool names_publication_date(std::string_view key) {
  for (const std::string_view known :
       {"article:published_time", "og:article:published_time", "article:published", "datepublished",
        "date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "dcterms.issued",
        "sailthru.date", "publication_date", "dd:published_time"}) {
    if (equals_ignoring_case(key, known)) return true;
  }
  return false;
}

}  // namespace samgak
