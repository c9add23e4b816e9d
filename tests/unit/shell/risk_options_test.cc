// What options do to the judgement of commands: switched off, or naming what is run.
#include <catch2/catch.hpp>

#include "parse/risk_data.h"
#include "shell/risk.h"
#include "shell_commands.h"

namespace runbookc {
namespace {

RiskVerdict judge(std::string_view text) {
  static const Result<RiskTable> table = load_risk_table();
  REQUIRE(table);
  return judge_risk(shell_commands(text), {*table, shell_commands, {}});
}

Risk risk_of(std::string_view text) { return judge(text).risk; }

using Programs = std::vector<std::string>;

}  // namespace

TEST_CASE("an option that is switched off makes nothing harmless") {
  CHECK(risk_of("kubectl delete ns shop --help") == Risk::read);
  CHECK(risk_of("kubectl delete ns shop --help=true") == Risk::read);
  CHECK(risk_of("kubectl delete ns shop --help=false") == Risk::destroy);
  CHECK(risk_of("docker volume rm x --dry-run=false") == Risk::destroy);
  CHECK(risk_of("helm uninstall web --dry-run=false") == Risk::destroy);
  CHECK(risk_of("kubectl delete pod web-0 --all=false") == Risk::mutate);
  CHECK(risk_of("curl --data false http://x") == Risk::mutate);
}

TEST_CASE("a word that begins with a dash is no program") {
  CHECK(judge("bash -c -- 'rm -rf /x'").programs == Programs{"bash", "rm"});
  CHECK(judge("bash -c -e 'rm -rf /x'").programs == Programs{"bash", "rm"});
  CHECK(judge("env - rm /x").programs == Programs{"env", "rm"});
  CHECK(judge("docker run web:1 --verbose").programs == Programs{"docker"});
  CHECK(risk_of("bash -c -- 'rm -rf /x'") == Risk::destroy);
  CHECK(risk_of("env - rm /x") == Risk::destroy);
}

TEST_CASE("an entry point is the program of what a container gets") {
  CHECK(risk_of("docker run --entrypoint sh img -c 'rm -rf /x'") == Risk::destroy);
  CHECK(risk_of("podman run --rm --entrypoint=rm img -rf /h") == Risk::destroy);
  CHECK(risk_of("docker run --entrypoint '' img ls") == Risk::mutate);
  CHECK(judge("docker run -it --entrypoint sh img").interactive);
}

TEST_CASE("printing nothing into a file empties it") {
  CHECK(judge("cat /dev/null > app.log").reason == "empties a file");
  CHECK(judge("echo -n > app.log").reason == "empties a file");
  CHECK(judge("echo \"\" > app.log").reason == "empties a file");
  CHECK(risk_of("echo x > app.log") == Risk::mutate);
  CHECK(risk_of("cat /dev/null >> app.log") == Risk::mutate);
  CHECK(risk_of("echo > /proc/sys/vm/drop_caches") == Risk::mutate);
}

}  // namespace runbookc
