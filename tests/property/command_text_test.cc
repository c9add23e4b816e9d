// What a reader copies is what stands in the source, without prompts and the block's indentation.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/document_parser.h"
#include "parse/risk_data.h"
#include "parse/secret_mask.h"

namespace runbookc {
namespace {

// Pieces that open, close and continue all sorts of things.
constexpr std::array<std::string_view, 34> kPieces = {"kubectl get pods",
                                                      "$ ls -l",
                                                      "> ",
                                                      "echo 'a",
                                                      "b'",
                                                      "\"é",
                                                      " \\",
                                                      "cat <<EOF",
                                                      "EOF",
                                                      "# comment",
                                                      "; ",
                                                      " && ",
                                                      "|",
                                                      "for i in 1; do",
                                                      "done",
                                                      "if x; then",
                                                      "fi",
                                                      "$(date",
                                                      ")",
                                                      "`",
                                                      "<pod>",
                                                      "  ",
                                                      "\t",
                                                      "...",
                                                      "{",
                                                      "}",
                                                      "((",
                                                      "sh-4.4# id",
                                                      "NAME  READY",
                                                      "case $x in",
                                                      "a) b;;",
                                                      "esac",
                                                      "$ echo \\",
                                                      "> more"};

// What a block may stand in.
struct Container {
  std::string_view opening;
  std::string_view indent;
};
constexpr std::array<Container, 8> kContainers = {{{"", ""},
                                                   {"1. Do\n\n", "   "},
                                                   {"", "> "},
                                                   {"", "  > "},
                                                   {"", "> > "},
                                                   {"> 1. Do\n>\n", ">    "},
                                                   {"- Do\n  1. This\n\n", "     "},
                                                   {"- Do\n\n", "  > "}}};

class BlockMaker {
 public:
  explicit BlockMaker(std::uint32_t seed) : random_(seed) {}

  std::string document() {
    constexpr std::array<std::string_view, 4> kTags = {"sh", "console", "", "bash"};
    const Container& container = kContainers[below(kContainers.size())];
    const std::string_view indent = container.indent;
    const std::string end = below(4) == 0 ? "\r\n" : "\n";
    std::string text = replace_all(container.opening, "\n", end);
    text.append(indent).append("```").append(kTags[below(kTags.size())]).append(end);
    const std::size_t lines = 1 + below(9);
    for (std::size_t i = 0; i < lines; ++i) text.append(indent).append(line()).append(end);
    return text.append(indent).append("```").append(end);
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  std::string line() {
    std::string text;
    const std::size_t pieces = below(4);
    for (std::size_t i = 0; i < pieces; ++i) text += kPieces[below(kPieces.size())];
    return text;
  }

  std::mt19937 random_;
};

std::size_t byte_of(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < column && at < line.size(); ++i)
    at += decode_utf8(line.substr(at)).size;
  return at;
}

// What is taken off before a command: the marks of quotes and lists, blanks, and a prompt.
bool is_taken_off(std::string_view before) {
  const std::string_view prompt = trim(before);
  if (prompt.find_first_not_of("> \t") == std::string_view::npos) return true;
  return std::ranges::any_of(std::array{"$", "#", ">", "%", "❯", "─"},
                             [&](std::string_view end) { return prompt.ends_with(end); });
}

// The source's lines from the span's start to its end stand for the lines of the command.
bool equals_source(const Command& command, const std::vector<std::string_view>& source) {
  const std::vector<std::string_view> lines = split(command.text, '\n');
  if (command.span.end.line - command.span.start.line + 1 != lines.size()) return false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = source.at(command.span.start.line - 1 + i);
    if (i + 1 == lines.size()) line = line.substr(0, byte_of(line, command.span.end.column));
    if (!line.ends_with(lines[i])) return false;
    const std::string_view before = line.substr(0, line.size() - lines[i].size());
    if (i == 0 && before.size() != byte_of(line, command.span.start.column)) return false;
    // Behind other commands of its line, or after a block's indentation and prompt.
    if (i > 0 && !is_taken_off(before)) return false;
  }
  return true;
}

struct Tally {
  std::size_t commands = 0;
  std::vector<std::string> differing;  // "path:line: text"
};

void check_page(Tally& tally, const std::string& path, std::string text) {
  static const auto judge = std::make_shared<CommandJudge>(CommandJudge{load_risk_table().value()});
  const SourceFile file(path, text);
  const Document document = parse_document(file, path, {.limits = {}, .judge = judge});
  // A secret is shown by its marks, of which there are as many as characters.
  if (const auto hidden = with_hidden_secrets(file, document)) text = hidden->bytes();
  const std::string lf = replace_all(replace_all(text, "\r\n", "\n"), "\r", "\n");
  const std::vector<std::string_view> source = split(lf, '\n');
  for (const Command& command : document.commands) {
    ++tally.commands;
    if (!equals_source(command, source))
      tally.differing.push_back(path + ":" + std::to_string(command.span.start.line) + ": " +
                                command.text);
  }
}

std::string read(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

Tally check_folder(const std::filesystem::path& folder) {
  Tally tally;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".md")
      check_page(tally, entry.path().lexically_relative(folder).string(), read(entry.path()));
  }
  return tally;
}

// The documents within a fixture, which stand in fences of four backquotes.
void check_fixture(Tally& tally, const std::string& path, const std::string& text) {
  std::size_t begin = 0;
  while ((begin = text.find("\n````md ", begin)) != std::string::npos) {
    begin = text.find('\n', begin + 1) + 1;
    const std::size_t end = text.find("\n````\n", begin);
    if (end == std::string::npos) return;
    check_page(tally, path, text.substr(begin, end + 1 - begin));
    begin = end;
  }
}

}  // namespace

TEST_CASE("a command's text is what its span covers in the source") {
  std::size_t commands = 0;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    const std::string text = BlockMaker(seed).document();
    const SourceFile file("x.md", text);
    const Document document = parse_document(file, "x.md", {});
    const std::string lf = replace_all(text, "\r\n", "\n");
    const std::vector<std::string_view> source = split(lf, '\n');
    for (const Command& command : document.commands) {
      ++commands;
      CAPTURE(text, command.text);
      CHECK(equals_source(command, source));
      CHECK_FALSE(command.text.empty());
      // Escaped blanks belong to it, and those of what is never closed.
      const bool blanks = command.syntax == SyntaxVerdict::error ||
                          command.text.find("<<") != std::string::npos ||
                          command.text.find('\\') != std::string::npos;
      if (!blanks) CHECK(trim_end(command.text).size() == command.text.size());
      if (command.syntax == SyntaxVerdict::error) CHECK(command.syntax_span.valid());
    }
  }
  CHECK(commands > 4000);
}

TEST_CASE("the commands of the project's own runbooks and guides are copied byte for byte") {
  const std::filesystem::path root = RUNBOOKC_SOURCE_DIR;
  Tally tally = check_folder(root / "content");
  CHECK(tally.commands > 100);
  const Tally guides = check_folder(root / "docs");
  CHECK(guides.commands > 20);
  CHECK(tally.differing == std::vector<std::string>());
  CHECK(guides.differing == std::vector<std::string>());
}

TEST_CASE("the commands of the rules' fixtures are copied byte for byte") {
  Tally tally;
  const std::filesystem::path folder = std::filesystem::path(RUNBOOKC_SOURCE_DIR) / "tests/rules";
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".md")
      check_fixture(tally, entry.path().filename().string(), read(entry.path()));
  CHECK(tally.commands > 100);
  CHECK(tally.differing == std::vector<std::string>());
}

// RUNBOOKC_CORPUS=/srv/runbooks test_property "[corpus]"
TEST_CASE("the commands of any folder are copied byte for byte", "[corpus][.]") {
  const char* folder = std::getenv("RUNBOOKC_CORPUS");
  REQUIRE(folder != nullptr);
  const Tally tally = check_folder(folder);
  CHECK(tally.commands > 0);
  CHECK(tally.differing == std::vector<std::string>());
  WARN(tally.commands << " commands");
}

}  // namespace runbookc
