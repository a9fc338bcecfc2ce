#include "comparison/vocabulary_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "comparison/rdf_description.hpp"
#include "comparison/sorted_walk.hpp"
#include "comparison/term_effect.hpp"
#include "comparison/version_rules.hpp"
#include "ontology/rdf_names.hpp"

namespace samgak {
namespace {

using rdf_names::in;
using Descriptions = std::map<std::string, RdfDescription>;
using Texts = std::vector<std::string>;

Texts without(const Texts& from, const Texts& what) {
  Texts out;
  std::set_difference(from.begin(), from.end(), what.begin(), what.end(), std::back_inserter(out));
  return out;
}

std::string joined(const Texts& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

const RdfValues& field(const RdfDescription& description, const std::string& name) {
  static const RdfValues kNone;
  const auto found = description.fields.find(name);
  return found == description.fields.end() ? kNone : found->second;
}

bool is_disjointness(const RdfDescription& axiom) {
  return joined(field(axiom, "rdf:type").values).find("Disjoint") != std::string::npos;
}

class Comparison {
 public:
  Comparison(Descriptions before, Descriptions after, const DataUse& use)
      : before_(std::move(before)), after_(std::move(after)), effects_(before_, after_, use) {
    for (const Descriptions* descriptions : {&before_, &after_}) {
      for (const auto& [id, description] : *descriptions) note(description);
    }
  }

  std::vector<Change> compare() {
    std::vector<const Descriptions::value_type*> gone;
    std::vector<const Descriptions::value_type*> come;
    walk_sorted(
        before_, after_, [](const auto& term) -> const std::string& { return term.first; },
        [&](const auto& term) { gone.push_back(&term); },
        [&](const auto& term) { come.push_back(&term); },
        [&](const auto& a, const auto& b) { fields(a.first, a.second, b.second); });
    pair_axioms(gone, come);
    for (const auto* term : gone) whole(ChangeKind::removed, *term);
    for (const auto* term : come) whole(ChangeKind::added, *term);
    sort_changes(out_);
    return std::move(out_);
  }

 private:
  void note(const RdfDescription& description) {
    if (description.what == ChangeOf::header && !description.iri.empty())
      own_spaces_.insert(description.iri);
    const Texts& types = field(description, "rdf:type").values;
    if (std::find(types.begin(), types.end(), "owl:AnnotationProperty") != types.end())
      annotations_.insert(description.iri);
  }

  /// Is the term one of the compared vocabularies, and not only declared in them?
  [[nodiscard]] bool is_own(const RdfDescription& term) const {
    if (own_spaces_.empty() || term.iri.empty()) return true;
    return std::any_of(own_spaces_.begin(), own_spaces_.end(),
                       [&](const std::string& space) { return term.iri.starts_with(space); });
  }

  [[nodiscard]] bool is_new(const std::string& value) const {
    return after_.contains(value) && !before_.contains(value);
  }

  /// A term or axiom that came or went.
  void whole(ChangeKind kind, const Descriptions::value_type& term) {
    const auto& [id, description] = term;
    Change change{kind,
                  description.what,
                  id,
                  description.label,
                  {},
                  {},
                  {},
                  step_of_whole(kind, description),
                  effects_.of_term(kind, description)};
    if (description.what == ChangeOf::axiom) {
      // The name of an axiom is all that it says.
      change.id = joined(field(description, "rdf:type").values);
      (kind == ChangeKind::removed ? change.before : change.after) = id;
    }
    out_.push_back(std::move(change));
  }

  [[nodiscard]] VersionStep step_of_whole(ChangeKind kind, const RdfDescription& term) const {
    if (term.what == ChangeOf::axiom) return step_of_axiom(kind, is_disjointness(term));
    if (!is_own(term)) return VersionStep::patch;
    if (term.what == ChangeOf::shape) {
      const bool binds = kind == ChangeKind::added && binds_old_data(term);
      return binds ? VersionStep::major : VersionStep::minor;
    }
    return kind == ChangeKind::added ? VersionStep::minor : VersionStep::major;
  }

  /// Does a shape make data wrong that was right before?
  [[nodiscard]] bool binds_old_data(const RdfDescription& shape) const {
    if (field(shape, "sh:severity").values == Texts{"sh:Warning"} ||
        field(shape, "sh:severity").values == Texts{"sh:Info"}) {
      return false;
    }
    for (const char* target : {"sh:targetClass", "sh:targetSubjectsOf", "sh:targetObjectsOf"}) {
      const Texts& values = field(shape, target).values;
      if (!std::all_of(values.begin(), values.end(), [&](const auto& v) { return is_new(v); }))
        return true;
    }
    return false;
  }

  void fields(const std::string& id, const RdfDescription& before, const RdfDescription& after) {
    std::set<std::string> names;
    for (const auto& [name, values] : before.fields) names.insert(name);
    for (const auto& [name, values] : after.fields) names.insert(name);
    for (const std::string& name : names) {
      const RdfValues& a = field(before, name);
      const RdfValues& b = field(after, name);
      if (a.values == b.values) continue;
      const FieldChange change = field_change(after, a, b);
      out_.push_back({ChangeKind::changed, after.what, id, after.label, name, joined(a.values),
                      joined(b.values), is_own(after) ? step_of(change) : patch_of(change),
                      effects_.of_field(after, change)});
    }
  }

  /// What is newly said of a term of others is an alignment at most.
  static VersionStep patch_of(const FieldChange& change) {
    return std::min(step_of(change), VersionStep::patch);
  }

  [[nodiscard]] FieldChange field_change(const RdfDescription& term, const RdfValues& a,
                                         const RdfValues& b) const {
    FieldChange change;
    change.what = term.what;
    change.property = a.property.empty() ? b.property : a.property;
    change.removed = without(a.members, b.members);
    change.added = without(b.members, a.members);
    change.is_annotation = annotations_.contains(change.property);
    change.added_is_new = std::all_of(change.added.begin(), change.added.end(),
                                      [&](const auto& value) { return is_new(value); });
    const bool end_of_relation = change.property == in(rdf_names::kRdfs, "domain") ||
                                 change.property == in(rdf_names::kRdfs, "range");
    change.goes_up = end_of_relation && !change.removed.empty() && effects_.all_below(change);
    return change;
  }

  /// Pairs axioms that went with ones that came: of one type, and the most alike first.
  void pair_axioms(std::vector<const Descriptions::value_type*>& gone,
                   std::vector<const Descriptions::value_type*>& come) {
    for (auto& was : gone) {
      if (was->second.what != ChangeOf::axiom) continue;
      auto best = come.end();
      std::size_t most = 0;
      for (auto is = come.begin(); is != come.end(); ++is) {
        const std::size_t alike = likeness(*was, **is);
        if (alike > most) {
          most = alike;
          best = is;
        }
      }
      if (best == come.end()) continue;
      fields(joined(field(was->second, "rdf:type").values), was->second, (*best)->second);
      come.erase(best);
      was = nullptr;
    }
    gone.erase(std::remove(gone.begin(), gone.end(), nullptr), gone.end());
  }

  /// How many values two axioms of one type share; none where they share less than half.
  static std::size_t likeness(const Descriptions::value_type& a,
                              const Descriptions::value_type& b) {
    if (b.second.what != ChangeOf::axiom ||
        field(a.second, "rdf:type").values != field(b.second, "rdf:type").values) {
      return 0;
    }
    std::size_t shared = 0;
    std::size_t all = 0;
    for (const auto& [name, values] : a.second.fields) {
      if (name == "rdf:type") continue;
      all += values.members.size();
      shared +=
          values.members.size() - without(values.members, field(b.second, name).members).size();
    }
    return 2 * shared >= all ? shared : 0;
  }

  Descriptions before_;
  Descriptions after_;
  TermEffects effects_;
  std::set<std::string> own_spaces_;
  std::set<std::string> annotations_;
  std::vector<Change> out_;
};

}  // namespace

std::vector<Change> compare_vocabularies(const Vocabulary& before, const Vocabulary& after,
                                         const DataUse& use) {
  // One name for one IRI on both sides.
  RdfPrefixes prefixes;
  for (const Vocabulary* vocabulary : {&before, &after}) {
    for (const auto& [prefix, space] : vocabulary->prefixes().all()) prefixes.add(prefix, space);
  }
  return Comparison(describe(before.graph(), prefixes), describe(after.graph(), prefixes), use)
      .compare();
}

std::string declared_version(const Vocabulary& vocabulary) {
  const RdfGraph& graph = vocabulary.graph();
  const TermTable& terms = graph.terms();
  const TermIndex type = terms.find_iri(rdf_names::kType);
  const TermIndex defined_by = terms.find_iri(in(rdf_names::kRdfs, "isDefinedBy"));
  const TermIndex version = terms.find_iri(in(rdf_names::kOwl, "versionInfo"));
  std::map<std::string_view, TermIndex> ontologies;
  for (const RdfTriple& t : graph.to(terms.find_iri(in(rdf_names::kOwl, "Ontology")), type))
    ontologies.emplace(graph.term(t.subject).text, t.subject);
  TermIndex main = kNoTerm;
  for (const auto& [iri, ontology] : ontologies) {
    if (main == kNoTerm ||
        graph.to(ontology, defined_by).size() > graph.to(main, defined_by).size())
      main = ontology;
  }
  const TermIndex info = graph.object(main, version);
  return info == kNoTerm ? std::string() : std::string(graph.term(info).text);
}

}  // namespace samgak
