#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/files.h"

using namespace runbookc;
namespace fs = std::filesystem;

namespace {

// A project on disk with a secret beside it.
class Sandbox {
 public:
  Sandbox() {
    std::string name = (fs::temp_directory_path() / "runbookc-files-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    base_ = fs::canonical(name);
    fs::create_directories(root() / "sub");
    write("a.md", "alpha");
    write("sub/b.md", "beta");
    std::ofstream(base_ / "secret.txt") << "secret";
    fs::create_directories(base_ / "outside");
    std::ofstream(base_ / "outside" / "o.md") << "outside";
  }
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;
  ~Sandbox() {
    std::error_code ignored;
    fs::remove_all(base_, ignored);
  }

  fs::path root() const { return base_ / "root"; }
  void write(const std::string& path, std::string_view bytes) const {
    std::ofstream(root() / path) << bytes;
  }
  void link(const std::string& target, const std::string& path) const {
    fs::create_symlink(target, root() / path);
  }
  std::unique_ptr<Files> files() const { return disk_files(root().string()); }

 private:
  fs::path base_;
};

// Root may read anything: for as long as this lives, the process is nobody instead.
class Unprivileged {
 public:
  Unprivileged() : was_root_(::geteuid() == 0) {
    if (was_root_) REQUIRE(::seteuid(65534) == 0);
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;
  ~Unprivileged() {
    if (was_root_ && ::seteuid(0) != 0) std::abort();
  }

 private:
  bool was_root_;
};

ReadFailure failure(const Files& files, std::string_view path) {
  const ReadOutcome outcome = files.read(path, 1000);
  CHECK((outcome.failure == ReadFailure::none || outcome.bytes.empty()));
  return outcome.failure;
}

FolderEntry entry(const Files& files, std::string_view name) {
  const auto entries = files.list("");
  REQUIRE(entries.ok());
  for (const FolderEntry& found : *entries) {
    if (found.name == name) return found;
  }
  FAIL("no entry " << name);
  return {};
}

}  // namespace

TEST_CASE("files are read whole, up to the limit") {
  const Sandbox sandbox;
  sandbox.write("empty.md", "");
  const auto files = sandbox.files();
  CHECK(files->read("a.md", 1000).bytes == "alpha");
  CHECK(files->read("sub/b.md", 4).bytes == "beta");
  CHECK(files->read("empty.md", 0).failure == ReadFailure::none);
  const ReadOutcome large = files->read("a.md", 4);
  CHECK(large.failure == ReadFailure::too_large);
  CHECK(large.size == 5);
  CHECK(large.bytes.empty());
}

TEST_CASE("what cannot be read says why") {
  const Sandbox sandbox;
  const auto files = sandbox.files();
  CHECK(failure(*files, "none.md") == ReadFailure::missing);
  CHECK(failure(*files, "a.md/x") == ReadFailure::missing);
  CHECK(failure(*files, "sub") == ReadFailure::is_folder);
  CHECK(failure(*files, "") == ReadFailure::is_folder);
  CHECK(failure(*files, std::string(5000, 'x')) == ReadFailure::missing);
  CHECK(failure(*files, std::string_view("a.md\0x", 6)) == ReadFailure::missing);
}

TEST_CASE("a named pipe or socket is refused without blocking") {
  const Sandbox sandbox;
  REQUIRE(::mkfifo((sandbox.root() / "pipe.md").c_str(), 0600) == 0);
  const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = (sandbox.root() / "socket.md").string();
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  REQUIRE(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  const auto files = sandbox.files();
  CHECK(failure(*files, "pipe.md") == ReadFailure::not_regular);
  CHECK(failure(*files, "socket.md") == ReadFailure::not_regular);
  CHECK(files->kind("pipe.md") == FileKind::other);
  CHECK(entry(*files, "pipe.md").kind == FileKind::other);
  ::close(fd);
}

TEST_CASE("links within the root are followed") {
  const Sandbox sandbox;
  sandbox.link("sub/b.md", "relative.md");
  sandbox.link("../a.md", "sub/up.md");
  sandbox.link((sandbox.root() / "a.md").string(), "absolute.md");
  sandbox.link("../root/a.md", "out_and_back.md");
  sandbox.link("sub", "folder");
  const auto files = sandbox.files();
  CHECK(files->read("relative.md", 1000).bytes == "beta");
  CHECK(files->read("sub/up.md", 1000).bytes == "alpha");
  CHECK(files->read("absolute.md", 1000).bytes == "alpha");
  CHECK(files->read("out_and_back.md", 1000).bytes == "alpha");
  CHECK(files->read("folder/b.md", 1000).bytes == "beta");
  CHECK(files->kind("folder") == FileKind::folder);
  CHECK(files->list("folder")->size() == 2);
  const FolderEntry absolute = entry(*files, "absolute.md");
  CHECK(absolute.kind == FileKind::file);
  CHECK(absolute.is_link);
  CHECK_FALSE(absolute.escapes);
  CHECK(absolute.target == "a.md");
  CHECK(entry(*files, "folder").target == "sub");
}

TEST_CASE("links out of the root are never followed") {
  const Sandbox sandbox;
  sandbox.link("../secret.txt", "escape.md");
  sandbox.link("/etc/passwd", "absolute.md");
  sandbox.link("../outside", "folder");
  sandbox.link("escape.md", "twice.md");
  const auto files = sandbox.files();
  CHECK(failure(*files, "escape.md") == ReadFailure::escaping_link);
  CHECK(failure(*files, "absolute.md") == ReadFailure::escaping_link);
  CHECK(failure(*files, "twice.md") == ReadFailure::escaping_link);
  CHECK(failure(*files, "folder/o.md") == ReadFailure::escaping_link);
  CHECK(files->kind("folder") == FileKind::other);
  CHECK(files->kind("folder/o.md") == FileKind::other);
  CHECK_FALSE(files->list("folder").ok());
  const FolderEntry escape = entry(*files, "escape.md");
  CHECK(escape.kind == FileKind::other);
  CHECK(escape.escapes);
  CHECK(escape.target.empty());
}

TEST_CASE("a path with dots does not leave the root either") {
  const Sandbox sandbox;
  const auto files = sandbox.files();
  CHECK(failure(*files, "../secret.txt") != ReadFailure::none);
  CHECK(files->kind("../secret.txt") == FileKind::other);
}

TEST_CASE("links to nothing and in circles dangle") {
  const Sandbox sandbox;
  sandbox.link("nothing.md", "dangling.md");
  sandbox.link("circle.md", "circle.md");
  const auto files = sandbox.files();
  CHECK(failure(*files, "dangling.md") == ReadFailure::dangling_link);
  CHECK(failure(*files, "circle.md") == ReadFailure::dangling_link);
  CHECK(files->kind("dangling.md") == FileKind::missing);
  const FolderEntry dangling = entry(*files, "dangling.md");
  CHECK(dangling.kind == FileKind::missing);
  CHECK(dangling.is_link);
  CHECK_FALSE(dangling.escapes);
}

TEST_CASE("permission is a reason of its own") {
  const Sandbox sandbox;
  fs::permissions(sandbox.root().parent_path(), static_cast<fs::perms>(0711));
  fs::permissions(sandbox.root() / "a.md", fs::perms::none);
  fs::permissions(sandbox.root() / "sub", fs::perms::none);
  {
    const Unprivileged nobody;
    const auto files = sandbox.files();
    CHECK(failure(*files, "a.md") == ReadFailure::permission);
    CHECK(failure(*files, "sub/b.md") == ReadFailure::permission);
    CHECK(files->list("sub").error().message == "cannot list 'sub': permission denied");
  }
  fs::permissions(sandbox.root() / "sub", fs::perms::owner_all);
}

TEST_CASE("a listing on disk is sorted by bytes") {
  const Sandbox sandbox;
  for (const char* name : {"B.md", "b.md", "Z.md", "\xc3\xa9.md", "0.md"}) sandbox.write(name, "");
  const auto files = sandbox.files();
  std::vector<std::string> names;
  for (const FolderEntry& found : *files->list("")) names.push_back(found.name);
  CHECK(names ==
        std::vector<std::string>{"0.md", "B.md", "Z.md", "a.md", "b.md", "sub", "\xc3\xa9.md"});
  CHECK_FALSE(files->list("a.md").ok());
  CHECK_FALSE(files->list("none").ok());
}

TEST_CASE("the root may be given through a link and as a relative path") {
  const Sandbox sandbox;
  fs::create_symlink(sandbox.root(), sandbox.root().parent_path() / "alias");
  const auto files = disk_files((sandbox.root().parent_path() / "alias").string());
  CHECK(files->read("a.md", 1000).bytes == "alpha");
  const auto relative = disk_files(fs::relative(sandbox.root()).string());
  CHECK(relative->read("sub/b.md", 1000).bytes == "beta");
}

TEST_CASE("a root that is no folder holds nothing") {
  const auto files = disk_files("/nonexistent/for/sure");
  CHECK(files->read("a.md", 10).failure != ReadFailure::none);
  CHECK_FALSE(files->list("").ok());
}

TEST_CASE("only a regular file in its own place has a stamp") {
  const Sandbox sandbox;
  sandbox.link("a.md", "link.md");
  const auto files = sandbox.files();
  const auto stamp = files->stamp("a.md");
  REQUIRE(stamp);
  CHECK(stamp->size == 5);
  CHECK(stamp->inode != 0);
  CHECK_FALSE(files->stamp("link.md"));
  CHECK_FALSE(files->stamp("sub"));
  CHECK_FALSE(files->stamp("gone.md"));
  const auto read = files->read("a.md", 100).stamp;
  CHECK((!read || read == stamp));  // not every file system is believed
}
