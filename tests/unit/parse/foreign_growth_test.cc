// What is sixteen times as long takes about sixteen times as long to read, whatever it opens.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <string>

#include "unit/parse/dialect_reading.h"

using namespace runbookc;

namespace {

std::string filled(const std::string& repeated, std::size_t size) {
  std::string text;
  while (text.size() + repeated.size() <= size) text += repeated;
  return text;
}

// In ticks of the processor's time that this program took, so that others do not count.
std::clock_t cost_of(std::string_view dialect, const std::string& text) {
  const std::clock_t begin = std::clock();
  CHECK(parse(dialect, text).document.line_count > 0);
  return std::clock() - begin;
}

}  // namespace

TEST_CASE("reading call-outs costs no more than their length") {
  const auto [dialect, repeated] = GENERATE(table<std::string, std::string>({
      {"docusaurus", ":::tip\n"},
      {"docusaurus", "::::tip\n:::tip\n:::\n"},
      {"docusaurus", ":::tip[\n"},
      {"docusaurus", ":::tip [a](b) {title='\n:::\n"},
      {"docusaurus", "<b>\n:::tip\n:::\n"},
      {"docusaurus", "- :::tip\n"},
      {"docusaurus", "> :::tip\n"},
      {"docusaurus", ":::tip\n\n"},
      {"mkdocs", "!!! tip\n"},
      {"mkdocs", "!!! tip\n\n\n"},
      {"mkdocs", "!!! tip \"a\"\n    b\n"},
      {"mkdocs", "??? tip\n    ??? tip\n        ??? tip\n            a\n"},
      {"mkdocs", "> !!! tip\n"},
      {"mkdocs", "\t!!! tip\n"},
      {"hugo", "{{< tip >}}\n"},
      {"hugo", "{{< tip >}}a{{< /tip >}}\n"},
      {"hugo", "{{< tip\n>}}\n{{< /tip >}}\n"},
      {"hugo", "{{< tip"},
      {"hugo", "{{< highlight `\n"},
      {"hugo", "{{< highlight sh >}}\na\n{{< /highlight >}}\n"},
      {"hugo", "> {{< tip >}}\n> {{< /tip >}}\n"},
      {"hugo", "    {{< tip >}}\n"},
      {"gitlab", ">>>\n"},
      {"gitlab", ">>>\n>>>>\n"},
      {"gitlab", "> [!tip] a\n"},
      {"gitlab", "> [!tip] a\n\n"},
      {"gitlab", "> "},
      {"gitlab", ">>> [!tip] a\n"},
      {"tech-docs", "<%= warning_text('\n"},
      {"tech-docs", "<%= warning_text('a') %>\n"},
      {"tech-docs", "<%= warning_text('a') %>"},
  }));
  CAPTURE(dialect, repeated);
  constexpr std::size_t kLittle = 32U << 10U;
  constexpr std::size_t kTimes = 16;
  const std::clock_t floor = CLOCKS_PER_SEC / 100;
  const std::clock_t little = cost_of(dialect, filled(repeated, kLittle));
  const std::clock_t much = cost_of(dialect, filled(repeated, kTimes * kLittle));
  // What is quadratic costs 256 times as much. Where memory is slow, linear is some times 16.
  CHECK(much <= std::clock_t{4 * kTimes} * std::max(little, floor));
}

TEST_CASE("so does a deep stack of them") {
  std::string text;
  for (std::size_t i = 40; i > 0; --i) text += std::string(i + 2, ':') + "tip\n";
  constexpr std::size_t kLittle = 30U << 10U;  // sixteen times that, and the stack, are a document
  constexpr std::size_t kTimes = 16;
  const std::clock_t little = cost_of("docusaurus", text + filled("a\n\n", kLittle));
  const std::clock_t much = cost_of("docusaurus", text + filled("a\n\n", kTimes * kLittle));
  CHECK(much <= std::clock_t{4 * kTimes} * std::max<std::clock_t>(little, CLOCKS_PER_SEC / 100));
}
