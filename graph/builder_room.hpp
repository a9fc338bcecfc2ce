// How much memory a graph may take while it is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace samgak {

/// What a `GraphBuilder` gathers beyond this waits on the disk, in files without a name.
struct BuilderRoom {
  std::filesystem::path folder;   ///< for the files; empty: where the system keeps temporary ones
  std::uint32_t rows = 1u << 20;  ///< of each kind: mentions, pieces of evidence, …
  std::size_t text_bytes = std::size_t{192} << 20;  ///< quotes, and what rules bound
};

}  // namespace samgak
