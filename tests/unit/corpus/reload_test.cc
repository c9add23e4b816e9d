#include <catch2/catch.hpp>

#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

const Tree kFiles = {{"a.md", "# A\n\n[b](b.md#two)\n"}, {"b.md", "# B\n\n## Two\n"}};
constexpr const char* kMark = "<p>from the load before</p>";

void mark(Corpus& corpus) {
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    Document document = corpus.documents[i];
    document.html = kMark;
    corpus.documents.put(i, std::make_shared<const Document>(std::move(document)));
  }
}

// The corpus, with a mark in every document that tells which of them were taken over.
Corpus marked(LoadOptions options = {}) {
  Corpus corpus = load(kFiles, std::move(options));
  mark(corpus);
  return corpus;
}

Corpus reload(const Corpus& earlier, const Tree& files, LoadOptions options = {}) {
  options.earlier = &earlier;
  return load(files, std::move(options));
}

bool is_taken_over(const Corpus& corpus, const std::string& path) {
  return corpus.documents[find_page(corpus, path)].html == kMark;
}

}  // namespace

TEST_CASE("a document whose file is the same is not parsed again") {
  const Corpus earlier = marked();
  Tree files = kFiles;
  files["a.md"] = "# A\n\n[b](b.md#three)\n";
  files["c.md"] = "# C\n";
  const Corpus corpus = reload(earlier, files);
  CHECK_FALSE(is_taken_over(corpus, "a.md"));
  CHECK(is_taken_over(corpus, "b.md"));
  CHECK_FALSE(is_taken_over(corpus, "c.md"));
}

TEST_CASE("what was taken over is linked anew") {
  const Corpus earlier = marked();
  Tree files = kFiles;
  files["b.md"] = "# B\n\n## Three\n";
  const Corpus corpus = reload(earlier, files);
  CHECK(is_taken_over(corpus, "a.md"));
  CHECK(link_of(corpus, "a.md").outcome == LinkOutcome::anchor_missing);
}

TEST_CASE("a file that moved is parsed for its new place") {
  const Corpus earlier = marked();
  Tree files = kFiles;
  files["c.md"] = files["b.md"];
  files.erase("b.md");
  const Corpus corpus = reload(earlier, files);
  CHECK_FALSE(is_taken_over(corpus, "c.md"));
  CHECK(corpus.documents.size() == 2);
}

TEST_CASE("another project file may change how documents are parsed") {
  const Corpus earlier = marked(configured("site: { title: One }\n"));
  const Corpus same = reload(earlier, kFiles, configured("site: { title: One }\n"));
  CHECK(is_taken_over(same, "a.md"));
  const Corpus other = reload(earlier, kFiles, configured("limits: { links: 1 }\n"));
  CHECK_FALSE(is_taken_over(other, "a.md"));
}

TEST_CASE("another content root may change what documents are called") {
  const Tree below = {{"content/a.md", "# A\n"}, {"extra.txt", ""}};
  Corpus earlier = load(below);
  mark(earlier);
  LoadOptions options;
  options.config.content = ".";
  CHECK_FALSE(is_taken_over(reload(earlier, below, options), "content/a.md"));
}

}  // namespace runbookc::test
