// content/ is complete, and its pages agree with one another.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "base/text.h"
#include "content/model_project.h"

namespace runbookc {
namespace {

using Texts = std::set<std::string>;

bool starts_item(const std::string& line) {
  static const std::regex item(R"(^\d+\.\s.*)");
  return std::regex_match(line, item);
}

// The lines of the section with this title of level 2.
std::vector<std::string> section_lines(const std::string& path, std::string_view title) {
  std::vector<std::string> lines;
  bool inside = false;
  for (const std::string& line : lines_of(path)) {
    if (line.starts_with("## ")) inside = line.substr(3) == title;
    if (inside) lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("there are at least 24 documents, of every shipped type") {
  Texts types;
  const nlohmann::json all = documents();
  for (const auto& document : all) types.insert(document.at("type").get<std::string>());
  CHECK(all.size() >= 24);
  CHECK(types == Texts{"alert", "escalation", "incident-response", "index", "on-call", "operations",
                       "page", "runbook", "template"});
}

TEST_CASE("the index links every document") {
  const std::string index = source_of("content/README.md");
  for (const auto& document : documents()) {
    const std::string path = document.at("path").get<std::string>().substr(8);
    if (path == "README.md") continue;
    INFO(path);
    CHECK(contains(index, "](" + path + ")"));
  }
}

TEST_CASE("alerts and services are those of the system map") {
  const std::string map = source_of("content/system-map.md");
  Texts alerts;
  for (const auto& document : documents()) {
    const std::string path = document.at("path").get<std::string>().substr(8);
    for (const std::string alert : document.at("alerts")) {
      INFO(path << " " << alert);
      CHECK(alerts.insert(alert).second);  // one document answers one alert
      const std::regex row("\\| `" + alert + "` \\|.*\\]\\(" + path + "[)#].*");
      CHECK(std::regex_search(map, row));
    }
    for (const std::string service : document.at("services")) {
      INFO(path << " " << service);
      CHECK(contains(map, "| `" + service + "` |"));
    }
  }
  CHECK(alerts.size() >= 20);
}

TEST_CASE("time and approval in the index are those of the runbooks") {
  const std::vector<std::string> index = lines_of("content/README.md");
  for (const auto& document : documents()) {
    if (document.at("type") != "runbook") continue;
    const std::string path = document.at("path").get<std::string>().substr(8);
    const std::string source = source_of(document.at("path").get<std::string>());
    std::smatch time;
    REQUIRE(std::regex_search(source, time, std::regex("\nestimated_time: (.*)\n")));
    std::smatch approval;
    REQUIRE(std::regex_search(source, approval,
                              std::regex("\napproval_required: \\[?([^\\]\n]*)\\]?\n")));
    const std::string cells = "| " + time[1].str() + " | " + approval[1].str() + " |";
    INFO(path << " " << cells);
    CHECK(std::ranges::any_of(index, [&](const std::string& line) {
      return contains(line, "](" + path + ")") && contains(line, cells);
    }));
  }
}

TEST_CASE("every step of a procedure says how long it takes") {
  static const std::regex time(R"(\(.*\d+ ?(?:second|minute|hour)s?.*\)|\(.*minutes each.*\))");
  for (const auto& document : documents()) {
    if (document.at("type") != "runbook") continue;
    std::size_t steps = 0;
    for (const std::string& line :
         section_lines(document.at("path").get<std::string>(), "Procedure")) {
      if (!starts_item(line)) continue;
      ++steps;
      INFO(document.at("path") << ": " << line);
      CHECK(std::regex_search(line, time));
    }
    INFO(document.at("path"));
    CHECK(steps >= 3);
  }
}

TEST_CASE("the newest line of a revision history is the last update") {
  static const std::regex row(R"(^\| (\d{4}-\d{2}-\d{2}) \|.*)");
  static const std::regex updated("\nlast_updated: (.*)\n");
  static const std::regex reviewed("\nlast_reviewed: (.*)\n");
  std::size_t histories = 0;
  for (const auto& document : documents()) {
    const std::string path = document.at("path");
    std::vector<std::string> dates;
    for (const std::string& line : section_lines(path, "Revision History")) {
      std::smatch found;
      if (std::regex_match(line, found, row)) dates.push_back(found[1]);
    }
    if (dates.empty()) continue;
    ++histories;
    INFO(path);
    CHECK(std::ranges::is_sorted(dates, std::greater{}));
    const std::string source = source_of(path);
    std::smatch update;
    std::smatch review;
    REQUIRE(std::regex_search(source, update, updated));
    REQUIRE(std::regex_search(source, review, reviewed));
    CHECK(update[1] == dates.front());
    CHECK(update[1].str() <= review[1].str());
  }
  CHECK(histories >= 15);
}

TEST_CASE("the pictures are ours to show anywhere") {
  std::size_t pictures = 0;
  const auto folder = std::filesystem::path(RUNBOOKC_SOURCE_DIR) / "content";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".svg") continue;
    ++pictures;
    const std::string svg =
        source_of("content/" + entry.path().lexically_relative(folder).string());
    INFO(entry.path());
    CHECK(contains(svg, "viewBox="));
    CHECK(contains(svg, "<title"));
    CHECK(contains(svg, "<desc"));
    for (const std::string_view foreign : {"<script", "href=", "url(http", "@import", "<image"}) {
      CHECK_FALSE(contains(svg, foreign));
    }
  }
  CHECK(pictures >= 3);
}

TEST_CASE("the directory of owners shows every kind of owner and contact") {
  const std::string owners = source_of("content/owners.yaml");
  for (const std::string_view part : {"kind: team", "kind: person", "slack:", "email:", "pager:",
                                      "url:", "phone:", "aliases:", "active: false"}) {
    INFO(part);
    CHECK(contains(owners, part));
  }
}

}  // namespace runbookc
