#include "serve/live_state.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

Diagnostic finding() {
  Diagnostic found;
  found.code = "RB301";
  found.name = "target-missing";
  found.severity = Severity::error;
  found.path = "content/a.md";
  found.span = {{4, 2}, {4, 9}};
  found.message = "no </script> here";
  found.help = "mend it";
  return found;
}

}  // namespace

TEST_CASE("a page is told its findings") {
  const Diagnostic found = finding();
  const std::string json = live_state_json("p-0", {.findings = {&found}, .error = {}});
  CHECK(json.find("\"page\": \"p-0\"") != std::string::npos);
  CHECK(json.find("\"error\": null") != std::string::npos);
  CHECK(json.find("\"code\": \"RB301\"") != std::string::npos);
  CHECK(json.find("\"severity\": \"error\"") != std::string::npos);
  CHECK(json.find("\"line\": 4") != std::string::npos);
  CHECK(json.find("\"help\": \"mend it\"") != std::string::npos);
}

TEST_CASE("a page is told every fault that keeps the site an older one") {
  Error error{"a fault", "a remedy", FilePlace{"runbookc.yaml", 3, 5}};
  error.others.push_back({"another", ""});
  const std::string json = live_state_json("p-0", {.findings = {}, .error = error});
  CHECK(json.find("\"place\": \"runbookc.yaml:3:5\"") != std::string::npos);
  CHECK(json.find("\"message\": \"another\"") != std::string::npos);
}

TEST_CASE("the state follows what there is to say, not the page") {
  const Diagnostic found = finding();
  Diagnostic moved = found;
  moved.span.start.line = 5;
  const std::string quiet = notes_state({});
  const std::string one = notes_state({.findings = {&found}, .error = {}});
  CHECK(one == notes_state({.findings = {&found}, .error = {}}));
  CHECK(one != quiet);
  CHECK(one != notes_state({.findings = {&moved}, .error = {}}));
  CHECK(quiet != notes_state({.findings = {}, .error = Error{"a fault", ""}}));
  CHECK(live_state_json("p-0", {}).find(quiet) != std::string::npos);
  CHECK(live_state_json("p-1", {}).find(quiet) != std::string::npos);
}

}  // namespace runbookc
