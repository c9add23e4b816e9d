#include "shell/command_pattern.h"

#include <algorithm>

#include "base/text.h"
#include "shell/arguments.h"

namespace runbookc {
namespace {

constexpr std::string_view kEach = "each:";

bool written_out(const ShellWord& word) { return word.literal && !word.placeholder; }

// Without a copy of the word, where its case counts.
bool has_name(const Alternatives& names, const ShellWord& word, bool any_case) {
  return any_case ? names.contain(lower_ascii(word.value)) : names.contain(word.value);
}

// Whether a word that begins with `start`, and goes on as nobody knows, may be `pattern`.
bool may_be(std::string_view pattern, std::string_view start) {
  const std::string_view fixed = pattern.substr(0, pattern.find('*'));
  if (start.size() <= fixed.size()) return fixed.starts_with(start);
  return fixed.size() < pattern.size() && start.starts_with(fixed);
}

// Before the first expansion, glob or placeholder.
std::string_view known_start(const ShellWord& word, std::string_view text) {
  return word.placeholder ? "" : text.substr(0, text.find_first_of("$`*?[{<~"));
}

bool has_option(const ProgramArguments& arguments, const Alternatives& names,
                const Alternatives* values) {
  return std::ranges::any_of(arguments.options, [&](const Option& option) {
    if (!names.contain(option.name)) return false;
    if (values == nullptr) return !option.off();
    return values->contain(option.value ? option.value->value : "");
  });
}

}  // namespace

Result<CommandPattern::Condition> CommandPattern::parse_condition(std::string_view part) {
  Condition condition;
  std::string_view rest = part;
  if (rest.starts_with('!')) {
    condition.negated = true;
    rest.remove_prefix(1);
  }
  if (rest == "<") {
    condition.kind = Condition::Kind::fed;
  } else if (rest.starts_with('~') && rest.size() > 1) {
    condition.kind = Condition::Kind::some_operand;
    condition.names = Alternatives(rest.substr(1));
  } else if (rest.starts_with('-') && rest.size() > 1) {
    const std::size_t equals = rest.find('=');
    condition.names = Alternatives(rest.substr(0, equals));
    condition.has_values = equals != std::string_view::npos;
    if (condition.has_values) condition.values = Alternatives(rest.substr(equals + 1));
  } else {
    return Error{"'" + std::string(part) + "' is no part of a pattern",
                 "write an option, ~ and a word, or < after !"};
  }
  return condition;
}

Result<CommandPattern> CommandPattern::parse(std::string_view written, bool any_case) {
  CommandPattern pattern;
  pattern.any_case_ = any_case;
  const std::string spaced = collapse_space(written);
  for (const std::string_view part : split(spaced, ' ')) {
    if (part.empty()) continue;
    if (pattern.closed_) return Error{"something follows '$' in '" + spaced + "'", "end with '$'"};
    if (part == "$") {
      pattern.closed_ = true;
    } else if (part == "*" || part == "**") {
      pattern.operands_.push_back(
          {part == "*" ? OperandPart::Kind::one : OperandPart::Kind::any, {}});
    } else if (part.starts_with(kEach)) {
      pattern.operands_.push_back(
          {OperandPart::Kind::each, Alternatives(part.substr(kEach.size()))});
    } else if (part != "-" &&
               std::string_view("!<~-").find(part.front()) != std::string_view::npos) {
      auto condition = parse_condition(part);
      if (!condition) return condition.error();
      pattern.conditions_.push_back(std::move(*condition));
    } else {
      const std::string name = any_case ? lower_ascii(part) : std::string(part);
      pattern.operands_.push_back({OperandPart::Kind::name, Alternatives(name)});
    }
  }
  return pattern;
}

bool CommandPattern::holds(const Condition& condition, const ProgramArguments& arguments) const {
  bool found = false;
  switch (condition.kind) {
    case Condition::Kind::option:
      found = has_option(arguments, condition.names,
                         condition.has_values ? &condition.values : nullptr);
      break;
    case Condition::Kind::some_operand:
      found = std::ranges::any_of(arguments.operands, [&](const ShellWord& word) {
        return has_name(condition.names, word, any_case_);
      });
      break;
    case Condition::Kind::fed:
      found = arguments.fed;
      break;
  }
  return found != condition.negated;
}

PatternMatch CommandPattern::match(const ProgramArguments& arguments) const {
  for (const Condition& condition : conditions_)
    if (!holds(condition, arguments)) return PatternMatch::no;
  return match_operands(arguments.operands);
}

std::string CommandPattern::folded(const ShellWord& word) const {
  return any_case_ ? lower_ascii(word.value) : word.value;
}

PatternMatch CommandPattern::match_part(const OperandPart& part, const ShellWord& word) const {
  if (part.kind == OperandPart::Kind::one) return PatternMatch::yes;
  if (has_name(part.names, word, any_case_)) return PatternMatch::yes;
  if (written_out(word)) return PatternMatch::no;
  const std::string text = folded(word);
  const bool possible = std::ranges::any_of(part.names.all(), [&](const std::string& name) {
    return may_be(name, known_start(word, text));
  });
  return possible ? PatternMatch::maybe : PatternMatch::no;
}

// Greedy with one way back, as for wildcards in a name: to the last `**`.
PatternMatch CommandPattern::match_operands(std::span<const ShellWord> operands) const {
  constexpr auto kNowhere = static_cast<std::size_t>(-1);
  const auto asked = std::ranges::count_if(
      operands_, [](const OperandPart& part) { return part.kind != OperandPart::Kind::any; });
  if (operands.size() < static_cast<std::size_t>(asked)) return PatternMatch::no;
  PatternMatch match = PatternMatch::yes;
  std::size_t part = 0;
  std::size_t at = 0;
  std::size_t star = kNowhere;
  std::size_t resume = 0;
  while (part < operands_.size() || (closed_ && at < operands.size())) {
    if (part < operands_.size() && operands_[part].kind == OperandPart::Kind::any) {
      star = ++part;
      resume = at;
      continue;
    }
    if (part < operands_.size() && operands_[part].kind == OperandPart::Kind::each) {
      const PatternMatch rest = operands_[part].names.all().empty() || at >= operands.size()
                                    ? PatternMatch::no
                                    : match_rest(operands.subspan(at));
      return std::min(match, rest);
    }
    const PatternMatch one = part < operands_.size() && at < operands.size()
                                 ? match_part(operands_[part], operands[at])
                                 : PatternMatch::no;
    // Behind `**` a word that is not written out is taken for none of the names.
    if (one == PatternMatch::yes || (one == PatternMatch::maybe && star == kNowhere)) {
      match = std::min(match, one);
      ++part;
      ++at;
    } else if (star != kNowhere && resume < operands.size()) {
      part = star;
      at = ++resume;
    } else {
      return PatternMatch::no;
    }
  }
  return match;
}

PatternMatch CommandPattern::match_rest(std::span<const ShellWord> rest) const {
  const Alternatives& names = operands_.back().names;
  return std::ranges::all_of(
             rest, [&](const ShellWord& word) { return has_name(names, word, any_case_); })
             ? PatternMatch::yes
             : PatternMatch::no;
}

}  // namespace runbookc
