// Literate fixtures of rules; README.md describes the format.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc::test {

using FileTexts = std::map<std::string, std::string, std::less<>>;

struct FixtureCase {
  std::string title;
  std::string today = "2026-06-01";
  FileTexts files;
  bool has_expectation = false;
  std::string expected;            // the lines of the `findings` fence
  std::size_t expected_begin = 0;  // its first line, 0-based, in Fixture::lines
  std::size_t expected_end = 0;    // its closing fence

  bool is_silent() const { return expected == "silent\n"; }
};

struct Fixture {
  std::filesystem::path path;
  std::string rule;  // the file's name without ".md"
  std::vector<std::string> lines;
  std::vector<FixtureCase> cases;
};

Fixture read_fixture(const std::filesystem::path& path);
// Every fixture, sorted by rule.
std::vector<Fixture> read_fixtures();
// Rewrites the file with `expectations` in place of those of its cases (parallel to them).
void accept(const Fixture& fixture, const std::vector<std::string>& expectations);
// RUNBOOKC_ACCEPT is 1, or the name of this rule.
bool is_accepting(std::string_view rule);

}  // namespace runbookc::test
