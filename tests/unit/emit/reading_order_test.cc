#include "emit/reading_order.h"

#include "unit/emit/memory_corpus.h"

namespace runbookc {
namespace {

std::vector<std::string> urls(const Corpus& corpus, const ReadingOrder& order) {
  std::vector<std::string> out;
  for (const Index page : order.pages()) out.push_back(corpus.pages[page].url);
  return out;
}

}  // namespace

TEST_CASE("pages are read folder by folder, each folder's index first") {
  const Corpus corpus = memory_corpus({{"b.md", "# B\n"},
                                       {"README.md", "# Home\n"},
                                       {"db/z.md", "# Z\n"},
                                       {"db/README.md", "# Databases\n"},
                                       {"db/pg/a.md", "# A\n"},
                                       {"apps/x.md", "# X\n"}});
  const ReadingOrder order{SiteTree(corpus)};
  CHECK(urls(corpus, order) == std::vector<std::string>{"index.html", "b.html", "apps/x.html",
                                                        "db/index.html", "db/z.html",
                                                        "db/pg/a.html"});
}

TEST_CASE("each page knows its neighbours, and the ends have one") {
  const Corpus corpus = memory_corpus({{"a.md", "# A\n"},
                                       {"b.md", "# B\n"},
                                       {"c.md", "---\nstatus: draft\n---\n# C\n"},
                                       {"d.md", "# D\n"}});
  const ReadingOrder order{SiteTree(corpus)};
  const Index a = page_at(corpus, "a.md");
  const Index b = page_at(corpus, "b.md");
  const Index c = page_at(corpus, "c.md");
  const Index d = page_at(corpus, "d.md");
  CHECK(order.before(a) == kNone);
  CHECK(order.after(a) == b);
  CHECK(order.after(b) == d);
  CHECK(order.before(d) == b);
  CHECK(order.after(d) == kNone);
  CHECK(order.before(c) == kNone);
  CHECK(order.after(c) == kNone);
  CHECK(order.after(kNone) == kNone);
}

}  // namespace runbookc
