// Our verdict on snippets and their mutations is that of `bash -n`.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "shell/grammar.h"
#include "uncovered_text.h"

using namespace runbookc;

namespace {

using Strings = std::vector<std::string>;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The snippets of a file, which lines of `---` part.
Strings hand_written(const std::string& name) {
  std::istringstream lines(
      read(std::filesystem::path(RUNBOOKC_SOURCE_DIR) / "tests/unit/shell" / name));
  Strings snippets(1);
  for (std::string line; std::getline(lines, line);) {
    if (line == "---")
      snippets.emplace_back();
    else
      snippets.back() += line + "\n";
  }
  return snippets;
}

// Each snippet without one of its blank-separated words, and with one of them twice.
void add_word_mutations(const std::string& snippet, std::set<std::string>& all) {
  for (std::size_t at = 0; at < snippet.size();) {
    const auto end = std::min(snippet.find_first_of(" \n", at), snippet.size());
    all.insert(snippet.substr(0, at) + snippet.substr(std::min(end + 1, snippet.size())));
    all.insert(snippet.substr(0, end) + " " + snippet.substr(at));
    at = end + 1;
  }
}

// The snippet with something stray between two of its words.
std::string with_stray(const std::string& snippet, std::mt19937& random) {
  static const Strings kStrays = {"fi", "done", "esac", "}",   ")",    "then", "do", "{",
                                  "(",  "'",    "\"",   "`",   "$(",   "${",   "((", "[[",
                                  "]]", ";;",   "else", ";",   "|",    "&&",   "&",  "!",
                                  "<",  "#",    "\n",   "<<E", "<<-E", "$[",   "]"};
  const std::string& stray = kStrays[random() % kStrays.size()];
  std::size_t at = snippet.find_first_of(" \n", random() % snippet.size());
  if (at == std::string::npos) at = snippet.size();
  return snippet.substr(0, at) + " " + stray + snippet.substr(at);
}

// The snippet without one of its characters that the shell knows.
std::string without_one(const std::string& snippet, std::mt19937& random) {
  const auto at = snippet.find_first_of("'\"`$(){}[];|&<>\n\\", random() % snippet.size());
  std::string text = snippet;
  if (at != std::string::npos) text.erase(at, 1);
  return text;
}

// The snippet with a continuation in one of its words.
std::string with_continuation(const std::string& snippet, std::mt19937& random) {
  const auto is_letter = [&](std::size_t at) { return snippet[at] >= 'a' && snippet[at] <= 'z'; };
  std::size_t at = random() % snippet.size();
  while (at + 1 < snippet.size() && !(is_letter(at) && is_letter(at + 1))) ++at;
  return snippet.substr(0, at + 1) + "\\\n" + snippet.substr(at + 1);
}

// Tokens in any order: seldom valid, and so a test of errors.
std::string token_salad(std::mt19937& random) {
  const Strings tokens = {"a",    "if ",    "then ", "fi", ";",  "\n",         "&&",
                          "||",   "|",      "(",     ")",  "{ ", "}",          "do ",
                          "done", "while ", "\"",    "'",  "$(", "case x in ", "b)",
                          ";;",   "esac",   "&",     ">f", "! ", "x=1 ",       "else "};
  std::string text;
  for (int left = 2 + static_cast<int>(random() % 7); left > 0; --left)
    text += tokens[random() % tokens.size()] + " ";
  return text + "\n";
}

// Whether bash accepts each, by one driver for all, with extended globs or without. Of a fault in
// `[[ ]]` bash 5.2 tells and yet exits with 0, and of a here-document without an end it only warns.
std::vector<bool> bash_accepts(const Strings& snippets) {
  std::string name = (std::filesystem::temp_directory_path() / "shell-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  const std::filesystem::path folder = name;
  for (std::size_t i = 0; i < snippets.size(); ++i)
    std::ofstream(folder / std::to_string(i)) << snippets[i];
  std::ofstream(folder / "driver")
      << "export LC_ALL=C; cd '" << name << "' || exit\n"
      << "judge() { said=$(bash \"$@\" 2>&1) && [[ $said != *error* && $said != *expected* &&"
      << " $said != *delimited* && $said != *unterminated* ]]; }\n"
      << "for ((i = 0; i < " << snippets.size() << "; i++)); do\n"
      << "  judge -n $i || { [[ $(<$i) == *[?*+@!]\\(* ]] && judge -O extglob -n $i; }\n"
      << "  echo $?\n"
      << "done >codes\n";
  REQUIRE(std::system(("bash '" + name + "/driver'").c_str()) == 0);
  std::istringstream codes(read(folder / "codes"));
  std::vector<bool> accepted;
  for (int code = 0; codes >> code;) accepted.push_back(code == 0);
  std::filesystem::remove_all(folder);
  return accepted;
}

// At `[[ ]]` and at `for ((…) do` bash 5.2 stops without a word and exits with 0, whatever follows:
// those of `snippets` that it reads to their end.
Strings read_to_the_end(const Strings& snippets) {
  Strings closed;
  for (const std::string& snippet : snippets) closed.push_back(snippet + "\n)\n");
  const std::vector<bool> silent = bash_accepts(closed);
  Strings rest;
  for (std::size_t i = 0; i < snippets.size(); ++i)
    if (!silent[i] || snippets[i].find("<<") != std::string::npos) rest.push_back(snippets[i]);
  return rest;
}

}  // namespace

TEST_CASE("the grammar judges as bash does") {
  std::set<std::string> all;
  std::mt19937 random(1);
  for (const std::string& snippet : hand_written("snippets.txt")) {
    all.insert(snippet);
    add_word_mutations(snippet, all);
    for (int i = 0; i < 10; ++i) all.insert(with_stray(snippet, random));
    for (int i = 0; i < 4; ++i) all.insert(with_continuation(snippet, random));
  }
  const Strings operational = hand_written("operational_snippets.txt");
  REQUIRE(operational.size() >= 150);
  for (const std::string& snippet : operational) {
    all.insert(snippet);
    for (int i = 0; i < 3; ++i) all.insert(with_stray(snippet, random));
    all.insert(without_one(snippet, random));
  }
  for (int i = 0; i < 700; ++i) all.insert(token_salad(random));
  const Strings snippets(all.begin(), all.end());
  REQUIRE(snippets.size() >= 2000);
  const std::vector<bool> accepted = bash_accepts(snippets);
  REQUIRE(accepted.size() == snippets.size());
  // Bash must have seen right and wrong ones, or nothing was compared.
  const auto right = static_cast<std::size_t>(std::ranges::count(accepted, true));
  REQUIRE((right > 500 && snippets.size() - right > 500));
  Strings stricter;
  Strings laxer;
  for (std::size_t i = 0; i < snippets.size(); ++i) {
    const ShellScript script = parse_shell(snippets[i]);
    if (!script.statements.empty() && !uncovered_text(snippets[i], script).empty())
      FAIL_CHECK("no statement holds all of\n" << snippets[i]);
    if (accepted[i] && script.error) stricter.push_back(snippets[i]);
    if (!accepted[i] && !script.error) laxer.push_back(snippets[i]);
  }
  stricter = read_to_the_end(stricter);
  CAPTURE(snippets.size(), stricter, laxer);
  CHECK(1000 * (stricter.size() + laxer.size()) <= 5 * snippets.size());
  CHECK(stricter.size() + laxer.size() == 0);
  CHECK(1000 * stricter.size() <= 3 * snippets.size());
}
