#include "readers/html_tokenizer.hpp"

#include <algorithm>
#include <utility>

#include "readers/limits.hpp"

namespace samgak {
namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
constexpr bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Elements whose content is no markup. `noscript` is among them because no script runs here either
// way: its content repeats images and asks for JavaScript.
constexpr std::string_view kRawElements[] = {"script", "style",   "title",    "textarea", "xmp",
                                             "iframe", "noembed", "noframes", "noscript"};

}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view lower_case) {
  return a.size() == lower_case.size() && std::equal(a.begin(), a.end(), lower_case.begin(),
                                                     [](char x, char y) { return lower(x) == y; });
}

bool HtmlTokenizer::opens_markup(std::size_t at) const {
  if (at + 1 >= text_.size()) return false;
  const char next = text_[at + 1];
  return is_letter(next) || next == '/' || next == '!' || next == '?';
}

HtmlToken HtmlTokenizer::next() {
  if (!raw_name_.empty()) return raw_text();
  while (at_ < text_.size()) {
    if (text_[at_] == '<' && opens_markup(at_)) {
      const char next = text_[at_ + 1];
      const bool is_tag =
          is_letter(next) || (next == '/' && at_ + 2 < text_.size() && is_letter(text_[at_ + 2]));
      if (is_tag) return tag();
      skip_comment();
      continue;
    }
    HtmlToken token;
    token.type = HtmlTokenType::text;
    token.begin = at_;
    do {
      at_ = std::min(text_.find('<', at_ + 1), text_.size());
    } while (at_ < text_.size() && !opens_markup(at_));
    token.end = at_;
    token.after_odd_markup = std::exchange(odd_, false);
    return token;
  }
  HtmlToken token;
  token.begin = token.end = text_.size();
  return token;
}

void HtmlTokenizer::skip_comment() {
  const std::size_t begin = at_;
  if (text_.substr(at_, 4) == "<!--") {
    // `<!-->` and `<!--->` are whole comments.
    const std::size_t close = text_.find("-->", at_ + 2);
    at_ = close == std::string_view::npos ? text_.size() : close + 3;
  } else {
    const std::size_t close = text_.find('>', at_);
    at_ = close == std::string_view::npos ? text_.size() : close + 1;
  }
  odd_ |= text_.find('>', begin) + 1 < at_;
}

HtmlToken HtmlTokenizer::tag() {
  HtmlToken token;
  token.begin = at_;
  const bool closing = text_[at_ + 1] == '/';
  token.type = closing ? HtmlTokenType::end_tag : HtmlTokenType::start_tag;
  std::size_t at = at_ + (closing ? 2 : 1);
  const std::size_t name = at;
  while (at < text_.size() && !is_white(text_[at]) && text_[at] != '/' && text_[at] != '>') ++at;
  token.name = text_.substr(name, at - name);
  const std::size_t attributes = at;
  // A quote opens a value only after «=»; anywhere else it is a letter of a (bad) name.
  bool after_equals = false;
  while (at < text_.size() && text_[at] != '>') {
    const char c = text_[at];
    if (after_equals && (c == '"' || c == '\'')) {
      const std::size_t close = text_.find(c, at + 1);
      if (close == std::string_view::npos) {
        at = text_.size();
        break;
      }
      odd_ |= text_.substr(at, close - at).find('>') != std::string_view::npos;
      at = close;
      after_equals = false;
    } else if (c == '=') {
      after_equals = true;
    } else if (!is_white(c)) {
      after_equals = false;
    }
    ++at;
  }
  token.attributes = text_.substr(attributes, at - attributes);
  token.end = at_ = std::min(at + 1, text_.size());
  if (at >= text_.size()) return next();  // the end of the text inside a tag: the tag is dropped
  token.after_odd_markup = std::exchange(odd_, false);
  if (!closing) {
    for (const std::string_view raw : kRawElements) {
      if (equals_ignoring_case(token.name, raw)) raw_name_ = raw;
    }
  }
  return token;
}

HtmlToken HtmlTokenizer::raw_text() {
  HtmlToken token;
  token.type = HtmlTokenType::raw_text;
  token.name = std::exchange(raw_name_, {});
  token.begin = at_;
  std::size_t close = at_;
  while (true) {
    close = text_.find("</", close);
    if (close == std::string_view::npos) {
      close = text_.size();
      break;
    }
    const std::size_t after = close + 2 + token.name.size();
    if (equals_ignoring_case(text_.substr(close + 2, token.name.size()), token.name) &&
        (after >= text_.size() || is_white(text_[after]) || text_[after] == '>' ||
         text_[after] == '/')) {
      break;
    }
    close += 2;
  }
  token.end = at_ = close;
  odd_ = true;
  return token;
}

std::string_view html_attribute(std::string_view attributes, std::string_view wanted) {
  std::size_t at = 0;
  const auto skip = [&](auto in_class) {
    while (at < attributes.size() && in_class(attributes[at])) ++at;
  };
  for (int count = 0; count < kMaxHtmlAttributes; ++count) {
    skip([](char c) { return is_white(c) || c == '/'; });
    if (at >= attributes.size()) break;
    const std::size_t name = at++;
    skip([](char c) { return !is_white(c) && c != '/' && c != '='; });
    const std::string_view key = attributes.substr(name, at - name);
    skip(is_white);
    std::string_view value;
    if (at < attributes.size() && attributes[at] == '=') {
      ++at;
      skip(is_white);
      if (at < attributes.size() && (attributes[at] == '"' || attributes[at] == '\'')) {
        const std::size_t close =
            std::min(attributes.find(attributes[at], at + 1), attributes.size());
        value = attributes.substr(at + 1, close - at - 1);
        at = std::min(close + 1, attributes.size());
      } else {
        const std::size_t begin = at;
        skip([](char c) { return !is_white(c); });
        value = attributes.substr(begin, at - begin);
      }
    }
    if (equals_ignoring_case(key, wanted)) return value;
  }
  return {};
}

}  // namespace samgak
