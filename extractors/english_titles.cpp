#include "extractors/english_titles.hpp"

#include <algorithm>

namespace samgak {
namespace {

constexpr std::size_t kLongestTitle = 4;  // words

bool holds(const std::vector<std::string>& forms, std::string_view word) {
  return std::find(forms.begin(), forms.end(), word) != forms.end();
}

/// Where the words of a field end that begins at `first` («Trade, Industry and Energy»): the word
/// behind the last; `first` when there is none.
std::size_t field_end(std::string_view text, const std::vector<EnglishWord>& words,
                      std::size_t first, const Lexicon& lexicon) {
  std::size_t end = first;
  for (std::size_t i = first; i < words.size(); ++i) {
    const std::string_view word = slice(text, words[i].span);
    if (i > first) {
      const std::string_view gap =
          text.substr(words[i - 1].span.end, words[i].span.begin - words[i - 1].span.end);
      if (gap != " " && gap != ", " && gap != " & ") break;
    }
    if (holds(lexicon.cue("en_field"), word)) {
      end = i + 1;
    } else if (i == first || (word != "and" && word != "of" && word != "the")) {
      break;
    }
  }
  return end;
}

}  // namespace

EnglishTitle english_title_at(std::string_view text, const std::vector<EnglishWord>& words,
                              std::size_t first, const Lexicon& lexicon) {
  EnglishTitle best;
  std::size_t end = first;
  for (std::size_t last = first; last < words.size() && last < first + kLongestTitle; ++last) {
    const Span span{words[first].span.begin, words[last].span.end};
    const auto post = lexicon.english_posts.find(lower_case(slice(text, span)));
    if (post == lexicon.english_posts.end()) continue;
    best = {span, &post->second, {}};
    end = last + 1;
  }
  // «Trade, Industry and Energy Minister», also where «Trade Minister» has a row of its own.
  const std::size_t behind_field = field_end(text, words, first, lexicon);
  if (behind_field > first && behind_field < words.size()) {
    const EnglishWord& noun = words[behind_field];
    const auto post = lexicon.english_posts.find(lower_case(slice(text, noun.span)));
    const Span field{words[first].span.begin, words[behind_field - 1].span.end};
    if (noun.span.begin == field.end + 1 && post != lexicon.english_posts.end() &&
        post->second.kind == PostKind::minister && noun.span.end >= best.span.end)
      best = {{field.begin, noun.span.end}, &post->second, field};
    return best;
  }
  // «Minister for Science and ICT»
  const bool minister = best.post != nullptr && (best.post->kind == PostKind::minister ||
                                                 best.post->kind == PostKind::vice_minister);
  if (!minister || end + 1 >= words.size() || !best.post->bodies.empty()) return best;
  const std::string_view of = slice(text, words[end].span);
  if (of != "of" && of != "for") return best;
  std::size_t field = end + 1;
  if (slice(text, words[field].span) == "the") ++field;
  const std::size_t field_behind = field_end(text, words, field, lexicon);
  if (field_behind == field) return best;
  best.field = {words[field].span.begin, words[field_behind - 1].span.end};
  best.span.end = best.field.end;
  return best;
}

}  // namespace samgak
