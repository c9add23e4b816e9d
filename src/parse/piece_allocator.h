// Hands out one buffer piece by piece.
#pragma once

#include <cstddef>
#include <memory>

namespace runbookc {

// Pieces stand one behind the other in a buffer, which is asked for with the first of them and used
// again when all were given back, in any order. What does not fit comes from malloc. A piece is
// aligned for anything and never null: who is out of memory is aborted. For one thread; the buffer
// goes with the allocator. Sanitizers are told which bytes are a piece's.
class PieceAllocator {
 public:
  explicit constexpr PieceAllocator(std::size_t capacity) : capacity_(capacity) {}

  void* allocate_zeroed(std::size_t count, std::size_t size);
  // As realloc, but that a piece of the buffer always moves, and that a size of 0 does not free it.
  void* reallocate(void* memory, std::size_t size);
  void release(void* memory);

  // Whether `memory` is a piece of the buffer.
  bool owns(const void* memory) const;

 private:
  std::byte* take(std::size_t size);  // null if there is no room
  void give_back(std::byte* piece);

  std::size_t capacity_;
  std::unique_ptr<std::byte[]> bytes_;
  std::size_t used_ = 0;
  std::size_t pieces_ = 0;
};

}  // namespace runbookc
