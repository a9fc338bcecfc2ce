#include <fmt/format.h>

#include "comparison/difference.hpp"
#include "comparison/difference_groups.hpp"
#include "exporters/html_page.hpp"

namespace samgak {
namespace {

pugi::xml_node add_table(pugi::xml_node parent, std::initializer_list<const char*> heads) {
  pugi::xml_node table = add_element(add_element(parent, "div", {}, "table"), "table");
  pugi::xml_node row = add_element(add_element(table, "thead"), "tr");
  for (const char* head : heads) add_element(row, "th", head);
  return add_element(table, "tbody");
}

void add_values(pugi::xml_node row, const Change& change) {
  pugi::xml_node cell = add_cell(row, {});
  if (!change.field.empty()) {
    add_element(cell, "code", change.field);
    add_text(cell, " ");
  }
  const bool changed = change.kind == ChangeKind::changed;
  if (changed || !change.before.empty())
    add_element(cell, "del", change.before.empty() ? "∅" : change.before);
  if (changed) add_text(cell, " → ");
  if (changed || !change.after.empty())
    add_element(cell, "ins", change.after.empty() ? "∅" : change.after);
}

void add_change(pugi::xml_node body, const Change& change) {
  const DifferenceLine line = line_of(change);
  pugi::xml_node row = add_element(body, "tr");
  pugi::xml_node name = add_cell(row, {});
  if (!change.label.empty()) {
    add_text(name, change.label);
    add_text(name, " ");
  }
  add_element(name, "code", change.id);
  add_values(row, change);
  add_cell(row, line.effect, change.effect.lost > 0 ? "bad" : nullptr);
  add_cell(row, line.step, line.step.empty() ? nullptr : line.step.c_str());
}

}  // namespace

std::string difference_as_html(const Difference& difference, std::size_t most) {
  const std::string title = fmt::format("{} → {}", difference.before, difference.after);
  HtmlPage page(title, "en");
  pugi::xml_node main = add_element(page.body(), "main");
  add_element(main, "h1", title);
  add_element(
      main, "p",
      fmt::format("{} added, {} removed, {} changed", difference.count(ChangeKind::added),
                  difference.count(ChangeKind::removed), difference.count(ChangeKind::changed)));
  if (difference.version)
    add_element(main, "p", text_of(*difference.version),
                difference.version->enough ? nullptr : "bad");
  if (!difference.data.empty())
    add_element(main, "p", fmt::format("Data: {}", difference.data), "soft");
  for_each_group(difference.changes, most, [&](std::span<const Change> shown, std::size_t more) {
    add_element(main, "h2",
                fmt::format("{} {}", to_string(shown.front().what), to_string(shown.front().kind)));
    pugi::xml_node body = add_table(main, {"name", "before → after", "data", "version"});
    for (const Change& change : shown) add_change(body, change);
    if (more > 0) add_element(main, "p", fmt::format("… and {} more", more), "soft");
  });
  if (!difference.entailments.empty()) {
    add_element(main, "h2", "what follows from the data");
    pugi::xml_node body = add_table(main, {"relation", "edges"});
    for (const EntailmentChange& change : difference.entailments) {
      pugi::xml_node row = add_element(body, "tr");
      add_cell(row, change.relation);
      add_cell(row, text_of(change));
    }
  }
  return page.text();
}

}  // namespace samgak
