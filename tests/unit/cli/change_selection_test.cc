#include "cli/change_selection.h"

#include <catch2/catch.hpp>

#include "base/files.h"

namespace runbookc {
namespace {

const std::string kText = "---\ntitle: A\n---\n# A\n\nOne.\n\nTwo.\n";

// A project of content/a.md, content/b.md and, beside them, the given files.
struct Project {
  explicit Project(std::map<std::string, std::string, std::less<>> more = {},
                   const std::string& config = "")
      : files(with(std::move(more))), corpus(load(files, config)) {}

  static MemoryFiles with(std::map<std::string, std::string, std::less<>> all) {
    all.emplace("content/a.md", kText);
    all.emplace("content/b.md", kText);
    return MemoryFiles(std::move(all));
  }
  static Corpus load(const Files& files, const std::string& text) {
    ConfigOutcome config = read_config(SourceFile("runbookc.yaml", text));
    REQUIRE(config.problems.empty());
    LoadOptions options;
    options.config = std::move(config.config);
    options.threads = 1;
    Result<Corpus> corpus = load_corpus(files, options);
    REQUIRE(corpus);
    return *std::move(corpus);
  }

  bool selects(const ChangeSet& changes, const Diagnostic& finding) const {
    return ChangeSelection(corpus, changes, files).selects(finding);
  }

  MemoryFiles files;
  Corpus corpus;
};

Diagnostic finding(const std::string& path, std::uint32_t line,
                   std::vector<Reference> references = {}) {
  Diagnostic found;
  found.code = "RB301";
  found.path = path;
  found.span = {{line, 1}, {line, 3}};
  found.references = std::move(references);
  return found;
}

Reference reference(ReferenceKind kind, const std::string& path, const std::string& text = "") {
  return {.kind = kind, .path = path, .text = text, .lines = {}};
}

// The line was put in; "removed" stood there.
ChangeSet line_changed(const std::string& path, std::uint32_t line,
                       const std::string& removed = "removed") {
  ChangeSet changes;
  changes.files[path].hunks = {{.old_first = line,
                                .old_count = 1,
                                .new_first = line,
                                .new_count = 1,
                                .removed = {removed},
                                .added = {"added"}}};
  return changes;
}

ChangeSet deleted(const std::string& path) {
  ChangeSet changes;
  changes.deleted = {path};
  return changes;
}

ChangeSet renamed(const std::string& from, const std::string& to) {
  ChangeSet changes = deleted(from);
  changes.files[to] = {.renamed_from = from, .only_renamed = true};
  return changes;
}

}  // namespace

TEST_CASE("a finding is selected by its own lines, and by those of no other file") {
  const Project project;
  const ChangeSet changes = line_changed("content/a.md", 6);
  CHECK(project.selects(changes, finding("content/a.md", 6)));
  CHECK_FALSE(project.selects(changes, finding("content/a.md", 8)));
  CHECK_FALSE(project.selects(changes, finding("content/b.md", 6)));
  CHECK_FALSE(project.selects({}, finding("content/a.md", 6)));
  Diagnostic below = finding("content/a.md", 5);
  below.span = {{5, 1}, {6, 1}};  // ends before the line
  CHECK_FALSE(project.selects(changes, below));
  below.span.end.column = 2;
  CHECK(project.selects(changes, below));
}

TEST_CASE("front matter that changed, and a file that is new, select all of their findings") {
  const Project project;
  CHECK(project.selects(line_changed("content/a.md", 2), finding("content/a.md", 8)));
  ChangeSet changes;
  changes.files["content/a.md"].whole = true;
  CHECK(project.selects(changes, finding("content/a.md", 8)));
  CHECK_FALSE(project.selects(changes, finding("content/b.md", 8)));
  ChangeSet folder;
  folder.new_folders = {"content"};
  CHECK(project.selects(folder, finding("content/b.md", 8)));
}

TEST_CASE("what a finding refers to selects it where it changed, each kind by its own facts") {
  const Project project;
  const auto selects = [&](const ChangeSet& changes, ReferenceKind kind, const std::string& path,
                           const std::string& text = "") {
    return project.selects(changes, finding("content/b.md", 6, {reference(kind, path, text)}));
  };
  const std::string gone = "content/gone.md";
  CHECK(selects(deleted(gone), ReferenceKind::existence, gone));
  CHECK(selects(deleted(gone), ReferenceKind::existence, "content/gone"));
  CHECK_FALSE(selects(deleted(gone), ReferenceKind::existence, "content/other.md"));
  CHECK(selects(deleted(gone), ReferenceKind::file, gone));
  CHECK(selects(deleted(gone), ReferenceKind::front_matter, gone));
  const ChangeSet text = line_changed("content/a.md", 6, "## Roll back");
  CHECK(selects(text, ReferenceKind::anchor, "content/a.md", "roll-back"));
  CHECK_FALSE(selects(text, ReferenceKind::anchor, "content/a.md", "verify"));
  CHECK(selects(text, ReferenceKind::file, "content/a.md"));
  CHECK_FALSE(selects(text, ReferenceKind::front_matter, "content/a.md"));
  CHECK(selects(line_changed("content/a.md", 2), ReferenceKind::front_matter, "content/a.md"));
  CHECK(selects(text, ReferenceKind::mention, "*", "back"));
  CHECK_FALSE(selects(text, ReferenceKind::mention, "*", "forward"));
  CHECK_FALSE(selects(text, ReferenceKind::mention, "", "back"));  // another document said it
}

TEST_CASE("of its own file a finding asks for lines, structure or anything") {
  const Project project;
  const auto selects = [&](const ChangeSet& changes, Reference about) {
    return project.selects(changes, finding("content/a.md", 4, {std::move(about)}));
  };
  const ChangeSet plain = line_changed("content/a.md", 8);
  Reference lines = reference(ReferenceKind::lines, "");
  lines.lines = {{7, 1}, {8, 2}};
  CHECK(selects(plain, lines));
  lines.lines = {{5, 1}, {6, 2}};
  CHECK_FALSE(selects(plain, lines));
  CHECK(selects(plain, reference(ReferenceKind::document, "")));
  CHECK_FALSE(selects(plain, reference(ReferenceKind::structure, "")));
  CHECK(selects(line_changed("content/a.md", 8, "## Was a heading"),
                reference(ReferenceKind::structure, "")));
  CHECK_FALSE(selects(plain, reference(ReferenceKind::own_path, "")));
}

TEST_CASE("a rename selects by the new path and folder, and what led to the old name") {
  const Project project({{"content/db/c.md", kText}});
  const auto selects = [&](const ChangeSet& changes, ReferenceKind kind) {
    return project.selects(changes, finding("content/db/c.md", 6, {reference(kind, "")}));
  };
  const ChangeSet within = renamed("content/db/x.md", "content/db/c.md");
  CHECK(selects(within, ReferenceKind::own_path));
  CHECK_FALSE(selects(within, ReferenceKind::own_folder));
  const ChangeSet across = renamed("content/c.md", "content/db/c.md");
  CHECK(selects(across, ReferenceKind::own_folder));
  CHECK_FALSE(project.selects(across, finding("content/db/c.md", 6)));  // its text is old
  CHECK(project.selects(
      across, finding("content/b.md", 6, {reference(ReferenceKind::existence, "content/c")})));
}

TEST_CASE("a schema that others refer to selects the findings of every type, another its own") {
  const Project project;
  const Diagnostic found =
      finding("content/a.md", 6, {reference(ReferenceKind::schema, "schemas/types/runbook.json")});
  CHECK(project.selects(line_changed("schemas/types/runbook.json", 1), found));
  CHECK(project.selects(deleted("schemas/types/_common.json"), found));
  CHECK_FALSE(project.selects(line_changed("schemas/types/alert.json", 1), found));
}

TEST_CASE("documents are known by the endings that the project gives them") {
  const Project project({{"content/c.txt", kText}}, "extensions: [.md, .txt]\n");
  const auto selects = [&](const std::string& went, const std::string& link) {
    return project.selects(deleted(went),
                           finding("content/b.md", 6, {reference(ReferenceKind::existence, link)}));
  };
  CHECK(selects("content/gone.txt", "content/gone"));
  CHECK(selects("content/gone.txt", "content/gone.html"));
  CHECK_FALSE(selects("content/gone.markdown", "content/gone"));
}

TEST_CASE("a file is changed if anything of it is") {
  const Project project;
  const ChangeSet changes = line_changed("content/a.md", 6);
  const ChangeSelection selection(project.corpus, changes, project.files);
  CHECK(selection.is_changed("content/a.md"));
  CHECK_FALSE(selection.is_changed("content/b.md"));
}

}  // namespace runbookc
