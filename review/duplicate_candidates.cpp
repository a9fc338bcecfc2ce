#include "review/duplicate_candidates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "review/hanja_reader.hpp"
#include "review/name_forms.hpp"
#include "review/romanisation.hpp"
#include "review/title_notions.hpp"
#include "text/utf8.hpp"

namespace samgak::review {
namespace {

/// Longer names are sentences that got into a name; they have no near spellings worth a look.
constexpr std::size_t kLongestKey = 120;
constexpr std::size_t kFewNeighbours = 4;
constexpr std::size_t kSmallBlock = 24;

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

template <typename Is>
bool all_of(std::string_view text, Is is) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!is(c.value)) return false;
    at += c.length;
  }
  return true;
}

template <typename Is>
bool any_of(std::string_view text, Is is) {
  return !all_of(text, [&](char32_t c) { return !is(c); });
}

bool is_ascii_letter(char32_t c) {
  return c >= 'a' && c <= 'z';
}

/// Bodies of states and other organisations are told apart by knowledge, not by name.
std::string_view group_of(std::string_view type) {
  return type == "Ministry" || type == "Organization" ? "body" : type;
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, " "));
}

class Finder {
 public:
  Finder(const KnowledgeGraph& graph, const Ontology& ontology)
      : graph_(graph), ontology_(ontology), titles_(ontology), hanja_(ontology.lexicon) {}

  DuplicateCandidates find() {
    for (const EntityView node : graph_.entities()) {
      out_.nodes.push_back(named(node));
      add_states_of_edges(node.index);
      number_ = static_cast<std::uint32_t>(out_.nodes.size() - 1);
      group_ = group_of(node.type);
      add_keys(node);
    }
    std::sort(out_.keys.begin(), out_.keys.end(), [](const FormKey& a, const FormKey& b) {
      return std::tie(a.hash, a.node, a.form) < std::tie(b.hash, b.node, b.form);
    });
    return std::move(out_);
  }

 private:
  NamedNode named(const EntityView& node) {
    NamedNode out;
    out.index = node.index;
    const auto add = [&](std::string_view text, bool own) {
      std::string key = spacing_free_key(text);
      if (key.empty() || key.size() > kLongestKey) return;
      for (const NameForm& form : out.forms) {
        if (form.text == text) return;
      }
      out.forms.push_back({std::string(text), std::move(key), own});
    };
    for (const std::string_view name : {node.name, node.name_en, node.name_ja}) add(name, true);
    const GazetteerEntry* entry = ontology_.find(node.id);
    if (entry != nullptr) {
      out.listed = true;
      for (const std::string* name : {&entry->ko, &entry->en, &entry->ja}) add(*name, true);
      // The ontology vouches for its aliases.
      for (const std::string& alias : entry->aliases) add(alias, true);
      for (const std::string& parent : entry->parents) {
        if (parent.starts_with("state/")) out.states.push_back(parent);
      }
    }
    for (const std::string_view alias : node.aliases) add(alias, false);
    if (out.states.empty()) out.states = titles_.read(node.name).states;
    return out;
  }

  void add_states_of_edges(EntityIndex index) {
    std::vector<std::string>& states = out_.nodes.back().states;
    if (states.empty()) {
      for (const StatementView edge : graph_.statements_from(index)) {
        const bool belongs = edge.relation == "partOf" || edge.relation == "worksFor";
        if (belongs && graph_.type(edge.object) == "Country") {
          states.emplace_back(graph_.id(edge.object));
        }
      }
    }
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
  }

  void add_keys(const EntityView& node) {
    const std::vector<NameForm>& forms = out_.nodes.back().forms;
    if (!node.wikidata.empty() && !forms.empty()) key(0, Likeness::wikidata, node.wikidata);
    for (std::uint32_t i = 0; i < forms.size(); ++i) {
      const NameForm& form = forms[i];
      key(i, Likeness::spacing, form.key);
      if (any_of(form.key, is_hangul_syllable) || any_of(form.key, is_han)) {
        key(i, Likeness::hanja, fold_initial_sound(hanja_.read(form.key)));
      }
      add_romanised(i, form, node.type == "Person");
      if (is_acronym(form.text)) key(i, Likeness::acronym, form.key);
      if (const std::string first = initials(form.text); !first.empty()) {
        key(i, Likeness::acronym, first);
      }
      if (node.type != "Person" && node.type != "Place") add_title(i, form);
      if (form.own) add_slips(i, form.key);
    }
  }

  void add_romanised(std::uint32_t i, const NameForm& form, bool person) {
    const bool hangul = all_of(form.key, is_hangul_syllable);
    if (!hangul && !all_of(form.key, is_ascii_letter)) return;
    constexpr std::size_t kShortest = 2;
    const auto add = [&](std::string_view text) {
      const std::string skeleton = consonant_skeleton(text);
      if (person || skeleton.size() > kShortest) key(i, Likeness::romanised, skeleton);
    };
    if (!person) return add(form.key);
    if (hangul) {
      // A family name has one syllable, or seldom two.
      for (const std::size_t family : {std::size_t{3}, std::size_t{6}}) {
        if (form.key.size() > family) add(std::string_view(form.key).substr(family));
      }
    } else if (form.text.find(' ') != std::string::npos) {
      add(std::string_view(form.text).substr(form.text.find(' ')));
      add(std::string_view(form.text).substr(0, form.text.rfind(' ')));
    }
  }

  void add_title(std::uint32_t i, const NameForm& form) {
    constexpr std::size_t kFewestNotions = 3;
    const TitleNotions notions = titles_.read(form.text);
    const std::size_t count = notions.states.size() + notions.numbers.size() + notions.words.size();
    if (!notions.rest.empty() || notions.words.empty() || count < kFewestNotions) return;
    key(i, Likeness::translated,
        fmt::format("{}|{}|{}", joined(notions.states), joined(notions.numbers),
                    joined(notions.words)));
  }

  /// The key with each of its characters left out; two keys that are one slip apart share one of
  /// these.
  void add_slips(std::uint32_t i, const std::string& text) {
    constexpr std::size_t kShortestBytes = 8;
    if (text.size() < kShortestBytes) return;
    const bool latin = all_of(text, is_latin);
    if (latin) key(i, Likeness::spelling, text);
    for (std::size_t at = 0; at < text.size();) {
      const std::uint32_t length = decode(text, at).length;
      std::string left = text.substr(0, at);
      // In Hangul only a changed syllable is a slip, never a lost one: its place counts.
      if (!latin) left += '?';
      key(i, Likeness::spelling, left + text.substr(at + length));
      at += length;
    }
  }

  void key(std::uint32_t form, Likeness likeness, std::string_view text) {
    scratch_.assign(group_);
    scratch_ += static_cast<char>('0' + static_cast<int>(likeness));
    scratch_ += text;
    out_.keys.push_back({hash_of(scratch_), number_, form, likeness});
  }

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  const TitleReader titles_;
  HanjaReader hanja_;
  DuplicateCandidates out_;
  std::uint32_t number_ = 0;
  std::string group_;
  std::string scratch_;
};

}  // namespace

DuplicateCandidates find_candidates(const KnowledgeGraph& graph, const Ontology& ontology) {
  return Finder(graph, ontology).find();
}

void for_each_candidate_pair(const DuplicateCandidates& candidates,
                             const std::function<void(const FormKey&, const FormKey&)>& visit) {
  const std::vector<FormKey>& keys = candidates.keys;
  for (std::size_t begin = 0; begin < keys.size();) {
    std::size_t end = begin + 1;
    while (end < keys.size() && keys[end].hash == keys[begin].hash) ++end;
    const std::size_t reach = end - begin <= kSmallBlock ? kSmallBlock : kFewNeighbours;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end && j - i <= reach; ++j) {
        if (keys[i].node != keys[j].node) visit(keys[i], keys[j]);
      }
    }
    begin = end;
  }
}

}  // namespace samgak::review
