#include "cli/output_folder.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "base/path.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

fs::path without_links(const fs::path& path) {
  std::error_code problem;
  fs::path real = fs::weakly_canonical(fs::absolute(path, problem), problem);
  if (problem) real = fs::absolute(path, problem).lexically_normal();
  return real.filename().empty() ? real.parent_path() : real;
}

Result<fs::path> configured_folder(const Project& project) {
  const std::string& root = project.roots.root;
  const auto inside = resolve_path("", project.config.output);
  const bool absolute = project.config.output.starts_with('/');
  const fs::path path = without_links(fs::path(root) / inside.value_or(""));
  if (inside && !absolute && path_within(path.string(), root)) return path;
  std::error_code problem;
  if (inside && !absolute && fs::is_symlink(fs::path(root) / *inside, problem)) {
    return Error{fmt::format("`output` is '{}', a link that leaves the project", *inside),
                 "remove the link, or name where it leads with --out"};
  }
  return Error{fmt::format("`output` is '{}', which leaves the project", project.config.output),
               "name a folder inside the project, or another one with --out"};
}

}  // namespace

Result<OutputFolder> choose_output_folder(const Project& project, const Arguments& arguments) {
  if (arguments.has("--out") && arguments.last("--out").empty()) {
    return Error{"--out names no folder", ""};
  }
  fs::path path = without_links(arguments.last("--out", "."));
  if (!arguments.has("--out")) {
    auto configured = configured_folder(project);
    if (!configured) return configured.error();
    path = *std::move(configured);
  }
  const std::string& root = project.roots.root;
  const fs::path content = without_links(fs::path(root) / project.content_root);
  if (path_within(content.string(), path.string())) {
    return Error{fmt::format("the output folder {} holds the documents", path.string()),
                 "a build replaces its output folder as a whole: name another with --out"};
  }
  if (content != fs::path(root) && path_within(path.string(), content.string())) {
    return Error{fmt::format("the output folder {} lies among the documents", path.string()),
                 "keep the two apart: name another with --out"};
  }
  return OutputFolder{.path = path.string(),
                      .within_root = path_within(path.string(), root).value_or("")};
}

}  // namespace runbookc
