#include "readers/registry.hpp"

#include <algorithm>
#include <array>

#include "readers/front_matter.hpp"
#include "readers/html_reader.hpp"
#include "readers/html_tag.hpp"
#include "readers/html_tokenizer.hpp"
#include "readers/json_lines_reader.hpp"
#include "readers/markdown_reader.hpp"
#include "readers/plain_text_reader.hpp"

namespace samgak {
namespace {

constexpr std::size_t kProbe = 8192;

std::string_view extension(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  const std::size_t slash = file_name.find_last_of("/\\");
  const bool none =
      dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash);
  return none ? std::string_view() : file_name.substr(dot + 1);
}

struct Signs {
  std::size_t tags = 0;      ///< tags of known blocks
  std::size_t headings = 0;  ///< `## …`
  std::size_t links = 0;     ///< `](http…`
  bool page = false;         ///< opens as an HTML page
};

Signs signs_in(std::string_view probe) {
  Signs signs;
  const std::size_t start = probe.find_first_not_of(" \t\r\n");
  const std::string_view head =
      start == std::string_view::npos ? std::string_view() : probe.substr(start, 14);
  signs.page = equals_ignoring_case(head, "<!doctype html") ||
               equals_ignoring_case(head.substr(0, 5), "<html") ||
               equals_ignoring_case(head.substr(0, 5), "<head") ||
               equals_ignoring_case(head.substr(0, 5), "<body");
  HtmlTokenizer tokenizer(probe, 0, probe.size());
  for (HtmlToken token = tokenizer.next(); token.type != HtmlTokenType::end;
       token = tokenizer.next()) {
    if (token.type != HtmlTokenType::start_tag && token.type != HtmlTokenType::end_tag) continue;
    const HtmlTag tag = html_tag(token.name);
    signs.tags += is_block(tag) || tag == HtmlTag::br || tag == HtmlTag::a || tag == HtmlTag::img;
    signs.page |= tag == HtmlTag::html || tag == HtmlTag::body;
  }
  for (std::size_t at = 0; at < probe.size();
       at = std::min(probe.find('\n', at), probe.size() - 1) + 1) {
    const std::size_t marks = std::min(probe.find_first_not_of('#', at), probe.size()) - at;
    signs.headings +=
        marks >= 1 && marks <= 6 && at + marks < probe.size() && probe[at + marks] == ' ';
  }
  for (std::size_t at = probe.find("](http"); at != std::string_view::npos;
       at = probe.find("](http", at + 1))
    ++signs.links;
  return signs;
}

bool looks_like_json_lines(std::string_view probe) {
  const std::size_t start = probe.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || probe[start] != '{') return false;
  const std::size_t next = probe.find_first_not_of(" \t", start + 1);
  return next != std::string_view::npos && probe[next] == '"';
}

}  // namespace

std::span<const Reader* const> readers() {
  static const std::array<const Reader*, 4> kReaders = {
      &markdown_reader(),
      &html_reader(),
      &json_lines_reader(),
      &plain_text_reader(),
  };
  return kReaders;
}

const Reader& find_reader(std::string_view file_name, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view probe = bytes.substr(0, kProbe);
  const std::string_view end = extension(file_name);
  const Reader* by_name = nullptr;
  for (const Reader* reader : readers()) {
    for (const std::string_view known : reader->card().extensions) {
      if (equals_ignoring_case(end, known)) by_name = reader;
    }
  }
  if (by_name == &json_lines_reader()) return *by_name;
  if (body_begin(bytes) > 0) return markdown_reader();
  if (by_name == &markdown_reader()) return *by_name;
  const Signs signs = signs_in(probe);
  if (signs.page || by_name == &html_reader()) return html_reader();
  if (looks_like_json_lines(probe)) return json_lines_reader();
  if (signs.headings + signs.links >= 3 || (signs.headings >= 1 && signs.links >= 1))
    return markdown_reader();
  if (signs.tags >= 4) return html_reader();
  return plain_text_reader();
}

const Reader* find_reader_by_name(std::string_view name) {
  for (const Reader* reader : readers()) {
    const ReaderCard& card = reader->card();
    if (card.name == name || std::count(card.aliases.begin(), card.aliases.end(), name) > 0)
      return reader;
  }
  return nullptr;
}

}  // namespace samgak
