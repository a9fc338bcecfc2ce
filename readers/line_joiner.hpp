// Lines into blocks: bullet marks set apart, wrapped lines joined.
#pragma once

#include "readers/page.hpp"

namespace samgak {

/// Takes the bullet mark of each line (□ ○ ㅇ - * ①) out of the block and gives the block its
/// level: □ ■ ◆ 0, ○ ㅇ ● 1, dashes, dots and numbers in circles 2, * and ※ 3.
void set_bullets_apart(Page& page);

/// Joins a line to the one above where that one plainly goes on: the text is wrapped at a fixed
/// width, or the line is indented below a bullet. Looks only at blocks with `soft_before`.
void join_wrapped_lines(Page& page);

}  // namespace samgak
