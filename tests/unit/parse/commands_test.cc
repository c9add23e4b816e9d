#include "parse/commands.h"

#include "parse/document_parser.h"

namespace runbookc {
namespace {

struct Parsed {
  SourceFile file;
  Document document;
};

Parsed parse(std::string_view text) {
  SourceFile file("x.md", std::string(text));
  Document document = parse_document(file, "x.md", {});
  return {std::move(file), std::move(document)};
}

std::vector<std::string> texts(const Parsed& parsed) {
  std::vector<std::string> out;
  for (const Command& command : parsed.document.commands) out.push_back(command.text);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("each shell fence is one unit, in every shell language") {
  CHECK(texts(parse("```bash\nls\npwd\n```\n\n```Console\ndate\n```\n\n```yaml\na: b\n```\n")) ==
        Texts{"ls\npwd", "date"});
  for (std::string_view language :
       {"sh", "shell", "zsh", "shell-session", "terminal", "command", "cmd", "ksh"}) {
    INFO(language);
    CHECK(texts(parse("```" + std::string(language) + "\nls\n```\n")) == Texts{"ls"});
  }
}

TEST_CASE("nothing is claimed that only a grammar can know") {
  const Parsed parsed = parse("```sh\nrm -rf /tmp/x $Y\n```\n");
  REQUIRE(parsed.document.commands.size() == 1);
  const Command& command = parsed.document.commands[0];
  CHECK(command.risk == Risk::unknown);
  CHECK(command.risk_reason.empty());
  CHECK(command.syntax == SyntaxVerdict::skipped);
  CHECK(command.programs.empty());
  CHECK(command.environment.empty());
  CHECK(command.standalone);
}

TEST_CASE("a command's span is its text in the source, also in lists") {
  const Parsed parsed = parse("1. Do:\n\n   ```sh\n\n     ls é\n   pwd\n   ```\n\n$ x\n");
  REQUIRE(parsed.document.commands.size() == 1);
  CHECK(parsed.document.commands[0].text == "ls é\npwd");
  CHECK(parsed.document.commands[0].span == Span{{5, 6}, {6, 7}});
  CHECK(parsed.document.commands[0].step == 0);
}

TEST_CASE("prompts and output are separated") {
  const Parsed parsed = parse("```console\n$ oc get pods\nNAME\nweb\n$ oc whoami\nme\n```\n");
  REQUIRE(parsed.document.commands.size() == 1);
  const Command& command = parsed.document.commands[0];
  CHECK(command.text == "oc get pods\noc whoami");
  CHECK(command.expected_output == "NAME\nweb\nme");
  CHECK(command.span == Span{{2, 3}, {5, 12}});
}

TEST_CASE("an untagged block is shell only with prompts") {
  CHECK(texts(parse("```\n$ ls\n```\n")) == Texts{"ls"});
  CHECK(texts(parse("```\n[root@db ~]# ls\n```\n")) == Texts{"ls"});
  CHECK(texts(parse("```\nls -l\n```\n")).empty());
  CHECK(texts(parse("```\n> quoted mail text\n```\n")).empty());
  CHECK(texts(parse("```text\n$ ls\n```\n")).empty());
}

TEST_CASE("variables keep their dollar") {
  CHECK(texts(parse("```sh\n$HOME/bin/x\n```\n")) == Texts{"$HOME/bin/x"});
}

TEST_CASE("leading comments describe the command, else the sentence before it does") {
  const Parsed parsed = parse(
      "Look at it. Then check the pods:\n\n```sh\nkubectl get pods\n```\n\n"
      "Ignored.\n\n```sh\n# Restart\n# the pods\nkubectl delete pod x\n```\n\n```sh\nls\n```\n");
  REQUIRE(parsed.document.commands.size() == 3);
  CHECK(parsed.document.commands[0].description == "Then check the pods");
  CHECK(parsed.document.commands[1].description == "Restart the pods");
  CHECK(parsed.document.commands[1].text == "kubectl delete pod x");
  CHECK(parsed.document.commands[2].description.empty());
}

TEST_CASE("a block of comments alone has no command, and a shebang is no comment") {
  CHECK(texts(parse("```sh\n# only words\n```\n")).empty());
  CHECK(texts(parse("```sh\n#!/bin/sh\nls\n```\n")) == Texts{"#!/bin/sh\nls"});
}

TEST_CASE("an output block that words introduce belongs to the command before it") {
  const Parsed parsed = parse(
      "```sh\nls\n```\n\nYou should see:\n\n```\na\nb\n```\n\n```sh\npwd\n```\n\nThen edit:\n\n"
      "```\nc\n```\n\n```sh\ndate\n```\n\n```output\nMon\n```\n");
  REQUIRE(parsed.document.commands.size() == 3);
  CHECK(parsed.document.commands[0].expected_output == "a\nb");
  CHECK(parsed.document.commands[1].expected_output.empty());
  CHECK(parsed.document.commands[2].expected_output == "Mon");
  CHECK(parsed.document.code_blocks[1].role == CodeRole::output);
  CHECK(parsed.document.code_blocks[3].role == CodeRole::other);
  CHECK(parsed.document.code_blocks[5].role == CodeRole::output);
}

TEST_CASE("placeholders of a command are listed") {
  const Parsed parsed = parse("```sh\nssh <HOST>\n```\n");
  REQUIRE(parsed.document.commands.size() == 1);
  CHECK(parsed.document.commands[0].placeholders == std::vector<Placeholder>{{"HOST", "<HOST>"}});
}

TEST_CASE("a message in a section about communication is a template") {
  const Parsed parsed = parse(
      "## Communication Templates\n\n```markdown\n**Status**: [STATUS]\nWe are looking into [what "
      "is wrong].\n```\n\n## Config\n\n```\n[section]\nkey = a value of some words\n```\n");
  REQUIRE(parsed.document.templates.size() == 1);
  CHECK(parsed.document.code_blocks[0].role == CodeRole::message);
  CHECK(parsed.document.templates[0].placeholders.size() == 2);
  CHECK(parsed.document.templates[0].text.substr(0, 10) == "**Status**");
  CHECK(parsed.document.code_blocks[1].role == CodeRole::other);
  CHECK(parsed.document.commands.empty());
}

TEST_CASE("the last sentence is what introduces") {
  CHECK(last_sentence("Check it. Then run this:") == "Then run this");
  CHECK(last_sentence("Use e.g. the tool:") == "Use e.g. the tool");
  CHECK(last_sentence("").empty());
}

}  // namespace runbookc
