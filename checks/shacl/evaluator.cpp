#include "checks/shacl/evaluator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "checks/shacl/datatypes.hpp"
#include "checks/shacl/language_tag.hpp"
#include "ontology/rdf_names.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak::shacl {

namespace {

using Nodes = std::vector<TermIndex>;

class Evaluator {
 public:
  Evaluator(const RdfGraph& data, const ShapeSet& shapes, RuleFinder rules)
      : data_(data), shapes_(shapes), rules_(rules), classes_(data) {}

  std::vector<ShapeResult> run() {
    for (std::size_t i = 0; i < shapes_.shapes.size(); ++i) {
      const auto index = static_cast<ShapeIndex>(i);
      const Shape& shape = shapes_[index];
      if (shape.targets.empty() || shape.deactivated) continue;
      const Nodes focus_nodes = targets(shape);
      apply_rules(index, focus_nodes);
      for (const TermIndex focus : focus_nodes) validate(index, focus, results_);
    }
    return std::move(results_);
  }

 private:
  struct Visit {
    ShapeIndex index;
    const Shape& shape;
    const Constraint& constraint;
    TermIndex focus;
    const Nodes& values;
    std::vector<ShapeResult>& out;

    void report(TermIndex value = kNoTerm, TermIndex predicate = kNoTerm) const {
      out.push_back({focus, index, constraint.component, value, predicate});
    }
  };

  Nodes targets(const Shape& shape);
  void apply_rules(ShapeIndex index, const Nodes& focus_nodes);
  void validate(ShapeIndex index, TermIndex focus, std::vector<ShapeResult>& out);
  bool conforms(ShapeIndex index, TermIndex node) {
    std::vector<ShapeResult> results;
    validate(index, node, results);
    return results.empty();
  }
  void check(const Visit& visit);
  void check_set(const Visit& visit);
  bool holds(const Constraint& constraint, TermIndex value);
  bool holds_literal(const Constraint& constraint, const RdfTerm& value) const;
  std::size_t conforming(const std::vector<ShapeIndex>& shapes, TermIndex value) {
    return static_cast<std::size_t>(std::count_if(
        shapes.begin(), shapes.end(), [&](ShapeIndex s) { return conforms(s, value); }));
  }
  void unique_languages(const Visit& visit);
  void closed(const Visit& visit);
  void compare_sets(const Visit& visit);

  const RdfGraph& data_;
  const ShapeSet& shapes_;
  RuleFinder rules_;
  ClassTree classes_;
  std::vector<ShapeResult> results_;
};

Nodes Evaluator::targets(const Shape& shape) {
  Nodes nodes;
  for (const Target& target : shape.targets) {
    if (target.kind == Target::Kind::node) nodes.push_back(target.term);
    if (target.kind == Target::Kind::class_) {
      const Nodes more = classes_.instances(target.term);
      nodes.insert(nodes.end(), more.begin(), more.end());
    }
    if (target.kind != Target::Kind::subjects_of && target.kind != Target::Kind::objects_of)
      continue;
    for (const RdfTriple& t : data_.triples()) {
      if (t.predicate == target.term)
        nodes.push_back(target.kind == Target::Kind::subjects_of ? t.subject : t.object);
    }
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

void Evaluator::apply_rules(ShapeIndex index, const Nodes& focus_nodes) {
  const Shape& shape = shapes_[index];
  for (const Constraint& constraint : shape.constraints) {
    if (constraint.component != Component::sparql) continue;
    const RdfTerm id = data_.term(shape.id);
    const RuleFunction rule = rules_(id.text);
    if (rule == nullptr)
      throw LoadError(
          fmt::format("shape <{}>: Samgak has no rule for this query", visible(id.text)));
    for (const RuleHit& hit : rule(data_, focus_nodes))
      results_.push_back({hit.focus, index, Component::sparql, hit.value, hit.predicate});
  }
}

void Evaluator::validate(ShapeIndex index, TermIndex focus, std::vector<ShapeResult>& out) {
  const Shape& shape = shapes_[index];
  if (shape.deactivated) return;
  const Nodes values = shape.path ? path_values(data_, *shape.path, focus) : Nodes{focus};
  for (const Constraint& constraint : shape.constraints)
    check({index, shape, constraint, focus, values, out});
}

void Evaluator::check(const Visit& visit) {
  switch (visit.constraint.component) {
    case Component::min_count:
      if (visit.values.size() < visit.constraint.count) visit.report();
      return;
    case Component::max_count:
      if (visit.values.size() > visit.constraint.count) visit.report();
      return;
    case Component::property:
      for (const TermIndex value : visit.values)
        validate(visit.constraint.shapes.front(), value, visit.out);
      return;
    case Component::sparql:
      return;
    case Component::unique_lang:
    case Component::closed:
    case Component::equals:
    case Component::disjoint:
    case Component::has_value:
    case Component::qualified_min_count:
    case Component::qualified_max_count:
      return check_set(visit);
    default:
      for (const TermIndex value : visit.values) {
        if (!holds(visit.constraint, value)) visit.report(value);
      }
  }
}

/// Conditions on all values together.
void Evaluator::check_set(const Visit& visit) {
  const Constraint& c = visit.constraint;
  switch (c.component) {
    case Component::unique_lang:
      return unique_languages(visit);
    case Component::closed:
      return closed(visit);
    case Component::equals:
    case Component::disjoint:
      return compare_sets(visit);
    case Component::has_value:
      if (!std::binary_search(visit.values.begin(), visit.values.end(), c.terms.front()))
        visit.report();
      return;
    default:
      break;
  }
  std::size_t good = 0;
  for (const TermIndex value : visit.values) good += conforms(c.shapes.front(), value) ? 1 : 0;
  const bool wrong =
      c.component == Component::qualified_min_count ? good < c.count : good > c.count;
  if (wrong) visit.report();
}

/// One result for each language that several values have.
void Evaluator::unique_languages(const Visit& visit) {
  std::map<std::string_view, int> uses;
  for (const TermIndex value : visit.values) {
    const RdfTerm term = data_.term(value);
    if (!term.language.empty() && ++uses[term.language] == 2) visit.report();
  }
}

void Evaluator::closed(const Visit& visit) {
  const std::vector<TermIndex>& allowed = visit.constraint.terms;
  for (const TermIndex value : visit.values) {
    for (const RdfTriple& t : data_.from(value)) {
      if (std::find(allowed.begin(), allowed.end(), t.predicate) == allowed.end())
        visit.report(t.object, t.predicate);
    }
  }
}

void Evaluator::compare_sets(const Visit& visit) {
  Nodes others;
  for (const RdfTriple& t : data_.from(visit.focus, visit.constraint.terms.front()))
    others.push_back(t.object);
  const bool equals = visit.constraint.component == Component::equals;
  for (const TermIndex value : visit.values) {
    if (std::binary_search(others.begin(), others.end(), value) != equals) visit.report(value);
  }
  if (!equals) return;
  for (const TermIndex other : others) {
    if (!std::binary_search(visit.values.begin(), visit.values.end(), other)) visit.report(other);
  }
}

bool is_of_kind(const RdfTerm& value, std::string_view kind) {
  kind.remove_prefix(std::min(rdf_names::kShacl.size(), kind.size()));
  switch (value.kind) {
    case RdfTerm::Kind::iri:
      return kind == "IRI" || kind == "BlankNodeOrIRI" || kind == "IRIOrLiteral";
    case RdfTerm::Kind::blank:
      return kind == "BlankNode" || kind == "BlankNodeOrIRI" || kind == "BlankNodeOrLiteral";
    case RdfTerm::Kind::literal:
      break;
  }
  return kind == "Literal" || kind == "BlankNodeOrLiteral" || kind == "IRIOrLiteral";
}

/// Conditions on one value alone.
bool Evaluator::holds(const Constraint& c, TermIndex value) {
  switch (c.component) {
    case Component::class_:
      return classes_.is_instance(value, c.terms.front());
    case Component::node_kind:
      return is_of_kind(data_.term(value), data_.term(c.terms.front()).text);
    case Component::in:
      return std::find(c.terms.begin(), c.terms.end(), value) != c.terms.end();
    case Component::not_:
      return !conforms(c.shapes.front(), value);
    case Component::node:
      return conforms(c.shapes.front(), value);
    case Component::and_:
      return conforming(c.shapes, value) == c.shapes.size();
    case Component::or_:
      return std::any_of(c.shapes.begin(), c.shapes.end(),
                         [&](ShapeIndex s) { return conforms(s, value); });
    case Component::xone:
      return conforming(c.shapes, value) == 1;
    default:
      return holds_literal(c, data_.term(value));
  }
}

bool in_range(Component component, const RdfTerm& value, const RdfTerm& limit) {
  const std::optional<double> a = numeric_value(value.text, value.datatype);
  const std::optional<double> b = numeric_value(limit.text, limit.datatype);
  if (!a || !b) return false;
  switch (component) {
    case Component::min_exclusive:
      return *a > *b;
    case Component::min_inclusive:
      return *a >= *b;
    case Component::max_exclusive:
      return *a < *b;
    default:
      return *a <= *b;
  }
}

bool Evaluator::holds_literal(const Constraint& c, const RdfTerm& value) const {
  const bool has_text = value.kind != RdfTerm::Kind::blank;
  switch (c.component) {
    case Component::datatype:
      return value.datatype == data_.term(c.terms.front()).text &&
             is_well_formed(value.text, value.datatype);
    case Component::min_length:
      return has_text && count_code_points(value.text) >= c.count;
    case Component::max_length:
      return has_text && count_code_points(value.text) <= c.count;
    case Component::pattern:
      return has_text && c.pattern->found_in(value.text);
    case Component::language_in:
      return std::any_of(c.terms.begin(), c.terms.end(), [&](TermIndex range) {
        return language_matches(value.language, data_.term(range).text);
      });
    default:
      return in_range(c.component, value, data_.term(c.terms.front()));
  }
}

}  // namespace

std::vector<ShapeResult> evaluate(const RdfGraph& data, const ShapeSet& shapes, RuleFinder rules) {
  return Evaluator(data, shapes, rules).run();
}

}  // namespace samgak::shacl
