#include "cli/folder_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include "cli/exit_code.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

namespace {

/// The process number that the holder wrote, or nothing.
std::string holder(int fd) {
  std::array<char, 32> text{};
  const ssize_t size = pread(fd, text.data(), text.size(), 0);
  std::string number(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!number.empty() && number.back() == '\n') number.pop_back();
  return number.empty() ? number : fmt::format(" (process {})", number);
}

/// Is the locked file still the one that the path names? The former holder removes it before it
/// lets go.
bool still_there(int fd, const std::filesystem::path& path) {
  struct stat mine {};
  struct stat there {};
  return fstat(fd, &mine) == 0 && lstat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino &&
         mine.st_dev == there.st_dev;
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder) : path_(folder / ".samgak.lock") {
  for (;;) {
    fd_ = open(path_.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd_ < 0) {
      throw WriteError(fmt::format("{}: cannot be written: {}", path_.string(),
                                   std::generic_category().message(errno)));
    }
    if (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      const std::string by = holder(fd_);
      close(fd_);
      if (error != EWOULDBLOCK) {
        throw WriteError(fmt::format("{}: cannot be locked: {}", path_.string(),
                                     std::generic_category().message(error)));
      }
      throw LockedError(
          fmt::format("{}: another run{} writes there; wait for it or name another folder with -o",
                      folder.string(), by));
    }
    if (still_there(fd_, path_)) break;
    close(fd_);
  }
  const std::string number = fmt::format("{}\n", getpid());
  // The number is a courtesy to whoever comes second; the lock holds without it.
  if (ftruncate(fd_, 0) == 0) [[maybe_unused]]
    const ssize_t written = pwrite(fd_, number.data(), number.size(), 0);
}

FolderLock::~FolderLock() {
  unlink(path_.c_str());
  close(fd_);
}

}  // namespace samgak
