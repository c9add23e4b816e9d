#include "rules/fixture.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc::test {
namespace {

std::vector<std::string> read_lines(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::size_t fence_length(std::string_view line) {
  const std::size_t length = line.find_first_not_of('`');
  const std::size_t count = length == std::string_view::npos ? line.size() : length;
  return count >= 3 ? count : 0;
}

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  return words;
}

// The code unit or code point of `\xff` or `\u{200b}` at the start of `text`, appended to `out`;
// returns the length of the escape.
std::size_t append_escape(std::string& out, std::string_view text) {
  const char kind = text.size() > 1 ? text[1] : '\\';
  if (kind == 'x') {
    out += static_cast<char>(std::stoi(std::string(text.substr(2, 2)), nullptr, 16));
    return 4;
  }
  if (kind == 'u') {
    const std::size_t close = text.find('}');
    append_utf8(out, static_cast<char32_t>(
                         std::stoul(std::string(text.substr(3, close - 3)), nullptr, 16)));
    return close + 1;
  }
  out += kind == 'r' ? '\r' : kind == 't' ? '\t' : '\\';
  return 2;
}

std::string unescape(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.front() == '\\') {
      text.remove_prefix(append_escape(out, text));
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

void take_fence(FixtureCase& fixture_case, const std::vector<std::string>& words,
                const std::string& text, std::size_t begin, std::size_t end) {
  if (!words.empty() && words[0] == "findings") {
    fixture_case.has_expectation = true;
    fixture_case.expected = text;
    fixture_case.expected_begin = begin;
    fixture_case.expected_end = end;
  } else if (words.size() >= 2) {
    const bool escaped = words.size() > 2 && words[2] == "escaped";
    fixture_case.files[words[1]] = escaped ? unescape(text) : text;
  }
}

}  // namespace

Fixture read_fixture(const std::filesystem::path& path) {
  Fixture fixture{
      .path = path, .rule = path.stem().string(), .lines = read_lines(path), .cases = {}};
  const std::vector<std::string>& lines = fixture.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("## ")) {
      fixture.cases.push_back({});
      fixture.cases.back().title = lines[i].substr(3);
    }
    if (fixture.cases.empty()) {
      continue;
    }
    if (lines[i].starts_with("today: ")) {
      fixture.cases.back().today = lines[i].substr(7);
    }
    const std::size_t length = fence_length(lines[i]);
    if (length == 0) {
      continue;
    }
    std::size_t end = i + 1;
    std::string text;
    while (end < lines.size() && lines[end] != std::string(length, '`')) {
      text += lines[end++] + "\n";
    }
    take_fence(fixture.cases.back(), words_of(lines[i].substr(length)), text, i + 1, end);
    i = end;
  }
  return fixture;
}

std::vector<Fixture> read_fixtures() {
  const std::filesystem::path folder = std::filesystem::path(RUNBOOKC_SOURCE_DIR) / "tests/rules";
  std::vector<Fixture> fixtures;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") {
      fixtures.push_back(read_fixture(entry.path()));
    }
  }
  std::ranges::sort(fixtures, {}, &Fixture::rule);
  return fixtures;
}

void accept(const Fixture& fixture, const std::vector<std::string>& expectations) {
  std::ostringstream out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < fixture.cases.size(); ++i) {
    const FixtureCase& fixture_case = fixture.cases[i];
    if (!fixture_case.has_expectation) {
      continue;
    }
    for (; next < fixture_case.expected_begin; ++next) {
      out << fixture.lines[next] << "\n";
    }
    out << expectations[i];
    next = fixture_case.expected_end;
  }
  for (; next < fixture.lines.size(); ++next) {
    out << fixture.lines[next] << "\n";
  }
  std::ofstream(fixture.path, std::ios::binary) << out.str();
}

bool is_accepting(std::string_view rule) {
  const char* wanted = std::getenv("RUNBOOKC_ACCEPT");
  return wanted != nullptr && (std::string_view(wanted) == "1" || wanted == rule);
}

}  // namespace runbookc::test
