#include "extractors/english_people.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestTitle = 4;           // words
constexpr std::size_t kLongestName = 3;            // words
constexpr std::uint32_t kLongestApposition = 110;  // bytes
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

}  // namespace

EnglishPeople::Title EnglishPeople::title_at(std::string_view text,
                                             const std::vector<EnglishWord>& words,
                                             std::size_t first) const {
  Title best;
  for (std::size_t last = first; last < words.size() && last < first + kLongestTitle; ++last) {
    const Span span{words[first].span.begin, words[last].span.end};
    const auto post = ontology_.lexicon.english_posts.find(lower_case(slice(text, span)));
    if (post != ontology_.lexicon.english_posts.end()) best = {span, &post->second};
  }
  return best;
}

Span EnglishPeople::name_at(std::string_view text, const std::vector<EnglishWord>& words,
                            std::size_t first, const std::vector<Mention>& mentions) const {
  Span name;
  for (std::size_t i = first; i < words.size() && i < first + kLongestName; ++i) {
    const bool follows =
        name.empty() || (words[i].span.begin == name.end + 1 && text[name.end] == ' ');
    if (!words[i].capital || !follows || overlaps(mentions, words[i].span, "Person") ||
        title_at(text, words, i).post != nullptr)
      break;
    name = {name.empty() ? words[i].span.begin : name.begin, words[i].span.end};
  }
  return name;
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
EntityId EnglishPeople::employer_of(const Title& title, std::string_view text, Span phrase,
                                    const std::vector<Mention>& mentions) const {
  EntityId state;
  EntityId body;
  for (const Mention& mention : mentions) {
    if (!phrase.overlaps(mention.span) || mention.entities.size() != 1) continue;
    const bool before = mention.span.end <= title.span.begin;
    const bool near = before || mention.span.begin <= title.span.end + kFarthestBody;
    if (mention.type == "Country" && (before || state.empty())) state = mention.entities.front();
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
  if (!body.empty()) return body;
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

void EnglishPeople::add(std::string_view text, Span name, Span extent, const Title& title,
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
  std::erase_if(mentions,
                [&](const Mention& m) { return m.type == "Person" && m.span.overlaps(name); });
  mentions.push_back(std::move(mention));
}

void EnglishPeople::find(std::string_view text, Span sentence, std::vector<Mention>& mentions) {
  const std::vector<EnglishWord> words = english_words(text, sentence);
  const Lexicon& lexicon = ontology_.lexicon;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    // «Second Vice Foreign Minister Kang In-sun»
    std::size_t post = i;
    while (post < words.size() &&
           holds(lexicon.cue("en_post_prefix"), slice(text, words[post].span)))
      ++post;
    const Title title = post < words.size() ? title_at(text, words, post) : Title{};
    if (title.post != nullptr) {
      std::size_t next = post;
      while (next < words.size() && words[next].span.begin < title.span.end) ++next;
      const Span name = next < words.size() ? name_at(text, words, next, mentions) : Span{};
      const bool whole = slice(text, name).find(' ') != std::string_view::npos;
      if (name.empty() || name.begin != title.span.end + 1 ||
          (!whole && known_by(slice(text, name)) == nullptr &&
           person_at(mentions, name) == nullptr))
        continue;
      const Mention* state = nullptr;
      for (const Mention& m : mentions) {
        if (m.span.end <= words[i].span.begin && words[i].span.begin <= m.span.end + 4) state = &m;
      }
      const Span extent{state != nullptr ? state->span.begin : words[i].span.begin, name.end};
      add(text, name, extent, title, employer_of(title, text, extent, mentions), mentions);
      while (i + 1 < words.size() && words[i + 1].span.begin < name.end) ++i;
      continue;
    }
    // «Martin Briens, secretary-general of the French foreign ministry, …»
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
    const std::string_view behind = text.substr(name.end, sentence.end - name.end);
    if (behind.starts_with(", ")) {
      const std::size_t comma = behind.find(',', 2);
      const auto end = name.end + static_cast<std::uint32_t>(std::min<std::size_t>(
                                      {comma, behind.size(), kLongestApposition}));
      for (std::size_t j = i; j < words.size() && words[j].span.begin < end; ++j) {
        if (words[j].span.begin <= name.end) continue;
        const Title apposed = title_at(text, words, j);
        if (apposed.post == nullptr || apposed.span.end > end) continue;
        const Span phrase{name.end, end};
        add(text, name, {name.begin, end}, apposed, employer_of(apposed, text, phrase, mentions),
            mentions);
        break;
      }
    }
    while (i + 1 < words.size() && words[i + 1].span.begin < name.end) ++i;
  }
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace samgak
