#include "emit/template_lint.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "base/embedded.h"
#include "base/text.h"
#include "emit/template_names.h"
#include "emit/template_tag.h"
#include "emit/templates.h"
#include "located_message.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

using Sources = std::map<std::string, std::string, std::less<>>;

const fs::path kDocumentation = RUNBOOKC_SOURCE_DIR "/docs/templates.md";
constexpr std::string_view kBegin = "<!-- names: written by the tests -->\n";

std::string fault(std::string_view text, std::string_view name = "page") {
  const Status status = lint_template(name, text);
  return status.ok() ? "" : located_message(status.error());
}

std::string help(std::string_view text) {
  const Status status = lint_template("page", text);
  return status.ok() ? "" : status.error().help;
}

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::string emit_sources() {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(RUNBOOKC_SOURCE_DIR "/src/emit")) {
    if (entry.path().extension() == ".cc") all += read(entry.path());
  }
  return all;
}

std::string embedded(std::string_view name) {
  return std::string(find_embedded("templates/" + std::string(name) + ".mustache").value());
}

std::string list_of(const std::set<std::string>& names, std::string_view none) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "`" : " `") + name + "`";
  return out.empty() ? std::string(none) : out;
}

// What the template itself includes and uses, as a row for each kind of thing.
std::string described(const std::string& name) {
  std::set<std::string> partials;
  std::set<std::string> sections;
  std::set<std::string> texts;
  const std::string text = embedded(name);
  for (const TemplateTag& tag : template_tags(text)) {
    if (tag.kind == '>') partials.emplace(tag.name);
    if (tag.kind == '#' || tag.kind == '^') sections.emplace(tag.name);
    if (tag.kind == '{' || tag.kind == '&') texts.insert("{" + std::string(tag.name) + "}");
    if (tag.kind == 0 && !tag.name.starts_with("word.")) texts.emplace(tag.name);
  }
  return "### " + name + "\n\n- Includes: " + list_of(partials, "nothing") +
         "\n- Sections: " + list_of(sections, "none") + "\n- Texts: " + list_of(texts, "none") +
         "\n";
}

std::string described_templates() {
  std::string out;
  for (const std::string& name : embedded_template_names()) out += "\n" + described(name);
  return out;
}

}  // namespace

TEST_CASE("a name that nothing fills is an error at its place, with the one that is meant") {
  CHECK(fault("<p>\n é{{titel}}</p>") ==
        "templates/page.mustache:2:3: nothing is called 'titel' here");
  CHECK(help("{{titel}}") == "did you mean 'title'?");
  CHECK(fault("{{#has_backlink}}{{/has_backlink}}") ==
        "templates/page.mustache:1:1: nothing is called 'has_backlink' here");
  CHECK(help("{{xyzzy}}") == "docs/templates.md lists the names");
  CHECK(fault("{{title}} {{word.nav.label}} {{! a remark }} {{> head}}").empty());
}

TEST_CASE("a name is known where our own templates are filled with it") {
  CHECK(fault("{{reviews_json}}", "health").empty());
  CHECK_FALSE(fault("{{reviews_json}}", "redirect").empty());
  CHECK(fault("{{reviews_json}}", "a_partial_of_theirs").empty());
}

TEST_CASE("text of documents cannot be written unescaped") {
  CHECK(fault("{{{title}}}") ==
        "templates/page.mustache:1:1: 'title' would be written without being escaped");
  CHECK(fault("{{& title}}") ==
        "templates/page.mustache:1:1: 'title' would be written without being escaped");
  CHECK(help("{{{title}}}") == "write '{{title}}'");
  CHECK(fault("{{{body}}}").empty());
}

TEST_CASE("scripts and styles in a page are errors, because the policy refuses them") {
  const std::string script =
      "templates/page.mustache:1:1: the policy of our pages refuses a script";
  CHECK(fault("<script>let x;</script>") == script + " in a page");
  CHECK(fault("<SCRIPT type=\"module\">x</SCRIPT>") == script + " in a page");
  CHECK(fault("<a href=\"javascript:x()\">x</a>") == script + " in an attribute");
  CHECK(fault("<a title='>' onclick=\"x()\">x</a>") == script + " in an attribute");
  CHECK(fault("<a{{#current}}onclick=\"x\"{{/current}}>") == script + " in an attribute");
  CHECK(fault("<b/onclick=x>") == script + " in an attribute");
  const std::string style = "templates/page.mustache:1:1: the policy of our pages refuses a style";
  CHECK(fault("<style>p{}</style>") == style + " in a page");
  CHECK(fault("<p style = 'x'>") == style + " in a page");
  CHECK(
      fault(
          "<script src=\"{{script}}\" defer></script><p class=\"one\" data-on=\"x\">1 < 2 onx</p>")
          .empty());
  CHECK(fault("<script") == script + " in a page");
}

TEST_CASE("a project's template is linted when it is loaded, and ours need not be") {
  const auto broken =
      Templates::load(MemoryFiles(Sources{{"templates/rows.mustache", "{{#row}}{{/row}}"}}));
  REQUIRE_FALSE(broken.ok());
  CHECK(located_message(broken.error()) ==
        "templates/rows.mustache:1:1: nothing is called 'row' here");
  CHECK(broken.error().help == "did you mean 'rows'?");
  CHECK(Templates::load(MemoryFiles(Sources{{"templates/rows.mustache", embedded("rows")}})).ok());
}

TEST_CASE("no template of ours would be refused as a project's") {
  REQUIRE(embedded_template_names().size() > 5);
  for (const std::string& name : embedded_template_names()) {
    CHECK(fault(embedded(name), name) == "");
  }
}

TEST_CASE("every name in our templates is one that the code sets") {
  const std::string code = emit_sources();
  const auto is_set = [&](const std::string& name) {
    return code.find('"' + name + '"') != std::string::npos;
  };
  for (const std::string& root : root_template_names()) {
    for (const std::string& name : template_names(root).all) {
      CAPTURE(root, name);
      const bool by_list = name.starts_with("has_") && is_set(name.substr(4));
      const bool by_kind = name.ends_with("_json");
      CHECK((is_set(name) || by_list || by_kind));
    }
  }
}

TEST_CASE("docs/templates.md lists what each template uses") {
  const std::string page = read(kDocumentation);
  const std::size_t at = page.find(kBegin);
  REQUIRE(at != std::string::npos);
  const std::string wanted = page.substr(0, at + kBegin.size()) + described_templates();
  if (std::getenv("RUNBOOKC_ACCEPT") != nullptr) {
    std::ofstream(kDocumentation, std::ios::binary) << wanted;
  }
  INFO("RUNBOOKC_ACCEPT=1 ctest -R emit writes docs/templates.md anew");
  CHECK(read(kDocumentation) == wanted);
}

TEST_CASE("docs/templates.md explains only names that exist") {
  const std::string page = read(kDocumentation);
  const std::string prose = page.substr(0, page.find(kBegin));
  const TemplateNames known = template_names("");
  const std::regex quoted("\\{\\{[#^]?([a-z_]+)\\}\\}");
  std::size_t count = 0;
  for (std::sregex_iterator at(prose.begin(), prose.end(), quoted), end; at != end; ++at) {
    CAPTURE((*at)[1].str());
    CHECK(known.all.contains((*at)[1].str()));
    ++count;
  }
  CHECK(count > 10);
}
