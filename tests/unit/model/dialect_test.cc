#include "model/dialect.h"

#include <catch2/catch.hpp>
#include <set>

using namespace runbookc;

TEST_CASE("a dialect is found by its name, GitHub's without one") {
  CHECK(find_dialect("hugo") != nullptr);
  CHECK(find_dialect("hugo")->name == "hugo");
  CHECK(find_dialect("Hugo") == nullptr);
  CHECK(find_dialect("") == nullptr);
  CHECK(&default_dialect() == find_dialect("github"));
}

TEST_CASE("every dialect says what its documents are called, and is there once") {
  std::set<std::string_view> names;
  for (const DialectRules& dialect : dialects()) {
    CAPTURE(dialect.name);
    CHECK(names.insert(dialect.name).second);
    CHECK_FALSE(dialect.description.empty());
    CHECK_FALSE(dialect.extensions.empty());
    CHECK_FALSE(dialect.content_folder.empty());
  }
}
