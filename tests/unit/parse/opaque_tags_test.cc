#include "parse/opaque_tags.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parse/jsx_module.h"
#include "parse/shortcode.h"

using namespace runbookc;

namespace {

std::vector<std::string> tags_in(const std::string& text, TagSyntax syntax) {
  std::vector<std::string> found;
  for (const OpaqueTag& tag : find_opaque_tags(text, syntax)) {
    found.push_back(text.substr(tag.range.begin, tag.range.size()));
  }
  return found;
}

using Tags = std::vector<std::string>;

}  // namespace

TEST_CASE("shortcodes are tags with either mark") {
  CHECK(tags_in("a {{< hint info >}} b {{% /hint %}}", TagSyntax::shortcodes) ==
        Tags{"{{< hint info >}}", "{{% /hint %}}"});
  CHECK(tags_in("{{ .Values.x }} {{<x", TagSyntax::shortcodes).empty());
  CHECK(tags_in("{{</* hint */>}} `{{%/* x */%}}` {{</* y >}}", TagSyntax::shortcodes) ==
        Tags{"/*", "*/", "/*", "*/"});
}

TEST_CASE("ERB tags are tags, doubled marks are text") {
  CHECK(tags_in("# <%= current_page.data.title %>\n<% if x %>", TagSyntax::erb) ==
        Tags{"<%= current_page.data.title %>", "<% if x %>"});
  CHECK(tags_in("<%% x %>", TagSyntax::erb) == Tags{"%"});
}

TEST_CASE("an opening mark that another one follows is text") {
  CHECK(tags_in("printf '<%s>' then <%= title %>", TagSyntax::erb) == Tags{"<%= title %>"});
}

TEST_CASE("components, comments and expressions are JSX; placeholders and ids are not") {
  CHECK(tags_in("<Tabs a=\"x > y\"><TabItem value={f(1)} /></Tabs>", TagSyntax::jsx) ==
        Tags{"<Tabs a=\"x > y\">", "<TabItem value={f(1)} />", "</Tabs>"});
  CHECK(tags_in("a {/* hidden */} b", TagSyntax::jsx) == Tags{"{/* hidden */}"});
  CHECK(tags_in("<div> <NAMESPACE> ## T {#id} {open", TagSyntax::jsx).empty());
}

TEST_CASE("what a module imports and exports is no sentence") {
  CHECK(module_statement_size("import Tabs from '@theme/Tabs';\nText") == 31);
  CHECK(module_statement_size("import './style.css';") == 21);
  CHECK(module_statement_size("export const x = 1;") == 19);
  CHECK(module_statement_size("export the table first") == 0);
  CHECK(module_statement_size("import it again") == 0);
}

TEST_CASE("a module's statement ends where its brackets do") {
  const std::string names = "import {\n  one,\n  two,\n} from '@site/parts';";
  CHECK(module_statement_size(names + "\n\nText") == names.size());
  const std::string function =
      "export const Box = ({a}) => {\n  // it's\n\n  return <p>{a}</p>;\n};";
  CHECK(module_statement_size(function + "\nText }") == function.size());
  CHECK(module_statement_size("export const x =\n  5\nText") == 20);
  CHECK(module_statement_size("export const x = {\n\n```sh\n}\n```\n") == 18);
  CHECK(module_statement_size("import {\n\nText }\n") == 0);
}

TEST_CASE("HTML's elements are JSX where their attributes are expressions") {
  CHECK(tags_in("<a href={to('/x')} b=\"c\">x</a> <a href=\"y\">y</a>", TagSyntax::jsx) ==
        Tags{"<a href={to('/x')} b=\"c\">", "</a>"});
  CHECK(tags_in("<img\n  src={x}\n/> </img>", TagSyntax::jsx) == Tags{"<img\n  src={x}\n/>"});
  CHECK(tags_in("```jsx\n<a b={c}>\n```\n<a href=\"y\">y</a>", TagSyntax::jsx) ==
        Tags{"<a b={c}>"});
  CHECK(tags_in("<div class=\"a\">b</div> a <b {", TagSyntax::jsx).empty());
}

TEST_CASE("a comment of JSX goes over blank lines, and an escaped brace is text") {
  CHECK(tags_in("{/* a }\n\nb */} c", TagSyntax::jsx) == Tags{"{/* a }\n\nb */}"});
  CHECK(tags_in("{/*\n```sh\nls\n```\n*/}", TagSyntax::jsx).size() == 1);
  CHECK(tags_in("A {/* mark\n\n```sh\nls\n```\n*/}", TagSyntax::jsx).empty());
  CHECK(tags_in("{/* a\n\n{/* b */}", TagSyntax::jsx) == Tags{"{/* b */}"});
  CHECK(tags_in("\\{name\\} {open", TagSyntax::jsx).empty());
}

TEST_CASE("what stands in a code span or beside a fence is no tag") {
  CHECK(tags_in("`a\n<%= x %>` <%= y %>", TagSyntax::erb) == Tags{"<%= y %>"});
  CHECK(tags_in("a ` <%= x %>\n- b ` <%= y %>", TagSyntax::erb) == Tags{"<%= x %>", "<%= y %>"});
  CHECK(tags_in("a \\` <%= x %> `", TagSyntax::erb) == Tags{"<%= x %>"});
  CHECK(tags_in("```jsx {1,4} title={x}\n```\n", TagSyntax::jsx).empty());
  CHECK(tags_in("```a``` <%= x %>", TagSyntax::erb) == Tags{"<%= x %>"});
  CHECK(tags_in("``` { .py }\n```\n", TagSyntax::attribute_lists).empty());
}

TEST_CASE("a list of attributes is one where it can stand") {
  const auto lists = [](const std::string& text) {
    return tags_in(text, TagSyntax::attribute_lists);
  };
  CHECK(lists("## Disk { #disk }\n") == Tags{"{ #disk }"});
  CHECK(lists("> ## Disk {: #disk .wide key=\"a } b\" }\n") ==
        Tags{"{: #disk .wide key=\"a } b\" }"});
  CHECK(lists("[a](b){ .button } *c*{: .d} `e`{.f} :icon-x:{ .g } ![h](i){ loading=lazy }") ==
        Tags{"{ .button }", "{: .d}", "{.f}", "{ .g }", "{ loading=lazy }"});
  CHECK(lists("Text\n  { .wide }\n\n| a { .b } | c |\n") == Tags{"{ .wide }", "{ .b }"});
  CHECK(lists("[a](b){:target=\"_blank\"}") == Tags{"{:target=\"_blank\"}"});
  CHECK(lists("Returns {:a, b}, %{:key}, {:ok}, ${#x} or f({ #x }) {.c}").empty());
  CHECK(lists("Text { .wide }\n{ x }\n{ }\n{ a: 1 }\n## A { #b } c\n").empty());
}

TEST_CASE("a mark in a sentence does not take what stands below it") {
  const std::string below = " opens.\n\n```sh\nkubectl get pods\n```\n\n";
  CHECK(tags_in("The mark <%" + below + "And %> closes.", TagSyntax::erb).empty());
  CHECK(tags_in("In {:ok" + below + "x }", TagSyntax::attribute_lists).empty());
  CHECK(tags_in("Like {\n- ```sh\n  echo a}\n  ```\n", TagSyntax::jsx).empty());
  CHECK(tags_in("The <%\n> 1. ```sh\n>    %>", TagSyntax::erb).empty());
  CHECK(tags_in("The {{<\n~~~\n>}}", TagSyntax::shortcodes).empty());
  CHECK(tags_in("{{< alert\n  title=\"T\"\n>}}", TagSyntax::shortcodes).size() == 1);
}

TEST_CASE("tags have an end nearby") {
  CHECK(tags_in("{{< x" + std::string(5000, ' ') + ">}}", TagSyntax::shortcodes).empty());
}

TEST_CASE("hundreds of thousands of opening marks take linear time") {
  const TagSyntax syntax =
      GENERATE(TagSyntax::shortcodes, TagSyntax::erb, TagSyntax::jsx, TagSyntax::attribute_lists);
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "{{<<%<A {:";
  text += std::string(500'000, '{');
  for (int i = 0; i < 100'000; ++i) text += "<Aa '";
  CHECK(find_opaque_tags(text, syntax).empty());
}

TEST_CASE("each opening that nothing closes takes linear time") {
  const TagSyntax syntax =
      GENERATE(TagSyntax::shortcodes, TagSyntax::erb, TagSyntax::jsx, TagSyntax::attribute_lists);
  for (const std::string opening : {"{/*",
                                    "{/* a\n",
                                    "import {\n",
                                    "export const x = (\n",
                                    "export const x = `\n",
                                    "<a b={",
                                    "<a '",
                                    "`",
                                    "` ",
                                    "\\`",
                                    "```\n",
                                    "{ #a ",
                                    "{ a='",
                                    "{#a}   ",
                                    "|{.a}",
                                    "{{</*",
                                    "<%%",
                                    "</a>",
                                    "`{{</*`",
                                    "{a ",
                                    "# {#a",
                                    ":",
                                    ":{.a}",
                                    "`a``b"}) {
    CAPTURE(opening);
    std::string text(200'000, ' ');
    while (text.size() < 700'000) text += opening;
    CHECK(find_opaque_tags(text, syntax).size() < text.size());
  }
}

TEST_CASE("a shortcode's arguments have names or positions") {
  const Shortcode shortcode = read_shortcode(R"( alert warning title="Take care" `raw "x"` /)");
  CHECK(shortcode.name == "alert");
  CHECK_FALSE(shortcode.closing);
  REQUIRE(shortcode.arguments.size() == 3);
  CHECK(argument_of(shortcode, "title", 9) == "Take care");
  CHECK(argument_of(shortcode, "color", 0) == "warning");
  CHECK(argument_of(shortcode, "color", 1) == "raw \"x\"");
  CHECK(read_shortcode("/hint").closing);
  CHECK(read_shortcode(" / hint ").name == "hint");
  CHECK(is_reference(read_shortcode(" relref \"a.md\" ")));
  CHECK(read_shortcode("").name.empty());
}
