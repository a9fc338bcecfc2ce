// HTML into tags and text, with the place of each. Linear in the input, whatever the input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace samgak {

enum class HtmlTokenType : std::uint8_t {
  end,
  text,  ///< character data, entities not decoded
  start_tag,
  end_tag,
  raw_text  ///< content of the `<script>`, `<style>`, `<title>` … before it
};

struct HtmlToken {
  HtmlTokenType type = HtmlTokenType::end;
  std::size_t begin = 0;  ///< in the text that is tokenized; for a tag its `<`
  std::size_t end = 0;
  std::string_view name;          ///< of a tag, as written
  std::string_view attributes;    ///< of a start tag, as written
  bool after_odd_markup = false;  ///< a comment or tag before it holds a `>` inside
};

/// Tokens of `text.substr(begin, end - begin)` by the rules of the HTML standard's tokenizer; tree
/// building is the caller's. Comments, doctypes and processing instructions are passed over.
class HtmlTokenizer {
 public:
  HtmlTokenizer(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text.substr(0, end)), at_(begin) {}

  [[nodiscard]] HtmlToken next();

 private:
  [[nodiscard]] bool opens_markup(std::size_t at) const;
  void skip_comment();
  [[nodiscard]] HtmlToken tag();
  [[nodiscard]] HtmlToken raw_text();

  std::string_view text_;
  std::size_t at_;
  std::string_view raw_name_;  ///< element whose raw content comes next
  bool odd_ = false;
};

/// Value of attribute `name` (lower case) in the attributes of a start tag, quotes off, entities
/// not decoded; empty when it is absent. Looks at `kMaxHtmlAttributes` attributes at most.
[[nodiscard]] std::string_view html_attribute(std::string_view attributes, std::string_view name);

/// Decodes the character reference at `text[at]` (a `&`) into `out`; returns the bytes it takes, 0
/// when it is none.
[[nodiscard]] std::size_t decode_html_entity(std::string_view text, std::size_t at,
                                             std::string& out);

/// `text` with all its character references decoded.
[[nodiscard]] std::string decode_html_entities(std::string_view text);

/// ASCII only, as HTML names compare.
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view lower);

}  // namespace samgak
