// Entities and statements whose texts lie elsewhere: what readers of whole graphs hand to a builder
// without copies.
#pragma once

#include <string_view>
#include <vector>

#include "graph/packed_list.hpp"
#include "graph/statement.hpp"

namespace samgak {

/// Like `Entity`. The views must live until `GraphBuilder::add` returns; the lists are there to be
/// filled again.
struct EntityInput {
  std::string_view id;
  std::string_view type;
  std::string_view name;
  std::string_view name_en;
  std::string_view name_ja;
  std::string_view wikidata;
  std::vector<std::string_view> aliases;
  std::vector<MentionView> mentions;
  std::vector<ClaimView> claims;
};

/// Like `Statement`, with any number of dates.
struct StatementInput {
  std::string_view subject;
  std::string_view relation;
  std::string_view object;
  std::vector<std::string_view> roles;
  std::vector<std::string_view> dates;
  std::vector<EvidenceView> evidence;
};

/// Confidence in the steps of `EvidenceView`, from 1 to 10,000; what is no number counts as the
/// least.
[[nodiscard]] std::uint32_t confidence_steps(double confidence);

/// Makes `input` a view of what is stated. The lists keep their room.
void view_into(EntityInput& input, const Entity& entity);
void view_into(StatementInput& input, const Statement& statement);

}  // namespace samgak
