#include <fmt/format.h>

#include "comparison/sorted_walk.hpp"
#include "comparison/vocabulary_comparison.hpp"

namespace samgak {
namespace {

class Comparison {
 public:
  explicit Comparison(const DataUse& use) : use_(use) {}

  std::vector<Change> compare(const std::vector<GazetteerEntry>& before,
                              const std::vector<GazetteerEntry>& after) {
    walk_sorted(
        before, after, [](const GazetteerEntry& e) -> const std::string& { return e.id; },
        [&](const GazetteerEntry& e) { entry(ChangeKind::removed, VersionStep::major, e); },
        [&](const GazetteerEntry& e) { entry(ChangeKind::added, VersionStep::minor, e); },
        [&](const GazetteerEntry& a, const GazetteerEntry& b) { fields(a, b); });
    sort_changes(out_);
    return std::move(out_);
  }

 private:
  Change base(ChangeKind kind, VersionStep step, const GazetteerEntry& entry) const {
    DataEffect effect;
    effect.nodes = use_.has_node(entry.id) ? 1 : 0;
    return {kind, ChangeOf::entry, entry.id, entry.ko, {}, {}, {}, step, effect};
  }

  void entry(ChangeKind kind, VersionStep step, const GazetteerEntry& entry) {
    Change change = base(kind, step, entry);
    (kind == ChangeKind::removed ? change.before : change.after) = entry.type;
    out_.push_back(std::move(change));
  }

  void field(const GazetteerEntry& entry, VersionStep step, std::string name,
             const std::string& before, const std::string& after) {
    if (before == after) return;
    Change change = base(ChangeKind::changed, step, entry);
    change.field = std::move(name);
    change.before = before;
    change.after = after;
    out_.push_back(std::move(change));
  }

  static std::string list(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
  }
  static std::string interval(const GazetteerEntry& entry) {
    return entry.valid_from + "/" + entry.valid_until;
  }

  void fields(const GazetteerEntry& a, const GazetteerEntry& b) {
    field(b, VersionStep::major, "type", a.type, b.type);
    field(b, VersionStep::patch, "name@ko", a.ko, b.ko);
    field(b, VersionStep::patch, "name@en", a.en, b.en);
    field(b, VersionStep::patch, "name@ja", a.ja, b.ja);
    field(b, VersionStep::patch, "aliases", list(a.aliases), list(b.aliases));
    field(b, VersionStep::patch, "bare", list(a.bare), list(b.bare));
    field(b, VersionStep::major, "parents", list(a.parents), list(b.parents));
    field(b, VersionStep::patch, "valid", interval(a), interval(b));
    field(b, VersionStep::patch, "wikidata", a.wikidata, b.wikidata);
  }

  const DataUse& use_;
  std::vector<Change> out_;
};

}  // namespace

std::vector<Change> compare_gazetteers(const std::vector<GazetteerEntry>& before,
                                       const std::vector<GazetteerEntry>& after,
                                       const DataUse& use) {
  return Comparison(use).compare(before, after);
}

}  // namespace samgak
