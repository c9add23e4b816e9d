#include "check/secret_scrub.h"

#include <catch2/catch.hpp>

namespace runbookc {

namespace {

HiddenText hidden(std::vector<std::string> values) {
  return {.spans = {{{4, 8}, {4, 18}}}, .values = SecretValues(std::move(values))};
}

Fix one_edit(Span range, std::string text) {
  return {.description = "quote it", .edits = {{.range = range, .text = std::move(text)}}};
}

}  // namespace

TEST_CASE("the values of secrets leave messages, remedies, subjects and fixes") {
  Diagnostic found;
  found.message = "unexpected 'tR4fmq81xZ)'";
  found.help = "write tR4fmq81xZ in quotes";
  found.subject = "x tR4fmq81xZ";
  found.equal_subjects = {"tR4fmq81xZ"};
  found.fix = one_edit({{1, 1}, {1, 2}}, "'tR4fmq81xZ'");
  scrub(found, hidden({"tR4fmq81xZ"}));
  CHECK(found.message == "unexpected '•••)'");
  CHECK(found.help == "write ••• in quotes");
  CHECK(found.subject == "x •••");
  CHECK(found.equal_subjects == std::vector<std::string>{"•••"});
  CHECK_FALSE(found.fix);
}

TEST_CASE("a fix that edits a secret, or repeats its marks, is not offered") {
  Diagnostic found;
  found.fix = one_edit({{4, 17}, {4, 19}}, "x");
  scrub(found, hidden({"tR4fmq81xZ"}));
  CHECK_FALSE(found.fix);
  found.fix = one_edit({{4, 18}, {4, 19}}, "x");
  scrub(found, hidden({"tR4fmq81xZ"}));
  CHECK(found.fix);
  found.fix = one_edit({{9, 1}, {9, 2}}, "moved ••••");
  scrub(found, hidden({"tR4fmq81xZ"}));
  CHECK_FALSE(found.fix);
}

TEST_CASE("what holds no secret stays as it is") {
  Diagnostic found;
  found.message = "unexpected 'done'";
  found.fix = one_edit({{1, 1}, {1, 2}}, "");
  const Diagnostic before = found;
  scrub(found, hidden({"tR4fmq81xZ"}));
  CHECK(found == before);
  found.fix->edits[0].text = "• a list";
  scrub(found, {});
  CHECK(found.fix);
}

TEST_CASE("hundreds of secrets are hidden like one, and an apostrophe changes nothing") {
  std::vector<std::string> values;
  for (int i = 0; i < 300; ++i) values.push_back("tR4fmq81xZ" + std::to_string(i));
  Diagnostic found;
  found.message = "there's a tR4fmq81xZ299 in 'b', and tR4fmq81xZ7";
  scrub(found, hidden(values));
  CHECK(found.message == "there's a ••• in 'b', and •••");
}

TEST_CASE("what is hidden stands at the document's secrets") {
  const SourceFile source("a.md", "token: abc\ntoken: abcdef\n");
  Document document;
  const auto add = [&](Span span) {
    document.problems.push_back({.kind = ProblemKind::secret,
                                 .span = span,
                                 .message = {},
                                 .help = {},
                                 .subject = {},
                                 .replacement = {}});
  };
  add({{1, 8}, {1, 11}});
  add({{2, 8}, {2, 14}});
  const HiddenText text = hidden_text(document, source);
  CHECK(text.spans.size() == 2);
  CHECK(text.values.match("abcdefg") == 6);
  CHECK(text.values.match("abcx") == 3);
  CHECK(text.values.match("xabc") == 0);
}

}  // namespace runbookc
