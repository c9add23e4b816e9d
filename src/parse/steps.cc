#include "parse/steps.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

struct Heading {
  std::string label;
  std::string_view title;
};

std::size_t digits_size(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

// What follows "Step 3" or "3.": the heading's own words, after a mark such as ":" or "–".
std::string_view words_after(std::string_view text) {
  text = trim(text);
  for (const std::string_view mark : {":", ".", ")", "-", "–", "—"})
    if (text.starts_with(mark)) return trim(text.substr(mark.size()));
  return text;
}

std::optional<Heading> word_heading(std::string_view text, std::string_view word) {
  if (!equals_ignoring_case(text.substr(0, word.size()), word)) return std::nullopt;
  const std::string_view rest = text.substr(word.size());
  if (!rest.starts_with(' ')) return std::nullopt;
  const std::string_view number = trim_start(rest);
  const std::size_t digits = digits_size(number);
  if (digits == 0) return std::nullopt;
  const std::string_view after = number.substr(digits);
  const auto goes_on = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); };
  if (!after.empty() && goes_on(after[0])) return std::nullopt;
  return Heading{std::string(word) + " " + std::string(number.substr(0, digits)),
                 words_after(after)};
}

// "3. Drain the node"; not "3.2 Versions".
std::optional<Heading> number_heading(std::string_view text) {
  const std::size_t digits = digits_size(text);
  if (digits == 0 || !text.substr(digits).starts_with('.')) return std::nullopt;
  const std::string_view after = text.substr(digits + 1);
  if (!after.empty() && !after.starts_with(' ')) return std::nullopt;
  return Heading{std::string(text.substr(0, digits)), trim(after)};
}

std::optional<Heading> step_heading(std::string_view title) {
  const std::string_view text = trim(title);
  if (auto found = word_heading(text, "Step")) return found;
  if (auto found = word_heading(text, "Phase")) return found;
  return number_heading(text);
}

bool is_step_item(const Document& document, const Block& block) {
  if (block.kind != BlockKind::item || !block.ordered || block.parent == kNone) return false;
  return document.blocks[block.parent].parent == kNone;
}

// The text of the first paragraph or heading in an item.
std::string_view first_words(const Document& document, Index item) {
  for (Index i = item + 1; i < document.blocks[item].end; ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) return block.text;
    if (block.kind == BlockKind::code) break;
  }
  return {};
}

void add_item(Document& document, Index index) {
  const Block& block = document.blocks[index];
  document.steps.push_back({.label = std::to_string(block.number),
                            .title = std::string(first_words(document, index)),
                            .section = block.section,
                            .block = index,
                            .span = block.span});
}

void add_heading(Document& document, Index section_index) {
  const Section& section = document.sections[section_index];
  auto heading = section.nested ? std::nullopt : step_heading(section.title);
  if (!heading) return;
  document.steps.push_back(
      {.label = std::move(heading->label),
       .title = std::string(heading->title.empty() ? trim(section.title) : heading->title),
       .section = section_index,
       .block = section.first_block,
       .span = section.span});
}

// The step that each section belongs to, through its ancestors. Parents come first.
std::vector<Index> section_steps(const Document& document) {
  std::vector<Index> steps(document.sections.size(), kNone);
  for (Index i = 0; i < document.steps.size(); ++i) {
    const Step& step = document.steps[i];
    if (document.blocks[step.block].kind == BlockKind::heading) steps[step.section] = i;
  }
  for (Index i = 0; i < steps.size(); ++i) {
    const Index parent = document.sections[i].parent;
    if (steps[i] == kNone && parent != kNone) steps[i] = steps[parent];
  }
  return steps;
}

void assign_code(Document& document) {
  const std::vector<Index> by_section = section_steps(document);
  Index next = 0;
  Index item = kNone;  // the last step item that starts before the block at hand
  for (CodeBlock& code : document.code_blocks) {
    for (; next < document.steps.size() && document.steps[next].block < code.block; ++next)
      if (document.blocks[document.steps[next].block].kind == BlockKind::item) item = next;
    const bool inside =
        item != kNone && code.block < document.blocks[document.steps[item].block].end;
    if (inside)
      code.step = item;
    else if (code.section != kNone)
      code.step = by_section[code.section];
  }
}

}  // namespace

void find_steps(Document& document) {
  document.steps.clear();
  for (Index i = 0; i < document.blocks.size(); ++i)
    if (is_step_item(document, document.blocks[i])) add_item(document, i);
  for (Index i = 0; i < document.sections.size(); ++i) add_heading(document, i);
  std::ranges::sort(document.steps, {}, &Step::block);
  assign_code(document);
}

}  // namespace runbookc
