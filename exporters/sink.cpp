#include "exporters/sink.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <ostream>
#include <system_error>
#include <utility>

#include "text/diagnostic.hpp"

namespace samgak {

Sink::Sink(std::size_t capacity)
    : buffer_(new char[capacity]), at_(buffer_.get()), end_(at_ + capacity) {}
Sink::~Sink() = default;

void Sink::flush() {
  drain();
}

void Sink::drain() {
  const std::string_view bytes(buffer_.get(), static_cast<std::size_t>(at_ - buffer_.get()));
  // Emptied first: after a failure the sink must not try the same bytes again.
  at_ = buffer_.get();
  if (!bytes.empty()) write(bytes);
}

void Sink::hand_on(std::string_view bytes) {
  drain();
  write(bytes);
}

std::size_t Sink::exchange_buffer(std::unique_ptr<char[]>& other) {
  const auto used = static_cast<std::size_t>(at_ - buffer_.get());
  const auto capacity = static_cast<std::size_t>(end_ - buffer_.get());
  buffer_.swap(other);
  at_ = buffer_.get();
  end_ = at_ + capacity;
  return used;
}

void Sink::append_long(std::string_view text) {
  drain();
  if (text.size() >= static_cast<std::size_t>(end_ - at_)) {
    write(text);
  } else {
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
}

FileSink::FileSink(std::FILE* file, std::string name) : file_(file), name_(std::move(name)) {}

void FileSink::write(std::string_view bytes) {
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size() &&
      std::fflush(file_) == 0) {
    return;
  }
  const int error = errno;
  throw WriteError(
      fmt::format("{}: cannot be written: {}", visible(name_),
                  error == 0 ? "unknown reason" : std::generic_category().message(error)));
}

void StringSink::write(std::string_view bytes) {
  out_.append(bytes);
}

void StreamSink::write(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out_.flush();
  if (!out_) throw WriteError("the output stream does not take what is written");
}

}  // namespace samgak
