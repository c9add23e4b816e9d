// runbookc init: starts a project.
#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "base/text.h"
#include "cli/ci_files.h"
#include "cli/command_table.h"
#include "cli/completion_place.h"
#include "cli/console.h"
#include "cli/file_writer.h"
#include "cli/roots.h"
#include "cli/session.h"
#include "cli/starter_files.h"
#include "cli/starter_obstacle.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

Status create_folder(const fs::path& folder) {
  if (folder.empty()) return Done{};  // the working directory
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (!problem) return Done{};
  return Error{fmt::format("cannot create {}: {}", folder.string(), problem.message()), ""};
}

// Whether the file was written; false if there was one.
Result<bool> write_starter(const fs::path& path, const StarterFile& file) {
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
  const std::string folder = is_plain_path(root) ? root : shell_quoted(safe_text(root));
  const std::string there = root == "." ? "" : fmt::format(" -C {}", folder);
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

std::string about_dialect(const DialectRules& dialect) {
  return fmt::format("{} publishes the documents, by its setup here, so 'dialect: {}' was set",
                     dialect.description, dialect.name);
}

// Where the file is to stand, as the user would write it.
fs::path path_of(const StarterFile& file, const std::string& root, const Surroundings& around) {
  if (!file.at_top || around.below.empty()) return (fs::path(root) / file.path).lexically_normal();
  std::error_code problem;
  const fs::path whole = fs::path(around.top) / file.path;
  const fs::path shown = whole.lexically_relative(fs::current_path(problem));
  return problem || shown.empty() ? whole : shown;
}

// Whether `text` holds `name`, and not as a part of a longer path.
bool has_path(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const bool begins = at == 0 || !is_plain_path(text.substr(at - 1, 1));
    const std::string_view after = text.substr(at + name.size(), 1);
    if (begins && (after.empty() || !is_plain_path(after))) return true;
  }
  return false;
}

// What the file at `path`, which was there, lacks of what the starter file would do; "" for
// nothing.
std::string missing_in(const fs::path& path, const StarterFile& file, const Surroundings& around) {
  constexpr std::uint64_t kMostBytes = std::uint64_t{4} * 1024 * 1024;
  if (file.addition.empty()) return "";
  const auto folder = disk_files(path.has_parent_path() ? path.parent_path().string() : ".");
  const std::string text = folder->read(path.filename().string(), kMostBytes).bytes;
  if (text.find(file.sign) == std::string::npos) return file.groundwork + file.addition;
  const bool does_it = !file.at_top || around.below.empty() || has_path(text, around.below);
  return does_it ? "" : file.addition;
}

std::string addition_text(const fs::path& path, const StarterFile& file,
                          const std::string& missing) {
  return fmt::format("\nadd to {}, {}:\n\n{}", safe_path(path.string()), file.place, missing);
}

// Before anything is written: half of a project is worse than none.
Status find_obstacles(const std::vector<StarterFile>& files, const std::string& root,
                      const Surroundings& around) {
  const std::string here = (fs::path(around.top) / around.below).string();
  for (const StarterFile& file : files) {
    const std::string& base = file.at_top || around.below.empty() ? around.top : here;
    auto obstacle = starter_obstacle(base, file.path, path_of(file, root, around).string());
    if (obstacle) return *std::move(obstacle);
  }
  return Done{};
}

// What is not as one would find it in a project of its own repository.
void tell_surroundings(Console& console, const Surroundings& around) {
  if (around.below.empty()) return;
  const std::string folder = safe_text(around.below);
  const std::string top = safe_text(around.top);
  console.note(is_plain_path(around.below)
                   ? fmt::format("{}/ lies in the git repository {}: pre-commit and CI read their "
                                 "files only at its top, so they stand there and start in {}/",
                                 folder, top, folder)
                   : fmt::format("'{}' cannot stand in the files of pre-commit and CI as it is, so "
                                 "none were written: they belong at the top of the git repository "
                                 "{} and have to start in that folder, as with -C DIR",
                                 folder, top));
  if (!around.codeowners_above.empty()) {
    console.note(fmt::format("{} is not read, since it lies above the project",
                             safe_path(around.codeowners_above)));
  }
}

struct Written {
  std::size_t count = 0;
  bool config = false;
  std::string workflow;   // its path, if it is among them
  std::string additions;  // what is to be added to files that were there
};

Result<Written> write_starters(Session& session, const std::string& root, const SiteSetup& setup,
                               const Surroundings& around) {
  Written all;
  const std::vector<StarterFile> files = starter_files(session.today, setup, around);
  const Status clear = find_obstacles(files, root, around);
  if (!clear) return clear.error();
  for (const StarterFile& file : files) {
    const fs::path path = path_of(file, root, around);
    const auto written = write_starter(path, file);
    if (!written) return written.error();
    if (!*written) {
      const std::string missing = missing_in(path, file, around);
      session.console.print(fmt::format("kept  {:<34} it was there{}\n", safe_path(path.string()),
                                        missing.empty() ? "" : "; add what is shown below"));
      if (!missing.empty()) all.additions += addition_text(path, file, missing);
      continue;
    }
    session.console.print(fmt::format("wrote {:<34} {}\n", safe_path(path.string()), file.purpose));
    ++all.count;
    if (file.path == kWorkflowPath) all.workflow = path.string();
    all.config = all.config || file.path == kProjectFile;
  }
  session.console.print(all.additions);
  return all;
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string root = arguments.positionals.empty() ? "." : arguments.positionals.front();
  const SiteSetup setup = find_site_setup(root);
  const ExistingDocuments& existing = setup.existing;
  const Surroundings around = look_around(root, existing);
  const auto written = write_starters(session, root, setup, around);
  if (!written) return written.error();
  if (written->count > 0) tell_surroundings(session.console, around);
  if (written->config && existing.count > 0) session.console.note(about_existing(existing));
  if (written->config && setup.dialect != &default_dialect()) {
    session.console.note(about_dialect(*setup.dialect));
  }
  if (written->count > 0) {
    session.console.note(next_steps(root, written->workflow));
  } else if (written->additions.empty()) {
    session.console.note("nothing to do: every file was there");
  }
  return kExitFine;
}

}  // namespace

const CliCommand& init_command() {
  static const CliCommand command = {
      .name = "init",
      .summary = "start a project: config, owners, a first runbook, pre-commit and CI files",
      .details =
          "What exists is left as it is. Where Markdown is already, its folder becomes the "
          "content, and there is no first runbook. In a folder of a git repository, the files of "
          "pre-commit and CI stand at its top.",
      .options = {},
      .positionals = {{"DIR", "the project's folder (default: this one)", 0, 1}},
      .run = run};
  return command;
}

}  // namespace runbookc
