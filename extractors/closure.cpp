#include "extractors/closure.hpp"

#include <set>

namespace samgak {
namespace {

Statement derived(const std::string& subject, const std::string& relation, const std::string& object,
                  const Evidence& premise, const std::string& rule) {
  Statement statement{subject, relation, object, {}, {}, {premise}};
  statement.evidence.front().rule = "closure." + rule + " ← " + premise.rule;
  statement.evidence.front().confidence *= 0.9;
  return statement;
}

}  // namespace

void close_over(Extraction& extraction, const std::map<std::string, std::string>& state_of) {
  std::map<std::string, std::map<std::string, Evidence>> signing_states;     // agreement → state → evidence
  std::map<std::string, std::map<std::string, Evidence>> subjects;           // agreement → technology → evidence
  std::map<std::string, std::string> adopted_at;                             // agreement → meeting
  std::set<std::string> known;
  for (const Statement& s : extraction.statements) {
    known.insert(s.subject + "\t" + s.relation + "\t" + s.object);
    if (s.relation == "agreed" && s.subject.starts_with("person/")) {
      if (const auto state = state_of.find(s.subject); state != state_of.end()) {
        signing_states[s.object].emplace(state->second, s.evidence.front());
      }
    }
    if (s.relation == "concerns") subjects[s.subject].emplace(s.object, s.evidence.front());
    if (s.relation == "adoptedAt") adopted_at[s.subject] = s.object;
  }
  std::vector<Statement> more;
  for (const auto& [agreement, states] : signing_states) {
    if (states.size() < 2) continue;
    for (const auto& [state, evidence] : states) more.push_back(derived(state, "agreed", agreement, evidence, "signers"));
  }
  for (const auto& [agreement, meeting] : adopted_at) {
    for (const auto& [technology, evidence] : subjects[agreement]) {
      more.push_back(derived(meeting, "discussed", technology, evidence, "adopted"));
    }
  }
  for (Statement& statement : more) {
    if (known.insert(statement.subject + "\t" + statement.relation + "\t" + statement.object).second) {
      extraction.statements.push_back(std::move(statement));
    }
  }
}

}  // namespace samgak
