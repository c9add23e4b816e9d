// Takes the place of the allocator's way in, and of what clang's coverage calls at each comparison.
#include "hostile/work_counter.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::uint64_t> allocated{0};
std::atomic<std::uint64_t> compared{0};

}  // namespace

// All of those that a sanitizer would answer for otherwise: what one gives, another may be asked to
// take back.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  allocated.fetch_add(size, std::memory_order_relaxed);
  return std::malloc(size == 0 ? 1 : size);
}

void* operator new(std::size_t size) {
  void* memory = operator new(size, std::nothrow);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return operator new(size, std::nothrow);
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

#ifdef RUNBOOKC_COUNTS_COMPARISONS
#define COUNT_COMPARISON(name, type) \
  extern "C" void name(type, type) { compared.fetch_add(1, std::memory_order_relaxed); }
COUNT_COMPARISON(__sanitizer_cov_trace_cmp1, std::uint8_t)
COUNT_COMPARISON(__sanitizer_cov_trace_cmp2, std::uint16_t)
COUNT_COMPARISON(__sanitizer_cov_trace_cmp4, std::uint32_t)
COUNT_COMPARISON(__sanitizer_cov_trace_cmp8, std::uint64_t)
COUNT_COMPARISON(__sanitizer_cov_trace_const_cmp1, std::uint8_t)
COUNT_COMPARISON(__sanitizer_cov_trace_const_cmp2, std::uint16_t)
COUNT_COMPARISON(__sanitizer_cov_trace_const_cmp4, std::uint32_t)
COUNT_COMPARISON(__sanitizer_cov_trace_const_cmp8, std::uint64_t)
#endif

runbookc::Work runbookc::work_so_far() { return {allocated.load(), compared.load()}; }
