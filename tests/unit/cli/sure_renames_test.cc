#include "cli/sure_renames.h"

#include <catch2/catch.hpp>
#include <map>

namespace runbookc::test {
namespace {

using Paths = std::set<std::string, std::less<>>;

using Tree = std::map<std::string, std::string, std::less<>>;

const std::string kText(400, 'x');

Paths sure_among(const ChangeSet& changes, const Tree& tree) {
  return sure_renames(changes, MemoryFiles(tree));
}

ChangeSet rename_of(const std::string& from, const std::string& to, const std::string& hash) {
  ChangeSet changes;
  changes.files[to] = {.whole = false, .renamed_from = from, .only_renamed = true};
  changes.deleted = {from};
  changes.deleted_texts = {{from, hash}};
  return changes;
}

}  // namespace

TEST_CASE("a file whose text is nowhere else went where git says") {
  ChangeSet changes = rename_of("a.md", "b.md", "1");
  changes.deleted_texts["c.md"] = "2";
  changes.files["d.md"].whole = true;
  const Tree tree = {{"b.md", kText}, {"d.md", kText + "y"}};
  CHECK(sure_among(changes, tree) == Paths{"b.md"});
}

TEST_CASE("a rename with edits, of a stub, or of one of two like files is not sure") {
  ChangeSet edited = rename_of("a.md", "b.md", "1");
  edited.files["b.md"].only_renamed = false;
  CHECK(sure_among(edited, {{"b.md", kText}}).empty());

  const ChangeSet stub = rename_of("a.md", "b.md", "1");
  CHECK(sure_among(stub, {{"b.md", "# TODO\n"}}).empty());
  CHECK(sure_among(stub, {{"c.md", kText}}).empty());

  ChangeSet twice_gone = rename_of("a.md", "b.md", "1");
  twice_gone.deleted_texts["c.md"] = "1";
  CHECK(sure_among(twice_gone, {{"b.md", kText}}).empty());

  ChangeSet twice_new = rename_of("a.md", "b.md", "1");
  twice_new.files["d.md"].whole = true;
  CHECK(sure_among(twice_new, {{"b.md", kText}, {"d.md", kText}}).empty());
}

}  // namespace runbookc::test
