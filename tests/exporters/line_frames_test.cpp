#include "exporters/detail/line_frames.hpp"

#include <gtest/gtest.h>

namespace samgak::detail {
namespace {

std::string replaced(std::string text, const std::string& subject) {
  for (std::size_t at = 0; (at = text.find(LineFrames::kSubject, at)) != std::string::npos;) {
    text.replace(at, 1, subject);
    at += subject.size();
  }
  return text;
}

std::string written(const LineFrames& frames, std::size_t number) {
  std::string out;
  StringSink sink(out);
  frames.append(sink, number);
  sink.flush();
  return out;
}

TEST(LineFrames, PutEverySubjectAtEveryPlace) {
  const std::string texts[] = {"\x01> a \x01#e", "no subject", "\x01", "x \x01\x01 y"};
  for (std::size_t tail_size = 16; tail_size <= 32; ++tail_size) {
    LineFrames frames;
    for (const std::string& text : texts) frames.add(text);
    for (int round = 0; round < 3; ++round) {
      std::string subject = "<prefix/";
      for (std::size_t i = 0; i < tail_size; ++i) {
        subject += static_cast<char>('a' + (i + 7 * round) % 26);
      }
      frames.set_subject(subject, subject.size() - tail_size);
      for (std::size_t i = 0; i < std::size(texts); ++i) {
        EXPECT_EQ(written(frames, i), replaced(texts[i], subject)) << tail_size;
      }
    }
  }
}

TEST(LineFrames, TakeSubjectsOfAnotherLength) {
  LineFrames frames;
  frames.add("\x01.");
  for (const std::string subject :
       {"0123456789abcdef#e9", "0123456789abcdef#e10", "fedcba9876543210#e1"}) {
    frames.set_subject(subject, 0);
    EXPECT_EQ(written(frames, 0), subject + ".");
  }
}

}  // namespace
}  // namespace samgak::detail
