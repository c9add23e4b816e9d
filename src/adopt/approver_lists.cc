#include "adopt/approver_lists.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "adopt/unfit_text.h"
#include "base/path.h"
#include "base/text.h"
#include "parse/yaml.h"
#include "source/source_file.h"

namespace runbookc {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{64} * 1024;

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 60 &&
         text.find_first_of(" ,\t\n\"'<>") == std::string_view::npos && unfit_text(text).empty();
}

// A null value for what cannot be read.
Value read_root(const Files& files, const std::string& path) {
  const ReadOutcome outcome = files.read(path, kMostBytes);
  if (outcome.failure != ReadFailure::none) return {};
  const SourceFile file(path, outcome.bytes);
  YamlOutcome yaml = parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())});
  return yaml.valid ? std::move(yaml.root) : Value{};
}

std::vector<std::string> names_in(const Value* list) {
  std::vector<std::string> names;
  if (list == nullptr) return names;
  for (const Value& item : list->items) {
    const bool is_new = std::ranges::find(names, item.text) == names.end();
    if (item.is_scalar() && is_name(item.text) && is_new) names.push_back(item.text);
  }
  return names;
}

using Aliases = std::map<std::string, std::vector<std::string>, std::less<>>;

// Names of groups, in lower case as Prow compares them. An alias in an alias is none there.
Aliases read_aliases(const Files& files) {
  Aliases aliases;
  const Value root = read_root(files, "OWNERS_ALIASES");
  const Value* table = root.find("aliases");
  if (table == nullptr) return aliases;
  for (const Member& member : table->members) {
    aliases[lower_ascii(member.key)] = names_in(&member.value);
  }
  return aliases;
}

// The people behind the names, each once.
std::vector<std::string> resolved(const std::vector<std::string>& names, const Aliases& aliases) {
  std::vector<std::string> people;
  const auto add = [&](const std::string& name) {
    if (std::ranges::find(people, name) == people.end()) people.push_back(name);
  };
  for (const std::string& name : names) {
    const auto alias = aliases.find(lower_ascii(name));
    if (alias == aliases.end()) {
      add(name);
    } else {
      std::ranges::for_each(alias->second, add);
    }
  }
  return people;
}

}  // namespace

std::vector<ApproverList> read_approver_lists(const Files& files,
                                              const std::vector<std::string>& documents) {
  std::set<std::string> folders;
  for (const std::string& document : documents) {
    std::string_view folder = parent_path(document);
    while (folders.emplace(folder).second && !folder.empty()) folder = parent_path(folder);
  }
  const Aliases aliases = read_aliases(files);
  std::vector<ApproverList> lists;
  for (const std::string& folder : folders) {
    const std::string path = join_path(folder, "OWNERS");
    const Value root = read_root(files, path);
    std::vector<std::string> names = resolved(names_in(root.find("approvers")), aliases);
    if (!names.empty()) {
      lists.push_back({.folder = folder, .path = path, .approvers = std::move(names)});
    }
  }
  return lists;
}

}  // namespace runbookc
