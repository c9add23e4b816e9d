#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <sstream>

#include "base/text.h"
#include "source_tree.h"

using namespace runbookc;

namespace {

bool is_code(const TextFile& file) {
  return file.path.ends_with(".cc") || file.path.ends_with(".h");
}

// Calls `visit(line, number)` for each line.
template <typename Visit>
void each_line(const TextFile& file, Visit visit) {
  std::size_t number = 0;
  for (const std::string_view line : split_lines(file.text)) visit(line, ++number);
}

}  // namespace

TEST_CASE("every header says at its top what it is for") {
  std::size_t headers = 0;
  for (const TextFile& file : project_files("src")) {
    if (!file.path.ends_with(".h")) continue;
    ++headers;
    CAPTURE(file.path);
    CHECK(file.text.starts_with("// "));
    CHECK(file.text.find("#pragma once") != std::string::npos);
  }
  CHECK(headers > 20);
}

TEST_CASE("no file names a place on somebody's machine") {
  const std::regex personal(R"((^|[^\w.~:/-])/(home|Users|root|work)/\w)");
  std::size_t files = 0;
  for (const TextFile& file : project_files("")) {
    if (file.path.ends_with("conventions_test.cc")) continue;
    ++files;
    // Runbooks may well speak of the home folder on a server.
    const bool runbook = file.path.starts_with("content/") || file.path.starts_with("tests/");
    each_line(file, [&](std::string_view line, std::size_t number) {
      const bool here = line.find(RUNBOOKC_SOURCE_DIR "/") != std::string_view::npos;
      const bool there = !runbook && std::regex_search(line.begin(), line.end(), personal);
      if (here || there) FAIL_CHECK(file.path << ":" << number << ": " << line);
    });
  }
  CHECK(files > 50);
}

TEST_CASE("nothing is left to be done later") {
  // In two pieces, so that this file does not find itself.
  const std::vector<std::string> marks = {std::string("// TO") + "DO", std::string("FIX") + "ME"};
  for (const TextFile& file : project_files("src")) {
    if (!is_code(file)) continue;
    each_line(file, [&](std::string_view line, std::size_t number) {
      for (const std::string& mark : marks) {
        if (line.find(mark) == std::string_view::npos) continue;
        FAIL_CHECK(file.path << ":" << number << ": " << line);
      }
    });
  }
}

TEST_CASE("folders and files of code are named in snake_case, after a thing") {
  const std::regex snake(R"(src/([a-z0-9_]+/)*[a-z][a-z0-9_]*\.(cc|h))");
  const std::regex vague(R"((^|_)(utils?|helpers?|manager|misc|common)(_|$))");
  for (const TextFile& file : project_files("src")) {
    if (!is_code(file)) continue;
    CAPTURE(file.path);
    CHECK(std::regex_match(file.path, snake));
    const auto slash = file.path.rfind('/') + 1;
    const std::string stem = file.path.substr(slash, file.path.rfind('.') - slash);
    CHECK_FALSE(std::regex_search(stem, vague));
  }
}

TEST_CASE("only cli reads the clock") {
  for (const TextFile& file : project_files("src")) {
    if (!is_code(file) || file.path.starts_with("src/cli/")) continue;
    CAPTURE(file.path);
    CHECK(file.text.find("system_clock::now") == std::string::npos);
    CHECK(file.text.find("std::time(") == std::string::npos);
    CHECK(file.text.find("getenv") == std::string::npos);
  }
}

// Two types of one name in one namespace are one type to the linker, which keeps either's
// destructor: nothing warns, and the program crashes.
TEST_CASE("no two headers define a type of the same name") {
  std::map<std::string, std::string> definition_of;
  static const std::regex kDefinition(R"(^(?:struct|class|enum class) (\w+)(?: [^;]*)?$)");
  for (const TextFile& file : project_files("src")) {
    if (!file.path.ends_with(".h")) continue;
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (!std::regex_match(line, match, kDefinition)) continue;
      const auto [other, is_new] = definition_of.emplace(match[1].str(), file.path);
      INFO(match[1].str() << " stands in " << other->second << " and in " << file.path);
      CHECK(is_new);
    }
  }
  CHECK(definition_of.size() > 50);
}
