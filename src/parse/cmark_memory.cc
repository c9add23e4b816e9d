#include "parse/cmark_memory.h"

#include "parse/piece_allocator.h"

namespace runbookc {
namespace {

// cmark asks for some hundred nodes and buffers a page, and frees them one by one: with malloc and
// free they are 7 % of a check. Most pages need a quarter of this.
thread_local PieceAllocator allocator(std::size_t{512} << 10U);

void* allocate_zeroed(std::size_t count, std::size_t size) {
  return allocator.allocate_zeroed(count, size);
}

void* reallocate(void* memory, std::size_t size) { return allocator.reallocate(memory, size); }

void release(void* memory) { allocator.release(memory); }

cmark_mem memory_functions{allocate_zeroed, reallocate, release};

}  // namespace

cmark_mem* cmark_memory() { return &memory_functions; }

}  // namespace runbookc
