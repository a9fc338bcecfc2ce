#include "cli/terminal.hpp"

#include <gtest/gtest.h>

#include "cli/suggestions.hpp"

namespace samgak {
namespace {

TEST(TerminalTextTest, ShowsWhatWouldDriveTheTerminal) {
  struct Case {
    std::string text;
    std::string shown;
  };
  for (const auto& [text, shown] : std::vector<Case>{
           {"한국 AI", "한국 AI"},
           {"a\x1b[31mb", "a\\x1b[31mb"},
           {"line\nbreak\r\t", "line\\x0abreak\\x0d\\x09"},
           {"\xC2\x9B"
            "31m",
            "\\x9b31m"},
           {"t\xE2\x80\xAExt", "t\\u{202e}xt"},
           {"latin\xE9.txt", "latin\\xe9.txt"},
           {"\xED\xA0\x80", "\\xed\\xa0\\x80"},
           {"cut \xED\x95", "cut \\xed\\x95"},
           {"\xFF한\x1b\xFF", "\\xff한\\x1b\\xff"},
           {"", ""},
       }) {
    EXPECT_EQ(terminal_text(text), shown);
  }
}

TEST(TableTest, AlignsByWhatATerminalShows) {
  EXPECT_EQ(display_width("한국 AI"), 7u);
  EXPECT_EQ(display_width("日本ｅ"), 6u);
  EXPECT_EQ(table({{"한국", "1"}, {"US", "2"}}, 2), "  한국  1\n  US    2\n");
  EXPECT_EQ(table({{"a"}, {"b", "c"}}, 0), "a\nb  c\n");
  EXPECT_EQ(table({}, 4), "");
}

TEST(CountedTest, SpeaksEnglish) {
  EXPECT_EQ(counted(0, "node"), "0 nodes");
  EXPECT_EQ(counted(1, "node"), "1 node");
  EXPECT_EQ(counted(1234567, "edge"), "1,234,567 edges");
  EXPECT_EQ(with_commas(1000), "1,000");
  EXPECT_EQ(with_commas(999), "999");
}

TEST(SuggestionsTest, FindsWhatWasMeant) {
  struct Case {
    std::string word;
    std::vector<std::string> found;
  };
  const std::vector<std::string> names{
      "산업통상자원부", "미국",   "미국 상무부", "제1차 한미 반도체 대화",
      "graphml",        "jsonld", "jsonl",       "jsonl"};
  for (const auto& [word, found] : std::vector<Case>{
           {"미귝", {"미국"}},
           {"상무부", {"미국 상무부"}},
           {"한미반도체대화", {"제1차 한미 반도체 대화"}},
           {"산업통상지원부", {"산업통상자원부"}},
           {"grapml", {"graphml"}},
           {"JSON", {"jsonl", "jsonld"}},
           {"프랑스", {}},
           {"", {}},
           {"\xFF", {}},
       }) {
    EXPECT_EQ(suggestions(word, names, 3), found) << word;
  }
  EXPECT_EQ(suggestions("json", names, 1), std::vector<std::string>{"jsonl"});
}

TEST(SuggestionsTest, Wording) {
  EXPECT_EQ(did_you_mean({}), "");
  EXPECT_EQ(did_you_mean({"a"}), "; did you mean a?");
  EXPECT_EQ(did_you_mean({"a", "b", "c"}), "; did you mean a, b or c?");
}

}  // namespace
}  // namespace samgak
