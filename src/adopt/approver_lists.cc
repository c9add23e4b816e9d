#include "adopt/approver_lists.h"

#include <algorithm>
#include <set>
#include <string_view>

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

std::vector<std::string> approvers_in(const SourceFile& file) {
  const YamlOutcome outcome =
      parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())});
  const Value* list = outcome.valid ? outcome.root.find("approvers") : nullptr;
  std::vector<std::string> names;
  if (list == nullptr) return names;
  for (const Value& item : list->items) {
    const bool is_new = std::ranges::find(names, item.text) == names.end();
    if (item.is_scalar() && is_name(item.text) && is_new) names.push_back(item.text);
  }
  return names;
}

}  // namespace

std::vector<ApproverList> read_approver_lists(const Files& files,
                                              const std::vector<std::string>& documents) {
  std::set<std::string> folders;
  for (const std::string& document : documents) {
    std::string_view folder = parent_path(document);
    while (folders.emplace(folder).second && !folder.empty()) folder = parent_path(folder);
  }
  std::vector<ApproverList> lists;
  for (const std::string& folder : folders) {
    const std::string path = join_path(folder, "OWNERS");
    const ReadOutcome outcome = files.read(path, kMostBytes);
    if (outcome.failure != ReadFailure::none) continue;
    std::vector<std::string> names = approvers_in(SourceFile(path, outcome.bytes));
    if (!names.empty()) {
      lists.push_back({.folder = folder, .path = path, .approvers = std::move(names)});
    }
  }
  return lists;
}

}  // namespace runbookc
