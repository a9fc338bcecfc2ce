#include "extractors/short_forms.hpp"

#include "text/utf8.hpp"

namespace samgak {

bool abbreviates(std::string_view shorter, std::string_view longer, int least_tail) {
  if (shorter.size() >= longer.size()) return shorter == longer;
  std::size_t a = shorter.size();
  std::size_t b = longer.size();
  bool tail = true;
  int same_tail = 0;
  while (a > 0 && b > 0) {
    const CodePoint x = decode_before(shorter, a);
    const CodePoint y = decode_before(longer, b);
    if (x.value == y.value) {
      a -= x.length;
      same_tail += tail ? 1 : 0;
    } else {
      tail = false;
    }
    b -= y.length;
  }
  return a == 0 && same_tail >= least_tail;
}

}  // namespace samgak
