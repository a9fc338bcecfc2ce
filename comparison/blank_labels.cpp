#include "comparison/blank_labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "text/diagnostic.hpp"

namespace samgak {
namespace {

/// Colourings that are tried for one structure: a search tree of alike nodes grows fast.
constexpr std::size_t kMostColourings = 5000;

bool is_blank(const RdfGraph& graph, TermIndex term) {
  return graph.term(term).kind == RdfTerm::Kind::blank;
}

/// Blank nodes that hang together, and the triples that mention one of them.
struct Structure {
  std::vector<TermIndex> nodes;
  std::vector<RdfTriple> triples;
  bool is_tree = true;  ///< each node but one is mentioned by exactly one other, none in a circle
};

/// Sets of terms that are joined until they are asked for.
class Groups {
 public:
  explicit Groups(std::uint32_t terms) : parent_(terms) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  std::uint32_t of(TermIndex term) {
    std::uint32_t at = number(term);
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(TermIndex a, TermIndex b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::uint32_t> parent_;
};

std::map<std::uint32_t, Structure> structures(const RdfGraph& graph) {
  Groups groups(graph.terms().size());
  for (const RdfTriple& t : graph.triples()) {
    if (is_blank(graph, t.subject) && is_blank(graph, t.object)) groups.join(t.subject, t.object);
  }
  std::map<std::uint32_t, Structure> out;
  std::vector<TermIndex> nodes;
  for (const RdfTriple& t : graph.triples()) {
    if (is_blank(graph, t.subject)) nodes.push_back(t.subject);
    if (is_blank(graph, t.object)) nodes.push_back(t.object);
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  for (const TermIndex node : nodes) {
    Structure& structure = out[groups.of(node)];
    structure.nodes.push_back(node);
    if (graph.to(node).size() > 1) structure.is_tree = false;
  }
  std::map<std::uint32_t, std::size_t> inner;
  for (const RdfTriple& t : graph.triples()) {
    const bool from = is_blank(graph, t.subject);
    const bool to = is_blank(graph, t.object);
    if (!from && !to) continue;
    const std::uint32_t group = groups.of(from ? t.subject : t.object);
    out[group].triples.push_back(t);
    if (from && to) ++inner[group];
  }
  for (auto& [group, structure] : out) {
    if (inner[group] + 1 != structure.nodes.size()) structure.is_tree = false;
  }
  return out;
}

/// Finds the order of a structure's nodes in which its triples, written out, come first in the
/// alphabet: nodes are coloured by what is said about them until no colour splits any more; of
/// nodes that still look alike, each in turn is taken for the first.
class Labelling {
 public:
  Labelling(const RdfGraph& graph, const Structure& structure)
      : graph_(graph), structure_(structure) {
    for (std::size_t i = 0; i < structure.nodes.size(); ++i) places_.emplace(structure.nodes[i], i);
  }

  std::unordered_map<TermIndex, std::string> labels() {
    std::vector<Colours> open{Colours(structure_.nodes.size(), 0)};
    for (std::size_t tried = 0; !open.empty(); ++tried) {
      if (tried == kMostColourings)
        throw LoadError("blank nodes look too much alike to be told apart");
      Colours colours = refined(std::move(open.back()));
      open.pop_back();
      const std::vector<std::size_t> alike = smallest_class(colours);
      if (alike.empty()) take_if_first(colours);
      for (const std::size_t node : alike) {
        Colours next = colours;
        // Colours go in steps of two in what follows: one lower is a colour of its own.
        for (std::uint32_t& colour : next) colour = 2 * colour + 1;
        --next[node];
        open.push_back(std::move(next));
      }
    }
    std::unordered_map<TermIndex, std::string> out;
    const std::string name = digest(best_text_);
    for (std::size_t i = 0; i < structure_.nodes.size(); ++i)
      out.emplace(structure_.nodes[i], fmt::format("_:{}n{}", name, best_[i]));
    return out;
  }

 private:
  using Colours = std::vector<std::uint32_t>;

  std::string written(TermIndex term, const Colours& colours) const {
    const auto place = places_.find(term);
    return place == places_.end() ? graph_.terms().ntriples(term)
                                  : fmt::format("_:{}", colours[place->second]);
  }

  Colours refined(Colours colours) const {
    for (std::size_t count = 0;;) {
      std::vector<std::vector<std::string>> said(colours.size());
      for (const RdfTriple& t : structure_.triples) {
        const std::string predicate = graph_.terms().ntriples(t.predicate);
        const bool loop = t.subject == t.object;
        if (const auto at = places_.find(t.subject); at != places_.end())
          said[at->second].push_back(predicate + " " + (loop ? "=" : written(t.object, colours)));
        if (const auto at = places_.find(t.object); at != places_.end())
          said[at->second].push_back(written(t.subject, colours) + " " + predicate);
      }
      // Colours are numbers in the order of old colour and of what is said.
      std::map<std::pair<std::uint32_t, std::vector<std::string>>, std::uint32_t> seen;
      for (std::size_t i = 0; i < colours.size(); ++i) {
        std::sort(said[i].begin(), said[i].end());
        seen.emplace(std::pair(colours[i], said[i]), 0);
      }
      std::uint32_t next = 0;
      for (auto& [key, colour] : seen) colour = next++;
      for (std::size_t i = 0; i < colours.size(); ++i)
        colours[i] = seen.at(std::pair(colours[i], std::move(said[i])));
      if (seen.size() == count) return colours;
      count = seen.size();
    }
  }

  /// The nodes of the smallest class of more than one; of equal ones that of the lowest colour.
  static std::vector<std::size_t> smallest_class(const Colours& colours) {
    std::map<std::uint32_t, std::vector<std::size_t>> classes;
    for (std::size_t i = 0; i < colours.size(); ++i) classes[colours[i]].push_back(i);
    std::vector<std::size_t> best;
    for (const auto& [colour, nodes] : classes) {
      if (nodes.size() > 1 && (best.empty() || nodes.size() < best.size())) best = nodes;
    }
    return best;
  }

  void take_if_first(const Colours& colours) {
    std::vector<std::string> lines;
    for (const RdfTriple& t : structure_.triples) {
      lines.push_back(fmt::format("{} {} {} .", written(t.subject, colours),
                                  graph_.terms().ntriples(t.predicate),
                                  written(t.object, colours)));
    }
    std::sort(lines.begin(), lines.end());
    std::string text = fmt::format("{}", fmt::join(lines, "\n"));
    if (!best_.empty() && best_text_ <= text) return;
    best_text_ = std::move(text);
    best_ = colours;
  }

  /// FNV-1a of 64 bits: short enough to be read, long enough for structures of one vocabulary.
  static std::string digest(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return fmt::format("c{:016x}", hash);
  }

  const RdfGraph& graph_;
  const Structure& structure_;
  std::unordered_map<TermIndex, std::size_t> places_;
  Colours best_;
  std::string best_text_;
};

}  // namespace

std::unordered_map<TermIndex, std::string> blank_labels(const RdfGraph& graph) {
  std::unordered_map<TermIndex, std::string> out;
  for (const auto& [group, structure] : structures(graph)) {
    if (!structure.is_tree) out.merge(Labelling(graph, structure).labels());
  }
  return out;
}

}  // namespace samgak
