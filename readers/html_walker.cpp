#include "readers/html_walker.hpp"

#include <algorithm>

#include "readers/furniture_names.hpp"
#include "readers/html_tokenizer.hpp"
#include "readers/page_date.hpp"

namespace samgak {
namespace {

bool smells_of_furniture(std::string_view attributes) {
  if (attributes.size() < 5) return false;
  for (const std::string_view name : {"class", "id", "role"}) {
    if (names_furniture(html_attribute(attributes, name))) return true;
  }
  const std::string_view hidden = html_attribute(attributes, "style");
  return hidden.find("display:none") != std::string_view::npos ||
         hidden.find("display: none") != std::string_view::npos;
}

// The whole page is in these: whatever they are called, they are no furniture.
bool holds_page(HtmlTag tag) {
  return tag == HtmlTag::html || tag == HtmlTag::body || tag == HtmlTag::main ||
         tag == HtmlTag::article;
}

// Elements whose class is worth a look; inline ones are not.
bool may_smell(HtmlTag tag) {
  return is_block(tag) && !holds_page(tag) && tag != HtmlTag::tr && tag != HtmlTag::td &&
         tag != HtmlTag::th;
}

}  // namespace

void HtmlWalker::walk(std::size_t begin, std::size_t end) {
  HtmlTokenizer tokenizer(page_.clean.source().text(), begin, end);
  for (HtmlToken token = tokenizer.next(); token.type != HtmlTokenType::end;
       token = tokenizer.next()) {
    if (token.after_odd_markup) builder_.break_block();
    if (token.type == HtmlTokenType::text) {
      text(token.begin, token.end);
      continue;
    }
    const HtmlTag tag = html_tag(token.name);
    if (token.type == HtmlTokenType::start_tag) {
      if (tag == HtmlTag::meta || tag == HtmlTag::time) meta(token.attributes);
      if (tag == HtmlTag::script) {
        json_script_ =
            html_attribute(token.attributes, "type").find("ld+json") != std::string_view::npos;
      }
      builder_.open(tag, may_smell(tag) && smells_of_furniture(token.attributes));
    } else if (token.type == HtmlTokenType::end_tag) {
      builder_.close(tag);
    } else if (tag == HtmlTag::title) {
      text(token.begin, token.end);
    } else if (tag == HtmlTag::script && json_script_) {
      script(token.begin, token.end);
    }
  }
}

void HtmlWalker::text(std::size_t begin, std::size_t end) {
  const std::string_view source = page_.clean.source().text().substr(0, end);
  std::size_t at = begin;
  while (at < end) {
    const std::size_t ampersand = std::min(source.find('&', at), end);
    if (ampersand > at) builder_.text(at, ampersand);
    if (ampersand >= end) break;
    decoded_.clear();
    const std::size_t length = decode_html_entity(source, ampersand, decoded_);
    if (length == 0) {
      builder_.text(ampersand, ampersand + 1);
      at = ampersand + 1;
    } else {
      builder_.text_for(decoded_, ampersand, ampersand + length);
      at = ampersand + length;
    }
  }
}

void HtmlWalker::meta(std::string_view attributes) {
  std::string_view key = html_attribute(attributes, "property");
  if (key.empty()) key = html_attribute(attributes, "name");
  if (key.empty()) key = html_attribute(attributes, "itemprop");
  const std::string_view datetime = html_attribute(attributes, "datetime");
  if (!datetime.empty()) page_.published.improve(find_date(datetime), DateSource::byline);
  if (key.empty()) return;
  const std::string_view content = html_attribute(attributes, "content");
  if (names_publication_date(key))
    page_.published.improve(find_date(content), DateSource::metadata);
  if (equals_ignoring_case(key, "og:url"))
    page_.published.improve(date_in_url(content), DateSource::url);
  if (equals_ignoring_case(key, "og:title") && page_.title_hint.empty()) {
    page_.title_hint = decode_html_entities(content);
  }
}

// Structured data for search engines: the one date in it that counts, and nothing else.
void HtmlWalker::script(std::size_t begin, std::size_t end) {
  const std::string_view json = page_.clean.source().text().substr(begin, end - begin);
  const std::size_t key = json.find("\"datePublished\"");
  if (key != std::string_view::npos) {
    page_.published.improve(find_date(json.substr(key + 15, 40)), DateSource::metadata);
  }
}

}  // namespace samgak
