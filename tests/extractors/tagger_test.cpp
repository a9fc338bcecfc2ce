#include "extractors/tagger/name_tagger.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "text/diagnostic.hpp"

namespace samgak {
namespace {

const std::string& model_bytes() {
  static const std::string bytes = [] {
    const char* const data = std::getenv("SAMGAK_DATA");
    const std::filesystem::path folder = data != nullptr ? data : "ontology";
    std::ifstream in(folder / "models" / "names-ko.model", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  return bytes;
}

const NameTagger& tagger() {
  static const NameTagger instance(model_bytes());
  return instance;
}

// «name/type name/type», in text order.
std::string tagged(std::string_view text) {
  std::string out;
  for (const TaggedSpan& found : tagger().tag(text)) {
    out += (out.empty() ? "" : " | ") + std::string(slice(text, found.span)) + "/" +
           std::string(to_string(found.type));
  }
  return out;
}

struct Sentence {
  std::string_view text;
  std::string_view names;
};

class TaggedSentence : public testing::TestWithParam<Sentence> {};

TEST_P(TaggedSentence, HasItsNames) {
  EXPECT_EQ(tagged(GetParam().text), GetParam().names);
}

// None of the persons exists; no list holds them.
INSTANTIATE_TEST_SUITE_P(
    NameTagger, TaggedSentence,
    testing::Values(Sentence{"이날 회의에는 민서준 장관과 홍다인 차관이 참석했다.",
                             "이날/date | 민서준/person | 홍다인/person"},
                    Sentence{"회의를 주재한 서이안 장관은 500억 원을 투자하겠다고 밝혔다.",
                             "서이안/person | 500억 원/quantity"},
                    Sentence{"문하준 장관은 12일 오후 3시 서울에서 열린 회의에 참석했다.",
                             "문하준/person | 12일/date | 오후 3시/time | 서울/place"},
                    Sentence{"오태율 한빛대학교 교수가 부산에서 발표했다.",
                             "오태율/person | 한빛대학교/organization | 부산/place"},
                    Sentence{"조슈아 핀치벡 미국 에너지부 차관보가 방한한다.",
                             "조슈아 핀치벡/person | 미국 에너지부/organization"},
                    Sentence{"양국은 2025년 6월까지 실무협의체를 꾸리기로 했다.",
                             "2025년 6월/date"},
                    Sentence{"날씨가 맑고 바람이 시원했다.", ""}, Sentence{"", ""},
                    Sentence{" \t\n\n ", ""}, Sentence{"...!?()", ""}));

TEST(NameTagger, PlacesCountFromTheBeginningOfTheText) {
  const std::string line = "이날 회의에는 민서준 장관이 참석했다.";
  const std::string text = "첫 줄이다.\n\n" + line;
  const auto alone = tagger().tag(line);
  const auto behind = tagger().tag(text);
  ASSERT_FALSE(alone.empty());
  ASSERT_EQ(slice(text, behind.back().span), slice(line, alone.back().span));
  EXPECT_EQ(behind.back().span.begin, alone.back().span.begin + text.size() - line.size());
}

TEST(NameTagger, MarginIsHigherForTheSurerName) {
  const auto sure = tagger().tag("문하준 장관은 서울에서 열린 회의에 참석했다.");
  ASSERT_EQ(sure.size(), 2U);
  for (const TaggedSpan& found : sure) EXPECT_GT(found.margin, 1.0F);
}

TEST(NameTagger, SaysTheSameFromManyThreadsAndWithAUsedScratch) {
  const std::vector<std::string> texts = {"이날 회의에는 민서준 장관이 참석했다.",
                                          "오태율 교수가 부산에서 발표했다.",
                                          "2025년 6월까지 500억 원을 투자한다.", "AB"};
  std::vector<std::vector<TaggedSpan>> expected;
  for (const std::string& text : texts) expected.push_back(tagger().tag(text));
  std::vector<int> differences(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < differences.size(); ++t) {
    threads.emplace_back([&, t] {
      TaggerScratch scratch;
      for (std::size_t round = 0; round < 50; ++round) {
        const std::size_t which = (t + round) % texts.size();
        std::vector<TaggedSpan> found;
        tagger().tag(texts[which], scratch, found);
        differences[t] += found != expected[which];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(differences, testing::Each(0));
}

// Whatever the bytes, spans lie in the text, in order, on characters; and the text is left alone.
void expect_sound(std::string_view text) {
  std::uint32_t end = 0;
  for (const TaggedSpan& found : tagger().tag(text)) {
    EXPECT_GE(found.span.begin, end);
    EXPECT_LT(found.span.begin, found.span.end);
    EXPECT_LE(found.span.end, text.size());
    end = found.span.end;
  }
}

TEST(NameTagger, SurvivesBrokenUtf8) {
  const std::string sentence = "민서준 장관은 12일 서울에서 연구원을 만났다.";
  for (std::size_t cut = 0; cut <= sentence.size(); ++cut) {
    expect_sound(std::string_view(sentence).substr(cut));
    expect_sound(std::string_view(sentence).substr(0, cut));
  }
  std::string hostile;
  std::uint32_t state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525U + 1013904223U;
    hostile.push_back(static_cast<char>(state >> 24));
  }
  expect_sound(hostile);
  expect_sound("\xF4\x90\x80\x80 \xED\xA0\x80 \xC0\xAF \xFF");
  expect_sound(std::string_view("\0\0민서준\0", 12));
}

TEST(NameTagger, ALongLineCostsNoMoreThanItsLength) {
  std::string spaced;
  while (spaced.size() < 400'000) spaced += "이날 회의에는 민서준 장관이 참석했다. ";
  const auto found = tagger().tag(spaced);
  const auto persons = std::count_if(
      found.begin(), found.end(), [](const TaggedSpan& s) { return s.type == NameType::person; });
  EXPECT_GT(persons, 7000);
  std::string solid;
  while (solid.size() < 400'000) solid += "가나다";
  expect_sound(solid);
  expect_sound(std::string(400'000, '('));
}

class DamagedModel : public testing::TestWithParam<std::size_t> {};

TEST_P(DamagedModel, IsRefused) {
  std::string bytes = model_bytes();
  const std::size_t at = bytes.size() * GetParam() / 1000;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
  EXPECT_THROW(NameTagger{bytes}, LoadError);
}

INSTANTIATE_TEST_SUITE_P(NameTagger, DamagedModel, testing::Values(0, 1, 150, 400, 600, 900, 999));

TEST(NameTagger, RefusesCutFilesByName) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, std::size_t{43}, model_bytes().size() - 1}) {
    const std::string cut = model_bytes().substr(0, size);
    try {
      const NameTagger loaded(cut, "my.model");
      FAIL() << "accepted " << size << " bytes";
    } catch (const LoadError& error) {
      EXPECT_THAT(error.what(), testing::StartsWith("my.model: "));
    }
  }
}

// A checksum proves that a file came whole, not that it was made well: tables that point astray are
// refused even when the checksum is right.
TEST(NameTagger, RefusesTablesThatPointAstrayUnderARightChecksum) {
  constexpr std::size_t kSizes = 32;  // of the tables, up to the end of the head
  for (std::size_t at = kSizes; at < TaggerModel::kHeaderBytes; ++at) {
    for (const int bit : {0, 7}) {
      std::string bytes = model_bytes();
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      const std::uint64_t sum = TaggerModel::checksum(std::string_view(bytes).substr(24));
      for (int k = 0; k < 8; ++k) bytes[16 + k] = static_cast<char>(sum >> (8 * k) & 0xFF);
      EXPECT_THROW(NameTagger{bytes}, LoadError) << "byte " << at;
    }
  }
}

TEST(NameTagger, AMissingFileIsALoadError) {
  EXPECT_THROW(static_cast<void>(NameTagger::from_file("no/such.model")), LoadError);
}

}  // namespace
}  // namespace samgak
