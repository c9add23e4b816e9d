#include "shell/typography.h"

#include <catch2/catch.hpp>

#include "shell/bare_text.h"
#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::vector<TypographySlip> slips_in(const std::string& text) {
  return find_typography(text, parse_shell(text));
}

// The text with every certain replacement made.
std::string mended(std::string text) {
  const std::vector<TypographySlip> slips = slips_in(text);
  for (auto slip = slips.rbegin(); slip != slips.rend(); ++slip) {
    if (slip->replacement) text.replace(slip->range.begin, slip->range.size(), *slip->replacement);
  }
  return text;
}

}  // namespace

TEST_CASE("what a word processor put into a command is found and undone") {
  CHECK(mended("grep “disk full” /var/log") == "grep \"disk full\" /var/log");
  CHECK(mended("grep ‘a b’ x | awk ‘{print $1}’") == "grep 'a b' x | awk '{print $1}'");
  CHECK(mended("kubectl get pods –n orders") == "kubectl get pods -n orders");
  CHECK(mended("kubectl get pods —namespace orders") == "kubectl get pods --namespace orders");
  CHECK(mended("kubectl\u00a0get pods") == "kubectl get pods");
  CHECK(mended("x=$(date —utc)") == "x=$(date --utc)");
}

TEST_CASE("two dashes of which one is a hyphen were two hyphens") {
  CHECK(mended("kubectl get pods -–namespace x") == "kubectl get pods --namespace x");
  CHECK(mended("curl –-user x ––silent y") == "curl --user x --silent y");
  CHECK(mended("a b-–c") == "a b-–c");
}

TEST_CASE("quotes in quotes are straightened with them, or nothing is") {
  CHECK(mended("psql -c “SELECT x WHERE a = ‘b’ -- it’s”") ==
        "psql -c \"SELECT x WHERE a = 'b' -- it’s\"");
  CHECK(mended("psql -c “SELECT x WHERE a = ‘b’”") == "psql -c \"SELECT x WHERE a = 'b'\"");
  CHECK(mended("echo ‘say “a” now’") == "echo 'say \"a\" now'");
  const auto odd = slips_in("echo “a ‘b c”");
  REQUIRE(odd.size() == 1);
  CHECK_FALSE(odd[0].replacement);
}

TEST_CASE("an invisible character that begins a word is a letter of it") {
  CHECK(mended("ls\n\u200B# optional:\nls") == "ls\n# optional:\nls");
  CHECK(slips_in("echo 'a \u200Bb' # \u200Bc").empty());
  CHECK(slips_in("echo a\u200Bb").empty());
}

TEST_CASE("what may have been either is reported without a replacement") {
  const auto dash = slips_in("find . –name x");
  REQUIRE(dash.size() == 1);
  CHECK(dash[0].kind == SlipKind::dash);
  CHECK(dash[0].range == ByteRange{7, 10});
  CHECK_FALSE(dash[0].replacement);
  const auto quote = slips_in("echo “never closed");
  REQUIRE(quote.size() == 1);
  CHECK(quote[0].kind == SlipKind::quote);
  CHECK_FALSE(quote[0].replacement);
  const auto mixed = slips_in("echo “a \"b\" c”");
  REQUIRE(mixed.size() == 2);
  CHECK_FALSE(mixed[0].replacement);
}

TEST_CASE("in a statement that fails the slips are found, too") {
  const auto slips = slips_in("if true; then echo “a” )");
  REQUIRE(slips.size() == 1);
  CHECK(slips[0].replacement == "\"a\"");
}

TEST_CASE("typography where it is text is left alone") {
  const std::string text =
      GENERATE("echo 'it’s “fine” – really'", "echo \"“quoted”\"", "# a note – “see above”\nls",
               "ls # – and “this”", "echo it’s", "cat <<EOF\n“hello” –n\nEOF", "echo a – b",
               "echo 5–7", "echo naïve", "ls", "");
  CAPTURE(text);
  CHECK(slips_in(text).empty());
}

TEST_CASE("many quotes that open and never close cost no square of their number") {
  std::string text = "echo";
  for (int i = 0; i < 50000; ++i) text += i % 2 == 0 ? " “a" : " ‘b";
  CHECK(slips_in(text).size() == kMostShellSlips);
}
