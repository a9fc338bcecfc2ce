#include "cli/output_set.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <system_error>
#include <utility>

#include "cli/fd_sink.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kHiddenEnd = ".part";

[[noreturn]] void fail(const fs::path& path, std::string_view what, int error) {
  throw WriteError(
      fmt::format("{}: {}: {}", path.string(), what, std::generic_category().message(error)));
}

fs::path folder_of(const fs::path& path) {
  const fs::path parent = path.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

/// The name survives the loss of power only when the folder, too, is on the disk.
void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) fail(folder, "cannot be opened", errno);
  const int error = fsync(fd) == 0 ? 0 : errno;
  close(fd);
  // Some file systems offer no fsync of folders; then there is nothing more to do.
  if (error != 0 && error != EINVAL && error != ENOTSUP)
    fail(folder, "cannot be written to the disk", error);
}

}  // namespace

OutputSet::~OutputSet() {
  for (const Entry& entry : entries_) {
    if (entry.fd >= 0) close(entry.fd);
    if (!entry.hidden.empty()) unlink(entry.hidden.c_str());
  }
}

void create_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error || !fs::is_directory(folder)) {
    throw WriteError(fmt::format("{}: the folder cannot be made: {}", folder.string(),
                                 error ? error.message() : "something else has that name"));
  }
}

std::unique_ptr<Sink> OutputSet::open(const fs::path& target) {
  Entry entry;
  std::error_code ignored;
  entry.target = fs::is_symlink(target, ignored) && fs::exists(target, ignored)
                     ? fs::canonical(target)
                     : target;
  const fs::file_status status = fs::status(entry.target, ignored);
  if (fs::is_directory(status)) fail(target, "cannot be written", EISDIR);

  if (fs::exists(status) && !fs::is_regular_file(status)) {
    entry.fd = ::open(entry.target.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    const std::string name = entry.target.filename().string();
    entry.hidden = folder_of(entry.target) / fmt::format(".{}.{}{}", name, getpid(), kHiddenEnd);
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    entry.fd = ::open(entry.hidden.c_str(), flags, 0666);
    if (entry.fd < 0 && errno == EEXIST) {
      // Left by a process of the same number that was killed.
      unlink(entry.hidden.c_str());
      entry.fd = ::open(entry.hidden.c_str(), flags, 0666);
    }
  }
  if (entry.fd < 0) {
    const int error = errno;
    fail(target, "cannot be written", error);
  }
  entries_.push_back(std::move(entry));
  return std::make_unique<FdSink>(entries_.back().fd, target.string());
}

void OutputSet::commit() {
  for (Entry& entry : entries_) {
    struct stat status {};
    const bool synced = fsync(entry.fd) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int sync_error = errno;
    if (fstat(entry.fd, &status) == 0) entry.bytes = static_cast<std::uint64_t>(status.st_size);
    const int closed = close(std::exchange(entry.fd, -1));
    if (!synced) fail(entry.target, "cannot be written to the disk", sync_error);
    if (closed != 0) fail(entry.target, "cannot be written", errno);
  }
  std::set<fs::path> folders;
  for (Entry& entry : entries_) {
    if (entry.hidden.empty()) continue;
    if (rename(entry.hidden.c_str(), entry.target.c_str()) != 0)
      fail(entry.target, "cannot be put in place", errno);
    entry.hidden.clear();
    folders.insert(folder_of(entry.target));
  }
  for (const fs::path& folder : folders) sync_folder(folder);
}

std::vector<OutputSet::File> OutputSet::files() const {
  std::vector<File> out;
  for (const Entry& entry : entries_) out.push_back({entry.target, entry.bytes});
  return out;
}

void OutputSet::remove_leftovers(const fs::path& folder, const std::string& stem) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(fmt::format(".{}.", stem)) && name.ends_with(kHiddenEnd) &&
        entry.is_regular_file(ignored)) {
      fs::remove(entry.path(), ignored);
    }
  }
}

}  // namespace samgak
