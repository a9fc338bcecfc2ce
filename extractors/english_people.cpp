#include "extractors/english_people.hpp"

#include <algorithm>
#include <initializer_list>

#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestName = 3;            // words
constexpr std::uint32_t kLongestApposition = 110;  // bytes
constexpr std::string_view kCounterpart = "counterpart";
constexpr std::uint32_t kFarthestBody = 24;  // bytes between a post and the body that it is in

bool holds(const std::vector<std::string>& forms, std::string_view word) {
  return std::find(forms.begin(), forms.end(), word) != forms.end();
}

bool overlaps(const std::vector<Mention>& mentions, Span span, EntityType but) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const Mention& m) { return m.type != but && m.span.overlaps(span); });
}

const Mention* person_at(const std::vector<Mention>& mentions, Span span) {
  const auto it = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.type == "Person" && m.span.overlaps(span);
  });
  return it == mentions.end() ? nullptr : &*it;
}

/// Where a gloss such as « (황판식)» ends that stands at `at`; `at` when none does.
std::uint32_t behind_gloss(std::string_view text, std::uint32_t at) {
  if (!text.substr(at).starts_with(" (")) return at;
  const std::uint32_t end = gloss_end(text, at + 1);
  return end > at + 1 ? end : at;
}

}  // namespace

// «Bold Ganbaatar», «Ursula von der Leyen», «K. Vijay Rao»
Span EnglishPeople::name_at(std::string_view text, const std::vector<EnglishWord>& words,
                            std::size_t first, const std::vector<Mention>& mentions) const {
  Span name;
  std::size_t parts = 0;
  for (std::size_t i = first; i < words.size() && parts < kLongestName; ++i) {
    const Span word = words[i].span;
    if (i > first) {
      const Span before = words[i - 1].span;
      const std::string_view gap = text.substr(before.end, word.begin - before.end);
      if (gap != " " && !(gap == ". " && before.size() == 1)) break;
    }
    if (!words[i].capital) {
      if (i > first && holds(ontology_.lexicon.cue("en_nobiliary"), slice(text, word))) continue;
      break;
    }
    if (overlaps(mentions, word, "Person") ||
        english_title_at(text, words, i, ontology_.lexicon).post != nullptr)
      break;
    name = {name.empty() ? word.begin : name.begin, word.end};
    ++parts;
  }
  return name;
}

// The name behind a title: «Ambassador of Chile to Korea Pablo Soto», «Minister for Science and
// ICT, Mr Lee Han-su».
Span EnglishPeople::name_behind(std::string_view text, const std::vector<EnglishWord>& words,
                                const EnglishTitle& title,
                                const std::vector<Mention>& mentions) const {
  std::uint32_t at = title.span.end;
  if (title.post->kind == PostKind::ambassador) {
    for (const Mention& m : mentions) {
      if (m.type != "Country" || m.span.begin < at) continue;
      const std::string_view between = text.substr(at, m.span.begin - at);
      if (between == " to " || between == " of " || between == " to the " || between == " of the ")
        at = m.span.end;
    }
  }
  const bool apposed = text.substr(at).starts_with(", ");
  at += apposed ? 2 : 1;
  auto word = std::find_if(words.begin(), words.end(),
                           [&](const EnglishWord& w) { return w.span.begin >= at; });
  bool addressed = false;
  if (word != words.end() && word->span.begin == at &&
      holds(ontology_.lexicon.cue("en_honorific"), slice(text, word->span))) {
    addressed = true;
    at = word->span.end + (text.substr(word->span.end).starts_with(".") ? 2 : 1);
    ++word;
  }
  if (word == words.end() || word->span.begin != at) return {};
  const Span name = name_at(text, words, static_cast<std::size_t>(word - words.begin()), mentions);
  if (!apposed || addressed || name.empty()) return name;
  // «the Minister of Trade, Kim Chul-su, said»: nothing but a whole name between two commas.
  const std::string_view behind = text.substr(name.end);
  const bool closed = behind.starts_with(",") || behind.starts_with(".") ||
                      behind.starts_with(" and ") || behind.starts_with(" (");
  const bool whole = slice(text, name).find(' ') != std::string_view::npos;
  return closed && whole ? name : Span{};
}

// «(황판식) of the Ministry of …», « at Denmark's …»: the body right behind a name or a
// post, else the state.
const Mention* EnglishPeople::body_behind(std::string_view text, std::uint32_t at,
                                          const std::vector<Mention>& mentions) const {
  at = behind_gloss(text, at);
  const std::string_view rest = text.substr(at);
  const auto skip = [&](std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (!text.substr(at).starts_with(word)) continue;
      at += static_cast<std::uint32_t>(word.size());
      return true;
    }
    return false;
  };
  if (rest.empty() || !skip({" of ", " at ", " from ", " for ", " with ", " in "})) return nullptr;
  skip({"the "});
  const Mention* state = nullptr;
  for (const Mention& m : mentions) {
    if (m.span.begin < at) continue;
    if (m.span.begin > at) break;
    if (m.type == "Ministry" || m.type == "Organization") return &m;
    if (m.type != "Country") continue;
    state = &m;
    at = m.span.end;
    if (!skip({"'s ", "’s ", " "})) break;
  }
  return state;
}

const PersonInText* EnglishPeople::known_by(std::string_view name) const {
  const auto it = std::find_if(people_.rbegin(), people_.rend(), [&](const PersonInText& person) {
    const std::string_view full = person.name;
    return full == name || full.ends_with(std::string(" ").append(name)) ||
           full.starts_with(std::string(name) + " ");
  });
  return it == people_.rend() ? nullptr : &*it;
}

// The body behind «of», «at» or before the post; else the one that the post names in its state.
EntityId EnglishPeople::employer_of(const EnglishTitle& title, std::string_view text, Span phrase,
                                    const Mention* own,
                                    const std::vector<Mention>& mentions) const {
  EntityId state;
  EntityId body;
  for (const Mention& mention : mentions) {
    if (!phrase.overlaps(mention.span) || mention.entities.size() != 1) continue;
    const bool before = mention.span.end <= title.span.begin;
    const bool near = before || mention.span.begin <= title.span.end + kFarthestBody;
    // «Ambassador to Korea» is sent by another state.
    const bool goal = text.substr(0, mention.span.begin).ends_with(" to ") ||
                      text.substr(0, mention.span.begin).ends_with(" to the ");
    if (mention.type == "Country" && !goal && (before || state.empty()))
      state = mention.entities.front();
    if ((mention.type == "Ministry" || mention.type == "Organization") && near)
      body = mention.entities.front();
  }
  for (const std::string& pair : ontology_.lexicon.cue("en_capital")) {
    const std::size_t sign = pair.find('=');
    if (slice(text, phrase).find(pair.substr(0, sign) + "'s ") != std::string_view::npos)
      state = entities_.of(std::string_view(pair).substr(sign + 1));
  }
  if (state.empty()) state = home_;
  if (title.post->kind == PostKind::head_of_state || title.post->kind == PostKind::ambassador)
    return state;
  if (own != nullptr) return own->entities.front();
  if (!body.empty()) return body;
  if (!title.field.empty()) {
    if (const GazetteerEntry* entry =
            bodies_.find_by_field(slice(text, title.field), entities_.entry(state)))
      return entities_.of(*entry);
  }
  for (const std::string& pair : ontology_.lexicon.cue("en_body")) {
    const std::size_t sign = pair.find('=');
    if (slice(text, phrase).find(pair.substr(0, sign)) == std::string_view::npos) continue;
    if (const GazetteerEntry* entry = bodies_.find(pair.substr(sign + 1), entities_.entry(state)))
      return entities_.of(*entry);
  }
  for (const std::string& name : title.post->bodies) {
    if (const GazetteerEntry* entry = bodies_.find(name, entities_.entry(state)))
      return entities_.of(*entry);
  }
  return {};
}

void EnglishPeople::add(std::string_view text, Span name, Span extent, const EnglishTitle& title,
                        EntityId employer, std::vector<Mention>& mentions) {
  const Mention* gazetteer = person_at(mentions, name);
  if (gazetteer != nullptr) name = gazetteer->span;
  const std::string_view words = slice(text, name);
  const PersonInText* known = known_by(words);
  Mention mention;
  mention.span = name;
  mention.extent = extent;
  mention.type = "Person";
  if (gazetteer != nullptr) {
    mention.entities = gazetteer->entities;
  } else if (known != nullptr) {
    mention.entities = {known->id};
  } else {
    mention.entities = {entities_.of("person/" + name_key(words))};
  }
  mention.reason = known != nullptr ? "same name" : "name beside a post";
  const EntityId id = mention.entities.front();
  const auto same = std::find_if(people_.begin(), people_.end(),
                                 [&](const PersonInText& p) { return p.id == id; });
  if (same == people_.end()) {
    people_.push_back({id, words, slice(text, title.span), employer, {}});
  } else if (same->employer.empty()) {
    same->employer = employer;
    same->post = slice(text, title.span);
  }
  // «Minister for Science and ICT» tells of no technology.
  std::erase_if(mentions, [&](const Mention& m) {
    return (m.type == "Person" && m.span.overlaps(name)) ||
           (m.type == "Technology" && m.span.overlaps(title.span));
  });
  mentions.push_back(std::move(mention));
}

// «Second Vice Foreign Minister Kang In-sun», «his Mongolian counterpart, Bold Ganbaatar»; where
// the name ends, 0 when no title with a name begins at `words[first]`.
std::uint32_t EnglishPeople::read_title(std::string_view text,
                                        const std::vector<EnglishWord>& words, std::size_t first,
                                        std::vector<Mention>& mentions) {
  const Lexicon& lexicon = ontology_.lexicon;
  std::size_t post = first;
  while (post < words.size() && holds(lexicon.cue("en_post_prefix"), slice(text, words[post].span)))
    ++post;
  if (post >= words.size()) return 0;
  EnglishTitle title = english_title_at(text, words, post, lexicon);
  if (title.post == nullptr) return 0;
  const Span name = name_behind(text, words, title, mentions);
  const bool whole = slice(text, name).find(' ') != std::string_view::npos;
  if (name.empty() ||
      (!whole && known_by(slice(text, name)) == nullptr && person_at(mentions, name) == nullptr))
    return 0;
  constexpr std::uint32_t kPossessive = 4;  // bytes
  const std::uint32_t begin = words[first].span.begin;
  const Mention* state = nullptr;
  for (const Mention& m : mentions) {
    if (m.span.end <= begin && begin <= m.span.end + kPossessive && m.type != "Person") state = &m;
  }
  const Mention* own = body_behind(text, name.end, mentions);
  Span extent{state != nullptr ? state->span.begin : begin, behind_gloss(text, name.end)};
  const bool counterpart = slice(text, title.span) == kCounterpart;
  const Span field = title.field;
  if (counterpart && last_title_.post != nullptr) {
    title.post = last_title_.post;
    title.field = last_title_.field;
  }
  if (own != nullptr && own->type == "Country") {
    extent.end = own->span.end;
    own = nullptr;
  }
  const EntityId employer = employer_of(title, text, extent, own, mentions);
  if (own != nullptr) extent.end = behind_gloss(text, own->extent.end);
  if (!counterpart) last_title_ = title;
  title.field = field;
  add(text, name, extent, title, employer, mentions);
  return name.end;
}

// «Martin Briens, secretary-general of the French foreign ministry, …»
void EnglishPeople::read_apposition(std::string_view text, Span sentence,
                                    const std::vector<EnglishWord>& words, std::size_t first,
                                    Span name, std::vector<Mention>& mentions) {
  const std::uint32_t begin = behind_gloss(text, name.end);
  const std::string_view behind = text.substr(begin, sentence.end - begin);
  if (!behind.starts_with(", ") || behind.starts_with(", and ")) return;
  const std::size_t comma = behind.find(',', 2);
  auto end = begin + static_cast<std::uint32_t>(
                         std::min<std::size_t>({comma, behind.size(), kLongestApposition}));
  for (std::size_t j = first; j < words.size() && words[j].span.begin < end; ++j) {
    if (words[j].span.begin <= begin) continue;
    const EnglishTitle title = english_title_at(text, words, j, ontology_.lexicon);
    if (title.post == nullptr) continue;
    // «Kim Chul-su, Foreign Minister Cho Tae-yul and …»: the title of the next one.
    if (!name_behind(text, words, title, mentions).empty() ||
        (title.span.end > end && title.field.empty()))
      return;
    const Mention* own = body_behind(text, title.span.end, mentions);
    if (own != nullptr && own->type == "Country") own = nullptr;
    end = std::max({end, title.span.end, own != nullptr ? own->extent.end : 0});
    const Span phrase{begin, end};
    const EntityId employer = employer_of(title, text, phrase, own, mentions);
    last_title_ = title;
    add(text, name, {name.begin, own != nullptr ? own->extent.end : end}, title, employer,
        mentions);
    return;
  }
}

void EnglishPeople::find(std::string_view text, Span sentence, std::vector<Mention>& mentions) {
  const std::string_view said = text.substr(0, sentence.end);
  const std::vector<EnglishWord> words = english_words(text, sentence);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital && slice(text, words[i].span) != kCounterpart) continue;
    const auto pass = [&](std::uint32_t end) {
      while (i + 1 < words.size() && words[i + 1].span.begin < end) ++i;
    };
    if (const std::uint32_t end = read_title(said, words, i, mentions); end > 0) {
      pass(end);
      continue;
    }
    const Span name = name_at(text, words, i, mentions);
    if (name.empty() || slice(text, name).find(' ') == std::string_view::npos) {
      const PersonInText* known = name.empty() ? nullptr : known_by(slice(text, name));
      if (known == nullptr || person_at(mentions, name) != nullptr) continue;
      Mention mention;
      mention.span = mention.extent = name;
      mention.type = "Person";
      mention.entities = {known->id};
      mention.reason = {"short form → ", known->name};
      mentions.push_back(std::move(mention));
      continue;
    }
    read_apposition(said, sentence, words, i, name, mentions);
    pass(name.end);
  }
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace samgak
