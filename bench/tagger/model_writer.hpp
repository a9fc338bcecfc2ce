// Weights into the file that `TaggerModel` reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/tagger/crf_trainer.hpp"
#include "bench/tagger/row_index.hpp"

namespace samgak {

/// The numbers, rising, of the `limit` rows that tell labels apart the most; fewer when fewer say
/// anything.
std::vector<std::uint32_t> strongest_rows(const CrfModel& model, std::size_t limit);

/// The bytes of a model: weights in whole numbers from -127 to 127; rows that round to nothing are
/// left out. `form_slots` as `build_form_slots` makes them.
std::string write_model(const CrfModel& model, const std::vector<RowIndex::Name>& names,
                        std::string_view form_slots);

}  // namespace samgak
