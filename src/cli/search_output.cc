#include "cli/search_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "emit/json_document.h"
#include "report/safe_text.h"

namespace runbookc {

namespace {

constexpr std::size_t kMostLines = 12;  // of a command
// SGR codes (ECMA-48 8.3.117).
constexpr std::string_view kTitle = "1";
constexpr std::string_view kFound = "1;35";
constexpr std::string_view kQuiet = "2";
constexpr std::string_view kAlarming = "1;31";
constexpr std::string_view kWarning = "1;33";

std::string review_note(const SearchPage& page) {
  if (page.review == "overdue") return "review overdue since " + page.due;
  if (page.review == "due-soon") return "review due " + page.due;
  return "";
}

// What keeps a command from being run as it stands here.
std::string caution(const SearchUnit& unit) {
  std::string words;
  if (unit.risk == "destroy") words += ": read it in its place first";
  if (unit.placeholders) words += ", has values to fill in";
  if (!unit.standalone) words += ", with the rest of its block";
  return words;
}

std::string_view risk_color(std::string_view risk) {
  if (risk == "destroy") return kAlarming;
  return risk == "read" ? kQuiet : kWarning;
}

class HitText {
 public:
  HitText(const FoundTerms& terms, Analyzer& analyzer, bool color)
      : terms_(terms), analyzer_(analyzer), color_(color) {}

  std::string place_line(const ShownHit& shown) const {
    std::string where = marked(shown.page.title, kTitle);
    for (const std::string& heading : shown.section_path) where += " › " + marked(heading);
    const std::string place = fmt::format("{}:{}", safe_path(shown.page.path), shown.unit.line);
    return fmt::format("{}  {}\n", painted(kQuiet, place), where);
  }

  // Severity, owner, an alert that was asked for, and what a reader should know of the page's
  // state.
  std::string state_line(const SearchPage& page) const {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view text) { parts.push_back(safe_text(text)); };
    if (!page.severity.empty()) add(join(page.severity, ", "));
    if (!page.owners.empty()) add(join(page.owners, ", "));
    if (const std::string alerts = found_alerts(page); !alerts.empty()) parts.push_back(alerts);
    if (page.status == "deprecated" || page.status == "draft") {
      parts.push_back(painted(kWarning, safe_text(page.status)));
    }
    if (const std::string note = review_note(page); !note.empty()) {
      parts.push_back(painted(kWarning, safe_text(note)));
    }
    if (parts.empty()) return "";
    return "    " + join(parts, " · ") + "\n";
  }

  std::string command_lines(const SearchUnit& unit) const {
    std::string out;
    if (!unit.description.empty()) out += "    # " + marked(unit.description) + "\n";
    const std::vector<std::string_view> lines = split_lines(unit.text);
    const std::size_t first = first_line(lines);
    const std::size_t end = std::min(lines.size(), first + kMostLines);
    if (first > 0) out += "    …\n";
    for (std::size_t i = first; i < end; ++i) out += "    " + marked(lines[i]) + "\n";
    if (end < lines.size()) out += "    …\n";
    return out + fmt::format("    → {}{}\n", painted(risk_color(unit.risk), safe_text(unit.risk)),
                             caution(unit));
  }

  std::string snippet_line(const SearchSnippet& snippet) const {
    return "    " + with_marks(snippet.text, snippet.marks, "") + "\n";
  }

 private:
  std::string painted(std::string_view code, std::string_view text) const {
    if (!color_ || code.empty() || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
  }

  // `text` in the color `code` ("": none), its marks in that of what was found.
  std::string with_marks(std::string_view text, const std::vector<ByteRange>& marks,
                         std::string_view code) const {
    if (!color_) return safe_code_line(text);
    std::string out;
    std::size_t at = 0;
    for (const ByteRange& mark : marks) {
      out += painted(code, safe_code_line(text.substr(at, mark.begin - at)));
      out += painted(kFound, safe_code_line(text.substr(mark.begin, mark.size())));
      at = mark.end;
    }
    return out + painted(code, safe_code_line(text.substr(at)));
  }

  std::string marked(std::string_view text, std::string_view code = "") const {
    if (!color_) return safe_code_line(text);
    return with_marks(text, found_words(text, terms_, analyzer_), code);
  }

  // So that what was found is among the lines that are shown.
  std::size_t first_line(const std::vector<std::string_view>& lines) const {
    if (lines.size() <= kMostLines) return 0;
    const auto found = std::ranges::find_if(lines, [&](std::string_view line) {
      return !found_words(line, terms_, analyzer_).empty();
    });
    const auto at = static_cast<std::size_t>(found - lines.begin());
    return found == lines.end() || at < kMostLines ? 0 : std::min(at, lines.size() - kMostLines);
  }

  // By its name, or by all the words in it. Some of them are in many names.
  bool is_asked(std::string_view alert) const {
    const std::vector<Token> tokens = analyzer_.tokens(alert);
    const auto is_found = [&](const Token& token) {
      return terms_.contains(token.raw) || terms_.contains(token.term);
    };
    if (tokens.empty()) return false;
    return is_found(tokens.front()) ||
           (tokens.size() > 1 && std::all_of(tokens.begin() + 1, tokens.end(), is_found));
  }

  std::string found_alerts(const SearchPage& page) const {
    std::vector<std::string> found;
    for (const std::string& alert : page.alerts) {
      if (is_asked(alert)) found.push_back(marked(alert));
    }
    return found.empty() ? "" : "answers " + join(found, ", ");
  }

  const FoundTerms& terms_;
  Analyzer& analyzer_;
  bool color_;
};

void write_hit(JsonWriter& json, const ShownHit& shown) {
  const SearchUnit& unit = shown.unit;
  json.begin_object()
      .member("kind", unit_kind_name(unit.kind))
      .member("path", shown.page.path)
      .member_number("line", unit.line)
      .member("url", shown.page.url)
      .member("title", shown.page.title)
      .member("section", shown.section_path.empty() ? "" : shown.section_path.back())
      .member_strings("section_path", shown.section_path)
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
    ShownHit shown{.hit = hit,
                   .page = {},
                   .unit = unit,
                   .section_path = unit_path(page->units, hit.unit),
                   .snippet = search_snippet(unit.text, result.terms, analyzer, kMostSnippet)};
    page->units.clear();
    shown.page = *std::move(page);
    all.push_back(std::move(shown));
  }
  return all;
}

std::string search_text(const std::vector<ShownHit>& hits, const FoundTerms& terms,
                        Analyzer& analyzer, bool color) {
  const HitText text(terms, analyzer, color);
  std::string out;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const ShownHit& shown = hits[i];
    const bool same_page = i > 0 && hits[i - 1].hit.page == shown.hit.page;
    if (i > 0) out += '\n';
    out += text.place_line(shown);
    if (!same_page) out += text.state_line(shown.page);
    if (shown.unit.kind == UnitKind::command) {
      out += text.command_lines(shown.unit);
    } else if (!shown.snippet.text.empty()) {
      out += text.snippet_line(shown.snippet);
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
