#include "parse/cmark_code.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "parse/hidden_tags.h"
#include "parse/markdown_heading.h"

namespace runbookc {
namespace {

// In code a tag stands as it is written; that it is code shows only when cmark has seen it.
void show_hidden(CodeBlock& code, const BodyLines& lines, std::uint32_t line) {
  if (!has_hidden_sign(code.text)) return;
  std::string text;
  for (std::uint32_t at = line; at < line + code.line_starts.size(); ++at) {
    const LineInfo& info = lines.info(at);
    text.append(info.padding, ' ');
    text.append(lines.raw_from(at, lines.source_offset(at, info.offset))).push_back('\n');
  }
  code.text = std::move(text);
}

// `start` is where cmark says that it begins.
void place_code(CodeBlock& code, const BodyLines& lines, std::uint32_t line, Position start) {
  const std::uint32_t first = line + (code.fenced ? 1 : 0);
  const auto count = static_cast<std::uint32_t>(std::ranges::count(code.text, '\n'));
  code.line_starts.reserve(count);
  for (std::uint32_t at = first; at < first + count; ++at) {
    const LineInfo& info = lines.info(at);
    code.line_starts.push_back(lines.position(at, info.offset - (info.padding > 0 ? 1 : 0)));
  }
  const std::uint32_t last = first + count - 1;
  code.closed = !code.fenced || lines.info(last + 1).closes_fence;
  const std::uint32_t end_line = code.closed && code.fenced ? last + 1 : std::max(last, line);
  code.span = {start, lines.trimmed_end(end_line)};
  if (!code.fenced) code.span.start = code.line_starts.front();
  if (count > 0) {
    code.content = {code.line_starts.front(), lines.line_end(last)};
  } else {
    const Position end = lines.line_end(line);
    code.content = {end, end};
  }
}

}  // namespace

CodeBlock read_code(const MarkdownBuild& build, const FedBody& body, const cmark_node* node) {
  CodeBlock code;
  code.fenced = node->as.code.fenced != 0;
  code.text = std::string(chunk_text(node->as.code.literal));
  const auto language = body.code_languages.find(start_line(node));
  if (code.fenced) {
    code.info = std::string(chunk_text(node->as.code.info));
  } else if (language != body.code_languages.end()) {
    code.info = language->second;
  }
  code.language = language_of(code.info);
  const BodyLines& lines = *build.lines;
  place_code(code, lines, start_line(node), build.current_block().span.start);
  if (!code.fenced && lines.has_hidden()) show_hidden(code, lines, start_line(node));
  code.section = build.section;
  code.block = build.block;
  return code;
}

}  // namespace runbookc
