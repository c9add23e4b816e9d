#include "parse/yaml.h"

#include <chrono>
#include <random>

namespace runbookc {
namespace {

YamlOutcome read(const SourceFile& file, const YamlLimits& limits = {}) {
  return parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())}, limits);
}

YamlOutcome read(std::string_view text, const YamlLimits& limits = {}) {
  return read(SourceFile("x.yaml", std::string(text)), limits);
}

// The value as JSON-like text, so that a test shows data at a glance.
std::string shown(const Value& value) {
  std::string out;
  switch (value.kind) {
    case Value::Kind::null:
      return "null";
    case Value::Kind::boolean:
      return value.boolean ? "true" : "false";
    case Value::Kind::number:
      return "#" + value.text;
    case Value::Kind::string:
      return "'" + value.text + "'";
    case Value::Kind::array:
      for (const Value& item : value.items) out += (out.empty() ? "" : ", ") + shown(item);
      return "[" + out + "]";
    case Value::Kind::object:
      for (const Member& member : value.members)
        out += (out.empty() ? "" : ", ") + member.key + ": " + shown(member.value);
      return "{" + out + "}";
  }
  return out;
}

std::string data(std::string_view text) {
  const YamlOutcome outcome = read(text);
  if (!outcome.valid) return "refused: " + outcome.problems.at(0).message;
  if (!outcome.problems.empty()) return "problem: " + outcome.problems[0].message;
  return shown(outcome.root);
}

// `line:column message` of the only problem.
std::string refusal(std::string_view text) {
  const YamlOutcome outcome = read(text);
  if (outcome.problems.size() != 1) return std::to_string(outcome.problems.size()) + " problems";
  const YamlProblem& problem = outcome.problems[0];
  return std::to_string(problem.span.start.line) + ":" + std::to_string(problem.span.start.column) +
         " " + problem.message;
}

}  // namespace

TEST_CASE("front matter as people write it is read") {
  CHECK(data("title: Fail over\nowner: data # one id\nseverity: [P1, P2]\n") ==
        "{title: 'Fail over', owner: 'data', severity: ['P1', 'P2']}");
  CHECK(data("a:\n- b\n- c: d\n  e: f\nx:\n  y: z\n") ==
        "{a: ['b', {c: 'd', e: 'f'}], x: {y: 'z'}}");
  CHECK(data("p: [{ name: ns, default: orders }]") == "{p: [{name: 'ns', default: 'orders'}]}");
  CHECK(data("- a\n- - b\n  - c\n-\n- d\n") == "['a', ['b', 'c'], null, 'd']");
  CHECK(data("a: b\r\nc:\r\n  - d\r\n") == "{a: 'b', c: ['d']}");
  CHECK(data("---\na: b\n...\n") == "{a: 'b'}");
  CHECK(data("# nothing\n\n") == "null");
  CHECK(data("") == "null");
}

TEST_CASE("plain scalars follow the core schema of YAML 1.2") {
  CHECK(data("[1, -2, 0x1f, 0o17, 1.5, 1e3, .5, 012]") ==
        "[#1, #-2, #0x1f, #0o17, #1.5, #1e3, #.5, #012]");
  CHECK(data("[true, FALSE, ~, null, yes, on, 2026-09-01, 1:20, 1_0]") ==
        "[true, false, null, null, 'yes', 'on', '2026-09-01', '1:20', '1_0']");
  CHECK(read("[0x1f, 0o17, 012]").root.items[0].number == 31);
  CHECK(read("[0x1f, 0o17, 012]").root.items[1].number == 15);
  CHECK(read("[0x1f, 0o17, 012]").root.items[2].number == 12);
  CHECK(read("version: 1.10").root.find("version")->text == "1.10");
  CHECK(data("a: \"1\"\nb: 'true'\nc: ''") == "{a: '1', b: 'true', c: ''}");
  CHECK(refusal("a: .inf") == "1:4 '.inf' is no number that can be kept");
  CHECK(refusal("a: 1e999") == "1:4 '1e999' is no number that can be kept");
}

TEST_CASE("quoted, folded and literal text is decoded") {
  CHECK(data("a: 'it''s'") == "{a: 'it's'}");
  CHECK(data(R"(a: "x\ty\u00e9\x41\U0001F600\/")") == "{a: 'x\ty\u00e9A\U0001F600/'}");
  CHECK(data("a: \"one\n  two\n\n  three \\\n  four\"") == "{a: 'one two\nthree four'}");
  CHECK(data("a: plain\n  goes on\n\n  here\n") == "{a: 'plain goes on\nhere'}");
  CHECK(data("a: |\n  x\n   y\n\nb: >-\n  q\n  r\n") == "{a: 'x\n y\n', b: 'q r'}");
  CHECK(data("a: >\n x\n\n y\n  z\n w\n") == "{a: 'x\ny\n z\nw\n'}");
  CHECK(data("a: |+\n x\n\nb: |2\n   d\n") == "{a: 'x\n\n', b: ' d\n'}");
  CHECK(data("a: |-\n  no newline at the end") == "{a: 'no newline at the end'}");
}

TEST_CASE("every key and value knows its place") {
  const SourceFile file(
      "x", "---\ntïtle: \"ü x\" # c\nlist:\n  - a\n  - { k: [1, 2] }\ntext: |\n  é\n\nend:\n");
  const YamlOutcome outcome =
      parse_yaml(file, {4, static_cast<std::uint32_t>(file.bytes().size())});
  REQUIRE(outcome.valid);
  const std::vector<Member>& members = outcome.root.members;
  REQUIRE(members.size() == 4);
  CHECK(members[0].key_span == Span{{2, 1}, {2, 6}});
  CHECK(members[0].value.span == Span{{2, 8}, {2, 13}});
  CHECK(file.text(members[1].value.span) == "- a\n  - { k: [1, 2] }");
  CHECK(file.text(members[1].value.items[1].span) == "{ k: [1, 2] }");
  CHECK(file.text(members[1].value.items[1].members[0].value.span) == "[1, 2]");
  CHECK(members[1].value.items[1].members[0].value.items[1].span == Span{{5, 14}, {5, 15}});
  CHECK(file.text(members[2].value.span) == "|\n  é");
  CHECK(members[3].value.span == Span{{9, 5}, {9, 5}});
  CHECK(outcome.root.span == Span{{2, 1}, {9, 5}});
}

TEST_CASE("places hold with CRLF and when a scalar goes over lines") {
  const SourceFile file("x", "a: \"x\r\n  y\"\r\nb: p\r\n  q\r\nc: d\r\n");
  const YamlOutcome outcome = read(file);
  REQUIRE(outcome.valid);
  CHECK(file.text(outcome.root.members[0].value.span) == "\"x\r\n  y\"");
  CHECK(file.text(outcome.root.members[1].value.span) == "p\r\n  q");
  CHECK(outcome.root.members[2].key_span == Span{{5, 1}, {5, 2}});
}

TEST_CASE("places count code points of every length") {
  const SourceFile file("x",
                        "\U0001F600é: [ü, \U0001F600x]\n日本: \"é\\u00e9\" # 日\nb: {語: z}\n");
  const YamlOutcome outcome = read(file);
  REQUIRE(outcome.valid);
  const std::vector<Member>& members = outcome.root.members;
  CHECK(file.text(members[0].key_span) == "\U0001F600é");
  CHECK(file.text(members[0].value.items[0].span) == "ü");
  CHECK(members[0].value.items[1].span == Span{{1, 9}, {1, 11}});
  CHECK(members[1].value.text == "éé");
  CHECK(file.text(members[1].value.span) == "\"é\\u00e9\"");
  CHECK(file.text(members[2].value.members[0].value.span) == "z");
}

TEST_CASE("a block scalar ends with its text") {
  const SourceFile file("x", "a: | # c\nb: >-  \n  x  \n\n# d\nc: |\n  y");
  const YamlOutcome outcome = read(file);
  REQUIRE(outcome.valid);
  CHECK(file.text(outcome.root.members[0].value.span) == "|");
  CHECK(file.text(outcome.root.members[1].value.span) == ">-  \n  x");
  CHECK(file.text(outcome.root.members[2].value.span) == "|\n  y");
}

TEST_CASE("a repeated key is reported with the first one's line and does not invalidate") {
  const YamlOutcome outcome = read("a: 1\nb: 2\na: 3\n");
  CHECK(outcome.valid);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == YamlProblem::Kind::duplicate_key);
  CHECK(outcome.problems[0].message == "key 'a' was already given in line 1");
  CHECK(outcome.problems[0].span == Span{{3, 1}, {3, 2}});
  CHECK(shown(outcome.root) == "{a: #1, b: #2}");
  CHECK(read("{a: 1, \"a\": 2}").problems.size() == 1);
}

TEST_CASE("what we do not accept is refused where it stands") {
  CHECK(refusal("a: &x b") == "1:4 anchors are not supported");
  CHECK(refusal("a: *x") == "1:4 aliases are not supported");
  CHECK(refusal("a: !!str b") == "1:4 tags are not supported");
  CHECK(refusal("<<: {a: b}") == "1:1 merge keys are not supported");
  CHECK(refusal("a: b\n---\nc: d") == "2:1 a second document starts here");
  CHECK(refusal("a: b\n...\nc: d") == "2:1 '...' ends what is read as YAML, but more follows");
  CHECK(refusal("a: b\n...\n---\nc: d") == "3:1 a second document starts here");
  CHECK(refusal("%YAML 1.2\n---\na: b") == "1:1 directives are not supported");
  CHECK(refusal("? a\n: b") == "1:1 keys written with '?' are not supported");
  CHECK(refusal("[a]: b") == "1:1 a key must be plain text");
  CHECK(refusal("\ta: b") == "1:1 a tab is used as indentation");
  CHECK(refusal("a:\n\t- b") == "2:1 a tab is used as indentation");
  CHECK(refusal("a: x\x04y") == "1:5 a control character (\\u{4}) stands here");
  CHECK(refusal("a: \xff") == "1:4 these bytes are not UTF-8");
  CHECK(refusal("a: x\rb: y") == "1:5 a control character (\\u{d}) stands here");
}

TEST_CASE("messages say what a person did") {
  CHECK(refusal("a: b: c") == "1:5 a value that holds ': ' must be quoted");
  CHECK(refusal("a: \"b\": c") == "1:7 a value that holds ': ' must be quoted");
  CHECK(refusal("a: @x") == "1:4 a value cannot start with '@'");
  CHECK(refusal("a: `x`") == "1:4 a value cannot start with '`'");
  CHECK(refusal("a: %x") == "1:4 a value cannot start with '%'");
  CHECK(refusal("a: {{ name }}") == "1:4 a value that starts with '{{' must be quoted");
  CHECK(refusal("a: - b") == "1:4 a list starts on the line after its key");
  CHECK(refusal("a: \"x\" y") == "1:8 there is text after the closing quote");
  CHECK(refusal("a: \"x\"#y") == "1:7 there is text after the closing quote");
  CHECK(refusal("a: [x, y\nb: c").substr(0, 23) == "1:4 '[' is never closed");
  CHECK(refusal("a: {x: y") == "1:4 '{' is never closed");
  CHECK(refusal("a: [b: c, d]") == "1:5 a 'key: value' pair in a list needs braces");
  CHECK(refusal("a: [b c d] e") == "1:12 there is text after the value");
  CHECK(refusal("a: |x\n") == "1:4 text after '|', which starts a block of text on the next line");
  CHECK(refusal("a: \"\\q\"") == "1:5 '\\q' is no escape that YAML knows");
  CHECK(refusal("a: b\nc d\ne: f") == "2:1 this line is neither 'key: value' nor a list item");
  CHECK(refusal("a: b\nc") == "2:1 this line is neither 'key: value' nor a list item");
  CHECK(refusal("a:b\nc: d") == "1:2 there is no space after ':'");
  CHECK(refusal("a:\n  - b\n - c") == "3:2 the indentation of this line fits no line above it");
  CHECK(refusal(" a: b\nc: d") == "2:1 the indentation of this line fits no line above it");
  CHECK(refusal("a: \"\\") == "1:5 '\\' is no escape that YAML knows");
}

TEST_CASE("what other readers take for something else is refused") {
  CHECK(refusal(", x") == "1:1 a value cannot start with ','");
  CHECK(refusal("a: \"x") == "1:4 the quote \" is not closed");
  CHECK(refusal("a: \"x\nb: 1\n") == "1:4 the quote \" is not closed");
  CHECK(refusal("a: 'x\nb: 'y'\n") == "1:4 the quote ' is not closed");
  CHECK(refusal("a: [x,,y]") == "1:7 an entry is missing here");
  CHECK(refusal("a: [,]") == "1:5 an entry is missing here");
  CHECK(refusal("a: {b:1}") == "1:6 there is no space after ':'");
  CHECK(refusal("a: {b:, c}") == "1:6 there is no space after ':'");
  CHECK(refusal("a: [b]]").substr(0, 3) == "1:7");
  CHECK(refusal(": x") == "1:1 there is no key before ':'");
  CHECK(refusal("a: x\u0085y") == "1:5 a control character (\\u{85}) stands here");
  CHECK(refusal("a: x\u2028y") == "1:5 a control character (\\u{2028}) stands here");
  CHECK(refusal("a: b\n# c\n  d").substr(0, 3) == "3:3");
  CHECK(refusal("a: |\n\tx") == "2:1 a tab is used as indentation");
  CHECK(refusal("a: {b: :c}").substr(0, 3) == "1:8");
  CHECK(refusal("a: b\n\uFEFFc: d") == "2:1 a byte order mark stands here");
  CHECK(refusal("a:\n|\n x").substr(0, 3) == "2:1");
  CHECK(refusal("a: |# c\n  x") == "1:5 there is no space before '#'");
}

TEST_CASE("tabs stand between tokens of a line, and nowhere else") {
  CHECK(refusal("a: b\n\t\nc: d") == "2:1 a tab is used as indentation");
  CHECK(refusal("a:\n  \t# c\n  b: d") == "2:1 a tab is used as indentation");
  CHECK(refusal("a: |\n  \tx") == "2:1 a tab is used as indentation");
  CHECK(refusal("a: b\n\tc") == "2:1 a tab is used as indentation");
  CHECK(refusal("-\ta") == "1:2 a tab follows the dash");
  CHECK(refusal("a:\n  - \t\n") == "2:5 a tab follows the dash");
  CHECK(refusal("*\tb") == "1:1 aliases are not supported");
  CHECK(data("a:\tb\t# c\nd: [\te,\tf\t]\n") == "{a: 'b', d: ['e', 'f']}");
  CHECK(data("a: |\n  x\ty\n  \tz\n") == "{a: 'x\ty\n\tz\n'}");
}

TEST_CASE("a fault further on in the line is found where it stands") {
  CHECK(refusal("- [a, \"\\q\"]") == "1:8 '\\q' is no escape that YAML knows");
  CHECK(refusal("- [a, \"b]") == "1:7 the quote \" is not closed");
  CHECK(refusal("- {a: @b}") == "1:7 a value cannot start with '@'");
  CHECK(refusal("[[a:, b]]") == "1:4 there is no space after ':'");
  CHECK(refusal("a: \"\\x4g\"") == "1:5 '\\x' is not followed by the number of a character");
  CHECK(refusal("a: \"\\ud800\"") == "1:5 '\\u' is not followed by the number of a character");
  CHECK(refusal("one\ntwo: x") == "1:1 this line is neither 'key: value' nor a list item");
  CHECK(refusal("a: one\n  two: x") ==
        "2:3 this line goes on with the value above, which cannot hold ': '");
  CHECK(refusal("a:\n- one\n two: x") ==
        "3:2 this line goes on with the value above, which cannot hold ': '");
  CHECK(refusal("- one\n  two: x") == "1:3 this line is neither 'key: value' nor a list item");
  CHECK(refusal("- one:two\n  three: x") == "1:6 there is no space after ':'");
  CHECK(refusal("a:\n - b: c\n  - d: e") ==
        "3:3 the indentation of this line fits no line above it");
  CHECK(refusal("a:\n- b: c\nd e") == "3:1 this line is neither 'key: value' nor a list item");
  CHECK(refusal("a:\n  - \n  b: c") == "3:3 the indentation of this line fits no line above it");
  CHECK(refusal("{a: *\"b\"}") == "1:5 aliases are not supported");
  CHECK(refusal("a: b\n%YAML 1.2\n---\n") == "2:1 directives are not supported");
  CHECK(refusal("\"a\nb: c") == "1:1 the quote \" is not closed");
}

TEST_CASE("a key stands on one line, and is not too long") {
  const std::string message = "a key must stand on one line, in 1,024 bytes";
  CHECK(refusal("{a\n b: c}") == "1:2 " + message);
  CHECK(refusal("{\"a\n b\": c}") == "1:2 " + message);
  CHECK(refusal(std::string(1025, 'k') + ": v") == "1:1 " + message);
  CHECK(refusal("{" + std::string(1025, 'k') + ": v}") == "1:2 " + message);
  CHECK(read(std::string(1020, 'k') + ": v").valid);
}

TEST_CASE("what looks odd and is YAML all the same is read right") {
  CHECK(data("a: x#y") == "{a: 'x#y'}");
  CHECK(data("a:\tb") == "{a: 'b'}");
  CHECK(data("a: http://x.y:80/z") == "{a: 'http://x.y:80/z'}");
  CHECK(data("a: [http://x.y/z, a:b]") == "{a: ['http://x.y/z', 'a:b']}");
  CHECK(data("a: it's \"fine\"") == "{a: 'it's \"fine\"'}");
  CHECK(data("{\"a\":1}") == "{a: #1}");
  CHECK(data("a: -x\nb: ?x\nc: :x") == "{a: '-x', b: '?x', c: ':x'}");
  CHECK(data("a: [\n  b,\n  c,\n]\n") == "{a: ['b', 'c']}");
  CHECK(data("a: {b:c: d}") == "{a: {b:c: 'd'}}");
  CHECK(data("a:\nnull: ~\n") == "{a: null, null: null}");
  CHECK(data("a: [what? here]") == "{a: ['what? here']}");
  CHECK(data("\uFEFFa: x\uFEFFy") == "{a: 'x\uFEFFy'}");
  CHECK(data("a:\n |\n x\nb: | # c\n  y") == "{a: 'x\n', b: 'y'}");
  CHECK(data("a: >\n  folded\n  to its end") == "{a: 'folded to its end'}");
  CHECK(data("[\"x\ny\", p\nq]") == "['x y', 'p q']");
}

TEST_CASE("size, depth and number of values are capped") {
  CHECK(refusal("a: " + std::string(70'000, 'x')) == "1:1 over the limit of 65536 bytes");
  const YamlOutcome deep = read("a: [[[[[[[[1]]]]]]]]");
  REQUIRE(deep.problems.size() == 1);
  CHECK(deep.problems[0].kind == YamlProblem::Kind::limit);
  CHECK(deep.problems[0].message == "nested too deeply");
  CHECK(read("a: [[[[[[[1]]]]]]]").valid);
  const YamlOutcome many = read("[a, b, c, d]", {.nodes = 4});
  REQUIRE(many.problems.size() == 1);
  CHECK(many.problems[0].message == "too many values");
  CHECK(refusal(std::string(60'000, '[')) == "1:9 nested too deeply");
  CHECK(refusal("a: " + std::string(60'000, '[')) == "1:11 nested too deeply");
}

TEST_CASE("random bytes never hang the reader and always give a verdict") {
  constexpr std::string_view kPieces[] = {
      "a",  ": ",   ":",     "\n", "- ",   "  ", "[",  "]",      "{",    "}",     ",",  "\"",
      "'",  "#",    " #",    "|",  ">",    "&",  "*",  "!",      "%",    "@",     "? ", "\t",
      "\\", "\r\n", "---\n", "~",  "\xC3", "é",  "<<", "x: y\n", "\x04", "...\n", "0"};
  std::mt19937 random(20260901);
  const auto start = std::chrono::steady_clock::now();
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) text += kPieces[random() % std::size(kPieces)];
    const YamlOutcome outcome = read(text);
    INFO(text);
    REQUIRE((outcome.valid || !outcome.problems.empty()));
    for (const YamlProblem& problem : outcome.problems) {
      REQUIRE(problem.span.valid());
      REQUIRE(problem.span.start <= problem.span.end);
      REQUIRE_FALSE(problem.message.empty());
    }
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}

TEST_CASE("long hostile texts take time in proportion to their length") {
  std::vector<std::string> texts;
  std::string quoted = "a: \"";
  std::string keys;
  std::string flow = "a: [";
  for (int i = 0; i < 3000; ++i) {
    quoted += "x\n\n  ";
    keys += "k" + std::to_string(i) + ": v\n";
    flow += "x, ";
  }
  texts = {quoted,
           keys,
           flow,
           "a: |\n" + std::string(60'000, ' '),
           std::string(60'000, '-'),
           "a: " + std::string(60'000, '\''),
           std::string(60'000, '\n') + "a: b",
           "a: " + std::string(30'000, '#')};
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& text : texts) {
    const YamlOutcome outcome = read(text);
    CHECK((outcome.valid || !outcome.problems.empty()));
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

}  // namespace runbookc
