#include "review/unlisted_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "text/utf8.hpp"

namespace samgak::review {
namespace {

constexpr std::size_t kMostPlaces = 5;
constexpr std::size_t kSyllable = 3;  // bytes
/// One syllable alone («국», «부») ends too many words.
constexpr std::size_t kShortestType = 2 * kSyllable;
/// What stands before the type word. «국제기구» and «실무그룹» are no names.
constexpr std::size_t kShortestBeforeStrong = 2 * kSyllable;
constexpr std::size_t kShortestBeforeWeak = 3 * kSyllable;

/// A word of a quote: bytes, and where it begins in code points.
struct Word {
  std::string_view text;
  std::uint32_t offset = 0;
};

template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::size_t begin = 0;
  std::uint32_t count = 0;
  std::uint32_t offset = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const CodePoint c = decode(text, at);
    if (!is_letter_or_digit(c.value)) {
      if (at > begin) visit(Word{text.substr(begin, at - begin), offset});
      begin = at + c.length;
      offset = count + 1;
    }
    at += c.length;
  }
  if (begin < text.size()) visit(Word{text.substr(begin), offset});
}

class Finder {
 public:
  Finder(const KnowledgeGraph& graph, const Ontology& ontology)
      : graph_(graph), ontology_(ontology) {
    for (const TypeWord& word : ontology.lexicon.type_words) {
      const std::string_view type = ontology.schema.name_of(word.type);
      const bool body = type == "Organization" || type == "Ministry";
      if (body && !word.numbered && word.word.size() >= kShortestType) type_words_.push_back(&word);
    }
    for (const auto& [form, role] : ontology.lexicon.particles) particles_.insert(form);
    collect_known();
  }

  std::vector<UnlistedName> run() {
    using Key = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;
    std::set<Key> seen;
    for (const StatementView edge : graph_.statements()) {
      for (const EvidenceView& evidence : edge.evidence) {
        const PlaceView& place = evidence.place;
        if (seen.emplace(place.document, place.begin, place.end).second)
          read(place, evidence.quote);
      }
    }
    std::vector<UnlistedName> out;
    for (auto& [name, found] : found_) {
      found.documents = static_cast<std::uint32_t>(documents_[name].size());
      found.score = std::uint64_t{found.mentions} * found.documents;
      out.push_back(std::move(found));
    }
    std::stable_sort(out.begin(), out.end(), [](const UnlistedName& a, const UnlistedName& b) {
      return a.score > b.score;
    });
    return out;
  }

 private:
  void collect_known() {
    for (const GazetteerEntry& entry : ontology_.gazetteer) {
      known_.insert(entry.ko);
      known_.insert(entry.aliases.begin(), entry.aliases.end());
      known_.insert(entry.bare.begin(), entry.bare.end());
    }
    for (const EntityView node : graph_.entities()) {
      known_.insert(node.name);
      for (const std::string_view alias : node.aliases) known_.insert(alias);
      for (const MentionView& mention : node.mentions) known_.insert(mention.surface);
    }
  }

  /// Quotes of several statements overlap: a place counts once.
  void read(const PlaceView& place, std::string_view quote) {
    for_each_word(quote, [&](const Word& word) {
      const TypeWord* type = nullptr;
      const std::string_view name = name_in(word.text, type);
      if (type == nullptr || is_known(name)) return;
      const std::uint32_t begin = place.begin + word.offset;
      if (!places_.emplace(place.document, begin).second) return;
      UnlistedName& found = found_[std::string(name)];
      found.name = name;
      found.type = ontology_.schema.name_of(type->type);
      ++found.mentions;
      documents_[found.name].insert(place.document);
      if (found.places.size() < kMostPlaces) found.places.push_back({place, quote, word.offset});
    });
  }

  /// The word without its particle, where it ends in a type word with something before it.
  std::string_view name_in(std::string_view word, const TypeWord*& type) const {
    std::string_view name;
    for (const TypeWord* candidate : type_words_) {
      const std::size_t at = word.rfind(candidate->word);
      const std::size_t least = candidate->strong ? kShortestBeforeStrong : kShortestBeforeWeak;
      if (at == std::string_view::npos || at < least) continue;
      if (type != nullptr && type->word.size() >= candidate->word.size()) continue;
      const std::size_t end = at + candidate->word.size();
      if (end != word.size() && particles_.count(word.substr(end)) == 0) continue;
      type = candidate;
      name = word.substr(0, end);
    }
    return name;
  }

  /// A post («선임연구원») ends like a body too.
  bool is_known(std::string_view name) const {
    return known_.count(name) != 0 || ontology_.lexicon.posts.count(std::string(name)) != 0;
  }

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  std::vector<const TypeWord*> type_words_;
  std::unordered_set<std::string_view> particles_;
  std::unordered_set<std::string_view> known_;
  std::set<std::pair<std::string_view, std::uint32_t>> places_;
  std::map<std::string, UnlistedName> found_;
  std::map<std::string, std::unordered_set<std::string_view>> documents_;
};

}  // namespace

std::vector<UnlistedName> find_unlisted_names(const KnowledgeGraph& graph,
                                              const Ontology& ontology) {
  return Finder(graph, ontology).run();
}

void write_word(JsonBlock& json, const UnlistedName& name) {
  json.text("name", name.name);
  json.text("type", name.type);
  json.objects("places", name.places, [&](const NamedPlace& at) {
    json.text("document", at.place.document);
    json.number("begin", at.place.begin);
    json.number("end", at.place.end);
    json.text("quote", at.quote);
    json.number("offset", at.offset);
  });
}

}  // namespace samgak::review
