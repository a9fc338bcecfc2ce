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
    begin_with_head();
  }

 private:
  // What opens the body: prose in the company of prose, or the square or circle of a press release.
  // A sentence that stands alone among short lines asks for cookies, or says whose site it is.
  [[nodiscard]] bool opens_body(std::size_t i) const {
    constexpr std::size_t kCompany = 5;
    constexpr std::uint32_t kLongProse = 120;
    if (page_.other_voice(i)) return false;
    if (opens_outline(i)) return true;
    if (page_.prose(i)) {
      if (page_.judged[i].traits.length >= kLongProse) return true;
      std::size_t items = 0;
      for (std::size_t k = i + 1; k < page_.blocks.size() && k <= i + kCompany; ++k) {
        if (page_.prose(k)) return true;
        items += page_.speaks(k) && page_.blocks[k].role != BlockRole::table_row;
      }
      return items >= 2;
    }
    const Block& block = page_.blocks[i];
    if (page_.furniture(i) || page_.given(i) || page_.line_class(i) != LineClass::text)
      return false;
    if (block.role != BlockRole::list_item || !block.bullet || block.level > 1 || page_.all_link(i))
      return false;
    return !block.numbered && page_.judged[i].traits.length >= 15 &&
           page_.text(i).find(' ') != std::string_view::npos && !page_.short_item(i);
  }

  // Official papers begin with a label or a numbered head, in the company of others.
  [[nodiscard]] bool opens_outline(std::size_t i) const {
    constexpr std::size_t kNear = 5;
    const Block& block = page_.blocks[i];
    if (!page_.speaks(i) || block.role == BlockRole::table_row) return false;
    if (!page_.judged[i].traits.label && (block.markup_list || !block.bullet || block.dashed))
      return false;
    if (page_.judged[i].traits.bare_date) return false;
    std::size_t firm = 0;
    for (std::size_t k = i + 1; k < page_.blocks.size() && k <= i + kNear; ++k) {
      if (page_.speaks(k) && is_firm(k)) ++firm;
    }
    return firm >= 2;
  }

  // Rankings are numbered, too.
  [[nodiscard]] bool is_firm(std::size_t i) const {
    const LineTraits& traits = page_.judged[i].traits;
    const Block& block = page_.blocks[i];
    return traits.label || traits.clause || page_.prose(i) ||
           (block.bullet && !block.numbered && !block.markup_list);
  }

  [[nodiscard]] std::size_t first_from(std::size_t from) const {
    for (std::size_t i = from; i < page_.blocks.size(); ++i) {
      if (opens_body(i)) return i;
    }
    for (std::size_t i = from; i < page_.blocks.size(); ++i) {
      if (page_.prose(i) && !page_.other_voice(i)) return i;
    }
    return longest_line_from(from);
  }

  // A page without prose that is no sheet of labels: a photo with its caption.
  [[nodiscard]] std::size_t longest_line_from(std::size_t from) const {
    constexpr std::uint32_t kShortestCaption = 50;
    std::size_t longest = page_.blocks.size();
    std::uint32_t length = kShortestCaption - 1;
    for (std::size_t i = from; i < page_.blocks.size(); ++i) {
      const LineTraits& traits = page_.judged[i].traits;
      if (page_.furniture(i) || page_.given(i) || page_.all_link(i) || traits.length <= length ||
          page_.blocks[i].role == BlockRole::table_row)
        continue;
      if (traits.line_class != LineClass::caption) continue;
      longest = i;
      length = traits.length;
    }
    return longest;
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
          !(traits.stopped || traits.clause || notes_above_clause(i)) || traits.length < 8 ||
          page_.other_voice(i))
        break;
      if (role != BlockRole::paragraph && role != BlockRole::list_item) break;
    }
  }

  // Notes without a verb stand in one block with notes that end in one. The first line may be the
  // title.
  [[nodiscard]] bool notes_above_clause(std::size_t i) {
    constexpr std::uint32_t kShortestNote = 3;
    noted_ |= i + 2 < page_.blocks.size() && page_.judged[i + 1].traits.clause &&
              page_.judged[i + 2].traits.clause;
    return noted_ && i > 0 && page_.blocks[i + 1].soft_before &&
           page_.judged[i].traits.words >= kShortestNote;
  }

  // «1. 개요» over the items that opened the body.
  void begin_with_head() {
    const std::size_t first =
        page_.title == kNoBlock || page_.title > page_.core ? 0 : page_.title + 1;
    if (page_.core == page_.blocks.size()) return;
    int level = page_.blocks[page_.core].bullet ? page_.blocks[page_.core].level : 9;
    for (; page_.core > first; --page_.core) {
      const std::size_t i = page_.core - 1;
      const Block& block = page_.blocks[i];
      if (!block.bullet || page_.furniture(i) || page_.given(i) || page_.all_link(i) ||
          page_.line_class(i) != LineClass::text || page_.judged[i].traits.bare_date)
        return;
      if (block.dashed || (!block.numbered && block.level >= level)) return;
      level = block.level;
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
      if (page_.furniture(i) || (c != LineClass::text && i != page_.core)) continue;
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
    constexpr std::uint32_t kShortTitle = 12;
    if (page_.title == kNoBlock ||
        (page_.title < page_.core && page_.blocks[page_.title].role == BlockRole::paragraph &&
         page_.judged[page_.title].traits.length < kShortTitle)) {
      const std::size_t only = only_long_head_line();
      if (only != kNoBlock) page_.title = only;
    }
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
    constexpr double kLengthScale = 45.0;
    std::vector<double> scores(page_.core, 0.0);
    double best = 0.0;
    for (std::size_t i = 0; i < page_.core; ++i) {
      const Block& block = page_.blocks[i];
      const LineTraits& traits = page_.judged[i].traits;
      const bool heading = block.role == BlockRole::heading;
      if (page_.furniture(i) || page_.given(i) || block.bullet ||
          block.role == BlockRole::caption || block.role == BlockRole::table_row)
        continue;
      const bool column = traits.line_class == LineClass::promo && page_.text(i).starts_with("[");
      if ((traits.line_class != LineClass::text && !column) || traits.bare_date ||
          traits.length > 120 || traits.label)
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
                  std::min(traits.length, 30u) / kLengthScale;
      best = std::max(best, scores[i]);
    }
    for (std::size_t i = 0; i < page_.core; ++i) {
      if (scores[i] > 0.0 && scores[i] >= best * 0.7) return i;
    }
    return kNoBlock;
  }

  // A single long line above the body is its title, though the body says it in other words.
  [[nodiscard]] std::size_t only_long_head_line() const {
    constexpr double kSomeCoverage = 0.1;
    constexpr std::uint32_t kShortest = 14;
    std::size_t only = kNoBlock;
    for (std::size_t i = 0; i < page_.core && page_.core < page_.blocks.size(); ++i) {
      const LineTraits& traits = page_.judged[i].traits;
      if (page_.furniture(i) || page_.given(i) || page_.all_link(i) || traits.bare_date ||
          traits.line_class != LineClass::text || traits.label || page_.blocks[i].bullet ||
          traits.length < kShortest || traits.words < 2 || traits.length > 120)
        continue;
      if (page_.core_pairs.coverage(page_.text(i)) < kSomeCoverage) continue;
      if (only != kNoBlock) return kNoBlock;
      only = i;
    }
    return only;
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
  bool noted_ = false;  ///< notes that end in a verb made a noun stand at the beginning of the body
};

}  // namespace

void find_body(JudgedPage& page) {
  BodyFinder(page).find();
}

}  // namespace samgak
