#include "shell/downloaded_script.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>

#include "base/path.h"
#include "shell/downloads.h"
#include "shell/grammar.h"
#include "shell/program_runs.h"
#include "shell/wrapped_words.h"

namespace runbookc {
namespace {

using Words = std::span<const ShellWord>;

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string_view program_of(Words words) {
  return words.empty() ? std::string_view() : file_name(words.front().value);
}

// Of other languages than the shell's.
bool is_interpreter(std::string_view program) {
  constexpr std::array<std::string_view, 6> kPrograms = {"python", "python3", "perl",
                                                         "ruby",   "node",    "php"};
  return contains(kPrograms, program);
}

bool evaluates(std::string_view program) {
  constexpr std::array<std::string_view, 3> kPrograms = {"eval", "source", "."};
  return contains(kPrograms, program);
}

bool names_download(std::string_view text) {
  constexpr std::array<std::string_view, 4> kPrograms = {"curl", "wget", "aria2c", "fetch"};
  return std::ranges::any_of(kPrograms, [&](std::string_view program) {
    return text.find(program) != std::string_view::npos;
  });
}

// Most scripts download nothing, and cost no more than a look.
bool may_download(const ShellScript& script) {
  return std::ranges::any_of(script.commands, [](const SimpleCommand& command) {
    const auto named = [](const ShellWord& word) { return names_download(word.value); };
    const auto fed = [](const ShellRedirection& redirection) {
      return names_download(redirection.document) || names_download(redirection.target.value);
    };
    return std::ranges::any_of(command.words, named) ||
           std::ranges::any_of(command.redirections, fed);
  });
}

// What the first rule that fits and finds something to run would run, of a text that flows in.
struct ShellRuns {
  bool input = false;
  std::vector<SharedText> texts;
};

ShellRuns shell_runs(Words words, const RiskTable& table) {
  const RiskProgram* program = table.find(program_of(words));
  if (program == nullptr) return {};
  ProgramArguments arguments = read_arguments(words.subspan(1), program->syntax);
  arguments.fed = true;
  const StandardInput input{.fed = true, .text = std::make_shared<const std::string>("x")};
  for (const RiskRule& rule : program->rules) {
    if (rule.pattern.match(arguments) == PatternMatch::no) continue;
    ProgramRuns runs = program_runs(rule, arguments, words, input);
    if (rule.run == RunSource::none ? !rule.risk : !runs.any()) continue;
    if (rule.language != ScriptLanguage::shell) return {};
    if (rule.run == RunSource::input) return {.input = true, .texts = {}};
    return {.input = false, .texts = std::move(runs.texts)};
  }
  return {};
}

// Whether it takes its script from standard input.
bool reads_script(Words words, const RiskTable& table) {
  if (!is_interpreter(program_of(words))) return shell_runs(words, table).input;
  return std::ranges::all_of(words.subspan(1), [](const ShellWord& word) {
    return word.value == "-" || (word.value.starts_with('-') && word.value != "-c" &&
                                 word.value != "-m" && word.value != "-e");
  });
}

bool is_shell(Words words, const RiskTable& table) {
  return is_interpreter(program_of(words)) || shell_runs(words.first(1), table).input;
}

// `X` of `$X` and `${X}`.
std::string_view variable_of(std::string_view value) {
  if (!value.starts_with('$')) return {};
  const bool braces = value.starts_with("${") && value.ends_with('}');
  return braces ? value.substr(2, value.size() - 3) : value.substr(1);
}

// One script; what it gives to other shells is left in `texts()`.
class DownloadSearch {
 public:
  struct Text {
    SharedText text;
    ByteRange range;  // of the command that runs it
    std::string interpreter;
  };

  DownloadSearch(const ShellScript& script, const RiskTable& table)
      : script_(script), table_(table) {
    for (const SimpleCommand& command : script.commands) {
      levels_.push_back(wrapped_levels(command.words, table));
      if (fetches(levels_.back())) downloads_.push_back(command.range);
    }
    std::ranges::sort(downloads_);
  }

  std::vector<DownloadedScript> found() {
    const std::vector<StandardInput> inputs = standard_inputs(script_.commands);
    for (std::size_t i = 0; i < script_.commands.size(); ++i) {
      const SimpleCommand& command = script_.commands[i];
      const auto& levels = levels_[i];
      note_texts(command, levels, inputs[i].text);
      if (downloads_.empty()) continue;
      note_variables(command);
      if (levels.empty()) continue;
      piped(command, levels);
      substituted(command, levels);
      saved(command, levels);
    }
    std::ranges::sort(found_, {}, &DownloadedScript::range);
    return std::move(found_);
  }

  std::vector<Text> texts() { return std::move(texts_); }

 private:
  struct Source {
    ByteRange range;
    std::optional<std::uint32_t> stage;  // of the compound command around it
  };
  struct SavedFile {
    ByteRange range;
    std::uint32_t statement = 0;
  };

  static bool fetches(const std::vector<Words>& levels) {
    return std::ranges::any_of(levels, [](Words words) { return is_download(program_of(words)); });
  }

  void add(ByteRange range, std::string_view interpreter) {
    if (seen_.insert(range).second) found_.push_back({range, std::string(interpreter)});
  }

  bool has_download(ByteRange place) const {
    const auto inner = std::ranges::lower_bound(downloads_, place.begin, {}, &ByteRange::begin);
    return inner != downloads_.end() && inner->begin < place.end;
  }

  void note_texts(const SimpleCommand& command, const std::vector<Words>& levels,
                  const SharedText& fed) {
    for (const Words words : levels) {
      ShellRuns runs = shell_runs(words, table_);
      if (runs.input && fed) runs.texts.push_back(fed);
      for (SharedText& text : runs.texts)
        if (names_download(*text))
          texts_.push_back({std::move(text), command.range, std::string(program_of(words))});
    }
  }

  void note_variables(const SimpleCommand& command) {
    for (const ShellAssignment& assignment : command.assignments)
      if (has_download(assignment.value.range)) variables_.insert(assignment.name);
  }

  // Whether a word yields a download: `$(curl x)`, `<(curl x)`, `$X`.
  bool yields_download(const ShellWord& word) const {
    const std::string& value = word.value;
    const bool substitution =
        value.starts_with("$(") || value.starts_with("<(") || value.starts_with('`');
    return (substitution && has_download(word.range)) || variables_.contains(variable_of(value));
  }

  bool is_source(const SimpleCommand& command, const std::vector<Words>& levels) const {
    if (fetches(levels)) return true;
    const std::string_view program = program_of(command.words);
    return (program == "echo" || program == "printf") &&
           std::ranges::any_of(command.words,
                               [&](const ShellWord& word) { return yields_download(word); });
  }

  void piped(const SimpleCommand& command, const std::vector<Words>& levels) {
    const bool first = !command.pipeline || begun_.insert(*command.pipeline).second;
    if (command.outer) begun_.insert(command.outer->pipeline);
    if (is_source(command, levels)) {
      if (command.pipeline) sources_.try_emplace(*command.pipeline, Source{command.range, {}});
      if (command.outer)
        sources_.try_emplace(command.outer->pipeline, Source{command.range, command.outer->stage});
      return;
    }
    const Words words = levels.back();
    const Source* source = source_of(command, first);
    if (source == nullptr ||
        !std::ranges::any_of(levels, [&](Words level) { return reads_script(level, table_); }))
      return;
    add({source->range.begin, command.range.end}, program_of(words));
  }

  const Source* source_of(const SimpleCommand& command, bool first) const {
    if (command.pipeline && !first) {
      const auto found = sources_.find(*command.pipeline);
      return found == sources_.end() ? nullptr : &found->second;
    }
    if (!command.outer) return nullptr;
    const auto found = sources_.find(command.outer->pipeline);
    const bool before = found != sources_.end() &&
                        (!found->second.stage || *found->second.stage < command.outer->stage);
    return before ? &found->second : nullptr;
  }

  // A word in which a substitution yields the script to run, or a redirection that feeds it.
  void substituted(const SimpleCommand& command, const std::vector<Words>& levels) {
    const Words words = levels.back();
    const std::string_view program = program_of(words);
    if (levels.size() > 1 && yields_download(words.front())) {
      add({command.words.front().range.begin, words.front().range.end},
          program_of(levels[levels.size() - 2]));
      return;
    }
    const bool evaluated = evaluates(program);
    if (!evaluated && !is_shell(words, table_)) return;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string& value = words[i].value;
      const bool script =
          value.starts_with("<(") || program == "eval" || words[i - 1].value == "-c";
      if (script && yields_download(words[i])) {
        add({words.front().range.begin, words[i].range.end}, program);
        return;
      }
      if (!value.starts_with('-')) break;
    }
    for (const ShellRedirection& redirection : command.redirections)
      if ((redirection.op == "<<<" || redirection.op == "<") &&
          yields_download(redirection.target) && reads_script(words, table_))
        add({words.front().range.begin, redirection.target.range.end}, program);
  }

  // `curl -o f … && bash f`, with nothing between them that looks at the file.
  void saved(const SimpleCommand& command, const std::vector<Words>& levels) {
    const Words words = levels.back();
    const std::string_view program = program_of(words);
    if (is_download(program)) {
      if (auto file = downloaded_file(words, command.redirections))
        files_.insert_or_assign(std::move(*file), SavedFile{command.range, command.statement});
      return;
    }
    if (files_.empty()) return;
    if (verifies(program)) files_.clear();
    const std::string_view file = file_run(words);
    const auto found = files_.find(file);
    if (found == files_.end() || found->second.statement != command.statement) return;
    add({found->second.range.begin, command.range.end},
        file == words.front().value ? file_name(file) : program);
  }

  // The file that the command runs, or "".
  std::string_view file_run(Words words) const {
    const std::string_view program = words.front().value;
    if (program.starts_with("./")) return files_.contains(program) ? program : program.substr(2);
    if (program.starts_with('/')) return files_.contains(program) ? program : "";
    if (!evaluates(program) && !is_shell(words, table_)) return {};
    for (const ShellWord& word : words.subspan(1)) {
      if (word.value.starts_with('-')) continue;
      const std::string_view file = word.value;
      return file.starts_with("./") && !files_.contains(file) ? file.substr(2) : file;
    }
    return {};
  }

  const ShellScript& script_;
  const RiskTable& table_;
  std::vector<std::vector<Words>> levels_;
  std::vector<ByteRange> downloads_;         // sorted
  std::map<std::uint32_t, Source> sources_;  // the download of a pipeline
  std::set<std::uint32_t> begun_;            // pipelines
  std::set<std::string, std::less<>> variables_;
  std::map<std::string, SavedFile, std::less<>> files_;
  std::vector<Text> texts_;
  std::vector<DownloadedScript> found_;
  std::set<ByteRange> seen_;
};

// Whether a text, or one in it, runs a download.
bool runs_download(const SharedText& text, const RiskTable& table) {
  constexpr int kDeepest = 4;
  std::vector<SharedText> due = {text};
  for (int depth = 0; depth < kDeepest && !due.empty(); ++depth) {
    std::vector<SharedText> deeper;
    for (const SharedText& next : due) {
      const ShellScript script = parse_shell(*next);
      DownloadSearch search(script, table);
      if (!search.found().empty()) return true;
      for (DownloadSearch::Text& inner : search.texts()) deeper.push_back(std::move(inner.text));
    }
    due = std::move(deeper);
  }
  return false;
}

}  // namespace

std::vector<DownloadedScript> find_downloaded_scripts(const ShellScript& script,
                                                      const RiskTable& table) {
  if (!may_download(script)) return {};
  DownloadSearch search(script, table);
  std::vector<DownloadedScript> found = search.found();
  for (const DownloadSearch::Text& text : search.texts())
    if (runs_download(text.text, table)) found.push_back({text.range, text.interpreter});
  std::ranges::sort(found, {}, &DownloadedScript::range);
  return found;
}

}  // namespace runbookc
