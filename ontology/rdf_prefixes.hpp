// Short names of namespaces, and IRIs by them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace samgak {

/// Prefixes with their namespaces. Those that Samgak reads itself (`rdf`, `rdfs`, `owl`, `sh`,
/// `xsd`, `skos`, `dcterms`, `prov`, `samgak`) are always there and keep their meaning; others come
/// from the files that were read, the first meaning of a prefix stays.
class RdfPrefixes {
 public:
  RdfPrefixes();

  void add(std::string_view prefix, std::string_view space);

  /// `owl:Class`; the IRI in angle brackets where no prefix fits or what is left over is more than
  /// letters, digits, `-` and `_`.
  [[nodiscard]] std::string shorten(std::string_view iri) const;
  /// Sorted by prefix.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
    return spaces_;
  }

 private:
  std::map<std::string, std::string, std::less<>> spaces_;
  std::map<std::string, std::string, std::less<>> prefixes_;
};

}  // namespace samgak
