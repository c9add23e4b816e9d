#include "emit/code_figure.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/text.h"

using namespace runbookc;

namespace {

Words words() {
  auto words = Words::read(SourceFile("words.en.json", R"({"code.shell": "Commands",
      "code.output": "Output", "code.other": "text", "code.message": "Message <m>",
      "code.destroys": "Destroys data", "code.unread": "Not judged", "risk.read": "Reads only", "risk.mutate": "Changes",
      "risk.destroy": "Destroys", "risk.unknown": "Unknown", "risk.interactive": "waits <you>",
      "risk.blocking": "never ends"})"));
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

TEST_CASE("a block that is called shell and holds no command says that nobody judged it") {
  const std::string note = R"(<span class="risk" data-risk="unknown"><b>Not judged</b>)";
  CHECK(contains(figure(document_of("rm x", CodeRole::other)), note));
  CHECK(!contains(figure(document_of("rm x", CodeRole::other, "yaml")), note));
  CHECK(!contains(figure(document_of("rm x", CodeRole::output)), note));
  Document document = document_of("rm x");
  add_command(document, "rm x", {{10, 4}, {10, 8}});
  CHECK(!contains(figure(document), note));
}

TEST_CASE("a block that is no shell shows its text, escaped, under its language") {
  CHECK(figure(document_of("a: <b> & \"c\"\n", CodeRole::other, "ya\"ml")) ==
        "<figure class=\"code\" id=\"code.1\" data-role=\"other\" data-language=\"ya&quot;ml\">"
        "<figcaption><span class=\"label\">ya&quot;ml</span></figcaption>"
        "<pre><code>a: &lt;b&gt; &amp; &quot;c&quot;\n</code></pre></figure>");
}

// What the page's script copies of the command at `from`: see code_figure.h.
std::string copied(const std::string& html, std::size_t from) {
  std::string text;
  std::vector<bool> beside;  // of the open elements
  for (std::size_t at = from; at < html.size();) {
    if (html[at] != '<') {
      const std::size_t end = html.find('<', at);
      const bool hidden = std::ranges::find(beside, true) != beside.end();
      if (!hidden) text += html.substr(at, end - at);
      at = end;
      continue;
    }
    const std::size_t end = html.find('>', at) + 1;
    const std::string tag = html.substr(at, end - at);
    at = end;
    if (tag.starts_with("</")) {
      beside.pop_back();
      if (beside.empty()) break;
      continue;
    }
    bool is_beside = false;
    for (const std::string_view name : {"risk", "prompt", "in", "out", "note"})
      is_beside = is_beside || tag.starts_with("<span class=\"" + std::string(name) + "\"");
    beside.push_back(is_beside);
  }
  for (const auto& [entity, character] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    text = replace_all(text, entity, character);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::vector<std::string> copied_commands(const std::string& html) {
  std::vector<std::string> texts;
  for (std::size_t at = html.find("<span class=\"cmd"); at != std::string::npos;
       at = html.find("<span class=\"cmd", at + 1))
    texts.push_back(copied(html, at));
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("a command's text is what its element shows beside prompts, output and comments") {
  Document document = document_of("# first\n  ls -l   \ncat <x> \\\n  | sort # why\n");
  add_command(document, "ls -l", {{11, 6}, {11, 11}});
  add_command(document, "cat <x> \\\n  | sort", {{12, 4}, {13, 12}});
  const std::string html = figure(document);
  CHECK(copied_commands(html) == Texts{"ls -l", "cat <x> \\\n  | sort"});
  CHECK(
      contains(html, "<pre><code><span class=\"c\"># first\n</span><span class=\"cmd\" id=\"cmd."));
  CHECK(contains(html, "<span class=\"in\">  </span><span class=\"p\">ls</span> "));
  CHECK(contains(html, "<span class=\"note\">   </span>\n</span>"));
  CHECK(contains(html, "<span class=\"note\"> # why\n</span></span></span></code>"));
  CHECK(contains(html, " \\\n</span><span class=\"l\">  <span class=\"x\">|</span> "));
  CHECK_FALSE(contains(html, "data-copies"));
}

TEST_CASE("of a prompted block the commands are copied and not what it shows") {
  Document document = document_of("$ ls\nfile\n$ echo 'ü' |\n> cat # why\n");
  add_command(document, "ls", {{10, 6}, {10, 8}});
  add_command(document, "echo 'ü' |\ncat", {{12, 6}, {13, 9}});
  const std::string html = figure(document);
  CHECK(copied_commands(html) == Texts{"ls", "echo 'ü' |\ncat"});
  CHECK(contains(html, " data-copies=\"commands\"><figcaption>"));
  CHECK(contains(html,
                 "<span class=\"prompt\">$ </span><span class=\"p\">ls</span>\n</span>"
                 "<span class=\"out\">file\n</span>"));
  CHECK(contains(html, "<span class=\"prompt\">&gt; </span><span class=\"p\">cat</span>"));
}

TEST_CASE("what is printed in the middle of a command is not copied with it") {
  Document document = document_of("$ for i in 1\nprinted\n> do ls; done\n");
  add_command(document, "for i in 1\ndo ls; done", {{10, 6}, {12, 17}});
  CHECK(copied_commands(figure(document)) == Texts{"for i in 1\ndo ls; done"});
}

TEST_CASE("a command whose lines are not shown is shown as it is pasted") {
  Document document = document_of("ls --all\n");
  add_command(document, "ls -a", {{10, 4}, {10, 12}});
  CHECK(copied_commands(figure(document)) == Texts{"ls -a"});
}

TEST_CASE("a block with output among its commands copies its commands only") {
  Document document = document_of("ls\nfile\nid\n");
  add_command(document, "ls", {{10, 4}, {10, 6}});
  add_command(document, "id", {{12, 4}, {12, 6}});
  document.code_blocks[0].mixed = true;
  const std::string html = figure(document);
  CHECK(contains(html, "data-copies=\"commands\""));
  CHECK(contains(html, "<span class=\"out\">file\n</span>"));
}

TEST_CASE("a command that relies on the lines before it is copied with its block only") {
  Document document = document_of("cd /srv\nls\n");
  add_command(document, "cd /srv", {{10, 4}, {10, 11}});
  add_command(document, "ls", {{11, 4}, {11, 6}}, false);
  const std::string html = figure(document);
  CHECK(contains(html, "<span class=\"cmd\" id="));
  CHECK(contains(html, "<span class=\"cmd part\" id="));
}

TEST_CASE("commands on one line go only together, with the worse risk") {
  Document document = document_of("ls & rm x\n");
  add_command(document, "ls &", {{10, 4}, {10, 8}});
  add_command(document, "rm x", {{10, 9}, {10, 13}});
  document.commands[0].risk = Risk::read;
  document.commands[1].risk = Risk::destroy;
  const std::string html = figure(document);
  CHECK(contains(html, "<span class=\"cmd part\" id="));
  CHECK(contains(html, "data-risk=\"destroy\""));
  CHECK(copied_commands(html) == Texts{"ls & rm x"});
}

TEST_CASE("a placeholder is an element with its name, wherever it stands") {
  Document document = document_of("a \"<b&c>\" --d=<b&c>\n");
  add_command(document, "a \"<b&c>\" --d=<b&c>", {{10, 4}, {10, 23}});
  document.commands[0].placeholders = {{"b&c", "<b&c>", {3, 14}}};
  const std::string var = "<var class=\"param\" data-name=\"b&amp;c\">&lt;b&amp;c&gt;</var>";
  CHECK(contains(figure(document), "<span class=\"p\">a</span> <span class=\"s\">&quot;" + var +
                                       "&quot;</span> <span class=\"o\">--d</span>=" + var));
}

TEST_CASE("a message shows its placeholders and no colours") {
  Document document = document_of("Hi [your name]: \"ls\"\n", CodeRole::message, "text");
  MessageTemplate message;
  message.code_block = 0;
  message.placeholders = {{"your name", "[your name]", {3}}};
  document.templates.push_back(message);
  CHECK(contains(figure(document),
                 "<pre><code>Hi <var class=\"param\" data-name=\"your name\">[your name]</var>: "
                 "&quot;ls&quot;\n</code></pre>"));
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

TEST_CASE("a block of one risk says it once, in its caption, with the reason") {
  Document document = document_of("scale <a>\nscale b\n");
  add_command(document, "scale <a>", {{10, 4}, {10, 13}});
  add_command(document, "scale b", {{11, 4}, {11, 11}});
  for (Command& command : document.commands) {
    command.risk = Risk::mutate;
    command.risk_reason = "changes <x>";
    command.interactive = true;
  }
  const std::string html = figure(document);
  CHECK(contains(html,
                 "<span class=\"risk\" data-risk=\"mutate\"><b>Changes</b> &lt;x&gt;; "
                 "<i>waits &lt;you&gt;</i></span></figcaption>"));
  CHECK(html.find("class=\"risk\"") == html.rfind("class=\"risk\""));
}

TEST_CASE("in a block of several risks each command says its own, but for reading") {
  Document document = document_of("ls\nrm x\ntail -f y\n");
  add_command(document, "ls", {{10, 4}, {10, 6}});
  add_command(document, "rm x", {{11, 4}, {11, 8}});
  add_command(document, "tail -f y", {{12, 4}, {12, 13}});
  document.commands[0].risk = Risk::read;
  document.commands[1].risk = Risk::destroy;
  document.commands[1].risk_reason = "deletes files";
  document.commands[2].risk = Risk::read;
  document.commands[2].blocking = true;
  const std::string html = figure(document);
  CHECK(contains(html,
                 "<span class=\"risk\" data-risk=\"destroy\"><b>Destroys data</b></span>"
                 "</figcaption>"));
  CHECK(contains(
      html,
      "data-risk=\"destroy\"><span class=\"risk\" data-risk=\"destroy\">"
      "<b>Destroys</b>: deletes files\n</span><span class=\"l\"><span class=\"p\">rm</span>"));
  CHECK(contains(html, "<b>Reads only</b>; <i>never ends</i>\n</span>"));
  CHECK(copied_commands(html) == Texts{"ls", "rm x", "tail -f y"});
}

TEST_CASE("commands at places that the block does not have leave its text whole") {
  Document document = document_of("ls\n");
  add_command(document, "other", {{1, 1}, {1, 6}});
  add_command(document, "other", {{99, 1}, {99, 6}});
  add_command(document, "backwards", {{10, 6}, {10, 4}});
  CHECK(contains(figure(document), "<pre><code>ls\n</code></pre>"));
}
