// What the program says of shell text, and what it mends.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

constexpr const char* kFence = "\n```bash\n";

}  // namespace

TEST_CASE("a here-document without an end is an error, and what it swallows is not harmless") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md", kGoodPage + kFence +
                                   "psql <<SQL\nSELECT 1;\n  SQL\nrm -rf /data\n```\n" + kFence +
                                   "echo `cat \\`rm -rf /data\\``\n```\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "error[RB601 command-syntax]: the here-document that starts here"));
  CHECK(contains(result.out, "the line 'SQL' must stand at column 1"));
  const auto index =
      nlohmann::json::parse(run_in(folder.path(), {"commands", "--format", "json"}).out);
  for (const auto& command : index.at("commands")) {
    const std::string text = command.at("text");
    if (text.starts_with("psql")) CHECK(command["syntax"] == "error");
    if (text.starts_with("psql")) CHECK(command["risk"] == "unknown");
    if (text.starts_with("echo")) CHECK(command["risk"] == "destroy");
  }
}

TEST_CASE("options that a command lost are given back by fix") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md", kGoodPage + kFence +
                                   "kubectl get pods\n  --namespace orders\n\ncp a /etc/ \\ \n"
                                   "systemctl status app\n```\n");
  CHECK(contains(run_in(folder.path(), {"check"}).out, "the options on the next line are lost"));
  run_in(folder.path(), {"fix"});
  CHECK(contains(folder.read("content/a.md"), "kubectl get pods \\\n  --namespace orders\n"));
  CHECK(contains(folder.read("content/a.md"), "cp a /etc/ \\ \nsystemctl status app\n"));
}

TEST_CASE("a text for a list of a rule's option is refused at its place") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "rules:\n  tool-undeclared: { known: fernctl }\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc.yaml:2:29"));
  CHECK(contains(result.err, "must be a list"));
}

}  // namespace runbookc
