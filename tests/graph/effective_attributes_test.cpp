#include "graph/effective_attributes.hpp"

#include <gtest/gtest.h>

#include <map>

namespace samgak {
namespace {

struct Case {
  const char* name;
  std::map<std::string_view, std::uint32_t> claims;
  bool ranked;
  const char* value;
  std::vector<std::string_view> conflicts;
};

class EffectiveValueTest : public testing::TestWithParam<Case> {};

TEST_P(EffectiveValueTest, Holds) {
  std::vector<CountedValue> values;
  for (const auto& [value, count] : GetParam().claims) values.push_back({value, count});
  const EffectiveValue effective = effective_value(values, GetParam().ranked);
  EXPECT_EQ(effective.value, GetParam().value);
  EXPECT_EQ(effective.conflicts, GetParam().conflicts);
}

INSTANTIATE_TEST_SUITE_P(
    Table, EffectiveValueTest,
    testing::Values(
        Case{"nothing", {}, false, "", {}}, Case{"one", {{"2024", 1}}, false, "2024", {}},
        Case{"prefixes_agree",
             {{"2024", 3}, {"2024-06", 1}, {"2024-06-26", 1}},
             false,
             "2024-06-26",
             {}},
        Case{"most_claims",
             {{"2024-06-26", 1}, {"2024-06-27", 2}},
             false,
             "2024-06-27",
             {"2024-06-26"}},
        Case{"prefix_counts_for_both",
             {{"2024", 2}, {"2024-05", 1}, {"2025-01-01", 2}},
             false,
             "2024-05",
             {"2025-01-01"}},
        Case{"most_precise", {{"2024-06-26", 1}, {"2025", 1}}, false, "2024-06-26", {"2025"}},
        Case{"then_smallest",
             {{"2024-06-27", 1}, {"2024-06-26", 1}, {"2024-06-28", 1}},
             false,
             "2024-06-26",
             {"2024-06-27", "2024-06-28"}},
        Case{"late_winner_keeps_conflicts_sorted",
             {{"a", 1}, {"b", 2}, {"c", 3}},
             false,
             "c",
             {"a", "b"}},
        Case{"status_by_strength",
             {{"held", 1}, {"planned", 1}, {"proposed", 1}},
             true,
             "held",
             {"planned", "proposed"}},
        Case{"status_by_claims", {{"held", 1}, {"planned", 2}}, true, "planned", {"held"}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace samgak
