#include "check/syntax_help.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

std::string language_of(std::string text) {
  CodeBlock code;
  code.text = std::move(text);
  return configuration_language(code);
}

}  // namespace

TEST_CASE("braces around directives or settings are a configuration") {
  CHECK(language_of("server {\n  # web\n  listen 80;\n}\n") == "nginx");
  CHECK(language_of("resource {\n  size = 3\n}\n") == "hcl");
  CHECK(language_of("f() {\n  ls\n}\n").empty());
  CHECK(language_of("ls;\n").empty());
  CHECK(language_of("").empty());
}

TEST_CASE("the remedy of a syntax error follows what its block is") {
  Command command;
  command.text = "ls )";
  command.syntax = SyntaxVerdict::error;
  CHECK(syntax_help(command, true, "hcl").ends_with("such as 'hcl'"));
  CHECK(syntax_help(command, false, "").ends_with("name the language of the fence"));
  CHECK(syntax_help(command, true, "").find("name the language of the fence") == std::string::npos);
}
