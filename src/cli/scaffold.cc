#include "cli/scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include "base/path.h"
#include "base/text.h"
#include "corpus/document_stem.h"
#include "schema/local_reference.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

constexpr int kDefaultLevel = 2;
constexpr int kDeepestLevel = 6;
constexpr std::size_t kChoicesShown = 8;
constexpr std::string_view kUnfilled = "TODO";

std::string comment(std::string_view text) {
  return fmt::format("<!-- {} -->", replace_all(collapse_space(text), "--", "-"));
}

// A description without the full stop that some schemas have and some do not.
std::string sentence(const Value& property) {
  const Value* description = property.find("description");
  if (description == nullptr) description = property.find("title");
  return description == nullptr ? "" : collapse_space(description->text);
}

bool is_required(const Value& schema, std::string_view key) {
  const Value* required = schema.find("required");
  return required != nullptr &&
         std::ranges::any_of(required->items, [&](const Value& name) { return name.text == key; });
}

// What the tool knows better than the schema; "" for the rest.
std::string known_value(std::string_view key, const DocumentType& type,
                        const ScaffoldInput& input) {
  if (key == "title") return yaml_scalar(input.title);
  if (key == "type") return yaml_scalar(type.name);
  // Nobody has reviewed it yet, and nobody should find it before somebody has.
  if (key == "status") return "draft";
  if (key == "review_every" && input.needs_interval) return "6 months";
  return key == "owner" ? std::string(kUnfilled) : "";
}

// The first of what may stand there, as a comment; "" if nothing is known.
std::string choices_hint(const std::vector<std::string>& choices) {
  if (choices.empty()) return "";
  const std::size_t shown = std::min(choices.size(), kChoicesShown);
  const std::vector<std::string> first(choices.begin(),
                                       choices.begin() + static_cast<std::ptrdiff_t>(shown));
  return fmt::format("# One of: {}{}\n", join(first, ", "), shown < choices.size() ? ", …" : "");
}

// The only value that the schema leaves, or the one that it proposes; "" if a writer has to choose.
std::string settled_value(const Value& property) {
  if (const Value* value = property.find("const")) return yaml_flow(*value);
  if (const Value* value = property.find("default")) return yaml_flow(*value);
  const Value* choices = property.find("enum");
  return choices != nullptr && choices->items.size() == 1 ? yaml_flow(choices->items.front()) : "";
}

// What may stand in place of TODO.
std::string value_hint(const Value& property, const Value& schema) {
  const Value* choices = follow_local(property, schema).find("enum");
  if (choices == nullptr || choices->items.empty()) {
    const std::string sample = yaml_sample(property, schema);
    return sample == kUnfilled ? "" : fmt::format("# Example: {}\n", sample);
  }
  std::vector<std::string> values;
  for (const Value& choice : choices->items) values.push_back(yaml_flow(choice));
  return choices_hint(values);
}

enum class FieldUse : std::uint8_t { filled, to_fill, later };

// An example is nobody's value: what is required and not known is for the writer to fill in, and
// the day of a review is for whoever reviews it.
FieldUse use_of(std::string_view key, const Value& property, const DocumentType& type,
                const ScaffoldInput& input) {
  if (!known_value(key, type, input).empty()) return FieldUse::filled;
  if (!is_required(type.schema_value, key) || key == "last_reviewed") return FieldUse::later;
  const bool settled = !settled_value(follow_local(property, type.schema_value)).empty();
  return settled ? FieldUse::filled : FieldUse::to_fill;
}

std::string field(std::string_view key, const Value& property, const DocumentType& type,
                  const ScaffoldInput& input) {
  const std::string name = written_key(input.keys, key);
  if (name.empty()) return "";
  std::string out;
  if (const std::string text = sentence(property); !text.empty()) out += "# " + text + "\n";
  if (key == "owner") out += choices_hint(input.owners);
  const std::string known = known_value(key, type, input);
  switch (use_of(key, property, type, input)) {
    case FieldUse::filled: {
      const std::string settled = settled_value(follow_local(property, type.schema_value));
      return out + fmt::format("{}: {}\n", name, known.empty() ? settled : known);
    }
    case FieldUse::to_fill:
      return out + value_hint(property, type.schema_value) +
             fmt::format("{}: {}\n", name, kUnfilled);
    case FieldUse::later:
      break;
  }
  return out + fmt::format("# {}: {}\n", name, yaml_sample(property, type.schema_value));
}

// What the schema requires without a word about it: nobody could know that it is to be written.
std::string undescribed_fields(const DocumentType& type, const ScaffoldInput& input) {
  const Value* required = type.schema_value.find("required");
  const Value* properties = type.schema_value.find("properties");
  if (required == nullptr) return "";
  std::unordered_set<std::string_view> written = {"title", "type"};
  if (properties != nullptr) {
    for (const Member& member : properties->members) written.insert(member.key);
  }
  std::string out;
  for (const Value& name : required->items) {
    if (written.insert(name.text).second) out += field(name.text, Value{}, type, input);
  }
  return out;
}

std::string front_matter(const DocumentType& type, const ScaffoldInput& input) {
  // Written whatever the schema says, and first.
  constexpr std::string_view kAlways[] = {"title", "type"};
  const Value* properties = type.schema_value.find("properties");
  const Value none;
  std::string out = "---\n";
  for (const std::string_view key : kAlways) {
    const Value* property = properties == nullptr ? nullptr : properties->find(key);
    out += field(key, property == nullptr ? none : *property, type, input);
  }
  out += undescribed_fields(type, input);
  if (properties == nullptr) return out + "---\n";
  for (const bool wanted : {true, false}) {
    for (const Member& member : properties->members) {
      if (std::ranges::find(kAlways, member.key) != std::end(kAlways)) continue;
      const bool stands = use_of(member.key, member.value, type, input) != FieldUse::later;
      if (stands == wanted) out += field(member.key, member.value, type, input);
    }
  }
  return out + "---\n";
}

std::string table_skeleton(const std::vector<std::string>& columns) {
  std::vector<std::string> names = columns;
  if (names.empty()) names = {"What", "Details"};
  std::string rule;
  std::string row;
  for (std::size_t i = 0; i < names.size(); ++i) {
    rule += "| --- ";
    row += "| TODO ";
  }
  return "| " + join(names, " | ") + " |\n" + rule + "|\n" + row + "|\n";
}

std::string section_body(const SectionContract& contract) {
  constexpr std::string_view kFence = "```bash\n# TODO: the command\n```\n";
  std::string out;
  if (contract.checklist) out += "- [ ] TODO\n\n";
  if (contract.table) out += table_skeleton(contract.columns) + "\n";
  if (contract.steps) {
    out += "1. TODO\n";
    if (contract.commands) out += "\n   " + replace_all(trim_end(kFence), "\n", "\n   ") + "\n";
    out += "\n";
  } else if (contract.commands) {
    out += std::string(kFence) + "\n";
  }
  if (out.empty() && contract.subsections.empty()) out = "TODO\n\n";
  return out;
}

// Depth is bounded by the schema reader.
std::string section(const SectionContract& contract, int level) {
  const int depth = std::min(contract.level > 0 ? contract.level : level, kDeepestLevel);
  std::string out =
      fmt::format("{} {}\n\n", std::string(static_cast<std::size_t>(depth), '#'), contract.title);
  std::string hint = contract.description;
  if (!contract.required) hint = hint.empty() ? "Optional." : "Optional. " + hint;
  if (!hint.empty()) out += comment(hint) + "\n\n";
  out += section_body(contract);
  int inner = depth + 1;
  if (contract.each_subsection) {
    out += fmt::format("{} TODO: name it\n\n",
                       std::string(static_cast<std::size_t>(std::min(inner, kDeepestLevel)), '#'));
    ++inner;
  }
  for (const SectionContract& sub : contract.subsections) out += section(sub, inner);
  return out;
}

std::string folder_list(const std::vector<std::string>& neighbours) {
  std::string out;
  for (const std::string& name : neighbours) {
    out += fmt::format("- [{}]({})\n", title_from_file_name(name), percent_encode_path(name));
  }
  return out.empty() ? "TODO: a link to every runbook in this folder\n" : out;
}

}  // namespace

std::string written_key(const std::vector<KeyMeaning>& keys, std::string_view own) {
  const auto foreign = std::ranges::find_if(
      keys, [&](const KeyMeaning& key) { return key.own == own && key.foreign != own; });
  if (foreign != keys.end()) return foreign->foreign;
  const auto same = std::ranges::find(keys, own, &KeyMeaning::foreign);
  return same == keys.end() || same->own == own ? std::string(own) : "";
}

std::string scaffold_document(const DocumentType& type, const ScaffoldInput& input) {
  std::string out = front_matter(type, input);
  out += "\n# " + input.title + "\n\n";
  for (const SectionContract& contract : type.sections) out += section(contract, kDefaultLevel);
  if (type.links_folder) out += folder_list(input.neighbours);
  if (type.sections.empty() && !type.links_folder) out += "TODO\n";
  return std::string(trim_end(out)) + "\n";
}

std::string title_from_file_name(std::string_view file_name) {
  const std::string_view stem = document_stem(file_name);
  std::string words = replace_all(replace_all(stem, "-", " "), "_", " ");
  words = collapse_space(words);
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words.empty() ? "Untitled" : words;
}

}  // namespace runbookc
