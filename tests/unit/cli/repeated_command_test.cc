#include "cli/repeated_command.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

Arguments given(std::map<std::string, std::vector<std::string>, std::less<>> options,
                std::vector<std::string> paths = {}) {
  Arguments arguments;
  arguments.options = std::move(options);
  arguments.positionals = std::move(paths);
  return arguments;
}

Project project_with_baseline(const std::string& baseline) {
  Project project;
  project.roots.root = "/srv/ops";
  project.paths = ShownPaths("/srv/ops", "/srv/ops/docs");
  project.config.baseline = baseline;
  return project;
}

}  // namespace

TEST_CASE("without options the tips are the plain commands") {
  Project project;
  const TipCommands tips = tip_commands(project, {});
  const TipCommands plain;
  CHECK(tips.check == plain.check);
  CHECK(tips.show_infos == plain.show_infos);
  CHECK(tips.fix == plain.fix);
  CHECK(tips.update_baseline == plain.update_baseline);
  CHECK(tips.accept_old == plain.accept_old);
}

TEST_CASE("tips repeat where, what and since when, quoted for the shell where it is needed") {
  const TipCommands tips =
      tip_commands(project_with_baseline(""), given({{"-C", {"x", "my docs"}},
                                                     {"--config", {"c.yaml"}},
                                                     {"--changed-since", {"main~1"}},
                                                     {"--today", {"2026-01-01"}}},
                                                    {"a.md", "it's.md"}));
  CHECK(
      tips.fix ==
      R"(runbookc fix --diff -C 'my docs' --config c.yaml --changed-since 'main~1' a.md 'it'\''s.md')");
  CHECK(
      tips.show_infos ==
      R"(runbookc check -v -C 'my docs' --config c.yaml --changed-since 'main~1' a.md 'it'\''s.md')");
  CHECK(tips.update_baseline == "runbookc check --update-baseline -C 'my docs' --config c.yaml");
  CHECK(tips.accept_old ==
        "runbookc check --baseline ../runbookc-baseline.json --update-baseline -C 'my docs' "
        "--config c.yaml");
}

TEST_CASE("paths that tell the root are repeated where there is no project file") {
  const Arguments arguments = given({{"--baseline", {"b.json"}}}, {"docs"});
  Project project = project_with_baseline("");
  CHECK(tip_commands(project, arguments).update_baseline ==
        "runbookc check --update-baseline --baseline b.json docs");
  project.roots.config_file = "/srv/ops/runbookc.yaml";
  CHECK(tip_commands(project, arguments).update_baseline ==
        "runbookc check --update-baseline --baseline b.json");
}

TEST_CASE("what looks like an option is kept from being one") {
  const TipCommands tips =
      tip_commands(Project(), given({{"--changed-since", {"-x"}}}, {"-v", "a.md"}));
  CHECK(tips.fix == "runbookc fix --diff --changed-since=-x -- -v a.md");
}

TEST_CASE("control characters of a path do not reach the terminal") {
  CHECK(shell_word("a\x1b[2J.md") == R"('a\u{1b}[2J.md')");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("$(x)") == "'$(x)'");
}

TEST_CASE("tips about the baseline are about the one that counts") {
  const TipCommands named = tip_commands(project_with_baseline("old.json"), {});
  CHECK(named.accept_old == "runbookc check --update-baseline");
  const TipCommands other =
      tip_commands(project_with_baseline("old.json"), given({{"--baseline", {"b.json"}}}));
  CHECK(other.update_baseline == "runbookc check --update-baseline --baseline b.json");
  CHECK(other.accept_old == other.update_baseline);
  CHECK(other.check == "runbookc check --baseline b.json");
  CHECK(other.fix == "runbookc fix --diff");
  const TipCommands none =
      tip_commands(project_with_baseline("old.json"), given({{"--no-baseline", {}}}));
  CHECK(none.accept_old.empty());
  CHECK(none.check == "runbookc check --no-baseline");
}

TEST_CASE("for a buffer there is nothing on disk to mend or to accept") {
  const TipCommands tips = tip_commands(Project(), given({{"--stdin-filename", {"a.md"}}}));
  CHECK(tips.fix.empty());
  CHECK(tips.update_baseline.empty());
  CHECK(tips.accept_old.empty());
  CHECK(tips.show_infos == "runbookc check -v --stdin-filename a.md");
}

}  // namespace runbookc
