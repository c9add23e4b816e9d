// An index in memory, for tests: built from files, written, and read back.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "search/index_files.h"
#include "search/posting_code.h"
#include "search/ranking.h"
#include "unit/emit/memory_corpus.h"

namespace runbookc {

// The index's files by name.
using IndexFiles = std::map<std::string, std::string, std::less<>>;

inline IndexFiles index_files(const Corpus& corpus, unsigned threads = 1) {
  const SearchFiles files(corpus, threads);
  IndexFiles rendered;
  for (const SearchFiles::File& file : files.files()) {
    rendered[search_file_name(file.kind, file.number)] = files.render(file);
  }
  return rendered;
}

inline Result<IndexReader> open_index(IndexFiles files) {
  const auto shared = std::make_shared<const IndexFiles>(std::move(files));
  return IndexReader::open([shared](const std::string& name) -> Result<std::string> {
    const auto found = shared->find(name);
    if (found == shared->end()) return Error{"there is no " + name, ""};
    return found->second;
  });
}

class SearchFixture {
 public:
  explicit SearchFixture(std::map<std::string, std::string, std::less<>> files)
      : corpus(memory_corpus(std::move(files))), reader(opened(index_files(corpus))) {}

  SearchResult result(std::string_view query) {
    auto found = search(reader, parse_query(query, analyzer), analyzer);
    if (!found.ok()) FAIL(found.error().message);
    return *std::move(found);
  }

  // "path#anchor" of each hit; "path" for a page.
  std::vector<std::string> hits(std::string_view query) {
    std::vector<std::string> names;
    for (const SearchHit& hit : result(query).hits) {
      const SearchPage page = reader.page(hit.page).value();
      const SearchUnit& unit = page.units.at(hit.unit);
      names.push_back(page.path + (unit.kind == UnitKind::page ? "" : "#" + unit.anchor));
    }
    return names;
  }

  // The pages of the hits, each once.
  std::vector<std::string> pages(std::string_view query) {
    std::vector<std::string> paths;
    for (const SearchHit& hit : result(query).hits) {
      std::string path = reader.page(hit.page).value().path;
      if (paths.empty() || paths.back() != path) paths.push_back(std::move(path));
    }
    return paths;
  }

  Corpus corpus;
  IndexReader reader;
  Analyzer analyzer;

 private:
  static IndexReader opened(IndexFiles files) {
    auto reader = open_index(std::move(files));
    if (!reader.ok()) FAIL(reader.error().message);
    return *std::move(reader);
  }
};

inline std::string page_text(std::string_view front_matter, std::string_view body = "text\n") {
  return "---\n" + std::string(front_matter) + "\n---\n" + std::string(body);
}

}  // namespace runbookc
