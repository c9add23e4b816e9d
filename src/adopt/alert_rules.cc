#include "adopt/alert_rules.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "base/text.h"
#include "parse/yaml.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostDepth = 24;
constexpr std::size_t kMostNodes = 2'000'000;

constexpr std::array<std::string_view, 4> kKeys = {"runbook_url", "runbook", "runbookURL",
                                                   "runbook_uri"};

bool is_runbook_key(std::string_view key) { return std::ranges::find(kKeys, key) != kKeys.end(); }

std::string text_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr || !value->is_scalar() ? "" : value->text;
}

std::string runbook_of(const Value& rule) {
  const Value* annotations = rule.find("annotations");
  if (annotations == nullptr) return "";
  for (const std::string_view key : kKeys) {
    std::string text = text_of(*annotations, key);
    if (!text.empty()) return text;
  }
  return "";
}

// The depth is bounded by the reader.
void collect(const Value& value, const std::string& path, std::vector<AlertRule>& rules) {
  const std::string name = value.is_object() ? text_of(value, "alert") : "";
  if (!name.empty() && value.find("expr") != nullptr) {
    rules.push_back({.name = name,
                     .runbook = runbook_of(value),
                     .path = path,
                     .line = value.find("alert")->span.start.line});
    return;
  }
  for (const Value& item : value.items) collect(item, path, rules);
  for (const Member& member : value.members) collect(member.value, path, rules);
}

// "value", 'value' or value, without a comment; "" for a block scalar.
std::string scalar_text(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.front() == '|' || text.front() == '>') return "";
  if (text.front() == '"' || text.front() == '\'') {
    const std::size_t close = text.find(text.front(), 1);
    return close == std::string_view::npos ? "" : std::string(text.substr(1, close - 1));
  }
  return std::string(trim(text.substr(0, text.find(" #"))));
}

// Line by line: rule files are written to be read by Prometheus, and much of what it accepts is
// refused by a reader that wants one meaning.
std::vector<AlertRule> scan(const SourceFile& file, std::uint32_t first, std::uint32_t end) {
  std::vector<AlertRule> rules;
  for (std::uint32_t line = first; line < end; ++line) {
    std::string_view text = trim(file.line(line));
    if (text.starts_with("- ")) text = trim(text.substr(2));
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view key = text.substr(0, colon);
    const std::string value = scalar_text(text.substr(colon + 1));
    if (key == "alert" && !value.empty()) {
      rules.push_back({.name = value, .runbook = "", .path = file.path(), .line = line});
    } else if (is_runbook_key(key) && !rules.empty() && rules.back().runbook.empty()) {
      rules.back().runbook = value;
    }
  }
  return rules;
}

// A file of nothing but these names no alert, and is a rule file all the same.
bool holds_recording_rules(const SourceFile& file) {
  return file.bytes().find("record:") != std::string_view::npos;
}

// Of a file of several YAML documents, each of them.
std::vector<ByteRange> documents_of(const SourceFile& file) {
  std::vector<ByteRange> ranges;
  std::uint32_t begin = 0;
  for (std::uint32_t line = 1; line <= file.line_count(); ++line) {
    if (trim_end(file.line(line)) != "---") continue;
    ranges.push_back({begin, file.line_start(line)});
    begin = file.line_start(line + 1);
  }
  ranges.push_back({begin, static_cast<std::uint32_t>(file.bytes().size())});
  return ranges;
}

}  // namespace

Result<std::vector<AlertRule>> read_alert_rules(const SourceFile& file) {
  const YamlLimits limits{.bytes = kAlertRulesBytes, .depth = kMostDepth, .nodes = kMostNodes};
  std::vector<AlertRule> rules;
  for (const ByteRange& range : documents_of(file)) {
    const YamlOutcome outcome = parse_yaml(file, range, limits);
    if (!outcome.valid) {
      if (outcome.problems.empty()) continue;
      std::vector<AlertRule> found =
          scan(file, file.position(range.begin).line, file.position(range.end).line + 1);
      if (!found.empty() || holds_recording_rules(file)) {
        std::ranges::move(found, std::back_inserter(rules));
        continue;
      }
      const YamlProblem& problem = outcome.problems.front();
      return Error{problem.message, problem.help,
                   FilePlace{file.path(), std::max(problem.span.start.line, 1U),
                             std::max(problem.span.start.column, 1U)}};
    }
    collect(outcome.root, file.path(), rules);
  }
  return rules;
}

}  // namespace runbookc
