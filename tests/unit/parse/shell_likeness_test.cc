#include "parse/shell_likeness.h"

#include <catch2/catch.hpp>

#include "parse/other_text.h"
#include "parse/printed_text.h"
#include "parse/risk_data.h"

namespace runbookc {
namespace {

const RiskTable& table() {
  static const Result<RiskTable> shipped = load_risk_table();
  REQUIRE(shipped);
  return *shipped;
}

}  // namespace

TEST_CASE("texts whose every statement runs a known program or a script are shell") {
  for (const std::string_view text :
       {"kubectl get pods",
        "# look\nkubectl get pods -n <namespace>\nkubectl logs web | tail",
        "./deploy.sh prod",
        "/opt/gitlab/embedded/bin/jeprof /tmp/x",
        "sudo systemctl restart web",
        "POD=$(kubectl get pod -o name)\nkubectl logs $POD",
        "for i in 1 2; do ssh db-$i ls; done",
        "find /tmp -name '*.log' -delete",
        "make -n deploy",
        "curl -s http://x/healthz",
        "kubectl get pods\nNAME READY\nweb 1/1",
        "lsblk -o NAME\nsdb  8:16  0  50G",
        "kubectl get x -o json\n{\n  \"a\": 1\n}",
        "kubectl get pods\nsleep 30\nexit",
        "kubectl get x\nfernctl -v status",
        "docker rm app\n/var/app/launcher start app",
        "pkill -f puma:",
        "service nginx restart",
        "kill 123",
        "sleep 30",
        "watch kubectl get pods",
        "redis-cli -h x\n127.0.0.1:6379> DBSIZE"}) {
    INFO(text);
    CHECK(reads_as_shell(text, table()));
  }
}

TEST_CASE("prose, output, configuration and other languages are not shell") {
  for (const std::string_view text : {"make sure that the service is up",
                                      "find the pod that restarts",
                                      "date: Monday",
                                      "Restart the service.",
                                      "user nginx;",
                                      "host    all   all   10.0.0.0/8   md5",
                                      "set statement_timeout to '1h'",
                                      "kubectl get pods\nand look at them",
                                      "fernctl -v status",
                                      "/var/app/launcher start app",
                                      "top level settings",
                                      "/chatops run namespace 1",
                                      "/var/log/syslog",
                                      "A=1\nB=2",
                                      "host: db\nport: 5432",
                                      "SELECT 1;",
                                      "ls -l (all of them",
                                      "restart fernctl",
                                      "",
                                      "# only a comment",
                                      "ssh into the node, then look:",
                                      "test the change",
                                      "{\"kubectl\": 1}"}) {
    INFO(text);
    CHECK_FALSE(reads_as_shell(text, table()));
  }
}

TEST_CASE("what is called shell and is something else is named") {
  const auto is = [](std::string_view text) { return other_than_shell(text, &table()); };
  CHECK(is("mysql> select 1;\n+---+") == "a session of mysql");
  CHECK(is("{\n  \"a\": [1]\n}\n") == "JSON");
  CHECK(is("apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n") == "YAML");
  CHECK(is("2026-01-01T00:00:00Z started\n2026-01-01T00:00:01Z stopped\n") == "a log");
  CHECK(is("I1130 12:15:18.635452       1 leaderelection.go:243] x\n") == "a log");
  CHECK(is("SELECT *\nFROM t;") == "SQL");
  CHECK(is("sum by (job) (rate(http_requests_total[5m])) > 1") == "PromQL");
  CHECK(is("up{job=\"web\"} == 0") == "PromQL");
  CHECK(is("NAME      READY   STATUS\nweb-1     1/1     Running\n") == "what a program printed");
  CHECK(is("# Space in use\n(etcd_total_bytes / etcd_quota_bytes) * 100") == "PromQL");
  CHECK(is("label_replace(\n  sum(rate(x[1d]))\n, \"a\", \"b\", \"\", \"\")") == "PromQL");
  CHECK(is("* Connected to localhost (::1)\n> HEAD / HTTP/1.1\n< Date: x\n") ==
        "what a program printed");
  CHECK(is("Warning  Failed  3m53s  default-scheduler  2 node(s) didn't match") ==
        "what a program printed");
  CHECK(is("error: Transaction in progress: (null)") == "what a program printed");
  CHECK(is("# psql\ntemplate1=# select 1;") == "a session of postgresql");
  CHECK(is("update.go:2641] Rebooting node") == "what a program printed");
  CHECK(is("\"failed to run: %v\", err") == "what a program printed");
  CHECK(is("\"msg\"=\"connected\" \"database\"=\"x\"") == "what a program printed");
  CHECK(is("default_runtime = \"crun\"") == "what a program printed");
  CHECK(is("notAfter=Aug  6 13:11:20 2026 GMT") == "what a program printed");
  CHECK(is("set statement_timeout to '1h';") == "SQL");
  CHECK(is("> slowlog get 10\n1) 1) (integer) 5100") == "a session of redis");
  CHECK(is("PS C:\\> Get-Service") == "a session of powershell");
  CHECK(is("Restart the service by hand.\nThen look at the graphs.\n") == "prose");
}

TEST_CASE("what is called shell is shell, unless it is clearly not") {
  for (const std::string_view text : {"kubectl get pods",
                                      "$ kubectl get pods\nNAME   READY",
                                      "fernctl restart x",
                                      "A=1",
                                      "echo 'a: b'",
                                      "{ echo a; }",
                                      "[ -f x ] && ls",
                                      "MY_TOOL run the thing",
                                      "# a comment",
                                      "",
                                      "if true; then ls; fi",
                                      "count=1; sum=2",
                                      "max {a,b}",
                                      "fernctl a_b (x",
                                      "my_tool [a]",
                                      "(cd x && my_tool > y)",
                                      "kubectl apply -f - <<EOF\nkind: Pod\nEOF",
                                      "\"$EDITOR\" x",
                                      "A=1 fernctl",
                                      "> kubectl get pods",
                                      "total"}) {
    INFO(text);
    CHECK(other_than_shell(text, &table()).empty());
  }
}

}  // namespace runbookc
