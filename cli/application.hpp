// All commands under one roof.
#pragma once

namespace samgak {

/// Runs the command line and returns the exit code. Never throws.
int run_application(int argc, char** argv);

}  // namespace samgak
