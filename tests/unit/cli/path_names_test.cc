#include "cli/path_names.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

const std::vector<std::string> kEndings = {".md", ".markdown"};

}  // namespace

TEST_CASE("a document is known with its ending, without it, and as the page that is built") {
  PathNames names(kEndings);
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
  PathNames names(kEndings);
  names.insert("db/README.md");
  names.insert("pic.png");
  CHECK(names.contains("db/index.html"));
  CHECK(names.contains("pic.png"));
  CHECK_FALSE(names.contains("pic"));
}

TEST_CASE("a document of several endings is known by the page that is built of it") {
  PathNames names({".erb", ".md"});
  names.insert("db/index.html.md.erb");
  names.insert("db/roles.html.md.erb");
  for (const char* name : {"db/roles.html.md.erb", "db/roles.html", "db/roles", "db/index.html"}) {
    CAPTURE(name);
    CHECK(names.contains(name));
  }
  CHECK_FALSE(names.contains("db/roles.png"));
}

TEST_CASE("a dot in the name is no ending") {
  PathNames names(kEndings);
  names.insert("db/v1.2.md");
  CHECK(names.contains("db/v1.2"));
  CHECK(names.contains("db/V1.2.html"));
  CHECK_FALSE(names.contains("db/v1"));
}

TEST_CASE("what ends like a document is what the project says") {
  PathNames names({".txt", ".book.md"});
  names.insert("db/Restart.TXT");
  names.insert("db/index.txt");
  names.insert("db/stop.book.md");
  names.insert("db/note.md");
  for (const char* name : {"db/restart", "db/restart.html", "db/index.html", "db/stop"}) {
    CAPTURE(name);
    CHECK(names.contains(name));
  }
  CHECK(names.contains("db/note.md"));
  CHECK_FALSE(names.contains("db/note"));
}

}  // namespace runbookc
