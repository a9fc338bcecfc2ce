// A regular expression of `sh:pattern` (ICU), whose syntax is that of XPath as far as shapes use
// it.
#pragma once

#include <memory>
#include <string_view>

namespace samgak::shacl {

class TextPattern {
 public:
  /// `flags` of XPath: i, s, m, x. Throws `LoadError` for an expression that is none.
  TextPattern(std::string_view expression, std::string_view flags);
  ~TextPattern();
  TextPattern(TextPattern&&) noexcept;
  TextPattern& operator=(TextPattern&&) noexcept;

  /// Does any part of `text` match? Throws `LoadError` when the expression would need unreasonably
  /// long. Not thread-safe.
  [[nodiscard]] bool found_in(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace samgak::shacl
