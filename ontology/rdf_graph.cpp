#include "ontology/rdf_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

constexpr char kIri = 'I';
constexpr char kBlank = 'B';
constexpr char kLiteral = 'L';
constexpr char kSeparator = '\n';

/// `text` between quotation marks, as N-Triples escapes it.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

/// Where the triples of each term begin in `triples`, which are sorted by `key`.
template <typename Key>
std::vector<std::uint32_t> beginnings(const std::vector<RdfTriple>& triples, std::uint32_t terms,
                                      Key key) {
  std::vector<std::uint32_t> begin(std::size_t{terms} + 1, 0);
  for (const RdfTriple& triple : triples) ++begin[number(key(triple)) + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  return begin;
}

std::span<const RdfTriple> run_of(const std::vector<RdfTriple>& triples,
                                  const std::vector<std::uint32_t>& begin, TermIndex term) {
  // Terms that came after the last freeze have no triples, nor has kNoTerm.
  if (std::size_t{number(term)} + 1 >= begin.size()) return {};
  return std::span(triples).subspan(begin[number(term)],
                                    begin[number(term) + 1] - begin[number(term)]);
}

std::span<const RdfTriple> with_predicate(std::span<const RdfTriple> run, TermIndex predicate) {
  const auto before = [](const RdfTriple& t, TermIndex p) { return t.predicate < p; };
  const auto after = [](TermIndex p, const RdfTriple& t) { return p < t.predicate; };
  const auto first = std::lower_bound(run.begin(), run.end(), predicate, before);
  const auto last = std::upper_bound(first, run.end(), predicate, after);
  return {first, last};
}

}  // namespace

TermIndex TermTable::intern(const std::string& key) {
  if (const auto known = numbers_.find(key); known != numbers_.end()) return known->second;
  const TermIndex index{size()};
  keys_.push_back(key);
  numbers_.emplace(keys_.back(), index);
  return index;
}

TermIndex TermTable::iri(std::string_view iri) {
  scratch_ = kIri;
  scratch_ += iri;
  return intern(scratch_);
}

TermIndex TermTable::blank(std::string_view label) {
  scratch_ = kBlank;
  scratch_ += label;
  return intern(scratch_);
}

TermIndex TermTable::literal(std::string_view text, std::string_view language,
                             std::string_view datatype) {
  scratch_ = kLiteral;
  scratch_ += text;
  scratch_ += kSeparator;
  if (!language.empty()) {
    scratch_ += '@';
    for (const char c : language) scratch_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  } else {
    scratch_ += datatype.empty() ? rdf_names::kXsdString : datatype;
  }
  return intern(scratch_);
}

TermIndex TermTable::find_iri(std::string_view iri) const {
  std::string key(1, kIri);
  key += iri;
  const auto known = numbers_.find(key);
  return known == numbers_.end() ? kNoTerm : known->second;
}

RdfTerm TermTable::operator[](TermIndex term) const {
  std::string_view key = keys_[number(term)];
  const char kind = key[0];
  key.remove_prefix(1);
  if (kind == kIri) return {RdfTerm::Kind::iri, key, {}, {}};
  if (kind == kBlank) return {RdfTerm::Kind::blank, key, {}, {}};
  const std::size_t at = key.rfind(kSeparator);
  const std::string_view type = key.substr(at + 1);
  if (type.starts_with('@')) {
    return {RdfTerm::Kind::literal, key.substr(0, at), type.substr(1), rdf_names::kLangString};
  }
  return {RdfTerm::Kind::literal, key.substr(0, at), {}, type};
}

std::string TermTable::ntriples(TermIndex index) const {
  const RdfTerm term = (*this)[index];
  if (term.kind == RdfTerm::Kind::iri) return fmt::format("<{}>", term.text);
  if (term.kind == RdfTerm::Kind::blank) return fmt::format("_:{}", term.text);
  if (!term.language.empty()) return fmt::format("{}@{}", quoted(term.text), term.language);
  if (term.datatype == rdf_names::kXsdString) return quoted(term.text);
  return fmt::format("{}^^<{}>", quoted(term.text), term.datatype);
}

void RdfGraph::freeze() {
  std::sort(triples_.begin(), triples_.end());
  triples_.erase(std::unique(triples_.begin(), triples_.end()), triples_.end());
  by_object_ = triples_;
  std::sort(by_object_.begin(), by_object_.end(), [](const RdfTriple& a, const RdfTriple& b) {
    return std::tie(a.object, a.predicate, a.subject) < std::tie(b.object, b.predicate, b.subject);
  });
  subject_begin_ =
      beginnings(triples_, terms_->size(), [](const RdfTriple& t) { return t.subject; });
  object_begin_ =
      beginnings(by_object_, terms_->size(), [](const RdfTriple& t) { return t.object; });
}

std::span<const RdfTriple> RdfGraph::from(TermIndex subject) const {
  return run_of(triples_, subject_begin_, subject);
}

std::span<const RdfTriple> RdfGraph::from(TermIndex subject, TermIndex predicate) const {
  return with_predicate(from(subject), predicate);
}

std::span<const RdfTriple> RdfGraph::to(TermIndex object) const {
  return run_of(by_object_, object_begin_, object);
}

std::span<const RdfTriple> RdfGraph::to(TermIndex object, TermIndex predicate) const {
  return with_predicate(to(object), predicate);
}

bool RdfGraph::has(const RdfTriple& triple) const {
  const std::span<const RdfTriple> run = from(triple.subject);
  return std::binary_search(run.begin(), run.end(), triple);
}

TermIndex RdfGraph::object(TermIndex subject, TermIndex predicate) const {
  const std::span<const RdfTriple> run = from(subject, predicate);
  return run.empty() ? kNoTerm : run.front().object;
}

std::vector<TermIndex> RdfGraph::list(TermIndex head) const {
  const TermIndex first = terms_->find_iri(rdf_names::kFirst);
  const TermIndex rest = terms_->find_iri(rdf_names::kRest);
  const TermIndex nil = terms_->find_iri(rdf_names::kNil);
  std::vector<TermIndex> members;
  std::unordered_set<TermIndex> seen;
  while (head != kNoTerm && head != nil && seen.insert(head).second) {
    if (const TermIndex member = object(head, first); member != kNoTerm) members.push_back(member);
    head = object(head, rest);
  }
  return members;
}

}  // namespace samgak
