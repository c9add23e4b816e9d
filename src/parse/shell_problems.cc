#include "parse/shell_problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/unicode.h"
#include "shell/broken_continuation.h"
#include "shell/downloaded_script.h"
#include "shell/ellipsis.h"
#include "shell/joined_secret.h"
#include "shell/lost_options.h"
#include "shell/secret.h"
#include "shell/secret_input.h"
#include "shell/secret_option.h"
#include "shell/typography.h"

namespace runbookc {
namespace {

using Problems = std::vector<ShellProblem>;

std::string text_at(std::string_view text, ByteRange range) {
  return std::string(text.substr(range.begin, range.size()));
}

std::string first_character(std::string_view text, ByteRange range) {
  const std::string_view rest = text.substr(range.begin, range.size());
  return printable(rest.substr(0, decode_utf8(rest).size));
}

// The first that is none of ASCII: the other one may be a hyphen.
std::string dash_character(std::string_view text, ByteRange range) {
  while (range.begin + 1 < range.end && text[range.begin] == '-') ++range.begin;
  return first_character(text, range);
}

std::string slip_message(std::string_view text, const TypographySlip& slip) {
  const std::string shown = first_character(text, slip.range);
  const auto point = static_cast<std::uint32_t>(decode_utf8(text.substr(slip.range.begin)).value);
  switch (slip.kind) {
    case SlipKind::quotes:
    case SlipKind::quote:
      return fmt::format("'{}' is no quote to a shell, but a letter like any other", shown);
    case SlipKind::dash:
      return fmt::format("'{}' is a dash of typography, which begins no option",
                         dash_character(text, slip.range));
    case SlipKind::invisible:
      return fmt::format("this character (U+{:04X}) is invisible, but to a shell it begins a word",
                         point);
    case SlipKind::space:
      break;
  }
  return fmt::format("this space (U+{:04X}) is none to a shell: the words around it are one",
                     point);
}

std::string slip_help(const TypographySlip& slip) {
  switch (slip.kind) {
    case SlipKind::quotes:
    case SlipKind::quote:
      return "write straight quotes: \" or '";
    case SlipKind::dash:
      return slip.replacement ? fmt::format("write '{}'", *slip.replacement) : "write '-' or '--'";
    case SlipKind::invisible:
      return "remove it";
    case SlipKind::space:
      break;
  }
  return "write an ordinary space";
}

// A blank behind a backslash is said once.
bool is_in_continuation(ByteRange range, const std::vector<BrokenContinuation>& faults) {
  return std::ranges::any_of(faults, [&](const BrokenContinuation& broken) {
    return broken.range.begin <= range.begin && range.end <= broken.range.end;
  });
}

void add_typography(Problems& problems, std::string_view text, const ShellScript& script,
                    const std::vector<BrokenContinuation>& faults) {
  for (const TypographySlip& slip : find_typography(text, script)) {
    if (slip.kind == SlipKind::space && is_in_continuation(slip.range, faults)) continue;
    problems.push_back({slip.range,
                        {.kind = ProblemKind::command_typography,
                         .span = {},
                         .message = slip_message(text, slip),
                         .help = slip_help(slip),
                         .subject = text_at(text, slip.range),
                         .replacement = slip.replacement.value_or(""),
                         .has_replacement = slip.replacement.has_value()}});
  }
}

Problem continuation_problem(const BrokenContinuation& broken) {
  Problem problem{.kind = ProblemKind::continuation_broken,
                  .span = {},
                  .message = {},
                  .help = {},
                  .subject = broken.subject,
                  .replacement = broken.replacement.value_or(""),
                  .has_replacement = broken.replacement.has_value()};
  switch (broken.fault) {
    case ContinuationFault::space:
      problem.message = "with a blank after the backslash the command ends here";
      problem.help = broken.replacement
                         ? "remove the blank, so that the command goes on in the next line"
                         : "remove the blank if the next line goes on with the command, or else "
                           "the backslash";
      break;
    case ContinuationFault::missing:
      problem.message = "the command ends here; the options on the next line are lost";
      problem.help = "end the line with a backslash";
      break;
    case ContinuationFault::doubled:
      problem.message =
          "two backslashes are one that is text; the command ends here, and the "
          "options on the next line are lost";
      problem.help = "end the line with one backslash";
      break;
    case ContinuationFault::gap:
      problem.message = "an empty line ends the command; the options behind it are lost";
      problem.help = "remove the empty line";
      break;
    case ContinuationFault::comment:
      problem.message = "after a backslash this is no comment, and the command ends here";
      problem.help = "put the comment on a line of its own above the command";
      break;
    case ContinuationFault::between:
      problem.message = "the backslash above joins this comment to the command, which ends here";
      problem.help = "put the comment above the whole command";
      break;
    case ContinuationFault::nothing:
      problem.message = "no more of the command follows the backslash, so the shell waits for it";
      problem.help = "remove the backslash, or add the line that is missing";
      break;
  }
  return problem;
}

std::vector<BrokenContinuation> all_broken_continuations(std::string_view text,
                                                         const ShellScript& script) {
  std::vector<BrokenContinuation> broken = find_broken_continuations(text, script);
  std::ranges::move(find_lost_options(text, script, broken), std::back_inserter(broken));
  return broken;
}

void add_continuations(Problems& problems, std::string_view text,
                       const std::vector<BrokenContinuation>& faults) {
  for (const BrokenContinuation& broken : faults) {
    Problem problem = continuation_problem(broken);
    if (problem.subject.empty()) problem.subject = text_at(text, broken.range);
    problems.push_back({broken.range, std::move(problem)});
  }
}

void add_ellipses(Problems& problems, std::string_view text, const ShellScript& script) {
  for (const Ellipsis& ellipsis : find_ellipses(text, script)) {
    const std::string shown = text_at(text, ellipsis.range);
    problems.push_back(
        {ellipsis.range,
         {.kind = ProblemKind::command_truncated,
          .span = {},
          .message = fmt::format("'{}' stands for text that was left out", shown),
          .help = ellipsis.value
                      ? "write a placeholder such as '<value>', or the value if it is no secret"
                      : "write it out, or put a placeholder such as '<pod-name>'; put output in a "
                        "fence of its own",
          .subject = shown,
          .replacement = {}}});
  }
}

void add_downloads(Problems& problems, const ShellScript& script, const RiskTable& table) {
  for (const DownloadedScript& download : find_downloaded_scripts(script, table)) {
    problems.push_back(
        {download.range,
         {.kind = ProblemKind::pipe_to_shell,
          .span = {},
          .message = fmt::format("'{}' runs a download that nobody has seen", download.interpreter),
          .help = "download it to a file, compare its digest, and run that",
          .subject = download.interpreter,
          .replacement = {}}});
  }
}

// The kind is the subject: a digest of a password would tell it.
ShellProblem secret_problem(const Secret& secret) {
  return {
      secret.range,
      {.kind = ProblemKind::secret,
       .span = {},
       .message = fmt::format("this looks like {}", secret.kind),
       .help = "revoke it, since the history of the file keeps it, and read it from a variable or "
               "a secret store",
       .subject = secret.kind,
       .replacement = {}}};
}

Problems secret_problems(const std::vector<Secret>& secrets) {
  Problems problems;
  for (const Secret& secret : secrets) problems.push_back(secret_problem(secret));
  return problems;
}

void sort(Problems& problems) { std::ranges::stable_sort(problems, {}, &ShellProblem::range); }

}  // namespace

std::vector<ShellProblem> find_shell_problems(std::string_view text, const ShellScript& script,
                                              const RiskTable* table) {
  Problems problems;
  const std::vector<BrokenContinuation> faults = all_broken_continuations(text, script);
  add_typography(problems, text, script, faults);
  add_continuations(problems, text, faults);
  add_ellipses(problems, text, script);
  if (table != nullptr) add_downloads(problems, script, *table);
  for (const auto find : {find_option_secrets, find_input_secrets, find_joined_secrets})
    for (const Secret& secret : find(text, script.commands))
      problems.push_back(secret_problem(secret));
  sort(problems);
  return problems;
}

std::vector<ShellProblem> find_secret_problems(std::string_view text) {
  return secret_problems(find_secrets(text));
}

std::vector<ShellProblem> find_known_secret_problems(std::string_view text) {
  return secret_problems(find_known_secrets(text));
}

}  // namespace runbookc
