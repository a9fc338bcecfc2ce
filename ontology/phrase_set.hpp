// A set of phrases, ready to be looked for in texts: one walk over a text, whatever their number.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/beginnings.hpp"
#include "ontology/text_head.hpp"

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

  /// Calls `visit(index, place)` for every phrase at every character of `text` where it stands,
  /// from left to right.
  template <typename Visit>
  void for_each(std::string_view text, Visit visit) const {
    walk(text, 0, text.size(), [&](std::uint32_t phrase, std::size_t at) {
      visit(phrase, at);
      return false;
    });
  }

  /// Does one of the phrases begin in the first `limit` bytes of `text`? It may reach beyond them.
  [[nodiscard]] bool begins_within(std::string_view text, std::size_t limit) const;

  /// Calls `visit(index)` for every phrase that ends `text`, in the order of `phrases()`.
  template <typename Visit>
  void for_each_at_end(std::string_view text, Visit visit) const {
    any_at_end(text, [&](std::uint32_t phrase) {
      visit(phrase);
      return false;
    });
  }

 private:
  /// A phrase as it is compared with a text: its first eight bytes, or its last eight, at once.
  struct Form {
    std::uint64_t bytes = 0;
    std::uint64_t mask = 0;  ///< the bytes that count
    std::uint32_t phrase = 0;
    std::uint32_t size = 0;
  };
  /// The phrases under one code point: a range of `forms`.
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// Open addressing; at most half of the slots are used.
  struct Table {
    std::vector<Slot> slots{Slot()};
    std::vector<Form> forms;
    unsigned shift = 31;

    void fill(const std::vector<std::string>& phrases, const std::vector<std::uint32_t>& keys);
    [[nodiscard]] const Slot& find(std::uint32_t key) const {
      const std::size_t mask = slots.size() - 1;
      for (std::size_t at = (key * TextHead::kSpread) >> shift;; ++at) {
        const Slot& slot = slots[at & mask];
        if (slot.key == key || slot.key == 0) return slot;
      }
    }
  };

  static constexpr std::size_t kHead = TextHead::kSize;

  /// The last bytes of `text`, zeros before its beginning.
  [[nodiscard]] static std::uint64_t tail_of(std::string_view text) {
    if (text.size() >= kHead) return TextHead(text.substr(text.size() - kHead)).bytes();
    return text.empty() ? 0 : TextHead(text).bytes() << 8 * (kHead - text.size());
  }

  [[nodiscard]] static std::uint32_t last_key(std::string_view text, std::uint64_t tail);
  /// Calls `visit(index, place)` for what stands at each character before `limit`, until it says
  /// true.
  template <typename Visit>
  bool walk(std::string_view text, std::size_t from, std::size_t limit, Visit visit) const {
    if (first_.forms.empty()) return false;
    for (std::size_t at = from; at < limit;) {
      const TextHead head(text, at);
      if (beginnings_.may_begin(head) && stands_at(text, at, head, visit)) return true;
      at += head.step();
    }
    return false;
  }

  template <typename Visit>
  bool stands_at(std::string_view text, std::size_t at, TextHead head, Visit& visit) const {
    const Slot& slot = first_.find(head.key());
    for (std::uint32_t i = slot.begin; i < slot.end; ++i) {
      const Form& form = first_.forms[i];
      if ((head.bytes() & form.mask) == form.bytes && begins(text.substr(at), form) &&
          visit(form.phrase, at))
        return true;
    }
    return false;
  }

  /// Calls `visit(index)` for what ends `text`, until it says true.
  template <typename Visit>
  bool any_at_end(std::string_view text, Visit visit) const {
    const std::uint64_t tail = tail_of(text);
    const Slot& slot = last_.find(last_key(text, tail));
    for (std::uint32_t i = slot.begin; i < slot.end; ++i) {
      const Form& form = last_.forms[i];
      if ((tail & form.mask) == form.bytes &&
          (form.size <= kHead || text.ends_with(phrases_[form.phrase])) && visit(form.phrase))
        return true;
    }
    return false;
  }

  /// Does `text`, which begins with the first bytes of `form`, go on like it?
  [[nodiscard]] bool begins(std::string_view text, const Form& form) const {
    return form.size <= kHead || text.starts_with(phrases_[form.phrase]);
  }

  std::vector<std::string> phrases_;
  Beginnings beginnings_;
  Table first_;
  Table last_;
};

}  // namespace samgak
