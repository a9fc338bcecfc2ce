// The words that Korean dates without digits are made of.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "ontology/phrase_set.hpp"

namespace samgak::date_words {

/// A word, and by how many days, weeks, months or years it shifts what it leans on.
using Shift = std::pair<std::string_view, int>;

inline constexpr std::array<Shift, 11> kOfTold{{{"이날", 0},
                                                {"같은 날", 0},
                                                {"같은날", 0},
                                                {"그날", 0},
                                                {"전날", -1},
                                                {"하루 전", -1},
                                                {"이튿날", 1},
                                                {"다음 날", 1},
                                                {"다음날", 1},
                                                {"익일", 1},
                                                {"하루 뒤", 1}}};
inline constexpr std::array<Shift, 5> kOfEvent{
    {{"첫날", 0}, {"첫째 날", 0}, {"둘째 날", 1}, {"이틀째", 1}, {"셋째 날", 2}}};
inline constexpr std::array<Shift, 5> kOfPublication{
    {{"오늘", 0}, {"금일", 0}, {"어제", -1}, {"내일", 1}, {"모레", 2}}};
inline constexpr std::array<Shift, 6> kWeeks{{{"지난주", -1},
                                              {"지난 주", -1},
                                              {"이번 주", 0},
                                              {"이번주", 0},
                                              {"다음 주", 1},
                                              {"다음주", 1}}};
inline constexpr std::array<Shift, 14> kYears{{{"재작년", -2},
                                               {"지지난해", -2},
                                               {"지난해", -1},
                                               {"지난 해", -1},
                                               {"작년", -1},
                                               {"전년도", -1},
                                               {"올해", 0},
                                               {"금년", 0},
                                               {"올 ", 0},
                                               {"올", 0},
                                               {"내년", 1},
                                               {"내후년", 2},
                                               {"연내", 0},
                                               {"연말", 0}}};
inline constexpr std::array<Shift, 10> kMonths{{{"지난달", -1},
                                                {"지난 달", -1},
                                                {"이달", 0},
                                                {"이 달", 0},
                                                {"이번 달", 0},
                                                {"이번달", 0},
                                                {"금월", 0},
                                                {"다음 달", 1},
                                                {"다음달", 1},
                                                {"내달", 1}}};
inline constexpr std::array<std::string_view, 20> kParts{
    "상반기", "하반기", "1분기", "2분기", "3분기", "4분기", "연초", "연말", "초순", "중순",
    "하순",   "봄",     "여름",  "가을",  "겨울",  "중반",  "초",   "말",   "중",   "내"};
inline constexpr std::string_view kLast = "지난 ";
inline constexpr std::array<std::string_view, 2> kNext{"오는 ", "돌아오는 "};

/// Does a part of a year say a date without anything before it («하반기부터», «3분기»)? «초», «봄»
/// do not.
[[nodiscard]] bool says_a_date_alone(std::string_view part);

/// All words that such a date may begin with.
[[nodiscard]] const PhraseSet& openings();

}  // namespace samgak::date_words
