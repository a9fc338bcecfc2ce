#include "extractors/tagger/tagger_model.hpp"

#include <bit>

#include "text/diagnostic.hpp"

namespace samgak {
namespace {

using detail::load16;
using detail::load32;
using detail::load64;

constexpr std::size_t kChecksumEnd = 24;
constexpr std::size_t kTransitionBytes = (kTaggerLabels + 1) * 16 * 2;

[[noreturn]] void refuse(std::string_view name, std::string_view what) {
  throw LoadError(std::string(name) + ": " + std::string(what) +
                  "; train it anew with scripts/train-tagger.sh, or run without the model");
}

// A search in the table ends at a free slot, so there must be one.
bool has_free_slot(std::string_view slots) {
  for (std::size_t at = 0; at < slots.size(); at += FormTable::kSlotBytes) {
    if (load16(slots.data() + at + 2) == 0) return true;
  }
  return false;
}

// The rows of the buckets must follow one another without gap or overlap; slots are taken from the
// first on; and a search for an unknown key must come to a bucket with a free slot.
bool buckets_agree(std::string_view buckets, std::size_t row_count) {
  std::uint32_t row = 0;
  bool has_free_slot = false;
  for (std::size_t at = 0; at < buckets.size(); at += FeatureTable::kBucketBytes) {
    const std::uint32_t masks = load32(buckets.data() + at + 8);
    if (load32(buckets.data() + at + 12) != row) return false;
    for (unsigned slot = 1; slot < FeatureTable::kSlots; ++slot) {
      if ((masks >> 8 * slot & 0xFF) != 0 && (masks >> 8 * (slot - 1) & 0xFF) == 0) return false;
    }
    has_free_slot = has_free_slot || masks >> 24 == 0;
    row += detail::count_bits(masks);
  }
  return row == row_count && has_free_slot;
}

}  // namespace

std::uint64_t TaggerModel::checksum(std::string_view bytes) {
  // Four lanes, because one would wait for its own multiplication all the time.
  std::array<std::uint64_t, 4> lane = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t k = 0; k < 4; ++k) {
      lane[k] =
          std::rotl((lane[k] ^ load64(bytes.data() + at + 8 * k)) * 0x9E3779B97F4A7C15ULL, 31);
    }
  }
  for (; at < bytes.size(); ++at) lane[0] = mix(lane[0], static_cast<unsigned char>(bytes[at]));
  return mix(mix(lane[0], lane[1]), mix(lane[2], lane[3]));
}

TaggerModel::TaggerModel(std::string_view bytes, std::string_view name) {
  if (!bytes.starts_with(kMagic)) refuse(name, "this is no model of the name tagger");
  if (bytes.size() < kHeaderBytes || load32(bytes.data() + 12) != bytes.size()) {
    refuse(name, "the model is cut short or has bytes too many");
  }
  if (load32(bytes.data() + 8) != kVersion || load32(bytes.data() + 24) != kFeatureVersion) {
    refuse(name, "the model is of another version of Samgak");
  }
  if (load64(bytes.data() + 16) != checksum(bytes.substr(kChecksumEnd))) {
    refuse(name, "the model is damaged (its checksum is wrong)");
  }
  units_per_nat_ = static_cast<int>(load32(bytes.data() + 28));
  const std::size_t slot_count = load32(bytes.data() + 32);
  const std::size_t bucket_count = load32(bytes.data() + 36);
  const std::size_t row_count = load32(bytes.data() + 40);
  const std::size_t expected = kHeaderBytes + kTransitionBytes +
                               slot_count * FormTable::kSlotBytes +
                               bucket_count * FeatureTable::kBucketBytes +
                               row_count * kTaggerLabels + FeatureTable::kRowRead;
  if (expected != bytes.size() || !std::has_single_bit(bucket_count) || units_per_nat_ < 1 ||
      (slot_count != 0 && !std::has_single_bit(slot_count))) {
    refuse(name, "the sizes in the model's head do not fit together");
  }

  const char* at = bytes.data() + kHeaderBytes;
  for (LabelScores& scores : transitions_) {
    std::array<std::int16_t, LabelScores::kLanes> weights;
    for (std::int16_t& weight : weights) {
      weight = static_cast<std::int16_t>(load16(at));
      at += 2;
    }
    scores = LabelScores(weights.data());
  }
  const std::string_view slots(at, slot_count * FormTable::kSlotBytes);
  if (!slots.empty()) {
    if (!has_free_slot(slots)) refuse(name, "the model's table of forms is full");
    forms_ = FormTable(slots);
  }
  const std::string_view buckets(slots.data() + slots.size(),
                                 bucket_count * FeatureTable::kBucketBytes);
  if (!buckets_agree(buckets, row_count)) refuse(name, "the model's tables do not fit together");
  features_ = FeatureTable(buckets.data(), bucket_count, buckets.data() + buckets.size());
}

}  // namespace samgak
