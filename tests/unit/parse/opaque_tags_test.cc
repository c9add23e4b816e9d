#include "parse/opaque_tags.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parse/jsx_tag.h"
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
  CHECK(tags_in("{{</* hint */>}}", TagSyntax::shortcodes).empty());
}

TEST_CASE("ERB tags are tags, doubled marks are text") {
  CHECK(tags_in("# <%= current_page.data.title %>\n<% if x %>", TagSyntax::erb) ==
        Tags{"<%= current_page.data.title %>", "<% if x %>"});
  CHECK(tags_in("<%% x %>", TagSyntax::erb).empty());
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
  CHECK(is_module_line("import Tabs from '@theme/Tabs';"));
  CHECK(is_module_line("import './style.css';"));
  CHECK(is_module_line("export const x = 1;"));
  CHECK_FALSE(is_module_line("export the table first"));
  CHECK_FALSE(is_module_line("import it again"));
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
