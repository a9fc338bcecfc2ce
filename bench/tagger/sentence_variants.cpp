#include "bench/tagger/sentence_variants.hpp"

#include <algorithm>

#include "extractors/tagger/tagger_line.hpp"
#include "text/hangul.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr unsigned kReplacedPercent = 70;
constexpr int kReplacedTypes = 3;  // person, place, organisation

// Fine labels of the types, and the labels to draw from when the form itself is in no list.
constexpr std::string_view kPrefix[kReplacedTypes] = {"PS_", "LC", "OGG_"};
constexpr std::array<std::string_view, 6> kDrawn[kReplacedTypes] = {
    {"PS_NAME", "PS_NAME", "PS_NAME", "PS_NAME", "PS_NAME", "PS_NAME"},
    {"LCP_COUNTY", "LCP_CITY", "LC_OTHERS", "LCP_PROVINCE", "LCP_COUNTY", "LC_OTHERS"},
    {"OGG_POLITICS", "OGG_ECONOMY", "OGG_MEDIA", "OGG_OTHERS", "OGG_POLITICS", "OGG_EDUCATION"}};

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t h = 7;
  for (const char c : text) h = mix(h, static_cast<unsigned char>(c));
  return h;
}

}  // namespace

SentenceVariants::SentenceVariants(const std::vector<TrainingForm>& forms) {
  for (const TrainingForm& form : forms) {
    const std::size_t half = hash_of(form.form) >> 63;
    halves_[half].push_back(form);
    // One syllable alone is a surname or a country in a compound: too little to stand for any name.
    if (count_code_points(form.form) > 1) {
      pools_[half][{form.label, has_final_consonant(form.form)}].push_back(form.form);
    }
    const auto [it, fresh] = commonest_.try_emplace(form.form, form);
    if (!fresh && form.count > it->second.count) it->second = form;
  }
}

std::string SentenceVariants::replacement(std::string_view form, int label, std::size_t half,
                                          RandomNumbers& random) const {
  std::string fine(kDrawn[label][random.below(kDrawn[label].size())]);
  const auto known = commonest_.find(form);
  if (known != commonest_.end() && known->second.label.starts_with(kPrefix[label]))
    fine = known->second.label;
  const auto pool = pools_[half].find({fine, has_final_consonant(form)});
  if (pool == pools_[half].end()) return std::string(form);
  return pool->second[random.below(pool->second.size())];
}

SentenceVariants::Variant SentenceVariants::make(const TrainingSentence& sentence,
                                                 RandomNumbers& random) const {
  Variant variant{{sentence.id, "", {}}, random.below(2)};
  std::vector<LabelledSpan> spans = sentence.spans;
  std::sort(spans.begin(), spans.end(),
            [](const auto& a, const auto& b) { return a.begin < b.begin; });
  TaggerLine line;
  line.assign(sentence.text);
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    return std::string_view(sentence.text)
        .substr(line.byte(begin), line.byte(end) - line.byte(begin));
  };
  std::uint32_t done = 0;
  std::uint32_t length = 0;  // of the variant, in code points
  for (const LabelledSpan& span : spans) {
    if (span.begin < done) continue;
    variant.sentence.text += part(done, span.begin);
    length += span.begin - done;
    std::string form(part(span.begin, span.end));
    const bool replace =
        span.label < kReplacedTypes && span.end - span.begin > 1 && random.chance(kReplacedPercent);
    if (replace) form = replacement(form, span.label, variant.half, random);
    const auto form_length = static_cast<std::uint32_t>(count_code_points(form));
    variant.sentence.text += form;
    variant.sentence.spans.push_back({length, length + form_length, span.label});
    length += form_length;
    done = span.end;
  }
  variant.sentence.text += part(done, static_cast<std::uint32_t>(line.size()));
  return variant;
}

}  // namespace samgak
