#include "shell/wrapped_words.h"

#include <catch2/catch.hpp>

#include "parse/risk_data.h"
#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::vector<std::string> programs_in(const std::string& text) {
  static const Result<RiskTable> table = load_risk_table();
  REQUIRE(table);
  return local_programs(parse_shell(text).commands, *table);
}

}  // namespace

TEST_CASE("wrappers and what they start run on the reader's machine") {
  using Names = std::vector<std::string>;
  CHECK(programs_in("sudo -E env A=1 /usr/bin/jq . | tee x") == Names{"sudo", "env", "jq", "tee"});
  CHECK(programs_in("timeout 30 curl x; timeout 5m dig y") == Names{"timeout", "curl", "dig"});
  CHECK(programs_in("ls | xargs -n 1 -I {} stat {}") == Names{"ls", "xargs", "stat"});
  CHECK(programs_in("watch -n 5 jq . x; sudo -u root -- setsid dig x") ==
        Names{"watch", "jq", "sudo", "setsid", "dig"});
}

TEST_CASE("what runs in a container or on another host does not") {
  using Names = std::vector<std::string>;
  CHECK(programs_in("kubectl exec db -- psql -c 'x' | jq .") == Names{"kubectl", "jq"});
  CHECK(programs_in("ssh db 'patronictl list'") == Names{"ssh"});
  CHECK(programs_in("ssh db patronictl list; docker exec x jq .") == Names{"ssh", "docker"});
  CHECK(programs_in("sudo -- -rf x") == Names{"sudo"});
}
