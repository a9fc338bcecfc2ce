#include "cli/lines_by_name.hpp"

#include <gtest/gtest.h>

namespace samgak {
namespace {

const std::vector<SourceFile> kFiles{{"x.jsonl", "x.jsonl"}, {"y.jsonl", "y.jsonl"}};

std::string written(const LinesByName& lines) {
  std::string text;
  StringSink sink(text);
  lines.write(sink);
  return text;
}

TEST(LinesByName, KeepsTheFirstOfOneNameAndNamesTheOthers) {
  LinesByName lines;
  lines.add("b", {1, 0}, "4\n");
  lines.add("a", {1, 3}, "3\n");
  lines.add("a", {0, 1}, "2\n");
  lines.add("a", {0, 0}, "1\n");
  std::vector<Diagnostic> diagnostics;
  lines.settle(kFiles, diagnostics);
  EXPECT_EQ(written(lines), "1\n4\n");
  ASSERT_EQ(diagnostics.size(), 2u);
  EXPECT_EQ(diagnostics[0].source, "a");
  EXPECT_EQ(diagnostics[0].severity, Severity::error);
  EXPECT_NE(diagnostics[0].message.find("x.jsonl"), std::string::npos);
  EXPECT_NE(diagnostics[1].message.find("y.jsonl"), std::string::npos);
}

TEST(LinesByName, MoreThanMemoryShallHoldComesBackWhole) {
  LinesByName lines;
  std::string expected;
  for (int i = 0; i < 10; ++i) {
    const std::string line = std::string(1u << 20, static_cast<char>('a' + i)) + "\n";
    lines.add(std::string(1, static_cast<char>('z' - i)), {0, static_cast<std::size_t>(i)}, line);
    expected.insert(0, line);
  }
  std::vector<Diagnostic> none;
  lines.settle(kFiles, none);
  // Not printed where they differ: they are long.
  EXPECT_TRUE(written(lines) == expected);
}

TEST(LinesByName, NothingIsEmpty) {
  LinesByName lines;
  std::vector<Diagnostic> none;
  lines.settle(kFiles, none);
  EXPECT_TRUE(lines.empty());
  EXPECT_EQ(written(lines), "");
}

}  // namespace
}  // namespace samgak
