#include "corpus/rename_map.h"

#include <catch2/catch.hpp>

#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

const std::vector<std::string> kEndings = {".md", ".markdown"};

std::string place_of(const RenameMap& map, std::string_view path) {
  const RenameMap::Place* place = map.find(path);
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
  RenameMap map(kEndings);
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
  REQUIRE(map.old_place("db/b.md") != nullptr);
  CHECK(map.old_place("db/b.md")->path == "db/a.md");
  CHECK(map.old_place("db/b.md")->sure);
  CHECK_FALSE(map.old_place("img/pic.png")->sure);
  CHECK(map.old_place("db/a.md") == nullptr);
}

TEST_CASE("documents end as the project says") {
  RenameMap map({".txt", ".book.md"});
  map.enter("a.txt", "b.txt", true);
  map.enter("db/README.TXT", "www/README.txt", true);
  map.enter("c.book.md", "d.book.md", true);
  map.enter("e.md", "f.md", true);
  for (const char* name : {"a", "a.html"}) CHECK(place_of(map, name) == "b.txt");
  for (const char* name : {"db", "db/index.html"}) CHECK(place_of(map, name) == "www/README.txt");
  CHECK(place_of(map, "c") == "d.book.md");
  CHECK(place_of(map, "e").empty());
}

TEST_CASE("lines are new in their file alone, or all of it is") {
  RenameMap map(kEndings);
  CHECK(map.empty());
  map.enter_line("a.md", "[x](y)\r");
  map.enter_whole("b.md");
  CHECK(map.is_new("a.md", "[x](y)\r"));
  CHECK_FALSE(map.is_new("a.md", "[x](y)"));
  CHECK_FALSE(map.is_new("c.md", "[x](y)\r"));
  CHECK(map.is_new("b.md", "anything"));
  CHECK(map.empty());
}

TEST_CASE("a path of its own goes before another file's shorter name") {
  RenameMap map(kEndings);
  map.enter("a.md", "b.md", true);
  map.enter("a", "c", true);
  CHECK(place_of(map, "a") == "c");
}

TEST_CASE("a link to an old path is told the new one, with what stood after it") {
  RenameMap renames(kEndings);
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
  RenameMap renames(kEndings);
  renames.enter("db/restart.md", "db/other.md", true);
  Tree files = {{"db/other.md", "# O\n"}, {"db/restart1.md", "# R\n"}, {"restart.md", "# R\n"}};
  CHECK(told(files, renames, "db/x.md", "restart.md").suggestion == "other.md");
  files.erase("db/other.md");
  CHECK(told(files, renames, "db/x.md", "restart.md").suggestion != "other.md");
}

TEST_CASE("a link in a document that moved is read from where it was written") {
  RenameMap renames(kEndings);
  renames.enter("a.md", "deep/er/a.md", true);
  renames.enter("gone.md", "found.md", true);
  const Tree files = {{"b.md", "# B\n"}, {"found.md", "# F\n"}, {"deep/b.md", "# Not this\n"}};
  const ResolvedLink link = told(files, renames, "deep/er/a.md", "b.md");
  CHECK(link.suggestion == "../../b.md");
  CHECK(link.sure);
  CHECK(told(files, renames, "deep/er/a.md", "gone.md").suggestion == "../../found.md");
  RenameMap itself(kEndings);
  itself.enter("a.md", "deep/new.md", true);
  CHECK(told(files, itself, "deep/new.md", "a.md#x").suggestion == "new.md#x");
}

TEST_CASE("a link that leaves the project since its document moved is mended, too") {
  RenameMap renames(kEndings);
  renames.enter("db/a.md", "a.md", true);
  const ResolvedLink link = told({{"b.md", "# B\n"}}, renames, "a.md", "../b.md");
  CHECK(link.outcome == LinkOutcome::escapes_root);
  CHECK(link.suggestion == "b.md");
  CHECK(link.sure);
}

TEST_CASE("a document that only may have moved makes nothing sure") {
  RenameMap renames(kEndings);
  renames.enter("x/a.md", "deep/er/a.md", false);
  const Tree files = {{"x/b.md", "# B\n"}, {"y/b.md", "# Another\n"}};
  const ResolvedLink link = told(files, renames, "deep/er/a.md", "b.md");
  CHECK(link.suggestion == "../../x/b.md");
  CHECK_FALSE(link.sure);
  // In its folder links mean what they meant, and what went is as sure as it is.
  RenameMap beside(kEndings);
  beside.enter("db/a.md", "db/c.md", false);
  beside.enter("db/gone.md", "web/found.md", true);
  CHECK(told({{"web/found.md", "# F\n"}}, beside, "db/c.md", "gone.md").sure);
}

TEST_CASE("a link that was written after the move is not sure to mean what moved") {
  const Tree files = {{"db/other.md", "# O\n"}};
  for (const std::string target : {"quite.md", "quite", "/db/quite.md"}) {
    RenameMap renames(kEndings);
    renames.enter("db/quite.md", "db/other.md", true);
    renames.enter_line("db/x.md", "[a link](<none.md>)");
    CHECK(told(files, renames, "db/x.md", target).sure);
    renames.enter_line("db/x.md", "[a link](<" + target + ">)");
    const ResolvedLink link = told(files, renames, "db/x.md", target);
    CAPTURE(target);
    CHECK(link.suggestion.find("other.md") != std::string::npos);
    CHECK_FALSE(link.sure);
  }
  RenameMap whole(kEndings);
  whole.enter("db/quite.md", "db/other.md", true);
  whole.enter_whole("db/x.md");
  CHECK_FALSE(told(files, whole, "db/x.md", "quite.md").sure);
}

TEST_CASE("a new link is sure all the same if the name alone leads to what moved") {
  RenameMap renames(kEndings);
  renames.enter("db/quite.md", "quite.md", true);
  renames.enter_whole("db/x.md");
  Tree files = {{"quite.md", "# Q\n"}};
  const ResolvedLink link = told(files, renames, "db/x.md", "quite.md");
  CHECK(link.suggestion == "../quite.md");
  CHECK(link.sure);
  // Where the name leads elsewhere, nothing is written.
  renames.enter("db/quite.md", "web/other.md", true);
  files = {{"web/other.md", "# O\n"}, {"quite.md", "# Q\n"}};
  CHECK(told(files, renames, "db/x.md", "quite.md").suggestion == "../web/other.md");
  CHECK_FALSE(told(files, renames, "db/x.md", "quite.md").sure);
}

TEST_CASE("a reference is as new as its definition, over all of its lines") {
  RenameMap renames(kEndings);
  renames.enter("db/quite.md", "db/other.md", true);
  const Tree files = {{"db/other.md", "# O\n"},
                      {"db/x.md", "# X\n\n[a link][q]\n\n[q]:\n  quite.md\n"}};
  LoadOptions options;
  options.renames = renames;
  CHECK(link_of(load(files, options), "db/x.md").sure);
  options.renames.enter_line("db/x.md", "  quite.md");
  CHECK_FALSE(link_of(load(files, options), "db/x.md").sure);
}

}  // namespace runbookc::test
