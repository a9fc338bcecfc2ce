#include "readers/line_joiner.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "readers/line_classifier.hpp"
#include "readers/line_edges.hpp"
#include "readers/line_endings.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

struct Bullet {
  std::uint32_t length = 0;  ///< bytes, white space after it included
  int level = 0;
  bool dash = false;
  bool number = false;
};

std::optional<int> bullet_level(char32_t c) {
  switch (c) {
    case 0x25A1:
    case 0x25A0:
    case 0x25C6:
    case 0x25C7:
    case 0x25A3:
    case 0x274F:
    case 0x2751:
    case 0x25FC:
    case 0x25FB:
    case 0x3141:  // ㅁ, typed for □
      return 0;
    case 0x25CB:
    case 0x25CF:
    case 0x25E6:
    case 0x25C9:
    case 0x25CE:
    case 0x3147:
    case 0x26AA:
    case 0x26AB:
    case 'o':
      return 1;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2012:
    case 0x2010:
    case 0x2212:
    case 0x2015:
    case 0xB7:
    case 0x2022:
    case 0x30FB:
    case 0x2219:
    case 0x318D:
    case 0x2027:
    case 0x22C5:
    case 0x25AA:
    case 0x25AB:
    case 0x25B9:
    case 0x25B8:
      return 2;
    case '*':
    case 0x203B:
      return 3;
    default:
      if (c >= 0x2460 && c <= 0x2473) return 2;  // ① … ⑳
      if (c >= 0x2776 && c <= 0x277F) return 2;  // ❶ … ❿
      return std::nullopt;
  }
}

// Headings inside an article: the mark goes, the line stays a heading.
bool is_heading_mark(char32_t c) {
  return c == 0x25B6 || c == 0x25B7 || c == 0x25BA || c == 0x261E;
}

// The marks of an outline: «1.», «Ⅱ.», «가.», «1)», «나)». A number before a number opens a date.
std::optional<Bullet> outline_mark_at(std::string_view line) {
  constexpr std::string_view kLetters = "가나다라마바사아자차카타파하";
  const CodePoint first = decode(line, 0);
  const bool roman = first.value >= 0x2160 && first.value <= 0x216B;
  Bullet bullet;
  bullet.number = true;
  std::size_t at = 0;
  if (roman) {
    at = first.length;
  } else if (is_digit(first.value)) {
    at = 1 + (line.size() > 1 && is_digit(static_cast<unsigned char>(line[1])));
  } else if (first.length == 3 && kLetters.find(line.substr(0, 3)) % 3 == 0) {
    at = first.length;
    bullet.level = 1;
  } else {
    return std::nullopt;
  }
  if (at < line.size() && (line[at] == '.' || line[at] == ')')) {
    bullet.level += line[at] == ')';
    ++at;
  } else if (!roman) {
    return std::nullopt;
  }
  const std::size_t mark = at;
  while (at < line.size() && line[at] == ' ') ++at;
  if (at == mark || at >= line.size() || is_digit(static_cast<unsigned char>(line[at])))
    return std::nullopt;
  bullet.length = static_cast<std::uint32_t>(at);
  return bullet;
}

std::optional<Bullet> bullet_at(std::string_view line) {
  if (const std::optional<Bullet> outline = outline_mark_at(line)) return outline;
  const CodePoint mark = decode(line, 0);
  const std::optional<int> level = bullet_level(mark.value);
  if (!level && !is_heading_mark(mark.value)) return std::nullopt;
  Bullet bullet;
  bullet.length = mark.length;
  bullet.level = level.value_or(0);
  bullet.dash = is_hyphen(mark.value);
  while (mark.value == '*' && bullet.length < line.size() && line[bullet.length] == '*')
    ++bullet.length;
  const CodePoint next = decode(line, bullet.length);
  const bool spaced = is_space(next.value);
  // «-3도», «o2», «·중» are words; a square or circle opens a line with or without a space.
  const bool weak = bullet.dash || mark.value == 'o' || mark.value == 0x3147 ||
                    mark.value == 0x3141 || is_middle_dot(mark.value);
  if (weak && !spaced && !(is_middle_dot(mark.value) && next.length > 0)) return std::nullopt;
  while (bullet.length < line.size() && line[bullet.length] == ' ') ++bullet.length;
  if (bullet.length >= line.size()) return std::nullopt;
  return bullet;
}

std::uint32_t columns(std::string_view line) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, at);
    width += c.value >= 0x1100 && c.length >= 3 ? 2 : 1;
    at += c.length;
  }
  return width;
}

bool is_line(const Block& block) {
  return block.role == BlockRole::paragraph || (block.role == BlockRole::list_item && block.bullet);
}

// The narrowest line that counts as wrapped, when the page looks wrapped at a fixed width at all.
std::optional<std::uint32_t> wrap_width(const Page& page) {
  constexpr std::uint32_t kNarrowest = 40;
  constexpr std::uint32_t kWidest = 160;
  std::vector<std::uint32_t> widths;
  for (std::size_t i = 1; i < page.blocks.size(); ++i) {
    const Block& above = page.blocks[i - 1];
    if (!page.blocks[i].soft_before || page.blocks[i].bullet || !is_line(above) ||
        !is_line(page.blocks[i]))
      continue;
    const std::string_view line = slice(page.clean.text(), above.span());
    if (line.size() > 600 || ends_sentence(line)) continue;
    widths.push_back(above.indent + columns(line));
  }
  if (widths.size() < 3) return std::nullopt;
  const std::uint32_t widest = *std::max_element(widths.begin(), widths.end());
  const std::uint32_t threshold = widest * 4 / 5;
  const auto near = static_cast<std::size_t>(std::count_if(
      widths.begin(), widths.end(), [&](std::uint32_t width) { return width >= threshold; }));
  if (widest < kNarrowest || widest > kWidest || near < 3 || near * 10 < widths.size() * 6)
    return std::nullopt;
  return threshold;
}

// «3. 참석자» heads the lines below it.
bool is_bare_head(const Block& above, std::string_view line) {
  constexpr std::uint32_t kLongestHead = 24;
  return above.numbered && columns(line) <= kLongestHead &&
         line.find(':') == std::string_view::npos;
}

// What stands below a label's content, and as far to the right, belongs to it.
bool continues_label(const Block& above, std::string_view line, const Block& below) {
  constexpr std::uint32_t kStep = 4;
  return is_label_line(line) && below.indent >= above.indent + kStep;
}

bool goes_on(const Page& page, const Block& above, const Block& below,
             std::optional<std::uint32_t> wrapped) {
  if (!below.soft_before || below.bullet || !is_line(above) || below.role != BlockRole::paragraph)
    return false;
  const std::string_view head = slice(page.clean.text(), above.span());
  const std::string_view tail = slice(page.clean.text(), below.span());
  if (ends_sentence(head) && !wrapped) return false;
  if (head.ends_with(':') || is_label_line(tail)) return false;
  const bool hangs = above.bullet ? below.indent >= 2 && !is_bare_head(above, head)
                                  : continues_label(above, head, below);
  const bool full = wrapped && above.indent + columns(head) >= *wrapped && !ends_sentence(head);
  if (!hangs && !full) return false;
  return classify_line(tail, true).line_class == LineClass::text;
}

// A line under a numbered head is an item of it.
void hang_below_head(const Page& page, const Block& above, Block& below) {
  if (!below.soft_before || below.bullet || below.role != BlockRole::paragraph) return;
  if (!is_bare_head(above, slice(page.clean.text(), above.span())) ||
      below.indent < above.indent + 2)
    return;
  below.role = BlockRole::list_item;
  below.bullet = true;
  below.level = above.level + 1;
}

/// «주요 내용은 다음과 같습니다.»: points follow, whatever marks them.
bool announces_points(std::string_view line) {
  constexpr std::size_t kReach = 30;  // bytes at the end of the line
  const std::string_view tail = line.substr(line.size() - std::min(line.size(), kReach));
  return tail.find("다음과 같") != std::string_view::npos ||
         tail.find("아래와 같") != std::string_view::npos;
}

}  // namespace

void set_bullets_apart(Page& page) {
  bool listed = false;  // the line above announces points, or is one
  for (Block& block : page.blocks) {
    const bool announced =
        std::exchange(listed, block.role == BlockRole::paragraph &&
                                  announces_points(slice(page.clean.text(), block.span())));
    if (block.role != BlockRole::paragraph && block.role != BlockRole::list_item) continue;
    const std::string_view line = slice(page.clean.text(), block.span());
    const CodePoint mark = decode(line, 0);
    const std::optional<Bullet> bullet = bullet_at(line);
    if (!bullet) continue;
    block.begin += bullet->length;
    if (is_heading_mark(mark.value) && announced) {
      block.role = BlockRole::list_item;
      block.level = 1;
      block.bullet = listed = true;
      continue;
    }
    if (is_heading_mark(mark.value)) {
      if (!ends_sentence(line)) block.role = BlockRole::heading;
      block.arrow = true;
      block.level = 4;
      continue;
    }
    if (bullet->dash && block.end - block.begin > 2) {  // «- … -» frames a subtitle
      const std::string_view inner = slice(page.clean.text(), block.span());
      const CodePoint last = decode_before(inner, inner.size());
      if (is_hyphen(last.value) && inner[inner.size() - last.length - 1] == ' ')
        block.end -= last.length + 1;
    }
    if (block.role == BlockRole::list_item && !block.bullet) block.level = 0;
    block.role = BlockRole::list_item;
    block.level = bullet->level;
    block.bullet = true;
    block.dashed = bullet->dash;
    block.numbered = bullet->number;
  }
}

void join_wrapped_lines(Page& page) {
  if (page.blocks.empty()) return;
  const std::optional<std::uint32_t> wrapped = wrap_width(page);
  std::size_t last = 0;
  std::uint32_t last_line =
      0;  // columns of the line that was joined last decide, not those of the whole block
  for (std::size_t i = 1; i < page.blocks.size(); ++i) {
    Block head = page.blocks[last];
    if (last_line != 0) head.begin = last_line;
    const Block below = page.blocks[i];
    if (page.blocks[last].end + 1 == below.begin && goes_on(page, head, below, wrapped)) {
      page.clean.join_before(below.begin);
      page.blocks[last].end = below.end;
      page.blocks[last].link_bytes += below.link_bytes;
      last_line = below.begin;
    } else {
      page.blocks[++last] = below;
      hang_below_head(page, page.blocks[last - 1], page.blocks[last]);
      last_line = 0;
    }
  }
  page.blocks.resize(last + 1);
}

}  // namespace samgak
