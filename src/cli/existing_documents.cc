#include "cli/existing_documents.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "base/files.h"
#include "base/text.h"
#include "corpus/content_walk.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 200'000;
constexpr std::string_view kContent = "content";

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(
      names, [name](std::string_view one) { return equals_ignoring_case(name, one); });
}

bool is_foreign_folder(std::string_view name) {
  return name.starts_with('.') ||
         is_one_of(name, {"node_modules", "vendor", "third_party", "site"});
}

bool is_about_repository(std::string_view name) {
  return is_one_of(name, {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE.md",
                          "SECURITY.md", "SUPPORT.md", "CODE_OF_CONDUCT.md", "AGENTS.md"});
}

bool is_document(const fs::path& path) {
  return is_one_of(path.extension().string(), {".md", ".markdown"});
}

fs::path common_folder(const fs::path& a, const fs::path& b) {
  fs::path common;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end() && *i == *j; ++i, ++j) {
    common /= *i;
  }
  return common;
}

class Finder {
 public:
  explicit Finder(fs::path root) : root_(std::move(root)) {}

  // The deepest folder that holds all that is found, relative; nothing if nothing is.
  std::optional<fs::path> run() {
    std::error_code problem;
    fs::recursive_directory_iterator at(root_, fs::directory_options::skip_permission_denied,
                                        problem);
    for (; !problem && at != fs::recursive_directory_iterator(); at.increment(problem)) {
      if (++entries_ > kMostEntries) break;
      if (look_at(*at, at.depth())) at.disable_recursion_pending();
    }
    return folder_;
  }

 private:
  // Whether what is in it is to be passed over.
  bool look_at(const fs::directory_entry& entry, int depth) {
    std::error_code problem;
    const fs::path& path = entry.path();
    const std::string name = path.filename().string();
    if (entry.is_symlink(problem)) return true;
    if (entry.is_directory(problem)) return is_foreign_folder(name);
    if (problem || !entry.is_regular_file(problem) || !is_document(path)) return false;
    if (depth == 0 && is_about_repository(name)) return false;
    const fs::path folder = path.parent_path().lexically_relative(root_);
    const fs::path inside = folder == "." ? fs::path() : folder;
    folder_ = folder_ ? common_folder(*folder_, inside) : inside;
    return false;
  }

  fs::path root_;
  std::size_t entries_ = 0;
  std::optional<fs::path> folder_;
};

// As many as a check will read, if nothing else is configured.
std::size_t count_documents(const std::string& root, const std::string& folder) {
  std::error_code problem;
  const auto files = disk_files(fs::absolute(root, problem).string());
  const ProjectConfig config;
  const auto listing = list_content(*files, config, folder == "." ? "" : folder, config.output);
  return listing ? listing->documents.size() : 0;
}

}  // namespace

ExistingDocuments find_existing_documents(const std::string& root) {
  std::error_code problem;
  std::string folder(kContent);
  if (!fs::is_directory(fs::path(root) / kContent, problem)) {
    const auto found = Finder(root).run();
    if (!found) return {.folder = folder, .count = 0};
    folder = found->empty() ? "." : found->generic_string();
  }
  return {.folder = folder, .count = count_documents(root, folder)};
}

}  // namespace runbookc
