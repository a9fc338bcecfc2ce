// A document after reading: clean text in sections, each byte of it traceable to the source file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/date.hpp"
#include "text/sha256.hpp"
#include "text/span.hpp"

namespace samgak {

/// What a stretch of text is in its document. `noise` covers everything that is not the article:
/// menus, bylines, related stories, rankings, comments, copyright, contact boxes. `duplicate`
/// repeats an earlier section.
enum class SectionKind : std::uint8_t {
  title,
  excerpt,
  heading,
  paragraph,
  list_item,
  table_row,
  caption,
  noise,
  duplicate
};

[[nodiscard]] std::string_view to_string(SectionKind kind);

/// One block of the text. Sections stand in text order and do not overlap; no section holds a line
/// break except where the source breaks a line inside a paragraph (then it is a space).
struct Section {
  SectionKind kind = SectionKind::paragraph;
  Span span;
  /// Heading level (1–6), list depth (0 outermost), bullet depth of a press release (□ 0, ○ 1, - 2,
  /// * 3).
  int level = 0;
  /// For a table row: its cells, in order, inside `span`. The cell texts are separated by «\t» in
  /// the text.
  std::vector<Span> cells;
  /// For a table row below a header row: index of the header's section, or -1.
  int header_row = -1;
};

/// Maps bytes of the clean text to code points of the source file. Built once by a reader, then
/// constant.
class OffsetMap {
 public:
  /// The clean text byte `text_byte` and those after it come one to one from source code points
  /// starting at `source` (until the next entry). Calls must come in rising order of `text_byte`.
  void add(std::uint32_t text_byte, std::uint32_t source);
  /// The clean bytes `[text_begin, text_end)` come all together from source code points
  /// `[source_begin, source_end)`: an entity, a composed syllable, collapsed white space.
  void add_block(std::uint32_t text_begin, std::uint32_t text_end, std::uint32_t source_begin,
                 std::uint32_t source_end);

  /// To be called once with the whole clean text: afterwards no look-up walks over more than a few
  /// hundred bytes, however long a line is.
  void settle(std::string_view text);

  /// The code points of the source that the clean bytes of `span`, which is not empty, come from.
  [[nodiscard]] Span source_place(std::string_view text, Span span) const;

 private:
  struct Run {
    std::uint32_t text;
    std::uint32_t source;
    std::uint32_t source_end;  ///< 0 for a one-to-one run
  };
  [[nodiscard]] const Run& run_at(std::uint32_t at) const;
  std::vector<Run> runs_;
};

/// Immutable after reading. Owns the text that every `Span` and view of later stages points into,
/// so it must outlive them. Not copyable, to make a dangling view hard to write.
class Document {
 public:
  Document(std::string name, std::string text, std::vector<Section> sections, OffsetMap map,
           Date published, std::optional<Sha256> checksum = std::nullopt);
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// The name under which evidence cites it: the path below the folder that was read, or a JSON
  /// Lines `id`.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Clean text, valid UTF-8 in NFC.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
  /// Day of publication by front matter, byline, dateline or URL; unknown when none says it.
  [[nodiscard]] Date published() const { return published_; }
  /// Of the bytes that `source_place` counts in: the file as it lies on disk, or one text of JSON
  /// Lines in UTF-8. Nothing when the document came from elsewhere than a reader.
  [[nodiscard]] const std::optional<Sha256>& checksum() const { return checksum_; }
  /// Place of a clean span in the source file: Unicode code points as it lies on disk, end
  /// excluded.
  [[nodiscard]] Span source_place(Span span) const;

 private:
  std::string name_;
  std::string text_;
  std::vector<Section> sections_;
  OffsetMap map_;
  Date published_;
  std::optional<Sha256> checksum_;
};

}  // namespace samgak
