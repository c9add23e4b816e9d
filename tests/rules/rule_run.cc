#include "rules/rule_run.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <ranges>
#include <sstream>

#include "base/text.h"
#include "check/rule_example.h"
#include "check/runner.h"
#include "corpus/corpus.h"
#include "corpus/last_commits.h"

namespace runbookc::test {
namespace {

ProjectConfig config_of(const FileTexts& files) {
  const auto found = files.find("runbookc.yaml");
  if (found == files.end()) {
    return {};
  }
  ConfigOutcome outcome = read_config(SourceFile(found->first, found->second));
  for (const ConfigProblem& problem : outcome.problems) {
    FAIL("runbookc.yaml:" << problem.span.start.line << ": " << problem.message);
  }
  return std::move(outcome.config);
}

bool is_named(const Rule& rule, const ProjectConfig& config) {
  return std::ranges::any_of(
      config.rules, [&](const RuleSetting& setting) { return find_rule(setting.rule) == &rule; });
}

void raise(const Rule& rule, ProjectConfig& config) {
  if (rule.recommended != Severity::off || is_named(rule, config)) {
    return;
  }
  RuleSetting setting;
  setting.rule = rule.code;
  setting.severity = Severity::info;
  config.rules.push_back(std::move(setting));
}

// The file `git-log`: a line `YYYY-MM-DD path` for a document's last commit.
std::map<std::string, Date, std::less<>> last_commits(const FileTexts& files) {
  std::map<std::string, Date, std::less<>> days;
  const auto log = files.find("git-log");
  if (log == files.end()) return days;
  for (const std::string_view line : split_lines(log->second)) {
    const std::size_t space = line.find(' ');
    const std::optional<Date> day = parse_date(line.substr(0, space));
    REQUIRE(day);
    days[std::string(line.substr(space + 1))] = *day;
  }
  return days;
}

std::string one_line(std::string_view text) { return replace_all(visible_text(text), "\n", "\\n"); }

std::string describe_place(const Span& span) {
  std::ostringstream out;
  out << span.start.line << ":" << span.start.column << "-" << span.end.line << ":"
      << span.end.column;
  return out.str();
}

// A field whose text may have several lines, the later ones indented below it.
void describe_field(std::ostringstream& out, std::string_view name, std::string_view text) {
  if (!text.empty()) {
    out << "  " << name << ": " << replace_all(text, "\n", "\n    ") << "\n";
  }
}

}  // namespace

std::vector<Diagnostic> run_rule(const Rule& rule, const FileTexts& files, std::string_view today) {
  LoadOptions options;
  options.config = config_of(files);
  raise(rule, options.config);
  const std::optional<Date> date = parse_date(today);
  REQUIRE(date);
  options.today = *date;
  options.threads = 1;
  options.render = false;
  Result<Corpus> corpus = load_corpus(MemoryFiles(files), options);
  if (!corpus) {
    FAIL(corpus.error().message << "\n" << corpus.error().help);
  }
  std::vector<Diagnostic> diagnostics =
      run_rules(with_last_commits(*std::move(corpus), last_commits(files)), 1).diagnostics;
  std::erase_if(diagnostics,
                [&](const Diagnostic& diagnostic) { return diagnostic.code != rule.code; });
  return diagnostics;
}

std::string describe(const std::vector<Diagnostic>& diagnostics, const FileTexts& files) {
  if (diagnostics.empty()) {
    return "silent\n";
  }
  std::ostringstream out;
  for (const Diagnostic& diagnostic : diagnostics) {
    out << diagnostic.path << ":" << describe_place(diagnostic.span);
    const auto file = files.find(diagnostic.path);
    if (file != files.end()) {
      const SourceFile source(file->first, file->second);
      out << " \"" << one_line(source.text(diagnostic.span)) << "\"";
    }
    out << "\n";
    describe_field(out, "message", diagnostic.message);
    describe_field(out, "help", diagnostic.help);
    if (diagnostic.fix) {
      describe_field(out, "fix", diagnostic.fix->description);
      for (const Edit& edit : diagnostic.fix->edits) {
        out << "    " << describe_place(edit.range) << " becomes \"" << one_line(edit.text)
            << "\"\n";
      }
    }
  }
  return out.str();
}

FileTexts apply_fix(const Diagnostic& diagnostic, FileTexts files) {
  const auto file = files.find(diagnostic.path);
  REQUIRE(file != files.end());
  const SourceFile source(file->first, file->second);
  std::string text = file->second;
  for (const Edit& edit : diagnostic.fix->edits | std::views::reverse) {
    const ByteRange range = source.bytes_of(edit.range);
    text.replace(range.begin, range.size(), edit.text);
  }
  file->second = text;
  return files;
}

}  // namespace runbookc::test
