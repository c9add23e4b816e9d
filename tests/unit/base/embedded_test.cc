#include "base/embedded.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/version.h"

using namespace runbookc;

TEST_CASE("embedded files are sorted by path and found by it") {
  const auto files = embedded_files();
  CHECK(std::ranges::is_sorted(files, {}, &EmbeddedFile::path));
  for (const EmbeddedFile& file : files) {
    CAPTURE(file.path);
    CHECK(find_embedded(file.path) == file.bytes);
    CHECK_FALSE(file.bytes.empty());
  }
  CHECK_FALSE(find_embedded("schemas/none.json"));
  CHECK_FALSE(find_embedded(""));
}

TEST_CASE("the version is three numbers") { CHECK(std::ranges::count(tool_version(), '.') == 2); }
