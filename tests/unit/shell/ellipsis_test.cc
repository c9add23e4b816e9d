#include "shell/ellipsis.h"

#include <catch2/catch.hpp>

#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::vector<ByteRange> ellipses_in(const std::string& text) {
  std::vector<ByteRange> ranges;
  for (const Ellipsis& found : find_ellipses(text, parse_shell(text)))
    ranges.push_back(found.range);
  return ranges;
}

}  // namespace

TEST_CASE("dots in place of text are found where they stand") {
  CHECK(ellipses_in("kubectl get pods ...") == std::vector<ByteRange>{{17, 20}});
  CHECK(ellipses_in("...") == std::vector<ByteRange>{{0, 3}});
  CHECK(ellipses_in("cat /var/log/…") == std::vector<ByteRange>{{13, 16}});
  CHECK(ellipses_in("A=eyJh... b > c...\nb > c...") == std::vector<ByteRange>{{6, 9}, {24, 27}});
  CHECK(ellipses_in("x '...' | y \"...\"") == std::vector<ByteRange>{{3, 6}});
  CHECK(ellipses_in("grep -E \"<vm-1>|<vm-2>|...\" f").size() == 1);
  CHECK(ellipses_in("grep 'a\\|...\\|b' f").size() == 1);
  CHECK(ellipses_in("curl -d '{ ... }' x") == std::vector<ByteRange>{{11, 14}});
  CHECK(ellipses_in("x=$(aws s3 ls ...)") == std::vector<ByteRange>{{14, 17}});
  CHECK(ellipses_in("docker pull a@sha256:12...ef").size() == 1);
}

TEST_CASE("dots that mean something are left alone") {
  const std::string text = GENERATE(
      "go test ./...", "go vet x/...", "bazel test //...", "git diff main...HEAD",
      "echo \"Waiting...\"", "ls # ...", "cat <<EOF\n---\n...\nEOF", "echo {1..3}", "cd ../..",
      "jq '...' f", "yq \"...\" f", "echo \"a | wait...\"", "printf '%s...' a", "ls ..", "");
  CAPTURE(text);
  CHECK(ellipses_in(text).empty());
}

TEST_CASE("an ellipsis may be all of a value") {
  const auto value = [](const std::string& text) {
    return find_ellipses(text, parse_shell(text)).at(0).value;
  };
  CHECK(value("export X=\"...\""));
  CHECK(value("X=..."));
  CHECK(value("a --token='...'"));
  CHECK_FALSE(value("a '...'"));
  CHECK_FALSE(value("X=ab..."));
  CHECK_FALSE(value("X=...b"));
}
