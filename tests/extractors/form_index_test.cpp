#include "extractors/form_index.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace samgak {
namespace {

std::vector<std::string> words_of(std::string_view text, FoundForms found) {
  std::vector<std::string> out;
  for (const FormHit& hit : found)
    out.push_back(std::to_string(found.index(hit)) + " " + std::string(slice(text, hit.span)));
  return out;
}

using Words = std::vector<std::string>;

TEST(FormIndex, KindsThatShareWordsFindTheirOwnInOneWalk) {
  FormIndex index;
  const FormRange nouns = index.add({"회의", "장관회의", "협약"});
  const FormRange verbs = index.add({"열었다", "회의"});
  const FormRange none = index.add({});
  index.settle();
  constexpr std::string_view kText = "회의록. 장관회의와 회의를 열었다. 협약";
  const auto end = static_cast<std::uint32_t>(kText.rfind(" 협약"));
  const auto begin = static_cast<std::uint32_t>(kText.find("장관"));
  const FormHits hits = index.find(kText, {begin, end});
  EXPECT_EQ(words_of(kText, hits.of(nouns)), (Words{"0 회의", "0 회의", "1 장관회의"}));
  EXPECT_EQ(words_of(kText, hits.of(verbs)), (Words{"0 열었다", "1 회의", "1 회의"}));
  EXPECT_TRUE(hits.of(none).hits.empty());
  EXPECT_TRUE(none.empty());
}

TEST(FormIndex, AFormDoesNotOverlapItself) {
  FormIndex index;
  const FormRange forms = index.add({"은은", "은"});
  index.settle();
  constexpr std::string_view kText = "은은은 은";
  const FormHits hits = index.find(kText, {0, kText.size()});
  EXPECT_EQ(words_of(kText, hits.of(forms)), (Words{"0 은은", "1 은", "1 은", "1 은", "1 은"}));
}

TEST(FormIndex, AsksForAPartOfTheSentence) {
  FormIndex index;
  const FormRange denied = index.add({"않", "못했다"});
  const FormRange planned = index.add({"예정"});
  index.settle();
  constexpr std::string_view kText = "열 예정이나 열지 못했다";
  const FormHits hits = index.find(kText, {0, kText.size()});
  const auto at = static_cast<std::uint32_t>(kText.find("못했다"));
  const auto end = static_cast<std::uint32_t>(kText.size());
  EXPECT_TRUE(hits.any(denied, 0, end));
  EXPECT_TRUE(hits.any(denied, at, end));
  EXPECT_FALSE(hits.any(denied, at + 1, end));
  EXPECT_FALSE(hits.any(denied, 0, end - 1));
  EXPECT_FALSE(hits.any(planned, at, end));
  EXPECT_TRUE(hits.any_at(denied, at, end));
  EXPECT_FALSE(hits.any_at(denied, 0, end));
  EXPECT_FALSE(FormHits().any(denied, 0, end));
}

}  // namespace
}  // namespace samgak
