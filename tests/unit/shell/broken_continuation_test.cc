#include "shell/broken_continuation.h"

#include <catch2/catch.hpp>

#include "shell/bare_text.h"
#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::vector<BrokenContinuation> faults_in(const std::string& text) {
  return find_broken_continuations(text, parse_shell(text));
}

std::string text_of(const std::string& text, ByteRange range) {
  return text.substr(range.begin, range.size());
}

}  // namespace

TEST_CASE("blanks after a backslash end the command") {
  const std::string text = "kubectl get pods \\  \n  -n orders\nls a\\ b \\\t\r\n -l";
  const auto faults = faults_in(text);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].fault == ContinuationFault::space);
  CHECK(faults[0].range == ByteRange{18, 20});
  CHECK(text_of(text, faults[1].range) == "\t");
}

TEST_CASE("the blank is surely wrong only where the next line can be no command of its own") {
  const auto replaced = [](const std::string& next) {
    const auto faults = faults_in("  cp a b \\ \n" + next);
    REQUIRE(faults.size() == 1);
    return faults[0].replacement.has_value();
  };
  CHECK(replaced("    c"));
  CHECK(replaced("  -v"));
  CHECK(replaced("| sort"));
  CHECK_FALSE(replaced("  systemctl reload app"));
  CHECK_FALSE(replaced("systemctl reload app"));
  CHECK_FALSE(replaced(""));
  CHECK_FALSE(replaced("\n  -v"));
}

TEST_CASE("a blank of typography after a backslash ends the command, too") {
  const std::string text = "ls \\\u00A0\n  -l\nls \\\u200B \n  -l";
  const auto faults = faults_in(text);
  REQUIRE(faults.size() == 2);
  CHECK(text_of(text, faults[0].range) == "\u00A0");
  CHECK(text_of(text, faults[1].range) == "\u200B ");
}

TEST_CASE("a comment after a backslash is no comment") {
  const std::string text = "helm upgrade x \\ # the release\n  --wait";
  const auto faults = faults_in(text);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].fault == ContinuationFault::comment);
  CHECK(text_of(text, faults[0].range) == "# the release");
}

TEST_CASE("a comment line ends a command that was to go on") {
  const std::string text = "helm upgrade x \\\n  # wait for it\n  --wait";
  const auto faults = faults_in(text);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].fault == ContinuationFault::between);
  CHECK(text_of(text, faults[0].range) == "# wait for it");
}

TEST_CASE("a backslash with nothing after it waits for more") {
  for (const std::string text : {"ls \\", "ls \\\n", "ls \\\n \n"}) {
    const auto faults = faults_in(text);
    CAPTURE(text);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].fault == ContinuationFault::nothing);
    CHECK(faults[0].range == ByteRange{3, 4});
  }
}

TEST_CASE("backslashes that are text or go on are left alone") {
  const std::string text =
      GENERATE("ls \\\n -l", "echo 'a \\ \n b'", "echo \"a \\ \nb\"", "# see C:\\ \nls",
               "ls # a \\\n# b", "cat <<EOF\na \\ \n# b \\\n# c\nEOF", "echo a\\\\  \nls",
               "cat <<'EOF'\nx \\\n\nEOF", "ls a\\ b", "grep '\\' \n", "");
  CAPTURE(text);
  CHECK(faults_in(text).empty());
}

TEST_CASE("a wall of backslashes is read in one go") {
  std::string text = "echo " + std::string(100001, '\\') + " \n";
  for (int i = 0; i < 20000; ++i) text += "ls \\ \n";
  CHECK(faults_in(text).size() == kMostShellSlips);
}
