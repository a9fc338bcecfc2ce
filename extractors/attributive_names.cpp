#include "extractors/attributive_names.hpp"

#include <cstdint>

#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Only a gap of spaces lies between the two.
bool adjacent(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  if (end > begin || begin - end > 2) return false;
  for (std::uint32_t at = end; at < begin; at += decode(text, at).length) {
    if (!is_space(decode(text, at).value)) return false;
  }
  return true;
}

}  // namespace

void mark_attributive(std::string_view text, std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    for (const Mention& other : mentions) {
      if (&other == &mention || mention.attributive) continue;
      const bool inside =
          other.extent.contains(mention.span) && other.extent.size() > mention.span.size();
      const bool bears_state = other.type == "Ministry" || other.type == "Organization" ||
                               other.type == "Person" || other.type == "Place";
      const bool genitive = mention.role == ParticleRole::genitive &&
                            adjacent(text, mention.span.end + 3, other.span.begin);
      const bool state_of = mention.type == "Country" && bears_state &&
                            (mention.entities.size() == 1 || other.type == "Ministry") &&
                            ((mention.role == ParticleRole::none &&
                              adjacent(text, mention.span.end, other.span.begin)) ||
                             genitive);
      // «미국 국무부의 호세 페르난데스 차관»
      const bool employer = (mention.type == "Ministry" || mention.type == "Organization") &&
                            other.type == "Person" && genitive;
      const bool gloss = other.entities == mention.entities &&
                         text.substr(other.span.end, 2) == " (" &&
                         other.span.end + 2 == mention.span.begin;
      mention.attributive = inside || state_of || employer || gloss;
    }
  }
}

}  // namespace samgak
