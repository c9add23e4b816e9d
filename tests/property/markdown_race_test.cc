// cmark-gfm has global state (src/parse/cmark_setup.cc): thousands of documents must come out the
// same on one thread and on eight. Meant to run under the thread sanitizer too.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/work_pool.h"
#include "model/serialise.h"
#include "parse/markdown.h"

namespace runbookc {
namespace {

// Documents full of what the extensions look at: tildes, pipes, tasks, footnotes, addresses.
std::string random_document(std::uint32_t seed) {
  const std::vector<std::string> pieces{"~~gone~~ ",
                                        "~one~ ",
                                        "a~b~~c ",
                                        "| a | b |\n|---|---|\n| ~~x~~ | y |\n\n",
                                        "- [ ] task ~a~\n",
                                        "- [x] done\n",
                                        "# Head ~~x~~\n\n",
                                        "[^1] ",
                                        "\n\n[^1]: note ~~y~~\n\n",
                                        "https://x.org/~u ",
                                        "**bold ~~x~~** ",
                                        "`~~code~~` ",
                                        "```sh\nls ~\n```\n\n",
                                        "> ~~quote~~\n\n",
                                        "[a ~b~](c) ",
                                        "words ",
                                        "\n\n",
                                        "[r]: /u\n\n",
                                        "[r] ~~[r]~~ "};
  std::mt19937 random(seed);
  std::string text;
  for (int count = 0; count < 40; ++count) text += pieces[random() % pieces.size()];
  return text;
}

std::vector<std::string> parse_all(const std::vector<std::string>& bodies, unsigned threads) {
  std::vector<std::string> results(bodies.size());
  for_each_index(bodies.size(), threads, [&](std::size_t at) {
    const SourceFile file("page.md", bodies[at]);
    Document document;
    parse_markdown(file, 0, {}, document);
    results[at] = serialise(document);
  });
  return results;
}

}  // namespace

TEST_CASE("thousands of documents come out the same on one thread and on eight", "[threads]") {
  std::vector<std::string> bodies;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) bodies.push_back(random_document(seed));
  // Eight threads first: they are the ones that set cmark up.
  const std::vector<std::string> many = parse_all(bodies, 8);
  const std::vector<std::string> one = parse_all(bodies, 1);
  std::size_t different = 0;
  for (std::size_t at = 0; at < bodies.size(); ++at) different += one[at] == many[at] ? 0 : 1;
  CHECK(different == 0);
}

TEST_CASE("strikethrough is always seen, whichever thread looks", "[threads]") {
  std::vector<std::string> bodies(2000, "~~gone~~\n");
  std::vector<std::size_t> seen(bodies.size());
  for_each_index(bodies.size(), 8, [&](std::size_t at) {
    const SourceFile file("page.md", bodies[at]);
    Document document;
    parse_markdown(file, 0, {}, document);
    seen[at] = document.html.find("<del>gone</del>") == std::string::npos ? 0 : 1;
  });
  CHECK(std::count(seen.begin(), seen.end(), 1U) == 2000);
}

}  // namespace runbookc
