// Lines of N-Quads that come again for every subject, with the subject written over in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/sink.hpp"

namespace samgak::detail {

/// Texts in which one subject stands at several places. A whole run of text goes to the sink in one
/// piece, then a few moves write the subject over what stands there. The texts themselves stay as
/// they are for all subjects of one length: copying what was written a moment ago would wait for
/// the store buffer.
class LineFrames {
 public:
  /// Stands for the subject in what `add` takes.
  static constexpr char kSubject = '\x01';

  /// Returns the number of the frame.
  std::size_t add(std::string_view text) {
    frames_.push_back({std::string(text), {}, {}});
    return frames_.size() - 1;
  }

  /// `tail` says from where on subjects of this length differ: 16 to 32 bytes before the end.
  /// `subject` must live until the next one is set.
  void set_subject(std::string_view subject, std::size_t tail) {
    tail_size_ = subject.size() - tail;
    tail_ = subject.data() + tail;
    if (subject.size() != size_) rebuild(subject, tail);
  }

  void append(Sink& sink, std::size_t number) const {
    const Frame& frame = frames_[number];
    char* const out = sink.claim(frame.text.size());
    std::memcpy(out, frame.text.data(), frame.text.size());
    for (const std::uint32_t place : frame.tails) {
      // Two moves that may overlap.
      std::memcpy(out + place, tail_, 16);
      std::memcpy(out + place + tail_size_ - 16, tail_ + tail_size_ - 16, 16);
    }
    sink.commit(out + frame.text.size());
  }

 private:
  struct Frame {
    std::string pattern;
    std::string text;
    std::vector<std::uint32_t> tails;  ///< where the tail of the subject stands in `text`
  };

  void rebuild(std::string_view subject, std::size_t tail) {
    size_ = subject.size();
    for (Frame& frame : frames_) {
      frame.text.clear();
      frame.tails.clear();
      for (const char c : frame.pattern) {
        if (c != kSubject) {
          frame.text += c;
          continue;
        }
        frame.tails.push_back(static_cast<std::uint32_t>(frame.text.size() + tail));
        frame.text += subject;
      }
    }
  }

  std::vector<Frame> frames_;
  std::size_t size_ = 0;
  const char* tail_ = nullptr;
  std::size_t tail_size_ = 0;
};

}  // namespace samgak::detail
