#include "comparison/version_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "ontology/rdf_names.hpp"

namespace samgak {
namespace {

using rdf_names::in;

/// What a value of a property does to data that the vocabulary describes.
enum class Bearing { nothing, text, any, widens, narrows };

const std::unordered_map<std::string, Bearing>& bearings() {
  using namespace rdf_names;
  static const std::unordered_map<std::string, Bearing> kBearings{
      {in(kRdfs, "label"), Bearing::text},
      {in(kRdfs, "comment"), Bearing::text},
      {in(kRdfs, "seeAlso"), Bearing::text},
      {in(kRdfs, "isDefinedBy"), Bearing::text},
      {in(kRdfs, "domain"), Bearing::narrows},
      {in(kRdfs, "range"), Bearing::narrows},
      {in(kOwl, "disjointWith"), Bearing::narrows},
      {in(kOwl, "propertyDisjointWith"), Bearing::narrows},
      {in(kOwl, "members"), Bearing::narrows},
      {in(kOwl, "deprecated"), Bearing::any},
      {in(kOwl, "versionInfo"), Bearing::text},
      {in(kSamgak, "abstract"), Bearing::narrows},
      {in(kSamgak, "allowedSubject"), Bearing::widens},
      {in(kSamgak, "allowedObject"), Bearing::widens},
      {in(kSamgak, "datedChain"), Bearing::widens},
      {in(kShacl, "name"), Bearing::text},
      {in(kShacl, "description"), Bearing::text},
      {in(kShacl, "message"), Bearing::text},
      {in(kShacl, "group"), Bearing::text},
      {in(kShacl, "order"), Bearing::text},
      {in(kShacl, "severity"), Bearing::any},
      {in(kShacl, "in"), Bearing::widens},
      {in(kShacl, "languageIn"), Bearing::widens},
      {in(kShacl, "ignoredProperties"), Bearing::widens},
      {in(kShacl, "or"), Bearing::widens},
      {in(kShacl, "xone"), Bearing::widens},
      // Nobody can tell from two queries which one asks for more.
      {in(kShacl, "select"), Bearing::any},
      {in(kShacl, "declare"), Bearing::text},
      {in(kShacl, "prefixes"), Bearing::text},
  };
  return kBearings;
}

/// What a new version of the header says anew.
bool belongs_to_release(const std::string& property) {
  using namespace rdf_names;
  static const std::array<std::string, 7> kProperties{
      in(kOwl, "versionIRI"),   in(kOwl, "versionInfo"), in(kOwl, "priorVersion"),
      in(kDcterms, "modified"), in(kDcterms, "issued"),  in(kDcterms, "bibliographicCitation"),
      in(kSkos, "changeNote")};
  return std::find(kProperties.begin(), kProperties.end(), property) != kProperties.end();
}

Bearing bearing_of(const FieldChange& change) {
  if (change.what == ChangeOf::header && belongs_to_release(change.property))
    return Bearing::nothing;
  const auto known = bearings().find(change.property);
  if (known != bearings().end()) return known->second;
  if (change.property.starts_with(rdf_names::kShacl)) return Bearing::narrows;
  const bool is_note = change.property.starts_with(rdf_names::kSkos) ||
                       change.property.starts_with(rdf_names::kDcterms) || change.is_annotation;
  return is_note ? Bearing::text : Bearing::widens;
}

/// Types that forbid something.
bool narrows(const std::string& type) {
  static const std::array<std::string_view, 4> kTypes{
      "owl:FunctionalProperty", "owl:InverseFunctionalProperty", "owl:AsymmetricProperty",
      "owl:IrreflexiveProperty"};
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

VersionStep step_of_types(const FieldChange& change) {
  VersionStep step = VersionStep::minor;
  for (const std::string& type : change.added) {
    if (narrows(type)) step = VersionStep::major;
  }
  for (const std::string& type : change.removed) {
    if (!narrows(type)) step = VersionStep::major;
  }
  return step;
}

using Numbers = std::array<unsigned, 3>;

std::optional<Numbers> parse(std::string_view version) {
  Numbers numbers{};
  const char* at = version.data();
  const char* end = at + version.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0 && (at == end || *at++ != '.')) return std::nullopt;
    const auto [next, error] = std::from_chars(at, end, numbers[i]);
    if (error != std::errc()) return std::nullopt;
    at = next;
  }
  return at == end ? std::optional(numbers) : std::nullopt;
}

Numbers raised(Numbers from, VersionStep step) {
  if (step == VersionStep::none) return from;
  if (step == VersionStep::patch) return {from[0], from[1], from[2] + 1};
  if (step == VersionStep::minor || from[0] == 0) return {from[0], from[1] + 1, 0};
  return {from[0] + 1, 0, 0};
}

}  // namespace

VersionStep step_of(const FieldChange& change) {
  if (change.property == rdf_names::kType) return step_of_types(change);
  switch (bearing_of(change)) {
    case Bearing::nothing:
      return VersionStep::none;
    case Bearing::text:
      return VersionStep::patch;
    case Bearing::any:
      return VersionStep::minor;
    case Bearing::widens:
      return change.removed.empty() ? VersionStep::minor : VersionStep::major;
    case Bearing::narrows:
      break;
  }
  const bool harmless = change.added.empty() || change.added_is_new || change.goes_up;
  return harmless ? VersionStep::minor : VersionStep::major;
}

VersionStep step_of_axiom(ChangeKind kind, bool disjointness) {
  return (kind == ChangeKind::added) == disjointness ? VersionStep::major : VersionStep::minor;
}

VersionAdvice advise(VersionStep step, std::string before, std::string declared) {
  VersionAdvice advice{step, std::move(before), std::move(declared), {}, true};
  const std::optional<Numbers> from = parse(advice.before);
  const std::optional<Numbers> to = parse(advice.declared);
  if (!from) return advice;
  const Numbers wanted = raised(*from, step);
  advice.wanted = fmt::format("{}", fmt::join(wanted, "."));
  advice.enough = to && *to >= wanted;
  return advice;
}

}  // namespace samgak
