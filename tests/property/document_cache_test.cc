// Whatever happened to the files and to the cache since the last run, what comes out is what comes
// out without a cache.
#include "cli/document_cache.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

#include "base/files.h"
#include "base/work_pool.h"
#include "check/runner.h"
#include "cli/finding_cache.h"
#include "cli/source_cache.h"
#include "corpus/last_commits.h"
#include "e2e/temp_folder.h"
#include "emit/artifact.h"
#include "emit/templates.h"
#include "property/changing_project.h"
#include "property/timed_files.h"
#include "property/tries.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

struct Outcome {
  std::vector<Diagnostic> diagnostics;
  std::vector<Diagnostic> suppressed;
  std::map<std::string, std::string> site;
  std::vector<Document> documents;
};

bool operator==(const Outcome& a, const Outcome& b) {
  return a.diagnostics == b.diagnostics && a.suppressed == b.suppressed && a.site == b.site &&
         a.documents == b.documents;
}

std::map<std::string, std::string> render(const Corpus& corpus, const Files& files,
                                          const std::vector<Diagnostic>& diagnostics,
                                          unsigned threads) {
  const Result<Templates> templates = Templates::load(files);
  REQUIRE(templates);
  const Result<Assets> assets = load_assets(files, templates->words(corpus.config.site.language));
  REQUIRE(assets);
  const Report report{.corpus = corpus, .diagnostics = diagnostics};
  const SiteInput input{corpus, report, *templates, *assets, threads};  // outlives the plan
  const std::vector<PlannedArtifact> plan = plan_site(input);
  std::vector<std::string> rendered(plan.size());
  for_each_index(plan.size(), threads, [&](std::size_t i) {
    if (plan[i].render) rendered[i] = plan[i].render();
  });
  std::map<std::string, std::string> site;
  for (std::size_t i = 0; i < plan.size(); ++i) site[plan[i].path] = std::move(rendered[i]);
  return site;
}

// A changing project with the cache of its runs.
class CachedProject : public ChangingProject {
 public:
  explicit CachedProject(std::uint32_t seed, unsigned threads = 2)
      : ChangingProject(seed), threads_(threads), disk_(seed) {
    disk_.become(files());
  }

  void change() {
    ChangingProject::change();
    disk_.become(files());
  }
  void change_digit() {
    ChangingProject::change_digit();
    disk_.become(files());
  }
  std::string cache() const { return cache_.path("cache"); }
  void wait() { disk_.wait(); }
  std::size_t reads() const { return disk_.reads(); }
  // With the cache, and written to it; or as if there were none.
  Outcome run(bool cached, bool render_site) const;
  // Whether each document alone has the findings that it has among the others.
  bool narrows() const;

 private:
  ProjectConfig config() const;
  LoadOptions options() const;

  unsigned threads_;
  TimedFiles disk_;
  TempFolder cache_;
};

ProjectConfig CachedProject::config() const {
  ConfigOutcome config = read_config(SourceFile("runbookc.yaml", files().at("runbookc.yaml")));
  REQUIRE(config.problems.empty());
  return std::move(config.config);
}

LoadOptions CachedProject::options() const {
  return {.config = config(), .today = today(), .threads = threads_, .output_folder = "site"};
}

Outcome CachedProject::run(bool cached, bool render_site) const {
  LoadOptions load = options();
  const Project project{.roots = {.root = "/made/project", .config_file = {}, .selection = {}},
                        .paths = {},
                        .files = nullptr,
                        .config = load.config,
                        .content_root = "content"};
  const CachePlace place = cache_place(cached ? cache_.path("cache") : "", project, true);
  const DocumentCache cache(place, threads_);
  const SourceCache sources(place, disk_.now());
  load.store = cache.store();
  load.known = sources.known();
  auto corpus = load_corpus(disk_, load);
  REQUIRE(corpus);
  corpus = with_last_commits(*std::move(corpus), last_commits());
  FindingCache findings(place, *corpus, threads_);
  CheckOutcome found =
      run_rules(*corpus, threads_, {.memory = findings.is_on() ? &findings : nullptr});
  findings.save();
  cache.save(*corpus);
  sources.save(*corpus);
  Outcome outcome{.diagnostics = std::move(found.diagnostics),
                  .suppressed = std::move(found.suppressed),
                  .site = {},
                  .documents = {corpus->documents.begin(), corpus->documents.end()}};
  if (render_site) outcome.site = render(*corpus, disk_, outcome.diagnostics, threads_);
  REQUIRE_FALSE(corpus->sources.has_changed());
  return outcome;
}

bool CachedProject::narrows() const {
  const auto load = [&](WantedFiles wanted) {
    LoadOptions narrow = options();
    narrow.wanted = std::move(wanted);
    auto loaded = load_corpus(MemoryFiles(files()), narrow);
    REQUIRE(loaded);
    return with_last_commits(*std::move(loaded), last_commits());
  };
  const Corpus corpus = load({});
  const CheckOutcome all = run_rules(corpus, threads_);
  return std::ranges::all_of(corpus.pages, [&](const Page& page) {
    const auto is_wanted = [&](std::string_view path) { return path == corpus.path_of(page); };
    const auto narrowed = [&](std::vector<Diagnostic> found) {
      std::erase_if(found, [&](const Diagnostic& one) { return !is_wanted(one.path); });
      return found;
    };
    const CheckOutcome alone = run_rules(load(is_wanted), threads_, {.wanted = is_wanted});
    return alone.diagnostics == narrowed(all.diagnostics) &&
           alone.suppressed == narrowed(all.suppressed);
  });
}

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

std::uint64_t inode_of(const fs::path& path) {
  struct stat status = {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

std::string bytes_of(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// In place: the permissions stay.
void overwrite(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string damaged(std::string bytes, CachedProject& project) {
  switch (project.below(4)) {
    case 0:
      return bytes.substr(0, project.below(bytes.size()));
    case 1:
      return bytes + "more";
    case 2:
      return std::string(bytes.size(), '\0');
    default:
      for (int i = 0; i < 20; ++i) {
        char& byte = bytes[project.below(bytes.size())];
        byte = static_cast<char>(byte ^ (1 << project.below(8)));
      }
      return bytes;
  }
}

}  // namespace

TEST_CASE("a run with a cache says and makes what a run without one does") {
  // Each is here for parts of the key that the others leave untried.
  const auto [seed, steps] = GENERATE(std::pair(7, 205), std::pair(3, 70), std::pair(2, 30));
  CachedProject project(static_cast<std::uint32_t>(seed));
  const int last = tries(steps) - 1;
  for (int step = 0; step <= last; ++step) {
    for (std::size_t i = project.below(8) == 0 ? project.below(4) : 1; i > 0; --i) project.change();
    const bool render_site = step % 16 == 0 || step == last;
    CAPTURE(seed, step);
    REQUIRE((project.run(true, render_site) == project.run(false, render_site)));
  }
  CHECK(files_in(project.cache()).size() <= 4);
}

TEST_CASE("a change that leaves a file its size, and perhaps its times, is seen") {
  CachedProject project(31);
  for (int step = 0; step < tries(120); ++step) {
    project.change_digit();
    CAPTURE(step);
    REQUIRE((project.run(true, false) == project.run(false, false)));
  }
}

TEST_CASE("a cache that several threads read and fill is the same as none", "[threads]") {
  CachedProject project(19, 4);
  project.wait();
  (void)project.run(true, false);
  for (int step = 0; step < 3; ++step) {
    for (int i = 0; i < 4; ++i) project.change();
    CAPTURE(step);
    REQUIRE((project.run(true, true) == project.run(false, true)));
  }
}

TEST_CASE("what is found in a file does not depend on what else is wanted") {
  CachedProject project(23);
  for (int step = 0; step < 6; ++step) {
    for (int i = 0; i < 10; ++i) project.change();
    CAPTURE(step);
    CHECK(project.narrows());
  }
}

TEST_CASE("a damaged cache costs time and nothing else") {
  CachedProject project(11);
  for (int step = 0; step < tries(30); ++step) {
    (void)project.run(true, false);
    project.change();
    (void)project.run(true, false);
    for (const fs::path& path : files_in(project.cache())) {
      if (project.below(3) != 0) overwrite(path, damaged(bytes_of(path), project));
    }
    CAPTURE(step);
    const Outcome clean = project.run(false, false);
    REQUIRE((project.run(true, false) == clean));
    // What was damaged has been replaced.
    REQUIRE((project.run(true, false) == clean));
  }
}

TEST_CASE("one project's cache in the place of another's is not read") {
  CachedProject one(3);
  CachedProject other(5);
  (void)one.run(true, false);
  (void)other.run(true, false);
  // Both are called /made/project, so that only what is in the files tells them apart.
  for (const fs::path& path : files_in(other.cache())) {
    overwrite(fs::path(one.cache()) / path.filename(), bytes_of(path));
  }
  CHECK((one.run(true, true) == one.run(false, true)));
}

TEST_CASE("no secret is in the cache") {
  CachedProject project(13);
  (void)project.run(true, false);
  std::string bytes;
  for (const fs::path& path : files_in(project.cache())) bytes += bytes_of(path);
  CHECK(bytes.find("RB301") != std::string::npos);
  CHECK(bytes.find("rm -rf /srv/") != std::string::npos);
  CHECK(bytes.find("DB_PASSWORD") == std::string::npos);
  CHECK(bytes.find("Summer2026") == std::string::npos);
}

TEST_CASE("a source that nobody changed is read only if something is to be told of it") {
  CachedProject project(29);
  const auto reads = [&] {
    project.wait();
    (void)project.run(true, false);
    return project.reads();
  };
  const std::size_t all = reads();
  CHECK(all >= project.files().size() - 8);  // settings are no sources
  CHECK(reads() < all);
}

TEST_CASE("a document that nobody changed is not parsed again, and not written again") {
  CachedProject project(17);
  project.wait();
  (void)project.run(true, false);
  const auto inodes = [&] {
    std::map<std::string, std::uint64_t> out;
    for (const fs::path& path : files_in(project.cache())) out[path] = inode_of(path);
    return out;
  };
  const auto before = inodes();
  CHECK(before.size() == 3);
  (void)project.run(true, false);
  CHECK(inodes() == before);
}
