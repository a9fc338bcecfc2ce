// Lines of N-Quads that come again for every subject, with the subject written over in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace samgak::detail {

/// Texts in which one subject stands at several places. Made once; a new subject of the same length
/// costs a few moves for each place, and a whole run of text goes to the sink in one piece.
class LineFrames {
 public:
  /// Stands for the subject in what `add` takes.
  static constexpr char kSubject = '\x01';

  /// Returns the number of the frame.
  std::size_t add(std::string_view text) {
    patterns_.emplace_back(text);
    texts_.emplace_back();
    return patterns_.size() - 1;
  }

  /// `tail` says where the subject begins to differ from the one before, at least 16 bytes before
  /// its end.
  void set_subject(std::string_view subject, std::size_t tail) {
    if (subject.size() != size_) return rebuild(subject);
    for (const Place& place : places_) {
      char* const to = texts_[place.frame].data() + place.offset;
      // Two moves that may overlap are enough for up to 32 bytes.
      std::memcpy(to + tail, subject.data() + tail, 16);
      std::memcpy(to + size_ - 16, subject.data() + size_ - 16, 16);
      if (size_ - tail > 32) std::memcpy(to + tail, subject.data() + tail, size_ - tail);
    }
  }

  [[nodiscard]] std::string_view operator[](std::size_t frame) const { return texts_[frame]; }

 private:
  struct Place {
    std::uint32_t frame = 0;
    std::uint32_t offset = 0;
  };

  void rebuild(std::string_view subject) {
    size_ = subject.size();
    places_.clear();
    for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
      std::string& text = texts_[i];
      text.clear();
      for (const char c : patterns_[i]) {
        if (c != kSubject) {
          text += c;
          continue;
        }
        places_.push_back({i, static_cast<std::uint32_t>(text.size())});
        text += subject;
      }
    }
  }

  std::vector<std::string> patterns_;
  std::vector<std::string> texts_;
  std::vector<Place> places_;
  std::size_t size_ = 0;
};

}  // namespace samgak::detail
