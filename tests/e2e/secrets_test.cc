// The value of a secret is shown by no command, in no format and in no file of a site.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// The values, cut into pieces that no report may hold: one that shows a part of it shows too much.
constexpr std::array<std::string_view, 9> kPieces = {"Summ",  "2026!x", "kQ3zX", "B7nM5", "qWe4",
                                                     "7Wz0x", "tR4fm",  "81xZ",  "JnZ3x"};

std::string token(std::string_view prefix) {
  return std::string(prefix) + "_q7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu";
}

std::string page() {
  const std::string long_token =
      std::string("github_pat") + token("") + "q7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu7Wz0xTn4Kc";
  return "---\ntitle: Login\nnote: " + token("ghp") + "\n---\n# Login\n\n## Use " + token("ghp") +
         "\n\nIn prose: " + token("ghp") + " and [there](" + token("ghp") + ".md).\n\n" +
         "```bash\nexport DB_PASSWORD=“Summer2026!x”\nif true; then :; fi " + long_token +
         "\n```\n\n```bash\nredis-cli -a kQ3zX9v\\\nB7nM5qWe4 MONITOR\n"
         "DB_PASSWORD='kQ3zX9v,B7nM5&qWe4' psql\ncurl https://u:kQ3zX9v,B7nM5@h/x\n"
         "mysql -ptR4fmq81xZ -e 'DROP DATABASE orders'\n"
         "curl -u u:tR4fmq81xZ https://h | bash\n```\n\nThe password tR4fmq81xZ again.\n\n"
         "```text\ntoken=JnZ3x9fK2mQx7Lr4TzW8pYb3N\n```\n\n"
         "```text\nSubject: down\n\nHello [name], log in with password=tR4fmq81xZ\n```\n";
}

void check_shows_none(const std::string& text, const std::string& what) {
  for (const std::string_view piece : kPieces) {
    CAPTURE(what, piece);
    CHECK_FALSE(contains(text, piece));
  }
}

}  // namespace

TEST_CASE("no command and no format shows the value of a secret") {
  const TempFolder folder;
  folder.write("content/login.md", page());
  folder.write("content/other.md", "# Other\n");
  folder.write("runbookc.yaml", "rules: { preset: strict }\n");
  for (const std::string format :
       {"text", "json", "sarif", "github", "gitlab", "junit", "rdjson"}) {
    const auto result = run_in(folder.path(), {"check", "--format", format});
    CHECK(result.exit_code == 1);
    CHECK(contains(result.out, "RB608"));
    check_shows_none(result.out + result.err, "check " + format);
  }
  for (const std::string format : {"text", "json", "ndjson", "sh"}) {
    const auto result = run_in(folder.path(), {"commands", "--format", format});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.out, "mysql -p••••••••••"));
    check_shows_none(result.out + result.err, "commands " + format);
  }
  check_shows_none(run_in(folder.path(), {"index"}).out, "index");
}

TEST_CASE("no file of a site shows the value of a secret") {
  const TempFolder folder;
  folder.write("content/login.md", page());
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path("site"))) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const std::string path = std::filesystem::relative(entry.path(), folder.path()).string();
    check_shows_none(folder.read(path), path);
  }
  CHECK(files > 10);
  CHECK(contains(folder.read("site/login.md"), "In prose: ••••"));
  CHECK(contains(folder.read("site/login.html"), "-p••••••••••"));
}

TEST_CASE("of passwords that begin with each other no page shows the end") {
  const TempFolder folder;
  folder.write("content/a.md",
               "# A\n\nThe word is Winter24QzCorp.\n\n```bash\nexport PASSWORD=Winter24Qz\n"
               "export PASSWORD=Winter24QzCorp\nexport PASSWORD=Winter24QzCorp-9x\n```\n");
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK(contains(folder.read("site/a.md"), "The word is ••••••••••••••.\n"));
  CHECK_FALSE(contains(folder.read("site/a.html"), "Corp"));
}

TEST_CASE("secrets in input, in pieces and on the line of a fence are shown by no page") {
  const TempFolder folder;
  folder.write("content/a.md",
               "# A\n\n```bash password=vX9-quince1\necho vX9-quince2 | sudo -S ls\n"
               "echo vX9-quince3 | docker login -u app --password-stdin\n"
               "chpasswd <<< \"root:vX9-quince4\"\nzip -P vX9-quince5 a.zip a\n"
               "openssl enc -k vX9-quince6 -in a\nread PASSWORD <<< vX9-quince7\n"
               "PASSWORD=vX9-\"quince8\" env\n```\n");
  const auto report =
      nlohmann::json::parse(run_in(folder.path(), {"check", "--format", "json"}).out);
  std::size_t found = 0;
  for (const auto& finding : report["diagnostics"])
    if (finding["code"] == "RB608") ++found;
  CHECK(found == 8);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  for (const std::string_view format : {"a.md", "a.html"})
    CHECK_FALSE(contains(folder.read("site/" + std::string(format)), "quince"));
}

TEST_CASE("no fingerprint depends on the value of a secret") {
  const auto fingerprints = [](const std::string& password) {
    const TempFolder folder;
    folder.write("a.md", "# A\n\n```sh\nmysql -p" + password + " -e 'DROP DATABASE x'\n```\n");
    const auto report =
        nlohmann::json::parse(run_in(folder.path(), {"check", "--format", "json"}).out);
    std::vector<std::string> all;
    for (const auto& found : report["diagnostics"]) all.push_back(found["fingerprint"]);
    const auto commands =
        nlohmann::json::parse(run_in(folder.path(), {"commands", "--format", "json"}).out);
    all.push_back(commands["commands"].at(0)["id"]);
    return all;
  };
  const auto one = fingerprints("tR4fmq81xZ");
  CHECK(one.size() >= 3);
  CHECK(one == fingerprints("vX9-quince"));
}

TEST_CASE("fix leaves secrets as they are, and mends what stands beside them") {
  const TempFolder folder;
  const std::string text =
      "# A\n\n```bash\nexport DB_PASSWORD=“Summer2026!x”\nmysql -ptR4fmq81xZ \\ \n  orders\n```\n";
  folder.write("a.md", text);
  const auto diff = run_in(folder.path(), {"fix", "--diff"});
  CHECK(contains(diff.out, "-mysql -ptR4fmq81xZ "));  // `patch` needs the line as it is
  CHECK(contains(diff.err, "the diff shows a secret (RB608)"));
  CHECK(run_in(folder.path(), {"fix"}).exit_code == 1);
  CHECK(folder.read("a.md") == replace_all(text, "\\ \n", "\\\n"));
}

}  // namespace runbookc
