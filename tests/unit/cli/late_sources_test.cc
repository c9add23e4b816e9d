// Sources that are read late, and turn out to be others than the file system said.
#include <catch2/catch.hpp>
#include <utility>

#include "cli/console.h"
#include "cli/project.h"
#include "cli/session.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

// One document whose times tell nothing of its changes, as no file system would have it.
class LyingFiles final : public Files {
 public:
  explicit LyingFiles(std::string text) { become(std::move(text)); }
  void become(std::string text) { texts_ = MemoryFiles({{"content/a.md", std::move(text)}}); }

  ReadOutcome read(std::string_view path, std::uint64_t limit) const override {
    ReadOutcome outcome = texts_.read(path, limit);
    if (outcome.failure == ReadFailure::none) outcome.stamp = FileStamp{};
    return outcome;
  }
  Result<std::vector<FolderEntry>> list(std::string_view folder) const override {
    return texts_.list(folder);
  }
  FileKind kind(std::string_view path) const override { return texts_.kind(path); }
  std::optional<FileStamp> stamp(std::string_view) const override { return FileStamp{}; }

 private:
  MemoryFiles texts_{{}};
};

class LateProject {
 public:
  explicit LateProject(std::string text) : files_(std::move(text)) {}

  LyingFiles& files() { return files_; }
  // The subjects of what is found of missing targets.
  std::vector<std::string> missing_targets() {
    Console console;
    Session session{.console = console,
                    .config_file = {},
                    .started_in = {},
                    .today = *parse_date("2026-11-27"),
                    .cache_folder = cache_.path("cache")};
    const auto analysis =
        analyse(session, project_, {.output_folder = {}, .files = &files_, .sources_late = true});
    REQUIRE(analysis);
    CHECK_FALSE(analysis->corpus.sources.has_changed());
    std::vector<std::string> subjects;
    for (const Diagnostic& found : analysis->diagnostics) {
      if (found.code == "RB301") subjects.push_back(found.subject);
    }
    return subjects;
  }

 private:
  TempFolder cache_;
  LyingFiles files_;
  Project project_ = {.roots = {.root = "/made/project", .config_file = {}, .selection = {}},
                      .paths = {},
                      .files = nullptr,
                      .config = {},
                      .content_root = "content"};
};

using Subjects = std::vector<std::string>;

}  // namespace

TEST_CASE("a run that met another source than it believed in begins anew") {
  LateProject project("# A\n\n[it](gone.md)\n");
  CHECK(project.missing_targets() == Subjects{"gone.md"});
  CHECK(project.missing_targets() == Subjects{"gone.md"});
  for (const std::string target : {"lost.md", "much-longer.md", "x.md", "gone.md"}) {
    project.files().become("# A\n\n[it](" + target + ")\n");
    CAPTURE(target);
    CHECK(project.missing_targets() == Subjects{target});
    CHECK(project.missing_targets() == Subjects{target});
  }
}

}  // namespace runbookc
