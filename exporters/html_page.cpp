#include "exporters/html_page.hpp"

#include "exporters/html_style.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

namespace {

struct StringWriter final : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

void add_meta(pugi::xml_node head, const char* key, const char* name, const char* content) {
  pugi::xml_node meta = add_element(head, "meta");
  set_attribute(meta, key, name);
  set_attribute(meta, "content", content);
}

}  // namespace

HtmlPage::HtmlPage(std::string_view title, const char* language, std::string_view style) {
  document_.append_child(pugi::node_doctype).set_value("html");
  pugi::xml_node html = document_.append_child("html");
  set_attribute(html, "lang", language);
  const pugi::xml_node head = head_ = add_element(html, "head");
  set_attribute(add_element(head, "meta"), "charset", "utf-8");
  add_meta(head, "http-equiv", "Content-Security-Policy",
           "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
  add_meta(head, "name", "viewport", "width=device-width, initial-scale=1");
  add_meta(head, "name", "referrer", "no-referrer");
  add_element(head, "title", title);
  const std::string sheet = std::string(html_style()).append(style);
  add_element(head, "style").text().set(sheet.c_str());
  body_ = add_element(html, "body");
}

std::string HtmlPage::text() const {
  StringWriter writer;
  document_.save(writer, "", pugi::format_indent | pugi::format_no_declaration,
                 pugi::encoding_utf8);
  return std::move(writer.out);
}

pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text,
                           const char* of_class) {
  pugi::xml_node element = parent.append_child(name);
  if (of_class != nullptr) element.append_attribute("class").set_value(of_class);
  if (!text.empty()) add_text(element, text);
  return element;
}

pugi::xml_node add_cell(pugi::xml_node row, std::string_view text, const char* of_class) {
  pugi::xml_node cell = add_element(row, "td", {}, of_class);
  // Even an empty text makes pugixml write an end tag, without which a cell is no HTML.
  add_text(cell, text);
  return cell;
}

void add_text(pugi::xml_node parent, std::string_view text) {
  parent.append_child(pugi::node_pcdata).set_value(visible(text).c_str());
}

void set_attribute(pugi::xml_node element, const char* name, std::string_view value) {
  element.append_attribute(name).set_value(visible(value).c_str());
}

void add_link(pugi::xml_node parent, std::string_view address, std::string_view text) {
  const bool safe =
      address.starts_with("https://") || address.starts_with("http://") || address.starts_with("#");
  pugi::xml_node link = add_element(parent, safe ? "a" : "span", text);
  if (safe) set_attribute(link, "href", address);
}

}  // namespace samgak
