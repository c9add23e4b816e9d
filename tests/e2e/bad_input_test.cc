// Hostile and broken files: one clear finding each, and the rest of the corpus still processed.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

struct BadInput {
  const char* name;
  const char* rule;
  std::function<void(const TempFolder&)> make;  // content/bad.md
};

std::string nested_lists(int depth) {
  std::string text = "# Nested\n\n";
  for (int i = 0; i < depth; ++i) text += "- ";
  return text + "x\n";
}

std::vector<BadInput> bad_inputs() {
  const auto text = [](std::string bytes) {
    return [bytes](const TempFolder& folder) { folder.write("content/bad.md", bytes); };
  };
  const std::string page = kGoodPage;
  return {
      {"not UTF-8", "not-utf8", text(page + "caf\xe9\n")},
      {"empty", "empty-file", text("")},
      {"100 MB", "file-too-large",
       [](const TempFolder& folder) {
         folder.write("content/bad.md", "");
         REQUIRE(truncate(folder.path("content/bad.md").c_str(), 100'000'000) == 0);
       }},
      {"a folder", "unreadable-file",
       [](const TempFolder& folder) { fs::create_directory(folder.path("content/bad.md")); }},
      {"a named pipe", "unreadable-file",
       [](const TempFolder& folder) {
         REQUIRE(mkfifo(folder.path("content/bad.md").c_str(), 0600) == 0);
       }},
      {"a dangling link", "unreadable-file",
       [](const TempFolder& folder) {
         fs::create_symlink("nowhere.md", folder.path("content/bad.md"));
       }},
      {"a link in a circle", "unreadable-file",
       [](const TempFolder& folder) {
         fs::create_symlink("bad.md", folder.path("content/bad.md"));
       }},
      {"an escaping link", "unreadable-file",
       [](const TempFolder& folder) {
         fs::create_symlink("/etc/passwd", folder.path("content/bad.md"));
       }},
      {"front matter never closed", "front-matter-syntax", text("---\ntitle: T\n\n# T\n\nText.\n")},
      {"10,000 nested lists", "limit-exceeded",
       text(page + "\n" + nested_lists(10'000).substr(10))},
  };
}

// The names of the rules that found something in content/bad.md.
std::vector<std::string> rules_of_bad(const nlohmann::json& report) {
  std::vector<std::string> out;
  for (const auto& found : report["diagnostics"]) {
    CHECK(found["path"] == "content/bad.md");
    out.push_back(found["name"]);
  }
  return out;
}

}  // namespace

TEST_CASE("each bad file is one finding, and the good one beside it is checked") {
  for (const BadInput& input : bad_inputs()) {
    DYNAMIC_SECTION(input.name) {
      const TempFolder folder;
      write_sample_project(folder);
      input.make(folder);
      const auto result = run_in(folder.path(), {"check", "--format", "json"});
      CAPTURE(result.out, result.err);
      const bool warning_only = std::string(input.rule) == "empty-file";
      REQUIRE(result.exit_code == (warning_only ? 0 : 1));
      const auto report = nlohmann::json::parse(result.out);
      CHECK(rules_of_bad(report) == std::vector<std::string>{input.rule});
      CHECK(report["summary"]["files"] == 2);
    }
  }
}

TEST_CASE("a site is built around each bad file") {
  for (const BadInput& input : bad_inputs()) {
    DYNAMIC_SECTION(input.name) {
      const TempFolder folder;
      write_sample_project(folder);
      input.make(folder);
      const auto result = run_in(folder.path(), {"build"});
      CAPTURE(result.err);
      CHECK(result.exit_code == 0);
      CHECK(folder.has("site/good.html"));
      CHECK_FALSE(contains(folder.read("site/diagnostics.json"), "root:x:0"));
      CHECK_FALSE(contains(folder.read("site/bad.html"), "root:x:0"));
    }
  }
}

TEST_CASE("a file without read permission is one finding") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/bad.md", kGoodPage);
  fs::permissions(folder.path("content/bad.md"), fs::perms::none);
  const auto result = run_in(folder.path(), {"check", "--format", "json"});
  REQUIRE(result.exit_code < 2);
  const auto rules = rules_of_bad(nlohmann::json::parse(result.out));
  if (geteuid() == 0) {
    WARN("skipped: root reads every file, so that no permission can be missing");
    CHECK(rules.empty());
  } else {
    CHECK(rules == std::vector<std::string>{"unreadable-file"});
  }
}

TEST_CASE("all bad files at once are findings of their own") {
  const TempFolder folder;
  write_sample_project(folder);
  int number = 0;
  for (const BadInput& input : bad_inputs()) {
    if (std::string(input.name) == "a link in a circle") continue;
    input.make(folder);
    fs::rename(folder.path("content/bad.md"),
               folder.path("content/bad" + std::to_string(number++) + ".md"));
  }
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "8 errors, 1 warning in 10 files"));
  CHECK_FALSE(contains(result.out, "content/good.md"));
}

TEST_CASE("content behind a link that leads to none is an error, not all of the project") {
  const TempFolder temp;
  const TempFolder elsewhere;
  write_sample_project(temp);
  temp.write("private.md", "# Private\n");
  fs::rename(temp.path("content"), temp.path("kept"));
  for (const std::string& target : {std::string("nowhere"), elsewhere.path()}) {
    fs::create_directory_symlink(target, temp.path("content"));
    const auto result = run_in(temp.path(), {"build"});
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("the content folder 'content' is a link that leads") !=
          std::string::npos);
    CHECK_FALSE(temp.has("site"));
    fs::remove(temp.path("content"));
  }
  fs::create_directory_symlink("kept", temp.path("content"));
  CHECK(run_in(temp.path(), {"build"}).exit_code == 0);
}

#ifndef RUNBOOKC_SANITIZED  // their shadow memory is over any limit
TEST_CASE("want of memory is an error like others") {
  const TempFolder temp;
  write_sample_project(temp);
  for (int i = 0; i < 200; ++i) {
    temp.write("content/p" + std::to_string(i) + ".md", std::string(100'000, 'x'));
  }
  ProcessOptions options;
  options.program = "sh";
  options.directory = temp.path();
  options.environment = {{"TOOL", RUNBOOKC_BINARY}};
  const auto result = run_tool({"-c", "ulimit -v 80000; exec \"$TOOL\" -j 2 check"}, options);
  CHECK(result.exit_code == 2);
  CHECK(result.err.find("error: there is not enough memory\n") != std::string::npos);
}
#endif

TEST_CASE("a hostile file name cannot forge output") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/\x1b[31m::error::x.md", "");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out, "RB010"));
  CHECK_FALSE(contains(result.out, "\x1b"));
}

}  // namespace runbookc
