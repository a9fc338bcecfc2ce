// Weights into the file that `TaggerModel` reads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bench/tagger/crf_trainer.hpp"
#include "bench/tagger/row_index.hpp"

namespace samgak {

/// The bytes of a model: weights in whole numbers from -127 to 127, only the `row_limit` rows that say most.
/// `form_slots` as `build_form_slots` makes them.
std::string write_model(const CrfModel& model, const std::vector<RowIndex::Name>& names, std::string_view form_slots,
                        std::size_t row_limit);

}  // namespace samgak
