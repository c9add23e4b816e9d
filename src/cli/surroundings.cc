#include "cli/surroundings.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "base/path.h"
#include "cli/roots.h"
#include "corpus/codeowners.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

CodeOwners codeowners_in(const std::string& folder) {
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) return {};
  return find_codeowners(*disk_files(folder)).owners;
}

// The name of an owner as documents write it.
std::string owner_id(std::string_view handle) {
  return std::string(handle.substr(handle.starts_with('@') ? 1 : 0));
}

bool names_somebody(const CodeOwners& owners) {
  return owners.exists() && owners.fault().empty() &&
         std::ranges::any_of(owners.lines(),
                             [](const CodeOwnersLine& line) { return !line.owners.empty(); });
}

// Precondition: names_somebody(owners).
std::string first_owner_of(const CodeOwners& owners, const std::string& path) {
  const Index decides = owners.match(path);
  if (decides != kNone && !owners.lines()[decides].owners.empty()) return "";
  const auto line = std::ranges::find_if(
      owners.lines(), [](const CodeOwnersLine& one) { return !one.owners.empty(); });
  return owner_id(line->owners.front().value);
}

}  // namespace

Surroundings look_around(const std::string& root, const ExistingDocuments& existing) {
  std::error_code problem;
  const std::string here = fs::weakly_canonical(fs::absolute(root, problem), problem).string();
  Surroundings around{.top = here, .below = path_in_repository(here)};
  around.top.resize(around.below.empty() ? here.size() : here.size() - around.below.size() - 1);
  if (around.top.empty()) around.top = "/";

  const std::string content = existing.folder == "." ? "" : existing.folder;
  const bool in_content = !content.empty() && is_there(fs::path(here) / content / "owners.yaml");
  around.owners_at_root = !in_content && is_there(fs::path(here) / "owners.yaml");
  const CodeOwners owners = codeowners_in(here);
  if (!in_content && !around.owners_at_root && names_somebody(owners)) {
    around.codeowners = owners.path();
    around.first_owner = first_owner_of(owners, join_path(content, kFirstDocument));
  }
  if (!around.below.empty() && around.codeowners.empty()) {
    around.codeowners_above = codeowners_in(around.top).path();
  }
  around.uses_gitlab = is_there(fs::path(around.top) / ".gitlab-ci.yml") &&
                       !is_there(fs::path(around.top) / ".github" / "workflows");
  return around;
}

bool is_plain_path(std::string_view folder) {
  return !folder.starts_with('-') && std::ranges::all_of(folder, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '-' || c == '_' || c == '.';
  });
}

}  // namespace runbookc
