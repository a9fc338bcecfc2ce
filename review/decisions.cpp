#include "review/decisions.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <istream>
#include <iterator>
#include <unordered_map>

#include "review/decisions_turtle.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak::review {
namespace {

/// The columns of the CSV, which are the members of the JSON too.
constexpr std::array<std::string_view, 6> kFields{"item",    "label",    "verdict",
                                                  "comment", "reviewer", "at"};

std::string& field_of(Decision& decision, std::size_t i) {
  const std::array<std::string*, 6> fields{&decision.item,    &decision.label,    &decision.verdict,
                                           &decision.comment, &decision.reviewer, &decision.at};
  return *fields[i];
}

void check(const Decision& decision, const std::string& place) {
  if (decision.item.empty()) throw LoadError(place + ": a decision needs an “item”");
  if (decision.verdict != "accept" && decision.verdict != "reject" && !decision.verdict.empty()) {
    throw LoadError(fmt::format("{}: a verdict is accept, reject or empty, not “{}”", place,
                                visible(decision.verdict)));
  }
}

std::vector<Decision> read_turtle(const std::string& text, const std::string& name) {
  std::vector<Decision> out = decisions_of_turtle(text, name);
  if (out.empty()) throw LoadError(name + ": has no decision; the review page exports them");
  for (const Decision& decision : out) check(decision, name);
  return out;
}

std::vector<Decision> read_json(const std::string& text, const std::string& name) {
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document file;
  file.Parse<kFlags>(text.data(), text.size());
  if (file.HasParseError()) {
    throw LoadError(fmt::format("{}: no JSON at byte {}: {}", name, file.GetErrorOffset(),
                                rapidjson::GetParseError_En(file.GetParseError())));
  }
  const bool has_list =
      file.IsObject() && file.HasMember("decisions") && file["decisions"].IsArray();
  if (!has_list) throw LoadError(name + ": has no list “decisions”; the review page exports one");
  std::vector<Decision> out;
  for (const rapidjson::Value& row : file["decisions"].GetArray()) {
    if (!row.IsObject()) throw LoadError(name + ": each of “decisions” must be an object");
    Decision decision;
    for (std::size_t i = 0; i < kFields.size(); ++i) {
      const auto member =
          row.FindMember(rapidjson::StringRef(kFields[i].data(), kFields[i].size()));
      if (member == row.MemberEnd()) continue;
      if (!member->value.IsString()) {
        throw LoadError(fmt::format("{}: “{}” must be a string", name, kFields[i]));
      }
      field_of(decision, i).assign(member->value.GetString(), member->value.GetStringLength());
    }
    check(decision, name);
    out.push_back(std::move(decision));
  }
  return out;
}

/// Walks RFC 4180 cell by cell; a quoted cell may hold line breaks.
class CsvCells {
 public:
  explicit CsvCells(std::string_view text) : text_(text) {}

  /// False at the end of the text.
  bool next_row(std::vector<std::string>& cells) {
    cells.clear();
    if (at_ == text_.size()) return false;
    row_line_ = line_;
    do {
      cells.push_back(next_cell());
    } while (take(','));
    take('\r');
    if (take('\n')) ++line_;
    return true;
  }

  [[nodiscard]] std::size_t row_line() const { return row_line_; }

 private:
  bool take(char c) {
    const bool there = at_ < text_.size() && text_[at_] == c;
    if (there) ++at_;
    return there;
  }

  std::string next_cell() {
    std::string cell;
    if (!take('"')) {
      const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
      cell.assign(text_.substr(at_, end - at_));
      at_ = end;
      return cell;
    }
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      // Two marks stand for one; one alone ends the cell.
      if (c == '"' && !take('"')) return cell;
      if (c == '\n') ++line_;
      cell += c;
    }
    return cell;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
};

std::vector<Decision> read_csv(const std::string& text, const std::string& name) {
  CsvCells csv(text);
  std::vector<std::string> cells;
  csv.next_row(cells);
  std::array<std::size_t, kFields.size()> column{};
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const auto found = std::find(cells.begin(), cells.end(), kFields[i]);
    if (found == cells.end()) {
      throw LoadError(
          fmt::format("{}:1: has no column “{}”; the review page exports one", name, kFields[i]));
    }
    column[i] = static_cast<std::size_t>(found - cells.begin());
  }
  const std::size_t width = cells.size();
  std::vector<Decision> out;
  while (csv.next_row(cells)) {
    if (cells.size() == 1 && cells[0].empty()) continue;
    const std::string place = fmt::format("{}:{}", name, csv.row_line());
    if (cells.size() != width) throw LoadError(place + ": has another number of cells");
    Decision decision;
    for (std::size_t i = 0; i < kFields.size(); ++i) {
      std::string& cell = cells[column[i]];
      // The page sets an apostrophe before what a spreadsheet would run.
      if (cell.starts_with('\'')) cell.erase(0, 1);
      field_of(decision, i) = std::move(cell);
    }
    check(decision, place);
    out.push_back(std::move(decision));
  }
  return out;
}

}  // namespace

std::vector<Decision> read_decisions(std::istream& in, std::string_view name) {
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::string shown = visible(name);
  if (!is_valid_utf8(text)) throw LoadError(shown + ": is not UTF-8");
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const char begin = first == std::string::npos ? '\0' : text[first];
  std::vector<Decision> all = begin == '{' || begin == '['   ? read_json(text, shown)
                              : begin == '@' || begin == '<' ? read_turtle(text, shown)
                                                             : read_csv(text, shown);
  std::vector<Decision> out;
  std::unordered_map<std::string, std::size_t> known;
  for (Decision& decision : all) {
    const auto [it, fresh] = known.try_emplace(decision.item, out.size());
    if (fresh) {
      out.push_back(std::move(decision));
    } else {
      out[it->second] = std::move(decision);
    }
  }
  return out;
}

}  // namespace samgak::review
