#include <catch2/catch.hpp>
#include <map>

#include "base/text.h"
#include "formats/hostile_report.h"
#include "formats/sample_report.h"

namespace runbookc {
namespace {

// A workflow command, read as GitHub's runner does it.
struct WorkflowCommand {
  std::string name;
  std::map<std::string, std::string> properties;
  std::string message;
};

std::string unescape(std::string text) {
  for (const auto& [escape, plain] :
       {std::pair("%0D", "\r"), {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}}) {
    text = replace_all(text, escape, plain);
  }
  return text;
}

WorkflowCommand read_command(std::string_view line) {
  REQUIRE(line.starts_with("::"));
  const auto end = line.find("::", 2);
  REQUIRE(end != std::string_view::npos);
  const std::string_view head = line.substr(2, end - 2);
  const auto space = head.find(' ');
  WorkflowCommand command{.name = std::string(head.substr(0, space)),
                          .properties = {},
                          .message = unescape(std::string(line.substr(end + 2)))};
  for (const std::string_view property : split(head.substr(space + 1), ',')) {
    const auto equals = property.find('=');
    command.properties[std::string(property.substr(0, equals))] =
        unescape(std::string(property.substr(equals + 1)));
  }
  return command;
}

struct Log {
  std::vector<WorkflowCommand> commands;
  std::vector<std::string> plain;
  std::string last_line;
};

// Commands, then lines that are none, the last of which counts.
Log read_log(const std::string& output) {
  REQUIRE(output.ends_with("\n"));
  std::vector<std::string_view> lines = split(output, '\n');
  lines.pop_back();
  Log log{.commands = {}, .plain = {}, .last_line = std::string(lines.back())};
  lines.pop_back();
  CHECK(log.last_line.starts_with("runbookc: "));
  for (const std::string_view line : lines) {
    if (log.plain.empty() && line.starts_with("::")) {
      log.commands.push_back(read_command(line));
      continue;
    }
    // GitHub's runner looks for commands after white space, too, and for `##[` anywhere.
    CHECK_FALSE(trim(line).starts_with("::"));
    CHECK(line.find("##[") == std::string_view::npos);
    log.plain.emplace_back(line);
  }
  return log;
}

std::vector<Diagnostic> many(Severity severity, std::uint32_t count) {
  std::vector<Diagnostic> out;
  for (std::uint32_t i = 1; i <= count; ++i) {
    out.push_back(sample_diagnostic(severity, "a.md", {{i, 1}, {i, 2}}, "empty"));
  }
  return out;
}

const Corpus kCorpus = sample_corpus({{"a.md", "# T\n"}});

Log log_of(std::vector<Diagnostic> found, const ReportStyle& style = {}) {
  return read_log(render("github", kCorpus, std::move(found), style));
}

}  // namespace

TEST_CASE("an annotation has its place, rule, fact and remedy") {
  Diagnostic found = sample_diagnostic(Severity::error, "a, b.md", {{3, 9}, {3, 13}}, "100% gone");
  found.help = "did you mean 'z.md'?";
  CHECK(render("github", kCorpus, {found}) ==
        "::error file=a%2C b.md,line=3,col=9,endLine=3,endColumn=13,title=RB301 target-missing::"
        "100%25 gone%0Adid you mean 'z.md'?\n"
        "runbookc: 1 error, 0 warnings in 1 file\n");
}

TEST_CASE("paths of annotations start at the top of the repository") {
  const auto log = log_of(many(Severity::error, 1), {.path_prefix = "docs/ops"});
  CHECK(log.commands.at(0).properties.at("file") == "docs/ops/a.md");
}

TEST_CASE("an annotation over several lines has no columns") {
  const auto found = sample_diagnostic(Severity::warning, "a.md", {{3, 9}, {5, 1}}, "x");
  const WorkflowCommand command = log_of({found}).commands.at(0);
  CHECK(command.name == "warning");
  CHECK(command.properties.at("line") == "3");
  CHECK(command.properties.at("endLine") == "4");
  CHECK_FALSE(command.properties.contains("col"));
  CHECK_FALSE(command.properties.contains("endColumn"));
}

TEST_CASE("a finding of a file that could not be read stands at its start") {
  const auto found = sample_diagnostic(Severity::error, "pipe.md", {}, "a named pipe");
  const WorkflowCommand command = log_of({found}).commands.at(0);
  CHECK(command.properties.at("line") == "1");
  CHECK(command.properties.at("col") == "1");
}

TEST_CASE("ten annotations of a kind are written, and the others listed and counted") {
  std::vector<Diagnostic> found = many(Severity::warning, 25);
  for (Diagnostic& one : many(Severity::error, 11)) found.push_back(std::move(one));
  for (Diagnostic& one : many(Severity::info, 12)) found.push_back(std::move(one));
  const Log plain = log_of(found);
  CHECK(plain.commands.size() == 20);
  CHECK(plain.commands.at(9).name == "error");
  CHECK(plain.commands.at(9).properties.at("line") == "10");
  CHECK(plain.commands.at(10).name == "warning");
  CHECK(
      plain.last_line ==
      "runbookc: 11 errors, 25 warnings in 1 file; not annotated: 1 error, 15 warnings, as GitHub "
      "shows 10 of each kind a step");
  CHECK(plain.plain.size() == 16);
  CHECK(plain.plain.at(0) == "a.md:11:1: error RB301: empty");
  CHECK(plain.plain.at(1) == "a.md:11:1: warning RB203: empty");
  CHECK(plain.plain.at(15) == "a.md:25:1: warning RB203: empty");
  const Log verbose = log_of(found, {.verbose = true});
  CHECK(verbose.commands.size() == 30);
  CHECK(verbose.commands.back().name == "notice");
  CHECK(verbose.plain.back() == "a.md:12:1: info RB203: empty");
  CHECK(verbose.last_line.find("12 infos in 1 file") != std::string::npos);
  CHECK(log_of(found, {.quiet = true}).commands.size() == 10);
}

TEST_CASE("no line of the log is a command, whatever a path or message holds") {
  for (const char* path :
       {"::error::a.md", " ::error::a.md", "##[error]a.md", ":", "\n::error::a"}) {
    std::vector<Diagnostic> found = many(Severity::error, 10);
    found.push_back(sample_diagnostic(Severity::error, path, {{11, 1}, {11, 2}},
                                      "a\n::error::b\r::error::c ##[error]d \x1b[31m"));
    const Log log = log_of(found, {.path_prefix = ""});
    REQUIRE(log.commands.size() == 10);
    REQUIRE(log.plain.size() == 1);
    CHECK(log.plain.at(0).find('\x1b') == std::string::npos);
    CHECK(log.plain.at(0).find('\r') == std::string::npos);
  }
  CHECK(log_of(many(Severity::error, 11), {.path_prefix = "ops"}).plain.at(0) ==
        "ops/a.md:11:1: error RB301: empty");
}

TEST_CASE("a clean run is one line that is no annotation") {
  CHECK(render("github", kCorpus, {}) == "runbookc: 0 errors, 0 warnings in 1 file\n");
}

TEST_CASE("hostile text stays inside its own annotation") {
  const HostileReport report;
  const Log log = read_log(report.render("github", {.verbose = true}));
  CHECK(log.commands.size() == report.diagnostics().size());
  for (const WorkflowCommand& command : log.commands) {
    CHECK((command.name == "error" || command.name == "warning" || command.name == "notice"));
    CHECK(command.properties.size() == 6);
    CHECK(command.properties.at("title").starts_with("RB"));
    CHECK(command.properties.at("file").starts_with("content/"));
    CHECK(split(command.message, '\n').size() == 2);
  }
}

}  // namespace runbookc
