#include "extractors/english_bodies.hpp"

#include <algorithm>
#include <optional>

#include "extractors/english_sentence.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestName = 9;  // words

/// Reads the names of one sentence.
class EnglishBodyReader {
 public:
  EnglishBodyReader(std::string_view text, Span sentence, const Ontology& ontology,
                    const BodyIndex& bodies, DocumentEntities& entities,
                    const std::vector<Mention>& mentions)
      : text_(text.substr(0, sentence.end)),
        words_(english_words(text, sentence)),
        lexicon_(ontology.lexicon),
        bodies_(bodies),
        entities_(entities),
        mentions_(mentions) {}

  std::vector<Mention> read();

 private:
  /// A run of words, [first, end), that may be a name.
  struct Run {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] std::string_view word(std::size_t i) const { return slice(text_, words_[i].span); }
  [[nodiscard]] bool is(const char* cue, std::size_t i) const { return is_one(cue, word(i)); }
  [[nodiscard]] bool is_one(const char* cue, std::string_view word) const;
  [[nodiscard]] std::string_view gap_before(std::size_t i) const;
  [[nodiscard]] const Mention* state_at(Span span) const;
  [[nodiscard]] bool is_taken(std::size_t i) const;
  [[nodiscard]] Run office_from(std::size_t i) const;
  [[nodiscard]] Run institute_from(std::size_t i) const;
  [[nodiscard]] std::optional<Mention> body_of(Run run) const;

  std::string_view text_;  ///< up to the end of the sentence
  std::vector<EnglishWord> words_;
  const Lexicon& lexicon_;
  const BodyIndex& bodies_;
  DocumentEntities& entities_;
  const std::vector<Mention>& mentions_;
};

bool EnglishBodyReader::is_one(const char* cue, std::string_view word) const {
  const std::vector<std::string>& forms = lexicon_.cue(cue);
  return std::find(forms.begin(), forms.end(), word) != forms.end();
}

std::string_view EnglishBodyReader::gap_before(std::size_t i) const {
  return text_.substr(words_[i - 1].span.end, words_[i].span.begin - words_[i - 1].span.end);
}

/// The one state that those words name.
const Mention* EnglishBodyReader::state_at(Span span) const {
  const Mention* state = nullptr;
  for (const Mention& m : mentions_) {
    if (m.type != "Country" || m.entities.size() != 1 || !m.span.overlaps(span)) continue;
    if (state != nullptr) return nullptr;
    state = &m;
  }
  return state;
}

/// Does the word belong to a name of another kind? A state, a field or a city is part of many a
/// body's name; two states («Korea-Japan …») are not.
bool EnglishBodyReader::is_taken(std::size_t i) const {
  const auto of_word = [&](const Mention& m) {
    return m.type == "Country" && m.span.overlaps(words_[i].span);
  };
  if (std::count_if(mentions_.begin(), mentions_.end(), of_word) > 1) return true;
  return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
    const bool part =
        m.type == "Country" ? m.entities.size() == 1 : m.type == "Technology" || m.type == "Place";
    return m.span.overlaps(words_[i].span) && !part;
  });
}

/// «Ministry of Trade, Industry and Energy», «Institute of Physics»: the noun, a preposition, and
/// fields of office or other words in capitals.
EnglishBodyReader::Run EnglishBodyReader::office_from(std::size_t i) const {
  const bool office = is("en_office", i) || is("en_institute", i);
  if (!office || i + 2 >= words_.size() || !(word(i + 1) == "of" || word(i + 1) == "for"))
    return {};
  std::size_t end = i;
  bool listed = false;
  for (std::size_t k = i + 1; k < words_.size() && k < i + kLongestName; ++k) {
    const std::string_view gap = gap_before(k);
    const bool field = is("en_field", k);
    if (gap == ", " ? !field : gap != " " && gap != " & ") break;
    listed |= gap == ", " || word(k - 1) == "and";
    if (words_[k].capital) {
      // «Ministry of Finance and Samsung»
      if (is_taken(k) || (listed && !field) || is("en_office", k)) break;
      if (state_at(words_[k].span) != nullptr && k > i + 2) break;
      end = k + 1;
    } else if (!is("en_linking", k)) {
      break;
    }
  }
  return end > i + 1 ? Run{i, end} : Run{};
}

/// «Niels Bohr Institute», «Danish Business Authority»: words in capitals that end in the noun.
EnglishBodyReader::Run EnglishBodyReader::institute_from(std::size_t i) const {
  std::size_t end = 0;
  for (std::size_t k = i; k < words_.size() && k < i + kLongestName; ++k) {
    if (!words_[k].capital || is_taken(k) || (k > i && gap_before(k) != " ")) break;
    end = k + 1;
  }
  if (end < i + 2) return {};
  // «National Research Council», but not «Digital Partnership Council»
  const bool council = word(end - 1) == "Council" && is("en_field", end - 2);
  if (!council && !is("en_office", end - 1) && !is("en_institute", end - 1)) return {};
  // «Danish Agency for Science»
  const Run more = office_from(end - 1);
  return {i, std::max(end, more.end)};
}

std::optional<Mention> EnglishBodyReader::body_of(Run run) const {
  constexpr std::uint32_t kOf = 4;  // bytes
  Mention body;
  body.span = body.extent = {words_[run.first].span.begin, words_[run.end - 1].span.end};
  const std::string_view name = slice(text_, body.span);
  bool office = false;
  for (std::size_t i = run.first; i < run.end; ++i) office |= is("en_office", i);
  // Its state is in the name, right before it or behind «of».
  const Mention* state = state_at(body.span);
  bool apart = false;
  if (state == nullptr && run.first > 0) {
    const std::string_view gap = gap_before(run.first);
    if (gap == " " || gap == "'s " || gap == "’s ") state = state_at(words_[run.first - 1].span);
    if (state != nullptr) body.extent.begin = state->span.begin;
    apart = state != nullptr;
  }
  const std::string_view behind = text_.substr(body.span.end);
  if (state == nullptr && (behind.starts_with(" of ") || behind.starts_with(", "))) {
    const bool comma = behind.starts_with(", ");
    const std::uint32_t at = body.span.end + (comma ? 2 : kOf);
    const std::uint32_t begin = at + (text_.substr(at).starts_with("the ") ? 4 : 0);
    state = comma ? nullptr : state_at({begin, begin + 1});
    if (state != nullptr && state->span.begin != begin) state = nullptr;
    if (state != nullptr) {
      body.extent.end = state->span.end;
      if (!office) body.span.end = state->span.end;
    }
  }
  if (office && state == nullptr) return std::nullopt;
  body.type = office ? EntityType("Ministry") : EntityType("Organization");
  body.reason = "noun of a body + words in capitals";
  const std::string_view whole = slice(text_, body.span);
  if (state == nullptr) {
    body.entities = {entities_.of("org/" + name_key(whole))};
    return body;
  }
  const EntityId owner = state->entities.front();
  const GazetteerEntry* entry = entities_.entry(owner);
  const GazetteerEntry* known = bodies_.find(std::string(apart ? name : whole), entry);
  if (known == nullptr && is("en_head_office", run.first) && run.end > run.first + 2) {
    const Span field{words_[run.first + 2].span.begin, words_[run.end - 1].span.end};
    known = bodies_.find_by_field(slice(text_, field), entry);
  }
  if (known != nullptr) {
    body.entities = {entities_.of(*known)};
    body.type = known->kind;
  } else {
    body.entities = {minted_body(owner, whole, entities_)};
    body.state = owner;
  }
  return body;
}

std::vector<Mention> EnglishBodyReader::read() {
  std::vector<Mention> found;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    // «Korea-Japan Business Council»: the rest of a name that is another's.
    const bool rest = i > 0 && gap_before(i) == " " && words_[i - 1].capital && is_taken(i - 1);
    if (!words_[i].capital || rest || is_taken(i) || word(i) == "The") continue;
    Run run = office_from(i);
    if (run.end == 0) run = institute_from(i);
    if (run.end == 0) continue;
    if (std::optional<Mention> body = body_of(run)) found.push_back(std::move(*body));
    i = run.end - 1;
  }
  return found;
}

}  // namespace

void find_english_bodies(std::string_view text, Span sentence, const Ontology& ontology,
                         const BodyIndex& bodies, DocumentEntities& entities,
                         std::vector<Mention>& mentions) {
  std::vector<Mention> found =
      EnglishBodyReader(text, sentence, ontology, bodies, entities, mentions).read();
  if (found.empty()) return;
  // A field or a city in the name is none of its own; the state is.
  std::erase_if(mentions, [&](const Mention& m) {
    return m.type != "Country" && std::any_of(found.begin(), found.end(), [&](const Mention& b) {
             return m.span.overlaps(b.span);
           });
  });
  mentions.insert(mentions.end(), found.begin(), found.end());
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

}  // namespace samgak
