#include "readers/html_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "readers/block_builder.hpp"
#include "readers/document_maker.hpp"
#include "readers/html_walker.hpp"
#include "readers/limits.hpp"
#include "readers/source_text.hpp"

namespace samgak {
namespace {

// The encoding that a page names in its first bytes: `<meta charset=…>` or `… charset=…`.
std::string_view declared_charset(std::string_view bytes) {
  constexpr std::size_t kProbe = 2048;
  const std::string_view head = bytes.substr(0, kProbe);
  for (std::size_t at = head.find("harset"); at != std::string_view::npos;
       at = head.find("harset", at + 1)) {
    std::size_t begin = at + 6;
    while (begin < head.size() &&
           (head[begin] == ' ' || head[begin] == '=' || head[begin] == '"' || head[begin] == '\''))
      ++begin;
    const std::size_t end = std::min(head.find_first_of("\"'>; /", begin), head.size());
    if (end > begin) return head.substr(begin, end - begin);
  }
  return {};
}

class HtmlReader : public Reader {
 public:
  const ReaderCard& card() const override {
    static const ReaderCard kCard{
        "html", "HTML pages", "text/html", {"htm", "xhtml"}, {"html", "htm", "xhtml"}, false};
    return kCard;
  }

  void for_each_document(std::string_view bytes, std::string_view name, const DocumentSink& sink,
                         std::vector<Diagnostic>& diagnostics) const override {
    if (!fits_document_limit(bytes, name, diagnostics)) return;
    const std::optional<SourceText> source =
        SourceText::decode(bytes, name, declared_charset(bytes), diagnostics);
    if (!source) return;
    Page page(*source);
    read_html(page, name, diagnostics);
    sink(make_document(std::move(page), name));
  }
};

}  // namespace

void read_html(Page& page, std::string_view name, std::vector<Diagnostic>& diagnostics) {
  BlockBuilder builder(page);
  HtmlWalker(page, builder).walk(0, page.clean.source().text().size());
  builder.finish();
  if (builder.too_deep()) {
    diagnostics.push_back(
        {Severity::warning, "nesting", std::string(name),
         fmt::format("elements are nested deeper than {}; deeper ones were read as siblings",
                     kMaxHtmlDepth)});
  }
}

const Reader& html_reader() {
  static const HtmlReader kReader;
  return kReader;
}

}  // namespace samgak
