#include <catch2/catch.hpp>
#include <filesystem>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// Checks `text` in the place of `path`, from within `folder`.
ProcessResult check_buffer(const TempFolder& folder, const std::string& text,
                           const std::string& path, std::vector<std::string> more = {}) {
  folder.write("buffer", text);
  std::vector<std::string> arguments = {"check", "--stdin-filename", path};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ProcessOptions options;
  options.directory = folder.path();
  options.stdin_file = folder.path("buffer");
  return run_tool(arguments, options);
}

}  // namespace

TEST_CASE("an unsaved buffer is checked in the place of its file, links and all") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/other.md", kGoodPage + "\n[x](none.md)\n");
  const auto result =
      check_buffer(folder, kGoodPage + "\n[o](other.md) [n](nowhere.md)\n", "content/good.md");
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, "content/good.md:20:19: error[RB301 target-missing]"));
  CHECK(contains(result.out, "1 error, 0 warnings in 1 file"));
  CHECK_FALSE(contains(result.out, "none.md"));
  CHECK(folder.read("content/good.md") == kGoodPage);
}

TEST_CASE("the file need not exist, and may be named by its absolute path from anywhere") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("buffer", kGoodPage + "\n[g](good.md) [n](nowhere.md)\n");
  ProcessOptions options;
  options.stdin_file = folder.path("buffer");
  const auto result =
      run_tool({"check", "--stdin-filename", folder.path("content/new.md")}, options);
  CHECK(result.exit_code == 1);
  CHECK(contains(result.out, folder.path("content/new.md") + ":20:18: error[RB301"));
}

TEST_CASE("the text report names the buffer as the editor does, json as the project does") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("buffer", kGoodPage + "\n[n](nowhere.md)\n");
  ProcessOptions options;
  options.stdin_file = folder.path("buffer");
  options.directory = folder.path("content");
  const std::vector<std::string> check = {"check", "--stdin-filename", "./good.md"};
  CHECK(run_tool(check, options).out.starts_with("./good.md:20:5: error[RB301"));
  CHECK(run_tool({"check", "good.md", "--stdin-filename", "x.md"}, options).exit_code == 2);
  const auto json = run_tool({"check", "--stdin-filename", "good.md", "--format", "json"}, options);
  CHECK(contains(json.out, "\"content/good.md\""));
  options.directory = "/";
  const auto hostile = run_tool(
      {"-C", folder.path("content"), "check", "--stdin-filename", "::error::\x1b[31m.md"}, options);
  CHECK(contains(hostile.out, "./::error::"));
  CHECK_FALSE(contains(hostile.out, "\n::error::"));
  CHECK_FALSE(contains(hostile.out, "\x1b"));
}

TEST_CASE("neither the file nor its folder need exist") {
  const TempFolder folder;
  write_sample_project(folder);
  const std::string page = kGoodPage + "\n[g](../../good.md) [n](nowhere.md)\n";
  const auto result = check_buffer(folder, page, "content/new/deep/a.md");
  CHECK(result.exit_code == 1);
  CHECK(result.out.starts_with("content/new/deep/a.md:20:24: error[RB301"));
  CHECK(contains(result.out, "1 error, 0 warnings in 1 file"));
  CHECK_FALSE(std::filesystem::exists(folder.path("content/new")));
  const auto plain = check_buffer(folder, "# B\n\n[x](x.md)\n", "elsewhere/b.md");
  CHECK(contains(plain.err, "lies outside the content"));
}

TEST_CASE("without a project, the file's folder is the root") {
  const TempFolder folder;
  folder.write("docs/a.md", "# A\n");
  const auto result = check_buffer(folder, "# B\n\n[a](a.md) [x](x.md)\n", "docs/b.md");
  CHECK(contains(result.out, "\ndocs/b.md:3:15: error[RB301"));
}

TEST_CASE("a mistyped path outside any project does not make one of the folders above") {
  const TempFolder folder;
  folder.write("docs/a.md", "# A\n");
  const TempFolder elsewhere;
  const auto astray = check_buffer(elsewhere, "# B\n", folder.path("dcos/new/b.md"));
  CHECK(astray.exit_code == 2);
  CHECK(contains(astray.err, "lies in a folder that does not exist"));
  CHECK(contains(astray.err, "no folder above it has a runbookc.yaml"));
  CHECK(check_buffer(folder, "# B\n", "docs/new/b.md").exit_code == 0);
}

TEST_CASE("a buffer outside the project is refused as a PATH is") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("buffer", "# A\n");
  const TempFolder elsewhere;
  ProcessOptions options;
  options.stdin_file = folder.path("buffer");
  options.directory = folder.path("content");
  for (const std::string& path : {std::string("../../a.md"), elsewhere.path("a.md")}) {
    const auto result = run_tool({"check", "--stdin-filename", path}, options);
    CAPTURE(path, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "lies outside the project " + folder.path() + "\n"));
    CHECK(contains(result.err, "start in its own project, as with -C DIR"));
  }
  options.directory = elsewhere.path();
  CHECK(run_tool({"check", "--stdin-filename", folder.path("content/a.md")}, options).exit_code ==
        0);
}

TEST_CASE("a place where no document can be is refused") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto refusal = [&](const std::string& path) {
    const auto result = check_buffer(folder, "# A\n", path);
    CHECK(result.exit_code == 2);
    return result.err;
  };
  CHECK(contains(refusal("README.md"), "lies outside the content"));
  CHECK(contains(refusal("content/owners.yaml"), "documents end in .md, .markdown"));
  CHECK(contains(refusal("content/good.md/a.md"), "is no place for a file"));
  CHECK(contains(refusal("content/new/"), "is no place for a file"));
  CHECK(contains(refusal("content/new/../../a.md"), "lies outside the content"));
  const auto both = check_buffer(folder, "# A\n", "content/a.md", {"content/good.md"});
  CHECK(both.exit_code == 2);
  CHECK(contains(both.err, "leave the PATHs out"));
}

}  // namespace runbookc
