#include "shell/risk_table.h"

#include <algorithm>

namespace runbookc {
namespace {

template <typename T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void append_program(RiskProgram& to, const RiskProgram& from) {
  append(to.rules, from.rules);
  append(to.harmless, from.harmless);
  append(to.syntax.values, from.syntax.values);
  append(to.syntax.switches, from.syntax.switches);
  append(to.syntax.inner, from.syntax.inner);
  to.syntax.single_dash |= from.syntax.single_dash;
  to.syntax.any_case |= from.syntax.any_case;
  to.syntax.strict_inner |= from.syntax.strict_inner;
  to.builtin |= from.builtin;
  if (to.like.empty()) to.like = from.like;
}

}  // namespace

Result<RiskTable> RiskTable::build(std::vector<RiskProgram> programs) {
  RiskTable table;
  for (RiskProgram& program : programs) {
    std::optional<std::size_t> known;
    for (const std::string& name : program.names.all())
      if (const auto found = table.by_name_.find(name); found != table.by_name_.end())
        known = found->second;
    const std::size_t index = known.value_or(table.programs_.size());
    for (const std::string& name : program.names.all())
      if (name.find('*') == std::string::npos) table.by_name_.emplace(name, index);
    const bool wild = std::ranges::any_of(program.names.all(), [](const std::string& name) {
      return name.find('*') != std::string::npos;
    });
    if (wild && !known) table.add_wildcards(index, program.names);
    if (known)
      append_program(table.programs_[index], program);
    else
      table.programs_.push_back(std::move(program));
  }
  const std::vector<RiskProgram> own = table.programs_;
  for (RiskProgram& program : table.programs_) {
    if (program.like.empty()) continue;
    const auto found = table.by_name_.find(program.like);
    if (found == table.by_name_.end())
      return Error{"nothing is known of '" + program.like + "', which '" +
                       program.names.all().front() + "' is said to be like",
                   "name a program that has an entry"};
    append_program(program, own[found->second]);
  }
  return table;
}

void RiskTable::add_wildcards(std::size_t index, const Alternatives& names) {
  with_wildcards_.push_back(index);
  for (const std::string& name : names.all()) {
    if (name.starts_with('*')) wildcard_starts_.fill(true);
    if (!name.empty()) wildcard_starts_[static_cast<unsigned char>(name.front())] = true;
  }
}

const RiskProgram* RiskTable::find(std::string_view name) const {
  if (const auto found = by_name_.find(name); found != by_name_.end())
    return &programs_[found->second];
  // Every first word of a line is asked for, and hardly any is a program.
  if (name.empty() || !wildcard_starts_[static_cast<unsigned char>(name.front())]) return nullptr;
  for (const std::size_t index : with_wildcards_)
    if (programs_[index].names.contain(name)) return &programs_[index];
  return nullptr;
}

}  // namespace runbookc
