#include "parse/windows_batch.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

// `/s`, `/Q`: an option of cmd.exe, no path.
bool is_switch(std::string_view word) {
  return word.size() == 2 && word[0] == '/' && is_letter(word[1]);
}

// What cmd.exe has built in and no shell has, each of which takes such options.
bool takes_switches(std::string_view program) {
  constexpr std::array<std::string_view, 10> kPrograms = {
      "rd", "rmdir", "del", "erase", "copy", "xcopy", "robocopy", "dir", "taskkill", "move"};
  return std::ranges::find(kPrograms, program) != kPrograms.end();
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t"));
}

bool begins_as_batch(std::string_view line) {
  const std::string lower = lower_ascii(line);
  const std::string_view text = lower;
  for (const std::string_view start : {"@echo ", "rem ", "if exist ", "if not exist ", "goto ",
                                       "setlocal", "if errorlevel ", "::"})
    if (text.starts_with(start)) return true;
  const std::string_view program = first_word(text);
  if (!takes_switches(program)) return false;
  const std::string_view rest = trim_start(text.substr(program.size()));
  return is_switch(first_word(rest));
}

// `%PATH%`, but no format of `date +%Y-%m-%d`: there no name is closed.
bool has_percent_variable(std::string_view line) {
  for (std::size_t at = line.find('%'); at != std::string_view::npos; at = line.find('%', at + 1)) {
    std::size_t end = at + 1;
    while (end < line.size() && is_word(line[end])) ++end;
    if (end > at + 2 && end < line.size() && line[end] == '%') return true;
  }
  return false;
}

// `C:\data` as a word, where a shell would drop the backslash.
bool has_drive_path(std::string_view line) {
  for (std::size_t at = line.find(":\\"); at != std::string_view::npos;
       at = line.find(":\\", at + 1)) {
    if (at == 0 || !is_letter(line[at - 1]) || at + 2 >= line.size()) continue;
    const bool begins = at == 1 || line[at - 2] == ' ' || line[at - 2] == '=';
    if (begins && is_word(line[at + 2])) return true;
  }
  return false;
}

// `C:\Users\me> dir`
std::string_view without_prompt(std::string_view line) {
  const bool drive = line.size() > 3 && line.substr(1, 2) == ":\\";
  const std::size_t mark = drive ? line.find('>') : std::string_view::npos;
  return mark == std::string_view::npos ? line : trim_start(line.substr(mark + 1));
}

}  // namespace

bool is_windows_batch(std::string_view text) {
  const auto lines = split_lines(text);
  return std::ranges::any_of(lines, [](std::string_view raw) {
    const std::string_view line = without_prompt(trim(raw));
    return begins_as_batch(line) || has_percent_variable(line) || has_drive_path(line);
  });
}

}  // namespace runbookc
