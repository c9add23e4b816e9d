// What the key of a page's findings goes by, and what it does not.
#include "check/finding_keys.h"

#include <catch2/catch.hpp>

#include "base/overlay_files.h"
#include "corpus/last_commits.h"

using namespace runbookc;

namespace {

struct Case {
  const char* what;
  std::string path;
  std::string text;  // "": the file goes
};

constexpr const char* kPage =
    "---\ntitle: B\nowner: dba\n---\n# B\n\nFirst words.\n\n## Steps\n\nDo it.\n\n### "
    "Then\n\nWait.\n";

FileBytes project() {
  return {{"content/a.md", "# A\n\n[b](b.md#steps) [image](x.png) [draft](d.md)\n"},
          {"content/b.md", kPage},
          {"content/c.md", "# C\n\nNobody links here.\n"},
          {"content/d.md", "---\nstatus: draft\n---\n# D\n"},
          {"content/e.md", "# E\n"},
          {"content/index.md", "# Index\n\n[a](a.md)\n"},
          {"content/owners.yaml", "owners:\n  - id: dba\n    name: DBA\n    kind: team\n"},
          {"content/x.png", "PNG"},
          {"runbookc.yaml", "site: { title: A }\n"}};
}

Corpus load(const FileBytes& files, const std::string& today = "2026-11-26") {
  LoadOptions options;
  const SourceFile config("runbookc.yaml", files.at("runbookc.yaml"));
  options.config = std::move(read_config(config).config);
  options.today = *parse_date(today);
  options.threads = 1;
  options.render = false;
  auto corpus = load_corpus(MemoryFiles(files), options);
  REQUIRE(corpus);
  return *std::move(corpus);
}

std::string key_in(const Corpus& corpus, const std::string& path) {
  return finding_keys(corpus, 1)[find_page(corpus, path)];
}

std::string key_after(const Case& change, const std::string& path) {
  FileBytes files = project();
  if (change.text.empty()) {
    files.erase(change.path);
  } else {
    files[change.path] = change.text;
  }
  return key_in(load(files), path);
}

std::string page_with(const std::string& old, const std::string& fresh) {
  std::string text = kPage;
  return text.replace(text.find(old), old.size(), fresh);
}

}  // namespace

TEST_CASE("what a page's rules may look at is in its key") {
  const std::string before = key_in(load(project()), "content/a.md");
  for (const Case& change : {
           Case{"its own text", "content/a.md",
                "# A\n\n[b](b.md#steps) [image](x.png)  [d](d.md)\n"},
           Case{"a linked page's heading", "content/b.md", page_with("Do it", "## More\n\nDo it")},
           Case{"a heading's mark", "content/b.md", page_with("## Steps", "## Steps!")},
           Case{"a heading's level", "content/b.md", page_with("### Then", "## Then")},
           Case{"a named anchor", "content/b.md", page_with("Do it", "<a name=\"x\"></a> Do it")},
           Case{"its front matter", "content/b.md", page_with("owner: dba", "owner: web")},
           Case{"its first words", "content/b.md", page_with("First words", "Other words")},
           Case{"that it is gone", "content/b.md", ""},
           Case{"that a draft is published", "content/d.md", "# D\n"},
           Case{"that a linked file is gone", "content/x.png", ""},
           Case{"who links to it", "content/e.md", "# E\n\n[a](a.md)\n"},
           Case{"the owners", "content/owners.yaml",
                "owners:\n  - id: dba\n    name: Data\n    kind: team\n"},
           Case{"CODEOWNERS", "CODEOWNERS", "* @dba\n"},
           Case{"a schema", "schemas/types/drill.json", R"({"title": "Drill"})"},
           Case{"the project file", "runbookc.yaml", "site: { title: B }\n"},
       }) {
    CAPTURE(change.what);
    CHECK(key_after(change, "content/a.md") != before);
  }
}

TEST_CASE("the day and the last commit are in the key of a page") {
  const std::string before = key_in(load(project()), "content/a.md");
  CHECK(key_in(load(project(), "2026-11-27"), "content/a.md") != before);
  const auto committed =
      with_last_commits(load(project()), {{"content/a.md", *parse_date("2026-01-02")}});
  CHECK(key_in(committed, "content/a.md") != before);
}

TEST_CASE("a heading's own anchor is in the key of who links its page") {
  FileBytes files = project();
  files["runbookc.yaml"] = "dialect: hugo\ncontent: content\n";
  files["content/b.md"] = page_with("## Steps", "## Steps {#one}");
  const std::string before = key_in(load(files), "content/a.md");
  files["content/b.md"] = page_with("## Steps", "## Steps {#two}");
  CHECK(key_in(load(files), "content/a.md") != before);
}

// Else an edit would have all pages checked again.
TEST_CASE("what a page's rules cannot see is not in its key") {
  const std::string before = key_in(load(project()), "content/a.md");
  CHECK_FALSE(before.empty());
  for (const Case& change : {
           Case{"a linked page's later text", "content/b.md", page_with("Do it", "Do that")},
           Case{"a page that it does not link", "content/c.md", "# Other\n\n## More\n"},
           Case{"a page that comes", "content/new.md", "# New\n"},
           Case{"a page that goes", "content/e.md", ""},
       }) {
    CAPTURE(change.what);
    CHECK(key_after(change, "content/a.md") == before);
  }
}

TEST_CASE("an index looks at all pages of its folder, hence at all") {
  const std::string before = key_in(load(project()), "content/index.md");
  CHECK(key_after({"", "content/new.md", "# New\n"}, "content/index.md") != before);
}

TEST_CASE("a page with a secret has no key") {
  FileBytes files = project();
  files["content/a.md"] =
      "# A\n\n```bash\nexport "
      "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzKEYa\n```\n";
  CHECK(key_in(load(files), "content/a.md").empty());
}
