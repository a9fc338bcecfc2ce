#include "ontology/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "ontology/tsv.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

using Fields = std::vector<std::string_view>;

template <typename Value, std::size_t N>
Value value_of(std::string_view name,
               const std::array<std::pair<std::string_view, Value>, N>& table) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  throw LoadError(fmt::format("unknown value «{}»", name));
}

constexpr std::array<std::pair<std::string_view, ParticleRole>, 10> kRoles{{
    {"subject", ParticleRole::subject},
    {"topic", ParticleRole::topic},
    {"object", ParticleRole::object},
    {"with", ParticleRole::with},
    {"genitive", ParticleRole::genitive},
    {"at", ParticleRole::at},
    {"goal", ParticleRole::goal},
    {"means", ParticleRole::means},
    {"also", ParticleRole::also},
    {"other", ParticleRole::other},
}};

constexpr std::array<std::pair<std::string_view, PostKind>, 8> kPostKinds{{
    {"head_of_state", PostKind::head_of_state},
    {"minister", PostKind::minister},
    {"vice_minister", PostKind::vice_minister},
    {"head", PostKind::head},
    {"ambassador", PostKind::ambassador},
    {"adviser", PostKind::adviser},
    {"legislator", PostKind::legislator},
    {"unnamed", PostKind::unnamed},
}};

int to_number(std::string_view field) {
  int value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size()) {
    throw LoadError(fmt::format("«{}» is not a number", field));
  }
  return value;
}

template <typename Item, typename Form>
PhraseSet forms_of(const std::vector<Item>& items, Form form) {
  std::vector<std::string> forms(items.size());
  std::transform(items.begin(), items.end(), forms.begin(), form);
  return PhraseSet(std::move(forms));
}

/// A lexicon file that an overlay folder need not have.
void load_optional(const std::filesystem::path& path, std::size_t columns,
                   const std::function<void(const Fields&)>& row) {
  if (std::filesystem::exists(path)) for_each_tsv_row(path, columns, row);
}

/// «공동위» is short for «공동위원회»; a word that is short for none stands for itself.
void number_type_words(Lexicon& lexicon) {
  std::map<std::string_view, std::uint32_t> places;
  for (std::uint32_t i = 0; i < lexicon.type_words.size(); ++i) {
    lexicon.type_words[i].full = i;
    places.emplace(lexicon.type_words[i].word, i);
  }
  for (const std::string& pair : lexicon.cue("short_type_word").phrases()) {
    const std::size_t sign = pair.find('=');
    const auto brief = places.find(std::string_view(pair).substr(0, sign));
    const auto full = places.find(std::string_view(pair).substr(sign + 1));
    if (brief != places.end() && full != places.end())
      lexicon.type_words[brief->second].full = full->second;
  }
}

}  // namespace

void CueTable::add(std::string_view kind, std::string form) {
  forms_[std::string(kind)].push_back(std::move(form));
}

void CueTable::settle() {
  sets_.clear();
  slots_.fill(0);
  if (forms_.size() >= kSlots / 2) throw LoadError("ontology/lexicon/cues.tsv: too many kinds");
  for (const auto& [kind, forms] : forms_) {
    sets_.emplace_back(kind, PhraseSet(forms));
    std::size_t slot = slot_of(kind);
    while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
    slots_[slot] = static_cast<std::uint16_t>(sets_.size());
  }
}

void CueTable::throw_unknown(std::string_view kind) {
  throw LoadError(fmt::format("ontology/lexicon/cues.tsv: no cue of kind «{}»", kind));
}

void load_lexicon(const std::filesystem::path& folder, Lexicon& lexicon) {
  load_optional(folder / "particles.tsv", 2, [&](const Fields& f) {
    lexicon.particles.emplace_back(f[0], value_of(f[1], kRoles));
  });
  load_optional(folder / "posts.tsv", 4, [&](const Fields& f) {
    lexicon.posts[std::string(f[0])] = {value_of(f[1], kPostKinds), split_values(f[2])};
  });
  load_optional(folder / "english_posts.tsv", 3, [&](const Fields& f) {
    std::string post(f[0]);
    for (char& c : post) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    lexicon.english_posts[post] = {value_of(f[1], kPostKinds), split_values(f[2])};
  });
  load_optional(folder / "surnames.tsv", 3,
                [&](const Fields& f) { lexicon.surnames.emplace(f[0]); });
  load_optional(folder / "given_syllables.tsv", 2, [&](const Fields& f) {
    lexicon.given_syllables[std::string(f[0])] = to_number(f[1]);
  });
  load_optional(folder / "transliterated_names.tsv", 3,
                [&](const Fields& f) { lexicon.transliterated[std::string(f[0])] = f[1]; });
  load_optional(folder / "state_syllables.tsv", 4, [&](const Fields& f) {
    lexicon.state_syllables[std::string(f[0])] = f[1];
    if (f[2] == "hangul-marked") lexicon.marked_syllables.emplace(f[0]);
  });
  load_optional(folder / "hanja_variants.tsv", 2,
                [&](const Fields& f) { lexicon.hanja_variants[std::string(f[0])] = f[1]; });
  load_optional(folder / "surname_romanisations.tsv", 2, [&](const Fields& f) {
    lexicon.surname_romanisations[std::string(f[0])] = split_values(f[1]);
  });
  load_optional(folder / "title_words.tsv", 4, [&](const Fields& f) {
    TitleWord word{std::string(f[0]), {}};
    for (std::size_t i = 1; i < 4; ++i) {
      for (std::string& form : split_values(f[i])) word.forms.push_back(std::move(form));
    }
    lexicon.title_words.push_back(std::move(word));
  });
  load_optional(folder / "type_words.tsv", 3, [&](const Fields& f) {
    const EntityType type = EntityType::known(f[1]);
    if (type.empty()) throw LoadError(fmt::format("unknown class «{}»", f[1]));
    lexicon.type_words.push_back({std::string(f[0]), type, f[2] == "strong", f[2] == "numbered"});
  });
  load_optional(folder / "anaphors.tsv", 3, [&](const Fields& f) {
    lexicon.anaphors.push_back({std::string(f[0]), std::string(f[1]), to_number(f[2])});
  });
  for (const char* name : {"cues.tsv", "english.tsv"}) {
    load_optional(folder / name, 2, [&](const Fields& f) {
      for (std::string& form : split_values(f[1])) lexicon.cues.add(f[0], std::move(form));
    });
  }
  lexicon.cues.settle();
  std::vector<std::string> syllables;
  for (const auto& [syllable, state] : lexicon.state_syllables) syllables.push_back(syllable);
  lexicon.state_syllable_forms = PhraseSet(std::move(syllables));
  number_type_words(lexicon);
  lexicon.type_word_forms =
      forms_of(lexicon.type_words, [](const TypeWord& word) { return word.word; });
  lexicon.anaphor_forms =
      forms_of(lexicon.anaphors, [](const Anaphor& anaphor) { return anaphor.form; });
}

}  // namespace samgak
