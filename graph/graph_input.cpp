#include "graph/graph_input.hpp"

#include <cmath>

namespace samgak {

namespace {

PlaceView view(const Place& place) {
  return {place.document, place.begin, place.end};
}

}  // namespace

std::uint32_t confidence_steps(double confidence) {
  if (!(confidence > 0.0001)) return 1;
  return confidence >= 1.0 ? 10000 : static_cast<std::uint32_t>(std::lround(confidence * 10000.0));
}

void view_into(EntityInput& input, const Entity& entity) {
  input.id = entity.id;
  input.type = entity.type;
  input.name = entity.name;
  input.name_en = entity.name_en;
  input.name_ja = entity.name_ja;
  input.wikidata = entity.wikidata;
  input.aliases.assign(entity.aliases.begin(), entity.aliases.end());
  input.mentions.clear();
  for (const EntityMention& m : entity.mentions) {
    input.mentions.push_back({view(m.place), m.surface, m.reason});
  }
  input.claims.clear();
  for (const AttributeClaim& c : entity.claims) {
    input.claims.push_back({view(c.place), c.key, c.value});
  }
}

void view_into(StatementInput& input, const Statement& statement) {
  input.subject = statement.subject;
  input.relation = statement.relation;
  input.object = statement.object;
  input.roles.assign(statement.roles.begin(), statement.roles.end());
  input.dates.assign(1, statement.date);
  input.evidence.clear();
  for (const Evidence& e : statement.evidence) {
    input.evidence.push_back(
        {view(e.place), e.quote, e.rule, e.bindings, e.status, confidence_steps(e.confidence)});
  }
}

}  // namespace samgak
