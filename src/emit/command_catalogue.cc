#include "emit/command_catalogue.h"

#include <algorithm>
#include <unordered_map>

#include "model/command_ids.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxTools = 300;
constexpr std::size_t kToolsOfCommand = 8;  // more are a script, which no list is searched for
constexpr std::array<std::string_view, 12> kWrappers = {"sudo",  "doas",  "env",     "timeout",
                                                        "time",  "nohup", "nice",    "exec",
                                                        "watch", "xargs", "command", "builtin"};

// Its programs, each once.
std::vector<std::string_view> tools_of(const Command& command) {
  std::vector<std::string_view> tools;
  for (const std::string& program : command.programs) {
    if (tools.size() == kToolsOfCommand) break;
    if (std::ranges::find(tools, program) == tools.end()) tools.push_back(program);
  }
  return tools;
}

void add_tools(std::vector<CatalogueTool>& tools,
               std::unordered_map<std::string_view, std::size_t>& by_name, const Command& command,
               Index entry) {
  for (const std::string_view name : tools_of(command)) {
    const auto [found, is_new] = by_name.emplace(name, tools.size());
    if (is_new) tools.push_back({std::string(name), {}, {}});
    CatalogueTool& tool = tools[found->second];
    tool.entries.push_back(entry);
    ++tool.by_risk[harm_of(command.risk)];
  }
}

}  // namespace

std::size_t harm_of(Risk risk) {
  return std::size_t(std::ranges::find(kRisksByHarm, risk) - kRisksByHarm.begin());
}

CommandCatalogue command_catalogue(const Corpus& corpus) {
  CommandCatalogue catalogue;
  std::unordered_map<std::string_view, std::size_t> by_name;  // the corpus holds the names
  for (Index page = 0; page < corpus.pages.size(); ++page) {
    if (!corpus.pages[page].published) continue;
    const Document& document = corpus.document_of(corpus.pages[page]);
    std::vector<std::string> keys = command_keys(document);
    for (Index i = 0; i < keys.size(); ++i) {
      const Command& command = document.commands[i];
      add_tools(catalogue.tools, by_name, command, Index(catalogue.entries.size()));
      ++catalogue.by_risk[harm_of(command.risk)];
      catalogue.entries.push_back({page, i, std::move(keys[i])});
    }
  }
  std::ranges::sort(catalogue.tools, [](const CatalogueTool& a, const CatalogueTool& b) {
    if (a.entries.size() != b.entries.size()) return a.entries.size() > b.entries.size();
    return a.name < b.name;
  });
  if (catalogue.tools.size() > kMaxTools) catalogue.tools.resize(kMaxTools);
  return catalogue;
}

const Command& command_of(const Corpus& corpus, const CatalogueEntry& entry) {
  return corpus.document_of(corpus.pages[entry.page]).commands[entry.command];
}

std::string_view main_program(const Command& command) {
  for (const std::string& program : command.programs) {
    if (std::ranges::find(kWrappers, program) == kWrappers.end()) return program;
  }
  return command.programs.empty() ? std::string_view() : command.programs.front();
}

}  // namespace runbookc
