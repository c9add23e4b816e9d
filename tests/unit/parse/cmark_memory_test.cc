#include "parse/cmark_memory.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "unit/parse/markdown_reading.h"

using namespace runbookc;

namespace {

std::span<std::uint8_t> bytes_at(void* memory, std::size_t size) {
  return {static_cast<std::uint8_t*>(memory), size};
}

bool are_all(std::span<const std::uint8_t> bytes, std::uint8_t value) {
  return std::ranges::all_of(bytes, [&](std::uint8_t byte) { return byte == value; });
}

}  // namespace

TEST_CASE("memory for cmark is zeroed, though it was used before") {
  cmark_mem* memory = cmark_memory();
  for (int time = 0; time < 2; ++time) {
    void* piece = memory->calloc(10, 10);
    REQUIRE(are_all(bytes_at(piece, 100), 0));
    std::ranges::fill(bytes_at(piece, 100), std::uint8_t{7});
    memory->free(piece);
  }
}

TEST_CASE("memory for cmark keeps its bytes when it grows past the buffer") {
  cmark_mem* memory = cmark_memory();
  void* piece = memory->realloc(nullptr, 3);
  std::ranges::fill(bytes_at(piece, 3), std::uint8_t{7});
  std::size_t size = 3;
  for (; size < (std::size_t{1} << 21U); size *= 3) {
    piece = memory->realloc(piece, size * 3);
    REQUIRE(are_all(bytes_at(piece, size), 7));
    std::ranges::fill(bytes_at(piece, size * 3), std::uint8_t{7});
  }
  piece = memory->realloc(piece, 2);
  CHECK(are_all(bytes_at(piece, 2), 7));
  memory->free(piece);
}

TEST_CASE("memory for cmark that does not fit comes from elsewhere") {
  constexpr std::size_t kSize = 1000;
  cmark_mem* memory = cmark_memory();
  std::vector<void*> pieces;
  for (std::uint8_t i = 0; i < 250; ++i) {
    for (int time = 0; time < 5; ++time) {
      pieces.push_back(memory->calloc(1, kSize));
      std::ranges::fill(bytes_at(pieces.back(), kSize), i);
    }
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    CHECK(are_all(bytes_at(pieces[i], kSize), static_cast<std::uint8_t>(i / 5)));
    memory->free(pieces[i]);
  }
  memory->free(nullptr);
}

// A sanitizer would not tell: the buffer stands as long as its thread.
TEST_CASE("a parse gives back all that cmark asked for") {
  cmark_mem* memory = cmark_memory();
  const auto first_place = [&] {
    void* piece = memory->calloc(1, 1);
    memory->free(piece);
    return piece;
  };
  const void* before = first_place();
  for (const char* text : {"", "# A *b* `c` [d](e) ![f](g)\n", "|a|b|\n|-|-|\n|c|~~d~~|\n",
                           "- [ ] a\n- b\n\n  > c\n", "[^a] [b]\n\n[^a]: c\n\n[^d]: e\n\n[b]: f\n",
                           "```sh\na\n```\n<b>\n\n<!-- c\n", "[a *b `c"}) {
    CAPTURE(text);
    read_markdown(text);
    CHECK(first_place() == before);
  }
}
