#include "shell/program_runs.h"

#include <algorithm>

#include "base/ascii.h"

namespace runbookc {
namespace {

using Words = std::span<const ShellWord>;

bool is_assignment(const ShellWord& word) {
  const std::string_view name = std::string_view(word.value).substr(0, word.value.find('='));
  return name.size() < word.value.size() && !name.empty() && std::ranges::all_of(name, is_word);
}

// The commands of `find … -exec command \;`.
std::vector<Words> find_commands(Words words) {
  static const Alternatives starts("-exec|-execdir|-ok|-okdir");
  std::vector<Words> commands;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!starts.contain(words[i].value)) continue;
    const std::size_t begin = ++i;
    while (i < words.size() && words[i].value != ";" && words[i].value != "+") ++i;
    if (i > begin) commands.push_back(words.subspan(begin, i - begin));
  }
  return commands;
}

std::vector<SharedText> option_texts(const RiskRule& rule, const ProgramArguments& arguments) {
  std::vector<SharedText> texts;
  for (const Option& option : arguments.options)
    if (option.value && std::ranges::find(rule.run_options, option.name) != rule.run_options.end())
      texts.push_back(std::make_shared<const std::string>(option.value->value));
  return texts;
}

// `inner` behind the program that an option names: `docker run --entrypoint rm IMAGE -rf /x`.
std::vector<ShellWord> with_program(const RiskRule& rule, const ProgramArguments& arguments,
                                    Words inner) {
  for (const Option& option : arguments.options) {
    if (!option.value || option.value->value.empty()) continue;
    if (std::ranges::find(rule.run_with, option.name) == rule.run_with.end()) continue;
    std::vector<ShellWord> words = {*option.value};
    words.insert(words.end(), inner.begin(), inner.end());
    return words;
  }
  return {};
}

}  // namespace

std::span<const ShellWord> without_assignments(std::span<const ShellWord> words) {
  const auto program = std::ranges::find_if_not(words, is_assignment);
  return words.subspan(static_cast<std::size_t>(program - words.begin()));
}

std::string joined_words(std::span<const ShellWord> words) {
  std::string text;
  for (const ShellWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.value;
  }
  return text;
}

ProgramRuns program_runs(const RiskRule& rule, const ProgramArguments& arguments,
                         std::span<const ShellWord> words, const StandardInput& input) {
  ProgramRuns runs;
  const Words inner = without_assignments(arguments.inner);
  switch (rule.run) {
    case RunSource::none:
      break;
    case RunSource::words:
      if (auto made = with_program(rule, arguments, inner); !made.empty())
        runs.made.push_back(std::move(made));
      else if (!inner.empty())
        runs.commands.push_back(inner);
      break;
    case RunSource::script:
      if (!inner.empty())
        runs.texts.push_back(std::make_shared<const std::string>(joined_words(inner)));
      break;
    case RunSource::first:
      if (const auto& given = inner.empty() ? Words(arguments.operands) : inner; !given.empty())
        runs.texts.push_back(std::make_shared<const std::string>(given.front().value));
      break;
    case RunSource::options:
      runs.texts = option_texts(rule, arguments);
      break;
    case RunSource::input:
      if (input.text) runs.texts.push_back(input.text);
      break;
    case RunSource::find:
      runs.commands = find_commands(words);
      break;
  }
  return runs;
}

}  // namespace runbookc
