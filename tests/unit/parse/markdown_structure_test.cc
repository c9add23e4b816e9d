#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/parse/markdown_reading.h"

namespace runbookc {
namespace {

std::vector<const Block*> blocks_of(const Document& document, BlockKind kind) {
  std::vector<const Block*> found;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) found.push_back(&block);
  }
  return found;
}

std::size_t count_problems(const Document& document, ProblemKind kind) {
  return static_cast<std::size_t>(std::ranges::count(document.problems, kind, &Problem::kind));
}

}  // namespace

TEST_CASE("Sections nest by level and know their blocks") {
  const Reading page = read_markdown("# T\n\na\n\n## A\n\nb\n\n### B\n\n## C {#see-c}\n\nc\n");
  const auto& sections = page.document.sections;
  REQUIRE(sections.size() == 4);
  CHECK(sections[0].end == 4);
  CHECK(sections[1].parent == 0);
  CHECK(sections[1].end == 3);
  CHECK(sections[2].parent == 1);
  CHECK(sections[3].parent == 0);
  CHECK(sections[3].title == "C");
  CHECK(sections[3].anchor == "see-c");
  CHECK(sections[1].end_block == sections[2].first_block);
  CHECK(sections[3].end_block == page.document.blocks.size());
  CHECK(page.document.blocks[sections[1].first_block + 1].section == 1);
  CHECK(page.document.html.find("{#") == std::string::npos);
}

TEST_CASE("Repeated headings get numbered anchors, explicit ids stay as written") {
  const Reading page = read_markdown("## A\n## A\n## `A` ![x](y) {#A.1}\n## A\n");
  const auto& sections = page.document.sections;
  REQUIRE(sections.size() == 4);
  CHECK(sections[0].anchor == "a");
  CHECK(sections[1].anchor == "a-1");
  CHECK(sections[2].anchor == "A.1");
  CHECK(sections[3].anchor == "a-2");
}

TEST_CASE("A heading within a list or quote has an anchor but no part in the outline") {
  const Reading page = read_markdown("# T\n\n- ## In\n\n  x\n\n> ## Quoted\n\ny\n\n## Out\n");
  const auto& sections = page.document.sections;
  REQUIRE(sections.size() == 4);
  CHECK(sections[1].nested);
  CHECK(sections[2].nested);
  CHECK_FALSE(sections[3].nested);
  CHECK(sections[3].parent == 0);
  CHECK(sections[0].end == 4);
  const auto paragraphs = blocks_of(page.document, BlockKind::paragraph);
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs[0]->section == 0);
  CHECK(paragraphs[1]->section == 0);
}

TEST_CASE("Code blocks keep their text and the place of every line") {
  const Reading page = read_markdown("- a\n\n  ```{.Bash .x} y\n  ls\n\n\tcd\n  ```\n");
  REQUIRE(page.document.code_blocks.size() == 1);
  const CodeBlock& code = page.document.code_blocks[0];
  CHECK(code.language == "bash");
  CHECK(code.text == "ls\n\n  cd\n");
  CHECK(code.closed);
  REQUIRE(code.line_starts.size() == 3);
  CHECK(code.line_starts[0] == Position{4, 3});
  CHECK(code.line_starts[1] == Position{5, 1});
  CHECK(code.line_starts[2] == Position{6, 1});
  CHECK(page.document.html.find("ls") == std::string::npos);  // a hole stands for it
}

TEST_CASE("Indented code is no fence, even with a fence in it") {
  const Reading page = read_markdown("a\n\n    ```\n    x\n\nb\n");
  REQUIRE(page.document.code_blocks.size() == 1);
  CHECK_FALSE(page.document.code_blocks[0].fenced);
  CHECK(page.document.code_blocks[0].text == "```\nx\n");
  CHECK(page.document.problems.empty());
}

TEST_CASE("Tables have rows, cells and the source's places") {
  const Reading page = read_markdown("before\n| a | b \\| c |\n|---|:--|\n| `d` |\n|| e | f |\n");
  const auto tables = blocks_of(page.document, BlockKind::table);
  const auto rows = blocks_of(page.document, BlockKind::row);
  const auto cells = blocks_of(page.document, BlockKind::cell);
  REQUIRE(tables.size() == 1);
  REQUIRE(rows.size() == 3);
  REQUIRE(cells.size() == 6);
  CHECK(tables[0]->number == 2);
  CHECK(tables[0]->span == Span{{2, 1}, {5, 11}});
  CHECK(rows[0]->header);
  CHECK(rows[0]->span.start == Position{2, 1});
  CHECK(cells[1]->text == "b | c");
  CHECK(page.text(cells[1]->span) == "b \\| c");
  CHECK(cells[2]->text == "d");
  CHECK(cells[3]->text.empty());
  CHECK(cells[3]->number == 1);
  CHECK(page.text(cells[5]->span) == "e");
  const auto paragraphs = blocks_of(page.document, BlockKind::paragraph);
  REQUIRE(paragraphs.size() == 1);
  CHECK(page.text(paragraphs[0]->span) == "before");
}

TEST_CASE("Task items are told by their own box, not by one further on") {
  const Reading page = read_markdown("- [ ] see [x]\n- [x] done\n- [link](u)\n");
  const auto items = blocks_of(page.document, BlockKind::item);
  REQUIRE(items.size() == 3);
  CHECK(items[0]->task);
  CHECK_FALSE(items[0]->checked);
  CHECK(items[1]->checked);
  CHECK_FALSE(items[2]->task);
}

TEST_CASE("Alerts are known in any case, and plain quotes stay quotes") {
  const Reading page = read_markdown(
      "> [!Warning]\n> Hot *x*.\n\n> [!NOTE]\n>\n> y\n\n> [!OTHER]\n> z\n\n> [!TIP] same line\n\n> "
      "[!TIP]\n");
  const auto alerts = blocks_of(page.document, BlockKind::alert);
  REQUIRE(alerts.size() == 2);
  CHECK(alerts[0]->text == "warning");
  CHECK(alerts[1]->text == "note");
  CHECK(blocks_of(page.document, BlockKind::quote).size() == 3);
  CHECK(blocks_of(page.document, BlockKind::paragraph)[0]->text == "Hot x.");
  CHECK(page.document.html.find("[!Warning]") == std::string::npos);
  CHECK(page.document.html.find("alert-warning") != std::string::npos);
}

TEST_CASE("References without a definition are found, but not in code") {
  const Reading page = read_markdown(
      "[a][no], [b c][], `[x][y]`, [d][yes], a[0][1], [ref][^1], \\[e][f]\n\n[yes]: /u\n\n    "
      "[g][h]\n");
  const auto& undefined = page.document.undefined_references;
  REQUIRE(undefined.size() == 2);
  CHECK(undefined[0].label == "no");
  CHECK(page.text(undefined[0].span) == "[a][no]");
  CHECK(undefined[1].label == "b c");
  CHECK(page.text(undefined[1].span) == "[b c][]");
}

TEST_CASE("Bare addresses end where the sentence goes on") {
  const Reading page = read_markdown(
      "See https://x.org/a_(b), (www.x.org/c). me@x.org! `https://no.org` [t](https://u.org) "
      "https://x.org/?a=1&b=2; http://localhost:80 x.org nohttps://x.org\n");
  std::vector<std::string> texts;
  for (const Link& link : page.document.links) {
    if (link.kind == LinkKind::bare) texts.push_back(page.text(link.span));
  }
  const std::vector<std::string> expected{"https://x.org/a_(b)", "www.x.org/c", "me@x.org",
                                          "https://x.org/?a=1&b=2", "http://localhost:80"};
  CHECK(texts == expected);
}

TEST_CASE("A lazy continuation line keeps its links' places") {
  const Reading page = read_markdown("> - a\n[b](c) and\n  [d](e)\n");
  REQUIRE(page.document.links.size() == 2);
  CHECK(page.document.links[0].span == Span{{2, 1}, {2, 7}});
  CHECK(page.document.links[1].span == Span{{3, 3}, {3, 9}});
}

TEST_CASE("NUL and a byte-order mark each count as one column") {
  const Reading page =
      read_markdown(std::string("\xEF\xBB\xBF[a](b)\n\nx\0 [c](d)\n\n|a\0|[e](f)|\n|-|-|\n", 40));
  REQUIRE(page.document.links.size() == 3);
  CHECK(page.document.links[0].span.start == Position{1, 2});
  CHECK(page.document.links[1].span.start == Position{3, 4});
  CHECK(page.document.links[2].span.start == Position{5, 5});
}

TEST_CASE("A fence that is never closed is reported where it opens") {
  const Reading page = read_markdown("## A\n\n- b\n```shell\n$ x\n\n## Mitigation\n\nTODO\n");
  REQUIRE(count_problems(page.document, ProblemKind::unclosed_fence) == 1);
  CHECK(page.document.problems[0].span.start == Position{4, 1});
  CHECK_FALSE(page.document.code_blocks[0].closed);
}

TEST_CASE("A closing fence that is indented too little is one finding") {
  const Reading page =
      read_markdown("1. a\n   ```sh\n   x\n```\n2. b\n   ```sh\n   y\n   ```\n\nend\n");
  CHECK(count_problems(page.document, ProblemKind::unclosed_fence) == 1);
  CHECK(page.document.problems[0].span.start.line == 2);
}

TEST_CASE("Closed fences, also at the very end and in quotes, are no findings") {
  CHECK(read_markdown("```\nx\n```").document.problems.empty());
  CHECK(read_markdown("> ```\n> x\n> ```\n\n- ~~~\n  x\n  ~~~\n").document.problems.empty());
}

TEST_CASE("An unknown tag in prose is reported with its replacement, a known one is not") {
  const Reading page = read_markdown("Run <cluster-id> and <b>x</b> and <font>y</font> `<z>`\n");
  REQUIRE(page.document.problems.size() == 1);
  const Problem& problem = page.document.problems[0];
  CHECK(problem.kind == ProblemKind::vanishing_html);
  CHECK(page.text(problem.span) == "<cluster-id>");
  CHECK(problem.replacement == "`<cluster-id>`");
  CHECK(page.document.html.find("&lt;cluster-id&gt;") != std::string::npos);
  CHECK(page.document.html.find("&lt;font&gt;") != std::string::npos);
}

TEST_CASE("An author's id cannot take the place of one that the site gives") {
  for (const char* id : {"page.main", "code.1", "step.12", "cmd.abc"}) {
    CAPTURE(id);
    const Document document =
        read_markdown(std::string("# a {#") + id + "}\n\n<a id=\"" + id + "\">x</a> y\n").document;
    REQUIRE(document.sections.size() == 1);
    CHECK(document.sections[0].anchor != id);
    CHECK(document.sections[0].title == std::string("a {#") + id + "}");
    CHECK(document.anchors.empty());
    CHECK(document.html.find(std::string("id=\"") + id) == std::string::npos);
  }
  CHECK(read_markdown("# a {#pages.x}\n").document.sections[0].anchor == "pages.x");
}

TEST_CASE("An empty corner of a table is no heading of the cells below it") {
  const std::string html =
      read_markdown("|   | a |  |\n| --- | --- | --- |\n| b | c |  |\n").document.html;
  CHECK(html.find("<tr>\n<td></td>\n<th>a</th>\n<td></td>\n</tr>") != std::string::npos);
}

TEST_CASE("Without rendering there is no HTML, and everything else is the same") {
  const std::string text = "# A\n\n[b](c) ~~d~~ https://x.org\n\n```\nx\n```\n";
  ParseOptions options;
  options.render = false;
  const Document without = read_markdown(text, options).document;
  Document with = read_markdown(text).document;
  CHECK(without.html.empty());
  CHECK(without.relocations.empty());
  CHECK_FALSE(with.html.empty());
  with.html.clear();
  with.relocations.clear();
  CHECK(with == without);
}

}  // namespace runbookc
