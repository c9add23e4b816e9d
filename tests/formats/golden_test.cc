// Every format's report on hostile documents against golden/hostile.<format>. RUNBOOKC_ACCEPT=1
// rewrites the files; the difference is then for git to show and for a person to read.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "base/version.h"
#include "formats/hostile_report.h"

namespace runbookc {
namespace {

std::filesystem::path golden_path(std::string_view format) {
  return std::string(RUNBOOKC_SOURCE_DIR "/tests/formats/golden/hostile.") + std::string(format);
}

std::string golden(std::string_view format) {
  std::ostringstream text;
  text << std::ifstream(golden_path(format), std::ios::binary).rdbuf();
  return text.str();
}

// What changes with every release is left out.
std::string stable(const std::string& output) {
  return replace_all(output, "ersion\":\"" + std::string(tool_version()) + "\"",
                     "ersion\":\"VERSION\"");
}

}  // namespace

TEST_CASE("every format's report on hostile documents is what it was") {
  const HostileReport report;
  const ReportStyle style{.verbose = true, .path_prefix = "ops: 100%"};
  for (const ReportFormat* format : all_report_formats()) {
    CAPTURE(format->name);
    const std::string output = stable(report.render(format->name, style));
    if (std::getenv("RUNBOOKC_ACCEPT") != nullptr) {
      std::filesystem::create_directories(golden_path(format->name).parent_path());
      std::ofstream(golden_path(format->name), std::ios::binary) << output;
    }
    CHECK(output == golden(format->name));
  }
}

TEST_CASE("no attack of a document is alive in any format") {
  const HostileReport report;
  REQUIRE(report.diagnostics().size() == 13);
  for (const ReportFormat* format : all_report_formats()) {
    for (const bool verbose : {false, true}) {
      CAPTURE(format->name, verbose);
      const std::string output = report.render(format->name, {.verbose = verbose});
      CHECK(live_attacks(output) == std::vector<std::string>{});
      CHECK_FALSE(output.find("owner-unknown") == std::string::npos);
    }
  }
}

TEST_CASE("the attacks are noticed where they are alive") {
  CHECK(live_attacks("##[error] ##vso[x] \xe2\x80\xae \x1b \xff").size() == 5);
}

}  // namespace runbookc
