#include "check/section_content.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 31> kPlaceholders = {"todo",
                                                            "to do",
                                                            "tbd",
                                                            "tba",
                                                            "tbc",
                                                            "fixme",
                                                            "wip",
                                                            "xxx",
                                                            "n/a yet",
                                                            "to be done",
                                                            "to be written",
                                                            "to be added",
                                                            "to be filled",
                                                            "to be defined",
                                                            "to be determined",
                                                            "coming soon",
                                                            "under construction",
                                                            "work in progress",
                                                            "check logs",
                                                            "check the logs",
                                                            "see logs",
                                                            "look at the logs",
                                                            "inspect the logs",
                                                            "to be documented",
                                                            "to be completed",
                                                            "to be filled in",
                                                            "not yet written",
                                                            "not yet documented",
                                                            "placeholder",
                                                            "fill in",
                                                            "fill me in"};

// A note to oneself is short; after more words than this, the text itself says something.
constexpr std::size_t kNoteWords = 14;

std::string letters_only(std::string_view text) {
  const std::string plain = replace_all(replace_all(text, "\u2026", "."), "\u00a0", " ");
  constexpr std::string_view kPunctuation = " \t.:;!-_*()[]<>";
  const std::size_t begin = plain.find_first_not_of(kPunctuation);
  if (begin == std::string::npos) {
    return {};
  }
  const std::size_t end = plain.find_last_not_of(kPunctuation);
  return to_lower(collapse_space(std::string_view(plain).substr(begin, end - begin + 1)));
}

// "TODO: describe it", "TBD (see the ticket)"; not "to do this, restart".
bool starts_as_note(std::string_view lower) {
  for (const std::string_view mark : {"todo", "tbd", "fixme"}) {
    if (lower.starts_with(mark) && lower.size() > mark.size() &&
        std::string_view(" :-(,.").find(lower[mark.size()]) != std::string_view::npos) {
      return static_cast<std::size_t>(std::ranges::count(lower, ' ')) < kNoteWords;
    }
  }
  return false;
}

// Comments, and tags around nothing (`<br>`, `<a name="x"></a>`), show no reader anything; what
// embeds something (`<img src=…>`) does.
bool is_bare_html(std::string_view html) {
  for (html = trim(html); !html.empty(); html = trim(html)) {
    if (html.front() != '<') {
      return false;
    }
    const bool is_comment = html.starts_with("<!--");
    const std::string_view mark = is_comment ? "-->" : ">";
    const std::size_t end = html.find(mark);
    if (!is_comment && html.substr(0, end).find("src=") != std::string_view::npos) {
      return false;
    }
    html.remove_prefix(end == std::string_view::npos ? html.size() : end + mark.size());
  }
  return true;
}

bool is_blank_code(const Document& document, const Block& block) {
  return block.payload != kNone && trim(document.code_blocks[block.payload].text).empty();
}

bool is_in_header(const Document& document, const Block& cell) {
  return cell.parent != kNone && document.blocks[cell.parent].header;
}

SectionContent text_content(const Block& block, bool is_paragraph) {
  const std::string_view text = trim(block.text);
  if (text.empty()) {  // an image without alternative text; an empty cell
    return is_paragraph ? SectionContent::something : SectionContent::nothing;
  }
  return is_placeholder_text(text) ? SectionContent::placeholder : SectionContent::something;
}

SectionContent block_content(const Document& document, const Block& block) {
  switch (block.kind) {
    case BlockKind::paragraph:
      return text_content(block, true);
    case BlockKind::cell:  // the names of columns say nothing yet
      return is_in_header(document, block) ? SectionContent::nothing : text_content(block, false);
    case BlockKind::html:
      return is_bare_html(block.text) ? SectionContent::nothing : SectionContent::something;
    case BlockKind::code:
      return is_blank_code(document, block) ? SectionContent::nothing : SectionContent::something;
    default:  // containers count by what is in them
      return SectionContent::nothing;
  }
}

SectionContent content_of(const Document& document, Index begin, Index end) {
  SectionContent content = SectionContent::nothing;
  for (Index index = begin; index < end; ++index) {
    content = std::max(content, block_content(document, document.blocks[index]));
    if (content == SectionContent::something) {
      break;
    }
  }
  return content;
}

// Whether one of `parts`, which are in document order, stands in the section or below it.
template <typename Part>
bool any_in_tree(const std::vector<Part>& parts, const Document& document, Index section) {
  // What stands before the first heading has no section: as 0, it sorts first.
  const auto place = [](const Part& part) { return static_cast<Index>(part.section + 1); };
  const auto first = std::ranges::lower_bound(parts, section + 1, {}, place);
  return first != parts.end() && place(*first) <= document.sections[section].end;
}

}  // namespace

bool is_placeholder_text(std::string_view text) {
  if (text.size() > 200) {
    return false;
  }
  const std::string letters = letters_only(text);  // none: "...", "-"
  return (letters.empty() && !trim(text).empty()) ||
         std::ranges::find(kPlaceholders, std::string_view(letters)) != kPlaceholders.end() ||
         starts_as_note(letters);
}

SectionContent own_content(const Document& document, Index section) {
  const Section& own = document.sections[section];
  return content_of(document, own.first_block + 1, own.end_block);
}

SectionContent tree_content(const Document& document, Index section) {
  return content_of(document, document.sections[section].first_block + 1,
                    section_tree_end(document, section));
}

bool holds_step(const Document& document, Index section) {
  return any_in_tree(document.steps, document, section);
}

bool holds_command(const Document& document, Index section) {
  return any_in_tree(document.commands, document, section);
}

bool holds_task(const Document& document, Index section) {
  const Index end = section_tree_end(document, section);
  for (Index index = document.sections[section].first_block; index < end; ++index) {
    if (document.blocks[index].kind == BlockKind::item && document.blocks[index].task) {
      return true;
    }
  }
  return false;
}

}  // namespace runbookc
