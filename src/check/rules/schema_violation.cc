// RB104: front matter that the schema of the document's type refuses.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/page_place.h"
#include "check/problem_findings.h"
#include "check/rule.h"
#include "check/unfilled_value.h"
#include "check/written_key.h"

namespace runbookc {
namespace {

// Fields whose absence, content or form RB401 to RB505 judge.
constexpr std::array<std::string_view, 6> kJudgedElsewhere = {
    "owner", "last_reviewed", "review_every", "next_review", "last_updated", "last_tested"};

bool is_judged_elsewhere(std::string_view key) {
  return std::ranges::find(kJudgedElsewhere, key) != kJudgedElsewhere.end();
}

// The top-level key that a pointer leads through.
std::string_view top_key(std::string_view pointer) {
  if (pointer.empty()) {
    return {};
  }
  pointer.remove_prefix(1);
  return pointer.substr(0, pointer.find('/'));
}

// A value of a kind that could be an owner, a date or an interval; any other is nobody else's.
bool has_expected_kind(const Value& value) {
  return value.is_null() || value.is_string() ||
         (value.is_array() && std::ranges::all_of(value.items, &Value::is_string));
}

bool is_others(const PageContext& context, const Violation& violation) {
  if (violation.instance_pointer.empty()) {
    return violation.keyword == "required" && is_judged_elsewhere(violation.subject);
  }
  const std::string_view key = top_key(violation.instance_pointer);
  const Value* value = context.corpus.front_matter_of(context.page).find(key);
  if (!is_judged_elsewhere(key) || value == nullptr) {
    return false;
  }
  return has_expected_kind(*value) ||
         std::ranges::find(context.page.metadata.malformed, key, &MalformedField::key) !=
             context.page.metadata.malformed.end();
}

Span place_of(const PageContext& context, const Violation& violation) {
  const bool is_missing_key = violation.instance_pointer.empty() && violation.keyword == "required";
  if (is_missing_key || !violation.span.valid()) {
    return front_matter_place(context.document);
  }
  return violation.span;
}

// The key of a field whose value is TODO, which fits nothing but says why; "" for any other.
std::string_view unfilled_key(const PageContext& context, const Violation& violation) {
  const std::string_view key = top_key(violation.instance_pointer);
  const Value* value =
      key.empty() ? nullptr : context.corpus.front_matter_of(context.page).find(key);
  const bool unfilled = value != nullptr && value->is_string() && is_unfilled(value->text);
  return unfilled ? key : std::string_view();
}

// Its message, with the key as the document has it.
std::string spelt_as_written(const PageContext& context, const Violation& violation) {
  const std::string key(top_key(violation.instance_pointer));
  const std::string written = key.empty() ? key : written_key(context, key);
  if (written == key) return violation.message;
  const std::string message = replace_all(violation.message, "'" + key + "'", "'" + written + "'");
  return message.starts_with(key + " ") ? written + message.substr(key.size()) : message;
}

Finding finding_of(const PageContext& context, const Violation& violation) {
  Finding finding = {.span = place_of(context, violation),
                     .message = spelt_as_written(context, violation),
                     .help = violation.help,
                     .subject = violation.instance_pointer + " " + violation.subject};
  if (violation.has_replacement && violation.span.valid()) {
    finding.fix = Fix{.description = "replace it by '" + violation.replacement + "'",
                      .edits = {{.range = violation.span, .text = violation.replacement}}};
  }
  return finding;
}

// A `type:` that no schema describes: nothing else of the document can be judged.
std::vector<Finding> unknown_type(const PageContext& context) {
  const Located<std::string>& type = context.page.metadata.type;
  if (!type.span.valid()) {
    return {};
  }
  std::vector<std::string> names;
  names.reserve(context.corpus.types.size());
  for (const DocumentType& known : context.corpus.types) {
    names.push_back(known.name);
  }
  const std::optional<std::string> nearest = near_miss(type.value, names);
  constexpr std::size_t kMostNames = 16;
  const bool is_all = names.size() <= kMostNames;
  const std::vector<std::string> shown(
      names.begin(), is_all ? names.end() : names.begin() + std::ptrdiff_t{kMostNames});
  Finding finding = {.span = type.span,
                     .message = "there is no document type '" + type.value + "'",
                     .help = nearest ? "did you mean '" + *nearest + "'?"
                                     : "add schemas/types/" + type.value +
                                           ".json to the project's root, or use one of " +
                                           join(shown, ", ") + (is_all ? "" : ", …"),
                     .subject = type.value};
  if (nearest && unique_near_miss(type.value, names)) {
    finding.fix = Fix{.description = "replace it by '" + *nearest + "'",
                      .edits = {{.range = type.span, .text = *nearest}}};
  }
  return {finding};
}

std::vector<Finding> check(const PageContext& context) {
  const FrontMatter& written = context.document.front_matter;
  // Front matter that is missing or cannot be read has its own finding.
  if ((written.present && !written.valid) ||
      (!written.present && context.corpus.front_matter_of(context.page).members.empty()) ||
      is_unread(context.document)) {
    return {};
  }
  if (context.type == nullptr) {
    return unknown_type(context);
  }
  std::vector<Finding> findings;
  std::string_view unfilled;  // the key of the finding before, if that is all that is to say of it
  for (const Violation& violation :
       context.type->schema.validate(context.corpus.front_matter_of(context.page))) {
    const std::string_view key = unfilled_key(context, violation);
    if (is_others(context, violation) || (!key.empty() && key == unfilled)) {
      continue;
    }
    findings.push_back(key.empty() ? finding_of(context, violation)
                                   : unfilled_field(context, key, place_of(context, violation)));
    unfilled = key;
  }
  return findings;
}

}  // namespace

const Rule& schema_violation_rule() {
  static const Rule rule = {
      .code = "RB104",
      .name = "schema-violation",
      .recommended = Severity::error,
      .summary = "front matter does not fit the schema of the document's type",
      .why =
          "The index, the alert pages and your own tools read these fields. A severity that does "
          "not "
          "exist or a list where one name belongs makes the document drop out of them, "
          "silently.\n\n"
          "The finding stands at the value, or, for a field that is missing, at the start of the "
          "front matter. The schemas are ordinary JSON Schema (draft-07) in `schemas/types`; your "
          "editor can complete and check against the same files. Owners and review dates are "
          "judged "
          "by the RB4xx and RB5xx rules alone.",
      .bad = {"---\ntitle: Gateway\nstatus: actve\n---\n\nText.\n"},
      .good = {"---\ntitle: Gateway\nstatus: active\n---\n\nText.\n"},
      .check_page = check,
      .reach = {.schema = true}};
  return rule;
}

}  // namespace runbookc
