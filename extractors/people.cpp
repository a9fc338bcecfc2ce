#include "extractors/people.hpp"

#include <algorithm>
#include <optional>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

bool is_listed(std::string_view word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// «산업통상자원부(장관 안덕근)», «…연구원(이하 생명연, 원장 고은찬)»: the body whose head the
/// bracket names.
const Mention* body_before_bracket(std::string_view text, Span post,
                                   const std::vector<Mention>& mentions) {
  const std::string_view before = text.substr(0, post.begin);
  if (!before.ends_with('(') && !before.ends_with(", ")) return nullptr;
  const auto body = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return (m.type == "Ministry" || m.type == "Organization") && m.entities.size() == 1 &&
           m.span.end < post.begin && text[m.span.end] == '(' &&
           slice(text, {m.span.end, post.begin}).find(')') == std::string_view::npos;
  });
  return body == mentions.end() ? nullptr : &*body;
}

}  // namespace

PeopleFinder::PeopleFinder(const Ontology& ontology, const ParticleSplitter& particles,
                           const PostMatcher& posts, const BodyIndex& bodies,
                           const NameTagger* tagger, EntityId home, DocumentEntities& entities)
    : ontology_(ontology),
      particles_(particles),
      posts_(posts),
      bodies_(bodies),
      home_(home),
      entities_(entities),
      shapes_(ontology.lexicon, particles),
      recent_bodies_(ontology.lexicon),
      tags_(tagger) {}

bool PeopleFinder::is_foreign(const Title& title) const {
  if (!title.state.empty()) return title.state != home_;
  const GazetteerEntry* body = entities_.entry(title.body);
  if (!title.body_state.empty()) return title.body_state != home_;
  // The state that a body belongs to, or the union of states («EU 집행위원회»).
  const GazetteerEntry* top = body;
  while (top != nullptr && top->parent != nullptr && top->kind != "Country") top = top->parent;
  return top != body && entities_.of(*top) != home_;
}

// «역내시장 집행위원», «에너지담당 국무장관»
bool PeopleFinder::is_post_field(std::string_view word) const {
  return ends_with_any(word, ontology_.lexicon.cue("post_field_end")) ||
         is_listed(word, ontology_.lexicon.cue("post_field"));
}

PeopleFinder::Title PeopleFinder::read_title(std::string_view text, Span sentence, Span post,
                                             const Post& kind,
                                             const std::vector<Mention>& mentions) const {
  Title title;
  title.span = post;
  title.post = &kind;
  std::uint32_t at = skip_spaces_back(text, sentence.begin, post.begin);
  if (const Mention* body = body_before_bracket(text, post, mentions)) {
    title.body = body->entities.front();
    title.bracketed = true;
    return title;
  }
  // «브르통 역내시장 집행위원»: what the post is about belongs to the post.
  const Span field = word_before(text, sentence.begin, at);
  if (at < post.begin && is_post_field(slice(text, field)))
    at = skip_spaces_back(text, sentence.begin, field.begin);
  // Between the name and the post: the state and the body, nearest last.
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    if (it->span.end > post.begin) continue;
    const std::uint32_t before_gloss = skip_gloss_back(text, sentence.begin, at);
    if (it->span.begin >= before_gloss && it->span.end < at) continue;  // inside the gloss
    const bool adjoins = it->span.end == before_gloss || it->span.end == at || it->extent.end == at;
    if (!adjoins || it->entities.size() != 1) {
      at = before_gloss;
      break;
    }
    if (it->type == "Person") {
      title.name = it->span;
      title.known_id = it->entities.front();
      return title;
    }
    if (it->type == "Country") {
      title.state = it->entities.front();
    } else if (it->type == "Ministry" || it->type == "Organization") {
      if (title.body.empty()) {
        title.body = it->entities.front();
        title.body_state = it->state;
      }
    } else {
      break;
    }
    at = skip_spaces_back(text, sentence.begin, it->span.begin);
  }
  const bool sent_here = kind.kind == PostKind::ambassador && !kind.bodies.empty() &&
                         entities_.of(kind.bodies.front()) != home_;
  // «미 국무장관»: the state in one syllable.
  const std::uint32_t end = skip_gloss_back(text, sentence.begin, at);
  const bool glossed = end + 2 < at;
  Span word = word_before(text, sentence.begin, end);
  std::uint32_t name_end = end;
  const auto state = ontology_.lexicon.state_syllables.find(std::string(slice(text, word)));
  if (state != ontology_.lexicon.state_syllables.end() && !glossed && !sent_here) {
    if (title.state.empty()) title.state = entities_.of(state->second);
    name_end = skip_gloss_back(text, sentence.begin, word.begin);
  }
  NameSurroundings around;
  around.glossed = glossed || name_end < end;
  around.gloss_words = count_gloss_words(slice(text, {end, at}));
  around.foreign = sent_here || is_foreign(title);
  around.body = !title.body.empty();
  // «박진 당시 외교부 장관», «한덕수 전 총리»: «전 장관» alone may be a minister of that name.
  const std::vector<std::string>& between = ontology_.lexicon.cue("before_post");
  if (std::find(between.begin(), between.end(), slice(text, word)) != between.end()) {
    const std::uint32_t before = skip_spaces_back(text, sentence.begin, word.begin);
    const Span name = shapes_.name_before(text, sentence.begin, before, around, tags_);
    if (count_code_points(slice(text, name)) > 1) title.name = name;
  }
  if (title.name.empty())
    title.name = shapes_.name_before(text, sentence.begin, name_end, around, tags_);
  if (title.body.empty()) {
    // «일본 경제산업성의 이토가와 마사키 국장»
    const auto office = std::find_if(mentions.rbegin(), mentions.rend(),
                                     [&](const Mention& m) { return m.extent.end <= post.begin; });
    Title foreign;
    if (office != mentions.rend() && office->entities.size() == 1 && office->type != "Country") {
      foreign.body = office->entities.front();
      foreign.body_state = office->state;
    }
    if (is_foreign(foreign)) {
      const bool of_office = office->role == ParticleRole::genitive;
      const std::uint32_t from =
          of_office ? word_end_behind(text, office->extent.end) : office->extent.end;
      const Span name = shapes_.words_between(text, from, post.begin);
      if (title.name.empty() || (of_office && !name.empty())) title.name = name;
      if (of_office && !name.empty()) {
        title.body = foreign.body;
        title.body_state = foreign.body_state;
      }
    }
  }
  // «산업통상자원부 박건하 정책관», «경제산업성의 다카미 국장»: the body may stand before the name.
  for (auto it = mentions.rbegin();
       it != mentions.rend() && !title.name.empty() && title.body.empty(); ++it) {
    const bool body = it->type == "Ministry" || it->type == "Organization";
    const bool in_gloss = text.substr(it->span.end).starts_with(')');  // «(이하 산업부)»
    if (!body || in_gloss || it->span.end > title.name.begin || it->entities.size() != 1) continue;
    std::uint32_t gap = it->extent.end <= title.name.begin ? it->extent.end : it->span.end;
    for (const std::string& particle : ontology_.lexicon.cue("body_particle")) {
      if (text.substr(gap).starts_with(particle)) {
        gap += static_cast<std::uint32_t>(particle.size());
        break;
      }
    }
    if (skip_spaces_back(text, gap, title.name.begin) == gap) title.body = it->entities.front();
    break;
  }
  return title;
}

std::optional<PeopleFinder::SecondPost> PeopleFinder::second_post(
    std::string_view text, std::uint32_t at, const std::vector<Mention>& mentions) const {
  constexpr std::string_view kAnd = " 겸 ";
  if (!text.substr(std::min<std::size_t>(at, text.size())).starts_with(kAnd)) return std::nullopt;
  at += static_cast<std::uint32_t>(kAnd.size());
  SecondPost second;
  for (const Mention& mention : mentions) {
    if (mention.span.begin != at || mention.entities.size() != 1 ||
        (mention.type != "Ministry" && mention.type != "Organization"))
      continue;
    second.body = mention.entities.front();
    at = mention.span.end;
    if (at < text.size() && text[at] == ' ') ++at;
  }
  while (at < text.size() && is_hangul_syllable(decode(text, at).value)) {
    const PostMatcher::Match match = posts_.longest(text, at);
    const std::optional<ParticleRole> role =
        match.length > 0 ? particles_.role_at(text, at + match.length) : std::nullopt;
    if (role) {
      second.post_end = at + match.length;
      second.role = *role;
      return second;
    }
    at += decode(text, at).length;
  }
  return std::nullopt;
}

EntityId PeopleFinder::employer_of(const Title& title) const {
  const Post& post = *title.post;
  const GazetteerEntry* office = entities_.parent(title.known_id);
  EntityId state = title.state.empty() ? home_ : title.state;
  if (title.state.empty() && office != nullptr) {
    const GazetteerEntry* top = office->kind == "Country" ? office : office->parent;
    if (top != nullptr) state = entities_.of(*top);
  }
  if (post.kind == PostKind::ambassador) {
    // «주미대사» names the sending state itself; «주한 네덜란드 대사» has it before the post.
    return !post.bodies.empty() ? entities_.of(post.bodies.front()) : state;
  }
  if (post.kind == PostKind::head_of_state) return state;
  if (!title.body.empty()) return title.body;
  for (const std::string& name : post.bodies) {
    if (const GazetteerEntry* body = bodies_.find(name, entities_.entry(state)))
      return entities_.of(*body);
  }
  if (office != nullptr && office->kind == "Ministry" && post.kind == PostKind::minister)
    return entities_.of(*office);
  const bool only = post.bodies.size() == 1 && title.state.empty();
  return only && ontology_.find(post.bodies.front()) != nullptr ? entities_.of(post.bodies.front())
                                                                : EntityId();
}

const PersonInText* PeopleFinder::holder_of(std::string_view post, EntityId body) const {
  const auto it = std::find_if(people_.rbegin(), people_.rend(), [&](const PersonInText& person) {
    return person.employer == body && person.post == post;
  });
  return it == people_.rend() ? nullptr : &*it;
}

const PersonInText* PeopleFinder::referred(std::string_view name) const {
  const bool surname = ontology_.lexicon.surnames.count(std::string(name)) > 0;
  for (auto it = people_.rbegin(); it != people_.rend(); ++it) {
    const std::string_view full = it->name;
    if (full == name) return &*it;
    if (full.size() <= name.size()) continue;
    const std::size_t rest = full.size() - name.size();
    const bool begins = full.starts_with(name);
    if ((begins && full[name.size()] == ' ') || (full.ends_with(name) && full[rest - 1] == ' '))
      return &*it;
    if (begins && surname && full.find(' ') == std::string_view::npos) return &*it;
  }
  return nullptr;
}

void PeopleFinder::find(std::string_view text, Span sentence, std::vector<Mention>& mentions) {
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<Mention> found;
  tags_.begin(text, sentence);
  const std::vector<std::string>& no_names = ontology_.lexicon.cue("not_name");
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint c = decode(visible_text, at);
    const PostMatcher::Match match = posts_.longest(visible_text, at);
    std::optional<ParticleRole> role =
        match.length > 0 ? particles_.role_at(visible_text, at + match.length) : std::nullopt;
    if (!role) {
      at += c.length;
      continue;
    }
    if (*role == ParticleRole::none)
      role = particles_.role_behind_gloss(visible_text, at + match.length);
    const std::uint32_t match_begin = at;
    Span post{at, at + match.length};
    // «첨단산업정책관»: what stands before the post in the same word belongs to it.
    while (post.begin > sentence.begin &&
           is_hangul_syllable(decode_before(text, post.begin).value)) {
      post.begin -= decode_before(text, post.begin).length;
    }
    const bool fused = post.begin < at;
    if (fused && match.length < std::string_view("정책").size()) {
      at += c.length;
      continue;
    }
    // «연구원» is no post inside a body's name; in «미국 국무부 차관보» the post is what the body's
    // name leaves.
    const auto body = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return (m.type == "Ministry" || m.type == "Organization") && m.span.overlaps(post);
    });
    at = post.end;
    Span post_words = post;
    if (body != mentions.end()) {
      const bool inside = body->span.end >= post.end && body->span.begin < match_begin;
      if (inside || body->span.begin > post.begin) continue;
      if (body->span.end < post.end) post.begin = body->span.end;
      while (post.begin < post.end && is_space(decode(text, post.begin).value))
        post.begin += decode(text, post.begin).length;
      // «국가수사본부장»: the body's last word is part of what the post is called.
      if (!body->attributive) post_words = post;
    }
    // «역내시장 집행위원»: what a post is about is no post («시장»).
    if (match.post->kind == PostKind::unnamed || is_post_field(slice(text, post))) continue;
    Title title = read_title(visible_text, sentence, post, *match.post, mentions);
    // A word that names something else is no person, nor is one that bears a particle.
    const bool other_name = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.type != "Person" && m.span.overlaps(title.name);
    });
    const bool common_word = is_listed(slice(text, title.name), no_names);
    if (title.name.empty() && !title.body.empty() && *role == ParticleRole::none) {
      // «외교부 국장 백지온이»: the name behind the post.
      if (const auto behind = shapes_.name_behind(visible_text, post.end, sentence.end)) {
        title.name = behind->span;
        title.span.end = behind->span.end;
        role = behind->role;
        at = behind->span.end;
      }
    }
    if (title.name.empty() && !title.body.empty()) {
      if (title.bracketed) continue;
      // «산업부 장관» without a name: the one who holds that post; the ministry itself does nothing
      // here.
      const auto office = std::find_if(mentions.rbegin(), mentions.rend(), [&](const Mention& m) {
        return m.span.end <= post.begin && m.entities == EntityIds{title.body};
      });
      if (office == mentions.rend() ||
          skip_spaces_back(text, sentence.begin, post.begin) != office->extent.end)
        continue;
      office->attributive = true;
      if (const PersonInText* holder = holder_of(slice(text, post_words), title.body)) {
        Mention mention;
        mention.span = post;
        mention.extent = {office->span.begin, post.end};
        mention.type = "Person";
        mention.role = *role;
        mention.entities = {holder->id};
        mention.reason = {"by the post → ", holder->name};
        found.push_back(std::move(mention));
      }
      continue;
    }
    if (title.name.empty() || other_name || common_word) continue;
    for (const Mention& mention : mentions) {
      if (title.known_id.empty() && mention.type == "Person" && mention.span == title.name)
        title.known_id = mention.entities.front();
    }
    if (const auto second = second_post(visible_text, post.end, mentions)) {
      title.span.end = at = second->post_end;
      role = second->role;
      if (title.body.empty()) title.body = second->body;
    }
    const std::string name(slice(text, title.name));
    if (title.known_id.empty() && match.post->kind == PostKind::head_of_state) {
      // «바이든 대통령»: heads of state are known by their family names.
      if (const GazetteerEntry* leader = bodies_.leader(name, entities_.entry(title.state)))
        title.known_id = entities_.of(*leader);
    }
    const PersonInText* known = title.known_id.empty() ? referred(name) : nullptr;
    Mention mention;
    mention.span = title.name;
    mention.extent = {std::min(title.name.begin, title.span.begin), title.span.end};
    mention.type = "Person";
    mention.role = *role;
    mention.attributive = title.bracketed;
    EntityId employer = employer_of(title);
    if (employer.empty() && title.state.empty() && known == nullptr && shapes_.is_korean_name(name))
      employer = recent_bodies_.with_post(text, slice(text, post), title.name.begin, mentions);
    if (known != nullptr) {
      mention.entities = {known->id};
      mention.reason =
          known->name == name ? Reason("same name") : Reason("short form → ", known->name);
    } else {
      if (title.known_id.empty() && count_code_points(name) < 2) continue;
      const EntityId id =
          title.known_id.empty() ? entities_.of("person/" + name_key(name)) : title.known_id;
      mention.entities = {id};
      mention.reason = "name before a post";
      const GazetteerEntry* row = entities_.entry(id);
      people_.push_back({id, row != nullptr ? std::string_view(row->ko) : slice(text, title.name),
                         slice(text, post_words), employer,
                         title.state.empty() ? title.body_state : title.state});
    }
    found.push_back(std::move(mention));
  }
  for (Mention& person : found) {
    const auto same = std::find_if(mentions.begin(), mentions.end(),
                                   [&](const Mention& m) { return m.span.overlaps(person.span); });
    if (same != mentions.end()) {
      *same = std::move(person);
    } else {
      mentions.push_back(std::move(person));
    }
  }
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  recent_bodies_.remember(text, mentions);
}

}  // namespace samgak
