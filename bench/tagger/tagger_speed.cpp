// How fast the name tagger reads: bytes of UTF-8 a second of processor time, features included.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "extractors/tagger/name_tagger.hpp"

namespace samgak {
namespace {

void measure(const std::string& model, const std::string& text_file) {
  const NameTagger tagger = NameTagger::from_file(model);
  std::ifstream in(text_file, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  if (text.size() < 1'000'000)
    throw std::runtime_error(text_file + ": less than a megabyte of text");
  TaggerScratch scratch;
  std::vector<TaggedSpan> found;
  std::vector<double> rates;
  for (int round = 0; round < 9; ++round) {
    found.clear();
    // Time of the processor, not of the clock on the wall: other programs may share the machine.
    const std::clock_t begin = std::clock();
    tagger.tag(text, scratch, found);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    rates.push_back(static_cast<double>(text.size()) / seconds / 1e6);
  }
  std::sort(rates.begin(), rates.end());
  fmt::print(
      "{} bytes, {} names: median {:.2f} MB/s (slowest {:.2f}, fastest {:.2f}) of {} rounds\n",
      text.size(), found.size(), rates[rates.size() / 2], rates.front(), rates.back(),
      rates.size());
}

}  // namespace
}  // namespace samgak

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: tagger_speed MODEL TEXT\n";
    return 2;
  }
  try {
    samgak::measure(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "tagger_speed: " << error.what() << "\n";
    return 1;
  }
}
