// Any bytes are a query: it finds units that there are, and marks words where they stand.
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/unicode.h"
#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "search/index_files.h"
#include "search/query_advice.h"
#include "search/ranking.h"
#include "search/search_snippet.h"

namespace runbookc {
namespace {

constexpr std::size_t kSnippet = 160;

MemoryFiles project() {
  return MemoryFiles(
      {{"owners.yaml", "owners: [{id: dba, name: Database team, kind: team}]\n"},
       {"db/failover.md",
        "---\nowner: dba\ntype: runbook\nseverity: [P1]\nalerts: [PostgresDown]\ntags: [db]\n---\n"
        "# Fail over\n\n## Symptoms\n\nThe primary is gone; clients wait.\n\n"
        "## Rollback\n\n```bash\nkubectl delete pvc data-0 --namespace=db\n```\n"},
       {"disk.md",
        "---\ntitle: Disk full\nservices: [orders]\n---\n"
        "Error: no space left on device (28).\n\n```bash\ndf -h /\n```\n"},
       {"zuerich.md", "# Zürich: Übergabe\n\nﬁle, naïve, 日本語 and C++.\n"}});
}

Corpus corpus() {
  LoadOptions options;
  options.today = *parse_date("2026-11-26");
  options.render = false;
  options.threads = 1;
  auto loaded = load_corpus(project(), options);
  promise(loaded.ok(), "the project loads");
  return *std::move(loaded);
}

IndexReader opened() {
  const Corpus searched = corpus();
  const SearchFiles files(searched, 1);
  auto rendered = std::make_shared<std::map<std::string, std::string, std::less<>>>();
  for (const SearchFiles::File& file : files.files()) {
    (*rendered)[search_file_name(file.kind, file.number)] = files.render(file);
  }
  auto reader = IndexReader::open([rendered](const std::string& name) -> Result<std::string> {
    const auto found = rendered->find(name);
    if (found == rendered->end()) return Error{"there is no " + name, ""};
    return found->second;
  });
  promise(reader.ok(), "our own index can be read");
  return *std::move(reader);
}

void check_marks(const SearchSnippet& snippet) {
  promise(is_valid_utf8(snippet.text), "a snippet is text");
  promise(count_code_points(snippet.text) <= kSnippet, "a snippet is short");
  std::uint32_t last = 0;
  for (const ByteRange& mark : snippet.marks) {
    promise(last <= mark.begin && mark.begin < mark.end, "marks are in order");
    last = mark.end;
  }
  promise(last <= snippet.text.size(), "marks are in the snippet");
}

void check_hit(IndexReader& reader, const SearchHit& hit, const FoundTerms& terms,
               Analyzer& analyzer) {
  promise(hit.page < reader.pages(), "a hit is a page");
  const auto page = reader.page(hit.page);
  promise(page && hit.unit < page->units.size(), "a hit is a unit of its page");
  check_marks(search_snippet(page->units[hit.unit].text, terms, analyzer, kSnippet));
}

}  // namespace

void fuzz_query(std::string_view bytes) {
  static IndexReader reader = opened();
  static Analyzer analyzer;
  const Query query = parse_query(bytes, analyzer);
  const auto found = search(reader, query, analyzer);
  promise(found.ok(), "a sound index has an answer");
  promise(found->hits.size() <= kMostHits, "hits have a bound");
  promise(std::ranges::is_sorted(found->hits, std::ranges::greater{}, &SearchHit::score),
          "the best is first");
  for (const SearchHit& hit : found->hits) check_hit(reader, hit, found->terms, analyzer);
  // The query's own words are text like any other.
  if (is_valid_utf8(bytes)) check_marks(search_snippet(bytes, found->terms, analyzer, kSnippet));
  promise(query_advice(reader, bytes, query, analyzer).ok(), "there is advice");
  if (!found->hits.empty()) return;
  promise(hidden_hits(reader, bytes, analyzer).ok(), "filters can be left out");
}

}  // namespace runbookc
