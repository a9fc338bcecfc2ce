#include "text/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstring>

namespace samgak {

std::size_t count_code_points(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  std::size_t count = text.size();
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    // A byte that goes on with a code point has its highest bit set and the next one not.
    const std::uint64_t inner = eight >> 7 & ~(eight >> 6) & kOnes;
    count -= static_cast<std::size_t>(inner * kOnes >> 56);
  }
  for (; at < text.size(); ++at)
    count -= (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 ? 1 : 0;
  return count;
}

void append_utf8(std::string& out, char32_t c) {
  const auto push = [&](char32_t byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | c >> 6);
    push(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    push(0xE0 | c >> 12);
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  } else {
    push(0xF0 | c >> 18);
    push(0x80 | (c >> 12 & 0x3F));
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = p + text.size();
  while (p < end) {
    if (*p < 0x80) {
      std::uint64_t eight = 0;
      for (; end - p >= 8; p += 8) {
        std::memcpy(&eight, p, 8);
        if ((eight & 0x8080808080808080u) != 0) break;
      }
      while (p < end && *p < 0x80) ++p;
      continue;
    }
    // Nearly everything beyond ASCII here is three bytes long, Hangul above all.
    if (*p > 0xE0 && *p < 0xED && end - p > 2) {
      if ((p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80) return false;
      p += 3;
      continue;
    }
    const int more = *p >= 0xF0 ? 3 : *p >= 0xE0 ? 2 : *p >= 0xC2 ? 1 : 0;
    if (more == 0 || *p > 0xF4 || end - p <= more) return false;
    const unsigned char second = p[1];
    if ((*p == 0xE0 && second < 0xA0) || (*p == 0xED && second > 0x9F) ||
        (*p == 0xF0 && second < 0x90) || (*p == 0xF4 && second > 0x8F)) {
      return false;
    }
    for (int i = 1; i <= more; ++i) {
      if ((p[i] & 0xC0) != 0x80) return false;
    }
    p += more + 1;
  }
  return true;
}

std::string normalize_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                     nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string name_key(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.length;
    const bool quote = c.value == '\'' || c.value == '"' ||
                       (c.value >= 0x2018 && c.value <= 0x201F) || c.value == 0x300C ||
                       c.value == 0x300D || c.value == '`';
    if (is_space(c.value) || is_middle_dot(c.value) || is_hyphen(c.value) || quote ||
        c.value == '.' || c.value == ',' || c.value == '_') {
      continue;
    }
    append_utf8(out, c.value < 0x80 || is_latin(c.value)
                         ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)))
                         : c.value);
  }
  return out;
}

}  // namespace samgak
