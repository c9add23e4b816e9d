// runbookc fix: applies the safe fixes, or shows them as a diff.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "base/near_miss.h"
#include "base/overlay_files.h"
#include "base/text.h"
#include "check/rule.h"
#include "cli/baseline_option.h"
#include "cli/changed_since.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/diff_text.h"
#include "cli/fail_on.h"
#include "cli/file_writer.h"
#include "cli/fix_selection.h"
#include "cli/project.h"
#include "cli/repeated_command.h"
#include "cli/session.h"
#include "fix/fix_rounds.h"
#include "fix/unified_diff.h"
#include "report/safe_text.h"
#include "report/text_summary.h"

namespace runbookc {
namespace {

constexpr OptionSpec kDiffOption = {"--diff", "",
                                    "print the fixes as a unified diff and change nothing"};

constexpr OptionSpec kFixSinceOption = {
    kChangedSinceOption.names, kChangedSinceOption.value,
    "fix only what changed since REV branched off may have caused"};

constexpr OptionSpec kFixNoBaselineOption = {
    kNoBaselineOption.names, "", "let what the project's baseline accepts count for the exit code"};

using RuleCodes = std::set<std::string_view>;

// The rules that --rule names; none: all of them.
Result<RuleCodes> read_rules(const Arguments& arguments) {
  RuleCodes codes;
  for (const std::string& name : arguments.all("--rule")) {
    const Rule* rule = find_rule(name);
    if (rule == nullptr) {
      const auto nearest = near_miss(name, rule_names());
      return Error{
          fmt::format("'{}' is not a rule", name),
          nearest ? fmt::format("did you mean '{}'?", *nearest) : "`runbookc rules` lists them"};
    }
    codes.insert(rule->code);
  }
  return codes;
}

Result<FixOutcome> find_fixes(Session& session, const Project& project, const RuleCodes& rules,
                              const std::optional<ChangeSet>& changes) {
  const RenameMap renames = renames_of(project, changes);
  const CheckOverlay check = [&](const FileBytes& overlay) -> Result<CheckedCorpus> {
    const OverlayFiles files(*project.files, overlay);
    auto analysis = analyse(session, project,
                            {.render = false,
                             .output_folder = configured_output(project),
                             .files = &files,
                             .renames = renames,
                             .keep = overlay.empty()});
    if (!analysis) return analysis.error();
    CheckedCorpus checked{std::move(analysis->corpus), std::move(analysis->diagnostics)};
    if (!changes) return checked;
    return narrowed_fixes(std::move(checked), *changes, *project.files, overlay);
  };
  return apply_fixes(check, [&](const Diagnostic& found) {
    return is_mendable(project, found) && (rules.empty() || rules.contains(found.code));
  });
}

std::string finding_line(const Diagnostic& found) {
  return fmt::format("  {}:{}: {} {}: {}\n", found.span.start.line, found.span.start.column,
                     found.code, found.name, safe_text(found.fix->description));
}

// What was, or would be, mended: a line a file; with -v, a line a fix.
std::string mended_text(const FixOutcome& outcome, const ShownPaths& paths, bool verbose) {
  std::map<std::string_view, std::vector<const Diagnostic*>> by_path;
  for (const Diagnostic& found : outcome.applied) by_path[found.path].push_back(&found);
  std::string out;
  for (const auto& [path, findings] : by_path) {
    out +=
        fmt::format("{}: {} fixed\n", safe_path(paths(path)), count_of(findings.size(), "finding"));
    if (!verbose) continue;
    for (const Diagnostic* found : findings) out += finding_line(*found);
  }
  return out;
}

std::string left_out_text(const FixOutcome& outcome, const ShownPaths& paths) {
  std::string out;
  for (std::size_t i = 0; i < outcome.left_out.size(); ++i) {
    const Diagnostic& found = outcome.left_out[i];
    out += fmt::format("{}:{}:{}: left {} {} as it is: to {} would make another finding ({})\n",
                       safe_path(paths(found.path)), found.span.start.line, found.span.start.column,
                       found.code, found.name, safe_text(found.fix->description),
                       outcome.obstacles[i]);
  }
  return out;
}

std::string diff_text(const FixOutcome& outcome) {
  std::string out;
  for (const auto& [path, before] : outcome.before) {
    out += unified_diff(path, before, outcome.after.at(path));
  }
  return out;
}

// A diff with dots for a secret would apply nowhere, so that its lines are the file's own.
bool shows_secret(const FixOutcome& outcome, const std::string& diff) {
  const Corpus& corpus = outcome.checked.corpus;
  return std::ranges::any_of(outcome.after, [&](const auto& file) {
    const Index page = find_page(corpus, file.first);
    if (page == kNone) return false;
    const SourceFile& source = corpus.source_of(corpus.pages[page]);
    const std::vector<Problem>& problems = corpus.document_of(corpus.pages[page]).problems;
    return std::ranges::any_of(problems, [&](const Problem& problem) {
      return problem.kind == ProblemKind::secret &&
             diff.find(source.line(problem.span.start.line)) != std::string::npos;
    });
  });
}

int show_diff(Session& session, const Project& project, const FixOutcome& outcome) {
  const std::string diff = diff_text(outcome);
  session.console.print(shown_diff(diff, Console::prints_to_terminal()));
  const std::string what = outcome.after.empty()
                               ? std::string("nothing to fix")
                               : fmt::format("{} would be fixed in {}; nothing was changed",
                                             count_of(outcome.applied.size(), "finding"),
                                             count_of(outcome.after.size(), "file"));
  if (!outcome.left_out.empty()) {
    session.console.write_error(left_out_text(outcome, project.paths));
  }
  session.console.note(what);
  if (shows_secret(outcome, diff))
    session.console.note(
        "the diff shows a secret (RB608), since its lines are those of the files; show it to "
        "nobody");
  if (!outcome.after.empty()) note_where_to_apply(session, project.roots.root);
  return outcome.after.empty() ? kExitFine : kExitFindings;
}

// Writes what can be written, tells of each file that cannot, and returns how many those are.
std::size_t write_files(Session& session, const Project& project, const FixOutcome& outcome) {
  std::size_t failures = 0;
  for (const auto& [path, bytes] : outcome.after) {
    const std::string absolute = (std::filesystem::path(project.roots.root) / path).string();
    const Status written = replace_document(absolute, outcome.before.at(path), bytes);
    if (written) continue;
    session.console.report(written.error());
    ++failures;
  }
  return failures;
}

// What was left has its reason told, and is not offered again.
std::vector<Diagnostic> without_offers(std::vector<Diagnostic> remaining,
                                       const std::vector<Diagnostic>& left_out) {
  std::set<std::tuple<std::string_view, std::string_view, std::uint32_t, std::uint32_t>> left;
  const auto key = [](const Diagnostic& found) {
    return std::make_tuple(std::string_view(found.code), std::string_view(found.path),
                           found.span.start.line, found.span.start.column);
  };
  for (const Diagnostic& found : left_out) left.insert(key(found));
  for (Diagnostic& found : remaining) {
    if (left.contains(key(found))) found.fix.reset();
  }
  return remaining;
}

// Why findings with a suggestion remain: people expect what they were shown.
std::string suggestions_text(const Report& remaining, std::string_view check) {
  const auto count = static_cast<std::size_t>(
      std::ranges::count_if(remaining.diagnostics, [](const Diagnostic& found) {
        return !found.fix && found.help.starts_with("did you mean ");
      }));
  if (count == 0) return "";
  return fmt::format("{} not certain enough to apply: `{}` shows {}\n",
                     count == 1 ? "1 suggestion is" : fmt::format("{} suggestions are", count),
                     check, count == 1 ? "it" : "them");
}

// What was mended is a part of the change now.
std::optional<ChangeSet> with_fixes(const std::optional<ChangeSet>& changes, const Project& project,
                                    const FixOutcome& outcome) {
  if (!changes) return changes;
  const OverlayFiles before(*project.files, outcome.before);
  return with_edits(*changes, before, outcome.after);
}

constexpr std::string_view kIncomplete =
    "stopped after many tries: run it again, or narrow it by PATHs or --rule";

void print_outcome(Session& session, const FixOutcome& outcome, const Report& remaining,
                   const ReportStyle& style) {
  std::string out =
      mended_text(outcome, style.paths, session.verbose) + left_out_text(outcome, style.paths);
  out += outcome.after.empty()
             ? std::string("nothing to fix; ")
             : fmt::format("{} fixed in {}; now ", count_of(outcome.applied.size(), "finding"),
                           count_of(outcome.after.size(), "file"));
  session.console.print(out + text_summary(remaining, style) +
                        suggestions_text(remaining, style.tips.check));
}

// What the check says after the fixes.
Result<int> report_rest(Session& session, const Project& project, const Arguments& arguments,
                        FixOutcome outcome, const std::optional<ChangeSet>& changes,
                        const ReportStyle& style) {
  Analysis left{
      .corpus = std::move(outcome.checked.corpus),
      .diagnostics = without_offers(std::move(outcome.checked.diagnostics), outcome.left_out),
      .suppressed = {},
      .accepted = {},
      .fixed = {},
      .gone = {}};
  const auto analysis = without_accepted(project, std::move(left), arguments);
  if (!analysis) return analysis.error();
  const auto changes_now = with_fixes(changes, project, outcome);
  const Report remaining = capped(narrow_to_changes(make_report(project, *analysis), *analysis,
                                                    project, *project.files, changes_now));
  note_changes(session, project, remaining, changes_now, style.tips.update_baseline);
  if (!session.quiet) print_outcome(session, outcome, remaining, style);
  return fails(remaining.diagnostics, style.fail_on) ? kExitFindings : kExitFine;
}

Result<int> run(Session& session, const Arguments& arguments) {
  const auto rules = read_rules(arguments);
  if (!rules) return rules.error();
  const auto fail_on = read_fail_on(arguments);
  if (!fail_on) return fail_on.error();
  const auto project = open_project(session, arguments.positionals);
  if (!project) return project.error();
  const auto changes = read_changes(*project, arguments);
  if (!changes) return changes.error();
  auto outcome = find_fixes(session, *project, *rules, *changes);
  if (!outcome) return outcome.error();
  if (!outcome->complete) session.console.note(std::string(kIncomplete));
  if (arguments.has(kDiffOption.names)) return show_diff(session, *project, *outcome);

  const std::size_t failures = write_files(session, *project, *outcome);
  if (failures > 0) {
    return Error{fmt::format("{} of {} could not be written; the others are mended",
                             count_of(failures, "file"), outcome->after.size()),
                 ""};
  }
  const ReportStyle style{.color = session.console.color(),
                          .verbose = session.verbose,
                          .quiet = session.quiet,
                          .fail_on = fail_on->value_or(project->config.fail_on),
                          .paths = project->paths,
                          .tips = tip_commands(*project, arguments)};
  return report_rest(session, *project, arguments, *std::move(outcome), *changes, style);
}

}  // namespace

const CliCommand& fix_command() {
  static const CliCommand command = {
      .name = "fix",
      .summary = "mend what can be mended safely",
      .details =
          "A fix removes its finding, makes no other, and changes nothing else. What the\n"
          "baseline accepts is fixed, too. --diff exits with 1 if something would change;\n"
          "otherwise the exit code is that of `runbookc check` afterwards.\n"
          "\n"
          "Examples:\n"
          "  runbookc fix --diff                  what would change\n"
          "  runbookc fix content/db              these files only\n"
          "  runbookc fix --rule unknown-key --rule RB303\n"
          "  runbookc fix --changed-since origin/main",
      .options = {kDiffOption,
                  {"--rule", "RULE", "fix only findings of this rule; may be given several times",
                   rule_names},
                  kFixSinceOption,
                  kFixNoBaselineOption,
                  kFailOnOption},
      .positionals = {{"PATH", "fix these files and folders only", 0, -1}},
      .run = run};
  return command;
}

}  // namespace runbookc
