#include "cli/stdin_document.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cli/file_writer.h"
#include "cli/session.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024;

Error no_place(const std::string& path, const std::string& why, std::string help) {
  return {fmt::format("--stdin-filename {} {}", path, why), std::move(help)};
}

Result<std::string> read_stdin() {
  std::string bytes;
  std::array<char, 65536> chunk{};
  while (bytes.size() <= kMostBytes) {
    const ssize_t count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count == 0) return bytes;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{"cannot read standard input: " + system_message(errno), ""};
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
  }
  return Error{"standard input is larger than 64 MB", ""};
}

bool is_document_name(const ProjectConfig& config, std::string_view path) {
  return std::ranges::any_of(config.extensions, [&](const std::string& extension) {
    return file_name(path).ends_with(extension);
  });
}

// Without a project file the nearest folder that exists is taken for the project and read whole: up
// to the root of the file system, for a mistyped path.
bool leads_astray(const FuturePath& future, const Project& project) {
  std::error_code problem;
  const std::string here = std::filesystem::current_path(problem).string();
  return !future.has_folder && project.roots.config_file.empty() &&
         (problem || !path_within(future.folder, here));
}

// The root of the project that the working directory is in, if `path` lies outside of it, as a PATH
// is not let to; "" if not, and where there is no project.
Result<std::string> project_left(const Session& session, const std::string& path) {
  const auto here = find_roots(".", session.config_file, {});
  if (!here) return here.error();
  const bool has_project = !here->config_file.empty();
  return has_project && !path_within(path, here->root) ? here->root : std::string();
}

}  // namespace

Result<Project> open_project_for_stdin(Session& session, const Arguments& arguments) {
  const std::string path = arguments.last(kStdinFilenameOption.names);
  if (!arguments.positionals.empty()) {
    return no_place(path, "and other PATHs do not go together", "leave the PATHs out");
  }
  if (arguments.has("--update-baseline")) {
    return no_place(path, "and --update-baseline do not go together",
                    "a baseline is about files, not about a buffer");
  }
  const auto future = future_path(path);
  if (!future) return no_place(path, "is no place for a file", "");
  const auto left = project_left(session, future->path);
  if (!left) return left.error();
  if (!left->empty()) {
    return no_place(path, fmt::format("lies outside the project {}", *left),
                    std::string(kOwnProjectHelp));
  }
  auto project = open_project(session, {future->folder}, future->folder);
  if (!project) return project.error();
  if (leads_astray(*future, *project)) {
    return no_place(path, "lies in a folder that does not exist",
                    fmt::format("and no folder above it has a {}", kProjectFile));
  }
  const auto within = path_within(future->path, project->roots.root);
  if (!within || !is_inside(*within, project->content_root)) {
    return no_place(path, "lies outside the content",
                    fmt::format("the content of this project is {}",
                                project->content_root.empty() ? project->roots.root
                                                              : project->content_root + "/"));
  }
  if (!is_document_name(project->config, *within)) {
    return no_place(path, "is not the name of a document",
                    fmt::format("documents end in {}", join(project->config.extensions, ", ")));
  }
  project->roots.selection = {*within};
  return project;
}

Result<FileBytes> read_stdin_document(const Project& project) {
  auto bytes = read_stdin();
  if (!bytes) return bytes.error();
  FileBytes buffer;
  buffer[project.roots.selection.front()] = *std::move(bytes);
  return buffer;
}

}  // namespace runbookc
