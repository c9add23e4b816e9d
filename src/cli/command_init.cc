// runbookc init: starts a project.
#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "base/text.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/file_writer.h"
#include "cli/roots.h"
#include "cli/session.h"
#include "cli/starter_files.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

Status create_folder(const fs::path& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (!problem) return Done{};
  return Error{fmt::format("cannot create {}: {}", folder.string(), problem.message()), ""};
}

// Whether the file was written; false if there was one.
Result<bool> write_starter(const fs::path& root, const StarterFile& file) {
  const fs::path path = root / file.path;
  std::error_code problem;
  if (fs::exists(fs::symlink_status(path, problem))) return false;
  const Status folder = create_folder(path.parent_path());
  if (!folder) return folder.error();
  const Status written = write_file(path.string(), file.text, WriteMode::create);
  if (!written) return written.error();
  return true;
}

// What is left to do: `workflow` is the path of the CI file, if it was written and has a step to be
// filled in; "" if not.
std::string next_steps(const std::string& root, const std::string& workflow) {
  const std::string there = root == "." ? "" : fmt::format(" -C {}", safe_text(root));
  const std::string fill_in = workflow.empty() ? ""
                                               : fmt::format(
                                                     "; before you push, fill in the step "
                                                     "'{}' of {}",
                                                     kInstallStep, safe_path(workflow));
  return fmt::format(
      "next: `runbookc{0} check`, then `runbookc{0} build` and open site/index.html{1}", there,
      fill_in);
}

std::string about_existing(const ExistingDocuments& existing) {
  const std::string where = existing.folder == "."
                                ? std::string("here")
                                : fmt::format("in {}/", safe_text(existing.folder));
  return fmt::format(
      "{} {} already, so 'content: {}' was set; to let only new findings count, see 'baseline' at "
      "the end of {}",
      count_of(existing.count, "document") + (existing.count == 1 ? " is" : " are"), where,
      safe_text(existing.folder), kProjectFile);
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string root = arguments.positionals.empty() ? "." : arguments.positionals.front();
  const ExistingDocuments existing = find_existing_documents(root);
  std::size_t count = 0;
  bool writes_config = false;
  std::string workflow;
  for (const StarterFile& file : starter_files(session.today, existing)) {
    const auto written = write_starter(root, file);
    if (!written) return written.error();
    const std::string path = (fs::path(root) / file.path).lexically_normal().string();
    session.console.print(*written ? fmt::format("wrote {:<34} {}\n", safe_path(path), file.purpose)
                                   : fmt::format("kept  {:<34} it was there\n", safe_path(path)));
    if (!*written) continue;
    ++count;
    if (file.path == kWorkflowPath) workflow = path;
    writes_config = writes_config || file.path == kProjectFile;
  }
  if (writes_config && existing.count > 0) session.console.note(about_existing(existing));
  session.console.note(count == 0 ? "nothing to do: every file was there"
                                  : next_steps(root, workflow));
  return kExitFine;
}

}  // namespace

const CliCommand& init_command() {
  static const CliCommand command = {
      .name = "init",
      .summary = "start a project: config, owners, a first runbook, pre-commit and CI files",
      .details =
          "What exists is left as it is. Where Markdown is already, its folder becomes the "
          "content, and there is no first runbook.",
      .options = {},
      .positionals = {{"DIR", "the project's folder (default: this one)", 0, 1}},
      .run = run};
  return command;
}

}  // namespace runbookc
