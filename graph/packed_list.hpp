// Lists that a frozen graph hands out: read from its arena while one walks them, nothing is copied.
#pragma once

#include <cstddef>
#include <iterator>
#include <vector>

#include "graph/detail/packed.hpp"
#include "graph/entity.hpp"

namespace samgak {

/// A key and a value: an attribute that a node has, or a value that disagrees with it.
struct AttributeView {
  std::string_view key;
  std::string_view value;
};

/// A place in a source file (see `Place`); the views of this file live as long as the graph.
struct PlaceView {
  std::string_view document;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const PlaceView&, const PlaceView&) = default;
};

struct MentionView {
  PlaceView place;
  std::string_view surface;
  std::string_view reason;
};

struct ClaimView {
  PlaceView place;
  std::string_view key;
  std::string_view value;
};

struct EvidenceView {
  PlaceView place;
  std::string_view quote;
  std::string_view rule;
  std::string_view bindings;
  Status status = Status::held;
  /// In steps of 1/10,000: 9300 is 0.93.
  std::uint32_t confidence = 0;
};

/// A forward range of `Item`s; `Reader::read(at, symbols, item)` decodes one and moves `at` behind
/// it. Items are decoded where they stay: a copy of fields that were written a moment ago, in wider
/// moves than they were written in, waits until they have left the store buffer.
template <typename Item, typename Reader>
class PackedList {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = const Item*;
    using reference = const Item&;

    Iterator() = default;
    Iterator(const char* at, std::uint32_t left, const detail::Symbols* symbols)
        : at_(at), left_(left), symbols_(symbols) {
      if (left_ != 0) Reader::read(at_, *symbols_, item_);
    }
    const Item& operator*() const { return item_; }
    const Item* operator->() const { return &item_; }
    Iterator& operator++() {
      if (--left_ != 0) Reader::read(at_, *symbols_, item_);
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.left_ == b.left_; }

   private:
    const char* at_ = nullptr;
    std::uint32_t left_ = 0;
    const detail::Symbols* symbols_ = nullptr;
    Item item_{};
  };

  PackedList() = default;
  PackedList(const char* data, std::uint32_t count, const detail::Symbols* symbols)
      : data_(data), count_(count), symbols_(symbols) {}

  [[nodiscard]] Iterator begin() const { return {data_, count_, symbols_}; }
  [[nodiscard]] Iterator end() const { return {}; }
  [[nodiscard]] std::uint32_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  /// Makes `items` what the list holds, for who walks it more than once.
  void read_into(std::vector<Item>& items) const {
    items.resize(count_);
    const char* at = data_;
    for (Item& item : items) Reader::read(at, *symbols_, item);
  }

 private:
  const char* data_ = nullptr;
  std::uint32_t count_ = 0;
  const detail::Symbols* symbols_ = nullptr;
};

namespace detail {

struct TextReader {
  static void read(const char*& at, const Symbols&, std::string_view& text) { text = get_text(at); }
};

struct SymbolReader {
  static void read(const char*& at, const Symbols& symbols, std::string_view& text) {
    text = symbols[get_number(at)];
  }
};

struct AttributeReader {
  static void read(const char*& at, const Symbols& symbols, AttributeView& attribute) {
    attribute.key = symbols[get_number(at)];
    attribute.value = symbols[get_number(at)];
  }
};

inline void read_place(const char*& at, const Symbols& symbols, PlaceView& place) {
  place.document = symbols[get_number(at)];
  place.begin = get_number(at);
  place.end = place.begin + get_number(at);
}

struct MentionReader {
  static void read(const char*& at, const Symbols& symbols, MentionView& mention) {
    read_place(at, symbols, mention.place);
    mention.reason = symbols[get_number(at)];
    mention.surface = symbols[get_number(at)];
  }
};

struct ClaimReader {
  static void read(const char*& at, const Symbols& symbols, ClaimView& claim) {
    read_place(at, symbols, claim.place);
    claim.key = symbols[get_number(at)];
    claim.value = symbols[get_number(at)];
  }
};

struct EvidenceReader {
  static void read(const char*& at, const Symbols& symbols, EvidenceView& evidence) {
    read_place(at, symbols, evidence.place);
    evidence.rule = symbols[get_number(at)];
    const std::uint32_t grade = get_number(at);
    evidence.status = static_cast<Status>(grade_status(grade));
    evidence.confidence = grade_confidence(grade);
    evidence.quote = get_shared_text(at);
    evidence.bindings = get_shared_text(at);
  }
};

}  // namespace detail

using TextList = PackedList<std::string_view, detail::TextReader>;
using SymbolList = PackedList<std::string_view, detail::SymbolReader>;
using AttributeList = PackedList<AttributeView, detail::AttributeReader>;
using MentionList = PackedList<MentionView, detail::MentionReader>;
using ClaimList = PackedList<ClaimView, detail::ClaimReader>;
using EvidenceList = PackedList<EvidenceView, detail::EvidenceReader>;

/// Calls `visit(document)` once for each document of a list of mentions, claims or evidence, in
/// order of names.
template <typename List, typename Visit>
void for_each_document(const List& list, Visit visit) {
  // The lists lie sorted by place, so the places of one document stand side by side.
  std::string_view last;
  bool first = true;
  for (const auto& item : list) {
    if (first || item.place.document != last) visit(item.place.document);
    last = item.place.document;
    first = false;
  }
}

}  // namespace samgak
