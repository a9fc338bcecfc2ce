// `samgak ontology`: writes the vocabulary in the forms in which it is published.
#pragma once

#include <CLI/App.hpp>

namespace samgak {

/// Options of `ontology` itself; it publishes where no subcommand is called.
void add_ontology_publication(CLI::App& ontology);

}  // namespace samgak
