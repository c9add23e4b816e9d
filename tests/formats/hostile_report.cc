#include "formats/hostile_report.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>

#include "base/files.h"
#include "base/text.h"
#include "base/unicode.h"
#include "check/runner.h"

namespace runbookc {
namespace {

// As it stands in the bytes of a document or of a path. Of the line endings only CR: a line feed
// would begin another line of Markdown.
const std::string kAttack =
    "::error::x ##[error]y ##vso[task.x]z \x1b[2J\x1b]0;t\x07 \"'`]]> <script>alert(1)</script> %0A"
    " \r::stop-commands::q \xe2\x80\xae\xf0\x9f\x94\x81 \xef\xbf\xbe &amp; \\[a](b) {0}";

// The same in a double-quoted YAML string, with a line feed.
const std::string kYamlAttack =
    "\"\\n::error::x ##[error]y \\e[2J \\\"]]> <script>alert(1)</script> %0A \\r \\u202e🔁 "
    "\\uFFFE\"";

constexpr std::array<std::string_view, 8> kRules = {"RB001", "RB003", "RB108", "RB204",
                                                    "RB301", "RB305", "RB402", "RB502"};

// GitHub shows ten annotations of a severity at most.
constexpr int kMostAlike = 2;

std::string hostile_document() {
  return "---\ntitle: " + kYamlAttack + "\nowner: " + kYamlAttack + "\nseverity: [" + kYamlAttack +
         "]\nlast_reviewed: " + kYamlAttack + "\n" + kYamlAttack +
         ": 1\nowned_by: x\n---\n\n# 🔁 " + kAttack + "\n\n## " + kAttack + "\n\n## " + kAttack +
         "\n\n🔁 [x](<gone ::error::x ##[error]y \x1b[2J %0A &#x202e; 🔁 ]] .md>) and "
         "[y][::error::\x1b]\n\n"
         "::error::x\n\n```bash\necho “" +
         kAttack + "”\n```\n";
}

Corpus hostile_corpus() {
  const MemoryFiles files({{kHostilePath, hostile_document()},
                           {"content/\xff.md", "# \xff\xfe not UTF-8 ##[error]\n"},
                           {"content/clean.md",
                            "---\ntitle: Clean\nowner: dba\nlast_reviewed: 2026-11-01\n---\n\n"
                            "# Clean\n\nText.\n"},
                           {"content/owners.yaml",
                            "owners:\n  - id: dba\n    name: Ops\n    kind: team\n    contacts: { "
                            "slack: \"#dba\" }\n"}});
  LoadOptions options;
  options.today = *parse_date("2026-11-21");
  auto corpus = load_corpus(files, options);
  if (!corpus) FAIL(corpus.error().message);
  return *std::move(corpus);
}

std::vector<Diagnostic> hostile_findings(const Corpus& corpus) {
  std::vector<Diagnostic> found = run_rules(corpus, 1).diagnostics;
  std::map<std::string, int> seen;
  std::erase_if(found, [&](const Diagnostic& one) {
    return std::ranges::find(kRules, one.code) == kRules.end() || ++seen[one.message] > kMostAlike;
  });
  return found;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n') || byte == 0x7f;
}

}  // namespace

HostileReport::HostileReport()
    : corpus_(hostile_corpus()),
      report_{.corpus = corpus_,
              .diagnostics = hostile_findings(corpus_),
              .files = corpus_.documents.size()} {
  report_.fixable = static_cast<std::size_t>(std::ranges::count_if(
      report_.diagnostics, [](const Diagnostic& found) { return found.fix.has_value(); }));
  for (const Document& document : corpus_.documents) report_.paths.emplace_back(document.path);
}

HostileReport& HostileReport::with_rules() {
  for (const Rule* rule : all_rules()) {
    report_.rules.push_back({rule->code, rule->name, rule->summary, rule->why, rule->recommended});
  }
  return *this;
}

std::string HostileReport::render(std::string_view format, const ReportStyle& style) const {
  return find_report_format(format)->render(report_, style);
}

std::vector<std::string> live_attacks(std::string_view output) {
  std::vector<std::string> out;
  if (!is_valid_utf8(output)) out.emplace_back("bytes that are not UTF-8");
  if (std::ranges::any_of(output, is_control)) out.emplace_back("a control character");
  for (const std::string_view part : {"##[", "##vso[", "\xe2\x80\xae"}) {
    if (output.find(part) != std::string_view::npos) out.emplace_back(part);
  }
  return out;
}

}  // namespace runbookc
