#include "cli/rename_effect.h"

#include <catch2/catch.hpp>

#include "base/files.h"

namespace runbookc {
namespace {

const std::string kConfig =
    "types: { \"alerts/**\": alert }\n"
    "defaults: { \"db/**\": { owner: dba } }\n"
    "exclude: [\"old/**\"]\n"
    "rules: { \"strict/**\": { target-missing: error }, target-missing: warning,\n"
    "  \"loose/**\": { target-missing: off } }\n";

Corpus corpus_with(const std::string& path) {
  const MemoryFiles files({{"content/" + path, "# A\n\nText.\n"},
                           {"CODEOWNERS", "* @x/all\ncontent/db/ @x/dba\ncontent/web/ @x/all\n"}});
  ConfigOutcome config = read_config(SourceFile("runbookc.yaml", kConfig));
  REQUIRE(config.problems.empty());
  LoadOptions options;
  options.config = std::move(config.config);
  options.threads = 1;
  Result<Corpus> corpus = load_corpus(files, options);
  REQUIRE(corpus);
  return *std::move(corpus);
}

RenameEffect effect(const std::string& from, const std::string& to) {
  return effect_of_rename(corpus_with(to), 0, from);
}

bool weaker(const std::string& from, const std::string& to) {
  const Corpus corpus = corpus_with(to);
  Diagnostic found;
  found.code = "RB301";
  found.path = "content/" + to;
  return rule_was_weaker(corpus, 0, effect_of_rename(corpus, 0, "content/" + from), found);
}

}  // namespace

TEST_CASE("another name in the same folder means nothing where no glob tells the names apart") {
  const RenameEffect same = effect("content/a.md", "b.md");
  CHECK(same.was_document);
  CHECK_FALSE(same.folder_changed);
  CHECK_FALSE(same.front_matter_changed);
  CHECK_FALSE(same.type_changed);
  CHECK_FALSE(same.code_owners_changed);
}

TEST_CASE("another folder may mean another type, other defaults, other owners") {
  const RenameEffect alert = effect("content/a.md", "alerts/a.md");
  CHECK(alert.folder_changed);
  CHECK(alert.type_changed);
  CHECK(alert.old_type == "page");
  CHECK_FALSE(alert.code_owners_changed);
  const RenameEffect owned = effect("content/a.md", "db/a.md");
  CHECK(owned.front_matter_changed);
  CHECK(owned.code_owners_changed);
  CHECK_FALSE(owned.type_changed);
  CHECK_FALSE(effect("content/a.md", "web/a.md").code_owners_changed);
}

TEST_CASE("what was not read at its old path was no document") {
  for (const char* path : {"a.md", "content/a.txt", "content/old/a.md", "content/.git/a.md"}) {
    CAPTURE(path);
    CHECK_FALSE(effect(path, "a.md").was_document);
  }
}

TEST_CASE("a rule is weaker where it is off, or of a lower severity") {
  CHECK(weaker("loose/a.md", "a.md"));
  CHECK_FALSE(weaker("a.md", "loose/a.md"));
  CHECK_FALSE(weaker("a.md", "b.md"));
}

}  // namespace runbookc
