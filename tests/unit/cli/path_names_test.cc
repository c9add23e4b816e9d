#include "cli/path_names.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("a document is known with its ending, without it, and as the page that is built") {
  PathNames names;
  names.insert("content/db/Fail-over.md");
  for (const char* name : {"content/db/Fail-over.md", "content/db/fail-over",
                           "content/db/fail-over.html", "content/db", "content"}) {
    CAPTURE(name);
    CHECK(names.contains(name));
  }
  CHECK_FALSE(names.contains("content/fail-over.md"));
  CHECK_FALSE(names.contains("content/db/fail-over.png"));
}

TEST_CASE("an index is known as the page that is built of it, an image by its name alone") {
  PathNames names;
  names.insert("db/README.md");
  names.insert("pic.png");
  CHECK(names.contains("db/index.html"));
  CHECK(names.contains("pic.png"));
  CHECK_FALSE(names.contains("pic"));
}

TEST_CASE("a dot in the name is no ending") {
  PathNames names;
  names.insert("db/v1.2.md");
  CHECK(names.contains("db/v1.2"));
  CHECK(names.contains("db/V1.2.html"));
  CHECK_FALSE(names.contains("db/v1"));
}

}  // namespace runbookc
