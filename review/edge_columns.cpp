#include "review/edge_columns.hpp"

namespace samgak::review {

std::uint32_t TextPool::operator[](std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const std::string& kept = texts_.emplace_back(text);
  numbers_.emplace(kept, static_cast<std::uint32_t>(texts_.size() - 1));
  return static_cast<std::uint32_t>(texts_.size() - 1);
}

void TextPool::write(JsonBlock& json, std::string_view name) const {
  json.key(name);
  json.open_array();
  for (const std::string& text : texts_) json.text(text);
  json.close_array();
}

char status_digit(Status status) {
  return static_cast<char>('0' + static_cast<int>(status));
}

void EdgeColumns::add(EntityIndex subject, EntityIndex object, std::uint32_t relation,
                      const StatementView& edge, std::size_t first) {
  subject_.push_back(number(subject));
  object_.push_back(number(object));
  relation_.push_back(relation);
  confidence_.push_back(edge.confidence);
  status_ += status_digit(edge.status);
  first_.push_back(static_cast<std::uint32_t>(first));
}

void EdgeColumns::write(JsonBlock& json, std::size_t end) const {
  json.numbers("subject", subject_);
  json.numbers("object", object_);
  json.numbers("relation", relation_);
  json.numbers("confidence", confidence_);
  json.text("status", status_);
  Column first = first_;
  first.push_back(static_cast<std::uint32_t>(end));
  json.numbers("first", first);
}

}  // namespace samgak::review
