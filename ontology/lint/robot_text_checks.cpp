// ROBOT's checks of labels, definitions, synonyms and other texts, each language by itself.
#include <fmt/format.h>

#include <array>
#include <map>

#include "ontology/lint/lint_context.hpp"
#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

bool has_outer_space(std::string_view text) {
  const std::string_view spaces = " \t\r\n";
  return !text.empty() && (spaces.find(text.front()) != std::string_view::npos ||
                           spaces.find(text.back()) != std::string_view::npos);
}

/// Does a label say, in any of Samgak's languages, that its term is out of use?
bool says_obsolete(std::string_view text) {
  const std::string low = folded(text);
  return low.starts_with("obsolete") || low.starts_with("폐기") || low.starts_with("廃止");
}

/// Each text of a language that a term has more than once.
template <typename Texts>
void several_in_a_language(const LintContext& c, LintSink& out, Texts texts) {
  for (const TermIndex t : c.terms) {
    std::map<std::string_view, int> uses;
    for (const RdfTerm& text : texts(t)) {
      if (++uses[text.language] == 2) out.add(t, fmt::format("several @{}", text.language));
    }
  }
}

void missing_label(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    if (c.texts(t, c.label).empty()) out.add(t);
  }
}

void multiple_labels(const LintContext& c, LintSink& out) {
  several_in_a_language(c, out, [&](TermIndex t) { return c.texts(t, c.label); });
}

void duplicate_label(const LintContext& c, LintSink& out) {
  TermsByText texts;
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& text : c.texts(t, c.label))
      texts[{folded(text.text), std::string(text.language)}].push_back(t);
  }
  report_shared_texts(c, texts, out);
}

void label_formatting(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& text : c.texts(t, c.label)) {
      if (text.text.find_first_of("\n\r\t") != std::string_view::npos ||
          text.text.find("<") != std::string_view::npos)
        out.add(t, fmt::format("«{}»", text.text));
    }
  }
}

void label_whitespace(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& text : c.texts(t, c.label)) {
      if (has_outer_space(text.text)) out.add(t, fmt::format("«{}»", text.text));
    }
  }
}

void annotation_whitespace(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    for (const RdfTriple& triple : c.graph.from(t)) {
      const RdfTerm value = c.term(triple.object);
      if (value.is_literal() && triple.predicate != c.label && has_outer_space(value.text))
        out.add(t, std::string(c.local(triple.predicate)));
    }
  }
}

void missing_definition(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    if (c.definitions(t).empty()) out.add(t);
  }
}

void multiple_definitions(const LintContext& c, LintSink& out) {
  several_in_a_language(c, out, [&](TermIndex t) { return c.texts(t, c.definition); });
}

void duplicate_definition(const LintContext& c, LintSink& out) {
  TermsByText texts;
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& text : c.definitions(t))
      texts[{folded(text.text), std::string(text.language)}].push_back(t);
  }
  report_shared_texts(c, texts, out);
}

/// Scripts without capitals have no lower case.
void lowercase_definition(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& text : c.definitions(t)) {
      if (!text.text.empty() && text.text.front() >= 'a' && text.text.front() <= 'z')
        out.add(t, fmt::format("@{}", text.language));
    }
  }
}

void misused_obsolete_label(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    if (c.is_deprecated(t)) continue;
    for (const RdfTerm& text : c.texts(t, c.label)) {
      if (says_obsolete(text.text)) out.add(t, fmt::format("«{}»", text.text));
    }
  }
}

void missing_obsolete_label(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    if (!c.is_deprecated(t)) continue;
    for (const RdfTerm& text : c.texts(t, c.label)) {
      if (!says_obsolete(text.text)) out.add(t, fmt::format("«{}»@{}", text.text, text.language));
    }
  }
}

void duplicate_exact_synonym(const LintContext& c, LintSink& out) {
  TermsByText texts;
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& text : c.texts(t, c.alt_label))
      texts[{folded(text.text), std::string(text.language)}].push_back(t);
  }
  report_shared_texts(c, texts, out);
}

/// A synonym that says what another property of the term says in that language.
void synonym_again(const LintContext& c, LintSink& out, TermIndex other) {
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& synonym : c.texts(t, c.alt_label)) {
      for (const RdfTerm& text : c.texts(t, other)) {
        if (text.language == synonym.language && folded(text.text) == folded(synonym.text))
          out.add(t, fmt::format("«{}»", synonym.text));
      }
    }
  }
}

void duplicate_label_synonym(const LintContext& c, LintSink& out) {
  synonym_again(c, out, c.label);
}

void duplicate_scoped_synonym(const LintContext& c, LintSink& out) {
  synonym_again(c, out, c.hidden_label);
}

void missing_header_text(const LintContext& c, LintSink& out, std::string_view dcterms,
                         std::string_view elements) {
  if (c.ontology == kNoTerm) return;
  constexpr std::string_view kElements = "http://purl.org/dc/elements/1.1/";
  const bool has = !c.graph.from(c.ontology, c.find(rdf_names::kDcterms, dcterms)).empty() ||
                   !c.graph.from(c.ontology, c.find(kElements, elements)).empty();
  if (!has) out.add(c.ontology);
}

void missing_ontology_title(const LintContext& c, LintSink& out) {
  missing_header_text(c, out, "title", "title");
}
void missing_ontology_description(const LintContext& c, LintSink& out) {
  missing_header_text(c, out, "description", "description");
}
void missing_ontology_license(const LintContext& c, LintSink& out) {
  missing_header_text(c, out, "license", "rights");
}

constexpr LintLevel kError = LintLevel::error;
constexpr LintLevel kWarning = LintLevel::warning;

constexpr std::array<LintCheck, 18> kChecks{{
    {{"missing_label", "ROBOT", kError, "a term has no label"}, missing_label},
    {{"multiple_labels", "ROBOT", kError, "a term has several labels in one language"},
     multiple_labels},
    {{"duplicate_label", "ROBOT", kError, "two terms have one label in one language"},
     duplicate_label},
    {{"label_formatting", "ROBOT", kError, "a label holds line breaks, tabs or markup"},
     label_formatting},
    {{"label_whitespace", "ROBOT", kError, "a label begins or ends with a space"},
     label_whitespace},
    {{"annotation_whitespace", "ROBOT", kWarning, "a text begins or ends with a space"},
     annotation_whitespace},
    {{"missing_definition", "ROBOT", kWarning, "a term has no definition"}, missing_definition},
    {{"multiple_definitions", "ROBOT", kError, "a term has several definitions in one language"},
     multiple_definitions},
    {{"duplicate_definition", "ROBOT", kError, "two terms have one definition in one language"},
     duplicate_definition},
    {{"lowercase_definition", "ROBOT", LintLevel::info, "a definition begins with a small letter"},
     lowercase_definition},
    {{"misused_obsolete_label", "ROBOT", kError, "a term in use is labelled obsolete"},
     misused_obsolete_label},
    {{"missing_obsolete_label", "ROBOT", kWarning, "a deprecated term's label does not say so"},
     missing_obsolete_label},
    {{"duplicate_exact_synonym", "ROBOT", kWarning, "two terms share a synonym"},
     duplicate_exact_synonym},
    {{"duplicate_label_synonym", "ROBOT", kWarning, "a synonym repeats the label"},
     duplicate_label_synonym},
    {{"duplicate_scoped_synonym", "ROBOT", kWarning,
      "one text is an alternative and a hidden label"},
     duplicate_scoped_synonym},
    {{"missing_ontology_title", "ROBOT", kError, "the ontology has no title"},
     missing_ontology_title},
    {{"missing_ontology_description", "ROBOT", kError, "the ontology has no description"},
     missing_ontology_description},
    {{"missing_ontology_license", "ROBOT", kError, "the ontology has no licence"},
     missing_ontology_license},
}};

}  // namespace

std::span<const LintCheck> robot_text_checks() {
  return kChecks;
}

}  // namespace samgak
