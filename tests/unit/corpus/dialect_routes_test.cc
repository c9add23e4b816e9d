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

TEST_CASE("Hugo's `url` and `slug` say the address, and `ref` names the source") {
  Tree files = hugo_site();
  files["content/db/far.md"] = "---\nurl: deep/down/\n---\n# Far\n\n[own](../own-page/)\n";
  files["content/deep/own-page.md"] = "# Own page\n";
  const auto path = [&](const std::string& target) {
    return link_in("hugo", files, "content/db/page.md", target).path;
  };
  const auto outcome = [&](const std::string& target) {
    return link_in("hugo", files, "content/db/page.md", target).outcome;
  };
  CHECK(path("/deep/down/") == "content/db/far.md");
  CHECK(path("far.md") == "content/db/far.md");
  CHECK(outcome("/db/far/") == LinkOutcome::target_missing);
  CHECK(outcome("/db/own/") == LinkOutcome::target_missing);
  files["content/db/page.md"] = "# Page\n\n[a]({{< ref \"/db/own\" >}})\n";
  const Corpus corpus = load(files, configured("dialect: hugo\n"));
  CHECK(link_of(corpus, "content/db/page.md").path == "content/db/own.md");
  CHECK(link_of(corpus, "content/db/far.md").path == "content/deep/own-page.md");
}

TEST_CASE("what Hugo makes itself is not judged") {
  Tree files = hugo_site();
  files["content/db/FailOver.md"] = "---\nteams: [On Call]\n---\n# Fail over\n";
  const auto outcome = [&](const std::string& target) {
    return link_in("hugo", files, "content/db/page.md", target).outcome;
  };
  for (const char* const target :
       {"/tags/db/", "/tags/", "/categories/db/", "../../tags/db/", "/index.xml", "/db/index.xml",
        "/sitemap.xml", "/teams/", "/teams/on-call/"}) {
    INFO(target);
    CHECK(outcome(target) == LinkOutcome::generated);
  }
  for (const char* const target :
       {"/db/tags/x/", "/teams/nobody/", "/db/sitemap.xml", "/tagged/x/"}) {
    INFO(target);
    CHECK(outcome(target) == LinkOutcome::target_missing);
  }
  CHECK(link_in("github", files, "content/db/page.md", "/tags/db/").outcome ==
        LinkOutcome::target_missing);
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

namespace {

Tree docusaurus_site() {
  return {{"docs/02-db/01-fail-over.md", "# Fail over\n"},
          {"docs/02-db/moved.md", "---\nslug: /elsewhere\n---\n# Moved\n"},
          {"docs/02-db/near.md", "---\nslug: by-name\n---\n# Near\n"},
          {"docs/02-db/called.md", "---\nid: other\n---\n# Called\n"},
          {"docs/02-db/2026-11-02-outage.md", "# Outage\n"},
          {"docs/ops/index.md", "---\nid: home\n---\n# Operations\n"},
          {"docs/gone/index.md", "---\nslug: /here\n---\n# Here\n"},
          {"static/logo.png", "png"}};
}

std::string docusaurus(const std::string& target) {
  const ResolvedLink link = link_in("docusaurus", docusaurus_site(), "docs/02-db/page.md", target);
  if (link.outcome == LinkOutcome::page || link.outcome == LinkOutcome::asset) return link.path;
  if (link.outcome == LinkOutcome::generated) return "generated";
  return link.outcome == LinkOutcome::target_missing ? "missing" : "other";
}

}  // namespace

TEST_CASE("in Docusaurus, `slug` and `id` say the address") {
  CHECK(docusaurus("/docs/elsewhere") == "docs/02-db/moved.md");
  CHECK(docusaurus("/docs/db/by-name") == "docs/02-db/near.md");
  CHECK(docusaurus("/docs/db/other") == "docs/02-db/called.md");
  CHECK(docusaurus("/docs/ops") == "docs/ops/index.md");
  CHECK(docusaurus("/docs/here") == "docs/gone/index.md");
  CHECK(docusaurus("/docs/db/2026-11-02-outage") == "docs/02-db/2026-11-02-outage.md");
}

TEST_CASE("what has moved is not at its old address, only its file is") {
  CHECK(docusaurus("/docs/db/moved") == "missing");
  CHECK(docusaurus("/docs/db/near") == "missing");
  CHECK(docusaurus("called") == "missing");
  CHECK(docusaurus("/docs/02-db/01-fail-over") == "missing");
  CHECK(docusaurus("/docs/gone/") == "missing");
  CHECK(docusaurus("/docs/ops/home") == "missing");
  CHECK(docusaurus("./moved.md") == "docs/02-db/moved.md");
  CHECK(docusaurus("../gone/index.md") == "docs/gone/index.md");
}

TEST_CASE("`@site/` is the project's root") {
  CHECK(docusaurus("@site/docs/02-db/moved.md") == "docs/02-db/moved.md");
  CHECK(docusaurus("@site/static/logo.png") == "static/logo.png");
  CHECK(docusaurus("@site/docs/02-db/none.md") == "missing");
  const ResolvedLink respelt =
      link_in("docusaurus", docusaurus_site(), "docs/02-db/page.md", "@site/docs/02-db/Moved.md#x");
  CHECK(respelt.outcome == LinkOutcome::case_mismatch);
  CHECK(respelt.suggestion == "@site/docs/02-db/moved.md#x");
  CHECK(link_in("github", docusaurus_site(), "docs/page.md", "@site/docs/02-db/moved.md").outcome ==
        LinkOutcome::target_missing);
}

TEST_CASE("what Docusaurus makes itself is not judged") {
  CHECK(docusaurus("/docs/category/tutorials") == "generated");
  CHECK(docusaurus("/docs/tags/db") == "generated");
  CHECK(docusaurus("pathname:///downloads/x.zip") == "generated");
  CHECK(docusaurus("/docs/db/category/tutorials") == "missing");
}

TEST_CASE("Docusaurus has an `id` for each folder") {
  const Corpus corpus = load({{"docs/a/x.md", "---\nid: overview\n---\n# A\n"},
                              {"docs/b/x.md", "---\nid: overview\n---\n# B\n"}},
                             configured("dialect: docusaurus\n"));
  CHECK(page_at(corpus, "docs/a/x.md").id == "a/overview");
  CHECK(page_at(corpus, "docs/b/x.md").id == "b/overview");
}

TEST_CASE("MkDocs keeps its documents in docs/") {
  const Tree files = {{"docs/db/fail-over.md", "# Fail over\n\n## Undo\n\n## Undo\n"}};
  const ResolvedLink link = link_in("mkdocs", files, "docs/page.md", "db/fail-over.md#undo_1");
  CHECK(link.outcome == LinkOutcome::page);
  CHECK(link.anchor == "undo_1");
}

}  // namespace runbookc::test
