// A project, opened: its root, its files and its configuration.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "cli/roots.h"
#include "config/project_config.h"
#include "corpus/corpus.h"
#include "diag/baseline.h"
#include "diag/diagnostic.h"
#include "report/reporter.h"
#include "report/shown_paths.h"

namespace runbookc {

struct Session;

struct Project {
  Roots roots;
  ShownPaths paths;              // from the working directory
  std::unique_ptr<Files> files;  // rooted at roots.root
  ProjectConfig config;
  std::string content_root;  // relative to roots.root; "" for the root itself
};

// Finds and reads the project for the PATH arguments. An Error tells every fault of the project
// file, each with its place.
// The search for the project file starts in `folder`, relative to the working directory.
Result<Project> open_project(Session& session, const std::vector<std::string>& paths,
                             const std::string& folder = ".");

// An error whose places are the project's, with their paths as a person in the working directory
// would write them.
Error shown_from_here(const Project& project, Error error);

// The configured output folder relative to the root, which the loader skips; "" if it leaves it.
std::string configured_output(const Project& project);

// A project with its documents parsed, linked and checked.
struct Analysis {
  Corpus corpus;
  std::vector<Diagnostic> diagnostics;
  std::vector<Diagnostic> suppressed;  // by directives in the documents
  std::vector<Diagnostic> accepted;    // by the baseline
  std::vector<BaselineEntry> fixed;    // of the baseline
  std::vector<BaselineEntry> gone;     // of the baseline, with their files
};

struct AnalysisOptions {
  bool render = false;
  std::string output_folder;     // relative to the root; "" if it lies elsewhere
  const Files* files = nullptr;  // to read instead of the project's own
  RenameMap renames = {};        // to mend links by
  // Analysed before with the same `render`: what did not change is not parsed again.
  const Corpus* earlier = nullptr;
  // Whether what is found in files that no PATH argument selects may be left out, and what their
  // links lead to (LoadOptions::wanted). Not with `render`.
  bool only_selected = false;
  bool keep = true;  // the documents, in the session's cache for the next run
  // Whether sources that did not change since an earlier run are read only where they are needed.
  // Of those, only the ones with findings may be asked for afterwards; `files` outlives the
  // Analysis.
  bool sources_late = false;
};

// Sets aside what the baseline accepts.
Analysis apply_baseline(const Project& project, Analysis analysis, const Baseline& baseline);

// An Error, too, for a content root that holds no document (load_corpus).
Result<Analysis> analyse(Session& session, const Project& project, const AnalysisOptions& options);

// Whether `path` is, or lies in, one of the selected ones, which are sorted; everything is, if none
// is named.
bool is_selected(std::string_view path, const std::vector<std::string>& selection);

// The findings in the selection of the PATHs, and how many of the corpus's files are in it.
Report make_report(const Project& project, const Analysis& analysis);

// Whether `fix` mends the finding, of a document in the selection: where the document stands, and
// not through a symbolic link.
bool is_mendable(const Project& project, const Diagnostic& found);

// The report as it is shown: what one rule says of one document has a limit.
Report capped(Report report);

}  // namespace runbookc
