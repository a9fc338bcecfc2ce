#include "exporters/detail/rendered_objects.hpp"

#include <algorithm>

#include "exporters/detail/rdf_terms.hpp"
#include "exporters/detail/rdf_text.hpp"

namespace samgak::detail {

std::string& RenderedObjects::add() {
  if (used_ == texts_.size()) texts_.emplace_back();
  texts_[used_].clear();
  return texts_[used_++];
}

void RenderedObjects::add_literal(std::string_view text, std::string_view suffix) {
  scratch_.clear();
  append_rdf_literal<false>(sink_, text);
  sink_.flush();
  std::string& out = add();
  out += scratch_;
  out += suffix;
}

void RenderedObjects::add_date(std::string_view value) {
  const std::string_view type = xsd_type_of_date(value);
  add_literal(value, "");
  if (type.empty()) return;
  std::string& out = texts_[used_ - 1];
  out += "^^<";
  out += kXsd;
  out += type;
  out += '>';
}

void RenderedObjects::sort_from(std::uint32_t first) {
  const auto begin = texts_.begin() + first;
  const auto end = texts_.begin() + static_cast<std::ptrdiff_t>(used_);
  std::sort(begin, end);
  used_ = static_cast<std::size_t>(std::unique(begin, end) - texts_.begin());
}

}  // namespace samgak::detail
