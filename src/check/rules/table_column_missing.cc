// RB211: a table that lacks a column which the type's contract asks for.
#include <algorithm>
#include <string>
#include <vector>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/page_place.h"
#include "check/rule.h"
#include "check/section_content.h"
#include "check/table_view.h"

namespace runbookc {
namespace {

std::vector<std::string> missing_columns(const SectionContract& contract, const TableView& table) {
  std::vector<std::string> missing;
  for (const std::string& column : contract.columns) {
    if (std::ranges::find(table.names, comparable_title(column)) == table.names.end()) {
      missing.push_back(column);
    }
  }
  return missing;
}

// The table that comes nearest to what is asked for.
struct Nearest {
  TableView table;
  std::vector<std::string> missing;
};

Nearest nearest_table(const Document& document, Index section, const SectionContract& contract) {
  Nearest nearest;
  const Index end = section_tree_end(document, section);
  for (Index index = document.sections[section].first_block; index < end; ++index) {
    if (document.blocks[index].kind != BlockKind::table) {
      continue;
    }
    TableView table = read_table(document, index);
    std::vector<std::string> missing = missing_columns(contract, table);
    if (nearest.table.block == kNone || missing.size() < nearest.missing.size()) {
      nearest = {.table = std::move(table), .missing = std::move(missing)};
    }
  }
  return nearest;
}

Finding missing_table(const Section& section, const SectionContract& contract) {
  return {.span = section.span,
          .message = "section '" + section.title + "' holds no table",
          .help = contract.columns.empty()
                      ? "add one"
                      : "add one with the columns " + join(contract.columns, ", "),
          .subject = section.title};
}

Finding missing_column(const PageContext& context, const TableView& table,
                       const std::string& column) {
  std::vector<std::string> columns;
  for (const Index cell : table.header.cells) {
    columns.push_back(context.document.blocks[cell].text);
  }
  const std::optional<std::string> near = near_miss(column, columns);
  return {.span = context.document.blocks[table.header.block].span,
          .message = "the table has no column '" + column + "'",
          .help = near ? "rename the column '" + *near + "' to '" + column + "'"
                       : "add it, or give one of the others that name",
          .subject = column};
}

void check_section(const PageContext& context, const ContractMatch& match,
                   std::vector<Finding>& findings) {
  const Section& section = context.document.sections[match.section];
  const Nearest nearest = nearest_table(context.document, match.section, *match.contract);
  if (nearest.table.block != kNone) {
    for (const std::string& column : nearest.missing) {
      findings.push_back(missing_column(context, nearest.table, column));
    }
  } else if (tree_content(context.document, match.section) == SectionContent::something) {
    findings.push_back(missing_table(section, *match.contract));  // else it is empty: RB203
  }
}

std::vector<Finding> check(const PageContext& context) {
  if (is_rest_swallowed(context.document)) {
    return {};
  }
  std::vector<Finding> findings;
  for (const ContractMatch& match : context.contracts) {
    if (match.section != kNone && (match.contract->table || !match.contract->columns.empty())) {
      check_section(context, match, findings);
    }
  }
  return findings;
}

}  // namespace

const Rule& table_column_missing_rule() {
  static const Rule rule = {
      .code = "RB211",
      .name = "table-column-missing",
      .recommended = Severity::warning,
      .summary = "a table that the document's type asks for is missing, or lacks a column",
      .why =
          "Who is paged after how many minutes fits in a table and nowhere else. The contract of a "
          "type names the columns that readers and tools look for. Case, order and further columns "
          "do not matter; if the section has several tables, one of them must have all columns.",
      .bad = {"=== schemas/types/duty.json\n"
              "{ \"type\": \"object\", \"x-sections\": [ { \"title\": \"Contacts\", \"table\": "
              "{ \"columns\": [\"Role\", \"Phone\"] } } ] }\n"
              "=== duty.md\n---\ntype: duty\n---\n\n## Contacts\n\n| Role | Name |\n| --- | --- |\n"
              "| Lead | Ada |\n"},
      .good =
          {"=== schemas/types/duty.json\n"
           "{ \"type\": \"object\", \"x-sections\": [ { \"title\": \"Contacts\", \"table\": "
           "{ \"columns\": [\"Role\", \"Phone\"] } } ] }\n"
           "=== duty.md\n---\ntype: duty\n---\n\n## Contacts\n\n| Role | Phone |\n| --- | --- |\n"
           "| Lead | +44 20 7946 0018 |\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
