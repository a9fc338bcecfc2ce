#include "extractors/date_words.hpp"

#include <string>
#include <vector>

namespace samgak::date_words {

bool says_a_date_alone(std::string_view part) {
  return part.size() > std::string_view("초순").size();
}

const PhraseSet& openings() {
  static const PhraseSet set = [] {
    std::vector<std::string> forms{std::string(kLast)};
    forms.insert(forms.end(), kNext.begin(), kNext.end());
    const auto add = [&](const auto& table) {
      for (const auto& [word, shift] : table) forms.emplace_back(word);
    };
    add(kOfTold);
    add(kOfEvent);
    add(kOfPublication);
    add(kWeeks);
    add(kYears);
    add(kMonths);
    for (const std::string_view part : kParts) {
      if (says_a_date_alone(part)) forms.emplace_back(part);
    }
    return PhraseSet(std::move(forms));
  }();
  return set;
}

}  // namespace samgak::date_words
