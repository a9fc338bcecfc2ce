#include "extractors/bodies_over_states.hpp"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace samgak {
namespace {

using Act = std::pair<std::string_view, std::string_view>;  // relation and object

bool is_body(std::string_view id) {
  return id.starts_with("body/") || id.starts_with("org/");
}

/// Acts of two bodies or more, and the fields that their papers protect.
std::set<Act> acts_of_bodies(const std::vector<Statement>& statements) {
  std::map<Act, std::set<std::string_view>> bodies;
  for (const Statement& s : statements) {
    // States may well cooperate in the field in which their bodies do.
    if (is_body(s.subject) && s.relation != "cooperatesOn")
      bodies[{s.relation, s.object}].insert(s.subject);
  }
  std::set<Act> acts;
  for (const auto& [act, subjects] : bodies) {
    if (subjects.size() > 1) acts.insert(act);
  }
  for (const Statement& s : statements) {
    if (s.relation == "protects" && acts.count({"agreed", s.subject}) > 0)
      acts.emplace(s.relation, s.object);
  }
  return acts;
}

}  // namespace

void prefer_bodies(Extraction& extraction, const std::vector<std::size_t>& of_participants) {
  if (of_participants.empty()) return;
  std::vector<Statement>& statements = extraction.statements;
  const std::set<Act> acts = acts_of_bodies(statements);
  std::vector<bool> idle(statements.size());
  for (const std::size_t place : of_participants) {
    const Statement& s = statements[place];
    idle[place] = acts.count({s.relation, s.object}) > 0;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (idle[i]) continue;
    if (kept != i) statements[kept] = std::move(statements[i]);
    ++kept;
  }
  statements.resize(kept);
}

}  // namespace samgak
