#include "command_lines.h"

#include <array>
#include <cctype>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kName = "runbookc ";

// `line` without what may stand in front of a command.
std::string_view without_lead(std::string_view line) {
  constexpr std::array<std::string_view, 9> kLeads = {"- ",   "run: ", "entry: ", "$ ",  "if ",
                                                      "cat ", "> ",    "! ",      "(cd "};
  line = trim(line);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view lead : kLeads) {
      if (!line.starts_with(lead)) continue;
      line = trim(line.substr(lead.size()));
      again = true;
    }
  }
  return line;
}

void add(std::vector<WrittenCommand>& out, std::string_view text) {
  if (text.starts_with('$')) text.remove_prefix(1);
  if (!text.starts_with(kName)) return;
  auto words = shell_words(text.substr(kName.size()));
  if (words.empty()) return;
  const auto first = static_cast<unsigned char>(words.front().front());
  if (std::islower(first) == 0 && first != '-') return;  // COMMAND, a number
  out.push_back({std::string(text), std::move(words)});
}

void add_spans(std::vector<WrittenCommand>& out, std::string_view line) {
  const auto pieces = split(line, '`');
  for (std::size_t i = 1; i + 1 < pieces.size(); i += 2) add(out, pieces[i]);
}

// A command on a line, or the last of several that are joined there.
void add_line(std::vector<WrittenCommand>& out, std::string_view line) {
  for (const std::string_view joint : {"| ", "&& ", "then "}) {
    const auto at = line.rfind(joint);
    if (at != std::string_view::npos) add(out, without_lead(line.substr(at + joint.size())));
  }
  add(out, without_lead(line));
}

std::string joined(std::string_view text) { return replace_all(text, "\\\n", " "); }

}  // namespace

std::vector<std::string> shell_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool open = false;
  char quote = 0;
  const auto finish = [&] {
    if (open) words.push_back(word);
    word.clear();
    open = false;
  };
  for (const char byte : text) {
    if (quote != 0) {
      if (byte == quote)
        quote = 0;
      else
        word += byte;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
      open = true;
    } else if (byte == ' ') {
      finish();
    } else if (std::string_view("|<>;&)").find(byte) != std::string_view::npos ||
               (byte == '#' && !open)) {
      break;
    } else {
      word += byte;
      open = true;
    }
  }
  finish();
  return words;
}

std::vector<WrittenCommand> commands_in_markdown(std::string_view text) {
  std::vector<WrittenCommand> out;
  bool fenced = false;
  const std::string whole = joined(text);
  for (const std::string_view line : split_lines(whole)) {
    if (trim(line).starts_with("```"))
      fenced = !fenced;
    else if (fenced)
      add_line(out, line);
    else
      add_spans(out, line);
  }
  return out;
}

std::vector<WrittenCommand> commands_in_script(std::string_view text) {
  std::vector<WrittenCommand> out;
  // What ci/check.sh puts together piece by piece.
  std::string whole = replace_all(joined(text), "command=(runbookc ", "then runbookc ");
  whole = replace_all(whole, "command+=(--", "then runbookc check --");
  for (const std::string_view line : split_lines(whole)) {
    add_spans(out, line);
    if (!trim(line).starts_with('#')) add_line(out, line);
  }
  return out;
}

}  // namespace runbookc
