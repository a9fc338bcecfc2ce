#include "readers/noise_words.hpp"

#include <algorithm>
#include <bitset>
#include <iterator>

#include "readers/word_set.hpp"

namespace samgak {
namespace {

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

/// A hash of the last two bytes: few words end like a reporter's title.
std::size_t ending_of(std::string_view word) {
  const auto byte = [&](std::size_t from_end) {
    return static_cast<std::size_t>(static_cast<unsigned char>(word[word.size() - from_end]));
  };
  return (byte(1) ^ byte(2) << 2) & 1023;
}

std::bitset<1024> reporter_endings() {
  std::bitset<1024> endings;
  for (const std::string_view word : kReporterWords) endings.set(ending_of(word));
  return endings;
}

}  // namespace

bool is_widget_word(std::string_view word) {
  static const WordSet kWords(kWidgetWords);
  return kWords.contains(word);
}

bool is_section_word(std::string_view word) {
  static const WordSet kWords(kSectionWords);
  return kWords.contains(word);
}

bool is_reporter_word(std::string_view word) {
  static const std::bitset<1024> kEndings = reporter_endings();
  if (word.size() < 2 || !kEndings[ending_of(word)]) return false;
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

}  // namespace samgak
