#include "exporters/technologies_turtle.hpp"

#include <set>
#include <string>

#include "exporters/detail/iri.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/rdf_text.hpp"
#include "exporters/exporter.hpp"

namespace samgak {

namespace {

constexpr std::string_view kHead =
    "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix samgak: <https://w3id.org/samgak/ns#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix wd: <http://www.wikidata.org/entity/> .\n\n";
constexpr std::string_view kScheme = "<https://w3id.org/samgak/technologies>";

class TaxonomyWriter {
 public:
  TaxonomyWriter(const std::vector<GazetteerEntry>& gazetteer, const Definitions& definitions,
                 Sink& sink)
      : definitions_(definitions), sink_(sink) {
    for (const GazetteerEntry& entry : gazetteer) {
      if (entry.type != "Technology") continue;
      concepts_.push_back(&entry);
      known_.insert(entry.id);
    }
  }

  void write(std::string_view version) {
    sink_.append(kHead);
    write_scheme(version);
    for (const GazetteerEntry* entry : concepts_) write_concept(*entry);
  }

 private:
  void iri(std::string_view id) {
    sink_.put('<');
    sink_.append(kDefaultBase);
    detail::append_entity_path(sink_, id);
    sink_.put('>');
  }
  void literal(std::string_view property, std::string_view text, std::string_view language) {
    if (text.empty()) return;
    sink_.append(" ;\n  ");
    sink_.append(property);
    sink_.put(' ');
    detail::append_rdf_literal<true>(sink_, text);
    if (language.empty()) return;
    sink_.put('@');
    sink_.append(language);
  }

  void write_scheme(std::string_view version) {
    sink_.append(kScheme);
    sink_.append(" a skos:ConceptScheme");
    literal("dcterms:title", "삼각이 아는 기술", "ko");
    literal("dcterms:title", "Technologies known to Samgak", "en");
    literal("dcterms:title", "サムガクの知る技術", "ja");
    literal("owl:versionInfo", version, {});
    sink_.append(" ;\n  dcterms:license <https://creativecommons.org/licenses/by/4.0/> .\n");
  }

  /// Names that are also preferred in some language are no other names.
  void write_other_names(const GazetteerEntry& entry) {
    std::set<std::string_view> told{entry.ko, entry.en, entry.ja};
    for (const std::vector<std::string>* names : {&entry.aliases, &entry.bare}) {
      for (const std::string& name : *names) {
        if (told.insert(name).second) literal("skos:altLabel", name, detail::language_of(name));
      }
    }
  }

  void write_concept(const GazetteerEntry& entry) {
    sink_.put('\n');
    iri(entry.id);
    sink_.append(" a skos:Concept , samgak:Technology");
    literal("skos:prefLabel", entry.ko, "ko");
    literal("skos:prefLabel", entry.en, "en");
    literal("skos:prefLabel", entry.ja, "ja");
    write_other_names(entry);
    if (const auto found = definitions_.find(entry.id); found != definitions_.end()) {
      literal("skos:definition", found->second.ko, "ko");
      literal("skos:definition", found->second.en, "en");
    }
    bool top = true;
    for (const std::string& parent : entry.parents) {
      if (known_.count(parent) == 0) continue;
      top = false;
      sink_.append(" ;\n  skos:broader ");
      iri(parent);
    }
    sink_.append(top ? " ;\n  skos:topConceptOf " : " ;\n  skos:inScheme ");
    sink_.append(kScheme);
    if (!entry.wikidata.empty()) {
      sink_.append(" ;\n  skos:exactMatch wd:");
      sink_.append(entry.wikidata);
    }
    sink_.append(" .\n");
  }

  const Definitions& definitions_;
  Sink& sink_;
  std::vector<const GazetteerEntry*> concepts_;
  std::set<std::string_view> known_;
};

}  // namespace

void write_technologies(const std::vector<GazetteerEntry>& gazetteer,
                        const Definitions& definitions, std::string_view version, Sink& sink) {
  TaxonomyWriter(gazetteer, definitions, sink).write(version);
}

}  // namespace samgak
