// Reads Samgak's own JSON Lines back (docs/formats/jsonl.md).
#pragma once

#include <iosfwd>
#include <string_view>

#include "graph/graph_builder.hpp"

namespace samgak {

/// Adds what the lines of `in` say to `builder`, which may hold other things already. `name` stands
/// in messages. Properties that Samgak does not write are passed over. Throws `LoadError`
/// (`name:line: …`) for what is no such file: text that is no JSON or no UTF-8, a line without its
/// id, lists of one element that differ in length, a statement without evidence.
void read_jsonl(std::istream& in, std::string_view name, GraphBuilder& builder);

/// The graph of one file.
[[nodiscard]] KnowledgeGraph read_graph(std::istream& in, std::string_view name);

}  // namespace samgak
