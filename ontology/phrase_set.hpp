// A set of phrases, ready to be looked for in texts: one walk over a text, whatever their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

/// Constant after it is made. Phrases and texts are valid UTF-8; a phrase is looked up by its first
/// code point, so a text is looked at once for each of its characters and costs the same for ten
/// phrases and for a thousand.
class PhraseSet {
 public:
  struct Hit {
    std::uint32_t phrase = 0;  ///< index in `phrases()`
    std::uint32_t at = 0;      ///< byte of the text
  };

  PhraseSet() = default;
  /// Empty phrases are never found.
  explicit PhraseSet(std::vector<std::string> phrases);

  [[nodiscard]] const std::vector<std::string>& phrases() const { return phrases_; }
  /// A set stands for its phrases, so that a loop over a list of forms takes one as well.
  operator const std::vector<std::string>&() const { return phrases_; }  // NOLINT
  [[nodiscard]] auto begin() const { return phrases_.begin(); }
  [[nodiscard]] auto end() const { return phrases_.end(); }

  /// Does `text` hold, begin with, end with one of the phrases?
  [[nodiscard]] bool in(std::string_view text) const;
  [[nodiscard]] bool at_begin_of(std::string_view text) const;
  [[nodiscard]] bool at_end_of(std::string_view text) const;

  /// Appends where the phrases stand in `text`: phrase by phrase in the order of `phrases()`, each
  /// from left to right without overlapping itself, as a search for one after the other would find
  /// them. `from` is where in `text` the walk begins.
  void find_all(std::string_view text, std::size_t from, std::vector<Hit>& out) const;

  /// Calls `visit(index)` for every phrase that ends `text`, in the order of `phrases()`.
  template <typename Visit>
  void for_each_at_end(std::string_view text, Visit visit) const {
    if (text.empty()) return;
    const Slot& slot = last_.find(key_before(text));
    for (std::uint32_t i = slot.begin; i < slot.end; ++i) {
      if (text.ends_with(phrases_[last_.order[i]])) visit(last_.order[i]);
    }
  }

 private:
  /// The phrases under one code point: a range of `order`. `next` has a bit for each hash of what
  /// comes behind that code point in one of them: most texts part from all phrases there.
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint64_t next = 0;
  };
  /// Open addressing; at most half of the slots are used.
  struct Table {
    std::vector<Slot> slots{Slot()};
    std::vector<std::uint32_t> order;
    unsigned shift = 31;

    void fill(const std::vector<std::uint32_t>& keys);
    [[nodiscard]] const Slot& find(std::uint32_t key) const {
      const std::size_t mask = slots.size() - 1;
      for (std::size_t at = (key * 0x9E3779B1U) >> shift;; ++at) {
        const Slot& slot = slots[at & mask];
        if (slot.key == key || slot.key == 0) return slot;
      }
    }
  };

  /// The bytes of the code point at `at`, the fourth left out.
  [[nodiscard]] static std::uint32_t key_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
      return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return lead;
    return lead | byte(1) << 8 | (lead < 0xE0 ? 0U : byte(2) << 16);
  }
  [[nodiscard]] static std::uint32_t key_before(std::string_view text);
  [[nodiscard]] static std::size_t step(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  }

  /// A bit for three bytes behind a code point, `bytes` in the order of memory.
  [[nodiscard]] static std::uint64_t next_bit(std::uint32_t bytes) {
    return std::uint64_t{1} << ((bytes & 0xFFFFFF) * 0x9E3779B1U >> 26);
  }

  /// Calls `visit(index, place)` for what stands at each character, until it says true.
  template <typename Visit>
  bool walk(std::string_view text, std::size_t from, Visit visit) const {
    for (std::size_t at = from; at < text.size();) {
      const std::size_t length = step(text[at]);
      // Eight bytes hold a code point and the three bytes behind it, except near the end.
      std::uint64_t bytes = 0;
      const bool whole = at + sizeof bytes <= text.size();
      if (whole) std::memcpy(&bytes, text.data() + at, sizeof bytes);
      const std::uint32_t key =
          whole && length == 3 ? static_cast<std::uint32_t>(bytes) & 0xFFFFFF : key_at(text, at);
      const Slot& slot = first_.find(key);
      const bool likely =
          !whole || (slot.next & next_bit(static_cast<std::uint32_t>(bytes >> 8 * length))) != 0;
      for (std::uint32_t i = slot.begin; likely && i < slot.end; ++i) {
        const std::uint32_t phrase = first_.order[i];
        if (text.substr(at).starts_with(phrases_[phrase]) && visit(phrase, at)) return true;
      }
      at += length;
    }
    return false;
  }

  std::vector<std::string> phrases_;
  Table first_;
  Table last_;
};

}  // namespace samgak
