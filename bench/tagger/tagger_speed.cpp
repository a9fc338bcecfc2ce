// How fast the name tagger reads: bytes of UTF-8 a second on one core, features included.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "extractors/tagger/name_tagger.hpp"

namespace samgak {
namespace {

void measure(const std::string& model, const std::string& text_file) {
  const NameTagger tagger = NameTagger::from_file(model);
  std::ifstream in(text_file, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  if (text.empty()) throw std::runtime_error(text_file + ": no text");
  TaggerScratch scratch;
  std::vector<TaggedSpan> found;
  std::vector<double> rates;
  for (int round = 0; round < 9; ++round) {
    found.clear();
    const auto begin = std::chrono::steady_clock::now();
    tagger.tag(text, scratch, found);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    rates.push_back(static_cast<double>(text.size()) / seconds.count() / 1e6);
  }
  std::sort(rates.begin(), rates.end());
  fmt::print("{} bytes, {} names: median {:.2f} MB/s (slowest {:.2f}, fastest {:.2f}) of {} rounds\n", text.size(),
             found.size(), rates[rates.size() / 2], rates.front(), rates.back(), rates.size());
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
