#include "review/review_page.hpp"

#include "review/inferred_block.hpp"
#include "review/page_bundle.hpp"
#include "review/page_columns.hpp"
#include "review/page_summary.hpp"

namespace samgak::review {
namespace {

void append_block(std::string& html, std::string_view id, const std::string& json) {
  html += "<script type=\"application/json\" id=\"data-";
  html += id;
  html += "\">";
  html += json;
  html += "</script>\n";
}

}  // namespace

ReviewPage make_review_page(const ReviewInput& input) {
  PageSummary summary = summarize(input);
  ReviewPage page;
  page.stale = std::move(summary.stale);
  const std::string columns = graph_columns(input);
  std::size_t size = page_head().size() + columns.size() + page_tail().size();
  for (const PageBlock& block : summary.blocks) size += block.json.size();
  constexpr std::size_t kTags = 1024;
  page.html.reserve(size + kTags);
  page.html += page_head();
  for (const PageBlock& block : summary.blocks) append_block(page.html, block.id, block.json);
  append_block(page.html, "graph", columns);
  if (input.inferred != nullptr) append_block(page.html, "inferred", inferred_block(input));
  page.html += page_tail();
  return page;
}

}  // namespace samgak::review
