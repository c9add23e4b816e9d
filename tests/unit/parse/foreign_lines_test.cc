// How call-outs of other systems end up as blocks, and that every line keeps its number.
#include <catch2/catch.hpp>
#include <string>

#include "unit/parse/dialect_reading.h"

using namespace runbookc;

namespace {

std::string blocks(std::string_view dialect, std::string text) {
  return outline(parse(dialect, std::move(text)).document);
}

}  // namespace

TEST_CASE("a call-out ends HTML that stands right above it") {
  CHECK(blocks("docusaurus",
               "<details>\n:::danger\n\nGone:\n\n```sh\nrm x\n```\n\n:::\n</details>\n") ==
        "html 1\nalert caution \"Danger\" 2\n  p 4: Gone:\n  code 6: rm x\nhtml 11\n");
  CHECK(blocks("hugo", "<details>\n{{< hint warning >}}\n\n```sh\nrm x\n```\n{{< /hint >}}\n") ==
        "html 1\nalert warning 2\n  code 4: rm x\n");
  CHECK(blocks("mkdocs", "<div markdown>\n!!! warning\n\n    Mind\n\n        rm x\n</div>\n") ==
        "html 1\nalert warning 2\n  p 4: Mind\n  code 6: rm x\nhtml 7\n");
  CHECK(blocks("docusaurus", "> <b>\n> :::tip\n> A\n> :::\n") ==
        "quote 1\n  html 1\n  alert tip 2\n    p 3: A\n");
}

TEST_CASE("it does not end a comment, nor HTML that it does not stand in") {
  CHECK(blocks("docusaurus", "<!--\n:::danger\n\nGone\n\n:::\n-->\n") == "html 1\n");
  CHECK(blocks("mkdocs", "<script>\n!!! note\n    x\n</script>\n") == "html 1\n");
  CHECK(blocks("docusaurus", "<details>\n- :::danger\n") == "html 1\n");
}

TEST_CASE("a shortcode over several lines opens once") {
  const std::string tag = "{{< alert\n title=\"Mind\n it\"\n color=\"warning\"\n>}}\n";
  CHECK(blocks("hugo", tag + "In\n\n{{< /alert >}}\nOut\n") ==
        "alert warning \"Mind it\" 1\n  p 6: In\np 9: Out\n");
  CHECK(blocks("hugo", "{{< highlight\nbash >}}\nrm x\n{{< /highlight >}}\n\nOut\n") ==
        "code 2: rm x\np 6: Out\n");
  CHECK(blocks("hugo", "{{< warning >}}a{{< /warning >}}\nOut\n") ==
        "alert warning 1\n  p 1: a\np 2: Out\n");
  CHECK(blocks("hugo", "{{< warning >}}a\nb{{< /warning >}}\n{{< tip >}}c{{< /tip >}}\n") ==
        "alert warning 1\n  p 1: a b\nalert tip 3\n  p 3: c\n");
  CHECK(blocks("mkdocs", "!!! note\n    ```\n    A\nOut\n") ==
        "alert note 1\n  code 2: A\np 4: Out\n");
}

TEST_CASE("a list stays tight around a call-out, and in it") {
  const Parsed page = parse("mkdocs", "- a\n    !!! note\n        b\n- c\n");
  CHECK(outline(page.document) ==
        "list 1\n  item 1\n    p 1: a\n    alert note 2\n      p 3: b\n  item 4\n    p 4: c\n");
  CHECK(page.document.html.find("<li>c</li>") != std::string::npos);
}

TEST_CASE("highlighted code stays in the list around it") {
  CHECK(blocks("hugo",
               "{{< hint >}}\n- a\n\n  {{< highlight sh >}}\n  rm x\n\n  rm y\n  "
               "{{< /highlight >}}\n- b\n{{< /hint >}}\nOut\n") ==
        "alert note 1\n  list 2\n    item 2\n      p 2: a\n      code 4: rm x\n\nrm y\n"
        "    item 9\n      p 9: b\np 11: Out\n");
  CHECK(blocks("hugo",
               "1. {{< hint >}}\n   a\n\n   {{< highlight sh >}}\nrm x\n{{< /highlight >}}\n"
               "   {{< /hint >}}\n2. b\n") ==
        "list 1\n  item 1\n    alert note 1\n      p 2: a\n      code 4: rm x\n  item 8\n"
        "    p 8: b\n");
}

TEST_CASE("indented code is as it is written") {
  CHECK(blocks("hugo", "Write:\n\n    {{< hint >}}\n    x\n    {{< /hint >}}\n\nOut\n") ==
        "p 1: Write:\ncode 3: {{< hint >}}\nx\n{{< /hint >}}\np 7: Out\n");
  CHECK(blocks("mkdocs", "Write:\n\n    !!! note\n        x\n\nOut\n") ==
        "p 1: Write:\ncode 3: !!! note\n    x\np 6: Out\n");
  CHECK(blocks("mkdocs", "- a\n\n        !!! note\n") ==
        "list 1\n  item 1\n    p 1: a\n    code 3:   !!! note\n");
  CHECK(blocks("mkdocs", "!!! tip\n\n        !!! note\n") == "alert tip 1\n  code 3: !!! note\n");
  CHECK(blocks("gitlab", "    >>>\n") == "code 1: >>>\n");
}

TEST_CASE("a call-out ends where it is closed, behind code too") {
  CHECK(blocks("hugo", "{{< hint >}}\n\n    x\n    {{< /hint >}}\nOut\n") ==
        "alert note 1\n  code 3: x\np 5: Out\n");
  CHECK(blocks("hugo",
               "  {{< hint >}}\n  {{< highlight\n  bash >}}\n  rm x\n  {{< /highlight >}}\n"
               "  {{< /hint >}}\nOut\n") == "alert note 1\n  code 3: rm x\np 7: Out\n");
}

TEST_CASE("in a list, indentation is none of code") {
  CHECK(blocks("mkdocs", "1. a\n\n    !!! note\n        x\n\n2. b\n") ==
        "list 1\n  item 1\n    p 1: a\n    alert note 3\n      p 4: x\n  item 6\n    p 6: b\n");
  CHECK(blocks("hugo", "- a\n\n    {{< hint >}}\n    x\n    {{< /hint >}}\n") ==
        "list 1\n  item 1\n    p 1: a\n    alert note 3\n      p 4: x\n");
  CHECK(blocks("hugo", "{{< tabs >}}\n    {{< tab >}}\n\nx\n") == "p 4: x\n");
}

TEST_CASE("a call-out may stand in a quote, and begin an item") {
  CHECK(blocks("hugo", "> {{< hint warning >}}\n> a\n>\n> b\n> {{< /hint >}}\n> c\n\nOut\n") ==
        "quote 1\n  alert warning 1\n    p 2: a\n    p 4: b\n  p 6: c\np 8: Out\n");
  CHECK(blocks("hugo", "> {{< hint warning >}}\n> a\nOut\n{{< /hint >}}\n") ==
        "quote 1\n  alert warning 1\n    p 2: a\np 3: Out\n");
  CHECK(blocks("hugo", "> {{< tip >}}a{{< /tip >}}\n> b\n") ==
        "quote 1\n  alert tip 1\n    p 1: a\n  p 2: b\n");
  CHECK(blocks("docusaurus", "- :::tip\n  a\n  :::\n- b\n") ==
        "list 1\n  item 1\n    alert tip 1\n      p 2: a\n  item 4\n    p 4: b\n");
}

TEST_CASE("what leaves the list item of a call-out leaves the call-out") {
  CHECK(blocks("docusaurus", "- :::tip\n  a\nOut\n") ==
        "list 1\n  item 1\n    alert tip 1\n      p 2: a\np 3: Out\n");
  CHECK(blocks("hugo", "- {{< tip >}}\nIn\n{{< /tip >}}\nOut\n") ==
        "list 1\n  item 1\n    alert tip 1\n      p 2: In\np 4: Out\n");
}

TEST_CASE("the warning of the Tech Docs Template is one") {
  CHECK(blocks("tech-docs", "Do:\n<%= warning_text('Do **not** stop é.') %>\nThen\n") ==
        "p 1: Do:\nalert warning 2\n  p 2: Do not stop é.\np 3: Then\n");
  CHECK(
      blocks("tech-docs", "<%= warning_text(\n  \"It's gone:\n      for good\"\n) %>\n\nThen\n") ==
      "alert warning 1\n  p 2: It's gone: for good\np 6: Then\n");
  CHECK(blocks("tech-docs", "1. a\n\n   <%= warning_text 'b' %>\n2. c\n") ==
        "list 1\n  item 1\n    p 1: a\n    alert warning 3\n      p 3: b\n  item 4\n    p 4: c\n");
}

TEST_CASE("other helpers vanish") {
  CHECK(blocks("tech-docs", "<%= inset_text('x') %>\n\n<%= warning_text(x) %>\n\na\n") ==
        "p 5: a\n");
  CHECK(blocks("tech-docs", "<%= warning_text('a', 'b') %>\n\nc\n") == "p 3: c\n");
  CHECK(blocks("tech-docs", "Ask <%= warning_text('a') %>\n") == "p 1: Ask a\n");
}

TEST_CASE("a title is Markdown, and its links are links") {
  const Parsed page =
      parse("docusaurus", "x\n:::note **Bold** [é](a.md) <Badge/> `c`\nIn\n:::\nOut\n");
  CHECK(outline(page.document) == "p 1: x\nalert note \"Bold é c\" 2\n  p 3: In\np 5: Out\n");
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.text(page.document.links[0].span) == "[é](a.md)");
  CHECK(page.text(page.document.links[0].target_span) == "a.md");
  CHECK(page.document.html.find("<p class=\"alert-title\"><strong>Bold</strong> <a") !=
        std::string::npos);
  CHECK(page.document.html.find("\x01") == std::string::npos);
}

TEST_CASE("a title begins no block of its own") {
  CHECK(blocks("docusaurus", ":::note[1. Stop]\nIn\n:::\n") ==
        "alert note \"1. Stop\" 1\n  p 2: In\n");
  CHECK(blocks("mkdocs", "!!! note \"# Stop\"\n    In\n") ==
        "alert note \"# Stop\" 1\n  p 2: In\n");
  CHECK(blocks("docusaurus", ":::tip[My tip]{.cls}\nIn\n:::\n") ==
        "alert tip \"My tip\" 1\n  p 2: In\n");
  CHECK(blocks("docusaurus", ":::tip{title='My tip'}\nIn\n:::\n") ==
        "alert tip \"My tip\" 1\n  p 2: In\n");
  CHECK(blocks("mkdocs", "!!! note \"\"\n    In\n") == "alert note 1\n  p 2: In\n");
}

TEST_CASE("call-outs nest, and too many are said so") {
  const auto nested = [](std::size_t depth) {
    std::string text;
    for (std::size_t i = depth; i > 0; --i) text += std::string(i + 2, ':') + "tip\n";
    text += "In\n";
    for (std::size_t i = 1; i <= depth; ++i) text += std::string(i + 2, ':') + "\n";
    return text + "Out\n";
  };
  const Parsed page = parse("docusaurus", nested(20));
  CHECK(page.document.problems.empty());
  CHECK(outline(page.document).ends_with("  p 21: In\np 42: Out\n"));
  const Parsed deep = parse("docusaurus", nested(40));
  REQUIRE(deep.document.problems.size() == 1);
  CHECK(deep.document.problems[0].span.start.line == 33);
  CHECK(outline(deep.document).ends_with("\np 82: Out\n"));
}

TEST_CASE("a fence of colons closes what is open in it") {
  CHECK(blocks("docusaurus", "::::note\n:::tip\na\n::::\nOut\n") ==
        "alert note 1\n  alert tip 2\n    p 3: a\np 5: Out\n");
}

TEST_CASE("GitLab's alerts have titles") {
  CHECK(blocks("gitlab", "> [!warning] Mind *this*\n> a\n>\n> b\n\nOut\n") ==
        "alert warning \"Mind this\" 1\n  p 2: a\n  p 4: b\np 6: Out\n");
  CHECK(blocks("gitlab", "- > [!note] A\n  > a\n- > [!tip] B\n  > b\n") ==
        "list 1\n  item 1\n    alert note \"A\" 1\n      p 2: a\n  item 3\n    alert tip \"B\" 3\n"
        "      p 4: b\n");
  CHECK(blocks("gitlab", "> a\n> [!warning] b\n") == "quote 1\n  p 1: a [!warning] b\n");
  CHECK(blocks("gitlab", "```\n> [!warning] b\n```\n") == "code 1: > [!warning] b\n");
  CHECK(blocks("github", "> [!warning] b\n> a\n") == "quote 1\n  p 1: [!warning] b a\n");
}

TEST_CASE("GitLab fences quotes") {
  CHECK(blocks("gitlab", "a\n>>>\nb\n\n```\n>>>\n```\n\n>>>\nOut\n") ==
        "p 1: a\nquote 2\n  p 3: b\n  code 5: >>>\np 10: Out\n");
  CHECK(blocks("gitlab", ">>>>\na\n>>>\nb\n>>>\nc\n>>>>\nOut\n") ==
        "quote 1\n  p 2: a\n  quote 3\n    p 4: b\n  p 6: c\np 8: Out\n");
  CHECK(blocks("gitlab", ">>> [!caution] Gone\nb\n>>>\nOut\n") ==
        "alert caution \"Gone\" 1\n  p 2: b\np 4: Out\n");
  CHECK(blocks("gitlab", ">>> a\n") == "quote 1\n  quote 1\n    quote 1\n      p 1: a\n");
}
