// Lines about documents that come in any order and are written in the order of names.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "cli/document_run.hpp"
#include "exporters/sink.hpp"
#include "text/scratch_file.hpp"

namespace samgak {

/// Takes lines from any thread. Only their names stay in memory: the lines of a large corpus wait
/// in a file.
class LinesByName {
 public:
  void add(std::string name, DocumentPosition position, const std::string& line);

  /// No more lines will come. Puts them in byte order of names; of several documents of one name
  /// the first of the input is kept, the others are told to `diagnostics`.
  void settle(const std::vector<SourceFile>& files, std::vector<Diagnostic>& diagnostics);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  void write(Sink& sink) const;

 private:
  struct Row {
    std::string name;
    DocumentPosition position;
    std::uint64_t at = 0;
    std::size_t size = 0;
  };
  std::mutex mutex_;
  std::vector<Row> rows_;
  ScratchFile file_;
  std::uint64_t in_file_ = 0;  ///< bytes in `file_`; those after them are in `rest_`
  std::string rest_;
};

}  // namespace samgak
