// Walks two sorted lists side by side.
#pragma once

namespace samgak {

/// Calls `only_old`, `only_new` or `both` for each element of two ranges that are sorted by `key`,
/// which is unique in each.
template <typename Range, typename Key, typename Old, typename New, typename Both>
void walk_sorted(const Range& before, const Range& after, Key key, Old only_old, New only_new,
                 Both both) {
  auto a = before.begin();
  auto b = after.begin();
  while (a != before.end() || b != after.end()) {
    if (b == after.end() || (a != before.end() && key(*a) < key(*b))) {
      only_old(*a);
      ++a;
    } else if (a == before.end() || key(*b) < key(*a)) {
      only_new(*b);
      ++b;
    } else {
      both(*a, *b);
      ++a;
      ++b;
    }
  }
}

}  // namespace samgak
