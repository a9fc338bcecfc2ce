#include "cli/document_run.hpp"

#include <fmt/format.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <iostream>
#include <set>
#include <system_error>
#include <thread>

#include "cli/standard_input.hpp"
#include "cli/stop_signal.hpp"

namespace samgak {

namespace {

/// Threads take whole files as long as there are any. When there is none that may be begun, a
/// reader shares its documents (a JSON Lines file has many) with the threads that have nothing left
/// to do; when they do not keep up, the reader does the work itself. So nobody ever waits for room
/// in the queue. Who would run too far ahead of the slowest file waits with nothing in its hands,
/// so the slowest one always goes on.
class DocumentRun {
 public:
  DocumentRun(const std::vector<SourceFile>& files, unsigned threads, const DocumentWork& work,
              const FileRead& file_read, Progress& progress)
      : files_(files),
        threads_(threads),
        work_(work),
        file_read_(file_read),
        progress_(progress),
        diagnostics_(files.size()) {}

  std::vector<Diagnostic> run() {
    std::vector<std::thread> helpers;
    for (unsigned i = 1; i < threads_; ++i) helpers.emplace_back([this] { serve(); });
    serve();
    for (std::thread& helper : helpers) helper.join();
    if (failure_) std::rethrow_exception(failure_);
    std::vector<Diagnostic> all;
    for (std::vector<Diagnostic>& of_file : diagnostics_) {
      std::move(of_file.begin(), of_file.end(), std::back_inserter(all));
    }
    return all;
  }

 private:
  /// Files between the first that is not read to its end and the last that may be begun.
  static constexpr std::size_t kFarthestAhead = 64;

  struct Waiting {
    Document document;
    DocumentPosition position;
  };

  void serve() {
    try {
      while (step()) {
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      failed_.store(true, std::memory_order_relaxed);
      changed_.notify_all();
    }
  }

  /// Does one piece of work; false when there is none left and none to come.
  bool step() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
      return failed_.load(std::memory_order_relaxed) || !queue_.empty() || may_begin_file() ||
             (next_file_ == files_.size() && reading_.empty());
    });
    if (failed_.load(std::memory_order_relaxed)) return false;
    if (!queue_.empty()) {
      Waiting waiting = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      process(waiting.document, waiting.position);
      return true;
    }
    if (next_file_ == files_.size()) return false;
    const std::size_t file = next_file_++;
    reading_.insert(file);
    lock.unlock();
    try {
      read(file);
    } catch (...) {
      done_reading(file);
      throw;
    }
    done_reading(file);
    return true;
  }

  [[nodiscard]] bool may_begin_file() const {
    return next_file_ < files_.size() &&
           (!file_read_ || reading_.empty() || next_file_ < *reading_.begin() + kFarthestAhead);
  }

  void done_reading(std::size_t file) {
    const std::lock_guard lock(mutex_);
    reading_.erase(file);
    changed_.notify_all();
  }

  void read(std::size_t file) {
    std::size_t ordinal = 0;
    std::uint64_t counted = 0;
    read_source(
        files_[file], standard_input(),
        [&](Document document) {
          if (failed_.load(std::memory_order_relaxed)) throw Stopped();
          counted += document.text().size();
          const DocumentPosition position{file, ordinal++};
          if (!share(document, position)) process(document, position);
        },
        diagnostics_[file]);
    std::error_code no_size;
    const std::uintmax_t size = std::filesystem::file_size(files_[file].path, no_size);
    progress_.file(no_size ? counted : size, counted);
    if (file_read_) file_read_(file, ordinal);
  }

  bool share(Document& document, DocumentPosition position) {
    if (threads_ == 1) return false;
    const std::lock_guard lock(mutex_);
    if (may_begin_file() || queue_.size() >= 2 * static_cast<std::size_t>(threads_)) return false;
    queue_.push_back({std::move(document), position});
    changed_.notify_one();
    return true;
  }

  void process(const Document& document, DocumentPosition position) {
    throw_if_stopped();
    work_(document, position);
    progress_.document(document.text().size());
  }

  const std::vector<SourceFile>& files_;
  const unsigned threads_;
  const DocumentWork& work_;
  const FileRead& file_read_;
  Progress& progress_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> queue_;
  std::size_t next_file_ = 0;
  std::set<std::size_t> reading_;  ///< files that are being read
  std::exception_ptr failure_;
  std::atomic<bool> failed_{false};
  std::vector<std::vector<Diagnostic>>
      diagnostics_;  ///< each touched only by the thread that reads that file
};

}  // namespace

std::vector<Diagnostic> process_documents(const std::vector<SourceFile>& files, unsigned threads,
                                          const DocumentWork& work, const FileRead& file_read,
                                          Progress& progress) {
  std::vector<Diagnostic> diagnostics =
      DocumentRun(files, std::max(1u, threads), work, file_read, progress).run();
  throw_if_stopped();
  return diagnostics;
}

std::vector<Diagnostic> process_documents(const std::vector<SourceFile>& files, unsigned threads,
                                          const DocumentWork& work, Progress& progress) {
  return process_documents(files, threads, work, FileRead(), progress);
}

Diagnostic repeated_name(const std::string& name, const std::string& file) {
  return {Severity::error, "repeated-name", name,
          fmt::format(
              "skipped: {} holds another document of this name; give each a name or id of its own",
              file)};
}

}  // namespace samgak
