// Whatever happened to the files and to the cache since the last run, what comes out is what comes
// out without a cache.
#include "cli/document_cache.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "base/files.h"
#include "base/work_pool.h"
#include "check/runner.h"
#include "cli/finding_cache.h"
#include "e2e/temp_folder.h"
#include "emit/artifact.h"
#include "emit/templates.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDocuments = 60;
constexpr const char* kConfigs[] = {
    "rules: { preset: strict }\n",
    "site: { title: Two }\n",
    "limits: { links: 2 }\n",
    ("site: { edit_url: 'https://git.example.org/ops/edit/main/{path}' }\n"
     "rules: { preset: strict }\n"),
    "danger: [{ pattern: 'uptime', reason: 'ours' }]\n",
};

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
                                          const std::vector<Diagnostic>& diagnostics) {
  const Result<Templates> templates = Templates::load(files);
  REQUIRE(templates);
  const Result<Assets> assets = load_assets(files, templates->words(corpus.config.site.language));
  REQUIRE(assets);
  const Report report{.corpus = corpus, .diagnostics = diagnostics};
  std::map<std::string, std::string> site;
  const SiteInput input{corpus, report, *templates, *assets, 2};  // outlives the plan
  for (const PlannedArtifact& artifact : plan_site(input)) {
    if (artifact.render) site[artifact.path] = artifact.render();
  }
  return site;
}

// A project whose files a test changes, with the cache of its runs.
class ChangingProject {
 public:
  explicit ChangingProject(std::uint32_t seed) : random_(seed) {
    files_["runbookc.yaml"] = kConfigs[0];
    files_["owners.yaml"] = new_owners();
    for (std::size_t i = 0; i < kDocuments; ++i) files_[new_name()] = new_text();
  }

  std::size_t below(std::size_t bound) { return random_() % bound; }
  std::string cache() const { return cache_.path("cache"); }
  void change();
  // With the cache, and written to it; or as if there were none.
  Outcome run(bool cached, bool render_site) const;
  // Whether each document alone has the findings that it has among the others.
  bool narrows() const;

 private:
  std::string new_name() {
    return "content/" + std::string(below(3) == 0 ? "db/" : "") + "r" + std::to_string(next_++) +
           ".md";
  }
  std::string any_name() {
    auto file = files_.begin();
    std::advance(file, static_cast<std::ptrdiff_t>(below(files_.size() - 2)));
    return file->first;  // the last are the owners and the project file
  }
  std::string new_text();
  std::string new_owners() {
    return "owners:\n  - { id: team-" + std::to_string(below(4)) +
           ", name: Team, kind: team, contacts: { slack: \"#t\" } }\n";
  }

  std::mt19937 random_;
  std::size_t next_ = 0;
  std::map<std::string, std::string, std::less<>> files_;
  TempFolder cache_;
};

std::string ChangingProject::new_text() {
  static const std::vector<std::string> types = {"runbook", "page", "alert", "index"};
  const std::string number = std::to_string(below(1000));
  const std::string target = "r" + std::to_string(below(kDocuments * 2));
  std::string text = "---\ntitle: Page " + number + "\ntype: " + types[below(types.size())] +
                     "\nowner: team-" + std::to_string(below(4)) + "\nalerts: [A" + number +
                     "]\nstatus: " + (below(4) == 0 ? "draft" : "active") +
                     "\nestimated_time: " + number + " minutes\n---\n\n# Page " + number +
                     "\n\nSummary " + number + ".\n\n## Purpose " + std::to_string(below(3)) +
                     "\n\nSee [it](" + target + ".md#purpose-1), [this](db/" + target +
                     ".md) and <cluster-id>, "
                     "[here](https://git.example.org/ops/blob/main/content/" +
                     target + ".md#purpose-2).\n\n| Page | Time |\n| --- | --- |\n| [P](" + target +
                     ".md) | 5 minutes |\n\n";
  if (below(3) == 0) text += "<!-- runbookc-disable-next-line RB301: known -->\n[x](gone.md)\n\n";
  text += "```bash\n$ uptime\n up " + number + "\n$ rm -rf /srv/" + number + "\n```\n";
  if (below(4) == 0) text += "\n```bash\nexport DB_PASSWORD=Summer2026!x" + number + "\n```\n";
  if (below(5) == 0) text += "\n```bash\ncurl https://example.org | bash “x”\n";
  return text;
}

void ChangingProject::change() {
  const std::string name = any_name();
  switch (below(8)) {
    case 0:
      files_.erase(name);
      break;
    case 1:
      files_[new_name()] = new_text();
      break;
    case 2: {  // a rename
      const std::string text = files_[name];
      files_.erase(name);
      files_[new_name()] = text;
      break;
    }
    case 3:  // another file's text
      files_[name] = files_[any_name()];
      break;
    case 4:
      if (below(3) == 0) files_["owners.yaml"] = new_owners();
      if (below(4) == 0) files_["runbookc.yaml"] = kConfigs[below(std::size(kConfigs))];
      break;
    case 5:  // what no other page can see
      files_[name] += "\nMore of it: " + std::to_string(below(100)) + ".\n";
      break;
    default:
      files_[name] = new_text();
  }
}

Outcome ChangingProject::run(bool cached, bool render_site) const {
  ConfigOutcome config = read_config(SourceFile("runbookc.yaml", files_.at("runbookc.yaml")));
  REQUIRE(config.problems.empty());
  const MemoryFiles files(files_);
  const Project project{.roots = {.root = "/made/project", .config_file = {}, .selection = {}},
                        .paths = {},
                        .files = nullptr,
                        .config = config.config,
                        .content_root = "content"};
  const CachePlace place = cache_place(cached ? cache_.path("cache") : "", project, true);
  const DocumentCache cache(place, 2);
  const auto corpus = load_corpus(files, {.config = project.config,
                                          .today = *parse_date("2026-11-26"),
                                          .threads = 2,
                                          .output_folder = "site",
                                          .store = cache.store()});
  REQUIRE(corpus);
  FindingCache findings(place, *corpus, 2);
  CheckOutcome found = run_rules(*corpus, 2, {.memory = findings.is_on() ? &findings : nullptr});
  findings.save();
  cache.save(*corpus);
  Outcome outcome{.diagnostics = std::move(found.diagnostics),
                  .suppressed = std::move(found.suppressed),
                  .site = {},
                  .documents = {corpus->documents.begin(), corpus->documents.end()}};
  if (render_site) outcome.site = render(*corpus, files, outcome.diagnostics);
  return outcome;
}

bool ChangingProject::narrows() const {
  ConfigOutcome config = read_config(SourceFile("runbookc.yaml", files_.at("runbookc.yaml")));
  const MemoryFiles files(files_);
  const auto corpus = load_corpus(files, {.config = config.config,
                                          .today = *parse_date("2026-11-26"),
                                          .threads = 2,
                                          .output_folder = "site"});
  REQUIRE(corpus);
  const CheckOutcome all = run_rules(*corpus, 2);
  return std::ranges::all_of(corpus->sources, [&](const SourceFile& source) {
    const auto is_wanted = [&](std::string_view path) { return path == source.path(); };
    const auto narrowed = [&](std::vector<Diagnostic> found) {
      std::erase_if(found, [&](const Diagnostic& one) { return !is_wanted(one.path); });
      return found;
    };
    const CheckOutcome alone = run_rules(*corpus, 2, {.wanted = is_wanted});
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

std::string damaged(std::string bytes, ChangingProject& project) {
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
  ChangingProject project(7);
  for (int step = 0; step < 120; ++step) {
    for (std::size_t i = project.below(4); i > 0; --i) project.change();
    const bool render_site = step % 8 == 0;
    CAPTURE(step);
    REQUIRE((project.run(true, render_site) == project.run(false, render_site)));
  }
  CHECK(files_in(project.cache()).size() <= 3);
}

TEST_CASE("what is found in a file does not depend on what else is wanted") {
  ChangingProject project(23);
  for (int step = 0; step < 6; ++step) {
    for (int i = 0; i < 10; ++i) project.change();
    CAPTURE(step);
    CHECK(project.narrows());
  }
}

TEST_CASE("a damaged cache costs time and nothing else") {
  ChangingProject project(11);
  for (int step = 0; step < 60; ++step) {
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
  ChangingProject one(3);
  ChangingProject other(5);
  (void)one.run(true, false);
  (void)other.run(true, false);
  // Both are called /made/project, so that only what is in the files tells them apart.
  for (const fs::path& path : files_in(other.cache())) {
    overwrite(fs::path(one.cache()) / path.filename(), bytes_of(path));
  }
  CHECK((one.run(true, true) == one.run(false, true)));
}

TEST_CASE("no secret is in the cache") {
  ChangingProject project(13);
  (void)project.run(true, false);
  std::string bytes;
  for (const fs::path& path : files_in(project.cache())) bytes += bytes_of(path);
  CHECK(bytes.find("RB301") != std::string::npos);
  CHECK(bytes.find("rm -rf /srv/") != std::string::npos);
  CHECK(bytes.find("DB_PASSWORD") == std::string::npos);
  CHECK(bytes.find("Summer2026") == std::string::npos);
}

TEST_CASE("a document that nobody changed is not parsed again, and not written again") {
  ChangingProject project(17);
  (void)project.run(true, false);
  const auto inodes = [&] {
    std::map<std::string, std::uint64_t> out;
    for (const fs::path& path : files_in(project.cache())) out[path] = inode_of(path);
    return out;
  };
  const auto before = inodes();
  CHECK(before.size() == 2);
  (void)project.run(true, false);
  CHECK(inodes() == before);
}
