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

}  // namespace

PeopleFinder::PeopleFinder(const Ontology& ontology, const ParticleSplitter& particles,
                           const PostMatcher& posts, const BodyIndex& bodies,
                           const NameTagger* tagger, EntityId home, DocumentEntities& entities)
    : ontology_(ontology),
      particles_(particles),
      posts_(posts),
      bodies_(bodies),
      entities_(entities),
      shapes_(ontology.lexicon, particles),
      recent_bodies_(ontology.lexicon),
      tags_(tagger),
      titles_(ontology, bodies, shapes_, tags_, home, entities) {}

// «장관이 공동의장이었고»: a post that bears a particle.
bool PeopleFinder::is_a_post(std::string_view word) const {
  const PostMatcher::Match match = posts_.longest(word, 0);
  return match.length > 0 && particles_.role_at(word, match.length).has_value();
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
    if (*role == ParticleRole::none)
      role = particles_.role_of_list(visible_text, at + match.length);
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
    if (match.post->kind == PostKind::unnamed || titles_.is_post_field(slice(text, post))) continue;
    Title title = titles_.read(visible_text, sentence, post, *match.post, mentions);
    // A word that names something else is no person, nor is one that bears a particle.
    const bool other_name = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.type != "Person" && m.span.overlaps(title.name);
    });
    const bool common_word =
        is_listed(slice(text, title.name), no_names) || is_a_post(slice(text, title.name));
    constexpr std::size_t kTellingPost = 4;  // code points: «정책국장»
    const bool telling = count_code_points(slice(text, post)) >= kTellingPost;
    if (title.name.empty() && (!title.body.empty() || telling) && *role == ParticleRole::none) {
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
    EntityId employer = titles_.employer_of(title);
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
