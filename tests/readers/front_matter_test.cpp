// Front matter: what is used, what is refused, and that the body always survives.
#include "tests/readers/reading.hpp"

namespace samgak {
namespace {

constexpr std::string_view kBody =
    "---\n\n두 나라는 서울에서 만나 6G를 함께 연구하기로 26일 합의했다.\n";

struct Case {
  std::string_view what;
  std::string yaml;
  std::string_view expected;    ///< sections before the body, noise left out
  std::string_view diagnostic;  ///< code, or empty
};

class FrontMatter : public testing::TestWithParam<Case> {};

TEST_P(FrontMatter, IsRead) {
  const std::string source = "---\n" + GetParam().yaml + std::string(kBody);
  const ReadResult result = find_reader("post.txt", source).read(source, "post.txt");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(dump_article(result.documents[0]),
            std::string(GetParam().expected) +
                "paragraph: 두 나라는 서울에서 만나 6G를 함께 연구하기로 26일 합의했다.\n");
  ASSERT_EQ(result.diagnostics.size(), GetParam().diagnostic.empty() ? 0u : 1u);
  if (!GetParam().diagnostic.empty()) {
    EXPECT_EQ(result.diagnostics[0].code, GetParam().diagnostic) << result.diagnostics[0].message;
  }
}

std::string nested(int depth) {
  std::string yaml = "a: ";
  for (int i = 0; i < depth; ++i) yaml += '[';
  for (int i = 0; i < depth; ++i) yaml += ']';
  return yaml + "\n";
}

std::string many_keys(int count) {
  std::string yaml;
  for (int i = 0; i < count; ++i) yaml += "k" + std::to_string(i) + ": v\n";
  return yaml;
}

INSTANTIATE_TEST_SUITE_P(
    Table, FrontMatter,
    testing::Values(
        Case{"plain", "title: 한-핀란드 6G 합의  # 가제\ndate: 2024-06-27\ntags: [a, b]\n",
             "title: 한-핀란드 6G 합의\n", ""},
        Case{"single_quotes", "title: '한국 ''6G'' 합의'\n", "title: 한국 '6G' 합의\n", ""},
        Case{"double_quotes", "title: \"한국 \\\"6G\\\" \\uD569\\uC758\"\n",
             "title: 한국 \"6G\" 합의\n", ""},
        Case{"folded",
             "title: 합의 소식\nexcerpt: >-\n  한국과 핀란드는\n  헬싱키에서 만났다.\nlayout: "
             "post\n",
             "title: 합의 소식\nexcerpt: 한국과 핀란드는 헬싱키에서 만났다.\n", ""},
        Case{"heading_in_an_excerpt",
             "title: 합의 소식\nfeature_text: |\n  ## 가람 속보입니다.\n\n  한국과 핀란드는 "
             "헬싱키에서 만났다.\n",
             "title: 합의 소식\nexcerpt: 한국과 핀란드는 헬싱키에서 만났다.\n", ""},
        Case{"excerpt_cut_off",
             "title: 합의 소식\nexcerpt: 한국과 핀란드는 헬싱키에서 만났다. 두 나라 장관은 양자 "
             "소재에도…\n",
             "title: 합의 소식\nexcerpt: 한국과 핀란드는 헬싱키에서 만났다.\n", ""},
        Case{"excerpt_of_half_a_sentence",
             "title: 합의 소식\nexcerpt: 한국과 핀란드 장관은 양자 소재에도…\n",
             "title: 합의 소식\n", ""},
        Case{"excerpt_from_the_body",
             "title: 합의 소식\nexcerpt: 두 나라는 서울에서 만나 6G를 함께 연구하기로 26일 "
             "합의했다.\n",
             "title: 합의 소식\nduplicate: 두 나라는 서울에서 만나 6G를 함께 연구하기로 26일 "
             "합의했다.\n",
             ""},
        Case{"excerpt_twice",
             "title: 합의 소식\nexcerpt: 한국과 핀란드는 헬싱키에서 만났다.\ndescription: 한국과 "
             "핀란드는 헬싱키에서 만났다.\n",
             "title: 합의 소식\nexcerpt: 한국과 핀란드는 헬싱키에서 만났다.\nduplicate: 한국과 "
             "핀란드는 헬싱키에서 만났다.\n",
             ""},
        Case{"colon_without_quotes", "title: 합의: 한국과 핀란드\nlayout: post\n",
             "title: 합의: 한국과 핀란드\n", "front-matter"},
        Case{"empty", "", "", ""}, Case{"no_title", "layout: post\n", "", ""},
        Case{"anchor", "title: &a 합의 소식\n", "", "front-matter"},
        Case{"alias_bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: 합의 소식\n", "",
             "front-matter"},
        Case{"cycle", "&a [*a]\n", "", "front-matter"},
        Case{"tag", "title: !!python/object 합의\n", "", "front-matter"},
        Case{"merge_key", "<<: {a: b}\ntitle: 합의 소식\n", "", "front-matter"},
        Case{"too_deep", nested(40), "", "front-matter"},
        Case{"far_too_deep", nested(20000), "", "front-matter"},
        Case{"too_many_keys", many_keys(1100), "", "front-matter"},
        Case{"too_large", "a: '" + std::string(70000, 'x') + "'\n", "", "front-matter"}),
    [](const testing::TestParamInfo<Case>& row) { return std::string(row.param.what); });

TEST(FrontMatterBorder, ARuleIsNone) {
  const Document document =
      read_one("---\n두 나라는 서울에서 만나 6G를 함께 연구하기로 26일 합의했다.\n", "a.md");
  EXPECT_EQ(of_kind(document, SectionKind::paragraph),
            "두 나라는 서울에서 만나 6G를 함께 연구하기로 26일 합의했다.\n");
}

}  // namespace
}  // namespace samgak
