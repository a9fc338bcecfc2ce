// Members of a JSON object, written one after the other.
#pragma once

#include <string_view>

#include "exporters/detail/json_text.hpp"

namespace samgak::detail {

/// Writes `{`, members with commas between them, and `}` where `close` is called. Keys must need no
/// escaping.
class JsonObject {
 public:
  explicit JsonObject(Sink& sink) : sink_(sink) { sink_.put('{'); }
  void close() { sink_.put('}'); }

  void key(std::string_view name) {
    sink_.append(first_ ? "\"" : ",\"");
    first_ = false;
    sink_.append(name);
    sink_.append("\":");
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    append_json(sink_, value);
  }
  /// Nothing for an empty value.
  void optional_text(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  /// Array of what `write(item)` writes for each item.
  template <typename List, typename Write>
  void array(std::string_view name, const List& list, Write write) {
    key(name);
    char before = '[';
    for (const auto& item : list) {
      sink_.put(before);
      write(item);
      before = ',';
    }
    sink_.append(before == '[' ? "[]" : "]");
  }
  template <typename List>
  void texts(std::string_view name, const List& list) {
    array(name, list, [this](std::string_view item) { append_json(sink_, item); });
  }

 private:
  Sink& sink_;
  bool first_ = true;
};

}  // namespace samgak::detail
