#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

using Texts = std::vector<std::string>;

Texts paths_of(const Tree& files, LoadOptions options = {}) {
  const Result<LoadedFiles> loaded = load_files(MemoryFiles(files), options);
  REQUIRE(loaded);
  Texts paths;
  for (std::size_t i = 0; i < loaded->sources.size(); ++i) paths.push_back(loaded->sources.path(i));
  return paths;
}

// A folder on the disk that goes away with the test.
class DiskProject {
 public:
  DiskProject() {
    std::string name = (std::filesystem::temp_directory_path() / "runbookc-XXXXXX").string();
    root_ = mkdtemp(name.data());
  }
  ~DiskProject() { std::filesystem::remove_all(root_); }
  DiskProject(const DiskProject&) = delete;
  DiskProject& operator=(const DiskProject&) = delete;

  std::filesystem::path at(const std::string& path) const { return root_ / path; }
  void write(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories(at(path).parent_path());
    std::ofstream(at(path)) << text;
  }
  void link(const std::string& target, const std::string& path) const {
    std::filesystem::create_symlink(target, at(path));
  }

 private:
  std::filesystem::path root_;
};

const LoadProblem* problem_at(const LoadedFiles& loaded, std::string_view path) {
  for (const LoadProblem& problem : loaded.problems) {
    if (problem.path == path) return &problem;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("documents are found at any depth and sorted by path") {
  CHECK(paths_of({{"b.md", ""}, {"a/z.md", ""}, {"a/b/c.markdown", ""}, {"a.txt", ""}}) ==
        Texts{"a/b/c.markdown", "a/z.md", "b.md"});
}

TEST_CASE("the case of an extension does not count") {
  CHECK(paths_of({{"A.MD", ""}, {"b.Markdown", ""}}) == Texts{"A.MD", "b.Markdown"});
}

TEST_CASE("the content folder is the content root where it exists") {
  const Tree files = {{"content/a.md", ""}, {"README.md", ""}};
  CHECK(paths_of(files) == Texts{"content/a.md"});
  CHECK(paths_of({{"README.md", ""}}) == Texts{"README.md"});
}

TEST_CASE("the configured content root is taken, and must exist") {
  const Tree files = {{"docs/a.md", ""}, {"content/b.md", ""}};
  CHECK(paths_of(files, configured("content: docs\n")) == Texts{"docs/a.md"});
  const Result<LoadedFiles> loaded = load_files(MemoryFiles(files), configured("content: dosc\n"));
  REQUIRE(!loaded);
  CHECK(loaded.error().message == "the content folder 'dosc' does not exist");
}

TEST_CASE("hidden folders and files, node_modules and the output are never read") {
  LoadOptions options;
  options.output_folder = "site";
  CHECK(paths_of({{".git/a.md", ""},
                  {"x/.cache/b.md", ""},
                  {"node_modules/c/d.md", ""},
                  {"site/e.md", ""},
                  {".#f.md", ""},
                  {"g.md", ""}},
                 std::move(options)) == Texts{"g.md"});
}

TEST_CASE("a site that we wrote is not read, wherever it lies") {
  const std::string manifest = "{\"$schema\": \"https://runbookc.dev/build.json\"}";
  CHECK(paths_of({{"old/build.json", manifest}, {"old/a.md", ""}, {"b.md", ""}}) == Texts{"b.md"});
  CHECK(paths_of({{"web/build.json", "{\"scripts\": {}}"}, {"web/a.md", ""}}) == Texts{"web/a.md"});
}

TEST_CASE("include and exclude narrow what is read") {
  const Tree files = {{"a/x.md", ""}, {"a/draft/y.md", ""}, {"b/z.md", ""}};
  CHECK(paths_of(files, configured("include: [\"a/**\"]\n")) == Texts{"a/draft/y.md", "a/x.md"});
  CHECK(paths_of(files, configured("exclude: [\"a/draft/**\"]\n")) == Texts{"a/x.md", "b/z.md"});
  CHECK(paths_of(files, configured("exclude: [draft]\n")) == Texts{"a/x.md", "b/z.md"});
}

TEST_CASE("a content root without a document is an error that says so") {
  const Result<LoadedFiles> loaded = load_files(MemoryFiles(Tree{{"a.txt", ""}}), LoadOptions{});
  REQUIRE(!loaded);
  CHECK(loaded.error().message == "there is no document in the project's folder");
  CHECK(loaded.error().help.find(".md .markdown") != std::string::npos);
}

TEST_CASE("a file over the limit is a problem and the rest is loaded") {
  LoadOptions options;
  options.config.limits.document_bytes = 10;
  const Result<LoadedFiles> loaded =
      load_files(MemoryFiles(Tree{{"a.md", "short"}, {"b.md", "more than ten bytes"}}), options);
  REQUIRE(loaded);
  CHECK(loaded->sources.size() == 1);
  const LoadProblem* problem = problem_at(*loaded, "b.md");
  REQUIRE(problem != nullptr);
  CHECK(problem->problem.kind == ProblemKind::file_too_large);
  CHECK(problem->problem.message == "the file has 19 bytes, more than the limit of 10");
}

TEST_CASE("what cannot be read on a disk is one problem each") {
  const DiskProject disk;
  disk.write("good.md", "# Good\n");
  disk.write("folder.md/inner.md", "# Inner\n");
  disk.write(".git/config.md", "secret");
  disk.write("huge.md", "");
  std::filesystem::resize_file(disk.at("huge.md"), 100 * 1024 * 1024);
  REQUIRE(mkfifo(disk.at("pipe.md").c_str(), 0600) == 0);
  disk.link("nowhere.md", "dangling.md");
  disk.link("circle.md", "circle.md");
  disk.link("/etc/hostname", "escaping.md");
  disk.link(".git/config.md", "leak.md");
  disk.link("good.md", "alias.md");
  disk.link(".", "again");
  const auto files = disk_files(disk.at("").string());
  const Result<LoadedFiles> loaded = load_files(*files, LoadOptions{});
  REQUIRE(loaded);
  Texts paths;
  for (std::size_t i = 0; i < loaded->sources.size(); ++i) paths.push_back(loaded->sources.path(i));
  CHECK(paths == Texts{"alias.md", "folder.md/inner.md", "good.md"});
  Texts problems;
  for (const LoadProblem& problem : loaded->problems) {
    problems.push_back(problem.path + ": " + problem.problem.message);
  }
  CHECK(problems == Texts{"circle.md: a symbolic link that leads to nothing",
                          "dangling.md: a symbolic link that leads to nothing",
                          "escaping.md: a symbolic link that leads out of the content",
                          "folder.md: a folder has the name of a document",
                          "huge.md: the file has 104857600 bytes, more than the limit of 524288",
                          "leak.md: a symbolic link that leads out of the content",
                          "pipe.md: not a regular file but a pipe, a socket or a device"});
}

TEST_CASE("an asset behind a link that leaves the content is not published") {
  const DiskProject disk;
  disk.write(".git/config", "secret");
  disk.write("a.md", "![x](leak.png) ![y](inner.png) ![z](out.png)\n");
  disk.write("img/y.png", "png");
  disk.link(".git/config", "leak.png");
  disk.link("img/y.png", "inner.png");
  disk.link("/etc/hostname", "out.png");
  const auto files = disk_files(disk.at("").string());
  LoadOptions options;
  options.today = kToday;
  const Result<Corpus> corpus = load_corpus(*files, options);
  REQUIRE(corpus);
  const Page& page = page_at(*corpus, "a.md");
  CHECK(page.links[0].outcome == LinkOutcome::outside_content);
  CHECK(page.links[1].outcome == LinkOutcome::asset);
  CHECK(page.links[2].outcome == LinkOutcome::escapes_root);
}

TEST_CASE("an unreadable file is a problem") {
  if (geteuid() == 0) return;  // root reads everything
  const DiskProject disk;
  disk.write("good.md", "# Good\n");
  disk.write("closed.md", "# Closed\n");
  std::filesystem::permissions(disk.at("closed.md"), std::filesystem::perms::none);
  const auto files = disk_files(disk.at("").string());
  const Result<LoadedFiles> loaded = load_files(*files, LoadOptions{});
  REQUIRE(loaded);
  const LoadProblem* problem = problem_at(*loaded, "closed.md");
  REQUIRE(problem != nullptr);
  CHECK(problem->problem.message == "the file cannot be read: permission denied");
}

TEST_CASE("only problems and no document still make a corpus, so that they are reported") {
  LoadOptions options;
  options.config.limits.document_bytes = 2;
  const Corpus corpus = load({{"a.md", "text"}}, std::move(options));
  CHECK(corpus.pages.empty());
  CHECK(corpus.load_problems.size() == 1);
}

}  // namespace runbookc::test
