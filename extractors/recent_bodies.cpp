#include "extractors/recent_bodies.hpp"

#include <algorithm>

#include "text/span.hpp"

namespace samgak {
namespace {

constexpr std::size_t kFarthest = 12;  // bodies back; a longer look would find anybody

bool is_body(const Mention& mention) {
  return (mention.type == "Ministry" || mention.type == "Organization") &&
         mention.entities.size() == 1;
}

/// «청장=청|원장=원|소장=연구소,소»: does the body's name end as the post asks?
bool has_post(std::string_view name, std::string_view row) {
  for (std::size_t at = row.find('=') + 1; at < row.size();) {
    const std::size_t end = std::min(row.find(',', at), row.size());
    if (name.ends_with(row.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

void RecentBodies::remember(std::string_view text, const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (is_body(mention)) bodies_.push_back({mention.entities.front(), slice(text, mention.span)});
  }
}

EntityId RecentBodies::with_post(std::string_view text, std::string_view post, std::uint32_t at,
                                 const std::vector<Mention>& mentions) const {
  for (const std::string_view row : lexicon_.cue("body_of_post")) {
    if (row.substr(0, row.find('=')) != post) continue;
    for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
      if (it->span.end <= at && is_body(*it) && has_post(slice(text, it->span), row))
        return it->entities.front();
    }
    std::size_t seen = 0;
    for (auto it = bodies_.rbegin(); it != bodies_.rend() && seen < kFarthest; ++it, ++seen) {
      if (has_post(it->name, row)) return it->id;
    }
  }
  return {};
}

}  // namespace samgak
