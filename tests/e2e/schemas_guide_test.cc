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

// A command of a console fence, and what the guide says that it prints.
struct Shown {
  std::string command;
  std::string output;
};

std::vector<Shown> shown_in(const std::vector<std::string>& lines) {
  std::vector<Shown> shown;
  for (const std::string& line : lines) {
    if (line.starts_with("$ ")) {
      shown.push_back({line.substr(2), ""});
    } else {
      REQUIRE_FALSE(shown.empty());
      shown.back().output += line + "\n";
    }
  }
  return shown;
}

// Whether `printed` is `shown`, in which a line `…` stands for any lines.
bool is_as_shown(std::string_view printed, std::string_view shown) {
  constexpr std::string_view kElision = "\u2026\n";
  for (bool first = true;; first = false) {
    const auto end = shown.find(kElision);
    const std::string_view part = shown.substr(0, end);
    if (end == std::string_view::npos) return first ? printed == part : printed.ends_with(part);
    const auto at = printed.find(part);
    if (at == std::string_view::npos || (first && at != 0)) return false;
    printed.remove_prefix(at + part.size());
    shown.remove_prefix(end + kElision.size());
  }
}

}  // namespace

TEST_CASE("the guide to document types runs as it stands") {
  const TempFolder folder;
  std::size_t files = 0;
  std::size_t commands = 0;
  for (const Fence& fence : guide_fences()) {
    const std::size_t space = fence.info.find(' ');
    if (space != std::string::npos) {
      folder.write(fence.info.substr(space + 1), join(fence.lines, "\n") + "\n");
      ++files;
    } else if (fence.info == "bash") {
      ProcessOptions options;
      options.program = "sh";
      options.directory = folder.path();
      CHECK(run_tool({"-ec", join(fence.lines, "\n")}, options).exit_code == 0);
    } else {
      REQUIRE(fence.info == "console");
      for (const Shown& shown : shown_in(fence.lines)) {
        const ProcessResult result = run_in(folder.path(), arguments_of(shown.command));
        CAPTURE(shown.command, shown.output, result.out, result.err);
        CHECK(result.exit_code < 2);
        CHECK(is_as_shown(result.out + result.err, shown.output));
        ++commands;
      }
    }
  }
  CHECK(files == 3);
  CHECK(commands == 4);
}

TEST_CASE("what the guide shows is compared line by line, but for what it leaves out") {
  CHECK(is_as_shown("a\nb\n", "a\nb\n"));
  CHECK(is_as_shown("a\nb\nc\nd\n", "a\n\u2026\nc\n\u2026\n"));
  CHECK_FALSE(is_as_shown("a\nb\nc\n", "a\nc\n"));
  CHECK_FALSE(is_as_shown("a\nb\n", "b\n"));
  CHECK_FALSE(is_as_shown("a\nb\n", "a\n"));
}

}  // namespace runbookc
