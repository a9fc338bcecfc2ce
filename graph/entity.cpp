#include "graph/entity.hpp"

namespace samgak {

std::string_view to_string(Status status) {
  switch (status) {
    case Status::held:
      return "held";
    case Status::planned:
      return "planned";
    case Status::proposed:
      return "proposed";
  }
  return "held";
}

}  // namespace samgak
