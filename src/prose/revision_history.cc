#include "prose/revision_history.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "prose/table_view.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 10> kDateColumns = {
    "date",         "updated",       "last updated",   "when",           "released",
    "release date", "revision date", "effective date", "date of change", "changed"};
constexpr std::array<std::string_view, 5> kVersionColumns = {"version", "ver", "version number",
                                                             "revision", "rev"};
constexpr std::array<std::string_view, 6> kAuthorColumns = {"author",     "authors",    "by",
                                                            "changed by", "updated by", "editor"};

// Dates and versions stand near the start of an item.
constexpr std::size_t kLongestLead = 80;

constexpr std::string_view kDigits = "0123456789";

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
}

// The starts of the words of `text`.
std::vector<std::size_t> word_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_word(text[at]) && (at == 0 || !is_word(text[at - 1]))) {
      starts.push_back(at);
    }
  }
  return starts;
}

// "v1.1", "1.2.3", or "".
std::string_view version_at(std::string_view text) {
  const std::size_t digits = text.starts_with('v') || text.starts_with('V') ? 1 : 0;
  std::size_t end = std::min(text.find_first_not_of("0123456789.", digits), text.size());
  while (end > digits && text[end - 1] == '.') {
    --end;
  }
  const std::string_view version = text.substr(0, end);
  return version.find('.') == std::string_view::npos ? std::string_view() : version;
}

class Reader {
 public:
  Reader(const Document& document, const SourceFile& source)
      : document_(document), source_(source) {}

  RevisionHistory read(const Section& section) const {
    for (Index index = section.first_block; index < section.end_block; ++index) {
      RevisionHistory history;
      if (document_.blocks[index].kind == BlockKind::table) {
        history = read_rows(read_table(document_, index));
      } else if (document_.blocks[index].kind == BlockKind::list) {
        history = read_items(index);
      }
      if (!history.empty()) {
        return history;
      }
    }
    return {};
  }

 private:
  RevisionHistory read_rows(const TableView& table) const {
    const auto date = find_column(table, kDateColumns);
    const auto version = find_column(table, kVersionColumns);
    const auto author = find_column(table, kAuthorColumns);
    RevisionHistory history;
    if (!date) {
      return history;
    }
    for (const TableRow& row : table.rows) {
      Revision revision;
      if (*date < row.cells.size()) {
        const Block& cell = document_.blocks[row.cells[*date]];
        revision.date = parse_written_date(cell.text);
        revision.date_text = cell.text;
        revision.date_span = cell.span;
      }
      if (version && *version < row.cells.size()) {
        revision.version = document_.blocks[row.cells[*version]].text;
        revision.version_span = document_.blocks[row.cells[*version]].span;
      }
      if (author && *author < row.cells.size()) {
        revision.author = document_.blocks[row.cells[*author]].text;
      }
      history.push_back(std::move(revision));
    }
    return history;
  }

  RevisionHistory read_items(Index list) const {
    RevisionHistory history;
    for (Index item = list + 1; item < document_.blocks[list].end;
         item = document_.blocks[item].end) {
      const Index text = item + 1;
      if (text < document_.blocks[item].end &&
          document_.blocks[text].kind == BlockKind::paragraph) {
        history.push_back(read_item(document_.blocks[text]));
      }
    }
    const auto dated = std::ranges::count_if(
        history, [](const Revision& revision) { return revision.date.has_value(); });
    if (static_cast<std::size_t>(dated) * 2 <= history.size()) {
      history.clear();
    }
    return history;
  }

  Revision read_item(const Block& block) const {
    const std::string_view text = std::string_view(block.text).substr(0, kLongestLead);
    Revision revision;
    std::size_t past_date = 0;
    for (const std::size_t at : word_starts(text)) {
      const auto date = revision.date ? std::nullopt : parse_written_date(text.substr(at));
      if (date) {
        revision.date = date;
        revision.date_text = text.substr(at, date->size);
        revision.date_span = place(block, revision.date_text);
        past_date = at + date->size;
      } else if (at >= past_date && revision.version.empty()) {
        revision.version = version_at(text.substr(at));
        revision.version_span = place(block, revision.version);
      }
    }
    return revision;
  }

  Span place(const Block& block, std::string_view text) const {
    const std::size_t at = source_.text(block.span).find(text);
    if (at == std::string_view::npos) {
      return block.span;
    }
    const std::uint32_t begin = source_.offset(block.span.start) + static_cast<std::uint32_t>(at);
    return source_.span({begin, begin + static_cast<std::uint32_t>(text.size())});
  }

  const Document& document_;
  const SourceFile& source_;
};

// The numbers of a version, without zeros at the end.
std::optional<std::vector<unsigned>> version_numbers(std::string_view version) {
  version = trim(version);
  version.remove_prefix(version.starts_with('v') || version.starts_with('V') ? 1 : 0);
  std::vector<unsigned> numbers;
  for (const std::string_view piece : split(version, '.')) {
    unsigned number = 0;
    if (piece.empty() || piece.size() > 9 ||
        piece.find_first_not_of(kDigits) != std::string_view::npos) {
      return std::nullopt;
    }
    std::from_chars(piece.data(), piece.data() + piece.size(), number);
    numbers.push_back(number);
  }
  while (!numbers.empty() && numbers.back() == 0) {
    numbers.pop_back();
  }
  return numbers;
}

}  // namespace

std::vector<std::string> usual_history_titles() {
  return {"revision history", "change log",       "changelog", "change history",
          "version history",  "document history", "history",   "revisions"};
}

std::vector<RevisionHistory> read_revision_histories(const Document& document,
                                                     const SourceFile& source,
                                                     std::span<const std::string> titles) {
  const Reader reader(document, source);
  std::vector<RevisionHistory> histories;
  for (const Section& section : document.sections) {
    if (section.nested ||
        std::ranges::find(titles, comparable_title(section.title)) == titles.end()) {
      continue;
    }
    RevisionHistory history = reader.read(section);
    if (!history.empty()) {
      histories.push_back(std::move(history));
    }
  }
  return histories;
}

std::optional<int> compare_versions(std::string_view a, std::string_view b) {
  const auto first = version_numbers(a);
  const auto second = version_numbers(b);
  if (!first || !second) {
    return std::nullopt;
  }
  if (*first == *second) {
    return 0;
  }
  return *first < *second ? -1 : 1;
}

const Revision* newest_revision(std::span<const Revision* const> revisions) {
  const Revision* best = nullptr;
  for (const Revision* row : revisions) {
    const int later = best == nullptr ? 1 : compare(*row->date, *best->date);
    if (later > 0 ||
        (later == 0 && compare_versions(row->version, best->version).value_or(0) > 0)) {
      best = row;
    }
  }
  return best;
}

}  // namespace runbookc
