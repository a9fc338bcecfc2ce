// A file without a name, for what does not fit in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace samgak {

/// Bytes on the disk that only this object knows: whatever ends the program, nothing is left of
/// them.
class ScratchFile {
 public:
  /// The file will lie in `folder` (empty: where the system keeps temporary files). It is made by
  /// the first `write`.
  explicit ScratchFile(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}
  ~ScratchFile();
  ScratchFile(ScratchFile&& other) noexcept;
  ScratchFile& operator=(ScratchFile&& other) noexcept;

  /// Puts `size` bytes at byte `at`, over what was there. Throws `WriteError`.
  void write(std::uint64_t at, const void* bytes, std::size_t size);
  /// Takes `size` bytes from byte `at`; all of them were written before. Throws `WriteError`.
  void read(std::uint64_t at, void* bytes, std::size_t size) const;

 private:
  void make();
  [[noreturn]] void fail(int error) const;

  std::filesystem::path folder_;
  int fd_ = -1;
};

}  // namespace samgak
