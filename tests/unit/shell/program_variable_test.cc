#include "shell/program_variable.h"

#include <catch2/catch.hpp>

#include "shell_commands.h"

using namespace runbookc;

TEST_CASE("variables whose text other programs run are told from others") {
  const std::string text = GENERATE("GIT_SSH_COMMAND='rm -rf /x' git fetch", "PAGER='rm x' man ls",
                                    "BASH_ENV=./x bash y", "LD_PRELOAD=./x.so ls",
                                    "PROMPT_COMMAND='rm x'", "export PAGER=\"$X\"");
  CAPTURE(text);
  CHECK(sets_program(shell_commands(text).at(0)));
}

TEST_CASE("a harmless program and other variables do not count") {
  const std::string text = GENERATE("PAGER=cat git log", "export EDITOR=vim", "A='rm x' ls",
                                    "GIT_PAGER= git log", "KUBECONFIG=./x kubectl get pods");
  CAPTURE(text);
  CHECK_FALSE(sets_program(shell_commands(text).at(0)));
}
