// What the parser makes of other systems' syntax, and that every place stays what it is.
#include <catch2/catch.hpp>
#include <string>

#include "unit/parse/dialect_reading.h"

using namespace runbookc;

TEST_CASE("a shortcode of Hugo's vanishes, and what stands around it keeps its place") {
  const Parsed page = parse("hugo", "Ask {{< param \"team\" >}} for [it](a.md).\n");
  CHECK(first(page.document, BlockKind::paragraph).text == "Ask for it.");
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.text(page.document.links[0].span) == "[it](a.md)");
  CHECK(page.text(page.document.links[0].target_span) == "a.md");
  CHECK(page.document.html == "<p>Ask  for <a href=\"\">it</a>.</p>\n");
}

TEST_CASE("in GitHub's dialect it is text") {
  const Parsed page = parse("github", "Ask {{< team >}} now.\n");
  CHECK(first(page.document, BlockKind::paragraph).text == "Ask {{< team >}} now.");
}

TEST_CASE("a ref is a link to what it names") {
  const Parsed page = parse("hugo",
                            "See [disks]({{< ref \"./Node Disk.md#fix\" >}}) and [db]({{% relref "
                            "db.md %}}), or [both][b].\n\n[b]: {{< ref \"both.md\" >}}\n");
  REQUIRE(page.document.links.size() == 3);
  CHECK(page.document.links[0].kind == LinkKind::shortcode);
  CHECK(page.document.links[0].target == "./Node Disk.md#fix");
  CHECK(page.text(page.document.links[0].target_span) == "./Node Disk.md#fix");
  CHECK(page.document.links[1].kind == LinkKind::shortcode);
  CHECK(page.document.links[1].target == "db.md");
  CHECK(page.document.links[2].kind == LinkKind::shortcode);
  CHECK(page.text(page.document.links[2].target_span) == "both.md");
  CHECK(page.document.undefined_references.empty());
}

TEST_CASE("where a tag leads nobody else knows") {
  const Parsed page = parse("hugo", "[new]({{< param Repo >}}/new/main) and ![x](<{{< x >}}>)\n");
  REQUIRE(page.document.links.size() == 2);
  CHECK(page.document.links[0].kind == LinkKind::opaque);
  CHECK(page.document.links[0].target == "{{< param Repo >}}/new/main");
  CHECK(page.document.html == "<p>new and x</p>\n");
}

TEST_CASE("a hint is a call-out of Markdown") {
  const Parsed page = parse("hugo",
                            "{{< hint danger >}}\nThis **drops** it:\n\n- a\n\n```sh\nrm x\n```\n\n"
                            "{{< /hint >}}\nAfter.\n");
  const Block& alert = first(page.document, BlockKind::alert);
  CHECK(alert.text == "caution");
  CHECK(alert.span.start == Position{1, 1});
  const Block& paragraph = first(page.document, BlockKind::paragraph);
  CHECK(paragraph.text == "This drops it:");
  CHECK(page.text(paragraph.span) == "This **drops** it:");
  REQUIRE(page.document.code_blocks.size() == 1);
  CHECK(page.document.code_blocks[0].text == "rm x\n");
  CHECK(page.text(page.document.code_blocks[0].content) == "rm x");
  CHECK(page.document.blocks.back().text == "After.");
  CHECK(page.document.blocks.back().parent == kNone);
}

TEST_CASE("a hint may stand on one line, and in a list") {
  const Parsed line = parse("hugo", "{{< hint info >}}Short.{{< /hint >}}\n\nAfter.\n");
  CHECK(first(line.document, BlockKind::alert).text == "note");
  CHECK(first(line.document, BlockKind::paragraph).text == "Short.");
  CHECK(line.document.blocks.back().parent == kNone);
  const Parsed list =
      parse("hugo", "1. Stop\n\n   {{% hint warning %}}\n   Mind.\n   {{% /hint %}}\n\n2. Go\n");
  CHECK(first(list.document, BlockKind::alert).text == "warning");
  CHECK(list.document.steps.size() == 2);
}

TEST_CASE("one that nothing closes has no content") {
  const Parsed page = parse("hugo", "{{< hint info >}}\n\nText.\n");
  REQUIRE(page.document.blocks.size() == 1);
  CHECK(page.document.blocks[0].kind == BlockKind::paragraph);
}

TEST_CASE("highlighted code is code") {
  const Parsed page =
      parse("hugo", "{{< highlight bash >}}\necho {{< x >}}\n{{< /highlight >}}\n\nAfter.\n");
  REQUIRE(page.document.code_blocks.size() == 1);
  CHECK(page.document.code_blocks[0].language == "bash");
  CHECK(page.document.code_blocks[0].text == "echo {{< x >}}\n");
  CHECK(page.document.code_blocks[0].closed);
  CHECK(page.document.blocks.back().text == "After.");
}

TEST_CASE("code of a theme keeps the stars of its commands") {
  const Parsed page = parse("hugo",
                            "{{< code lang=\"bash\" >}}\nrm -rf /srv/*_old_*\n# not a heading\n"
                            "{{< /code >}}\n\n{{< codes >}}\n*x*\n{{< /codes >}}\n");
  REQUIRE(page.document.code_blocks.size() == 1);
  CHECK(page.document.code_blocks[0].text == "rm -rf /srv/*_old_*\n# not a heading\n");
  CHECK(page.document.code_blocks[0].language == "bash");
  REQUIRE(page.document.commands.size() == 1);
  CHECK(page.document.commands[0].text == "rm -rf /srv/*_old_*");
}

TEST_CASE("highlighted code may stand on one line") {
  const Parsed page = parse("hugo",
                            "Run:\n\n{{< highlight bash >}}ls {{< x >}} -l{{< /highlight >}}\n\n"
                            "- A\n\n  {{< highlight sh >}}pwd{{< /highlight >}}\n\nAfter.\n");
  REQUIRE(page.document.code_blocks.size() == 2);
  CHECK(page.document.code_blocks[0].language == "bash");
  CHECK(page.document.code_blocks[0].text == "ls {{< x >}} -l\n");
  CHECK(page.document.code_blocks[1].text == "pwd\n");
  REQUIRE(page.document.commands.size() == 2);
  CHECK(page.text(page.document.commands[0].span) == "ls {{< x >}} -l");
  CHECK(page.text(page.document.commands[1].span) == "pwd");
  CHECK(page.document.blocks.back().text == "After.");
}

TEST_CASE("what stands beside highlighted code keeps it text") {
  const Parsed page = parse("hugo", "Say {{< highlight bash >}}ls{{< /highlight >}} twice.\n");
  CHECK(page.document.code_blocks.empty());
  CHECK(first(page.document, BlockKind::paragraph).text == "Say ls twice.");
}

TEST_CASE("a shortcode that is to be shown is shown as Hugo prints it") {
  const Parsed page =
      parse("hugo", "Use {{</* ref \"a\" */>}}, `{{%/* x */%}}`, [b]({{</* ref */>}}).\n");
  CHECK(first(page.document, BlockKind::paragraph)
            .text.starts_with("Use {{< ref \"a\" >}}, {{% x %}}, [b]({{< ref >}})"));
  CHECK(parse("tech-docs", "A `<%% x %>` <%% y %>.\n").document.html ==
        "<p>A <code>&lt;% x %&gt;</code> &lt;% y %&gt;.</p>\n");
  CHECK(parse("github", "A {{</* x */>}}.\n").document.html == "<p>A {{&lt;/* x */&gt;}}.</p>\n");
}

TEST_CASE("in code a tag stands as it is written") {
  const Parsed page = parse(
      "tech-docs", "Run `<%= x %>`:\n\n```sh\necho <%= y %>\n```\n\n    cat <%= z %> \xC3\xA9\n");
  CHECK(first(page.document, BlockKind::paragraph).text == "Run <%= x %>:");
  REQUIRE(page.document.code_blocks.size() == 2);
  CHECK(page.document.code_blocks[0].text == "echo <%= y %>\n");
  CHECK(page.document.code_blocks[1].text == "cat <%= z %> \xC3\xA9\n");
}

TEST_CASE("a heading that is the page's title has its name") {
  const Parsed page =
      parse("tech-docs", "---\ntitle: DNS\n---\n\n# <%= current_page.data.title %>\n\n## Zones\n");
  REQUIRE(page.document.sections.size() == 2);
  CHECK(page.document.sections[0].title == "DNS");
  CHECK(page.document.sections[0].anchor == "dns");
}

TEST_CASE("ERB over several lines vanishes whole") {
  const Parsed page =
      parse("tech-docs", "Before.\n\n<%= partial(\n  'x'\n) %>\n\nAfter <% y %>.\n");
  CHECK(page.document.html == "<p>Before.</p>\n<p>After .</p>\n");
}

TEST_CASE("foreign keys are ours, at their place, and templates are no values") {
  const Parsed page = parse("tech-docs",
                            "---\nlast_reviewed_on: 2026-01-02\nowner_slack: \"#dba\"\n"
                            "title: A <%= x %>\nreview_in: 6 months\n---\n");
  const Value& root = page.document.front_matter.root;
  REQUIRE(root.find_member("last_reviewed") != nullptr);
  CHECK(page.text(root.find_member("last_reviewed")->key_span) == "last_reviewed_on");
  CHECK(root.find("owner")->text == "#dba");
  CHECK(root.find("review_every")->text == "6 months");
  CHECK(root.find("title")->text == "A");
}

TEST_CASE("our own key goes before a foreign one") {
  const Parsed page =
      parse("tech-docs", "---\nlast_reviewed_on: 2026-01-02\nlast_reviewed: 2026-03-04\n---\n");
  const Value& root = page.document.front_matter.root;
  REQUIRE(root.members.size() == 1);
  CHECK(root.find("last_reviewed")->text == "2026-03-04");
}

TEST_CASE("MkDocs indents what is in a call-out") {
  const Parsed page = parse("mkdocs",
                            "!!! danger \"Last resort\"\n\n    It **drops** [all](a.md).\n\n"
                            "        code\n\n    !!! note\n        Inner.\n\nAfter.\n");
  const Block& alert = first(page.document, BlockKind::alert);
  CHECK(alert.text == "caution");
  CHECK(alert_title(page.document, alert) == "Last resort");
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.text(page.document.links[0].span) == "[all](a.md)");
  REQUIRE(page.document.code_blocks.size() == 1);
  CHECK(page.document.code_blocks[0].text == "code\n");
  CHECK(page.text(page.document.code_blocks[0].content) == "code");
  CHECK(page.document.blocks.back().text == "After.");
  CHECK(page.document.blocks.back().parent == kNone);
}

TEST_CASE("call-outs of MkDocs in a row are told apart") {
  const Parsed page = parse("mkdocs", "!!! tip\n\n    A\n    {: .x }\n\n??? note\n    B\n\n\nC\n");
  std::vector<std::string> texts;
  for (const Block& block : page.document.blocks) texts.push_back(block.text);
  CHECK(texts == std::vector<std::string>{"tip", "A", "note", "B", "C"});
}

TEST_CASE("MkDocs gives headings ids in lists of attributes") {
  const Parsed page = parse(
      "mkdocs", "## Roll back {: #undo .wide }\n\nSee [x](a.md){: target=_blank }.\n\n[TOC]\n");
  REQUIRE(page.document.sections.size() == 1);
  CHECK(page.document.sections[0].title == "Roll back");
  CHECK(page.document.sections[0].anchor == "undo");
  CHECK(page.document.html.find("target=_blank") == std::string::npos);
  CHECK(page.document.html.find("TOC") == std::string::npos);
}

TEST_CASE("MkDocs' lists of attributes need no colon, and code talk stays") {
  const Parsed page =
      parse("mkdocs",
            "## Roll back { #undo .wide }\n\n[Go](a.md){ .button } to *it*{: .x}.\n{ .note }\n\n"
            "It returns {:a, b} or %{:key}.\n\n`{ .c }`{ .d }\n");
  REQUIRE(page.document.sections.size() == 1);
  CHECK(page.document.sections[0].title == "Roll back");
  CHECK(page.document.sections[0].anchor == "undo");
  CHECK(
      page.document.html.ends_with(">Go</a> to <em>it</em>.</p>\n"
                                   "<p>It returns {:a, b} or %{:key}.</p>\n"
                                   "<p><code>{ .c }</code></p>\n"));
}

TEST_CASE("Docusaurus has ids of headings in braces and in comments") {
  const Parsed page =
      parse("docusaurus", "## One {#first}\n\n## Two {/* #second */}\n\n## Three {/* third */}\n");
  REQUIRE(page.document.sections.size() == 3);
  CHECK(page.document.sections[0].anchor == "first");
  CHECK(page.document.sections[1].anchor == "second");
  CHECK(page.document.sections[1].title == "Two");
  CHECK(page.document.sections[2].anchor == "three");
}

TEST_CASE("what MDX imports, exports and comments out over several lines is no text") {
  const Parsed page = parse("docusaurus",
                            "import {\n  Tabs,\n} from '@theme/Tabs';\n\n"
                            "export const x = {\n  a: 1,\n\n  b: 2,\n};\n\n"
                            "{/* Not\n\n```sh\nls\n```\n\nyet. */}\n\nText.\n");
  CHECK(page.document.html == "<p>Text.</p>\n");
  CHECK(page.document.code_blocks.empty());
}

TEST_CASE("HTML with expressions leaves its text") {
  const Parsed page = parse("docusaurus",
                            "See <a href={to('/x')}>the page</a> <img src={x}/> of \\{name\\}.\n\n"
                            "```sh\nls {name}\n```\n");
  CHECK(first(page.document, BlockKind::paragraph).text == "See the page of {name}.");
  CHECK(page.document.html.find("href") == std::string::npos);
  REQUIRE(page.document.code_blocks.size() == 1);
  CHECK(page.document.code_blocks[0].text == "ls {name}\n");
}

TEST_CASE("Docusaurus has no indented code") {
  const Parsed page = parse("docusaurus",
                            "<Tabs>\n  <TabItem value=\"a\">\n\n    Text *here*.\n\n    ```sh\n"
                            "    ls\n      id\n    ```\n\n    - One\n\n      ```sh\n      pwd\n"
                            "      ```\n      - Inner\n    - Two\n\n    ## Next\n\n"
                            "  </TabItem>\n</Tabs>\n\n\tTab.\n");
  CHECK(first(page.document, BlockKind::paragraph).text == "Text here.");
  REQUIRE(page.document.code_blocks.size() == 2);
  CHECK(page.document.code_blocks[0].text == "ls\n  id\n");
  CHECK(page.text(page.document.code_blocks[0].content) == "ls\n      id");
  CHECK(page.document.code_blocks[0].closed);
  CHECK(page.document.code_blocks[1].text == "pwd\n");
  CHECK(page.document.code_blocks[1].closed);
  REQUIRE(page.document.sections.size() == 1);
  CHECK(page.document.sections[0].title == "Next");
  CHECK(page.document.html.find("<li>\n<p>Two</p>") != std::string::npos);
  CHECK(page.document.blocks.back().text == "Tab.");
  CHECK(page.document.problems.empty());
}

TEST_CASE("what is indented in a list of Docusaurus' is no code either") {
  const Parsed page = parse("docusaurus",
                            "1. Install:\n\n   <Tabs>\n     <TabItem value=\"a\">\n\n"
                            "       ```sh\n       ls\n       ```\n\n       - A\n         - B\n"
                            "       - C\n\n     </TabItem>\n   </Tabs>\n\n   More.\n\n2. Start\n");
  CHECK(page.document.steps.size() == 2);
  REQUIRE(page.document.code_blocks.size() == 1);
  CHECK(page.document.code_blocks[0].text == "ls\n");
  CHECK(page.document.code_blocks[0].fenced);
  CHECK(page.document.html.find("<li>A\n<ul>\n<li>B</li>\n</ul>\n</li>\n<li>C</li>") !=
        std::string::npos);
  CHECK(page.document.blocks.back().text == "Start");
  CHECK(page.document.problems.empty());
}

TEST_CASE("in a call-out of Docusaurus' indented text is text, elsewhere it is code") {
  const std::string text = ":::note\n\n    Text.\n\n:::\n\n    ls\n";
  CHECK(parse("docusaurus", text).document.code_blocks.empty());
  CHECK(parse("docusaurus", text).document.html.find("<p>Text.</p>") != std::string::npos);
  CHECK(parse("hugo", text).document.code_blocks.size() == 2);
}

TEST_CASE("a code span over a line's end keeps its tags") {
  const Parsed page = parse("tech-docs", "Run `a\n<%= x %> b` or <%= y %> c.\n");
  CHECK(page.document.html == "<p>Run <code>a &lt;%= x %&gt; b</code> or  c.</p>\n");
}

TEST_CASE("Docusaurus puts call-outs in colons, and components vanish") {
  const Parsed page =
      parse("docusaurus",
            "import Tabs from '@theme/Tabs';\n\n:::warning[Mind]\n\nText *here*.\n\n"
            ":::\n\n<Tabs>\n<TabItem value=\"a\">\n\nInside.\n\n</TabItem>\n</Tabs>\n");
  CHECK(alert_title(page.document, first(page.document, BlockKind::alert)) == "Mind");
  CHECK(page.document.html.find("import") == std::string::npos);
  CHECK(page.document.html.find("Tab") == std::string::npos);
  CHECK(page.document.html.find("Inside.") != std::string::npos);
  CHECK(page.document.problems.empty());
}

TEST_CASE("containers in containers end one by one") {
  const Parsed page = parse("docusaurus", "::::note\nA\n\n:::tip\nB\n:::\n\nC\n::::\n\nD\n");
  std::vector<std::string> kinds;
  for (const Block& block : page.document.blocks) {
    if (block.kind == BlockKind::alert) kinds.push_back(block.text);
  }
  CHECK(kinds == std::vector<std::string>{"note", "tip"});
  CHECK(page.document.blocks.back().text == "D");
  CHECK(page.document.blocks.back().parent == kNone);
}

TEST_CASE("GitLab's tables of contents are no text") {
  const Parsed page = parse("gitlab", "[[_TOC_]]\n\n# A & B\n\n[TOC]\n");
  CHECK(page.document.html.find("TOC") == std::string::npos);
  REQUIRE(page.document.sections.size() == 1);
  CHECK(page.document.sections[0].anchor == "a-b");
}

TEST_CASE("Hugo makes ids of a heading's Markdown") {
  const Parsed page = parse("hugo", "# [Fail over](db.md) `now`\n\n## Own {#id}\n");
  REQUIRE(page.document.sections.size() == 2);
  CHECK(page.document.sections[0].anchor == "fail-overdbmd-now");
  CHECK(page.document.sections[0].title == "Fail over now");
  CHECK(page.document.sections[1].anchor == "id");
}

TEST_CASE("any bytes are a document in every dialect") {
  std::string text =
      "# A <%= b\n{{< hint >}}\n!!! note\n    x\n:::tip\n> {{% /hint %}}\n\t- `{{<`\n~~~\n";
  for (int i = 0; i < 200; ++i) text += "{{< hint >}}\n:::x\n    !!! note\n<% a\n";
  text += "\0\x01\xC3\xA9 {{< ref \"x\" >}}](";
  for (const DialectRules& dialect : dialects()) {
    CAPTURE(dialect.name);
    const Parsed page = parse(dialect.name, text);
    CHECK_FALSE(page.document.blocks.empty());
  }
}
