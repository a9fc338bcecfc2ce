#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "ontology/phrase_matcher.hpp"
#include "ontology/phrase_set.hpp"

namespace samgak {
namespace {

using Found = std::vector<std::pair<std::string, std::size_t>>;

Found found_by_set(const PhraseSet& set, std::string_view text, std::size_t from = 0) {
  std::vector<PhraseSet::Hit> hits;
  set.find_all(text, from, hits);
  Found out;
  for (const PhraseSet::Hit& hit : hits) out.emplace_back(set.phrases()[hit.phrase], hit.at);
  return out;
}

Found found_one_by_one(const std::vector<std::string>& phrases, std::string_view text) {
  Found out;
  for (const std::string& phrase : phrases) {
    if (phrase.empty()) continue;
    for (std::size_t at = text.find(phrase); at != std::string_view::npos;
         at = text.find(phrase, at + phrase.size())) {
      out.emplace_back(phrase, at);
    }
  }
  return out;
}

TEST(PhraseSet, FindsWhatASearchForEachPhraseFinds) {
  const std::vector<std::string> phrases{"회의", "장관회의",   "회의회의", " 간", "A",    "AI",
                                         "é",    "\U0001F600", "은",       "",    "협약", "회의"};
  const PhraseSet set(phrases);
  for (const std::string_view text :
       {"한일 장관회의는 회의회의회의 뒤", "AI와 AAI", "두 나라 간 é회의 \U0001F600\U0001F600",
        "은은은", "", "협", "\x9D\x98회의", "회의\xED\x9A"}) {
    EXPECT_EQ(found_by_set(set, text), found_one_by_one(phrases, text)) << text;
    EXPECT_EQ(set.in(text), !found_one_by_one(phrases, text).empty()) << text;
    bool begins = false;
    bool ends = false;
    for (const std::string& phrase : phrases) {
      begins |= !phrase.empty() && text.starts_with(phrase);
      ends |= !phrase.empty() && text.ends_with(phrase);
    }
    EXPECT_EQ(set.at_begin_of(text), begins) << text;
    EXPECT_EQ(set.at_end_of(text), ends) << text;
  }
  EXPECT_EQ(found_by_set(set, "회의 회의", 7), (Found{{"회의", 7}, {"회의", 7}}));
  EXPECT_FALSE(PhraseSet().in("회의"));
}

TEST(PhraseSet, LooksAtTheBeginningOfATextAndAtWhatOverlaps) {
  const PhraseSet set({"회의", "장관회의에 참석", "은은"});
  EXPECT_TRUE(set.begins_within("장관회의", 7));
  EXPECT_FALSE(set.begins_within("장관회의", 6));
  EXPECT_TRUE(set.begins_within("장관회의에 참석", 1)) << "a phrase may reach beyond the limit";
  EXPECT_FALSE(set.begins_within("장관회", 100));
  EXPECT_FALSE(set.begins_within("", 100));
  Found found;
  set.for_each("은은은 장관회의에 참석", [&](std::uint32_t phrase, std::size_t at) {
    found.emplace_back(set.phrases()[phrase], at);
  });
  EXPECT_EQ(found, (Found{{"은은", 0}, {"은은", 3}, {"장관회의에 참석", 10}, {"회의", 16}}));
}

TEST(PhraseMatcher, TakesTheLongestPhraseAndTheFirstValue) {
  PhraseMatcher matcher;
  for (const auto& [phrase, value] :
       std::vector<std::pair<std::string_view, std::uint32_t>>{{"핵심광물", 1},
                                                               {"반도체", 2},
                                                               {"반", 3},
                                                               {"반도체", 4},
                                                               {"핵심", 5},
                                                               {"A", 6},
                                                               {"\U0001F600은", 7},
                                                               {"\U0001F601", 8},
                                                               {"é회의", 9}}) {
    matcher.add(phrase, value);
  }
  matcher.freeze();
  struct Row {
    std::string_view text;
    bool loose;
    std::uint32_t length;
    std::uint32_t value;
  };
  for (const Row& row :
       {Row{"반도체산업", false, 9, 2}, Row{"반도의", false, 3, 3}, Row{"핵심 광물을", false, 6, 5},
        Row{"핵심 광물을", true, 13, 1}, Row{"핵심·광물", true, 14, 1},
        Row{"핵심  광물", true, 6, 5}, Row{"도체", true, 0, 0}, Row{"A", false, 1, 6},
        Row{"", false, 0, 0}, Row{"반 도체", true, 10, 2}, Row{"반 도체", false, 3, 3},
        Row{"A 도체", true, 1, 6}, Row{"é·회의", true, 10, 9}, Row{"é", true, 0, 0},
        Row{"\U0001F600은", false, 7, 7}, Row{"\U0001F601은", false, 4, 8},
        Row{"\U0001F602은", false, 0, 0}, Row{"회의", false, 0, 0}}) {
    const PhraseMatcher::Match match = matcher.longest(row.text, 0, row.loose);
    EXPECT_EQ(match.length, row.length) << row.text;
    EXPECT_EQ(match.value, row.value) << row.text;
  }
}

}  // namespace
}  // namespace samgak
