// What stands at the ends of a line and is no part of what it says: datelines, photo credits,
// addresses.
#pragma once

#include <cstddef>
#include <string_view>

namespace samgak {

/// Does the line begin with a short label and a colon?
[[nodiscard]] bool is_label_line(std::string_view line);

/// Bytes of the dateline that opens the line, 0 without one: «[서울=아무통신] 김아무 기자 =»,
/// «(워싱턴=아무통신) 김아무 특파원 =», «[아무경제 김아무 기자]», «SEOUL, June 26 (Outlet) -- ».
[[nodiscard]] std::size_t dateline_length(std::string_view line);

/// Where the photo credit begins, npos without one.
[[nodiscard]] std::size_t credit_begin(std::string_view line);

/// Bytes of «(사진 1)», «[사진]» at the front, 0 without one.
[[nodiscard]] std::size_t caption_label_length(std::string_view line);

/// Does the line say who stands where in a photo?
[[nodiscard]] bool names_positions(std::string_view line);

/// Where the reporter's name and address at the end begin, npos without them.
[[nodiscard]] std::size_t reporter_tail_begin(std::string_view line);

}  // namespace samgak
