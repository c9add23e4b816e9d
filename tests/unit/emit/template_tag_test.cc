#include "emit/template_tag.h"

namespace runbookc {

TEST_CASE("a tag has a kind, a name without white space, and an extent") {
  const std::string_view text = "a {{#list}}{{ title }}{{{html}}}{{& raw}}{{/list}} z";
  const std::vector<TemplateTag> tags = template_tags(text);
  REQUIRE(tags.size() == 5);
  CHECK(tags[0].kind == '#');
  CHECK(tags[0].name == "list");
  CHECK(tags[0].begin == 2);
  CHECK(text.substr(tags[1].begin, tags[1].end - tags[1].begin) == "{{ title }}");
  CHECK(tags[1].kind == 0);
  CHECK(tags[1].name == "title");
  CHECK(tags[2].kind == '{');
  CHECK(text.substr(tags[2].begin, tags[2].end - tags[2].begin) == "{{{html}}}");
  CHECK(tags[3].kind == '&');
  CHECK(tags[3].name == "raw");
  CHECK(tags[4].kind == '/');
}

TEST_CASE("a tag that is never closed ends the list") {
  const auto open = next_template_tag("a {{title", 0);
  REQUIRE(open);
  CHECK(open->begin == 2);
  CHECK(open->end == std::string_view::npos);
  CHECK(template_tags("{{a}} {{b").size() == 1);
  CHECK(template_tags("{{{a}}").empty());
  CHECK(!next_template_tag("no tag", 0));
}

TEST_CASE("a tag may have no name") {
  CHECK(template_tags("{{}}").at(0).name.empty());
  CHECK(template_tags("{{#}}").at(0).kind == '#');
}

}  // namespace runbookc
