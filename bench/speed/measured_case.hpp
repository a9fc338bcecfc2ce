// Work whose machine instructions are counted (bench/speed/instructions.sh).
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace samgak {

/// `prepare` makes what the work needs, outside the count, and gives the work, which runs once. The
/// name is a row of instructions.tsv: letters, digits, `/`, `-`.
struct MeasuredCase {
  std::string name;
  std::function<std::function<void()>()> prepare;
};

/// Building, freezing, loading and every format, on a generated graph of 1,000 nodes and 5,000
/// edges.
[[nodiscard]] std::vector<MeasuredCase> graph_cases();

/// Names and phrases found in text, documents read, on texts of invented words: nothing that
/// changes with the ontology.
[[nodiscard]] std::vector<MeasuredCase> text_cases();

}  // namespace samgak
