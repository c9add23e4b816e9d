#include "prose/unresolved_text.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

namespace runbookc {
namespace {

std::vector<std::string> found_in(std::string_view text) {
  std::vector<std::string> found;
  for (const ByteRange& range : find_unresolved(text)) {
    found.emplace_back(text.substr(range.begin, range.size()));
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("names of facts in brackets were never filled in") {
  CHECK(found_in("- **Primary**: [PHONE] / [EMAIL]") == Texts{"[PHONE]", "[EMAIL]"});
  CHECK(found_in("[GRAFANA_URL]/d/overview") == Texts{"[GRAFANA_URL]"});
  CHECK(found_in("updated [CURRENT_DATE].") == Texts{"[CURRENT_DATE]"});
  CHECK(found_in("[YOUR NAME] and [NAME]") == Texts{"[YOUR NAME]", "[NAME]"});
}

TEST_CASE("parameters, log levels, tasks and links are meant") {
  CHECK(found_in("[x] done, [X] done, [ ] open").empty());
  CHECK(found_in("[WARN] [INFO] DO NOT USE [KEYS] COMMAND").empty());
  CHECK(found_in("log in to [CLUSTER_NAME], session [SESSION_ID]").empty());
  CHECK(found_in("[URL](https://example.org) and [URL][docs]").empty());
  CHECK(found_in("the [url] and the [Phone]").empty());
  CHECK(found_in("[PHONE").empty());
}

TEST_CASE("code spans and escaped brackets are left out") {
  CHECK(found_in("`[PHONE]` and ``a ` [PHONE]``").empty());
  CHECK(found_in("\\[PHONE\\]").empty());
  CHECK(found_in("a lone ` before [PHONE]") == Texts{"[PHONE]"});
}

TEST_CASE("telephone numbers of X were never filled in") {
  CHECK(found_in("Phone: +1-XXX-XXX-XXXX (emergencies only)") == Texts{"+1-XXX-XXX-XXXX"});
  CHECK(found_in("1-800-xxx-xxxx, or XXX-XXX-XXXX.") == Texts{"1-800-xxx-xxxx", "XXX-XXX-XXXX"});
  CHECK(found_in("(call +1.XXX.XXX.XXXX)") == Texts{"+1.XXX.XXX.XXXX"});
}

TEST_CASE("masked names and status classes are no telephone numbers") {
  CHECK(found_in("node xxxxxxx-xxxxxx-xxxxxx-xxxxx").empty());
  CHECK(found_in("HTTP 5xx, 4XX and 3xx-4xx").empty());
  CHECK(found_in("xxx-xxx").empty());
  CHECK(found_in("+44 20 7946 0018 and 2026-06-01").empty());
  CHECK(found_in("abcXXX-XXX-XXXX").empty());
}

TEST_CASE("hostile text takes linear time") {
  std::string backticks;
  for (std::size_t i = 1; backticks.size() < 200'000; i = i % 600 + 1) {
    backticks += std::string(i, '`') + " ";
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(found_in(backticks + "[x").empty());
  CHECK(found_in(std::string(400'000, '[')).empty());
  CHECK(found_in(std::string(400'000, 'X')).empty());
  CHECK(found_in(std::string(400'000, '`')).empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

}  // namespace runbookc
