#include "serve/live_responder.h"

#include <catch2/catch.hpp>

#include "parse/json.h"
#include "serve/live_state.h"

namespace runbookc {
namespace {

constexpr const char* kPage = "<head></head><h1>One</h1>";

struct Sample {
  explicit Sample(std::string page = kPage, bool has_404 = true) {
    std::vector<PlannedArtifact> planned = {
        {"_/logo.svg", {}, "content/logo.svg"},
        {"db/index.html", [] { return std::string("<p>db"); }, ""},
        {"gone.png", {}, "content/gone.png"},
        {"index.html",
         [this, page] {
           ++renders;
           return page;
         },
         ""},
        {"index.json", [] { return std::string("{}"); }, ""}};
    if (has_404) {
      planned.insert(planned.begin(), {"404.html", [] { return std::string("<p>lost"); }, ""});
    }
    site = std::make_unique<LiveSite>(LiveSite{.site = ServedSite(std::move(planned), files),
                                               .assets = {.script = "script", .style = "style"},
                                               .findings = [this](std::string_view file) {
                                                 return file == "index.html"
                                                            ? findings
                                                            : std::vector<const Diagnostic*>();
                                               }});
  }

  MemoryFiles files{{{"content/logo.svg", "<svg/>"}, {"content/secret.md", "secret"}}};
  int renders = 0;
  std::vector<const Diagnostic*> findings;
  std::unique_ptr<LiveSite> site;
};

HttpRequest get(std::string path, std::string query = "") {
  HttpRequest request;
  request.method = "GET";
  request.path = std::move(path);
  request.query = std::move(query);
  return request;
}

HttpResponse answer(LiveResponder& responder, std::string path, std::string query = "") {
  auto response = responder.answer(get(std::move(path), std::move(query)), false);
  REQUIRE(response);
  return *std::move(response);
}

std::string member(const std::string& json, std::string_view name) {
  const auto value = parse_json(SourceFile("x.json", json));
  REQUIRE(value);
  REQUIRE(value->find(name) != nullptr);
  return value->find(name)->text;
}

// What the script of a page asks that has seen the answer `json`.
std::string question(const std::string& path, const std::string& json) {
  return "path=" + path + "&page=" + member(json, "page") + "&state=" + member(json, "state");
}

}  // namespace

TEST_CASE("a page is served with the script that follows changes, other files as they are") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const HttpResponse page = answer(responder, "/");
  CHECK(page.status == 200);
  CHECK(page.media_type == "text/html; charset=utf-8");
  CHECK(page.body.find("<script src=\"/_/live.js\"") != std::string::npos);
  CHECK(answer(responder, "/index.html").body == page.body);
  CHECK(answer(responder, "/index.json").body == "{}");
  CHECK(answer(responder, "/_/live.js").body == "script");
  CHECK(answer(responder, "/_/live.css").body == "style");
  CHECK(answer(responder, "/_/live.css").media_type == "text/css; charset=utf-8");
}

TEST_CASE("a page is rendered once, and not before it is asked for") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  CHECK(sample.renders == 0);
  answer(responder, "/");
  answer(responder, "/index.html");
  CHECK(sample.renders == 1);
}

TEST_CASE("a picture is read from the project, and runs nothing when it is opened by itself") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const HttpResponse picture = answer(responder, "/_/logo.svg");
  CHECK(picture.body == "<svg/>");
  REQUIRE(picture.headers.size() == 1);
  CHECK(picture.headers[0].second.starts_with("default-src 'none'"));
  CHECK(answer(responder, "/gone.png").status == 404);
}

TEST_CASE("a folder's path gets the slash that its page's links stand on") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  CHECK(answer(responder, "/db/").status == 200);
  const HttpResponse moved = answer(responder, "/db");
  CHECK(moved.status == 301);
  REQUIRE(moved.headers.size() == 1);
  CHECK(moved.headers[0].second == "/db/");
}

TEST_CASE("no path leads out of the site") {
  Sample sample("<p>", false);
  LiveResponder responder;
  responder.show(*sample.site, {});
  for (const char* path : {"/content/secret.md", "/../content/secret.md",
                           "/db/../../content/secret.md", "//etc/passwd", "/./index.html",
                           "/index.html/", "/db//", "", "index.html", "/\\..\\x", "/missing"}) {
    CAPTURE(path);
    CHECK(answer(responder, path).status == 404);
  }
  CHECK(answer(responder, std::string("/index.html\0", 12)).status == 404);
}

TEST_CASE("a missing page is the site's own, and follows changes") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const HttpResponse lost = answer(responder, "/missing.html");
  CHECK(lost.status == 404);
  CHECK(lost.body.starts_with("<p>lost"));
  CHECK(lost.body.find("/_/live.js") != std::string::npos);
}

TEST_CASE("without a page for what is missing, a plain one follows changes as well") {
  Sample sample("<p>", false);
  LiveResponder responder;
  responder.show(*sample.site, {});
  const HttpResponse lost = answer(responder, "/<b>.html");
  CHECK(lost.status == 404);
  CHECK(lost.media_type == "text/html; charset=utf-8");
  CHECK(lost.body.find("&lt;b&gt;.html") != std::string::npos);
  const std::string state = member(answer(responder, "/_/live.json", "path=/x").body, "page");
  CHECK(lost.body.find("data-state=\"" + state + "\"") != std::string::npos);
}

TEST_CASE("a question waits until the page or what is said of it changes") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const std::string first = answer(responder, "/_/live.json", "path=/").body;
  const HttpRequest asked = get("/_/live.json", question("/", first));
  CHECK_FALSE(responder.answer(asked, true));
  CHECK(responder.answer(asked, false));

  Sample same;
  responder.show(*same.site, {"content/secret.md"});
  CHECK_FALSE(responder.answer(asked, true));

  Sample other("<head></head><h1>Two</h1>");
  responder.show(*other.site, {"content/index.md"});
  const auto changed = responder.answer(asked, true);
  REQUIRE(changed);
  CHECK(member(changed->body, "page") != member(first, "page"));
  CHECK(member(changed->body, "state") == member(first, "state"));
}

TEST_CASE("the state in a page is the one that it asks with") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const std::string state = member(answer(responder, "/_/live.json", "path=/").body, "page");
  CHECK(answer(responder, "/").body.find("data-state=\"" + state + "\"") != std::string::npos);
}

TEST_CASE("a finding answers, and leaves the page's state alone") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const std::string first = answer(responder, "/_/live.json", "path=/").body;
  Diagnostic found;
  found.code = "RB203";
  sample.findings = {&found};
  const auto told = responder.answer(get("/_/live.json", question("/", first)), true);
  REQUIRE(told);
  CHECK(told->body.find("RB203") != std::string::npos);
  CHECK(member(told->body, "page") == member(first, "page"));
  const std::string elsewhere = answer(responder, "/_/live.json", "path=/db/").body;
  CHECK(elsewhere.find("RB203") == std::string::npos);
}

TEST_CASE("a broken edit answers, the page stays, and mending it answers again") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const std::string first = answer(responder, "/_/live.json", "path=/").body;
  responder.show_error({"the fault", ""});
  const auto broken = responder.answer(get("/_/live.json", question("/", first)), true);
  REQUIRE(broken);
  CHECK(broken->body.find("the fault") != std::string::npos);
  CHECK(member(broken->body, "page") == member(first, "page"));
  CHECK(answer(responder, "/").status == 200);
  responder.show(*sample.site, {});
  CHECK(responder.answer(get("/_/live.json", question("/", broken->body)), true));
}

TEST_CASE("another picture is another page to who looks at it") {
  Sample sample;
  LiveResponder responder;
  responder.show(*sample.site, {});
  const std::string first = answer(responder, "/_/live.json", "path=/").body;
  responder.show(*sample.site, {"content/other.png"});
  CHECK_FALSE(responder.answer(get("/_/live.json", question("/", first)), true));
  responder.show(*sample.site, {"content/logo.svg"});
  CHECK(responder.answer(get("/_/live.json", question("/", first)), true));
}

}  // namespace runbookc
