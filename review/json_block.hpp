// JSON that may stand in a script element of a page.
#pragma once

#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samgak::review {

/// One JSON value, written front to back. Every `<` is escaped: no text in it can end the script
/// element or begin a comment.
class JsonBlock {
 public:
  void open_object() { writer_.StartObject(); }
  void close_object() { writer_.EndObject(); }
  void open_array() { writer_.StartArray(); }
  void close_array() { writer_.EndArray(); }
  void key(std::string_view name) { writer_.Key(name.data(), length(name)); }
  void text(std::string_view value) { writer_.String(value.data(), length(value)); }
  void number(std::uint64_t value) { writer_.Uint64(value); }
  void flag(bool value) { writer_.Bool(value); }

  void text(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void number(std::string_view name, std::uint64_t value) {
    key(name);
    number(value);
  }
  void flag(std::string_view name, bool value) {
    key(name);
    flag(value);
  }
  void texts(std::string_view name, const std::vector<std::string>& values) {
    key(name);
    open_array();
    for (const std::string& value : values) text(value);
    close_array();
  }
  void numbers(std::string_view name, const std::vector<std::uint32_t>& values) {
    key(name);
    open_array();
    for (const std::uint32_t value : values) number(value);
    close_array();
  }
  /// An array of objects; `write(item)` fills each.
  template <typename List, typename Write>
  void objects(std::string_view name, const List& list, Write write) {
    key(name);
    objects(list, write);
  }
  template <typename List, typename Write>
  void objects(const List& list, Write write) {
    open_array();
    for (const auto& item : list) {
      open_object();
      write(item);
      close_object();
    }
    close_array();
  }

  [[nodiscard]] std::string take() && { return std::move(out_.text); }

 private:
  struct Stream {
    using Ch = char;
    std::string text;
    void Put(char c) {
      if (c == '<') {
        text += "\\u003c";
      } else {
        text += c;
      }
    }
    void Flush() {}
  };

  static rapidjson::SizeType length(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  Stream out_;
  rapidjson::Writer<Stream> writer_{out_};
};

}  // namespace samgak::review
