#include "cli/site_setup.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "adopt/site_generator.h"
#include "corpus/content_walk.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

std::size_t count_documents(const Files& files, std::vector<std::string> extensions,
                            const std::string& folder) {
  ProjectConfig config;
  config.extensions = std::move(extensions);
  const auto listing = list_content(files, config, folder == "." ? "" : folder, config.output);
  return listing ? listing->documents.size() : 0;
}

// Middleman's templates speak for the one system that we know of that is made with it.
const DialectRules& dialect_of(const Files& files) {
  const DialectRules& dialect = dialect_of_site(files);
  const bool is_known = &dialect != &default_dialect();
  return is_known || count_documents(files, {".html.md.erb"}, ".") == 0
             ? dialect
             : *find_dialect("tech-docs");
}

}  // namespace

SiteSetup find_site_setup(const std::string& root) {
  SiteSetup setup{.dialect = &default_dialect(), .existing = find_existing_documents(root)};
  std::error_code problem;
  if (!fs::is_directory(root, problem)) return setup;
  const auto files = disk_files(fs::absolute(root, problem).string());
  setup.dialect = &dialect_of(*files);
  if (setup.dialect == &default_dialect()) return setup;
  ExistingDocuments& existing = setup.existing;
  const bool has_folder = files->kind(setup.dialect->content_folder) == FileKind::folder;
  if (has_folder || existing.count == 0) existing.folder = setup.dialect->content_folder;
  const std::vector<std::string> extensions(setup.dialect->extensions.begin(),
                                            setup.dialect->extensions.end());
  existing.count = count_documents(*files, extensions, existing.folder);
  return setup;
}

}  // namespace runbookc
