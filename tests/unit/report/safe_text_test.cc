#include "report/safe_text.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("terminal escapes in document text become visible") {
  CHECK(safe_text("a\x1b[31mb").find('\x1b') == std::string::npos);
  CHECK(safe_text("one\ntwo").find('\n') == std::string::npos);
  CHECK(safe_text("one\rtwo").find('\r') == std::string::npos);
}

TEST_CASE("commands that a runner obeys anywhere in a line are broken") {
  CHECK(safe_text("x ##[error]boo") == "x \\u{23}#[error]boo");
  CHECK(safe_text("##vso[task.complete]") == "\\u{23}#vso[task.complete]");
  CHECK(safe_text("##VSO[task.complete]") == "\\u{23}#VSO[task.complete]");
  CHECK(safe_text("###[error]").find("##[") == std::string::npos);
}

TEST_CASE("headings and links with hashes stay as they are") {
  CHECK(safe_text("## [1.0.0] and a ## b") == "## [1.0.0] and a ## b");
  CHECK(safe_text("C## is no language") == "C## is no language");
}

TEST_CASE("a path that begins like a workflow command cannot begin a line") {
  CHECK(safe_path("::error::x.md") == "./::error::x.md");
  CHECK(safe_path("  ::error::x.md") == "./  ::error::x.md");
  CHECK(safe_path("content/a.md") == "content/a.md");
  CHECK(safe_path("") == "");
  for (const char* blank : {"\u00a0", "\u2003", "\u3000", "\ufeff", "\u200b", "\u3000 \u00a0"}) {
    const std::string path = std::string(blank) + "::error::x.md";
    CHECK(safe_path(path).starts_with("./"));
  }
}

TEST_CASE("other text that begins like a workflow command is broken in its place") {
  CHECK(safe_line("::error::x") == "\\u{3a}:error::x");
  CHECK(safe_line("  ::error::x") == "  \\u{3a}:error::x");
  CHECK(safe_line("\u00a0::error::x") == "\u00a0\\u{3a}:error::x");
  CHECK(safe_line("a ::error::x") == "a ::error::x");
  CHECK(safe_line(": no-op") == ": no-op");
  CHECK(safe_line("##[error]x") == "\\u{23}#[error]x");
}

TEST_CASE("a line of code keeps its tabs, and nothing else that is obeyed") {
  CHECK(safe_code_line("\ta\t\tb\t") == "\ta\t\tb\t");
  CHECK(safe_code_line("a\x1b\tb") == safe_text("a\x1b") + "\tb");
  CHECK(safe_code_line("\t::error::x") == "\t" + std::string(kBrokenColon) + ":error::x");
  CHECK(safe_code_line("a\t::b") == "a\t::b");
  CHECK(safe_code_line("\t##[error]x") == "\t" + std::string(kBrokenHash) + "#[error]x");
  CHECK(safe_code_line("").empty());
}

}  // namespace runbookc
