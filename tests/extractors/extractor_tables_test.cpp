// Every extractor is held to a table of its own: tests/extractors/tables/<what>.tsv.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extractors/dates.hpp"
#include "extractors/pipeline.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLeastRows = 40;

using Row = std::vector<std::string>;

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == mark) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

std::string joined(std::vector<std::string> parts, const std::string& mark, bool sorted) {
  if (sorted) {
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : mark) + part;
  return out.empty() ? "-" : out;
}

/// Order in a list of the table does not count.
std::string list(const std::string& text) {
  return joined(split(text, '|'), "|", true);
}

const Ontology& ontology() {
  static const std::unique_ptr<const Ontology> loaded = load_ontology(std::getenv("SAMGAK_DATA"));
  return *loaded;
}

Extraction extraction_of(const std::string& text, Date published = {}) {
  static const Pipeline pipeline(ontology());
  OffsetMap map;
  map.add(0, 0);
  std::vector<Section> sections(1);
  sections[0].kind = SectionKind::paragraph;
  sections[0].span = {0, static_cast<std::uint32_t>(text.size())};
  return pipeline.run(Document("row", text, std::move(sections), std::move(map), published));
}

/// Runs `read` on each row of the table and compares what it gives with the last columns, of which
/// there are `expected`.
void check_table(const std::string& name, std::size_t columns, std::size_t expected,
                 const std::function<Row(const Row&)>& read) {
  const std::filesystem::path path =
      std::filesystem::path(std::getenv("SAMGAK_SOURCE")) / "tests/extractors/tables" / name;
  std::ifstream in(path);
  std::size_t rows = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    ++rows;
    Row row = split(line, '\t');
    ASSERT_EQ(row.size(), columns) << path << ":" << number;
    Row wanted(row.end() - static_cast<std::ptrdiff_t>(expected), row.end());
    for (std::string& cell : wanted) cell = list(cell);
    row.resize(columns - expected);
    EXPECT_EQ(read(row), wanted) << name << ":" << number << ": " << line;
  }
  EXPECT_GE(rows, kLeastRows) << path;
}

Date date_of(const std::string& iso) {
  return iso == "-" ? Date{} : Date::from_iso(iso).value();
}

TEST(ExtractorTables, Dates) {
  check_table("dates.tsv", 4, 1, [](const Row& row) -> Row {
    const Span all{0, static_cast<std::uint32_t>(row[2].size())};
    std::vector<std::string> found;
    for (const DateMention& date : find_dates(row[2], all, {date_of(row[0]), date_of(row[1]), {}}))
      found.push_back(date.date.iso());
    return {joined(found, " ", false)};
  });
}

TEST(ExtractorTables, DateAndStatusOfEvents) {
  check_table("status.tsv", 5, 2, [](const Row& row) -> Row {
    std::string date = "-";
    std::string status = "-";
    for (const Entity& entity : extraction_of(row[1], date_of(row[0])).entities) {
      if (entity.name.find(row[2]) == std::string::npos) continue;
      for (const auto& claim : entity.claims) (claim.key == "date" ? date : status) = claim.value;
    }
    return {date, status};
  });
}

TEST(ExtractorTables, Countries) {
  check_table("countries.tsv", 2, 1, [](const Row& row) -> Row {
    static const Pipeline pipeline(ontology());
    OffsetMap map;
    map.add(0, 0);
    std::vector<Section> sections(1);
    sections[0].span = {0, static_cast<std::uint32_t>(row[0].size())};
    const Document document("row", row[0], std::move(sections), std::move(map), {});
    std::vector<std::string> out;
    std::uint64_t last = 0;
    for (const NamedSpan& mention : pipeline.mentions(document)) {
      if (mention.type != "Country") continue;
      const std::string code = mention.entity.substr(std::string("state/").size());
      if (!out.empty() && mention.begin + 1 == last) {
        out.back() += "," + code;
      } else {
        out.push_back(mention.surface + "=" + code);
      }
      last = mention.begin + 1;
    }
    return {joined(out, " ", false)};
  });
}

TEST(ExtractorTables, Ministries) {
  check_table("ministries.tsv", 2, 1, [](const Row& row) -> Row {
    const Extraction extraction = extraction_of(row[0]);
    std::vector<std::string> out;
    for (const Entity& entity : extraction.entities) {
      if (entity.type != "Ministry") continue;
      out.push_back(entity.name);
    }
    return {joined(out, "|", true)};
  });
}

TEST(ExtractorTables, PeopleAndPosts) {
  check_table("people.tsv", 2, 1, [](const Row& row) -> Row {
    const Extraction extraction = extraction_of(row[0]);
    std::map<std::string, std::string> names;
    for (const Entity& entity : extraction.entities) names[entity.id] = entity.name;
    std::vector<std::string> out;
    for (const Entity& entity : extraction.entities) {
      if (entity.type != "Person") continue;
      std::string held = "/-/-";
      for (const Statement& s : extraction.statements) {
        if (s.subject == entity.id && s.relation == "worksFor")
          held = "/" + (s.roles.empty() ? "-" : s.roles.front()) + "/" + names[s.object];
      }
      out.push_back(entity.name + held);
    }
    return {joined(out, "|", true)};
  });
}

TEST(ExtractorTables, Events) {
  check_table("events.tsv", 2, 1, [](const Row& row) -> Row {
    std::vector<std::string> out;
    for (const Entity& entity : extraction_of(row[0]).entities) {
      if (entity.type == "Meeting" || entity.type == "Agreement" || entity.type == "Programme")
        out.push_back(entity.type + ":" + entity.name);
    }
    return {joined(out, "|", true)};
  });
}

TEST(ExtractorTables, English) {
  check_table("english.tsv", 2, 1, [](const Row& row) -> Row {
    const Extraction extraction = extraction_of(row[0]);
    std::map<std::string, std::string> names;
    std::map<std::string, std::string> employers;
    for (const Entity& entity : extraction.entities) names[entity.id] = entity.name;
    for (const Statement& s : extraction.statements) {
      if (s.relation == "worksFor") employers[s.subject] = names[s.object];
    }
    std::vector<std::string> out;
    for (const Entity& entity : extraction.entities) {
      const bool person = entity.type == "Person";
      if (entity.type == "Country" || entity.type == "Technology") continue;
      const std::string employer = employers.count(entity.id) > 0 ? employers[entity.id] : "-";
      out.push_back(entity.type + ":" + entity.name + (person ? "/" + employer : ""));
    }
    return {joined(out, "|", true)};
  });
}

TEST(ExtractorTables, Lists) {
  check_table("lists.tsv", 3, 1, [](const Row& row) -> Row {
    const Extraction extraction = extraction_of(row[0]);
    std::map<std::string, std::string> names;
    for (const Entity& entity : extraction.entities) names[entity.id] = entity.name;
    std::vector<std::string> out;
    for (const Statement& s : extraction.statements) {
      if (s.relation == row[1]) out.push_back(names[s.subject] + ">" + names[s.object]);
    }
    return {joined(out, "|", true)};
  });
}

}  // namespace
}  // namespace samgak
