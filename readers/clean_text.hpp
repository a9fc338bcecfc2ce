// Clean text while it is being written, with the way back to the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/source_text.hpp"
#include "text/document.hpp"

namespace samgak {

/// Grows block by block; blocks are separated by a line feed. White space runs become one space,
/// white space at either end of a block and zero-width characters vanish. All positions are bytes
/// of `source.text()`.
class CleanText {
 public:
  /// `source` must outlive this.
  explicit CleanText(const SourceText& source) : source_(&source) {}

  /// Starts a block and returns the byte at which it begins.
  std::uint32_t begin_block();
  /// Appends source bytes `[begin, end)` as they are.
  void append(std::size_t begin, std::size_t end);
  /// Appends `text` for source bytes `[begin, end)`: an entity, an escape.
  void append_for(std::string_view text, std::size_t begin, std::size_t end);
  /// White space that stands at source byte `at`.
  void space(std::size_t at);
  /// Ends a cell ('\t') or a line of a cell ('\n'); white space before it vanishes.
  void separate(char separator);
  /// Turns the line feed before `block_begin` into a space: the block goes on with the line above.
  void join_before(std::uint32_t block_begin) { text_[block_begin - 1] = ' '; }
  /// Turns a separator inside a block into a line feed, which splits the block.
  void split_at(std::uint32_t at) { text_[at] = '\n'; }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Source byte of the clean byte `at`.
  [[nodiscard]] std::size_t source_of(std::uint32_t at) const;
  [[nodiscard]] const SourceText& source() const { return *source_; }

  [[nodiscard]] OffsetMap offset_map() const;
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  /// Clean bytes `[clean, clean_end)`; one to one from `source` on, or all from `[source,
  /// source_end)`.
  struct Run {
    std::uint32_t clean;
    std::uint32_t clean_end;
    std::uint32_t source;
    std::uint32_t source_end;  ///< 0 for a one-to-one run
  };

  void copy(std::size_t begin, std::size_t end);
  void write_pending_space();

  const SourceText* source_;
  std::string text_;
  std::vector<Run> runs_;
  std::size_t block_begin_ = 0;
  bool space_pending_ = false;
  std::size_t space_at_ = 0;
};

}  // namespace samgak
