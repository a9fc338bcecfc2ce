#include "readers/document_source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "readers/json_lines_reader.hpp"
#include "readers/limits.hpp"
#include "readers/registry.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 1u << 20;
constexpr std::size_t kSmallChunk = 4096;

void remark(std::vector<Diagnostic>& diagnostics, Severity severity, std::string_view code,
            std::string_view source, std::string message) {
  diagnostics.push_back({severity, std::string(code), std::string(source), std::move(message)});
}

bool hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

/// A folder that is still to be entered.
struct Folder {
  fs::path path;
  std::string name;  ///< what the names of files in it begin with
};

// No recursion, however deep the tree.
void list_folder(const fs::path& root, SourceList& list) {
  std::vector<Folder> todo{{root, ""}};
  while (!todo.empty()) {
    const Folder folder = std::move(todo.back());
    todo.pop_back();
    std::error_code error;
    fs::directory_iterator entry(folder.path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const fs::path& path = entry->path();
      if (hidden(path)) continue;
      const std::string name = folder.name + path.filename().string();
      std::error_code status_error;
      const fs::file_status status = entry->symlink_status(status_error);
      if (fs::is_directory(status)) {
        todo.push_back({path, name + "/"});
      } else if (fs::is_regular_file(status)) {
        list.files.push_back({path.string(), name});
      } else if (fs::is_symlink(status)) {
        remark(list.diagnostics, Severity::warning, "symlink", name,
               "skipped: symbolic links are not followed");
      } else {
        remark(list.diagnostics, Severity::warning, "not-regular", name,
               "skipped: not a regular file");
      }
    }
    if (error)
      remark(list.diagnostics, Severity::error, "unreadable", folder.path.string(),
             fmt::format("skipped: {}", error.message()));
  }
}

/// Closes a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

/// Gives bytes until none is left; `failed()` tells the end from an error.
class ByteStream {
 public:
  /// `expected` is how many bytes there seem to be: what is asked for is cleared first.
  ByteStream(int descriptor, std::istream* stream, std::uint64_t expected)
      : descriptor_(descriptor), stream_(stream), expected_(expected) {}

  /// Appends up to `kChunk` bytes; false when there are none.
  bool read(std::string& out) {
    const std::size_t before = out.size();
    const auto asked =
        static_cast<std::size_t>(std::clamp<std::uint64_t>(expected_ + 1, kSmallChunk, kChunk));
    out.resize(before + asked);
    std::size_t got = 0;
    if (stream_ != nullptr) {
      stream_->read(out.data() + before, static_cast<std::streamsize>(asked));
      got = static_cast<std::size_t>(stream_->gcount());
      failed_ = stream_->bad();
    } else {
      ssize_t count = 0;
      do {
        count = ::read(descriptor_, out.data() + before, asked);
      } while (count < 0 && errno == EINTR);
      failed_ = count < 0;
      got = count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    out.resize(before + got);
    if (stream_ == nullptr) expected_ -= std::min<std::uint64_t>(expected_, got);
    return got > 0;
  }

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  int descriptor_;
  std::istream* stream_;
  std::uint64_t expected_;
  bool failed_ = false;
};

// A line over the limit is dropped while it streams by; reading resumes after its line feed.
void stream_json_lines(ByteStream& stream, std::string buffer, const std::string& name,
                       const DocumentSink& sink, std::vector<Diagnostic>& diagnostics) {
  if (buffer.starts_with("\xEF\xBB\xBF")) buffer.erase(0, 3);
  std::size_t number = 1;
  std::size_t scanned = 0;
  bool dropping = false;
  bool more = true;
  while (more || !buffer.empty()) {
    std::size_t begin = 0;
    std::size_t feed = buffer.find('\n', scanned);
    for (; feed != std::string::npos; feed = buffer.find('\n', begin)) {
      if (!dropping)
        read_json_line(std::string_view(buffer).substr(begin, feed - begin), name, number, sink,
                       diagnostics);
      dropping = false;
      begin = feed + 1;
      ++number;
    }
    buffer.erase(0, begin);
    if (buffer.size() > kMaxJsonLineBytes && !dropping) {
      dropping = true;
      remark(diagnostics, Severity::error, "too-large", name,
             fmt::format("line {} skipped: it is longer than {} MiB", number,
                         kMaxJsonLineBytes >> 20));
    }
    if (dropping) buffer.clear();
    scanned = buffer.size();
    if (!more) break;
    more = stream.read(buffer);
    if (!more && !buffer.empty() && !dropping)
      read_json_line(buffer, name, number, sink, diagnostics);
    if (!more) break;
  }
}

void read_stream(ByteStream stream, const std::string& name, const DocumentSink& sink,
                 std::vector<Diagnostic>& diagnostics) {
  std::string bytes;
  stream.read(bytes);
  const Reader& reader = find_reader(name, bytes);
  if (reader.card().many_documents) {
    stream_json_lines(stream, std::move(bytes), name, sink, diagnostics);
  } else {
    while (bytes.size() <= kMaxDocumentBytes && stream.read(bytes)) {
    }
    if (!stream.failed()) reader.for_each_document(bytes, name, sink, diagnostics);
  }
  if (stream.failed()) {
    remark(diagnostics, Severity::error, "unreadable", name,
           fmt::format("skipped: {}", std::strerror(errno)));
  }
}

}  // namespace

SourceList list_sources(const std::vector<std::string>& paths) {
  SourceList list;
  for (const std::string& argument : paths) {
    if (argument == "-") {
      list.files.push_back({"-", "-"});
      continue;
    }
    std::error_code error;
    const fs::path path(argument);
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      list.missing_roots.push_back(argument);
      remark(list.diagnostics, Severity::error, "missing", argument,
             "there is no such file or folder");
    } else if (fs::is_directory(status)) {
      list_folder(path, list);
    } else {
      list.files.push_back({argument, path.filename().generic_string()});
    }
  }
  std::sort(list.files.begin(), list.files.end(), [](const SourceFile& a, const SourceFile& b) {
    return a.name != b.name ? a.name < b.name : a.path < b.path;
  });
  const auto same = [](const SourceFile& a, const SourceFile& b) {
    // Most neighbours differ in the last part already, and a normal path takes long to make.
    const auto last_part = [](std::string_view path) { return path.substr(path.rfind('/') + 1); };
    return last_part(a.path) == last_part(b.path) &&
           fs::path(a.path).lexically_normal() == fs::path(b.path).lexically_normal();
  };
  list.files.erase(std::unique(list.files.begin(), list.files.end(), same), list.files.end());
  std::sort(list.diagnostics.begin(), list.diagnostics.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return a.source < b.source; });
  return list;
}

void read_source(const SourceFile& file, std::istream& standard_input, const DocumentSink& sink,
                 std::vector<Diagnostic>& diagnostics) {
  if (file.path == "-")
    return read_stream(ByteStream(-1, &standard_input, kChunk), file.name, sink, diagnostics);
  // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
  const Descriptor descriptor(::open(file.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (descriptor.get() < 0 || ::fstat(descriptor.get(), &status) != 0) {
    return remark(diagnostics, Severity::error, "unreadable", file.name,
                  fmt::format("skipped: {}", std::strerror(errno)));
  }
  if (!S_ISREG(status.st_mode)) {
    return remark(diagnostics, Severity::error, "not-regular", file.name,
                  "skipped: not a regular file");
  }
  read_stream(ByteStream(descriptor.get(), nullptr, static_cast<std::uint64_t>(status.st_size)),
              file.name, sink, diagnostics);
}

}  // namespace samgak
