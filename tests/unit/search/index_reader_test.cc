#include "search/index_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/search/search_fixture.h"

using namespace runbookc;

namespace {

std::map<std::string, std::string, std::less<>> sources() {
  return {{"db/failover.md",
           page_text("title: Fail over the database\nalerts: [PrimaryDown]\nseverity: [P1]",
                     "# Fail over the database\n\nWhen the primary is gone.\n\n## Procedure\n\n"
                     "Look at the cluster.\n\n```bash\nkubectl get pods -n orders\n```\n\n"
                     "## Rollback\n\nNothing is lost.\n")},
          {"queue.md", page_text("title: Clear the queue\nstatus: deprecated",
                                 "# Clear the queue\n\nMessages wait.\n")}};
}

// Asks for everything that an index has; the first fault.
std::string fault_of(const IndexFiles& files) {
  auto reader = open_index(files);
  if (!reader.ok()) return reader.error().message;
  Analyzer analyzer;
  for (const std::string query :
       {"fail over databse", "kube", "PrimaryDown", "severity:p1", "risk:read", "kind:section q"}) {
    const auto result = search(*reader, parse_query(query, analyzer), analyzer);
    if (!result.ok()) return result.error().message;
    for (const SearchHit& hit : result->hits) {
      const auto page = reader->page(hit.page);
      if (!page.ok()) return page.error().message;
    }
  }
  for (std::uint32_t page = 0; page < std::min(reader->pages(), 10U); ++page) {
    const auto shown = reader->page(page);
    if (!shown.ok()) return shown.error().message;
  }
  return "";
}

}  // namespace

TEST_CASE("an index reads back as it was built") {
  const Corpus corpus = memory_corpus(sources());
  const SearchIndex built = build_search_index(corpus, 1);
  auto reader = open_index(index_files(corpus)).value();
  CHECK(reader.pages() == 2);
  for (const IndexEntry& entry : built.entries) {
    CAPTURE(entry.entry);
    const auto found = reader.find(entry.entry).value();
    REQUIRE(found);
    CHECK(found->payload == entry.payload);
    if (entry.payload.empty()) continue;
    const auto postings = reader.decode(*found);
    REQUIRE(postings.ok());
    CHECK_FALSE(postings->list.empty());
  }
  CHECK_FALSE(reader.find("no such entry").value());
  for (std::uint32_t page = 0; page < 2; ++page) {
    CHECK(reader.page(page).value() == search_page(corpus, page));
  }
}

TEST_CASE("files are cut to hold about the same, and none is left empty") {
  std::map<std::string, std::string, std::less<>> pages;
  constexpr int kPages = 70;
  for (int i = 0; i < kPages; ++i) {
    std::string text = fmt::format("# Page {}\n", i);
    for (int line = 0; line < (i < 6 ? 600 : 60); ++line) {
      text += fmt::format("\nThe exporter number{} restarts the worker of shard{}.\n", line * i, i);
    }
    pages[fmt::format("p{:02}.md", i)] = text;
  }
  const Corpus corpus = memory_corpus(std::move(pages));
  std::size_t blocks = 0;
  std::size_t shards = 0;
  std::size_t largest = 0;
  std::size_t all = 0;
  for (const auto& [name, text] : index_files(corpus)) {
    if (name.starts_with('p')) ++blocks;
    if (!name.starts_with('t')) continue;
    CHECK(text.find("[]") == std::string::npos);
    ++shards;
    largest = std::max(largest, text.size());
    all += text.size();
  }
  CHECK(blocks <= kPages / 7);
  CHECK(blocks > kPages / 14);
  CHECK(shards == kPages / 10);
  CHECK(largest < 2 * all / shards);
}

TEST_CASE("a payload says where a term stands") {
  SearchFixture fixture(sources());
  const auto found = fixture.reader.find("kubectl").value();
  REQUIRE(found);
  const Postings postings = fixture.reader.decode(*found).value();
  CHECK(postings.df == 1);
  CHECK(postings.idf == 35);  // round(32 ln 3)
  REQUIRE(postings.list.size() == 1);
  CHECK(postings.list[0].page == 0);
  REQUIRE(postings.list[0].units.size() == 2);
  CHECK(postings.list[0].units[0].unit == 1);  // Procedure
  CHECK(postings.list[0].units[1].unit == 3);  // the command
  CHECK(postings.list[0].units[1].impact > postings.list[0].units[0].impact);
}

TEST_CASE("prefixes and tails lead to entries") {
  SearchFixture fixture(sources());
  const auto begun = fixture.reader.with_prefix("kubec").value();
  REQUIRE(begun.size() > 1);
  CHECK(begun[0].entry == "kubectl");
  CHECK(std::ranges::all_of(begun.begin() + 1, begun.end(), [](const IndexReader::Found& phrase) {
    return phrase.entry.starts_with("kubectl ");
  }));
  CHECK(fixture.reader.with_tail(reversed("bectl")).value() == std::vector<std::string>{"kubectl"});
  CHECK(fixture.reader.with_prefix("zzz").value().empty());
}

TEST_CASE("a missing file is an error that names it") {
  const IndexFiles whole = index_files(memory_corpus(sources()));
  REQUIRE(fault_of(whole).empty());
  for (const auto& [name, bytes] : whole) {
    IndexFiles without = whole;
    without.erase(name);
    CAPTURE(name);
    const std::string fault = fault_of(without);
    CHECK(fault.find(name) != std::string::npos);
  }
}

TEST_CASE("another format is told") {
  IndexFiles files = index_files(memory_corpus(sources()));
  std::string& index = files.at("index.js");
  index.replace(index.find("\"format\":3"), 10, "\"format\":1");
  CHECK(fault_of(files) == "the search index has format 1, not 3");
}

TEST_CASE("files of two builds are not read together") {
  const IndexFiles before = index_files(memory_corpus(sources()));
  auto changed = sources();
  changed.begin()->second += "\nOne more sentence.\n";
  const IndexFiles after = index_files(memory_corpus(std::move(changed)));
  for (const auto& [name, bytes] : after) {
    if (name == "index.js") continue;
    IndexFiles mixed = before;
    mixed.at(name) = bytes;
    CHECK(fault_of(mixed) == "the search index changed while it was read: _/search/" + name);
  }
}

TEST_CASE("any damage is an answer or an error") {
  const IndexFiles whole = index_files(memory_corpus(sources()));
  for (const auto& [name, bytes] : whole) {
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
      for (const char c : {'"', ',', '9', '_'}) {
        IndexFiles damaged = whole;
        damaged.at(name)[at] = c;
        fault_of(damaged);
      }
    }
    for (std::size_t size = 0; size < bytes.size(); size += 3) {
      IndexFiles cut = whole;
      cut.at(name).resize(size);
      CAPTURE(name, size);
      if (size + 1 < bytes.size()) CHECK_FALSE(fault_of(cut).empty());
    }
  }
}

TEST_CASE("postings that lie are refused") {
  SearchFixture fixture(sources());
  const auto refused = [&](std::initializer_list<std::uint64_t> numbers) {
    std::string payload;
    for (const std::uint64_t number : numbers) append_number(payload, number);
    return !fixture.reader.decode({"x", payload}).ok();
  };
  CHECK_FALSE(refused({5, 1, 0, 0, 3, 1, 3}));
  CHECK_FALSE(refused({5, 2, 1, 0, 3, 0, 3}));
  CHECK(refused({}));
  CHECK(refused({0, 1, 0, 0, 3, 1, 3}));                // no idf
  CHECK(refused({256, 1, 0, 0, 3, 1, 3}));              // idf too large
  CHECK(refused({5, 1, 2, 0, 3, 1, 3}));                // no such mode
  CHECK(refused({5, 1, 0, 2, 3, 1, 3}));                // no such page
  CHECK(refused({5, 1, 0, 0xffffffff, 3, 1, 3}));       // no such page
  CHECK(refused({5, 1, 0, 0, kMostImpact + 1, 1, 3}));  // impact too large
  CHECK(refused({5, 1, 0, 0, 3, 0xffffffff, 3}));       // more units than bytes
  CHECK(refused({5, 1, 0, 0, 3, 3, 0xffffffff, 3}));
  CHECK(refused({5, 3, 1, 0, 3}));  // fewer pages than it says
}
