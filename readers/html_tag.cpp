#include "readers/html_tag.hpp"

#include <algorithm>
#include <iterator>

namespace samgak {
namespace {

enum : unsigned { kInline = 0, kBlock = 1, kVoid = 2, kFurniture = 4 };

struct Row {
  std::string_view name;
  HtmlTag tag;
  unsigned traits;
};

// Sorted by name.
constexpr Row kRows[] = {
    {"a", HtmlTag::a, kInline},
    {"address", HtmlTag::div, kBlock},
    {"applet", HtmlTag::button, kBlock | kFurniture},
    {"article", HtmlTag::article, kBlock},
    {"aside", HtmlTag::aside, kBlock | kFurniture},
    {"b", HtmlTag::b, kInline},
    {"base", HtmlTag::link, kVoid},
    {"blockquote", HtmlTag::div, kBlock},
    {"body", HtmlTag::body, kBlock},
    {"br", HtmlTag::br, kVoid},
    {"button", HtmlTag::button, kBlock | kFurniture},
    {"caption", HtmlTag::caption, kBlock},
    {"center", HtmlTag::div, kBlock},
    {"col", HtmlTag::link, kVoid},
    {"dd", HtmlTag::dd, kBlock},
    {"details", HtmlTag::div, kBlock},
    {"dialog", HtmlTag::button, kBlock | kFurniture},
    {"div", HtmlTag::div, kBlock},
    {"dl", HtmlTag::dl, kBlock},
    {"dt", HtmlTag::dt, kBlock},
    {"embed", HtmlTag::source, kVoid},
    {"fieldset", HtmlTag::div, kBlock},
    {"figcaption", HtmlTag::figcaption, kBlock},
    {"figure", HtmlTag::figure, kBlock},
    {"footer", HtmlTag::footer, kBlock | kFurniture},
    {"form", HtmlTag::form, kBlock},
    {"h1", HtmlTag::h1, kBlock},
    {"h2", HtmlTag::h2, kBlock},
    {"h3", HtmlTag::h3, kBlock},
    {"h4", HtmlTag::h4, kBlock},
    {"h5", HtmlTag::h5, kBlock},
    {"h6", HtmlTag::h6, kBlock},
    {"head", HtmlTag::head, kBlock},
    {"header", HtmlTag::header, kBlock},
    {"hgroup", HtmlTag::div, kBlock},
    {"hr", HtmlTag::hr, kVoid | kBlock},
    {"html", HtmlTag::html, kBlock},
    {"img", HtmlTag::img, kVoid},
    {"input", HtmlTag::input, kVoid},
    {"li", HtmlTag::li, kBlock},
    {"link", HtmlTag::link, kVoid},
    {"main", HtmlTag::main, kBlock},
    {"menu", HtmlTag::ul, kBlock},
    {"meta", HtmlTag::meta, kVoid},
    {"nav", HtmlTag::nav, kBlock | kFurniture},
    {"object", HtmlTag::button, kBlock | kFurniture},
    {"ol", HtmlTag::ol, kBlock},
    {"option", HtmlTag::button, kBlock | kFurniture},
    {"p", HtmlTag::p, kBlock},
    {"param", HtmlTag::source, kVoid},
    {"pre", HtmlTag::pre, kBlock},
    {"script", HtmlTag::script, kBlock},
    {"section", HtmlTag::section, kBlock},
    {"select", HtmlTag::select, kBlock | kFurniture},
    {"source", HtmlTag::source, kVoid},
    {"strong", HtmlTag::strong, kInline},
    {"style", HtmlTag::style, kBlock},
    {"summary", HtmlTag::div, kBlock},
    {"svg", HtmlTag::button, kBlock | kFurniture},
    {"table", HtmlTag::table, kBlock},
    {"tbody", HtmlTag::tbody, kBlock},
    {"td", HtmlTag::td, kBlock},
    {"template", HtmlTag::button, kBlock | kFurniture},
    {"tfoot", HtmlTag::tfoot, kBlock},
    {"th", HtmlTag::th, kBlock},
    {"thead", HtmlTag::thead, kBlock},
    {"time", HtmlTag::time, kInline},
    {"title", HtmlTag::title, kBlock},
    {"tr", HtmlTag::tr, kBlock},
    {"track", HtmlTag::source, kVoid},
    {"ul", HtmlTag::ul, kBlock},
    {"wbr", HtmlTag::source, kVoid},
};

constexpr std::size_t kLongestName = 10;

struct Traits {
  unsigned of[static_cast<std::size_t>(HtmlTag::count)] = {};
  constexpr Traits() {
    for (const Row& row : kRows) of[static_cast<std::size_t>(row.tag)] |= row.traits;
  }
};
constexpr Traits kTraits;

unsigned traits(HtmlTag tag) {
  return kTraits.of[static_cast<std::size_t>(tag)];
}

}  // namespace

HtmlTag html_tag(std::string_view name) {
  if (name.size() > kLongestName) return HtmlTag::unknown;
  char lower[kLongestName];
  for (std::size_t i = 0; i < name.size(); ++i) {
    lower[i] = static_cast<char>(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
  }
  const std::string_view key(lower, name.size());
  const auto* row = std::lower_bound(std::begin(kRows), std::end(kRows), key,
                                     [](const Row& r, std::string_view n) { return r.name < n; });
  return row != std::end(kRows) && row->name == key ? row->tag : HtmlTag::unknown;
}

bool is_block(HtmlTag tag) {
  return (traits(tag) & kBlock) != 0;
}
bool is_void(HtmlTag tag) {
  return (traits(tag) & kVoid) != 0;
}
bool is_furniture(HtmlTag tag) {
  return (traits(tag) & kFurniture) != 0;
}

int heading_level(HtmlTag tag) {
  return tag >= HtmlTag::h1 && tag <= HtmlTag::h6
             ? static_cast<int>(tag) - static_cast<int>(HtmlTag::h1) + 1
             : 0;
}

}  // namespace samgak
