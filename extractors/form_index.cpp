#include "extractors/form_index.hpp"

#include <algorithm>
#include <unordered_map>

namespace samgak {

FoundForms FormHits::of(FormRange range) const {
  const auto before = [](std::uint32_t form) {
    return [form](const FormHit& hit) { return hit.form < form; };
  };
  const auto first = std::partition_point(hits_.begin(), hits_.end(), before(range.begin));
  auto last = first;
  while (last != hits_.end() && last->form < range.end) ++last;
  return {{first, last}, range.begin};
}

bool FormHits::any(FormRange range, std::uint32_t from, std::uint32_t to) const {
  const FoundForms found = of(range);
  return std::any_of(found.begin(), found.end(), [&](const FormHit& hit) {
    return hit.span.begin >= from && hit.span.end <= to;
  });
}

bool FormHits::any_at(FormRange range, std::uint32_t at, std::uint32_t to) const {
  const FoundForms found = of(range);
  return std::any_of(found.begin(), found.end(), [&](const FormHit& hit) {
    return hit.span.begin == at && hit.span.end <= to;
  });
}

FormRange FormIndex::add(const std::vector<std::string>& forms) {
  const auto begin = static_cast<std::uint32_t>(forms_.size());
  forms_.insert(forms_.end(), forms.begin(), forms.end());
  return {begin, static_cast<std::uint32_t>(forms_.size())};
}

void FormIndex::settle() {
  std::vector<std::string> phrases;
  std::unordered_map<std::string_view, std::size_t> known;
  for (std::uint32_t form = 0; form < forms_.size(); ++form) {
    const auto [it, fresh] = known.emplace(forms_[form], phrases.size());
    if (fresh) {
      phrases.push_back(forms_[form]);
      forms_of_phrase_.emplace_back();
    }
    forms_of_phrase_[it->second].push_back(form);
  }
  phrases_ = PhraseSet(std::move(phrases));
  forms_ = {};
}

FormHits FormIndex::find(std::string_view text, Span sentence) const {
  constexpr std::size_t kMany = 64;  // seldom more in a sentence
  std::vector<FormHit> hits;
  hits.reserve(kMany);
  phrases_.for_each(slice(text, sentence), [&](std::uint32_t phrase, std::size_t at) {
    const std::uint32_t begin = sentence.begin + static_cast<std::uint32_t>(at);
    const auto size = static_cast<std::uint32_t>(phrases_.phrases()[phrase].size());
    for (const std::uint32_t form : forms_of_phrase_[phrase])
      hits.push_back({form, {begin, begin + size}});
  });
  const auto key = [](const FormHit& hit) {
    return std::uint64_t{hit.form} << 32 | hit.span.begin;
  };
  std::sort(hits.begin(), hits.end(),
            [&](const FormHit& a, const FormHit& b) { return key(a) < key(b); });
  const auto overlaps = [](const FormHit& a, const FormHit& b) {
    return a.form == b.form && b.span.begin < a.span.end;
  };
  hits.erase(std::unique(hits.begin(), hits.end(), overlaps), hits.end());
  return FormHits(std::move(hits));
}

}  // namespace samgak
