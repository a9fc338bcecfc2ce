// A short list of entities.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <utility>

#include "extractors/entity_id.hpp"

namespace samgak {

/// A vector that holds up to four numbers in itself: most names name one entity, a compound of
/// states seldom more than four. (Boost's small_vector does the same; g++ 12 warns falsely of it.)
class EntityIds {
 public:
  using value_type = EntityId;
  using iterator = EntityId*;
  using const_iterator = const EntityId*;

  EntityIds() = default;
  EntityIds(std::initializer_list<EntityId> ids) { append(ids.begin(), ids.end()); }
  EntityIds(const EntityId* first, const EntityId* last) { append(first, last); }
  EntityIds(const EntityIds& other) { append(other.begin(), other.end()); }
  EntityIds(EntityIds&& other) noexcept { swap(other); }
  EntityIds& operator=(const EntityIds& other) {
    if (this == &other) return *this;
    size_ = 0;
    append(other.begin(), other.end());
    return *this;
  }
  EntityIds& operator=(EntityIds&& other) noexcept {
    swap(other);
    return *this;
  }
  ~EntityIds() = default;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] EntityId* begin() { return many_ ? many_.get() : few_; }
  [[nodiscard]] EntityId* end() { return begin() + size_; }
  [[nodiscard]] const EntityId* begin() const { return many_ ? many_.get() : few_; }
  [[nodiscard]] const EntityId* end() const { return begin() + size_; }
  [[nodiscard]] EntityId front() const { return *begin(); }
  [[nodiscard]] EntityId back() const { return *(end() - 1); }

  void push_back(EntityId id) { append(&id, &id + 1); }
  void append(const EntityId* first, const EntityId* last) {
    const auto more = static_cast<std::uint32_t>(last - first);
    if (size_ + more > capacity_) grow(size_ + more);
    std::copy(first, last, end());
    size_ += more;
  }
  /// Takes out every `id`.
  void erase(EntityId id) { shrink(std::remove(begin(), end(), id)); }
  /// Leaves out what stands from `new_end` on.
  void shrink(const EntityId* new_end) { size_ = static_cast<std::uint32_t>(new_end - begin()); }
  void clear() { size_ = 0; }

  friend bool operator==(const EntityIds& a, const EntityIds& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  static constexpr std::uint32_t kFew = 4;

  void grow(std::uint32_t least) {
    const std::uint32_t capacity = std::max(least, 2 * capacity_);
    auto more = std::make_unique<EntityId[]>(capacity);
    std::copy(begin(), end(), more.get());
    many_ = std::move(more);
    capacity_ = capacity;
  }
  void swap(EntityIds& other) noexcept {
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(few_, other.few_);
    std::swap(many_, other.many_);
  }

  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = kFew;
  EntityId few_[kFew] = {};
  std::unique_ptr<EntityId[]> many_;  ///< takes the place of `few_`
};

}  // namespace samgak
