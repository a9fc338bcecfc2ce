// Quotes and what rules bound, while a graph is built.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/detail/interner.hpp"
#include "graph/detail/rows.hpp"

namespace samgak::detail {

/// Number of a kept text; 0 is the empty one.
using TextNumber = std::uint32_t;

/// One sentence is the evidence of several statements, which come soon after each other: a text
/// that a short memory of recent ones knows is not kept again. More than `BuilderRoom::text_bytes`
/// go to the disk. Later the texts are copied into the arena of a graph, each when it is first
/// needed; from then on they are found there.
class SharedTexts {
 public:
  explicit SharedTexts(const BuilderRoom& room = {}) : file_(room.folder), most_(room.text_bytes) {}

  /// Keeps `clean(text)`, which is asked for only where `text` itself is not known.
  template <typename Clean>
  [[nodiscard]] TextNumber keep(std::string_view text, Clean clean) {
    if (text.empty()) return 0;
    TextNumber& recent = recent_[std::hash<std::string_view>{}(text) % kRecent];
    if (recent == 0 || in_memory(recent) != text) recent = add(clean(text));
    return recent;
  }
  /// Bytes kept so far.
  [[nodiscard]] std::size_t total() const { return total_; }

  /// No more texts will come; `arena` is where they go. It must outlive this.
  void begin_writing(std::string& arena);
  [[nodiscard]] std::uint32_t size(TextNumber number) const { return places_[number].size; }
  [[nodiscard]] bool written(TextNumber number) const {
    return (places_[number].at & kWritten) != 0;
  }
  /// Where in the arena a written text lies.
  [[nodiscard]] std::uint64_t place(TextNumber number) const {
    return places_[number].at & ~kWritten;
  }
  /// Appends a text to the arena, where it is found from now on.
  void write(TextNumber number);

  /// Byte order of the texts.
  [[nodiscard]] bool less(TextNumber a, TextNumber b) const;

 private:
  /// `at` is an address for a text in memory, else a byte of the file or (`kWritten`) of the arena.
  struct [[gnu::packed]] Place {
    std::uint64_t at = 0;
    std::uint32_t size = 0;
  };
  static constexpr std::uint64_t kWritten = std::uint64_t{1} << 63;
  static constexpr std::size_t kRecent = std::size_t{1} << 14;

  TextNumber add(std::string_view text);
  void flush();
  [[nodiscard]] std::string_view in_memory(TextNumber number) const;
  [[nodiscard]] std::string_view text(TextNumber number, std::string& scratch) const;

  ScratchFile file_;
  std::size_t most_;
  TextBlocks blocks_;
  std::vector<Place> places_ = {Place()};
  TextNumber first_in_memory_ = 1;
  std::uint64_t file_end_ = 0;
  std::size_t total_ = 0;
  std::vector<TextNumber> recent_ = std::vector<TextNumber>(kRecent);
  std::string* arena_ = nullptr;
  mutable std::string scratch_[2];  ///< texts from the disk that are compared
};

}  // namespace samgak::detail
