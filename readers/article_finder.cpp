#include "readers/article_finder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "readers/duplicate_finder.hpp"
#include "readers/kinship.hpp"
#include "readers/limits.hpp"
#include "readers/line_classifier.hpp"
#include "readers/line_joiner.hpp"
#include "readers/page_date.hpp"

namespace samgak {
namespace {

/// A sentence of this many code points is prose; shorter ones stand on buttons, too.
constexpr std::uint32_t kShortestProse = 25;
/// A headline may end as a sentence does, but without a full stop, and not this late.
constexpr std::uint32_t kLongestHeadline = 90;
/// Bytes of prose that say what the page is about.
constexpr std::size_t kCoreSample = 4000;
/// Share of a title's pairs of letters that its article repeats.
constexpr double kTitleCoverage = 0.3;
constexpr double kSubtitleCoverage = 0.28;

// How far the article is over. A higher one is never left for a lower one but by what proves the article to go on.
enum class Zone : std::uint8_t {
  article,
  signed_off,  ///< after a reporter's address
  related,     ///< after «관련기사»
  over         ///< after rankings, comments, rights
};

enum class Verdict : std::uint8_t { noise, article, pending };

/// Index of no block.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

class ArticleFinder {
 public:
  explicit ArticleFinder(Page& page) : page_(page), blocks_(page.blocks) {}

  std::vector<Section> find() {
    classify();
    forgive_doubt();
    find_core();
    find_title();
    date_page();
    judge_head();
    judge_body();
    judge_excerpts();
    return sections();
  }

 private:
  struct Judged {
    LineTraits traits;
    Verdict verdict = Verdict::noise;
    SectionKind kind = SectionKind::noise;
  };

  [[nodiscard]] std::string_view text(std::size_t i) const { return slice(page_.clean.text(), blocks_[i].span()); }
  [[nodiscard]] LineClass line_class(std::size_t i) const { return judged_[i].traits.line_class; }
  [[nodiscard]] bool given(std::size_t i) const {
    return blocks_[i].role == BlockRole::given_title || blocks_[i].role == BlockRole::given_excerpt;
  }
  [[nodiscard]] bool furniture(std::size_t i) const {
    return blocks_[i].role == BlockRole::furniture || blocks_[i].role == BlockRole::page_title ||
           blocks_[i].doubt > forgiven_doubt_;
  }
  [[nodiscard]] bool all_link(std::size_t i) const {
    return blocks_[i].link_bytes * 10 >= (blocks_[i].end - blocks_[i].begin) * 7;
  }

  // Prose of an article, whatever article it may be.
  [[nodiscard]] bool prose(std::size_t i) const {
    const Block& block = blocks_[i];
    if (furniture(i) || given(i) || line_class(i) != LineClass::text) return false;
    if (block.role == BlockRole::caption || block.role == BlockRole::table_row || block.role == BlockRole::heading) return false;
    const LineTraits& traits = judged_[i].traits;
    const bool sentence = traits.stopped || (traits.sentence && (unstopped_ || traits.length >= kLongestHeadline));
    return sentence && traits.length >= (unstopped_ ? kShortestProse / 2 : kShortestProse) && !(all_link(i) && traits.length < 120);
  }

  // What opens the body: prose in the company of prose, or the square or circle of a press release. A sentence that
  // stands alone among short lines asks for cookies, or says whose site it is.
  [[nodiscard]] bool opens_body(std::size_t i) const {
    constexpr std::size_t kCompany = 5;
    constexpr std::uint32_t kLongProse = 120;
    if (prose(i)) {
      if (judged_[i].traits.length >= kLongProse) return true;
      for (std::size_t k = i + 1; k < blocks_.size() && k <= i + kCompany; ++k) {
        if (prose(k)) return true;
      }
      return false;
    }
    const Block& block = blocks_[i];
    if (furniture(i) || given(i) || line_class(i) != LineClass::text) return false;
    if (block.role != BlockRole::list_item || !block.bullet || block.level > 1 || all_link(i)) return false;
    return judged_[i].traits.length >= 15 && text(i).find(' ') != std::string_view::npos && !html_list(i);
  }

  [[nodiscard]] std::size_t first_from(std::size_t from) const {
    for (std::size_t i = from; i < blocks_.size(); ++i) {
      if (opens_body(i)) return i;
    }
    for (std::size_t i = from; i < blocks_.size(); ++i) {
      if (prose(i)) return i;
    }
    return blocks_.size();
  }

  // A list of a page's markup is as often a menu as it is text.
  [[nodiscard]] bool html_list(std::size_t i) const {
    return blocks_[i].role == BlockRole::list_item && blocks_[i].indent == 0 && !blocks_[i].soft_before &&
           !judged_[i].traits.sentence && judged_[i].traits.length < 40;
  }

  void classify() {
    judged_.resize(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].role == BlockRole::furniture) continue;
      if (blocks_[i].role == BlockRole::table_row) {
        classify_row(i);
      } else {
        take_title_label(i);
        judged_[i].traits = classify_line(text(i), blocks_[i].bullet);
      }
    }
    std::size_t stopped = 0;
    std::size_t unstopped = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const LineTraits& traits = judged_[i].traits;
      if (!traits.sentence || traits.length < kShortestProse / 2 || traits.line_class != LineClass::text || given(i)) continue;
      ++(traits.stopped ? stopped : unstopped);
    }
    unstopped_ = unstopped > 2 * stopped + 3;
  }

  // «제목 : …»
  void take_title_label(std::size_t i) {
    const std::string_view line = text(i);
    if (!line.starts_with("제목")) return;
    std::size_t at = std::string_view("제목").size();
    while (at < line.size() && line[at] == ' ') ++at;
    if (at + 1 >= line.size() || line[at] != ':') return;
    at = line.find_first_not_of(" :", at);
    if (at == std::string_view::npos) return;
    blocks_[i].begin += static_cast<std::uint32_t>(at);
    blocks_[i].role = BlockRole::heading;
    blocks_[i].level = 1;
  }

  // A row is what its first cell is; a cell with a telephone number makes it a contact row.
  void classify_row(std::size_t i) {
    Judged& row = judged_[i];
    row.traits.length = static_cast<std::uint32_t>(text(i).size() / 2);
    for (std::uint32_t c = 0; c < blocks_[i].cell_count; ++c) {
      const std::string_view cell = slice(page_.clean.text(), page_.cells[blocks_[i].first_cell + c]);
      if (cell.empty() || cell.size() > 300) continue;
      const LineClass cell_class = classify_line(cell, true).line_class;
      if (cell_class == LineClass::contact) row.traits.line_class = LineClass::contact;
      const bool opener = cell_class == LineClass::hard_opener || cell_class == LineClass::soft_opener;
      if (opener && c == 0 && blocks_[i].cell_count <= 3) row.traits.line_class = cell_class;
    }
  }

  // Some pages hold everything in a «layer» or «widget». Doubt that a good part of the prose shares says nothing.
  void forgive_doubt() {
    std::array<std::size_t, 256> letters{};
    std::size_t all = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].role == BlockRole::furniture || given(i)) continue;
      const LineTraits& traits = judged_[i].traits;
      if (!traits.sentence || traits.length < kShortestProse / 2 || traits.line_class != LineClass::text) continue;
      letters[blocks_[i].doubt] += traits.length;
      all += traits.length;
    }
    std::size_t kept = letters[0];
    while (kept * 3 < all) kept += letters[++forgiven_doubt_];
  }

  void find_core() {
    std::size_t from = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (given(i)) from = i + 1;
    }
    core_ = first_from(from);
    begin_with_short_sentences(from);
    sample_core();
  }

  // Sentences too short to open a body by themselves do so before one.
  void begin_with_short_sentences(std::size_t from) {
    if (core_ == blocks_.size()) return;
    for (; core_ > from; --core_) {
      const std::size_t i = core_ - 1;
      const LineTraits& traits = judged_[i].traits;
      const BlockRole role = blocks_[i].role;
      if (furniture(i) || all_link(i) || traits.line_class != LineClass::text || !traits.stopped || traits.length < 8) break;
      if (role != BlockRole::paragraph && role != BlockRole::list_item) break;
    }
  }

  void sample_core() {
    core_pairs_ = {};
    std::size_t sampled = 0;
    for (std::size_t i = core_; i < blocks_.size() && sampled < kCoreSample; ++i) {
      const LineClass c = line_class(i);
      if (c == LineClass::soft_opener || c == LineClass::hard_opener || c == LineClass::copyright) break;
      if (furniture(i) || c != LineClass::text) continue;
      core_pairs_.add(text(i));
      sampled += text(i).size();
    }
  }

  [[nodiscard]] double likeness(std::size_t i, const std::string& hint) const {
    return jaccard(bigrams(text(i)), bigrams(hint));
  }

  void find_title() {
    std::string hint = page_.title_hint;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].role == BlockRole::given_title) title_ = i;
      if (blocks_[i].role == BlockRole::page_title && hint.empty()) hint = main_part(text(i));
    }
    if (title_ != kNone) return;
    if (!hint.empty()) {
      double best = 0.6;
      for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (furniture(i) || judged_[i].traits.length > 150) continue;
        const double like = likeness(i, hint) + (blocks_[i].role == BlockRole::heading ? 0.2 : 0.0);
        if (like > best) best = like, title_ = i;
      }
    }
    if (title_ != kNone) {
      start_after_title();
    } else {
      title_ = best_head_line();
    }
    if (title_ == kNone) use_page_title();
  }

  // A promo before the title is no core.
  void start_after_title() {
    if (core_ > title_) return;
    core_ = first_from(title_ + 1);
    begin_with_short_sentences(title_ + 1);
    sample_core();
  }

  // The first line above the body that the body speaks of as much as of any other.
  [[nodiscard]] std::size_t best_head_line() const {
    std::vector<double> scores(core_, 0.0);
    double best = 0.0;
    for (std::size_t i = 0; i < core_; ++i) {
      const Block& block = blocks_[i];
      const LineTraits& traits = judged_[i].traits;
      const bool heading = block.role == BlockRole::heading;
      if (furniture(i) || given(i) || block.bullet || block.role == BlockRole::caption || block.role == BlockRole::table_row) continue;
      if (traits.line_class != LineClass::text || traits.bare_date || traits.length > 120 || traits.label) continue;
      if (!heading && (traits.length < 8 || traits.words < 2)) continue;
      const std::string_view line = text(i);
      if (line[0] >= '0' && line[0] <= '9' && line.size() > 2 && (line[1] == ' ' || line[1] == '.')) continue;  // ranking
      const double coverage = core_pairs_.coverage(line);
      if (coverage < kTitleCoverage && !heading) continue;
      // Names of boards and outlets are short; so are section names, however often the body has their words.
      scores[i] = coverage + (heading ? (block.level == 1 ? 0.6 : 0.2) : 0.0) + std::min(traits.length, 30u) / 60.0;
      best = std::max(best, scores[i]);
    }
    for (std::size_t i = 0; i < core_; ++i) {
      if (scores[i] > 0.0 && scores[i] >= best * 0.7) return i;
    }
    return kNone;
  }

  // `<title>` without the outlet's name.
  [[nodiscard]] static std::string_view main_part(std::string_view title) {
    std::string_view longest;
    std::size_t begin = 0;
    while (begin <= title.size()) {
      std::size_t end = title.size();
      std::size_t next = title.size() + 1;
      for (const std::string_view mark : {" | ", " - ", " :: ", " < ", " > ", " – ", " — ", " : "}) {
        const std::size_t at = title.find(mark, begin);
        if (at < end) end = at, next = at + mark.size();
      }
      if (end - begin > longest.size()) longest = title.substr(begin, end - begin);
      begin = next;
    }
    return longest;
  }

  void use_page_title() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].role != BlockRole::page_title) continue;
      const std::string_view whole = text(i);
      const std::string_view part = main_part(whole);
      if (core_pairs_.coverage(part) < kTitleCoverage) return;
      blocks_[i].begin += static_cast<std::uint32_t>(part.data() - whole.data());
      blocks_[i].end = blocks_[i].begin + static_cast<std::uint32_t>(part.size());
      title_ = i;
      return;
    }
  }

  // Lines say when the page was published above the body and right below it; neighbours on a board come last.
  void date_page() {
    bool related = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const LineTraits& traits = judged_[i].traits;
      const std::string_view line = text(i);
      if (given(i) || traits.length > 400) continue;
      if (i < core_ || !related) {
        if (traits.line_class == LineClass::date_line) page_.published.improve(find_date(line), DateSource::byline);
        if (traits.line_class == LineClass::byline || (traits.bare_date && i < core_)) {
          page_.published.improve(find_date(line), i < core_ ? DateSource::byline : DateSource::text);
        }
        if (traits.line_class == LineClass::caption && traits.cut_end > 0) {
          page_.published.improve(find_date(line.substr(line.size() - traits.cut_end)), DateSource::text);
        }
      }
      if (i > core_ && (traits.line_class == LineClass::soft_opener || traits.line_class == LineClass::hard_opener)) {
        related = true;
        page_.published.improve(find_last_date(line), DateSource::neighbour);
      }
    }
  }

  // The date of a neighbour on a board ends its line, after a title that may hold dates itself.
  [[nodiscard]] static Date find_last_date(std::string_view line) {
    const std::size_t space = line.rfind(' ');
    return space == std::string_view::npos ? Date{} : find_date(line.substr(space + 1));
  }

  void accept(std::size_t i, SectionKind kind) {
    judged_[i].verdict = Verdict::article;
    judged_[i].kind = kind;
  }

  // Above the body: the title, its subtitles, captions; anything else is furniture.
  void judge_head() {
    if (title_ != kNone) accept(title_, SectionKind::title);
    for (std::size_t i = 0; i < core_ && i < blocks_.size(); ++i) {
      if (i == title_ || furniture(i) || given(i)) continue;
      const Block& block = blocks_[i];
      const LineTraits& traits = judged_[i].traits;
      if (core_ == blocks_.size()) {
        judge_without_core(i);
        continue;
      }
      if (title_ == kNone || i < title_) continue;
      if (traits.line_class == LineClass::caption || block.role == BlockRole::caption) {
        accept(i, SectionKind::caption);
      } else if (traits.line_class != LineClass::text || traits.bare_date || all_link(i)) {
        continue;
      } else if (block.role == BlockRole::table_row) {
        accept(i, SectionKind::table_row);
      } else if (traits.label && traits.length >= 10 && block.role != BlockRole::heading) {
        accept(i, kind_of(i));
      } else if (traits.length >= 4 && block.role == BlockRole::heading) {
        accept(i, SectionKind::heading);
      } else if (traits.length >= 8 && core_pairs_.coverage(text(i)) >= kSubtitleCoverage) {
        accept(i, SectionKind::heading);
      }
    }
  }

  // A page without prose (a label sheet, a headline, a sentence of a data set): what is no furniture counts.
  void judge_without_core(std::size_t i) {
    const LineClass c = line_class(i);
    if (blocks_.size() > 1 && c != LineClass::text && c != LineClass::caption && c != LineClass::attachment) return;
    accept(i, kind_of(i));
  }

  // «■ …» over paragraphs.
  [[nodiscard]] bool heads_paragraphs(std::size_t i) const {
    const Block& block = blocks_[i];
    if (!block.bullet || block.level != 0 || block.indent > 0 || judged_[i].traits.sentence || judged_[i].traits.length > 40) return false;
    return i + 1 < blocks_.size() && !blocks_[i + 1].bullet && blocks_[i + 1].gap_before && prose(i + 1);
  }

  [[nodiscard]] SectionKind kind_of(std::size_t i) const {
    if (line_class(i) == LineClass::attachment || heads_paragraphs(i)) return SectionKind::heading;
    switch (blocks_[i].role) {
      case BlockRole::heading:
        // Prose set as a heading is prose.
        return judged_[i].traits.sentence && judged_[i].traits.length > 60 ? SectionKind::paragraph : SectionKind::heading;
      case BlockRole::list_item:
        return SectionKind::list_item;
      case BlockRole::table_row:
        return SectionKind::table_row;
      case BlockRole::caption:
        return SectionKind::caption;
      default:
        return line_class(i) == LineClass::caption ? SectionKind::caption : SectionKind::paragraph;
    }
  }

  void judge_body() {
    learn_title_stems();
    std::vector<std::size_t> pending;
    std::size_t paragraphs = 0;
    Zone zone = Zone::article;
    for (std::size_t i = core_; i < blocks_.size(); ++i) {
      if (furniture(i) || given(i)) continue;
      if (i == title_) continue;
      zone = next_zone(i, zone, paragraphs);
      const Verdict verdict = judge(i, zone);
      judged_[i].verdict = verdict;
      if (verdict == Verdict::pending) pending.push_back(i);
      if (verdict != Verdict::article) continue;
      accept(i, kind_of(i));
      paragraphs += prose(i);
      for (const std::size_t heading : pending) accept(heading, heading_kind(heading));
      pending.clear();
    }
    settle_contacts();
  }

  [[nodiscard]] SectionKind heading_kind(std::size_t i) const {
    const SectionKind kind = kind_of(i);
    return kind == SectionKind::paragraph && !judged_[i].traits.sentence ? SectionKind::heading : kind;
  }

  [[nodiscard]] Zone next_zone(std::size_t i, Zone zone, std::size_t paragraphs) {
    switch (line_class(i)) {
      case LineClass::copyright:
      case LineClass::end_mark:
        ended_ = true;
        return Zone::over;
      case LineClass::hard_opener:
        return Zone::over;
      case LineClass::soft_opener:
        return zone == Zone::signed_off ? Zone::over : std::max(zone, Zone::related);
      case LineClass::byline:
        return paragraphs > 0 && judged_[i].traits.mail ? std::max(zone, Zone::signed_off) : zone;
      case LineClass::attachment:
        return zone == Zone::over ? zone : Zone::article;
      case LineClass::text:
        if (zone == Zone::article) return zone;
        // A counter of comments above the body is no end of it.
        if (zone == Zone::over) return paragraphs <= 2 && !ended_ && goes_on(i) ? Zone::article : zone;
        return kin(i, zone) ? Zone::article : zone;
      default:
        return zone;
    }
  }

  [[nodiscard]] Verdict judge(std::size_t i, Zone zone) const {
    if (zone != Zone::article) return Verdict::noise;
    const Block& block = blocks_[i];
    const LineTraits& traits = judged_[i].traits;
    if (traits.line_class == LineClass::attachment) return Verdict::pending;
    if (traits.line_class == LineClass::caption) return Verdict::article;
    if (traits.line_class != LineClass::text) return Verdict::noise;
    if (prose(i) || block.role == BlockRole::caption || block.role == BlockRole::table_row) return Verdict::article;
    if (block.role == BlockRole::heading) return Verdict::pending;
    if (all_link(i) && traits.length < 120) return Verdict::noise;
    if (traits.sentence || traits.label || traits.length > 80) return Verdict::article;
    if (block.role == BlockRole::list_item) return i == core_ || kin_item(i) ? Verdict::article : Verdict::pending;
    return Verdict::pending;
  }

  // An item of a list without a verb: bullets of a press release, or what the page speaks of.
  [[nodiscard]] bool kin_item(std::size_t i) const {
    return !html_list(i) || core_pairs_.coverage(text(i)) >= 0.4;
  }

  // Does prose below «관련기사» or a signature still belong to this article? Another story has a dateline of its own
  // and speaks of other things.
  [[nodiscard]] bool kin(std::size_t i, Zone zone) const {
    if (!prose(i) || judged_[i].traits.cut_begin > 0 || judged_[i].traits.mail) return false;
    const std::size_t common = common_count(word_stems(text(i)), title_stems_);
    if (zone == Zone::signed_off) return common >= 2 || (common >= 1 && core_pairs_.coverage(text(i)) >= 0.5);
    return common >= 3 || (common >= 2 && common * 5 >= title_stems_.size() && core_pairs_.coverage(text(i)) >= 0.45);
  }

  // Two kin paragraphs in a row.
  [[nodiscard]] bool goes_on(std::size_t i) const {
    if (!kin(i, Zone::signed_off)) return false;
    for (std::size_t k = i + 1; k < blocks_.size() && k <= i + 3; ++k) {
      if (prose(k)) return kin(k, Zone::signed_off);
    }
    return false;
  }

  void learn_title_stems() {
    if (title_ != kNone) {
      title_stems_ = word_stems(text(title_));
    } else if (core_ < blocks_.size()) {
      title_stems_ = word_stems(text(core_));
    }
  }

  // A table with a contact row is a contact box.
  void settle_contacts() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].role != BlockRole::table_row || line_class(i) != LineClass::contact) continue;
      const auto drop = [&](std::size_t k) { judged_[k].kind = SectionKind::noise; };
      drop(i);
      for (std::size_t k = i; k > 0 && blocks_[k - 1].role == BlockRole::table_row && !blocks_[k].gap_before; --k) drop(k - 1);
      for (std::size_t k = i + 1; k < blocks_.size() && blocks_[k].role == BlockRole::table_row; ++k) drop(k);
    }
  }

  // An excerpt is cut off from the body, as a rule in the middle of a sentence.
  void judge_excerpts() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].role != BlockRole::given_excerpt) continue;
      const std::string_view said = text(i);
      if (judged_[i].traits.length < 8) continue;
      judged_[i].kind = SectionKind::excerpt;
      if (!judged_[i].traits.sentence) {
        const std::size_t stop = said.rfind(". ");
        if (stop != std::string_view::npos) {
          blocks_[i].end = blocks_[i].begin + static_cast<std::uint32_t>(stop) + 1;
        } else if (is_cut_off(said)) {
          judged_[i].kind = SectionKind::noise;
        }
      }
      if (judged_[i].kind == SectionKind::excerpt && body_says(text(i))) judged_[i].kind = SectionKind::duplicate;
    }
  }

  [[nodiscard]] static bool is_cut_off(std::string_view said) {
    return said.ends_with("…") || said.ends_with("...") || said.ends_with("..");
  }

  [[nodiscard]] bool body_says(std::string_view said) const {
    std::size_t count = 0;
    const std::vector<std::uint64_t> pairs = bigrams(said);
    for (std::size_t i = core_; i < blocks_.size(); ++i) {
      if (judged_[i].kind != SectionKind::paragraph && judged_[i].kind != SectionKind::list_item) continue;
      if (++count > 12) break;
      if (common_count(pairs, bigrams(text(i))) * 20 >= pairs.size() * 19) return true;
    }
    return false;
  }

  std::vector<Section> sections() {
    std::vector<Section> out;
    out.reserve(blocks_.size() + 8);
    std::vector<int> section_of(blocks_.size(), -1);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      Block block = blocks_[i];
      const Judged& judged = judged_[i];
      Section section;
      section.kind = judged.kind;
      section.level = block.level;
      section.span = block.span();
      if (section.kind != SectionKind::noise) trim(block, judged, section, out);
      if (section.span.empty()) continue;
      if (block.role == BlockRole::table_row) {
        const auto first = page_.cells.begin() + block.first_cell;
        section.cells.assign(first, first + block.cell_count);
        if (block.header_row >= 0) section.header_row = section_of[static_cast<std::size_t>(block.header_row)];
      }
      section_of[i] = static_cast<int>(out.size());
      const Span back{section.span.end, block.end};
      out.push_back(std::move(section));
      if (!back.empty()) add_noise(back, out);
    }
    return out;
  }

  // Takes datelines and credits out of the section; they stay beside it as noise.
  void trim(const Block& block, const Judged& judged, Section& section, std::vector<Section>& out) const {
    if (block.role == BlockRole::table_row) return;
    const std::string_view all = page_.clean.text();
    std::uint32_t begin = block.begin + judged.traits.cut_begin;
    std::uint32_t end = std::max(begin, block.end - std::min(judged.traits.cut_end, block.end - block.begin));
    while (begin < end && all[begin] == ' ') ++begin;
    while (end > begin && all[end - 1] == ' ') --end;
    section.span = {begin, end};
    if (begin > block.begin) add_noise({block.begin, begin}, out);
    if (section.span.empty()) add_noise({end, block.end}, out);
  }

  void add_noise(Span span, std::vector<Section>& out) const {
    const std::string_view all = page_.clean.text();
    while (span.begin < span.end && all[span.begin] == ' ') ++span.begin;
    while (span.end > span.begin && all[span.end - 1] == ' ') --span.end;
    if (span.empty()) return;
    Section section;
    section.kind = SectionKind::noise;
    section.span = span;
    out.push_back(std::move(section));
  }

  Page& page_;
  std::vector<Block>& blocks_;
  std::vector<Judged> judged_;
  std::uint8_t forgiven_doubt_ = 0;  ///< doubt up to this is none
  bool unstopped_ = false;  ///< this author writes sentences without full stops
  bool ended_ = false;      ///< an end mark or the rights have been seen
  std::size_t core_ = 0;
  std::size_t title_ = kNone;
  BigramSet core_pairs_;
  std::vector<std::uint64_t> title_stems_;
};

}  // namespace

Document make_document(Page page, std::string_view name) {
  set_bullets_apart(page);
  join_wrapped_lines(page);
  std::vector<Section> sections = ArticleFinder(page).find();
  mark_duplicates(page.clean.text(), sections);
  OffsetMap map = page.clean.offset_map();
  return {std::string(name), std::move(page.clean).take(), std::move(sections), std::move(map), page.published.date};
}

bool fits_document_limit(std::string_view bytes, std::string_view name, std::vector<Diagnostic>& diagnostics) {
  if (bytes.size() <= kMaxDocumentBytes) return true;
  diagnostics.push_back({Severity::error, "too-large", std::string(name),
                         fmt::format("skipped: {} bytes are more than the {} MiB that a document may have; split it",
                                     bytes.size(), kMaxDocumentBytes >> 20)});
  return false;
}

}  // namespace samgak
