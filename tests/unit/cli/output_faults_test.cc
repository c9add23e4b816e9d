// Every call that writes, failing in turn: the site is the old one or the new one.
#include <catch2/catch.hpp>
#include <cerrno>
#include <map>
#include <optional>
#include <set>

#include "cli/output_writer.h"
#include "e2e/temp_folder.h"
#include "unit/cli/faulty_disk.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;
using Tree = std::map<std::string, std::string>;

const std::vector<int> kErrors = {ENOSPC, EIO, EACCES};

// Some files in folders of folders; `text` tells one site from another, but for what each has.
std::vector<PlannedArtifact> artifacts_of(const std::string& text, int count) {
  std::vector<PlannedArtifact> out;
  for (int i = 0; i < count; ++i) {
    out.push_back({.path = "a/b" + std::to_string(i % 3) + "/" + std::to_string(i) + ".html",
                   .render = [text, i] { return text + std::string(1 + i, 'x'); },
                   .copy_from = ""});
  }
  out.push_back(streamed_artifact("pieces.json", [text](const ByteSink& sink) {
    for (const char* piece : {"{", "}", ""}) sink(text + piece);
  }));
  out.push_back(streamed_artifact("begins-alike.json", [text](const ByteSink& sink) {
    for (const std::string& piece : {std::string("{"), std::string("alike"), text}) sink(piece);
  }));
  out.push_back({.path = "a/alike.html", .render = [] { return "alike"; }, .copy_from = ""});
  out.push_back(streamed_artifact("alike.json", [](const ByteSink& sink) {
    for (const char* piece : {"{", "alike", "", "}"}) sink(piece);
  }));
  out.push_back({.path = "copied.png", .render = nullptr, .copy_from = "content/a.png"});
  return out;
}

std::vector<PlannedArtifact> old_site() { return artifacts_of("old", 5); }
std::vector<PlannedArtifact> new_site() { return artifacts_of("new", 9); }

Tree tree(const std::string& root) {
  Tree out;
  if (!fs::exists(root)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    out[fs::relative(entry.path(), root).string()] = bytes.str();
  }
  return out;
}

// The site's folder in one of its own, in each state that a run can leave it in.
class Output {
 public:
  explicit Output(bool has_old) : has_old_(has_old) {
    healthy_write(new_site());
    new_ = tree(site());
    fs::remove_all(site());
    if (!has_old) return;
    healthy_write(old_site());
    old_ = tree(site());
  }

  std::string site() const { return folder_.path("site"); }
  Result<WriteSummary> write(OutputDisk& disk, const std::vector<PlannedArtifact>& artifacts,
                             unsigned threads = 1) const {
    const auto claim = OutputClaim::take(site(), disk, [] {});
    if (!claim) return claim.error();
    return write_site(*claim, artifacts, project_, threads);
  }
  void healthy_write(const std::vector<PlannedArtifact>& artifacts) const {
    FaultyDisk disk{DiskFault{}};
    REQUIRE(write(disk, artifacts));
  }
  // What a run does before it reads: it takes the claim and puts right what it finds.
  void healthy_claim() const {
    FaultyDisk disk{DiskFault{}};
    REQUIRE(OutputClaim::take(site(), disk, [] {}));
  }

  bool is_old() const { return fs::exists(site()) == has_old_ && tree(site()) == old_; }
  bool is_new() const { return tree(site()) == new_; }
  bool is_missing() const { return !fs::exists(site()); }
  std::size_t litter() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (entry.path() != site()) ++count;
    }
    return count;
  }
  // The first site again, and nothing beside it.
  void reset() const {
    for (const auto& entry : fs::directory_iterator(folder_.path())) fs::remove_all(entry.path());
    if (has_old_) healthy_write(old_site());
  }

 private:
  bool has_old_;
  TempFolder folder_{quick_parent()};
  MemoryFiles project_{
      std::map<std::string, std::string, std::less<>>{{"content/a.png", "\x89PNG"}}};
  Tree old_;
  Tree new_;
};

struct Setting {
  bool has_old = true;
  bool knows_plain_renames = false;
};

const std::vector<Setting> kSettings = {{true, false}, {false, false}, {true, true}, {false, true}};

// Runs a build for each call that it makes, with `fault` at that call; the number of such calls.
template <typename Check>
std::size_t at_every_call(const Output& output, DiskFault fault, Check check) {
  for (fault.at = 0;; ++fault.at) {
    output.reset();
    FaultyDisk disk(fault);
    const auto outcome = output.write(disk, new_site());
    if (disk.failed().empty()) return fault.at;
    CAPTURE(fault.at, fault.error, disk.failed());
    check(disk, outcome);
  }
}

// Calls that may fail without the site's being any worse for it.
bool is_dispensable(const std::string& call) {
  static const std::set<std::string> calls = {"remove", "permissions", "open folder", "open old",
                                              "link"};
  return calls.contains(call);
}

// Others that may: a file is closed all the same, and what cannot be compared is written. But what
// was alike until the old and the new file parted has to be read again.
bool may_not_matter(const std::string& call) { return call == "close" || call == "read old"; }

// Whether a site may stand although a call failed: the removal of the old one, its permissions, and
// the last of the renames in turn, which only makes the old one's folder free to be removed.
void check_failed_build(const Output& output, const Setting& setting, const FaultyDisk& disk,
                        const Result<WriteSummary>& outcome) {
  const bool last_rename = setting.knows_plain_renames && disk.failed() == "rename";
  const bool falls_back = last_rename && outcome.ok();
  if (outcome.ok()) {
    CHECK((is_dispensable(disk.failed()) || may_not_matter(disk.failed()) || falls_back));
    CHECK(output.is_new());
  } else {
    CHECK_FALSE(is_dispensable(disk.failed()));
    CHECK(output.is_old());
    const Error& error = outcome.error();
    CAPTURE(error.message, error.help);
    CHECK(error.message.find(fs::path(output.site()).parent_path().string()) != std::string::npos);
    const bool names_lock = disk.failed() == "lock";  // it is there, and to be looked at
    CHECK((names_lock || error.message.find(".runbookc-") == std::string::npos));
    CHECK(error.help.find(".runbookc-") == std::string::npos);
  }
  // A lock that could not be asked for may be somebody else's, and stays.
  const bool may_leave = disk.failed() == "remove" || disk.failed() == "lock" || falls_back;
  if (!may_leave) CHECK(output.litter() == 0);
  output.healthy_claim();
  CHECK(output.litter() == 0);
}

}  // namespace

TEST_CASE("whatever call fails, the site is the old one, and nothing is left beside it") {
  std::size_t points = 0;
  std::set<std::string> calls;
  for (const Setting& setting : kSettings) {
    const Output output(setting.has_old);
    CAPTURE(setting.has_old, setting.knows_plain_renames);
    for (const int error : kErrors) {
      points += at_every_call(output,
                              {.error = error, .knows_plain_renames = setting.knows_plain_renames},
                              [&](const FaultyDisk& disk, const Result<WriteSummary>& outcome) {
                                calls.insert(disk.failed());
                                check_failed_build(output, setting, disk, outcome);
                              });
    }
  }
  CAPTURE(points);
  CHECK(points > 500);
  CHECK(calls == std::set<std::string>{"make folder", "create", "write", "close", "rename",
                                       "remove", "permissions", "sync", "sync names", "open lock",
                                       "lock", "open folder", "open old", "read old", "link"});
}

TEST_CASE("a run that dies at any call leaves a whole site to the next") {
  std::size_t points = 0;
  std::size_t put_back = 0;
  for (const Setting& setting : kSettings) {
    const Output output(setting.has_old);
    CAPTURE(setting.has_old, setting.knows_plain_renames);
    points += at_every_call(
        output, {.error = EIO, .dies = true, .knows_plain_renames = setting.knows_plain_renames},
        [&](const FaultyDisk&, const Result<WriteSummary>&) {
          const bool is_gone = setting.has_old && output.is_missing();
          CHECK((output.is_old() || output.is_new() || (is_gone && setting.knows_plain_renames)));
          output.healthy_claim();
          CHECK((output.is_old() || output.is_new()));
          CHECK(output.litter() == 0);
          if (is_gone) ++put_back;
          output.healthy_write(new_site());
          CHECK(output.is_new());
          CHECK(output.litter() == 0);
        });
  }
  CAPTURE(points, put_back);
  CHECK(points > 170);
  CHECK(put_back == 1);  // between two renames
}

TEST_CASE("a run that dies while it puts right what a dead one left loses nothing, either") {
  const Output output(true);
  DiskFault first{.at = 0, .error = EIO, .dies = true, .knows_plain_renames = true};
  const auto run_into = [&](const DiskFault& fault) {
    FaultyDisk disk(fault);
    [[maybe_unused]] const auto outcome = output.write(disk, new_site());
    return !disk.failed().empty();
  };
  while (!output.is_missing()) {  // the call before which the old site is aside
    output.reset();
    ++first.at;
    REQUIRE(run_into(first));
  }
  std::size_t points = 0;
  for (DiskFault second = first;; ++points) {
    second.at = points;
    output.reset();
    REQUIRE(run_into(first));
    REQUIRE(output.is_missing());
    if (!run_into(second)) break;
    CAPTURE(first.at, second.at);
    output.healthy_claim();
    CHECK((output.is_old() || output.is_new()));
    CHECK(output.litter() == 0);
  }
  CHECK(points > 40);
  CHECK(output.is_new());
}

TEST_CASE("a signal that interrupts any call changes nothing") {
  std::size_t points = 0;
  for (const Setting& setting : kSettings) {
    const Output output(setting.has_old);
    points +=
        at_every_call(output, {.error = EINTR, .knows_plain_renames = setting.knows_plain_renames},
                      [&](const FaultyDisk&, const Result<WriteSummary>& outcome) {
                        CHECK(outcome);
                        CHECK(output.is_new());
                        CHECK(output.litter() == 0);
                      });
  }
  CHECK(points > 170);
}

TEST_CASE("writes that take a few bytes each make the same site") {
  const Output output(true);
  for (const std::size_t most : {1, 3, 100}) {
    output.reset();
    FaultyDisk disk(DiskFault{.most_bytes = most});
    CHECK(output.write(disk, new_site()));
    CHECK(output.is_new());
  }
  output.reset();
  FaultyDisk stuck(DiskFault{.most_bytes = 0});
  CHECK_FALSE(output.write(stuck, new_site()));
  CHECK(output.is_old());
}

TEST_CASE("a call that fails on one of several threads leaves the old site, too") {
  const Output output(true);
  for (std::size_t at = 0; at < 40; at += 3) {
    output.reset();
    FaultyDisk disk(DiskFault{.at = at, .error = ENOSPC});
    const auto outcome = output.write(disk, new_site(), 4);
    CAPTURE(at, disk.failed());
    CHECK((outcome.ok() ? output.is_new() : output.is_old()));
    if (disk.failed() != "remove") CHECK(output.litter() == 0);
  }
}

}  // namespace runbookc
