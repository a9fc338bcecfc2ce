// The text of one file: decoded, in NFC, each byte of it traceable to the code points on disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.hpp"
#include "text/document.hpp"
#include "text/sha256.hpp"

namespace samgak {

/// Valid UTF-8 in NFC without a byte order mark. May look into the bytes it was decoded from, which
/// must outlive it.
class SourceText {
 public:
  /// Decodes `bytes`: by byte order mark, as UTF-8, or as CP949 (whatever its label), in that
  /// order; `label` is the encoding that the file itself or its carrier names, or empty. Nothing
  /// when the bytes are no text; the reason is added to `diagnostics`.
  [[nodiscard]] static std::optional<SourceText> decode(std::string_view bytes,
                                                        std::string_view name,
                                                        std::string_view label,
                                                        std::vector<Diagnostic>& diagnostics);

  SourceText(SourceText&&) = default;
  SourceText& operator=(SourceText&&) = default;
  SourceText(const SourceText&) = delete;
  SourceText& operator=(const SourceText&) = delete;

  [[nodiscard]] std::string_view text() const {
    return copied_ ? std::string_view(owned_) : viewed_;
  }

  /// Of the bytes that were decoded.
  [[nodiscard]] const Sha256& checksum() const { return checksum_; }

  /// Code point of the file at which the character that starts at byte `at` of `text()` begins.
  [[nodiscard]] std::uint32_t code_point_begin(std::size_t at) const;
  /// Code point of the file after the character that ends at byte `at` of `text()`.
  [[nodiscard]] std::uint32_t code_point_end(std::size_t at) const;
  /// Tells `map` that the bytes of a clean text from `clean` on are the `size` bytes of `text()`
  /// from `at` on.
  void map_run(OffsetMap& map, std::uint32_t clean, std::size_t at, std::size_t size) const;

 private:
  /// Bytes of `text()` that normalisation made from other code points.
  struct Change {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t source_begin;
    std::uint32_t source_end;
  };

  SourceText() = default;
  void normalize();
  void index();
  [[nodiscard]] std::uint32_t count_to(std::size_t at) const;
  [[nodiscard]] const Change* change_before(std::size_t at) const;

  Sha256 checksum_;
  bool copied_ = false;
  std::string owned_;
  std::string_view viewed_;
  std::uint32_t first_code_point_ = 0;  ///< 1 after a byte order mark
  std::vector<std::uint32_t> counts_;   ///< code points before each block of `kCountStep` bytes
  std::vector<Change> changes_;
};

}  // namespace samgak
