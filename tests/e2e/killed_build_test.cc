// Builds that are killed, interrupted, run out of room, or meet: the site is the old or the new
// one.
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <thread>

#include "e2e/process.h"
#include "e2e/sample_project.h"
#include "e2e/site_tree.h"

namespace runbookc {
namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr int kPages = 60;

// Two projects that build into one folder, and the two sites that it may hold.
class TwoVersions {
 public:
  TwoVersions() {
    for (const int version : {0, 1}) {
      write_version(version);
      REQUIRE(run_tool({"build", "--out", whole(version)}, options(version)).exit_code == 0);
      sites_[version] = site_tree(whole(version));
      REQUIRE(faults_of(sites_[version]).empty());
    }
    REQUIRE(sites_[0] != sites_[1]);
  }

  std::vector<std::string> arguments() const {
    return {"build", "--out", folder_.path("out/site")};
  }
  ProcessOptions options(int version) const {
    ProcessOptions out;
    out.directory = root(version);
    return out;
  }
  std::string root(int version) const { return folder_.path("v" + std::to_string(version)); }
  std::string whole(int version) const { return folder_.path("whole" + std::to_string(version)); }
  ProcessResult build(int version) const { return run_tool(arguments(), options(version)); }
  SiteTree site() const { return site_tree(folder_.path("out/site")); }
  // 0 or 1 for the version that the output folder holds whole; -1 for anything else.
  int version_there() const {
    const SiteTree now = site();
    if (!faults_of(now).empty()) return -1;
    if (now == sites_[0]) return 0;
    return now == sites_[1] ? 1 : -1;
  }
  std::vector<std::string> litter() const { return litter_in(folder_.path("out")); }
  std::string lock() const { return folder_.path("out/.site.runbookc-lock"); }

 private:
  void write_version(int version) const {
    const std::string root = "v" + std::to_string(version) + "/";
    folder_.write(root + "runbookc.yaml", "site: { title: Sample }\n");
    folder_.write(root + "content/owners.yaml", kOwners);
    for (int i = version; i < kPages + 2 * version; ++i) {
      folder_.write(
          root + "content/part" + std::to_string(i % 7) + "/p" + std::to_string(i) + ".md",
          kGoodPage + "\nThis is version " + std::to_string(version) + ".\n");
    }
  }

  TempFolder folder_{quick_parent()};
  std::array<SiteTree, 2> sites_;
};

// $1: what limits the file system, $2: the old site, $3: the project, $4: runbookc.
constexpr const char* kBuildOnSmallDisk = R"sh(
  mount -t tmpfs -o "$1" none /mnt && cp -r "$2" /mnt/site || exit 1
  cd "$3" && "$4" build --out /mnt/site
  echo "exit code $?"
  diff -r "$2" /mnt/site && echo "the old site is whole"
  [ "$(ls -A /mnt)" = site ] || echo litter
)sh";

// Mount options of file systems that hold the site at `root`, and some of another one.
std::vector<std::string> tight_limits(const std::string& root) {
  constexpr std::uintmax_t kPage = 4096;
  std::uintmax_t pages = 0;
  std::uintmax_t inodes = 2;  // the file system's own folder, and the site's
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    ++inodes;
    if (entry.is_regular_file()) pages += (entry.file_size() + kPage - 1) / kPage;
  }
  std::vector<std::string> out;
  for (const std::uintmax_t more : {pages / 10, pages / 2, pages * 6 / 10}) {
    out.push_back("size=" + std::to_string((pages + more) * kPage));
  }
  for (const std::uintmax_t more : {1U, 2U, 4U, 9U, 40U, 100U}) {
    out.push_back("nr_inodes=" + std::to_string(inodes + more));
  }
  return out;
}

ProcessOptions program(const std::string& name) {
  ProcessOptions options;
  options.program = name;
  return options;
}

microseconds duration_of_build(const TwoVersions& versions) {
  std::array<microseconds, 5> times{};
  for (microseconds& time : times) {
    const auto start = steady_clock::now();
    REQUIRE(versions.build(0).exit_code == 0);
    time = std::chrono::duration_cast<microseconds>(steady_clock::now() - start);
  }
  std::ranges::sort(times);
  return times[2];
}

// Waits until a build has begun to write, so that a signal finds it amid that.
bool has_litter_soon(const TwoVersions& versions) {
  const auto deadline = steady_clock::now() + std::chrono::seconds(10);
  while (steady_clock::now() < deadline) {
    for (const std::string& name : versions.litter()) {
      if (name != ".site.runbookc-lock") return true;
    }
  }
  return false;
}

// A build writes for a few milliseconds, in which a busy machine may not let us look: then another
// one is tried.
ProcessEnd end_amid_writing(const TwoVersions& versions, int signal) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    RunningTool build(versions.arguments(), versions.options(1));
    if (has_litter_soon(versions)) {
      build.send(signal);
      return build.wait();
    }
    build.wait();
  }
  FAIL("no build was seen to write");
  return {};
}

}  // namespace

TEST_CASE("two hundred builds that are killed leave the old site or the new one") {
  const TwoVersions versions;
  auto duration = duration_of_build(versions);
  std::mt19937 random(20261126);  // NOLINT(bugprone-random-generator-seed): the same each time
  // Fewer under a sanitizer, whose builds take many times as long.
  const int kills = duration < std::chrono::milliseconds(400) ? 200 : 40;
  int hits = 0;
  int amid_writing = 0;
  int published = 0;
  int before = 0;
  for (int i = 0; i < kills; ++i) {
    const int version = 1 - i % 2;
    RunningTool build(versions.arguments(), versions.options(version));
    // Half of them anywhere, half of them in the last third, where the writing is.
    const auto from = i % 4 < 2 ? microseconds(0) : duration * 2 / 3;
    const auto span = static_cast<std::uint64_t>((duration * 11 / 10 - from).count());
    std::this_thread::sleep_for(from + microseconds(random() % span));
    build.send(SIGKILL);
    const bool is_hit = build.wait().signal == SIGKILL;
    hits += is_hit ? 1 : 0;
    // Other work makes builds slower or quicker while this goes on: four of five are to be hit.
    duration = is_hit ? duration * 51 / 50 : duration * 23 / 25;
    const int now = versions.version_there();
    CAPTURE(i, version, before, now, versions.litter());
    REQUIRE((now == before || now == version));
    if (now != before) ++published;
    before = now;
    if (versions.litter().size() > 1) ++amid_writing;  // the lock and a folder
    if (i % 20 != 19) continue;
    REQUIRE(versions.build(version).exit_code == 0);
    before = version;
    REQUIRE(versions.version_there() == version);
    REQUIRE(versions.litter().empty());
  }
  CAPTURE(duration.count(), hits, amid_writing, published);
  CHECK(hits >= kills / 2);
  CHECK(amid_writing >= kills / 20);
}

TEST_CASE("a build that a signal ends leaves a whole site, and its litter to the next") {
  const TwoVersions versions;
  REQUIRE(versions.build(0).exit_code == 0);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const ProcessEnd end = end_amid_writing(versions, signal);
    CAPTURE(signal, end.exit_code, end.err);
    CHECK((end.signal == signal || end.exit_code == 0));
    CHECK(versions.version_there() >= 0);
    REQUIRE(versions.build(0).exit_code == 0);
    CHECK(versions.version_there() == 0);
    CHECK(versions.litter().empty());
  }
}

TEST_CASE("of two builds of one folder the second waits, and both sites are whole") {
  const TwoVersions versions;
  for (int i = 0; i < 5; ++i) {
    RunningTool first(versions.arguments(), versions.options(i % 2));
    RunningTool second(versions.arguments(), versions.options(1 - i % 2));
    const ProcessEnd ends[] = {first.wait(), second.wait()};
    for (const ProcessEnd& end : ends) {
      CAPTURE(end.err);
      CHECK(end.exit_code == 0);
      CHECK(contains(end.out, "wrote "));
    }
    CHECK(versions.version_there() >= 0);
    CHECK(versions.litter().empty());
  }
}

TEST_CASE("a build that waits for another says so, and reads the documents after it") {
  const TwoVersions versions;
  REQUIRE(versions.build(0).exit_code == 0);
  const int lock = open(versions.lock().c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0666);
  REQUIRE(flock(lock, LOCK_EX | LOCK_NB) == 0);
  RunningTool waiting(versions.arguments(), versions.options(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(1800));
  CHECK(versions.version_there() == 0);
  std::ofstream(versions.root(1) + "/content/late.md") << kGoodPage << "\nWritten meanwhile.\n";
  close(lock);
  const ProcessEnd end = waiting.wait();
  CHECK(end.exit_code == 0);
  CHECK(count_in(end.err, "waiting for its end") == 1);
  const SiteTree site = versions.site();
  CHECK(faults_of(site).empty());
  CHECK(site.count("late.html") == 1);
  CHECK(versions.litter().empty());
}

TEST_CASE("whichever file meets a full disk, the old site stays") {
  const TwoVersions versions;
  REQUIRE(versions.build(0).exit_code == 0);
  std::vector<std::size_t> sizes;
  for (const auto& [path, bytes] : versions.site()) {
    if (!bytes.empty()) sizes.push_back(bytes.size());
  }
  std::ranges::sort(sizes);
  sizes.erase(std::ranges::unique(sizes).begin(), sizes.end());
  std::size_t failures = 0;
  const std::size_t step = std::max<std::size_t>(sizes.size() / 12, 1);
  for (std::size_t i = 0; i < sizes.size(); i += step) {
    ProcessOptions options = versions.options(1);
    options.file_size_limit = sizes[i] - 1;
    const ProcessResult result = run_tool(versions.arguments(), options);
    CAPTURE(sizes[i], result.err);
    REQUIRE(result.exit_code == 2);
    CHECK(contains(result.err, "out/site/"));
    CHECK_FALSE(contains(result.err, ".runbookc-"));
    CHECK(contains(result.err, "the site is as it was before"));
    CHECK(versions.version_there() == 0);
    CHECK(versions.litter().empty());
    ++failures;
  }
  CHECK(failures >= 8);
}

TEST_CASE("a file system without room for both sites keeps the old one") {
  const TwoVersions versions;
  const std::string unshare = geteuid() == 0 ? "-m" : "-rm";
  if (run_tool({unshare, "true"}, program("unshare")).exit_code != 0) {
    WARN("nothing may be mounted here: only size limits stand for a full disk");
    return;
  }
  std::size_t full = 0;
  for (const std::string& limits : tight_limits(versions.whole(0))) {
    const ProcessResult result = run_tool({unshare, "sh", "-c", kBuildOnSmallDisk, "sh", limits,
                                           versions.whole(0), versions.root(1), RUNBOOKC_BINARY},
                                          program("unshare"));
    CAPTURE(limits, result.out, result.err);
    CHECK(contains(result.out, "the old site is whole"));
    CHECK(contains(result.out, "exit code 2"));
    CHECK(contains(result.err, "No space left on device"));
    CHECK_FALSE(contains(result.out, "litter"));
    if (contains(result.err, "the site is as it was before")) ++full;
  }
  CHECK(full >= 8);  // of nine; the least of them has no room for a lock
}

}  // namespace runbookc
