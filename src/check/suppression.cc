#include "check/suppression.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::uint32_t kLastLine = std::numeric_limits<std::uint32_t>::max();
constexpr std::chrono::days kGrace{1};  // as for reviews: gates live in other time zones

DirectiveUse use_of(const Directive& directive, Date today) {
  DirectiveUse use{.directive = &directive, .until = {}, .rules = {}};
  if (!directive.until.empty()) {
    use.until = parse_date(directive.until);
    use.in_force = use.until && today <= *use.until + kGrace;
  }
  std::set<const Rule*> seen;
  for (const DirectiveRule& named : directive.rules) {
    const Rule* rule = find_rule(named.name);
    const bool repeated = rule != nullptr && !seen.insert(rule).second;
    use.rules.push_back({.rule = rule, .repeated = repeated});
  }
  return use;
}

// A line with nothing but white space and the marks of quotes.
bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r>") == std::string_view::npos;
}

// The first line from `line` on that holds more than directives: those of one line may be stacked.
std::uint32_t next_line(const SourceFile& source, std::uint32_t line) {
  const auto is_passed = [&](std::string_view text) {
    const std::string_view bare = trim(text);
    return is_blank(text) || (bare.starts_with("<!-- runbookc-") && bare.ends_with("-->"));
  };
  while (line < source.line_count() && is_passed(source.line(line))) ++line;
  return line;
}

// The blocks that readers take for one thing and in which no comment can stand.
bool stands_as_one(const Block& block) {
  return block.kind == BlockKind::code || block.kind == BlockKind::table;
}

std::uint32_t last_line_of(const Span& span) {
  const bool ends_before = span.end.column <= 1 && span.end.line > span.start.line;
  return ends_before ? span.end.line - 1 : span.end.line;
}

// The last line of the range that holds `line`; 0 if none does. Ranges do not overlap.
std::uint32_t last_line_around(const std::map<std::uint32_t, std::uint32_t>& ranges,
                               std::uint32_t line) {
  const auto after = ranges.upper_bound(line);
  if (after == ranges.begin()) return 0;
  const std::uint32_t last = std::prev(after)->second;
  return last < line ? 0 : last;
}

}  // namespace

bool is_about_directives(const Rule& rule) { return rule.check_directives != nullptr; }

Suppressions::BlockLines Suppressions::block_lines(const Document& document) {
  BlockLines lines;
  for (const Block& block : document.blocks) {
    const std::uint32_t last = last_line_of(block.span);
    if (stands_as_one(block)) lines.whole[block.span.start.line] = last;
    if (block.kind == BlockKind::paragraph) lines.paragraphs[block.span.start.line] = last;
  }
  return lines;
}

Suppressions::Suppressions(const Document& document, const SourceFile& source, Date today) {
  if (document.directives.empty()) return;
  const BlockLines blocks = block_lines(document);
  for (const Directive& directive : document.directives) {
    uses_.push_back(use_of(directive, today));
    add(blocks, source, uses_.size() - 1);
  }
}

void Suppressions::add(const BlockLines& blocks, const SourceFile& source, std::size_t index) {
  const Directive& directive = *uses_[index].directive;
  if (directive.kind == DirectiveKind::enable) {
    end_stretches(index);
    return;
  }
  if (directive.kind == DirectiveKind::unknown || !uses_[index].in_force) return;
  Cover lines{.first = 1, .last = kLastLine, .paragraph_last = 0, .directive = index, .rule = 0};
  if (directive.kind == DirectiveKind::disable) lines.first = directive.span.start.line;
  if (directive.kind == DirectiveKind::disable_next_line) {
    lines.first = directive.span.end.line + 1;
    lines.first = next_line(source, lines.first);
    const auto block = blocks.whole.find(lines.first);
    lines.last = block == blocks.whole.end() ? lines.first : block->second;
    lines.paragraph_last = last_line_around(blocks.paragraphs, lines.last);
    uses_[index].line = lines.first;
  }
  for (std::size_t rule = 0; rule < directive.rules.size(); ++rule) {
    add_rule(directive, index, rule, lines);
  }
}

void Suppressions::add_rule(const Directive& directive, std::size_t index, std::size_t rule,
                            Cover lines) {
  const RuleUse& use = uses_[index].rules[rule];
  if (use.rule == nullptr || use.repeated || is_about_directives(*use.rule)) return;
  lines.rule = rule;
  RuleCovers& covers = covers_of(*use.rule);
  if (directive.kind == DirectiveKind::disable_file) {
    covers.file.push_back(lines);
  } else if (directive.kind == DirectiveKind::disable_next_line) {
    covers.lines.push_back(lines);
  } else if (covers.open == kClosed) {  // a second `disable` within a stretch has nothing to do
    covers.open = covers.stretches.size();
    covers.stretches.push_back(lines);
  }
}

void Suppressions::end_stretches(std::size_t index) {
  DirectiveUse& use = uses_[index];
  const std::uint32_t line = use.directive->span.end.line;
  if (use.rules.empty()) {
    for (RuleCovers& covers : covers_) use.ended += end_stretch(covers, line) ? 1U : 0U;
  }
  for (RuleUse& rule : use.rules) {
    RuleCovers* covers = rule.rule == nullptr ? nullptr : find_covers(rule.rule->code);
    if (covers != nullptr && end_stretch(*covers, line)) rule.findings = 1;
  }
}

bool Suppressions::end_stretch(RuleCovers& covers, std::uint32_t line) {
  if (covers.open == kClosed) return false;
  covers.stretches[covers.open].last = line;
  covers.open = kClosed;
  return true;
}

Suppressions::RuleCovers& Suppressions::covers_of(const Rule& rule) {
  if (RuleCovers* found = find_covers(rule.code)) return *found;
  covers_.push_back({.rule = &rule, .lines = {}, .stretches = {}, .file = {}});
  return covers_.back();
}

Suppressions::RuleCovers* Suppressions::find_covers(std::string_view code) {
  const auto found = std::ranges::find_if(
      covers_, [&](const RuleCovers& covers) { return covers.rule->code == code; });
  return found == covers_.end() ? nullptr : &*found;
}

bool Suppressions::suppress(const Diagnostic& diagnostic) {
  RuleCovers* covers = find_covers(diagnostic.code);
  if (covers == nullptr) return false;
  const std::uint32_t line = diagnostic.span.start.line;
  RuleUse* missed = nullptr;
  for (const auto* list : {&covers->lines, &covers->stretches, &covers->file}) {
    const auto after = std::ranges::upper_bound(*list, line, {}, &Cover::first);
    if (after == list->begin()) continue;
    const Cover& cover = *std::prev(after);
    if (cover.last < line) {
      if (line <= cover.paragraph_last) missed = &uses_[cover.directive].rules[cover.rule];
      continue;
    }
    ++uses_[cover.directive].rules[cover.rule].findings;
    return true;
  }
  if (missed != nullptr && missed->missed_line == 0) missed->missed_line = line;
  return false;
}

}  // namespace runbookc
