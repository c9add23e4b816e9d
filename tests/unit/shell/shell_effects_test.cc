#include "shell/shell_effects.h"

#include <catch2/catch.hpp>

#include "shell_commands.h"

namespace runbookc {
namespace {

ShellEffects effects(std::string_view text) { return shell_effects(text, 0, shell_commands(text)); }

}  // namespace

TEST_CASE("a statement leaves functions, exports and a folder behind") {
  CHECK(effects("export A=1").exports);
  CHECK(effects("cd /srv && ls").moves);
  CHECK_FALSE(effects("(cd /srv && ls)").moves);
  CHECK_FALSE(effects("echo \"$(cd /srv && pwd)\"").moves);
  CHECK(effects(". ./env.sh").sources);
  CHECK(effects("alias k=kubectl").functions == std::vector<std::string>{"k"});
  CHECK(effects("f() { cd /srv; }") == ShellEffects{.functions = {"f"}});
  CHECK(effects("A=1 ls") == ShellEffects{});
}

TEST_CASE("the name of a function is found in its definition") {
  const auto functions = [](std::string_view text) { return effects(text).functions; };
  using Names = std::vector<std::string>;
  CHECK(functions("clean() { rm x; }").front() == "clean");
  CHECK(functions("clean-up () { rm x; }").front() == "clean-up");
  CHECK(functions("function clean { rm x; }").front() == "clean");
  CHECK(functions("empty() { [[ -f x ]]; }") == Names{"empty"});
  CHECK(functions("if x; then a() { b; c; }; fi") == Names{"a"});
  CHECK(functions("functional x").empty());
  CHECK(functions("echo (x").empty());
  CHECK(functions("").empty());
}

}  // namespace runbookc
