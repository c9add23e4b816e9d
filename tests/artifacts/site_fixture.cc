#include "artifacts/site_fixture.h"

#include <catch2/catch.hpp>

namespace runbookc {

namespace {

LoadOptions options_of(const Files& files) {
  LoadOptions options;
  options.today = *parse_date("2026-11-21");
  const ReadOutcome config = files.read("runbookc.yaml", 1 << 20);
  if (config.failure != ReadFailure::none) return options;
  ConfigOutcome outcome = read_config(SourceFile("runbookc.yaml", config.bytes));
  REQUIRE(outcome.problems.empty());
  options.config = std::move(outcome.config);
  return options;
}

Diagnostic finding(std::string_view name, Severity severity, std::string_view path, Span span,
                   std::string_view message) {
  Diagnostic diagnostic;
  diagnostic.code = "RB301";
  diagnostic.name = name;
  diagnostic.severity = severity;
  diagnostic.path = path;
  diagnostic.span = span;
  diagnostic.message = message;
  diagnostic.help = "remove <it>";
  return diagnostic;
}

}  // namespace

// The findings are made up: what the rules say has its own tests, and may change.
SiteFixture::SiteFixture(const Files& files) {
  auto corpus = load_corpus(files, options_of(files));
  if (!corpus.ok()) FAIL(corpus.error().message);
  corpus_ = std::make_unique<Corpus>(*std::move(corpus));
  const std::string content = corpus_->config.content;
  auto findings =
      finish_diagnostics({finding("target-missing", Severity::error, content + "/db/failover.md",
                                  {{24, 66}, {24, 87}}, "no file 'missing.md' & <more>"),
                          finding("owner-unknown", Severity::warning, content + "/db/failover.md",
                                  {{4, 8}, {4, 39}}, "no owner 'nobody'"),
                          finding("owner-inactive", Severity::info, "content/owners.yaml",
                                  {{9, 5}, {9, 6}}, "'mara' is inactive")});
  report_ = std::make_unique<Report>(Report{
      .corpus = *corpus_, .diagnostics = std::move(findings), .files = corpus_->documents.size()});
  auto templates = Templates::load(files);
  if (!templates.ok()) FAIL(templates.error().message);
  templates_ = std::make_unique<Templates>(*std::move(templates));
  auto assets = load_assets(files, templates_->words(corpus_->config.site.language));
  REQUIRE(assets.ok());
  assets_ = std::make_unique<Assets>(*std::move(assets));
}

std::map<std::string, std::string> SiteFixture::render() const {
  std::map<std::string, std::string> site;
  const SiteInput made = input();
  for (const PlannedArtifact& artifact : plan_site(made)) {
    site[artifact.path] =
        artifact.render ? artifact.render() : "copied from " + artifact.copy_from + "\n";
  }
  return site;
}

std::unique_ptr<Files> basic_project() {
  return disk_files(RUNBOOKC_SOURCE_DIR "/tests/artifacts/sites/basic/project");
}

}  // namespace runbookc
