// Documents from many files through one function, on several threads, with results that do not
// depend on them.
#pragma once

#include <algorithm>
#include <condition_variable>
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
/// the size of the corpus. Whoever brings the next result hands on what there is, while the others
/// go on with their work; only when very much waits do they wait too. Of several documents of one
/// name only the first is handed on.
template <typename Result>
class ResultsInOrder {
 public:
  using Sink = std::function<void(Result)>;
  ResultsInOrder(const std::vector<SourceFile>& files, Sink sink)
      : files_(files), sink_(std::move(sink)) {}

  void add(std::string name, DocumentPosition position, Result result) {
    std::unique_lock lock(mutex_);
    fewer_.wait(lock, [this] { return !handing_on_ || failed_ || waiting_.size() < kMostWaiting; });
    waiting_.emplace(position, Row{std::move(name), std::move(result)});
    hand_on(lock);
  }
  /// All documents of the file were told apart: there are `count` of them.
  void file_read(std::size_t file, std::size_t count) {
    std::unique_lock lock(mutex_);
    counts_.emplace(file, count);
    hand_on(lock);
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
  /// Results that wait although somebody hands on: then merging is what holds all up.
  static constexpr std::size_t kMostWaiting = 256;

  /// Holds the lock but while a result is handed on. After an exception nobody hands on any more,
  /// and nobody waits.
  void hand_on(std::unique_lock<std::mutex>& lock) {
    if (handing_on_) return;
    handing_on_ = true;
    try {
      while (step(lock)) {
      }
    } catch (...) {
      lock.lock();
      failed_ = true;
      fewer_.notify_all();
      throw;
    }
    handing_on_ = false;
    fewer_.notify_all();
  }

  /// Hands on the next result or goes to the next file; false when the next one has not come yet.
  /// Throws without the lock.

  bool step(std::unique_lock<std::mutex>& lock) {
    if (const auto row = waiting_.find(next_); row != waiting_.end()) {
      Row first = std::move(row->second);
      waiting_.erase(row);
      const std::size_t file = next_.file;
      ++next_.ordinal;
      lock.unlock();
      fewer_.notify_all();
      deliver(std::move(first), file);
      lock.lock();
      return true;
    }
    const auto count = counts_.find(next_.file);
    if (count == counts_.end() || count->second != next_.ordinal) return false;
    counts_.erase(count);
    next_ = {next_.file + 1, 0};
    return true;
  }

  void deliver(Row row, std::size_t file) {
    if (names_.insert(row.name).second) {
      sink_(std::move(row.result));
    } else {
      repeated_.push_back(repeated_name(row.name, files_[file].path));
    }
  }

  const std::vector<SourceFile>& files_;
  Sink sink_;
  std::mutex mutex_;
  std::condition_variable fewer_;  ///< results wait than before, or nobody hands on
  bool handing_on_ = false;
  bool failed_ = false;
  DocumentPosition next_;
  std::map<DocumentPosition, Row> waiting_;
  std::map<std::size_t, std::size_t> counts_;
  std::unordered_set<std::string> names_;
  std::vector<Diagnostic> repeated_;
};

}  // namespace samgak
