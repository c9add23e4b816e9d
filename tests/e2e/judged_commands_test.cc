// What commands do, through all that hides it, by the real program.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

nlohmann::json json_of(const TempFolder& folder, const std::vector<std::string>& arguments) {
  const ProcessResult result = run_in(folder.path(), arguments);
  CAPTURE(result.err);
  REQUIRE(result.exit_code != -1);
  REQUIRE_FALSE(result.out.empty());
  return nlohmann::json::parse(result.out);
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

}  // namespace

TEST_CASE("functions, aliases and variables do not hide what a command does") {
  const TempFolder folder;
  folder.write("content/a.md",
               "# A\n\n```bash\nmain() { clean; }\nclean() { rm -rf /srv/x; }\nalias k=kubectl\n"
               "RUN=rm\n```\n\nThen:\n\n```bash\nmain\nk delete ns shop\n$RUN x\n"
               "${SUDO:-sudo} rm -rf /srv/x\n```\n");
  const auto commands = json_of(folder, {"commands", "--format", "json"})["commands"];
  REQUIRE(commands.size() == 8);
  CHECK(commands[4]["risk"] == "destroy");
  CHECK(commands[4]["risk_reason"] == "deletes files, folders too");
  CHECK(commands[5]["risk"] == "destroy");
  CHECK(commands[6]["risk"] == "unknown");
  CHECK(commands[7]["risk"] == "destroy");
}

TEST_CASE("hostile commands of half a megabyte are judged") {
  const std::string block = GENERATE("bash <<E\n" + repeated("bash\n", 500'000) + "E",
                                     "redis-cli <<E\n" + repeated("flushall\n", 500'000) + "E",
                                     "echo \"" + repeated("a b c;", 500'000) + "\" | sudo bash",
                                     "find . " + repeated("-exec sh \\; ", 250'000) + "<<E\n" +
                                         repeated("fernctl\n", 240'000) + "E");
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\n```bash\n" + block + "\n```\n");
  const auto commands = json_of(folder, {"commands", "--format", "json"})["commands"];
  REQUIRE(commands.size() == 1);
  CHECK(commands[0]["risk"] != "read");
}

TEST_CASE("a warning has to be one, and a suppression is none") {
  const TempFolder folder;
  folder.write(
      "content/a.md",
      "# A\n\nAs a precaution look at the warning lights:\n\n```bash\nrm -rf /srv/x\n```\n\n"
      "This cannot be undone:\n\n```bash\nrm -rf /srv/x\n```\n\nReplica:\n\n"
      "<!-- runbookc-disable-next-line danger-unmarked: read replica only -->\n"
      "```bash\nredis-cli FLUSHALL\n```\n");
  std::vector<std::string> found;
  const auto report = json_of(folder, {"check", "--format", "json"});
  for (const auto& one : report["diagnostics"])
    if (one["code"] == "RB606" || one["code"] == "RB902")
      found.push_back(one["code"].get<std::string>() + ":" +
                      std::to_string(one["start"]["line"].get<int>()));
  CHECK(found == std::vector<std::string>{"RB606:6"});
}

TEST_CASE("downloads are found where they are run") {
  const TempFolder folder;
  folder.write("content/a.md",
               "# A\n\n```bash\nssh h 'curl https://x/i | bash'\n(curl https://x/i) | sudo -s\n"
               "curl -o f https://x/f && bash f\ncurl https://x/a | jq .\n```\n");
  std::vector<int> lines;
  const auto report = json_of(folder, {"check", "--format", "json"});
  for (const auto& one : report["diagnostics"])
    if (one["code"] == "RB613") lines.push_back(one["start"]["line"].get<int>());
  CHECK(lines == std::vector<int>{4, 5, 6});
}

TEST_CASE("what waits is told a remedy that fits, once the rule is on") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "rules: { command-interactive: warning }\n");
  folder.write("content/a.md",
               "# A\n\n```bash\noc edit deployment web\ntail -f x &\nread -p 'Sure? ' y\n```\n");
  std::vector<std::string> help;
  const auto report = json_of(folder, {"check", "--format", "json"});
  for (const auto& one : report["diagnostics"])
    if (one["code"] == "RB609") help.push_back(one["help"].get<std::string>());
  CHECK(help == std::vector<std::string>{"say what to change, or use 'oc patch' or 'oc set'"});
}

}  // namespace runbookc
