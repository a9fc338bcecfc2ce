#include "text/sha256.hpp"

#include <openssl/sha.h>

#include <stdexcept>

namespace samgak {

namespace {

/// 0 to 15, or -1.
int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Sha256 Sha256::of(std::string_view data) {
  Sha256 out;
  static_assert(sizeof(out.bytes) == SHA256_DIGEST_LENGTH);
  if (SHA256(reinterpret_cast<const unsigned char*>(data.data()), data.size(), out.bytes.data()) ==
      nullptr) {
    throw std::runtime_error("OpenSSL gives no SHA-256");
  }
  return out;
}

std::optional<Sha256> Sha256::from_hex(std::string_view text) {
  Sha256 out;
  if (text.size() != 2 * out.bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < out.bytes.size(); ++i) {
    const int high = digit_value(text[2 * i]);
    const int low = digit_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out.bytes[i] = static_cast<std::uint8_t>(16 * high + low);
  }
  return out;
}

std::string Sha256::hex() const {
  std::string out;
  out.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

}  // namespace samgak
