#include "readers/markdown_reader.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>

#include "readers/block_builder.hpp"
#include "readers/document_maker.hpp"
#include "readers/front_matter.hpp"
#include "readers/html_tokenizer.hpp"
#include "readers/html_walker.hpp"
#include "readers/limits.hpp"
#include "readers/source_text.hpp"

namespace samgak {
namespace {

constexpr int kStop = 1;

/// Turns MD4C's events into elements. Its callbacks hand out pieces of the very text that it
/// parses, so the place of a piece is the distance of its pointer.
class MarkdownWalker {
 public:
  MarkdownWalker(Page& page, std::size_t begin)
      : source_(page.clean.source().text()), begin_(begin), builder_(page), html_(page, builder_) {}

  /// False when the text is nested deeper than it may be: what stands below was not read.
  bool walk() {
    MD_PARSER parser{};
    // Strikethrough would swallow the tilde of «2~3년», indented code the rows of a table written
    // with indents.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownWalker*>(self)->enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<MarkdownWalker*>(self)->leave(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownWalker*>(self)->enter_span(type);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownWalker*>(self)->leave_span(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<MarkdownWalker*>(self)->text(type, text, size);
    };
    const int result = md_parse(source_.data() + begin_,
                                static_cast<MD_SIZE>(source_.size() - begin_), &parser, this);
    flush_html();
    builder_.finish();
    return result == 0;
  }

  [[nodiscard]] bool too_deep() const { return builder_.too_deep(); }

 private:
  static HtmlTag element(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
        return HtmlTag::ul;
      case MD_BLOCK_OL:
        return HtmlTag::ol;
      case MD_BLOCK_LI:
        return HtmlTag::li;
      case MD_BLOCK_P:
        return HtmlTag::p;
      case MD_BLOCK_CODE:
        return HtmlTag::pre;
      case MD_BLOCK_TABLE:
        return HtmlTag::table;
      case MD_BLOCK_THEAD:
        return HtmlTag::thead;
      case MD_BLOCK_TBODY:
        return HtmlTag::tbody;
      case MD_BLOCK_TR:
        return HtmlTag::tr;
      case MD_BLOCK_TH:
        return HtmlTag::th;
      case MD_BLOCK_TD:
        return HtmlTag::td;
      case MD_BLOCK_H:
        return static_cast<HtmlTag>(static_cast<unsigned>(HtmlTag::h1) +
                                    static_cast<MD_BLOCK_H_DETAIL*>(detail)->level - 1);
      default:
        return HtmlTag::unknown;
    }
  }

  int enter(MD_BLOCKTYPE type, void* detail) {
    flush_html();
    if (type == MD_BLOCK_HR) builder_.rule();
    const HtmlTag tag = element(type, detail);
    if (tag >= HtmlTag::h1 && tag <= HtmlTag::h6) heading_ = tag;
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) {
      if (++depth_ > kMaxMarkdownDepth) return kStop;
    }
    if (tag != HtmlTag::unknown) builder_.open(tag);
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    flush_html();
    depth_ -= type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI;
    const HtmlTag tag = type == MD_BLOCK_H ? heading_ : element(type, nullptr);
    if (tag != HtmlTag::unknown) builder_.close(tag);
    return 0;
  }

  int enter_span(MD_SPANTYPE type) {
    flush_html();
    if (type == MD_SPAN_IMG) {
      if (images_++ == 0) builder_.break_block();
    } else if (type == MD_SPAN_A) {
      builder_.open(HtmlTag::a);
      in_link_ = true;
      link_text_ = false;
    } else if (type == MD_SPAN_STRONG) {
      builder_.open(HtmlTag::strong);
    }
    emphasis_opens_ = type == MD_SPAN_EM || type == MD_SPAN_STRONG;
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    flush_html();
    if (type == MD_SPAN_IMG) {
      if (--images_ == 0) builder_.break_block();
    } else if (type == MD_SPAN_A) {
      builder_.close(HtmlTag::a);
      in_link_ = false;
      if (link_text_ && !plain_link_target()) builder_.break_block();
    } else if (type == MD_SPAN_STRONG) {
      builder_.close(HtmlTag::strong);
    }
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG) underscores(last_end_, false);
    return 0;
  }

  int text(MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size) {
    const char* base = source_.data();
    const bool inside = piece >= base + begin_ && piece + size <= base + source_.size();
    const std::size_t at = inside ? static_cast<std::size_t>(piece - base) : last_end_;
    if (type == MD_TEXT_HTML) {
      if (inside) extend_html(at, at + size);
      return 0;
    }
    flush_html();
    if (images_ > 0) return 0;  // the words of an image say what it shows, seldom what happened
    if (type == MD_TEXT_BR) {
      builder_.line_break();
    } else if (type == MD_TEXT_SOFTBR || !inside) {
      builder_.space(at);
    } else {
      if (emphasis_opens_) underscores(at, true);
      emphasis_opens_ = false;
      write(type, at, at + size);
      link_text_ = true;
      last_end_ = at + size;
    }
    return 0;
  }

  void write(MD_TEXTTYPE type, std::size_t begin, std::size_t end) {
    if (in_link_ && begin > 0 && source_[begin - 1] == '<') return;  // an address in angle brackets
    if (type == MD_TEXT_ENTITY) return html_.text(begin, end);
    // Emphasis that CommonMark does not close before a particle («**「의향서」**에») leaves its
    // stars behind.
    const std::string_view source = source_.substr(0, end);
    std::size_t plain = begin;
    for (std::size_t star = source.find("**", begin); star < end; star = source.find("**", plain)) {
      builder_.text(plain, star);
      plain = std::min(source.find_first_not_of('*', star), end);
    }
    if (plain < end) builder_.text(plain, end);
  }

  // An underscore is a letter to whoever compares a quote with its source, so one inside a line
  // stays.
  void underscores(std::size_t at, bool before) {
    if (at == 0 || at >= source_.size()) return;
    std::size_t begin = at;
    std::size_t end = at;
    if (before) {
      while (begin > begin_ && source_[begin - 1] == '_') --begin;
    } else {
      while (end < source_.size() && source_[end] == '_') ++end;
      if (end < source_.size() && source_[end] != '\n') last_end_ = end;
    }
    const bool at_line_start = before && (begin == 0 || source_[begin - 1] == '\n');
    const bool at_line_end = !before && (end == source_.size() || source_[end] == '\n');
    if (end > begin && !at_line_start && !at_line_end) builder_.text(begin, end);
  }

  // `](address)` without a title or blanks: what a reader of evidence can strip.
  [[nodiscard]] bool plain_link_target() const {
    std::size_t at = last_end_;
    while (at < source_.size() && (source_[at] == '*' || source_[at] == '_' || source_[at] == '`'))
      ++at;
    if (source_.substr(at, 2) != "](") return at < source_.size() && source_[at] == '>';
    const std::size_t end = source_.find_first_of(") \t\n", at + 2);
    return end != std::string_view::npos && source_[end] == ')' &&
           source_.substr(at + 2, end - at - 2).find('(') == std::string_view::npos;
  }

  // HTML comes in pieces, a line or a tag each; the pieces of one stretch are read as one.
  void extend_html(std::size_t begin, std::size_t end) {
    if (html_end_ == 0) html_begin_ = begin;
    html_end_ = std::max(end, html_end_);
  }

  void flush_html() {
    if (html_end_ == 0) return;
    html_.walk(html_begin_, html_end_);
    last_end_ = html_end_;
    html_end_ = 0;
  }

  std::string_view source_;
  std::size_t begin_;
  BlockBuilder builder_;
  HtmlWalker html_;
  HtmlTag heading_ = HtmlTag::h1;
  int depth_ = 0;
  int images_ = 0;
  bool in_link_ = false;
  bool link_text_ = false;
  bool emphasis_opens_ = false;
  std::size_t last_end_ = 0;
  std::size_t html_begin_ = 0;
  std::size_t html_end_ = 0;
};

class MarkdownReader : public Reader {
 public:
  const ReaderCard& card() const override {
    static const ReaderCard kCard{
        "markdown",       "Markdown, Jekyll posts",           "text/markdown",
        {"md", "jekyll"}, {"md", "markdown", "mkd", "mdown"}, false};
    return kCard;
  }

  void for_each_document(std::string_view bytes, std::string_view name, const DocumentSink& sink,
                         std::vector<Diagnostic>& diagnostics) const override {
    if (!fits_document_limit(bytes, name, diagnostics)) return;
    const std::optional<SourceText> source = SourceText::decode(bytes, name, {}, diagnostics);
    if (!source) return;
    Page page(*source);
    const std::size_t body = body_begin(source->text());
    if (body > 0) read_front_matter(page, body, name, diagnostics);
    MarkdownWalker walker(page, body);
    const bool whole = walker.walk();
    if (!whole || walker.too_deep()) {
      diagnostics.push_back(
          {Severity::warning, "nesting", std::string(name),
           fmt::format("quotes or lists are nested deeper than {}; what stands below was not read",
                       kMaxMarkdownDepth)});
    }
    sink(make_document(std::move(page), name));
  }
};

}  // namespace

const Reader& markdown_reader() {
  static const MarkdownReader kReader;
  return kReader;
}

}  // namespace samgak
