#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "e2e/git_repository.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

const std::string kLegacyAlert =
    "# QueueIsFull\n\n## Meaning\n\nMessages wait.\n\n## Impact\n\nParcels are late.\n\n"
    "## Diagnosis\n\nLook at the consumers.\n\n## Mitigation\n\nAdd consumers.\n";

std::string legacy_alert(const std::string& name) {
  return "# " + name + kLegacyAlert.substr(kLegacyAlert.find('\n'));
}

const std::string kFailover =
    "# Runbook: Fail over the depot database\n\n**Owner**: Depot Team (#depot)\n"
    "**Version:** 1.2\n**Last Updated**: 2026-03-04\n**Severity**: P1 - Critical\n\n"
    "## Steps\n\n1. Go.\n\n---\n\nThis runbook is reviewed quarterly.";

// A folder as teams have them: no project, no front matter, CRLF here, a byte-order mark there.
void write_legacy_folder(const TempFolder& folder) {
  folder.write("failover.md", kFailover);
  folder.write("windows.md", "# Restart\r\n\r\nOwner: Depot Team\r\n\r\nSee [x](missing.md).\r\n");
  folder.write("mark.md", "\xEF\xBB\xBF# Marked\n\n**Last Updated**: December 2025\n");
  for (const char* name : {"QueueIsFull", "DepotIsDown", "ParcelIsLost"}) {
    folder.write("alerts/" + std::string(name) + ".md", legacy_alert(name));
  }
}

std::map<std::string, std::string> bytes_of(const TempFolder& folder) {
  std::map<std::string, std::string> bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().lexically_relative(folder.path()).string();
    bytes[name] = folder.read(name);
  }
  return bytes;
}

// Without the one front matter block at its start and the blank line behind it.
std::string without_front_matter(const std::string& text) {
  const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (text.compare(begin, 3, "---") != 0) return text;
  const std::size_t fence = text.find("\n---", begin);
  std::size_t end = text.find('\n', fence + 1) + 1;
  end = text.find('\n', end) + 1;
  return text.substr(0, begin) + text.substr(end);
}

// What the front matter says of `key`, without quotes; "" for nothing.
std::string line_of(const std::string& text, const std::string& key) {
  const std::size_t at = text.find("\n" + key + ": ");
  if (at == std::string::npos || at > text.find("\n---", 3)) return "";
  std::string value = text.substr(at + key.size() + 3);
  value.resize(value.find('\n'));
  if (value.starts_with('"')) value = value.substr(1, value.size() - 2);
  return value;
}

}  // namespace

TEST_CASE("a legacy folder is adopted, checks green, builds, and is not adopted twice") {
  const TempFolder folder;
  write_legacy_folder(folder);
  const auto before = bytes_of(folder);
  const auto adopted = run_in(folder.path(), {"adopt", "--write"});
  CAPTURE(adopted.out, adopted.err);
  REQUIRE(adopted.exit_code == 0);
  for (const char* name : {"runbookc.yaml", "owners.yaml", "runbookc-baseline.json"}) {
    CHECK(contains(adopted.out, std::string("wrote ") + name));
    CHECK(folder.has(name));
  }
  const auto after = bytes_of(folder);
  for (const auto& [name, bytes] : before) {
    CAPTURE(name);
    CHECK(after.at(name) != bytes);
    CHECK(without_front_matter(after.at(name)) == bytes);
  }
  CHECK(after.at("failover.md")
            .starts_with(
                "---\ntitle: Fail over the depot database\nowner: depot-team\nreview_every: "
                "quarterly\n"
                "last_updated: 2026-03-04\nversion: \"1.2\"\nseverity: [P1]\n---\n\n# Runbook"));
  CHECK(
      after.at("windows.md").starts_with("---\r\ntitle: Restart\r\nowner: depot-team\r\n---\r\n"));
  CHECK(after.at("mark.md").starts_with("\xEF\xBB\xBF---\ntitle: Marked\n---\n\n# Marked"));
  CHECK(contains(after.at("alerts/QueueIsFull.md"), "alerts: [QueueIsFull]\n"));
  CHECK(contains(after.at("runbookc.yaml"), "\"alerts/**\": alert"));
  CHECK(contains(after.at("owners.yaml"), "slack: \"#depot\""));

  const auto check = run_in(folder.path(), {"check"});
  CAPTURE(check.out, check.err);
  CHECK(check.exit_code == 0);
  CHECK(run_in(folder.path(), {"build"}).exit_code == 0);
  for (const char* mode : {"--diff", "--write"}) {
    const auto again = run_in(folder.path(), {"adopt", mode});
    CHECK(again.exit_code == 0);
    CHECK(again.out.empty());
    CHECK(contains(again.err, "nothing to adopt"));
  }
}

TEST_CASE("new findings fail the check of an adopted folder") {
  const TempFolder folder;
  write_legacy_folder(folder);
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  folder.write("new.md", "---\ntitle: New\n---\n\n# New\n\n[x](nowhere.md)\n");
  CHECK(run_in(folder.path(), {"check"}).exit_code == 1);
}

TEST_CASE("the diff changes nothing, and patch makes of it what --write makes") {
  const TempFolder folder;
  write_legacy_folder(folder);
  const auto before = bytes_of(folder);
  const auto diff = run_in(folder.path(), {"adopt"});
  CHECK(diff.exit_code == 1);
  CHECK(bytes_of(folder) == before);
  CHECK(contains(diff.err,
                 "would write 6 documents, owners.yaml, runbookc-baseline.json, runbookc.yaml"));
  folder.write("../adopt.diff", diff.out);
  ProcessOptions patch;
  patch.program = "patch";
  patch.directory = folder.path();
  patch.stdin_file = folder.path("../adopt.diff");
  const auto patched = run_tool({"-p1", "--binary"}, patch);
  fs::remove(folder.path("../adopt.diff"));
  CAPTURE(patched.out, patched.err);
  REQUIRE(patched.exit_code == 0);
  const auto by_patch = bytes_of(folder);
  const TempFolder other;
  write_legacy_folder(other);
  REQUIRE(run_in(other.path(), {"adopt", "--write"}).exit_code == 0);
  for (const auto& [name, bytes] : by_patch) {
    CAPTURE(name);
    CHECK(other.read(name) == bytes);
  }
}

TEST_CASE("--explain says where each value comes from, and what is left") {
  const TempFolder folder;
  write_legacy_folder(folder);
  const auto result = run_in(folder.path(), {"adopt", "--explain"});
  CAPTURE(result.out);
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "line 3: 'Owner: Depot Team (#depot)'"));
  CHECK(contains(result.out,
                 "line 3: 'Last Updated: December 2025': only a month: no day is invented"));
  CHECK_FALSE(contains(result.out, "+++"));
}

TEST_CASE("an edit is a review only if one says so") {
  const TempFolder folder;
  folder.write("a.md", "# A\n\nLast Updated: 2026-03-04\n");
  CHECK_FALSE(contains(run_in(folder.path(), {"adopt"}).out, "last_reviewed"));
  const auto assumed = run_in(folder.path(), {"adopt", "--assume-reviewed"});
  CHECK(contains(assumed.out, "+last_reviewed: 2026-03-04\n+last_updated: 2026-03-04\n"));
}

TEST_CASE("in a project, its files are kept, and what they lack is printed") {
  const TempFolder folder;
  write_sample_project(folder);
  const std::string alert = legacy_alert("QueueIsFull");
  folder.write("content/QueueIsFull.md", "---\nlast_reviewed: 2026-11-01\n---\n" + alert);
  folder.write("content/b.md", "# B\n\n**Owner:** Depot Team\n");
  folder.write("content/c.md", "# C\n\n**Owner:** Database administrators\n");
  const auto result = run_in(folder.path(), {"adopt", "--write"});
  CAPTURE(result.out, result.err);
  CHECK(result.exit_code == 0);
  CHECK(folder.read("content/owners.yaml") == kOwners);
  CHECK(folder.read("runbookc.yaml") == "site: { title: Sample }\n");
  CHECK(folder.read("content/good.md") == kGoodPage);
  CHECK_FALSE(folder.has("runbookc-baseline.json"));
  CHECK(contains(result.out, "add to content/owners.yaml, under 'owners:'"));
  CHECK(contains(result.out, "  - id: depot-team\n    name: Depot Team\n"));
  CHECK(folder.read("content/c.md") ==
        "---\ntitle: C\nowner: dba\n---\n\n# C\n\n**Owner:** Database administrators\n");
  CHECK(folder.read("content/QueueIsFull.md") ==
        "---\nlast_reviewed: 2026-11-01\ntype: alert\nalerts: [QueueIsFull]\n---\n" + alert);
}

TEST_CASE("rule files name alerts, and an annotation says where they lead") {
  const TempFolder folder;
  folder.write("docs/queue.md", "# The queue\n\nText.\n");
  folder.write(
      "rules.yaml",
      "groups:\n  - name: q\n    rules:\n      - alert: QueueIsFull\n        expr: up == 0\n"
      "        annotations: { runbook_url: \"https://w.example/docs/queue.md#top\" }\n"
      "      - alert: Stray\n        expr: up\n      - record: a\n        expr: up\n");
  const auto result =
      run_in(folder.path(), {"adopt", "--alerts", "rules.yaml", "--explain", "docs"});
  CAPTURE(result.out, result.err);
  CHECK(contains(result.out, "[QueueIsFull]"));
  CHECK(contains(result.out, "'Stray': it leads to no one document"));
  CHECK(run_in(folder.path(), {"adopt", "--alerts", "none.yaml"}).exit_code == 2);
  folder.write("broken.yaml", "a: [\n");
  CHECK(run_in(folder.path(), {"adopt", "--alerts", "broken.yaml"}).exit_code == 2);
}

TEST_CASE("git's dates are the last resort, and say so") {
  const GitRepository repository;
  repository.write("a.md", "# A\n\nText.\n");
  repository.write("b.md", "# B\n\nLast Updated: 2020-01-02\n");
  repository.write("c.md", "# C\n\nLast updated on 2 January 2020 by Jane\n");
  repository.run("git add -A && git commit -q --no-verify -m all",
                 {{"GIT_AUTHOR_DATE", "2026-02-03T12:00:00Z"},
                  {"GIT_COMMITTER_DATE", "2026-02-03T12:00:00Z"}});
  REQUIRE(repository.run("runbookc adopt --write").exit_code == 0);
  CHECK(
      contains(repository.read("a.md"), "last_updated: 2026-02-03  # from git: its last commit\n"));
  CHECK(contains(repository.read("b.md"), "last_updated: 2020-01-02\n"));
  CHECK(contains(repository.read("c.md"), "last_updated: 2020-01-02\n"));
}

TEST_CASE("owners come from OWNERS and CODEOWNERS files") {
  const TempFolder folder;
  folder.write("a/one.md", "# One\n\nText.\n");
  folder.write("b/two.md", "# Two\n\n**Owner:** Depot Team\n");
  folder.write("a/three.md", "# Three\n\n**Owner:** Search and Ads\n");
  folder.write("a/OWNERS", "approvers:\n- ann\n- bob\n");
  folder.write("CODEOWNERS", "/a/ @acme/depot\n");
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK(contains(folder.read("a/one.md"), "owner: depot\n"));
  CHECK(contains(folder.read("runbookc.yaml"), "\"a/**\": { owner: [ann, bob] }"));
  CHECK(contains(folder.read("runbookc.yaml"), "\"a/three.md\": { owner: [] }"));
  CHECK(contains(folder.read("owners.yaml"), "  - id: depot-team\n    name: Depot Team\n"));
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("what cannot be read, or lies elsewhere, is left alone") {
  const TempFolder folder;
  folder.write("broken.md", "---\ntitle: [\n---\n\n# Broken\n\nOwner: DBA\n");
  folder.write("latin.md", "# Caf\xE9\n\nOwner: DBA\n");
  folder.write("outside/real.md", "# Real\n\nOwner: DBA\n");
  folder.write("inside/a.md", "# A\n");
  fs::create_symlink("../outside/real.md", folder.path("inside/link.md"));
  const auto before = bytes_of(folder);
  const auto result =
      run_in(folder.path(), {"adopt", "--write", "broken.md", "latin.md", "inside/link.md"});
  CHECK(result.exit_code == 0);
  CHECK(bytes_of(folder) == before);
  const auto explained = run_in(folder.path(), {"adopt", "--explain", "broken.md", "latin.md"});
  CHECK(contains(explained.out, "its front matter cannot be read: mend it first"));
  CHECK(contains(explained.out, "it is not UTF-8"));
}

TEST_CASE("a clean project has nothing to adopt") {
  const auto result = run_in(RUNBOOKC_SOURCE_DIR, {"adopt"});
  CAPTURE(result.out, result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
}

TEST_CASE("the project's own runbooks get back what they say, without their front matter") {
  const TempFolder folder;
  fs::copy(RUNBOOKC_SOURCE_DIR "/content", folder.path("content"), fs::copy_options::recursive);
  fs::copy(RUNBOOKC_SOURCE_DIR "/runbookc.yaml", folder.path("runbookc.yaml"));
  std::map<std::string, std::string> originals;
  for (const auto& [name, bytes] : bytes_of(folder)) {
    if (!name.ends_with(".md")) continue;
    originals[name] = bytes;
    folder.write(name, without_front_matter(bytes));
  }
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  std::size_t dates = 0;
  for (const auto& [name, original] : originals) {
    if (contains(name, "templates/")) continue;  // their text is to be filled in
    CAPTURE(name);
    const std::string now = folder.read(name);
    CHECK(line_of(now, "title") == line_of(original, "title"));
    if (line_of(now, "last_updated").empty()) continue;
    CHECK(line_of(now, "last_updated") == line_of(original, "last_updated"));
    ++dates;
    CHECK(without_front_matter(now) == without_front_matter(original));
  }
  CHECK(originals.size() > 25);
  CHECK(dates > 15);
}

TEST_CASE("documents of a Middleman site are documents, and its headings no titles") {
  const TempFolder folder;
  folder.write("source/a.html.md.erb", "---\ntitle: A\n---\n\n# <%= data.title %>\n");
  folder.write("source/b.html.md.erb", "# <%= data.title %>\n\n**Owner:** DBA\n");
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK(contains(folder.read("runbookc.yaml"), "content: source\n"));
  CHECK(contains(folder.read("runbookc.yaml"), "dialect: tech-docs\n"));
  CHECK(folder.read("source/b.html.md.erb").starts_with("---\nowner: dba\n---\n"));
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("a site is adopted in the dialect of what publishes it") {
  const TempFolder folder;
  folder.write("config.toml", "baseURL = \"https://runbooks.example/\"\n");
  folder.write(
      "content/db/fail-over.md",
      "# Fail over\n\n**Owner:** DBA\n\nThen [the other]({{< relref \"roll-back.md\" >}}).\n");
  folder.write("content/db/roll-back.md",
               "---\ndescription: The way back\n---\n\n# Roll back\n\nSee [it](/db/fail-over/).\n");
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK(contains(folder.read("runbookc.yaml"), "dialect: hugo\n"));
  const ProcessResult checked = run_in(folder.path(), {"check", "--no-baseline"});
  CHECK_FALSE(contains(checked.out, "RB301"));
  CHECK_FALSE(contains(checked.out, "RB105"));
  CHECK(run_in(folder.path(), {"adopt"}).exit_code == 0);
}

TEST_CASE("nothing is written where a draft would replace a file") {
  const TempFolder folder;
  write_legacy_folder(folder);
  folder.write("runbookc-baseline.json", "{}");
  const auto before = bytes_of(folder);
  const std::string reason = "runbookc-baseline.json is there, and would be drafted";
  CHECK(contains(run_in(folder.path(), {"adopt"}).err, "--write would not start: " + reason));
  const auto result = run_in(folder.path(), {"adopt", "--write"});
  CAPTURE(result.err);
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, reason));
  CHECK(bytes_of(folder) == before);
}

TEST_CASE("what was cut short is done by another run") {
  const TempFolder folder;
  write_legacy_folder(folder);
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  const auto whole = bytes_of(folder);
  fs::remove(folder.path("runbookc.yaml"));
  REQUIRE(run_in(folder.path(), {"adopt", "--write"}).exit_code == 0);
  CHECK(bytes_of(folder) == whole);
  fs::remove(folder.path("runbookc-baseline.json"));
  const auto again = run_in(folder.path(), {"adopt", "--write"});
  CHECK(again.exit_code == 0);
  CHECK_FALSE(contains(again.err, "nothing to adopt"));
  CHECK(bytes_of(folder) == whole);
  CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
}

TEST_CASE("drafts are named as they are seen from where one stands") {
  const TempFolder folder;
  folder.write("a/x.md", "# X\n\n**Owner:** DBA\n");
  fs::create_directories(folder.path("elsewhere"));
  const auto result = run_in(folder.path("elsewhere"), {"adopt", "../a"});
  CAPTURE(result.out, result.err);
  CHECK(contains(result.err, "../a/runbookc.yaml"));
}

TEST_CASE("rules that came later, and keys in capitals, are for a person") {
  const TempFolder folder;
  write_sample_project(folder);
  const std::string page =
      "---\ntitle: Queue\nOwner: dba\nalerts: [QueueIsFull]\n---\n\n# Queue\n\nOwner: DBA\n";
  folder.write("content/queue.md", page);
  folder.write("rules.yaml",
               "- alert: QueueIsFull\n  expr: up\n  annotations: { runbook: content/queue.md }\n"
               "- alert: QueueIsGone\n  expr: up\n  annotations: { runbook: content/queue.md }\n");
  const std::vector<std::string> arguments = {"adopt", "--alerts", "rules.yaml", "--explain",
                                              "content/queue.md"};
  const auto result = run_in(folder.path(), arguments);
  CAPTURE(result.out, result.err);
  CHECK(contains(result.out, "'QueueIsGone' leads here, and its front matter does not name it"));
  CHECK_FALSE(contains(result.out, "'QueueIsFull' leads here"));
  CHECK(contains(result.out, "line 3: 'Owner' in its front matter: write it 'owner'"));
  CHECK(run_in(folder.path(), {"adopt", "--write", "content/queue.md"}).exit_code == 0);
  CHECK(folder.read("content/queue.md") == page);
}

TEST_CASE("a link to nothing is in the way of a draft") {
  const TempFolder folder;
  write_legacy_folder(folder);
  fs::create_symlink("elsewhere/baseline.json", folder.path("runbookc-baseline.json"));
  const auto before = bytes_of(folder);
  const auto result = run_in(folder.path(), {"adopt", "--write"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc-baseline.json is there, and would be drafted"));
  CHECK(bytes_of(folder) == before);
}

TEST_CASE("a doubtful word keeps git and CODEOWNERS from answering") {
  const GitRepository repository;
  repository.write("a.md", "# A\n\nLast Updated: December 2025\n");
  repository.write("b.md", "# B\n\nOwner: Search and Ads\nLast Updated: [CURRENT_DATE]\n");
  repository.write("c.md", "# C\n\nOwner: Depot Team\nLast Updated: 2020-01-02\n");
  repository.write("d.md", "# D\n\nOwner: password=hunter2hunter2\n");
  repository.write("CODEOWNERS", "* @acme/depot\n");
  repository.run("git add -A && git commit -q --no-verify -m all");
  REQUIRE(repository.run("runbookc adopt --write").exit_code == 0);
  CHECK(repository.read("a.md").starts_with("---\ntitle: A\nowner: depot\n---\n"));
  CHECK(repository.read("b.md").starts_with("---\ntitle: B\n---\n"));
  CHECK_FALSE(contains(repository.read("d.md"), "owner: "));
  CHECK_FALSE(contains(repository.read("owners.yaml"), "hunter2"));
}

TEST_CASE("adopt tells misuse") {
  const TempFolder folder;
  folder.write("a.md", "# A\n");
  CHECK(run_in(folder.path(), {"adopt", "--diff", "--write"}).exit_code == 2);
  CHECK(run_in(folder.path(), {"adopt", "missing.md"}).exit_code == 2);
  const TempFolder empty;
  CHECK(run_in(empty.path(), {"adopt"}).exit_code == 2);
}

}  // namespace runbookc
