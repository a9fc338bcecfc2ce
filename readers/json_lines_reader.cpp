#include "readers/json_lines_reader.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>

#include "readers/document_maker.hpp"
#include "readers/html_reader.hpp"
#include "readers/limits.hpp"
#include "readers/page_date.hpp"
#include "readers/plain_text_reader.hpp"
#include "readers/source_text.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

struct Record {
  std::string id;
  std::string title;
  std::string date;
  std::string url;
  std::string text;
  std::string html;
};

// SAX, because a tree of hostile input is as deep as its sender likes.
class RecordHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordHandler> {
 public:
  Record record;
  bool is_object = false;

  bool Default() { return field_ = nullptr, true; }
  bool StartObject() {
    if (depth_ == 0) is_object = true;
    return enter();
  }
  bool EndObject(rapidjson::SizeType) { return leave(); }
  bool StartArray() { return enter(); }
  bool EndArray(rapidjson::SizeType) { return leave(); }
  bool Key(const char* key, rapidjson::SizeType size, bool) {
    field_ = depth_ == 1 ? field({key, size}) : nullptr;
    return true;
  }
  bool String(const char* value, rapidjson::SizeType size, bool) {
    if (depth_ == 1 && field_ != nullptr && field_->empty()) field_->assign(value, size);
    return Default();
  }
  bool Int(int value) { return number(value); }
  bool Uint(unsigned value) { return number(value); }
  bool Int64(int64_t value) { return number(value); }
  bool Uint64(uint64_t value) { return number(value); }

 private:
  std::string* field(std::string_view key) {
    if (key == "id" || key == "doc_id" || key == "_id") return &record.id;
    if (key == "title" || key == "headline") return &record.title;
    if (key == "date" || key == "published" || key == "published_at" || key == "datePublished")
      return &record.date;
    if (key == "url" || key == "link") return &record.url;
    if (key == "text" || key == "body" || key == "content") return &record.text;
    if (key == "html") return &record.html;
    return nullptr;
  }

  template <typename Number>
  bool number(Number value) {
    if (depth_ == 1 && field_ == &record.id && record.id.empty())
      record.id = fmt::format("{}", value);
    return Default();
  }

  bool enter() {
    field_ = nullptr;
    return ++depth_ <= kMaxJsonDepth;
  }
  bool leave() {
    --depth_;
    return Default();
  }

  int depth_ = 0;
  std::string* field_ = nullptr;
};

// The title is no part of the text, so all of it lies at place 0.
void add_title(Page& page, std::string_view title) {
  Block block;
  block.role = BlockRole::given_title;
  block.begin = page.clean.begin_block();
  page.clean.append_for(normalize_nfc(title), 0, 0);
  block.end = page.clean.size();
  block.gap_before = true;
  page.blocks.push_back(block);
}

class JsonLinesReader : public Reader {
 public:
  const ReaderCard& card() const override {
    static const ReaderCard kCard{"jsonl",
                                  "JSON Lines",
                                  "application/x-ndjson",
                                  {"ndjson", "json-lines"},
                                  {"jsonl", "ndjson"},
                                  true};
    return kCard;
  }

  void for_each_document(std::string_view bytes, std::string_view name, const DocumentSink& sink,
                         std::vector<Diagnostic>& diagnostics) const override {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      read_json_line(bytes.substr(begin, end - begin), name, ++number, sink, diagnostics);
      begin = end + 1;
    }
  }
};

}  // namespace

void read_json_line(std::string_view line, std::string_view name, std::size_t number,
                    const DocumentSink& sink, std::vector<Diagnostic>& diagnostics) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
  const auto skip = [&](std::string_view code, std::string reason) {
    diagnostics.push_back({Severity::error, std::string(code), std::string(name),
                           fmt::format("line {} skipped: {}", number, reason)});
  };
  if (line.size() > kMaxJsonLineBytes) {
    return skip("too-large", fmt::format("it is longer than {} MiB", kMaxJsonLineBytes >> 20));
  }
  RecordHandler handler;
  rapidjson::Reader reader;
  rapidjson::MemoryStream stream(line.data(), line.size());
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  if (!reader.Parse<kFlags>(stream, handler)) {
    const bool deep = reader.GetParseErrorCode() == rapidjson::kParseErrorTermination;
    return skip("json", deep ? fmt::format("it is nested deeper than {}", kMaxJsonDepth)
                             : fmt::format("{} at byte {}",
                                           rapidjson::GetParseError_En(reader.GetParseErrorCode()),
                                           reader.GetErrorOffset()));
  }
  const Record& record = handler.record;
  if (!handler.is_object || (record.text.empty() && record.html.empty())) {
    return skip("json", "it is no object with a `text` or an `html`");
  }
  const std::string document = record.id.empty() ? fmt::format("{}:{}", name, number) : record.id;
  const bool is_html = record.text.empty();
  const std::string& content = is_html ? record.html : record.text;
  const std::optional<SourceText> source =
      SourceText::decode(content, document, "utf-8", diagnostics);
  if (!source) return;
  Page page(*source);
  if (!record.title.empty() && is_valid_utf8(record.title)) add_title(page, record.title);
  page.published.improve(find_date(record.date), DateSource::given);
  page.published.improve(date_in_url(record.url), DateSource::url);
  if (is_html) {
    read_html(page, document, diagnostics);
  } else {
    read_plain_lines(page, 0, source->text().size());
  }
  sink(make_document(std::move(page), document));
}

const Reader& json_lines_reader() {
  static const JsonLinesReader kReader;
  return kReader;
}

}  // namespace samgak
