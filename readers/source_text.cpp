#include "readers/source_text.hpp"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "readers/limits.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kCountStep = 256;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Decoded {
  std::string text;
  std::size_t characters = 0;
  std::size_t replaced = 0;
  std::size_t multibyte = 0;  ///< well-formed sequences of two bytes or more

  [[nodiscard]] bool acceptable() const {
    return replaced * 100 <= characters * kMaxReplacedPercent;
  }
};

// Length of the well-formed sequence at `p`, or minus the length of the maximal ill-formed part
// (Unicode, ch. 3.9).
int sequence_length(const unsigned char* p, const unsigned char* end) {
  if (*p < 0x80) return 1;
  const int more = *p >= 0xF0 ? 3 : *p >= 0xE0 ? 2 : 1;
  if (*p < 0xC2 || *p > 0xF4) return -1;
  const unsigned char low = *p == 0xE0 ? 0xA0 : *p == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = *p == 0xED ? 0x9F : *p == 0xF4 ? 0x8F : 0xBF;
  for (int i = 1; i <= more; ++i) {
    if (p + i >= end) return -i;
    if (p[i] < (i == 1 ? low : 0x80) || p[i] > (i == 1 ? high : 0xBF)) return -i;
  }
  return more + 1;
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 16);
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const end = p + bytes.size();
  while (p < end) {
    const int length = sequence_length(p, end);
    if (length < 0 || *p == 0) {
      out.text += kReplacement;
      ++out.replaced;
      p += length < 0 ? -length : 1;
    } else {
      out.text.append(reinterpret_cast<const char*>(p), static_cast<std::size_t>(length));
      out.multibyte += length > 1;
      p += length;
    }
    ++out.characters;
  }
  return out;
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// ICU's converters `euc-kr` and `cp949` know 2,350 syllables and report no error; `windows-949`
// knows all 11,172.
std::optional<Decoded> decode_cp949(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open("windows-949", &status));
  if (U_FAILURE(status)) return std::nullopt;
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<UChar, 4096> buffer;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  do {
    UChar* to = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, to + buffer.size(), &from, end, nullptr, true, &status);
    for (const UChar* c = buffer.data(); c < to;
         ++c) {  // windows-949 has no character beyond the first plane
      const bool wrong = *c == 0xFFFD || *c == 0 || *c == 0x1A || (*c >= 0x80 && *c < 0xA0);
      out.replaced += wrong;
      out.multibyte += *c >= 0x80;
      ++out.characters;
      append_utf8(out.text, wrong ? 0xFFFD : *c);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return U_FAILURE(status) ? std::nullopt : std::optional(std::move(out));
}

Decoded decode_utf16(std::string_view bytes, bool big_endian) {
  Decoded out;
  out.text.reserve(bytes.size() * 3 / 2);
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t c = i + 1 < bytes.size() ? unit(i) : 0;
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 &&
        unit(i + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    const bool wrong = c == 0 || (c >= 0xD800 && c < 0xE000);
    out.replaced += wrong;
    ++out.characters;
    append_utf8(out.text, wrong ? 0xFFFD : c);
  }
  return out;
}

enum class Utf16 { no, little, big };

// Text in UTF-16 without a mark shows NULs at every other place (ASCII); binary files show them
// anywhere.
Utf16 looks_like_utf16(std::string_view probe) {
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < probe.size(); ++i) (i % 2 == 0 ? even : odd) += probe[i] == 0;
  const std::size_t enough = probe.size() / 10;
  if (odd > enough && even * 20 < odd) return Utf16::little;
  if (even > enough && odd * 20 < even) return Utf16::big;
  return Utf16::no;
}

bool names_cp949(std::string_view label) {
  std::string key;
  for (const char c : label) {
    if (c != '-' && c != '_' && c != ' ')
      key += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  for (const std::string_view known : {"euckr", "cp949", "uhc", "ksc56011987", "ksc5601", "ms949",
                                       "windows949", "xwindows949", "korean"}) {
    if (key == known) return true;
  }
  return false;
}

// Can a sequence that starts with these bytes change under NFC? A coarse filter that lets Hangul
// syllables, Han, kana, common punctuation and Latin-1 pass; what it stops, ICU decides.
bool may_change(unsigned char lead, unsigned char second, unsigned char third) {
  if (lead < 0xCC) return false;
  if (lead < 0xE1) return true;
  switch (lead) {
    case 0xE2:
      return (second == 0x80 && third < 0x82) || second == 0x83 || second == 0x84 ||
             second == 0x8C || second == 0xAB || second >= 0xB0;
    case 0xE3:
      return (second == 0x80 && third >= 0xAA) || (second == 0x82 && third >= 0x99);
    case 0xE4:
    case 0xE5:
    case 0xE6:
    case 0xE7:
    case 0xE8:
    case 0xE9:
      return false;
    case 0xEA:
      return second < 0xB0;
    case 0xEB:
    case 0xEC:
      return false;
    case 0xED:
      return second > 0x9D;
    case 0xEF:
      return second < 0xBC;
    default:
      return true;
  }
}

bool surely_nfc(std::string_view text) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = p + text.size();
  while (p < end) {
    if (*p < 0x80) {
      ++p;
    } else if (*p < 0xE0) {
      if (may_change(*p, 0, 0)) return false;
      p += 2;
    } else if (may_change(*p, p[1], p[2])) {
      return false;
    } else {
      p += *p >= 0xF0 ? 4 : 3;
    }
  }
  return true;
}

Diagnostic remark(Severity severity, std::string_view code, std::string_view name,
                  std::string message) {
  return {severity, std::string(code), std::string(name), std::move(message)};
}

}  // namespace

std::optional<SourceText> SourceText::decode(std::string_view bytes, std::string_view name,
                                             std::string_view label,
                                             std::vector<Diagnostic>& diagnostics) {
  SourceText out;
  out.checksum_ = Sha256::of(bytes);
  const auto take = [&](Decoded decoded, std::string_view encoding) -> std::optional<SourceText> {
    if (!decoded.acceptable()) {
      diagnostics.push_back(
          remark(Severity::error, "encoding", name,
                 fmt::format("skipped: {} of {} characters cannot be decoded as {}; convert the "
                             "file to UTF-8",
                             decoded.replaced, decoded.characters, encoding)));
      return std::nullopt;
    }
    if (decoded.replaced > 0) {
      diagnostics.push_back(
          remark(Severity::warning, "encoding", name,
                 fmt::format("{} characters could not be decoded as {} and became U+FFFD",
                             decoded.replaced, encoding)));
    }
    out.copied_ = true;
    out.owned_ = std::move(decoded.text);
    out.normalize();
    out.index();
    return std::move(out);
  };

  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    out.first_code_point_ = 1;
    return take(decode_utf16(bytes.substr(2), bytes[0] == '\xFE'), "UTF-16");
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    out.first_code_point_ = 1;
    bytes.remove_prefix(3);
  }
  const std::string_view probe = bytes.substr(0, kBinaryProbeBytes);
  if (probe.find('\0') != std::string_view::npos) {
    const Utf16 form = looks_like_utf16(probe);
    if (form != Utf16::no) return take(decode_utf16(bytes, form == Utf16::big), "UTF-16");
    diagnostics.push_back(remark(Severity::error, "binary", name,
                                 "skipped: the file holds NUL bytes and is no text"));
    return std::nullopt;
  }
  if (is_valid_utf8(bytes) && std::memchr(bytes.data(), 0, bytes.size()) == nullptr) {
    out.viewed_ = bytes;
    out.normalize();
    out.index();
    return out;
  }
  Decoded utf8 = decode_utf8(bytes);
  if (names_cp949(label) || !utf8.acceptable() || utf8.multibyte < utf8.replaced) {
    std::optional<Decoded> korean = decode_cp949(bytes);
    if (korean && korean->acceptable() && korean->replaced < utf8.replaced)
      return take(std::move(*korean), "CP949");
  }
  return take(std::move(utf8), "UTF-8");
}

void SourceText::normalize() {
  const std::string_view raw = text();
  if (surely_nfc(raw)) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return;
  std::string composed;
  composed.reserve(raw.size());
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  nfc->normalizeUTF8(0, icu::StringPiece(raw.data(), static_cast<int32_t>(raw.size())), sink,
                     &edits, status);
  if (U_FAILURE(status) || !edits.hasChanges()) return;
  std::uint32_t code_point = first_code_point_;
  std::size_t counted = 0;
  for (auto it = edits.getFineChangesIterator(); it.next(status);) {
    const auto from = static_cast<std::size_t>(it.sourceIndex());
    const auto length = static_cast<std::size_t>(it.oldLength());
    code_point +=
        static_cast<std::uint32_t>(count_code_points(raw.substr(counted, from - counted)));
    const auto inside = static_cast<std::uint32_t>(count_code_points(raw.substr(from, length)));
    const auto begin = static_cast<std::uint32_t>(it.destinationIndex());
    changes_.push_back({begin, begin + static_cast<std::uint32_t>(it.newLength()), code_point,
                        code_point + inside});
    code_point += inside;
    counted = from + length;
  }
  copied_ = true;
  owned_ = std::move(composed);
}

void SourceText::index() {
  const std::string_view all = text();
  counts_.reserve(all.size() / kCountStep + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= all.size(); at += kCountStep) {
    counts_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(all.substr(at, kCountStep)));
  }
}

std::uint32_t SourceText::count_to(std::size_t at) const {
  const std::size_t block = at / kCountStep;
  const std::size_t from = block * kCountStep;
  return counts_[block] +
         static_cast<std::uint32_t>(count_code_points(text().substr(from, at - from)));
}

const SourceText::Change* SourceText::change_before(std::size_t at) const {
  const auto it =
      std::upper_bound(changes_.begin(), changes_.end(), at,
                       [](std::size_t a, const Change& change) { return a < change.begin; });
  return it == changes_.begin() ? nullptr : &*(it - 1);
}

std::uint32_t SourceText::code_point_begin(std::size_t at) const {
  const Change* change = change_before(at);
  if (change == nullptr) return first_code_point_ + count_to(at);
  if (at < change->end) return change->source_begin;
  return change->source_end + count_to(at) - count_to(change->end);
}

std::uint32_t SourceText::code_point_end(std::size_t at) const {
  if (at == 0) return first_code_point_;
  const Change* change = change_before(at - 1);
  if (change == nullptr) return first_code_point_ + count_to(at);
  if (at <= change->end) return change->source_end;
  return change->source_end + count_to(at) - count_to(change->end);
}

void SourceText::map_run(OffsetMap& map, std::uint32_t clean, std::size_t at,
                         std::size_t size) const {
  map.add(clean, code_point_begin(at));
  auto change = std::lower_bound(changes_.begin(), changes_.end(), at,
                                 [](const Change& c, std::size_t a) { return c.end <= a; });
  for (; change != changes_.end() && change->begin < at + size; ++change) {
    const auto shift = [&](std::size_t byte) {
      return clean + static_cast<std::uint32_t>(byte - at);
    };
    const std::size_t begin = std::max<std::size_t>(change->begin, at);
    const std::size_t end = std::min<std::size_t>(change->end, at + size);
    if (end <= begin) continue;
    map.add_block(shift(begin), shift(end), change->source_begin, change->source_end);
  }
}

}  // namespace samgak
