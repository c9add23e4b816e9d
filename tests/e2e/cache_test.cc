// The cache of the user: where it lies, who may read it, and that nobody notices it.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

struct Caches {
  TempFolder project;
  TempFolder home;

  Caches() { write_sample_project(project); }
  ProcessResult run(const std::vector<std::string>& arguments,
                    std::vector<std::pair<std::string, std::string>> environment = {}) const {
    ProcessOptions options;
    options.directory = project.path();
    if (environment.empty()) environment = {{"HOME", home.path()}};
    options.environment = std::move(environment);
    return run_tool(arguments, options);
  }
  std::string folder() const { return home.path(".cache/runbookc"); }
};

unsigned mode_of(const std::string& path) {
  struct stat status = {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> paths;
  if (!fs::exists(folder)) return paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  return paths;
}

std::map<std::string, std::string> tree_of(const TempFolder& folder, const std::string& name) {
  std::map<std::string, std::string> tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path(name))) {
    if (!entry.is_regular_file()) continue;
    const std::string path = fs::relative(entry.path(), folder.path()).string();
    tree[path] = folder.read(path);
  }
  return tree;
}

}  // namespace

TEST_CASE("a second run says what the first one said") {
  const Caches caches;
  caches.project.write("content/bad.md", "# Bad\n\n[gone](gone.md) and “```bash\nls “x”\n```\n");
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"check", "-v"}, {"commands"}, {"index"}, {"search", "good"}}) {
    std::vector<std::string> uncached = {"--no-cache"};
    uncached.insert(uncached.end(), command.begin(), command.end());
    const auto without = caches.run(uncached);
    const auto first = caches.run(command);
    const auto second = caches.run(command);
    CAPTURE(command[0]);
    CHECK(first.out == without.out);
    CHECK(second.out == without.out);
    CHECK(second.err == without.err);
    CHECK(second.exit_code == without.exit_code);
  }
}

TEST_CASE("a site that is built with the cache is the same") {
  const Caches caches;
  REQUIRE(caches.run({"--no-cache", "build", "--out", "clean"}).exit_code == 0);
  REQUIRE(caches.run({"build", "--out", "first"}).exit_code == 0);
  REQUIRE(caches.run({"build", "--out", "second"}).exit_code == 0);
  const auto clean = tree_of(caches.project, "clean");
  CHECK(clean.size() > 5);
  const auto compare = [&](const std::string& name) {
    for (const auto& [path, bytes] : clean) {
      CAPTURE(path);
      CHECK((caches.project.read(name + path.substr(path.find('/'))) == bytes));
    }
    CHECK(tree_of(caches.project, name).size() == clean.size());
  };
  compare("first");
  compare("second");
}

TEST_CASE("nobody but its owner reads the cache") {
  const Caches caches;
  caches.run({"check"});
  CHECK(mode_of(caches.folder()) == 0700);
  const auto files = files_in(caches.folder());
  CHECK(files.size() >= 2);
  for (const std::string& file : files) CHECK(mode_of(file) == 0600);
}

TEST_CASE("the cache lies where the environment says") {
  const Caches caches;
  const TempFolder other;
  caches.run({"check"}, {{"HOME", caches.home.path()}, {"XDG_CACHE_HOME", other.path("xdg")}});
  CHECK(files_in(other.path("xdg/runbookc")).size() >= 2);
  caches.run({"check"}, {{"HOME", caches.home.path()}, {"RUNBOOKC_CACHE_DIR", other.path("own")}});
  CHECK(files_in(other.path("own")).size() >= 2);
  caches.run({"check"}, {{"HOME", caches.home.path()}, {"RUNBOOKC_CACHE_DIR", ""}});
  caches.run({"check"}, {{"LANG", "C"}});
  caches.run({"--no-cache", "check"});
  CHECK_FALSE(fs::exists(caches.home.path(".cache")));
}

TEST_CASE("a cache that lies in the checkout is neither read nor written") {
  const Caches caches;
  caches.project.write(".git/HEAD", "ref: refs/heads/main\n");
  fs::create_directories(caches.project.path("docs"));
  for (const std::string folder : {"cache", "content/.cache"}) {
    const auto result =
        caches.run({"check"}, {{"RUNBOOKC_CACHE_DIR", caches.project.path(folder)}});
    CHECK(result.exit_code == 0);
    CHECK_FALSE(fs::exists(caches.project.path(folder)));
  }
}

TEST_CASE("a link to the checkout does not make its cache another's") {
  const Caches caches;
  caches.project.write(".git/HEAD", "ref: refs/heads/main\n");
  fs::create_symlink(caches.project.path(), caches.home.path("link"));
  const auto result = caches.run({"-C", caches.home.path(), "check", "link"},
                                 {{"RUNBOOKC_CACHE_DIR", caches.project.path("cache")}});
  CHECK(result.exit_code == 0);
  CHECK_FALSE(caches.project.has("cache"));
}

TEST_CASE("a search keeps what it parsed") {
  const Caches caches;
  CHECK(caches.run({"search", "good"}).exit_code == 0);
  CHECK(files_in(caches.folder()).size() == 1);
}

TEST_CASE("what a fix would write is not kept") {
  const Caches caches;
  caches.project.write("content/bad.md", "# Bad\n\n[good](Good.md)\n");
  caches.run({"check"});
  const auto kept = tree_of(caches.home, ".cache");
  REQUIRE(caches.run({"fix", "--diff"}).out.find("good.md") != std::string::npos);
  CHECK(tree_of(caches.home, ".cache") == kept);
}

TEST_CASE("a folder that others may write is not used") {
  const Caches caches;
  fs::create_directories(caches.folder());
  fs::permissions(caches.folder(), fs::perms(0777));
  CHECK(caches.run({"check"}).exit_code == 0);
  CHECK(files_in(caches.folder()).empty());
}

TEST_CASE("a cache that cannot be written is no error") {
  const Caches caches;
  caches.home.write(".cache", "a file where the folder should be\n");
  const auto result = caches.run({"check"});
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
}

TEST_CASE("a file that others may read is made anew") {
  const Caches caches;
  caches.run({"check"});
  const auto files = files_in(caches.folder());
  CHECK(files.size() >= 2);
  for (const std::string& file : files) fs::permissions(file, fs::perms(0644));
  CHECK(caches.run({"check"}).exit_code == 0);
  for (const std::string& file : files) CHECK(mode_of(file) == 0600);
}

TEST_CASE("an unsaved buffer is not kept") {
  const Caches caches;
  ProcessOptions options;
  options.directory = caches.project.path();
  options.environment = {{"HOME", caches.home.path()}};
  caches.project.write("buffer", kGoodPage);
  options.stdin_file = caches.project.path("buffer");
  CHECK(run_tool({"check", "--stdin-filename", "content/good.md"}, options).exit_code == 0);
  CHECK(files_in(caches.folder()).empty());
}

}  // namespace runbookc
