#include "shell/endless_loop.h"

#include <catch2/catch.hpp>

#include "shell_commands.h"

using namespace runbookc;

TEST_CASE("a loop that asks what is always so never ends") {
  const std::string text = GENERATE("while true; do ls; sleep 1; done", "while :; do ls; done",
                                    "while sleep 5; do ls; done", "until false; do ls; done",
                                    "for ((;;)); do ls; done", "for ((i=0; ; i++)) { ls; }",
                                    "while true\ndo\n  date\n  while ls; do pwd; done\ndone");
  CAPTURE(text);
  CHECK(has_endless_loop(shell_commands(text)));
}

TEST_CASE("a loop that is left, that asks something or that nobody waits for does not count") {
  const std::string text =
      GENERATE("while true; do ls && break; done", "while true; do ls || exit 1; done",
               "while ! ls; do sleep 1; done", "while sleep 1; ! ls; do pwd; done",
               "while true; do ls; done &", "for ((i=0; i<3; i++)); do ls; done",
               "for ((;;)); do ls; done &", "for ((;;)); do ls && break; done",
               "for x in a; do true; done", "true; sleep 5");
  CAPTURE(text);
  CHECK_FALSE(has_endless_loop(shell_commands(text)));
}

TEST_CASE("what prints without end blocks, unless somebody reads it or waits for nothing") {
  CHECK(prints_without_end(shell_commands("yes")));
  CHECK(prints_without_end(shell_commands("ls; yes > f")));
  CHECK(prints_without_end(shell_commands("cat /dev/zero > f")));
  CHECK_FALSE(prints_without_end(shell_commands("yes | apt-get install x")));
  CHECK_FALSE(prints_without_end(shell_commands("cat /dev/urandom | head -c 8")));
  CHECK_FALSE(prints_without_end(shell_commands("yes > f &")));
  CHECK_FALSE(prints_without_end(shell_commands("cat /etc/hosts")));
}
