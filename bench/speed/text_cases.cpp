#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bench/speed/measured_case.hpp"
#include "ontology/phrase_matcher.hpp"
#include "ontology/phrase_set.hpp"
#include "readers/registry.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

constexpr int kNames = 10000;
constexpr int kParagraphs = 100;

/// The same names and texts on every run.
class Words {
 public:
  std::string word(std::size_t syllables) {
    std::string out;
    for (std::size_t i = 0; i < syllables; ++i) append_utf8(out, 0xAC00 + next() % 11172);
    return out;
  }
  std::string name() { return word(3 + next() % 5); }

 private:
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33);
  }
  std::uint64_t state_ = 42;
};

std::vector<std::string> names() {
  Words words;
  std::vector<std::string> out;
  for (int i = 0; i < kNames; ++i) out.push_back(words.name());
  return out;
}

/// Sentences of invented words, every tenth of them a known name.
std::string paragraph(Words& words, const std::vector<std::string>& known, int number) {
  std::string out;
  for (int i = 0; i < 60; ++i) {
    const auto name = static_cast<std::size_t>(number * 60 + i) % known.size();
    out += i % 10 == 9 ? known[name] + "을" : words.word(2 + static_cast<std::size_t>(i) % 3);
    out += i % 15 == 14 ? "했다. " : " ";
  }
  return out;
}

std::string article(std::string_view before, std::string_view after) {
  Words words;
  const std::vector<std::string> known = names();
  std::string out;
  for (int i = 0; i < kParagraphs; ++i)
    out.append(before).append(paragraph(words, known, i)).append(after);
  return out;
}

std::function<void()> prepare_matcher() {
  auto known = std::make_shared<std::vector<std::string>>(names());
  return [=] {
    PhraseMatcher matcher;
    for (std::uint32_t i = 0; i < known->size(); ++i) matcher.add((*known)[i], i);
    matcher.freeze();
  };
}

std::function<void()> prepare_match() {
  auto matcher = std::make_shared<PhraseMatcher>();
  const std::vector<std::string> known = names();
  for (std::uint32_t i = 0; i < known.size(); ++i) matcher->add(known[i], i);
  matcher->freeze();
  auto text = std::make_shared<std::string>(article("", "\n"));
  return [=] {
    for (std::size_t at = text->find(' '); at != std::string::npos; at = text->find(' ', at + 1))
      static_cast<void>(matcher->longest(*text, at + 1, true));
  };
}

std::function<void()> prepare_phrases() {
  auto phrases = std::make_shared<PhraseSet>(names());
  auto text = std::make_shared<std::string>(article("", "\n"));
  return [=] {
    std::vector<PhraseSet::Hit> hits;
    phrases->find_all(*text, 0, hits);
  };
}

std::function<void()> prepare_read(std::string name, std::string text) {
  return [name = std::move(name), text = std::move(text)] {
    std::vector<Diagnostic> diagnostics;
    find_reader(name, text)
        .for_each_document(
            text, name, [](Document) {}, diagnostics);
  };
}

}  // namespace

std::vector<MeasuredCase> text_cases() {
  return {{"names/build", prepare_matcher},
          {"names/match", prepare_match},
          {"phrases/find", prepare_phrases},
          {"read/plain", [] { return prepare_read("a.txt", article("", "\n\n")); }},
          {"read/page", [] {
             return prepare_read("a.html",
                                 "<!DOCTYPE html><html><body><article><h1>회의 소식</h1>" +
                                     article("<p>", "</p>\n") + "</article></body></html>");
           }}};
}

}  // namespace samgak
