#include "emit/command_rows.h"

#include <algorithm>
#include "emit/site_urls.h"
#include "model/command_ids.h"
#include "model/command_place.h"

namespace runbookc {

namespace {

constexpr std::size_t kShownBytes = 240;
constexpr std::size_t kShownLines = 4;

// The beginning of a command that is too long for a list; whole characters.
std::string_view beginning(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < kShownLines && end < text.size(); ++line) {
    const std::size_t newline = text.find('\n', end == 0 ? 0 : end + 1);
    end = newline == std::string_view::npos ? text.size() : newline;
  }
  end = std::min(end, kShownBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) {
    --end;
  }
  return text.substr(0, end);
}

std::string place_text(const Words& words, const Document& document, const Command& command) {
  const CommandPlace place = command_place(document, command);
  const bool titled = title_section(document) != kNone;
  std::string text = place.sections.size() > (titled ? 1 : 0) ? place.sections.back() : "";
  if (place.step.empty()) return text;
  if (!text.empty()) text += ", ";
  const bool is_number = place.step.find_first_not_of("0123456789") == std::string::npos;
  return text + (is_number ? words.fill("commands.step", {{"n", place.step}}) : place.step);
}

TemplateData command_row(const SiteInput& input, std::string_view from, const CatalogueEntry& entry,
                         CommandGrouping grouping) {
  const Words& words = site_words(input);
  const Page& page = input.corpus.pages[entry.page];
  const Document& document = input.corpus.document_of(page);
  const Command& command = document.commands[entry.command];
  const std::string risk(risk_name(command.risk));
  const std::string_view shown = beginning(command.text);
  TemplateData row = link_item(std::string(shown),
                               relative_url(from, page.url) + fragment(command_anchor(entry.key)));
  row.flags["clipped"] = shown.size() < command.text.size();
  row.text["risk"] = risk;
  row.text["risk_word"] = words.text("risk." + risk);
  set_text(row, "reason", command.risk_reason);
  row.text["program"] = main_program(command);
  set_text(row, "page_title", grouping == CommandGrouping::by_page ? "" : page.title);
  set_text(row, "place", place_text(words, document, command));
  return row;
}

// What the entry has in common with its group, as a heading.
TemplateData heading_of(const SiteInput& input, std::string_view from, const CatalogueEntry& entry,
                        CommandGrouping grouping) {
  const Words& words = site_words(input);
  const Page& page = input.corpus.pages[entry.page];
  const Command& command = command_of(input.corpus, entry);
  if (grouping == CommandGrouping::by_page)
    return link_item(page.title, relative_url(from, page.url));
  if (grouping == CommandGrouping::by_risk) {
    const std::string risk(risk_name(command.risk));
    return link_item(std::string(words.text("risk." + risk + ".many")), "");
  }
  const std::string_view program = main_program(command);
  return link_item(std::string(program.empty() ? words.text("commands.shell") : program), "");
}

}  // namespace

std::vector<TemplateData> command_groups(const SiteInput& input, std::string_view from,
                                         const CommandCatalogue& catalogue,
                                         std::span<const Index> entries, CommandGrouping grouping) {
  std::vector<TemplateData> groups;
  for (const Index index : entries) {
    const CatalogueEntry& entry = catalogue.entries[index];
    TemplateData heading = heading_of(input, from, entry, grouping);
    const bool is_new = groups.empty() || groups.back().text["title"] != heading.text["title"] ||
                        groups.back().text["href"] != heading.text["href"];
    if (is_new) groups.push_back(std::move(heading));
    groups.back().lists["commands"].push_back(command_row(input, from, entry, grouping));
  }
  return groups;
}

}  // namespace runbookc
