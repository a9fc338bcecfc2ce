#include "extractors/people.hpp"

#include <algorithm>
#include <optional>

#include "text/utf8.hpp"

namespace samgak {
namespace {

/// From this margin on, nine of ten people of the tagger are right (ontology/models/README.md).
constexpr float kSureMargin = 1.5F;

std::uint32_t skip_spaces_back(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  while (at > begin && is_space(decode_before(text, at).value))
    at -= decode_before(text, at).length;
  return at;
}

/// Over «(Gina Raimondo)» or «(齋藤健)» that ends before `at`, and the spaces around it.
std::uint32_t skip_gloss_back(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  at = skip_spaces_back(text, begin, at);
  if (at == begin || text[at - 1] != ')') return at;
  const std::size_t open = text.rfind('(', at);
  return open == std::string_view::npos || open < begin
             ? at
             : skip_spaces_back(text, begin, static_cast<std::uint32_t>(open));
}

Span word_before(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t end = at;
  while (at > begin) {
    const CodePoint c = decode_before(text, at);
    if (!is_hangul_syllable(c.value) && !is_latin(c.value)) break;
    at -= c.length;
  }
  return {at, end};
}

bool is_hangul_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += decode(word, at).length) {
    if (!is_hangul_syllable(decode(word, at).value)) return false;
  }
  return !word.empty();
}

}  // namespace

PostMatcher::PostMatcher(const Lexicon& lexicon) {
  // The order of a hash table must not show: equal forms do not occur, and the trie sorts the rest.
  for (const auto& [form, post] : lexicon.posts) {
    forms_.add(form, static_cast<std::uint32_t>(posts_.size()));
    posts_.push_back(&post);
  }
  forms_.freeze();
}

PostMatcher::Match PostMatcher::longest(std::string_view text, std::size_t at) const {
  const PhraseMatcher::Match match = forms_.longest(text, at);
  if (match.length == 0) return {};
  return {match.length, posts_[match.value]};
}

PeopleFinder::PeopleFinder(const Ontology& ontology, const ParticleSplitter& particles,
                           const PostMatcher& posts, const BodyIndex& bodies,
                           const NameTagger* tagger)
    : ontology_(ontology), particles_(particles), posts_(posts), bodies_(bodies), tagger_(tagger) {}

// A Korean name is a family name and one or two syllables that are usual in given names.
bool PeopleFinder::is_name(std::string_view word) const {
  if (!is_hangul_word(word)) return false;
  const std::size_t length = count_code_points(word);
  if (length < 2 || length > 4) return false;
  const Lexicon& lexicon = ontology_.lexicon;
  const std::size_t one = decode(word, 0).length;
  const std::size_t two = one + decode(word, one).length;
  const std::size_t family =
      length > 3 || (length == 3 && lexicon.surnames.count(std::string(word.substr(0, one))) == 0)
          ? two
          : one;
  if (lexicon.surnames.count(std::string(word.substr(0, family))) == 0 || family >= word.size())
    return false;
  for (std::size_t at = family; at < word.size(); at += decode(word, at).length) {
    if (lexicon.given_syllables.count(std::string(word.substr(at, decode(word, at).length))) == 0)
      return false;
  }
  return true;
}

// Before a post stands a Korean name, a family name alone, or a foreign name of one to three words
// of which at least one is known to be part of names.
Span PeopleFinder::name_before(std::string_view text, std::uint32_t begin, std::uint32_t end,
                               bool sure) const {
  const Lexicon& lexicon = ontology_.lexicon;
  const Span last = word_before(text, begin, end);
  if (last.empty()) return {};
  const std::string_view word = slice(text, last);
  if (is_name(word) || lexicon.surnames.count(std::string(word)) > 0) return last;
  Span name = last;
  // Words that begin with a capital are taken as they come; a gloss in brackets vouches for the
  // name before it.
  const bool capital = word.front() >= 'A' && word.front() <= 'Z' && count_code_points(word) > 1;
  const std::size_t length = count_code_points(word);
  bool known = capital || lexicon.transliterated.count(std::string(word)) > 0 ||
               (sure && is_hangul_word(word) && length >= 2 && length <= 6);
  for (int more = 0; more < 2; ++more) {
    const std::uint32_t gap = skip_spaces_back(text, begin, name.begin);
    if (gap == name.begin) break;
    const Span previous = word_before(text, begin, gap);
    const std::string part(slice(text, previous));
    const bool belongs = capital ? !part.empty() && part.front() >= 'A' && part.front() <= 'Z'
                                 : lexicon.transliterated.count(part) > 0;
    if (!belongs) break;
    name.begin = previous.begin;
    known = true;
  }
  if (known) return name;
  for (const TaggedSpan& tagged : tagged_) {
    if (tagged.type == NameType::person && tagged.margin >= kSureMargin && tagged.span.end == end)
      return tagged.span;
  }
  return {};
}

PeopleFinder::Title PeopleFinder::read_title(std::string_view text, Span sentence, Span post,
                                             const std::vector<Mention>& mentions) const {
  Title title;
  title.span = post;
  std::uint32_t at = skip_spaces_back(text, sentence.begin, post.begin);
  // Between the name and the post: the state and the body, nearest last.
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    if (it->span.end > post.begin) continue;
    const std::uint32_t before_gloss = skip_gloss_back(text, sentence.begin, at);
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
      if (title.body.empty()) title.body = it->entities.front();
    } else {
      break;
    }
    at = skip_spaces_back(text, sentence.begin, it->span.begin);
  }
  // «미 국무장관»: the state in one syllable.
  const std::uint32_t end = skip_gloss_back(text, sentence.begin, at);
  const bool glossed = end + 2 < at;
  Span word = word_before(text, sentence.begin, end);
  std::uint32_t name_end = end;
  const auto state = ontology_.lexicon.state_syllables.find(std::string(slice(text, word)));
  if (state != ontology_.lexicon.state_syllables.end() && !glossed) {
    if (title.state.empty()) title.state = state->second;
    name_end = skip_gloss_back(text, sentence.begin, word.begin);
  }
  title.name = name_before(text, sentence.begin, name_end, glossed || name_end < end);
  // «산업통상자원부 박건하 정책관», «경제산업성의 다카미 국장»: the body may stand before the name.
  for (auto it = mentions.rbegin();
       it != mentions.rend() && !title.name.empty() && title.body.empty(); ++it) {
    const bool body = it->type == "Ministry" || it->type == "Organization";
    if (!body || it->span.end > title.name.begin || it->entities.size() != 1) continue;
    std::uint32_t gap = it->span.end;
    if (decode(text, gap).value == U'의') gap += decode(text, gap).length;
    if (skip_spaces_back(text, gap, title.name.begin) == gap) title.body = it->entities.front();
    break;
  }
  return title;
}

std::string PeopleFinder::employer_of(const Title& title, std::string_view home) const {
  const Post& post = *title.post;
  const GazetteerEntry* known = title.known_id.empty() ? nullptr : ontology_.find(title.known_id);
  const GazetteerEntry* office = known != nullptr && !known->parents.empty()
                                     ? ontology_.find(known->parents.front())
                                     : nullptr;
  std::string state = title.state.empty() ? std::string(home) : title.state;
  if (title.state.empty() && office != nullptr) {
    state = office->type == "Country" ? office->id
            : office->parents.empty() ? state
                                      : office->parents.front();
  }
  if (post.kind == PostKind::ambassador) {
    // «주미대사» names the sending state itself; «주한 네덜란드 대사» has it before the post.
    return !post.bodies.empty() ? post.bodies.front() : state;
  }
  if (post.kind == PostKind::head_of_state) return state;
  if (!title.body.empty()) return title.body;
  for (const std::string& name : post.bodies) {
    if (const GazetteerEntry* body = bodies_.find(name, state)) return body->id;
  }
  if (office != nullptr && office->type == "Ministry" && post.kind == PostKind::minister)
    return office->id;
  const bool only = post.bodies.size() == 1 && title.state.empty();
  return only && ontology_.find(post.bodies.front()) != nullptr ? post.bodies.front()
                                                                : std::string();
}

const PersonInText* PeopleFinder::holder_of(std::string_view post, std::string_view body) const {
  const auto it = std::find_if(people_.rbegin(), people_.rend(), [&](const PersonInText& person) {
    return person.employer == body && person.post == post;
  });
  return it == people_.rend() ? nullptr : &*it;
}

const PersonInText* PeopleFinder::referred(std::string_view name) const {
  for (auto it = people_.rbegin(); it != people_.rend(); ++it) {
    const std::string_view full = it->name;
    if (full == name || full.ends_with(std::string(" ").append(name)) ||
        full.starts_with(std::string(name) + " ")) {
      return &*it;
    }
    if (full.size() > name.size() && full.starts_with(name) &&
        full.find(' ') == std::string_view::npos &&
        ontology_.lexicon.surnames.count(std::string(name)) > 0) {
      return &*it;
    }
  }
  return nullptr;
}

void PeopleFinder::find(std::string_view text, Span sentence, std::string_view home,
                        std::vector<Mention>& mentions) {
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<Mention> found;
  tagged_.clear();
  if (tagger_ != nullptr) {
    tagger_->tag(slice(text, sentence), scratch_, tagged_);
    for (TaggedSpan& tagged : tagged_)
      tagged.span = {tagged.span.begin + sentence.begin, tagged.span.end + sentence.begin};
  }
  const std::vector<std::string>& no_names = ontology_.lexicon.cue("not_name");
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint c = decode(visible_text, at);
    const PostMatcher::Match match = posts_.longest(visible_text, at);
    const std::optional<ParticleRole> role =
        match.length > 0 ? particles_.role_at(visible_text, at + match.length) : std::nullopt;
    if (!role) {
      at += c.length;
      continue;
    }
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
    at = post.end;
    if (match.post->kind == PostKind::unnamed) continue;
    Title title = read_title(visible_text, sentence, post, mentions);
    title.post = match.post;
    // A word that names something else is no person, nor is one that bears a particle.
    const bool other_name = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.type != "Person" && m.span.overlaps(title.name);
    });
    const bool common_word =
        std::find(no_names.begin(), no_names.end(), slice(text, title.name)) != no_names.end();
    if (title.name.empty() && !title.body.empty()) {
      // «산업부 장관» without a name: the one who holds that post; the ministry itself does nothing
      // here.
      const auto body = std::find_if(mentions.rbegin(), mentions.rend(), [&](const Mention& m) {
        return m.span.end <= post.begin && m.entities == std::vector<std::string>{title.body};
      });
      if (body == mentions.rend() ||
          skip_spaces_back(text, sentence.begin, post.begin) != body->extent.end)
        continue;
      body->attributive = true;
      if (const PersonInText* holder = holder_of(slice(text, post), title.body)) {
        Mention mention;
        mention.span = post;
        mention.extent = {body->span.begin, post.end};
        mention.type = "Person";
        mention.role = *role;
        mention.entities = {holder->id};
        mention.reason = "by the post → " + holder->name;
        found.push_back(std::move(mention));
      }
      continue;
    }
    if (title.name.empty() || other_name || common_word) continue;
    const std::string name(slice(text, title.name));
    const PersonInText* known = title.known_id.empty() ? referred(name) : nullptr;
    Mention mention;
    mention.span = title.name;
    mention.extent = {title.name.begin, title.span.end};
    mention.type = "Person";
    mention.role = *role;
    const std::string employer = employer_of(title, home);
    if (known != nullptr) {
      mention.entities = {known->id};
      mention.reason = known->name == name ? "same name" : "short form → " + known->name;
    } else {
      if (title.known_id.empty() && count_code_points(name) < 2) continue;
      const std::string id = title.known_id.empty() ? "person/" + name_key(name) : title.known_id;
      mention.entities = {id};
      mention.reason = "name before a post";
      const GazetteerEntry* row = ontology_.find(id);
      people_.push_back(
          {id, row != nullptr ? row->ko : name, std::string(slice(text, post)), employer});
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
}

}  // namespace samgak
