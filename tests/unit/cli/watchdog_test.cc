#include "cli/watchdog.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <new>
#include <stdexcept>

#include "check/runner.h"
#include "cli/output_claim.h"
#include "cli/output_disk.h"
#include "cli/output_writer.h"
#include "corpus/corpus.h"
#include "e2e/temp_folder.h"

using namespace runbookc;

namespace {

struct Watched {
  std::atomic<std::chrono::nanoseconds> now{};  // the watchdog's own thread looks, too
  std::vector<std::string> notes;
  Watchdog watchdog{[this](const std::string& note) { notes.push_back(note); },
                    [this](std::thread::native_handle_type) { return now.load(); }};

  void pass(std::chrono::nanoseconds time) {
    now = now.load() + time;
    watchdog.look();
  }
};

// Writes down what it is told.
class Recorder final : public FileObserver {
 public:
  void begin(FileTask task, std::string_view path) override {
    told.emplace_back(task, std::string(path));
  }
  void end() override { ++ended; }

  std::vector<std::pair<FileTask, std::string>> told;
  std::size_t ended = 0;
};

}  // namespace

TEST_CASE("each task tells which file it is at, and nothing of work on all of them") {
  Recorder recorder;
  LoadOptions options;
  options.threads = 1;
  options.observer = &recorder;
  const MemoryFiles files(std::map<std::string, std::string, std::less<>>{{"a.md", "# A\n"}});
  const auto corpus = load_corpus(files, options);
  REQUIRE(corpus);
  run_rules(*corpus, 1, {.observer = &recorder});
  const TempFolder folder;
  const std::vector<PlannedArtifact> planned = {
      {.path = "a.html",
       .render = [] { return std::string("<p>"); },
       .copy_from = "",
       .of_one_file = true},
      {.path = "search.js", .render = [] { return std::string("()"); }, .copy_from = ""}};
  OutputDisk disk;
  const auto claim = OutputClaim::take(folder.path("site"), disk, [] {});
  REQUIRE(claim);
  REQUIRE(write_site(*claim, planned, files, 1, &recorder));
  CHECK(recorder.told ==
        std::vector<std::pair<FileTask, std::string>>{
            {FileTask::parse, "a.md"}, {FileTask::rules, "a.md"}, {FileTask::render, "a.html"}});
  CHECK(recorder.ended == recorder.told.size());
}

TEST_CASE("a file that takes over two seconds in a task is named once, with the task") {
  Watched watched;
  const FileScope scope(&watched.watchdog, FileTask::parse, "content/a.md");
  watched.pass(std::chrono::seconds(2));
  CHECK(watched.notes.empty());
  watched.pass(std::chrono::milliseconds(1));
  watched.pass(std::chrono::seconds(9));
  CHECK(watched.notes == std::vector<std::string>{
                             "parsing content/a.md takes more than 2 seconds of processor time"});
}

TEST_CASE("the file that an exception comes out of is named") {
  Watched watched;
  const auto fail = [&](FileTask task, std::string_view path) {
    try {
      const FileScope scope(&watched.watchdog, task, path);
      throw std::out_of_range("x");
    } catch (const std::out_of_range&) {
      return;
    }
  };
  fail(FileTask::parse, "content/a.md");
  fail(FileTask::render, "content/\x1b[2Jb.md");
  {
    const FileScope fine(&watched.watchdog, FileTask::parse, "content/c.md");
  }
  CHECK(watched.notes ==
        std::vector<std::string>{"the run ended while parsing content/a.md",
                                 "the run ended while writing content/\\u{1b}[2Jb.md"});
}

TEST_CASE("want of memory to tell of an exception is no second one") {
  Watchdog watchdog([](const std::string& /*note*/) { throw std::bad_alloc(); },
                    [](std::thread::native_handle_type) { return std::chrono::nanoseconds(0); });
  const auto work = [&] {
    const FileScope scope(&watchdog, FileTask::parse, "content/a.md");
    throw std::out_of_range("x");
  };
  CHECK_THROWS_AS(work(), std::out_of_range);
}

TEST_CASE("each task has its own time, and what is done is forgotten") {
  Watched watched;
  for (const FileTask task : {FileTask::parse, FileTask::rules, FileTask::render}) {
    const FileScope scope(&watched.watchdog, task, "a.md");
    watched.pass(std::chrono::milliseconds(1'900));
  }
  watched.pass(std::chrono::seconds(60));
  CHECK(watched.notes.empty());
  {
    const FileScope scope(&watched.watchdog, FileTask::rules, "a.md");
    watched.pass(std::chrono::seconds(3));
  }
  const FileScope scope(&watched.watchdog, FileTask::render, "a.html");
  watched.pass(std::chrono::seconds(3));
  CHECK(watched.notes ==
        std::vector<std::string>{"checking a.md takes more than 2 seconds of processor time",
                                 "writing a.html takes more than 2 seconds of processor time"});
}

TEST_CASE("a path cannot command a terminal") {
  Watched watched;
  const FileScope scope(&watched.watchdog, FileTask::parse, "a\x1b[31m.md");
  watched.pass(std::chrono::seconds(3));
  REQUIRE(watched.notes.size() == 1);
  CHECK(watched.notes[0].find('\x1b') == std::string::npos);
}
