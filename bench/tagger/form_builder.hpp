// Makes the tagger's table of forms.
#pragma once

#include <string>
#include <vector>

#include "bench/tagger/corpus.hpp"

namespace samgak {

/// The slots of a `FormTable`: every form and each of its beginnings, and the endings that three or
/// more forms share. Without forms, no slots.
std::string build_form_slots(const std::vector<TrainingForm>& forms);

}  // namespace samgak
