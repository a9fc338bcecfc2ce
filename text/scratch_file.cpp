#include "text/scratch_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "text/diagnostic.hpp"

namespace samgak {

namespace fs = std::filesystem;

ScratchFile::~ScratchFile() {
  if (fd_ >= 0) ::close(fd_);
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : folder_(std::move(other.folder_)), fd_(std::exchange(other.fd_, -1)) {}

ScratchFile& ScratchFile::operator=(ScratchFile&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(fd_, other.fd_);
  return *this;
}

void ScratchFile::write(std::uint64_t at, const void* bytes, std::size_t size) {
  if (fd_ < 0) make();
  const char* from = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t count = ::pwrite(fd_, from, size, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    from += count;
    at += static_cast<std::uint64_t>(count);
    size -= static_cast<std::size_t>(count);
  }
}

void ScratchFile::read(std::uint64_t at, void* bytes, std::size_t size) const {
  char* to = static_cast<char*>(bytes);
  while (size > 0) {
    const ssize_t count = ::pread(fd_, to, size, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail(count < 0 ? errno : EIO);
    to += count;
    at += static_cast<std::uint64_t>(count);
    size -= static_cast<std::size_t>(count);
  }
}

void ScratchFile::make() {
  if (folder_.empty()) {
    std::error_code none;
    folder_ = fs::temp_directory_path(none);
    if (none) folder_ = "/tmp";
  }
#if defined(O_TMPFILE)
  fd_ = ::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd_ >= 0) return;
#endif
  // Not every file system makes files without a name: then the name goes at once.
  std::string name = (folder_ / ".samgak-XXXXXX").string();
  fd_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd_ < 0) fail(errno);
  ::unlink(name.c_str());
}

void ScratchFile::fail(int error) const {
  throw WriteError(fmt::format("{}: a temporary file cannot be used: {}", folder_.string(),
                               std::generic_category().message(error)));
}

}  // namespace samgak
