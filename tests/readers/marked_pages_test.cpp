// Whole pages whose every line is marked: how much of the article is found, how much noise comes
// with it.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/readers/reading.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

struct MarkedLine {
  char mark = '.';
  std::uint32_t begin = 0;  ///< code points of the page
  std::uint32_t end = 0;
  std::string text;
  std::uint32_t article = 0;  ///< code points read as article
  std::uint32_t caption = 0;
  std::uint32_t title = 0;
  std::uint32_t noise = 0;
};

struct MarkedPage {
  std::string source;
  std::string published;
  std::vector<MarkedLine> lines;
};

fs::path pages_folder() {
  const char* root = std::getenv("SAMGAK_SOURCE");
  return fs::path(root == nullptr ? "." : root) / "tests" / "readers" / "pages";
}

std::vector<fs::path> page_files() {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(pages_folder())) {
    if (entry.path().filename() != "README.md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

MarkedPage load(const fs::path& path) {
  MarkedPage page;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  page.published = line == "= -" ? "" : line.substr(2);
  std::uint32_t at = 0;
  while (std::getline(file, line)) {
    const std::string text = line.size() > 2 ? line.substr(2) : "";
    const auto length = static_cast<std::uint32_t>(count_code_points(text));
    page.lines.push_back({text.empty() ? '.' : line[0], at, at + length, text});
    at += length + 1;
    page.source += text + "\n";
  }
  return page;
}

bool is_article(SectionKind kind) {
  return kind != SectionKind::noise && kind != SectionKind::duplicate &&
         kind != SectionKind::excerpt;
}

void judge(MarkedPage& page, const Document& document) {
  for (const Section& section : document.sections()) {
    // Section by section: where a section joins lines, its words are looked at one by one.
    for (std::uint32_t at = section.span.begin; at < section.span.end;) {
      std::uint32_t end = at;
      const std::string_view all = document.text();
      while (end < section.span.end && all[end] != ' ' && all[end] != '\t' && all[end] != '\n')
        ++end;
      if (end > at) {
        const Span place = document.source_place({at, end});
        const auto line = std::upper_bound(
            page.lines.begin(), page.lines.end(), place.begin,
            [](std::uint32_t value, const MarkedLine& row) { return value < row.begin; });
        if (line != page.lines.begin()) {
          MarkedLine& row = *std::prev(line);
          const std::uint32_t size = place.end - place.begin;
          row.article += is_article(section.kind) ? size : 0;
          row.noise += is_article(section.kind) ? 0 : size;
          row.caption += section.kind == SectionKind::caption ? size : 0;
          row.title += section.kind == SectionKind::title ? size : 0;
        }
      }
      at = end + 1;
    }
  }
}

struct Counts {
  int right = 0;   ///< article lines found
  int missed = 0;  ///< article lines taken for noise
  int wrong = 0;   ///< noise lines taken for article
  int noise = 0;
  int titles = 0;
  int titles_right = 0;
  int captions = 0;
  int captions_right = 0;

  [[nodiscard]] double recall() const { return ratio(right, right + missed); }
  [[nodiscard]] double precision() const { return ratio(right, right + wrong); }
  static double ratio(int part, int all) {
    return all == 0 ? 1.0 : static_cast<double>(part) / all;
  }

  void operator+=(const Counts& other) {
    right += other.right;
    missed += other.missed;
    wrong += other.wrong;
    noise += other.noise;
    titles += other.titles;
    titles_right += other.titles_right;
    captions += other.captions;
    captions_right += other.captions_right;
  }
};

Counts count(const MarkedPage& page, std::string& errors) {
  Counts counts;
  for (const MarkedLine& line : page.lines) {
    if (line.mark == '.' || line.article + line.noise == 0) {
      if (line.mark == 'A' || line.mark == 'T' || line.mark == 'C') {
        ++counts.missed;
        errors += fmt::format("  lost    {}\n", line.text);
      }
      continue;
    }
    const bool found = line.article > line.noise;
    const bool wanted = line.mark == 'A' || line.mark == 'T' || line.mark == 'C';
    counts.right += wanted && found;
    counts.missed += wanted && !found;
    counts.wrong += !wanted && found;
    counts.noise += !wanted;
    if (found != wanted)
      errors += fmt::format("  {} {}\n", wanted ? "missed " : "noise  ", line.text);
    if (line.mark == 'T') {
      ++counts.titles;
      counts.titles_right += line.title > 0;
      if (line.title == 0) errors += fmt::format("  title   {}\n", line.text);
    }
    if (line.mark == 'C') {
      ++counts.captions;
      counts.captions_right += line.caption * 2 > line.article;
      if (line.caption * 2 <= line.article) errors += fmt::format("  caption {}\n", line.text);
    }
  }
  return counts;
}

Counts read_marked(const fs::path& path, std::string& errors, std::string& published) {
  MarkedPage page = load(path);
  const Document document = read_one(page.source, path.filename().string());
  judge(page, document);
  published = document.published().iso();
  if (published != page.published)
    errors += fmt::format("  date    {} instead of {}\n", published, page.published);
  return count(page, errors);
}

TEST(MarkedPages, ArticleIsFoundLineByLine) {
  Counts all;
  std::string report;
  std::size_t dates_right = 0;
  const std::vector<fs::path> files = page_files();
  ASSERT_GE(files.size(), 45u);
  for (const fs::path& path : files) {
    std::string errors;
    std::string published;
    const Counts counts = read_marked(path, errors, published);
    all += counts;
    dates_right += published == load(path).published;
    report += fmt::format("{}: precision {:.3f}, recall {:.3f}\n{}", path.filename().string(),
                          counts.precision(), counts.recall(), errors);
    // Never may a document lose its article.
    EXPECT_GE(counts.recall(), 0.8) << path.filename() << "\n" << errors;
    EXPECT_GE(counts.precision(), 0.8) << path.filename() << "\n" << errors;
  }
  if (std::getenv("SAMGAK_REPORT") != nullptr) fmt::print("{}", report);
  fmt::print(
      "marked pages: {} pages, precision {:.4f}, recall {:.4f}, titles {}/{}, captions {}/{}, "
      "dates {}/{}\n",
      files.size(), all.precision(), all.recall(), all.titles_right, all.titles, all.captions_right,
      all.captions, dates_right, files.size());
  EXPECT_GE(all.recall(), 0.985) << report;
  EXPECT_GE(all.precision(), 0.98) << report;
  EXPECT_EQ(all.titles_right, all.titles) << report;
  EXPECT_EQ(all.captions_right, all.captions) << report;
  EXPECT_EQ(dates_right, files.size()) << report;
}

}  // namespace
}  // namespace samgak
