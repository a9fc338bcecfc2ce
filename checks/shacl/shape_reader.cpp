#include "checks/shacl/shape_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <unordered_map>

#include "ontology/rdf_names.hpp"
#include "text/diagnostic.hpp"

namespace samgak::shacl {

namespace {

constexpr std::size_t kDeepest = 32;

class Reader {
 public:
  explicit Reader(const RdfGraph& graph) : graph_(graph) {}

  ShapeSet read();

 private:
  /// What one property of a shape means for it.
  using Handler = void (Reader::*)(Shape&, TermIndex value);
  static const std::map<std::string_view, Handler, std::less<>>& handlers();

  void read_shape(std::size_t at);
  void check_nesting() const;

  /// The shape's position; it is read when its turn comes.
  ShapeIndex shape(TermIndex id) {
    const auto [known, fresh] =
        positions_.try_emplace(id, static_cast<ShapeIndex>(set_.shapes.size()));
    if (fresh) {
      set_.shapes.emplace_back();
      set_.shapes.back().id = id;
    }
    return known->second;
  }
  TermIndex shacl(std::string_view local) const {
    return graph_.terms().find_iri(rdf_names::in(rdf_names::kShacl, local));
  }
  [[noreturn]] void fail(const Shape& shape, std::string_view what) const {
    throw LoadError(fmt::format("shape {}: {}", graph_.terms().ntriples(shape.id), what));
  }
  bool truth(TermIndex value) const {
    return graph_.term(value).text == "true" || graph_.term(value).text == "1";
  }
  std::uint64_t count(const Shape& shape, TermIndex value) const {
    const std::string_view text = graph_.term(value).text;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
      fail(shape, fmt::format("«{}» is no count", visible(text)));
    return number;
  }
  Constraint& add(Shape& shape, Component component) {
    shape.constraints.emplace_back();
    shape.constraints.back().component = component;
    return shape.constraints.back();
  }
  static void set_text(FindingText& text, const RdfTerm& term) {
    (term.language.starts_with("ko") ? text.ko : text.en) = term.text;
  }

  void ignore(Shape&, TermIndex) {}
  void path(Shape& s, TermIndex v) { s.path = read_path(graph_, v); }
  void severity(Shape& s, TermIndex v) {
    if (v == shacl("Info")) s.severity = FindingSeverity::info;
    if (v == shacl("Warning")) s.severity = FindingSeverity::warning;
  }
  void name(Shape& s, TermIndex v) {
    if (graph_.term(v).language != "ja") set_text(s.name, graph_.term(v));
  }
  void message(Shape& s, TermIndex v) {
    if (graph_.term(v).language != "ja") set_text(s.message, graph_.term(v));
  }
  void deactivated(Shape& s, TermIndex v) { s.deactivated = truth(v); }
  void target_node(Shape& s, TermIndex v) { s.targets.push_back({Target::Kind::node, v}); }
  void target_class(Shape& s, TermIndex v) { s.targets.push_back({Target::Kind::class_, v}); }
  void target_subjects(Shape& s, TermIndex v) {
    s.targets.push_back({Target::Kind::subjects_of, v});
  }
  void target_objects(Shape& s, TermIndex v) { s.targets.push_back({Target::Kind::objects_of, v}); }

  template <Component C>
  void term(Shape& s, TermIndex v) {
    add(s, C).terms = {v};
  }
  template <Component C>
  void terms(Shape& s, TermIndex v) {
    add(s, C).terms = graph_.list(v);
  }
  template <Component C>
  void number(Shape& s, TermIndex v) {
    const std::uint64_t n = count(s, v);
    add(s, C).count = n;
  }
  template <Component C>
  void inner(Shape& s, TermIndex v) {
    add(s, C).shapes = {inner_shape(v)};
  }
  template <Component C>
  void inners(Shape& s, TermIndex v) {
    Constraint& constraint = add(s, C);
    for (const TermIndex member : graph_.list(v)) constraint.shapes.push_back(inner_shape(member));
  }
  template <Component C>
  void qualified(Shape& s, TermIndex v) {
    const TermIndex value_shape = graph_.object(s.id, shacl("qualifiedValueShape"));
    if (value_shape == kNoTerm) fail(s, "a qualified count needs sh:qualifiedValueShape");
    const std::uint64_t n = count(s, v);
    Constraint& constraint = add(s, C);
    constraint.count = n;
    constraint.shapes = {inner_shape(value_shape)};
  }
  void pattern(Shape& s, TermIndex v) {
    const TermIndex flags = graph_.object(s.id, shacl("flags"));
    add(s, Component::pattern)
        .pattern.emplace(graph_.term(v).text, flags == kNoTerm ? "" : graph_.term(flags).text);
  }
  void unique_lang(Shape& s, TermIndex v) {
    if (truth(v)) add(s, Component::unique_lang);
  }
  void closed(Shape& s, TermIndex v) {
    if (!truth(v)) return;
    Constraint& constraint = add(s, Component::closed);
    const TermIndex ignored = graph_.object(s.id, shacl("ignoredProperties"));
    if (ignored != kNoTerm) constraint.terms = graph_.list(ignored);
    for (const RdfTriple& t : graph_.from(s.id, shacl("property"))) {
      const TermIndex p = graph_.object(t.object, shacl("path"));
      if (p != kNoTerm && graph_.term(p).is_iri()) constraint.terms.push_back(p);
    }
  }
  /// The vector of shapes may move under the shape that is being read, so inner shapes wait in a
  /// list.
  ShapeIndex inner_shape(TermIndex id) {
    if (const auto known = positions_.find(id); known != positions_.end()) return known->second;
    const auto index = static_cast<ShapeIndex>(set_.shapes.size() + waiting_.size());
    positions_.emplace(id, index);
    waiting_.push_back(id);
    return index;
  }

  const RdfGraph& graph_;
  ShapeSet set_;
  std::unordered_map<TermIndex, ShapeIndex> positions_;
  std::vector<TermIndex> waiting_;
};

const std::map<std::string_view, Reader::Handler, std::less<>>& Reader::handlers() {
  using C = Component;
  using R = Reader;
  static const std::map<std::string_view, Handler, std::less<>> table{
      {"path", &R::path},
      {"severity", &R::severity},
      {"name", &R::name},
      {"message", &R::message},
      {"deactivated", &R::deactivated},
      {"targetNode", &R::target_node},
      {"targetClass", &R::target_class},
      {"targetSubjectsOf", &R::target_subjects},
      {"targetObjectsOf", &R::target_objects},
      {"class", &R::term<C::class_>},
      {"datatype", &R::term<C::datatype>},
      {"nodeKind", &R::term<C::node_kind>},
      {"minCount", &R::number<C::min_count>},
      {"maxCount", &R::number<C::max_count>},
      {"minExclusive", &R::term<C::min_exclusive>},
      {"minInclusive", &R::term<C::min_inclusive>},
      {"maxExclusive", &R::term<C::max_exclusive>},
      {"maxInclusive", &R::term<C::max_inclusive>},
      {"minLength", &R::number<C::min_length>},
      {"maxLength", &R::number<C::max_length>},
      {"pattern", &R::pattern},
      {"languageIn", &R::terms<C::language_in>},
      {"uniqueLang", &R::unique_lang},
      {"equals", &R::term<C::equals>},
      {"disjoint", &R::term<C::disjoint>},
      {"not", &R::inner<C::not_>},
      {"and", &R::inners<C::and_>},
      {"or", &R::inners<C::or_>},
      {"xone", &R::inners<C::xone>},
      {"node", &R::inner<C::node>},
      {"property", &R::inner<C::property>},
      {"qualifiedMinCount", &R::qualified<C::qualified_min_count>},
      {"qualifiedMaxCount", &R::qualified<C::qualified_max_count>},
      {"closed", &R::closed},
      {"hasValue", &R::term<C::has_value>},
      {"in", &R::terms<C::in>},
      {"sparql", &R::term<C::sparql>},
      // Read with the property that they belong to, or for people alone.
      {"qualifiedValueShape", &R::ignore},
      {"ignoredProperties", &R::ignore},
      {"flags", &R::ignore},
      {"description", &R::ignore},
      {"order", &R::ignore},
      {"group", &R::ignore},
      {"defaultValue", &R::ignore}};
  return table;
}

ShapeSet Reader::read() {
  for (const std::string_view target :
       {"targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf"}) {
    const TermIndex property = shacl(target);
    for (const RdfTriple& t : graph_.triples()) {
      if (t.predicate == property) shape(t.subject);
    }
  }
  for (std::size_t at = 0; at < set_.shapes.size(); ++at) {
    read_shape(at);
    for (const TermIndex id : waiting_) {
      set_.shapes.emplace_back();
      set_.shapes.back().id = id;
    }
    waiting_.clear();
  }
  check_nesting();
  return std::move(set_);
}

void Reader::read_shape(std::size_t at) {
  Shape& shape = set_.shapes[at];
  for (const RdfTriple& t : graph_.from(shape.id)) {
    const std::string_view predicate = graph_.term(t.predicate).text;
    if (!predicate.starts_with(rdf_names::kShacl)) continue;
    const auto handler = handlers().find(predicate.substr(rdf_names::kShacl.size()));
    if (handler == handlers().end())
      fail(shape, fmt::format("Samgak does not evaluate <{}>", visible(predicate)));
    (this->*handler->second)(shape, t.object);
  }
  if (shape.message.ko.empty()) shape.message.ko = shape.message.en;
  if (shape.message.en.empty()) shape.message.en = shape.message.ko;
  if (shape.name.ko.empty()) shape.name.ko = shape.name.en;
  if (shape.name.en.empty()) shape.name.en = shape.name.ko;
}

/// Takes away shapes that hold no other, level by level; what is left leads back to itself.
void Reader::check_nesting() const {
  const std::size_t size = set_.shapes.size();
  std::vector<std::size_t> open(size, 0);
  std::vector<std::vector<std::size_t>> holders(size);
  for (std::size_t i = 0; i < size; ++i) {
    for (const Constraint& constraint : set_.shapes[i].constraints) {
      for (const ShapeIndex inner : constraint.shapes) {
        ++open[i];
        holders[static_cast<std::size_t>(inner)].push_back(i);
      }
    }
  }
  std::vector<std::size_t> level;
  for (std::size_t i = 0; i < size; ++i) {
    if (open[i] == 0) level.push_back(i);
  }
  std::size_t done = 0;
  std::size_t depth = 0;
  while (!level.empty()) {
    if (++depth > kDeepest) throw LoadError("shapes hold shapes too deep");
    done += level.size();
    std::vector<std::size_t> next;
    for (const std::size_t i : level) {
      for (const std::size_t holder : holders[i]) {
        if (--open[holder] == 0) next.push_back(holder);
      }
    }
    level = std::move(next);
  }
  if (done < size) throw LoadError("shapes that lead back to themselves are not evaluated");
}

}  // namespace

ShapeSet read_shapes(const RdfGraph& shapes) {
  return Reader(shapes).read();
}

}  // namespace samgak::shacl
