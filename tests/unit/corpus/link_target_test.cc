#include "corpus/link_target.h"

#include <catch2/catch.hpp>

namespace runbookc::test {

TEST_CASE("a target with a scheme, a host or a template's placeholder is external") {
  for (const char* target : {"https://example.com/a.md", "mailto:ops@example.com", "tel:+4420",
                             "slack://channel?id=1", "//cdn.example.com/x.png", "HTTP://X",
                             "localhost:8080/x", "{{ site.url }}/a.md", "a/{{name}}.md"}) {
    INFO(target);
    CHECK(split_target(target).kind == TargetKind::external);
  }
}

TEST_CASE("a drive, a share and a file URL are paths on one machine") {
  for (const char* target : {"C:\\tools\\run.exe", "c:/tools", "file:///home/sam/a.md", "FILE:///x",
                             "\\\\server\\share"}) {
    INFO(target);
    CHECK(split_target(target).kind == TargetKind::local_disk);
  }
}

TEST_CASE("an empty target and one of spaces are empty") {
  CHECK(split_target("").kind == TargetKind::empty);
  CHECK(split_target("  ").kind == TargetKind::empty);
}

TEST_CASE("a fragment or query alone stays on the page") {
  CHECK(split_target("#top").kind == TargetKind::same_page);
  CHECK(split_target("#top").fragment == "top");
  CHECK(split_target("?plain=1#L3").kind == TargetKind::same_page);
  CHECK(split_target("#").fragment.empty());
}

TEST_CASE("a path is told from its query and fragment, and decoded after that") {
  const LinkTarget target = split_target("a%20b/c%23d.md?x=1#r%C3%B6d");
  CHECK(target.kind == TargetKind::content_path);
  CHECK(target.path == "a b/c#d.md");
  CHECK(target.fragment ==
        "r\xc3\xb6"
        "d");
  CHECK(target.suffix == "?x=1#r%C3%B6d");
  CHECK(!target.absolute);
  CHECK(!target.folder);
}

TEST_CASE("a question mark after the fragment belongs to the fragment") {
  const LinkTarget target = split_target("a.md#why?");
  CHECK(target.path == "a.md");
  CHECK(target.fragment == "why?");
}

TEST_CASE("slashes at the ends are noted") {
  CHECK(split_target("/docs/a").absolute);
  CHECK(split_target("docs/").folder);
  CHECK(!split_target("docs").folder);
}

TEST_CASE("a text directive is no part of the anchor") {
  CHECK(split_target("a.md#steps:~:text=drain").fragment == "steps");
  CHECK(split_target("a.md#:~:text=drain").fragment.empty());
}

TEST_CASE("a colon after a slash starts no scheme") {
  CHECK(split_target("./a:b.md").kind == TargetKind::content_path);
  CHECK(split_target("docs/a:b.md").kind == TargetKind::content_path);
}

TEST_CASE("a request for the source is noted") {
  CHECK(split_target("a.md?plain=1#L10").as_source);
  CHECK(!split_target("a.md#L10").as_source);
}

}  // namespace runbookc::test
