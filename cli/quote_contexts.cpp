#include "cli/quote_contexts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "cli/standard_input.hpp"
#include "readers/document_source.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kCodePoints = 90;

std::unordered_set<std::string_view> cited_documents(const KnowledgeGraph& graph) {
  std::unordered_set<std::string_view> out;
  for (const StatementView edge : graph.statements()) {
    for_each_document(edge.evidence, [&](std::string_view name) { out.insert(name); });
  }
  for (const EntityView node : graph.entities()) {
    for_each_document(node.mentions, [&](std::string_view name) { out.insert(name); });
  }
  return out;
}

/// Is the document what the graph was made from? Yes where the graph does not say.
bool is_as_told(const Document& document,
                const std::unordered_multimap<std::string_view, Sha256>& told) {
  const auto [begin, end] = told.equal_range(document.name());
  return begin == end || std::any_of(begin, end, [&](const auto& one) {
           return one.second == document.checksum();
         });
}

std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return out;
}

std::string before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  for (std::size_t n = 0; n < kCodePoints && begin > 0; ++n)
    begin -= decode_before(text, begin).length;
  return on_one_line(text.substr(begin, end - begin));
}

std::string after(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t n = 0; n < kCodePoints && end < text.size(); ++n)
    end += decode(text, end).length;
  return on_one_line(text.substr(begin, end - begin));
}

}  // namespace

QuoteContexts::QuoteContexts(const std::string& folder, const KnowledgeGraph& graph) {
  const SourceList sources = list_sources({folder});
  if (!sources.missing_roots.empty()) {
    throw LoadError(fmt::format("{}: no such folder of texts", visible(folder)));
  }
  const std::unordered_set<std::string_view> cited = cited_documents(graph);
  std::unordered_multimap<std::string_view, Sha256> told;
  for (std::uint32_t i = 0; i < graph.document_count(); ++i) {
    const DocumentView document = graph.document(i);
    told.emplace(document.name, document.checksum);
  }
  std::vector<Diagnostic> ignored;
  for (const SourceFile& file : sources.files) {
    read_source(
        file, standard_input(),
        [&](Document document) {
          if (cited.count(document.name()) != 0) {
            std::string name = document.name();
            if (!is_as_told(document, told)) changed_.push_back(name);
            documents_.emplace(std::move(name), std::move(document));
          }
        },
        ignored);
  }
  std::sort(changed_.begin(), changed_.end());
}

std::optional<review::QuoteContext> QuoteContexts::around(const PlaceView& place,
                                                          std::string_view words) const {
  const auto found = documents_.find(std::string(place.document));
  if (found == documents_.end() || words.empty()) return std::nullopt;
  const Document& document = found->second;
  const std::string_view text = document.text();
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(at + words.size());
    if (document.source_place({begin, end}).begin != place.begin) continue;
    return review::QuoteContext{before(text, begin), after(text, end)};
  }
  return std::nullopt;
}

}  // namespace samgak
