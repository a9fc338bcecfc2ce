// The promise behind every piece of evidence: the words of a clean span are the words of its place
// in the file.
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "readers/document_source.hpp"
#include "readers/html_tokenizer.hpp"
#include "tests/readers/reading.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

// Letters and digits alone, without tags, entities and the targets of Markdown links: how an
// evidence checker that knows nothing of this code compares a quote with its file.
std::string plain(std::string_view text) {
  std::string untagged;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
    if (close != std::string_view::npos) {
      at = close + 1;
    } else {
      untagged += text[at++];
    }
  }
  std::string unlinked;
  for (std::size_t at = 0; at < untagged.size();) {
    if (untagged.compare(at, 2, "](") == 0) {
      const std::size_t end = untagged.find_first_of(") \t\n\r", at + 2);
      if (end != std::string::npos && untagged[end] == ')') {
        unlinked += ']';
        at = end + 1;
        continue;
      }
    }
    unlinked += untagged[at++];
  }
  const std::string decoded = normalize_nfc(decode_html_entities(unlinked));
  std::string words;
  for (std::size_t at = 0; at < decoded.size();) {
    const CodePoint c = decode(decoded, at);
    at += c.length;
    const int8_t category = u_charType(static_cast<UChar32>(c.value));
    if (c.value == '_' || u_isalpha(static_cast<UChar32>(c.value)) ||
        category == U_DECIMAL_DIGIT_NUMBER || category == U_LETTER_NUMBER ||
        category == U_OTHER_NUMBER) {
      append_utf8(words, c.value);
    }
  }
  return words;
}

/// Byte at which each code point of a file begins, its end included.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) starts_.push_back(at);
    starts_.push_back(text.size());
  }
  [[nodiscard]] std::string_view cut(Span place) const {
    if (place.end >= starts_.size() || place.begin > place.end) return "(out of range)";
    return text_.substr(starts_[place.begin], starts_[place.end] - starts_[place.begin]);
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

void check_span(const Document& document, const CodePoints& file, Span span) {
  const std::string_view said = slice(document.text(), span);
  const std::string_view raw = file.cut(document.source_place(span));
  EXPECT_EQ(plain(said), plain(raw)) << document.name() << ": " << said << "\n<> " << raw;
}

// Whole sections, their cells, and stretches between word borders.
void check_document(const Document& document, std::string_view raw) {
  const CodePoints file(raw);
  std::mt19937 random(20240626);
  std::uint32_t before = 0;
  for (const Section& section : document.sections()) {
    EXPECT_GE(section.span.begin, before) << "sections overlap in " << document.name();
    EXPECT_LE(section.span.end, document.text().size());
    before = section.span.end;
    check_span(document, file, section.span);
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ends;
    for (std::uint32_t at = section.span.begin; at < section.span.end; ++at) {
      const auto blank = [&](std::uint32_t i) {
        return document.text()[i] == ' ' || document.text()[i] == '\t' ||
               document.text()[i] == '\n';
      };
      if (blank(at)) continue;
      if (at == section.span.begin || blank(at - 1)) begins.push_back(at);
      if (at + 1 == section.span.end || blank(at + 1)) ends.push_back(at + 1);
    }
    ASSERT_EQ(begins.size(), ends.size());
    for (int i = 0; i < 8 && !begins.empty(); ++i) {
      const std::size_t a = random() % begins.size();
      const std::size_t b = a + random() % (begins.size() - a);
      check_span(document, file, {begins[a], ends[b]});
    }
    for (const Span cell : section.cells) {
      EXPECT_TRUE(section.span.contains(cell));
      if (!cell.empty()) check_span(document, file, cell);
    }
  }
}

void check_folder(const fs::path& folder) {
  std::istringstream no_input;
  std::vector<Diagnostic> diagnostics;
  for (const SourceFile& file : list_sources({folder.string()}).files) {
    std::ifstream in(file.path, std::ios::binary);
    const std::string raw((std::istreambuf_iterator<char>(in)), {});
    if (!is_valid_utf8(raw) || file.path.ends_with(".jsonl")) continue;
    read_source(
        file, no_input, [&](const Document& document) { check_document(document, raw); },
        diagnostics);
  }
}

TEST(EvidencePlace, HoldsForTheSeeds) {
  const char* source = std::getenv("SAMGAK_SOURCE");
  const fs::path folder = fs::path(source != nullptr ? source : ".") / "seeds";
  ASSERT_TRUE(fs::is_directory(folder)) << folder;
  check_folder(folder);
}

TEST(EvidencePlace, HoldsForTheCustomersDocuments) {
  const char* shared = std::getenv("SAMGAK_SHARED");
  if (shared == nullptr || !fs::is_directory(shared))
    GTEST_SKIP() << "SAMGAK_SHARED names no folder";
  check_folder(fs::path(shared) / "seeds");
  check_folder(fs::path(shared) / "gold" / "dev" / "texts");
}

struct Markup {
  std::string_view what;
  std::string_view file;
  std::string_view source;
};

class EvidencePlaceIn : public testing::TestWithParam<Markup> {};

TEST_P(EvidencePlaceIn, EveryMarkup) {
  const Document document = read_one(GetParam().source, GetParam().file);
  EXPECT_FALSE(document.sections().empty());
  check_document(document, GetParam().source);
}

INSTANTIATE_TEST_SUITE_P(
    Table, EvidencePlaceIn,
    testing::Values(
        Markup{"links", "a.md",
               "정부는 [양해각서](https://a.example/x_y?b=c)를 [부처 누리집](/mou)에 올렸다고 20일 "
               "밝혔다.\n"},
        Markup{"link with a title", "a.md",
               "정부는 [양해각서](https://a.example \"새 창\")를 누리집에 올렸다고 20일 밝혔다.\n"},
        Markup{"link with brackets", "a.md",
               "정부는 [양해각서](https://a.example/w_(x))를 누리집에 올렸다고 20일 밝혔다.\n"},
        Markup{"reference link", "a.md",
               "정부는 [양해각서][1]를 누리집에 올렸다고 20일 오전에 밝혔다.\n\n[1]: "
               "https://a.example\n"},
        Markup{"address in angle brackets", "a.md",
               "정부는 누리집 <https://a.example/abc> 에 전문을 올렸다고 20일 밝혔다.\n"},
        Markup{"image in a line", "a.md",
               "정부는 20일 양해각서를 ![서명식 사진](/a.png) 누리집에 올렸다고 밝혔다.\n"},
        Markup{"stars", "a.md",
               "정부는 **「협력 의향서」**를 *맺고* ***함께*** 가기로 했다고 20일 밝혔다.\n"},
        Markup{"underscores", "a.md",
               "정부는 _협력 의향서_ 를 __맺고__ 함께 가기로 했다고 20일 밝혔다.\n"},
        Markup{"underscores around all", "a.md",
               "_정부는 협력 의향서를 맺고 함께 가기로 했다고 20일 밝혔다._\n"},
        Markup{"escapes", "a.md",
               "정부는 \\*협력 의향서\\*를 \\[안\\]으로 맺기로 했다고 20일 \\_밝혔다\\_.\n"},
        Markup{"entities", "a.md",
               "정부는 R&amp;D 예산을 A&middot;B 두 곳에 &#44032;&#x B;로 나눈다고 20일 밝혔다. "
               "&lt;끝\n"},
        Markup{"code", "a.md",
               "정부는 `협력 의향서`를 맺고 함께 가기로 했다고 20일 오후 밝혔다.\n"},
        Markup{"inline HTML", "a.md",
               "정부는 <b>협력</b> <span\nstyle=\"color: red\">의향서</span>를 맺기로 했다고 20일 "
               "밝혔다.\n"},
        Markup{"a tag with a bracket inside", "a.html",
               "<p>정부는 <a title=\"a > b\">협력 의향서</a>를 맺기로 했다고 20일 밝혔다.</p>"},
        Markup{"a comment with a bracket inside", "a.html",
               "<p>정부는 <!-- a > b --> 협력 의향서를 맺기로 했다고 20일 밝혔다.</p>"},
        Markup{"script in a line", "a.html",
               "<p>정부는 <script>if (a > b) c();</script>협력 의향서를 맺기로 했다고 20일 "
               "밝혔다.</p>"},
        Markup{"entities in HTML", "a.html",
               "<p>정부는 R&ampD 예산을 &copy2024 &eacute;&hellip;로 나눈다고 20일 "
               "밝혔다&period;</p>"},
        Markup{"zero width", "a.txt",
               "정부는 협\u200B력 의\u00AD향서를\u00A0맺기로\u3000\u3000했다고 20일 밝혔다.\n"},
        Markup{"quote and list", "a.md",
               "> 정부는 협력 의향서를\n> 맺기로 했다고 20일 밝혔다.\n\n1. 한국은 장비를\n   함께 "
               "만들기로 했다고 밝혔다.\n"},
        Markup{"pipe table", "a.md",
               "정부는 협력 의향서를 맺기로 했다고 20일 밝혔다.\n\n| 구분 | **내용** "
               "|\n|:--|--|\n| 일시 | 6월 \\| 20일 |\n| [장소](/p) | 서울 `시청` |\n"},
        Markup{"title in double quotes", "a.md",
               "---\ntitle: \"한국 \\\"의향서\\\" 체결 합의\"\nexcerpt: '정부는 ''의향서''를 "
               "맺기로 했다고 밝혔다.'\n---\n본문은 두 나라 정부가 서울에서 만났다고 전한다.\n"},
        Markup{"folded excerpt", "a.md",
               "---\ntitle: 한국 의향서 체결\nexcerpt: >-\n  정부는 의향서를\n  맺기로 했다고\n  "
               "밝혔다.\n---\n본문은 두 나라 정부가 서울에서 만났다고 전한다.\n"},
        Markup{"box table", "a.txt",
               "정부는 협력 의향서를 맺기로 했다고 20일 밝혔다.\n┌────┬────┐\n│ 일시 │ 6월 20일 "
               "│\n├────┼────┤\n│ 장소 │ 서울 시청 │\n└────┴────┘\n"},
        Markup{"tabs", "a.txt",
               "정부는 협력 의향서를 맺기로 했다고 20일 밝혔다.\n\n구분\t내용\n일시\t6월 "
               "20일\n장소\t\t서울\n"}),
    [](const testing::TestParamInfo<Markup>& row) {
      std::string name(row.param.what);
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

}  // namespace
}  // namespace samgak
