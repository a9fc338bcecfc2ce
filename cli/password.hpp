// A secret, from the environment or typed unseen: never from the command line, where others see it.
#pragma once

#include <string>

namespace samgak {

/// The value of the environment's `variable`; where it is not set, what the user types at the
/// terminal after `prompt`, without echo. Throws `UsageError` when there is neither, `Stopped` on a
/// signal.
[[nodiscard]] std::string read_password(const char* variable, const std::string& prompt);

}  // namespace samgak
