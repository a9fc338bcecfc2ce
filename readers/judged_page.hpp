// A page with what each of its blocks looks like, and what has been decided about it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/kinship.hpp"
#include "readers/line_classifier.hpp"
#include "readers/page.hpp"
#include "text/document.hpp"

namespace samgak {

/// Index of no block.
inline constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);
/// A sentence of this many code points is prose; shorter ones stand on buttons, too.
inline constexpr std::uint32_t kShortestProse = 25;

/// What is known of a block. Everything is noise until something speaks for it.
struct JudgedBlock {
  LineTraits traits;
  SectionKind kind = SectionKind::noise;
};

/// Shared by the steps that tell the article: `find_body`, `find_publication_date`, `find_article`.
/// All members are indexed by block.
class JudgedPage {
 public:
  /// Classifies every block. `judged_page` must outlive this.
  explicit JudgedPage(Page& judged_page);

  Page& page;
  std::vector<Block>& blocks;
  std::vector<JudgedBlock> judged;
  std::size_t core = 0;          ///< first block of the body; the number of blocks without one
  std::size_t title = kNoBlock;  ///< the block with the title
  BigramSet core_pairs;          ///< what the first part of the body speaks of

  [[nodiscard]] std::string_view text(std::size_t i) const {
    return slice(page.clean.text(), blocks[i].span());
  }
  [[nodiscard]] LineClass line_class(std::size_t i) const { return judged[i].traits.line_class; }
  /// Was it given beside the text, by front matter or a field?
  [[nodiscard]] bool given(std::size_t i) const {
    return blocks[i].role == BlockRole::given_title || blocks[i].role == BlockRole::given_excerpt;
  }
  /// Does the markup say that it is no article?
  [[nodiscard]] bool furniture(std::size_t i) const {
    return blocks[i].role == BlockRole::furniture || blocks[i].role == BlockRole::page_title ||
           blocks[i].doubt > forgiven_doubt_;
  }
  /// Is it a link and little else?
  [[nodiscard]] bool all_link(std::size_t i) const {
    return blocks[i].link_bytes * 10 >= (blocks[i].end - blocks[i].begin) * 7;
  }
  /// Is it prose of an article, whatever article it may be?
  [[nodiscard]] bool prose(std::size_t i) const;
  /// Does it say something in the manner of official papers: prose, a label, an item of an outline,
  /// a row of a table?
  [[nodiscard]] bool speaks(std::size_t i) const;
  /// Is it a polite sentence on a page whose article is not written politely? Sites speak to their
  /// readers like that.
  [[nodiscard]] bool other_voice(std::size_t i) const;
  /// Is it a short item of a list in markup? Such lists are as often menus as they are text.
  [[nodiscard]] bool short_item(std::size_t i) const;

 private:
  void classify();
  void classify_row(std::size_t i);
  void take_title_label(std::size_t i);
  void take_title_row(std::size_t i);
  void learn_style();
  void learn_voice();
  void forgive_doubt();

  std::uint8_t forgiven_doubt_ = 0;     ///< doubt up to this is none
  bool unstopped_ = false;              ///< this author writes sentences without full stops
  std::size_t polite_until_ = 0;        ///< polite sentences before this block are the site's
  std::size_t polite_from_ = kNoBlock;  ///< and from this one on
};

}  // namespace samgak
