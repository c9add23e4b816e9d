#include "shell/lost_options.h"

#include <catch2/catch.hpp>

#include "shell/bare_text.h"
#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::vector<BrokenContinuation> lost_in(const std::string& text) {
  const ShellScript script = parse_shell(text);
  return find_lost_options(text, script, find_broken_continuations(text, script));
}

// The text with the replacements in it.
std::string mended(std::string text) {
  auto faults = lost_in(text);
  for (auto fault = faults.rbegin(); fault != faults.rend(); ++fault)
    if (fault->replacement)
      text.replace(fault->range.begin, fault->range.size(), *fault->replacement);
  return text;
}

}  // namespace

TEST_CASE("options behind a command that ended are lost") {
  const std::string text = "helm upgrade api x\n  --install  \n-n prod\necho done";
  const auto faults = lost_in(text);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].fault == ContinuationFault::missing);
  CHECK(faults[0].range == ByteRange{18, 18});
  CHECK(faults[0].subject == "--install");
  CHECK(faults[1].subject == "-n");
  CHECK(mended(text) == "helm upgrade api x \\\n  --install \\\n-n prod\necho done");
}

TEST_CASE("two backslashes or an empty line lose the options as well") {
  CHECK(lost_in("curl x \\\\\n  -o y").at(0).fault == ContinuationFault::doubled);
  CHECK(mended("curl x \\\\ \n  -o y") == "curl x \\\n  -o y");
  const std::string gap = "kubectl get pods \\\n \n\n  -n prod";
  CHECK(lost_in(gap).at(0).fault == ContinuationFault::gap);
  CHECK(mended(gap) == "kubectl get pods \\\n  -n prod");
}

TEST_CASE("behind a comment the backslash has no place") {
  const auto faults = lost_in("helm upgrade api x # now\n  --install");
  REQUIRE(faults.size() == 1);
  CHECK_FALSE(faults[0].replacement);
}

TEST_CASE("what is no option, follows no command or is told already is left alone") {
  const std::string text =
      GENERATE("ls -l\n-rw-r--r-- 1 root root a\n-rw-r--r-- 1 root root b",
               "grep --help\n  -i, --ignore-case x", "nope\n-bash: nope: command not found",
               "-Xms1g\n-Xmx1g", "ls\n\n-l", "ls \\\n  -l\nls", "cat <<A\nx\nA\n-l", "ls &\n-l",
               "ls; \n-l", "ls\n- item", "ls\n--- a/file", "ls \\ \n  -l", "ls \\ # all\n  -l",
               "ls \\\n# all\n  -l", "ls 'x\n-l'", "-l", "");
  CAPTURE(text);
  CHECK(lost_in(text).empty());
}

TEST_CASE("of many lost options a thousand are told") {
  std::string text = "ls\n";
  for (int i = 0; i < 20000; ++i) text += "-l\n";
  CHECK(lost_in(text).size() == kMostShellSlips);
}
