// Bytes to text: encodings, normal forms, and the places that survive both.
#include <unicode/ucnv.h>

#include "readers/source_text.hpp"
#include "tests/readers/reading.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

std::string in_cp949(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 2 + 16, '\0');
  const int32_t length =
      ucnv_convert("windows-949", "UTF-8", out.data(), static_cast<int32_t>(out.size()),
                   utf8.data(), static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::string every_syllable() {
  std::string all;
  for (char32_t c = 0xAC00; c <= 0xD7A3; ++c) append_utf8(all, c);
  return all;
}

std::optional<SourceText> decode_bytes(std::string_view bytes, std::string_view label,
                                       std::vector<Diagnostic>* diagnostics = nullptr) {
  std::vector<Diagnostic> own;
  return SourceText::decode(bytes, "file", label, diagnostics != nullptr ? *diagnostics : own);
}

class Cp949Label : public testing::TestWithParam<std::string_view> {};

TEST_P(Cp949Label, GivesAllSyllables) {
  const std::string bytes = in_cp949(every_syllable());
  const auto text = decode_bytes(bytes, GetParam());
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text(), every_syllable());
}

TEST_P(Cp949Label, InAPageThatNamesIt) {
  const std::string page = "<html><head><meta charset=\"" + std::string(GetParam()) +
                           "\"></head><body><p>두 나라는 똠방 해협에서 펲시 연구소를 함께 세우기로 "
                           "했다.</p></body></html>";
  const std::string bytes = in_cp949(page);
  EXPECT_EQ(of_kind(read_one(bytes, "a.html"), SectionKind::paragraph),
            "두 나라는 똠방 해협에서 펲시 연구소를 함께 세우기로 했다.\n");
}

INSTANTIATE_TEST_SUITE_P(Labels, Cp949Label,
                         testing::Values("euc-kr", "EUC-KR", "cp949", "ks_c_5601-1987",
                                         "x-windows-949", "MS949", ""));

TEST(Encoding, TellsTheTwoBytesOfAnOldPitfall) {
  const auto text = decode_bytes("\x8C\x63\xB9\xE6 \xC7\xD1\xB1\xB9", "euc-kr");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text(), "똠방 한국");
}

TEST(Encoding, ReadsUtf16ByItsMark) {
  const std::string_view little("\xFF\xFE\x5C\xD5\x6D\xAD", 6);
  const std::string_view big("\xFE\xFF\xD5\x5C\xAD\x6D", 6);
  for (const std::string_view bytes : {little, big}) {
    const auto text = decode_bytes(bytes, "");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text(), "한국");
    EXPECT_EQ(text->code_point_begin(3), 2u) << "the mark counts as a code point";
  }
}

TEST(Encoding, CountsAMarkOfUtf8) {
  const auto text = decode_bytes("\xEF\xBB\xBF한국", "");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text(), "한국");
  EXPECT_EQ(text->code_point_begin(0), 1u);
  EXPECT_EQ(text->code_point_end(6), 3u);
}

TEST(Encoding, ReplacesMaximalParts) {
  std::vector<Diagnostic> diagnostics;
  const std::string filler = every_syllable();
  const std::string bytes = filler + "\xED\xA0\x80\xC0\xAF\xFF" + "한";
  const auto text = decode_bytes(bytes, "", &diagnostics);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text().substr(filler.size()), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD한");
  EXPECT_EQ(text->code_point_begin(filler.size() + 18), 11172u + 6u);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "encoding");
}

TEST(Encoding, RefusesWhatIsNoText) {
  struct Case {
    std::string bytes;
    std::string code;
  };
  const Case cases[] = {
      {std::string("\x7F"
                   "ELF\x02\x01\x01\0\0\0\0\x13\x37\0\x01",
                   15),
       "binary"},
      {std::string("\xFF\xFF\x81\xFF\x80\x80\xFE\xFF", 8) + "ab", "encoding"},
  };
  for (const Case& c : cases) {
    std::vector<Diagnostic> diagnostics;
    EXPECT_FALSE(decode_bytes(c.bytes, "", &diagnostics));
    ASSERT_EQ(diagnostics.size(), 1u);
    EXPECT_EQ(diagnostics[0].code, c.code);
  }
}

TEST(Encoding, ComposesAndKeepsPlaces) {
  // 서울 in conjoining jamo (five code points), then e with an acute accent (two), then a plain
  // word.
  const std::string bytes = "가 \u1109\u1165\u110B\u116E\u11AF e\u0301 끝";
  const auto text = decode_bytes(bytes, "");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text(), "가 서울 é 끝");
  const std::size_t seoul = text->text().find("서울");
  EXPECT_EQ(text->code_point_begin(seoul), 2u);
  EXPECT_EQ(text->code_point_end(seoul + 3), 4u);
  EXPECT_EQ(text->code_point_end(seoul + 6), 7u);
  const std::size_t last = text->text().find("끝");
  EXPECT_EQ(text->code_point_begin(last), 11u);
  EXPECT_EQ(text->code_point_end(last + 3), 12u);
}

TEST(Encoding, DecomposedAndComposedDocumentsAgree) {
  const std::string composed = "한국과 핀란드는 헬싱키에서 열린 회의에서 공동선언문을 채택했다.";
  std::string decomposed;
  for (std::size_t at = 0; at < composed.size();) {
    const CodePoint c = decode(composed, at);
    at += c.length;
    if (!is_hangul_syllable(c.value)) {
      append_utf8(decomposed, c.value);
      continue;
    }
    const char32_t index = c.value - 0xAC00;
    append_utf8(decomposed, 0x1100 + index / 588);
    append_utf8(decomposed, 0x1161 + index % 588 / 28);
    if (index % 28 != 0) append_utf8(decomposed, 0x11A7 + index % 28);
  }
  const Document a = read_one(composed);
  const Document b = read_one(decomposed);
  EXPECT_EQ(a.text(), b.text());
  const Span whole = b.sections().at(0).span;
  EXPECT_EQ(b.source_place(whole).end, count_code_points(decomposed));
  EXPECT_EQ(a.source_place(whole).end, count_code_points(composed));
}

TEST(Encoding, KeepsPlacesInFilesWithCarriageReturns) {
  const Document document = read_one(
      "첫 줄은 한국 정부가 발표한 내용을 담은 문장입니다.\r\n\r\n둘째 줄은 일본 정부가 발표한 "
      "내용을 담은 문장입니다.\r\n");
  ASSERT_EQ(document.sections().size(), 2u);
  EXPECT_EQ(document.source_place(document.sections()[1].span).begin, 33u);
}

}  // namespace
}  // namespace samgak
