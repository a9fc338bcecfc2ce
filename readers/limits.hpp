// What a reader takes at most. Every limit that is hit is reported as a `Diagnostic`; none is
// silent.
#pragma once

#include <cstddef>

namespace samgak {

/// Bytes of one document.
inline constexpr std::size_t kMaxDocumentBytes = 32u << 20;
/// Bytes of one line of a JSON Lines file.
inline constexpr std::size_t kMaxJsonLineBytes = 16u << 20;
/// Arrays and objects inside each other on one line of a JSON Lines file.
inline constexpr int kMaxJsonDepth = 32;
/// Bytes of YAML front matter, its nesting, and its keys.
inline constexpr std::size_t kMaxFrontMatterBytes = 64u << 10;
inline constexpr int kMaxFrontMatterDepth = 32;
inline constexpr int kMaxFrontMatterKeys = 1024;
/// Open HTML elements; deeper ones become siblings, as in browsers.
inline constexpr std::size_t kMaxHtmlDepth = 512;
/// Attributes of one tag that are looked at; the rest is skipped without being stored.
inline constexpr int kMaxHtmlAttributes = 256;
/// Quotes and lists inside each other in Markdown.
inline constexpr int kMaxMarkdownDepth = 100;
/// Share of undecodable characters, in percent, above which a text is not what its encoding says.
inline constexpr std::size_t kMaxReplacedPercent = 1;
/// Bytes in which a NUL tells a binary file.
inline constexpr std::size_t kBinaryProbeBytes = 8u << 10;

}  // namespace samgak
