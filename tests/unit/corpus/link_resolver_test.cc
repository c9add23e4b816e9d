#include "corpus/link_resolver.h"

#include <catch2/catch.hpp>

#include "base/files.h"
#include "corpus/folder_cache.h"
#include "corpus/page_directory.h"
#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

// A project with a content folder, a script beside it, and one of each kind of thing.
Tree project() {
  return {{"content/README.md", "# Home\n\n## Start here\n"},
          {"content/db/README.md", "# Databases\n"},
          {"content/db/failover.md", "# Fail over\n\n## Roll back\n\n<a id=\"Undo\"></a>\n"},
          {"content/db/two words.md", "# Two words\n"},
          {"content/db/img/path.png", "png"},
          {"content/guides/Scaling.md", "# Scaling\n"},
          {"content/empty/notes.txt", "notes"},
          {"content/draft.md", "---\nstatus: draft\n---\n# Draft\n"},
          {"content/.hidden/x.md", "# X\n"},
          {"bin/run.sh", "run"},
          {"docs/guide.md", "# Guide\n"}};
}

ResolvedLink from_db(const std::string& target) {
  return resolved(project(), "content/db/page.md", target);
}

std::string page_of(const std::string& target) {
  const ResolvedLink link = from_db(target);
  INFO(target);
  CHECK(link.outcome == LinkOutcome::page);
  return link.path;
}

LinkOutcome outcome(const std::string& target) { return from_db(target).outcome; }

}  // namespace

TEST_CASE("a relative path leads to a page, with and without dots") {
  CHECK(page_of("failover.md") == "content/db/failover.md");
  CHECK(page_of("./failover.md") == "content/db/failover.md");
  CHECK(page_of("../db/./failover.md") == "content/db/failover.md");
  CHECK(page_of("../guides/Scaling.md") == "content/guides/Scaling.md");
}

TEST_CASE("queries and percent-encoding do not hide the file") {
  CHECK(page_of("failover.md?x=1") == "content/db/failover.md");
  CHECK(page_of("two%20words.md") == "content/db/two words.md");
  CHECK(page_of("two words.md") == "content/db/two words.md");
}

TEST_CASE("an absolute path starts at the content root, else at the project's") {
  CHECK(page_of("/db/failover.md") == "content/db/failover.md");
  CHECK(page_of("/content/db/failover.md") == "content/db/failover.md");
  CHECK(outcome("/bin/run.sh") == LinkOutcome::outside_content);
  CHECK(outcome("/db/gone.md") == LinkOutcome::target_missing);
}

TEST_CASE("a folder means its index page") {
  CHECK(page_of("../db") == "content/db/README.md");
  CHECK(page_of("../db/") == "content/db/README.md");
  CHECK(page_of("./") == "content/db/README.md");
  CHECK(page_of("/") == "content/README.md");
  CHECK(page_of("..") == "content/README.md");
  CHECK(page_of("../#start-here") == "content/README.md");
}

TEST_CASE("README goes before index and _index") {
  const Tree files = {{"db/_index.md", "# A\n"}, {"db/index.md", "# B\n"}};
  CHECK(resolved(files, "a.md", "db/").path == "db/index.md");
}

TEST_CASE("a folder without an index is a folder") {
  CHECK(outcome("../empty") == LinkOutcome::folder);
  CHECK(outcome("img/") == LinkOutcome::folder);
}

TEST_CASE("a document is found without its extension, as Hugo and MkDocs write it") {
  CHECK(page_of("failover") == "content/db/failover.md");
  CHECK(page_of("failover/") == "content/db/failover.md");
  CHECK(page_of("../guides/Scaling") == "content/guides/Scaling.md");
  CHECK(page_of("/guides/Scaling/#") == "content/guides/Scaling.md");
}

TEST_CASE("a link written from the page's own address is understood") {
  CHECK(page_of("../failover") == "content/db/failover.md");
  CHECK(page_of("../../guides/Scaling/") == "content/guides/Scaling.md");
}

TEST_CASE("a page is found by its name in the site") {
  CHECK(page_of("failover.html") == "content/db/failover.md");
  CHECK(page_of("../index.html") == "content/README.md");
  CHECK(from_db("failover.html#roll-back").anchor == "roll-back");
}

TEST_CASE("a fragment alone is looked up on the page itself") {
  Tree files = {{"b.md", "# B\n"}};
  files["a.md"] = "# A\n\n## One\n\n[1](#one) [2](#two) [3](#) [4](#top) [5](#TOP)\n";
  const Corpus corpus = load(files);
  const Page& page = page_at(corpus, "a.md");
  CHECK(page.links[0].anchor == "one");
  CHECK(page.links[1].outcome == LinkOutcome::anchor_missing);
  for (std::size_t i : {2U, 3U, 4U}) {
    CHECK(page.links[i].outcome == LinkOutcome::page);
    CHECK(page.links[i].anchor.empty());
  }
}

TEST_CASE("an anchor is looked up in the target") {
  CHECK(from_db("failover.md#roll-back").anchor == "roll-back");
  CHECK(from_db("failover.md#Undo").anchor == "Undo");
  CHECK(from_db("failover.md#user-content-roll-back").anchor == "roll-back");
  CHECK(outcome("failover.md#") == LinkOutcome::page);
  CHECK(outcome("failover.md?plain=1#L3") == LinkOutcome::page);
}

TEST_CASE("an anchor in another case is taken, with the target's spelling") {
  CHECK(from_db("failover.md#Roll-Back").anchor == "roll-back");
  CHECK(from_db("failover.md#undo").anchor == "Undo");
}

TEST_CASE("a missing anchor is reported with the nearest one") {
  const ResolvedLink link = from_db("failover.md#rollback");
  CHECK(link.outcome == LinkOutcome::anchor_missing);
  CHECK(link.page != kNone);
  CHECK(link.suggestion == "roll-back");
  CHECK(link.sure);
  CHECK(from_db("failover.md#something-else").suggestion.empty());
}

TEST_CASE("files that are no documents are assets") {
  const ResolvedLink link = from_db("img/path.png");
  CHECK(link.outcome == LinkOutcome::asset);
  CHECK(link.path == "content/db/img/path.png");
  CHECK(link.asset == 0);
  CHECK(outcome("../empty/notes.txt#L10") == LinkOutcome::asset);
  CHECK(outcome("../empty/notes.txt#L10-L20") == LinkOutcome::asset);
}

TEST_CASE("what exists outside the content is outside, what does not is missing") {
  CHECK(outcome("../../bin/run.sh") == LinkOutcome::outside_content);
  CHECK(outcome("../../bin") == LinkOutcome::outside_content);
  CHECK(outcome("../../docs/guide.md") == LinkOutcome::outside_content);
  CHECK(outcome("../../bin/gone.sh") == LinkOutcome::target_missing);
}

TEST_CASE("what leaves the project escapes") {
  CHECK(outcome("../../../etc/passwd") == LinkOutcome::escapes_root);
  CHECK(outcome("../../../../../x.md") == LinkOutcome::escapes_root);
  CHECK(outcome("C:\\tools\\x.exe") == LinkOutcome::escapes_root);
  CHECK(outcome("file:///etc/passwd") == LinkOutcome::escapes_root);
}

TEST_CASE("hidden files are not published") {
  CHECK(outcome("../.hidden/x.md") == LinkOutcome::outside_content);
}

TEST_CASE("the owners file and the project file are never published") {
  Tree files = {{"owners.yaml", "owners: []\n"}, {"runbookc.yaml", "content: .\n"}};
  files["a.md"] = "[o](owners.yaml) [c](runbookc.yaml)\n";
  LoadOptions options = configured("content: .\n");
  const Corpus corpus = load(files, std::move(options));
  CHECK(page_at(corpus, "a.md").links[0].outcome == LinkOutcome::outside_content);
  CHECK(page_at(corpus, "a.md").links[1].outcome == LinkOutcome::outside_content);
}

TEST_CASE("a draft is not there for readers of what is published") {
  const ResolvedLink link = from_db("../draft.md");
  CHECK(link.outcome == LinkOutcome::outside_content);
  CHECK(link.page != kNone);
}

TEST_CASE("drafts may link to drafts") {
  Tree files = {{"b.md", "---\nstatus: draft\n---\n"}};
  files["a.md"] = "---\nstatus: draft\n---\n\n[b](b.md)\n";
  CHECK(link_of(load(files), "a.md").outcome == LinkOutcome::page);
}

TEST_CASE("other schemes are nobody's business") {
  for (const char* target : {"https://example.com/x.md", "mailto:a@b.c", "//host/x", "tel:1",
                             "slack://x", "{{ site.url }}/x"}) {
    INFO(target);
    CHECK(outcome(target) == LinkOutcome::external);
  }
}

TEST_CASE("an empty target leads nowhere") {
  const Corpus corpus = load({{"a.md", "[x]() ![y]()\n"}});
  CHECK(page_at(corpus, "a.md").links[0].outcome == LinkOutcome::target_missing);
  CHECK(page_at(corpus, "a.md").links[1].outcome == LinkOutcome::target_missing);
}

TEST_CASE("a target that decodes to no text is missing") {
  CHECK(outcome("%ff%fe.md") == LinkOutcome::target_missing);
  CHECK(outcome("a%00b.md") == LinkOutcome::target_missing);
}

TEST_CASE("a wrong case is reported with the right spelling") {
  const auto respelt = [](const std::string& target) {
    const ResolvedLink link = from_db(target);
    INFO(target);
    CHECK(link.outcome == LinkOutcome::case_mismatch);
    return link.suggestion;
  };
  CHECK(respelt("Failover.md") == "failover.md");
  CHECK(respelt("./FAILOVER.md#roll-back") == "./failover.md#roll-back");
  CHECK(respelt("../guides/scaling.md") == "../guides/Scaling.md");
  CHECK(respelt("../Guides/Scaling") == "../guides/Scaling");
  CHECK(respelt("/DB/failover.md") == "/db/failover.md");
  CHECK(respelt("Failover.html") == "failover.html");
  CHECK(respelt("IMG/Path.png") == "img/path.png");
  CHECK(respelt("../DB/") == "./");
  CHECK(respelt("Two%20Words.md") == "two%20words.md");
  CHECK(respelt("../../BIN/run.sh") == "../../bin/run.sh");
}

TEST_CASE("a missing target comes with the nearest file") {
  const auto suggested = [](const std::string& target) {
    const ResolvedLink link = from_db(target);
    INFO(target);
    CHECK(link.outcome == LinkOutcome::target_missing);
    return link.suggestion;
  };
  CHECK(suggested("failovr.md") == "failover.md");
  CHECK(suggested("fail-over.md#roll-back") == "failover.md#roll-back");
  CHECK(suggested("Scaling.md") == "../guides/Scaling.md");
  CHECK(suggested("scaling") == "../guides/Scaling.md");
  CHECK(suggested("img/paht.png") == "img/path.png");
  CHECK(suggested("guides/Scaling.md") == "../guides/Scaling.md");
  CHECK(suggested("..\\guides\\Scaling.md") == "../guides/Scaling.md");
  CHECK(suggested("nothing-like-it.md").empty());
}

TEST_CASE("what leaves the project may have meant a file of the same name") {
  const ResolvedLink link = from_db("../../../other/failover.md");
  CHECK(link.outcome == LinkOutcome::escapes_root);
  CHECK(link.suggestion == "failover.md");
}

TEST_CASE("a page that moved and says so is suggested") {
  const Tree files = {{"db/new.md", "---\naliases: [web/old.md]\n---\n# New\n"}};
  const ResolvedLink link = resolved(files, "web/a.md", "old.md");
  CHECK(link.outcome == LinkOutcome::target_missing);
  CHECK(link.suggestion == "../db/new.md");
  CHECK(link.sure);
}

TEST_CASE("of several files of one name the nearest is suggested, as a guess") {
  const Tree files = {{"a/x/restart.md", "# A\n"}, {"b/x/restart.md", "# B\n"}};
  const ResolvedLink link = resolved(files, "b/page.md", "y/restart.md");
  CHECK(link.suggestion == "x/restart.md");
  CHECK(!link.sure);
}

TEST_CASE("an image of a folder shows nothing") {
  Tree files = {{"img/x.png", "png"}};
  files["a.md"] = "![x](img)\n";
  CHECK(link_of(load(files), "a.md").outcome == LinkOutcome::target_missing);
}

TEST_CASE("a file of the target's name without extension goes before the document") {
  const Tree files = {{"LICENSE", "text"}, {"LICENSE.md", "# Licence\n"}};
  CHECK(resolved(files, "a.md", "LICENSE").outcome == LinkOutcome::asset);
}

TEST_CASE("autolinks are external, whatever they look like") {
  const Corpus corpus = load({{"a.md", "<https://example.com/x.md> and ops@example.com\n"}});
  for (const ResolvedLink& link : page_at(corpus, "a.md").links) {
    CHECK(link.outcome == LinkOutcome::external);
  }
}

TEST_CASE("excluded documents are outside, and so are excluded assets") {
  Tree files = {{"old/x.md", "# X\n"}, {"old/x.png", "png"}};
  files["a.md"] = "[x](old/x.md) ![x](old/x.png)\n";
  const Corpus corpus = load(files, configured("exclude: [\"old/**\"]\n"));
  CHECK(page_at(corpus, "a.md").links[0].outcome == LinkOutcome::outside_content);
  CHECK(page_at(corpus, "a.md").links[1].outcome == LinkOutcome::outside_content);
}

TEST_CASE("so many broken links of a page get a suggestion, and no more") {
  Tree tree = project();
  std::string text = "# Many\n\n";
  for (int i = 0; i < 1'002; ++i) text += "[x](failovr.md)\n\n[y](failover.md)\n\n";
  tree["content/db/many.md"] = text;
  const Corpus corpus = load(std::move(tree));
  const Page& page = corpus.pages[find_page(corpus, "content/db/many.md")];
  const auto guessed = std::ranges::count_if(
      page.links, [](const ResolvedLink& link) { return !link.suggestion.empty(); });
  CHECK(guessed == 1'000);
  CHECK(page.links.front().suggestion == "failover.md");
  CHECK(page.links[2'002].suggestion.empty());
  CHECK(page.links.back().outcome == LinkOutcome::page);
}

TEST_CASE("who asks for the target alone is told nothing of anchors and guesses") {
  const Corpus corpus = load({{"a.md", "[b](b.md#roll-bak) [lost](lots.md)\n"},
                              {"b.md", "# B\n\n## Roll back\n"},
                              {"lost.md", "# Lost\n"}});
  const PageDirectory directory(corpus);
  const AnchorIndex anchors(corpus.documents);
  const MemoryFiles files({});
  const FolderCache disk(files);
  const TargetLocator locator(corpus, directory, disk, "");
  const RenameMap renames;
  const LinkSuggester suggester(corpus, directory, disk, locator, renames);
  const GeneratedPages generated(corpus);
  const LinkResolver resolver(corpus, locator, suggester, anchors, generated);
  const std::vector<Link>& links = corpus.documents[0].links;
  const auto asked = [&](std::size_t link, LinkDetail detail) {
    return resolver.resolve(0, links[link], detail);
  };
  CHECK(asked(0, LinkDetail::guess).outcome == LinkOutcome::anchor_missing);
  CHECK(asked(0, LinkDetail::guess).suggestion == "roll-back");
  CHECK(asked(0, LinkDetail::anchor).outcome == LinkOutcome::anchor_missing);
  CHECK(asked(0, LinkDetail::anchor).suggestion.empty());
  CHECK(asked(0, LinkDetail::target).outcome == LinkOutcome::page);
  CHECK(asked(0, LinkDetail::target).page == 1);
  CHECK(asked(1, LinkDetail::guess).suggestion == "lost.md");
  CHECK(asked(1, LinkDetail::target).outcome == LinkOutcome::target_missing);
  CHECK(asked(1, LinkDetail::target).suggestion.empty());
}

}  // namespace runbookc::test
