#include "extractors/tagger/name_tagger.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "text/diagnostic.hpp"

namespace samgak {
namespace {

// Scores stay within 16 bits: a row holds at most 127, a character meets fewer than a hundred rows,
// and the best label of each character is moved to 0. `kFloor` keeps hopeless labels from sinking
// out of range.
constexpr std::int16_t kFloor = -12000;
constexpr std::size_t kPrefetchDistance = 12;
/// How many characters one feature speaks about at most, and how far beyond the line.
constexpr std::size_t kPlaces = 8;
constexpr std::size_t kBeyond = 8;

using MaskPlaces = std::array<std::array<std::int32_t, kPlaces>, 256>;

// The places whose bits are set in each mask, from the lowest.
constexpr MaskPlaces places_of_masks() {
  MaskPlaces table{};
  for (unsigned mask = 0; mask < table.size(); ++mask) {
    std::size_t k = 0;
    for (std::int32_t place = 0; place < static_cast<std::int32_t>(kPlaces); ++place) {
      if ((mask >> place & 1) != 0) table[mask][k++] = place;
    }
  }
  return table;
}

constexpr std::array<std::uint8_t, 256> counts_of_masks() {
  std::array<std::uint8_t, 256> table{};
  for (std::uint32_t mask = 0; mask < table.size(); ++mask) {
    table[mask] = static_cast<std::uint8_t>(detail::count_bits(mask));
  }
  return table;
}

constexpr MaskPlaces kPlacesOfMask = places_of_masks();
constexpr std::array<std::uint8_t, 256> kCountOfMask = counts_of_masks();

// Where to cut `text` so that the piece is no longer than allowed: after a space, else between
// characters.
std::size_t piece_end(std::string_view text) {
  if (text.size() <= NameTagger::kLongestPiece) return text.size();
  const std::size_t space = text.substr(0, NameTagger::kLongestPiece).rfind(' ');
  if (space != std::string_view::npos && space > 0) return space + 1;
  std::size_t end = NameTagger::kLongestPiece;
  while (end > NameTagger::kLongestPiece - 4 &&
         (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return end;
}

}  // namespace

std::string_view to_string(NameType type) {
  constexpr std::array<std::string_view, kTaggerTypes> kNames = {"person", "place", "organization",
                                                                 "date",   "time",  "quantity"};
  return kNames[static_cast<std::size_t>(type)];
}

NameTagger::NameTagger(std::string_view model, std::string_view name) : model_(model, name) {}

NameTagger NameTagger::from_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw LoadError(path.string() + ": the model of the name tagger cannot be read");
  auto bytes = std::make_shared<const std::string>(std::istreambuf_iterator<char>(in),
                                                   std::istreambuf_iterator<char>());
  NameTagger tagger(*bytes, path.string());
  tagger.owned_ = std::move(bytes);
  return tagger;
}

std::vector<TaggedSpan> NameTagger::tag(std::string_view text) const {
  TaggerScratch scratch;
  std::vector<TaggedSpan> out;
  tag(text, scratch, out);
  return out;
}

void NameTagger::tag(std::string_view text, TaggerScratch& scratch,
                     std::vector<TaggedSpan>& out) const {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    while (at < line_end) {
      const std::string_view rest = text.substr(at, line_end - at);
      const std::string_view piece = rest.substr(0, piece_end(rest));
      tag_piece(piece, static_cast<std::uint32_t>(at), scratch, out);
      at += piece.size();
    }
    at = line_end + 1;
  }
}

void NameTagger::tag_piece(std::string_view piece, std::uint32_t offset, TaggerScratch& scratch,
                           std::vector<TaggedSpan>& out) const {
  scratch.line_.assign(piece);
  if (scratch.line_.words().empty()) return;
  score(scratch);
  find_path(scratch);
  const std::vector<std::uint8_t>& path = scratch.path_;
  for (std::size_t i = 0; i < path.size();) {
    if (path[i] == 0) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < path.size() && path[end] == path[i] + 1) ++end;
    const Span span{offset + scratch.line_.byte(i), offset + scratch.line_.byte(end)};
    out.push_back({span, static_cast<NameType>((path[i] - 1) / 2), margin(scratch, i, end)});
    i = end;
  }
}

// Lists the rows of all features. For each feature eight are written and as many kept as it has,
// none for an unknown one: a loop that ends when the mask is empty would be guessed wrong by the
// processor at nearly every feature.
std::size_t NameTagger::collect_rows(TaggerScratch& scratch) const {
  const std::vector<TaggerFeature>& features =
      scratch.features_.extract(scratch.line_, model_.forms());
  const FeatureTable& table = model_.features();
  if (scratch.rows_.size() < (features.size() + 1) * kPlaces) {
    scratch.rows_.resize((features.size() + 1) * kPlaces);
    scratch.places_.resize(scratch.rows_.size());
  }
  std::size_t count = 0;
  for (std::size_t f = 0; f < features.size(); ++f) {
    table.prefetch(features[std::min(f + kPrefetchDistance, features.size() - 1)].key);
    const FeatureTable::Hit hit = table.find(features[f].key);
    std::uint32_t* const rows = scratch.rows_.data() + count;
    std::int32_t* const places = scratch.places_.data() + count;
    const std::int32_t first = features[f].first;
    // A key may know more places than speak here: what a word says of its neighbour ends where the
    // neighbour ends.
    const std::uint32_t mask = hit.mask & ((1U << features[f].count) - 1);
    const std::array<std::int32_t, kPlaces>& places_of_mask = kPlacesOfMask[mask];
    for (std::uint32_t k = 0; k < kPlaces; ++k) rows[k] = hit.row + k;
    for (std::uint32_t k = 0; k < kPlaces; ++k) places[k] = first + places_of_mask[k];
    count += kCountOfMask[mask];
  }
  return count;
}

// Sums up what each character's rows say. Features may speak about a few characters beyond either
// end of the line: those have a place as well, so that no row needs a check.
void NameTagger::score(TaggerScratch& scratch) const {
  scratch.emissions_.assign(scratch.line_.size() + 2 * kBeyond, LabelScores());
  const std::size_t count = collect_rows(scratch);
  LabelScores* const emissions = scratch.emissions_.data() + kBeyond;
  for (std::size_t k = 0; k < count; ++k) {
    emissions[scratch.places_[k]].add_bytes(model_.features().row(scratch.rows_[k]));
  }
}

// Viterbi. The way forward keeps only how good each label of each character can be; which label
// came before is asked on the way back, of one label for each character. Lanes beyond the labels
// hold waste.
void NameTagger::find_path(TaggerScratch& scratch) const {
  const std::size_t n = scratch.line_.size();
  const TaggerModel::Transitions& transitions = model_.transitions();
  scratch.best_.resize(n);
  LabelScores before;
  for (std::size_t i = 0; i < n; ++i) {
    LabelScores next = transitions[kTaggerLabels];
    if (i > 0) {
      next = LabelScores::all(before[0]) + transitions[0];
      for (std::size_t a = 1; a < kTaggerLabels; ++a) {
        next = larger(next, LabelScores::all(before[a]) + transitions[a]);
      }
    }
    next += scratch.emissions_[i + kBeyond];
    std::int16_t top = next[0];
    for (std::size_t b = 1; b < kTaggerLabels; ++b) top = std::max(top, next[b]);
    before =
        larger(next + LabelScores::all(static_cast<std::int16_t>(-top)), LabelScores::all(kFloor));
    scratch.best_[i] = before;
  }
  scratch.path_.resize(n);
  const auto first_best = [](const auto& score) {
    std::size_t best = 0;
    for (std::size_t a = 1; a < kTaggerLabels; ++a) best = score(a) > score(best) ? a : best;
    return best;
  };
  std::size_t label = first_best([&](std::size_t a) { return scratch.best_[n - 1][a]; });
  for (std::size_t i = n; i-- > 0;) {
    scratch.path_[i] = static_cast<std::uint8_t>(label);
    if (i > 0)
      label = first_best(
          [&](std::size_t a) { return scratch.best_[i - 1][a] + transitions[a][label]; });
  }
}

float NameTagger::margin(const TaggerScratch& scratch, std::size_t begin, std::size_t end) const {
  const std::vector<std::uint8_t>& path = scratch.path_;
  const TaggerModel::Transitions& step = model_.transitions();
  std::size_t before = begin == 0 ? std::size_t{kTaggerLabels} : path[begin - 1];
  std::size_t outside_before = before;
  int margin = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t label = path[i];
    const LabelScores& emission = scratch.emissions_[i + kBeyond];
    margin += emission[label] - emission[0] + step[before][label] - step[outside_before][0];
    before = label;
    outside_before = 0;
  }
  if (end < path.size()) margin += step[before][path[end]] - step[0][path[end]];
  return static_cast<float>(margin) / static_cast<float>(model_.units_per_nat());
}

}  // namespace samgak
