// Meetings, agreements and programmes of English text.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// Quoted names with a type word in them («"Joint Statement on …"»), names in capitals that end in
/// one («second Korea-France Strategic Technology Dialogue»), and agreements by their kind («a
/// letter of intent on satellite navigation»; marked as general). `mentions` are those of the
/// sentence, in text order.
[[nodiscard]] std::vector<Mention> find_english_events(std::string_view text, Span sentence,
                                                       const std::vector<Mention>& mentions,
                                                       const Lexicon& lexicon);

}  // namespace samgak
