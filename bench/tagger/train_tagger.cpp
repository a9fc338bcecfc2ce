// Trains the name tagger, or measures it by cross-validation. scripts/train-tagger.sh shows both
// uses.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "bench/tagger/corpus.hpp"
#include "bench/tagger/crf_trainer.hpp"
#include "bench/tagger/form_builder.hpp"
#include "bench/tagger/model_writer.hpp"
#include "bench/tagger/row_index.hpp"
#include "bench/tagger/sentence_variants.hpp"
#include "extractors/tagger/name_tagger.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

struct Settings {
  std::filesystem::path data = "../shared/data/korean-ner";
  std::filesystem::path out;
  std::size_t folds = 0;
  bool no_forms = false;
  std::size_t row_limit = 160000;
  CrfOptions crf;
};

/// A variant of a sentence counts less than the sentence, and most variants are shown as if no list
/// held their names.
constexpr float kVariantWeight = 0.5F;
constexpr unsigned kHiddenPercent = 80;

/// Everything that the folds share: the sentences, indexed, and what may be learnt from them.
class TrainingSet {
 public:
  explicit TrainingSet(const Settings& settings) : settings_(settings) {
    sentences_ = read_sentences(settings.data / "klue-ner.jsonl");
    const std::vector<TrainingForm> forms = read_forms(settings.data / "konec-train-forms.tsv");
    if (!settings.no_forms) slots_ = build_form_slots(forms);
    const FormTable table = slots_.empty() ? FormTable() : FormTable(slots_);
    for (const TrainingSentence& s : sentences_) indexed_.push_back(index_.add(s, table, 1));
    if (!settings.no_forms) add_variants(forms, table);
  }

  /// A model of the sentences whose number leaves another rest than `left_out` when divided by the
  /// number of folds; of all sentences when there are no folds.
  [[nodiscard]] std::string train(std::size_t left_out) const {
    const auto in_use = [&](std::size_t number) {
      return settings_.folds == 0 || number % settings_.folds != left_out;
    };
    std::vector<const IndexedSentence*> chosen;
    for (std::size_t i = 0; i < indexed_.size(); ++i) {
      if (in_use(i)) chosen.push_back(&indexed_[i]);
    }
    for (const auto& [variant, number] : variants_) {
      if (in_use(number)) chosen.push_back(&variant);
    }
    return train_twice(chosen);
  }
  [[nodiscard]] const std::vector<TrainingSentence>& sentences() const { return sentences_; }

 private:
  /// Trains on all rows, keeps those that say most, and trains again on these alone, so that they
  /// make up for the rows that are gone.
  [[nodiscard]] std::string train_twice(const std::vector<const IndexedSentence*>& chosen) const {
    const std::vector<std::uint32_t> kept = strongest_rows(
        train_crf(chosen, index_.names().size(), settings_.crf), settings_.row_limit);
    std::vector<RowIndex::Name> names;
    for (const std::uint32_t row : kept) names.push_back(index_.names()[row]);
    std::vector<IndexedSentence> pruned;
    for (const IndexedSentence* sentence : chosen) pruned.push_back(keep_rows(*sentence, kept));
    std::vector<const IndexedSentence*> pointers;
    for (const IndexedSentence& sentence : pruned) pointers.push_back(&sentence);
    return write_model(train_crf(pointers, kept.size(), settings_.crf), names, slots_);
  }

  void add_variants(const std::vector<TrainingForm>& forms, const FormTable& whole_table) {
    const SentenceVariants variants(forms);
    const std::string half_slots[2] = {build_form_slots(variants.half(0)),
                                       build_form_slots(variants.half(1))};
    RandomNumbers random(99);
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (!sentences_[i].news()) continue;
      const SentenceVariants::Variant variant = variants.make(sentences_[i], random);
      if (variant.sentence.text == sentences_[i].text) continue;
      const bool hidden = random.chance(kHiddenPercent);
      const FormTable table = hidden ? FormTable(half_slots[1 - variant.half]) : whole_table;
      variants_.emplace_back(index_.add(variant.sentence, table, kVariantWeight), i);
    }
  }

  Settings settings_;
  std::vector<TrainingSentence> sentences_;
  std::string slots_;
  RowIndex index_;
  std::vector<IndexedSentence> indexed_;
  std::vector<std::pair<IndexedSentence, std::size_t>>
      variants_;  ///< with the number of the original
};

void save(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) {
    throw WriteError(path.string() + ": cannot be written");
  }
}

/// What the tagger says of a sentence, in the form that score_ner.py reads.
std::string mentions_line(const TrainingSentence& sentence, const NameTagger& tagger) {
  constexpr std::string_view kKlue[] = {"PS", "LC", "OG", "DT", "TI", "QT"};
  std::string mentions;
  for (const TaggedSpan& found : tagger.tag(sentence.text)) {
    const std::size_t begin =
        count_code_points(std::string_view(sentence.text).substr(0, found.span.begin));
    const std::size_t length = count_code_points(slice(sentence.text, found.span));
    mentions += fmt::format(R"({}{{"begin": {}, "end": {}, "type": "{}", "margin": {:.2f}}})",
                            mentions.empty() ? "" : ", ", begin, begin + length,
                            kKlue[static_cast<std::size_t>(found.type)], found.margin);
  }
  return fmt::format("{{\"id\": \"{}\", \"mentions\": [{}]}}\n", sentence.id, mentions);
}

int run(const Settings& settings) {
  const TrainingSet set(settings);
  if (settings.folds == 0) {
    save(settings.out, set.train(0));
    return 0;
  }
  std::string mentions;
  for (std::size_t fold = 0; fold < settings.folds; ++fold) {
    // Through the file's bytes, so that what is measured is what ships.
    const std::string model = set.train(fold);
    const NameTagger tagger(model);
    for (std::size_t i = fold; i < set.sentences().size(); i += settings.folds) {
      mentions += mentions_line(set.sentences()[i], tagger);
    }
  }
  save(settings.out, mentions);
  return 0;
}

}  // namespace
}  // namespace samgak

int main(int argc, char** argv) {
  samgak::Settings settings;
  CLI::App app("Trains the name tagger, or measures it by cross-validation");
  app.add_option("--data", settings.data, "Folder with klue-ner.jsonl and konec-train-forms.tsv");
  app.add_option("--out", settings.out, "The model; with --folds, the mentions for score_ner.py")
      ->required();
  app.add_option("--folds", settings.folds,
                 "Train that many times, each time without one part, and tag that part");
  app.add_option("--rows", settings.row_limit, "How many rows of weights the model keeps");
  app.add_option("--epochs", settings.crf.epochs, "Times through the sentences");
  app.add_option("--least-seen", settings.crf.least_seen,
                 "Rows seen on fewer characters get no weight");
  app.add_option("--seed", settings.crf.seed, "Of the order of the sentences and of dropout");
  app.add_flag("--no-forms", settings.no_forms, "Without the list of known forms");
  CLI11_PARSE(app, argc, argv);
  try {
    return samgak::run(settings);
  } catch (const std::exception& error) {
    std::cerr << "train_tagger: " << error.what() << "\n";
    return 1;
  }
}
