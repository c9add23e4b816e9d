// The whole site of sites/basic/project against sites/basic/expected. RUNBOOKC_ACCEPT=1 rewrites
// the expected files; the difference is then for git to show and for a person to read.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "artifacts/site_fixture.h"
#include "base/text.h"
#include "base/version.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

const fs::path kExpected = RUNBOOKC_SOURCE_DIR "/tests/artifacts/sites/basic/expected";

// What changes with every edit of a style sheet or release is left out.
std::string stable(const SiteInput& input, std::string text) {
  for (const AssetFile& asset : input.assets.files) {
    text = replace_all(text, asset.url, "_/assets/" + asset.name);
    text = replace_all(text, asset.url.substr(2), "assets/" + asset.name);
  }
  return replace_all(text, "\"version\": \"" + std::string(tool_version()) + "\"",
                     "\"version\": \"VERSION\"");
}

bool is_golden(const std::string& path) {
  return !path.starts_with('.') && !path.starts_with("_/assets/") && path != "diagnostics.json";
}

std::map<std::string, std::string> rendered_site() {
  const auto files = basic_project();
  const SiteFixture fixture(*files);
  std::map<std::string, std::string> site;
  for (auto& [path, text] : fixture.render()) {
    if (is_golden(path)) site[path] = stable(fixture.input(), text);
  }
  return site;
}

std::map<std::string, std::string> expected_site() {
  std::map<std::string, std::string> site;
  if (!fs::exists(kExpected)) return site;
  for (const auto& entry : fs::recursive_directory_iterator(kExpected)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    site[fs::relative(entry.path(), kExpected).string()] = text.str();
  }
  return site;
}

void accept(const std::map<std::string, std::string>& site) {
  fs::remove_all(kExpected);
  for (const auto& [path, text] : site) {
    fs::create_directories((kExpected / path).parent_path());
    std::ofstream(kExpected / path, std::ios::binary) << text;
  }
}

}  // namespace

TEST_CASE("the site of the basic project is what it was") {
  const auto site = rendered_site();
  if (std::getenv("RUNBOOKC_ACCEPT") != nullptr) accept(site);
  const auto expected = expected_site();
  for (const auto& [path, text] : expected) {
    INFO(path);
    REQUIRE(site.contains(path));
    CHECK(site.at(path) == text);
  }
  for (const auto& [path, text] : site) {
    INFO(path);
    CHECK(expected.contains(path));
  }
}
