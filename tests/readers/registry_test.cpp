// Which reader reads what.
#include "readers/registry.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace samgak {
namespace {

struct File {
  std::string_view name;
  std::string_view bytes;
  std::string_view reader;
};

TEST(Registry, FindsTheReader) {
  const File rows[] = {
      {"a.txt", "한국 장관이 왔다.", "text"},
      {"a.txt", "---\ntitle: 합의\n---\n본문", "markdown"},
      {"a.txt", "\xEF\xBB\xBF---\r\ntitle: 합의\r\n---\r\n본문", "markdown"},
      {"a.txt", "  <!DOCTYPE html><html></html>", "html"},
      {"a.txt", "<p>가</p><p>나</p>", "html"},
      {"a.txt", "## 가\n\n[나](https://a.example)", "markdown"},
      {"a.txt", "#우주 #6G\n한국 <장관>이 왔다. 3 < 4", "text"},
      {"a.txt", "{\"id\": \"a\", \"text\": \"가\"}", "jsonl"},
      {"a.md", "한국", "markdown"},
      {"a.MD", "한국", "markdown"},
      {"a.md", "<p>가</p><p>나</p>", "markdown"},
      {"a.html", "한국", "html"},
      {"a.jsonl", "{}", "jsonl"},
      {"a.b/c", "한국", "text"},
      {"-", "", "text"},
      {"a.xyz", "한국", "text"},
  };
  for (const File& row : rows)
    EXPECT_EQ(find_reader(row.name, row.bytes).card().name, row.reader)
        << row.name << ": " << row.bytes;
}

TEST(Registry, CardsAreComplete) {
  std::set<std::string_view> names;
  for (const Reader* reader : readers()) {
    const ReaderCard& card = reader->card();
    EXPECT_FALSE(card.label.empty());
    EXPECT_NE(card.media_type.find('/'), std::string_view::npos);
    EXPECT_FALSE(card.extensions.empty());
    EXPECT_TRUE(names.insert(card.name).second) << card.name;
    EXPECT_EQ(find_reader_by_name(card.name), reader);
    for (const std::string_view alias : card.aliases) EXPECT_EQ(find_reader_by_name(alias), reader);
  }
  EXPECT_EQ(names, (std::set<std::string_view>{"html", "jsonl", "markdown", "text"}));
  EXPECT_EQ(find_reader_by_name("docx"), nullptr);
}

}  // namespace
}  // namespace samgak
