#include "cli/output_text.hpp"

#include <memory>

#include "cli/output_set.hpp"
#include "cli/terminal.hpp"

namespace samgak {

void write_text(std::string_view text, const std::string& target) {
  if (target == "-") return print(text);
  OutputSet output;
  const std::unique_ptr<Sink> sink = output.open(target);
  sink->append(text);
  sink->flush();
  output.commit();
}

}  // namespace samgak
