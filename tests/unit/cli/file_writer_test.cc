#include "cli/file_writer.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

struct stat info_of(const std::string& path) {
  struct stat info = {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info;
}

}  // namespace

TEST_CASE("A replaced document keeps its permissions and its owner") {
  const TempFolder folder;
  folder.write("a.md", "old");
  const std::string path = folder.path("a.md");
  REQUIRE(::chmod(path.c_str(), 0604) == 0);
  const bool is_root = ::geteuid() == 0;
  if (is_root) REQUIRE(::chown(path.c_str(), 12345, 23456) == 0);
  REQUIRE(replace_document(path, "old", "new"));
  const struct stat info = info_of(path);
  CHECK(folder.read("a.md") == "new");
  CHECK((info.st_mode & 07777) == 0604);
  CHECK(info.st_uid == (is_root ? 12345 : ::geteuid()));
}

TEST_CASE("A document with several names is overwritten, longer or shorter") {
  const TempFolder folder;
  folder.write("a.md", "old text");
  std::filesystem::create_hard_link(folder.path("a.md"), folder.path("b.md"));
  const auto inode = info_of(folder.path("a.md")).st_ino;
  REQUIRE(replace_document(folder.path("a.md"), "old text", "new"));
  CHECK(folder.read("b.md") == "new");
  REQUIRE(replace_document(folder.path("a.md"), "new", "much longer than before"));
  CHECK(folder.read("b.md") == "much longer than before");
  CHECK(info_of(folder.path("a.md")).st_ino == inode);
}

TEST_CASE("A document that was replaced by another of its names is done") {
  const TempFolder folder;
  folder.write("a.md", "old");
  std::filesystem::create_hard_link(folder.path("a.md"), folder.path("b.md"));
  REQUIRE(replace_document(folder.path("a.md"), "old", "new"));
  CHECK(replace_document(folder.path("b.md"), "old", "new"));
  CHECK_FALSE(replace_document(folder.path("b.md"), "old", "another"));
  CHECK(folder.read("b.md") == "new");
}

TEST_CASE("A document that changed meanwhile is refused, with several names, too") {
  const TempFolder folder;
  folder.write("a.md", "theirs");
  std::filesystem::create_hard_link(folder.path("a.md"), folder.path("b.md"));
  CHECK_FALSE(replace_document(folder.path("a.md"), "old", "new"));
  CHECK(folder.read("a.md") == "theirs");
}

}  // namespace runbookc
