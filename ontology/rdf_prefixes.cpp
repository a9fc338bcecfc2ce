#include "ontology/rdf_prefixes.hpp"

#include <algorithm>

#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

}  // namespace

RdfPrefixes::RdfPrefixes() {
  add("rdf", rdf_names::kRdf);
  add("rdfs", rdf_names::kRdfs);
  add("owl", rdf_names::kOwl);
  add("sh", rdf_names::kShacl);
  add("xsd", rdf_names::kXsd);
  add("skos", rdf_names::kSkos);
  add("dcterms", rdf_names::kDcterms);
  add("prov", rdf_names::kProv);
  add("samgak", rdf_names::kSamgak);
}

void RdfPrefixes::add(std::string_view prefix, std::string_view space) {
  if (space.empty() || prefixes_.contains(space)) return;
  if (spaces_.emplace(prefix, space).second) prefixes_.emplace(space, prefix);
}

std::string RdfPrefixes::shorten(std::string_view iri) const {
  const std::size_t end = iri.find_last_of("#/:");
  const std::string_view space = end == std::string_view::npos ? "" : iri.substr(0, end + 1);
  const std::string_view name = iri.substr(space.size());
  const auto known = prefixes_.find(space);
  if (known != prefixes_.end() && !name.empty() && name.front() != '-' &&
      std::all_of(name.begin(), name.end(), is_plain)) {
    return known->second + ":" + std::string(name);
  }
  return "<" + std::string(iri) + ">";
}

}  // namespace samgak
