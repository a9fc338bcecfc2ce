// The training data: annotated sentences and lists of forms, as ../shared/data/korean-ner holds
// them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace samgak {

/// A stretch of a sentence in code points; `label` is an index into the tagger's name types.
struct LabelledSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int label = 0;
};

struct TrainingSentence {
  std::string id;
  std::string text;
  std::vector<LabelledSpan> spans;

  /// News, not film reviews: the half that resembles the texts Samgak reads.
  [[nodiscard]] bool news() const { return id.ends_with("-wikitree"); }
};

/// A form with its fine label (`PS_NAME`, `CV_POSITION`) and how often the training part of konec
/// has it.
struct TrainingForm {
  std::string form;
  std::string label;
  std::uint32_t count = 0;
};

/// Sentences of `klue-ner.jsonl`, in file order. Throws `LoadError`.
std::vector<TrainingSentence> read_sentences(const std::filesystem::path& path);

/// Rows of `konec-train-forms.tsv` with a count above zero, in file order. Throws `LoadError`.
std::vector<TrainingForm> read_forms(const std::filesystem::path& path);

}  // namespace samgak
