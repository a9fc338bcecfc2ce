#include "extractors/clauses.hpp"

namespace samgak {
namespace {

std::vector<Span> english_clauses(std::string_view text, Span sentence, const Lexicon& lexicon) {
  std::vector<Span> out;
  std::uint32_t begin = sentence.begin;
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    const std::string_view rest = text.substr(at, sentence.end - at);
    if (!lexicon.cue("en_clause").at_begin_of(rest)) continue;
    if (at > begin) out.push_back({begin, at});
    begin = at + 1;
  }
  out.push_back({begin, sentence.end});
  return out;
}

}  // namespace

std::vector<Span> split_clauses(std::string_view text, Span sentence, bool english,
                                const Lexicon& lexicon) {
  std::vector<Span> out;
  if (english) return english_clauses(text, sentence, lexicon);
  const PhraseSet& endings = lexicon.cue("clause_end");
  const PhraseSet& before_comma = lexicon.cue("clause_end_before_comma");
  const PhraseSet& nouns = lexicon.cue("no_clause_end");
  std::uint32_t begin = sentence.begin;
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (text[at] != ' ' && text[at] != ',') continue;
    const std::string_view before = text.substr(begin, at - begin);
    // Before a comma, any verb in -고 or -며 ends its clause.
    const bool ends =
        endings.at_end_of(before) ||
        (text[at] == ',' && before_comma.at_end_of(before) && !nouns.at_end_of(before));
    if (!ends) continue;
    out.push_back({begin, at});
    begin = at + 1;
  }
  out.push_back({begin, sentence.end});
  return out;
}

}  // namespace samgak
