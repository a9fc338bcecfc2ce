// Single words by which page furniture gives itself away, as data.
#pragma once

#include <span>
#include <string_view>

namespace samgak {

/// Words of which widget lines consist.
[[nodiscard]] bool is_widget_word(std::string_view word);
/// Names of newspaper sections.
[[nodiscard]] bool is_section_word(std::string_view word);
/// «기자», «특파원» …: what stands after the name of who wrote or photographed.
[[nodiscard]] bool is_reporter_word(std::string_view word);
/// Endings of outlets' names: «뉴스», «일보» …
[[nodiscard]] std::span<const std::string_view> outlet_endings();
/// What opens a photo credit: «사진=», «자료사진» …
[[nodiscard]] std::span<const std::string_view> credit_marks();

}  // namespace samgak
