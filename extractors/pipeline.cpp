#include "extractors/pipeline.hpp"

#include "extractors/statement_maker.hpp"
#include "extractors/text_analyzer.hpp"

namespace samgak {

struct Pipeline::State {
  const Ontology& ontology;
  PipelineOptions options;
  TextAnalyzer analyzer;
};

Pipeline::Pipeline(const Ontology& ontology, PipelineOptions options)
    : state_(new State{ontology, options, {ontology, options.use_model}}) {}
Pipeline::~Pipeline() = default;

Extraction Pipeline::run(const Document& document) const {
  const std::unique_ptr<const AnalyzedText> text = state_->analyzer.analyze(document);
  Extraction extraction =
      StatementMaker(state_->ontology, state_->analyzer.frames(), document, *text)
          .make(state_->options.reference_date);
  if (document.checksum()) extraction.sources.push_back({document.name(), *document.checksum()});
  return extraction;
}

std::vector<NamedSpan> Pipeline::mentions(const Document& document) const {
  std::vector<NamedSpan> out;
  const std::unique_ptr<const AnalyzedText> text = state_->analyzer.analyze(document);
  for (const AnalyzedSentence& sentence : text->sentences) {
    for (const Mention& mention : sentence.mentions) {
      const Span place = document.source_place(mention.span);
      for (const EntityId id : mention.entities) {
        out.push_back({place.begin, place.end,
                       std::string(state_->ontology.schema.name_of(mention.type)),
                       std::string(slice(document.text(), mention.span)),
                       std::string(text->entities.text(id))});
      }
    }
  }
  return out;
}

}  // namespace samgak
