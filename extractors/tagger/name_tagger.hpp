// Names in Korean text by a statistical model, for texts whose names no list holds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/tagger/label_scores.hpp"
#include "extractors/tagger/tagger_features.hpp"
#include "extractors/tagger/tagger_line.hpp"
#include "extractors/tagger/tagger_model.hpp"
#include "text/span.hpp"

namespace samgak {

/// What the model tells apart. The order is that of the labels in the model file.
enum class NameType : std::uint8_t { person, place, organization, date, time, quantity };

[[nodiscard]] std::string_view to_string(NameType type);

/// A name that the tagger found.
struct TaggedSpan {
  Span span;  ///< bytes of the text, particle and title left out
  NameType type = NameType::person;
  /// Log-odds (nats) of this reading of the line against the same reading without this name. May be
  /// a little below zero when two names lean on each other. The higher, the surer: see
  /// ontology/models/README.md for what precision a threshold buys.
  float margin = 0;

  friend bool operator==(const TaggedSpan&, const TaggedSpan&) = default;
};

/// Buffers of one thread, kept between calls so that tagging allocates nothing once they have
/// grown. Never larger than a piece of text of `NameTagger::kLongestPiece` bytes asks for.
class TaggerScratch {
 private:
  friend class NameTagger;

  TaggerLine line_;
  TaggerFeatures features_;
  std::vector<std::uint32_t> rows_;   ///< rows of weights to add …
  std::vector<std::int32_t> places_;  ///< … and the characters they are for
  std::vector<LabelScores> emissions_;
  std::vector<LabelScores> best_;
  std::vector<std::uint8_t> path_;
};

/// Tags text line by line. Constant after loading: any number of threads may tag at once, each with
/// its own scratch.
class NameTagger {
 public:
  /// Longer lines are cut at a space, so that memory stays bounded whatever the text.
  static constexpr std::size_t kLongestPiece = 8192;

  /// Uses the bytes of a model file where they lie; they must outlive the tagger. Throws
  /// `LoadError` (beginning with `name`) when they are damaged or of another version.
  explicit NameTagger(std::string_view model, std::string_view name = "names-ko.model");
  /// Reads a model file and keeps it. Throws `LoadError`.
  [[nodiscard]] static NameTagger from_file(const std::filesystem::path& path);

  /// The names in `text`, in order, without overlap, never across a line break. Broken UTF-8 is no
  /// error: a byte that begins no character counts as one. Linear in the text, which must be
  /// shorter than 4 GiB.
  [[nodiscard]] std::vector<TaggedSpan> tag(std::string_view text) const;
  /// The same, appended to `out`.
  void tag(std::string_view text, TaggerScratch& scratch, std::vector<TaggedSpan>& out) const;

 private:
  void tag_piece(std::string_view piece, std::uint32_t offset, TaggerScratch& scratch,
                 std::vector<TaggedSpan>& out) const;
  [[nodiscard]] std::size_t collect_rows(TaggerScratch& scratch) const;
  void score(TaggerScratch& scratch) const;
  void find_path(TaggerScratch& scratch) const;
  [[nodiscard]] float margin(const TaggerScratch& scratch, std::size_t begin,
                             std::size_t end) const;

  std::shared_ptr<const std::string> owned_;
  TaggerModel model_;
};

}  // namespace samgak
