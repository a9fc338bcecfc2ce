// Files that appear whole and together, or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "exporters/sink.hpp"

namespace samgak {

/// Each file is written beside its place under a hidden name; `commit` moves them all into place.
/// What was not committed is removed by the destructor. Every failure is a `WriteError` with the
/// path and the system's reason.
class OutputSet {
 public:
  OutputSet() = default;
  ~OutputSet();
  OutputSet(const OutputSet&) = delete;
  OutputSet& operator=(const OutputSet&) = delete;

  /// A sink for the file that is to become `target`. A symbolic link is followed, a device or a
  /// pipe is written to as it is. The sink must be flushed before `commit` and must not outlive
  /// this.
  [[nodiscard]] std::unique_ptr<Sink> open(const std::filesystem::path& target);

  /// Brings the bytes to the disk, then renames. After a failure in between, each target is either
  /// old or new.
  void commit();

  /// Bytes of each file, in the order of `open`; valid after `commit`.
  struct File {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
  };
  [[nodiscard]] std::vector<File> files() const;

  /// Removes hidden files that a run left behind which was killed while it wrote `folder/STEM.*`.
  /// Call it only while you hold the lock of that folder.
  static void remove_leftovers(const std::filesystem::path& folder, const std::string& stem);

 private:
  struct Entry {
    std::filesystem::path target;
    std::filesystem::path
        hidden;  ///< empty when the target is written to directly, or has been renamed
    int fd = -1;
    std::uint64_t bytes = 0;
  };
  std::vector<Entry> entries_;
};

/// Makes `folder` and those above it where they are missing. Throws `WriteError`.
void create_folder(const std::filesystem::path& folder);

}  // namespace samgak
