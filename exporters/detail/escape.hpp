// Copies text into a sink and stops only at the bytes that the place where it lands does not allow.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "exporters/sink.hpp"

namespace samgak::detail {

/// An encoder is a class with
///
///     static constexpr std::string_view kSpecial   bytes from 0x20 up that `escape` wants to see
///     static constexpr bool kControls              does it want to see bytes below 0x20?
///     const char* escape(Sink& sink, const char* at, const char* end);
///
/// `escape` writes what stands for the character at `at` and returns where the next one begins.
template <typename Encoder>
constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[static_cast<std::size_t>(c)] = Encoder::kControls;
  for (const char c : Encoder::kSpecial) table[static_cast<std::uint8_t>(c)] = true;
  return table;
}

template <typename Encoder>
inline constexpr std::array<bool, 256> kSpecialBytes = special_bytes<Encoder>();

/// Comparing a block with each special byte pays for a few of them; for more, each byte is looked
/// up in the table.
template <typename Encoder>
inline constexpr bool kByBlocks = Encoder::kSpecial.size() <= 10;

/// `copy_clean` by the table.
template <typename Encoder>
inline const char* copy_clean_by_table(const char* at, const char* end, char*& out) {
  const std::array<bool, 256>& table = kSpecialBytes<Encoder>;
  const auto special = [&](const char* c) { return table[static_cast<std::uint8_t>(*c)]; };
  const char* clean = at;
  while (end - clean >= 4 &&
         !(special(clean) | special(clean + 1) | special(clean + 2) | special(clean + 3))) {
    clean += 4;
  }
  while (clean != end && !special(clean)) ++clean;
  std::memcpy(out, at, static_cast<std::size_t>(clean - at));
  out += clean - at;
  return clean;
}

#if defined(__SSE2__)
/// Bit i is set where byte i of `block` is special.
template <typename Encoder>
inline unsigned special_mask(__m128i block) {
  __m128i hits = _mm_setzero_si128();
  if constexpr (Encoder::kControls) {
    // A byte is below 0x20 when the smaller of it and 0x1F is itself.
    hits = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
  }
  for (const char c : Encoder::kSpecial) {
    hits = _mm_or_si128(hits, _mm_cmpeq_epi8(block, _mm_set1_epi8(c)));
  }
  return static_cast<unsigned>(_mm_movemask_epi8(hits));
}
#endif

/// The same as `copy_clean` for 4 to 15 bytes: their first and last 8 (or 4), which overlap, in one
/// block.
template <typename Encoder>
inline const char* copy_clean_short(const char* at, const char* end, char*& out) {
  const std::ptrdiff_t size = end - at;
  const std::ptrdiff_t half = size >= 8 ? 8 : 4;
  __m128i block;
  if (half == 8) {
    block = _mm_unpacklo_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at)),
                               _mm_loadl_epi64(reinterpret_cast<const __m128i*>(end - 8)));
    std::memcpy(out, at, 8);
    std::memcpy(out + size - 8, end - 8, 8);
  } else {
    std::int32_t first = 0;
    std::int32_t last = 0;
    std::memcpy(&first, at, 4);
    std::memcpy(&last, end - 4, 4);
    std::memcpy(out, &first, 4);
    std::memcpy(out + size - 4, &last, 4);
    block = _mm_unpacklo_epi32(_mm_cvtsi32_si128(first), _mm_cvtsi32_si128(last));
  }
  const unsigned mask = special_mask<Encoder>(block) & ((1u << 2 * half) - 1u);
  std::ptrdiff_t clean = size;
  if (mask != 0) {
    clean = std::countr_zero(mask);
    // What lies in the second half is counted from the end.
    if (clean >= half) clean += size - 2 * half;
  }
  out += clean;
  return at + clean;
}

/// Where the first special byte of `[at, end)` is, or `end`; what comes before is copied to `out`,
/// which has 16 bytes of room more than that.
template <typename Encoder>
inline const char* copy_clean(const char* at, const char* end, char*& out) {
  if constexpr (!kByBlocks<Encoder>) return copy_clean_by_table<Encoder>(at, end, out);
#if defined(__SSE2__)
  const char* const begin = at;
  while (end - at >= 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), block);
    if (const unsigned mask = special_mask<Encoder>(block); mask != 0) {
      const int clean = std::countr_zero(mask);
      out += clean;
      return at + clean;
    }
    at += 16;
    out += 16;
  }
  const std::ptrdiff_t rest = end - at;
  if (rest != 0 && at - begin >= 16) {
    // The last bytes together with some before them, which are clean and are copied onto
    // themselves.
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(end - 16));
    const unsigned mask = special_mask<Encoder>(block);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + rest - 16), block);
    const std::ptrdiff_t clean = mask == 0 ? rest : std::countr_zero(mask) - (16 - rest);
    out += clean;
    return at + clean;
  }
  if (rest >= 4) return copy_clean_short<Encoder>(at, end, out);
#endif
  const std::array<bool, 256>& table = kSpecialBytes<Encoder>;
  while (at != end && !table[static_cast<std::uint8_t>(*at)]) *out++ = *at++;
  return at;
}

template <typename Encoder>
void append_escaped(Sink& sink, std::string_view text, Encoder& encoder) {
  constexpr std::ptrdiff_t kPiece = 8192;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const char* const stop = end - at > kPiece ? at + kPiece : end;
    char* out = sink.claim(static_cast<std::size_t>(stop - at) + 16);
    at = copy_clean<Encoder>(at, stop, out);
    sink.commit(out);
    if (at != stop) at = encoder.escape(sink, at, end);
  }
}

/// Remembers the last name that needed no escape: names are kept once in the graph, so equal ones
/// lie at the same place.
template <typename Encoder>
class LastClean {
 public:
  /// May `name`, which must live as long as the object, be copied as it is? Looks at its bytes only
  /// when it is not the name before.
  bool knows(std::string_view name) {
    if (name.data() == name_.data() && name.size() == name_.size()) return true;
    for (const char c : name) {
      if (kSpecialBytes<Encoder>[static_cast<std::uint8_t>(c)]) return false;
    }
    name_ = name;
    return true;
  }

 private:
  std::string_view name_;
};

/// Does the text at `at` begin with these bytes?
inline bool follows(const char* at, const char* end, std::string_view bytes) {
  return static_cast<std::size_t>(end - at) >= bytes.size() &&
         std::memcmp(at, bytes.data(), bytes.size()) == 0;
}

inline void append_hex4(Sink& sink, unsigned value) {
  for (int shift = 12; shift >= 0; shift -= 4) sink.put("0123456789ABCDEF"[(value >> shift) & 15]);
}

}  // namespace samgak::detail
