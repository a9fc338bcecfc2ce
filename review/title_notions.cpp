#include "review/title_notions.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "review/name_forms.hpp"
#include "text/utf8.hpp"

namespace samgak::review {
namespace {

enum class Kind : unsigned char { stop, state, word };

struct Meaning {
  Kind kind = Kind::stop;
  std::string id;
};

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

template <typename Value>
void sort_unique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// The title in lower case and full composition; between words of Latin letters one space, none
/// elsewhere.
std::string plain_title(std::string_view title) {
  const std::string folded = compatible_lower(title);
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    if (is_letter_or_digit(c.value)) {
      if (space && !out.empty() && is_ascii_word(out.back()) && c.value < 0x80) out += ' ';
      append_utf8(out, c.value);
      space = false;
    } else {
      space = true;
    }
    at += c.length;
  }
  return out;
}

constexpr std::pair<std::string_view, std::string_view> kOrdinals[] = {
    {"first", "1"}, {"second", "2"}, {"third", "3"},     {"fourth", "4"},
    {"fifth", "5"}, {"sixth", "6"},  {"seventh", "7"},   {"eighth", "8"},
    {"ninth", "9"}, {"tenth", "10"}, {"eleventh", "11"}, {"twelfth", "12"}};

}  // namespace

struct TitleReader::State {
  std::unordered_map<std::string, Meaning> forms;
  std::unordered_map<std::string, std::string> syllables;  ///< of states: 한 → state/KR
  std::size_t longest = 0;                                 ///< bytes of the longest form

  void add(std::string_view form, Kind kind, std::string_view id) {
    std::string key = plain_title(form);
    if (key.empty()) return;
    longest = std::max(longest, key.size());
    forms.try_emplace(std::move(key), Meaning{kind, std::string(id)});
  }

  /// The longest form that begins at `at`; its length, or 0.
  std::size_t match(const std::string& title, std::size_t at, const Meaning*& meaning) const {
    const bool inside_word = at > 0 && is_ascii_word(title[at - 1]) && is_ascii_word(title[at]);
    if (inside_word) return 0;
    for (std::size_t length = std::min(longest, title.size() - at); length > 0; --length) {
      const std::size_t end = at + length;
      if (end < title.size() && (title[end] & 0xC0) == 0x80) continue;
      const bool cuts_word =
          end < title.size() && is_ascii_word(title[end - 1]) && is_ascii_word(title[end]);
      if (cuts_word) continue;
      const auto found = forms.find(title.substr(at, length));
      if (found == forms.end()) continue;
      meaning = &found->second;
      return length;
    }
    return 0;
  }

  /// Two or more states in a row, by their short forms or names (한미일, 한-독일): their length, or
  /// 0.
  std::size_t match_compound(const std::string& title, std::size_t at,
                             std::vector<std::string>& states) const {
    std::vector<std::string> found;
    std::size_t end = at;
    while (end < title.size()) {
      const Meaning* meaning = nullptr;
      const std::size_t named = match(title, end, meaning);
      if (named != 0 && meaning->kind == Kind::state) {
        found.push_back(meaning->id);
        end += named;
        continue;
      }
      const std::uint32_t length = decode(title, end).length;
      const auto syllable = syllables.find(title.substr(end, length));
      if (syllable == syllables.end()) break;
      found.push_back(syllable->second);
      end += length;
    }
    if (found.size() < 2) return 0;
    states.insert(states.end(), found.begin(), found.end());
    return end - at;
  }
};

TitleReader::TitleReader(const Ontology& ontology) {
  auto state = std::make_unique<State>();
  for (const TitleWord& word : ontology.lexicon.title_words) {
    const bool stop = word.notion == "stop";
    for (const std::string& form : word.forms) {
      state->add(form, stop ? Kind::stop : Kind::word, word.notion);
    }
  }
  for (const GazetteerEntry& entry : ontology.gazetteer) {
    if (entry.type != "Country" && entry.type != "Technology") continue;
    const Kind kind = entry.type == "Country" ? Kind::state : Kind::word;
    for (const std::string* name : {&entry.ko, &entry.en, &entry.ja}) {
      state->add(*name, kind, entry.id);
    }
    for (const std::string& alias : entry.aliases) state->add(alias, kind, entry.id);
  }
  for (const auto& [syllable, id] : ontology.lexicon.state_syllables) {
    state->syllables.emplace(syllable, id);
  }
  state_ = std::move(state);
}

TitleReader::~TitleReader() = default;

TitleNotions TitleReader::read(std::string_view text) const {
  const std::string title = plain_title(text);
  TitleNotions out;
  for (std::size_t at = 0; at < title.size();) {
    if (is_digit(static_cast<unsigned char>(title[at]))) {
      std::size_t end = at;
      while (end < title.size() && is_digit(static_cast<unsigned char>(title[end]))) ++end;
      const std::size_t significant = std::min(title.find_first_not_of('0', at), end - 1);
      out.numbers.push_back(title.substr(significant, end - significant));
      at = end;
      for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
        const bool whole = at + 2 >= title.size() || !is_ascii_word(title[at + 2]);
        if (whole && title.compare(at, 2, suffix) == 0) at += 2;
      }
      continue;
    }
    const Meaning* meaning = nullptr;
    const std::size_t compound = state_->match_compound(title, at, out.states);
    if (compound != 0) {
      at += compound;
      continue;
    }
    if (const std::size_t length = state_->match(title, at, meaning); length != 0) {
      if (meaning->kind == Kind::state) out.states.push_back(meaning->id);
      if (meaning->kind == Kind::word) out.words.push_back(meaning->id);
      at += length;
      continue;
    }
    const CodePoint c = decode(title, at);
    if (c.value != ' ') out.rest.append(title, at, c.length);
    at += c.length;
  }
  for (const auto& [word, number] : kOrdinals) {
    if (const std::size_t found = out.rest.find(word); found != std::string::npos) {
      out.rest.erase(found, word.size());
      out.numbers.emplace_back(number);
    }
  }
  sort_unique(out.states);
  std::sort(out.numbers.begin(), out.numbers.end());
  sort_unique(out.words);
  return out;
}

}  // namespace samgak::review
