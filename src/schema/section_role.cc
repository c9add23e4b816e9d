#include "schema/section_role.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/document_type.h"

namespace runbookc {
namespace {

constexpr auto kNames = std::to_array<std::pair<SectionRole, std::string_view>>({
    {SectionRole::meaning, "meaning"},
    {SectionRole::impact, "impact"},
    {SectionRole::preparation, "preparation"},
    {SectionRole::diagnosis, "diagnosis"},
    {SectionRole::mitigation, "mitigation"},
    {SectionRole::rollback, "rollback"},
    {SectionRole::escalation, "escalation"},
});

using ByName = std::unordered_map<std::string, SectionRole>;

// A name that has another role already has none.
void agree(ByName& names, const std::string& name, SectionRole role) {
  const auto [found, is_new] = names.emplace(name, role);
  if (!is_new && found->second != role) found->second = SectionRole::none;
}

SectionRole role_in(const ByName& names, const std::string& name) {
  const auto found = names.find(name);
  return found == names.end() ? SectionRole::none : found->second;
}

}  // namespace

std::string_view section_role_name(SectionRole role) {
  const auto* const found =
      std::ranges::find(kNames, role, [](const auto& row) { return row.first; });
  return found == kNames.end() ? std::string_view() : found->second;
}

std::optional<SectionRole> find_section_role(std::string_view name) {
  const auto* const found =
      std::ranges::find(kNames, name, [](const auto& row) { return row.second; });
  return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

std::string section_role_names() {
  std::string names;
  for (const auto& [role, name] : kNames) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

SectionRoles::SectionRoles(std::span<const DocumentType> types) : by_type_(types.size()) {
  for (std::size_t i = 0; i < types.size(); ++i) read(types[i], by_type_[i]);
}

void SectionRoles::read(const DocumentType& type, ByName& own) {
  std::vector<const SectionContract*> pending;
  const auto queue = [&](const std::vector<SectionContract>& contracts) {
    for (const SectionContract& contract : contracts) pending.push_back(&contract);
  };
  queue(type.sections);
  while (!pending.empty()) {
    const SectionContract& contract = *pending.back();
    pending.pop_back();
    queue(contract.subsections);
    const std::string title = comparable_title(contract.title);
    if (contract.role != SectionRole::none) {
      own.emplace(title, contract.role);
      agree(titles_, title, contract.role);
    }
    for (const std::string& alias : contract.aliases) {
      const std::string name = comparable_title(alias);
      agree(aliases_, name, contract.role);
      if (contract.role != SectionRole::none) own.emplace(name, contract.role);
    }
  }
}

SectionRole SectionRoles::of(std::uint32_t type, std::string_view title) const {
  const std::string name = comparable_title(title);
  if (type < by_type_.size()) {
    const SectionRole own = role_in(by_type_[type], name);
    if (own != SectionRole::none) return own;
  }
  const SectionRole known = role_in(titles_, name);
  return known != SectionRole::none ? known : role_in(aliases_, name);
}

}  // namespace runbookc
