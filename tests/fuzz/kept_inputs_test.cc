// Every seed, and every input that once broke something, goes through its target without libFuzzer.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/targets.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

constexpr Target kTargets[] = {{"config", fuzz_config},     {"deserialise", fuzz_deserialise},
                               {"document", fuzz_document}, {"pack", fuzz_pack},
                               {"pipeline", fuzz_pipeline}, {"query", fuzz_query},
                               {"schema", fuzz_schema},     {"shell", fuzz_shell},
                               {"yaml", fuzz_yaml}};

fs::path folder(std::string_view kind) {
  return fs::path(RUNBOOKC_SOURCE_DIR) / "tests" / "fuzz" / kind;
}

std::vector<fs::path> files_in(const fs::path& path) {
  std::vector<fs::path> files;
  if (!fs::is_directory(path)) return files;
  for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every seed and every input that broke something passes its target") {
  for (const Target& target : kTargets) {
    for (const char* kind : {"seeds", "crashes"}) {
      for (const fs::path& path : files_in(folder(kind) / target.name)) {
        CAPTURE(path.string());
        CHECK_NOTHROW(target.run(bytes_of(path)));
      }
    }
  }
}

TEST_CASE("every target has seeds, and no folder is without a target") {
  for (const Target& target : kTargets) {
    CAPTURE(target.name);
    CHECK_FALSE(files_in(folder("seeds") / target.name).empty());
  }
  for (const char* kind : {"seeds", "crashes"}) {
    for (const fs::path& path : files_in(folder(kind))) {
      CAPTURE(path.string());
      CHECK(std::ranges::find(kTargets, path.filename().string(), &Target::name) !=
            std::end(kTargets));
    }
  }
}

TEST_CASE("a target runs on nothing, and on one byte") {
  for (const Target& target : kTargets) {
    CAPTURE(target.name);
    CHECK_NOTHROW(target.run(""));
    CHECK_NOTHROW(target.run("a"));
  }
}
