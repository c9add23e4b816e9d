#include "search/search_page.h"

#include <catch2/catch.hpp>

#include "base/excerpt.h"
#include "base/text.h"
#include "unit/search/search_fixture.h"

using namespace runbookc;

namespace {

using Path = std::vector<std::string>;

SearchUnit section(std::string heading, std::uint32_t parent) {
  return {.kind = UnitKind::section, .heading = std::move(heading), .section = parent};
}

}  // namespace

TEST_CASE("a section and a command know the sections that they stand in") {
  const Corpus corpus = memory_corpus({{"content/a.md",
                                        "# Disks\n\n## Disk full\n\n### Symptoms\n\nWrites "
                                        "fail.\n\n## Disk slow\n\n### Symptoms\n\n"
                                        "```bash\niostat -x 5\n```\n"}});
  const std::vector<SearchUnit> units = search_page(corpus, 0).units;
  REQUIRE(units.size() == 6);
  CHECK(unit_path(units, 0).empty());
  CHECK(unit_path(units, 1) == Path{"Disk full"});
  CHECK(unit_path(units, 2) == Path{"Disk full", "Symptoms"});
  CHECK(unit_path(units, 4) == Path{"Disk slow", "Symptoms"});
  CHECK(unit_path(units, 5) == Path{"Disk slow", "Symptoms"});
}

TEST_CASE("what has no text of its own shows the first text in it") {
  const Corpus corpus = memory_corpus(
      {{"content/a.md", "# Broker\n\n## Symptoms\n\n### Early\n\nConsumers lag.\n\n## Empty\n"}});
  const std::vector<SearchUnit> units = search_page(corpus, 0).units;
  REQUIRE(units.size() == 4);
  CHECK(units[0].text == "Consumers lag.");
  CHECK(units[1].text == "Consumers lag.");
  CHECK(units[3].text.empty());
}

TEST_CASE("a path ends, whatever an index claims") {
  const std::vector<SearchUnit> circle = {section("page", 0), section("a", 2), section("b", 1)};
  CHECK(unit_path(circle, 2) == Path{"a", "b"});
  CHECK(unit_path(circle, 1) == Path{"a"});
  CHECK(unit_path(circle, 9).empty());
}

TEST_CASE("a shown line is the excerpt of the whole text on one line") {
  for (const std::string_view text :
       {"", " \t ", "one", " one\n\n two\t three \v\f\r four ", "für alle  🚒 im\nDienst",
        "\xc3\n\xff\xff\xff \x80\x80\x80 \xe2\x80 x", "eins\u00a0zwei drei", "aaaaaaaaaaaaaaa b"}) {
    for (std::size_t most = 1; most < 30; ++most) {
      CHECK(shown_line(text, most) == excerpt(collapse_space(text), most));
    }
  }
}
