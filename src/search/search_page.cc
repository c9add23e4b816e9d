#include "search/search_page.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/excerpt.h"
#include "model/command_ids.h"

namespace runbookc {

namespace {

constexpr ByteSet kSpace(" \t\n\v\f\r");

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

std::string_view block_text(const Document& document, const Block& block) {
  if (block.kind == BlockKind::paragraph || block.kind == BlockKind::cell) return block.text;
  if (block.kind == BlockKind::code) return document.code_blocks[block.payload].text;
  return {};
}

// Puts words on one line, up to what is shown of them.
class LineOfWords {
 public:
  explicit LineOfWords(std::size_t most) : most_(most) {}

  // Looks at no more of the text than by what the line is known to be too long.
  void add(std::string_view text) {
    for (std::size_t at = kSpace.skip_in(text); at < text.size() && length_ <= most_;) {
      const std::size_t end = kSpace.find_in(text, at);
      const std::string_view word = text.substr(at, end - at);
      length_ += static_cast<std::size_t>(std::ranges::count_if(word, begins_code_point));
      if (!line_.empty()) line_ += ' ';
      line_ += word;
      at = kSpace.skip_in(text, end);
    }
  }

  bool is_full() const { return length_ > most_; }
  std::string shown() const { return excerpt(line_, most_); }

 private:
  std::size_t most_;
  std::size_t length_ = 0;  // in code points; less than there are if bytes are no UTF-8
  std::string line_;
};

std::string text_between(const Document& document, Index first, Index end) {
  LineOfWords line(kShownText);
  for (Index i = first; i < end && !line.is_full(); ++i) {
    line.add(block_text(document, document.blocks[i]));
  }
  return line.shown();
}

// The text of the first of these sections that has any: a heading alone tells nobody anything.
std::string first_text(const Document& document, Index begin, Index end) {
  for (Index i = begin; i < end; ++i) {
    const Section& section = document.sections[i];
    std::string text = text_between(document, section.first_block + 1, section.end_block);
    if (!text.empty()) return text;
  }
  return "";
}

std::string page_text(const Page& page, const Document& document) {
  if (!page.metadata.summary.value.empty())
    return shown_line(page.metadata.summary.value, kShownText);
  const Index first = document.sections.empty() ? static_cast<Index>(document.blocks.size())
                                                : document.sections.front().first_block;
  std::string text = text_between(document, 0, first);
  if (!text.empty()) return text;
  return first_text(document, 0, static_cast<Index>(document.sections.size()));
}

SearchUnit section_unit(const Document& document, Index index, std::uint32_t parent) {
  const Section& section = document.sections[index];
  return {.kind = UnitKind::section,
          .line = section.span.start.line,
          .anchor = section.anchor,
          .heading = section.title,
          .section = parent,
          .text = first_text(document, index, section.end)};
}

SearchUnit command_unit(const Command& command, const std::string& key, std::uint32_t section) {
  return {.kind = UnitKind::command,
          .line = command.span.start.line,
          .anchor = command_anchor(key),
          .section = section,
          .text = excerpt(command.text, kShownCommand),
          .description = shown_line(command.description, kShownDescription),
          .risk = std::string(risk_name(command.risk)),
          .standalone = command.standalone,
          .placeholders = !command.placeholders.empty()};
}

std::vector<SearchUnit> units_of(const Page& page, const Document& document) {
  std::vector<SearchUnit> units;
  units.reserve(count_units(document));
  units.push_back({.kind = UnitKind::page, .text = page_text(page, document)});
  const Index title = title_section(document);
  const std::vector<std::uint32_t> numbers = section_units(document);
  for (Index i = 0; i < document.sections.size(); ++i) {
    if (i == title) continue;
    const Index parent = document.sections[i].parent;
    units.push_back(section_unit(document, i, parent < numbers.size() ? numbers[parent] : 0));
  }
  const std::vector<std::string> keys = command_keys(document);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Command& command = document.commands[i];
    const bool placed = command.section < numbers.size();
    units.push_back(command_unit(command, keys[i], placed ? numbers[command.section] : 0));
  }
  return units;
}

std::vector<std::string> values_of(const std::vector<Located<std::string>>& list) {
  std::vector<std::string> values;
  values.reserve(list.size());
  for (const auto& located : list) values.push_back(located.value);
  return values;
}

std::vector<std::string> owner_names(const Corpus& corpus, const Page& page) {
  std::vector<std::string> names = values_of(page.metadata.owners);
  for (std::size_t i = 0; i < page.owners.size() && i < names.size(); ++i) {
    if (page.owners[i] == kNone) continue;
    const Owner& owner = corpus.owners.owners()[page.owners[i]];
    if (!owner.name.empty()) names[i] = owner.name;
  }
  return names;
}

}  // namespace

std::string_view unit_kind_name(UnitKind kind) {
  switch (kind) {
    case UnitKind::section:
      return "section";
    case UnitKind::command:
      return "command";
    case UnitKind::page:
      break;
  }
  return "page";
}

std::vector<Index> searched_pages(const Corpus& corpus) {
  std::vector<Index> pages;
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    if (corpus.pages[i].published) pages.push_back(i);
  }
  return pages;
}

std::vector<std::uint32_t> section_units(const Document& document) {
  const Index title = title_section(document);
  std::vector<std::uint32_t> numbers;
  numbers.reserve(document.sections.size());
  std::uint32_t next = 1;
  for (Index i = 0; i < document.sections.size(); ++i) {
    numbers.push_back(i == title ? 0 : next++);
  }
  return numbers;
}

std::uint32_t count_units(const Document& document) {
  const std::size_t title = title_section(document) == kNone ? 0 : 1;
  return static_cast<std::uint32_t>(1 + document.sections.size() - title +
                                    document.commands.size());
}

SearchPage search_page(const Corpus& corpus, Index index) {
  const Page& page = corpus.pages[index];
  const Document& document = corpus.document_of(page);
  return {.url = page.url,
          .title = page.title,
          .path = document.path,
          .type = page.type,
          .status = page.status,
          .review = std::string(review_status_name(page.review.status)),
          .due = page.review.due ? format_date(*page.review.due) : "",
          .severity = values_of(page.metadata.severity),
          .owners = owner_names(corpus, page),
          .alerts = values_of(page.metadata.alerts),
          .units = units_of(page, document)};
}

std::vector<std::string> unit_path(const std::vector<SearchUnit>& units, std::uint32_t unit) {
  std::vector<std::string> path;
  // A section's number is lower than those of the sections in it; an index may claim otherwise.
  auto before = static_cast<std::uint32_t>(units.size());
  for (std::uint32_t at = unit; at != 0 && at < before; at = units[at].section) {
    if (units[at].kind == UnitKind::section) path.push_back(units[at].heading);
    before = at;
  }
  std::ranges::reverse(path);
  return path;
}

std::string shown_line(std::string_view text, std::size_t most) {
  LineOfWords line(most);
  line.add(text);
  return line.shown();
}

}  // namespace runbookc
