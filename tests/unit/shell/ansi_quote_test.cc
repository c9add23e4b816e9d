#include "shell/ansi_quote.h"

#include <catch2/catch.hpp>

#include "shell_commands.h"

using namespace runbookc;

TEST_CASE("escapes of an ANSI-C quote stand for bytes") {
  CHECK(ansi_quoted(R"(\162m\x20-rf)") == "rm -rf");
  CHECK(ansi_quoted(R"(\a\b\e\E\f\n\r\t\v\\\'\"\?)") == "\a\b\x1b\x1b\f\n\r\t\v\\'\"?");
  CHECK(ansi_quoted(R"(\u72\u006d\U00000072\u00e9\U1F600)") == "rmré😀");
  CHECK(ansi_quoted(R"(\cA\cz\c?)") == "\x01\x1a\x7f");
  CHECK(ansi_quoted(R"(\1623\x7212)") == "r3r12");
}

TEST_CASE("what is no escape stays as written") {
  CHECK(ansi_quoted(R"(\q\xg\u\U\c)") == R"(\q\xg\u\U\c)");
  CHECK(ansi_quoted("\\") == "\\");
  CHECK(ansi_quoted("") == "");
}

TEST_CASE("a NUL ends the text, and no output is invalid") {
  CHECK(ansi_quoted(R"(rm\0 x)") == "rm");
  CHECK(ansi_quoted(R"(rm\x00 x)") == "rm");
  CHECK(ansi_quoted(R"(rm\u0000 x)") == "rm");
  CHECK(ansi_quoted(R"(\400a)") == "");
  CHECK(ansi_quoted(R"(\xffa)") ==
        "\xEF\xBF\xBD"
        "a");
  CHECK(ansi_quoted(R"(\U00110000a\UFFFFFFFFb)") == "ab");
}

TEST_CASE("a word with an ANSI-C quote has its decoded value") {
  const auto commands = shell_commands(R"($'\162m' a$'\x20'b "$'\x20'" 'c\x20')");
  REQUIRE(commands.size() == 1);
  const auto& words = commands[0].words;
  REQUIRE(words.size() == 4);
  CHECK(words[0].value == "rm");
  CHECK(words[0].literal);
  CHECK(words[1].value == "a b");
  CHECK(words[2].value == R"($'\x20')");
  CHECK(words[3].value == R"(c\x20)");
}
