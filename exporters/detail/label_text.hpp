// Names made short enough for a diagram.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace samgak::detail {

/// The first `bytes` bytes of `text`, cut between code points, with «…» behind them when something
/// was cut off; `cuts` counts that.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes, std::uint64_t& cuts);

/// The same without the «…»: a part of `text` itself.
[[nodiscard]] std::string_view beginning(std::string_view text, std::size_t bytes);

/// How wide a text is: Hangul and Han count two.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// `text` with line feeds in place of some of its spaces, so that lines are at most `columns` wide
/// where words allow (Hangul and Han count two), and about equal. Words are never split.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns);

}  // namespace samgak::detail
