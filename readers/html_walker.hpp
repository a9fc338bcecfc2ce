// Feeds a `BlockBuilder` with HTML, a whole page or the pieces that stand in Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "readers/block_builder.hpp"
#include "readers/page.hpp"

namespace samgak {

class HtmlWalker {
 public:
  /// Both must outlive this.
  HtmlWalker(Page& page, BlockBuilder& builder) : page_(page), builder_(builder) {}

  /// Reads source bytes `[begin, end)`. Elements may stay open for the next call.
  void walk(std::size_t begin, std::size_t end);
  /// Character data `[begin, end)`, entities decoded.
  void text(std::size_t begin, std::size_t end);

 private:
  void meta(std::string_view attributes);
  void script(std::size_t begin, std::size_t end);

  Page& page_;
  BlockBuilder& builder_;
  bool json_script_ = false;
  std::string decoded_;
};

}  // namespace samgak
