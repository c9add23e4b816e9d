#include "schema/section_contract.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/near_miss.h"
#include "schema/schema_fault.h"

namespace runbookc {
namespace {

constexpr double kDeepestLevel = 6;

// Reads one entry key by key; the first fault stays.
class ContractReader {
 public:
  ContractReader(const Value& entry, std::string pointer)
      : entry_(entry), pointer_(std::move(pointer)) {}

  Result<SectionContract> run() {
    if (!entry_.is_object()) {
      fail("", entry_.span, fmt::format("expected a section, found {}", kind_name(entry_.kind)));
    }
    for (const Member& member : entry_.members) read(member);
    if (!fault_) check_title();
    if (fault_) return *std::move(fault_);
    return std::move(contract_);
  }

 private:
  void read(const Member& member) {
    const Value& value = member.value;
    const std::string& key = member.key;
    if (key == "title") {
      read_text(member, contract_.title);
      return;
    }
    if (key == "description") {
      read_text(member, contract_.description);
      return;
    }
    if (key == "aliases") {
      read_texts(key, value, contract_.aliases);
      return;
    }
    if (key == "role") {
      read_role(value);
      return;
    }
    if (key == "level") {
      read_level(value);
      return;
    }
    if (key == "table") {
      read_table(value);
      return;
    }
    if (key == "subsections") {
      read_subsections(value);
      return;
    }
    for (const auto& [name, flag] : {std::pair{"required", &contract_.required},
                                     {"not_empty", &contract_.not_empty},
                                     {"steps", &contract_.steps},
                                     {"commands", &contract_.commands},
                                     {"checklist", &contract_.checklist}}) {
      if (key == name) {
        read_flag(member, *flag);
        return;
      }
    }
    fail_unknown(member);
  }

  // A title of signs alone would fit every heading of signs alone.
  void check_title() {
    const Value* title = entry_.find("title");
    if (title == nullptr) {
      fail("", entry_.span, "the section has no title");
    } else if (comparable_title(title->text).empty()) {
      fail("/title", title->span, "the title holds no word");
    }
  }

  void read_text(const Member& member, std::string& text) {
    if (!member.value.is_string()) {
      fail_kind(member.key, member.value, "a string");
      return;
    }
    text = member.value.text;
  }

  void read_flag(const Member& member, bool& flag) {
    if (member.value.kind != Value::Kind::boolean) {
      fail_kind(member.key, member.value, "true or false");
      return;
    }
    flag = member.value.boolean;
  }

  void read_texts(std::string_view key, const Value& value, std::vector<std::string>& texts) {
    if (!value.is_array()) {
      fail_kind(key, value, "a list of strings");
      return;
    }
    for (const Value& item : value.items) {
      if (!item.is_string()) {
        fail_kind(key, item, "a string");
        return;
      }
      texts.push_back(item.text);
    }
  }

  void read_role(const Value& value) {
    const auto role = value.is_string() ? find_section_role(value.text) : std::nullopt;
    if (!role) {
      fail("/role", value.span,
           fmt::format("expected one of {}, found {}", section_role_names(),
                       value.is_string() ? fmt::format("'{}'", value.text)
                                         : std::string(kind_name(value.kind))));
      return;
    }
    contract_.role = *role;
  }

  void read_level(const Value& value) {
    const bool whole = value.is_number() && value.number >= 0 && value.number <= kDeepestLevel &&
                       value.number == std::floor(value.number);
    if (!whole) {
      fail("/level", value.span,
           fmt::format("expected a whole number from 0 (any) to 6, found {}",
                       value.is_number() ? value.text : kind_name(value.kind)));
      return;
    }
    contract_.level = static_cast<int>(value.number);
  }

  void read_table(const Value& value) {
    contract_.table = value.is_object() || value.boolean;
    if (value.kind == Value::Kind::boolean) return;
    if (!value.is_object()) {
      fail_kind("table", value, "true, or {columns: [...]}");
      return;
    }
    for (const Member& member : value.members) {
      if (member.key != "columns") {
        fail_unknown(member);
        return;
      }
      read_texts("table/columns", member.value, contract_.columns);
    }
  }

  // A list of sections, or `{each: [...]}`: what every subsection must have.
  void read_subsections(const Value& value) {
    const Value* each = value.find("each");
    contract_.each_subsection = each != nullptr;
    if (value.is_object() && (each == nullptr || value.members.size() != 1)) {
      fail_kind("subsections", value, "a list of sections, or {each: [...]}");
      return;
    }
    Result<std::vector<SectionContract>> inner =
        read_section_contracts(each != nullptr ? *each : value,
                               pointer_ + (each != nullptr ? "/subsections/each" : "/subsections"));
    if (!inner) {
      fault_ = inner.error();
    } else {
      contract_.subsections = std::move(*inner);
    }
  }

  void fail_unknown(const Member& member) {
    static const std::vector<std::string> kKeys = {
        "title",     "description", "aliases",  "role",      "required", "level",
        "not_empty", "steps",       "commands", "checklist", "table",    "subsections"};
    const auto nearest = near_miss(member.key, kKeys);
    fail("", member.key_span, fmt::format("'{}' is not a known key", member.key),
         nearest ? fmt::format("did you mean '{}'?", *nearest) : std::string());
  }

  void fail_kind(std::string_view key, const Value& value, std::string_view wanted) {
    fail(fmt::format("/{}", key), value.span,
         fmt::format("expected {}, found {}", wanted, kind_name(value.kind)));
  }

  void fail(std::string_view steps, Span span, std::string_view problem, std::string help = {}) {
    if (!fault_) {
      fault_ = schema_fault(pointer_ + std::string(steps), span, problem, std::move(help));
    }
  }

  const Value& entry_;
  std::string pointer_;
  SectionContract contract_;
  std::optional<Error> fault_;
};

// What one name of an entry is compared by, and where it stands.
struct ClaimedName {
  std::string comparable;
  const Value* value;
  std::string pointer;
};

std::vector<ClaimedName> names_of(const Value& entry, std::string_view pointer) {
  std::vector<ClaimedName> names;
  const auto add = [&](const Value& value, std::string where) {
    names.push_back({comparable_title(value.text), &value, std::move(where)});
  };
  if (const Value* title = entry.find("title")) add(*title, fmt::format("{}/title", pointer));
  if (const Value* aliases = entry.find("aliases")) {
    for (std::size_t i = 0; i < aliases->items.size(); ++i) {
      add(aliases->items[i], fmt::format("{}/aliases/{}", pointer, i));
    }
  }
  return names;
}

// Two entries of one list that the same heading would fulfil: only the first would ever be judged.
// At two levels they are two headings.
std::optional<Error> find_conflict(const Value& list, const std::vector<SectionContract>& contracts,
                                   std::string_view pointer) {
  std::unordered_map<std::string, std::vector<std::size_t>> claims;
  for (std::size_t i = 0; i < contracts.size(); ++i) {
    for (const ClaimedName& name : names_of(list.items[i], fmt::format("{}/{}", pointer, i))) {
      std::vector<std::size_t>& owners = claims[name.comparable];
      if (!owners.empty() && owners.back() == i) continue;
      const auto other = std::ranges::find_if(owners, [&](std::size_t owner) {
        const int level = contracts[owner].level;
        return level == 0 || contracts[i].level == 0 || level == contracts[i].level;
      });
      if (other != owners.end()) {
        return schema_fault(name.pointer, name.value->span,
                            fmt::format("the section '{}' claims the heading '{}' already",
                                        contracts[*other].title, name.value->text),
                            "a heading fulfils one section: take the name out of one of the two");
      }
      owners.push_back(i);  // at most one for each of the six levels
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<SectionContract>> read_section_contracts(const Value& list,
                                                            std::string_view pointer) {
  if (!list.is_array()) {
    return schema_fault(pointer, list.span,
                        fmt::format("expected a list of sections, found {}", kind_name(list.kind)));
  }
  std::vector<SectionContract> contracts;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    Result<SectionContract> contract =
        ContractReader(list.items[i], fmt::format("{}/{}", pointer, i)).run();
    if (!contract) return contract.error();
    contracts.push_back(std::move(*contract));
  }
  if (std::optional<Error> conflict = find_conflict(list, contracts, pointer)) {
    return *std::move(conflict);
  }
  return contracts;
}

}  // namespace runbookc
