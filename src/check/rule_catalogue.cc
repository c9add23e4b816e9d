#include "check/rule_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/path.h"
#include "base/text.h"
#include "base/wrap.h"
#include "check/rule_example.h"

namespace runbookc {
namespace {

constexpr std::array kPresets = {Preset::legacy, Preset::recommended, Preset::strict};

std::string_view preset_name(Preset preset) {
  static constexpr std::array<std::string_view, 3> kNames = {"legacy", "recommended", "strict"};
  return kNames[static_cast<std::size_t>(preset)];
}

struct CodeGroup {
  std::string_view prefix;
  std::string_view title;
};
constexpr std::array kGroups = {
    CodeGroup{"RB0", "Text and files"},
    CodeGroup{"RB1", "Front matter"},
    CodeGroup{"RB2", "Sections and steps"},
    CodeGroup{"RB3", "Links"},
    CodeGroup{"RB4", "Owners"},
    CodeGroup{"RB5", "Reviews"},
    CodeGroup{"RB6", "Commands"},
    CodeGroup{"RB9", "Suppressions"},
};

// A fence that no line of `text` closes.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  std::string fence(longest + 1, '`');
  return fence;
}

std::string_view language_of(std::string_view path) {
  const std::string_view extension = file_extension(path);
  if (extension.empty()) {
    return "text";
  }
  return extension == ".md" ? "markdown" : extension.substr(1);
}

void append_example_markdown(std::string& out, std::string_view caption, const Example& example) {
  const auto files = example_files(example);
  out += fmt::format("{}:\n\n", caption);
  for (const auto& [path, text] : files) {
    if (files.size() > 1 || path != "page.md") {
      out += fmt::format("`{}`\n\n", path);
    }
    if (text.empty()) {
      out += "(an empty file)\n\n";
      continue;
    }
    const std::string shown = visible_text(text);
    const std::string fence = fence_for(shown);
    out += fmt::format("{}{}\n{}{}\n\n", fence, language_of(path), shown, fence);
  }
}

std::string severity_cell(const Rule& rule, Preset preset) {
  const Severity severity = preset_severity(rule, preset);
  return severity == Severity::off ? "–" : std::string(severity_name(severity));
}

// GitHub's slug of the heading "RB301 target-missing".
std::string anchor_of(const Rule& rule) {
  return fmt::format("{}-{}", lower_ascii(rule.code), rule.name);
}

// A `|` would end the cell, even in code.
std::string table_text(std::string_view text) { return replace_all(text, "|", "\\|"); }

void append_table(std::string& out) {
  out += "| code | name | legacy | recommended | strict | the defect |\n";
  out += "| --- | --- | --- | --- | --- | --- |\n";
  for (const Rule* rule : all_rules()) {
    out += fmt::format("| {} | [{}](#{}) |", rule->code, rule->name, anchor_of(*rule));
    for (const Preset preset : kPresets) {
      out += fmt::format(" {} |", severity_cell(*rule, preset));
    }
    out += fmt::format(" {} |\n", table_text(rule->summary));
  }
  out += "\n";
}

void append_options_markdown(std::string& out, const Rule& rule) {
  if (rule.options.empty()) {
    return;
  }
  out += "| option | default | |\n| --- | --- | --- |\n";
  for (const RuleOption& option : rule.options) {
    out += fmt::format("| `{}` | `{}` | {} |\n", option.name, table_text(option.default_text),
                       table_text(option.description));
  }
  out += "\n";
}

void append_rule_markdown(std::string& out, const Rule& rule) {
  out += fmt::format("### {} {}\n\n", rule.code, rule.name);
  out += fmt::format("A finding of this rule means: {}.\n\n", rule.summary);
  out += fmt::format("Default severity: {} (legacy: {}, strict: {}).\n\n",
                     severity_cell(rule, Preset::recommended), severity_cell(rule, Preset::legacy),
                     severity_cell(rule, Preset::strict));
  out += fmt::format("{}\n\n", rule.why);
  append_options_markdown(out, rule);
  append_example_markdown(out, "Bad", rule.bad);
  append_example_markdown(out, "Good", rule.good);
}

void append_example_text(std::string& out, std::string_view caption, const Example& example) {
  out += fmt::format("{}:\n\n", caption);
  const auto files = example_files(example);
  for (const auto& [path, text] : files) {
    if (files.size() > 1 || path != "page.md") {
      out += fmt::format("  {}\n", path);
    }
    const std::string shown = text.empty() ? "(an empty file)" : visible_text(text);
    for (const std::string_view line : split_lines(trim_end(shown))) {
      out += line.empty() ? "\n" : fmt::format("    {}\n", line);
    }
    out += "\n";
  }
}

void append_options_text(std::string& out, const Rule& rule) {
  if (rule.options.empty()) {
    return;
  }
  out += "Options:\n\n";
  for (const RuleOption& option : rule.options) {
    out += fmt::format("  {} (default {}): {}\n", option.name, option.default_text,
                       option.description);
  }
  out += "\n";
}

}  // namespace

std::string rules_markdown() {
  std::string out =
      "<!-- Generated from src/check/rules: RUNBOOKC_ACCEPT=1 ctest -R check writes it. -->\n\n"
      "# Rules\n\n"
      "Each finding names its rule by code and name; both work wherever a rule is meant, as in\n"
      "`runbookc explain target-missing` or in `rules:` of [runbookc.yaml](configuration.md).\n"
      "Infos show with `-v` and on the health page. A dash means that the rule is off.\n\n";
  append_table(out);
  std::string_view group;
  for (const Rule* rule : all_rules()) {
    const auto* found = std::ranges::find_if(kGroups, [rule](const CodeGroup& candidate) {
      return rule->code.starts_with(candidate.prefix);
    });
    if (found != kGroups.end() && found->title != group) {
      group = found->title;
      out += fmt::format("## {}\n\n", group);
    }
    append_rule_markdown(out, *rule);
  }
  out.pop_back();
  return out;
}

std::string explain_rule(const Rule& rule) {
  std::string out = fmt::format("{} {}\n", rule.code, rule.name);
  out += wrap(fmt::format("{}.", rule.summary));
  out += "\nSeverity:";
  for (const Preset preset : kPresets) {
    out += fmt::format("{} {} in preset {}", preset == kPresets.front() ? "" : ",",
                       severity_name(preset_severity(rule, preset)), preset_name(preset));
  }
  out += "\n\n";
  out += wrap_paragraphs(rule.why);
  append_options_text(out, rule);
  append_example_text(out, "Bad", rule.bad);
  append_example_text(out, "Good", rule.good);
  out.pop_back();
  return out;
}

}  // namespace runbookc
