// Ctrl-C and its kin: finish what must not be left half-done, then end as the signal wants.
#pragma once

#include <exception>

namespace samgak {

/// Thrown where the program notices that it was asked to stop.
class Stopped : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "stopped by a signal"; }
};

/// From now on SIGINT, SIGTERM and SIGHUP (unless ignored already) only leave a note for
/// `throw_if_stopped`; a second one ends the program at once.
void catch_stop_signals();

/// Has a signal asked to stop?
[[nodiscard]] bool stop_requested();

/// Throws `Stopped` when a signal has come. Cheap; safe on any thread.
void throw_if_stopped();

/// Ends the program by the signal that came, so that its caller sees what happened.
[[noreturn]] void end_by_signal();

}  // namespace samgak
