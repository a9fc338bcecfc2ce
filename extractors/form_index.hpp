// The forms that many rules look for, found in one walk over a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ontology/phrase_set.hpp"
#include "text/span.hpp"

namespace samgak {

/// Forms of one kind: the type words, a cue, the triggers of a frame. The n-th form of the kind has
/// the number `begin + n`.
struct FormRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(std::uint32_t form) const { return begin <= form && form < end; }
};

/// Where a form stands.
struct FormHit {
  std::uint32_t form = 0;
  Span span;  ///< in the text
};

/// What stands of one kind, sorted by form, then from left to right; no form overlaps itself.
struct FoundForms {
  std::span<const FormHit> hits;
  std::uint32_t first = 0;  ///< number of the first form of the kind

  [[nodiscard]] auto begin() const { return hits.begin(); }
  [[nodiscard]] auto end() const { return hits.end(); }
  /// Place of the form in the list that it comes from.
  [[nodiscard]] std::uint32_t index(const FormHit& hit) const { return hit.form - first; }
};

/// What stands in one sentence.
class FormHits {
 public:
  FormHits() = default;
  /// Sorted by form, then from left to right.
  explicit FormHits(std::vector<FormHit> sorted) : hits_(std::move(sorted)) {}

  [[nodiscard]] FoundForms of(FormRange range) const;
  /// Does a form of the range stand between the bytes `from` and `to`?
  [[nodiscard]] bool any(FormRange range, std::uint32_t from, std::uint32_t to) const;
  /// Does one begin at `at`, and end by `to`?
  [[nodiscard]] bool any_at(FormRange range, std::uint32_t at, std::uint32_t to) const;

 private:
  std::vector<FormHit> hits_;
};

/// Two-phase: `add` every kind, `settle` once, then constant and shared by all threads.
class FormIndex {
 public:
  FormRange add(const std::vector<std::string>& forms);
  void settle();

  [[nodiscard]] FormHits find(std::string_view text, Span sentence) const;

 private:
  std::vector<std::string> forms_;  ///< by number, until the index is settled
  PhraseSet phrases_;               ///< the forms, each once: many kinds have the same words
  std::vector<std::vector<std::uint32_t>> forms_of_phrase_;
};

}  // namespace samgak
