// One run at a time writes to a folder.
#pragma once

#include <filesystem>

namespace samgak {

/// Holds `FOLDER/.samgak.lock` as long as it lives and removes it then. The kernel gives the lock
/// back when the process dies, however it dies. Throws `LockedError` at once when another run holds
/// it, `WriteError` when the folder cannot be written to.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  std::filesystem::path path_;
  int fd_ = -1;
};

}  // namespace samgak
