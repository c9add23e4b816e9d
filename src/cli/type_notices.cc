#include "cli/type_notices.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <unordered_set>

#include "base/near_miss.h"
#include "cli/console.h"
#include "cli/session.h"
#include "corpus/type_registry.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUnknownType = "RB104";

bool is_unknown(const Corpus& corpus, const Page& page) {
  if (page.type_index != kNone) return false;
  std::vector<std::string> names;
  for (const DocumentType& type : corpus.types) names.push_back(type.name);
  return !near_miss(page.type, names);  // a slip is told what was meant, and no folder
}

// Whether a finding that is shown says that a document's type does not exist.
bool reports_unknown_type(const Report& report) {
  std::unordered_set<std::string_view> paths;
  for (const Diagnostic& found : report.diagnostics) {
    if (found.code == kUnknownType) paths.insert(found.path);
  }
  return std::ranges::any_of(report.corpus.pages, [&](const Page& page) {
    return paths.contains(report.corpus.path_of(page)) && is_unknown(report.corpus, page);
  });
}

void note_folder(Session& session, const Project& project) {
  const std::string folder = types_folder(project);
  std::error_code problem;
  session.console.note(
      fmt::format("own document types are read from {}{}{}", safe_path(folder),
                  fs::is_directory(folder, problem) ? "" : ", which does not exist",
                  project.roots.config_file.empty()
                      ? fmt::format("; no {} says which folder is the project's root", kProjectFile)
                      : ""));
}

}  // namespace

std::string types_folder(const Project& project) {
  return (fs::path(project.roots.root) / kTypesFolder).string();
}

void note_types(Session& session, const Project& project, const Report& report) {
  if (reports_unknown_type(report)) note_folder(session, project);
}

}  // namespace runbookc
