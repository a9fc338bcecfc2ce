#include "readers/front_matter.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "readers/kinship.hpp"
#include "readers/limits.hpp"
#include "readers/page_date.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

struct Field {
  std::string key;
  std::string value;
  std::size_t begin;  ///< of the value in the YAML text
  std::size_t end;    ///< bound for it: where the next thing begins
};

/// Why a front matter is not read.
struct Refusal {
  std::string reason;
};

// Collects the scalars of the outermost mapping. Event by event, so no alias is ever expanded.
class FieldCollector : public YAML::EventHandler {
 public:
  std::vector<Field> fields;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    scalar(mark, anchor, "", {});
  }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { throw Refusal{"it uses an alias"}; }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    scalar(mark, anchor, tag, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    enter(mark, anchor, tag);
  }
  void OnSequenceEnd() override { --depth_; }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    enter(mark, anchor, tag);
  }
  void OnMapEnd() override { --depth_; }

 private:
  void check(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
    if (anchor != 0) throw Refusal{"it uses an anchor"};
    if (!tag.empty() && tag != "?" && tag != "!") throw Refusal{"it uses a tag"};
    if (!fields.empty() && fields.back().end == 0)
      fields.back().end = static_cast<std::size_t>(mark.pos);
  }

  void enter(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
    check(mark, anchor, tag);
    if (depth_ == 1) key_.clear(), key_next_ = true;
    if (++depth_ > kMaxFrontMatterDepth)
      throw Refusal{fmt::format("it is nested deeper than {}", kMaxFrontMatterDepth)};
  }

  void scalar(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag,
              const std::string& value) {
    check(mark, anchor, tag);
    if (++scalars_ > 2 * kMaxFrontMatterKeys)
      throw Refusal{fmt::format("it has more than {} keys", kMaxFrontMatterKeys)};
    if (depth_ != 1) return;
    if (key_next_) {
      if (value == "<<") throw Refusal{"it uses a merge key"};
      key_ = value;
    } else {
      fields.push_back({key_, value, static_cast<std::size_t>(mark.pos), 0});
    }
    key_next_ = !key_next_;
  }

  int depth_ = 0;
  int scalars_ = 0;
  bool key_next_ = true;
  std::string key_;
};

// Titles with a colon and no quotes are the usual mistake; `key: value` lines can still be read.
std::vector<Field> fields_by_line(std::string_view yaml, std::string_view separator = ": ") {
  std::vector<Field> fields;
  for (std::size_t begin = 0; begin < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', begin), yaml.size());
    const std::string_view line = yaml.substr(begin, end - begin);
    const std::size_t colon = line.find(separator);
    if (colon != std::string_view::npos && line[0] != ' ' && line[0] != '#') {
      const std::size_t value = line.find_first_not_of(' ', colon + separator.size() - 1);
      const std::size_t last = line.find_last_not_of(" \r\t");
      if (value != std::string_view::npos && last >= value && line[value] != '>' &&
          line[value] != '|') {
        fields.push_back({std::string(line.substr(0, colon)),
                          std::string(line.substr(value, last - value + 1)), begin + value,
                          begin + last + 1});
      }
    }
    begin = end + 1;
  }
  return fields;
}

/// Writes a scalar from its source, so that every character keeps its place.
class ScalarWriter {
 public:
  ScalarWriter(Page& page, std::size_t begin, std::size_t end)
      : page_(page), source_(page.clean.source().text()), begin_(begin), end_(end) {}

  void write() {
    const char first = begin_ < end_ ? source_[begin_] : ' ';
    if (first == '"' || first == '\'') {
      quoted(first);
    } else if (first == '>' || first == '|') {
      const std::size_t header = std::min(source_.find('\n', begin_), end_);
      page_.clean.append(header, end_);
    } else {
      const std::size_t comment = source_.substr(0, end_).find(" #", begin_);
      page_.clean.append(begin_, std::min(comment, end_));
    }
  }

 private:
  void quoted(char quote) {
    std::size_t plain = begin_ + 1;
    std::size_t at = plain;
    while (at < end_) {
      const bool doubled =
          quote == '\'' && source_[at] == '\'' && at + 1 < end_ && source_[at + 1] == '\'';
      const bool escape = quote == '"' && source_[at] == '\\' && at + 1 < end_;
      if (!doubled && !escape) {
        if (source_[at] == quote) break;
        ++at;
        continue;
      }
      page_.clean.append(plain, at);
      at += doubled ? apostrophe(at) : unescape(at);
      plain = at;
    }
    page_.clean.append(plain, at);
  }

  std::size_t apostrophe(std::size_t at) {
    page_.clean.append_for("'", at, at + 2);
    return 2;
  }

  std::size_t unescape(std::size_t at) {
    const CodePoint kind = decode(source_, at + 1);
    const std::size_t digits = kind.value == 'x'   ? 2
                               : kind.value == 'u' ? 4
                               : kind.value == 'U' ? 8
                                                   : 0;
    char32_t value = 0;
    std::size_t end = at + 2;
    for (; end < std::min(end_, at + 2 + digits); ++end) {
      const int digit = hexadecimal(source_[end]);
      if (digit < 0) break;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    if (digits == 0 || end != at + 2 + digits) {
      const bool white =
          kind.value == 'n' || kind.value == 't' || kind.value == 'r' || is_space(kind.value);
      page_.clean.append_for(white ? " " : source_.substr(at + 1, kind.length), at,
                             at + 1 + kind.length);
      return 1 + kind.length;
    }
    const bool bad = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
    std::string character;
    append_utf8(character, bad ? 0xFFFD : value);
    page_.clean.append_for(character, at, end);
    return digits + 2;
  }

  static int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  Page& page_;
  std::string_view source_;
  std::size_t begin_;
  std::size_t end_;
};

void add_block(Page& page, BlockRole role, std::size_t begin, std::size_t end) {
  Block block;
  block.role = role;
  block.begin = page.clean.begin_block();
  ScalarWriter(page, begin, end).write();
  block.end = page.clean.size();
  block.gap_before = true;
  if (block.end > block.begin) page.blocks.push_back(block);
}

bool is_excerpt_key(std::string_view key) {
  for (const std::string_view known :
       {"excerpt", "description", "summary", "feature_text", "subtitle", "lead"}) {
    if (key == known) return true;
  }
  return false;
}

bool is_date_key(std::string_view key) {
  for (const std::string_view known :
       {"date", "published", "pubdate", "publish_date", "published_at", "created"}) {
    if (key == known) return true;
  }
  return false;
}

// The lines of a folded or literal scalar that are headings of their own are no part of the
// excerpt.
void add_excerpt(Page& page, std::size_t begin, std::size_t end) {
  const std::string_view source = page.clean.source().text();
  const bool block_scalar = source[begin] == '>' || source[begin] == '|';
  if (!block_scalar) return add_block(page, BlockRole::given_excerpt, begin, end);
  std::size_t at = std::min(source.find('\n', begin), end);
  while (at < end) {
    const std::size_t gap = std::min(source.find("\n\n", at + 1), end);
    const std::size_t first = source.find_first_not_of(" \n\r", at);
    if (first < gap && source[first] != '#') {
      Block block;
      block.role = BlockRole::given_excerpt;
      block.begin = page.clean.begin_block();
      page.clean.append(first, gap);
      block.end = page.clean.size();
      block.gap_before = true;
      if (block.end > block.begin) page.blocks.push_back(block);
    }
    at = gap;
  }
}

void use_fields(Page& page, const std::vector<Field>& fields, std::size_t offset, std::size_t end) {
  for (const Field& field : fields) {
    const std::size_t begin = offset + field.begin;
    const std::size_t bound = field.end == 0 ? end : std::min(offset + field.end, end);
    if (begin >= bound) continue;
    if (field.key == "title") add_block(page, BlockRole::given_title, begin, bound);
    if (is_excerpt_key(field.key)) add_excerpt(page, begin, bound);
    if (is_date_key(field.key)) page.published.improve(find_date(field.value), DateSource::given);
    if (field.key == "image" || field.key == "permalink" || field.key == "url") {
      page.published.improve(date_in_url(field.value), DateSource::url);
    }
  }
}

}  // namespace

std::size_t body_begin(std::string_view text) {
  const bool toml = text.starts_with("+++\n") || text.starts_with("+++\r\n");
  if (!toml && !text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::string_view line = text.substr(at + 1, 5);
    if (toml ? !line.starts_with("+++") : !line.starts_with("---") && !line.starts_with("..."))
      continue;
    const std::size_t end = std::min(text.find('\n', at + 1), text.size());
    if (text.substr(at + 4, end - at - 4).find_first_not_of(" \t\r") != std::string_view::npos)
      continue;
    return std::min(end + 1, text.size());
  }
  return 0;
}

void read_front_matter(Page& page, std::size_t end, std::string_view name,
                       std::vector<Diagnostic>& diagnostics) {
  const std::string_view source = page.clean.source().text();
  const std::size_t begin = source.find('\n') + 1;
  const std::size_t close = source.rfind('\n', end >= 2 ? end - 2 : 0) + 1;
  const auto refuse = [&](std::string_view reason) {
    diagnostics.push_back({Severity::warning, "front-matter", std::string(name),
                           fmt::format("the front matter was not read: {}; the body was", reason)});
  };
  if (close - begin > kMaxFrontMatterBytes)
    return refuse(fmt::format("it is larger than {} KiB", kMaxFrontMatterBytes >> 10));
  const std::string_view yaml = source.substr(begin, close > begin ? close - begin : 0);
  // Of TOML, lines `key = value` are enough: title, date, description.
  if (source.starts_with("+++")) return use_fields(page, fields_by_line(yaml, " = "), begin, close);
  FieldCollector collector;
  try {
    std::istringstream stream{std::string(yaml)};
    YAML::Parser(stream).HandleNextDocument(collector);
  } catch (const Refusal& refusal) {
    return refuse(refusal.reason);
  } catch (const YAML::Exception& error) {
    refuse(
        fmt::format("line {}: {}; `key: value` lines were used", error.mark.line + 2, error.msg));
    collector.fields = fields_by_line(yaml);
  }
  use_fields(page, collector.fields, begin, close);
}

}  // namespace samgak
