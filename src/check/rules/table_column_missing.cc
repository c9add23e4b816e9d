// RB211: a table that lacks a column which the type's contract asks for.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/page_place.h"
#include "check/rule.h"
#include "check/section_content.h"
#include "prose/table_view.h"

namespace runbookc {
namespace {

// The columns of a contract by the form that they are compared in.
using Columns = std::unordered_map<std::string, std::string>;

Columns columns_of(const SectionContract& contract) {
  Columns columns;
  for (const std::string& column : contract.columns) {
    columns.emplace(comparable_title(column), column);
  }
  return columns;
}

std::size_t count_present(const Columns& columns, const TableView& table) {
  const std::set<std::string_view> names(table.names.begin(), table.names.end());
  return static_cast<std::size_t>(std::ranges::count_if(
      names, [&](std::string_view name) { return columns.contains(std::string(name)); }));
}

// The table that comes nearest to what is asked for. Costs what the tables hold, however many
// columns are asked for.
TableView nearest_table(const Document& document, Index section, const Columns& columns) {
  TableView nearest;
  std::size_t most = 0;
  const Index end = section_tree_end(document, section);
  for (Index index = document.sections[section].first_block; index < end; ++index) {
    if (document.blocks[index].kind != BlockKind::table) {
      continue;
    }
    TableView table = read_table(document, index);
    const std::size_t present = count_present(columns, table);
    if (nearest.block == kNone || present > most) {
      most = present;
      nearest = std::move(table);
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
  const TableView nearest =
      nearest_table(context.document, match.section, columns_of(*match.contract));
  if (nearest.block == kNone) {
    if (tree_content(context.document, match.section) == SectionContent::something) {
      findings.push_back(missing_table(section, *match.contract));  // else it is empty: RB203
    }
    return;
  }
  const std::set<std::string_view> names(nearest.names.begin(), nearest.names.end());
  for (const std::string& column : match.contract->columns) {
    if (!names.contains(comparable_title(column))) {
      findings.push_back(missing_column(context, nearest, column));
    }
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
      .check_page = check,
      .reach = {.section = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
