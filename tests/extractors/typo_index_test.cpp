#include "extractors/typo_index.hpp"

#include <gtest/gtest.h>

namespace samgak {
namespace {

TEST(TypoIndex, FindsOneWrongOrMissingSyllableOfALongName) {
  TypoIndex index;
  index.add("핵심광물", 1);
  index.add("이차전지", 2);
  index.add("반도체", 3);
  EXPECT_EQ(index.find("심광물"), 1U);
  EXPECT_EQ(index.find("이차전치"), 2U);
  EXPECT_EQ(index.find("이차전쟁"), std::nullopt) << "two jamo apart";
  EXPECT_EQ(index.find("핵심광"), std::nullopt) << "a name cut at its end is a word of its own";
  EXPECT_EQ(index.find("반도채"), std::nullopt) << "short names have ordinary neighbours";
}

TEST(TypoIndex, IsSilentWhenTwoNamesComeIntoQuestion) {
  TypoIndex index;
  index.add("가상현실", 1);
  index.add("가장현실", 2);
  EXPECT_EQ(index.find("가산현실"), std::nullopt);
}

}  // namespace
}  // namespace samgak
