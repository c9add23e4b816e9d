#include "corpus/content_walk.h"

#include <algorithm>
#include <optional>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{64} * 1024 * 1024;

bool any_matches(const std::vector<Glob>& globs, std::string_view path,
                 std::string_view content_path) {
  return std::ranges::any_of(
      globs, [&](const Glob& glob) { return glob.matches(path) || glob.matches(content_path); });
}

std::string_view below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return path;
  return path.size() == folder.size() ? std::string_view() : path.substr(folder.size() + 1);
}

bool is_included_document(const ProjectConfig& config, std::string_view path,
                          std::string_view content_path) {
  if (!is_document_name(config, path)) return false;
  return config.include.empty() || any_matches(config.include, path, content_path);
}

struct Walk {
  const Files& files;
  const ProjectConfig& config;
  std::string_view content_root;
  std::string_view output_folder;
  ContentListing listing;
  std::vector<std::string> pending;  // folders, relative to the project root
  std::vector<bool> used_excludes;   // parallel to config.exclude

  bool is_site(std::string_view folder, const std::vector<FolderEntry>& entries) const;
  bool is_unwanted(std::string_view path);
  bool is_named_by_exclude(std::string_view path);
  void pass_over(std::string_view path);
  void note_project_file(const std::string& path, const FolderEntry& entry);
  bool is_wanted_document(std::string_view path) const;
  void enter(const std::string& folder, const std::vector<FolderEntry>& entries);
  void enter_document(std::string path, const FolderEntry& entry);
};

// A site that we wrote, wherever it was copied to: its pages' sources stand beside them.
bool Walk::is_site(std::string_view folder, const std::vector<FolderEntry>& entries) const {
  const bool has_manifest = std::ranges::any_of(entries, [](const FolderEntry& entry) {
    return entry.name == "build.json" && entry.kind == FileKind::file;
  });
  if (!has_manifest) return false;
  const ReadOutcome outcome = files.read(join_path(folder, "build.json"), kMaxManifestBytes);
  return outcome.bytes.find("\"$schema\"") != std::string::npos &&
         outcome.bytes.find("runbookc") != std::string::npos;
}

// Each of them is asked, so that one that is never needed can be told.
bool Walk::is_named_by_exclude(std::string_view path) {
  bool named = false;
  for (std::size_t i = 0; i < config.exclude.size(); ++i) {
    const Glob& glob = config.exclude[i];
    if (!glob.matches(path) && !glob.matches(below(path, content_root))) continue;
    used_excludes[i] = true;
    named = true;
  }
  return named;
}

// Nobody looks into a folder that is passed over: a glob that speaks of it may match there.
void Walk::pass_over(std::string_view path) {
  for (std::size_t i = 0; i < config.exclude.size(); ++i) {
    const std::string& pattern = config.exclude[i].pattern();
    if (pattern.find(file_name(path)) != std::string::npos) used_excludes[i] = true;
  }
}

bool Walk::is_unwanted(std::string_view path) {
  const bool named = is_named_by_exclude(path);
  const bool unwanted = named || is_hidden(file_name(path)) || path == output_folder;
  if (unwanted) pass_over(path);
  return unwanted;
}

void Walk::note_project_file(const std::string& path, const FolderEntry& entry) {
  if (entry.name == kProjectFile && entry.kind == FileKind::file && path != kProjectFile) {
    listing.walk.inner_project_files.push_back(path);
  }
}

bool Walk::is_wanted_document(std::string_view path) const {
  return is_included_document(config, path, below(path, content_root));
}

// A link is read if it leads to a file that could stand in the content itself: never to the rest
// of the project, where credentials live.
void Walk::enter_document(std::string path, const FolderEntry& entry) {
  const bool leads_outside = entry.is_link && (!is_inside(entry.target, content_root) ||
                                               is_hidden(below(entry.target, content_root)));
  ReadOutcome outcome;
  if (entry.is_link && entry.kind == FileKind::missing) {
    outcome.failure = ReadFailure::dangling_link;
  } else if (entry.escapes || leads_outside) {
    outcome.failure = ReadFailure::escaping_link;
  } else if (entry.kind == FileKind::folder) {
    outcome.failure = ReadFailure::is_folder;
  } else {
    listing.documents.push_back(std::move(path));
    return;
  }
  listing.problems.push_back(unreadable(std::move(path), outcome, 0));
}

void Walk::enter(const std::string& folder, const std::vector<FolderEntry>& entries) {
  if (is_site(folder, entries)) return;
  for (const FolderEntry& entry : entries) {
    std::string path = join_path(folder, entry.name);
    if (is_unwanted(path)) continue;
    note_project_file(path, entry);
    const bool is_folder = entry.kind == FileKind::folder;
    if (is_folder && !entry.is_link) pending.push_back(path);
    if (is_wanted_document(path)) enter_document(std::move(path), entry);
  }
}

struct FailureText {
  ReadFailure failure;
  std::string_view message;
  std::string_view help;
};

constexpr FailureText kFailureTexts[] = {
    {ReadFailure::missing, "the file vanished while it was read", "run the check again"},
    {ReadFailure::permission, "the file cannot be read: permission denied",
     "give the account that runs the check the right to read it"},
    {ReadFailure::is_folder, "a folder has the name of a document",
     "rename the folder, or list it under 'exclude'"},
    {ReadFailure::not_regular, "not a regular file but a pipe, a socket or a device",
     "replace it by a file, or list it under 'exclude'"},
    {ReadFailure::dangling_link, "a symbolic link that leads to nothing",
     "point the link at an existing file, or remove it"},
    {ReadFailure::escaping_link, "a symbolic link that leads out of the content",
     "copy the file into the content, or remove the link"},
    {ReadFailure::io_error, "the file cannot be read: input/output error",
     "check the disk, then run the check again"},
};

}  // namespace

bool is_hidden(std::string_view path) {
  return std::ranges::any_of(split(path, '/'), [](std::string_view name) {
    return name.starts_with('.') || name == "node_modules";
  });
}

bool is_excluded(const ProjectConfig& config, std::string_view path,
                 std::string_view content_path) {
  if (config.exclude.empty()) return false;
  while (!content_path.empty()) {
    if (any_matches(config.exclude, path, content_path)) return true;
    content_path = parent_path(content_path);
    path = parent_path(path);
  }
  return false;
}

bool is_document_name(const ProjectConfig& config, std::string_view path) {
  const std::string_view name = file_name(path);
  return std::ranges::any_of(config.extensions, [name](const std::string& extension) {
    return name.size() > extension.size() &&
           equals_ignoring_case(name.substr(name.size() - extension.size()), extension);
  });
}

bool is_document_path(const ProjectConfig& config, std::string_view path,
                      std::string_view content_path) {
  return is_included_document(config, path, content_path) && !is_hidden(content_path) &&
         !is_excluded(config, path, content_path);
}

LoadProblem unreadable(std::string path, const ReadOutcome& outcome, std::uint64_t limit) {
  Problem problem;
  problem.kind = ProblemKind::unreadable_file;
  problem.span = {{1, 1}, {1, 1}};
  problem.subject = file_name(path);
  if (outcome.failure == ReadFailure::too_large) {
    problem.kind = ProblemKind::file_too_large;
    problem.message = "the file has " + count_of(outcome.size, "byte") +
                      ", more than the limit of " + std::to_string(limit);
    problem.help = "split the document, or raise 'limits.document_bytes'";
  }
  for (const FailureText& text : kFailureTexts) {
    if (text.failure != outcome.failure) continue;
    problem.message = text.message;
    problem.help = text.help;
  }
  return {std::move(path), std::move(problem)};
}

Result<ContentListing> list_content(const Files& files, const ProjectConfig& config,
                                    std::string_view content_root, std::string_view output_folder) {
  Walk walk{files, config, content_root, output_folder, {}, {}, {}};
  walk.used_excludes.resize(config.exclude.size());
  Result<std::vector<FolderEntry>> entries = files.list(content_root);
  if (!entries) return entries.error();
  walk.enter(std::string(content_root), *entries);
  while (!walk.pending.empty()) {
    const std::string folder = std::move(walk.pending.back());
    walk.pending.pop_back();
    entries = files.list(folder);
    if (entries) {
      walk.enter(folder, *entries);
      continue;
    }
    LoadProblem problem = unreadable(folder, {.bytes = {}, .failure = ReadFailure::io_error}, 0);
    problem.problem.message = "the folder cannot be listed: " + entries.error().message;
    problem.problem.help = "give the account that runs the check the right to read it";
    walk.listing.problems.push_back(std::move(problem));
  }
  std::ranges::sort(walk.listing.documents);
  std::ranges::sort(walk.listing.walk.inner_project_files);
  for (std::size_t i = 0; i < config.exclude.size(); ++i) {
    if (walk.used_excludes[i]) continue;
    walk.listing.walk.idle_excludes.push_back(config.exclude[i].pattern());
  }
  return std::move(walk.listing);
}

}  // namespace runbookc
