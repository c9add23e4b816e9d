#include "cli/manual_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/wrap.h"

namespace runbookc {
namespace {

struct Entry {
  std::string_view term;
  std::string_view text;
};

constexpr std::string_view kDescription =
    R"(runbookc is a compiler for operational runbooks. It reads Markdown with YAML front matter, checks required sections, links and
anchors, owners, review dates and commands against schemas, extracts every command that can be pasted, and writes a static
site with a machine-readable index.

It needs no configuration: `runbookc check` works on any folder. Results go to standard output, notices, progress and
errors to standard error. The disk is changed only by commands that are there to write, by options that name a file, and in
the user's cache folder.)";

constexpr std::array<Entry, 3> kExitStatus = {
    {{"0", "Nothing was found at or above the severity of `--fail-on`. A site was published."},
     {"1", "There are findings."},
     {"2", "The command line, the configuration or the environment is at fault."}}};

constexpr std::array<Entry, 6> kEnvironment = {
    {{"NO_COLOR", "If set and not empty, nothing is coloured unless `--color` says so."},
     {"CLICOLOR_FORCE", "If set, not empty and not 0, output is coloured even without a terminal."},
     {"TERM", "`dumb` stands for a terminal without colours."},
     {"RUNBOOKC_CACHE_DIR",
      "The cache folder, in place of the usual one. If set and empty, there is no cache."},
     {"XDG_CACHE_HOME", "The folder that the usual cache folder lies in, in place of `~/.cache`."},
     {"SOURCE_DATE_EPOCH", "Seconds since 1970-01-01: the time to take for now, as `--today`."}}};

constexpr std::array<Entry, 6> kFiles = {
    {{"runbookc.yaml",
      "The project file; optional. The nearest one at or above the working directory counts, but "
      "none above the git repository."},
     {"content/", "The runbooks."},
     {"content/owners.yaml", "The directory of owners."},
     {"schemas/types/", "The project's own document types; optional."},
     {"site/", "What `runbookc build` writes."},
     {"~/.cache/runbookc/", "What runs keep for the next one; it can be deleted at any time."}}};

constexpr std::array<Entry, 5> kExamples = {
    {{"runbookc check", "Validate every runbook of the project."},
     {"runbookc check --fail-on warning --format json=report.json content/db",
      "Report what lies in one folder, fail on warnings, and write a report for other programs."},
     {"runbookc explain target-missing", "Explain one rule, with a bad and a good example."},
     {"runbookc new runbook content/db/fail-over.md", "Begin a runbook."},
     {"runbookc build --out public", "Write the site into a folder."}}};

std::string section(std::string_view title) { return fmt::format(".SH {}\n", title); }

// In short lines, as mandoc(1) asks for; where they are folded is up to the reader's terminal.
std::string folded(std::string_view text) { return roff_text(wrap(text)); }

std::string entries(std::span<const Entry> list) {
  std::string out;
  for (const Entry& entry : list) {
    out += fmt::format(".TP\n.B {}\n{}", roff_text(entry.term), folded(entry.text));
  }
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find("\n\n"), rest.size());
    out += (out.empty() ? "" : ".PP\n") + folded(rest.substr(0, end));
    rest = trim_start(rest.substr(end));
  }
  return out;
}

// Lines that stay as they are.
std::string preformatted(std::string_view text) {
  std::string out = ".PP\n.nf\n";
  for (const std::string_view line : split_lines(text)) {
    out += (line.empty() ? std::string("\\&") : roff_text(line)) + "\n";
  }
  return out + ".fi\n";
}

std::string option_entry(const OptionSpec& option) {
  std::string names;
  for (const std::string& name : option_names(option)) {
    names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff_text(name));
  }
  if (!option.value.empty()) names += fmt::format(" \\fI{}\\fR", roff_text(option.value));
  return fmt::format(".TP\n{}\n{}", names, folded(option.help));
}

std::string positional_text(const PositionalSpec& spec) {
  std::string out = fmt::format("\\fI{}\\fR", roff_text(spec.name));
  if (spec.most != 1) out += "...";
  return spec.least == 0 ? "[" + out + "]" : out;
}

std::string usage(const CliCommand& command) {
  std::string out = fmt::format("\\fB{}\\fR", roff_text(command.name));
  if (!command.options.empty()) out += " [\\fIOPTION\\fR...]";
  for (const PositionalSpec& spec : command.positionals) out += " " + positional_text(spec);
  return out;
}

std::string synopsis(const CommandSet& set) {
  std::string out;
  for (const CliCommand* command : set.commands) {
    out += fmt::format("{}.B runbookc\n{}\n", out.empty() ? "" : ".br\n", usage(*command));
  }
  return out + ".br\n.B runbookc\n\\fB\\-\\-version\\fR | \\fB\\-\\-help\\fR\n";
}

std::string command_entry(const CliCommand& command) {
  std::string out = fmt::format(".SS {}\n{}", usage(command), folded(command.summary));
  for (const PositionalSpec& spec : command.positionals) {
    out += fmt::format(".TP\n.I {}\n{}", roff_text(spec.name), folded(spec.help));
  }
  for (const OptionSpec& option : command.options) out += option_entry(option);
  if (!command.details.empty()) out += preformatted(command.details);
  return out;
}

std::string commands(const CommandSet& set) {
  std::string out;
  for (const CliCommand* command : set.commands) out += command_entry(*command);
  return out;
}

std::string common_option_entries(const CommandSet& set) {
  std::string out = "These are taken before and after every command.\n";
  for (const OptionSpec& option : set.common) out += option_entry(option);
  return out + option_entry(kHelpOption) + option_entry(kVersionOption);
}

}  // namespace

std::string roff_text(std::string_view text) {
  std::string out;
  bool code = false;
  bool at_start = true;
  for (const char byte : text) {
    if (at_start && (byte == '.' || byte == '\'')) out += "\\&";
    at_start = byte == '\n';
    switch (byte) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '~':
        out += "\\(ti";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '`':
        code = !code;
        out += code ? "\\fB" : "\\fR";
        break;
      default:
        out += byte;
    }
  }
  return out + (code ? "\\fR" : "");
}

std::string manual_page(const CommandSet& set, std::string_view version, Date date) {
  std::string out = ".\\\" Written by `runbookc manual`.\n";
  out += fmt::format(".TH RUNBOOKC 1 {} \"runbookc {}\" \"User Commands\"\n", format_date(date),
                     version);
  out += section("NAME") + "runbookc \\- a compiler for operational runbooks\n";
  out += section("SYNOPSIS") + synopsis(set);
  out += section("DESCRIPTION") + paragraphs(kDescription);
  out += section("COMMANDS") + commands(set);
  out += section("OPTIONS") + common_option_entries(set);
  out += section("EXIT STATUS") + entries(kExitStatus);
  out += section("ENVIRONMENT") + entries(kEnvironment);
  out += section("FILES") + entries(kFiles);
  out += section("EXAMPLES") + entries(kExamples);
  out += section("SEE ALSO") + ".BR git (1),\n.BR pre\\-commit (1)\n.PP\n" +
         folded("`runbookc COMMAND --help`, `runbookc rules` and `runbookc explain` say more.");
  return out;
}

}  // namespace runbookc
