// Text of XML 1.0: between tags, in attributes, and as a JSON list between tags.
#pragma once

#include <cstdint>
#include <string_view>

#include "exporters/detail/escape.hpp"

namespace samgak::detail {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// What the encoders below had to change.
struct XmlLosses {
  std::uint64_t characters = 0;  ///< XML does not know them: U+FFFD stands in their place
  std::uint64_t trimmed = 0;     ///< values that lost white space at their ends
  std::uint64_t breaks = 0;      ///< controls in items of lists: a space stands in their place

  void operator+=(const XmlLosses& other) {
    characters += other.characters;
    trimmed += other.trimmed;
    breaks += other.breaks;
  }
};

/// U+FFFE and U+FFFF are no characters of XML. Returns where the next character begins.
inline const char* escape_noncharacter(Sink& sink, const char* at, const char* end,
                                       XmlLosses& losses) {
  if (follows(at, end, "\xEF\xBF\xBE") || follows(at, end, "\xEF\xBF\xBF")) {
    ++losses.characters;
    sink.append(kReplacement);
    return at + 3;
  }
  sink.put(*at);
  return at + 1;
}

/// As few references as XML allows: Gephi's reader loses white space beside them.
struct XmlTextEncoder {
  static constexpr std::string_view kSpecial = "&<>\xEF";
  static constexpr bool kControls = true;
  XmlLosses& losses;
  const char* begin = nullptr;  ///< of the text, to look back from `>`

  const char* escape(Sink& sink, const char* at, const char* end) const {
    switch (*at) {
      case '&':
        sink.append("&amp;");
        break;
      case '<':
        sink.append("&lt;");
        break;
      case '>':
        // Only «]]>» must not stand in text.
        sink.append(at - begin >= 2 && at[-1] == ']' && at[-2] == ']' ? "&gt;" : ">");
        break;
      case '\r':
        sink.append("&#13;");
        break;
      case '\t':
      case '\n':
        sink.put(*at);
        break;
      case '\xEF':
        return escape_noncharacter(sink, at, end, losses);
      default:
        ++losses.characters;
        sink.append(kReplacement);
    }
    return at + 1;
  }
};

struct XmlAttributeEncoder {
  static constexpr std::string_view kSpecial = "&<>\"\xEF";
  static constexpr bool kControls = true;
  XmlLosses& losses;

  const char* escape(Sink& sink, const char* at, const char* end) const {
    switch (*at) {
      case '&':
        sink.append("&amp;");
        break;
      case '<':
        sink.append("&lt;");
        break;
      case '>':
        sink.append("&gt;");
        break;
      case '"':
        sink.append("&quot;");
        break;
      case '\r':
        sink.append("&#13;");
        break;
      case '\t':
        sink.append("&#9;");
        break;
      case '\n':
        sink.append("&#10;");
        break;
      case '\xEF':
        return escape_noncharacter(sink, at, end, losses);
      default:
        ++losses.characters;
        sink.append(kReplacement);
    }
    return at + 1;
  }
};

/// A string of a JSON list inside XML. Clients know only `\"` and `\\` there, so controls become
/// spaces. `kInAttribute` says whether the list lies in an attribute.
template <bool kInAttribute>
struct XmlListEncoder {
  static constexpr std::string_view kSpecial = "&<>\"\\\xEF";
  static constexpr bool kControls = true;
  XmlLosses& losses;

  const char* escape(Sink& sink, const char* at, const char* end) const {
    switch (*at) {
      case '&':
        sink.append("&amp;");
        break;
      case '<':
        sink.append("&lt;");
        break;
      case '>':
        // In a list the text before may end with «]]» only inside a string; the reference is safe
        // in any case.
        sink.append("&gt;");
        break;
      case '"':
        sink.append(kInAttribute ? "\\&quot;" : "\\\"");
        break;
      case '\\':
        sink.append("\\\\");
        break;
      case '\xEF':
        return escape_noncharacter(sink, at, end, losses);
      default:
        ++losses.breaks;
        sink.put(' ');
    }
    return at + 1;
  }
};

/// Without white space at the ends, where some readers trim and others do not.
inline std::string_view trimmed(std::string_view text, XmlLosses& losses) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  const std::size_t before = text.size();
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  losses.trimmed += text.size() != before;
  return text;
}

inline void append_xml_text(Sink& sink, std::string_view text, XmlLosses& losses) {
  const std::string_view inner = trimmed(text, losses);
  XmlTextEncoder encoder{losses, inner.data()};
  append_escaped(sink, inner, encoder);
}

inline void append_xml_attribute(Sink& sink, std::string_view text, XmlLosses& losses) {
  XmlAttributeEncoder encoder{losses};
  append_escaped(sink, text, encoder);
}

}  // namespace samgak::detail
