#include "check/waiting_help.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

Command waiting(std::string text, std::vector<std::string> programs) {
  Command command;
  command.text = std::move(text);
  command.programs = std::move(programs);
  command.interactive = true;
  return command;
}

}  // namespace

TEST_CASE("an option that answers is named only for a program that has one") {
  CHECK(waiting_help(waiting("sudo apt install x", {"sudo", "apt"})) ==
        "pass '-y', or say what to answer");
  CHECK(waiting_help(waiting("knife node delete web-1", {"knife"})) ==
        "pass '-y', or say what to answer");
  CHECK(waiting_help(waiting("bq rm d.t", {"bq"})) == "pass '-f', or say what to answer");
  CHECK(waiting_help(waiting("psql --password shop", {"psql"})) == "say which password to type");
  CHECK(waiting_help(waiting("fernctl wipe", {"fernctl"})) ==
        "say what to type, and how to leave it");
  CHECK(waiting_help(waiting("kubectl editor", {"kubectl"})) ==
        "say what to type, and how to leave it");
}

TEST_CASE("what opens a shell says where its commands are typed") {
  Command command = waiting("ssh db", {"ssh"});
  command.risk_reason = "opens a shell";
  CHECK(waiting_help(command) == "say that what follows is typed there, and how to leave it");
}

TEST_CASE("a question that the command itself asks is no riddle") {
  CHECK(prompts_itself(waiting("read -p 'Sure? ' x", {})));
  CHECK_FALSE(prompts_itself(waiting("psql shop", {"psql"})));
}
