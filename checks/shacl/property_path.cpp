#include "checks/shacl/property_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ontology/rdf_names.hpp"
#include "text/diagnostic.hpp"

namespace samgak::shacl {

namespace {

/// Paths are read, walked and written part by part within each other; this bounds the calls.
constexpr int kDeepest = 16;

using Kind = PropertyPath::Kind;

struct Modifier {
  std::string_view property;  ///< local name in the namespace of SHACL
  Kind kind;
};

constexpr std::array<Modifier, 4> kModifiers{{{"inversePath", Kind::inverse},
                                              {"zeroOrMorePath", Kind::zero_or_more},
                                              {"oneOrMorePath", Kind::one_or_more},
                                              {"zeroOrOnePath", Kind::zero_or_one}}};

class PathReader {
 public:
  explicit PathReader(const RdfGraph& shapes) : shapes_(shapes) {}

  PropertyPath read(TermIndex node, int depth) const {
    if (depth > kDeepest) throw LoadError("a property path nests too deep");
    if (shapes_.term(node).is_iri()) return {Kind::predicate, node, {}};
    for (const Modifier& modifier : kModifiers) {
      if (const TermIndex part = shapes_.object(node, shacl(modifier.property)); part != kNoTerm)
        return {modifier.kind, kNoTerm, {read(part, depth + 1)}};
    }
    if (const TermIndex list = shapes_.object(node, shacl("alternativePath")); list != kNoTerm)
      return read_list(Kind::alternative, list, depth);
    return read_list(Kind::sequence, node, depth);
  }

 private:
  PropertyPath read_list(Kind kind, TermIndex list, int depth) const {
    PropertyPath path{kind, kNoTerm, {}};
    for (const TermIndex part : shapes_.list(list)) path.parts.push_back(read(part, depth + 1));
    if (path.parts.empty()) throw LoadError("a property path is neither an IRI nor made of paths");
    return path;
  }
  TermIndex shacl(std::string_view local) const {
    return shapes_.terms().find_iri(std::string(rdf_names::kShacl) + std::string(local));
  }

  const RdfGraph& shapes_;
};

using Nodes = std::vector<TermIndex>;

void sort_unique(Nodes& nodes) {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

Nodes step(const RdfGraph& data, const PropertyPath& path, const Nodes& from, bool backwards);

/// All that any number of steps reach from `start`, which need not be among them.
Nodes reached(const RdfGraph& data, const PropertyPath& part, const Nodes& start, bool backwards) {
  Nodes seen;
  Nodes frontier = start;
  while (!frontier.empty()) {
    Nodes next = step(data, part, frontier, backwards);
    Nodes fresh;
    std::set_difference(next.begin(), next.end(), seen.begin(), seen.end(),
                        std::back_inserter(fresh));
    Nodes all;
    std::set_union(seen.begin(), seen.end(), fresh.begin(), fresh.end(), std::back_inserter(all));
    seen = std::move(all);
    frontier = std::move(fresh);
  }
  return seen;
}

Nodes step(const RdfGraph& data, const PropertyPath& path, const Nodes& from, bool backwards) {
  Nodes out;
  switch (path.kind) {
    case Kind::predicate:
      for (const TermIndex node : from) {
        if (backwards) {
          for (const RdfTriple& t : data.to(node, path.predicate)) out.push_back(t.subject);
        } else {
          for (const RdfTriple& t : data.from(node, path.predicate)) out.push_back(t.object);
        }
      }
      break;
    case Kind::inverse:
      return step(data, path.parts.front(), from, !backwards);
    case Kind::alternative:
      for (const PropertyPath& part : path.parts) {
        const Nodes more = step(data, part, from, backwards);
        out.insert(out.end(), more.begin(), more.end());
      }
      break;
    case Kind::sequence:
      out = from;
      for (std::size_t i = 0; i < path.parts.size(); ++i)
        out = step(data, path.parts[backwards ? path.parts.size() - 1 - i : i], out, backwards);
      return out;
    case Kind::zero_or_more:
    case Kind::one_or_more:
      out = reached(data, path.parts.front(), from, backwards);
      break;
    case Kind::zero_or_one:
      out = step(data, path.parts.front(), from, backwards);
      break;
  }
  if (path.kind == Kind::zero_or_more || path.kind == Kind::zero_or_one)
    out.insert(out.end(), from.begin(), from.end());
  sort_unique(out);
  return out;
}

std::string joined_parts(const TermTable& terms, const PropertyPath& path,
                         std::string (*write)(const TermTable&, const PropertyPath&),
                         std::string_view between) {
  std::string out;
  for (const PropertyPath& part : path.parts) {
    if (!out.empty()) out += between;
    out += write(terms, part);
  }
  return out;
}

}  // namespace

PropertyPath read_path(const RdfGraph& shapes, TermIndex node) {
  return PathReader(shapes).read(node, 0);
}

std::vector<TermIndex> path_values(const RdfGraph& data, const PropertyPath& path,
                                   TermIndex start) {
  return step(data, path, {start}, false);
}

std::string path_as_sparql(const TermTable& terms, const PropertyPath& path) {
  switch (path.kind) {
    case Kind::predicate:
      return terms.ntriples(path.predicate);
    case Kind::inverse:
      return "^" + path_as_sparql(terms, path.parts.front());
    case Kind::alternative:
      return "(" + joined_parts(terms, path, path_as_sparql, "|") + ")";
    case Kind::sequence:
      return "(" + joined_parts(terms, path, path_as_sparql, "/") + ")";
    case Kind::zero_or_more:
      return path_as_sparql(terms, path.parts.front()) + "*";
    case Kind::one_or_more:
      return path_as_sparql(terms, path.parts.front()) + "+";
    case Kind::zero_or_one:
      break;
  }
  return path_as_sparql(terms, path.parts.front()) + "?";
}

std::string path_as_turtle(const TermTable& terms, const PropertyPath& path) {
  if (path.kind == Kind::predicate) return terms.ntriples(path.predicate);
  const std::string parts = joined_parts(terms, path, path_as_turtle, " ");
  if (path.kind == Kind::sequence) return fmt::format("( {} )", parts);
  if (path.kind == Kind::alternative) return fmt::format("[ sh:alternativePath ( {} ) ]", parts);
  const auto modifier = std::find_if(kModifiers.begin(), kModifiers.end(),
                                     [&](const Modifier& m) { return m.kind == path.kind; });
  return fmt::format("[ sh:{} {} ]", modifier->property, parts);
}

}  // namespace samgak::shacl
