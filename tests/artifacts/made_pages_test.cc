// The pages that no document is behind: home, lists, commands, health, 404, redirects.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "artifacts/site_fixture.h"
#include "base/text.h"

using namespace runbookc;

namespace {

using Sources = std::map<std::string, std::string, std::less<>>;
using Site = std::map<std::string, std::string>;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t times(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

// What lies between the first `from` and the next `to`.
std::string between(const std::string& text, std::string_view from, std::string_view to) {
  const auto begin = text.find(from);
  if (begin == std::string::npos) return "";
  const auto end = text.find(to, begin);
  return text.substr(begin, end == std::string::npos ? end : end - begin);
}

// The page's own part, without navigation.
std::string main_of(const std::string& html) { return between(html, "<main", "</main>"); }

Site site_of(Sources files) { return SiteFixture(MemoryFiles(std::move(files))).render(); }

std::string page(std::string_view front_matter, std::string_view body = "text\n") {
  return "---\n" + std::string(front_matter) + "\n---\n" + std::string(body);
}

constexpr const char* kAlertBody =
    "# One\n\n## Meaning\n\nm\n\n## 2. Customer impact\n\ni\n\n## Triage\n\nd\n\n## Fix\n\nf\n";

constexpr const char* kOwners =
    "owners:\n  - id: ops\n    name: Operations & <more>\n    kind: team\n"
    "    contacts: { slack: \"#ops\", email: ops@example.com }\n";

std::string commands_page(int count, std::string_view program) {
  std::string text = "# Commands\n\n## Part\n\n```bash\n";
  for (int i = 0; i < count; ++i) text += std::string(program) + " " + std::to_string(i) + "\n";
  return text + "```\n";
}

}  // namespace

TEST_CASE("the page of an alert shows each runbook that answers, with ways into it") {
  const Site site = site_of(
      {{"owners.yaml", kOwners},
       {"alerts/one.md", page("type: alert\ntitle: One\nalerts: [Down]\nseverity: P1\nowner: ops\n"
                              "summary: It is down.\nestimated_time: 10 minutes",
                              kAlertBody)},
       {"two.md", page("title: Two\nalerts: [Down]\nstatus: deprecated\nowner: nobody")}});
  const std::string& html = site.at("_/alerts/Down.html");
  const std::string rows = between(html, "<ul class=\"rows\">", "</ul>");
  CHECK(has(rows,
            R"(<a href="../../alerts/one.html">One</a> <span class="severity urgent">P1</span>)"));
  CHECK(has(rows, R"(<span class="summary">It is down.</span>)"));
  CHECK(has(rows, "../owners/ops.html"));
  CHECK(has(rows, "Operations &amp; &lt;more&gt;"));
  CHECK(has(rows, "10 minutes"));
  CHECK(has(rows, R"(<a href="../../alerts/one.html#2-customer-impact">Impact</a>)"));
  CHECK(has(rows, R"(<a href="../../alerts/one.html#triage">Diagnosis</a>)"));
  CHECK(has(rows, R"(<a href="../../alerts/one.html#fix">Mitigation</a>)"));
  CHECK(has(rows, R"(<a href="../../two.html">Two</a>)"));
  CHECK(has(rows, "deprecated"));
  CHECK(has(rows, "nobody"));
}

TEST_CASE("the index of alerts leads to the runbooks at once") {
  const Site site = site_of({{"one.md", page("title: One\nalerts: [Down, Slow]\nseverity: P2")},
                             {"two.md", page("title: Two\nalerts: [Down]")},
                             {"three.md", page("title: Three\ntype: alert")}});
  const std::string html = main_of(site.at("_/alerts/index.html"));
  CHECK(has(html, R"(<a href="Down.html">Down</a>)"));
  CHECK(times(html, R"(<a href="../../one.html">One</a>)") == 2);
  CHECK(has(html, "Other alert pages"));
  CHECK(has(html, R"(<a href="../../three.html">Three</a>)"));
}

TEST_CASE("severities have pages with their response times, the worst first") {
  const Site site = site_of(
      {{"runbookc.yaml",
        "severities:\n  - { name: Sev1, description: All is lost, response_time: 5 minutes }\n"
        "  - { name: Sev2 }\n  - { name: Sev3, response_time: 1 day }\n"},
       {"a.md", page("title: A\nseverity: [Sev1, Sev1, other]")},
       {"b.md", page("title: B\nseverity: Sev1")}});
  const std::string html = main_of(site.at("_/severities/Sev1.html"));
  CHECK(has(html, "All is lost. Answer within 5 minutes."));
  CHECK(times(html, R"(<a href="../../a.html">A</a>)") == 1);
  CHECK(has(html, R"(<a href="../../b.html">B</a>)"));
  CHECK_FALSE(site.contains("_/severities/Sev2.html"));
  CHECK(site.contains("_/severities/other.html"));
  const std::string list =
      between(site.at("_/severities/index.html"), "<ul class=\"entries\">", "</ul>");
  CHECK(list.find("Sev1") < list.find("Sev3"));
  CHECK(list.find("Sev3") < list.find("other"));
  CHECK_FALSE(has(list, "Sev2"));
  CHECK(has(list, "<span class=\"name\">Sev3</span> <span class=\"note\">1 day</span>"));
}

TEST_CASE("an owner's page begins with what is late") {
  const Site site = site_of({{"owners.yaml", kOwners},
                             {"a.md", page("title: Fine\nowner: ops\nnext_review: 2027-06-01")},
                             {"b.md", page("title: Late\nowner: ops\nnext_review: 2026-06-01")},
                             {"c.md", page("title: Later\nowner: ops\nnext_review: 2026-01-01")}});
  const std::string& html = site.at("_/owners/ops.html");
  CHECK(has(html, "mailto:ops@example.com"));
  CHECK(has(html, "3 pages"));
  CHECK(has(html, "2 reviews overdue"));
  const std::string main = main_of(html);
  CHECK(main.find("Later") < main.find(">Late<"));
  CHECK(main.find(">Late<") < main.find("Fine"));
  CHECK(has(site.at("_/owners/index.html"), "2 reviews overdue"));
}

TEST_CASE("the home page begins with what to open when something is wrong") {
  const Site site = site_of({{"README.md", page("title: Home", "# Home\n\nOurs.\n")},
                             {"one.md", page("title: One\nalerts: [Down]\nseverity: [P1, P3]")},
                             {"two.md", page("title: Two\nalerts: [Slow]")},
                             {"three.md", page("title: Three\nalerts: [Slow]")},
                             {"unnamed.md", page("title: Disk is full\ntype: alert")},
                             {"old.md", page("title: Old\ntype: alert\nstatus: deprecated")},
                             {"esc.md", page("title: Whom to call\ntype: escalation")},
                             {"inc.md", page("title: An incident\ntype: incident-response")}});
  const std::string now = between(site.at("index.html"), "<section class=\"now\"", "</section>");
  CHECK(has(now, R"(<a href="one.html">Down</a> <span class="level top">P1–P3</span>)"));
  CHECK(has(now, R"(<a href="_/alerts/Slow.html">Slow</a>)"));
  CHECK(has(now, R"(<a href="unnamed.html">Disk is full</a>)"));
  CHECK_FALSE(has(now, "old.html"));
  CHECK(now.find("An incident") < now.find("Whom to call"));
  CHECK(main_of(site.at("index.html")).find("class=\"now\"") <
        main_of(site.at("index.html")).find("Ours."));
}

TEST_CASE("a home page shows nothing empty") {
  const Site site = site_of({{"a.md", "# A\n\ntext\n"}});
  const std::string main = main_of(site.at("index.html"));
  CHECK_FALSE(has(main, "class=\"now\""));
  CHECK_FALSE(has(main, "class=\"browse\""));
  CHECK_FALSE(has(main, "class=\"recent\""));
  CHECK(has(main, R"(<a href="a.html">A</a>)"));
}

TEST_CASE("the home page of a large site is no larger than it has to be") {
  Sources files;
  for (int i = 0; i < 1200; ++i) {
    const std::string n = std::to_string(10'000 + i);
    files["area-" + std::to_string(i % 120) + "/page-" + n + ".md"] =
        page("title: A page with number " + n + "\nalerts: [Alert" + n + "]\nservices: [s" + n +
             "]\ntags: [t" + n + "]\nlast_reviewed: 2026-11-01");
  }
  const Site site = site_of(std::move(files));
  CHECK(site.at("index.html").size() < 250'000);
  CHECK(site.at("404.html").size() < 150'000);
  CHECK(site.at("_/health.html").size() < 150'000);
  CHECK(has(site.at("index.html"), "All 1200"));
}

TEST_CASE("recently reviewed pages are the newest, and never from the future") {
  Sources files;
  for (int day = 1; day <= 9; ++day) {
    files["p" + std::to_string(day) + ".md"] = page(
        "title: Day " + std::to_string(day) + "\nlast_reviewed: 2026-11-0" + std::to_string(day));
  }
  files["future.md"] = page("title: Future\nlast_reviewed: 2027-01-01");
  const Site site = site_of(std::move(files));
  const std::string recent = between(site.at("index.html"), "class=\"recent\"", "</section>");
  CHECK(times(recent, "<li>") == 6);
  CHECK(has(recent, "Day 9"));
  CHECK_FALSE(has(recent, "Day 3"));
  CHECK_FALSE(has(recent, "Future"));
}

TEST_CASE("every page leads to the ones before and after it") {
  const Site site = site_of({{"a.md", "# A\n"}, {"b/c.md", "# C\n"}, {"d.md", "# D & \"e\"\n"}});
  CHECK(has(site.at("d.html"), R"(<a rel="prev" href="a.html">)"));
  CHECK(has(site.at("d.html"), R"(<a rel="next" href="b/c.html">)"));
  CHECK(has(site.at("b/c.html"), R"(<a rel="prev" href="../d.html">)"));
  CHECK(has(site.at("b/c.html"), "D &amp; &quot;e&quot;</a>"));
  CHECK_FALSE(has(site.at("b/c.html"), "rel=\"next\""));
  const Site alone = site_of({{"a.md", "# A\n"}});
  CHECK_FALSE(has(alone.at("a.html"), "neighbours"));
}

TEST_CASE("few commands stand on one page, under their programs") {
  const Site site = site_of(
      {{"a.md", commands_page(3, "kubectl get pod")}, {"b.md", commands_page(1, "rm -rf /srv")}});
  const std::string& html = site.at("_/commands.html");
  CHECK(times(html, "<li data-risk=") == 4);
  CHECK(has(html, "<h2>kubectl</h2>"));
  CHECK(has(html, "data-risk=\"destroy\" data-program=\"rm\""));
  CHECK(has(html, R"(<span class="effect destroy" title=)"));
  CHECK(has(html, "B · Part") == false);  // a page's title is the one that it says
  CHECK(has(html, "Commands · Part"));
  const std::string& harm = site.at("_/commands/risk/destroy.html");
  CHECK(times(harm, "<li data-risk=") == 1);
  CHECK(has(harm, "href=\"../../../b.html#cmd."));
  CHECK_FALSE(site.contains("_/commands/risk/unknown.html"));
}

TEST_CASE("the place of a command on its page is where its link leads") {
  const Site site = site_of({{"a.md", commands_page(2, "kubectl get pod")}});
  const std::string& html = site.at("_/commands.html");
  std::size_t found = 0;
  for (auto at = html.find("a.html#cmd."); at != std::string::npos;
       at = html.find("a.html#cmd.", at + 1)) {
    const std::string anchor = html.substr(at + 7, html.find('"', at) - at - 7);
    CHECK(has(site.at("a.html"), "id=\"" + anchor + "\""));
    ++found;
  }
  CHECK(found == 2);
}

TEST_CASE("many commands are split by program, on pages of bounded size") {
  Sources files;
  for (int i = 0; i < 20; ++i) {
    files["p" + std::to_string(i) + ".md"] = commands_page(100, "kubectl get pod");
  }
  files["z.md"] = commands_page(2, "rm -rf /srv");
  const Site site = site_of(std::move(files));
  const std::string& first = site.at("_/commands.html");
  CHECK(times(first, "<li data-risk=") == 2);
  CHECK(has(first, "What here can hurt us"));
  CHECK(has(first, R"(<a href="commands/kubectl.html"><code>kubectl</code></a>)"));
  CHECK(has(first, "<td>2000</td>"));
  CHECK(times(site.at("_/commands/kubectl.html"), "<li data-risk=") == 250);
  CHECK(has(site.at("_/commands/kubectl.html"), R"(<a href="kubectl~p4.html">4</a>)"));
  CHECK(has(site.at("_/commands/kubectl~p4.html"), R"(aria-current="page">4</a>)"));
  CHECK_FALSE(site.contains("_/commands/kubectl~p5.html"));
  CHECK(has(site.at("_/commands/kubectl~p4.html"), "The first 1000 of 2000 are shown"));
}

TEST_CASE("a long command is cut between characters, and says so") {
  const std::string text = "echo '" + std::string(235, 'a') + "\xC3\xA4\xC3\xA4\xC3\xA4'";
  const Site site = site_of({{"a.md", commands_page(1, text)}});
  const std::string& html = site.at("_/commands.html");
  CHECK(has(html, " …</code>"));
  CHECK_FALSE(has(html, "\xC3 "));
  CHECK(nlohmann::json::accept(nlohmann::json(html).dump()));  // throws on broken UTF-8
}

TEST_CASE("a site without commands says so") {
  const Site site = site_of({{"a.md", "# A\n"}});
  CHECK(has(site.at("_/commands.html"), "No page holds a command."));
  CHECK_FALSE(has(site.at("_/commands.html"), "<table"));
}

TEST_CASE("names from documents cannot leave their folder or break the page") {
  const Site site = site_of({{"a.md", page("alerts: ['../../x', '<b>']\nservices: [index]\n"
                                           "severity: ['../P1']\ntags: ['\"><script>']",
                                           commands_page(1, "'../../rm<i>' x"))}});
  for (const auto& [path, text] : site) {
    INFO(path);
    CHECK(("/" + path).find("/../") == std::string::npos);
    if (!path.ends_with(".html")) continue;
    CHECK_FALSE(has(text, "<script>"));
    CHECK_FALSE(has(text, "rm<i>"));
  }
  CHECK(site.contains("_/services/index~.html"));
}

TEST_CASE("the health page's numbers are those of the data") {
  const auto files = basic_project();
  const Site site = SiteFixture(*files).render();
  const auto diagnostics = nlohmann::json::parse(site.at("diagnostics.json"));
  const auto reviews = nlohmann::json::parse(site.at("_/reviews.json"));
  const std::string& html = site.at("_/health.html");
  const auto tile = [&](std::string_view label) {
    const auto at = html.find("</b> " + std::string(label));
    REQUIRE(at != std::string::npos);
    const auto begin = html.rfind("<b>", at) + 3;
    return html.substr(begin, at - begin);
  };
  CHECK(tile("error") == std::to_string(diagnostics["summary"]["errors"].get<int>()));
  CHECK(tile("warning") == std::to_string(diagnostics["summary"]["warnings"].get<int>()));
  CHECK(tile("note") == std::to_string(diagnostics["summary"]["infos"].get<int>()));
  std::map<std::string, int> by_status;
  for (const auto& review : reviews["reviews"]) ++by_status[review["status"].get<std::string>()];
  CHECK(tile("review overdue") == std::to_string(by_status["overdue"]));
  CHECK(tile("reviews due soon") == std::to_string(by_status["due-soon"]));
  CHECK(has(html, "1 overdue"));
}

TEST_CASE("findings are listed by file and by rule, and pages lead to theirs") {
  const auto files = basic_project();
  const Site site = SiteFixture(*files).render();
  CHECK(has(site.at("_/health.html"), R"(<a href="health/RB301.html">)"));
  CHECK(has(site.at("_/health/RB301.html"), "no file 'missing.md' &amp; &lt;more&gt;"));
  CHECK(has(site.at("_/health/findings.html"),
            R"(<h2 class="file" id="file.content~2Fdb~2Ffailover.md">)"));
  CHECK(has(site.at("db/failover.html"),
            "href=\"../_/health/findings.html#file.content~2Fdb~2Ffailover.md\""));
  CHECK(has(site.at("_/health.html"), "Fail over the orders database</a> <a class=\"error\""));
}

TEST_CASE("charts are drawn without inline style, and say what they show") {
  const auto files = basic_project();
  const std::string html = SiteFixture(*files).render().at("_/health.html");
  CHECK(has(html, "<svg class=\"chart\""));
  CHECK(has(html, "role=\"img\" aria-labelledby=\"chart.freshness\""));
  CHECK(has(html, "<title id=\"chart.freshness\">"));
  CHECK_FALSE(has(html, " style="));
  CHECK_FALSE(has(html, "fill="));
}

TEST_CASE("links of the page for missing addresses begin at the root if it is known") {
  const Site known = site_of({{"runbookc.yaml", "site: { base_url: \"https://x.example/ops/\" }\n"},
                              {"db/a.md", page("title: A\nalerts: [Down]")}});
  const std::string& html = known.at("404.html");
  CHECK(has(html, "href=\"/ops/db/a.html\""));
  CHECK(has(html, "href=\"/ops/_/alerts/Down.html\""));
  CHECK(has(html, "src=\"/ops/_/assets/"));
  CHECK_FALSE(has(html, "href=\"db/"));
  CHECK_FALSE(has(html, "class=\"bare\""));
  const Site unknown = site_of({{"db/a.md", page("title: A")}});
  CHECK(has(unknown.at("404.html"), "href=\"db/a.html\""));
  CHECK(has(unknown.at("404.html"), "class=\"bare\""));
}

TEST_CASE("no address of the page for missing addresses is relative") {
  const Site site = site_of({{"runbookc.yaml", "site: { base_url: \"https://x.example/ops/\" }\n"},
                             {"db/a.md", page("title: A\nlast_reviewed: 2026-01-01")}});
  const std::string& html = site.at("404.html");
  std::size_t links = 0;
  for (const std::string& name : {std::string(" href=\""), std::string(" src=\"")}) {
    for (std::size_t at = 0; (at = html.find(name, at)) != std::string::npos; ++links) {
      at += name.size();
      const std::string_view to = std::string_view(html).substr(at, 60);
      CAPTURE(to);
      CHECK((to.starts_with('/') || to.starts_with('#') || to.starts_with("https://")));
    }
  }
  CHECK(links > 5);
}

TEST_CASE("the home page leads to no runbook that is kept for the record") {
  const Site site = site_of(
      {{"old.md",
        page("title: Old\nstatus: deprecated\nseverity: [P4]\nalerts: [DiskFull, DiskSlow]")},
       {"znew.md", page("title: New\nseverity: [P1]\nalerts: [DiskFull]")}});
  const std::string home = main_of(site.at("index.html"));
  CHECK(has(home, R"(<a href="znew.html">DiskFull</a>)"));
  CHECK_FALSE(has(home, ">DiskSlow</a>"));
}

TEST_CASE("content may have a page of its own for missing addresses") {
  const Site site = site_of({{"404.md", "# Ours\n\nLost and found.\n"}});
  CHECK(has(site.at("404.html"), "Lost and found."));
  CHECK(site_of({{"404.html/a.md", "# A\n"}}).contains("404.html/a.html"));
}

TEST_CASE("a redirect works without script, and with it keeps what came along") {
  const Site site = site_of({{"a.md", page("title: A\naliases: [/old/place.html]")}});
  const std::string& html = site.at("old/place.html");
  CHECK(
      has(html, "<noscript><meta http-equiv=\"refresh\" content=\"0; url=../a.html\"></noscript>"));
  CHECK(has(html, "<a data-moved href=\"../a.html\">"));
  CHECK(has(html, "src=\"../_/assets/site."));
}

TEST_CASE("a folder of many pages is listed on several") {
  Sources files;
  for (int i = 0; i < 900; ++i) files["docs/p" + std::to_string(1000 + i) + ".md"] = "# P\n";
  const Site site = site_of(std::move(files));
  CHECK(times(main_of(site.at("_/folders/docs/index.html")), "<li><a href=\"../../../docs/p") ==
        400);
  CHECK(has(site.at("_/folders/docs/index.html"), R"(<a href="index~p3.html">3</a>)"));
  CHECK(times(main_of(site.at("_/folders/docs/index~p3.html")), "<li><a href=\"../../../docs/p") ==
        100);
}
