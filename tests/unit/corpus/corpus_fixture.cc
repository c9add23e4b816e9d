#include "unit/corpus/corpus_fixture.h"

#include <catch2/catch.hpp>

namespace runbookc::test {

Corpus load(const Tree& files, LoadOptions options) {
  options.today = kToday;
  if (options.threads == 0) options.threads = 1;
  Result<Corpus> corpus = load_corpus(MemoryFiles(files), options);
  if (!corpus) FAIL(corpus.error().message);
  return std::move(*corpus);
}

LoadOptions configured(const std::string& yaml) {
  ConfigOutcome outcome = read_config(SourceFile("runbookc.yaml", yaml));
  for (const ConfigProblem& problem : outcome.problems) FAIL(problem.message);
  LoadOptions options;
  options.config = std::move(outcome.config);
  return options;
}

const Page& page_at(const Corpus& corpus, const std::string& path) {
  const Index page = find_page(corpus, path);
  INFO(path);
  REQUIRE(page != kNone);
  return corpus.pages[page];
}

const ResolvedLink& link_of(const Corpus& corpus, const std::string& path) {
  const Page& page = page_at(corpus, path);
  REQUIRE(!page.links.empty());
  return page.links.front();
}

ResolvedLink resolved(Tree files, const std::string& from, const std::string& target) {
  files[from] = "# Page\n\n[a link](<" + target + ">)\n";
  const Corpus corpus = load(files);
  return link_of(corpus, from);
}

}  // namespace runbookc::test
