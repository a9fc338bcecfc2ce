#include "comparison/term_effect.hpp"

#include <algorithm>
#include <vector>

#include "ontology/rdf_names.hpp"

namespace samgak {
namespace {

using rdf_names::in;

/// Graphs name types and relations by the local names of Samgak's namespace.
std::string local(const std::string& short_name) {
  constexpr std::string_view kPrefix = "samgak:";
  return short_name.starts_with(kPrefix) ? short_name.substr(kPrefix.size()) : std::string();
}

std::string own_name(const RdfDescription& term) {
  return term.iri.starts_with(rdf_names::kSamgak) ? term.iri.substr(rdf_names::kSamgak.size())
                                                  : std::string();
}

}  // namespace

TermEffects::TermEffects(const Descriptions& before, const Descriptions& after, const DataUse& use)
    : use_(use) {
  for (const Descriptions* descriptions : {&before, &after}) {
    for (const auto& [name, description] : *descriptions) {
      const auto parents = description.fields.find("rdfs:subClassOf");
      if (parents == description.fields.end()) continue;
      for (const std::string& parent : parents->second.values) sub_classes_[parent].insert(name);
    }
  }
}

std::set<std::string> TermEffects::below(const std::string& name) const {
  std::set<std::string> out{name};
  std::vector<std::string> open{name};
  while (!open.empty()) {
    const auto found = sub_classes_.find(open.back());
    open.pop_back();
    if (found == sub_classes_.end()) continue;
    for (const std::string& sub : found->second) {
      if (out.insert(sub).second) open.push_back(sub);
    }
  }
  return out;
}

bool TermEffects::all_below(const FieldChange& change) const {
  return std::all_of(change.removed.begin(), change.removed.end(), [&](const std::string& sub) {
    return std::any_of(change.added.begin(), change.added.end(),
                       [&](const std::string& super) { return below(super).contains(sub); });
  });
}

DataEffect TermEffects::use_of(const RdfDescription& term) const {
  DataEffect effect;
  const std::string name = own_name(term);
  if (term.what == ChangeOf::term_class) {
    for (const std::string& type : below("samgak:" + name))
      effect.nodes += use_.nodes_of(local(type));
  } else if (term.what == ChangeOf::relation) {
    effect.edges = use_.edges_of(name) + use_.edges_with(name);
    effect.nodes = use_.nodes_with(name);
  } else if (term.what == ChangeOf::property) {
    effect.edges = use_.edges_with(name);
    effect.nodes = use_.nodes_with(name);
  }
  return effect;
}

DataEffect TermEffects::of_term(ChangeKind kind, const RdfDescription& term) const {
  DataEffect effect = use_of(term);
  const bool typed = term.what == ChangeOf::term_class;
  const std::string name = own_name(term);
  const std::uint32_t borne = typed ? use_.nodes_of(name) : effect.edges + effect.nodes;
  (kind == ChangeKind::removed ? effect.lost : effect.gained) = borne;
  return effect;
}

DataEffect TermEffects::of_field(const RdfDescription& term, const FieldChange& change) const {
  DataEffect effect = use_of(term);
  const std::string name = own_name(term);
  if (change.property == in(rdf_names::kSamgak, "abstract")) {
    const bool now =
        std::find(change.added.begin(), change.added.end(), "true") != change.added.end();
    (now ? effect.lost : effect.gained) = use_.nodes_of(name);
  }
  effect.lost += edges_at(name, change.property, change.removed);
  effect.gained += edges_at(name, change.property, change.added);
  return effect;
}

std::uint32_t TermEffects::edges_at(const std::string& relation, const std::string& property,
                                    const std::vector<std::string>& types) const {
  const bool subjects = property == in(rdf_names::kSamgak, "allowedSubject");
  if (!subjects && property != in(rdf_names::kSamgak, "allowedObject")) return 0;
  std::uint32_t count = 0;
  for (const std::string& type : types) {
    count +=
        subjects ? use_.edges_from(relation, local(type)) : use_.edges_to(relation, local(type));
  }
  return count;
}

}  // namespace samgak
