#include "parse/markdown_shortcode.h"

#include <catch2/catch.hpp>

#include "unit/parse/markdown_reading.h"

namespace runbookc::test {
namespace {

std::vector<std::string> targets_of(const std::string& markdown) {
  std::vector<std::string> targets;
  for (const Link& link : read_markdown(markdown).document.links) {
    if (link.kind == LinkKind::shortcode) targets.push_back(link.target);
  }
  return targets;
}

}  // namespace

TEST_CASE("a link by shortcode has its target, text and places") {
  const Reading reading =
      read_markdown("> See\n> [fail\n> *over*]({{< ref \"db/a.md#x\" >}}) now.\n");
  REQUIRE(reading.document.links.size() == 1);
  const Link& link = reading.document.links.front();
  CHECK(link.kind == LinkKind::shortcode);
  CHECK(link.target == "db/a.md#x");
  CHECK(reading.text(link.target_span) == "db/a.md#x");
  CHECK(link.span.start == Position{2, 3});
  CHECK(reading.document.html.find("{{&lt; ref") != std::string::npos);
}

TEST_CASE("every way to write a ref is read") {
  using Targets = std::vector<std::string>;
  CHECK(targets_of("[a]({{< ref \"a.md\" >}})") == Targets{"a.md"});
  CHECK(targets_of("[a]({{<relref  \"a.md\">}})") == Targets{"a.md"});
  CHECK(targets_of("[a]({{% ref a.md %}})") == Targets{"a.md"});
  CHECK(targets_of("[a]({{< ref \"a.md\" >}})[b]({{< ref \"b.md\" >}})") ==
        Targets{"a.md", "b.md"});
  CHECK(targets_of("[a]({{< ref `a b.md` >}})") == Targets{"a b.md"});
  CHECK(targets_of("[a]({{< ref \"db/A\\\"b.md\" >}})") == Targets{"db/A\"b.md"});
  CHECK(targets_of("[a `\\]` [b] c]({{< ref \"a.md\" >}})") == Targets{"a.md"});
}

TEST_CASE("what is no link by shortcode is left alone") {
  for (const char* markdown :
       {"`[a]({{< ref \"a.md\" >}})`", "a]({{< ref \"a.md\" >}})", "[a]({{< ref >}})",
        "[a]({{< ref \"\" >}})", "[a]({{< ref \"a.md >}})", "[a]({{< param \"a.md\" >}})",
        "[a]({{< ref path=\"a.md\" >}})", "[a]({{< ref \"a.md\" %}})", "[a]({{< ref \"a.md\"",
        "\\[a]({{< ref \"a.md\" >}})", "[b] \\[a]({{< ref \"a.md\" >}})",
        "[a\\]({{< ref \"a.md\" >}})", "[a]({{< ref `a.md >}})", "[a] ({{< ref \"a.md\" >}})",
        "[a]({{}})", "[a]({{<>}})", "```\n[a]({{< ref \"a.md\" >}})\n```"}) {
    INFO(markdown);
    CHECK(targets_of(markdown).empty());
  }
}

}  // namespace runbookc::test
