#include "cli/foreign_option.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kSelectRules =
    "'rules:' in runbookc.yaml turns a rule on or off, for some paths too, and a comment "
    "suppresses "
    "a single finding: `runbookc explain RB902`";

constexpr std::array<ForeignOption, 22> kOptions = {{
    {"check", "--fix,--write,--apply,--fix-only", "`runbookc fix` mends what can be mended safely"},
    {"check", "--diff,--show-fixes", "`runbookc fix --diff` shows what can be mended"},
    {"check", "--output,--output-file,-o",
     "write --format FORMAT=FILE, as --format json=report.json"},
    {"check", "--strict,--max-warnings,--error-on-warnings,--deny-warnings,-W,-Werror",
     "--fail-on warning lets warnings fail, too"},
    {"check", "--stdin", "--stdin-filename PATH checks standard input in the place of PATH"},
    {"check", "--check", "leave it out: `runbookc check` changes nothing"},
    {"check", "--list-rules,--show-settings", "`runbookc rules` lists the rules"},
    {"fix", "--dry-run,--check,--preview,-n", "--diff shows the fixes and changes nothing"},
    {"fix", "--select,--only,--rules,--enable", "--rule RULE fixes findings of that rule only"},
    {"fix", "--baseline", "leave it out: fix mends what the baseline accepts, too"},
    {"build", "--output,--dest,--destination,-o,-d", "--out DIR writes the site into DIR"},
    {"build", "--drafts,--buildDrafts", "'site: { publish_drafts: true }' in runbookc.yaml does"},
    {"serve", "-p,-P,--http-port", "--port N listens at port N of this machine"},
    {"serve", "--host,--bind,--address,--addr,--listen,-b",
     "leave it out: only this machine is served; `runbookc build` writes what others can be "
     "served"},
    {"serve", "--watch,--livereload,--open,-o,-w",
     "leave it out: pages follow changes at the address that is printed"},
    {"",
     "--rule,--rules,--select,--extend-select,--ignore,--extend-ignore,--disable,--enable,--no-"
     "rule",
     kSelectRules},
    {"", "--exclude,--extend-exclude,--ignore-path,--ignore-pattern",
     "'exclude:' in runbookc.yaml takes globs of what is left out"},
    {"", "--output-format,--reporter,--json,-f",
     "--format says how to report: `runbookc check --format json`"},
    {"", "--directory,--cwd,--chdir,--root", "-C DIR runs as if started in DIR"},
    {"", "--no-color,--no-colour", "--color never, or NO_COLOR in the environment"},
    {"", "--threads,--parallel,--workers", "-j N says how many threads to use"},
    {"", "--silent", "-q shows errors only"},
}};

bool is_named(const ForeignOption& entry, std::string_view option) {
  return std::ranges::count(split(entry.names, ','), option) > 0;
}

}  // namespace

std::span<const ForeignOption> foreign_options() { return kOptions; }

std::string_view foreign_option_hint(std::string_view option, std::string_view command) {
  const auto* const found = std::ranges::find_if(kOptions, [&](const ForeignOption& entry) {
    return (entry.command.empty() || entry.command == command) && is_named(entry, option);
  });
  return found == kOptions.end() ? std::string_view() : found->hint;
}

}  // namespace runbookc
