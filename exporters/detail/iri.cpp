#include "exporters/detail/iri.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exporters/exporter.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak::detail {

namespace {

void append_percent(Sink& sink, std::uint8_t byte) {
  sink.put('%');
  sink.put("0123456789ABCDEF"[byte >> 4]);
  sink.put("0123456789ABCDEF"[byte & 15]);
}

/// Code points above ASCII that RFC 3987 leaves out of paths, and spaces and marks that nobody
/// could see.
bool is_forbidden(char32_t c) {
  if (c <= 0xA0) return true;
  if (c < 0xE000) {
    return (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || c == 0x1680 || c == 0x180E || c == 0x3000;
  }
  return c < 0xF900 || c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) ||
         (c >= 0xFFF0 && c <= 0xFFFF) || (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c < 0xE1000) ||
         c >= 0xF0000;
}

const char* escape_iri(Sink& sink, const char* at, const char* end) {
  const auto byte = static_cast<std::uint8_t>(*at);
  if (byte < 0x80) {
    append_percent(sink, byte);
    return at + 1;
  }
  const CodePoint c = decode({at, static_cast<std::size_t>(end - at)}, 0);
  for (std::uint32_t i = 0; i < c.length; ++i) {
    if (is_forbidden(c.value)) {
      append_percent(sink, static_cast<std::uint8_t>(at[i]));
    } else {
      sink.put(at[i]);
    }
  }
  return at + c.length;
}

bool has_special(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return kSpecialBytes<IriSegmentEncoder>[static_cast<std::uint8_t>(c)];
  });
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

bool has_dot_segment(std::string_view text) {
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos;
       dot = text.find('.', dot + 1)) {
    if (dot != 0 && text[dot - 1] != '/') continue;
    const std::string_view rest = text.substr(dot + 1);
    if (rest.empty() || rest[0] == '/' || rest == "." || rest.starts_with("./")) return true;
  }
  return false;
}

void append_dotted_path(Sink& sink, std::string_view text) {
  // Without a slash the text is a dot segment itself.
  const char hidden = text.find('/') == std::string_view::npos ? '.' : '/';
  IriSegmentEncoder encoder;
  for (;;) {
    const std::size_t end = std::min(text.find(hidden), text.size());
    append_escaped(sink, text.substr(0, end), encoder);
    if (end == text.size()) return;
    append_percent(sink, static_cast<std::uint8_t>(hidden));
    text.remove_prefix(end + 1);
  }
}

namespace {

constexpr std::array<std::uint8_t, 256> uncommon_bytes() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = kSpecialBytes<IriSegmentEncoder>[c];
  table['/'] = 1;
  return table;
}
constexpr std::array<std::uint8_t, 256> kUncommonBytes = uncommon_bytes();

/// Tells in one short walk, without a branch for each byte, that a name like those of most files
/// stands in an IRI as it is.
bool is_common_segment(std::string_view text) {
  std::uint8_t uncommon = text.starts_with('.');
  for (const char c : text) uncommon |= kUncommonBytes[static_cast<std::uint8_t>(c)];
  return uncommon == 0;
}

}  // namespace

void append_place(Sink& sink, const PlaceView& place) {
  if (is_common_segment(place.document)) {
    sink.append(place.document);
  } else {
    append_iri_segment(sink, place.document);
  }
  SinkRun(sink, 64) << "#char=" << place.begin << "," << place.end;
}

std::string iri_segment(std::string_view text) {
  if (!has_special(text) && !has_dot_segment(text)) return std::string(text);
  std::string out;
  StringSink sink(out);
  append_iri_segment(sink, text);
  sink.flush();
  return out;
}

bool is_clean_id(std::string_view id) {
  for (const std::string_view path : {kStatementPath, kDocumentPath, kGraphPath}) {
    if (id.starts_with(path)) return false;
  }
  return !has_special(id) && !has_dot_segment(id);
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

EntityPaths::EntityPaths(const KnowledgeGraph& graph) {
  for (std::uint32_t i = 0; clean_ && i < graph.entity_count(); ++i) {
    clean_ = is_clean_id(graph.id(EntityIndex{i}));
  }
}

std::string entity_path(std::string_view id) {
  if (is_clean_id(id)) return std::string(id);
  std::string out;
  StringSink sink(out);
  append_entity_path(sink, id);
  sink.flush();
  return out;
}

std::string term_iri(std::string_view name) {
  return std::string(kTerms) + iri_segment(name);
}

std::string checked_base(std::string_view base) {
  std::string encoded;
  StringSink sink(encoded);
  IriEncoder encoder;
  append_escaped(sink, base, encoder);
  sink.flush();
  const bool scheme =
      base.starts_with("https://") || base.starts_with("http://") || base.starts_with("urn:");
  if (!scheme || encoded != base || base.size() > kBaseBytes) {
    throw WriteError(fmt::format(
        "{}: no base for IRIs; it must begin with https://, http:// or urn:, hold no spaces, "
        "quotation marks or brackets and have at most {} bytes",
        visible(base.substr(0, 200)), kBaseBytes));
  }
  return encoded;
}

}  // namespace samgak::detail
