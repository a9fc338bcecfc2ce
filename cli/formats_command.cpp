#include "cli/formats_command.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <CLI/Option.hpp>

#include <memory>

#include "cli/exit_code.hpp"
#include "cli/suggestions.hpp"
#include "cli/terminal.hpp"
#include "exporters/registry.hpp"

namespace samgak {

namespace {

std::string json_of_formats() {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto text = [&](const char* key, std::string_view value) {
    writer.Key(key);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  const auto flag = [&](const char* key, bool value) {
    writer.Key(key);
    writer.Bool(value);
  };
  writer.StartArray();
  for (const Exporter* exporter : exporters()) {
    const FormatCard& card = exporter->card();
    writer.StartObject();
    text("name", card.name);
    writer.Key("aliases");
    writer.StartArray();
    for (const std::string_view alias : card.aliases) {
      writer.String(alias.data(), static_cast<rapidjson::SizeType>(alias.size()));
    }
    writer.EndArray();
    text("label", card.label);
    text("extension", card.extension);
    text("mediaType", card.media_type);
    text("purpose", card.purpose);
    flag("folder", card.folder);
    flag("evidence", card.evidence);
    flag("mentions", card.mentions);
    flag("lossless", card.lossless);
    writer.EndObject();
  }
  writer.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string text_of_formats() {
  std::vector<std::vector<std::string>> rows{{"name", "file", "evidence", "for"}};
  for (const Exporter* exporter : exporters()) {
    const FormatCard& card = exporter->card();
    rows.push_back(
        {std::string(card.name),
         card.folder ? fmt::format("{}/", card.name) : fmt::format("graph.{}", card.extension),
         card.evidence ? "yes" : "no", fmt::format("{}: {}", card.label, card.purpose)});
  }
  return table(rows, 0);
}

}  // namespace

void add_formats_command(CLI::App& app) {
  CLI::App* command = app.add_subcommand("formats", "List what a graph can be written as");
  const auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "The same as JSON, for programs");
  command->callback([json] { print(*json ? json_of_formats() : text_of_formats()); });
}

const Exporter& exporter_for(std::string_view name) {
  if (const Exporter* exporter = find_exporter(name)) return *exporter;
  std::vector<std::string> known;
  for (const Exporter* exporter : exporters()) known.emplace_back(exporter->card().name);
  const std::string meant = did_you_mean(suggestions(name, known, 2));
  throw UsageError(fmt::format("there is no format «{}»{} There are: {}", name,
                               meant.empty() ? "." : meant, fmt::join(known, ", ")));
}

}  // namespace samgak
