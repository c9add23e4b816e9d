#include "emit/template_context.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace runbookc;

namespace {

std::string render(const std::string& text, const TemplateData& data) {
  kainjow::mustache::mustache compiled(text);
  REQUIRE(compiled.is_valid());
  TemplateContext context(data);
  std::ostringstream out;
  compiled.render(context, out);
  return out.str();
}

TemplateData named(const std::string& name) {
  TemplateData data;
  data.text["name"] = name;
  return data;
}

}  // namespace

TEST_CASE("a list shows its items in order, each with its own texts") {
  TemplateData data = named("outer");
  data.lists["rows"] = {named("a"), named("b"), TemplateData{}};
  CHECK(render("{{#rows}}<{{name}}>{{/rows}}", data) == "<a><b><outer>");
}

TEST_CASE("lists in lists go back to the item that they stand in") {
  TemplateData data;
  TemplateData first = named("1");
  first.lists["inner"] = {named("x"), named("y")};
  TemplateData second = named("2");
  second.lists["inner"] = {};
  TemplateData third = named("3");
  third.lists["inner"] = {named("z")};
  data.lists["outer"] = {first, second, third};
  CHECK(render("{{#outer}}({{name}}:{{#inner}}{{name}}{{/inner}}{{^inner}}none{{/"
               "inner}}|{{name}}){{/outer}}",
               data) == "(1:xy|1)(2:none|2)(3:z|3)");
}

TEST_CASE("what a section stands on does not hide the object around it") {
  TemplateData data;
  TemplateData row = named("row");
  row.flags["on"] = true;
  row.flags["off"] = false;
  row.text["note"] = "said";
  data.lists["rows"] = {row, row};
  CHECK(render("{{#rows}}{{#on}}{{name}}{{/on}}{{#off}}never{{/off}}{{^off}}-{{name}}{{/off}}"
               "{{#note}}[{{note}} {{name}}]{{/note}}{{^missing}}.{{name}}{{/missing}};{{/rows}}",
               data) == "row-row[said row].row;row-row[said row].row;");
}

TEST_CASE("a list that is looked at twice is there twice") {
  TemplateData data;
  data.lists["rows"] = {named("a"), named("b")};
  CHECK(render("{{#rows}}{{#rows}}{{name}}{{/rows}} {{/rows}}{{^rows}}no{{/rows}}", data) ==
        "ab ab ");
}

TEST_CASE("a name that nobody has is nothing") {
  CHECK(render("[{{name}}]{{#rows}}x{{/rows}}", TemplateData{}) == "[]");
}
