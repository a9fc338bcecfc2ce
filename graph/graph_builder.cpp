#include "graph/graph_builder.hpp"

#include <algorithm>
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
    while (length <= 4 && at + length <= text.size() && !is_valid_utf8(text.substr(at, length))) {
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

/// The rule by which one of two names is preferred whatever the order of calls: the longer one,
/// which keeps its spaces and dots, then the smaller.
bool preferred(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() > b.size() : a < b;
}

/// Repeated names are dropped whenever the list has doubled, so that ten thousand documents that
/// name one ministry alike cost the room of one.
void add_alias(detail::NodeDraft& draft, std::uint32_t name) {
  draft.aliases.push_back(name);
  if (draft.aliases.size() < draft.aliases_limit) return;
  std::sort(draft.aliases.begin(), draft.aliases.end());
  draft.aliases.erase(std::unique(draft.aliases.begin(), draft.aliases.end()), draft.aliases.end());
  draft.aliases_limit = std::max(16u, 2 * static_cast<std::uint32_t>(draft.aliases.size()));
}

}  // namespace

/// What comes in rows of the same (document, rule, relation, subject) is looked up once a row of
/// them.
struct Memory {
  std::string_view text;
  std::uint32_t number = 0;
};

struct Renaming {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::string note;
};

struct GraphBuilder::State {
  explicit State(const BuilderRoom& room) : drafts(room) {}

  detail::GraphDrafts drafts;
  std::set<std::string, std::less<>> symmetric;
  std::vector<Renaming> renamings;
  std::string scratch;
  Memory document;
  Memory rule;
  Memory relation;
  EntityInput entity;
  StatementInput statement;

  std::string_view clean(std::string_view text) {
    if (is_valid_utf8(text) && text.find('\0') == std::string_view::npos) return text;
    scratch = repaired(text);
    return scratch;
  }
  std::uint32_t number_in(detail::Interner& interner, std::string_view text) {
    return interner(text, [this](std::string_view raw) { return clean(raw); });
  }
  std::uint32_t symbol(std::string_view text) { return number_in(drafts.symbols, text); }
  std::uint32_t symbol(std::string_view text, Memory& memory) {
    if (memory.text.data() == nullptr || text != memory.text) {
      memory.number = symbol(text);
      memory.text = drafts.symbols[memory.number];
    }
    return memory.number;
  }
  detail::TextNumber keep(std::string_view text) {
    return drafts.texts.keep(text, [this](std::string_view raw) { return clean(raw); });
  }
  detail::PlaceDraft place(const PlaceView& p) {
    return {symbol(p.document, document), p.begin, p.end};
  }

  std::uint32_t node(std::string_view id) {
    const std::uint32_t node = number_in(drafts.ids, id);
    if (node == drafts.nodes.size()) drafts.nodes.emplace_back();
    return node;
  }

  void add(const EntityInput& entity_input);
  void add_name(detail::NodeDraft& draft, std::size_t language, std::string_view text);
  void add(const StatementInput& statement_input);
  void turn(detail::EdgeKey& edge) const;
  void merge_node(const Renaming& renaming);
  void rename_all();
};

/// Of a symmetric relation the smaller id is the subject.
void GraphBuilder::State::turn(detail::EdgeKey& edge) const {
  if (!symmetric.empty() && drafts.ids[edge.object] < drafts.ids[edge.subject] &&
      symmetric.contains(drafts.symbols[edge.relation])) {
    std::swap(edge.subject, edge.object);
  }
}

void GraphBuilder::State::add(const EntityInput& input) {
  const std::uint32_t number = node(input.id);
  detail::NodeDraft& draft = drafts.nodes[number];
  const std::uint32_t type = symbol(input.type);
  if (!draft.described || drafts.symbols[type] < drafts.symbols[draft.type]) draft.type = type;
  draft.described = true;
  const std::string_view names[] = {input.name, input.name_en, input.name_ja};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::uint32_t kept = draft.names[i];
    if (kept == 0 || names[i] != drafts.names[kept - 1]) add_name(draft, i, clean(names[i]));
  }
  if (const std::string_view wikidata = clean(input.wikidata); !wikidata.empty()) {
    std::uint32_t& kept = draft.names[3];
    if (kept == 0 || wikidata < drafts.names[kept - 1]) kept = drafts.names(wikidata) + 1;
  }
  for (const std::string_view alias : input.aliases) {
    if (!alias.empty()) add_alias(draft, number_in(drafts.names, alias));
  }
  for (const MentionView& m : input.mentions) {
    drafts.mentions.push_back({number, place(m.place), symbol(m.reason), symbol(m.surface)});
  }
  for (const ClaimView& c : input.claims) {
    drafts.claims.push_back({number, place(c.place), symbol(c.key), symbol(c.value)});
  }
}

/// `kept` is one more than the number of the name that the node has, or 0.
void GraphBuilder::State::add_name(detail::NodeDraft& draft, std::size_t language,
                                   std::string_view name) {
  std::uint32_t& kept = draft.names[language];
  if (name.empty() || (kept != 0 && name == drafts.names[kept - 1])) return;
  const std::uint32_t added = drafts.names(name);
  if (kept != 0 && !preferred(drafts.names[added], drafts.names[kept - 1])) {
    add_alias(draft, added);
    return;
  }
  if (kept != 0) add_alias(draft, kept - 1);
  kept = added + 1;
}

void GraphBuilder::State::add(const StatementInput& input) {
  if (input.evidence.empty()) {
    throw LoadError(
        fmt::format("{}: a statement without evidence cannot stand in the graph",
                    visible(fmt::format("{} {} {}", input.subject, input.relation, input.object))));
  }
  const std::uint32_t subject = node(input.subject);
  detail::EdgeKey edge{subject, symbol(input.relation, relation), node(input.object)};
  turn(edge);
  for (const std::string_view date : input.dates) {
    if (!date.empty()) drafts.dates.push_back({edge, symbol(date)});
  }
  for (const std::string_view role : input.roles) {
    if (!role.empty()) drafts.roles.push_back({edge, symbol(role)});
  }
  for (const EvidenceView& e : input.evidence) {
    drafts.evidence.push_back({edge, place(e.place), symbol(e.rule, rule),
                               e.confidence * 4 + static_cast<std::uint32_t>(e.status),
                               keep(e.quote), keep(e.bindings)});
  }
}

void GraphBuilder::State::merge_node(const Renaming& renaming) {
  const detail::NodeDraft from = std::move(drafts.nodes[renaming.from]);
  detail::NodeDraft& to = drafts.nodes[renaming.to];
  if (from.described && (!to.described || drafts.symbols[from.type] < drafts.symbols[to.type]))
    to.type = from.type;
  to.described |= from.described;
  for (std::size_t i = 0; i < 3; ++i) {
    if (from.names[i] != 0) add_name(to, i, drafts.names[from.names[i] - 1]);
  }
  const std::uint32_t wikidata = from.names[3];
  if (wikidata != 0 &&
      (to.names[3] == 0 || drafts.names[wikidata - 1] < drafts.names[to.names[3] - 1]))
    to.names[3] = wikidata;
  for (const std::uint32_t alias : from.aliases) add_alias(to, alias);
}

/// Numbers the nodes anew, without those that are others in truth.
void GraphBuilder::State::rename_all() {
  if (renamings.empty()) return;
  constexpr std::uint32_t kStays = 0xFFFFFFFF;
  std::vector<std::uint32_t> renaming_of(drafts.nodes.size(), kStays);
  for (std::uint32_t i = 0; i < renamings.size(); ++i) {
    renaming_of[renamings[i].from] = i;
    merge_node(renamings[i]);
  }
  detail::Interner ids;
  std::vector<detail::NodeDraft> nodes;
  std::vector<std::uint32_t> number(drafts.nodes.size());
  for (std::uint32_t i = 0; i < drafts.nodes.size(); ++i) {
    if (renaming_of[i] != kStays) continue;
    number[i] = ids(drafts.ids[i]);
    nodes.push_back(std::move(drafts.nodes[i]));
  }
  for (const Renaming& renaming : renamings) number[renaming.from] = number[renaming.to];
  drafts.mentions.for_each([&](detail::NodeItemDraft& mention) {
    if (const std::uint32_t renaming = renaming_of[mention.node]; renaming != kStays) {
      std::string reason(drafts.symbols[mention.first]);
      mention.first = symbol(reason += renamings[renaming].note);
    }
    mention.node = number[mention.node];
  });
  drafts.claims.for_each([&](detail::NodeItemDraft& claim) { claim.node = number[claim.node]; });
  drafts.ids = std::move(ids);
  drafts.nodes = std::move(nodes);
  const auto renumber = [&](auto& row) {
    row.edge.subject = number[row.edge.subject];
    row.edge.object = number[row.edge.object];
    turn(row.edge);
  };
  drafts.evidence.for_each(renumber);
  drafts.dates.for_each(renumber);
  drafts.roles.for_each(renumber);
}

GraphBuilder::GraphBuilder() : GraphBuilder(BuilderRoom()) {}
GraphBuilder::GraphBuilder(BuilderRoom room)
    : room_(std::move(room)), state_(std::make_unique<State>(room_)) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::declare_symmetric(std::string_view relation) {
  state_->symmetric.emplace(relation);
}

void GraphBuilder::add(Extraction extraction) {
  for (const Entity& entity : extraction.entities) {
    view_into(state_->entity, entity);
    state_->add(state_->entity);
  }
  for (const Statement& statement : extraction.statements) {
    view_into(state_->statement, statement);
    state_->add(state_->statement);
  }
  for (const SourceDocument& source : extraction.sources) {
    add_document(source.name, source.checksum);
  }
}

void GraphBuilder::add(const EntityInput& entity) {
  state_->add(entity);
}
void GraphBuilder::add(const StatementInput& statement) {
  state_->add(statement);
}

void GraphBuilder::add_document(std::string_view name, const Sha256& checksum) {
  state_->drafts.documents.push_back({state_->symbol(name), checksum});
}

void GraphBuilder::rename(std::string_view from, std::string_view to, std::string_view note) {
  state_->renamings.push_back({state_->node(from), state_->node(to), std::string(note)});
}

KnowledgeGraph GraphBuilder::build() && {
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>(room_));
  state->rename_all();
  return KnowledgeGraph(detail::freeze(std::move(state->drafts)));
}

}  // namespace samgak
