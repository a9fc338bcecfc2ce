// Documents from many files through one function, on several threads, with results that do not
// depend on them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/progress.hpp"
#include "readers/document_source.hpp"

namespace samgak {

/// Where a document stands in the input: number of its file in order of names, number in the file.
struct DocumentPosition {
  std::size_t file = 0;
  std::size_t ordinal = 0;

  friend auto operator<=>(const DocumentPosition&, const DocumentPosition&) = default;
};

/// Called by several threads at once, each time with another document.
using DocumentWork = std::function<void(const Document&, DocumentPosition)>;

/// Reads `files` and hands each document to `work`, on `threads` threads (at least 1; the caller's
/// is one of them). Documents that wait for a thread are bounded in number, so memory does not grow
/// with the corpus. Returns what the readers had to say, file by file. An exception of `work` ends
/// the run and comes out of this call.
[[nodiscard]] std::vector<Diagnostic> process_documents(const std::vector<SourceFile>& files,
                                                        unsigned threads, const DocumentWork& work,
                                                        Progress& progress);

/// A document under the name of another one is skipped: evidence would not tell them apart.
[[nodiscard]] Diagnostic repeated_name(const std::string& name, const std::string& file);

/// Gathers results by any thread; hands them out by the names of their documents.
template <typename Result>
class ResultsByName {
 public:
  void add(std::string name, DocumentPosition position, Result result) {
    const std::lock_guard lock(mutex_);
    rows_.push_back({std::move(name), position, std::move(result)});
  }

  /// In byte order of names. Of several documents of one name the first of the input is kept; the
  /// others are told to `diagnostics`.
  [[nodiscard]] std::vector<Result> take(const std::vector<SourceFile>& files,
                                         std::vector<Diagnostic>& diagnostics) {
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return std::tie(a.name, a.position) < std::tie(b.name, b.position);
    });
    std::vector<Result> out;
    out.reserve(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i > 0 && rows_[i].name == rows_[i - 1].name) {
        diagnostics.push_back(
            repeated_name(rows_[i].name, files[rows_[i].position.file].path.string()));
      } else {
        out.push_back(std::move(rows_[i].result));
      }
    }
    rows_.clear();
    return out;
  }

 private:
  struct Row {
    std::string name;
    DocumentPosition position;
    Result result;
  };
  std::mutex mutex_;
  std::vector<Row> rows_;
};

}  // namespace samgak
