// Which files under the content root are documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "config/project_config.h"
#include "corpus/corpus.h"

namespace runbookc {

// A name in `path` is hidden (starts with a dot) or is `node_modules`: never read.
bool is_hidden(std::string_view path);

// Whether `exclude` names the file or a folder that it stands in. Globs are tried on the path
// relative to the project root and on the one relative to the content root.
bool is_excluded(const ProjectConfig& config, std::string_view path, std::string_view content_path);

// Whether the extension is one of a document (ASCII case ignored).
bool is_document_name(const ProjectConfig& config, std::string_view path);

// Whether a file at `path`, which is `content_path` in the content, is read as a document.
bool is_document_path(const ProjectConfig& config, std::string_view path,
                      std::string_view content_path);

struct ContentListing {
  std::vector<std::string> documents;  // to be read; relative to the project root, sorted
  std::vector<LoadProblem> problems;   // folders that cannot be listed, entries that are no files
  WalkNotes walk;
};

// Walks `content_root`. Links to folders are not followed: what they lead to is either found in its
// own place or none of ours. An Error if the content root itself cannot be listed.
Result<ContentListing> list_content(const Files& files, const ProjectConfig& config,
                                    std::string_view content_root, std::string_view output_folder);

// Why `path` could not be read, as a problem of that path (RB006; RB004 if it is too large).
LoadProblem unreadable(std::string path, const ReadOutcome& outcome, std::uint64_t limit);

}  // namespace runbookc
