// The ranking, judged: queries of ten classes over content/, with the pages and sections that
// somebody who knows the runbooks would want (tests/search/queries.json, written by reading them).
// RUNBOOKC_SHOW=1 prints the figures by class, and what was missed.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "search/index_files.h"
#include "search/ranking.h"

using namespace runbookc;

namespace {

struct Judged {
  std::string kind;
  std::string query;
  std::vector<std::string> expected;  // "path" or "path#anchor", below content/
};

std::vector<Judged> judged_queries() {
  std::ifstream file(std::string(RUNBOOKC_SOURCE_DIR) + "/tests/search/queries.json");
  std::vector<Judged> queries;
  for (const auto& item : nlohmann::json::parse(file)) {
    queries.push_back({item.at("class"), item.at("query"), item.at("expected")});
  }
  return queries;
}

Corpus content_corpus() {
  LoadOptions options;
  options.render = false;
  options.today = *parse_date("2026-11-21");
  options.config.content = "content";
  auto corpus = load_corpus(*disk_files(RUNBOOKC_SOURCE_DIR), options);
  if (!corpus.ok()) FAIL(corpus.error().message);
  return std::move(corpus).value();
}

// The names that a hit answers to: its page, its section.
std::vector<std::string> names_of(const SearchPage& page, std::uint32_t unit) {
  const std::string path = page.path.substr(std::string("content/").size());
  const SearchUnit& found = page.units[unit];
  const SearchUnit& section = page.units[found.kind == UnitKind::command ? found.section : unit];
  return {path, path + "#" + section.anchor};
}

struct Figures {
  int queries = 0;
  double reciprocal = 0;
  int first = 0;
  int fifth = 0;

  void add(std::size_t rank) {  // from 1; 0: not among the hits
    ++queries;
    if (rank > 0) reciprocal += 1.0 / static_cast<double>(rank);
    if (rank == 1) ++first;
    if (rank > 0 && rank <= 5) ++fifth;
  }
  double mean_reciprocal() const { return reciprocal / queries; }
  double at_first() const { return static_cast<double>(first) / queries; }
  double at_fifth() const { return static_cast<double>(fifth) / queries; }
};

class Judge {
 public:
  Judge() : corpus_(content_corpus()), files_(corpus_, 1) {
    auto reader = IndexReader::open([this](const std::string& name) -> Result<std::string> {
      for (const SearchFiles::File& file : files_.files()) {
        if (search_file_name(file.kind, file.number) == name) return files_.render(file);
      }
      return Error{"no file " + name, ""};
    });
    if (!reader.ok()) FAIL(reader.error().message);
    reader_ = std::move(reader).value();
  }

  std::size_t rank(const Judged& judged) {
    Analyzer analyzer;
    const auto result = search(reader_, parse_query(judged.query, analyzer), analyzer);
    if (!result.ok()) FAIL(result.error().message);
    std::string shown;
    for (std::size_t i = 0; i < result->hits.size(); ++i) {
      const SearchHit& hit = result->hits[i];
      const auto names = names_of(reader_.page(hit.page).value(), hit.unit);
      for (const std::string& expected : judged.expected) {
        if (std::ranges::find(names, expected) != names.end()) {
          if (i > 0) note(judged, i + 1, shown);
          return i + 1;
        }
      }
      if (i < 4) shown += "      " + std::to_string(hit.score) + " " + names[1] + "\n";
    }
    note(judged, 0, shown);
    return 0;
  }

  std::string notes;

 private:
  void note(const Judged& judged, std::size_t rank, const std::string& before) {
    notes += "  " + judged.kind + ": '" + judged.query + "' at " + std::to_string(rank) +
             ", behind\n" + before;
  }

  Corpus corpus_;
  SearchFiles files_;
  IndexReader reader_;
};

std::string row(const std::string& name, const Figures& figures) {
  std::array<char, 200> line{};
  std::snprintf(line.data(), line.size(), "%-20s %3d queries  MRR %.3f  success@1 %.3f  @5 %.3f\n",
                name.c_str(), figures.queries, figures.mean_reciprocal(), figures.at_first(),
                figures.at_fifth());
  return line.data();
}

}  // namespace

TEST_CASE("judged queries find what they should, mostly first") {
  Judge judge;
  std::map<std::string, Figures> classes;
  Figures all;
  for (const Judged& judged : judged_queries()) {
    const std::size_t rank = judge.rank(judged);
    classes[judged.kind].add(rank);
    all.add(rank);
  }
  std::string table;
  for (const auto& [name, figures] : classes) table += row(name, figures);
  table += row("all", all);
  if (std::getenv("RUNBOOKC_SHOW") != nullptr) std::cout << table << judge.notes;
  INFO(table);
  CHECK(all.queries >= 150);
  CHECK(classes.size() == 10);
  CHECK(all.mean_reciprocal() >= 0.9);
  CHECK(all.at_first() >= 0.88);
  CHECK(all.at_fifth() >= 0.93);
  for (const auto& [name, figures] : classes) {
    CAPTURE(name);
    CHECK(figures.at_fifth() >= 0.8);
  }
}

TEST_CASE("what is expected of the ranking is there") {
  const Corpus corpus = content_corpus();
  for (const Judged& judged : judged_queries()) {
    CHECK_FALSE(judged.expected.empty());
    for (const std::string& expected : judged.expected) {
      CAPTURE(judged.query, expected);
      const auto hash = expected.find('#');
      const Index page = find_page(corpus, "content/" + expected.substr(0, hash));
      REQUIRE(page != kNone);
      if (hash == std::string::npos) continue;
      const auto& sections = corpus.document_of(corpus.pages[page]).sections;
      CHECK(std::ranges::find(sections, expected.substr(hash + 1), &Section::anchor) !=
            sections.end());
    }
  }
}
