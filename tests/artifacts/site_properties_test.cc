// What must hold for every site, whatever it looks like.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "artifacts/site_fixture.h"
#include "base/embedded.h"
#include "base/text.h"
#include "base/work_pool.h"
#include "emit/page_view.h"
#include "parse/json.h"
#include "schema/json_schema.h"

using namespace runbookc;

namespace {

using Sources = std::map<std::string, std::string, std::less<>>;

const std::map<std::string, std::string>& basic_site() {
  static const auto site = [] {
    const auto files = basic_project();
    return SiteFixture(*files).render();
  }();
  return site;
}

bool is_page(const std::string& path) { return path.ends_with(".html"); }

std::vector<std::string> violations(std::string_view name, const std::string& document) {
  const std::string path = "schemas/output/" + std::string(name);
  const auto bytes = find_embedded(path);
  REQUIRE(bytes);
  const auto schema_value = parse_json(SourceFile(path, std::string(*bytes)));
  REQUIRE(schema_value.ok());
  const auto schema = JsonSchema::compile(*schema_value);
  if (!schema.ok()) FAIL(schema.error().message);
  const auto value = parse_json(SourceFile(std::string(name), document));
  if (!value.ok()) FAIL(value.error().message);
  std::vector<std::string> texts;
  for (const Violation& violation : schema->validate(*value)) {
    texts.push_back(violation.instance_pointer + ": " + violation.message);
  }
  return texts;
}

}  // namespace

TEST_CASE("the JSON documents are valid against their schemas") {
  for (const char* name : {"index.json", "commands.json", "diagnostics.json"}) {
    INFO(name);
    CHECK(violations(name, basic_site().at(name)) == std::vector<std::string>{});
  }
}

TEST_CASE("every JSON document of the site parses") {
  for (const auto& [path, text] : basic_site()) {
    if (!path.ends_with(".json")) continue;
    INFO(path);
    CHECK(nlohmann::json::accept(text));
  }
}

TEST_CASE("paths are sorted and unique") {
  const auto files = basic_project();
  const SiteFixture fixture(*files);
  const SiteInput input = fixture.input();
  const auto planned = plan_site(input);
  CHECK(std::ranges::is_sorted(planned, std::less_equal<>{}, &PlannedArtifact::path));
  for (const PlannedArtifact& artifact : planned) {
    INFO(artifact.path);
    CHECK(artifact.copy_from.empty() == static_cast<bool>(artifact.render));
    CHECK(("/" + artifact.path).find("/../") == std::string::npos);
    CHECK_FALSE(artifact.path.starts_with('/'));
  }
}

TEST_CASE("only a page, its source and what is copied come of one file") {
  const auto files = basic_project();
  const SiteFixture fixture(*files);
  const SiteInput input = fixture.input();
  std::set<std::string> of_one_file;
  for (const Page& page : input.corpus.pages) {
    if (!page.published) continue;
    if (page.url != "index.html") of_one_file.insert(page.url);
    of_one_file.insert(source_url(input.corpus, page));
  }
  for (const PlannedArtifact& artifact : plan_site(input)) {
    INFO(artifact.path);
    const bool copied = !artifact.copy_from.empty();
    CHECK(artifact.of_one_file == (copied || of_one_file.contains(artifact.path)));
  }
}

TEST_CASE("every page carries the policy and nothing that it forbids") {
  for (const auto& [path, text] : basic_site()) {
    if (!is_page(path)) continue;
    INFO(path);
    CHECK(text.find("Content-Security-Policy\" content=\"default-src 'none'") != std::string::npos);
    CHECK(text.find("<script>") == std::string::npos);
    CHECK(text.find("<style") == std::string::npos);
    CHECK(text.find(" style=\"") == std::string::npos);
    CHECK(text.find("javascript:alert(1)\"") == std::string::npos);
    CHECK(text.find("<img src=\"http") == std::string::npos);
    CHECK(text.find("{{") == text.find("{{body}}"));
  }
}

TEST_CASE("drafts leave no trace in what is published") {
  for (const auto& [path, text] : basic_site()) {
    INFO(path);
    CHECK(path.find("draft") == std::string::npos);
    CHECK(text.find("rm -rf /draft") == std::string::npos);
    CHECK(text.find("Not for anybody") == std::string::npos);
  }
}

TEST_CASE("secrets given as a parameter's default are not published") {
  for (const auto& [path, text] : basic_site()) {
    if (path.ends_with(".md")) continue;  // the author's own words
    INFO(path);
    CHECK(text.find("never-shown") == std::string::npos);
  }
}

TEST_CASE("contacts are not published if the project says so") {
  const MemoryFiles files(Sources{{"runbookc.yaml", "site: { publish_contacts: false }\n"},
                                  {"content/owners.yaml",
                                   "owners:\n  - id: ops\n    name: Operations\n    kind: team\n"
                                   "    contacts: [{ kind: email, value: ops@example.com }]\n"},
                                  {"content/a.md", "---\ntitle: A\nowner: ops\n---\ntext\n"}});
  for (const auto& [path, text] : SiteFixture(files).render()) {
    INFO(path);
    CHECK(text.find("ops@example.com") == std::string::npos);
  }
}

TEST_CASE("a site without a base URL has no sitemap, and one without owners no list of them") {
  const MemoryFiles files(Sources{{"a.md", "text\n"}});
  const auto site = SiteFixture(files).render();
  CHECK_FALSE(site.contains("sitemap.xml"));
  CHECK_FALSE(site.contains("_/feed.xml"));
  CHECK_FALSE(site.contains("_/owners/index.html"));
  CHECK(site.contains("index.html"));
  CHECK(site.at(".gitignore") == "*\n");
  CHECK(site.at(".nojekyll").empty());
}

TEST_CASE("a page's size does not grow with the number of its neighbours") {
  const auto size_among = [](int pages) {
    Sources files;
    for (int i = 0; i < pages; ++i) {
      files["docs/page-" + std::to_string(10'000 + i) + ".md"] = "# A page\n\ntext\n";
    }
    return SiteFixture(MemoryFiles(std::move(files))).render().at("docs/page-10050.html").size();
  };
  const std::size_t few = size_among(200);
  const std::size_t many = size_among(2000);
  CHECK(many < few + 100);
}

TEST_CASE("calendar lines are folded at 75 octets and end in CRLF") {
  const std::string& calendar = basic_site().at("_/reviews.ics");
  CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(calendar.ends_with("END:VCALENDAR\r\n"));
  for (const std::string_view line : split(calendar, '\n')) CHECK(line.size() <= 76);
  CHECK(calendar.find("DTSTART;VALUE=DATE:20260530") != std::string::npos);
}

TEST_CASE("rendering from many threads gives the same bytes") {
  const auto files = basic_project();
  const SiteFixture fixture(*files);
  const SiteInput input = fixture.input();
  std::vector<PlannedArtifact> planned;
  for (int i = 0; i < 20; ++i) {
    for (PlannedArtifact& artifact : plan_site(input)) {
      if (artifact.render) planned.push_back(std::move(artifact));
    }
  }
  std::vector<std::string> texts(planned.size());
  for_each_index(planned.size(), 8, [&](std::size_t i) { texts[i] = planned[i].render(); });
  const auto& once = basic_site();
  std::size_t different = 0;
  for (std::size_t i = 0; i < planned.size(); ++i)
    different += texts[i] != once.at(planned[i].path);
  CHECK(different == 0);
}
