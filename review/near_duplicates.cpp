#include "review/near_duplicates.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "review/duplicate_candidates.hpp"
#include "review/name_forms.hpp"
#include "review/romanisation.hpp"

namespace samgak::review {
namespace {

bool is_event(std::string_view type) {
  return type == "Meeting" || type == "Agreement" || type == "Programme";
}

/// May two days be one? `2024` and `2024-06` may, two months may not. Unknown days may be any.
bool dates_agree(std::string_view a, std::string_view b) {
  return a.substr(0, b.size()) == b.substr(0, a.size());
}

/// An event belongs to all states in its name; a body may belong to one of those that its name
/// mentions.
bool states_agree(const std::vector<std::string>& a, const std::vector<std::string>& b,
                  bool event) {
  if (a.empty() || b.empty()) return true;
  if (event) return a == b;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return !both.empty();
}

class Judge {
 public:
  Judge(const KnowledgeGraph& graph, const Ontology& ontology)
      : graph_(graph), lexicon_(ontology.lexicon) {}

  /// Do the two forms of a candidate pair hold what their key promised?
  bool holds(const DuplicateCandidates& candidates, const FormKey& x, const FormKey& y) const {
    const NamedNode& a = candidates.nodes[x.node];
    const NamedNode& b = candidates.nodes[y.node];
    if (a.listed && b.listed) return false;
    if (x.likeness == Likeness::wikidata) return true;
    const NameForm& form_a = a.forms[x.form];
    const NameForm& form_b = b.forms[y.form];
    if (!form_a.own && !form_b.own) return false;
    if (digits_of(form_a.key) != digits_of(form_b.key)) {
      // Ordinals in words (third) have no digits; the title's notions hold them.
      if (x.likeness != Likeness::translated) return false;
    }
    return states_agree(a.states, b.states, is_event(graph_.type(a.index))) &&
           events_agree(a, b, x.likeness, form_a) &&
           forms_agree(x.likeness, form_a, form_b, a.index);
  }

 private:
  /// Events often bear a name that many others bear too: the name alone must say much, or the days
  /// must agree.
  bool events_agree(const NamedNode& a, const NamedNode& b, Likeness likeness,
                    const NameForm& form) const {
    const std::string_view type = graph_.type(a.index);
    if (!is_event(type)) return true;
    constexpr std::size_t kTellingBytes = 24;
    const std::string_view day_a = graph_.entity(a.index).date();
    const std::string_view day_b = graph_.entity(b.index).date();
    if (!dates_agree(day_a, day_b)) return false;
    const bool same_day = !day_a.empty() && !day_b.empty();
    return same_day || likeness == Likeness::translated || form.key.size() >= kTellingBytes;
  }

  bool forms_agree(Likeness likeness, const NameForm& a, const NameForm& b,
                   EntityIndex node) const {
    switch (likeness) {
      case Likeness::wikidata:
      case Likeness::spacing:
        return true;
      case Likeness::hanja:
      case Likeness::translated:
        return a.key != b.key;
      case Likeness::romanised: {
        const bool a_is_latin = a.key[0] >= 'a' && a.key[0] <= 'z';
        const NameForm& latin = a_is_latin ? a : b;
        const NameForm& hangul = a_is_latin ? b : a;
        return graph_.type(node) == "Person" ? is_romanised_person(hangul.key, latin.text, lexicon_)
                                             : romanises(hangul.key, latin.key);
      }
      case Likeness::acronym:
        return is_acronym(a.text) != is_acronym(b.text);
      case Likeness::spelling:
        return one_slip_apart(a.key, b.key);
    }
    return false;
  }

  const KnowledgeGraph& graph_;
  const Lexicon& lexicon_;
};

}  // namespace

std::string_view to_string(Likeness likeness) {
  constexpr std::array<std::string_view, 7> kNames{"wikidata",   "spacing", "hanja",   "romanised",
                                                   "translated", "acronym", "spelling"};
  return kNames[static_cast<std::size_t>(likeness)];
}

std::vector<NearDuplicate> find_near_duplicates(const KnowledgeGraph& graph,
                                                const Ontology& ontology) {
  const DuplicateCandidates candidates = find_candidates(graph, ontology);
  const Judge judge(graph, ontology);
  std::map<std::pair<EntityIndex, EntityIndex>, NearDuplicate> best;
  for_each_candidate_pair(candidates, [&](const FormKey& x, const FormKey& y) {
    if (!judge.holds(candidates, x, y)) return;
    const FormKey& first = x.node < y.node ? x : y;
    const FormKey& second = x.node < y.node ? y : x;
    const NamedNode& a = candidates.nodes[first.node];
    const NamedNode& b = candidates.nodes[second.node];
    NearDuplicate found{a.index, b.index, x.likeness, a.forms[first.form].text,
                        b.forms[second.form].text};
    const auto [it, fresh] = best.try_emplace({a.index, b.index}, found);
    if (!fresh && found.likeness < it->second.likeness) it->second = std::move(found);
  });
  std::vector<NearDuplicate> out;
  for (auto& [pair, duplicate] : best) out.push_back(std::move(duplicate));
  std::stable_sort(out.begin(), out.end(), [](const NearDuplicate& a, const NearDuplicate& b) {
    return a.likeness < b.likeness;
  });
  return out;
}

}  // namespace samgak::review
