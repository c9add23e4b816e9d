#include "check/window_sequence.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"
#include "prose/table_view.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

// Columns of times that are no windows of an escalation.
constexpr std::array<std::string_view, 17> kOtherTimes = {
    "response", "resol",    "sla",      "acknowledg", "answer",  "availab",
    "coverage", "business", "working",  "shift",      "update",  "rto",
    "rpo",      "target",   "duration", "estimate",   "schedule"};
constexpr std::array<std::string_view, 7> kTimeWords = {"time",    "window",  "after", "when",
                                                        "elapsed", "escalat", "since"};
constexpr std::array<std::string_view, 6> kSeverityWords = {"critical", "high",  "medium",
                                                            "major",    "minor", "low"};

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// "p1", "sev 2", "critical", or "".
std::string severity_in(std::string_view text) {
  const std::string title = to_lower(collapse_space(text));
  const std::string_view word = std::string_view(title).substr(0, title.find_first_of(" -:,("));
  for (const std::string_view prefix : {"sev", "p", "s"}) {
    if (word.size() > prefix.size() && word.starts_with(prefix) &&
        word.find_first_not_of("0123456789", prefix.size()) == std::string_view::npos) {
      return std::string(word);
    }
  }
  const bool named = std::ranges::find(kSeverityWords, word) != kSeverityWords.end() ||
                     title.starts_with("sev ") || title.starts_with("severity ") ||
                     title.starts_with("priority ");
  return named ? title : std::string();
}

std::size_t window_count(const WindowSequence& steps) {
  return static_cast<std::size_t>(
      std::ranges::count_if(steps, [](const WindowStep& step) { return step.window.has_value(); }));
}

bool is_sequence(const WindowSequence& steps) {
  const std::size_t windows = window_count(steps);
  return windows >= 2 && windows * 2 > steps.size();
}

// Gives the windows without a unit that of the heading, else of the one before, else the first that
// is written. False if there is none and `any` is not enough.
bool settle_units(WindowSequence& steps, std::optional<std::int64_t> unit, bool any) {
  for (const WindowStep& step : steps) {
    if (!unit && step.window && step.window->start_unit != 0) {
      unit = step.window->start_unit;
    }
  }
  if (!unit && !any) {
    return false;
  }
  std::int64_t last = unit.value_or(60);
  for (WindowStep& step : steps) {
    if (step.window) {
      step.window = step.window->with_unit(last);
      last = step.window->end_unit == 0 ? step.window->start_unit : step.window->end_unit;
    }
  }
  return true;
}

// The window in `text` at `at`.
WindowStep step_at(std::string_view text, std::size_t at) {
  WindowStep step{
      .window = parse_time_window(text.substr(at)), .span = {}, .text = {}, .severity = {}};
  if (step.window) {
    step.text = text.substr(at, step.window->size);
    step.labelled = at > 2;
  }
  return step;
}

// At the start of `text`, or after a bracket, a colon, a comma or a dash. Only there it needs a
// unit.
WindowStep step_in(std::string_view text) {
  WindowStep step = step_at(text, std::min(text.find_first_not_of("([ "), text.size()));
  for (std::size_t at = 0; !step.window && at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    const bool dash = rest.starts_with("\u2013 ") || rest.starts_with("\u2014 ");
    if (dash || std::string_view("([:,-").find(rest.front()) != std::string_view::npos) {
      const std::size_t next = text.find_first_not_of(' ', at + (dash ? 3 : 1));
      WindowStep found = step_at(text, std::min(next, text.size()));
      if (found.window && (found.window->start_unit != 0 || found.window->end_unit != 0)) {
        step = std::move(found);
      }
    }
  }
  return step;
}

class Reader {
 public:
  Reader(const PageContext& context, Index section)
      : context_(context), document_(context.document), section_(section) {}

  std::vector<WindowSequence> read() {
    const Index end = section_tree_end(document_, section_);
    for (Index index = document_.sections[section_].first_block; index < end; ++index) {
      const Block& block = document_.blocks[index];
      if (block.kind == BlockKind::table) {
        read_columns(read_table(document_, index));
      } else if (block.kind == BlockKind::list) {
        read_items(index);
      } else if (block.kind == BlockKind::code && block.payload != kNone) {
        read_lines(document_.code_blocks[block.payload]);
      }
    }
    read_headings();
    return std::move(sequences_);
  }

 private:
  void add(WindowSequence steps, std::optional<std::int64_t> unit, bool any) {
    if (is_sequence(steps) && settle_units(steps, unit, any)) {
      sequences_.push_back(std::move(steps));
    }
  }

  void place(WindowStep& step, const Span& span) const {
    const std::string_view source = context_.source.text(span);
    const std::size_t at = step.text.empty() ? std::string_view::npos : source.find(step.text);
    step.span = span;
    if (at != std::string_view::npos) {
      const std::uint32_t begin =
          context_.source.offset(span.start) + static_cast<std::uint32_t>(at);
      step.span =
          context_.source.span({begin, begin + static_cast<std::uint32_t>(step.text.size())});
    }
  }

  // The first column that holds windows.
  void read_columns(const TableView& table) {
    for (std::size_t column = 0; column < table.header.cells.size(); ++column) {
      const std::string header = to_lower(document_.blocks[table.header.cells[column]].text);
      if (holds_any(header, kOtherTimes)) {
        continue;
      }
      WindowSequence steps = column_steps(table, column);
      if (header == "hours" && !starts_at_zero(steps)) {
        continue;  // of the day
      }
      const std::size_t before = sequences_.size();
      add(std::move(steps), find_time_unit(header), holds_any(header, kTimeWords));
      if (sequences_.size() != before) {
        return;
      }
    }
  }

  static bool starts_at_zero(const WindowSequence& steps) {
    return !steps.empty() && steps.front().window && steps.front().window->start == 0;
  }

  WindowSequence column_steps(const TableView& table, std::size_t column) const {
    WindowSequence steps;
    for (const TableRow& row : table.rows) {
      WindowStep step;
      if (column < row.cells.size()) {
        const Block& cell = document_.blocks[row.cells[column]];
        step = step_at(cell.text, std::min(cell.text.find_first_not_of("([ "), cell.text.size()));
        place(step, cell.span);
      }
      step.labelled = column > 0;
      for (const Index cell : row.cells) {
        step.severity =
            step.severity.empty() ? severity_in(document_.blocks[cell].text) : step.severity;
      }
      steps.push_back(std::move(step));
    }
    return steps;
  }

  void read_items(Index list) {
    WindowSequence steps;
    for (Index item = list + 1; item < document_.blocks[list].end;
         item = document_.blocks[item].end) {
      WindowStep step;
      const Index first = item + 1;
      if (first < document_.blocks[item].end &&
          document_.blocks[first].kind == BlockKind::paragraph) {
        const Block& text = document_.blocks[first];
        step = step_in(std::string_view(text.text).substr(0, kLongestLead));
        step.severity = severity_in(text.text);
        place(step, text.span);
      }
      steps.push_back(std::move(step));
    }
    add(std::move(steps), std::nullopt, false);
  }

  // A drawing: lines that begin with a window within their frame; others only decorate.
  void read_lines(const CodeBlock& code) {
    if (code.role == CodeRole::shell) {
      return;
    }
    WindowSequence steps;
    std::size_t number = 0;
    for (const std::string_view line : split(code.text, '\n')) {
      const std::size_t at = line.find_first_of("0123456789<>AaWw");
      if (number < code.line_starts.size() && at != std::string_view::npos &&
          count_letters(line.substr(0, at)) == 0) {
        WindowStep step = step_at(line, at);
        Position start = code.line_starts[number];
        start.column += static_cast<std::uint32_t>(count_code_points(line.substr(0, at)));
        step.span = {.start = start, .end = start};
        step.span.end.column += static_cast<std::uint32_t>(count_code_points(step.text));
        step.labelled = true;
        if (step.window) {
          steps.push_back(std::move(step));
        }
      }
      ++number;
    }
    add(std::move(steps), std::nullopt, false);
  }

  static std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
  }

  // "### Level 1 (0-15 min)"
  void read_headings() {
    WindowSequence steps;
    const std::vector<Section>& sections = document_.sections;
    for (Index child = section_ + 1; child < sections[section_].end;
         child = std::max(child + 1, sections[child].end)) {
      WindowStep step = step_in(std::string_view(sections[child].title).substr(0, kLongestLead));
      step.severity = severity_in(comparable_title(sections[child].title));
      place(step, sections[child].span);
      steps.push_back(std::move(step));
    }
    add(std::move(steps), std::nullopt, false);
  }

  // Windows stand near the start of an item.
  static constexpr std::size_t kLongestLead = 200;

  const PageContext& context_;
  const Document& document_;
  Index section_;
  std::vector<WindowSequence> sequences_;
};

}  // namespace

std::vector<WindowSequence> read_window_sequences(const PageContext& context, Index section) {
  return Reader(context, section).read();
}

}  // namespace runbookc
