// What the tests of this folder share.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "readers/registry.hpp"
#include "tests/support/dump.hpp"
#include "text/document.hpp"

namespace samgak {

/// The only document of `bytes`, read by the reader that its name and look ask for.
inline Document read_one(std::string_view bytes, std::string_view name = "page.txt") {
  ReadResult result = find_reader(name, bytes).read(bytes, name);
  EXPECT_EQ(result.documents.size(), 1u)
      << (result.diagnostics.empty() ? "" : result.diagnostics[0].message);
  if (result.documents.empty()) return {std::string(name), "", {}, {}, {}};
  return std::move(result.documents[0]);
}

/// The sections of one kind, each on a line.
inline std::string of_kind(const Document& document, SectionKind kind) {
  std::string out;
  for (const Section& section : document.sections()) {
    if (section.kind != kind) continue;
    out += slice(document.text(), section.span);
    out += '\n';
  }
  return out;
}

/// `dump_sections` without noise.
inline std::string dump_article(const Document& document) {
  std::string out;
  const std::string all = dump_sections(document);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = all.find('\n', begin);
    if (all.compare(begin, 5, "noise") != 0) out += all.substr(begin, end - begin + 1);
    begin = end + 1;
  }
  return out;
}

}  // namespace samgak
