#include "adopt/owners_draft.h"

#include <map>

#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

Value list_or_text(const std::vector<std::string>& texts) {
  if (texts.size() == 1) return string_value(texts.front());
  std::vector<Value> items;
  for (const std::string& text : texts) items.push_back(string_value(text));
  return array_value(std::move(items));
}

std::string contacts_of(const Owner& owner) {
  if (owner.contacts.empty()) return "    # contacts: { slack: \"#…\" }\n";
  std::map<std::string, std::vector<std::string>> by_kind;
  for (const Contact& contact : owner.contacts) by_kind[contact.kind].push_back(contact.value);
  std::string out = "    contacts:\n";
  for (const auto& [kind, values] : by_kind) {
    out += "      " + kind + ": " + yaml_flow(list_or_text(values)) + "\n";
  }
  return out;
}

}  // namespace

std::string owner_entries(const std::vector<Owner>& owners) {
  std::string out;
  for (const Owner& owner : owners) {
    out += "  - id: " + yaml_scalar(owner.id) + "\n";
    if (owner.name != owner.id) out += "    name: " + yaml_scalar(owner.name) + "\n";
    if (owner.kind == OwnerKind::person) out += "    kind: person\n";
    if (!owner.aliases.empty()) {
      out += "    aliases: " + yaml_flow(list_or_text(owner.aliases)) + "\n";
    }
    out += contacts_of(owner);
  }
  return out;
}

std::string owners_draft(const std::vector<Owner>& owners) {
  return "# Who answers for the runbooks, as they say it themselves. Say of each how to reach "
         "them, "
         "at night too;\n# `kind: person` for one who is no team.\nowners:\n" +
         owner_entries(owners);
}

}  // namespace runbookc
