#include "graph/detail/shared_texts.hpp"

#include <bit>

namespace samgak::detail {

TextNumber SharedTexts::add(std::string_view text) {
  if (blocks_.total() + text.size() > most_) flush();
  const std::string_view kept = blocks_.keep(text);
  places_.push_back(
      {std::bit_cast<std::uint64_t>(kept.data()), static_cast<std::uint32_t>(kept.size())});
  total_ += kept.size();
  return static_cast<TextNumber>(places_.size() - 1);
}

void SharedTexts::begin_writing(std::string& arena) {
  arena_ = &arena;
  recent_ = {};
  // What is in memory would stand beside the graph to the end.
  if (first_in_memory_ != 1) flush();
}

void SharedTexts::write(TextNumber number) {
  Place& place = places_[number];
  const std::uint64_t at = arena_->size();
  if (written(number)) {
    arena_->append(*arena_, this->place(number), place.size);
  } else if (number >= first_in_memory_) {
    arena_->append(in_memory(number));
  } else {
    arena_->resize(at + place.size);
    file_.read(place.at, arena_->data() + at, place.size);
  }
  place.at = at | kWritten;
}

bool SharedTexts::less(TextNumber a, TextNumber b) const {
  return a != b && text(a, scratch_[0]) < text(b, scratch_[1]);
}

/// Moves all texts in memory to the file.
void SharedTexts::flush() {
  constexpr std::size_t kPiece = std::size_t{1} << 18;
  std::string piece;
  for (; first_in_memory_ < places_.size(); ++first_in_memory_) {
    Place& place = places_[first_in_memory_];
    const std::string_view text = in_memory(first_in_memory_);
    if (piece.size() + text.size() > kPiece) {
      file_.write(file_end_, piece.data(), piece.size());
      file_end_ += piece.size();
      piece.clear();
    }
    place.at = file_end_ + piece.size();
    piece += text;
  }
  file_.write(file_end_, piece.data(), piece.size());
  file_end_ += piece.size();
  blocks_ = TextBlocks();
  recent_.assign(recent_.size(), 0);
}

std::string_view SharedTexts::in_memory(TextNumber number) const {
  const Place& place = places_[number];
  return {std::bit_cast<const char*>(std::uint64_t{place.at}), place.size};
}

std::string_view SharedTexts::text(TextNumber number, std::string& scratch) const {
  const Place& place = places_[number];
  if (written(number)) return std::string_view(*arena_).substr(this->place(number), place.size);
  if (number >= first_in_memory_) return in_memory(number);
  scratch.resize(place.size);
  file_.read(place.at, scratch.data(), place.size);
  return scratch;
}

}  // namespace samgak::detail
