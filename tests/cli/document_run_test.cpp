#include "cli/document_run.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "cli/lines_by_name.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> written(const LinesByName& lines) {
  std::string text;
  StringSink sink(text);
  lines.write(sink);
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

/// Files with one document each and two JSON Lines files with many, in a folder of their own.
class DocumentRunTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("samgak-document-run-" + std::to_string(getpid()));
    fs::create_directories(folder_);
    for (int i = 0; i < 20; ++i)
      write("one" + std::to_string(i) + ".txt", "한국과 미국이 회의를 열었다.\n");
    for (const char* name : {"many.jsonl", "zlast.jsonl"}) {
      std::string lines;
      for (int i = 0; i < 60; ++i) {
        lines += "{\"id\":\"" + std::string(name) + std::to_string(i) +
                 "\",\"text\":\"양국은 협력하기로 했다.\"}\n";
      }
      write(name, lines);
    }
    files_ = list_sources({folder_.string()}).files;
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
  }

  std::vector<std::string> names(unsigned threads) {
    LinesByName lines;
    Progress progress(false, 0);
    std::vector<Diagnostic> remarks = process_documents(
        files_, threads,
        [&](const Document& document, DocumentPosition position) {
          lines.add(document.name(), position, document.name() + "\n");
        },
        progress);
    lines.settle(files_, remarks);
    EXPECT_TRUE(remarks.empty());
    std::vector<std::string> names = written(lines);
    EXPECT_EQ(progress.documents(), names.size());
    return names;
  }

  fs::path folder_;
  std::vector<SourceFile> files_;
};

TEST_F(DocumentRunTest, EveryDocumentOnceInOrderOfNamesForAnyNumberOfThreads) {
  const std::vector<std::string> alone = names(1);
  EXPECT_EQ(alone.size(), 140u);
  EXPECT_TRUE(std::is_sorted(alone.begin(), alone.end()));
  EXPECT_EQ(std::set<std::string>(alone.begin(), alone.end()).size(), alone.size());
  for (const unsigned threads : {2u, 3u, 8u}) EXPECT_EQ(names(threads), alone) << threads;
}

TEST_F(DocumentRunTest, FailureOfTheWorkComesOutOnce) {
  for (const unsigned threads : {1u, 4u}) {
    Progress progress(false, 0);
    const auto run = [&] {
      return process_documents(
          files_, threads,
          [](const Document& document, DocumentPosition) {
            if (document.name() == "one7.txt") throw std::runtime_error("seven");
          },
          progress);
    };
    EXPECT_THROW(static_cast<void>(run()), std::runtime_error) << threads;
  }
}

TEST_F(DocumentRunTest, NoFilesNoWork) {
  files_.clear();
  EXPECT_TRUE(names(4).empty());
}

TEST(ResultsInOrderTest, HandsOnInTheOrderOfTheInputAndTheFirstOfOneName) {
  const std::vector<SourceFile> files{{"x.jsonl", "x.jsonl"}, {"y", "y"}, {"z.jsonl", "z.jsonl"}};
  std::vector<int> got;
  ResultsInOrder<int> results(files, [&](int result) { got.push_back(result); });
  results.add("c", {2, 0}, 4);
  results.file_read(1, 0);
  results.add("a", {2, 1}, 5);
  results.add("b", {0, 1}, 2);
  EXPECT_TRUE(got.empty());
  results.add("a", {0, 0}, 1);
  EXPECT_EQ(got, (std::vector<int>{1, 2}));
  results.file_read(0, 2);
  EXPECT_EQ(got, (std::vector<int>{1, 2, 4})) << "the second of the name is left out";
  EXPECT_EQ(results.size(), 3u);
  const std::vector<Diagnostic> repeated = results.take_diagnostics();
  ASSERT_EQ(repeated.size(), 1u);
  EXPECT_EQ(repeated[0].source, "a");
  EXPECT_NE(repeated[0].message.find("z.jsonl"), std::string::npos);
}

TEST(ResultsInOrderTest, OthersGoOnWhileOneIsHandedOn) {
  const std::vector<SourceFile> files{{"x", "x"}};
  std::vector<int> got;
  ResultsInOrder<int>* all = nullptr;
  ResultsInOrder<int> results(files, [&](int result) {
    if (result == 0) {
      // Comes back at once, and the one who is at it hands it on.
      std::thread([&] { all->add("b", {0, 1}, 1); }).join();
      EXPECT_TRUE(got.empty());
    }
    got.push_back(result);
  });
  all = &results;
  results.add("a", {0, 0}, 0);
  EXPECT_EQ(got, (std::vector<int>{0, 1}));
}

TEST(ResultsInOrderTest, NobodyWaitsAfterAFailure) {
  const std::vector<SourceFile> files{{"x", "x"}};
  ResultsInOrder<int> results(files, [](int) { throw std::runtime_error("full"); });
  EXPECT_THROW(results.add("first", {0, 0}, 0), std::runtime_error);
  for (std::size_t i = 1; i < 1000; ++i) results.add(std::to_string(i), {0, i}, 0);
  EXPECT_EQ(results.size(), 1u);
}

TEST_F(DocumentRunTest, InOrderForAnyNumberOfThreads) {
  const auto in_order = [&](unsigned threads) {
    std::vector<std::string> got;
    ResultsInOrder<std::string> results(files_, [&](std::string name) { got.push_back(name); });
    Progress progress(false, 0);
    EXPECT_TRUE(process_documents(
                    files_, threads,
                    [&](const Document& document, DocumentPosition position) {
                      results.add(document.name(), position, document.name());
                    },
                    [&](std::size_t file, std::size_t count) { results.file_read(file, count); },
                    progress)
                    .empty());
    return got;
  };
  const std::vector<std::string> alone = in_order(1);
  EXPECT_EQ(alone.size(), 140u);
  for (const unsigned threads : {2u, 3u, 8u}) EXPECT_EQ(in_order(threads), alone) << threads;
}

}  // namespace
}  // namespace samgak
