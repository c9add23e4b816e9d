#include "schema/type_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/wrap.h"
#include "schema/field_list.h"
#include "schema/wording.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

constexpr std::string_view kCommonType = "page";

// What a section must hold, beside being there.
std::vector<std::string> demands_of(const SectionContract& contract) {
  std::vector<std::string> demands;
  if (contract.level > 0) demands.push_back(fmt::format("a heading of level {}", contract.level));
  if (contract.steps) demands.emplace_back("numbered steps");
  if (contract.commands) demands.emplace_back("a command");
  if (contract.checklist) demands.emplace_back("a task list");
  if (!contract.columns.empty()) {
    demands.push_back(fmt::format("a table with {}", join(contract.columns, ", ")));
  } else if (contract.table) {
    demands.emplace_back("a table");
  }
  if (!contract.subsections.empty()) {
    std::vector<std::string> titles;
    for (const SectionContract& inner : contract.subsections) titles.push_back(inner.title);
    const std::string_view frame =
        contract.each_subsection ? "subsections, each with {}" : "the subsections {}";
    demands.push_back(fmt::format(fmt::runtime(frame), join(titles, " and ")));
  }
  if (demands.empty() && contract.not_empty) demands.emplace_back("text");
  return demands;
}

// Sections in reading order, those inside others behind them, under a joined title.
struct ListedSection {
  std::string title;
  const SectionContract* contract;
};

void list_sections(const std::vector<SectionContract>& sections, const std::string& prefix,
                   std::vector<ListedSection>& out) {
  for (const SectionContract& section : sections) {
    out.push_back({prefix + section.title, &section});
    const std::string_view joint = section.each_subsection ? " › each › " : " › ";
    list_sections(section.subsections, prefix + section.title + std::string(joint), out);
  }
}

std::vector<ListedSection> sections_of(const DocumentType& type) {
  std::vector<ListedSection> sections;
  list_sections(type.sections, "", sections);
  return sections;
}

std::string order_of(const DocumentType& type) {
  return type.strict_order ? "in this order, also with numbers or emoji before the title"
                           : "in any order, also with numbers or emoji before the title";
}

// What a type asks of a document that has no section contract.
std::string rule_without_sections(const DocumentType& type) {
  if (type.links_folder) return "It needs no section, but a link to every document of its folder.";
  if (type.placeholders_meant) return "It needs no section. Placeholders in it are not reported.";
  return "It needs no section.";
}

// A `|` would end the cell, even in code.
std::string cell(std::string_view text) { return replace_all(text, "|", "\\|"); }
std::string code_cell(std::string_view text) {
  return text.empty() ? std::string() : fmt::format("`{}`", cell(text));
}

std::string default_of(const SchemaField& field) {
  return field.fallback.empty() ? "" : fmt::format(" Default: {}.", code_cell(field.fallback));
}

// A schema need not describe what it asks for.
std::string sentence(std::string_view words) {
  return words.empty() ? std::string() : fmt::format("{}.", words);
}
std::string sentence_line(std::string_view words) {
  return words.empty() ? std::string() : wrap(sentence(words), 4);
}

std::string fields_table(const std::vector<SchemaField>& fields) {
  std::string out = "| Field | Takes | What it says | Example |\n| --- | --- | --- | --- |\n";
  for (const SchemaField& field : fields) {
    out += fmt::format("| {} | {}{} | {}{} | {} |\n", code_cell(field.path), cell(field.accepts),
                       field.required ? " (required)" : "", cell(sentence(field.description)),
                       default_of(field), code_cell(field.example));
  }
  return out + "\n";
}

// What belongs into the section, and what part it has in the page's panel for emergencies.
std::string purpose_of(const SectionContract& contract) {
  std::string what = sentence(contract.description);
  if (contract.role == SectionRole::none) return what;
  if (!what.empty()) what += ' ';
  return fmt::format("{}Role: {}.", what, section_role_name(contract.role));
}

std::string sections_table(const DocumentType& type) {
  std::string out =
      "| Section | Holds | What belongs there | Also found as |\n| --- | --- | --- | --- |\n";
  for (const auto& [title, contract] : sections_of(type)) {
    out += fmt::format("| {}{} | {} | {} | {} |\n", cell(title),
                       contract->required ? "" : " (optional)", join(demands_of(*contract), "; "),
                       cell(purpose_of(*contract)), cell(join(contract->aliases, ", ")));
  }
  return out + "\n";
}

// The first example of the whole front matter, one key a line.
std::string front_matter_sample(const DocumentType& type) {
  const Value* examples = type.schema_value.find("examples");
  if (examples == nullptr || examples->items.empty()) return "";
  std::string out = "---\n";
  for (const Member& member : examples->items.front().members) {
    out += fmt::format("{}: {}\n", member.key, yaml_flow(member.value));
  }
  return out + "---\n";
}

// Where `type` asks or says something else than every type does.
std::vector<SchemaField> own_fields(const DocumentType& type,
                                    const std::vector<SchemaField>& common) {
  std::vector<SchemaField> own;
  for (SchemaField& field : list_fields(type.schema_value)) {
    const auto known = std::ranges::find(common, field.path, &SchemaField::path);
    const bool same = known != common.end() && known->description == field.description &&
                      known->required == field.required && known->example == field.example;
    if (!same) own.push_back(std::move(field));
  }
  return own;
}

std::string type_markdown(const DocumentType& type, const std::vector<SchemaField>& common) {
  std::string out = fmt::format("### {}\n\n{}\n\n", type.name, type.description);
  if (const std::string sample = front_matter_sample(type); !sample.empty()) {
    out += fmt::format("```yaml\n{}```\n\n", sample);
  }
  if (type.sections.empty()) {
    out += rule_without_sections(type) + "\n\n";
  } else {
    out += fmt::format("Sections, {}:\n\n{}", order_of(type), sections_table(type));
  }
  const std::vector<SchemaField> own = own_fields(type, common);
  if (type.name != kCommonType && !own.empty()) {
    out += "What it says of fields:\n\n" + fields_table(own);
  }
  return out;
}

// A field with its kind, description and example.
std::string field_text(const SchemaField& field) {
  std::string out = fmt::format("  {}", field.path);
  if (!field.accepts.empty()) out += fmt::format(" ({})", field.accepts);
  out += field.required ? ", required\n" : "\n";
  out += sentence_line(field.description);
  if (!field.example.empty()) out += fmt::format("    Example: {}\n", field.example);
  return out + "\n";
}

std::string section_text(const ListedSection& section) {
  const SectionContract& contract = *section.contract;
  std::string out = fmt::format("  {}{}\n", section.title, contract.required ? "" : " (optional)");
  if (const std::string purpose = purpose_of(contract); !purpose.empty()) out += wrap(purpose, 4);
  const std::vector<std::string> demands = demands_of(contract);
  if (!demands.empty()) out += sentence_line("Holds " + join(demands, "; "));
  if (!contract.aliases.empty()) {
    out += wrap(fmt::format("Also found as: {}.", join(contract.aliases, ", ")), 4);
  }
  return out + "\n";
}

}  // namespace

std::string fields_markdown(std::span<const DocumentType> types, const Value& owners_schema,
                            const Value& config_schema) {
  const auto page = std::ranges::find(types, kCommonType, &DocumentType::name);
  assert(page != types.end());
  const std::vector<SchemaField> common = list_fields(page->schema_value);
  std::string out =
      "<!-- Generated from schemas: RUNBOOKC_ACCEPT=1 ctest -R corpus writes it. -->\n\n"
      "# Fields and sections\n\n"
      "What may stand in the front matter of a document, what each document type asks of its\n"
      "sections, and the fields of `owners.yaml` and `runbookc.yaml`. `runbookc explain TYPE` "
      "shows\n"
      "a type of your own project in the same way, and `runbookc new TYPE PATH` writes a draft.\n\n"
      "## Front matter\n\n"
      "Every document type knows these fields, and none of them is required by a schema: a "
      "missing\n"
      "owner or review is reported by [rules of its own](rules.md#owners).\n\n";
  out += fields_table(common);
  out +=
      "## Document types\n\n"
      "A document's type is its `type`, else the first glob under `types` in runbookc.yaml that\n"
      "matches, else `page`. A section counts under any of the titles beside it. One that is "
      "missing\n"
      "is [section-missing](rules.md#rb201-section-missing), one that holds nothing or only "
      "`TODO`\n"
      "is [section-empty](rules.md#rb203-section-empty). The role of a section says what it is in\n"
      "an emergency, and makes [the panel](site.md#in-an-emergency) of the page.\n\n";
  for (const DocumentType& type : types) out += type_markdown(type, common);
  out += "## owners.yaml\n\nWho answers for runbooks, and how to reach them.\n\n";
  out += fields_table(list_fields(owners_schema));
  out += "## runbookc.yaml\n\n[Configuration](configuration.md) shows them at work.\n\n";
  out += fields_table(list_fields(config_schema));
  out.pop_back();
  return out;
}

std::string explain_type(const DocumentType& type) {
  std::string out = fmt::format("{}\n", type.name) + wrap(type.description);
  if (type.sections.empty()) {
    out += "\n" + wrap(rule_without_sections(type)) + "\n";
  } else {
    out += fmt::format("\nSections, {}:\n\n", order_of(type));
    for (const ListedSection& section : sections_of(type)) out += section_text(section);
  }
  out += "Fields of its front matter:\n\n";
  for (const SchemaField& field : list_fields(type.schema_value)) out += field_text(field);
  if (const std::string sample = front_matter_sample(type); !sample.empty()) {
    out += "Example:\n\n" + sample;
  }
  return out;
}

}  // namespace runbookc
