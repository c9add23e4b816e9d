#include "adopt/stated_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "adopt/inferred_date.h"
#include "base/excerpt.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::chrono::days kGrace{1};
constexpr std::size_t kLongestQuote = 60;
constexpr std::string_view kBareTitle = "history";

RevisionHistory rows_under(const Document& document, const SourceFile& source,
                           const std::vector<std::string>& titles) {
  RevisionHistory rows;
  for (RevisionHistory& history : read_revision_histories(document, source, titles)) {
    std::ranges::move(history, std::back_inserter(rows));
  }
  return rows;
}

RevisionHistory all_rows(const Document& document, const SourceFile& source) {
  std::vector<std::string> titles = usual_history_titles();
  std::erase(titles, kBareTitle);
  RevisionHistory rows = rows_under(document, source, titles);
  RevisionHistory bare = rows_under(document, source, {std::string(kBareTitle)});
  const bool is_its_own = std::ranges::any_of(
      bare, [](const Revision& row) { return !row.version.empty() || !row.author.empty(); });
  if (is_its_own) std::ranges::move(bare, std::back_inserter(rows));
  return rows;
}

// Why the day or month of a row is not certain; "" if it is, or the row is empty.
std::string doubt_about_row(const Revision& row, Date today) {
  if (trim(row.date_text).empty()) return trim(row.version).empty() ? "" : "a row without a date";
  if (has_two_meanings(row.date_text)) return "two dates can be meant";
  if (!row.date) return infer_date(row.date_text).doubt;
  return row.date->first_day() > today + kGrace ? "it lies in the future" : "";
}

FoundAt place_of(const Revision& row, const std::string& path, std::string_view what) {
  const Span& span = row.date_span.valid() ? row.date_span : row.version_span;
  return {path, span.start.line,
          fmt::format("{}, '{}'", what, excerpt(row.date_text, kLongestQuote))};
}

}  // namespace

FoundAt StatedHistory::place_of_newest(const std::string& path) const {
  return place_of(*newest, path, "the newest row of its history");
}

StatedHistory stated_history(const Document& document, const SourceFile& source, Date today) {
  const RevisionHistory rows = all_rows(document, source);
  StatedHistory history;
  const auto ask = [&](const Revision& row, std::string reason) {
    if (history.doubt) return;
    history.doubt = OpenPoint{.key = "last_updated",
                              .at = place_of(row, document.path, "a row of its history"),
                              .reason = std::move(reason)};
  };
  std::vector<const Revision*> dated;
  for (const Revision& row : rows) {
    std::string doubt = doubt_about_row(row, today);
    if (!doubt.empty()) {
      ask(row, std::move(doubt));
    } else if (row.date) {
      dated.push_back(&row);
    }
  }
  const Revision* newest = newest_revision(dated);
  if (newest == nullptr) return history;
  history.newest = *newest;
  for (const Revision* row : dated) {
    if (compare_versions(row->version, newest->version).value_or(0) > 0) {
      ask(*row, "an earlier row has a higher version");
    }
  }
  return history;
}

}  // namespace runbookc
