#include "exporters/sink.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "exporters/detail/numbers.hpp"
#include "exporters/loss_report.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

TEST(Sink, KeepsBytesInOrderAcrossItsBuffer) {
  std::string out;
  std::string expected;
  StringSink sink(out);
  const std::string piece(1000, 'x');
  const std::string huge(3 * Sink::kCapacity + 17, 'y');
  for (int i = 0; i < 2000; ++i) {
    sink.put(static_cast<char>('a' + i % 26));
    sink.append(piece);
    expected += static_cast<char>('a' + i % 26) + piece;
    if (i % 700 == 0) {
      sink.append(huge);
      expected += huge;
    }
    char* room = sink.claim(8);
    sink.commit(std::copy_n("12345678", 8, room));
    expected += "12345678";
  }
  sink.flush();
  EXPECT_EQ(out, expected);
}

TEST(Sink, WritesToStreamsAndFiles) {
  std::ostringstream stream;
  StreamSink to_stream(stream);
  to_stream.append("가나다");
  to_stream.flush();
  EXPECT_EQ(stream.str(), "가나다");

  std::FILE* file = std::tmpfile();
  ASSERT_NE(file, nullptr);
  FileSink to_file(file, "tmp");
  to_file.append("라마바");
  to_file.flush();
  std::rewind(file);
  char text[32] = {};
  EXPECT_EQ(std::fread(text, 1, sizeof text, file), 9u);
  EXPECT_STREQ(text, "라마바");
  std::fclose(file);
}

TEST(Sink, ReportsWhatItsTargetDoesNotTake) {
  std::ostringstream stream;
  stream.setstate(std::ios::badbit);
  StreamSink to_stream(stream);
  to_stream.put('x');
  EXPECT_THROW(to_stream.flush(), WriteError);
  to_stream.flush();  // Nothing is left that could be written twice.

  std::FILE* full = std::fopen("/dev/full", "wb");
  if (full == nullptr) GTEST_SKIP() << "no /dev/full here";
  FileSink to_file(full, "/dev/full");
  to_file.put('x');
  EXPECT_THROW(to_file.flush(), WriteError);
  std::fclose(full);
}

TEST(Numbers, Decimals) {
  struct Case {
    std::uint32_t steps;
    const char* text;
  };
  for (const Case& c :
       {Case{9300, "0.93"}, Case{9000, "0.9"}, Case{500, "0.05"}, Case{10000, "1.0"},
        Case{1, "0.0001"}, Case{9301, "0.9301"}, Case{0, "0.0"}}) {
    std::string out;
    StringSink sink(out);
    detail::append_evidence_confidence(sink, c.steps);
    sink.flush();
    EXPECT_EQ(out, c.text);
  }
  std::string out;
  StringSink sink(out);
  for (const std::uint32_t hundredths : {1u, 10u, 93u}) detail::append_confidence(sink, hundredths);
  detail::append_double(sink, 0.1);
  detail::append_number(sink, 18446744073709551615u);
  sink.flush();
  EXPECT_EQ(out, "0.010.10.930.118446744073709551615");
}

TEST(LossReport, AddsUpAndSpeaks) {
  LossReport report{"dot", 1, 2, 3, {}};
  report.add(LossKind::cut, "labels", 0);
  report.add(LossKind::cut, "labels", 2);
  report.add(LossKind::replaced, "labels", 1);
  report.add(LossKind::cut, "labels", 3);
  EXPECT_EQ(format_losses(LossReport{"dot", 1, 2, 3, {}}), "") << "nothing lost, nothing to say";
  report.remarks.emplace_back("a client drops loops");
  EXPECT_EQ(format_losses(report),
            "dot: wrote 1 nodes, 2 edges, 3 pieces of evidence\ndot: cut 5 labels\ndot: replaced 1 "
            "labels\n"
            "dot: a client drops loops\n");
  EXPECT_EQ(
      to_json(report),
      R"({"format":"dot","nodes":1,"edges":2,"evidence":3,"widened":0,"replaced":1,"cut":5,"omitted":0,)"
      R"("losses":[{"kind":"cut","what":"labels","count":5},{"kind":"replaced","what":"labels","count":1}],)"
      R"("remarks":["a client drops loops"]})"
      "\n");
}

}  // namespace
}  // namespace samgak
