#include "prose/review_schedule.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "prose/table_view.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 4> kTitles = {"review schedule", "review cycle",
                                                     "review frequency", "maintenance schedule"};
constexpr std::array<std::string_view, 4> kColumns = {"frequency", "interval", "how often", "when"};

bool is_whole_review(std::string_view action) {
  const std::string lower = lower_ascii(action);
  const bool whole = lower.find("full") != std::string::npos ||
                     lower.find("complete") != std::string::npos ||
                     lower.find("entire") != std::string::npos;
  return whole && lower.find("review") != std::string::npos;
}

void collect(const Document& document, const TableView& table,
             std::vector<ScheduledReview>& reviews) {
  const auto column = find_column(table, kColumns);
  if (!column || table.names.size() != 2) return;
  for (const TableRow& row : table.rows) {
    if (row.cells.size() != 2) continue;
    const Block& interval = document.blocks[row.cells[*column]];
    const Block& action = document.blocks[row.cells[1 - *column]];
    if (parse_interval(interval.text) && is_whole_review(action.text)) {
      reviews.push_back({interval.text, action.text, interval.span});
    }
  }
}

}  // namespace

std::optional<ScheduledReview> find_scheduled_review(const Document& document) {
  std::vector<ScheduledReview> reviews;
  for (const Section& section : document.sections) {
    const std::string title = comparable_title(section.title);
    if (std::ranges::find(kTitles, title) == kTitles.end()) continue;
    for (Index i = section.first_block; i < section.end_block; ++i) {
      if (document.blocks[i].kind == BlockKind::table) {
        collect(document, read_table(document, i), reviews);
      }
    }
  }
  return reviews.size() == 1 ? std::optional(reviews.front()) : std::nullopt;
}

}  // namespace runbookc
