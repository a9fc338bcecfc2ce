#include "bench/tagger/row_index.hpp"

#include <algorithm>

#include "extractors/tagger/tagger_features.hpp"
#include "extractors/tagger/tagger_line.hpp"

namespace samgak {

IndexedSentence keep_rows(const IndexedSentence& sentence, const std::vector<std::uint32_t>& kept) {
  IndexedSentence out;
  out.labels = sentence.labels;
  out.weight = sentence.weight;
  out.begins.push_back(0);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    for (std::uint32_t k = sentence.begins[i]; k < sentence.begins[i + 1]; ++k) {
      const auto found = std::lower_bound(kept.begin(), kept.end(), sentence.rows[k]);
      if (found == kept.end() || *found != sentence.rows[k]) continue;
      out.rows.push_back(static_cast<std::uint32_t>(found - kept.begin()));
    }
    out.begins.push_back(static_cast<std::uint32_t>(out.rows.size()));
  }
  return out;
}

IndexedSentence RowIndex::add(const TrainingSentence& sentence, const FormTable& forms,
                              float weight) {
  TaggerLine line;
  TaggerFeatures features;
  line.assign(sentence.text);
  const auto n = static_cast<std::int64_t>(line.size());
  std::vector<std::vector<std::uint32_t>> rows_at(line.size());
  for (const TaggerFeature& feature : features.extract(line, forms)) {
    for (std::uint32_t place = 0; place < feature.count; ++place) {
      const std::int64_t at = feature.first + static_cast<std::int64_t>(place);
      if (at < 0 || at >= n) continue;
      const Name name{feature.key, place};
      const auto [it, fresh] =
          numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
      if (fresh) names_.push_back(name);
      rows_at[static_cast<std::size_t>(at)].push_back(it->second);
    }
  }
  IndexedSentence out;
  out.weight = weight;
  out.begins.push_back(0);
  for (const auto& rows : rows_at) {
    out.rows.insert(out.rows.end(), rows.begin(), rows.end());
    out.begins.push_back(static_cast<std::uint32_t>(out.rows.size()));
  }
  out.labels.assign(line.size(), 0);
  for (const LabelledSpan& span : sentence.spans) {
    for (std::uint32_t i = span.begin; i < span.end && i < out.labels.size(); ++i) {
      out.labels[i] = static_cast<std::uint8_t>(1 + 2 * span.label + (i > span.begin ? 1 : 0));
    }
  }
  return out;
}

}  // namespace samgak
