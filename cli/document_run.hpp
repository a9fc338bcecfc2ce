// Documents from many files through one function, on several threads, with results that do not
// depend on them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <unordered_set>
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

/// Told by the thread that has read file number `file` that `count` documents came out of it, of
/// which some may still be at work.
using FileRead = std::function<void(std::size_t file, std::size_t count)>;

/// The same, for whoever hands results on in the order of the input: no file is begun that stands
/// more than a few dozen behind the first one that is not read to its end.
[[nodiscard]] std::vector<Diagnostic> process_documents(const std::vector<SourceFile>& files,
                                                        unsigned threads, const DocumentWork& work,
                                                        const FileRead& file_read,
                                                        Progress& progress);

/// A document under the name of another one is skipped: evidence would not tell them apart.
[[nodiscard]] Diagnostic repeated_name(const std::string& name, const std::string& file);

/// Takes results by any thread in any order and hands them on in the order of the input, one at a
/// time, as soon as all before them have come: what waits here is a few files' results, whatever
/// the size of the corpus. Of several documents of one name only the first is handed on.
template <typename Result>
class ResultsInOrder {
 public:
  using Sink = std::function<void(Result)>;
  ResultsInOrder(const std::vector<SourceFile>& files, Sink sink)
      : files_(files), sink_(std::move(sink)) {}

  void add(std::string name, DocumentPosition position, Result result) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(position, Row{std::move(name), std::move(result)});
    hand_on();
  }
  /// All documents of the file were told apart: there are `count` of them.
  void file_read(std::size_t file, std::size_t count) {
    const std::lock_guard lock(mutex_);
    counts_.emplace(file, count);
    hand_on();
  }
  /// How many were handed on.
  [[nodiscard]] std::uint64_t size() const { return names_.size(); }
  [[nodiscard]] const std::unordered_set<std::string>& names() const { return names_; }
  /// What there is to say about repeated names, in order of names.
  [[nodiscard]] std::vector<Diagnostic> take_diagnostics() {
    std::stable_sort(repeated_.begin(), repeated_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.source < b.source; });
    return std::move(repeated_);
  }

 private:
  struct Row {
    std::string name;
    Result result;
  };

  void hand_on() {
    for (;;) {
      if (const auto row = waiting_.find(next_); row != waiting_.end()) {
        ++next_.ordinal;
        deliver(std::move(row->second));
        waiting_.erase(row);
      } else if (const auto count = counts_.find(next_.file);
                 count != counts_.end() && count->second == next_.ordinal) {
        counts_.erase(count);
        next_ = {next_.file + 1, 0};
      } else {
        return;
      }
    }
  }

  void deliver(Row row) {
    if (names_.insert(row.name).second) {
      sink_(std::move(row.result));
    } else {
      repeated_.push_back(repeated_name(row.name, files_[next_.file].path));
    }
  }

  const std::vector<SourceFile>& files_;
  Sink sink_;
  std::mutex mutex_;
  DocumentPosition next_;
  std::map<DocumentPosition, Row> waiting_;
  std::map<std::size_t, std::size_t> counts_;
  std::unordered_set<std::string> names_;
  std::vector<Diagnostic> repeated_;
};

}  // namespace samgak
