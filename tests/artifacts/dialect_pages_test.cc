// What a page of each dialect becomes: dialects/NAME holds a small project, and NAME.html the
// content of its page `fail-over`. RUNBOOKC_ACCEPT=1 rewrites it.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "artifacts/site_fixture.h"
#include "base/files.h"
#include "model/dialect.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = RUNBOOKC_SOURCE_DIR "/tests/artifacts/dialects";

// The body of the page, which is what a dialect decides about.
std::string content_of(const std::string& page) {
  const std::size_t begin = page.find("<article");
  const std::size_t end = page.find("</article>");
  return begin < end && end != std::string::npos ? page.substr(begin, end - begin) + "</article>\n"
                                                 : page;
}

std::string page_of(std::string_view dialect) {
  const auto files = disk_files((kFolder / dialect).string());
  const SiteFixture fixture(*files);
  for (const Page& page : fixture.corpus().pages) {
    if (page.url.find("fail-over") == std::string::npos) continue;
    return content_of(fixture.render().at(page.url));
  }
  return {};
}

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("a page of each dialect is what it was") {
  for (const DialectRules& dialect : dialects()) {
    if (&dialect == &default_dialect()) continue;  // the basic project
    CAPTURE(dialect.name);
    const fs::path golden = kFolder / (std::string(dialect.name) + ".html");
    const std::string page = page_of(dialect.name);
    if (std::getenv("RUNBOOKC_ACCEPT") != nullptr) std::ofstream(golden, std::ios::binary) << page;
    CHECK(page == read(golden));
  }
}

TEST_CASE("no tag of a template is text of a page, and no link of theirs is dead") {
  for (const DialectRules& dialect : dialects()) {
    if (&dialect == &default_dialect()) continue;
    CAPTURE(dialect.name);
    const auto files = disk_files((kFolder / dialect.name).string());
    const SiteFixture fixture(*files);
    for (const Page& page : fixture.corpus().pages) {
      for (const ResolvedLink& link : page.links) {
        CHECK(link.outcome != LinkOutcome::target_missing);
        CHECK(link.outcome != LinkOutcome::anchor_missing);
      }
    }
    const std::string page = page_of(dialect.name);
    for (const char* mark : {"{{<", "{{%", ":::", "!!!", "???", "nobody sees"}) {
      CAPTURE(mark);
      const bool is_shown_code = std::string(mark) == "{{<" && dialect.name == "hugo";
      CHECK((page.find(mark) == std::string::npos || is_shown_code));
    }
  }
}
