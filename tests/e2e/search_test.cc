// runbookc search, over sources and over a built site.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

constexpr const char* kPage =
    "---\n"
    "title: Fail over the orders database\n"
    "owner: dba\n"
    "severity: [P1]\n"
    "alerts: [OrdersPrimaryDown]\n"
    "next_review: 2026-01-01\n"
    "---\n"
    "# Fail over the orders database\n\n"
    "When the primary is gone.\n\n"
    "## Procedure\n\n"
    "```bash\n"
    "# Promote the replica\n"
    "patronictl failover orders --force\n"
    "```\n\n"
    "## Roll back\n\n"
    "Nothing is lost, \x1b[31m::error::neither here.\n";

void write_project(const TempFolder& folder) {
  folder.write("runbookc.yaml", "site: { title: Sample }\n");
  folder.write("content/owners.yaml", "owners:\n  - { id: dba, name: Database team }\n");
  folder.write("content/db/failover.md", kPage);
  folder.write("content/queue.md", "# Clear the queue\n\nMessages wait for the database.\n");
}

nlohmann::json results_of(const ProcessResult& result) {
  return nlohmann::json::parse(result.out).at("results");
}

}  // namespace

TEST_CASE("search shows where a hit is, whose it is and why") {
  const TempFolder folder;
  write_project(folder);
  const auto result = run_in(folder.path(), {"search", "OrdersPrimaryDown"});
  CAPTURE(result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.out ==
        "content/db/failover.md:1  Fail over the orders database\n"
        "    P1 · Database team · answers OrdersPrimaryDown · review overdue since 2026-01-01\n"
        "    When the primary is gone.\n");
}

TEST_CASE("search names an alert that was asked for, not one that shares some words with it") {
  const TempFolder folder;
  write_project(folder);
  const auto named = [&](const std::string& query) {
    return contains(run_in(folder.path(), {"search", query}).out, "answers OrdersPrimaryDown");
  };
  CHECK(named("orders primary down"));
  CHECK(named("OrdersPrim"));
  CHECK_FALSE(named("OrdersReplicaDown"));
  CHECK_FALSE(named("orders "));
}

TEST_CASE("search tells the sections that a hit stands in, and what hides one of the same name") {
  const TempFolder folder;
  folder.write("content/disk.md",
               "# Disks\n\n## Disk full\n\n### Symptoms\n\nWrites fail.\n\n"
               "## Disk slow\n\n### Symptoms\n\nWaits grow.\n\n```bash\niostat -x 5\n```\n");
  const auto text = run_in(folder.path(), {"search", "writes fail"});
  CHECK(contains(text.out, "content/disk.md:5  Disks › Disk full › Symptoms\n"));
  const auto hits = results_of(run_in(folder.path(), {"search", "--format", "json", "iostat"}));
  REQUIRE_FALSE(hits.empty());
  CHECK(hits[0].at("section") == "Symptoms");
  CHECK(hits[0].at("section_path") == nlohmann::json::array({"Disk slow", "Symptoms"}));
}

TEST_CASE("a hit without text of its own shows the first words below it") {
  const TempFolder folder;
  folder.write("content/a.md", "# Broker\n\n## Symptoms\n\n### Early\n\nConsumers lag.\n");
  const auto page = run_in(folder.path(), {"search", "kind:page", "broker"});
  CHECK(contains(page.out, "    Consumers lag.\n"));
  const auto section = run_in(folder.path(), {"search", "kind:section", "symptoms"});
  CHECK(contains(section.out, "Broker › Symptoms\n    Consumers lag.\n"));
}

TEST_CASE("search shows a command with what it would do") {
  const TempFolder folder;
  write_project(folder);
  const auto result = run_in(folder.path(), {"search", "--limit", "1", "patronictl", "failover"});
  CHECK(result.exit_code == 0);
  CHECK(result.out ==
        "content/db/failover.md:16  Fail over the orders database › Procedure\n"
        "    P1 · Database team · review overdue since 2026-01-01\n"
        "    # Promote the replica\n"
        "    patronictl failover orders --force\n"
        "    → mutate\n");
}

TEST_CASE("found words are marked where there is colour, and nothing of a page is obeyed") {
  const TempFolder folder;
  write_project(folder);
  const auto plain = run_in(folder.path(), {"search", "nothing lost"});
  CHECK(contains(plain.out, "Nothing is lost, \\u{1b}[31m::error::neither"));
  CHECK_FALSE(contains(plain.out, "\x1b"));
  const auto colored = run_in(folder.path(), {"--color", "always", "search", "nothing lost"});
  CHECK(contains(colored.out, "\x1b[1;35mNothing\x1b[0m is \x1b[1;35mlost\x1b[0m, \\u{1b}[31m"));
  CHECK(contains(colored.out, "\x1b[2mcontent/db/failover.md:19\x1b[0m  \x1b[1mFail over the"));
  const auto never = run_in(folder.path(), {"--color", "never", "search", "nothing lost"});
  CHECK(never.out == plain.out);
}

TEST_CASE("what a command destroys is said in words, and in colour where there is one") {
  const TempFolder folder;
  folder.write("content/a.md",
               "# Volumes\n\n```bash\nkubectl delete pvc data-0 --namespace <NAMESPACE>\n```\n");
  const auto plain = run_in(folder.path(), {"search", "delete pvc"});
  CHECK(contains(plain.out,
                 "    kubectl delete pvc data-0 --namespace <NAMESPACE>\n"
                 "    → destroy: read it in its place first, has values to fill in\n"));
  const auto colored = run_in(folder.path(), {"--color", "always", "search", "delete pvc"});
  CHECK(contains(colored.out, "→ \x1b[1;31mdestroy\x1b[0m: read it in its place first"));
  CHECK(contains(colored.out, "kubectl \x1b[1;35mdelete\x1b[0m \x1b[1;35mpvc\x1b[0m data-0"));
}

TEST_CASE("a built site gives the very results of its sources") {
  const TempFolder folder;
  write_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  for (const std::string query : {"OrdersPrimaryDown", "databse", "patronictl", "fail",
                                  "risk:mutate", "owner:dba kind:section roll", "queue messages"}) {
    CAPTURE(query);
    const auto sources = run_in(folder.path(), {"search", "--format", "json", query});
    const auto site =
        run_in(folder.path(), {"search", "--format", "json", "--site", "site", query});
    CHECK(sources.exit_code == 0);
    CHECK(sources.out == site.out);
  }
  // The site is enough.
  const TempFolder elsewhere;
  const auto result = run_in(elsewhere.path(), {"search", "--site", folder.path("site"), "queue"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out, "content/queue.md:1"));
}

TEST_CASE("search prints JSON that its schema describes") {
  const TempFolder folder;
  write_project(folder);
  for (const std::string query : {"database", "patronictl", "zzzzzz", "severity:P1"}) {
    const auto result = run_in(folder.path(), {"search", "--format", "json", query});
    folder.write("result.json", result.out);
    ProcessOptions python;
    python.program = "/usr/bin/python3";
    const auto valid =
        run_tool({"-W", "ignore", "-c",
                  "import json, sys, jsonschema\n"
                  "schema = json.load(open(sys.argv[1]))\n"
                  "jsonschema.Draft7Validator.check_schema(schema)\n"
                  "jsonschema.Draft7Validator(schema).validate(json.load(open(sys.argv[2])))\n",
                  RUNBOOKC_SOURCE_DIR "/schemas/output/search.json", folder.path("result.json")},
                 python);
    CAPTURE(query, valid.err, result.out);
    CHECK(valid.exit_code == 0);
  }
  const auto hits = results_of(run_in(folder.path(), {"search", "--format", "json", "patronictl"}));
  REQUIRE_FALSE(hits.empty());
  CHECK(hits[0].at("kind") == "command");
  CHECK(hits[0].at("url") == "db/failover.html");
  CHECK(hits[0].at("section") == "Procedure");
  CHECK(hits[0].at("anchor").get<std::string>().starts_with("cmd."));
  CHECK(hits[0].at("command") == "patronictl failover orders --force");
}

TEST_CASE("without a hit search says what might help, and ends with 1") {
  const TempFolder folder;
  write_project(folder);
  const auto nothing = run_in(folder.path(), {"search", "zzzzzz"});
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.out.empty());
  CHECK(contains(nothing.err, "nothing matches 'zzzzzz'; try fewer or other words"));
  const auto filtered = run_in(folder.path(), {"search", "database", "owner:nobody"});
  CHECK(filtered.exit_code == 1);
  CHECK(contains(filtered.err, "nothing matches 'database owner:nobody'\nwithout owner:nobody, "));
  CHECK(contains(filtered.err, "nothing has owner:nobody; owner is one of database-team, dba\n"));
  const auto json = run_in(folder.path(), {"search", "--format", "json", "zzzzzz"});
  CHECK(json.exit_code == 1);
  CHECK(results_of(json).empty());
}

TEST_CASE("search tells which words stand nowhere, and which filter was meant") {
  const TempFolder folder;
  write_project(folder);
  const auto note = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "search");
    return run_in(folder.path(), arguments).err;
  };
  CHECK(note({"database", "xyzzyplugh", "primary "}) == "on no page: “xyzzyplugh”\n");
  CHECK(note({"databsae "}) == "on no page: “databsae”; similar words are searched for\n");
  CHECK(contains(note({"owner:dbaa"}), "nothing has owner:dbaa; did you mean owner:dba?\n"));
  CHECK(contains(note({"severity:P9"}), "nothing has severity:P9; severity is one of p1\n"));
  CHECK(
      contains(note({"ownr:dba", "database"}), "ownr:dba is no filter; did you mean owner:dba?\n"));
  CHECK(contains(note({"the of"}), "'the of' has no word that can be searched for\n"));
  CHECK(note({"--limit", "1", "database"}) == "the first 1 of 2 hits; --limit N shows more\n");
  CHECK(contains(note({"owner:\x1b[31mx"}), "nothing has owner:\\u{1b}[31mx"));
  CHECK(note({"-q", "database", "xyzzyplugh", "primary "}).empty());
}

TEST_CASE("what search cannot do is an error") {
  const TempFolder folder;
  write_project(folder);
  const auto fails = [&](std::vector<std::string> arguments, std::string_view part) {
    arguments.insert(arguments.begin(), "search");
    const auto result = run_in(folder.path(), arguments);
    CAPTURE(result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, part));
  };
  fails({"--format", "yaml", "x"}, "'yaml' is no format of `runbookc search`");
  fails({"--limit", "0", "x"}, "--limit takes a number from 1 to 50, not '0'");
  fails({"--limit", "x", "x"}, "not 'x'");
  fails({"--site", "content", "x"},
        "'content' holds no site with a search index: no _/search/index.js");
  fails({"--site", "nowhere", "x"}, "there is no folder 'nowhere'");
  fails({"--site", "nowhere", "x"}, "name the folder that `runbookc build --out DIR` wrote");
  fails({"--ignore-daemonsets"},
        "put -- before words that begin with -: `runbookc search -- --ignore-daemonsets`");
  fails({}, "QUERY");
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  folder.write("site/_/search/t0.js", "runbookcSearch.terms(0,[\"a\"],[])\n");
  fails({"--site", "site", "database"}, "the search index is damaged: _/search/t0.js");
}

}  // namespace runbookc
