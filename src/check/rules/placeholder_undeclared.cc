// RB605: a placeholder that the document's parameters do not explain.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/near_miss.h"
#include "check/rule.h"
#include "model/parameter_key.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

// The document's own parameters, then the project's.
std::vector<std::string> declared_names(const PageContext& context) {
  std::vector<std::string> names;
  for (const Parameter& parameter : context.page.metadata.parameters) {
    names.push_back(parameter.name);
  }
  for (const Value& parameter : context.corpus.config.parameters) {
    if (const Value* name = parameter.find("name")) names.push_back(name->text);
  }
  return names;
}

// The placeholder in the source. A command's text may lack its prompts and indentation, so it is
// looked for in the command's own lines.
Span place_of(const PageContext& context, const Command& command, const Placeholder& placeholder) {
  const ByteRange range = context.source.bytes_of(command.span);
  const std::string_view bytes = context.source.bytes().substr(range.begin, range.size());
  const std::size_t at = bytes.find(placeholder.text);
  if (at == std::string_view::npos) return command.span;
  const auto begin = static_cast<std::uint32_t>(range.begin + at);
  return context.source.span({begin, begin + static_cast<std::uint32_t>(placeholder.text.size())});
}

// `a|b` is a choice, and what has other marks is no name: only a person knows what to call it.
bool is_parameter_name(std::string_view name) {
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-. ").find(c) != std::string_view::npos;
  });
}

// Adds `name` behind the last parameter, in the list's own style.
std::optional<Fix> declaration(const PageContext& context, const std::string& name) {
  if (!is_parameter_name(name)) return std::nullopt;
  const Value* list = context.document.front_matter.root.find("parameters");
  if (list == nullptr || !list->is_array() || list->items.empty()) return std::nullopt;
  const Span last = list->items.back().span;
  const Position end = last.end;
  const std::string scalar = yaml_scalar(name);
  const bool flow = context.source.text(list->span).starts_with('[');
  // "  - name: A" puts its first key three columns behind the line's indentation.
  const std::size_t indent = std::max<std::uint32_t>(last.start.column, 3) - 3;
  return Fix{.description = "declare the parameter '" + name + "'",
             .edits = {{.range = {end, end},
                        .text = flow ? ", { name: " + scalar + " }"
                                     : "\n" + std::string(indent, ' ') + "- name: " + scalar}}};
}

Finding finding_of(const PageContext& context, const Command& command,
                   const Placeholder& placeholder, const std::vector<std::string>& declared,
                   NearMissBudget& budget) {
  const auto nearest = budget.nearest(placeholder.name, declared);
  const std::string suggestion = nearest ? "did you mean '" + *nearest + "'? Else " : "";
  return {.span = place_of(context, command, placeholder),
          .message = "'" + placeholder.text + "' is not among the parameters of the document",
          .help = suggestion + "add it to 'parameters' and say what goes there",
          .subject = placeholder.text,
          .fix = nearest ? std::nullopt : declaration(context, placeholder.name)};
}

std::vector<Finding> check(const PageContext& context) {
  if (context.page.metadata.parameters.empty()) return {};
  const std::vector<std::string> declared = declared_names(context);
  std::set<std::string> known;
  for (const std::string& name : declared) known.insert(parameter_key(name));
  std::vector<Finding> findings;
  NearMissBudget budget;
  for (const Command& command : context.document.commands) {
    for (const Placeholder& placeholder : command.placeholders) {
      if (!known.insert(parameter_key(placeholder.name)).second) continue;
      findings.push_back(finding_of(context, command, placeholder, declared, budget));
    }
  }
  return findings;
}

}  // namespace

const Rule& placeholder_undeclared_rule() {
  static const Rule rule = {
      .code = "RB605",
      .name = "placeholder-undeclared",
      .recommended = Severity::warning,
      .summary = "a command holds a placeholder that is none of the document's parameters",
      .why =
          "A placeholder is a question to the reader. Once a document declares parameters, its "
          "page "
          "explains each of them, and the one that is missing looks like a word to type.\n\n"
          "Parameters are those of the front matter and those under `parameters` in runbookc.yaml. "
          "Letter case, hyphens and underscores do not count. A document whose own front matter "
          "declares none is left alone, also where runbookc.yaml declares some for all. Each "
          "placeholder is reported once, where it first stands. `fix` declares it, but no choice "
          "such as `<a|b>`, which wants a name.",
      .bad = {"---\nparameters: [{ name: NAMESPACE }]\n---\n# Logs\n\n```bash\n"
              "kubectl logs --namespace <NAMESPACE> <POD>\n```\n"},
      .good = {"---\nparameters: [{ name: NAMESPACE }, { name: POD }]\n---\n# Logs\n\n```bash\n"
               "kubectl logs --namespace <NAMESPACE> <POD>\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
