#include "extractors/titles.hpp"

#include <algorithm>
#include <string>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// «산업통상자원부(장관 안덕근)», «…연구원(이하 생명연, 원장 고은찬)»: the body whose head the
/// bracket names.
const Mention* body_before_bracket(std::string_view text, Span post,
                                   const std::vector<Mention>& mentions) {
  const std::string_view before = text.substr(0, post.begin);
  if (!before.ends_with('(') && !before.ends_with(", ") && !before.ends_with("·")) return nullptr;
  const auto body = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return (m.type == "Ministry" || m.type == "Organization") && m.entities.size() == 1 &&
           m.span.end < post.begin && text[m.span.end] == '(' &&
           slice(text, {m.span.end, post.begin}).find(')') == std::string_view::npos;
  });
  return body == mentions.end() ? nullptr : &*body;
}

}  // namespace

bool TitleReader::is_foreign(const Title& title) const {
  if (!title.state.empty()) return title.state != home_;
  const GazetteerEntry* body = entities_.entry(title.body);
  if (!title.body_state.empty()) return title.body_state != home_;
  // The state that a body belongs to, or the union of states («EU 집행위원회»).
  const GazetteerEntry* top = body;
  while (top != nullptr && top->parent != nullptr && top->kind != "Country") top = top->parent;
  // «세계보건기구»: an organisation of many states.
  if (top == body) return body != nullptr && body->kind == "Organization";
  return entities_.of(*top) != home_;
}

// «역내시장 집행위원», «에너지담당 국무장관»
bool TitleReader::is_post_field(std::string_view word) const {
  constexpr std::size_t kTwoNouns = 4;  // code points
  const std::vector<std::string>& fields = ontology_.lexicon.cue("post_field");
  // «기술안보 선임국장»
  const bool compound = count_code_points(word) >= kTwoNouns &&
                        ends_with_any(word, ontology_.lexicon.cue("post_field"));
  return compound || ends_with_any(word, ontology_.lexicon.cue("post_field_end")) ||
         std::find(fields.begin(), fields.end(), word) != fields.end();
}

// «해관총서 판공청 주임»: the part of a body that somebody heads.
bool TitleReader::is_unit_of_body(std::string_view text, Span sentence, Span word,
                                  const std::vector<Mention>& mentions) const {
  if (word.empty() || !ends_with_any(slice(text, word), ontology_.lexicon.cue("body_unit")))
    return false;
  const std::uint32_t before = skip_spaces_back(text, sentence.begin, word.begin);
  return before < word.begin &&
         std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
           return (m.type == "Ministry" || m.type == "Organization") && m.extent.end == before &&
                  m.role == ParticleRole::none;
         });
}

// «산업통상자원부 박건하 정책관», «경제산업성의 다카미 국장»: the body may stand before the name.
void TitleReader::take_body_before_name(std::string_view text, const std::vector<Mention>& mentions,
                                        Title& title) const {
  if (title.name.empty() || !title.body.empty()) return;
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
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
    return;
  }
}

Title TitleReader::read(std::string_view text, Span sentence, Span post, const Post& kind,
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
  if (at < post.begin &&
      (is_post_field(slice(text, field)) || is_unit_of_body(text, sentence, field, mentions)))
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
      // «무하메드 무바락 알 마즈루이»: another one of the family that the gazetteer knows.
      NameSurroundings around;
      around.foreign = is_foreign(title);
      const Span whole = shapes_.name_before(text, sentence.begin, it->span.end, around, tags_);
      const GazetteerEntry* known = entities_.entry(title.known_id);
      const bool partly = known != nullptr && std::find(known->bare.begin(), known->bare.end(),
                                                        slice(text, it->span)) != known->bare.end();
      if (around.foreign && partly && whole.begin < it->span.begin &&
          slice(text, whole) != known->ko) {
        title.name = whole;
        title.known_id = {};
      }
      take_body_before_name(text, mentions, title);
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
      // «주한독일대사관 게오르크 빌프리드 슈미트 대사»: all that stands between the two.
      const bool whole = !name.empty() && count_code_points(slice(text, title.name)) > 1 &&
                         name.end == title.name.end && text[office->extent.end] == ' ';
      if (title.name.empty() || ((of_office || whole) && !name.empty())) title.name = name;
      if (of_office && !name.empty()) {
        title.body = foreign.body;
        title.body_state = foreign.body_state;
      }
    }
  }
  take_body_before_name(text, mentions, title);
  return title;
}

EntityId TitleReader::employer_of(const Title& title) const {
  const Post& post = *title.post;
  const GazetteerEntry* office = entities_.parent(title.known_id);
  EntityId state = title.state.empty() ? home_ : title.state;
  if (title.state.empty() && office != nullptr) {
    const GazetteerEntry* top = office->kind == "Country" ? office : office->parent;
    if (top != nullptr) state = entities_.of(*top);
  }
  if (post.kind == PostKind::ambassador) {
    // «주미대사» names the sending state itself; «주한 네덜란드 대사» has it before the post, and
    // «주한독일대사관» in the name of the embassy.
    const GazetteerEntry* body = entities_.entry(title.body);
    if (body != nullptr && body->parent != nullptr && body->parent->kind == "Country") {
      // «외교부 국제사이버협력대사» is at the ministry.
      const bool embassy = ends_with_any(body->ko, ontology_.lexicon.cue("embassy"));
      return embassy ? entities_.of(*body->parent) : title.body;
    }
    return !post.bodies.empty() ? entities_.of(post.bodies.front()) : state;
  }
  if (post.kind == PostKind::head_of_state) return state;
  if (!title.body.empty()) {
    // «백악관 과학기술정책실장»: the head of a part works for the part.
    const GazetteerEntry* part = post.kind == PostKind::head && post.bodies.size() == 1
                                     ? ontology_.find(post.bodies.front())
                                     : nullptr;
    const bool same_state =
        part != nullptr && part->parent != nullptr && part->parent == entities_.parent(title.body);
    return same_state ? entities_.of(*part) : title.body;
  }
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

}  // namespace samgak
