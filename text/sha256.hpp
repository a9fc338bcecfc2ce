// The fingerprint of a source: says later whether it is still the same text.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samgak {

/// A SHA-256 value (FIPS 180-4).
struct Sha256 {
  std::array<std::uint8_t, 32> bytes{};

  /// Of `data`, by OpenSSL. Throws `std::runtime_error` where its installation has no SHA-256.
  [[nodiscard]] static Sha256 of(std::string_view data);
  /// What `hex()` writes; capital letters are taken too, nothing else is.
  [[nodiscard]] static std::optional<Sha256> from_hex(std::string_view text);
  /// 64 hexadecimal digits in lower case, as `sha256sum` prints them.
  [[nodiscard]] std::string hex() const;

  friend auto operator<=>(const Sha256&, const Sha256&) = default;
};

}  // namespace samgak
