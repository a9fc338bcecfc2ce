// What an export could not carry: said, never dropped in silence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

enum class LossKind : std::uint8_t {
  widened,   ///< said less precisely than the graph knows it
  replaced,  ///< another value stands in its place
  cut,       ///< shortened
  omitted    ///< not written
};

[[nodiscard]] std::string_view to_string(LossKind kind);

struct Loss {
  LossKind kind = LossKind::omitted;
  std::string what;  ///< a noun phrase, e.g. `control characters`
  std::uint64_t count = 0;
};

struct LossReport {
  std::string format;
  std::uint64_t nodes = 0;     ///< nodes written
  std::uint64_t edges = 0;     ///< edges written
  std::uint64_t evidence = 0;  ///< pieces of evidence written
  std::vector<Loss> losses;
  std::vector<std::string> remarks =
      {};  ///< what the client will do with the file, in our own plain words

  /// Adds `count` to the loss of that name; 0 changes nothing.
  void add(LossKind kind, std::string_view what, std::uint64_t count);
  [[nodiscard]] std::uint64_t total(LossKind kind) const;
};

/// Lines of text: what was written, then one a loss (`graphml: replaced 3 control characters`) and
/// one a remark. Empty when nothing was lost and there is nothing to remark.
[[nodiscard]] std::string format_losses(const LossReport& report);
/// The report as a JSON object, one line: counts of what was written, of losses by kind, each loss.
[[nodiscard]] std::string to_json(const LossReport& report);

}  // namespace samgak
