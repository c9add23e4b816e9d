#include "check/way_back.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "check/danger_words.h"

namespace runbookc {
namespace {

template <std::size_t size>
bool mentions(std::string_view lower, const std::array<std::string_view, size>& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return lower.find(word) != std::string_view::npos; });
}

// "recreate it from the backup"
bool says_way_back(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"recreate", "re-create", "roll back", "rollback", "revert", "undo", "from the backup",
       "from a backup", "via the backup", "by the backup", "restore it", "restore them",
       "way to recover", "way back"});
  return mentions(lower_ascii(text), kWords);
}

bool says_loss(std::string_view text) { return has_loss_words(text); }

// "delete the pod to force a restart"
bool deletes_pod(std::string_view text) {
  const std::string lower = lower_ascii(text);
  const std::size_t verb = std::min(lower.find("delete"), lower.find("restart"));
  return verb != std::string::npos && lower.find(" pod", verb) != std::string::npos;
}

bool takes_backup(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"-o yaml >", "-oyaml >", "-o json >", "backup create", "create backup", "pg_dump ",
       "mysqldump ", "create-snapshot", "snapshot save", ".bak"});
  return mentions(collapse_space(text), kWords);
}

}  // namespace

bool has_unread_kind(const Command& command) {
  return command.risk_reason.find("kind is not written out") != std::string::npos;
}

// In its comment, directly above its block, directly behind it, in its step and in the next one.
bool WayBack::says_around(const Command& command, bool (*says)(std::string_view)) const {
  if (says(command.description)) return true;
  const Index code = document_.code_blocks[command.code_block].block;
  const Index above = introductions_.before(code);
  for (Index i = above; above != kNone && i < std::max(document_.blocks[above].end, above + 1); ++i)
    if (document_.blocks[i].kind != BlockKind::heading && says(document_.blocks[i].text))
      return true;
  const Index behind = document_.blocks[code].end;
  const auto is_text = [&](Index i) {
    return i < document_.blocks.size() && document_.blocks[i].kind == BlockKind::paragraph &&
           document_.blocks[i].section == document_.blocks[code].section;
  };
  if (is_text(behind) && says(document_.blocks[behind].text)) return true;
  const Index item = document_.blocks[code].parent;
  if (item == kNone || document_.blocks[item].kind != BlockKind::item) return false;
  const Index next = document_.blocks[item].end;
  return (is_text(item + 1) && says(document_.blocks[item + 1].text)) ||
         (is_text(next + 1) && document_.blocks[next].kind == BlockKind::item &&
          says(document_.blocks[next + 1].text));
}

bool WayBack::is_backed_up(const Command& command) const {
  const auto index = static_cast<std::size_t>(&command - document_.commands.data());
  for (std::size_t i = index; i > 0; --i) {
    const Command& before = document_.commands[i - 1];
    if (before.code_block != command.code_block) return false;
    if (takes_backup(before.text)) return true;
  }
  return false;
}

bool WayBack::is_told(const Command& command) const {
  return (has_unread_kind(command) && says_around(command, deletes_pod)) ||
         says_around(command, says_loss) || says_around(command, says_way_back) ||
         made_.is_made(command) || is_backed_up(command);
}

}  // namespace runbookc
