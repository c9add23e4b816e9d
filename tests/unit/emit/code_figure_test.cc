#include "emit/code_figure.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

Words words() {
  auto words = Words::read(SourceFile("words.en.json", R"({"code.shell": "Commands",
      "code.output": "Output", "code.other": "text", "code.message": "Message <m>",
      "code.destroys": "Destroys"})"));
  REQUIRE(words.ok());
  return *std::move(words);
}

// A document of one block whose lines begin in the source at line 10, column 4.
Document document_of(std::string text, CodeRole role = CodeRole::shell,
                     std::string language = "bash") {
  Document document;
  CodeBlock block;
  block.text = std::move(text);
  block.role = role;
  block.language = std::move(language);
  std::uint32_t line = 10;
  for (const char c : "\n" + block.text) {
    if (c == '\n') block.line_starts.push_back({line++, 4});
  }
  document.code_blocks.push_back(std::move(block));
  return document;
}

void add_command(Document& document, std::string text, Span span, bool standalone = true) {
  Command command;
  command.text = std::move(text);
  command.span = span;
  command.code_block = 0;
  command.standalone = standalone;
  document.commands.push_back(std::move(command));
}

std::string figure(const Document& document) {
  const Words table = words();
  std::string out;
  CodeFigures(document, table).append(out, 0);
  return out;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a block that is no shell shows its text, escaped, under its language") {
  CHECK(figure(document_of("a: <b> & \"c\"\n", CodeRole::other, "ya\"ml")) ==
        "<figure class=\"code\" id=\"code.1\" data-role=\"other\" data-language=\"ya&quot;ml\">"
        "<figcaption><span class=\"label\">ya&quot;ml</span></figcaption>"
        "<pre><code>a: &lt;b&gt; &amp; &quot;c&quot;\n</code></pre></figure>");
}

TEST_CASE("each command of a block carries the text that it pastes") {
  Document document = document_of("# first\nls -l\ncat <x> \\\n  | sort\n");
  add_command(document, "ls -l", {{11, 4}, {11, 9}});
  add_command(document, "cat <x> \\\n  | sort", {{12, 4}, {13, 12}});
  const std::string html = figure(document);
  CHECK(contains(html, "<pre><code># first\n<span class=\"cmd\" id=\"cmd."));
  CHECK(contains(html, "data-copy=\"ls -l\">ls -l\n</span>"));
  CHECK(contains(html,
                 "data-copy=\"cat &lt;x&gt; \\\n  | sort\">cat &lt;x&gt; \\\n  | sort\n</span>"));
  CHECK_FALSE(contains(html, "<figure class=\"code\" id=\"code.1\" data-role=\"shell\" data-copy"));
}

TEST_CASE("a prompted block copies its commands and not what it shows") {
  Document document = document_of("$ ls\nfile\n$ echo 'ü' # why\n");
  add_command(document, "ls", {{10, 6}, {10, 8}});
  add_command(document, "echo 'ü'", {{12, 6}, {12, 14}});
  const std::string html = figure(document);
  CHECK(contains(html, "data-copy=\"ls\necho 'ü'\"><figcaption>"));
  CHECK(contains(html,
                 "<span class=\"prompt\">$ </span>ls\n</span><span class=\"out\">file\n</span>"));
  CHECK(contains(html, "echo 'ü'<span class=\"note\"> # why\n</span></span>"));
}

TEST_CASE("a command that relies on the lines before it is copied with its block only") {
  Document document = document_of("cd /srv\nls\n");
  add_command(document, "cd /srv", {{10, 4}, {10, 11}});
  add_command(document, "ls", {{11, 4}, {11, 6}}, false);
  const std::string html = figure(document);
  CHECK(contains(html, "data-copy=\"cd /srv\""));
  CHECK_FALSE(contains(html, "data-copy=\"ls\""));
}

TEST_CASE("equal commands of one document have ids of their own") {
  Document document = document_of("ls\nls\n");
  add_command(document, "ls", {{10, 4}, {10, 6}});
  add_command(document, "ls", {{11, 4}, {11, 6}});
  const std::string html = figure(document);
  const std::size_t first = html.find("id=\"cmd.");
  const std::size_t second = html.find("id=\"cmd.", first + 1);
  REQUIRE(second != std::string::npos);
  CHECK(html.substr(first, 20) != html.substr(second, 20));
  CHECK(html.substr(second + 4, 20).find(".2\"") != std::string::npos);
}

TEST_CASE("a block whose commands destroy says so in its caption") {
  Document document = document_of("rm -rf /srv\n");
  add_command(document, "rm -rf /srv", {{10, 4}, {10, 15}});
  document.commands[0].risk = Risk::destroy;
  CHECK(contains(figure(document), "<strong class=\"danger\">Destroys</strong></figcaption>"));
}

TEST_CASE("commands at places that the block does not have leave its text whole") {
  Document document = document_of("ls\n");
  add_command(document, "other", {{1, 1}, {1, 6}});
  add_command(document, "other", {{99, 1}, {99, 6}});
  add_command(document, "backwards", {{10, 6}, {10, 4}});
  CHECK(contains(figure(document), "<pre><code>ls\n</code></pre>"));
}
