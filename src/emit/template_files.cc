#include "emit/template_files.h"

#include <algorithm>

#include "base/embedded.h"
#include "base/path.h"
#include "base/unicode.h"

namespace runbookc {

namespace {

constexpr std::string_view kTemplates = "templates";
constexpr std::uint64_t kMaxBytes = 1 << 20;

}  // namespace

Result<std::optional<std::string>> read_template_file(const Files& files, std::string_view name) {
  const std::string path = join_path(kTemplates, name);
  ReadOutcome outcome = files.read(path, kMaxBytes);
  if (outcome.failure == ReadFailure::none) {
    if (!is_valid_utf8(outcome.bytes)) return Error{"the file is not UTF-8", "", FilePlace{path}};
    return std::optional(std::move(outcome.bytes));
  }
  if (outcome.failure == ReadFailure::too_large)
    return Error{"the file is over 1 MiB", "", FilePlace{path}};
  if (outcome.failure != ReadFailure::missing) return Error{"cannot read " + path, ""};
  const auto embedded = find_embedded(path);
  if (!embedded) return std::optional<std::string>();
  return std::optional(std::string(*embedded));
}

std::vector<std::string> template_file_names(const Files* project_too, std::string_view folder,
                                             std::string_view ending) {
  const std::string whole =
      folder.empty() ? std::string(kTemplates) : join_path(kTemplates, folder);
  std::vector<std::string> names;
  for (const EmbeddedFile& file : embedded_files()) {
    if (parent_path(file.path) == whole) names.emplace_back(file_name(file.path));
  }
  if (project_too != nullptr && project_too->kind(whole) == FileKind::folder) {
    const auto entries = project_too->list(whole);
    if (entries.ok()) {
      for (const FolderEntry& entry : *entries) names.push_back(entry.name);
    }
  }
  std::erase_if(names, [&](const std::string& name) { return !name.ends_with(ending); });
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  return names;
}

}  // namespace runbookc
