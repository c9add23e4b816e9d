#include "emit/templates.h"

#include <catch2/catch.hpp>

#include "emit/template_source.h"

using namespace runbookc;

namespace {

using Sources = std::map<std::string, std::string, std::less<>>;

Words some_words() {
  auto words =
      Words::read(SourceFile("words.en.json",
                             R"({"copy": "Copy <it>", "n.one": "{n} page", "n.other": "{n} pages",
          "date": "{day} {month} {year}", "month.9": "September"})"));
  REQUIRE(words.ok());
  return *std::move(words);
}

Result<std::string> expand(const Sources& sources, std::string_view name = "page") {
  const FindTemplate find = [&](std::string_view wanted) -> std::optional<std::string> {
    const auto found = sources.find(wanted);
    return found == sources.end() ? std::nullopt : std::optional(found->second);
  };
  return expand_template(name, find, some_words());
}

std::string fault(const Sources& sources) {
  const auto outcome = expand(sources);
  return outcome.ok() ? "" : outcome.error().message;
}

Result<Templates> load(std::map<std::string, std::string, std::less<>> files) {
  return Templates::load(MemoryFiles(std::move(files)));
}

}  // namespace

TEST_CASE("partials and words are written into a template, escaped") {
  const auto text = expand({{"page", "  <p>{{> a}}</p>\n"}, {"a", "{{word.copy}} {{x}}\n"}});
  REQUIRE(text.ok());
  CHECK(*text == "<p>Copy &lt;it&gt; {{x}}</p>\n");
}

TEST_CASE("templates that could fail or never end are refused with their line") {
  CHECK(fault({{"page", "a\n{{x"}}) == "template 'page', line 2: a tag is never closed");
  CHECK(fault({{"page", "{{> b}}"}}) == "template 'page', line 1: there is no partial 'b'");
  CHECK(fault({{"page", "{{> page}}"}}) ==
        "template 'page', line 1: includes 'page', which is itself");
  CHECK(fault({{"page", "{{> a}}"}, {"a", "{{> page}}"}}) ==
        "template 'a', line 1: includes 'page', which is itself");
  CHECK(fault({{"page", "{{#a}}{{#b}}{{/a}}{{/b}}"}}) ==
        "template 'page', line 1: '{{/a}}' closes no section that is open here");
  CHECK(fault({{"page", "{{#a}}"}}) == "template 'page', line 2: section 'a' is never closed");
  CHECK(fault({{"page", "{{#a}}{{#a}}{{/a}}{{/a}}"}}) ==
        "template 'page', line 1: section 'a' stands inside itself");
  CHECK(fault({{"page", "{{=<% %>=}}"}}) ==
        "template 'page', line 1: delimiters cannot be changed");
  CHECK(fault({{"page", "{{}}"}}) == "template 'page', line 1: a tag has no name");
  CHECK(fault({{"page", "{{word.cpy}}"}}) == "template 'page', line 1: there is no word 'cpy'");
}

TEST_CASE("a partial may not close a section of the template around it") {
  CHECK(fault({{"page", "{{#a}}{{> p}}"}, {"p", "{{/a}}"}}) ==
        "template 'p', line 1: '{{/a}}' closes no section that is open here");
}

TEST_CASE("partials that double at each level are cut off") {
  Sources sources = {{"page", "{{> p1}}{{> p1}}"}};
  for (int i = 1; i < 14; ++i) {
    const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
    std::string text;
    for (int k = 0; k < 8; ++k) text += next;
    sources["p" + std::to_string(i)] = text;
  }
  sources["p14"] = std::string(1000, 'x');
  CHECK(fault(sources).find("is over 1 MiB") != std::string::npos);
}

TEST_CASE("the embedded templates load, and fill in text that is escaped") {
  const auto templates = load({});
  REQUIRE(templates.ok());
  TemplateData data;
  data.text["title"] = "<script>\"'";
  const std::string html = templates->render("en", "redirect", data);
  CHECK(html.find("<h1>&lt;script&gt;&quot;'</h1>") != std::string::npos);
}

TEST_CASE("a project's template replaces ours of the same name") {
  const auto templates = load({{"templates/redirect.mustache", "<{{title}}>"}});
  REQUIRE(templates.ok());
  TemplateData data;
  data.text["title"] = "a";
  CHECK(templates->render("en", "redirect", data) == "<a>\n");
}

TEST_CASE("a project's template that includes itself is an error, not a crash") {
  const auto templates = load({{"templates/head.mustache", "{{> head}}"}});
  REQUIRE_FALSE(templates.ok());
  CHECK(templates.error().message == "template 'head', line 1: includes 'head', which is itself");
}

TEST_CASE("another language is a file, and what it lacks stays English") {
  const auto templates = load({{"templates/words.de.json", R"({"copy": "Kopieren"})"}});
  REQUIRE(templates.ok());
  CHECK(templates->words("de").text("copy") == "Kopieren");
  CHECK(templates->words("de-AT").text("copy") == "Kopieren");
  CHECK(templates->words("de").text("health") == "Health");
  CHECK(templates->words("fr").text("copy") == "Copy");
}

TEST_CASE("a word that no page shows is an error with the word that is meant") {
  const auto templates = load({{"templates/words.de.json", R"({"copi": "Kopieren"})"}});
  REQUIRE_FALSE(templates.ok());
  CHECK(templates.error().help == "did you mean 'copy'?");
}

TEST_CASE("words count, fill and write dates") {
  const Words words = some_words();
  CHECK(words.count("n", 1) == "1 page");
  CHECK(words.count("n", 0) == "0 pages");
  CHECK(words.date(*parse_date("2026-09-01")) == "1 September 2026");
  CHECK(words.text("missing") == "missing");
}

TEST_CASE("assets are named by their hash, and replaced by the project's") {
  const MemoryFiles no_files{Sources()};
  const auto ours = load_assets(no_files);
  const auto theirs = load_assets(MemoryFiles(Sources{{"templates/assets/style.css", "p{}"}}));
  REQUIRE(ours.ok());
  REQUIRE(theirs.ok());
  CHECK(ours->url("style.css").starts_with("_/assets/style."));
  CHECK(ours->url("style.css") != theirs->url("style.css"));
  CHECK(ours->url("site.js") == theirs->url("site.js"));
}
