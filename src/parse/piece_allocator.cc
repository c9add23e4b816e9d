#include "parse/piece_allocator.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <functional>
#ifdef RUNBOOKC_SANITIZED
#include <sanitizer/asan_interface.h>
#endif

namespace runbookc {
namespace {

constexpr std::size_t kAlignment = alignof(std::max_align_t);

// By themselves sanitizers know where the buffer ends, but not where a piece does.
#ifdef RUNBOOKC_SANITIZED
void allow(const std::byte* bytes, std::size_t size) { ASAN_UNPOISON_MEMORY_REGION(bytes, size); }
void forbid(const std::byte* bytes, std::size_t size) { ASAN_POISON_MEMORY_REGION(bytes, size); }
#else
void allow(const std::byte* /*bytes*/, std::size_t /*size*/) {}
void forbid(const std::byte* /*bytes*/, std::size_t /*size*/) {}
#endif

// A piece of no bytes gets some, too: it would else begin where it ends, at worst behind the
// buffer.
constexpr std::size_t rounded(std::size_t size) {
  return (std::max<std::size_t>(size, 1) + kAlignment - 1) / kAlignment * kAlignment;
}

// A piece's size stands before it, where only these two may look.
std::size_t size_of(const std::byte* piece) {
  const std::byte* header = piece - kAlignment;
  std::size_t size = 0;
  allow(header, kAlignment);
  std::memcpy(&size, header, sizeof size);
  forbid(header, kAlignment);
  return size;
}

void set_size(std::byte* piece, std::size_t size) {
  std::byte* header = piece - kAlignment;
  allow(header, kAlignment);
  std::memcpy(header, &size, sizeof size);
  forbid(header, kAlignment);
}

void* or_abort(void* memory) {
  if (memory == nullptr) std::abort();
  return memory;
}

}  // namespace

void* PieceAllocator::allocate_zeroed(std::size_t count, std::size_t size) {
  const bool fits = size == 0 || count <= capacity_ / size;
  std::byte* piece = fits ? take(count * size) : nullptr;
  if (piece == nullptr) return or_abort(std::calloc(count, size));
  std::memset(piece, 0, count * size);
  return piece;
}

void* PieceAllocator::reallocate(void* memory, std::size_t size) {
  const std::size_t wanted = std::max<std::size_t>(size, 1);  // realloc frees what is to have none
  if (memory != nullptr && !owns(memory)) return or_abort(std::realloc(memory, wanted));
  void* moved = take(size);
  if (moved == nullptr) moved = or_abort(std::malloc(wanted));
  if (memory == nullptr) return moved;
  auto* piece = static_cast<std::byte*>(memory);
  std::memcpy(moved, piece, std::min(size_of(piece), size));
  give_back(piece);
  return moved;
}

void PieceAllocator::release(void* memory) {
  if (owns(memory))
    give_back(static_cast<std::byte*>(memory));
  else
    std::free(memory);
}

bool PieceAllocator::owns(const void* memory) const {
  const std::less<const void*> before;
  return bytes_ && !before(memory, bytes_.get()) && before(memory, bytes_.get() + capacity_);
}

std::byte* PieceAllocator::take(std::size_t size) {
  if (size >= capacity_ || kAlignment + rounded(size) > capacity_ - used_) return nullptr;
  if (!bytes_) {
    bytes_ = std::make_unique_for_overwrite<std::byte[]>(capacity_);
    forbid(bytes_.get(), capacity_);
  }
  std::byte* piece = bytes_.get() + used_ + kAlignment;
  set_size(piece, size);
  allow(piece, size);
  used_ += kAlignment + rounded(size);
  ++pieces_;
  return piece;
}

void PieceAllocator::give_back(std::byte* piece) {
  forbid(piece, size_of(piece));
  if (--pieces_ == 0) used_ = 0;
}

}  // namespace runbookc
