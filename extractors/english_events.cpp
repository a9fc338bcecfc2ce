#include "extractors/english_events.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extractors/english_sentence.hpp"
#include "extractors/event_words.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestQuoted = 90;  // code points

/// Is `word` at a word boundary of `name`? Position behind it, 0 when it is not there.
std::size_t end_of_word(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos;
       at = name.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter_or_digit(decode_before(name, at).value);
    const bool ends = end == name.size() || !is_letter_or_digit(decode(name, end).value);
    if (begins && ends) return end;
  }
  return 0;
}

struct Typed {
  EntityType type;
  std::size_t end = 0;  ///< of the type word in the name
};

/// The class that a name tells: a statement on a dialogue is a statement.
Typed type_of(std::string_view name, const Lexicon& lexicon) {
  struct Kind {
    EntityType type;
    std::string_view cue;
  };
  constexpr std::array<Kind, 3> kKinds{
      {{"Agreement", "en_agreement"}, {"Meeting", "en_meeting"}, {"Programme", "en_programme"}}};
  for (const auto& [type, kind] : kKinds) {
    std::size_t last = 0;
    for (const std::string& word : lexicon.cue(kind))
      last = std::max(last, end_of_word(name, word));
    if (last > 0) return {type, last};
  }
  return {};
}

bool is_one_of(const std::vector<std::string>& forms, std::string_view word) {
  return std::find(forms.begin(), forms.end(), word) != forms.end();
}

bool is_ordinal(std::string_view word, const Lexicon& lexicon) {
  const std::string lower = lower_case(word);
  const std::vector<std::string>& pairs = lexicon.cue("en_ordinal");
  return std::any_of(pairs.begin(), pairs.end(),
                     [&](const std::string& pair) { return pair.starts_with(lower + "="); }) ||
         (is_digit(static_cast<unsigned char>(word.front())) &&
          (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") ||
           word.ends_with("th")));
}

/// Is every word but those such as «of» in capitals? What somebody says is not.
bool is_title(std::string_view text, Span span, const Lexicon& lexicon) {
  const std::vector<EnglishWord> words = english_words(text, span);
  return std::all_of(words.begin(), words.end(), [&](const EnglishWord& word) {
    return word.capital || is_one_of(lexicon.cue("en_linking"), slice(text, word.span)) ||
           is_digit(static_cast<unsigned char>(text[word.span.begin]));
  });
}

void find_quoted(std::string_view text, Span sentence, const Lexicon& lexicon,
                 std::vector<Mention>& out) {
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint opening = decode(text, at);
    at += opening.length;
    const std::string_view closing = opening.value == '"' ? "\"" : opening.value == U'“' ? "”" : "";
    if (closing.empty()) continue;
    const std::size_t end = text.find(closing, at);
    if (end == std::string_view::npos || end >= sentence.end) continue;
    const Span span{at, static_cast<std::uint32_t>(end)};
    const std::string_view name = slice(text, span);
    const Typed typed = type_of(name, lexicon);
    if (!typed.type.empty() && count_code_points(name) <= kLongestQuoted &&
        is_title(text, span, lexicon))
      out.push_back(event(span, typed.type, "name in quotation marks"));
    at = span.end;
  }
}

/// Runs of words in capitals, joined by words such as «of», that hold a type word.
void find_capitalised(std::string_view text, const std::vector<EnglishWord>& words,
                      const Lexicon& lexicon, std::vector<Mention>& out) {
  const std::vector<std::string>& linking = lexicon.cue("en_linking");
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital || slice(text, words[i].span) == "The") continue;
    std::size_t last = i;
    for (std::size_t j = i + 1; j < words.size(); ++j) {
      const std::string_view gap =
          text.substr(words[j - 1].span.end, words[j].span.begin - words[j - 1].span.end);
      if (gap != " " && gap != "'s " && gap != "’s ") break;
      if (words[j].capital) {
        last = j;
      } else if (!is_one_of(linking, slice(text, words[j].span))) {
        break;
      }
    }
    const std::string_view run = slice(text, {words[i].span.begin, words[last].span.end});
    const Typed typed = type_of(run, lexicon);
    // The type word alone is no name.
    if (!typed.type.empty() && run.find(' ') != std::string_view::npos &&
        run.find(' ') < typed.end) {
      std::uint32_t begin = words[i].span.begin;
      if (i > 0 && is_ordinal(slice(text, words[i - 1].span), lexicon) &&
          words[i - 1].span.end + 1 == begin)
        begin = words[i - 1].span.begin;
      // A paper is called with its subject, a meeting ends at its type word.
      const std::uint32_t end = typed.type == "Agreement"
                                    ? words[last].span.end
                                    : words[i].span.begin + static_cast<std::uint32_t>(typed.end);
      out.push_back(event({begin, end}, typed.type, "name in capitals"));
    }
    i = last;
  }
}

/// «the first dialogue», «the third round»
void find_numbered(std::string_view text, const std::vector<EnglishWord>& words,
                   const Lexicon& lexicon, std::vector<Mention>& out) {
  constexpr std::size_t kMostBetween = 2;  // «first trilateral ministerial meeting»
  const std::vector<std::string>& kinds = lexicon.cue("en_meeting_word");
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_ordinal(slice(text, words[i].span), lexicon)) continue;
    Span span;
    for (std::size_t k = i + 1; k < words.size() && k <= i + 1 + kMostBetween; ++k) {
      const std::string_view word = slice(text, words[k].span);
      if (words[k].span.begin != words[k - 1].span.end + 1 || words[k].capital) break;
      if (is_one_of(kinds, word)) span = {words[i].span.begin, words[k].span.end};
      if (!is_one_of(kinds, word) && !is_one_of(lexicon.cue("en_meeting_modifier"), word)) break;
    }
    if (!span.empty()) out.push_back(event(span, "Meeting", "meeting by its number"));
  }
}

void find_by_kind(std::string_view text, Span sentence, const std::vector<Mention>& mentions,
                  const Lexicon& lexicon, std::vector<Mention>& out) {
  const std::string said = lower_case(slice(text, sentence));
  const std::vector<std::string>& papers = lexicon.cue("en_agreement_word");
  std::vector<std::string> forms = papers;
  forms.insert(forms.end(), lexicon.cue("en_programme_word").begin(),
               lexicon.cue("en_programme_word").end());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const EntityType type = i < papers.size() ? EntityType("Agreement") : EntityType("Programme");
    const std::string kind = lower_case(forms[i]);
    for (const std::string_view article : {"a ", "an ", "the "}) {
      const std::string phrase = std::string(article) + kind;
      for (std::size_t at = said.find(phrase); at != std::string::npos;
           at = said.find(phrase, at + 1)) {
        if (at > 0 && said[at - 1] != ' ') continue;
        Span span{sentence.begin + static_cast<std::uint32_t>(at + article.size()),
                  sentence.begin + static_cast<std::uint32_t>(at + phrase.size())};
        const std::string_view next = text.substr(span.end);
        const auto subject = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
          return m.type == "Technology" &&
                 m.span.begin == span.end + std::string_view(" on ").size();
        });
        // «a joint working group» says too little, «… on lithium» names one.
        const bool about = next.starts_with(" on ") && subject != mentions.end();
        if (about) span.end = subject->span.end;
        if (!about && type == "Programme") continue;
        Mention mention = event(span, type, "paper or programme by its kind");
        mention.general = !about;
        out.push_back(std::move(mention));
      }
    }
  }
}

}  // namespace

std::vector<Mention> find_english_events(std::string_view text, Span sentence,
                                         const std::vector<Mention>& mentions,
                                         const Lexicon& lexicon) {
  std::vector<Mention> found;
  find_quoted(text, sentence, lexicon, found);
  const std::vector<EnglishWord> words = english_words(text, sentence);
  find_capitalised(text, words, lexicon, found);
  find_numbered(text, words, lexicon, found);
  find_by_kind(text, sentence, mentions, lexicon, found);
  std::vector<Mention> out;
  for (Mention& mention : found) {
    // A body («Ministry of …, Committee on …») or a person's title that the gazetteer knows is no
    // event.
    const bool taken =
        std::any_of(out.begin(), out.end(),
                    [&](const Mention& m) { return m.span.overlaps(mention.span); }) ||
        std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
          return m.span.contains(mention.span) || m.type == "Person"
                     ? m.extent.overlaps(mention.span)
                     : false;
        });
    if (!taken) out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace samgak
