// RB508: a revision history that tells another story than the front matter.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/prose_agreement.h"
#include "check/rule.h"
#include "check/rule_options.h"
#include "check/upkeep.h"
#include "prose/revision_history.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

constexpr std::chrono::days kGrace{1};

std::vector<std::string> history_titles(const PageContext& context) {
  if (context.options.find("titles") == nullptr) {
    return usual_history_titles();
  }
  std::vector<std::string> titles = text_list_option(context.options, "titles");
  std::ranges::transform(titles, titles.begin(), comparable_title);
  return titles;
}

bool is_future(const PageContext& context, const Revision& revision) {
  return revision.date && revision.date->first_day() > context.corpus.today + kGrace;
}

void check_future(const PageContext& context, const RevisionHistory& history,
                  std::vector<Finding>& findings) {
  for (const Revision& revision : history) {
    if (is_future(context, revision)) {
      findings.push_back({.span = revision.date_span,
                          .message = "'" + revision.date_text + "' lies in the future",
                          .help = "write the day of the change",
                          .subject = revision.date_text});
    }
  }
}

// Those with a date that can be true.
std::vector<const Revision*> dated(const PageContext& context, const RevisionHistory& history) {
  std::vector<const Revision*> rows;
  for (const Revision& revision : history) {
    if (revision.date && !is_future(context, revision)) {
      rows.push_back(&revision);
    }
  }
  return rows;
}

// The first row that goes against the direction from the first to the last one.
void check_order(const std::vector<const Revision*>& rows, std::vector<Finding>& findings) {
  if (rows.size() < 3) {
    return;
  }
  const bool descends = compare(*rows.front()->date, *rows.back()->date) > 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const int step = compare(*rows[i - 1]->date, *rows[i]->date);
    if (descends ? step < 0 : step > 0) {
      findings.push_back({.span = rows[i]->date_span,
                          .message = "'" + rows[i]->date_text + "' stands after '" +
                                     rows[i - 1]->date_text + "' in a history with the " +
                                     (descends ? "newest" : "oldest") + " first",
                          .help = "correct the date, or move the row",
                          .subject = rows[i]->date_text});
      return;
    }
  }
}

// Sets a front matter value, in the quotes that it has.
Fix set_value(const PageContext& context, const Span& span, std::string_view key,
              const std::string& value) {
  const std::string_view written = context.source.text(span);
  const bool quoted = written.starts_with('"') || written.starts_with('\'');
  const std::string quote(written.substr(0, quoted ? 1 : 0));
  return {.description = "set '" + std::string(key) + "' to " + value,
          .edits = {{.range = span, .text = quote + value + quote}}};
}

void check_date(const PageContext& context, const Revision& newest,
                std::vector<Finding>& findings) {
  const auto& updated = context.page.metadata.last_updated;
  if (!updated) {
    return;
  }
  const int later = compare(*newest.date, written(updated->value));
  const std::string day = format_date(updated->value);
  if (later > 0) {
    std::optional<Fix> fix;
    if (newest.date->is_exact() && updated->span.valid()) {
      fix =
          set_value(context, updated->span, "last_updated", format_date(newest.date->first_day()));
    }
    findings.push_back(
        {.span = place_or_front_matter(updated->span, context.document),
         .message = "the history has a change of " + newest.date_text + ", after 'last_updated'",
         .help = "set 'last_updated' to the day of the last change",
         .subject = day,
         .fix = std::move(fix)});
  } else if (later < 0) {
    findings.push_back({.span = newest.date_span,
                        .message = "the history ends here, and 'last_updated' is " + day,
                        .help = "say what changed on " + day + ", or correct 'last_updated'",
                        .subject = newest.date_text});
  }
}

void check_version(const PageContext& context, const Revision& newest,
                   std::vector<Finding>& findings) {
  const Located<std::string>& version = context.page.metadata.version;
  if (newest.version.empty() || version.value.empty() ||
      equals_ignoring_case(newest.version, version.value)) {
    return;
  }
  const std::optional<int> later = compare_versions(newest.version, version.value);
  if (!later || *later == 0) {
    return;
  }
  if (*later > 0) {
    std::optional<Fix> fix;
    if (version.span.valid()) {
      const bool bare = newest.version.front() != 'v' && newest.version.front() != 'V';
      const bool wants_v = version.value.front() == 'v' || version.value.front() == 'V';
      fix = set_value(
          context, version.span, "version",
          (wants_v ? version.value.substr(0, 1) : "") + newest.version.substr(bare ? 0 : 1));
    }
    findings.push_back({.span = place_or_front_matter(version.span, context.document),
                        .message = "the history is at version " + newest.version +
                                   ", the front matter at " + version.value,
                        .help = "set 'version' to that of the last change",
                        .subject = version.value,
                        .fix = std::move(fix)});
  } else {
    findings.push_back(
        {.span = newest.version_span,
         .message = "the history ends at version " + newest.version + ", the front matter is at " +
                    version.value,
         .help = "say what version " + version.value + " changed, or correct 'version'",
         .subject = newest.version});
  }
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  if (context.type != nullptr && context.type->placeholders_meant) {
    return findings;
  }
  bool is_first = true;
  for (const RevisionHistory& history :
       read_revision_histories(context.document, context.source, history_titles(context))) {
    check_future(context, history, findings);
    const std::vector<const Revision*> rows = dated(context, history);
    check_order(rows, findings);
    const Revision* last = newest_revision(rows);
    if (is_first && last != nullptr) {
      check_date(context, *last, findings);
      check_version(context, *last, findings);
    }
    is_first = false;
  }
  std::ranges::move(find_prose_disagreements(context), std::back_inserter(findings));
  return findings;
}

}  // namespace

const Rule& history_mismatch_rule() {
  static const Rule rule = {
      .code = "RB508",
      .name = "history-mismatch",
      .recommended = Severity::warning,
      .summary = "the revision history or the text disagrees with the front matter",
      .why =
          "The front matter's `last_updated` and `version` are what the site and the reports show; "
          "the table at the end of the page is what auditors read. Where the two differ, one of "
          "them "
          "was forgotten, and nobody can tell which.\n\n"
          "Read is the first table with a column of dates, or list of dated items, under one of "
          "the "
          "titles below. Its newest row must have the day of `last_updated` and the number of "
          "`version`, where the front matter has them; a month ('December 2025') agrees with each "
          "of "
          "its days, and 1.0 with 1. Dates must go up or down throughout, and lie no more than a "
          "day ahead. A date that can be read in two ways (04/05/2026) is skipped.\n\n"
          "Where the text itself has the metadata (`**Version:** 1.1`, a \"Document Control\" "
          "section), its version, dates and owner must be those of the front matter.",
      .bad = {"---\nlast_updated: 2026-01-15\n---\n# Gateway\n\n## Revision History\n\n"
              "| Date | Change |\n| --- | --- |\n| 2026-03-02 | New node pool |\n"
              "| 2026-01-15 | First version |\n"},
      .good = {"---\nlast_updated: 2026-03-02\n---\n# Gateway\n\n## Revision History\n\n"
               "| Date | Change |\n| --- | --- |\n| 2026-03-02 | New node pool |\n"
               "| 2026-01-15 | First version |\n"},
      .options = {{"titles", "headings that announce a history",
                   "[Revision History, Change Log, Changelog, Change History, Version History, "
                   "Document History, History, Revisions]"}},
      .check_page = check,
      .reach = {.section = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
