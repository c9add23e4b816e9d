#include "base/process.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

using namespace std::string_literals;

ProgramCall shell(const std::string& script) {
  return {.program = "/bin/sh", .arguments = {"-c", script}, .folder = "/", .environment = {}};
}

}  // namespace

TEST_CASE("a program's output, complaints and exit code come back") {
  const auto output = run_program(shell("echo out; echo err >&2; exit 3"));
  REQUIRE(output);
  CHECK(output->out == "out\n");
  CHECK(output->err == "err\n");
  CHECK(output->exit_code == 3);
}

TEST_CASE("a program sees its arguments unchanged, its folder, and no environment but its own") {
  const auto echoed = run_program({.program = "/bin/echo",
                                   .arguments = {"$HOME", "a b", "*", ";", "`id`"},
                                   .folder = "/",
                                   .environment = {}});
  REQUIRE(echoed);
  CHECK(echoed->out == "$HOME a b * ; `id`\n");
  ProgramCall call = {.program = "/usr/bin/env",
                      .arguments = {},
                      .folder = "/usr",
                      .environment = {"ONE=1", "TWO=2"}};
  CHECK(run_program(call)->out == "ONE=1\nTWO=2\n");
  call.program = "/bin/pwd";
  CHECK(run_program(call)->out == "/usr\n");
}

TEST_CASE("a program has nothing on standard input and none of our descriptors") {
  const auto output = run_program(shell("cat; ls /proc/self/fd"));
  REQUIRE(output);
  CHECK(output->out == "0\n1\n2\n3\n");  // 3: the folder that ls reads
}

TEST_CASE("a program reads what it is given, however much, and no descriptor is left over") {
  ProgramCall call = shell("ls /proc/self/fd </dev/null; cat");
  call.input = std::string(300'000, 'a') + "\n\0b"s;
  const auto output = run_program(call);
  REQUIRE(output);
  CHECK(output->out == "0\n1\n2\n3\n" + call.input);
}

TEST_CASE("output can be taken as it comes, past any limit") {
  std::size_t size = 0;
  ProgramCall call = shell("cat; echo err >&2");
  call.input = std::string(500'000, 'a');
  call.output_limit = 100'000;
  call.take = [&](std::string_view bytes) { size += bytes.size(); };
  const auto output = run_program(call);
  REQUIRE(output);
  CHECK(size == 500'000);
  CHECK(output->out.empty());
  CHECK(output->err == "err\n");
}

TEST_CASE("a program that prints without end is stopped") {
  ProgramCall call = shell("while :; do echo y; done");
  call.output_limit = 100'000;
  const auto output = run_program(call);
  REQUIRE_FALSE(output);
  CHECK(output.error().message == "cannot run /bin/sh: it prints too much");
}

TEST_CASE("complaints are cut, and large output on both pipes does not block") {
  const auto output = run_program(shell(
      "i=0; while [ $i -lt 20000 ]; do echo aaaaaaaaaa; echo bbbbbbbbbb >&2; i=$((i+1)); done"));
  REQUIRE(output);
  CHECK(output->out.size() == 220'000);
  CHECK(output->err.size() == 65'536);
}

TEST_CASE("a program that does not end is stopped") {
  ProgramCall call = {
      .program = "/bin/sleep", .arguments = {"60"}, .folder = "/", .environment = {}};
  call.patience = std::chrono::seconds(0);
  const auto output = run_program(call);
  REQUIRE_FALSE(output);
  CHECK(output.error().message == "cannot run /bin/sleep: it takes too long");
}

TEST_CASE("a program that does not exist is an error, a killed one has no exit code") {
  ProgramCall call = shell("");
  call.program = "/no/such/program";
  CHECK(run_program(call).error().message ==
        "cannot run /no/such/program: No such file or directory");
  CHECK(run_program(shell("kill -9 $$"))->exit_code == -1);
}

TEST_CASE("a program is found in absolute folders of the search path only") {
  CHECK(find_program("sh", "/nowhere:/bin:/usr/bin") == "/bin/sh");
  CHECK(find_program("sh", "bin::.:../bin").empty());
  CHECK(find_program("no-such-program", "/bin").empty());
  CHECK(find_program("bin", "/usr").empty());  // a folder is no program
}

}  // namespace runbookc::test
