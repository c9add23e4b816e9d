#include "search/analysis.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace runbookc;

namespace {

const std::string kVectors = std::string(RUNBOOKC_SOURCE_DIR) + "/tests/search/analysis.json";

nlohmann::ordered_json as_json(const std::vector<Token>& tokens) {
  auto list = nlohmann::ordered_json::array();
  for (const Token& token : tokens) {
    list.push_back(
        {{"kind", token_kind_name(token.kind)}, {"raw", token.raw}, {"term", token.term}});
  }
  return list;
}

nlohmann::ordered_json vectors() {
  std::ifstream file(kVectors);
  return nlohmann::ordered_json::parse(file);
}

// The vectors with what the analysis says now, a token a line.
void accept(const nlohmann::ordered_json& cases) {
  Analyzer analyzer;
  std::ofstream file(kVectors);
  file << "[\n";
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const nlohmann::ordered_json& text = cases[i].at("text");
    file << "  {\"text\": " << text.dump() << ", \"tokens\": [";
    const auto tokens = as_json(analyzer.tokens(text.get<std::string>()));
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      file << (t == 0 ? "\n    " : ",\n    ") << tokens[t].dump();
    }
    file << (i + 1 == cases.size() ? "]}\n" : "]},\n");
  }
  file << "]\n";
}

std::string raws(std::string_view text) {
  Analyzer analyzer;
  std::string list;
  for (const Token& token : analyzer.tokens(text)) list += (list.empty() ? "" : " ") + token.raw;
  return list;
}

}  // namespace

// The site's script is held to the same file. RUNBOOKC_ACCEPT=1 writes it anew.
TEST_CASE("texts have the tokens that both analyses agree on") {
  if (std::getenv("RUNBOOKC_ACCEPT") != nullptr) accept(vectors());
  Analyzer analyzer;
  const auto cases = vectors();
  CHECK(cases.size() >= 60);
  for (const auto& test : cases) {
    CAPTURE(test.at("text").get<std::string>());
    CHECK(as_json(analyzer.tokens(test.at("text").get<std::string>())) == test.at("tokens"));
  }
}

TEST_CASE("a word is found whatever its ending, case and accents are") {
  Analyzer analyzer;
  const auto term = [&](std::string_view text) { return analyzer.tokens(text).at(0).term; };
  CHECK(term("Restarting") == term("restarts"));
  CHECK(term("Zürich") == term("ZURICH"));
  CHECK(term("PVCs") == term("pvc"));
  CHECK(term("5xx") == "5xx");
}

TEST_CASE("invalid bytes separate words") { CHECK(raws("pool\xff\xfe full \x80") == "pool full"); }

TEST_CASE("what is too long to be a word is none") {
  CHECK(raws(std::string(41, 'x')).empty());
  CHECK(raws(std::string(40, 'x')).size() == 40);
  CHECK(raws(std::string(40, 'x') + "-" + std::string(40, 'y')).size() == 81);
  CHECK(raws("a" + std::string(1 << 20, '-') + "b").empty());
}

TEST_CASE("an analyzer remembers nothing that changes its answers") {
  Analyzer analyzer;
  const auto once = analyzer.tokens("Failing over the databases");
  analyzer.tokens("other texts, quickly");
  CHECK(analyzer.tokens("Failing over the databases") == once);
}

TEST_CASE("the tokens of a text are those of its chunks") {
  std::vector<std::string> texts = {"", " ,; ", "A\xcc\x81 e\xcc\x81 \xcc\x81x",
                                    "ﬁle…stop\u00a0now ½ cup", "\xe2\x80 \xff\xc3(\xe6\x97"};
  for (const auto& row : vectors()) texts.push_back(row.at("text").get<std::string>());
  for (const std::string& text : texts) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    ChunkReader reader(text);
    for (auto chunk = reader.next(); !chunk.empty(); chunk = reader.next()) {
      for (Token& token : analyzer.tokens(chunk)) tokens.push_back(std::move(token));
    }
    CHECK(tokens == analyzer.tokens(text));
  }
}
