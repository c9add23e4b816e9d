#include "check/unnumbered_steps.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "check/section_content.h"

namespace runbookc {
namespace {

constexpr std::size_t kFewestItems = 3;  // fewer are told apart at a glance

// Sorted. Only words that hardly begin a list item as anything but a verb: no "access", no "note";
// and none that names an effect, as lists of choices do: no "increase", no "reduce".
constexpr auto kImperatives = std::to_array<std::string_view>(
    {"acknowledge", "add",      "apply",     "approve",   "assign",    "attach",   "browse",
     "check",       "choose",   "clear",     "click",     "clone",     "close",    "collect",
     "commit",      "compare",  "configure", "confirm",   "connect",   "copy",     "cordon",
     "create",      "delete",   "deploy",    "detach",    "determine", "disable",  "download",
     "drain",       "edit",     "enable",    "ensure",    "enter",     "escalate", "examine",
     "execute",     "export",   "failover",  "fetch",     "fill",      "find",     "fix",
     "follow",      "generate", "get",       "give",      "go",        "identify", "import",
     "inform",      "inspect",  "install",   "invoke",    "kill",      "launch",   "list",
     "log",         "look",     "make",      "merge",     "migrate",   "modify",   "mount",
     "move",        "navigate", "notify",    "open",      "paste",     "pause",    "perform",
     "press",       "promote",  "pull",      "push",      "reboot",    "recreate", "reload",
     "remove",      "rename",   "repeat",    "replace",   "rerun",     "resize",   "resolve",
     "restart",     "restore",  "resume",    "retry",     "revert",    "review",   "revoke",
     "rotate",      "run",      "save",      "scale",     "see",       "select",   "send",
     "set",         "shut",     "silence",   "ssh",       "start",     "stop",     "submit",
     "switch",      "take",     "tell",      "terminate", "test",      "trigger",  "turn",
     "type",        "uncordon", "uninstall", "unmount",   "update",    "upgrade",  "upload",
     "use",         "validate", "verify",    "wait",      "watch",     "write"});
static_assert(std::ranges::is_sorted(kImperatives));

// What announces choices, inputs or an account of the past instead of an order of steps.
constexpr auto kOtherLists = std::to_array<std::string_view>(
    {" any of", " alternativ", " by:", " can ", " choice", " consider", " could", " either",
     " may ", " methods", " might", " need", " one of", " option", " possib", " require", " were ",
     " ways"});

std::string first_word(std::string_view text) {
  text = trim(text);
  const std::size_t end = std::min(text.find_first_of(" \t,:;."), text.size());
  return lower_ascii(text.substr(0, end));
}

// "`kubectl drain node-1`"; not "`gnupg2`", the name of something.
bool begins_with_command(const SourceFile& source, const Block& paragraph) {
  const std::uint32_t line = paragraph.span.start.line;
  const std::string_view text =
      source.line(line).substr(source.offset(paragraph.span.start) - source.line_start(line));
  if (!text.starts_with('`')) {
    return false;
  }
  const std::string_view code = text.substr(1, text.find('`', 1) - 1);
  return trim(code).find(' ') != std::string_view::npos;
}

bool is_step(const PageContext& context, Index item) {
  const std::vector<Block>& blocks = context.document.blocks;
  if (blocks[item].task || item + 1 >= blocks[item].end) {
    return false;
  }
  const Block& first = blocks[item + 1];
  if (first.kind == BlockKind::code) {
    return context.document.code_blocks[first.payload].role == CodeRole::shell;
  }
  return first.kind == BlockKind::paragraph &&
         (std::ranges::binary_search(kImperatives, std::string_view(first_word(first.text))) ||
          begins_with_command(context.source, first)) &&
         !lower_ascii(first.text).ends_with(" or");
}

bool is_announced_otherwise(const std::vector<Block>& blocks, Index list) {
  if (list == 0 || blocks[list - 1].kind != BlockKind::paragraph) {
    return false;
  }
  const std::string text = " " + lower_ascii(blocks[list - 1].text) + " ";
  return std::ranges::any_of(
      kOtherLists, [&](std::string_view mark) { return text.find(mark) != std::string::npos; });
}

bool is_steps(const PageContext& context, Index list) {
  const std::vector<Block>& blocks = context.document.blocks;
  const Block& block = blocks[list];
  if (block.kind != BlockKind::list || block.ordered || block.parent != kNone ||
      is_announced_otherwise(blocks, list)) {
    return false;
  }
  std::size_t items = 0;
  for (Index item = list + 1; item < block.end; item = blocks[item].end) {
    if (!is_step(context, item)) {
      return false;
    }
    ++items;
  }
  return items >= kFewestItems;
}

}  // namespace

std::vector<Index> unnumbered_step_lists(const PageContext& context) {
  const Document& document = context.document;
  std::vector<Index> lists;
  for (const ContractMatch& match : context.contracts) {
    if (match.section == kNone || !match.contract->steps || holds_step(document, match.section)) {
      continue;
    }
    const Index end = section_tree_end(document, match.section);
    for (Index index = document.sections[match.section].first_block; index < end; ++index) {
      if (is_steps(context, index)) {
        lists.push_back(index);
      }
    }
  }
  std::ranges::sort(lists);
  const auto repeated = std::ranges::unique(lists);
  lists.erase(repeated.begin(), repeated.end());
  return lists;
}

}  // namespace runbookc
