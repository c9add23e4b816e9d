#include "adopt/site_generator.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"

namespace runbookc {
namespace {

struct SetupFile {
  std::string_view path;
  std::string_view dialect;
  std::string_view word = {};  // that it has to hold, in lower case, where others use its name, too
};

// In the order of what says most: a repository on GitLab may hold a site of any system.
constexpr auto kSetupFiles = std::to_array<SetupFile>({
    {"config/tech-docs.yml", "tech-docs"},
    {"source/index.html.md.erb", "tech-docs"},
    {"docusaurus.config.js", "docusaurus"},
    {"docusaurus.config.ts", "docusaurus"},
    {"docusaurus.config.mjs", "docusaurus"},
    {"docusaurus.config.cjs", "docusaurus"},
    {"mkdocs.yml", "mkdocs"},
    {"mkdocs.yaml", "mkdocs"},
    {"hugo.toml", "hugo"},
    {"hugo.yaml", "hugo"},
    {"hugo.yml", "hugo"},
    {"hugo.json", "hugo"},
    {"config/_default/hugo.toml", "hugo"},
    {"config/_default/hugo.yaml", "hugo"},
    {"config/_default/config.toml", "hugo", "baseurl"},
    {"config.toml", "hugo", "baseurl"},
    {"config.yaml", "hugo", "baseurl"},
    {"config.yml", "hugo", "baseurl"},
    {".gitlab-ci.yml", "gitlab"},
});

constexpr std::uint64_t kSetupBytes = 1024UL * 1024;

bool is_set_up(const Files& files, const SetupFile& file) {
  if (files.kind(file.path) != FileKind::file) return false;
  if (file.word.empty()) return true;
  const ReadOutcome outcome = files.read(file.path, kSetupBytes);
  return outcome.failure == ReadFailure::none &&
         lower_ascii(outcome.bytes).find(file.word) != std::string::npos;
}

}  // namespace

const DialectRules& dialect_of_site(const Files& files) {
  for (const SetupFile& file : kSetupFiles) {
    if (is_set_up(files, file)) return *find_dialect(file.dialect);
  }
  return default_dialect();
}

}  // namespace runbookc
