#include "ontology/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ontology/rdf_graph.hpp"
#include "ontology/rdf_names.hpp"
#include "ontology/turtle_reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

using rdf_names::in;

/// What the vocabulary says of one term.
class Description {
 public:
  Description(const RdfGraph& graph, TermIndex term) : graph_(graph), term_(term) {}

  [[nodiscard]] bool is_a(std::string_view type) const {
    const TermTable& terms = graph_.terms();
    return graph_.has({term_, terms.find_iri(rdf_names::kType), terms.find_iri(type)});
  }

  [[nodiscard]] std::string value(std::string_view property) const {
    const TermIndex object = graph_.object(term_, graph_.terms().find_iri(property));
    return object == kNoTerm ? std::string() : std::string(graph_.term(object).text);
  }

  /// Local names of the values that are terms of Samgak, sorted.
  [[nodiscard]] std::vector<std::string> own_terms(std::string_view property) const {
    std::vector<std::string> names;
    for (const RdfTriple& triple : graph_.from(term_, graph_.terms().find_iri(property))) {
      if (std::string name = own_name(graph_.term(triple.object)); !name.empty())
        names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  /// The texts of a property by language.
  [[nodiscard]] Labels texts(std::string_view property) const {
    Labels labels;
    for (const RdfTriple& triple : graph_.from(term_, graph_.terms().find_iri(property))) {
      const RdfTerm text = graph_.term(triple.object);
      if (text.language == "ko") labels.ko = text.text;
      if (text.language == "en") labels.en = text.text;
      if (text.language == "ja") labels.ja = text.text;
    }
    return labels;
  }

  /// Local name of a term of Samgak's namespace, otherwise empty.
  static std::string own_name(const RdfTerm& term) {
    const bool own = term.is_iri() && term.text.starts_with(rdf_names::kSamgak);
    return std::string(own ? term.text.substr(rdf_names::kSamgak.size()) : std::string_view());
  }

 private:
  const RdfGraph& graph_;
  TermIndex term_;
};

ClassInfo class_info(std::string name, const Description& description) {
  return {std::move(name), description.own_terms(in(rdf_names::kRdfs, "subClassOf")),
          description.texts(in(rdf_names::kRdfs, "label")),
          description.texts(in(rdf_names::kSkos, "definition")),
          description.value(in(rdf_names::kSamgak, "abstract")) == "true"};
}

RelationInfo relation_info(std::string name, const Description& description) {
  return {std::move(name),
          description.own_terms(in(rdf_names::kSamgak, "allowedSubject")),
          description.own_terms(in(rdf_names::kSamgak, "allowedObject")),
          description.is_a(in(rdf_names::kOwl, "SymmetricProperty")),
          description.texts(in(rdf_names::kRdfs, "label")),
          description.texts(in(rdf_names::kSkos, "definition"))};
}

bool listed(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <typename Info>
const Info* find_by_name(const std::vector<Info>& infos, std::string_view name) {
  const auto it =
      std::lower_bound(infos.begin(), infos.end(), name,
                       [](const Info& info, std::string_view n) { return info.name < n; });
  return it != infos.end() && it->name == name ? &*it : nullptr;
}

template <typename Info>
void sort_by_name(std::vector<Info>& infos) {
  std::sort(infos.begin(), infos.end(),
            [](const Info& a, const Info& b) { return a.name < b.name; });
}

Schema schema_of(const RdfGraph& vocabulary) {
  Schema schema;
  TermIndex last = kNoTerm;
  for (const RdfTriple& triple : vocabulary.triples()) {
    if (triple.subject == last) continue;
    last = triple.subject;
    const Description description(vocabulary, triple.subject);
    if (description.is_a(in(rdf_names::kOwl, "Ontology"))) {
      schema.version = description.value(in(rdf_names::kOwl, "versionInfo"));
      schema.version_iri = description.value(in(rdf_names::kOwl, "versionIRI"));
    }
    std::string name = Description::own_name(vocabulary.term(triple.subject));
    if (name.empty()) continue;
    if (description.is_a(in(rdf_names::kOwl, "Class"))) {
      schema.classes.push_back(class_info(std::move(name), description));
    } else if (description.is_a(in(rdf_names::kOwl, "ObjectProperty"))) {
      RelationInfo info = relation_info(std::move(name), description);
      const bool told = !info.subjects.empty() && !info.objects.empty();
      (told ? schema.relations : schema.untold).push_back(std::move(info));
    }
  }
  sort_by_name(schema.classes);
  sort_by_name(schema.relations);
  sort_by_name(schema.untold);
  return schema;
}

}  // namespace

const ClassInfo* Schema::find_class(std::string_view name) const {
  return find_by_name(classes, name);
}
const RelationInfo* Schema::find_relation(std::string_view name) const {
  return find_by_name(relations, name);
}

const RelationInfo* Schema::find_untold(std::string_view name) const {
  return find_by_name(untold, name);
}

EntityType Schema::type_of(std::string_view name) const {
  if (const EntityType type = EntityType::known(name); !type.empty()) return type;
  const ClassInfo* info = find_class(name);
  if (info == nullptr) return {};
  return EntityType::from_number(EntityType::kKnown.size() + 1 +
                                 static_cast<std::size_t>(info - classes.data()));
}

std::string_view Schema::name_of(EntityType type) const {
  if (type.empty()) return {};
  const std::size_t index = type.number() - 1;
  return index < EntityType::kKnown.size() ? EntityType::kKnown[index]
                                           : classes[index - EntityType::kKnown.size()].name;
}

bool Schema::allows(std::string_view subject, std::string_view relation,
                    std::string_view object) const {
  const RelationInfo* info = find_relation(relation);
  return info != nullptr && listed(info->subjects, subject) && listed(info->objects, object);
}

std::filesystem::path schema_file(const std::vector<std::filesystem::path>& folders,
                                  std::string_view name) {
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    const std::filesystem::path file = *folder / "schema" / name;
    if (std::filesystem::is_regular_file(file)) return file;
  }
  throw LoadError(fmt::format("schema/{}: no folder of the ontology has this file", name));
}

Schema load_schema(const std::filesystem::path& path) {
  TermTable terms;
  RdfGraph vocabulary(terms);
  read_rdf_file(path, vocabulary);
  vocabulary.freeze();
  Schema schema = schema_of(vocabulary);
  if (schema.classes.size() + EntityType::kKnown.size() >= EntityType::kMost)
    throw LoadError(fmt::format("{}: too many classes", path.string()));
  return schema;
}

}  // namespace samgak
