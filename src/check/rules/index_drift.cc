// RB210: an index that sends readers to less than there is, or says otherwise than the runbooks.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "check/block_links.h"
#include "check/index_table.h"
#include "check/listing_addition.h"
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::string path_from(const PageContext& context, const Page& page) {
  return relative_path(parent_path(context.document.path), context.corpus.path_of(page));
}

// --- what is missing ---

// From so many on, if it is most of them, the page is no index yet: that is one finding.
constexpr std::size_t kMany = 4;

// Whether the index goes into the folder of another index: that one's pages stand for it.
bool is_covered(const PageContext& context, const FolderListing& listing, const Page& page) {
  if (!is_folder_index(context.corpus, page)) {
    return false;
  }
  const std::string_view folder = parent_path(context.corpus.path_of(page));
  if (folder == parent_path(context.document.path)) {
    return false;
  }
  const DocumentList& documents = context.corpus.documents;
  const Index first = documents.lower_bound(std::string(folder) + "/");
  const auto listed = listing.listed.lower_bound(first);
  return listed != listing.listed.end() && is_inside(documents.outline(*listed).path, folder);
}

// Which documents an index must list follows from their front matter; that it does not list one,
// from the line that is gone.
std::vector<Reference> references_to(const PageContext& context, const Page& page) {
  const std::string& path = context.corpus.path_of(page);
  return {{ReferenceKind::front_matter, path, {}, {}},
          {ReferenceKind::mention, {}, std::string(file_name(path)), {}},
          {ReferenceKind::own_folder, {}, {}, {}}};
}

Finding missing_page(const PageContext& context, const FolderListing& listing, Index index,
                     const ListingAddition& addition) {
  const Page& page = context.corpus.pages[index];
  const std::string path = path_from(context, page);
  const bool mentioned = listing.mentioned.contains(index);
  std::optional<Fix> fix;
  if (std::optional<Edit> edit = addition.add(page)) {
    fix = Fix{.description = "list '" + path + "'", .edits = {std::move(*edit)}};
  }
  return {.span = title_place(context),
          .message = "'" + path + "' is " +
                     (mentioned ? "linked in passing, but in no table or list" : "not listed"),
          .help = addition.is_generated_for(page)
                      ? "run the tool again that wrote the list, or link the document below it"
                      : "add " + markdown_link(context, page) + " to a table or list",
          .subject = path,
          .fix = std::move(fix),
          .references = references_to(context, page)};
}

void check_missing(const PageContext& context, const FolderListing& listing,
                   std::vector<Finding>& findings) {
  std::vector<Index> missing;
  const std::vector<Index> pages = pages_of_folder(context);
  for (const Index index : pages) {
    if (!listing.listed.contains(index) &&
        !is_covered(context, listing, context.corpus.pages[index])) {
      missing.push_back(index);
    }
  }
  if (missing.size() >= kMany && missing.size() * 2 > pages.size()) {
    findings.push_back(
        {.span = title_place(context),
         .message =
             missing.size() == pages.size()
                 ? "none of the folder's " + count_of(pages.size(), "document") + " is listed"
                 : std::to_string(missing.size()) + " of the folder's " +
                       count_of(pages.size(), "document") + " are not listed",
         .help = "list them, or give the page another type than '" + context.page.type + "'",
         .subject = context.document.path,
         .references = {
             {ReferenceKind::existence, std::string(parent_path(context.document.path)), {}, {}},
             {ReferenceKind::own_folder, {}, {}, {}}}});
    return;
  }
  const ListingAddition addition(context, listing);
  for (const Index index : missing) {
    findings.push_back(missing_page(context, listing, index, addition));
  }
}

// --- what disagrees ---

Finding conflict_finding(const PageContext& context, const FieldConflict& conflict) {
  const Block& cell = context.document.blocks[conflict.cell];
  const Page& page = context.corpus.pages[conflict.page];
  const std::string path = path_from(context, page);
  const std::string key(key_of(conflict.field));
  const std::string said =
      cell.text.empty() ? "the cell is empty" : "the cell says '" + cell.text + "'";
  return {.span = cell.span,
          .message = said + ", and '" + path + "' has '" + key + ": " +
                     field_text(context.corpus, page, conflict.field).value_or("none") + "'",
          .help = "correct the cell, or '" + key + "' of the runbook",
          .subject = path + "/" + key + "/" + cell.text,
          .references = references_to(context, page)};
}

Finding unlinked_finding(const Block& cell) {
  return {.span = cell.span,
          .message = "'" + cell.text + "' has no link, unlike the rows around it",
          .help = "link it to its document, or remove the row until there is one",
          .subject = cell.text};
}

void check_tables(const PageContext& context, std::vector<Finding>& findings) {
  const BlockLinks links(context.document);
  const std::vector<Block>& blocks = context.document.blocks;
  for (Index index = 0; index < blocks.size(); ++index) {
    if (blocks[index].kind != BlockKind::table) {
      continue;
    }
    const IndexTable table(context, links, index);
    for (const FieldConflict& conflict : table.conflicts()) {
      findings.push_back(conflict_finding(context, conflict));
    }
    for (const Index cell : table.unlinked_cells()) {
      findings.push_back(unlinked_finding(blocks[cell]));
    }
  }
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  if (context.type == nullptr || !context.type->links_folder ||
      is_rest_swallowed(context.document)) {
    return findings;
  }
  check_missing(context, read_listing(context), findings);
  check_tables(context, findings);
  return findings;
}

}  // namespace

const Rule& index_drift_rule() {
  static const Rule rule = {
      .code = "RB210",
      .name = "index-drift",
      .recommended = Severity::warning,
      .summary = "an index differs from its folder, or from the runbooks' own fields",
      .why =
          "What the index does not list does not exist for whoever starts there, and an approval "
          "that the index forgets is given by nobody.\n\n"
          "An index (a type with `x-index`) links every document of its folder, and of subfolders "
          "that have no index of their own, from a table, a list, a heading, the start of a "
          "paragraph or one that is all of its section. A subfolder with an index needs one link "
          "into it. Drafts, templates and "
          "deprecated documents need none.\n\n"
          "In a table, a row that links one runbook agrees with its front matter: columns named "
          "like Time with `estimated_time`, Approval with `approval_required`, Audience with "
          "`audience`, Severity or Priority with `severity` (some of them, where rows are about "
          "alerts or a runbook has several). Case, dashes, the way that a list is joined, owners "
          "by "
          "id or name, remarks in brackets do not count, nor do fields that the runbook lacks. "
          "And where most cells of a column are links, each is.",
      .bad =
          {"=== README.md\n---\ntype: index\n---\n# Runbooks\n\n| Runbook | Time |\n| --- | --- |\n"
           "| [Restart](restart.md) | 5 minutes |\n"
           "=== restart.md\n---\nestimated_time: 30 minutes\n---\n# Restart\n"
           "=== drain.md\n# Drain\n"},
      .good = {"=== README.md\n---\ntype: index\n---\n# Runbooks\n\n| Runbook | Time |\n"
               "| --- | --- |\n| [Restart](restart.md) | 30 min |\n| [Drain](drain.md) | |\n"
               "=== restart.md\n---\nestimated_time: 30 minutes\n---\n# Restart\n"
               "=== drain.md\n# Drain\n"},
      .check_page = check,
      .reach = {.schema = true}};
  return rule;
}

}  // namespace runbookc
