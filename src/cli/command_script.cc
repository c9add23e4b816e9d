#include "cli/command_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "cli/live_commands.h"
#include "model/command_place.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

std::string comment_line(std::string_view text) { return fmt::format("# {}\n", safe_text(text)); }

std::string place_of(const PlacedCommand& placed) {
  const Document& document = *placed.document;
  const CommandPlace place = command_place(document, *placed.command);
  std::vector<std::string> where = place.sections;
  where.insert(where.begin(), placed.page->id);
  if (!place.step.empty()) where.push_back("step " + place.step);
  return fmt::format("{} ({}:{})", join(where, " › "), document.path,
                     placed.command->span.start.line);
}

// A line that is in none of the texts: it ends a here-document.
std::string delimiter_for(const std::vector<ScriptBlock>& blocks) {
  constexpr std::string_view kEnd = "END";
  std::set<std::size_t> taken;  // how many '_' follow it in lines of the texts
  for (const ScriptBlock& block : blocks) {
    for (const ScriptCommand& command : block.commands) {
      for (const std::string_view line : split_lines(command.placed->command->text))
        if (line.starts_with(kEnd) &&
            line.find_first_not_of('_', kEnd.size()) == std::string_view::npos)
          taken.insert(line.size() - kEnd.size());
    }
  }
  std::size_t bars = 0;
  while (taken.contains(bars)) ++bars;
  return std::string(kEnd) + std::string(bars, '_');
}

// The text is data to the script, which hands it to `eval`: however a shell reads it, and whatever
// it leaves open, it ends where it ends, and no comment of the script can become a part of it.
std::string live_lines(const std::string& text, const std::string& delimiter, bool relied_on) {
  return fmt::format(
      "IFS= read -r -d '' runbookc <<'{0}'\n{1}\n{0}\neval \"$runbookc\" </dev/null{2}\n",
      delimiter, text, relied_on ? " || exit" : "");
}

std::string command_lines(const ScriptCommand& scripted, const std::string& delimiter,
                          bool relied_on) {
  const Command& command = *scripted.placed->command;
  std::string out = comment_line(place_of(*scripted.placed));
  if (!command.description.empty()) out += comment_line(collapse_space(command.description));
  if (scripted.obstacle == Obstacle::none)
    return out + live_lines(command.text, delimiter, relied_on);
  std::string why(obstacle_name(scripted.obstacle));
  if (!scripted.reason.empty()) why += ": " + scripted.reason;
  out += comment_line(why);
  for (const std::string_view line : split_lines(command.text))
    out += "# " + safe_code_line(line) + "\n";
  return out;
}

std::string block_lines(const ScriptBlock& block, const std::string& delimiter) {
  std::vector<std::string> parts;
  for (const ScriptCommand& command : block.commands)
    parts.push_back(command_lines(command, delimiter, block.relies));
  const std::string lines = join(parts, "\n");
  const bool runs = std::ranges::any_of(block.commands, [](const ScriptCommand& command) {
    return command.obstacle == Obstacle::none;
  });
  return runs ? "(\n" + lines + ")\n" : lines;
}

std::string header(const std::vector<ScriptBlock>& blocks) {
  std::map<Obstacle, std::size_t> counts;
  std::size_t all = 0;
  std::size_t unknown = 0;
  for (const ScriptBlock& block : blocks) {
    for (const ScriptCommand& command : block.commands) {
      ++all;
      ++counts[command.obstacle];
      if (command.obstacle == Obstacle::none && command.placed->command->risk == Risk::unknown)
        ++unknown;
    }
  }
  std::vector<std::string> why;
  const std::size_t live = counts[Obstacle::none];
  for (const auto& [obstacle, count] : counts)
    if (obstacle != Obstacle::none)
      why.push_back(fmt::format("{}: {}", obstacle_name(obstacle), count));
  std::string out = fmt::format("# {} of {} would run", live, count_of(all, "command"));
  if (unknown > 0) out += fmt::format(", {} of them by programs that are not known", unknown);
  out += ".\n";
  if (!why.empty()) out += fmt::format("# As comments: {} ({}).\n", all - live, join(why, ", "));
  return out;
}

}  // namespace

std::string command_script(std::span<const PlacedCommand> commands, const RiskTable& table) {
  const std::vector<ScriptBlock> blocks = script_blocks(commands, table);
  const std::string delimiter = delimiter_for(blocks);
  std::string out =
      "#!/usr/bin/env bash\n"
      "# Written by runbookc commands. Read it before you run it.\n" +
      header(blocks) + "shopt -s extglob\n";
  for (const ScriptBlock& block : blocks) out += "\n" + block_lines(block, delimiter);
  return out;
}

}  // namespace runbookc
