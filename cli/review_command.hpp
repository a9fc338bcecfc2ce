// `samgak review`: a graph and its ontology as one page for a domain expert.
#pragma once

#include <CLI/App.hpp>

namespace samgak {

void add_review_command(CLI::App& app);

}  // namespace samgak
