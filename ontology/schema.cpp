#include "ontology/schema.hpp"

#include <fmt/format.h>
#include <serd/serd.h>

#include <algorithm>
#include <map>

#include "ontology/tsv.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

constexpr std::string_view kNamespace = "https://w3id.org/samgak/ns#";

struct Object {
  std::string value;
  std::string language;
};

/// All triples of the file by subject and predicate, IRIs expanded.
using Triples = std::map<std::string, std::multimap<std::string, Object>>;

struct Collector {
  SerdEnv* env = nullptr;
  Triples triples;
  std::string error;

  std::string expanded(const SerdNode* node) const {
    if (node->type == SERD_CURIE) {
      SerdChunk prefix;
      SerdChunk suffix;
      if (serd_env_expand(env, node, &prefix, &suffix) == SERD_SUCCESS) {
        return std::string(reinterpret_cast<const char*>(prefix.buf), prefix.len) +
               std::string(reinterpret_cast<const char*>(suffix.buf), suffix.len);
      }
    }
    return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
  }
};

SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* uri) {
  return serd_env_set_prefix(static_cast<Collector*>(handle)->env, name, uri);
}

SerdStatus on_statement(void* handle, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                        const SerdNode* predicate, const SerdNode* object, const SerdNode*,
                        const SerdNode* language) {
  auto* collector = static_cast<Collector*>(handle);
  std::string tag;
  if (language != nullptr && language->buf != nullptr) {
    tag.assign(reinterpret_cast<const char*>(language->buf), language->n_bytes);
  }
  collector->triples[collector->expanded(subject)].emplace(
      collector->expanded(predicate), Object{collector->expanded(object), tag});
  return SERD_SUCCESS;
}

SerdStatus on_error(void* handle, const SerdError* error) {
  static_cast<Collector*>(handle)->error = fmt::format(
      "line {}: {}", error->line, reinterpret_cast<const char*>(serd_strerror(error->status)));
  return SERD_SUCCESS;
}

std::string local(std::string_view iri) {
  return std::string(iri.substr(0, kNamespace.size()) == kNamespace ? iri.substr(kNamespace.size())
                                                                    : std::string_view());
}

std::vector<std::string> locals(const std::multimap<std::string, Object>& properties,
                                const std::string& predicate) {
  std::vector<std::string> out;
  const auto [begin, end] = properties.equal_range(predicate);
  for (auto it = begin; it != end; ++it) {
    if (std::string name = local(it->second.value); !name.empty()) out.push_back(std::move(name));
  }
  std::sort(out.begin(), out.end());
  return out;
}

constexpr const char* kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
constexpr const char* kDefinition = "http://www.w3.org/2004/02/skos/core#definition";

/// The texts of `predicate` by language.
Labels texts_of(const std::multimap<std::string, Object>& properties, const char* predicate) {
  Labels labels;
  const auto [begin, end] = properties.equal_range(predicate);
  for (auto it = begin; it != end; ++it) {
    if (it->second.language == "ko") labels.ko = it->second.value;
    if (it->second.language == "en") labels.en = it->second.value;
    if (it->second.language == "ja") labels.ja = it->second.value;
  }
  return labels;
}

bool has_type(const std::multimap<std::string, Object>& properties, std::string_view type) {
  const auto [begin, end] =
      properties.equal_range("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  return std::any_of(begin, end, [&](const auto& p) { return p.second.value == type; });
}

std::string value_of(const std::multimap<std::string, Object>& properties, const char* predicate) {
  const auto it = properties.find(predicate);
  return it == properties.end() ? std::string() : it->second.value;
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
  const std::string text = read_text_file(path);
  Collector collector;
  collector.env = serd_env_new(nullptr);
  SerdReader* reader =
      serd_reader_new(SERD_TURTLE, &collector, nullptr, nullptr, on_prefix, on_statement, nullptr);
  serd_reader_set_error_sink(reader, on_error, &collector);
  const SerdStatus status =
      serd_reader_read_string(reader, reinterpret_cast<const uint8_t*>(text.c_str()));
  serd_reader_free(reader);
  serd_env_free(collector.env);
  if (status != SERD_SUCCESS)
    throw LoadError(fmt::format("{}: {}", path.string(), collector.error));

  Schema schema;
  for (const auto& [iri, properties] : collector.triples) {
    if (has_type(properties, "http://www.w3.org/2002/07/owl#Ontology")) {
      schema.version = value_of(properties, "http://www.w3.org/2002/07/owl#versionInfo");
      schema.version_iri = value_of(properties, "http://www.w3.org/2002/07/owl#versionIRI");
    }
    const std::string name = local(iri);
    if (name.empty()) continue;
    if (has_type(properties, "http://www.w3.org/2002/07/owl#Class")) {
      schema.classes.push_back(
          {name, locals(properties, "http://www.w3.org/2000/01/rdf-schema#subClassOf"),
           texts_of(properties, kLabel), texts_of(properties, kDefinition),
           value_of(properties, (std::string(kNamespace) + "abstract").c_str()) == "true"});
    } else if (has_type(properties, "http://www.w3.org/2002/07/owl#ObjectProperty")) {
      RelationInfo info;
      info.name = name;
      info.subjects = locals(properties, std::string(kNamespace) + "allowedSubject");
      info.objects = locals(properties, std::string(kNamespace) + "allowedObject");
      info.symmetric = has_type(properties, "http://www.w3.org/2002/07/owl#SymmetricProperty");
      info.labels = texts_of(properties, kLabel);
      info.definition = texts_of(properties, kDefinition);
      const bool told = !info.subjects.empty() && !info.objects.empty();
      (told ? schema.relations : schema.untold).push_back(std::move(info));
    }
  }
  if (schema.classes.size() + EntityType::kKnown.size() >= EntityType::kMost)
    throw LoadError(fmt::format("{}: too many classes", path.string()));
  return schema;
}

}  // namespace samgak
