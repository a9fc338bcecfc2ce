#include "extractors/closure.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace samgak {
namespace {

// Views of the statements at hand, which stay where they are until all that follows is known.
using Id = std::string_view;
using Premises = std::map<Id, const Evidence*>;

Statement derived(Id subject, std::string_view relation, Id object, const Evidence* premise,
                  std::string_view rule) {
  Statement statement{
      std::string(subject), std::string(relation), std::string(object), {}, {}, {*premise}};
  statement.evidence.front().rule =
      std::string("closure.").append(rule).append(" ← ").append(premise->rule);
  statement.evidence.front().confidence *= 0.9;
  return statement;
}

/// Parties that may cooperate: states, bodies, organisations; not people.
bool is_party(Id id) {
  return !id.starts_with("person/");
}

bool is_body(Id id) {
  return id.starts_with("body/") || id.starts_with("org/");
}

/// Bodies cooperate with bodies and states with states.
bool same_level(Id a, Id b) {
  return a.starts_with("state/") == b.starts_with("state/") || a.starts_with("org/") ||
         b.starts_with("org/");
}

void cooperation(const std::map<Id, Premises>& parties, const std::map<Id, Premises>& fields,
                 const std::map<Id, std::string_view>& names, const PhraseSet& words,
                 std::vector<Statement>& more) {
  for (const auto& [event, members] : parties) {
    const auto name = names.find(event);
    if (members.size() < 2 || members.size() > 5 || name == names.end() || !words.in(name->second))
      continue;
    const auto field = fields.find(event);
    for (const auto& [party, evidence] : members) {
      for (const auto& [other, unused] : members) {
        if (party < other && same_level(party, other)) {
          more.push_back(derived(party, "cooperatesWith", other, evidence, "together"));
        }
      }
      if (field == fields.end()) continue;
      for (const auto& [technology, unused] : field->second) {
        more.push_back(derived(party, "cooperatesOn", technology, evidence, "together"));
      }
    }
  }
}

/// Those who made a paper that protects a field protect it; its bodies only where no state was said
/// to.
void protection(const std::map<Id, Premises>& parties, const std::map<Id, Premises>& signing_states,
                const std::map<Id, Premises>& protected_fields, std::vector<Statement>& more) {
  std::set<Id> of_states;
  for (const auto& [who, technologies] : protected_fields) {
    if (!who.starts_with("state/")) continue;
    for (const auto& [technology, unused] : technologies) of_states.insert(technology);
  }
  for (const auto& [paper, technologies] : protected_fields) {
    if (!paper.starts_with("agreement/")) continue;
    for (const auto* makers : {&parties, &signing_states}) {
      const auto found = makers->find(paper);
      if (found == makers->end() || found->second.size() < 2) continue;
      for (const auto& [party, unused] : found->second) {
        for (const auto& [technology, evidence] : technologies) {
          if (party.starts_with("state/") || of_states.count(technology) == 0)
            more.push_back(derived(party, "protects", technology, evidence, "made to protect"));
        }
      }
    }
  }
}

/// Dates and status of papers and programmes.
void claims(Extraction& extraction, const std::map<std::string, std::string>& adopted_at) {
  std::map<Id, Entity*> entities;
  for (Entity& entity : extraction.entities) entities[entity.id] = &entity;
  const auto has = [](const Entity& entity, std::string_view key) {
    return std::any_of(entity.claims.begin(), entity.claims.end(),
                       [&](const AttributeClaim& c) { return c.key == key; });
  };
  for (const Statement& s : extraction.statements) {
    if (s.relation != "agreed" && s.relation != "operates") continue;
    Entity& event = *entities.at(s.object);
    const Evidence& evidence = s.evidence.front();
    if (!has(event, "status"))
      event.claims.push_back({"status", std::string(to_string(evidence.status)), evidence.place});
  }
  for (const auto& [paper, meeting] : adopted_at) {
    Entity& event = *entities.at(paper);
    if (has(event, "date")) continue;
    for (const AttributeClaim& claim : entities.at(meeting)->claims) {
      if (claim.key == "date" && !has(event, "date")) event.claims.push_back(claim);
    }
  }
}

void add_unknown(std::vector<Statement> more, std::vector<Statement>& statements) {
  if (more.empty()) return;
  const auto key = [](const Statement& s) {
    return std::tuple<Id, Id, Id>(s.subject, s.object, s.relation);
  };
  statements.reserve(statements.size() + more.size());  // what is known is known by views
  std::set<std::tuple<Id, Id, Id>> known;
  for (const Statement& statement : statements) known.insert(key(statement));
  for (Statement& statement : more) {
    if (known.count(key(statement)) > 0) continue;
    statements.push_back(std::move(statement));
    known.insert(key(statements.back()));
  }
}

}  // namespace

void close_over(Extraction& extraction, const std::map<std::string, std::string>& state_of,
                const PhraseSet& cooperating_words,
                const std::map<std::string, std::set<std::string>>& programme_fields) {
  std::map<Id, Premises> signing_states;          // agreement → state → evidence
  std::map<Id, Premises> subjects;                // agreement → technology → evidence
  std::map<Id, Premises> signers;                 // agreement → person → evidence
  std::map<std::string, std::string> adopted_at;  // agreement → meeting
  std::map<Id, Premises> protected_fields;        // agreement → technology → evidence
  std::map<Id, std::string_view> names;
  std::map<Id, Premises> parties;
  std::map<Id, Premises> fields;
  for (const Entity& entity : extraction.entities) names[entity.id] = entity.name;
  for (const Statement& s : extraction.statements) {
    const Evidence* evidence = &s.evidence.front();
    if (s.relation == "agreed" && s.subject.starts_with("person/")) {
      signers[s.object].emplace(s.subject, evidence);
      if (const auto state = state_of.find(s.subject); state != state_of.end()) {
        signing_states[s.object].emplace(state->second, evidence);
      }
    }
    const bool joins = s.relation == "agreed" || s.relation == "operates" ||
                       (s.relation == "attended" && s.subject.starts_with("state/") &&
                        evidence->rule == "name.attended");
    if (joins && is_party(s.subject)) parties[s.object].emplace(s.subject, evidence);
    if (evidence->rule.starts_with("name.") && s.object.starts_with("tech/"))
      fields[s.subject].emplace(s.object, evidence);
    if (s.relation == "concerns") subjects[s.subject].emplace(s.object, evidence);
    if (s.relation == "protects") protected_fields[s.subject].emplace(s.object, evidence);
    if (s.relation == "adoptedAt") adopted_at[s.subject] = s.object;
  }
  // A paper between two bodies is theirs, not that of their states.
  std::erase_if(signing_states, [&](const auto& signing) {
    const auto made = parties.find(signing.first);
    return made != parties.end() &&
           std::count_if(made->second.begin(), made->second.end(),
                         [](const auto& party) { return is_body(party.first); }) > 1;
  });
  std::vector<Statement> more;
  for (const auto& [agreement, states] : signing_states) {
    if (states.size() < 2) continue;
    for (const auto& [state, evidence] : states)
      more.push_back(derived(state, "agreed", agreement, evidence, "signers"));
  }
  for (const auto& [agreement, meeting] : adopted_at) {
    for (const auto& [person, evidence] : signers[agreement]) {
      more.push_back(derived(person, "attended", meeting, evidence, "signed there"));
    }
    for (const auto& [technology, evidence] : subjects[agreement]) {
      more.push_back(derived(meeting, "discussed", technology, evidence, "adopted"));
    }
  }
  const Evidence unsaid;
  for (const auto& [event, technologies] : programme_fields) {
    for (const std::string& technology : technologies) fields[event].emplace(technology, &unsaid);
  }
  cooperation(parties, fields, names, cooperating_words, more);
  protection(parties, signing_states, protected_fields, more);
  add_unknown(std::move(more), extraction.statements);
  claims(extraction, adopted_at);
}

void follow_meetings(Extraction& extraction) {
  std::map<std::string_view, Status> meetings;
  for (const Entity& entity : extraction.entities) {
    if (entity.type != "Meeting") continue;
    for (const AttributeClaim& claim : entity.claims) {
      if (claim.key != "status") continue;
      if (claim.value == "planned") meetings.insert_or_assign(entity.id, Status::planned);
      if (claim.value == "held") meetings.emplace(entity.id, Status::held);
    }
  }
  if (meetings.empty()) return;
  for (Statement& statement : extraction.statements) {
    const auto of_subject = meetings.find(statement.subject);
    const auto of_object = meetings.find(statement.object);
    const auto end = meetings.end();
    if (of_subject == end && of_object == end) continue;
    const bool planned = (of_subject != end && of_subject->second == Status::planned) ||
                         (of_object != end && of_object->second == Status::planned);
    for (Evidence& evidence : statement.evidence)
      evidence.status = planned ? Status::planned : Status::held;
  }
}

}  // namespace samgak
