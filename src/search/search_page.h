// What a search shows of a page: the page itself, its sections and its commands, as units that are
// numbered. Unit 0 is the page with what stands before its first section; then come the sections
// but the leading H1, then the commands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

enum class UnitKind : std::uint8_t { page, section, command };
std::string_view unit_kind_name(UnitKind kind);

struct SearchUnit {
  UnitKind kind = UnitKind::page;
  std::uint32_t line = 1;     // in the source
  std::string anchor = {};    // on its page; "" for none
  std::string heading = {};   // section
  std::uint32_t section = 0;  // section, command: the unit it stands in
  // The page's summary or first text, a section's own text (or the first of those in it) on one
  // line, a command's text as it is; cut at kShownText or kShownCommand code points.
  std::string text = {};
  std::string description = {};  // command
  std::string risk = {};         // command
  bool standalone = false;       // command
  bool placeholders = false;     // command: whether it holds any

  friend bool operator==(const SearchUnit&, const SearchUnit&) = default;
};

inline constexpr std::size_t kShownText = 320;
inline constexpr std::size_t kShownCommand = 2000;
inline constexpr std::size_t kShownDescription = 300;

struct SearchPage {
  std::string url;  // relative to the site root
  std::string title;
  std::string path;  // of the source, relative to the project root
  std::string type;
  std::string status;
  std::string review;                                 // review_status_name
  std::string due;                                    // a date, or ""
  std::vector<std::string> severity, owners, alerts;  // owners by name
  std::vector<SearchUnit> units;                      // at least one

  friend bool operator==(const SearchPage&, const SearchPage&) = default;
};

// The published pages in their order: a page's number in the index is its place here.
std::vector<Index> searched_pages(const Corpus& corpus);

// For each section of the document, the number of its unit.
std::vector<std::uint32_t> section_units(const Document& document);
std::uint32_t count_units(const Document& document);

// Precondition: the page is published.
SearchPage search_page(const Corpus& corpus, Index index);

// The headings from the outermost section down to the unit, or to the section that it stands in;
// none for a page.
std::vector<std::string> unit_path(const std::vector<SearchUnit>& units, std::uint32_t unit);

// One on one line: white space collapsed, cut at `most` code points with '…' behind.
std::string shown_line(std::string_view text, std::size_t most);

}  // namespace runbookc
