#include "checks/quote_finder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

constexpr std::size_t kMostQuotes = 3;
constexpr std::string_view kPlace = "#char=";

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string without_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool encoded = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                         hex_digit(text[i + 2]) >= 0;
    if (encoded) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Reads `…/document/NAME#char=BEGIN,END`; false for any other IRI.
bool read_place(std::string_view iri, Quote& quote) {
  const std::size_t at = iri.rfind(kPlace);
  if (at == std::string_view::npos) return false;
  const std::string_view document = iri.substr(0, at);
  quote.document = without_percent(document.substr(document.rfind('/') + 1));
  const char* from = iri.data() + at + kPlace.size();
  const char* const end = iri.data() + iri.size();
  const auto begin_read = std::from_chars(from, end, quote.begin);
  if (begin_read.ec != std::errc() || begin_read.ptr == end || *begin_read.ptr != ',') return false;
  return std::from_chars(begin_read.ptr + 1, end, quote.end).ec == std::errc();
}

}  // namespace

QuoteFinder::QuoteFinder(const RdfGraph& data) : data_(data) {
  const auto find = [&](std::string_view space, std::string_view local) {
    return data.terms().find_iri(rdf_names::in(space, local));
  };
  quote_ = find(rdf_names::kSamgak, "quote");
  derived_ = find(rdf_names::kProv, "wasDerivedFrom");
  evidence_ = find(rdf_names::kSamgak, "evidence");
  mention_ = find(rdf_names::kSamgak, "mention");
  subject_ = find(rdf_names::kRdf, "subject");
  predicate_ = find(rdf_names::kRdf, "predicate");
  object_ = find(rdf_names::kRdf, "object");
  label_ = find(rdf_names::kRdfs, "label");
  for (const RdfTriple& t : data.triples()) {
    if (t.predicate == subject_)
      stated_.push_back({t.object, data.object(t.subject, object_), t.subject});
  }
  std::sort(stated_.begin(), stated_.end());
}

std::optional<Quote> QuoteFinder::passage(TermIndex node) const {
  const TermIndex words = data_.object(node, quote_);
  if (words == kNoTerm) return std::nullopt;
  Quote quote;
  quote.text = data_.term(words).text;
  for (const RdfTriple& t : data_.from(node, derived_)) {
    if (read_place(data_.term(t.object).text, quote)) break;
  }
  return quote;
}

std::vector<Quote> QuoteFinder::passages_of(TermIndex node, TermIndex property) const {
  std::vector<Quote> out;
  for (const RdfTriple& t : data_.from(node, property)) {
    if (out.size() == kMostQuotes) break;
    if (std::optional<Quote> quote = passage(t.object)) out.push_back(std::move(*quote));
  }
  return out;
}

std::vector<Quote> QuoteFinder::between(TermIndex a, TermIndex b) const {
  for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
    const auto at =
        std::lower_bound(stated_.begin(), stated_.end(), Stated{from, to, TermIndex{0}});
    if (at != stated_.end() && at->from == from && at->to == to)
      return passages_of(at->statement, evidence_);
  }
  return {};
}

std::vector<Quote> QuoteFinder::stated_with(TermIndex focus, TermIndex predicate) const {
  std::vector<Quote> out;
  for (const RdfTriple& t : data_.to(focus, subject_)) {
    if (out.size() >= kMostQuotes) break;
    if (!data_.has({t.subject, predicate_, predicate})) continue;
    std::vector<Quote> quotes = passages_of(t.subject, evidence_);
    if (!quotes.empty()) out.push_back(std::move(quotes.front()));
  }
  return out;
}

std::vector<Quote> QuoteFinder::quotes(TermIndex focus, TermIndex predicate,
                                       TermIndex value) const {
  std::vector<Quote> out;
  if (std::optional<Quote> own = passage(focus)) out.push_back(std::move(*own));
  if (out.empty()) out = passages_of(focus, evidence_);
  if (out.empty() && value != kNoTerm && value != focus) out = between(focus, value);
  if (out.empty() && predicate != kNoTerm) out = stated_with(focus, predicate);
  if (out.empty()) {
    out = passages_of(focus, mention_);
    if (out.size() > 1) out.resize(1);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string QuoteFinder::end_of_iri(TermIndex node) const {
  const std::string_view text = data_.term(node).text;
  const std::size_t at = text.find_last_of("/#");
  const bool has_end = at != std::string_view::npos && at + 1 < text.size();
  return without_percent(has_end ? text.substr(at + 1) : text);
}

std::string QuoteFinder::simple_label(TermIndex node) const {
  if (node == kNoTerm) return "?";
  std::string_view best;
  for (const RdfTriple& t : data_.from(node, label_)) {
    const RdfTerm term = data_.term(t.object);
    if (term.text.empty()) continue;
    if (best.empty() || term.language == "ko") best = term.text;
    if (term.language == "ko") break;
  }
  return best.empty() ? end_of_iri(node) : std::string(best);
}

std::string QuoteFinder::label(TermIndex node) const {
  const TermIndex from = data_.object(node, subject_);
  if (from != kNoTerm) {
    const TermIndex relation = data_.object(node, predicate_);
    return fmt::format("{} -{}-> {}", simple_label(from),
                       relation == kNoTerm ? "?" : end_of_iri(relation),
                       simple_label(data_.object(node, object_)));
  }
  if (const std::optional<Quote> words = passage(node)) return fmt::format("«{}»", words->text);
  return simple_label(node);
}

}  // namespace samgak
