#include "graph/graph_builder.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "graph/detail/graph_drafts.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

/// Invalid UTF-8 and U+0000 become U+FFFD here, once, so that no exporter has to think of them.
std::string repaired(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    while (length <= 4 && at + length <= text.size() &&
           !is_valid_utf8(text.substr(at, length))) {
      ++length;
    }
    if (length <= 4 && at + length <= text.size() && text[at] != '\0') {
      out.append(text.substr(at, length));
      at += length;
    } else {
      append_utf8(out, 0xFFFD);
      ++at;
    }
  }
  return out;
}

/// The rule by which one of two names is preferred whatever the order of calls: the longer one, which keeps its
/// spaces and dots, then the smaller.
bool preferred(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() > b.size() : a < b;
}

/// Confidence in steps of 1/10,000, at least one; what is no number counts as the least.
std::uint32_t in_steps(double confidence) {
  if (!(confidence > 0.0001)) return 1;
  return confidence >= 1.0 ? 10000 : static_cast<std::uint32_t>(std::lround(confidence * 10000.0));
}

/// Repeated names are dropped whenever the list has doubled, so that ten thousand documents that name one ministry
/// alike cost the room of one.
void add_alias(detail::NodeDraft& draft, std::uint32_t name) {
  draft.aliases.push_back(name);
  if (draft.aliases.size() < draft.aliases_limit) return;
  std::sort(draft.aliases.begin(), draft.aliases.end());
  draft.aliases.erase(std::unique(draft.aliases.begin(), draft.aliases.end()), draft.aliases.end());
  draft.aliases_limit = std::max<std::size_t>(16, 2 * draft.aliases.size());
}

}  // namespace

struct GraphBuilder::State {
  detail::GraphDrafts drafts;
  std::set<std::string, std::less<>> symmetric;
  std::string scratch;

  std::string_view clean(std::string_view text) {
    if (is_valid_utf8(text) && text.find('\0') == std::string_view::npos) return text;
    scratch = repaired(text);
    return scratch;
  }
  std::uint32_t symbol(std::string_view text) { return drafts.symbols(clean(text)); }
  std::string_view keep(std::string_view text) { return drafts.texts.keep(clean(text)); }
  detail::PlaceDraft place(const Place& p) { return {symbol(p.document), p.begin, p.end}; }

  std::uint32_t node(std::string_view id) {
    const std::uint32_t number = drafts.ids(clean(id));
    if (number == drafts.nodes.size()) drafts.nodes.emplace_back();
    return number;
  }

  void add(const Entity& entity);
  void add(const Statement& statement);
};

void GraphBuilder::State::add(const Entity& entity) {
  detail::NodeDraft& draft = drafts.nodes[node(entity.id)];
  const std::string_view type = clean(entity.type);
  if (!draft.described || type < draft.type) draft.type = drafts.texts.keep(type);
  draft.described = true;
  const std::string* const names[] = {&entity.name, &entity.name_en, &entity.name_ja};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string_view name = clean(*names[i]);
    std::string_view& kept = draft.names[i];
    if (name.empty() || name == kept) continue;
    const std::uint32_t added = drafts.names(name);
    if (kept.empty() || preferred(name, kept)) {
      if (!kept.empty()) add_alias(draft, drafts.names(kept));
      kept = drafts.names[added];
    } else {
      add_alias(draft, added);
    }
  }
  const std::string_view wikidata = clean(entity.wikidata);
  if (!wikidata.empty() && (draft.wikidata.empty() || wikidata < draft.wikidata)) {
    draft.wikidata = drafts.texts.keep(wikidata);
  }
  for (const std::string& alias : entity.aliases) {
    if (!alias.empty()) add_alias(draft, drafts.names(clean(alias)));
  }
  for (const EntityMention& m : entity.mentions) {
    draft.mentions.push_back({place(m.place), symbol(m.reason), keep(m.surface)});
  }
  for (const AttributeClaim& c : entity.claims) {
    draft.claims.push_back({place(c.place), symbol(c.key), symbol(c.value)});
  }
}

void GraphBuilder::State::add(const Statement& statement) {
  if (statement.evidence.empty()) {
    throw LoadError(fmt::format("{}: a statement without evidence cannot stand in the graph",
                                visible(statement.subject + " " + statement.relation + " " +
                                        statement.object)));
  }
  detail::EdgeKey edge{node(statement.subject), symbol(statement.relation),
                       node(statement.object)};
  if (drafts.ids[edge.object] < drafts.ids[edge.subject] &&
      symmetric.contains(statement.relation)) {
    std::swap(edge.subject, edge.object);
  }
  if (!statement.date.empty()) drafts.dates.push_back({edge, symbol(statement.date)});
  for (const std::string& role : statement.roles) {
    if (!role.empty()) drafts.roles.push_back({edge, symbol(role)});
  }
  for (const Evidence& e : statement.evidence) {
    detail::EvidenceDraft draft;
    draft.edge = edge;
    draft.place = place(e.place);
    draft.rule = symbol(e.rule);
    draft.packed = in_steps(e.confidence) * 4 + static_cast<std::uint32_t>(e.status);
    std::string both(clean(e.quote));
    draft.quote_size = static_cast<std::uint32_t>(both.size());
    both += clean(e.bindings);
    draft.bindings_size = static_cast<std::uint32_t>(both.size()) - draft.quote_size;
    draft.texts = drafts.texts.keep(both).data();
    drafts.evidence.push_back(draft);
  }
}

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::declare_symmetric(std::string_view relation) {
  state_->symmetric.emplace(relation);
}

void GraphBuilder::add(Extraction extraction) {
  for (const Entity& entity : extraction.entities) state_->add(entity);
  for (const Statement& statement : extraction.statements) state_->add(statement);
}

KnowledgeGraph GraphBuilder::build() && {
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>());
  return KnowledgeGraph(detail::freeze(std::move(state->drafts)));
}

}  // namespace samgak
