#include "check/made_things.h"

#include <algorithm>
#include <array>

#include "base/path.h"

namespace runbookc {
namespace {

using Words = std::vector<std::string_view>;

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// The simple commands of a text, roughly: quotes are passed over, so that what `ssh h '…'` and
// `psql -c "…"` run counts, too.
std::vector<Words> parts_of(std::string_view text) {
  constexpr std::string_view kBetween = " \t\n'\"";
  constexpr std::string_view kEnds = ";|&";
  std::vector<Words> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    if (kEnds.find(text[at]) != std::string_view::npos) parts.emplace_back();
    if (kBetween.find(text[at]) != std::string_view::npos ||
        kEnds.find(text[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \t\n'\";|&", at), text.size());
    parts.back().push_back(text.substr(at, end - at));
    at = end;
  }
  return parts;
}

// `-n` of `-n shop`, but not `-f` and its like, which take no value where something is deleted.
bool may_take_value(std::string_view word) {
  constexpr auto kSwitches = std::to_array<std::string_view>(
      {"-f", "-r", "-rf", "-y", "-q", "-p", "-d", "-t", "--force", "--yes", "--quiet", "--"});
  return word.starts_with('-') && word.find('=') == std::string_view::npos &&
         !contains(kSwitches, word);
}

// A word that a reader fills in may be another thing each time.
bool is_name(std::string_view word) {
  return std::string_view("-<[{$").find(word.front()) == std::string_view::npos;
}

// The names behind the word that says what is done, without options and their values; empty if
// none says it.
template <std::size_t size>
Words behind_verb(const Words& part, const std::array<std::string_view, size>& verbs) {
  Words found;
  bool behind = false;
  bool value = false;
  for (const std::string_view word : part) {
    if (behind && !value && is_name(word)) found.push_back(word);
    value = may_take_value(word);
    behind = behind || contains(verbs, file_name(word));
  }
  return found;
}

constexpr auto kCreates = std::to_array<std::string_view>(
    {"create", "CREATE", "mk", "mb", "new", "apply", "run", "mkdir", "clone", "init", "add"});
constexpr auto kDeletes = std::to_array<std::string_view>(
    {"delete", "rm", "remove", "destroy", "drop", "DROP", "uninstall", "rb", "del"});

// Files that a simple command writes.
Words written_by(const Words& part) {
  constexpr auto kTo = std::to_array<std::string_view>({"cp", "mv", "scp", "tee", "touch"});
  constexpr auto kBefore =
      std::to_array<std::string_view>({">", ">>", "-o", "-O", "--output", "2>"});
  Words found;
  for (std::size_t i = 0; i + 1 < part.size(); ++i)
    if (contains(kBefore, part[i])) found.push_back(part[i + 1]);
  const Words operands = behind_verb(part, kTo);
  if (!operands.empty()) found.push_back(operands.back());
  const bool records = part.size() > 1 && std::ranges::find(part, "perf") != part.end() &&
                       std::ranges::find(part, "record") != part.end();
  if (records) found.emplace_back("perf.data");
  return found;
}

// What it removes, if that is all that it does to files. A folder may hold what was there before.
Words removed_files(const Words& part) {
  const auto rm =
      std::ranges::find(part, "rm", [](std::string_view word) { return file_name(word); });
  Words found;
  for (auto word = rm; word != part.end(); ++word) {
    if (word == rm || *word == "-f" || *word == "--") continue;
    if (word->starts_with('-') || word->find_first_of("*?[") != std::string_view::npos) return {};
    found.push_back(*word);
  }
  return found;
}

}  // namespace

MadeThings::MadeThings(const Document& document) : document_(document) {
  for (std::size_t i = 0; i < document.commands.size(); ++i) {
    for (const Words& part : parts_of(document.commands[i].text)) {
      for (const std::string_view name : behind_verb(part, kCreates)) add(created_, name, i);
      for (const std::string_view name : written_by(part)) add(written_, name, i);
    }
  }
}

void MadeThings::add(Names& names, std::string_view name, std::size_t index) const {
  const auto found = names.find(name);
  if (found == names.end()) {
    names.emplace(name, std::vector{index});
    return;
  }
  const Command& last = document_.commands[found->second.back()];
  if (last.code_block != document_.commands[index].code_block) found->second.push_back(index);
}

std::size_t MadeThings::index_of(const Command& command) const {
  return static_cast<std::size_t>(&command - document_.commands.data());
}

bool MadeThings::is_there(const Names& names, std::string_view name, const Command& command) const {
  const auto found = names.find(name);
  return found != names.end() && found->second.front() < index_of(command);
}

bool MadeThings::is_made(const Command& command) const {
  for (const Words& part : parts_of(command.text)) {
    const Words names = behind_verb(part, kDeletes);
    if (names.empty()) continue;
    if (is_there(created_, names.back(), command)) return true;
    const auto found = created_.find(names.back());
    if (found == created_.end()) continue;
    const auto in_block = [&](std::size_t index) {
      return document_.commands[index].code_block == command.code_block;
    };
    const auto later = std::ranges::lower_bound(found->second, index_of(command));
    if (later != found->second.end() && in_block(*later)) return true;
  }
  return is_written(command);
}

bool MadeThings::is_written(const Command& command) const {
  bool any = false;
  for (const Words& part : parts_of(command.text)) {
    const Words files = removed_files(part);
    const bool removes = std::ranges::find(part, "rm", [](std::string_view word) {
                           return file_name(word);
                         }) != part.end();
    const bool all = !files.empty() && std::ranges::all_of(files, [&](std::string_view file) {
      return is_there(written_, file, command);
    });
    if (removes && !all) return false;
    any = any || removes;
  }
  return any;
}

}  // namespace runbookc
