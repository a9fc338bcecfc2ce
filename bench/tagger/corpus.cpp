#include "bench/tagger/corpus.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string_view>

#include "text/diagnostic.hpp"

namespace samgak {
namespace {

constexpr std::array<std::string_view, 6> kKlueTypes = {"PS", "LC", "OG", "DT", "TI", "QT"};

[[noreturn]] void fail(const std::filesystem::path& path, std::size_t line,
                       const std::string& what) {
  throw LoadError(path.string() + ":" + std::to_string(line) + ": " + what);
}

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw LoadError(path.string() + ": cannot be read");
  return in;
}

}  // namespace

std::vector<TrainingSentence> read_sentences(const std::filesystem::path& path) {
  std::ifstream in = open(path);
  std::vector<TrainingSentence> sentences;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    rapidjson::Document row;
    row.Parse(line.c_str(), line.size());
    if (row.HasParseError() || !row.IsObject() || !row.HasMember("id") || !row["id"].IsString() ||
        !row.HasMember("text") || !row["text"].IsString() || !row.HasMember("spans") ||
        !row["spans"].IsArray()) {
      fail(path, number, "not a sentence with id, text and spans");
    }
    TrainingSentence sentence{row["id"].GetString(), row["text"].GetString(), {}};
    for (const auto& span : row["spans"].GetArray()) {
      if (!span.IsArray() || span.Size() != 3 || !span[0].IsUint() || !span[1].IsUint() ||
          !span[2].IsString()) {
        fail(path, number, "a span is not [begin, end, type]");
      }
      const auto type = std::find(kKlueTypes.begin(), kKlueTypes.end(), span[2].GetString());
      if (type == kKlueTypes.end()) fail(path, number, "unknown type");
      sentence.spans.push_back(
          {span[0].GetUint(), span[1].GetUint(), static_cast<int>(type - kKlueTypes.begin())});
    }
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::vector<TrainingForm> read_forms(const std::filesystem::path& path) {
  std::ifstream in = open(path);
  std::vector<TrainingForm> forms;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (number == 1) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
    if (second == std::string::npos) fail(path, number, "not form, label and count");
    TrainingForm form{line.substr(0, first), line.substr(first + 1, second - first - 1), 0};
    const char* const begin = line.data() + second + 1;
    if (std::from_chars(begin, line.data() + line.size(), form.count).ec != std::errc{}) {
      fail(path, number, "the count is not a number");
    }
    if (form.count > 0) forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace samgak
