#include "corpus/rename_map.h"

#include <catch2/catch.hpp>

#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

std::string place_of(const RenameMap& map, std::string_view path) {
  const RenameMap::NewPlace* place = map.find(path);
  return place == nullptr ? "" : place->path;
}

// What a link to `target` in `from` is told, in a project of these pages and renames.
ResolvedLink told(Tree files, const RenameMap& renames, const std::string& from,
                  const std::string& target) {
  files[from] = "# Page\n\n[a link](<" + target + ">)\n";
  LoadOptions options;
  options.renames = renames;
  return link_of(load(files, std::move(options)), from);
}

}  // namespace

TEST_CASE("a file that went is found by every name that links may have used") {
  RenameMap map;
  map.enter("db/a.md", "db/b.md", true);
  map.enter("web/README.md", "www/README.md", true);
  map.enter("pic.png", "img/pic.png", false);
  for (const char* name : {"db/a.md", "db/a", "db/a.html"}) CHECK(place_of(map, name) == "db/b.md");
  for (const char* name : {"web", "web/README", "web/index.html", "web/README.md"}) {
    CAPTURE(name);
    CHECK(place_of(map, name) == "www/README.md");
  }
  CHECK(place_of(map, "pic.png") == "img/pic.png");
  CHECK_FALSE(map.find("pic.png")->sure);
  CHECK(map.find("pic") == nullptr);
  CHECK(map.old_path("db/b.md") == "db/a.md");
  CHECK(map.old_path("db/a.md").empty());
}

TEST_CASE("a path of its own goes before another file's shorter name") {
  RenameMap map;
  map.enter("a.md", "b.md", true);
  map.enter("a", "c", true);
  CHECK(place_of(map, "a") == "c");
}

TEST_CASE("a link to an old path is told the new one, with what stood after it") {
  RenameMap renames;
  renames.enter("db/quite.md", "web/other.md", true);
  renames.enter("db/edited.md", "web/rewritten.md", false);
  const Tree files = {{"web/other.md", "# O\n"}, {"web/rewritten.md", "# R\n"}};
  const ResolvedLink sure = told(files, renames, "db/x.md", "quite.md#o");
  CHECK(sure.suggestion == "../web/other.md#o");
  CHECK(sure.sure);
  CHECK(told(files, renames, "db/x.md", "/db/quite").suggestion == "/web/other.md");
  const ResolvedLink unsure = told(files, renames, "db/x.md", "edited.md");
  CHECK(unsure.suggestion == "../web/rewritten.md");
  CHECK_FALSE(unsure.sure);
}

TEST_CASE("a rename is believed before what the name looks like, and only if its end is there") {
  RenameMap renames;
  renames.enter("db/restart.md", "db/other.md", true);
  Tree files = {{"db/other.md", "# O\n"}, {"db/restart1.md", "# R\n"}, {"restart.md", "# R\n"}};
  CHECK(told(files, renames, "db/x.md", "restart.md").suggestion == "other.md");
  files.erase("db/other.md");
  CHECK(told(files, renames, "db/x.md", "restart.md").suggestion != "other.md");
}

TEST_CASE("a link in a document that moved is read from where it was written") {
  RenameMap renames;
  renames.enter("a.md", "deep/er/a.md", true);
  renames.enter("gone.md", "found.md", true);
  const Tree files = {{"b.md", "# B\n"}, {"found.md", "# F\n"}, {"deep/b.md", "# Not this\n"}};
  const ResolvedLink link = told(files, renames, "deep/er/a.md", "b.md");
  CHECK(link.suggestion == "../../b.md");
  CHECK(link.sure);
  CHECK(told(files, renames, "deep/er/a.md", "gone.md").suggestion == "../../found.md");
  RenameMap itself;
  itself.enter("a.md", "deep/new.md", true);
  CHECK(told(files, itself, "deep/new.md", "a.md#x").suggestion == "new.md#x");
}

TEST_CASE("a link that leaves the project since its document moved is mended, too") {
  RenameMap renames;
  renames.enter("db/a.md", "a.md", true);
  const ResolvedLink link = told({{"b.md", "# B\n"}}, renames, "a.md", "../b.md");
  CHECK(link.outcome == LinkOutcome::escapes_root);
  CHECK(link.suggestion == "b.md");
  CHECK(link.sure);
}

}  // namespace runbookc::test
