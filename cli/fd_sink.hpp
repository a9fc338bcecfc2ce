// A sink over a file descriptor.
#pragma once

#include <cstdint>
#include <string>

#include "exporters/sink.hpp"

namespace samgak {

/// The caller opens and closes `fd`; `name` stands in messages. Throws `WriteError` with the
/// system's reason, and `Stopped` once a signal asked the program to end.
class FdSink : public Sink {
 public:
  FdSink(int fd, std::string name) : fd_(fd), name_(std::move(name)) {}

 protected:
  void write(std::string_view bytes) override;

 private:
  int fd_;
  std::string name_;
};

}  // namespace samgak
