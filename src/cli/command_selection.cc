#include "cli/command_selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/near_miss.h"
#include "base/text.h"
#include "cli/project.h"
#include "model/command_ids.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

bool is_in(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// A runbook is often known by its file.
std::optional<std::string> runbook_meant(const Corpus& corpus, std::string_view asked,
                                         const std::vector<std::string>& known) {
  if (asked.starts_with("./")) asked.remove_prefix(2);
  for (const Page& page : corpus.pages) {
    const Document& document = corpus.document_of(page);
    if (document.path == asked || document.content_path == asked) return page.id;
  }
  return near_miss(asked, known);
}

Status check_runbooks(const Corpus& corpus, const std::vector<std::string>& asked) {
  std::vector<std::string> known;
  for (const Page& page : corpus.pages) known.push_back(page.id);
  for (const std::string& id : asked) {
    if (is_in(known, id)) continue;
    const auto nearest = runbook_meant(corpus, id, known);
    return Error{fmt::format("there is no runbook with the id '{}'", id),
                 nearest ? fmt::format("did you mean '{}'?", *nearest)
                         : "`runbookc index` lists the ids; the default is the path under the "
                           "content folder, without extension"};
  }
  return Done{};
}

Status check_risks(const std::vector<std::string>& asked) {
  for (const std::string& risk : asked)
    if (!is_in({"read", "mutate", "destroy", "unknown"}, risk))
      return Error{fmt::format("'{}' is no risk", risk),
                   "it is one of read, mutate, destroy, unknown"};
  return Done{};
}

// `destroy,read` as two words.
std::vector<std::string> parted(const std::vector<std::string>& values) {
  std::vector<std::string> words;
  for (const std::string& value : values)
    for (const std::string_view word : split(value, ','))
      if (!trim(word).empty()) words.emplace_back(trim(word));
  return words;
}

// Of each program that no command of the corpus runs: a slip, a path, another case.
std::vector<std::string> unknown_programs(const Corpus& corpus,
                                          const std::vector<std::string>& asked) {
  std::vector<std::string> notices;
  if (asked.empty()) return notices;
  std::set<std::string> run;
  for (const Document& document : corpus.documents)
    for (const Command& command : document.commands)
      run.insert(command.programs.begin(), command.programs.end());
  const std::vector<std::string> known(run.begin(), run.end());
  for (const std::string& program : asked) {
    if (run.contains(program)) continue;
    const std::string name = program.substr(program.rfind('/') + 1);
    const auto nearest = run.contains(name) ? std::optional(name) : near_miss(name, known);
    notices.push_back(fmt::format(
        "no command runs '{}'{}", safe_text(program),
        nearest ? fmt::format("; did you mean '{}'?", safe_text(*nearest)) : std::string()));
  }
  return notices;
}

// What was asked of a command itself.
struct Wanted {
  std::vector<std::string> risks;
  std::vector<std::string> programs;

  bool accepts(const Command& command) const {
    if (!risks.empty() && !is_in(risks, risk_name(command.risk))) return false;
    return programs.empty() || std::ranges::any_of(programs, [&](const std::string& program) {
             return is_in(command.programs, program);
           });
  }
};

}  // namespace

Result<CommandSelection> select_commands(const Corpus& corpus, const Arguments& arguments,
                                         const std::vector<std::string>& paths) {
  const std::vector<std::string>& runbooks = arguments.all("--runbook");
  const Wanted wanted{parted(arguments.all("--risk")), parted(arguments.all("--program"))};
  if (const Status known = check_runbooks(corpus, runbooks); !known) return known.error();
  if (const Status known = check_risks(wanted.risks); !known) return known.error();
  CommandSelection selection;
  selection.notices = unknown_programs(corpus, wanted.programs);
  selection.filtered = !wanted.risks.empty() || !wanted.programs.empty();
  for (const Page& page : corpus.pages) {
    const Document& document = corpus.document_of(page);
    if (!runbooks.empty() && !is_in(runbooks, page.id)) continue;
    if (!is_selected(document.path, paths)) continue;
    selection.paths.insert(document.path);
    const std::vector<std::string> keys = command_keys(document);
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (wanted.accepts(document.commands[i]))
        selection.commands.push_back(
            {&page, &document, &document.commands[i], command_id(page.id, keys[i])});
  }
  selection.everything = !selection.filtered && selection.paths.size() == corpus.documents.size();
  std::ranges::stable_sort(selection.commands, {}, [](const PlacedCommand& placed) {
    return std::string_view(placed.document->path);
  });
  return selection;
}

}  // namespace runbookc
