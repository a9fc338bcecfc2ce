#include "readers/document_maker.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "readers/article_finder.hpp"
#include "readers/body_finder.hpp"
#include "readers/duplicate_finder.hpp"
#include "readers/judged_page.hpp"
#include "readers/limits.hpp"
#include "readers/line_joiner.hpp"
#include "readers/publication_finder.hpp"

namespace samgak {
namespace {

class SectionMaker {
 public:
  explicit SectionMaker(const JudgedPage& page) : page_(page) {}

  std::vector<Section> make() const {
    std::vector<Section> out;
    out.reserve(page_.blocks.size() + 8);
    std::vector<int> section_of(page_.blocks.size(), -1);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      Block block = page_.blocks[i];
      const JudgedBlock& judged = page_.judged[i];
      Section section;
      section.kind = judged.kind;
      section.level = block.level;
      section.span = block.span();
      if (section.kind != SectionKind::noise) trim(block, judged, section, out);
      if (section.span.empty()) continue;
      if (block.role == BlockRole::table_row) {
        const auto first = page_.page.cells.begin() + block.first_cell;
        section.cells.assign(first, first + block.cell_count);
        if (block.header_row >= 0)
          section.header_row = section_of[static_cast<std::size_t>(block.header_row)];
      }
      section_of[i] = static_cast<int>(out.size());
      const Span back{section.span.end, block.end};
      out.push_back(std::move(section));
      if (!back.empty()) add_noise(back, out);
    }
    return out;
  }

 private:
  // Takes datelines and credits out of the section; they stay beside it as noise.
  void trim(const Block& block, const JudgedBlock& judged, Section& section,
            std::vector<Section>& out) const {
    if (block.role == BlockRole::table_row) return;
    const std::string_view all = page_.page.clean.text();
    std::uint32_t begin = block.begin + judged.traits.cut_begin;
    std::uint32_t end =
        std::max(begin, block.end - std::min(judged.traits.cut_end, block.end - block.begin));
    while (begin < end && all[begin] == ' ') ++begin;
    while (end > begin && all[end - 1] == ' ') --end;
    section.span = {begin, end};
    if (begin > block.begin) add_noise({block.begin, begin}, out);
    if (section.span.empty()) add_noise({end, block.end}, out);
  }

  void add_noise(Span span, std::vector<Section>& out) const {
    const std::string_view all = page_.page.clean.text();
    while (span.begin < span.end && all[span.begin] == ' ') ++span.begin;
    while (span.end > span.begin && all[span.end - 1] == ' ') --span.end;
    if (span.empty()) return;
    Section section;
    section.kind = SectionKind::noise;
    section.span = span;
    out.push_back(std::move(section));
  }

  const JudgedPage& page_;
};

}  // namespace

Document make_document(Page page, std::string_view name) {
  set_bullets_apart(page);
  join_wrapped_lines(page);
  JudgedPage judged(page);
  find_body(judged);
  find_publication_date(judged);
  find_article(judged);
  std::vector<Section> sections = SectionMaker(judged).make();
  mark_duplicates(page.clean.text(), sections);
  OffsetMap map = page.clean.offset_map();
  return {std::string(name), std::move(page.clean).take(), std::move(sections),
          std::move(map),    page.published.date,          page.checksum};
}

bool fits_document_limit(std::string_view bytes, std::string_view name,
                         std::vector<Diagnostic>& diagnostics) {
  if (bytes.size() <= kMaxDocumentBytes) return true;
  diagnostics.push_back(
      {Severity::error, "too-large", std::string(name),
       fmt::format("skipped: {} bytes are more than the {} MiB that a document may have; split it",
                   bytes.size(), kMaxDocumentBytes >> 20)});
  return false;
}

}  // namespace samgak
