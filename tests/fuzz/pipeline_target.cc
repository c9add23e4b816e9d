// A whole project out of any bytes: loaded, checked, mended, reported and made into a site.
//
// The first byte chooses the dialect, the second (in its lowest bits) what else the project has;
// the rest is one document, or two with a line `===` between them. Letters and digits will do, so
// that an input can be written by hand.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "artifacts/shipped_look.h"
#include "base/overlay_files.h"
#include "base/text.h"
#include "base/unicode.h"
#include "check/runner.h"
#include "corpus/corpus.h"
#include "emit/artifact.h"
#include "fix/fix_rounds.h"
#include "fuzz/broken_promise.h"
#include "fuzz/page_markup.h"
#include "fuzz/targets.h"

namespace runbookc {
namespace {

constexpr std::string_view kBorder = "\n===\n";
constexpr std::size_t kFileBytes = std::size_t{1024} * 1024;  // that any file may have
constexpr std::size_t kGrowth = 2'000;                        // and for each byte that came in

struct Choice {
  const DialectRules* dialect;
  bool owners;
  bool strict;
  bool public_site;  // with all that a base URL and a repository bring
  bool drafts;
};

Choice choice_of(std::string_view head) {
  const auto bits = static_cast<unsigned char>(head[1]);
  const std::span<const DialectRules> all = dialects();
  return {.dialect = &all[static_cast<unsigned char>(head[0]) % all.size()],
          .owners = (bits & 1U) != 0,
          .strict = (bits & 2U) != 0,
          .public_site = (bits & 4U) != 0,
          .drafts = (bits & 8U) != 0};
}

std::string config_text(const Choice& choice) {
  std::string text = "dialect: " + std::string(choice.dialect->name) + "\ncontent: content\n";
  text += "site:\n  title: Fuzz\n";
  if (choice.drafts) text += "  publish_drafts: true\n";
  if (choice.public_site) {
    text += "  base_url: https://example.com/ops/\n  edit_url: https://example.com/edit/{path}\n";
  }
  if (choice.strict) text += "rules: { preset: strict }\n";
  return text;
}

ProjectConfig config_of(const Choice& choice) {
  ConfigOutcome outcome = read_config(SourceFile("runbookc.yaml", config_text(choice)));
  promise(outcome.problems.empty(), "the project file is sound");
  return std::move(outcome.config);
}

FileBytes project_files(const Choice& choice, std::string_view text) {
  FileBytes files;
  const std::string ending(choice.dialect->extensions.empty() ? std::string_view(".md")
                                                              : choice.dialect->extensions[0]);
  const auto border = text.find(kBorder);
  files["content/db/a" + ending] = text.substr(0, border);
  if (border != std::string_view::npos) {
    files["content/b" + ending] = text.substr(border + kBorder.size());
  }
  if (choice.owners) {
    files["content/owners.yaml"] =
        "owners:\n  - id: dba\n    name: Database team\n    kind: team\n"
        "    contacts: { slack: '#dba', url: 'https://example.com' }\n";
  }
  return files;
}

// Whatever a document says, its project loads.
Corpus load(const Files& files, const ProjectConfig& config, bool render) {
  LoadOptions options;
  options.config = config;
  options.today = *parse_date("2026-11-26");
  options.threads = 1;
  options.render = render;
  auto corpus = load_corpus(files, options);
  if (!corpus) throw BrokenPromise("a project loads: " + corpus.error().message);
  return *std::move(corpus);
}

void check_findings(const Corpus& corpus, const std::vector<Diagnostic>& found) {
  for (const Diagnostic& one : found) {
    promise(is_valid_utf8(one.message) && is_valid_utf8(one.help), "findings are text");
    promise(one.span.start <= one.span.end, "a finding's place has an order");
    const Index page = find_page(corpus, one.path);
    if (page == kNone) continue;
    const SourceFile& source = corpus.source_of(corpus.pages[page]);
    promise(one.span.end.line <= source.line_count() + 1, "a finding is in its file");
  }
}

// Nothing that a document says may command a terminal, nor be half a character.
void check_reports(const Report& report) {
  for (const ReportFormat* format : all_report_formats()) {
    const std::string text = format->render(report, {});
    promise(is_valid_utf8(text), "reports are text");
    promise(text.find('\x1b') == std::string::npos, "reports do not command terminals");
  }
}

// The author's names for anchors may clash: there is a rule for them.
bool names_anchors(std::string_view text) {
  const std::string lower = lower_ascii(text);
  return lower.find("{#") != std::string::npos || lower.find("id") != std::string::npos ||
         lower.find("name") != std::string::npos;
}

void check_file(const std::string& path, const std::string& bytes, std::string_view input) {
  promise(bytes.size() <= kFileBytes + kGrowth * input.size(), "files have a bound");
  if (path.ends_with(".html")) check_markup(bytes, !names_anchors(input));
  if (path.ends_with(".json")) promise(nlohmann::json::accept(bytes), "JSON is JSON");
}

void check_site(const Corpus& corpus, const Report& report, std::string_view input_text) {
  const SiteInput input{corpus, report, shipped_templates(), shipped_assets(), 1};
  for (const PlannedArtifact& planned : plan_site(input)) {
    if (!planned.copy_from.empty()) continue;
    std::string bytes;
    if (planned.stream)
      planned.stream([&](std::string_view piece) { bytes += piece; });
    else
      bytes = planned.render();
    check_file(planned.path, bytes, input_text);
  }
}

Result<FixOutcome> mend(const FileBytes& files, const ProjectConfig& config) {
  const MemoryFiles below(files);
  const CheckOverlay check = [&](const FileBytes& over) -> Result<CheckedCorpus> {
    Corpus corpus = load(OverlayFiles(below, over), config, false);
    auto found = run_rules(corpus, 1).diagnostics;
    return CheckedCorpus{std::move(corpus), std::move(found)};
  };
  return apply_fixes(check, [](const Diagnostic&) { return true; });
}

// What is mended needs no more mending.
void check_fixes(FileBytes files, const ProjectConfig& config) {
  const auto once = mend(files, config);
  promise(once.ok(), "a project that loads still does when it is mended");
  if (once->after.empty() || !once->complete) return;
  for (const auto& [path, bytes] : once->after) files[path] = bytes;
  const auto twice = mend(files, config);
  promise(twice.ok() && twice->after.empty(), "mended twice is mended once");
}

}  // namespace

void fuzz_pipeline(std::string_view bytes) {
  if (bytes.size() < 2) return;
  const Choice choice = choice_of(bytes);
  const ProjectConfig config = config_of(choice);
  const FileBytes files = project_files(choice, bytes.substr(2));
  const Corpus corpus = load(MemoryFiles(files), config, true);
  Report report{.corpus = corpus, .diagnostics = run_rules(corpus, 1).diagnostics};
  report.files = corpus.documents.size();
  check_findings(corpus, report.diagnostics);
  check_reports(report);
  check_site(corpus, report, bytes);
  const auto has_fix = [](const Diagnostic& found) { return found.fix.has_value(); };
  if (std::ranges::any_of(report.diagnostics, has_fix)) check_fixes(files, config);
}

}  // namespace runbookc
