#include "prose/labelled_values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"
#include "prose/dated_opening.h"
#include "prose/plain_markdown.h"
#include "prose/self_description.h"
#include "prose/table_view.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestLabel = 40;
constexpr std::size_t kLongestLine = 400;  // more is a text

// What marks a line as a quote, an item or a task, and an emoji before its words.
std::string_view without_markers(std::string_view line) {
  line = trim(line);
  for (;;) {
    const std::size_t before = line.size();
    if (line.starts_with('>')) line = trim_start(line.substr(1));
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
      line = trim_start(line.substr(2));
    }
    while (!line.empty() && (line.front() & 0x80) != 0 && is_emoji(decode_utf8(line).value)) {
      line = trim_start(line.substr(decode_utf8(line).size));
    }
    if (line.size() == before) return line;
  }
}

bool is_emphasis(char c) { return c == '*' || c == '_'; }

// A label and what follows it: views into the line.
struct LabelledText {
  std::string label;  // plain
  std::string_view value;
};

// Of "**Owner**: X", "**Owner:** X", "Owner: X" and, in bold only, "**Owner** - X".
std::optional<LabelledText> split_label(std::string_view line) {
  const std::string_view head = line.substr(0, kLongestLabel + 4);
  std::size_t end = head.find(':');
  const bool bold = line.starts_with("**") || line.starts_with("__");
  std::size_t skip = 1;
  if (end == std::string_view::npos && bold) {
    const std::size_t close = head.find(line.substr(0, 2), 2);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view rest = line.substr(close + 2);
    for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "}) {
      if (rest.starts_with(dash)) {
        end = close + 2;
        skip = dash.size();
      }
    }
  }
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view value = line.substr(end + skip);
  while (!value.empty() && is_emphasis(value.front())) value.remove_prefix(1);
  return LabelledText{.label = plain_markdown(line.substr(0, end)), .value = trim(value)};
}

// A label with its value, or a date behind the words that stand for its label. In the middle of
// a paragraph, such words may be part of a sentence.
std::optional<LabelledText> read_statement(std::string_view piece, bool begins) {
  const std::string_view line = without_markers(piece);
  const auto dated = read_dated_opening(line);
  if (!dated || !(begins || dated->is_whole)) return split_label(line);
  return LabelledText{.label = std::string(dated->label), .value = dated->value};
}

// "**Version:** 1.0 | **Owner:** X<br>**Team:** Y": the pieces of a line.
std::vector<std::string_view> pieces_of(std::string_view line) {
  constexpr std::array<std::string_view, 6> kJoints = {" | ",  " \u00b7 ", " \u2022 ",
                                                       "<br>", "<br/>",    "<br />"};
  std::vector<std::string_view> pieces;
  while (true) {
    std::size_t cut = std::string_view::npos;
    std::size_t size = 0;
    for (const std::string_view joint : kJoints) {
      const std::size_t at = line.find(joint);
      if (at < cut) {
        cut = at;
        size = joint.size();
      }
    }
    pieces.push_back(line.substr(0, cut));
    if (cut == std::string_view::npos) return pieces;
    line.remove_prefix(cut + size);
  }
}

// "Team (slack: #x)" goes on with a value: no label has brackets.
bool reads_as_label(std::string_view label) {
  return std::ranges::count(label, ' ') <= 3 &&
         label.find_first_of("()[]{}<>,;#@\"") == std::string_view::npos;
}

bool breaks_hard(std::string_view line) {
  return line.ends_with("  ") || line.ends_with('\\') || line.ends_with("<br>") ||
         line.ends_with("<br/>") || line.ends_with("<br />");
}

bool strikes(std::string_view source) {
  const std::string lower = lower_ascii(source);
  return std::ranges::any_of(
      std::array{"~~", "<del", "<s>", "<strike", "<!--"},
      [&](std::string_view mark) { return lower.find(mark) != std::string::npos; });
}

// Dates and intervals.
bool is_upkeep(ProseField field) {
  return field == ProseField::last_updated || field == ProseField::last_reviewed ||
         field == ProseField::next_review || field == ProseField::last_tested ||
         field == ProseField::review_every;
}

bool is_label(const std::string& name) { return field_of_label(name).has_value(); }

// What heads a column of values that are of one kind.
bool is_column(std::string_view name) {
  constexpr std::array<std::string_view, 28> kColumns = {
      "name",    "names",    "description", "details", "detail",   "notes",   "note",
      "comment", "comments", "value",       "values",  "type",     "date",    "link",
      "links",   "url",      "meaning",     "action",  "actions",  "runbook", "runbooks",
      "id",      "role",     "region",      "phone",   "timezone", "time",    "information"};
  return name.empty() || std::ranges::find(kColumns, name) != kColumns.end();
}

// What a service has as well as its runbook; "Document version" is plain.
bool may_be_subjects(const LabelledValue& value) {
  const std::string label = lower_ascii(value.label);
  if (label.starts_with("document") || label.starts_with("runbook")) return false;
  return value.field == ProseField::version || value.field == ProseField::status ||
         value.field == ProseField::services || label == "duration";
}

class Collector {
 public:
  Collector(const Document& document, const SourceFile& source)
      : document_(document), source_(source) {}

  std::vector<LabelledValue> run() {
    for (const BlockRange& range : self_description(document_)) {
      const auto before = static_cast<std::ptrdiff_t>(found_.size());
      for (Index index = range.begin; index < range.end; ++index) {
        const Block& block = document_.blocks[index];
        if (block.kind == BlockKind::paragraph && is_own(index)) read_lines(block);
        if (block.kind == BlockKind::table && is_own(index)) {
          read_cells(read_table(document_, index));
        }
      }
      leave_out(before, range.scope);
    }
    return std::move(found_);
  }

 private:
  void leave_out(std::ptrdiff_t before, SelfScope scope) {
    if (scope == SelfScope::itself) return;
    const auto is_others = [&](const LabelledValue& value) {
      return scope == SelfScope::dates_only ? !is_upkeep(value.field) : may_be_subjects(value);
    };
    found_.erase(std::remove_if(found_.begin() + before, found_.end(), is_others), found_.end());
  }

  // A list within a list is about its item, a quote about whatever it quotes: unless it is made of
  // labels alone.
  bool is_own(Index index) const {
    std::size_t lists = 0;
    bool is_quoted = false;
    for (Index at = document_.blocks[index].parent; at != kNone; at = document_.blocks[at].parent) {
      const BlockKind kind = document_.blocks[at].kind;
      lists += kind == BlockKind::list ? 1U : 0U;
      is_quoted = is_quoted || kind == BlockKind::quote || kind == BlockKind::alert;
      if (kind == BlockKind::footnote) return false;
    }
    return lists <= 1 && (!is_quoted || has_labels_only(document_.blocks[index]));
  }

  bool has_labels_only(const Block& block) const {
    if (block.kind != BlockKind::paragraph) return false;
    const auto is_labelled = [](std::string_view piece) {
      const auto labelled = read_statement(piece, true);
      return labelled && field_of_label(comparable_title(labelled->label));
    };
    return std::ranges::all_of(split_lines(source_.text(block.span)), [&](std::string_view line) {
      return line.size() <= kLongestLine && std::ranges::all_of(pieces_of(line), is_labelled);
    });
  }

  // The block's text has its lines joined; so the source is read.
  void read_lines(const Block& block) {
    const std::string_view text = source_.text(block.span);
    Index open = kNone;  // the value that a line without a label goes on with
    bool begins = true;
    for (const std::string_view line : split_lines(text)) {
      open = line.size() > kLongestLine ? kNone : read_line(line, open, begins);
      begins = breaks_hard(line);
    }
  }

  // The value that may go on in the next line, or kNone.
  Index read_line(std::string_view line, Index open, bool begins) {
    for (const std::string_view piece : pieces_of(line)) {
      const bool is_first = piece.data() == line.data();
      const auto labelled = read_statement(piece, begins || !is_first);
      const bool goes_on = open != kNone && (!labelled || !reads_as_label(labelled->label));
      if (goes_on && !trim(piece).empty()) {
        found_[open].goes_on = true;
      } else if (labelled) {
        const std::size_t before = found_.size();
        enter(*labelled);
        open = found_.size() > before ? static_cast<Index>(before) : kNone;
      }
    }
    return breaks_hard(line) ? kNone : open;
  }

  void enter(const LabelledText& labelled) {
    const std::string text = plain_markdown(labelled.value);
    const auto field = field_of_label(comparable_title(labelled.label));
    if (!field || text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(labelled.value.data() - source_.bytes().data());
    found_.push_back(
        {.field = *field,
         .label = labelled.label,
         .text = text,
         .span = source_.span(
             {.begin = begin, .end = begin + static_cast<std::uint32_t>(labelled.value.size())}),
         .is_struck = strikes(labelled.value)});
  }

  void read_cells(const TableView& table) {
    if (table.names.size() == 2) {
      read_pairs(table);
    } else if (table.rows.size() == 1 && std::ranges::all_of(table.names, is_label)) {
      for (std::size_t i = 0; i < table.names.size() && i < table.rows[0].cells.size(); ++i) {
        enter_cells(table.header.cells[i], table.rows[0].cells[i]);
      }
    }
  }

  // A column that has a label's name holds many of what the label says, of other things: "Service |
  // Owner". A first row is data only if it is a label and a value.
  void read_pairs(const TableView& table) {
    if (is_label(table.names[1]) || (is_label(table.names[0]) && is_column(table.names[1]))) return;
    if (is_label(table.names[0])) enter_row(table.header);
    for (const TableRow& row : table.rows) enter_row(row);
  }

  void enter_row(const TableRow& row) {
    if (row.cells.size() == 2) enter_cells(row.cells[0], row.cells[1]);
  }

  void enter_cells(Index label, Index value) {
    const Block& name = document_.blocks[label];
    const Block& cell = document_.blocks[value];
    std::string_view shown = name.text;
    if (shown.ends_with(':')) shown.remove_suffix(1);
    const auto field = field_of_label(comparable_title(shown));
    if (!field || trim(cell.text).empty() || cell.text.size() > kLongestLine) return;
    found_.push_back(
        {.field = *field,
         .label = std::string(shown),
         .text = collapse_space(cell.text),
         .span = cell.span,
         .goes_on = lower_ascii(source_.text(cell.span)).find("<br") != std::string::npos,
         .is_struck = strikes(source_.text(cell.span))});
  }

  const Document& document_;
  const SourceFile& source_;
  std::vector<LabelledValue> found_;
};

}  // namespace

std::vector<LabelledValue> labelled_values(const Document& document, const SourceFile& source) {
  return Collector(document, source).run();
}

}  // namespace runbookc
