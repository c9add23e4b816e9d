#include "check/syntax_help.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "shell/grammar.h"
#include "shell/placeholder_ranges.h"

namespace runbookc {

// A function of the shell has other lines between its braces.
std::string configuration_language(const CodeBlock& code) {
  bool braces = false;
  std::string language;
  for (const std::string_view raw : split_lines(code.text)) {
    const std::string_view line = trim(raw);
    if (line.empty() || line.starts_with('#')) continue;
    const bool directive = line.ends_with(';');
    const bool setting = line.find(" = ") != std::string_view::npos;
    const bool brace = line.ends_with('{') || line == "}";
    if (!directive && !setting && !brace) return {};
    braces = braces || brace;
    if (language.empty() && !brace) language = directive ? "nginx" : "hcl";
  }
  return braces ? language : "";
}

std::string syntax_help(const Command& command, bool tagged, const std::string& configuration) {
  if (!configuration.empty())
    return "if this is a configuration, name its language in the fence, such as '" + configuration +
           "'";
  const ShellScript script = parse_shell(command.text, placeholder_ranges(command.text));
  const std::string help = script.error ? script.error->help : std::string();
  if (!help.empty()) return help + (tagged ? "" : "; or name the language of the fence");
  return tagged ? "mend the command; text that is no shell belongs in a fence with its own language"
                : "mend the command, or name the language of the fence";
}

}  // namespace runbookc
