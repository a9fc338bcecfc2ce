// Each encoder on each hostile text, as a table.
#include <gtest/gtest.h>

#include "exporters/detail/csv_text.hpp"
#include "exporters/detail/cypher_text.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/json_text.hpp"
#include "exporters/detail/label_text.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/rdf_text.hpp"
#include "exporters/detail/xml_text.hpp"

namespace samgak::detail {
namespace {

template <typename Encoder>
std::string encoded(std::string_view text, Encoder encoder) {
  std::string out;
  StringSink sink(out);
  append_escaped(sink, text, encoder);
  sink.flush();
  return out;
}

struct Pair {
  std::string in;
  std::string out;
};

TEST(Escape, Json) {
  for (const Pair& p :
       {Pair{"가 \"나\" \\ 다", "가 \\\"나\\\" \\\\ 다"},
        Pair{"a\nb\rc\td\x01\x7F", "a\\nb\\rc\\td\\u0001\\u007F"}, Pair{"“인용” · ”", "“인용” · ”"},
        Pair{"\u0085\u2028\u2029", "\\u0085\\u2028\\u2029"}}) {
    EXPECT_EQ(encoded(p.in, JsonEncoder()), p.out);
  }
}

TEST(Escape, XmlText) {
  XmlLosses losses;
  for (const Pair& p : {Pair{"<a> & \"b\" 'c'", "&lt;a> &amp; \"b\" 'c'"}, Pair{"]]>", "]]&gt;"},
                        Pair{"a]>b>", "a]>b>"}, Pair{"a\n\tb\r", "a\n\tb&#13;"},
                        Pair{"\x08\x1B\uFFFE！", "\uFFFD\uFFFD\uFFFD！"}}) {
    EXPECT_EQ(encoded(p.in, XmlTextEncoder{losses, p.in.data()}), p.out);
  }
  EXPECT_EQ(losses.characters, 3u);
}

TEST(Escape, XmlAttributeAndList) {
  XmlLosses losses;
  EXPECT_EQ(encoded("<\"&>\n\t\r\x01", XmlAttributeEncoder{losses}),
            "&lt;&quot;&amp;&gt;&#10;&#9;&#13;\uFFFD");
  EXPECT_EQ(encoded("a\"b\\c\n]]>", XmlListEncoder<false>{losses}), "a\\\"b\\\\c ]]&gt;");
  EXPECT_EQ(encoded("a\"b", XmlListEncoder<true>{losses}), "a\\&quot;b");
  EXPECT_EQ(losses.breaks, 1u);
  EXPECT_EQ(trimmed(" \n가 나\t", losses), "가 나");
  EXPECT_EQ(losses.trimmed, 1u);
}

TEST(Escape, Rdf) {
  EXPECT_EQ(encoded("\"\\\t\b\n\r\f\x01\x7F\uFFFF ！", RdfEncoder<false>()),
            "\\\"\\\\\\t\\b\\n\\r\\f\\u0001\\u007F\\uFFFF ！");
  EXPECT_EQ(encoded("\u0085\u202E\u2028“·”", RdfEncoder<false>()), "\u0085\u202E\u2028“·”");
  EXPECT_EQ(encoded("\u0085\u202E\u2028“·”", RdfEncoder<true>()), "\\u0085\\u202E\\u2028“·”");
}

TEST(Escape, Iri) {
  for (const Pair& p :
       {Pair{"meeting/수소-대화", "meeting/수소-대화"}, Pair{"a b", "a%20b"},
        Pair{"<\">{}|^`\\[]", "%3C%22%3E%7B%7D%7C%5E%60%5C%5B%5D"},
        Pair{"a#b?c%41", "a%23b%3Fc%2541"},
        Pair{"\n\x7F\u0085\u202E\uFFFE\uE000", "%0A%7F%C2%85%E2%80%AE%EF%BF%BE%EE%80%80"},
        Pair{"🛡·“”かな", "🛡·“”かな"},
        Pair{"a\u3000b\uFEFF", "a%E3%80%80b%EF%BB%BF"}, Pair{"../a/b", "..%2Fa%2Fb"},
        Pair{"a/./ b", "a%2F.%2F%20b"}, Pair{"a/..", "a%2F.."}, Pair{"..", "%2E%2E"},
        Pair{".a/..b/c./...", ".a/..b/c./..."}}) {
    EXPECT_EQ(iri_segment(p.in), p.out);
  }
  EXPECT_EQ(entity_path("statement/e0"), "%73tatement/e0");
  EXPECT_EQ(entity_path("document/x"), "%64ocument/x");
  EXPECT_EQ(entity_path("statements/x"), "statements/x");
  EXPECT_EQ(entity_path("../x"), "..%2Fx");
  EXPECT_EQ(term_iri("관계 1"), "https://w3id.org/samgak/ns#관계%201");
}

TEST(Escape, Cypher) {
  for (const Pair& p : {Pair{"Robby' WITH 1 AS x", "Robby\\' WITH 1 AS x"}, Pair{"a\\", "a\\\\"},
                        Pair{"\\u0027", "\\\\' + 'u0027"}, Pair{"\n:source x", "\\n:source x"},
                        Pair{"\r\x01\x7F\u0085\u2028", "\\u000D\\u0001\\u007F\\u0085\\u2028"},
                        Pair{"“·”", "“·”"}}) {
    EXPECT_EQ(encoded(p.in, CypherEncoder()), p.out);
  }
}

TEST(Escape, Csv) {
  EXPECT_EQ(encoded("a\"b,c\n", CsvEncoder()), "a\"\"b,c\n");
  for (const char* formula : {"=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋", "－", "＠"})
    EXPECT_TRUE(is_formula(formula)) << formula;
  for (const char* text : {"", "1", "가", "'=1", "！"}) EXPECT_FALSE(is_formula(text)) << text;
}

/// A special byte at every place of a text, around the 16 bytes that are looked at together.
TEST(Escape, FindsSpecialBytesAtEveryPlace) {
  for (std::size_t length = 0; length < 70; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      std::string text(length, 'x');
      text[at] = '"';
      const std::string before(at, 'x');
      const std::string after(length - at - 1, 'x');
      EXPECT_EQ(encoded(text, JsonEncoder()), before + "\\\"" + after);
      EXPECT_EQ(encoded(text, IriSegmentEncoder()), before + "%22" + after);
    }
  }
  const std::string large(100000, '\n');
  std::string expected;
  for (std::size_t i = 0; i < large.size(); ++i) expected += "\\n";
  EXPECT_EQ(encoded(large, JsonEncoder()), expected);
}

TEST(Names, PlainOnes) {
  for (const char* name : {"a", "Country", "is_A1"}) EXPECT_TRUE(is_plain_name(name)) << name;
  for (const char* name : {"", "1a", "_a", "a-b", "a b", "국가", "a`b"})
    EXPECT_FALSE(is_plain_name(name)) << name;
  EXPECT_FALSE(is_plain_name(std::string(65, 'a')));
  EXPECT_TRUE(is_property_key("date"));
  for (const char* key : {"name", "UID", "x", "label_ko", "date_conflicts", "a b"})
    EXPECT_FALSE(is_property_key(key)) << key;
}

TEST(Names, Languages) {
  EXPECT_EQ(language_of("한국 KAIST"), "ko");
  EXPECT_EQ(language_of("\u1112\u1161\u11AB"), "ko");
  for (const char* text : {"", "KAIST", "韓国", "サ", "“·”", "２０２４"})
    EXPECT_EQ(language_of(text), "") << text;
}

TEST(Labels, WrapAtSpacesAlone) {
  EXPECT_EQ(wrapped("한미 첨단산업 협력 대화", 14), "한미 첨단산업\n협력 대화");
  EXPECT_EQ(wrapped("아주아주아주긴낱말하나", 4), "아주아주아주긴낱말하나");
  EXPECT_EQ(wrapped("한·체코 첫 원자력 산업 대화", 22), "한·체코 첫\n원자력 산업 대화")
      << "no last line of one short word";
  EXPECT_EQ(wrapped("가  나 ", 20), "가  나 ");
  EXPECT_EQ(wrapped("", 4), "");
  std::uint64_t cuts = 0;
  EXPECT_EQ(shortened("가나다", 9, cuts), "가나다");
  EXPECT_EQ(cuts, 0u);
  EXPECT_EQ(shortened("가나다라", 10, cuts), "가나다…");
  EXPECT_EQ(cuts, 1u);
}

}  // namespace
}  // namespace samgak::detail
