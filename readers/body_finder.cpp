#include "readers/body_finder.hpp"

#include <algorithm>
#include <string>

#include "readers/kinship.hpp"

namespace samgak {
namespace {

/// Bytes of prose that say what the page is about.
constexpr std::size_t kCoreSample = 4000;
/// Share of a title's pairs of letters that its article repeats.
constexpr double kTitleCoverage = 0.3;

class BodyFinder {
 public:
  explicit BodyFinder(JudgedPage& page) : page_(page) {}

  void find() {
    find_core();
    find_title();
  }

 private:
  // What opens the body: prose in the company of prose, or the square or circle of a press release.
  // A sentence that stands alone among short lines asks for cookies, or says whose site it is.
  [[nodiscard]] bool opens_body(std::size_t i) const {
    constexpr std::size_t kCompany = 5;
    constexpr std::uint32_t kLongProse = 120;
    if (page_.prose(i)) {
      if (page_.judged[i].traits.length >= kLongProse) return true;
      for (std::size_t k = i + 1; k < page_.blocks.size() && k <= i + kCompany; ++k) {
        if (page_.prose(k)) return true;
      }
      return false;
    }
    const Block& block = page_.blocks[i];
    if (page_.furniture(i) || page_.given(i) || page_.line_class(i) != LineClass::text)
      return false;
    if (block.role != BlockRole::list_item || !block.bullet || block.level > 1 || page_.all_link(i))
      return false;
    return page_.judged[i].traits.length >= 15 &&
           page_.text(i).find(' ') != std::string_view::npos && !page_.short_item(i);
  }

  [[nodiscard]] std::size_t first_from(std::size_t from) const {
    for (std::size_t i = from; i < page_.blocks.size(); ++i) {
      if (opens_body(i)) return i;
    }
    for (std::size_t i = from; i < page_.blocks.size(); ++i) {
      if (page_.prose(i)) return i;
    }
    return page_.blocks.size();
  }

  void find_core() {
    std::size_t from = 0;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (page_.given(i)) from = i + 1;
    }
    page_.core = first_from(from);
    begin_with_short_sentences(from);
    sample_core();
  }

  // Sentences too short to open a body by themselves do so before one.
  void begin_with_short_sentences(std::size_t from) {
    if (page_.core == page_.blocks.size()) return;
    for (; page_.core > from; --page_.core) {
      const std::size_t i = page_.core - 1;
      const LineTraits& traits = page_.judged[i].traits;
      const BlockRole role = page_.blocks[i].role;
      if (page_.furniture(i) || page_.all_link(i) || traits.line_class != LineClass::text ||
          !traits.stopped || traits.length < 8)
        break;
      if (role != BlockRole::paragraph && role != BlockRole::list_item) break;
    }
  }

  void sample_core() {
    page_.core_pairs = {};
    std::size_t sampled = 0;
    for (std::size_t i = page_.core; i < page_.blocks.size() && sampled < kCoreSample; ++i) {
      const LineClass c = page_.line_class(i);
      if (c == LineClass::soft_opener || c == LineClass::hard_opener || c == LineClass::copyright)
        break;
      if (c == LineClass::byline && page_.judged[i].traits.mail && sampled > 0) break;
      if (page_.furniture(i) || c != LineClass::text) continue;
      page_.core_pairs.add(page_.text(i));
      sampled += page_.text(i).size();
    }
  }

  [[nodiscard]] double likeness(std::size_t i, const std::string& hint) const {
    return jaccard(bigrams(page_.text(i)), bigrams(hint));
  }

  void find_title() {
    std::string hint = page_.page.title_hint;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (page_.blocks[i].role == BlockRole::given_title) page_.title = i;
      if (page_.blocks[i].role == BlockRole::page_title && hint.empty())
        hint = main_part(page_.text(i));
    }
    if (page_.title != kNoBlock) return;
    if (!hint.empty()) {
      double best = 0.6;
      for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
        if (page_.furniture(i) || page_.judged[i].traits.length > 150) continue;
        const double like =
            likeness(i, hint) + (page_.blocks[i].role == BlockRole::heading ? 0.2 : 0.0);
        if (like > best) best = like, page_.title = i;
      }
    }
    if (page_.title != kNoBlock) {
      start_after_title();
    } else {
      page_.title = best_head_line();
    }
    if (page_.title == kNoBlock) use_page_title();
  }

  // A promo before the title is no core.
  void start_after_title() {
    if (page_.core > page_.title) return;
    page_.core = first_from(page_.title + 1);
    begin_with_short_sentences(page_.title + 1);
    sample_core();
  }

  // The first line above the body that the body speaks of as much as of any other.
  [[nodiscard]] std::size_t best_head_line() const {
    std::vector<double> scores(page_.core, 0.0);
    double best = 0.0;
    for (std::size_t i = 0; i < page_.core; ++i) {
      const Block& block = page_.blocks[i];
      const LineTraits& traits = page_.judged[i].traits;
      const bool heading = block.role == BlockRole::heading;
      if (page_.furniture(i) || page_.given(i) || block.bullet ||
          block.role == BlockRole::caption || block.role == BlockRole::table_row)
        continue;
      if (traits.line_class != LineClass::text || traits.bare_date || traits.length > 120 ||
          traits.label)
        continue;
      if (!heading && (traits.length < 8 || traits.words < 2)) continue;
      const std::string_view line = page_.text(i);
      if (line[0] >= '0' && line[0] <= '9' && line.size() > 2 && (line[1] == ' ' || line[1] == '.'))
        continue;  // ranking
      const double coverage = page_.core_pairs.coverage(line);
      if (coverage < kTitleCoverage && !heading) continue;
      // Names of boards and outlets are short; so are section names, however often the body has
      // their words.
      scores[i] = coverage + (heading ? (block.level == 1 ? 0.6 : 0.2) : 0.0) +
                  std::min(traits.length, 30u) / 60.0;
      best = std::max(best, scores[i]);
    }
    for (std::size_t i = 0; i < page_.core; ++i) {
      if (scores[i] > 0.0 && scores[i] >= best * 0.7) return i;
    }
    return kNoBlock;
  }

  // `<title>` without the outlet's name.
  [[nodiscard]] static std::string_view main_part(std::string_view title) {
    std::string_view longest;
    std::size_t begin = 0;
    while (begin <= title.size()) {
      std::size_t end = title.size();
      std::size_t next = title.size() + 1;
      for (const std::string_view mark :
           {" | ", " - ", " :: ", " < ", " > ", " – ", " — ", " : "}) {
        const std::size_t at = title.find(mark, begin);
        if (at < end) end = at, next = at + mark.size();
      }
      if (end - begin > longest.size()) longest = title.substr(begin, end - begin);
      begin = next;
    }
    return longest;
  }

  void use_page_title() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (page_.blocks[i].role != BlockRole::page_title) continue;
      const std::string_view whole = page_.text(i);
      const std::string_view part = main_part(whole);
      if (page_.core_pairs.coverage(part) < kTitleCoverage) return;
      page_.blocks[i].begin += static_cast<std::uint32_t>(part.data() - whole.data());
      page_.blocks[i].end = page_.blocks[i].begin + static_cast<std::uint32_t>(part.size());
      page_.title = i;
      return;
    }
  }

  JudgedPage& page_;
};

}  // namespace

void find_body(JudgedPage& page) {
  BodyFinder(page).find();
}

}  // namespace samgak
