// Every command but check and build.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/text.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {

TEST_CASE("init starts a project that checks clean and builds") {
  const TempFolder folder;
  const auto result = run_in(folder.path(), {"init", "ops"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  for (const char* file :
       {"ops/runbookc.yaml", "ops/content/owners.yaml", "ops/content/restart-a-service.md",
        "ops/.pre-commit-config.yaml", "ops/.github/workflows/runbooks.yml"}) {
    CAPTURE(file);
    CHECK(folder.has(file));
    CHECK(contains(result.out, file));
  }
  CHECK(contains(folder.read("ops/content/restart-a-service.md"), "last_reviewed: 2026-11-21"));
  const auto check = run_in(folder.path(), {"-C", "ops", "check", "-v"});
  CHECK(check.exit_code == 0);
  CHECK(check.out == "no errors or warnings in 1 file\n");
  CHECK(run_in(folder.path(), {"-C", "ops", "build"}).exit_code == 0);
}

TEST_CASE("init leaves what exists as it is") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "site: { title: Mine }\n");
  const auto first = run_in(folder.path(), {"init"});
  CHECK(first.exit_code == 0);
  CHECK(contains(first.out, "kept  runbookc.yaml"));
  CHECK(folder.read("runbookc.yaml") == "site: { title: Mine }\n");
  const auto again = run_in(folder.path(), {"init"});
  CHECK(again.exit_code == 0);
  CHECK(contains(again.err, "nothing to do"));
}

TEST_CASE("new asks for a name where a folder is named") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/db/a.md", kGoodPage);
  for (const std::string path : {"content/db/", "content/db", "content/new/"}) {
    const auto result = run_in(folder.path(), {"new", "runbook", path});
    CAPTURE(path, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "'" + path + "' names a folder"));
    const std::string file = path + (path.ends_with('/') ? "" : "/") + "runbook.md";
    CHECK(contains(result.err, "name the file in it, as in " + file + "\n"));
    CHECK(run_in(folder.path(), {"new", "runbook", file}).exit_code ==
          (path == "content/db" ? 2 : 0));  // made by the first
  }
}

TEST_CASE("new writes a draft from the type, never reviewed, with the sections") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"new", "runbook", "content/db/fail-over.md"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(result.out == "content/db/fail-over.md\n");
  const std::string text = folder.read("content/db/fail-over.md");
  CHECK(contains(text, "title: Fail over\n"));
  CHECK(contains(text, "type: runbook\n"));
  CHECK(contains(text, "\nstatus: draft\n"));
  CHECK_FALSE(contains(text, "\nlast_reviewed:"));
  CHECK(contains(text, "# One of: dba\n"));
  for (const char* section : {"## Purpose", "## Prerequisites", "## Procedure", "## Verification",
                              "## Rollback", "## Post-Incident"}) {
    CAPTURE(section);
    CHECK(contains(text, section));
  }
}

TEST_CASE("every type has a draft whose only defects are what its author fills in") {
  const TempFolder folder;
  write_sample_project(folder);
  for (const std::string type : {"page", "runbook", "alert", "incident-response", "on-call",
                                 "operations", "escalation", "index", "template"}) {
    REQUIRE(run_in(folder.path(), {"new", type, "content/" + type + "/draft.md"}).exit_code == 0);
  }
  const auto result = run_in(folder.path(), {"check", "--format", "json"});
  REQUIRE(result.exit_code < 2);
  const auto report = nlohmann::json::parse(result.out);
  for (const auto& found : report["diagnostics"]) {
    const std::string name = found["name"];
    CAPTURE(found.dump());
    CHECK((name == "owner-missing" || name == "section-empty" || name == "unresolved-metadata"));
  }
}

TEST_CASE("new refuses an unknown type, a path that exists, and places nobody would look") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto refused = [&](const std::vector<std::string>& arguments, const std::string& word) {
    const auto result = run_in(folder.path(), arguments);
    CAPTURE(arguments, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, word));
  };
  refused({"new", "runbok", "content/x.md"}, "did you mean 'runbook'?");
  refused({"new", "runbook", "content/good.md"}, "exists");
  refused({"new", "runbook", "content/x"}, "write content/x.md");
  refused({"new", "runbook", "x.md"}, "write content/x.md");
  refused({"new", "runbook", "/nowhere/x.md"}, "outside the project");
  refused({"new", "runbook"}, "PATH");
  CHECK(folder.read("content/good.md") == kGoodPage);
}

TEST_CASE("index and commands print the documents that build writes") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK(run_in(folder.path(), {"index"}).out == folder.read("site/index.json"));
  CHECK(run_in(folder.path(), {"commands", "--format", "json"}).out ==
        folder.read("site/commands.json"));
  CHECK(run_in(folder.path(), {"check", "--format", "json"}).out ==
        folder.read("site/diagnostics.json"));
}

TEST_CASE("commands are listed with their place, by path and by runbook") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/other.md", "# Other\n\n```bash\ndate\n```\n");
  const auto text = run_in(folder.path(), {"commands"});
  CHECK(text.exit_code == 0);
  CHECK(contains(text.out, "content/good.md:1"));
  CHECK(contains(text.out, "    ls -l\n"));
  CHECK_FALSE(contains(text.out, "$ ls"));
  CHECK(contains(text.out, "    date\n"));
  const auto of_one = run_in(folder.path(), {"commands", "--runbook", "other"});
  CHECK(contains(of_one.out, "    date\n"));
  CHECK_FALSE(contains(of_one.out, "ls -l"));
  const auto json = run_in(folder.path(), {"commands", "--format", "json", "content/other.md"});
  const auto commands = nlohmann::json::parse(json.out)["commands"];
  REQUIRE(commands.size() == 1);
  CHECK(commands.at(0)["text"] == "date");
  const auto unknown = run_in(folder.path(), {"commands", "--runbook", "othr"});
  CHECK(unknown.exit_code == 2);
  CHECK(contains(unknown.err, "did you mean 'other'?"));
}

TEST_CASE(
    "explain shows a document type, the project's own too, and nothing that a terminal obeys") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto shipped = run_in(folder.path(), {"explain", "runbook"});
  CHECK(shipped.exit_code == 0);
  CHECK(contains(shipped.out, "  Procedure\n"));
  CHECK(contains(shipped.out, "Holds numbered steps."));
  CHECK(contains(shipped.out, "  last_reviewed (a string)\n"));
  folder.write("schemas/types/tariff.json",
               R"({"description": "::error::A \u001b[31mtariff", "properties": {"rate": {}},
                   "x-sections": [{"title": "Change"}]})");
  const auto own = run_in(folder.path(), {"explain", "tariff"});
  CHECK(own.exit_code == 0);
  CHECK(contains(own.out, "  Change\n"));
  CHECK(contains(own.out, "  rate\n"));
  CHECK_FALSE(contains(own.out, "\x1b"));
  CHECK_FALSE(contains(own.out, "\n::error::"));
  const auto unknown = run_in(folder.path(), {"explain", "runbok"});
  CHECK(unknown.exit_code == 2);
  CHECK(contains(unknown.err, "did you mean 'runbook'?"));
  CHECK(contains(unknown.err, "tariff"));
}

TEST_CASE("rules lists the catalogue in three formats, and explain shows one") {
  const auto text = run_tool({"rules"});
  CHECK(text.exit_code == 0);
  CHECK(contains(text.out, "RB301  target-missing"));
  const auto json = nlohmann::json::parse(run_tool({"rules", "--format", "json"}).out);
  CHECK(json["rules"].size() > 30);
  CHECK(json["rules"].at(0)["code"] == "RB001");
  CHECK(contains(run_tool({"rules", "--format", "markdown"}).out, "target-missing"));
  const auto by_code = run_tool({"explain", "RB301"});
  CHECK(by_code.exit_code == 0);
  CHECK(contains(by_code.out, "target-missing"));
  CHECK(run_tool({"explain", "target-missing"}).out == by_code.out);
  CHECK(run_tool({"explain", "rb301"}).out == by_code.out);
}

namespace {

constexpr const char* kRiskyPage = R"(# Cache

## Empty it

1. Empty the cache:

   ```bash
   # All of it
   redis-cli FLUSHALL
   kubectl get pods -n shop
   ```

2. Restart:

   ```console
   $ kubectl rollout restart deploy/web
   deployment.apps/web restarted
   $ kubectl logs <POD>
   ```

```sh
echo 'never closed
```

```sh
cat <<EOF
```
)";

nlohmann::json commands_of(const TempFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"commands", "--format", "json"});
  const auto result = run_in(folder.path(), arguments);
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  return nlohmann::json::parse(result.out)["commands"];
}

}  // namespace

TEST_CASE("commands are chosen by what they do and what they run") {
  const TempFolder folder;
  folder.write("cache.md", kRiskyPage);
  folder.write("runbookc.yaml",
               "danger: [{ pattern: rollout restart, reason: loses carts }]\n"
               "programs: [{ name: cat, rules: [{ match: '', risk: mutate, why: purrs, example: "
               "cat x }] }]\n");
  const auto destroying = commands_of(folder, {"--risk", "destroy"});
  REQUIRE(destroying.size() == 2);
  CHECK(destroying.at(0)["text"] == "redis-cli FLUSHALL");
  CHECK(destroying.at(0)["description"] == "All of it");
  CHECK(destroying.at(0)["step"] == "1");
  CHECK(destroying.at(1)["text"] == "kubectl rollout restart deploy/web");
  CHECK(destroying.at(1)["risk_reason"] == "loses carts");
  CHECK(destroying.at(1)["expected_output"] == "deployment.apps/web restarted");
  CHECK(commands_of(folder, {"--program", "kubectl"}).size() == 3);
  CHECK(commands_of(folder, {"--program", "kubectl", "--risk", "read"}).size() == 2);
  const auto own = commands_of(folder, {"--program", "cat"});
  REQUIRE(own.size() == 1);
  CHECK(own.at(0)["risk_reason"] == "purrs");
  const auto text = run_in(folder.path(), {"commands", "--risk", "destroy"});
  CHECK(contains(text.out, "    redis-cli FLUSHALL\n    → destroy ("));
  CHECK_FALSE(contains(text.out, "get pods"));
  const auto wrong = run_in(folder.path(), {"commands", "--risk", "destory"});
  CHECK(wrong.exit_code == 2);
}

TEST_CASE("commands in commands are followed, and only a shell waits for answers") {
  const TempFolder folder;
  const std::vector<std::vector<std::string>> kJudged = {
      {"docker run --entrypoint sh img -c 'rm -rf /x'", "destroy", ""},
      {"kubectl exec -it web-0 -- df -h", "read", ""},
      {"kubectl exec -it web-0 -- sh", "unknown", "interactive"},
      {"kubectl delete ns shop --help=false", "destroy", ""},
      {"env -S 'rm -rf /x'", "destroy", ""},
      {"bash -c -e 'rm -rf /x'", "destroy", ""},
      {"echo -n > app.log", "destroy", ""},
      {"cp x /etc/motd", "mutate", ""},
      {"docker rmi web:1", "mutate", ""},
      {"ssh-keygen -t ed25519", "mutate", "interactive"},
      {"strace -p 42", "read", "blocking"},
      {"mysql -e '/*!50000 drop table x */'", "destroy", ""}};
  std::string page = "# Page\n";
  for (const auto& judged : kJudged) page += "\n```bash\n" + judged[0] + "\n```\n";
  folder.write("page.md", page);
  const auto commands = commands_of(folder, {});
  REQUIRE(commands.size() == kJudged.size());
  for (std::size_t i = 0; i < kJudged.size(); ++i) {
    INFO(kJudged[i][0]);
    CHECK(commands.at(i)["risk"] == kJudged[i][1]);
    CHECK(commands.at(i)["interactive"] == (kJudged[i][2] == "interactive"));
    CHECK(commands.at(i)["blocking"] == (kJudged[i][2] == "blocking"));
  }
}

TEST_CASE("filters take lists, and say what was meant") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "content: content\n");
  folder.write("content/db/cache.md", kRiskyPage);
  CHECK(commands_of(folder, {"--risk", "destroy,read"}).size() ==
        commands_of(folder, {"--risk", "destroy", "--risk", "read"}).size());
  CHECK(commands_of(folder, {"--program", "kubectl,redis-cli"}).size() == 4);
  CHECK(run_in(folder.path(), {"commands", "--risk", "read,destory"}).exit_code == 2);
  for (const std::string program : {"kubect", "KUBECTL", "/usr/bin/kubectl"}) {
    for (const std::string format : {"text", "json", "sh"}) {
      const auto result =
          run_in(folder.path(), {"commands", "--program", program, "--format", format});
      CAPTURE(program, format, result.err);
      CHECK(result.exit_code == 0);
      CHECK(contains(result.err, "no command runs '" + program + "'; did you mean 'kubectl'?\n"));
    }
  }
  CHECK_FALSE(
      contains(run_in(folder.path(), {"commands", "--program", "kubectl"}).err, "no command"));
  for (const std::string runbook :
       {"content/db/cache.md", "./content/db/cache.md", "db/cache.md"}) {
    const auto result = run_in(folder.path(), {"commands", "--runbook", runbook});
    CAPTURE(runbook, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "did you mean 'db/cache'?"));
  }
}

TEST_CASE("a notice comes after the results, also where both go to one place") {
  const TempFolder folder;
  folder.write("cache.md", kRiskyPage);
  ProcessOptions shell;
  shell.program = "sh";
  shell.directory = folder.path();
  const auto both = run_tool({"-c", std::string(RUNBOOKC_BINARY) + " commands 2>&1"}, shell);
  CHECK(both.out.ends_with("\n\n6 commands\n"));
}

TEST_CASE("a fault in what a project says of its programs stops the run") {
  const TempFolder folder;
  folder.write("a.md", "# A\n");
  folder.write("runbookc.yaml", "programs: [{ name: x, like: nothing-such, rules: [] }]\n");
  CHECK(run_in(folder.path(), {"commands"}).exit_code == 2);
}

TEST_CASE("ndjson is a command a line") {
  const TempFolder folder;
  folder.write("cache.md", kRiskyPage);
  const auto result = run_in(folder.path(), {"commands", "--format", "ndjson"});
  REQUIRE(result.exit_code == 0);
  std::vector<std::string> texts;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);)
    texts.push_back(nlohmann::json::parse(line)["text"]);
  CHECK(texts == std::vector<std::string>{"redis-cli FLUSHALL", "kubectl get pods -n shop",
                                          "kubectl rollout restart deploy/web",
                                          "kubectl logs <POD>", "echo 'never closed", "cat <<EOF"});
}

TEST_CASE("sh prints a script in which nothing runs that should not") {
  const TempFolder folder;
  folder.write("cache.md", kRiskyPage);
  const auto result = run_in(folder.path(), {"commands", "--format", "sh"});
  REQUIRE(result.exit_code == 0);
  CHECK(result.out.starts_with("#!/usr/bin/env bash\n"));
  CHECK(contains(result.out,
                 "\n# cache › Cache › Empty it › step 1 (cache.md:10)\n# All of it\n"
                 "IFS= read -r -d '' runbookc <<'END'\nkubectl get pods -n shop\nEND\n"));
  CHECK(contains(result.out, "\n# redis-cli FLUSHALL\n"));
  CHECK(contains(result.out, "\n# kubectl logs <POD>\n"));
  CHECK(contains(result.out, "\n# echo 'never closed\n"));
  CHECK(contains(result.out, "\n# cat <<EOF\n"));
}

TEST_CASE("a script of hostile commands runs nothing that is commented out") {
  const TempFolder folder;
  folder.write("a.md",
               "# A \x1b[31m\n\n## B\\\n\n```sh\n# c \\\ntouch made-1\n```\n\n"
               "```sh\nrm -rf \\\n  /nowhere-such; touch made-2 \\\n  made-3\n```\n\n"
               "```sh\ncat <<X\ntouch made-4\n```\n\n```sh\necho a \\\n```\n\n"
               "```sh\necho '\ntouch made-5\n```\n\n```sh\ntouch <made>\n```\n\n"
               "```sh\nif true; then\n```\n\n```sh\ntouch made-6\n```\n");
  const auto script = run_in(folder.path(), {"commands", "--format", "sh"});
  REQUIRE(script.exit_code == 0);
  CHECK_FALSE(contains(script.out, "\x1b"));
  folder.write("run.sh", script.out);
  ProcessOptions bash;
  bash.program = "bash";
  bash.directory = folder.path();
  const auto run = run_tool({"run.sh"}, bash);
  CAPTURE(script.out, run.err);
  CHECK(run.exit_code == 0);
  CHECK(folder.has("made-1"));
  CHECK(folder.has("made-6"));
  for (const char* never : {"made-2", "made-3", "made-4", "made-5", "made"}) {
    CAPTURE(never);
    CHECK_FALSE(folder.has(never));
  }
}

TEST_CASE("a command of a page cannot command the CI runner that shows it") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\n```sh\n::add-mask::kubectl\n```\n");
  const auto result = run_in(folder.path(), {"commands"});
  CHECK(contains(result.out, "    \\u{3a}:add-mask::kubectl\n"));
}

TEST_CASE("init beside old documents takes their folder for the content") {
  const TempFolder folder;
  folder.write("README.md", "# About\n");
  folder.write("docs/db/a.md", "# A\n\n[gone](gone.md)\n");
  folder.write("docs/alerts/B.markdown", "# B\n");
  folder.write("node_modules/x/README.md", "# X\n");
  folder.write(".hidden/y.md", "# Y\n");
  const auto made = run_in(folder.path(), {"init"});
  CHECK(made.exit_code == 0);
  CHECK(contains(made.err, "2 documents are in docs/ already, so 'content: docs' was set"));
  CHECK(contains(folder.read("runbookc.yaml"), "\ncontent: docs\n"));
  CHECK(std::filesystem::exists(folder.path("docs/owners.yaml")));
  CHECK_FALSE(std::filesystem::exists(folder.path("content")));
  CHECK_FALSE(std::filesystem::exists(folder.path("docs/restart-a-service.md")));
  CHECK(contains(run_in(folder.path(), {"check"}).out, "docs/db/a.md:3:8: error[RB301"));

  // As the end of runbookc.yaml says.
  folder.write("runbookc.yaml",
               replace_all(folder.read("runbookc.yaml"), "# baseline:", "baseline:"));
  CHECK(run_in(folder.path(), {"check", "--update-baseline"}).exit_code == 0);
  CHECK(contains(run_in(folder.path(), {"check"}).out, "no errors or warnings in 2 files"));
  CHECK_FALSE(contains(run_in(folder.path(), {"init"}).err, "already"));
}

TEST_CASE("init takes the root itself if documents lie in several folders, and quotes odd names") {
  const TempFolder spread;
  spread.write("a/a.md", "# A\n");
  spread.write("b/b.md", "# B\n");
  CHECK(contains(run_in(spread.path(), {"init"}).err, "2 documents are here already"));
  CHECK(contains(spread.read("runbookc.yaml"), "\ncontent: .\n"));
  CHECK(run_in(spread.path(), {"check"}).exit_code == 0);
  const TempFolder odd;
  odd.write("it's: #1/a.md", "# A\n");
  CHECK(run_in(odd.path(), {"init"}).exit_code == 0);
  CHECK(contains(odd.read("runbookc.yaml"), "\ncontent: 'it''s: #1'\n"));
  CHECK(run_in(odd.path(), {"check"}).exit_code == 0);
}

}  // namespace runbookc
