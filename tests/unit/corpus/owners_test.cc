#include "corpus/owners.h"

#include <catch2/catch.hpp>

#include "corpus/owners_file.h"
#include "located_message.h"
#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

OwnersFile read(const Tree& files, const ProjectConfig& config = {}) {
  Result<OwnersFile> file = read_owners_file(MemoryFiles(files), config, "content");
  if (!file) FAIL(file.error().message);
  return std::move(*file);
}

std::string error_of(const std::string& text) {
  const Result<OwnersFile> file =
      read_owners_file(MemoryFiles({{"owners.yaml", text}}), ProjectConfig{}, "");
  REQUIRE(!file);
  return located_message(file.error());
}

}  // namespace

TEST_CASE("owners are a list or a map") {
  const OwnersFile list = read({{"owners.yaml",
                                 "owners:\n  - id: dba\n    name: Data\n    kind: team\n"
                                 "    contacts: { slack: \"#data\", email: [a@b.c, d@e.f] }\n"}});
  REQUIRE(list.directory.owners().size() == 1);
  const Owner& owner = list.directory.owners()[0];
  CHECK(owner.id == "dba");
  CHECK(owner.name == "Data");
  CHECK(owner.contacts.size() == 3);
  CHECK(owner.active);
  CHECK(owner.span == Span{{2, 9}, {2, 12}});
  const OwnersFile map =
      read({{"owners.yaml", "owners: { sam: { kind: person, active: false } }\n"}});
  REQUIRE(map.directory.owners().size() == 1);
  CHECK(map.directory.owners()[0].id == "sam");
  CHECK(map.directory.owners()[0].name == "sam");
  CHECK(map.directory.owners()[0].kind == OwnerKind::person);
  CHECK(!map.directory.owners()[0].active);
}

TEST_CASE("an owner is found by id, else alias, else name, whatever the case and the at sign") {
  Owner dba;
  dba.id = "dba";
  dba.name = "Data";
  dba.aliases = {"web"};
  Owner web;
  web.id = "web";
  web.name = "Gateway";
  web.aliases = {"edge"};
  const OwnerDirectory directory("owners.yaml", {dba, web});
  CHECK(directory.find("DBA") == 0);
  CHECK(directory.find("@web") == 1);
  CHECK(directory.find("edge") == 1);
  CHECK(directory.find("data") == 0);
  CHECK(directory.find("nobody") == kNone);
}

TEST_CASE("the owners file beside the content goes before the one at the root") {
  const Tree both = {{"content/owners.yaml", "owners: { a: {} }\n"},
                     {"owners.yaml", "owners: { b: {} }\n"}};
  CHECK(read(both).directory.path() == "content/owners.yaml");
  CHECK(read({{"owners.yaml", "owners: { b: {} }\n"}}).directory.path() == "owners.yaml");
  CHECK(!read({}).directory.exists());
}

TEST_CASE("a configured owners file must exist") {
  ProjectConfig config;
  config.owners_file = "teams.yaml";
  CHECK(read({{"teams.yaml", "owners: { a: {} }\n"}}, config).directory.path() == "teams.yaml");
  const Result<OwnersFile> missing = read_owners_file(MemoryFiles(Tree{}), config, "content");
  REQUIRE(!missing);
  CHECK(missing.error().message == "the owners file 'teams.yaml' does not exist");
}

TEST_CASE("a broken owners file names every place") {
  const Tree tree = {{"owners.yaml", "owners:\n  - id: a\n    kind: gang\n  - name: B\n"}};
  const Error error = read_owners_file(MemoryFiles(tree), {}, "content").error();
  CHECK(error.place == FilePlace{"owners.yaml", 3, 11});
  REQUIRE(error.others.size() == 1);
  CHECK(error.others[0].place == FilePlace{"owners.yaml", 4, 5});
  std::string many = "owners:\n";
  for (int i = 0; i < 99; ++i) many += "  - { id: a" + std::to_string(i) + ", kind: gang }\n";
  const Tree crowd = {{"owners.yaml", many}};
  const Error errors = read_owners_file(MemoryFiles(crowd), {}, "content").error();
  REQUIRE(errors.others.size() == 49);
  CHECK(errors.others.back().message.ends_with("(49 more in this file)"));
}

TEST_CASE("an owners file that names nobody says how to") {
  for (const auto* text : {"", "# later\n", "- id: a\n"}) {
    const Result<OwnersFile> file =
        read_owners_file(MemoryFiles(Tree{{"owners.yaml", text}}), {}, "");
    REQUIRE(!file);
    CHECK(file.error().help.starts_with("list the owners below 'owners:'"));
  }
}

TEST_CASE("YAML that does not read is an error with its place") {
  CHECK(error_of("owners: [\n").starts_with("owners.yaml:"));
}

TEST_CASE("an owner that is listed twice is an error") {
  CHECK(error_of("owners:\n  - id: a\n  - id: A\n") ==
        "owners.yaml:3:9: owner 'A' is listed twice");
}

TEST_CASE("the handles of a CODEOWNERS file are owners") {
  ProjectConfig config;
  config.owners_file = ".github/CODEOWNERS";
  const OwnersFile file = read({{".github/CODEOWNERS",
                                 "# comment @nobody\n/db/ @acme/dba ops@example.com # @late\n"
                                 "*\t@sam @acme/dba\n"}},
                               config);
  REQUIRE(file.directory.owners().size() == 3);
  CHECK(file.directory.owners()[0].id == "acme/dba");
  CHECK(file.directory.owners()[0].kind == OwnerKind::team);
  CHECK(file.directory.owners()[1].contacts[0].kind == "email");
  CHECK(file.directory.find("@SAM") == 2);
  CHECK(!file.directory.owners()[2].contacts.empty());
  CHECK(file.directory.find("dba") == 0);
  CHECK(file.directory.owners()[0].span == Span{{2, 6}, {2, 15}});
}

TEST_CASE("a handle finds an entry by id, alias or contact, and a team without its organisation") {
  const OwnerDirectory directory =
      read({{"owners.yaml",
             "owners:\n  - id: dba\n    aliases: [acme/storage]\n"
             "    contacts: { email: DBA@example.com }\n  - id: sam\n"}})
          .directory;
  for (const char* handle : {"@dba", "@acme/dba", "@Acme/Storage", "dba@example.com"}) {
    CAPTURE(handle);
    CHECK(directory.find_handle(handle) == 0);
  }
  CHECK(directory.find_handle("@Sam") == 1);
  CHECK(directory.find_handle("@acme/network") == kNone);
}

TEST_CASE("a CODEOWNERS file that is the owners file and cannot be judged is an error") {
  ProjectConfig config;
  config.owners_file = "CODEOWNERS";
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "a*" + std::to_string(i) + " @a\n";
  const Tree files = {{"CODEOWNERS", text}};
  const Result<OwnersFile> file = read_owners_file(MemoryFiles(files), config, "");
  REQUIRE_FALSE(file);
  CHECK(file.error().message.find("4,096") != std::string::npos);
}

}  // namespace runbookc::test
