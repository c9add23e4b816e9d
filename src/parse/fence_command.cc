#include "parse/fence_command.h"

#include <string_view>

#include "base/text.h"
#include "parse/fence_info.h"
#include "parse/language.h"
#include "parse/shell_likeness.h"

namespace runbookc {
namespace {

bool may_hold_command(const CodeBlock& code) {
  return code.fenced && code.closed && code.info.find(' ') != std::string::npos &&
         !is_known_language(code.language);
}

void take_command(const SourceFile& file, const RiskTable& table, CodeBlock& code) {
  const ByteRange range = info_range(file, code);
  const std::string command(file.bytes().substr(range.begin, range.size()));
  if (command.empty() || !reads_as_shell(command, table)) return;
  const Span span = file.span(range);
  if (code.line_starts.empty()) code.content.end = span.end;
  code.content.start = span.start;
  code.line_starts.insert(code.line_starts.begin(), span.start);
  code.text.insert(0, command + '\n');
  code.language.clear();
}

}  // namespace

void take_fence_commands(const SourceFile& file, const RiskTable& table, Document& document) {
  for (CodeBlock& code : document.code_blocks)
    if (may_hold_command(code)) take_command(file, table, code);
}

}  // namespace runbookc
