#include "git/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "git/diff_output.h"
#include "git/revision_name.h"

namespace runbookc {
namespace {

constexpr std::string_view kFetchDepth =
    "fetch the whole history: `fetch-depth: 0` of actions/checkout on GitHub, `GIT_DEPTH: 0` on "
    "GitLab, `git fetch --unshallow` by hand";

// Before every question.
const std::vector<std::string>& settings() {
  static const std::vector<std::string> words = {
      "--no-pager",       "-c", "core.fsmonitor=false",     "-c", "core.hooksPath=/dev/null", "-c",
      "diff.external=",   "-c", "diff.orderFile=/dev/null", "-c", "log.showSignature=false",  "-c",
      "log.follow=false", "-c", "core.quotePath=true"};
  return words;
}

// What every comparison is asked for.
std::vector<std::string> diff_question(std::initializer_list<std::string> more) {
  std::vector<std::string> words = {"diff",           "--no-ext-diff", "--no-textconv",
                                    "--no-color",     "--relative",    "--ignore-submodules=all",
                                    "--find-renames", "-l1000",        "--no-indent-heuristic"};
  words.insert(words.end(), more);
  return words;
}

// The lines that changed since `revision` in files of a status among `statuses`; pathspecs follow.
// --text, so that no attribute of a pull request hides its lines.
std::vector<std::string> patch_question(const std::string& statuses, const std::string& revision) {
  return diff_question({"--patch", "--unified=0", "--inter-hunk-context=0", "--text",
                        "--diff-filter=" + statuses, "--src-prefix=a/", "--dst-prefix=b/",
                        "--submodule=short", revision, "--"});
}

std::string pathspec_of(const std::string& folder) {
  return folder.empty() ? "." : literal_pathspec(folder);
}

std::vector<std::string> environment_of(const GitAccess& access,
                                        const std::vector<std::string>& filters) {
  std::vector<std::string> out = {"LC_ALL=C",
                                  "PATH=" + access.search_path,
                                  "GIT_OPTIONAL_LOCKS=0",
                                  "GIT_TERMINAL_PROMPT=0",
                                  "GIT_NO_LAZY_FETCH=1",
                                  "GIT_ALLOW_PROTOCOL=none",
                                  "GIT_ATTR_NOSYSTEM=1"};
  out.insert(out.end(), access.environment.begin(), access.environment.end());
  out.insert(out.end(), filters.begin(), filters.end());
  return out;
}

// The first line of what git complains about, without "fatal: ".
std::string complaint_of(const ProgramOutput& output) {
  std::string_view line = std::string_view(output.err).substr(0, output.err.find('\n'));
  if (line.starts_with("fatal: ")) line.remove_prefix(7);
  return std::string(line);
}

// "filter.lfs.clean" -> "lfs"; a driver's name may hold dots.
std::string driver_of(std::string_view key) {
  const std::size_t first = key.find('.');
  const std::size_t last = key.rfind('.');
  return first == std::string_view::npos || last <= first + 1
             ? std::string()
             : std::string(key.substr(first + 1, last - first - 1));
}

Error nothing_committed(const std::string& revision) {
  return {fmt::format("nothing is committed yet that could be compared with '{}'", revision),
          "check without --changed-since, or compare with HEAD, before which all is new"};
}

void take_untracked(ChangeSet& changes, std::string_view output) {
  for (const std::string_view path : split(output, '\0')) {
    if (path.empty()) continue;
    if (path.ends_with('/')) {
      changes.new_folders.emplace_back(path.substr(0, path.size() - 1));
    } else {
      changes.files[std::string(path)].whole = true;
    }
  }
}

// A rename with edits of which no hunk came stays whole.
void take_hunks(ChangeSet& changes, std::string_view patch) {
  for (auto& [path, hunks] : read_patch(patch)) {
    const auto file = changes.files.find(path);
    if (file == changes.files.end()) {
      std::vector<std::string>& lines = changes.deleted_lines[path];
      for (Hunk& hunk : hunks) std::ranges::move(hunk.removed, std::back_inserter(lines));
      continue;
    }
    file->second.hunks = std::move(hunks);
    if (!file->second.renamed_from.empty()) file->second.whole = false;
  }
}

}  // namespace

Result<Git> Git::open(GitAccess access) {
  std::string program = find_program("git", access.search_path);
  if (program.empty()) return Error{"git is not installed, or not in PATH", "install git"};
  Git git(std::move(access), std::move(program));
  const auto output = git.ask({"rev-parse", "--is-inside-work-tree", "--is-shallow-repository"});
  if (!output) return output.error();
  if (output->exit_code != 0 || !output->out.starts_with("true\n")) {
    return Error{fmt::format("'{}' is in no git repository that can be read", git.access_.folder),
                 complaint_of(*output)};
  }
  git.shallow_ = output->out == "true\ntrue\n";
  const Status off = git.switch_filters_off();
  if (!off) return off.error();
  return git;
}

ProgramCall Git::call_for(std::vector<std::string> question) const {
  ProgramCall call{.program = program_,
                   .arguments = settings(),
                   .folder = access_.folder,
                   .environment = environment_of(access_, settings_)};
  std::ranges::move(question, std::back_inserter(call.arguments));
  return call;
}

Result<ProgramOutput> Git::ask(std::vector<std::string> question) const {
  return run_program(call_for(std::move(question)));
}

Result<std::string> Git::answer(std::vector<std::string> question) const {
  const std::string what = question.front();
  auto output = ask(std::move(question));
  if (!output) return output.error();
  if (output->exit_code == 0) return std::move(output.value().out);
  return Error{fmt::format("git {} failed", what), complaint_of(*output)};
}

// A comparison with the working tree passes files through the clean filters that .gitattributes
// chooses among those of the user's configuration: a pull request could make any of them run.
Status Git::switch_filters_off() {
  const auto output = ask({"config", "--null", "--name-only", "--get-regexp", "^filter\\."});
  if (!output) return output.error();
  std::set<std::string> drivers;
  for (const std::string_view key : split(output->out, '\0')) drivers.insert(driver_of(key));
  drivers.erase("");
  std::size_t count = 0;
  const auto set = [&](const std::string& key, std::string_view value) {
    settings_.push_back(fmt::format("GIT_CONFIG_KEY_{}={}", count, key));
    settings_.push_back(fmt::format("GIT_CONFIG_VALUE_{}={}", count++, value));
  };
  for (const std::string& driver : drivers) {
    set("filter." + driver + ".clean", "");
    set("filter." + driver + ".process", "");
    set("filter." + driver + ".required", "false");
  }
  settings_.push_back(fmt::format("GIT_CONFIG_COUNT={}", count));
  return Done{};
}

// Branches, those of remotes, and tags, by the names that people write.
std::vector<std::string> Git::revision_names() const {
  const auto output = answer(
      {"for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/remotes", "refs/tags"});
  std::vector<std::string> names;
  if (!output) return names;
  for (const std::string_view name : split(*output, '\n')) {
    if (!name.empty()) names.emplace_back(name);
  }
  return names;
}

Error Git::unknown_revision(const std::string& revision, const std::string& complaint) const {
  const std::optional<std::string> meant = nearest_revision(revision, revision_names());
  std::string help;
  if (meant) {
    help = fmt::format("did you mean '{}'?", *meant);
    if (shallow_) help += " Or the clone is too shallow; " + std::string(kFetchDepth);
  } else if (shallow_) {
    help = "the clone is shallow; " + std::string(kFetchDepth);
  } else {
    help =
        "no branch, tag or commit has that name here, or it was not fetched; `git branch --all` "
        "lists the branches";
  }
  if (!complaint.empty()) help += fmt::format(" (git says: {})", complaint);
  return {fmt::format("git knows no revision '{}'", revision), std::move(help)};
}

// All that is there is new.
Result<ChangeSet> Git::everything(const std::string& revision) const {
  const auto paths =
      answer({"ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", "."});
  if (!paths) return paths.error();
  ChangeSet changes;
  changes.revision = revision;
  take_untracked(changes, *paths);
  return changes;
}

Result<std::string> Git::merge_base(const std::string& revision) const {
  if (revision.empty() || revision.starts_with('-') || revision.find('\0') != std::string::npos) {
    return Error{fmt::format("'{}' is no revision", revision),
                 "name a branch, a tag or a commit, as in origin/main"};
  }
  const auto output = ask({"merge-base", "HEAD", revision});
  if (!output) return output.error();
  if (output->exit_code == 0) return std::string(trim(output->out));
  if (output->exit_code != 1) return unknown_revision(revision, complaint_of(*output));
  if (shallow_) {
    return Error{
        fmt::format("the clone is shallow and lacks the merge base of '{}' and HEAD", revision),
        std::string(kFetchDepth)};
  }
  return Error{fmt::format("'{}' and HEAD have no commit in common", revision),
               "name a revision of the same history"};
}

Result<ChangeSet> Git::changes_since(const std::string& revision,
                                     const std::vector<std::string>& pathspecs) const {
  const auto unborn = is_unborn();
  if (!unborn) return unborn.error();
  if (*unborn && (revision == "HEAD" || revision == "@")) return everything(revision);
  if (*unborn) return nothing_committed(revision);
  const auto base = merge_base(revision);
  if (!base) return base.error();
  const auto names = answer(diff_question({"--raw", "-z", "--no-abbrev", *base, "--", "."}));
  if (!names) return names.error();
  auto question = patch_question("DMR", *base);
  question.insert(question.end(), pathspecs.begin(), pathspecs.end());
  const auto patch = answer(std::move(question));
  if (!patch) return patch.error();
  const auto untracked = answer({"ls-files", "--others", "--exclude-standard", "-z", "--", "."});
  if (!untracked) return untracked.error();

  ChangeSet changes = read_raw_diff(*names);
  changes.revision = revision;
  take_hunks(changes, *patch);
  take_untracked(changes, *untracked);
  return changes;
}

// HEAD that leads to no commit is unborn only if it names a branch that nothing is kept under; any
// other is broken, and all must not count as new.
Result<bool> Git::is_unborn() const {
  const auto commit = ask({"rev-parse", "--quiet", "--verify", "HEAD^{commit}"});
  if (!commit) return commit.error();
  if (commit->exit_code == 0) return false;
  const auto branch = ask({"symbolic-ref", "--quiet", "HEAD"});
  if (!branch) return branch.error();
  if (branch->exit_code == 0) {
    const std::string name(trim(branch->out));
    const auto kept = ask({"for-each-ref", "--format=%(refname)", name});
    if (!kept) return kept.error();
    const std::vector<std::string_view> names = split(kept->out, '\n');
    const bool is_kept = std::ranges::find(names, name) != names.end();
    if (kept->exit_code == 0 && kept->err.empty() && !is_kept) return true;
  }
  const auto complaint = ask({"log", "-1", "--format=%H"});
  if (!complaint) return complaint.error();
  return Error{"HEAD of the git repository leads to no commit",
               fmt::format("mend the repository (git says: {})", complaint_of(*complaint))};
}

Result<EditHistory> Git::edits_since(const std::string& folder, Date since) const {
  const auto unborn = is_unborn();
  if (!unborn) return unborn.error();
  if (*unborn) return EditHistory{};
  const auto uncommitted =
      answer(diff_question({"--raw", "-z", "--no-abbrev", "HEAD", "--", pathspec_of(folder)}));
  if (!uncommitted) return uncommitted.error();
  std::vector<std::string> question =
      diff_question({"--raw", "-z", "--no-abbrev", "--root", std::string(kCommitFormat),
                     "--since=" + format_date(since) + "T00:00:00Z", "--", pathspec_of(folder)});
  question.front() = "log";
  const auto log = answer(std::move(question));
  if (!log) return log.error();
  return read_edits(*uncommitted, *log, shallow_);
}

Status Git::read_objects(const std::vector<std::string>& hashes, ObjectReader::Take take) const {
  if (hashes.empty()) return Done{};
  ObjectReader reader(std::move(take));
  ProgramCall call = call_for({"cat-file", "--batch"});
  for (const std::string& hash : hashes) call.input += hash + '\n';
  call.take = [&](std::string_view bytes) { reader.read(bytes); };
  const auto output = run_program(call);
  if (!output) return output.error();
  if (output->exit_code == 0 && !reader.misses_any()) return Done{};
  return Error{"git lacks old versions of files, as in a partial clone", complaint_of(*output)};
}

std::string literal_pathspec(std::string_view path) { return ":(literal)" + std::string(path); }

std::string ending_pathspec(std::string_view ending) {
  std::string text = ":(glob,icase)**/*";
  for (const char c : ending) {
    if (std::string_view("*?[]\\").find(c) != std::string_view::npos) text += '\\';
    text += c;
  }
  return text;
}

}  // namespace runbookc
