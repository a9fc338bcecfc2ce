#include "exporters/detail/iri.hpp"

#include <fmt/format.h>

#include "exporters/exporter.hpp"
#include "text/diagnostic.hpp"

namespace samgak::detail {

namespace {

void append_percent(Sink& sink, std::uint8_t byte) {
  sink.put('%');
  sink.put("0123456789ABCDEF"[byte >> 4]);
  sink.put("0123456789ABCDEF"[byte & 15]);
}

/// Controls above ASCII, bidirectional marks, spaces and noncharacters: three kinds of lead byte are looked at.
std::size_t forbidden_length(const char* at, const char* end) {
  const auto byte = [&](int i) { return static_cast<std::uint8_t>(at[i]); };
  if (*at == '\xC2' && end - at >= 2 && byte(1) <= 0xA0) return 2;
  if (end - at < 3) return 0;
  if (*at == '\xE2' && byte(1) == 0x80 &&
      (byte(2) <= 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAF))) {
    return 3;
  }
  if (*at == '\xE2' && byte(1) == 0x81 && byte(2) >= 0x9F && byte(2) <= 0xAF) return 3;
  if (*at == '\xEF' && byte(1) == 0xBF && byte(2) >= 0xB0) return 3;
  if (*at == '\xEF' && byte(1) == 0xB7 && byte(2) >= 0x90 && byte(2) <= 0xAF) return 3;
  return 0;
}

const char* escape_iri(Sink& sink, const char* at, const char* end) {
  const auto byte = static_cast<std::uint8_t>(*at);
  if (byte < 0x80) {
    append_percent(sink, byte);
    return at + 1;
  }
  const std::size_t length = forbidden_length(at, end);
  if (length == 0) {
    sink.put(*at);
    return at + 1;
  }
  for (std::size_t i = 0; i < length; ++i) append_percent(sink, static_cast<std::uint8_t>(at[i]));
  return at + length;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

const char* IriEncoder::escape(Sink& sink, const char* at, const char* end) {
  if (*at == '%' && end - at >= 3 && is_hex(at[1]) && is_hex(at[2])) {
    sink.put('%');
    return at + 1;
  }
  return escape_iri(sink, at, end);
}

const char* IriSegmentEncoder::escape(Sink& sink, const char* at, const char* end) {
  return escape_iri(sink, at, end);
}

std::string iri_segment(std::string_view text) {
  std::string out;
  StringSink sink(out);
  IriSegmentEncoder encoder;
  append_escaped(sink, text, encoder);
  sink.flush();
  return out;
}

bool is_clean_id(std::string_view id) {
  for (const std::string_view path : {kStatementPath, kDocumentPath, kGraphPath}) {
    if (id.starts_with(path)) return false;
  }
  for (const char c : id) {
    if (kSpecialBytes<IriSegmentEncoder>[static_cast<std::uint8_t>(c)]) return false;
  }
  return true;
}

void append_entity_path(Sink& sink, std::string_view id) {
  for (const std::string_view path : {kStatementPath, kDocumentPath, kGraphPath}) {
    if (id.starts_with(path)) {
      append_percent(sink, static_cast<std::uint8_t>(id[0]));
      id.remove_prefix(1);
      break;
    }
  }
  append_iri_segment(sink, id);
}

std::string entity_path(std::string_view id) {
  std::string out;
  StringSink sink(out);
  append_entity_path(sink, id);
  sink.flush();
  return out;
}

std::string term_iri(std::string_view name) { return std::string(kTerms) + iri_segment(name); }

std::string checked_base(std::string_view base) {
  std::string encoded;
  StringSink sink(encoded);
  IriEncoder encoder;
  append_escaped(sink, base, encoder);
  sink.flush();
  const bool scheme =
      base.starts_with("https://") || base.starts_with("http://") || base.starts_with("urn:");
  if (!scheme || encoded != base) {
    throw WriteError(fmt::format(
        "{}: no base for IRIs; it must begin with https://, http:// or urn: and hold no spaces, "
        "quotation marks or brackets",
        visible(base)));
  }
  return encoded;
}

}  // namespace samgak::detail
