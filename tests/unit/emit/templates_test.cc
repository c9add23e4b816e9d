#include "emit/templates.h"

#include <catch2/catch.hpp>

#include "base/embedded.h"
#include "emit/asset_bundle.h"
#include "emit/template_source.h"
#include "located_message.h"

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
  return outcome.ok() ? "" : located_message(outcome.error());
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

TEST_CASE("templates that could fail or never end are refused with their place") {
  CHECK(fault({{"page", "a\n{{x"}}) == "templates/page.mustache:2:1: a tag is never closed");
  CHECK(fault({{"page", "{{> b}}"}}) == "templates/page.mustache:1:1: there is no partial 'b'");
  CHECK(fault({{"page", "{{> page}}"}}) ==
        "templates/page.mustache:1:1: the template includes 'page', which is itself");
  CHECK(fault({{"page", "{{> a}}"}, {"a", "{{> page}}"}}) ==
        "templates/a.mustache:1:1: the template includes 'page', which is itself");
  CHECK(fault({{"page", "{{#a}}{{#b}}{{/a}}{{/b}}"}}) ==
        "templates/page.mustache:1:13: '{{/a}}' closes no section that is open here");
  CHECK(fault({{"page", "{{#a}}"}}) == "templates/page.mustache:1:1: section 'a' is never closed");
  CHECK(fault({{"page", "{{#a}}{{#a}}{{/a}}{{/a}}"}}) ==
        "templates/page.mustache:1:7: section 'a' stands inside itself");
  CHECK(fault({{"page", "{{=<% %>=}}"}}) ==
        "templates/page.mustache:1:1: delimiters cannot be changed");
  CHECK(fault({{"page", "{{}}"}}) == "templates/page.mustache:1:1: a tag has no name");
  CHECK(fault({{"page", "{{word.cpy}}"}}) == "templates/page.mustache:1:1: there is no word 'cpy'");
}

TEST_CASE("the place of a fault counts indentation, empty lines and characters") {
  CHECK(fault({{"page", "a\n\n  \n\t é{{}}"}}) == "templates/page.mustache:4:4: a tag has no name");
}

TEST_CASE("a partial may not close a section of the template around it") {
  CHECK(fault({{"page", "{{#a}}{{> p}}"}, {"p", "{{/a}}"}}) ==
        "templates/p.mustache:1:1: '{{/a}}' closes no section that is open here");
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
  const auto templates = load({{"templates/page.mustache", "{{> head}}\n<{{title}}>"}});
  REQUIRE(templates.ok());
  TemplateData data;
  data.text["title"] = "a";
  CHECK(templates->render("en", "page", data).ends_with("<a>\n"));
}

TEST_CASE("no template of a project takes the policy from a page") {
  const std::string head(*find_embedded("templates/head.mustache"));
  const std::string fact =
      "this page does not begin as ours does, up to its Content-Security-Policy";
  std::string without = head;
  without.erase(without.find("<meta http-equiv"), std::string("<meta http-equiv=").size());
  for (const auto& [name, text] : std::map<std::string, std::string>{
           {"head", without},
           {"head", "<!-- " + head},
           {"page", "<h1>{{title}}</h1>"},
           {"page", "<script src=\"https://example.com/x.js\"></script>{{> head}}"},
           {"redirect", "<a href=\"{{target}}\">{{title}}</a>"}}) {
    CAPTURE(name, text);
    const auto templates = load({{"templates/" + name + ".mustache", text}});
    REQUIRE_FALSE(templates.ok());
    CHECK(templates.error().message == fact);
  }
  std::string ours = head;
  ours.insert(ours.find("<title>"), "<meta name=\"robots\" content=\"noindex\">\n");
  CHECK(load({{"templates/head.mustache", ours}}).ok());
}

TEST_CASE("a project's template that includes itself is an error, not a crash") {
  const auto templates = load({{"templates/head.mustache", "{{> head}}"}});
  REQUIRE_FALSE(templates.ok());
  CHECK(located_message(templates.error()) ==
        "templates/head.mustache:1:1: the template includes 'head', which is itself");
}

TEST_CASE("another language is a file, and what it lacks stays English") {
  const auto templates = load({{"templates/words.de.json", R"({"script.copy": "Kopieren"})"}});
  REQUIRE(templates.ok());
  CHECK(templates->words("de").text("script.copy") == "Kopieren");
  CHECK(templates->words("de-AT").text("script.copy") == "Kopieren");
  CHECK(templates->words("de").text("health") == "Health");
  CHECK(templates->words("fr").text("script.copy") == "Copy");
}

TEST_CASE("a word that no page shows is an error with the word that is meant") {
  const auto templates = load({{"templates/words.de.json", R"({"script.copi": "Kopieren"})"}});
  REQUIRE_FALSE(templates.ok());
  CHECK(located_message(templates.error()) ==
        "templates/words.de.json:1:2: no word of the interface is called 'script.copi'");
  CHECK(templates.error().help == "did you mean 'script.copy'?");
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
  const auto ours = load_assets(no_files, some_words());
  const auto theirs =
      load_assets(MemoryFiles(Sources{{"templates/assets/style.css", "p{}"}}), some_words());
  REQUIRE(ours.ok());
  REQUIRE(theirs.ok());
  CHECK(ours->url("style.css").starts_with("_/assets/style."));
  CHECK(ours->url("style.css") != theirs->url("style.css"));
  CHECK(ours->url("site.js") == theirs->url("site.js"));
}

TEST_CASE("a project replaces a part of the style, and adds one") {
  const MemoryFiles files(Sources{{"templates/assets/style/10-tokens.css", ":root{--paper:#fff}"},
                                  {"templates/assets/style/95-brand.css", "b{color:red}\n"}});
  const auto style = style_bundle(files);
  const auto embedded = style_bundle(MemoryFiles(Sources()));
  REQUIRE(style.ok());
  REQUIRE(embedded.ok());
  CHECK(style->starts_with(":root{--paper:#fff}\n"));
  CHECK(style->ends_with("b{color:red}\n"));
  CHECK(style->find("* { box-sizing: border-box; }") != std::string::npos);
  CHECK(embedded->find("b{color:red}") == std::string::npos);
}

TEST_CASE("lines of the script that are a comment are left out, others are not") {
  const MemoryFiles files(Sources{{"templates/assets/script/95-mine.js",
                                   "  // why\nconst a = 'b'; // what\nconst u = 'c://d';"}});
  const auto script = script_bundle(files, some_words());
  REQUIRE(script.ok());
  CHECK(script->find("// why") == std::string::npos);
  CHECK(script->find("\nconst a = 'b'; // what\nconst u = 'c://d';\n}());\n") != std::string::npos);
}

TEST_CASE("the script knows the words that are for it, and no others") {
  const SourceFile file("words.json",
                        R"({"script.copy": "Kop\"ier</script>", "other": "for pages"})");
  const auto words = Words::read(file);
  REQUIRE(words.ok());
  const auto script = script_bundle(MemoryFiles(Sources()), *words);
  REQUIRE(script.ok());
  CHECK(script->find(R"(var words = {"copy":"Kop\"ier</script>"};)") != std::string::npos);
  CHECK(script->find("for pages") == std::string::npos);
}
