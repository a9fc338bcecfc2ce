// Files from paths.
#include "readers/document_source.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace samgak {
namespace {

namespace fs = std::filesystem;

class DocumentSource : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(testing::TempDir()) / ("samgak-source-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "b" / "deep");
    write("b/two.txt", "한국 장관이 왔다.");
    write("a.txt", "일본 장관이 왔다.");
    write("b/deep/three.md", "# 미국");
    write(".hidden", "숨은 글");
    write("b/.git", "숨은 글");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& name, std::string_view text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }

  [[nodiscard]] std::string names(const std::vector<std::string>& paths) const {
    std::string out;
    for (const SourceFile& file : list_sources(paths).files) out += file.name + "\n";
    return out;
  }

  fs::path root_;
};

TEST_F(DocumentSource, ListsBelowAFolder) {
  EXPECT_EQ(names({root_.string()}), "a.txt\nb/deep/three.md\nb/two.txt\n");
  EXPECT_EQ(names({(root_ / "b").string()}), "deep/three.md\ntwo.txt\n");
}

TEST_F(DocumentSource, ListsFilesOnceInOrder) {
  const std::string one = (root_ / "b/two.txt").string();
  EXPECT_EQ(names({one, (root_ / "a.txt").string(), one, "-"}), "-\na.txt\ntwo.txt\n");
}

TEST_F(DocumentSource, FollowsNoLinkAndOpensNoPipe) {
  fs::create_directory_symlink(root_, root_ / "b" / "loop");
  ASSERT_EQ(::mkfifo((root_ / "pipe").c_str(), 0600), 0);
  const SourceList list = list_sources({root_.string()});
  EXPECT_EQ(list.files.size(), 3u);
  ASSERT_EQ(list.diagnostics.size(), 2u);
  EXPECT_EQ(list.diagnostics[0].code, "symlink");
  EXPECT_EQ(list.diagnostics[1].code, "not-regular");
  std::istringstream none;
  std::vector<Diagnostic> diagnostics;
  read_source(
      {root_ / "pipe", "pipe"}, none, [](const Document&) { FAIL(); }, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "not-regular");
}

TEST_F(DocumentSource, NamesWhatIsMissing) {
  const SourceList list = list_sources({(root_ / "none").string()});
  EXPECT_TRUE(list.files.empty());
  EXPECT_EQ(list.missing_roots, std::vector<std::string>{(root_ / "none").string()});
  std::istringstream none;
  std::vector<Diagnostic> diagnostics;
  read_source(
      {root_ / "none", "none"}, none, [](const Document&) { FAIL(); }, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "unreadable");
}

TEST_F(DocumentSource, StreamsJsonLines) {
  // Larger than one read, with a line over the limit between two good ones and no line feed at the
  // end.
  std::string lines;
  for (int i = 0; i < 30000; ++i)
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"한국 장관이 서울에 왔다.\"}\n";
  lines += "{\"id\": \"long\", \"text\": \"" + std::string(17u << 20, 'x') +
           "\"}\n{\"id\": \"last\", \"text\": \"한국 장관이 왔다.\"}";
  write("many.jsonl", lines);
  std::istringstream none;
  std::vector<Diagnostic> diagnostics;
  std::size_t count = 0;
  std::string last;
  read_source(
      {root_ / "many.jsonl", "many.jsonl"}, none,
      [&](const Document& document) { ++count, last = document.name(); }, diagnostics);
  EXPECT_EQ(count, 30001u);
  EXPECT_EQ(last, "last");
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "too-large");
}

TEST_F(DocumentSource, ReadsStandardInput) {
  std::istringstream input(
      "---\ntitle: 한국 장관 방문\n---\n한국 장관이 서울에서 일본 장관을 26일 만났다.\n");
  std::vector<Diagnostic> diagnostics;
  std::string title;
  read_source(
      {"-", "-"}, input,
      [&](const Document& document) {
        title = slice(document.text(), document.sections().at(0).span);
      },
      diagnostics);
  EXPECT_EQ(title, "한국 장관 방문");
}

TEST_F(DocumentSource, RefusesWhatIsTooLarge) {
  write("large.txt", std::string((32u << 20) + 1, 'x'));
  std::istringstream none;
  std::vector<Diagnostic> diagnostics;
  read_source(
      {root_ / "large.txt", "large.txt"}, none, [](const Document&) { FAIL(); }, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "too-large");
}

}  // namespace
}  // namespace samgak
