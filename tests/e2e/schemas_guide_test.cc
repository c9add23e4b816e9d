// docs/schemas.md promises that its examples run as they stand there.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

struct Fence {
  std::string info;  // "json schemas/types/dr-plan.json", "console"
  std::vector<std::string> lines;
};

std::vector<Fence> guide_fences() {
  std::ifstream in(std::filesystem::path(RUNBOOKC_SOURCE_DIR) / "docs/schemas.md");
  std::vector<Fence> fences;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) fences.push_back({line.substr(3), {}});
    } else if (inside) {
      fences.back().lines.push_back(line);
    }
  }
  return fences;
}

std::vector<std::string> arguments_of(std::string_view command) {
  std::vector<std::string> words;
  for (const std::string_view word : split(command, ' ')) words.emplace_back(word);
  REQUIRE(words.front() == "runbookc");
  words.erase(words.begin());
  return words;
}

// Each line after a command stands in what it prints. Returns how many commands there were.
std::size_t run_console(const TempFolder& folder, const std::vector<std::string>& lines) {
  ProcessResult result;
  std::size_t commands = 0;
  for (const std::string& line : lines) {
    if (line.starts_with("$ ")) {
      result = run_in(folder.path(), arguments_of(line.substr(2)));
      CHECK(result.exit_code < 2);
      ++commands;
      continue;
    }
    INFO(result.out << result.err);
    INFO(line);
    CHECK(contains(result.out + result.err, line));
  }
  return commands;
}

}  // namespace

TEST_CASE("the guide to document types runs as it stands") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "site: { title: Recovery }\n");
  std::size_t files = 0;
  std::size_t commands = 0;
  for (const Fence& fence : guide_fences()) {
    const std::size_t space = fence.info.find(' ');
    if (space != std::string::npos) {
      folder.write(fence.info.substr(space + 1), join(fence.lines, "\n") + "\n");
      ++files;
    } else {
      REQUIRE(fence.info == "console");
      commands += run_console(folder, fence.lines);
    }
  }
  CHECK(files == 3);
  CHECK(commands == 3);
  const ProcessResult whole = run_in(folder.path(), {"check"});  // with the guide's runbookc.yaml
  CHECK(whole.exit_code == 1);
  CHECK(whole.err.empty());
}

}  // namespace runbookc
