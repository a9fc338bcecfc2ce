// The kinds of forms that are looked for in every sentence beside those of the frames.
#pragma once

#include "extractors/form_index.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// Their numbers in the index that all of them are added to.
struct SentenceForms {
  SentenceForms(const Lexicon& lexicon, FormIndex& index)
      : type_words(index.add(lexicon.type_word_forms)),
        anaphors(index.add(lexicon.anaphor_forms)),
        company_kinds(index.add(lexicon.cue("company_kind"))),
        bilateral_talks(index.add(lexicon.cue("bilateral_talks"))),
        interview(index.add(lexicon.cue("interview"))),
        absent(index.add(lexicon.cue("absent"))),
        head_of_delegation(index.add(lexicon.cue("head_of_delegation"))),
        sits_in(index.add(lexicon.cue("sits_in"))) {}

  FormRange type_words;  ///< in the order of `Lexicon::type_words`
  FormRange anaphors;    ///< in the order of `Lexicon::anaphors`
  FormRange company_kinds;
  FormRange bilateral_talks;
  FormRange interview;
  FormRange absent;
  FormRange head_of_delegation;
  FormRange sits_in;
};

}  // namespace samgak
