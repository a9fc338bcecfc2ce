// Input files from the paths a user gives.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "readers/reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

/// One input file, not yet opened.
struct SourceFile {
  std::string path;  ///< `-` for standard input
  /// The path below the folder that was given; the file name for a plain file argument.
  std::string name;
};

struct SourceList {
  std::vector<SourceFile> files;  ///< sorted by name, bytewise; equal paths once
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> missing_roots;  ///< arguments that do not exist or cannot be entered
};

/// Files of `paths`: a file itself, a folder with all below it, `-` for standard input. Hidden
/// files are left out, symbolic links below a folder are not followed, what is no regular file is
/// skipped; each skip is reported.
[[nodiscard]] SourceList list_sources(const std::vector<std::string>& paths);

/// Opens the file and reads its documents, in order. JSON Lines stream line by line, so the file
/// may be larger than memory; every other file is read in one go, up to `kMaxDocumentBytes`. What
/// cannot be read is reported, never thrown. `standard_input` is used for `-`.
void read_source(const SourceFile& file, std::istream& standard_input, const DocumentSink& sink,
                 std::vector<Diagnostic>& diagnostics);

}  // namespace samgak
