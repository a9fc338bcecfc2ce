#include "bench/tagger/model_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "bench/tagger/packed_numbers.hpp"
#include "extractors/tagger/tagger_model.hpp"

namespace samgak {
namespace {

/// Weights beyond ±127/40 nat are cut; the largest seen are 2.7.
constexpr int kUnitsPerNat = 40;
/// What a forbidden transition costs: more than any allowed way can lose (see `NameTagger`).
constexpr std::int16_t kForbidden = -16000;
/// The fullest that the table of features may be: then one search in ten looks into a second
/// bucket.
constexpr double kFullest = 0.7;

struct KeptRow {
  RowIndex::Name name;
  std::array<std::int8_t, kTaggerLabels> weights{};
};

int quantised(float weight, int limit) {
  return std::clamp(static_cast<int>(std::lround(weight * kUnitsPerNat)), -limit, limit);
}

// How far a row can tell labels apart; a row that gives all labels the same says nothing.
float spread(const WeightRow& row) {
  const auto [low, high] = std::minmax_element(row.begin(), row.begin() + kTaggerLabels);
  return *high - *low;
}

std::vector<KeptRow> quantised_rows(const CrfModel& model,
                                    const std::vector<RowIndex::Name>& names) {
  std::vector<KeptRow> kept;
  for (std::size_t r = 0; r < names.size(); ++r) {
    KeptRow row{names[r], {}};
    for (std::size_t y = 0; y < row.weights.size(); ++y) {
      row.weights[y] = static_cast<std::int8_t>(quantised(model.rows[r][y], 127));
    }
    if (row.weights != decltype(row.weights){}) kept.push_back(row);
  }
  return kept;
}

struct Tables {
  std::string buckets, rows;
  std::uint32_t bucket_count = 1, row_count = 0;
};

// `kept` by key: begin and end of each key's rows.
using RowRange = std::pair<std::size_t, std::size_t>;

std::vector<RowRange> ranges_by_key(const std::vector<KeptRow>& kept) {
  std::vector<RowRange> ranges;
  for (std::size_t at = 0; at < kept.size(); ++at) {
    if (ranges.empty() || kept[ranges.back().first].name.key != kept[at].name.key)
      ranges.emplace_back(at, at);
    ranges.back().second = at + 1;
  }
  return ranges;
}

Tables build_tables(std::vector<KeptRow> kept) {
  std::sort(kept.begin(), kept.end(),
            [](const KeptRow& a, const KeptRow& b) { return a.name < b.name; });
  const std::vector<RowRange> ranges = ranges_by_key(kept);
  Tables t;
  while (static_cast<double>(t.bucket_count * FeatureTable::kSlots) * kFullest <=
         static_cast<double>(ranges.size())) {
    t.bucket_count *= 2;
  }
  std::vector<std::vector<RowRange>> buckets(t.bucket_count);
  for (const RowRange& range : ranges) {
    std::size_t at = kept[range.first].name.key & (t.bucket_count - 1);
    while (buckets[at].size() == FeatureTable::kSlots) at = (at + 1) & (t.bucket_count - 1);
    buckets[at].push_back(range);
  }
  for (const auto& bucket : buckets) {
    const std::uint32_t first_row = t.row_count;
    std::uint64_t checks = 0;
    std::uint32_t masks = 0;
    for (std::size_t slot = 0; slot < bucket.size(); ++slot) {
      const auto& [begin, end] = bucket[slot];
      checks |= std::uint64_t{FeatureTable::check_of(kept[begin].name.key)} << 16 * slot;
      for (std::size_t r = begin; r < end; ++r, ++t.row_count) {
        masks |= 1U << (8 * slot + kept[r].name.place);
        for (const std::int8_t w : kept[r].weights) t.rows.push_back(static_cast<char>(w));
      }
    }
    append_number(t.buckets, checks);
    append_number(t.buckets, masks);
    append_number(t.buckets, first_row);
  }
  return t;
}

}  // namespace

std::vector<std::uint32_t> strongest_rows(const CrfModel& model, std::size_t limit) {
  std::vector<std::pair<float, std::uint32_t>> order;
  for (std::uint32_t r = 0; r < model.rows.size(); ++r) {
    if (const float s = spread(model.rows[r]); s > 0) order.emplace_back(-s, r);
  }
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), limit));
  std::vector<std::uint32_t> rows;
  for (const auto& [strength, r] : order) rows.push_back(r);
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::string write_model(const CrfModel& model, const std::vector<RowIndex::Name>& names,
                        std::string_view form_slots) {
  const Tables tables = build_tables(quantised_rows(model, names));
  std::string body;  // what the checksum covers
  append_number(body, TaggerModel::kFeatureVersion);
  append_number(body, std::uint32_t{kUnitsPerNat});
  append_number(body, static_cast<std::uint32_t>(form_slots.size() / FormTable::kSlotBytes));
  append_number(body, tables.bucket_count);
  append_number(body, tables.row_count);
  for (int from = 0; from <= kTaggerLabels; ++from) {
    for (int to = 0; to < 16; ++to) {
      const bool real = to < kTaggerLabels;
      const int weight = real ? quantised(model.transitions[from][to], 1000) : 0;
      append_number(
          body, static_cast<std::uint16_t>(real && !may_follow(from, to) ? kForbidden : weight));
    }
  }
  body.append(form_slots).append(tables.buckets).append(tables.rows);
  body.append(FeatureTable::kRowRead, '\0');

  std::string file(TaggerModel::kMagic);
  append_number(file, TaggerModel::kVersion);
  append_number(file, static_cast<std::uint32_t>(file.size() + 4 + 8 + body.size()));
  append_number(file, TaggerModel::checksum(body));
  return file + body;
}

}  // namespace samgak
