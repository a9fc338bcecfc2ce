// HTML pages for people: no script, no request, and text that stays text.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace samgak {

/// A page as a tree, written as HTML that is well-formed XML too. Elements that may not be empty in
/// HTML must be given content.
class HtmlPage {
 public:
  /// `language` as in `lang="ko"`. `style` is put behind the style that all pages share; it must
  /// have none of `<`, `>`, `&`.
  HtmlPage(std::string_view title, const char* language, std::string_view style = {});

  /// Where the policy, the title and the style stand.
  [[nodiscard]] pugi::xml_node head() const { return head_; }
  [[nodiscard]] pugi::xml_node body() const { return body_; }
  /// The page's bytes; a line for each element that holds elements only.
  [[nodiscard]] std::string text() const;

 private:
  pugi::xml_document document_;
  pugi::xml_node head_;
  pugi::xml_node body_;
};

/// Adds an element with some text, in which control characters are made visible, and a class.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text = {},
                           const char* of_class = nullptr);
/// A cell of a table, which may be empty.
pugi::xml_node add_cell(pugi::xml_node row, std::string_view text, const char* of_class = nullptr);
void add_text(pugi::xml_node parent, std::string_view text);
void set_attribute(pugi::xml_node element, const char* name, std::string_view value);
/// Adds a link where `address` is http:, https: or a place of this page (`#…`), otherwise the text
/// alone.
void add_link(pugi::xml_node parent, std::string_view address, std::string_view text);

}  // namespace samgak
