// Where exporters write: bytes are gathered in one buffer and handed on in large pieces.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace samgak {

/// A buffered appender. Not thread-safe. `flush` must be called at the end: the destructor writes
/// nothing, because it could not report a failure.
class Sink {
 public:
  /// Bytes of the buffer: what an export needs above the graph. What is written and then handed on
  /// should still lie in the nearest cache.
  static constexpr std::size_t kCapacity = std::size_t{64} * 1024;

  Sink() : Sink(kCapacity) {}
  virtual ~Sink();
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  void put(char c) {
    if (at_ == end_) drain();
    *at_++ = c;
  }

  void append(std::string_view text) {
    if (static_cast<std::size_t>(end_ - at_) < text.size()) return append_long(text);
    // An empty view may have no address, which memcpy does not take.
    if (!text.empty()) std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  /// A literal, whose length the compiler knows: a few moves instead of a call.
  template <std::size_t N>
  void append(const char (&text)[N]) {
    append_fixed<N - 1>(text);
  }
  template <std::size_t N>
  void append_fixed(const char* text) {
    if (static_cast<std::size_t>(end_ - at_) < N) return append_long({text, N});
    std::memcpy(at_, text, N);
    at_ += N;
  }

  /// Hands on what was written so far and then `bytes`, which are not copied.
  void hand_on(std::string_view bytes);

  /// Room for at least `size` bytes (at most `kCapacity`), to be filled from the front and given
  /// back to `commit`.
  [[nodiscard]] char* claim(std::size_t size) {
    if (static_cast<std::size_t>(end_ - at_) < size) drain();
    return at_;
  }
  /// `end` is one past the last byte written into what `claim` gave.
  void commit(char* end) { at_ = end; }

  /// Hands everything on. Throws `WriteError` when the target does not take it.
  void flush();

 protected:
  /// A buffer of `capacity` bytes, at least `kCapacity`.
  explicit Sink(std::size_t capacity);
  /// Goes on with `other`, of the same capacity, in place of the buffer, which is put there with
  /// all that is not handed on yet. Returns how many bytes that is.
  std::size_t exchange_buffer(std::unique_ptr<char[]>& other);
  /// Takes all of it or throws `WriteError`.
  virtual void write(std::string_view bytes) = 0;

 private:
  void drain();
  void append_long(std::string_view text);

  std::unique_ptr<char[]> buffer_;
  char* at_;
  char* end_;
};

/// Many small pieces in a row with one look at the room that they need: `room` bytes at most, of at
/// most `kCapacity`. Between the making and the end of a run nothing else may write to the sink.
class SinkRun {
 public:
  SinkRun(Sink& sink, std::size_t room) : sink_(sink), at_(sink.claim(room)) {}
  ~SinkRun() { sink_.commit(at_); }
  SinkRun(const SinkRun&) = delete;
  SinkRun& operator=(const SinkRun&) = delete;

  template <std::size_t N>
  SinkRun& operator<<(const char (&text)[N]) {
    return bytes<N - 1>(text);
  }
  SinkRun& operator<<(std::string_view text) {
    if (!text.empty()) std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
    return *this;
  }
  template <std::size_t N>
  SinkRun& bytes(const char* text) {
    std::memcpy(at_, text, N);
    at_ += N;
    return *this;
  }
  /// A number takes at most 20 bytes.
  SinkRun& operator<<(std::uint32_t number) {
    at_ = std::to_chars(at_, at_ + 20, number).ptr;
    return *this;
  }

 private:
  Sink& sink_;
  char* at_;
};

/// Writes to a C stream, which the caller opens and closes. `name` stands in messages.
class FileSink : public Sink {
 public:
  FileSink(std::FILE* file, std::string name);

 protected:
  void write(std::string_view bytes) override;

 private:
  std::FILE* file_;
  std::string name_;
};

/// Appends to a string, which must outlive the sink.
class StringSink : public Sink {
 public:
  explicit StringSink(std::string& out) : out_(out) {}

 protected:
  void write(std::string_view bytes) override;

 private:
  std::string& out_;
};

/// Writes to a C++ stream, which must outlive the sink.
class StreamSink : public Sink {
 public:
  explicit StreamSink(std::ostream& out) : out_(out) {}

 protected:
  void write(std::string_view bytes) override;

 private:
  std::ostream& out_;
};

}  // namespace samgak
