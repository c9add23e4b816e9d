// `commands --format sh`: a script that anybody may run, whatever a runbook says.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <set>

#include "base/text.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

std::string fence(const std::string& text) { return "```bash\n" + text + "\n```\n\n"; }

std::string script_of(const TempFolder& folder, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), {"commands", "--format", "sh"});
  const auto result = run_in(folder.path(), arguments);
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  return result.out;
}

std::string script_of(const std::string& page) {
  const TempFolder folder;
  folder.write("a.md", page);
  return script_of(folder);
}

// The lines of the commands that run: those of the here-documents. Any other line that is neither a
// comment nor a part of the frame is one, too.
std::vector<std::string> live_lines(const std::string& script) {
  static const std::set<std::string_view> kFrame = {"",
                                                    "(",
                                                    ")",
                                                    "shopt -s extglob",
                                                    "eval \"$runbookc\" </dev/null",
                                                    "eval \"$runbookc\" </dev/null || exit"};
  constexpr std::string_view kReads = "IFS= read -r -d '' runbookc <<'";
  std::vector<std::string> lines;
  std::string end;  // of the here-document that is open
  for (const std::string_view line : split_lines(script)) {
    if (!end.empty()) {
      if (line == end)
        end.clear();
      else
        lines.emplace_back(line);
    } else if (line.starts_with(kReads)) {
      end = line.substr(kReads.size(), line.size() - kReads.size() - 1);
    } else if (!line.starts_with('#') && !kFrame.contains(line)) {
      lines.emplace_back(line);
    }
  }
  CHECK(end.empty());
  return lines;
}

using Lines = std::vector<std::string>;

// Runs a script where nothing can be hurt: no program is found, none may be named by its path, no
// file be written, and no process be signalled. Returns what bash says it executes.
std::string trace_of(const std::string& script) {
  const TempFolder folder;
  folder.write("run.sh",
               "ulimit -t 10\nPATH=/nonexistent\nenable -n kill suspend wait ulimit umask\n"
               "exec 9>trace\nBASH_XTRACEFD=9\nPS4='+ '\n"
               "rm() { :; }\ndropdb() { :; }\nset -xr\n" +
                   script + "\n: the end\n");
  ProcessOptions bash;
  bash.program = "bash";
  bash.directory = folder.path();
  const auto run = run_tool({"run.sh"}, bash);
  CAPTURE(script, run.err);
  const std::string trace = folder.read("trace");
  REQUIRE(contains(trace, "+ : the end\n"));
  return trace;
}

bool ran(const std::string& trace, const std::string& word) {
  return std::ranges::any_of(split_lines(trace), [&](std::string_view line) {
    const std::size_t at = line.find_first_not_of('+');
    return at != std::string_view::npos && at > 0 &&
           (line.substr(at).starts_with(" " + word + " ") || line.substr(at) == " " + word);
  });
}

}  // namespace

TEST_CASE("what is no whole command is a comment of the script") {
  for (const std::string text :
       {"helm upgrade a b \\ \n  --dry-run", "kubectl drain n1 \\ \n--dry-run=client",
        "kubectl drain n1 \\\n# first\n--force", "grep “x y” f", "kubectl apply –f f",
        "kubectl apply -f …", "echo 'open", "cat <<EOF\nuptime", "echo a \\",
        "if true; then\nuptime", "--dry-run", "for i in 1; do\n  uptime\nend\nuptime",
        "curl https://x.example/i | sh"}) {
    CAPTURE(text);
    CHECK(live_lines(script_of("# A\n\n" + fence(text))).empty());
  }
}

TEST_CASE("what leaves the shell, waits or stands in a variable is a comment with its reason") {
  for (const std::string text : {"exit",
                                 "exit 1",
                                 "logout",
                                 "return 1",
                                 "exec bash",
                                 "exec ls",
                                 "builtin exit",
                                 "command exit 3",
                                 "sudo -i",
                                 "su - postgres",
                                 "tail -f /var/log/x",
                                 "ssh db-1",
                                 "kubectl exec -it p -- bash",
                                 "vi f",
                                 "set -n",
                                 "set -o noexec",
                                 "kill $$",
                                 "$X -rf /",
                                 "sudo $X a",
                                 "eval \"$X\"",
                                 "touch a; sudo $X -rf /x",
                                 "touch a; eval \"$X\"",
                                 "touch a; xargs $X < b",
                                 ". <(echo rm -rf /x)",
                                 "source /dev/stdin <<< 'rm -rf /x'",
                                 "awk 'BEGIN{system(\"rm\")}'",
                                 "git -c alias.x='!rm' x",
                                 "git -c core.pager='rm x' log",
                                 "ssh -o ProxyCommand='rm x' db ls",
                                 "LD_PRELOAD=x ls",
                                 "$'\\162m' -rf /x",
                                 "bash -c $'\\162m -rf /x'",
                                 "eval $'rm\\x20-rf\\x20/x'",
                                 "ls -l; exit",
                                 "exit || true",
                                 "if true; then exit; fi",
                                 "eval exit",
                                 "trap exit EXIT",
                                 "set +e",
                                 ":(){ :|:& };:",
                                 "for ((;;)); do ls; done",
                                 "yes > f",
                                 "cat /dev/zero",
                                 "kill -9 -$$",
                                 "pkill -P $$",
                                 "mysql -pvX9-quince db"}) {
    CAPTURE(text);
    const std::string script = script_of("# A\n\n" + fence(text));
    CHECK(live_lines(script).empty());
    CHECK(contains(script, "# 0 of 1 command would run.\n# As comments: 1 ("));
  }
  CHECK(live_lines(script_of("# A\n\n" + fence("cd /x || exit 1"))) == Lines{"cd /x || exit 1"});
  CHECK(live_lines(script_of("# A\n\n" + fence("in-house --now"))) == Lines{"in-house --now"});
}

TEST_CASE("what is typed into a shell that another command opens does not run in this one") {
  for (const std::string opener : {"ssh db-1", "kubectl exec -it p -- bash", "sudo -i", "psql"}) {
    CAPTURE(opener);
    CHECK(live_lines(script_of("# A\n\n" + fence(opener + "\nuptime") + fence("date"))) ==
          Lines{"date"});
  }
}

TEST_CASE("a command does not run without those that it relies on") {
  CHECK(live_lines(script_of("# A\n\n" + fence("cd <folder>\nmake clean"))).empty());
  CHECK(live_lines(script_of("# A\n\n" + fence("cd /srv/x\nmake"))) == Lines{"cd /srv/x", "make"});
  CHECK(contains(script_of("# A\n\n" + fence("cd /srv/x\nmake")),
                 "cd /srv/x\nEND\neval \"$runbookc\" </dev/null || exit\n"));
  CHECK(live_lines(script_of("# A\n\n" + fence("#!/bin/sh\nuptime\nrm -rf x\ndate"))).empty());
  const TempFolder folder;
  folder.write("a.md", "# A\n\n" + fence("cd /srv/x\nmake") + fence("make"));
  CHECK(live_lines(script_of(folder, {"--program", "make"})) == Lines{"make"});
}

TEST_CASE("nothing of one block reaches another") {
  const std::string script = script_of("# A\n\n" + fence("cleanup() { rm -rf /x; }") +
                                       fence("cleanup") + fence("cd /srv") + fence("uptime"));
  Lines live = live_lines(script);
  std::erase(live, "cleanup");  // which is not found
  CHECK(live == Lines{"cd /srv", "uptime"});
  CHECK_FALSE(ran(trace_of(script), "rm"));
  CHECK(contains(script,
                 "(\n# a › A (a.md:12)\nIFS= read -r -d '' runbookc <<'END'\ncd /srv\nEND\n"
                 "eval \"$runbookc\" </dev/null\n)\n"));
  CHECK(contains(script, "# cleanup() { rm -rf /x; }\n"));
}

TEST_CASE("tabs stay tabs, and other control characters make a comment") {
  const std::string page = "# A\n\n" + fence("printf 'a\tb'") + fence("rm -rf 'a\tb'") +
                           fence("printf 'a\x1b[31m'") + fence("printf 'a\xC2\x85z'");
  const std::string script = script_of(page);
  CHECK(live_lines(script) == Lines{"printf 'a\tb'"});
  CHECK(contains(script, "\n# rm -rf 'a\tb'\n"));
  CHECK_FALSE(contains(script, "\x1b"));
  const TempFolder folder;
  folder.write("a.md", page);
  const auto text = run_in(folder.path(), {"commands"});
  CHECK(contains(text.out, "    printf 'a\tb'\n"));
  CHECK_FALSE(contains(text.out, "\x1b"));
}

TEST_CASE("nothing that an author writes leaves its comment") {
  for (const std::string breaker : {"\r", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xC2\x85",
                                    "\x1b[2K\x1b[1A", "\\", "\x0b", "\x0c", "\x08", "\\\n"}) {
    const std::string evil = "x" + breaker + "touch made";
    const TempFolder folder;
    folder.write(breaker == "\\\n" ? "a.md" : "b" + breaker + "touch made.md",
                 "---\ntitle: \"x\\r\\ntouch made\\n\"\n---\n# " + evil + "\n\n## " + evil +
                     "\n\n1. " + evil + "\n\n   " + evil + ":\n\n   ```bash\n   # " + evil +
                     "\n   ls # " + evil + "\n   rm -rf 'x" + breaker + "touch made'\n   ```\n");
    const std::string script = script_of(folder);
    CAPTURE(script);
    for (const std::string& line : live_lines(script)) CHECK(line == "ls");
    CHECK_FALSE(contains(script, "\r"));
    CHECK_FALSE(contains(script, "\x1b"));
  }
  const TempFolder folder;
  folder.write("a\ntouch made.md", "# A\n\n" + fence("ls"));
  CHECK(live_lines(script_of(folder)) == Lines{"ls"});
}

TEST_CASE("no comment becomes a part of what a command leaves open, as bash reads it") {
  for (const auto& [opener, comment] :
       std::vector<std::pair<std::string, std::string>>{{"echo ${a#<(:}", "}; rm -rf x #"},
                                                        {"echo ${a:-<(:}", "}; rm -rf x #"},
                                                        {"a[b>(:]=1", "]=1; rm -rf x #"},
                                                        {"coproc echo a[", "]; rm -rf x #"},
                                                        {"echo $\\\n{", "a}; rm -rf x #"},
                                                        {"echo $\\\n'a\\'", "'; rm -rf x #"},
                                                        {"echo a \\", "\nrm -rf x"}}) {
    CAPTURE(opener);
    const std::string script =
        script_of("# A\n\n" + fence(opener) + fence("ls # " + comment) + fence("date"));
    const std::string trace = trace_of(script);
    CHECK_FALSE(ran(trace, "rm"));
    CHECK(ran(trace, "date"));
  }
}

TEST_CASE("a line of a command does not end the text that it stands in") {
  const std::string script = script_of("# A\n\n" + fence("cat <<END\nrm -rf x\nEND") +
                                       fence("cat <<'END_'\nx\nEND_") + fence("cat <<END\nx\nEND"));
  CHECK(contains(script, "runbookc <<'END__'\n"));
  CHECK_FALSE(ran(trace_of(script), "rm"));
}

TEST_CASE("a block ends at the first command that fails, where others rely on it") {
  const std::string trace = trace_of(
      script_of("# A\n\n" + fence("cd /nonexistent/x && ls\nA=1\ndate \"$A\"") + fence("uptime")));
  CHECK_FALSE(ran(trace, "date"));
  CHECK(ran(trace, "uptime"));
}

TEST_CASE("the trace tells what is executed") {
  const std::string trace = trace_of("x=$(rm -rf x)\n(\ndate\n) </dev/null\n");
  CHECK(ran(trace, "rm"));
  CHECK(ran(trace, "date"));
  CHECK_FALSE(ran(trace, "dropdb"));
}

TEST_CASE("the commands of the project's own runbooks destroy nothing as a script") {
  const TempFolder folder;
  std::filesystem::copy(std::string(RUNBOOKC_SOURCE_DIR) + "/content", folder.path("content"),
                        std::filesystem::copy_options::recursive);
  const std::string script = script_of(folder);
  CHECK(live_lines(script).size() > 20);
  CHECK_FALSE(ran(trace_of(script), "rm"));
}

TEST_CASE("whatever is put together, nothing that destroys is executed, and the script ends") {
  constexpr std::array<std::string_view, 38> kPieces = {"rm -rf x",
                                                        "dropdb x",
                                                        "date",
                                                        "\n",
                                                        "\n",
                                                        "; ",
                                                        " && ",
                                                        " \\\n",
                                                        " \\ \n",
                                                        "echo '",
                                                        "'",
                                                        "\"",
                                                        "cat <<EOF\n",
                                                        "\nEOF\n",
                                                        "if true; then\n",
                                                        "\nfi\n",
                                                        "f() {\n",
                                                        "\n}\n",
                                                        "f\n",
                                                        "trap f EXIT\n",
                                                        "( ",
                                                        " )",
                                                        "# note\n",
                                                        "$(",
                                                        "exit\n",
                                                        "ssh h\n",
                                                        "cd /tmp\n",
                                                        "eval 'rm -rf x'\n",
                                                        "alias f='rm -rf x'\n",
                                                        "X='rm -rf x'; $X\n",
                                                        "${a#",
                                                        "<(:",
                                                        "}",
                                                        "a[",
                                                        "]=1",
                                                        "coproc c ",
                                                        "$'a\\'",
                                                        "date # }; rm -rf x #\n"};
  std::size_t live = 0;
  std::size_t executed = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    std::string page = "# A\n\n";
    for (int block = 0; block < 12; ++block) {
      std::string text;
      const std::size_t pieces = 1 + random() % 7;
      for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
      page += fence(text);
    }
    const std::string script = script_of(page);
    live += live_lines(script).size();
    const std::string trace = trace_of(script);
    CAPTURE(seed, script, trace);
    CHECK_FALSE(ran(trace, "rm"));
    CHECK_FALSE(ran(trace, "dropdb"));
    executed += ran(trace, "date") ? 1 : 0;
  }
  CHECK(live > 100);
  CHECK(executed > 4);
}

}  // namespace runbookc
