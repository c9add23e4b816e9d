// RB105: a key in the front matter that nothing reads, most often a slip of the pen.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/near_miss.h"
#include "check/page_place.h"
#include "check/rule.h"
#include "check/rule_options.h"

namespace runbookc {
namespace {

constexpr std::size_t kSlip = 2;  // letters

// A page without a type may carry keys of the tool that it was written for; only what looks like
// one of ours is suspicious there.
bool is_untyped(const PageContext& context) { return context.page.type == "page"; }

bool is_plain(std::string_view key) {
  return std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  });
}

std::string allowing(const std::string& key) {
  const std::string item = is_plain(key) ? key : "…";
  return "allow it under 'rules' in runbookc.yaml, 'unknown-key: { allow: [" + item + "] }'";
}

// Most are read by the tool that builds a site of the same files, so removing it comes last.
std::string remedy(const std::string& key) {
  return allowing(key) + ", describe it in the schema of the type, or remove it";
}

// The rule that would miss the key that was meant.
std::vector<std::string_view> rules_about(std::string_view key) {
  if (key == "owner") return {"RB401"};
  if (key == "last_reviewed" || key == "next_review" || key == "review_every") return {"RB501"};
  return {};
}

Finding finding_of(const PageContext& context, const UnknownKey& unknown) {
  Finding finding = {
      .span = unknown.span,
      .message = "type '" + context.type->name + "' has no key '" + unknown.key + "'",
      .help = remedy(unknown.key),
      .subject = unknown.key};
  if (unknown.suggestion.empty()) {
    if (!unknown.present.empty())
      finding.help = "remove it, since '" + unknown.present +
                     "' is there already; if another tool reads it, " + allowing(unknown.key);
    return finding;
  }
  finding.help = "did you mean '" + unknown.suggestion + "'?";
  finding.settles = rules_about(unknown.suggestion);
  // A key that is further off may be another tool's, such as `last_reviewed_on`.
  const bool is_slip = edit_distance(unknown.key, unknown.suggestion, kSlip) <= kSlip;
  if (is_slip && unknown.sure &&
      context.corpus.front_matter_of(context.page).find(unknown.suggestion) == nullptr) {
    finding.fix = Fix{.description = "rename the key to '" + unknown.suggestion + "'",
                      .edits = {{.range = unknown.span, .text = unknown.suggestion}}};
  }
  return finding;
}

std::vector<Finding> check(const PageContext& context) {
  if (context.type == nullptr || !context.document.front_matter.valid) {
    return {};
  }
  const std::vector<std::string> allowed = text_list_option(context.options, "allow");
  std::vector<Finding> findings;
  // The project's defaults are not the document's text.
  for (const UnknownKey& unknown :
       context.type->schema.unknown_keys(context.document.front_matter.root)) {
    const bool is_foreign = unknown.suggestion.empty() && is_untyped(context);
    if (!is_foreign && std::ranges::find(allowed, unknown.key) == allowed.end()) {
      findings.push_back(finding_of(context, unknown));
    }
  }
  return findings;
}

}  // namespace

const Rule& unknown_key_rule() {
  static const Rule rule = {
      .code = "RB105",
      .name = "unknown-key",
      .recommended = Severity::warning,
      .summary = "the front matter has a key that the document's type does not know",
      .why =
          "`last_reviwed: 2026-09-01` is a review that nobody ever sees. A key that no schema "
          "describes is ignored, so a slip of the pen goes unnoticed for years.\n\n"
          "Fields of your own belong into your own schema. Documents of type `page` may have any "
          "key, but one that looks like a known key is reported there, too.",
      .bad = {"---\ntitle: Gateway\nlast_reviwed: 2026-05-01\n---\n\nText.\n"},
      .good = {"---\ntitle: Gateway\nlast_reviewed: 2026-05-01\n---\n\nText.\n"},
      .options = {{.name = "allow",
                   .description = "keys that other tools read",
                   .default_text = "[]"}},
      .check_page = check,
      .reach = {.schema = true}};
  return rule;
}

}  // namespace runbookc
