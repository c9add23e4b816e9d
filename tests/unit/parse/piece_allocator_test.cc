#include "parse/piece_allocator.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <span>
#include <vector>
#ifdef RUNBOOKC_SANITIZED
#include <sanitizer/asan_interface.h>
#endif

using namespace runbookc;

namespace {

constexpr std::size_t kAlignment = alignof(std::max_align_t);

std::span<std::uint8_t> bytes_at(void* memory, std::size_t size) {
  return {static_cast<std::uint8_t*>(memory), size};
}

bool are_all(std::span<const std::uint8_t> bytes, std::uint8_t value) {
  return std::ranges::all_of(bytes, [&](std::uint8_t byte) { return byte == value; });
}

bool is_aligned(const void* memory) {
  return reinterpret_cast<std::uintptr_t>(memory) % kAlignment == 0;
}

// What a piece of `size` bytes, a multiple of the alignment, takes of the buffer.
constexpr std::size_t room_of(std::size_t size) { return kAlignment + size; }

}  // namespace

TEST_CASE("pieces are aligned, zeroed, and apart from each other") {
  PieceAllocator allocator(4096);
  std::vector<void*> pieces;
  for (std::uint8_t size = 1; size <= 40; ++size) {
    void* piece = allocator.allocate_zeroed(1, size);
    CHECK(allocator.owns(piece));
    CHECK(is_aligned(piece));
    CHECK(are_all(bytes_at(piece, size), 0));
    std::ranges::fill(bytes_at(piece, size), size);
    pieces.push_back(piece);
  }
  for (std::uint8_t size = 1; size <= 40; ++size) {
    CHECK(are_all(bytes_at(pieces[size - 1U], size), size));
    allocator.release(pieces[size - 1U]);
  }
}

TEST_CASE("the buffer is used again when all pieces were given back, in any order") {
  PieceAllocator allocator(1000);
  void* first = allocator.allocate_zeroed(4, 25);
  for (const std::vector<std::size_t>& order : std::vector<std::vector<std::size_t>>{
           {0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {1, 2, 0}, {0, 2, 1}, {2, 0, 1}}) {
    std::vector<void*> pieces = {first, allocator.allocate_zeroed(1, 100),
                                 allocator.reallocate(nullptr, 100)};
    for (void* piece : pieces) std::ranges::fill(bytes_at(piece, 100), std::uint8_t{7});
    allocator.release(pieces[order[0]]);
    allocator.release(pieces[order[1]]);
    void* other = allocator.allocate_zeroed(1, 100);
    CHECK(std::ranges::find(pieces, other) == pieces.end());
    CHECK(are_all(bytes_at(pieces[order[2]], 100), 7));
    allocator.release(pieces[order[2]]);
    allocator.release(other);
    void* again = allocator.allocate_zeroed(4, 25);
    CHECK(again == first);
    CHECK(are_all(bytes_at(again, 100), 0));
  }
  allocator.release(first);
}

TEST_CASE("a piece keeps its bytes when it grows, shrinks and leaves the buffer") {
  PieceAllocator allocator(500);
  void* piece = allocator.reallocate(nullptr, 3);
  std::ranges::fill(bytes_at(piece, 3), std::uint8_t{7});
  piece = allocator.reallocate(piece, 100);
  CHECK(allocator.owns(piece));
  CHECK(is_aligned(piece));
  CHECK(are_all(bytes_at(piece, 3), 7));
  std::ranges::fill(bytes_at(piece, 100), std::uint8_t{8});
  piece = allocator.reallocate(piece, 50);
  CHECK(allocator.owns(piece));
  CHECK(are_all(bytes_at(piece, 50), 8));
  for (const std::size_t size : {400U, 5000U, 20U}) {
    piece = allocator.reallocate(piece, size);
    CHECK_FALSE(allocator.owns(piece));
    CHECK(are_all(bytes_at(piece, 20), 8));
  }
  allocator.release(piece);
  piece = allocator.reallocate(nullptr, 400);
  CHECK(allocator.owns(piece));
  allocator.release(piece);
}

TEST_CASE("what does not fit comes from malloc, and goes back there") {
  PieceAllocator allocator(3 * room_of(kAlignment) + kAlignment);
  std::vector<void*> pieces;
  for (std::uint8_t i = 0; i < 6; ++i) {
    pieces.push_back(allocator.allocate_zeroed(1, kAlignment));
    CHECK(allocator.owns(pieces.back()) == (i < 3));
    CHECK(are_all(bytes_at(pieces.back(), kAlignment), 0));
    std::ranges::fill(bytes_at(pieces.back(), kAlignment), i);
  }
  for (std::uint8_t i = 0; i < 6; ++i) {
    CHECK(are_all(bytes_at(pieces[i], kAlignment), i));
    allocator.release(pieces[i]);
  }
  allocator.release(nullptr);
}

TEST_CASE("the last piece may end with the buffer, and no piece beyond it") {
  constexpr std::size_t kCapacity = 256;
  PieceAllocator allocator(kCapacity);
  void* whole = allocator.allocate_zeroed(1, kCapacity - kAlignment);
  CHECK(allocator.owns(whole));
  std::ranges::fill(bytes_at(whole, kCapacity - kAlignment), std::uint8_t{7});
  allocator.release(whole);
  for (const std::size_t size : {kCapacity - kAlignment + 1, kCapacity, 10 * kCapacity}) {
    void* more = allocator.allocate_zeroed(1, size);
    CHECK_FALSE(allocator.owns(more));
    allocator.release(more);
  }
}

TEST_CASE("a piece of no bytes is a piece, also where the buffer ends") {
  PieceAllocator allocator(256);
  std::vector<void*> pieces;
  while (pieces.empty() || allocator.owns(pieces.back())) {
    pieces.push_back(allocator.allocate_zeroed(0, 8));
    CHECK(std::ranges::count(pieces, pieces.back()) == 1);
  }
  CHECK(pieces.size() == 256 / room_of(kAlignment) + 1);
  for (void* piece : pieces) allocator.release(piece);

  // Room for what stands before a piece, and for nothing else.
  void* most = allocator.allocate_zeroed(1, 256 - 2 * kAlignment);
  void* none = allocator.reallocate(nullptr, 0);
  CHECK(allocator.owns(most));
  CHECK_FALSE(allocator.owns(none));
  none = allocator.reallocate(none, 0);
  allocator.release(none);
  most = allocator.reallocate(most, 0);
  REQUIRE(most != nullptr);
  allocator.release(most);
}

TEST_CASE("an allocator without a buffer is malloc") {
  PieceAllocator allocator(0);
  void* piece = allocator.reallocate(allocator.allocate_zeroed(0, 0), 10);
  CHECK_FALSE(allocator.owns(piece));
  CHECK_FALSE(allocator.owns(nullptr));
  allocator.release(piece);
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
TEST_CASE("a sanitizer sees what runs over a piece, and what comes after its end") {
  PieceAllocator allocator(1000);
  auto* piece = static_cast<char*>(allocator.allocate_zeroed(1, 5));
  void* next = allocator.allocate_zeroed(1, 16);
  CHECK(__asan_region_is_poisoned(piece, 5) == nullptr);
  CHECK(__asan_address_is_poisoned(piece - 1));
  CHECK(__asan_address_is_poisoned(piece + 5));
  allocator.release(piece);
  CHECK(__asan_address_is_poisoned(piece));
  CHECK(__asan_region_is_poisoned(next, 16) == nullptr);
  allocator.release(next);
  CHECK(__asan_address_is_poisoned(next));
}
#endif
#endif
