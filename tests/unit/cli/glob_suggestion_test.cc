#include "cli/glob_suggestion.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

const std::vector<DocumentPlace> kPlaces = {{"content/alerts/Disk.md", "alerts/Disk.md"},
                                            {"content/DB/Main/a.md", "DB/Main/a.md"},
                                            {"content/README.md", "README.md"}};

std::string meant(std::string_view pattern) { return meant_glob(pattern, kPlaces).value_or(""); }

}  // namespace

TEST_CASE("a leading dot, a missing end and the case of letters explain a glob") {
  CHECK(meant("./alerts/**") == "alerts/**");
  CHECK(meant("alerts") == "alerts/**");
  CHECK(meant("content/alerts") == "content/alerts/**");
  CHECK(meant("./alerts") == "alerts/**");
  CHECK(meant("Alerts/**") == "alerts/**");
  CHECK(meant("Content/Alerts/*.md") == "content/alerts/*.md");
  CHECK(meant("db/main/**") == "DB/Main/**");
  CHECK(meant("db") == "DB/**");
  CHECK(meant("**/readme.md") == "**/README.md");
  CHECK(meant("alerts/disk.md") == "alerts/Disk.md");
}

TEST_CASE("a glob that none of these explains has no suggestion") {
  for (const auto* pattern : {"queues/**", "alert", "*.txt", "./", "alerts/?.md", "{x,y}/**"}) {
    INFO(pattern);
    CHECK(meant(pattern).empty());
  }
  CHECK(meant_glob("alerts", {}) == std::nullopt);
}

TEST_CASE("a glob may match in a deeper folder") {
  const DocumentPlace* found = deeper_match("Main/**", kPlaces);
  REQUIRE(found != nullptr);
  CHECK(found->path == "content/DB/Main/a.md");
  CHECK(deeper_match("queues/**", kPlaces) == nullptr);
}

}  // namespace runbookc
