#include "cli/repeated_command.h"

#include <algorithm>
#include <initializer_list>

#include "cli/baseline_option.h"
#include "cli/changed_since.h"
#include "cli/completion_place.h"
#include "cli/stdin_document.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

using OptionKeys = std::initializer_list<std::string_view>;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_-./:@%+,=").find(c) != std::string_view::npos;
}

// " --key value" for each that was given; a value that looks like an option is tied to its key.
std::string repeated(const Arguments& arguments, OptionKeys keys) {
  std::string out;
  for (const std::string_view key : keys) {
    if (!arguments.has(key)) continue;
    out.append(" ").append(key);
    if (arguments.all(key).empty()) continue;  // a switch
    const std::string value = arguments.last(key);
    out.append(value.starts_with('-') && key.starts_with("--") ? "=" : " ")
        .append(shell_word(value));
  }
  return out;
}

// Where the project is.
std::string repeated_place(const Arguments& arguments) {
  return repeated(arguments, {"-C", "--config"});
}

std::string repeated_paths(const Arguments& arguments) {
  std::string out;
  const auto looks_like_option = [](const std::string& path) { return path.starts_with('-'); };
  if (std::ranges::any_of(arguments.positionals, looks_like_option)) out = " --";
  for (const std::string& path : arguments.positionals) out += " " + shell_word(path);
  return out;
}

// The PATHs, where they tell the root, in want of a project file: it is another without them.
std::string repeated_root(const Project& project, const Arguments& arguments) {
  const bool has_file = !project.roots.config_file.empty() || arguments.has("--config");
  return repeated_place(arguments) + (has_file ? "" : repeated_paths(arguments));
}

// The one that accepts what a team has when it meets the tool.
std::string first_baseline(const Project& project, const Arguments& arguments) {
  return "runbookc check --baseline " + shell_word(project.paths(kUsualBaseline)) +
         " --update-baseline" + repeated_root(project, arguments);
}

}  // namespace

std::string shell_word(std::string_view text) {
  const bool plain = !text.empty() && std::ranges::all_of(text, is_plain);
  return plain ? std::string(text) : shell_quoted(safe_text(text));
}

TipCommands tip_commands(const Project& project, const Arguments& arguments) {
  const std::string place = repeated_place(arguments);
  const std::string since = repeated(arguments, {kChangedSinceOption.names});
  const std::string paths = repeated_paths(arguments);
  const std::string judged = place + since +
                             repeated(arguments, {kBaselineOption.names, kNoBaselineOption.names,
                                                  kStdinFilenameOption.names}) +
                             paths;
  TipCommands tips{.check = "runbookc check" + judged,
                   .show_infos = "runbookc check -v" + judged,
                   .fix = "runbookc fix --diff" + place + since + paths,
                   .update_baseline = "runbookc check --update-baseline" +
                                      repeated(arguments, {kBaselineOption.names}) +
                                      repeated_root(project, arguments),
                   .accept_old = first_baseline(project, arguments)};
  if (has_baseline(project, arguments)) tips.accept_old = tips.update_baseline;
  if (arguments.has(kNoBaselineOption.names)) tips.accept_old.clear();
  if (arguments.has(kStdinFilenameOption.names)) {
    tips.fix.clear();
    tips.update_baseline.clear();
    tips.accept_old.clear();
  }
  return tips;
}

}  // namespace runbookc
