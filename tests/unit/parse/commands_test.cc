#include "parse/commands.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"
#include "parse/risk_data.h"

namespace runbookc {
namespace {

struct Parsed {
  SourceFile file;
  Document document;
};

std::shared_ptr<const CommandJudge> judge() {
  static const auto shipped = [] {
    Result<RiskTable> table = load_risk_table();
    REQUIRE(table);
    return std::make_shared<const CommandJudge>(CommandJudge{
        std::move(*table), [](std::string_view command) {
          return std::string(command.find("payments") != std::string_view::npos ? "costs money"
                                                                                : "");
        }});
  }();
  return shipped;
}

Parsed parse(std::string_view text) {
  SourceFile file("x.md", std::string(text));
  Document document = parse_document(file, "x.md", {.limits = {}, .judge = judge()});
  return {std::move(file), std::move(document)};
}

std::vector<std::string> texts(const Parsed& parsed) {
  std::vector<std::string> out;
  for (const Command& command : parsed.document.commands) out.push_back(command.text);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("each statement is a command, in every shell language") {
  CHECK(texts(parse("```bash\nls\npwd\n```\n\n```Console\ndate\n```\n\n```yaml\na: b\n```\n")) ==
        Texts{"ls", "pwd", "date"});
  for (std::string_view language :
       {"sh", "shell", "zsh", "shell-session", "terminal", "command", "cmd", "ksh", "BASH"}) {
    INFO(language);
    CHECK(texts(parse("```" + std::string(language) + "\nls\n```\n")) == Texts{"ls"});
  }
}

TEST_CASE("continuations, quotes, here-documents and compounds are whole") {
  CHECK(texts(parse("```sh\nkubectl get \\\n  pods\npython -c \"\nimport x\nx.y('z')\n\"\n"
                    "cat <<EOF\n$ x\n  y\nEOF\nfor i in 1 2; do\n  ls $i # two\ndone\na; b && c\n"
                    "d &\n```\n")) ==
        Texts{"kubectl get \\\n  pods", "python -c \"\nimport x\nx.y('z')\n\"",
              "cat <<EOF\n$ x\n  y\nEOF", "for i in 1 2; do\n  ls $i # two\ndone", "a; b && c",
              "d &"});
}

TEST_CASE("without a judge nothing is said of what commands do") {
  const SourceFile file("x.md", "```sh\nrm -rf /tmp/x\n```\n\n```\nkubectl get pods\n```\n");
  const Document document = parse_document(file, "x.md", {});
  REQUIRE(document.commands.size() == 1);
  CHECK(document.commands[0].risk == Risk::unknown);
  CHECK(document.commands[0].risk_reason.empty());
  CHECK(document.commands[0].programs.empty());
  CHECK(document.commands[0].syntax == SyntaxVerdict::ok);
}

TEST_CASE("a command is judged by the tables, by its block's functions and by the project") {
  const auto commands =
      parse(
          "```sh\nredis-cli FLUSHALL | tee x\nclean() { rm -rf /srv; }\nclean now\n"
          "curl payments\nwatch ls\nfernctl x\nkubectl exec -it web -- sh\n```\n")
          .document.commands;
  REQUIRE(commands.size() == 7);
  CHECK(commands[0].risk == Risk::destroy);
  CHECK(commands[0].programs == Texts{"redis-cli", "tee"});
  CHECK(commands[1].risk == Risk::read);
  CHECK(commands[1].risk_reason == "defines a function");
  CHECK(commands[1].programs == Texts{"rm"});
  CHECK(commands[2].risk == Risk::destroy);
  CHECK(commands[2].risk_reason == "deletes files, folders too");
  CHECK(commands[3].risk == Risk::destroy);
  CHECK(commands[3].risk_reason == "costs money");
  CHECK(commands[4].blocking);
  CHECK(commands[5].risk == Risk::unknown);
  CHECK(commands[6].interactive);
}

TEST_CASE("a command's span is its text in the source, also in lists") {
  const Parsed parsed = parse("1. Do:\n\n   ```sh\n\n     ls é\n   pwd; x # y\n   ```\n\n$ x\n");
  REQUIRE(parsed.document.commands.size() == 2);
  CHECK(parsed.document.commands[0].text == "ls é");
  CHECK(parsed.document.commands[0].span == Span{{5, 6}, {5, 10}});
  CHECK(parsed.document.commands[0].step == 0);
  CHECK(parsed.document.commands[1].text == "pwd; x");
  CHECK(parsed.document.commands[1].span == Span{{6, 4}, {6, 10}});
  CHECK(parsed.document.commands[1].description == "y");
}

TEST_CASE("an error is told at its place, for each statement that has one") {
  const auto commands = parse(
                            "- a\n\n  ```sh\n  ls\n  é && fi\n  pwd\n  $ (date\n  echo 'x\n  y\n"
                            "  ```\n")
                            .document.commands;
  REQUIRE(commands.size() == 5);
  CHECK(commands[0].syntax == SyntaxVerdict::ok);
  CHECK(commands[1].syntax == SyntaxVerdict::error);
  CHECK(commands[1].syntax_span == Span{{5, 8}, {5, 10}});
  CHECK_FALSE(commands[1].syntax_message.empty());
  CHECK(commands[2].syntax == SyntaxVerdict::ok);
  CHECK(commands[3].syntax == SyntaxVerdict::error);
  CHECK(commands[4].text == "echo 'x\ny");
  CHECK(commands[4].syntax_span == Span{{8, 8}, {8, 9}});
  CHECK(commands[4].risk == Risk::unknown);
  const auto prompted = parse("```console\n$ ls\nx\n$ echo )\n```\n").document.commands;
  REQUIRE(prompted.size() == 2);
  CHECK(prompted[1].syntax_span == Span{{4, 8}, {4, 9}});
}

TEST_CASE("each command at a prompt has its own output") {
  const Parsed parsed =
      parse("```console\n$ oc get pods # all\nNAME\nweb\n$ oc whoami \\\n>  -t\nme\n```\n");
  REQUIRE(parsed.document.commands.size() == 2);
  const Command& first = parsed.document.commands[0];
  CHECK(first.text == "oc get pods");
  CHECK(first.description == "all");
  CHECK(first.expected_output == "NAME\nweb");
  CHECK(first.span == Span{{2, 3}, {2, 14}});
  const Command& second = parsed.document.commands[1];
  CHECK(second.text == "oc whoami \\\n -t");
  CHECK(second.expected_output == "me");
  CHECK(second.span == Span{{5, 3}, {6, 6}});
}

TEST_CASE("output that stands between commands without prompts is their output") {
  const auto commands =
      parse(
          "```bash\nceph status\n  health: ERR (\n  3 full osd(s)\nsomething else\n"
          "\ndf -h\nfernctl status\n```\n")
          .document.commands;
  REQUIRE(commands.size() == 3);
  CHECK(commands[0].text == "ceph status");
  CHECK(commands[0].expected_output == "  health: ERR (\n  3 full osd(s)\nsomething else");
  CHECK(commands[1].text == "df -h");
  CHECK(commands[2].text == "fernctl status");
}

TEST_CASE("what is typed into a program that a command opened is none of its output") {
  const auto output = [](std::string_view block) {
    const auto commands = parse("```bash\n" + std::string(block) + "```\n").document.commands;
    REQUIRE(commands.size() == 1);
    return commands[0].expected_output;
  };
  CHECK(output("psql shop\nshop=# TRUNCATE carts;\n") == "");
  CHECK(output("psql shop\nSELECT 1;\n\\q\n") == "");
  CHECK(output("sudo rails console\nbasket = Basket.find(7)\nbasket.save\n") == "");
  CHECK(output("$ rails console\n> Basket.count\n") == "");
  CHECK(output("$ rails console\nLoading production\n> Basket.count\n") == "Loading production");
  CHECK(output("$ cat notes\n> a quotation\n") == "> a quotation");
}

TEST_CASE("what one writes in an editor is no output") {
  const auto output = [](std::string_view block) {
    const auto commands = parse("```bash\n" + std::string(block) + "```\n").document.commands;
    REQUIRE(commands.size() == 1);
    return commands[0].expected_output;
  };
  CHECK(output("kubectl edit cm limits\nmaxUsers: 40\n") == "");
  CHECK(output("$ sudoedit /etc/hosts\n10.0.0.1 db\n") == "");
  CHECK(output("kubectl get cm limits -o yaml\nmaxUsers: 40\n") == "maxUsers: 40");
  CHECK(
      texts(parse("```bash\n$ vi limits.yaml\n# Raise it\nkubectl apply -f limits.yaml\n```\n")) ==
      Texts{"vi limits.yaml", "kubectl apply -f limits.yaml"});
}

TEST_CASE("the rest of a page behind a fence that is never closed is no output") {
  const auto output = [](std::string_view text) {
    const auto commands = parse(text).document.commands;
    REQUIRE(commands.size() == 1);
    return commands[0].expected_output;
  };
  CHECK(output("```console\n$ date\nMon\n\nThen wait.\n") == "Mon");
  CHECK(output("```console\n$ date\n\n## Then\n\nWait.\n") == "");
  CHECK(output("```bash\ndf -h\n\nFilesystem:  1\n") == "");
  CHECK(output("```console\n$ date\nMon\n\nTue\n```\n") == "Mon\n\nTue");
}

TEST_CASE("a block where nothing is a command holds no commands and no output") {
  const Parsed parsed = parse("```bash\nName: x\nTeam: y\n  - since 7\n```\n");
  CHECK(parsed.document.commands.empty());
  for (const CodeBlock& code : parsed.document.code_blocks) CHECK_FALSE(code.mixed);
}

TEST_CASE("variables that the block does not set are needed") {
  const auto commands = parse(
                            "```sh\nNS=shop\nkubectl -n $NS get $KIND ${X:-y} $HOME\nfor p in a; "
                            "do ls $p; done\n```\n")
                            .document.commands;
  REQUIRE(commands.size() == 3);
  CHECK(commands[1].environment == Texts{"KIND"});
  CHECK(commands[2].environment.empty());
}

TEST_CASE("what relies on what stands before it in its block does not stand alone") {
  const auto alone = [](std::string_view text) {
    std::string verdicts;
    for (const Command& command :
         parse("```sh\n" + std::string(text) + "\n```\n").document.commands)
      verdicts += command.standalone ? 'y' : 'n';
    return verdicts;
  };
  CHECK(alone("ls\npwd") == "yy");
  CHECK(alone("cd /srv\nls") == "yn");
  CHECK(alone("(cd /srv; ls)\nls") == "yy");
  CHECK(alone("A=1\nls\necho $A") == "yyn");
  CHECK(alone("export PGHOST=db\nexport PGUSER=x\npsql") == "yyn");
  CHECK(alone("f() { ls; }\nf\nls") == "yny");
  CHECK(alone(". ./env\nls") == "yn");
  CHECK(alone("#!/bin/sh\nls\npwd") == "nn");
}

TEST_CASE("an untagged block is shell with prompts, or beyond doubt") {
  CHECK(texts(parse("```\n$ ls\n```\n")) == Texts{"ls"});
  CHECK(texts(parse("```\n[root@db ~]# ls\n```\n")) == Texts{"ls"});
  CHECK(texts(parse("```\nls -l\n```\n")) == Texts{"ls -l"});
  CHECK(texts(parse("Run:\n\n    kubectl get pods\n")) == Texts{"kubectl get pods"});
  CHECK(texts(parse("```\n> quoted mail text\n```\n")).empty());
  CHECK(texts(parse("```text\n$ ls\n```\n")).empty());
  CHECK(texts(parse("```\nmake sure it works\n```\n")).empty());
  const Parsed parsed = parse("```\nls -l\n```\n");
  CHECK(parsed.document.code_blocks[0].role_reason == "reads as shell");
}

TEST_CASE("a block that is tagged as shell and is none says what it is") {
  const Parsed parsed = parse(
      "```bash\nmysql> select 1;\n```\n\n```sh\nkubectl get pods\n```\n\n```sh\nNAME    READY\n"
      "web-1   1/1\n```\n\n```bash\nsum(rate(x[5m])) by (job)\n```\n");
  CHECK(texts(parsed) == Texts{"kubectl get pods"});
  CHECK(parsed.document.commands[0].expected_output == "NAME    READY\nweb-1   1/1");
  CHECK(parsed.document.code_blocks[0].role == CodeRole::other);
  CHECK(parsed.document.code_blocks[0].role_reason == "holds a session of mysql, in a fence bash");
  CHECK(parsed.document.code_blocks[2].role == CodeRole::output);
  CHECK(parsed.document.code_blocks[3].role_reason == "holds PromQL, in a fence bash");
}

TEST_CASE("an ellipsis that stands for lines is no command") {
  CHECK(texts(parse("```sh\nls\n...\n…\n[...]\npwd\n```\n")) == Texts{"ls", "pwd"});
}

TEST_CASE("variables keep their dollar") {
  CHECK(texts(parse("```sh\n$HOME/bin/x\n```\n")) == Texts{"$HOME/bin/x"});
}

TEST_CASE("comments above and behind describe a command, else the sentence before the block does") {
  const Parsed parsed = parse(
      "Look at it. Then check the pods:\n\n```sh\nkubectl get pods\n```\n\n"
      "Ignored.\n\n```sh\n# Old\n\n# Restart\n# the pods\nkubectl delete pod x # now\n# ----\npwd\n"
      "# the end\n```\n");
  REQUIRE(parsed.document.commands.size() == 3);
  CHECK(parsed.document.commands[0].description == "Then check the pods");
  CHECK(parsed.document.commands[1].description == "Restart the pods now");
  CHECK(parsed.document.commands[1].text == "kubectl delete pod x");
  CHECK(parsed.document.commands[2].description == "Ignored.");
}

TEST_CASE("a comment behind a fence's language describes its commands") {
  const Parsed parsed = parse("Drain:\n\n```console # Drain, but wait\n$ ls\n```\n");
  REQUIRE(parsed.document.commands.size() == 1);
  CHECK(parsed.document.commands[0].description == "Drain, but wait");
}

TEST_CASE("a block of comments alone has no command, and a shebang is a comment of none") {
  CHECK(texts(parse("```sh\n# only words\n```\n")).empty());
  const Parsed script = parse("```sh\n#!/bin/sh\nls\n```\n");
  CHECK(texts(script) == Texts{"ls"});
  CHECK(script.document.commands[0].description.empty());
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
  CHECK(parsed.document.commands[0].placeholders ==
        std::vector<Placeholder>{{"HOST", "<HOST>", {4}}});
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

TEST_CASE("what is typed into something that a command opened does not stand alone") {
  const auto commands =
      parse(
          "```bash\nssh db-1\nsystemctl stop web\nexit\ndf -h\n\nsudo -u postgres psql\nSELECT 1;\n"
          "\\q\n\nkubectl get pods\n```\n")
          .document.commands;
  std::vector<std::pair<std::string, bool>> alone;
  for (const Command& command : commands) alone.emplace_back(command.text, command.standalone);
  CHECK(alone == std::vector<std::pair<std::string, bool>>{{"ssh db-1", true},
                                                           {"systemctl stop web", false},
                                                           {"exit", false},
                                                           {"df -h", true},
                                                           {"sudo -u postgres psql", true},
                                                           {"kubectl get pods", true}});
}

TEST_CASE("a block with too many commands is no longer read, and that is said") {
  const SourceFile file("x.md",
                        "```bash\nls\npwd\n```\n\n```bash\ndate\nid\n```\n\n```bash\ndate\n```\n");
  ParseOptions options = {.limits = {}, .judge = judge()};
  options.limits.commands = 3;
  const Document document = parse_document(file, "x.md", options);
  REQUIRE(document.commands.size() == 3);
  CHECK(document.commands[2].text == "date");
  CHECK(document.code_blocks[1].role == CodeRole::other);
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].kind == ProblemKind::limit_exceeded);
  CHECK(document.problems[0].span.start == Position{6, 1});
}

TEST_CASE("a block without a language may show root's terminal") {
  const auto commands =
      parse("```\n# ps -ef $(pgrep web)\nweb,1 --system 36\n  └─web,2 -Ws\n# kill -TERM 2\n```\n")
          .document.commands;
  REQUIRE(commands.size() == 2);
  CHECK(commands[0].text == "ps -ef $(pgrep web)");
  CHECK(commands[0].expected_output == "web,1 --system 36\n  └─web,2 -Ws");
  CHECK(commands[1].text == "kill -TERM 2");
}

TEST_CASE("a sentence between commands is none") {
  CHECK(texts(parse("```bash\nls -l\nMake sure that the job ended.\n\npip install x\n\nor\n\npip3 "
                    "install x\n```\n")) == Texts{"ls -l", "pip install x", "pip3 install x"});
  const auto led =
      parse("```bash\nls -l\nStart it again. Command: `sudo systemctl start web`\n```\n")
          .document.commands;
  REQUIRE(led.size() == 1);
  CHECK(led[0].expected_output.empty());
}

TEST_CASE("a command on the line of its fence is one, byte for byte") {
  const Parsed parsed = parse(
      "- Look:\n\n  ```sudo cut -d\\\" -f2 /etc/x | redis-cli -h db\n  127.0.0.1:6379> DBSIZE\n"
      "  ```\n\n```text A note\nx\n```\n\n~~~sudo ls -l\n~~~\n");
  REQUIRE(parsed.document.commands.size() == 2);
  const Command& first = parsed.document.commands[0];
  CHECK(first.text == "sudo cut -d\\\" -f2 /etc/x | redis-cli -h db");
  CHECK(first.span == Span{{3, 6}, {3, 48}});
  CHECK(first.expected_output.empty());
  CHECK(parsed.document.commands[1].text == "sudo ls -l");
  CHECK(parsed.document.commands[1].span == Span{{11, 4}, {11, 14}});
}

TEST_CASE("a block behind commands is their output where it is near or called so") {
  const auto output = [](std::string_view behind) {
    const auto commands =
        parse("```bash\nredis-cli ping\n```\n" + std::string(behind)).document.commands;
    REQUIRE(!commands.empty());
    return commands[0].expected_output;
  };
  CHECK(output("\n```text\nPONG\n```\n") == "PONG");
  CHECK(output("\n```\nPONG\n```\n") == "PONG");
  CHECK(output("\nIt shows the output:\n\n```\nPONG\n```\n") == "PONG");
  CHECK(output("\nThen:\n\n```\nPONG\n```\n").empty());
  CHECK(output("\nThe expected pods:\n\n```\nkubectl get pods\n```\n").empty());
  CHECK(output("\nThe output should say:\n\n```bash\nfoo: bar baz\n```\n") == "foo: bar baz");
  CHECK(output("\nWith this file:\n\n```bash\n{\"a\": 1}\n```\n").empty());
}

TEST_CASE("what leads to a block describes its commands") {
  const auto description = [](std::string_view lead) {
    const auto commands = parse(std::string(lead) + "\n\n```bash\nls\n```\n").document.commands;
    REQUIRE(!commands.empty());
    return commands[0].description;
  };
  CHECK(description("1. Look.\n2. Check the logs:") == "Check the logs");
  CHECK(description("- One fact.\n- Another") == "");
  CHECK(description("- Check the logs:") == "Check the logs");
  CHECK(description("Check the logs. (Replace x with y.)") == "Check the logs.");
  CHECK(description("Check the logs. For example:") == "Check the logs.");
  CHECK(description("For example:") == "");
  CHECK(description("Or:") == "");
  CHECK(description("Output") == "");
  CHECK(description("Restart it. Or:") == "Restart it.");
  CHECK(description("Copy the `Option 1: Keys of today` part into your shell") ==
        "Copy the Option 1: Keys of today part into your shell");
  CHECK(description("Step 2: Look at the node") == "Look at the node");
  CHECK(description("It may well stand at 0. Look at the node") == "Look at the node");
  CHECK(description("Delete the pod. This is expected to take a minute.") == "Delete the pod.");
  CHECK(description("Look whether the `state : Working` annotation is set:") ==
        "Look whether the state : Working annotation is set");
  CHECK(description("Check the logs. Replace `x` with the name.") == "Check the logs.");
}

TEST_CASE("dots in what programs print are none of a command") {
  const Parsed mixed =
      parse("```bash\nkubectl get cm -o yaml\nkind: ConfigMap\n...\nproxy: x\n```\n");
  CHECK(mixed.document.problems.empty());
  const Parsed plain = parse("```bash\nls -l\n...\npwd\n```\n");
  REQUIRE(plain.document.problems.size() == 1);
  CHECK(plain.document.problems[0].kind == ProblemKind::command_truncated);
}

TEST_CASE("a comment describes all the lines under it, as far as an empty one") {
  const auto commands = parse(
                            "Look:\n\n```bash\n# Is the disk full?\ndf -h\ndu -s /\nls -l # the "
                            "files\npwd\n\ndate\n```\n")
                            .document.commands;
  REQUIRE(commands.size() == 5);
  CHECK(commands[0].description == "Is the disk full?");
  CHECK(commands[1].description == "Is the disk full?");
  CHECK(commands[2].description == "the files");
  CHECK(commands[3].description == "Is the disk full?");
  CHECK(commands[4].description == "Look");
}

TEST_CASE("comments above a command are its description, as sentences") {
  const auto commands =
      parse("```bash\n# Acknowledge in chat\n# Look at it\nls\n\n# NAME=x\npwd\n```\n")
          .document.commands;
  REQUIRE(commands.size() == 2);
  CHECK(commands[0].description == "Acknowledge in chat. Look at it");
  CHECK(commands[1].description.empty());
}

}  // namespace runbookc
