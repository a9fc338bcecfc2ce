// Objects of N-Quads written out to be sorted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/sink.hpp"

namespace samgak::detail {

/// The strings are used again and again: they seldom need new memory.
class RenderedObjects {
 public:
  RenderedObjects() : sink_(scratch_) {}

  std::string& add();
  /// A literal and what stands behind its quotation mark.
  void add_literal(std::string_view text, std::string_view suffix);
  /// A literal of the type of XML Schema that the date has, if any.
  void add_date(std::string_view value);

  void clear() { used_ = 0; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(used_); }
  /// Sorts the objects from `first` on and drops repetitions.
  void sort_from(std::uint32_t first);
  [[nodiscard]] const std::string& operator[](std::uint32_t i) const { return texts_[i]; }

 private:
  std::vector<std::string> texts_;
  std::size_t used_ = 0;
  std::string scratch_;
  StringSink sink_;
};

}  // namespace samgak::detail
