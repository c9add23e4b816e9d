// How links lead through the site that each dialect builds.
#include <catch2/catch.hpp>
#include <string>

#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

ResolvedLink link_in(const std::string& dialect, Tree files, const std::string& from,
                     const std::string& target) {
  files[from] = "# Page\n\n[a link](<" + target + ">)\n";
  const Corpus corpus = load(files, configured("dialect: " + dialect + "\n"));
  return link_of(corpus, from);
}

Tree hugo_site() {
  return {{"content/_index.md", "# Home\n"},
          {"content/db/_index.md", "# Databases\n"},
          {"content/db/FailOver.md",
           "---\naliases: [/old/failover/]\n---\n# Fail over\n\n## Undo it\n"},
          {"content/db/two words.md", "# Two\n"},
          {"content/db/own.md", "---\nslug: other\n---\n# Own\n"},
          {"content/db/img.png", "png"},
          {"static/logo.png", "png"}};
}

std::string hugo(const std::string& target, const std::string& from = "content/db/page.md") {
  const ResolvedLink link = link_in("hugo", hugo_site(), from, target);
  if (link.outcome == LinkOutcome::page || link.outcome == LinkOutcome::asset) return link.path;
  return link.outcome == LinkOutcome::target_missing ? "missing" : "other";
}

}  // namespace

TEST_CASE("Hugo's links name files or addresses, in lower case") {
  CHECK(hugo("FailOver.md") == "content/db/FailOver.md");
  CHECK(hugo("../failover/") == "content/db/FailOver.md");
  CHECK(hugo("/db/failover/#undo-it") == "content/db/FailOver.md");
  CHECK(hugo("/db/two-words") == "content/db/two words.md");
  CHECK(hugo("/db/other/") == "content/db/own.md");
  CHECK(hugo("/old/failover/") == "content/db/FailOver.md");
  CHECK(hugo("failover/", "content/db/_index.md") == "content/db/FailOver.md");
  CHECK(hugo("/db/gone/") == "missing");
  CHECK(hugo("/content/db/FailOver.md") == "missing");
}

TEST_CASE("Hugo's files lie beside the page, or in static/") {
  CHECK(hugo("../img.png") == "content/db/img.png");
  CHECK(hugo("img.png") == "content/db/img.png");
  CHECK(hugo("/logo.png") == "static/logo.png");
}

TEST_CASE("a static file is published where it is linked") {
  Tree files = hugo_site();
  files["content/a.md"] = "# A\n\n![logo](/logo.png)\n";
  const Corpus corpus = load(files, configured("dialect: hugo\n"));
  REQUIRE(corpus.assets.size() == 1);
  CHECK(corpus.assets[0].path == "static/logo.png");
  CHECK(corpus.assets[0].url == "logo.png");
}

TEST_CASE("a site of the Tech Docs Template links pages, never sources") {
  const Tree files = {{"source/index.html.md.erb", "# Home\n"},
                      {"source/db/fail-over.html.md.erb", "# Fail over\n"}};
  const auto link = [&](const std::string& target) {
    return link_in("tech-docs", files, "source/db/page.html.md.erb", target);
  };
  CHECK(link("fail-over.html").path == "source/db/fail-over.html.md.erb");
  CHECK(link("/db/fail-over.html").outcome == LinkOutcome::page);
  CHECK(link("../index.html").outcome == LinkOutcome::page);
  CHECK(link("../../../db/fail-over.html").outcome == LinkOutcome::page);  // as browsers read it
  CHECK(link("fail-over.html.md.erb").outcome == LinkOutcome::target_missing);
  CHECK(link("fail-over.html.md.erb").suggestion == "fail-over.html");
  CHECK(link("/source/db/fail-over.html").outcome == LinkOutcome::target_missing);
}

TEST_CASE("GitLab reads from the repository's root alone") {
  const Tree files = {{"content/db/fail-over.md", "# Fail over\n"}, {"README.md", "# R\n"}};
  const auto outcome = [&](const std::string& target) {
    return link_in("gitlab", files, "content/page.md", target).outcome;
  };
  CHECK(outcome("/content/db/fail-over.md") == LinkOutcome::page);
  CHECK(outcome("/db/fail-over.md") == LinkOutcome::target_missing);
}

TEST_CASE("Docusaurus leaves numbers out of addresses") {
  const Tree files = {{"docs/02-db/01-fail-over.md", "# Fail over\n"},
                      {"docs/own.mdx", "---\nslug: /elsewhere\n---\n# Own\n"}};
  const auto path = [&](const std::string& target) {
    return link_in("docusaurus", files, "docs/page.md", target).path;
  };
  CHECK(path("/docs/db/fail-over") == "docs/02-db/01-fail-over.md");
  CHECK(path("./02-db/01-fail-over.md") == "docs/02-db/01-fail-over.md");
  CHECK(path("/docs/elsewhere") == "docs/own.mdx");
}

TEST_CASE("MkDocs keeps its documents in docs/") {
  const Tree files = {{"docs/db/fail-over.md", "# Fail over\n\n## Undo\n\n## Undo\n"}};
  const ResolvedLink link = link_in("mkdocs", files, "docs/page.md", "db/fail-over.md#undo_1");
  CHECK(link.outcome == LinkOutcome::page);
  CHECK(link.anchor == "undo_1");
}

}  // namespace runbookc::test
