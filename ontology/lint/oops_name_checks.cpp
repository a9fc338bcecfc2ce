// Pitfalls of OOPS! about names, annotations and the ontology's header.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ontology/lint/lint_context.hpp"
#include "ontology/rdf_names.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// A property that only says «is».
void own_is_relation(const LintContext& c, LintSink& out) {
  constexpr std::array<std::string_view, 4> kWords{"is", "is a", "이다", "である"};
  for (const TermIndex t : c.properties) {
    bool is = c.local(t) == "is" || c.local(t) == "isA";
    for (const RdfTerm& text : c.texts(t, c.label))
      is = is || std::find(kWords.begin(), kWords.end(), folded(text.text)) != kWords.end();
    if (is) out.add(t);
  }
}

/// `StyleAndPeriod`; the words stand between two others.
bool joins_two(std::string_view name) {
  for (const std::string_view word : {"And", "Or"}) {
    for (std::size_t at = name.find(word, 1); at != std::string_view::npos;
         at = name.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if (is_lower(name[at - 1]) && end < name.size() && is_upper(name[end])) return true;
    }
  }
  return false;
}

void merges_concepts(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    bool joins = joins_two(c.local(t));
    for (const RdfTerm& text : c.texts(t, c.label)) {
      for (const std::string_view word : {" and ", " or ", " 및 ", " 또는 ", "および", "または"})
        joins = joins || folded(text.text).find(word) != std::string::npos;
    }
    if (joins) out.add(t);
  }
}

/// A term must have a label and a definition in every language that the header names, or one of
/// each where it names none. Languages in which no term at all is defined count for labels only.
void missing_annotations(const LintContext& c, LintSink& out) {
  for (const bool labels : {true, false}) {
    const auto texts = [&](TermIndex t) { return labels ? c.texts(t, c.label) : c.definitions(t); };
    const auto has = [&](TermIndex t, const std::string& language) {
      const std::vector<RdfTerm> all = texts(t);
      return std::any_of(all.begin(), all.end(),
                         [&](const RdfTerm& text) { return text.language == language; });
    };
    const char* what = labels ? "label" : "definition";
    if (c.languages.empty()) {
      for (const TermIndex t : c.terms) {
        if (texts(t).empty()) out.add(t, fmt::format("no {}", what));
      }
    }
    for (const std::string& language : c.languages) {
      const bool spoken = labels || std::any_of(c.terms.begin(), c.terms.end(),
                                                [&](TermIndex t) { return has(t, language); });
      for (const TermIndex t : c.terms) {
        if (spoken && !has(t, language)) out.add(t, fmt::format("no {} @{}", what, language));
      }
    }
  }
}

/// A label that is longer than what defines it, or an empty text.
void misused_annotations(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    for (const RdfTerm& label : c.texts(t, c.label)) {
      if (label.text.empty()) out.add(t, fmt::format("empty label @{}", label.language));
      for (const RdfTerm& definition : c.definitions(t)) {
        if (definition.language == label.language &&
            count_code_points(label.text) > count_code_points(definition.text))
          out.add(t, fmt::format("label longer than definition @{}", label.language));
      }
    }
  }
}

void miscellaneous_class(const LintContext& c, LintSink& out) {
  constexpr std::array<std::string_view, 8> kWords{
      "other", "others", "misc", "miscellaneous", "unknown", "miscellanea", "기타", "その他"};
  const auto known = [&](std::string_view name) {
    return std::find(kWords.begin(), kWords.end(), folded(name)) != kWords.end();
  };
  for (const TermIndex t : c.classes) {
    bool found = known(c.local(t));
    for (const RdfTerm& text : c.texts(t, c.label)) found = found || known(text.text);
    if (found) out.add(t);
  }
}

/// Classes begin with a capital, properties do not, and words are divided in one way.
void naming_conventions(const LintContext& c, LintSink& out) {
  if (c.ontology == kNoTerm && c.terms.empty()) return;
  std::string odd;
  const auto count = [&](const std::vector<TermIndex>& terms, auto unlike) {
    for (const TermIndex t : terms) {
      if (unlike(c.local(t))) odd += fmt::format(" {}", c.local(t));
    }
  };
  const auto small = [](std::string_view name) { return !name.empty() && is_lower(name[0]); };
  const auto capital = [](std::string_view name) { return !name.empty() && is_upper(name[0]); };
  const auto divided = [](std::string_view name) {
    return name.find_first_of("_-") != std::string_view::npos;
  };
  count(c.classes, small);
  count(c.properties, capital);
  const auto divides = static_cast<std::size_t>(std::count_if(
      c.terms.begin(), c.terms.end(), [&](TermIndex t) { return divided(c.local(t)); }));
  if (divides != 0 && divides != c.terms.size()) count(c.terms, divided);
  if (!odd.empty()) out.add(c.ontology, odd.substr(1));
}

/// Two terms of one kind with one label are perhaps one term.
void shared_labels(const LintContext& c, LintSink& out, const std::vector<TermIndex>& terms,
                   TermIndex equivalence) {
  TermsByText texts;
  for (const TermIndex t : terms) {
    if (!c.graph.from(t, equivalence).empty() || !c.graph.to(t, equivalence).empty()) continue;
    for (const RdfTerm& text : c.texts(t, c.label))
      texts[{folded(text.text), std::string(text.language)}].push_back(t);
  }
  report_shared_texts(c, texts, out);
}

void undeclared_equivalent_properties(const LintContext& c, LintSink& out) {
  shared_labels(c, out, c.properties, c.equivalent_property);
}

void classes_with_one_label(const LintContext& c, LintSink& out) {
  shared_labels(c, out, c.classes, c.equivalent_class);
}

/// A class of the vocabulary's own and one of another's have one label, and nothing ties them.
void undeclared_equivalent_classes(const LintContext& c, LintSink& out) {
  TermsByText own;
  for (const TermIndex t : c.classes) {
    for (const RdfTerm& text : c.texts(t, c.label))
      own[{folded(text.text), std::string(text.language)}].push_back(t);
  }
  for (const RdfTriple& t : c.graph.to(c.find(rdf_names::kOwl, "Class"), c.type)) {
    if (c.is_own(t.subject) || !c.term(t.subject).is_iri()) continue;
    for (const RdfTerm& text : c.texts(t.subject, c.label)) {
      const auto found = own.find({folded(text.text), std::string(text.language)});
      if (found == own.end()) continue;
      const TermIndex mine = found->second.front();
      const auto axioms = c.graph.from(mine);
      const bool tied = std::any_of(axioms.begin(), axioms.end(), [&](const RdfTriple& axiom) {
        return axiom.object == t.subject;
      });
      if (!tied) out.add(mine, std::string(c.term(t.subject).text));
    }
  }
}

void file_extension(const LintContext& c, LintSink& out) {
  constexpr std::array<std::string_view, 8> kExtensions{".owl", ".rdf",  ".ttl",  ".n3",
                                                        ".xml", ".html", ".rdfs", ".jsonld"};
  if (c.ontology == kNoTerm) return;
  const std::string_view iri = c.term(c.ontology).text;
  for (const std::string_view extension : kExtensions) {
    if (iri.ends_with(extension)) out.add(c.ontology, std::string(extension));
  }
}

void no_ontology_declaration(const LintContext& c, LintSink& out) {
  if (c.ontology == kNoTerm) out.add(kNoTerm, "no owl:Ontology");
}

/// The ontology must be named by an IRI of the Web, and its terms must lie where the header says.
void ambiguous_namespace(const LintContext& c, LintSink& out) {
  if (c.ontology == kNoTerm) return;
  const RdfTerm header = c.term(c.ontology);
  if (!header.is_iri() || !(header.text.starts_with("http://") ||
                            header.text.starts_with("https://") || header.text.starts_with("urn:")))
    out.add(c.ontology, "the ontology has no IRI of the Web");
}

/// Names that are no public ones: of one machine or house, or kept for tests and documents (RFC
/// 2606, 6761, 6762).
bool is_private_host(std::string_view host) {
  constexpr std::array<std::string_view, 11> kPrivate{
      ".localhost", ".local",       ".internal",    ".home.arpa",   ".test", ".invalid",
      ".example",   ".example.com", ".example.net", ".example.org", ".onion"};
  const std::string name = folded("." + std::string(host));
  if (name.find('.', 1) == std::string::npos) return true;
  if (name.find_first_not_of(".0123456789") == std::string::npos || host.starts_with('[')) {
    // A number: of the Web only by accident, and none that an ontology should be called by.
    return true;
  }
  return std::any_of(kPrivate.begin(), kPrivate.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

/// Whether the address answers is for the network to tell; that it never can is seen in its words.
void out_of_the_web(const LintContext& c, LintSink& out) {
  if (c.ontology == kNoTerm || !c.term(c.ontology).is_iri()) return;
  const std::string_view iri = c.term(c.ontology).text;
  const std::size_t slashes = iri.find("://");
  const bool web = iri.starts_with("http://") || iri.starts_with("https://");
  if (!web) return out.add(c.ontology, "nothing can be fetched from this kind of address");
  const std::string_view rest = iri.substr(slashes + 3);
  const std::string_view host = rest.substr(0, rest.find_first_of("/:?#"));
  if (is_private_host(host)) out.add(c.ontology, fmt::format("{} is no public host", host));
}

void no_license(const LintContext& c, LintSink& out) {
  if (c.ontology == kNoTerm) return;
  for (const std::string_view name : {"license", "rights"}) {
    if (!c.graph.from(c.ontology, c.find(rdf_names::kDcterms, name)).empty()) return;
  }
  out.add(c.ontology);
}

constexpr LintLevel kCritical = LintLevel::error;
constexpr LintLevel kImportant = LintLevel::warning;
constexpr LintLevel kMinor = LintLevel::info;

constexpr std::array<LintCheck, 14> kChecks{{
    {{"P03", "OOPS!", kCritical, "a relation «is» of its own, where a type or sub-class is meant"},
     own_is_relation},
    {{"P07", "OOPS!", kMinor, "one class merges two concepts"}, merges_concepts},
    {{"P08", "OOPS!", kMinor,
      "a label or definition is missing in a language that the header names"},
     missing_annotations},
    {{"P12", "OOPS!", kImportant, "two properties with one label are not said to be equivalent"},
     undeclared_equivalent_properties},
    {{"P20", "OOPS!", kMinor, "annotations are mixed up or empty"}, misused_annotations},
    {{"P21", "OOPS!", kMinor, "a class for what is left over"}, miscellaneous_class},
    {{"P22", "OOPS!", kMinor, "names follow several conventions"}, naming_conventions},
    {{"P30", "OOPS!", kImportant,
      "a class and one of another vocabulary have one label and no tie"},
     undeclared_equivalent_classes},
    {{"P32", "OOPS!", kMinor, "several classes have one label"}, classes_with_one_label},
    {{"P36", "OOPS!", kMinor, "the ontology's IRI ends in a file extension"}, file_extension},
    {{"P37", "OOPS!", kCritical, "the ontology's IRI can never be fetched from the Web"},
     out_of_the_web},
    {{"P38", "OOPS!", kImportant, "there is no ontology declaration"}, no_ontology_declaration},
    {{"P39", "OOPS!", kCritical, "the namespace is ambiguous"}, ambiguous_namespace},
    {{"P41", "OOPS!", kImportant, "there is no licence"}, no_license},
}};

}  // namespace

std::span<const LintCheck> oops_name_checks() {
  return kChecks;
}

}  // namespace samgak
