#include "readers/article_finder.hpp"

#include <algorithm>

#include "readers/kinship.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Share of a subtitle's pairs of letters that its article repeats.
constexpr double kSubtitleCoverage = 0.28;

// How far the article is over. A higher one is never left for a lower one but by what proves the
// article to go on.
enum class Zone : std::uint8_t {
  article,
  signed_off,  ///< after a reporter's address
  related,     ///< after «관련기사»
  over         ///< after rankings, comments, rights
};

enum class Verdict : std::uint8_t { noise, article, pending };

class ArticleFinder {
 public:
  explicit ArticleFinder(JudgedPage& page) : page_(page) {}

  void find() {
    judge_head();
    judge_body();
    if (has_lost_article()) rescue();
    judge_excerpts();
  }

 private:
  void accept(std::size_t i, SectionKind kind) { page_.judged[i].kind = kind; }

  // Above the body: the title, its subtitles, captions; anything else is furniture.
  void judge_head() {
    if (page_.title != kNoBlock) accept(page_.title, SectionKind::title);
    for (std::size_t i = 0; i < page_.core && i < page_.blocks.size(); ++i) {
      if (i == page_.title || page_.furniture(i) || page_.given(i)) continue;
      const Block& block = page_.blocks[i];
      const LineTraits& traits = page_.judged[i].traits;
      if (page_.core == page_.blocks.size()) {
        judge_without_core(i);
        continue;
      }
      if (page_.title == kNoBlock || i < page_.title) continue;
      if (traits.line_class == LineClass::caption || block.role == BlockRole::caption) {
        accept(i, SectionKind::caption);
      } else if (traits.line_class != LineClass::text || traits.bare_date || page_.all_link(i)) {
        continue;
      } else if (block.role == BlockRole::table_row) {
        accept(i, SectionKind::table_row);
      } else if (traits.label && traits.length >= 10 && block.role != BlockRole::heading) {
        accept(i, kind_of(i));
      } else if (traits.length >= 4 && block.role == BlockRole::heading) {
        accept(i, SectionKind::heading);
      } else if (traits.length >= 8 &&
                 page_.core_pairs.coverage(page_.text(i)) >= kSubtitleCoverage) {
        accept(i, SectionKind::heading);
      }
    }
  }

  // A page without prose (a label sheet, a headline, a sentence of a data set): what is no
  // furniture counts, up to what ends a page.
  void judge_without_core(std::size_t i) {
    const LineClass c = page_.line_class(i);
    ended_ |= i > 0 && ends_page(c);
    if (ended_) return;
    if (page_.blocks.size() > 1 && c != LineClass::text && c != LineClass::caption &&
        c != LineClass::attachment)
      return;
    accept(i, kind_of(i));
  }

  [[nodiscard]] static bool ends_page(LineClass c) {
    return c == LineClass::copyright || c == LineClass::end_mark || c == LineClass::hard_opener;
  }

  // Whatever the page looks like, most of what speaks before its first ranking or imprint belongs
  // to its article.
  [[nodiscard]] bool has_lost_article() const {
    constexpr std::uint32_t kEnough = 300;
    std::uint32_t kept = 0;
    std::uint32_t all = 0;
    bool open = true;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const std::uint32_t length = page_.judged[i].traits.length;
      const bool accepted = page_.judged[i].kind != SectionKind::noise;
      if (accepted && i != page_.title) kept += length;
      open &= kept == 0 ||
              (!ends_page(page_.line_class(i)) && page_.line_class(i) != LineClass::soft_opener);
      if (accepted || (open && page_.speaks(i) && !page_.other_voice(i))) all += length;
    }
    return kept < kEnough && kept * 3 < all;
  }

  // Cuts only what is noise by its own words.
  void rescue() {
    bool some = false;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const LineClass c = page_.line_class(i);
      if (some && ends_page(c)) return;
      if (i == page_.title || page_.furniture(i) || page_.given(i) || page_.all_link(i)) continue;
      if (c != LineClass::text && c != LineClass::caption && c != LineClass::attachment) continue;
      some |= page_.speaks(i);
      accept(i, kind_of(i));
    }
  }

  // «■ …» over paragraphs.
  [[nodiscard]] bool heads_paragraphs(std::size_t i) const {
    const Block& block = page_.blocks[i];
    if (!block.bullet || block.level != 0 || block.indent > 0 || page_.judged[i].traits.sentence ||
        page_.judged[i].traits.length > 40)
      return false;
    return i + 1 < page_.blocks.size() && !page_.blocks[i + 1].bullet &&
           page_.blocks[i + 1].gap_before && page_.prose(i + 1);
  }

  [[nodiscard]] SectionKind kind_of(std::size_t i) const {
    if (page_.line_class(i) == LineClass::attachment || heads_paragraphs(i))
      return SectionKind::heading;
    switch (page_.blocks[i].role) {
      case BlockRole::heading:
        // Prose set as a heading is prose.
        return page_.judged[i].traits.sentence && page_.judged[i].traits.length > 60
                   ? SectionKind::paragraph
                   : SectionKind::heading;
      case BlockRole::list_item:
        return SectionKind::list_item;
      case BlockRole::table_row:
        return SectionKind::table_row;
      case BlockRole::caption:
        return SectionKind::caption;
      default:
        return page_.line_class(i) == LineClass::caption ? SectionKind::caption
                                                         : SectionKind::paragraph;
    }
  }

  void judge_body() {
    learn_title_stems();
    std::vector<std::size_t> pending;
    std::size_t paragraphs = 0;
    Zone zone = Zone::article;
    for (std::size_t i = page_.core; i < page_.blocks.size(); ++i) {
      if (page_.furniture(i) || page_.given(i)) continue;
      if (i == page_.title) continue;
      const Zone before = zone;
      zone = next_zone(i, zone, paragraphs);
      if (before == Zone::related && zone == Zone::article && i > 0) take_prose_above(i);
      const Verdict verdict = judge(i, zone);
      if (verdict == Verdict::pending) pending.push_back(i);
      if (verdict != Verdict::article) continue;
      accept(i, kind_of(i));
      paragraphs += page_.prose(i);
      for (const std::size_t heading : pending) accept(heading, heading_kind(heading));
      pending.clear();
    }
    settle_contacts();
  }

  // The article went on above the line that proved it: prose back to the list of other stories.
  void take_prose_above(std::size_t i) {
    std::size_t first = i;
    while (first > page_.core && resumes(first - 1) && page_.prose(first - 1) &&
           page_.judged[first - 1].traits.cut_begin == 0 && !page_.furniture(first - 1))
      --first;
    if (first < i && first > page_.core && heads_paragraphs(first - 1)) --first;
    for (; first < i; ++first) accept(first, kind_of(first));
  }

  [[nodiscard]] SectionKind heading_kind(std::size_t i) const {
    const SectionKind kind = kind_of(i);
    return kind == SectionKind::paragraph && !page_.judged[i].traits.sentence ? SectionKind::heading
                                                                              : kind;
  }

  [[nodiscard]] Zone next_zone(std::size_t i, Zone zone, std::size_t paragraphs) {
    switch (page_.line_class(i)) {
      case LineClass::copyright:
      case LineClass::end_mark:
        ended_ = true;
        return Zone::over;
      case LineClass::hard_opener:
        return Zone::over;
      case LineClass::soft_opener:
        return zone == Zone::signed_off ? Zone::over : std::max(zone, Zone::related);
      case LineClass::byline:
        return paragraphs > 0 && page_.judged[i].traits.mail ? std::max(zone, Zone::signed_off)
                                                             : zone;
      case LineClass::attachment:
        attached_ = zone != Zone::over;
        return zone == Zone::over ? zone : Zone::article;
      case LineClass::text:
        if (zone == Zone::article) return zone;
        // A counter of comments above the body is no end of it.
        if (zone == Zone::over)
          return paragraphs <= 2 && !ended_ && goes_on(i) ? Zone::article : zone;
        return kin(i, zone) ? Zone::article : zone;
      default:
        return zone;
    }
  }

  [[nodiscard]] Verdict judge(std::size_t i, Zone zone) const {
    if (zone != Zone::article) return Verdict::noise;
    const Block& block = page_.blocks[i];
    const LineTraits& traits = page_.judged[i].traits;
    if (traits.line_class == LineClass::attachment) return Verdict::article;
    if (traits.line_class == LineClass::caption) return Verdict::article;
    if (traits.line_class != LineClass::text || page_.other_voice(i) || is_linked_story(i) ||
        heads_noise(i) || (traits.bare_date && !block.bullet))
      return Verdict::noise;
    if (attached_ && traits.length > 1) return Verdict::article;
    if (page_.prose(i) || block.role == BlockRole::caption || block.role == BlockRole::table_row)
      return Verdict::article;
    if (block.role == BlockRole::heading) return Verdict::pending;
    if (page_.all_link(i) && traits.length < 120) return Verdict::noise;
    if (traits.sentence || traits.label || traits.length > 80) return Verdict::article;
    if (block.role == BlockRole::list_item)
      return i == page_.core || kin_item(i) ? Verdict::article : Verdict::pending;
    return Verdict::pending;
  }

  // «▶ …» over prose is a heading; in a row they are titles of other stories.
  [[nodiscard]] bool is_linked_story(std::size_t i) const {
    const auto marked = [&](std::size_t k) {
      return k < page_.blocks.size() && page_.blocks[k].role == BlockRole::heading &&
             page_.blocks[k].arrow;
    };
    return marked(i) && (marked(i + 1) || (i > 0 && marked(i - 1)));
  }

  // A word alone over tickers or buttons is no heading.
  [[nodiscard]] bool heads_noise(std::size_t i) const {
    constexpr std::uint32_t kLongestWord = 8;
    const LineTraits& traits = page_.judged[i].traits;
    return traits.words == 1 && traits.length < kLongestWord && !page_.blocks[i].bullet &&
           page_.blocks[i].role != BlockRole::table_row && i + 1 < page_.blocks.size() &&
           page_.line_class(i + 1) != LineClass::text &&
           page_.line_class(i + 1) != LineClass::caption;
  }

  // An item of a list without a verb: bullets of a press release, or what the page speaks of.
  [[nodiscard]] bool kin_item(std::size_t i) const {
    return !page_.short_item(i) || page_.core_pairs.coverage(page_.text(i)) >= 0.4;
  }

  // Does prose below «관련기사» or a signature still belong to this article? Another story has a
  // dateline of its own and speaks of other things.
  [[nodiscard]] bool kin(std::size_t i, Zone zone) const {
    if (!page_.prose(i) || page_.judged[i].traits.cut_begin > 0 || page_.judged[i].traits.mail)
      return false;
    const std::size_t common = common_count(word_stems(page_.text(i)), title_stems_);
    if (zone == Zone::signed_off)
      return common >= 2 || (common >= 1 && page_.core_pairs.coverage(page_.text(i)) >= 0.5);
    if (!resumes(i)) return false;
    return common >= 3 || (common >= 2 && common * 5 >= title_stems_.size() &&
                           page_.core_pairs.coverage(page_.text(i)) >= 0.45);
  }

  // Related stories are kin, too, but come as headline and summary by turns; an article resumes
  // after a gap and goes on with prose or ends.
  [[nodiscard]] bool resumes(std::size_t i) const {
    if (!page_.blocks[i].gap_before || has_time_stamp(page_.text(i))) return false;
    if (i + 1 >= page_.blocks.size()) return true;
    return page_.prose(i + 1) || page_.line_class(i + 1) != LineClass::text;
  }

  // Summaries in lists of stories end with when they appeared.
  [[nodiscard]] static bool has_time_stamp(std::string_view line) {
    return line.size() > 5 && line[line.size() - 3] == ':' &&
           is_digit(static_cast<unsigned char>(line.back()));
  }

  // Two kin paragraphs in a row.
  [[nodiscard]] bool goes_on(std::size_t i) const {
    if (!kin(i, Zone::signed_off)) return false;
    for (std::size_t k = i + 1; k < page_.blocks.size() && k <= i + 3; ++k) {
      if (page_.prose(k)) return kin(k, Zone::signed_off);
    }
    return false;
  }

  void learn_title_stems() {
    if (page_.title != kNoBlock) {
      title_stems_ = word_stems(page_.text(page_.title));
    } else if (page_.core < page_.blocks.size()) {
      title_stems_ = word_stems(page_.text(page_.core));
    }
  }

  // A table of which half the rows are contact rows is a contact box; in another, only such a row
  // is noise.
  void settle_contacts() {
    for (std::size_t begin = 0; begin < page_.blocks.size();) {
      if (page_.blocks[begin].role != BlockRole::table_row) {
        ++begin;
        continue;
      }
      std::size_t end = begin + 1;
      while (end < page_.blocks.size() && page_.blocks[end].role == BlockRole::table_row &&
             !begins_table(end))
        ++end;
      std::size_t contacts = 0;
      for (std::size_t i = begin; i < end; ++i)
        contacts += page_.line_class(i) == LineClass::contact;
      for (std::size_t i = begin; i < end; ++i) {
        if (page_.line_class(i) == LineClass::contact || contacts * 2 >= end - begin)
          page_.judged[i].kind = SectionKind::noise;
      }
      begin = end;
    }
  }

  // Rows of one table follow each other without a gap in a text, and share their header in markup.
  [[nodiscard]] bool begins_table(std::size_t i) const {
    return page_.blocks[i].table < 0 ? page_.blocks[i].gap_before
                                     : page_.blocks[i].table != page_.blocks[i - 1].table;
  }

  // An excerpt is cut off from the body, as a rule in the middle of a sentence.
  void judge_excerpts() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (page_.blocks[i].role != BlockRole::given_excerpt) continue;
      const std::string_view said = page_.text(i);
      if (page_.judged[i].traits.length < 8) continue;
      page_.judged[i].kind = SectionKind::excerpt;
      if (!page_.judged[i].traits.sentence) {
        const std::size_t stop = said.rfind(". ");
        if (stop != std::string_view::npos) {
          page_.blocks[i].end = page_.blocks[i].begin + static_cast<std::uint32_t>(stop) + 1;
        } else if (is_cut_off(said)) {
          page_.judged[i].kind = SectionKind::noise;
        }
      }
      if (page_.judged[i].kind == SectionKind::excerpt && body_says(page_.text(i)))
        page_.judged[i].kind = SectionKind::duplicate;
    }
  }

  [[nodiscard]] static bool is_cut_off(std::string_view said) {
    return said.ends_with("…") || said.ends_with("...") || said.ends_with("..");
  }

  [[nodiscard]] bool body_says(std::string_view said) const {
    std::size_t count = 0;
    const std::vector<std::uint64_t> pairs = bigrams(said);
    for (std::size_t i = page_.core; i < page_.blocks.size(); ++i) {
      if (page_.judged[i].kind != SectionKind::paragraph &&
          page_.judged[i].kind != SectionKind::list_item)
        continue;
      if (++count > 12) break;
      if (common_count(pairs, bigrams(page_.text(i))) * 20 >= pairs.size() * 19) return true;
    }
    return false;
  }

  JudgedPage& page_;
  bool ended_ = false;     ///< an end mark or the rights have been seen
  bool attached_ = false;  ///< an attachment has begun: lists and names in it are article, too
  std::vector<std::uint64_t> title_stems_;
};

}  // namespace

void find_article(JudgedPage& page) {
  ArticleFinder(page).find();
}

}  // namespace samgak
