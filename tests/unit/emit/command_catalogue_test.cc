#include "emit/command_catalogue.h"

#include "unit/emit/memory_corpus.h"

namespace runbookc {
namespace {

std::string page_with(std::string_view commands) {
  return "# Page\n\n```bash\n" + std::string(commands) + "\n```\n";
}

const CatalogueTool* tool(const CommandCatalogue& catalogue, std::string_view name) {
  for (const CatalogueTool& one : catalogue.tools) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

std::string main_of(const std::string& text) {
  Command command;
  const Corpus corpus = memory_corpus({{"a.md", page_with(text)}});
  return std::string(main_program(corpus.documents[0].commands.at(0)));
}

}  // namespace

TEST_CASE("a command is listed under each program that it runs, once") {
  const Corpus corpus = memory_corpus(
      {{"a.md", page_with("kubectl get pods | grep x | grep y")}, {"b.md", page_with("grep z f")}});
  const CommandCatalogue catalogue = command_catalogue(corpus);
  CHECK(catalogue.entries.size() == 2);
  REQUIRE(tool(catalogue, "grep") != nullptr);
  CHECK(tool(catalogue, "grep")->entries == std::vector<Index>{0, 1});
  CHECK(tool(catalogue, "kubectl")->entries == std::vector<Index>{0});
  CHECK(catalogue.tools.front().name == "grep");  // the most used first
}

TEST_CASE("commands are counted by what they would do, the worst first") {
  const Corpus corpus = memory_corpus(
      {{"a.md",
        page_with("kubectl get pods\nkubectl delete namespace orders\nkubectl get nodes")}});
  const CommandCatalogue catalogue = command_catalogue(corpus);
  CHECK(catalogue.by_risk == std::array<std::size_t, 4>{1, 0, 0, 2});
  CHECK(tool(catalogue, "kubectl")->by_risk == catalogue.by_risk);
}

TEST_CASE("commands of drafts are not listed") {
  const Corpus corpus = memory_corpus(
      {{"a.md", "---\nstatus: draft\n---\n" + page_with("ls")}, {"b.md", "# B\n\ntext\n"}});
  CHECK(command_catalogue(corpus).entries.empty());
}

TEST_CASE("a program that only runs another is not what a command is about") {
  CHECK(main_of("sudo systemctl restart x") == "systemctl");
  CHECK(main_of("timeout 5 curl https://example.com") == "curl");
  CHECK(main_of("kubectl get pods") == "kubectl");
}

TEST_CASE("thousands of programs do not become thousands of lists") {
  std::string commands;
  for (int i = 0; i < 1000; ++i) commands += "tool-" + std::to_string(i) + " --go\n";
  const Corpus corpus = memory_corpus({{"a.md", page_with(commands)}});
  const CommandCatalogue catalogue = command_catalogue(corpus);
  CHECK(catalogue.entries.size() == 1000);
  CHECK(catalogue.tools.size() == 300);
}

}  // namespace runbookc
