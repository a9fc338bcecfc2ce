// IRIs of entities, statements, documents and terms.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "exporters/detail/escape.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// Percent-encodes what must not stand in an IRI: what RFC 3987 does not know there (controls,
/// space, `< > " { } | ^ \ [ ]`, the backtick, private use, noncharacters), spaces of any script
/// and what nobody sees (JavaScript takes U+3000 and U+FEFF for white space, and jsonld.js drops
/// such IRIs), and `%` where no two hexadecimal digits follow. All else, Hangul too, stays.
struct IriEncoder {
  static constexpr std::string_view kSpecial =
      " <>\"{}|^\\`[]%\x7F\xC2\xE1\xE2\xE3\xEE\xEF\xF0\xF3\xF4";
  static constexpr bool kControls = true;

  static const char* escape(Sink& sink, const char* at, const char* end);
};

/// As a path segment or fragment that came from data: `#`, `?` and `%` are encoded as well.
struct IriSegmentEncoder {
  static constexpr std::string_view kSpecial =
      " <>\"{}|^\\`[]%#?\x7F\xC2\xE1\xE2\xE3\xEE\xEF\xF0\xF3\xF4";
  static constexpr bool kControls = true;

  static const char* escape(Sink& sink, const char* at, const char* end);
};

/// Is a segment of the path `text` `.` or `..`? Whoever resolves an IRI takes these away.
[[nodiscard]] bool has_dot_segment(std::string_view text);

/// `text`, which has a dot segment, in a form that nobody resolves: its slashes are encoded too.
void append_dotted_path(Sink& sink, std::string_view text);

/// `text` percent-encoded as `IriSegmentEncoder` does it.
inline void append_iri_segment(Sink& sink, std::string_view text) {
  if (has_dot_segment(text)) {
    append_dotted_path(sink, text);
    return;
  }
  IriSegmentEncoder encoder;
  append_escaped(sink, text, encoder);
}
[[nodiscard]] std::string iri_segment(std::string_view text);

/// `DOCUMENT#char=BEGIN,END` (RFC 5147), to stand behind the base and `kDocumentPath`.
void append_place(Sink& sink, const PlaceView& place);

/// Below the base these paths are Samgak's own; an entity id that begins like one of them gets its
/// first letter percent-encoded.
inline constexpr std::string_view kStatementPath = "statement/";
inline constexpr std::string_view kDocumentPath = "document/";
inline constexpr std::string_view kGraphPath = "graph/";

/// Does `id` stand in an IRI as it is?
[[nodiscard]] bool is_clean_id(std::string_view id);

/// The id of an entity as it stands behind the base.
void append_entity_path(Sink& sink, std::string_view id);
[[nodiscard]] std::string entity_path(std::string_view id);

/// Paths of all entities of a graph; one look at the ids tells whether they must be looked at again
/// one by one.
class EntityPaths {
 public:
  explicit EntityPaths(const KnowledgeGraph& graph);

  void append(Sink& sink, std::string_view id) const {
    if (clean_) {
      sink.append(id);
    } else {
      append_entity_path(sink, id);
    }
  }

 private:
  bool clean_ = true;
};

/// The IRI of a type, relation or attribute.
[[nodiscard]] std::string term_iri(std::string_view name);

/// The base as a user gave it, made safe: throws `WriteError` unless it begins with `http://`,
/// `https://` or `urn:`, holds nothing that must be encoded and has at most `kBaseBytes`.
[[nodiscard]] std::string checked_base(std::string_view base);

}  // namespace samgak::detail
