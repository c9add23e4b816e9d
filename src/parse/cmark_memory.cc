#include "parse/cmark_memory.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>

namespace runbookc {
namespace {

// cmark asks for some hundred nodes and buffers a page, and frees them one by one: with malloc and
// free they are 7 % of a check. Most pages need a quarter of this.
#ifdef RUNBOOKC_SANITIZED
constexpr std::size_t kBufferBytes = 0;  // a sanitizer sees what runs over only between allocations
#else
constexpr std::size_t kBufferBytes = std::size_t{512} << 10U;
#endif
constexpr std::size_t kAlignment = alignof(std::max_align_t);

constexpr std::size_t rounded(std::size_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

class PieceBuffer {
 public:
  // Null if there is no room.
  std::byte* take(std::size_t size) {
    if (size >= kBufferBytes || rounded(size) + kAlignment > kBufferBytes - used_) return nullptr;
    if (!bytes_) bytes_ = std::make_unique_for_overwrite<Bytes>();
    std::byte* piece = bytes_->data() + used_ + kAlignment;
    set_size(piece, size);
    used_ += kAlignment + rounded(size);
    ++pieces_;
    return piece;
  }

  void give_back() {
    if (--pieces_ == 0) used_ = 0;
  }

  bool owns(const void* memory) const {
    const std::less<const void*> before;
    return bytes_ && !before(memory, bytes_->data()) &&
           before(memory, bytes_->data() + bytes_->size());
  }

  // What stands before a piece.
  static std::size_t size_of(const std::byte* piece) {
    std::size_t size = 0;
    std::memcpy(&size, piece - kAlignment, sizeof size);
    return size;
  }

 private:
  static void set_size(std::byte* piece, std::size_t size) {
    std::memcpy(piece - kAlignment, &size, sizeof size);
  }

  using Bytes = std::array<std::byte, kBufferBytes>;
  std::unique_ptr<Bytes> bytes_;
  std::size_t used_ = 0;
  std::size_t pieces_ = 0;
};

thread_local PieceBuffer buffer;

// cmark never goes on without memory.
void* or_abort(void* memory) {
  if (memory == nullptr) std::abort();
  return memory;
}

void* allocate_zeroed(std::size_t count, std::size_t size) {
  const bool fits = size == 0 || count <= kBufferBytes / size;
  std::byte* piece = fits ? buffer.take(count * size) : nullptr;
  if (piece == nullptr) return or_abort(std::calloc(count, size));
  std::memset(piece, 0, count * size);
  return piece;
}

void release(void* memory) {
  if (buffer.owns(memory))
    buffer.give_back();
  else
    std::free(memory);
}

void* reallocate(void* memory, std::size_t size) {
  if (memory != nullptr && !buffer.owns(memory)) return or_abort(std::realloc(memory, size));
  void* grown = buffer.take(size);
  if (grown == nullptr) grown = or_abort(std::malloc(size));
  if (memory == nullptr) return grown;
  const std::size_t kept = PieceBuffer::size_of(static_cast<std::byte*>(memory));
  std::memcpy(grown, memory, std::min(kept, size));
  buffer.give_back();
  return grown;
}

cmark_mem memory_functions{allocate_zeroed, reallocate, release};

}  // namespace

cmark_mem* cmark_memory() { return &memory_functions; }

}  // namespace runbookc
