#include "cli/search_output.h"

#include <fmt/format.h>

#include "base/excerpt.h"
#include "base/text.h"
#include "emit/json_document.h"
#include "report/safe_text.h"

namespace runbookc {

namespace {

constexpr std::size_t kMostLines = 12;  // of a command
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kPlain = "\x1b[0m";

std::string marked(const SearchSnippet& snippet, bool color) {
  if (!color) return safe_text(snippet.text);
  std::string out;
  std::size_t at = 0;
  const std::string_view text = snippet.text;
  for (const ByteRange& mark : snippet.marks) {
    out += safe_text(text.substr(at, mark.begin - at));
    (out += kBold) += safe_text(text.substr(mark.begin, mark.end - mark.begin));
    out += kPlain;
    at = mark.end;
  }
  return out + safe_text(text.substr(at));
}

std::string place_line(const ShownHit& shown) {
  std::string where = safe_text(shown.page.title);
  if (!shown.heading.empty()) where += " › " + safe_text(shown.heading);
  return fmt::format("{}:{}  {}\n", safe_path(shown.page.path), shown.unit.line, where);
}

std::string review_note(const SearchPage& page) {
  if (page.review == "overdue") return "review overdue since " + page.due;
  if (page.review == "due-soon") return "review due " + page.due;
  return "";
}

// Severity, owner and what a reader should know of the page's state.
std::string state_line(const SearchPage& page) {
  std::vector<std::string> parts;
  if (!page.severity.empty()) parts.push_back(join(page.severity, ", "));
  if (!page.owners.empty()) parts.push_back(join(page.owners, ", "));
  if (page.status == "deprecated" || page.status == "draft") parts.push_back(page.status);
  if (std::string note = review_note(page); !note.empty()) parts.push_back(std::move(note));
  if (parts.empty()) return "";
  return "    " + safe_text(join(parts, " · ")) + "\n";
}

std::string command_lines(const SearchUnit& unit) {
  std::string out;
  if (!unit.description.empty()) out += "    # " + safe_text(unit.description) + "\n";
  std::size_t count = 0;
  for (const std::string_view line : split_lines(unit.text)) {
    if (++count > kMostLines) {
      out += "    …\n";
      break;
    }
    out += "    " + safe_code_line(line) + "\n";
  }
  return out + fmt::format("    → {}{}\n", safe_text(unit.risk),
                           unit.standalone ? "" : ", with the rest of its block");
}

void write_hit(JsonWriter& json, const ShownHit& shown) {
  const SearchUnit& unit = shown.unit;
  json.begin_object()
      .member("kind", unit_kind_name(unit.kind))
      .member("path", shown.page.path)
      .member_number("line", unit.line)
      .member("url", shown.page.url)
      .member("title", shown.page.title)
      .member("section", shown.heading)
      .member("anchor", unit.anchor)
      .member("snippet", shown.snippet.text)
      .member_number("score", static_cast<std::int64_t>(shown.hit.score))
      .member_strings("severity", shown.page.severity)
      .member_strings("owners", shown.page.owners)
      .member("status", shown.page.status)
      .member("review", shown.page.review);
  if (unit.kind == UnitKind::command) {
    json.member("command", unit.text)
        .member("description", unit.description)
        .member("risk", unit.risk)
        .member_boolean("standalone", unit.standalone);
  }
  json.end_object();
}

}  // namespace

Result<std::vector<ShownHit>> show_hits(IndexReader& reader, const SearchResult& result,
                                        Analyzer& analyzer) {
  std::vector<ShownHit> all;
  for (const SearchHit& hit : result.hits) {
    auto page = reader.page(hit.page);
    if (!page) return page.error();
    if (hit.unit >= page->units.size()) {
      return Error{
          fmt::format("the search index is damaged: {} has no unit {}", page->path, hit.unit),
          "build the site again"};
    }
    const SearchUnit unit = page->units[hit.unit];
    const SearchUnit& section =
        unit.kind == UnitKind::command ? page->units[unit.section] : page->units[hit.unit];
    ShownHit shown{.hit = hit,
                   .page = {},
                   .unit = unit,
                   .heading = section.heading,
                   .section_anchor = section.anchor,
                   .snippet = search_snippet(unit.text, result.terms, analyzer, kMostSnippet)};
    page->units.clear();
    shown.page = *std::move(page);
    all.push_back(std::move(shown));
  }
  return all;
}

std::string search_text(const std::vector<ShownHit>& hits, bool color) {
  std::string out;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const ShownHit& shown = hits[i];
    const bool same_page = i > 0 && hits[i - 1].hit.page == shown.hit.page;
    if (i > 0) out += '\n';
    out += place_line(shown);
    if (!same_page) out += state_line(shown.page);
    if (shown.unit.kind == UnitKind::command) {
      out += command_lines(shown.unit);
    } else if (!shown.snippet.text.empty()) {
      out += "    " + marked(shown.snippet, color) + "\n";
    }
  }
  return out;
}

std::string search_json(const std::vector<ShownHit>& hits, std::string_view query, Date today) {
  JsonWriter json = begin_json_document(today, "search");
  json.member("query", query).key("results").begin_array();
  for (const ShownHit& hit : hits) write_hit(json, hit);
  json.end_array();
  return end_json_document(std::move(json));
}

}  // namespace runbookc
