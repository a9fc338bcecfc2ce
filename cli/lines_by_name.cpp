#include "cli/lines_by_name.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace samgak {

void LinesByName::add(std::string name, DocumentPosition position, const std::string& line) {
  constexpr std::size_t kMostInMemory = std::size_t{4} << 20;
  const std::lock_guard lock(mutex_);
  if (rest_.size() + line.size() > kMostInMemory) {
    file_.write(in_file_, rest_.data(), rest_.size());
    in_file_ += rest_.size();
    rest_.clear();
  }
  rows_.push_back({std::move(name), position, in_file_ + rest_.size(), line.size()});
  rest_ += line;
}

void LinesByName::settle(const std::vector<SourceFile>& files,
                         std::vector<Diagnostic>& diagnostics) {
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return std::tie(a.name, a.position) < std::tie(b.name, b.position);
  });
  const auto repeats = [&](const Row& first, const Row& row) {
    if (first.name != row.name) return false;
    diagnostics.push_back(repeated_name(row.name, files[row.position.file].path));
    return true;
  };
  rows_.erase(std::unique(rows_.begin(), rows_.end(), repeats), rows_.end());
}

void LinesByName::write(Sink& sink) const {
  std::string line;
  for (const Row& row : rows_) {
    if (row.at >= in_file_) {
      sink.append(std::string_view(rest_).substr(row.at - in_file_, row.size));
    } else {
      line.resize(row.size);
      file_.read(row.at, line.data(), line.size());
      sink.append(line);
    }
  }
  sink.flush();
}

}  // namespace samgak
