#include "parse/secret_mask.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"

namespace runbookc {
namespace {

// Put together here, so that no scanner takes this file for a leak.
const std::string kToken = std::string("gh") + "p_q7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu";

std::string marks(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += kSecretMark;
  return out;
}

std::string masked(const std::string& text) {
  const SourceFile file("a.md", text);
  const auto hidden = with_hidden_secrets(file, parse_document(file, "a.md", {}));
  return hidden ? std::string(hidden->bytes()) : "as it is";
}

std::string fence(const std::string& text) { return "```sh\n" + text + "\n```\n"; }

std::vector<std::string> texts(const std::string& page) {
  std::vector<std::string> out;
  const SourceFile file("a.md", page);
  const Document document = parse_document(file, "a.md", {});
  for (const Command& command : document.commands) out.push_back(command.text);
  return out;
}

}  // namespace

TEST_CASE("a mark stands for each character of a secret, and every column stays") {
  CHECK(masked(fence("t --password=vX9-quincé -v")) == fence("t --password=" + marks(10) + " -v"));
  CHECK(masked("a `" + kToken + "` b\n") == "a `" + marks(40) + "` b\n");
  CHECK(masked("---\nk: " + kToken + "\n---\n") == "---\nk: " + marks(40) + "\n---\n");
  CHECK(masked("nothing here\n") == "as it is");
}

TEST_CASE("a value is hidden wherever it stands in its document, but for short ones") {
  CHECK(masked("See vX9-quince.\n\n" + fence("t --password=vX9-quince")) ==
        "See " + marks(10) + ".\n\n" + fence("t --password=" + marks(10)));
  CHECK(masked("See vX9-q.\n\n" + fence("t --password=vX9-q")) ==
        "See vX9-q.\n\n" + fence("t --password=" + marks(5)));
}

TEST_CASE("of passwords that begin with each other none leaves its end") {
  const std::string block = "PASSWORD=vX9-quince t\nPASSWORD=vX9-quinceJam t\nPASSWORD=";
  CHECK(masked("See vX9-quinceJam.\n\n" + fence(block + "vX9-quinceJam-8z t"))
            .starts_with("See " + marks(13) + ".\n"));
}

TEST_CASE("a secret on the line of a fence is hidden") {
  CHECK(masked("```bash password=vX9-quince\nls\n```\n") ==
        "```bash password=" + marks(10) + "\nls\n```\n");
  CHECK(masked("> ~~~ {.bash token='" + kToken + "'}\n> ls\n> ~~~\n") ==
        "> ~~~ {.bash token='" + marks(40) + "'}\n> ls\n> ~~~\n");
}

TEST_CASE("a secret that is found in pieces is hidden as a whole") {
  CHECK(masked(fence("PASSWORD=Winter\"24Qz9\" t")) == fence("PASSWORD=" + marks(13) + " t"));
  const std::string pieces = kToken.substr(0, 9) + "\"" + kToken.substr(9) + "\"";
  CHECK(masked(fence("A_TOKEN=" + pieces)) == fence("A_TOKEN=" + marks(42)));
}

TEST_CASE("a secret on several lines leaves the block around it as it is") {
  CHECK(masked("> ```sh\n> redis-cli -a vX9-\\\n> quince PING\n> ```\n") ==
        "> ```sh\n> redis-cli -a " + marks(4) + "\\\n> " + marks(6) + " PING\n> ```\n");
  CHECK(masked("```console\n$ redis-cli -a vX9-\\\n> quince PING\n```\n") ==
        "```console\n$ redis-cli -a " + marks(4) + "\\\n> " + marks(6) + " PING\n```\n");
}

TEST_CASE("what a directive calls no secret is shown") {
  const std::string block = fence("t --password=vX9-quince");
  const std::string directive = "<!-- runbookc-disable-next-line secret: a sample -->\n";
  CHECK(masked(directive + block) == "as it is");
  CHECK(masked("<!-- runbookc-disable-file RB608: samples -->\n\n" + block) == "as it is");
  CHECK(masked("<!-- runbookc-disable secret: x -->\n\n" + block +
               "\n<!-- runbookc-enable secret -->\n") == "as it is");
  CHECK(masked("<!-- runbookc-disable secret: x -->\n\n<!-- runbookc-enable secret -->\n\n" +
               block) != "as it is");
  CHECK(masked("<!-- runbookc-disable-next-line command-syntax: x -->\n" + block) != "as it is");
}

TEST_CASE("nothing of a document shows a secret, and its problems are those of the source") {
  const std::string page = fence("mysql -pvX9-quince db\nif x; then " + kToken);
  CHECK(texts(page) ==
        std::vector<std::string>{"mysql -p" + marks(10) + " db", "if x; then " + marks(40)});
  const SourceFile file("a.md", page);
  const Document document = parse_document(file, "a.md", {});
  std::size_t secrets = 0;
  for (const Problem& problem : document.problems)
    if (problem.kind == ProblemKind::secret) ++secrets;
  CHECK(secrets == 2);
  CHECK(document.source_hash !=
        parse_document(SourceFile("a.md", page + "\n"), "a.md", {}).source_hash);
  CHECK(document.hides_secrets);
  CHECK_FALSE(parse_document(SourceFile("a.md", "# A\n"), "a.md", {}).hides_secrets);
  // No digest tells a password to whoever tries them all.
  const std::string other = fence("mysql -pvX8-quance db\nif x; then " + kToken);
  CHECK(document.source_hash == parse_document(SourceFile("a.md", other), "a.md", {}).source_hash);
}

TEST_CASE("bytes that are no UTF-8 and a limit on bytes are judged by the file itself") {
  const std::string page = fence("t --password=vX9-qu\xffnce");
  const SourceFile file("a.md", page);
  const Document document = parse_document(file, "a.md", {});
  CHECK(std::ranges::count(document.problems, ProblemKind::not_utf8, &Problem::kind) == 1);
  ParseOptions options;
  options.limits.document_bytes = page.size();
  CHECK(std::ranges::count(parse_document(file, "a.md", options).problems,
                           ProblemKind::file_too_large, &Problem::kind) == 0);
}

}  // namespace runbookc
