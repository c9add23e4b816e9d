// runbookc adopt: front matter for documents that have none, from what they say themselves.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "adopt/front_matter_writer.h"
#include "adopt/owners_draft.h"
#include "base/text.h"
#include "cli/adoption_drafts.h"
#include "cli/adoption_input.h"
#include "cli/adoption_text.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/diff_text.h"
#include "cli/file_writer.h"
#include "cli/project.h"
#include "cli/session.h"
#include "cli/starter_obstacle.h"
#include "fix/unified_diff.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr OptionSpec kAdoptDiffOption = {
    "--diff", "", "print what would change as a unified diff, and change nothing (the default)"};
constexpr OptionSpec kWriteOption = {"--write", "", "change the documents"};
constexpr OptionSpec kExplainOption = {
    "--explain", "", "print where each value comes from, and what is left for a person"};

struct Adoption {
  Corpus corpus;
  AdoptionPlan plan;
  FileBytes before, after;  // of the documents that change, by path
  std::vector<AdoptionDraft> drafts;

  bool changes() const { return !after.empty() || !drafts.empty(); }
};

// Everything is selected, and no project file says what belongs to the project.
bool drafts_project(const Project& project) {
  const std::vector<std::string>& selection = project.roots.selection;
  const bool whole = selection.empty() || is_selected("", selection);
  return project.roots.config_file.empty() && whole;
}

Result<Corpus> load(Session& session, const Project& project) {
  auto corpus = load_corpus(*project.files, {.config = project.config,
                                             .today = session.today,
                                             .threads = session.threads,
                                             .render = false,
                                             .output_folder = configured_output(project)});
  if (!corpus) return shown_from_here(project, corpus.error());
  return corpus;
}

// The documents with their fields. A field that cannot be written safely is one for a person.
void apply(Adoption& adoption) {
  for (DocumentAdoption& one : adoption.plan.documents) {
    if (one.fields.empty()) continue;
    const Page& page = adoption.corpus.pages[one.page];
    const Document& document = adoption.corpus.document_of(page);
    const SourceFile& source = adoption.corpus.source_of(page);
    auto bytes = with_front_matter(source, document, one.fields, adoption.corpus.config.limits);
    if (!bytes) {
      one.open.push_back({"",
                          {document.path, 1, "its front matter"},
                          "fields cannot be added to it as it is written"});
      one.fields.clear();
      continue;
    }
    adoption.before[document.path] = std::string(source.bytes());
    adoption.after[document.path] = *std::move(bytes);
  }
}

Result<Adoption> plan_for(Session& session, Project& project, const Arguments& arguments) {
  const bool drafts = drafts_project(project);
  ExistingDocuments existing;
  if (drafts) {
    auto assumed = assume_project(project);
    if (!assumed) return assumed.error();
    existing = *std::move(assumed);
  }
  auto corpus = load(session, project);
  if (!corpus) return corpus.error();
  auto facts = adoption_facts(session, project, *corpus, arguments);
  if (!facts) return facts.error();
  facts->drafts_project = drafts;
  Adoption adoption{
      .corpus = *std::move(corpus), .plan = {}, .before = {}, .after = {}, .drafts = {}};
  adoption.plan = plan_adoption(adoption.corpus, *facts);
  apply(adoption);
  const bool whole = project.roots.selection.empty() || is_selected("", project.roots.selection);
  if (!drafts && !whole) return adoption;
  auto files = drafts ? draft_project(session, project, existing, adoption.plan, adoption.after)
                      : draft_missing(session, project, adoption.after);
  if (!files) return files.error();
  adoption.drafts = *std::move(files);
  return adoption;
}

std::string new_file_diff(const AdoptionDraft& draft) {
  const std::string diff = unified_diff(draft.path, "", draft.text);
  return "--- /dev/null\n" + diff.substr(std::min(diff.find('\n') + 1, diff.size()));
}

void print_diff(Session& session, const Adoption& adoption) {
  std::string diff;
  for (const auto& [path, before] : adoption.before) {
    diff += unified_diff(path, before, adoption.after.at(path));
  }
  for (const AdoptionDraft& draft : adoption.drafts) {
    if (!draft.generated) diff += new_file_diff(draft);
  }
  session.console.print(shown_diff(diff, Console::prints_to_terminal()));
}

// Owners that the project's directory lacks; it is not ours to change.
std::string missing_owners(const Project& project, const Adoption& adoption) {
  const bool drafted = std::ranges::any_of(adoption.drafts, [](const AdoptionDraft& draft) {
    return draft.path.ends_with("owners.yaml");
  });
  if (adoption.plan.owners.empty() || drafted) return "";
  const std::string& path = adoption.corpus.owners.path();
  return fmt::format(
      "add to {}, under 'owners:':\n\n{}",
      path.empty() ? "an owners.yaml" : safe_text(project.paths(path)),
      shown_diff(owner_entries(adoption.plan.owners), Console::prints_to_terminal()));
}

void note_open_points(Session& session, const Adoption& adoption, bool explained) {
  const std::size_t count = open_points(adoption.plan);
  if (count == 0 || explained) return;
  session.console.note(fmt::format("{} {} left for a person: `runbookc adopt --explain` shows {}",
                                   count_of(count, "point"), count == 1 ? "is" : "are",
                                   count == 1 ? "it" : "them"));
}

// What a run that was cut short has left may stay.
bool is_written_already(const Project& project, const AdoptionDraft& draft) {
  const ReadOutcome outcome = project.files->read(draft.path, draft.text.size());
  return outcome.failure == ReadFailure::none && outcome.bytes == draft.text;
}

// A link that leads nowhere is there, too.
bool is_taken(const Project& project, const AdoptionDraft& draft) {
  std::error_code problem;
  const fs::path path = fs::path(project.roots.root) / draft.path;
  return fs::exists(fs::symlink_status(path, problem));
}

// Before anything is written: half of a project is worse than none.
Status find_obstacles(const Project& project, const Adoption& adoption) {
  for (const AdoptionDraft& draft : adoption.drafts) {
    auto obstacle = starter_obstacle(project.roots.root, draft.path, project.paths(draft.path));
    if (obstacle) return *std::move(obstacle);
    if (!is_taken(project, draft) || is_written_already(project, draft)) continue;
    return Error{
        fmt::format("{} is there, and would be drafted", safe_path(project.paths(draft.path))),
        "move it out of the way, or write a runbookc.yaml that names it"};
  }
  return Done{};
}

int show(Session& session, const Project& project, const Adoption& adoption,
         const Arguments& arguments) {
  const bool explains = arguments.has(kExplainOption.names);
  if (explains) {
    session.console.print(explanation(adoption.corpus, adoption.plan, project.paths));
  }
  if (!explains || arguments.has(kAdoptDiffOption.names)) print_diff(session, adoption);
  const std::string owners = missing_owners(project, adoption);
  if (!owners.empty()) session.console.write_error(owners);
  if (!adoption.changes()) {
    session.console.note("nothing to adopt");
  } else {
    std::string files;
    for (const AdoptionDraft& draft : adoption.drafts) files += ", " + project.paths(draft.path);
    session.console.note(fmt::format("would write {}{}; nothing was changed: --write does it",
                                     count_of(adoption.after.size(), "document"),
                                     safe_text(files)));
    const Status clear = find_obstacles(project, adoption);
    if (!clear) session.console.note("--write would not start: " + clear.error().message);
  }
  note_open_points(session, adoption, explains);
  return adoption.changes() ? kExitFindings : kExitFine;
}

Status write_documents(Session& session, const Project& project, const Adoption& adoption) {
  std::size_t failures = 0;
  for (const auto& [path, bytes] : adoption.after) {
    const std::string absolute = (fs::path(project.roots.root) / path).string();
    const Status written = replace_document(absolute, adoption.before.at(path), bytes);
    if (written) continue;
    session.console.report(written.error());
    ++failures;
  }
  if (failures == 0) return Done{};
  return Error{fmt::format("{} of {} could not be written; the others are adopted",
                           count_of(failures, "document"), adoption.after.size()),
               ""};
}

Status write_draft(Session& session, const Project& project, const AdoptionDraft& draft) {
  if (is_written_already(project, draft)) return Done{};
  const fs::path path = fs::path(project.roots.root) / draft.path;
  std::error_code problem;
  fs::create_directories(path.parent_path(), problem);  // of a schema; writing tells if it failed
  const Status written = write_file(path.string(), draft.text, WriteMode::create);
  if (!written) return written.error();
  session.console.print(
      fmt::format("wrote {:<34} {}\n", safe_path(project.paths(draft.path)), draft.purpose));
  return Done{};
}

// The project file is last: whatever fails before it, another run does all that is left. Owners
// come before the documents that name them.
Status write_all(Session& session, const Project& project, const Adoption& adoption,
                 bool tells_documents) {
  const auto is_last = [](const AdoptionDraft& draft) { return draft.path == kProjectFile; };
  for (const AdoptionDraft& draft : adoption.drafts) {
    if (is_last(draft)) continue;
    Status written = write_draft(session, project, draft);
    if (!written) return written;
  }
  Status documents = write_documents(session, project, adoption);
  if (!documents) return documents;
  for (const auto& [path, bytes] : adoption.after) {
    if (!tells_documents) break;
    session.console.print(fmt::format("wrote {}\n", safe_path(project.paths(path))));
  }
  const auto last = std::ranges::find_if(adoption.drafts, is_last);
  return last == adoption.drafts.end() ? Status(Done{}) : write_draft(session, project, *last);
}

Result<int> write(Session& session, const Project& project, const Adoption& adoption,
                  const Arguments& arguments) {
  const bool explains = arguments.has(kExplainOption.names);
  const Status clear = find_obstacles(project, adoption);
  if (!clear) return clear.error();
  if (explains) {
    session.console.print(explanation(adoption.corpus, adoption.plan, project.paths));
  }
  const Status written = write_all(session, project, adoption, !explains);
  if (!written) return written.error();
  session.console.print(missing_owners(project, adoption));
  session.console.note(adoption.changes() ? "next: read what was written, then `runbookc check`"
                                          : "nothing to adopt");
  note_open_points(session, adoption, explains);
  return kExitFine;
}

Result<int> run(Session& session, const Arguments& arguments) {
  const bool writes = arguments.has(kWriteOption.names);
  if (writes && arguments.has(kAdoptDiffOption.names)) {
    return Error{"--diff and --write do not go together", "leave one of them out"};
  }
  auto project = open_project(session, arguments.positionals);
  if (!project) return project.error();
  const auto adoption = plan_for(session, *project, arguments);
  if (!adoption) return adoption.error();
  return writes ? write(session, *project, *adoption, arguments)
                : Result<int>(show(session, *project, *adoption, arguments));
}

}  // namespace

const CliCommand& adopt_command() {
  static const CliCommand command = {
      .name = "adopt",
      .summary = "give documents the front matter that they state in prose",
      .details =
          "Owner, version, dates, severity and more are read from the text; what is not certain\n"
          "is left for a person. Values that are there are never changed, and nothing but front\n"
          "matter is written. Where there is no project, runbookc.yaml, owners.yaml and a\n"
          "baseline are drafted, so that the next check is green. Exits with 1 if something\n"
          "would change.\n"
          "\n"
          "Examples:\n"
          "  runbookc adopt                       what would change\n"
          "  runbookc adopt --explain             where each value comes from\n"
          "  runbookc adopt --write --alerts rules/orders.yaml",
      .options = {kAdoptDiffOption, kWriteOption, kExplainOption, kAlertsOption,
                  kAssumeReviewedOption},
      .positionals = {{"PATH", "adopt these files and folders only", 0, -1}},
      .run = run};
  return command;
}

}  // namespace runbookc
