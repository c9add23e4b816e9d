// docs/writing-runbooks.md promises that its bad examples are reported and its good ones are not.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "rules/fixture.h"
#include "rules/rule_run.h"

namespace runbookc::test {
namespace {

constexpr std::string_view kToday = "2026-06-01";

// One "### 7. Title" of the guide.
struct Point {
  std::string title;
  FileTexts bad;
  FileTexts good;
  std::string rule;    // that checks it; "" if none does
  std::string link;    // to its explanation
  std::string awaits;  // a rule that does not exist yet and will check it
};

std::vector<std::string> guide_lines() {
  std::ifstream in(std::filesystem::path(RUNBOOKC_SOURCE_DIR) / "docs/writing-runbooks.md");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string between(std::string_view line, std::string_view before, std::string_view after) {
  const std::size_t begin = line.find(before);
  if (begin == std::string_view::npos) return "";
  const std::size_t start = begin + before.size();
  return std::string(line.substr(start, line.find(after, start) - start));
}

// The files of an example: fences of four backticks, each named by a line in backticks before it.
class GuideReader {
 public:
  std::vector<Point> run() && {
    const std::vector<std::string> lines = guide_lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].starts_with("````")) {
        i = take_fence(lines, i + 1);
      } else {
        take_line(lines[i]);
      }
    }
    return std::move(points_);
  }

 private:
  std::size_t take_fence(const std::vector<std::string>& lines, std::size_t at) {
    std::string text;
    for (; at < lines.size() && lines[at] != "````"; ++at) text += lines[at] + "\n";
    REQUIRE(example_ != nullptr);
    (*example_)[path_] = replace_all(text, "\\u{200b}", "\u200b");
    path_ = "page.md";
    return at;
  }

  void take_line(const std::string& line) {
    if (line.starts_with("### ")) {
      points_.emplace_back().title = line.substr(4);
      example_ = nullptr;
    }
    if (points_.empty()) return;
    Point& point = points_.back();
    if (line == "Bad:") example_ = &point.bad;
    if (line == "Good:") example_ = &point.good;
    if (line.starts_with('`') && line.ends_with('`')) path_ = line.substr(1, line.size() - 2);
    if (line.starts_with("<!-- awaits ")) point.awaits = between(line, "awaits ", " -->");
    if (line.starts_with("Checked by [")) {
      point.rule = between(line, "[", "]");
      point.link = between(line, "](", ")");
    }
  }

  std::vector<Point> points_;
  FileTexts* example_ = nullptr;
  std::string path_ = "page.md";
};

std::vector<Point> read_guide() { return GuideReader().run(); }

}  // namespace

TEST_CASE("every point of the writing guide has a bad and a good example and says what checks it") {
  const std::vector<Point> points = read_guide();
  CHECK(points.size() >= 20);
  for (const Point& point : points) {
    INFO(point.title);
    CHECK(!point.bad.empty());
    CHECK(!point.good.empty());
    CHECK(point.rule.empty() != point.awaits.empty());
  }
}

TEST_CASE("the rule that a point of the writing guide names tells bad from good") {
  std::size_t checked = 0;
  for (const Point& point : read_guide()) {
    if (point.rule.empty()) continue;
    INFO(point.title);
    const Rule* rule = find_rule(point.rule);
    REQUIRE(rule != nullptr);
    CHECK(point.link == "rules.md#" + lower_ascii(rule->code) + "-" + std::string(rule->name));
    CHECK(describe(run_rule(*rule, point.bad, kToday), {}) != "silent\n");
    CHECK(describe(run_rule(*rule, point.good, kToday), {}) == "silent\n");
    ++checked;
  }
  CHECK(checked >= 18);
}

TEST_CASE("a point that no rule checks is tied to its rule once that exists") {
  for (const Point& point : read_guide()) {
    INFO(point.title << ": say 'Checked by [" << point.awaits << "](rules.md#…).'");
    CHECK((point.awaits.empty() || find_rule(point.awaits) == nullptr));
  }
}

}  // namespace runbookc::test
