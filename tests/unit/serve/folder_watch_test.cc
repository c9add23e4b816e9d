#include "serve/folder_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/path.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

bool is_hidden_name(std::string_view path) { return file_name(path).starts_with('.'); }

// A project's folder that is watched.
struct Watched {
  Watched() {
    folder.write("content/a.md", "a");
    folder.write("content/deep/er/b.md", "b");
    folder.write("other/c.md", "c");
    auto started = FolderWatch::start(
        folder.path(),
        {.trees = {"content", "schemas"}, .files = {"runbookc.yaml"}, .ignores = is_hidden_name});
    if (!started) FAIL(started.error().message);
    watch.emplace(std::move(*started));
  }

  FolderChanges take() {
    auto changes = watch->take();
    if (!changes) FAIL(changes.error().message);
    return *std::move(changes);
  }
  Paths changed() { return take().paths; }
  bool is_readable() const {
    pollfd ready{watch->descriptor(), POLLIN, 0};
    return ::poll(&ready, 1, 0) == 1;
  }

  TempFolder folder;
  std::optional<FolderWatch> watch;
};

}  // namespace

TEST_CASE("a file that is written shows once, whole") {
  Watched project;
  CHECK(project.watch->folder_count() == 4);  // the root, content, deep, er
  CHECK(project.changed().empty());
  project.folder.write("content/a.md", "new");
  CHECK(project.is_readable());
  CHECK(project.changed() == Paths{"content/a.md"});
  CHECK(project.changed().empty());
}

TEST_CASE("a file that is still being written does not show yet") {
  Watched project;
  const int file =
      ::open(project.folder.path("content/new.md").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
  REQUIRE(::write(file, "half", 4) == 4);
  CHECK(project.changed().empty());
  ::close(file);
  CHECK(project.changed() == Paths{"content/new.md"});
}

TEST_CASE("editors that write beside and rename are seen at the name that counts") {
  Watched project;
  project.folder.write("content/.a.md.tmp", "new");
  fs::rename(project.folder.path("content/.a.md.tmp"), project.folder.path("content/a.md"));
  CHECK(project.changed() == Paths{"content/a.md"});
}

TEST_CASE("links and removed files show") {
  Watched project;
  fs::create_symlink("a.md", project.folder.path("content/link.md"));
  fs::create_hard_link(project.folder.path("other/c.md"), project.folder.path("content/hard.md"));
  fs::remove(project.folder.path("content/deep/er/b.md"));
  CHECK(project.changed() == Paths{"content/deep/er/b.md", "content/hard.md", "content/link.md"});
}

TEST_CASE("what is not watched does not show") {
  Watched project;
  project.folder.write("other/c.md", "new");
  project.folder.write("content/.hidden/x.md", "new");
  project.folder.write("notes.txt", "new");
  CHECK(project.changed().empty());
  project.folder.write("runbookc.yaml", "new");
  CHECK(project.changed() == Paths{"runbookc.yaml"});
}

TEST_CASE("a new folder is followed, with what came into it at once") {
  Watched project;
  project.folder.write("content/new/er/x.md", "x");
  CHECK(std::ranges::count(project.changed(), "content/new") == 1);
  project.folder.write("content/new/er/x.md", "y");
  CHECK(project.changed() == Paths{"content/new/er/x.md"});
}

TEST_CASE("a moved folder goes by its new name") {
  Watched project;
  fs::rename(project.folder.path("content/deep"), project.folder.path("content/flat"));
  CHECK(project.changed() == Paths{"content/deep", "content/flat"});
  project.folder.write("content/flat/er/b.md", "new");
  CHECK(project.changed() == Paths{"content/flat/er/b.md"});
}

TEST_CASE("a folder that left is not followed, and one that comes in is") {
  Watched project;
  fs::rename(project.folder.path("content/deep"), project.folder.path("other/deep"));
  CHECK(project.changed() == Paths{"content/deep"});
  project.folder.write("other/deep/er/b.md", "new");
  CHECK(project.changed().empty());
  fs::rename(project.folder.path("other"), project.folder.path("content/other"));
  CHECK(project.changed() == Paths{"content/other"});
  project.folder.write("content/other/deep/er/b.md", "newer");
  CHECK(project.changed() == Paths{"content/other/deep/er/b.md"});
}

TEST_CASE("a tree that is not there yet is awaited") {
  Watched project;
  project.folder.write("schemas/types/own.json", "{}");
  CHECK(project.changed() == Paths{"schemas"});
  project.folder.write("schemas/types/own.json", "{ }");
  CHECK(project.changed() == Paths{"schemas/types/own.json"});
}

TEST_CASE("a tree that goes and comes back is followed again") {
  Watched project;
  fs::remove_all(project.folder.path("content"));
  CHECK(std::ranges::count(project.changed(), "content") == 1);
  project.folder.write("content/a.md", "again");
  CHECK(std::ranges::count(project.changed(), "content") == 1);
  project.folder.write("content/a.md", "and again");
  CHECK(project.changed() == Paths{"content/a.md"});
}

TEST_CASE("another plan watches other folders and forgets the first") {
  Watched project;
  const Status followed =
      project.watch->follow({.trees = {"other"}, .files = {}, .ignores = is_hidden_name});
  REQUIRE(followed);
  project.folder.write("content/a.md", "new");
  CHECK(project.changed().empty());
  project.folder.write("other/c.md", "new");
  CHECK(project.changed() == Paths{"other/c.md"});
}

TEST_CASE("when the system drops events, anything may have changed") {
  Watched project;
  const std::string queue = "/proc/sys/fs/inotify/max_queued_events";
  std::size_t most = 0;
  std::ifstream(queue) >> most;
  REQUIRE(most > 0);
  if (most > 100'000) return;  // too many to make here
  for (std::size_t i = 0; i <= most / 2 + 1; ++i) {
    const std::string name = "content/" + std::to_string(i % 7) + ".md";
    ::unlink(project.folder.path(name).c_str());
    ::close(::open(project.folder.path(name).c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0644));
  }
  CHECK(project.take().lost);
  project.folder.write("content/a.md", "new");
  const FolderChanges after = project.take();
  CHECK_FALSE(after.lost);
  CHECK(after.paths == Paths{"content/a.md"});
}

}  // namespace runbookc
