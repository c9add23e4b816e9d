#include "shell/arguments.h"

#include <algorithm>

namespace runbookc {
namespace {

ShellWord part_of(const ShellWord& word, std::size_t from) {
  ShellWord part = word;
  part.value = word.value.substr(from);
  return part;
}

class ArgumentReader {
 public:
  ArgumentReader(std::span<const ShellWord> words, const ArgumentSyntax& syntax)
      : words_(words), syntax_(syntax) {
    arguments_.operands.reserve(words.size());
    follow_path();
  }

  ProgramArguments read() {
    while (at_ < words_.size() && arguments_.inner.empty()) {
      const std::string& text = words_[at_].value;
      if (text != "--" && inner_is_next()) {
        arguments_.inner = words_.subspan(at_);
      } else if (!options_ended_ && text == "--") {
        end_options();
      } else if (!options_ended_ && text.size() > 1 && text.front() == '-') {
        read_option(words_[at_++]);
      } else {
        add_operand(words_[at_++]);
      }
    }
    return std::move(arguments_);
  }

 private:
  bool inner_is_next() const {
    return syntax_.strict_inner && inner_at_ && *inner_at_ > 0 &&
           arguments_.operands.size() == *inner_at_;
  }

  // Behind `--` stands the inner command, if there is to be one, else operands.
  void end_options() {
    ++at_;
    options_ended_ = true;
    if (inner_at_)
      arguments_.inner = words_.subspan(at_);
    else
      arguments_.options.push_back({.name = "--", .value = std::nullopt});
  }

  void add_operand(const ShellWord& word) {
    if (inner_at_ && arguments_.operands.size() >= *inner_at_) {
      if (word.value == "-") return;
      arguments_.inner = words_.subspan(at_ - 1);
      return;
    }
    arguments_.operands.push_back(word);
    // No path in a table is longer: what follows changes nothing.
    if (arguments_.operands.size() <= kLongestPath) follow_path();
  }

  // Whether the operands so far are what `path` asks for.
  bool applies(const CommandPattern& path) const {
    const std::span<const ShellWord> operands = arguments_.operands;
    return path.match_operands(operands.first(std::min(operands.size(), kLongestPath))) ==
           PatternMatch::yes;
  }

  // Where a command begins, after the operands so far.
  void follow_path() {
    values_.reset();
    std::size_t longest = 0;
    for (const InnerCommand& inner : syntax_.inner) {
      if (inner.path.operand_count() < longest || !applies(inner.path)) continue;
      longest = inner.path.operand_count();
      inner_at_ = inner.at;
    }
  }

  // Which options take values, after the operands so far: of no interest before an option stands
  // there, and a table may have dozens of paths.
  const std::vector<const ValueOptions*>& values() {
    if (values_) return *values_;
    values_.emplace();
    for (const ValueOptions& scope : syntax_.values)
      if (applies(scope.path)) values_->push_back(&scope);
    return *values_;
  }

  bool lists_value(std::string_view name) {
    return std::ranges::any_of(values(), [&](const ValueOptions* scope) {
      return std::ranges::find(scope->names, name) != scope->names.end();
    });
  }

  std::optional<ShellWord> next_value(std::string_view name) {
    if (at_ >= words_.size()) return std::nullopt;
    const bool by_default = lists_value("*") && !words_[at_].value.starts_with('-') &&
                            std::ranges::find(syntax_.switches, name) == syntax_.switches.end();
    if (!by_default && !lists_value(name)) return std::nullopt;
    return words_[at_++];
  }

  void read_option(const ShellWord& word) {
    const std::string& text = word.value;
    if (!syntax_.single_dash && text[1] != '-') {
      read_cluster(word);
      return;
    }
    const std::size_t equals = text.find('=');
    Option option{.name = text.substr(0, equals), .value = std::nullopt};
    option.attached = equals != std::string::npos;
    option.value =
        option.attached ? std::optional(part_of(word, equals + 1)) : next_value(option.name);
    arguments_.options.push_back(std::move(option));
  }

  // `-it`, `-n5`, `-n 5`, `-n=5`.
  void read_cluster(const ShellWord& word) {
    const std::string& text = word.value;
    for (std::size_t i = 1; i < text.size(); ++i) {
      Option option{.name = {'-', text[i]}, .value = std::nullopt};
      const bool last = i + 1 == text.size();
      if (!last && text[i + 1] == '=') {
        option.value = part_of(word, i + 2);
        option.attached = true;
      } else if (last) {
        option.value = next_value(option.name);
      } else if (lists_value(option.name) || lists_value(option.name + "?")) {
        option.value = part_of(word, i + 1);
      }
      const bool ended = option.value.has_value();
      arguments_.options.push_back(std::move(option));
      if (ended) return;
    }
  }

  static constexpr std::size_t kLongestPath = 8;

  std::span<const ShellWord> words_;
  const ArgumentSyntax& syntax_;
  ProgramArguments arguments_;
  std::optional<std::vector<const ValueOptions*>> values_;  // for these operands, if asked for
  std::optional<std::size_t> inner_at_;
  std::size_t at_ = 0;
  bool options_ended_ = false;
};

}  // namespace

ProgramArguments read_arguments(std::span<const ShellWord> words, const ArgumentSyntax& syntax) {
  return ArgumentReader(words, syntax).read();
}

}  // namespace runbookc
