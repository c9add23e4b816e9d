#include "shell/defined_functions.h"

#include <algorithm>
#include <map>
#include <utility>

#include "shell/program_runs.h"

namespace runbookc {
namespace {

// Whether it starts itself in a shell of its own, for which nobody waits.
bool is_bomb(const DefinedFunction& function) {
  return std::ranges::any_of(function.body, [&](const SimpleCommand& command) {
    const bool apart = command.background || command.pipeline || command.outer;
    return apart && !command.words.empty() && command.words.front().value == function.name;
  });
}

// `builtin alias …`.
bool is_prefix(const ShellWord& word) { return word.value == "builtin" || word.value == "command"; }

class FunctionSearch {
 public:
  explicit FunctionSearch(const ScriptReader& read_script) : read_script_(read_script) {}

  void add_bodies(std::string_view text, std::uint32_t begin,
                  std::span<const SimpleCommand> commands) {
    std::map<std::uint32_t, std::size_t> index_of;  // by the place of the name
    for (const SimpleCommand& command : commands) {
      const ByteRange name = command.around.function_name;
      if (name.size() == 0 || name.begin < begin || name.end - begin > text.size()) continue;
      const auto [place, added] = index_of.try_emplace(name.begin, found_.size());
      if (added) found_.push_back({std::string(text.substr(name.begin - begin, name.size())), {}});
      found_[place->second].body.push_back(command);
    }
  }

  void add_texts(std::span<const SimpleCommand> commands) {
    for (const SimpleCommand& command : commands) {
      std::span<const ShellWord> words = command.words;
      while (words.size() > 1 && is_prefix(words.front())) words = words.subspan(1);
      if (words.size() < 2) continue;
      const std::string& program = words.front().value;
      words = words.subspan(1);
      if (program == "alias") add_aliases(words);
      if (program == "eval") {
        const std::string text = joined_words(words);
        add_bodies(text, 0, read_script_(text));
      }
    }
  }

  std::vector<DefinedFunction> found() {
    for (DefinedFunction& function : found_) function.bomb = !function.alias && is_bomb(function);
    return std::move(found_);
  }

 private:
  void add_aliases(std::span<const ShellWord> words) {
    for (const ShellWord& word : words) {
      const std::size_t equals = word.value.find('=');
      if (equals == std::string::npos || equals == 0) continue;
      const std::string value = word.value.substr(equals + 1);
      std::vector<SimpleCommand> body = read_script_(value);
      if (!body.empty())
        found_.push_back({word.value.substr(0, equals), std::move(body), /*alias=*/true});
    }
  }

  const ScriptReader& read_script_;
  std::vector<DefinedFunction> found_;
};

}  // namespace

std::vector<DefinedFunction> defined_functions(std::string_view text, std::uint32_t begin,
                                               std::span<const SimpleCommand> commands,
                                               const ScriptReader& read_script) {
  FunctionSearch search(read_script);
  search.add_bodies(text, begin, commands);
  if (read_script) search.add_texts(commands);
  return search.found();
}

}  // namespace runbookc
