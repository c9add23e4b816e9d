#include "check/prose_agreement.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "prose/revision_history.h"
#include "prose/unresolved_text.h"
#include "prose/written_date.h"

namespace runbookc {
namespace {

using LocatedDate = std::optional<Located<Date>>;

const LocatedDate* date_of(const Metadata& metadata, ProseField field) {
  switch (field) {
    case ProseField::last_updated:
      return &metadata.last_updated;
    case ProseField::last_reviewed:
      return &metadata.last_reviewed;
    case ProseField::next_review:
      return &metadata.next_review;
    case ProseField::last_tested:
      return &metadata.last_tested;
    default:
      return nullptr;
  }
}

std::vector<std::string> owner_ids(const PageContext& context) {
  std::vector<std::string> ids;
  for (const Index owner : context.page.owners) {
    if (owner != kNone) ids.push_back(context.corpus.owners.owners()[owner].id);
  }
  return ids;
}

// What the front matter says instead; "" where the two agree or cannot be compared.
std::string other_date(const Metadata& metadata, const LabelledValue& value) {
  const LocatedDate* date = date_of(metadata, value.field);
  if (date == nullptr || !*date) return "";
  const auto said = parse_written_date(value.text);
  const bool differs = said && compare(*said, written((*date)->value)) != 0;
  return differs ? format_date((*date)->value) : "";
}

std::string other_version(const Metadata& metadata, const LabelledValue& value) {
  const std::string& version = metadata.version.value;
  return compare_versions(value.text, version).value_or(0) == 0 ? "" : version;
}

// The writer's words are one of the names that the directory has for an owner.
std::string other_owner(const PageContext& context, const LabelledValue& value) {
  const Index named = context.corpus.owners.find(value.text);
  const std::vector<std::string> ids = owner_ids(context);
  if (named == kNone || ids.empty()) return "";
  const std::string& id = context.corpus.owners.owners()[named].id;
  return std::ranges::find(ids, id) == ids.end() ? join(ids, ", ") : "";
}

std::string other_value(const PageContext& context, const LabelledValue& value) {
  const Metadata& metadata = context.page.metadata;
  if (value.field == ProseField::version) return other_version(metadata, value);
  if (value.field == ProseField::owner) return other_owner(context, value);
  return other_date(metadata, value);
}

std::string texts_of(const std::vector<Located<std::string>>& list) {
  std::vector<std::string> texts;
  for (const Located<std::string>& item : list) texts.push_back(item.value);
  return join(texts, ", ");
}

std::string said_in_front_matter(const Metadata& metadata, ProseField field) {
  if (const LocatedDate* date = date_of(metadata, field)) {
    return *date ? format_date((*date)->value) : "";
  }
  switch (field) {
    case ProseField::version:
      return metadata.version.value;
    case ProseField::owner:
      return texts_of(metadata.owners);
    case ProseField::approved_by:
      return texts_of(metadata.approved_by);
    case ProseField::distribution:
      return texts_of(metadata.distribution);
    default:
      return "";
  }
}

bool holds(const Span& outer, const Span& inner) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

}  // namespace

std::vector<Finding> find_prose_disagreements(const PageContext& context) {
  std::vector<Finding> findings;
  if (!context.document.front_matter.valid) return findings;
  for (const LabelledValue& value : labelled_values(context.document, context.source)) {
    const std::string other = other_value(context, value);
    if (other.empty()) continue;
    const std::string key(key_of(value.field));
    std::string message = "the text says '" + value.text;
    message.append("', and '").append(key).append("' in the front matter says ").append(other);
    findings.push_back({.span = value.span,
                        .message = std::move(message),
                        .help = "make the two agree, or leave one of them out",
                        .subject = key + ": " + value.text});
  }
  return findings;
}

ProseAnswers::ProseAnswers(const PageContext& context)
    : metadata_(context.page.metadata),
      has_front_matter_(context.document.front_matter.valid),
      values_(labelled_values(context.document, context.source)) {}

const LabelledValue* ProseAnswers::value_at(const Span& place) const {
  const auto after = std::ranges::upper_bound(values_, place.start, {},
                                              [](const auto& value) { return value.span.start; });
  if (!has_front_matter_ || after == values_.begin()) return nullptr;
  const LabelledValue& value = *(after - 1);
  return holds(value.span, place) ? &value : nullptr;
}

std::string ProseAnswers::in_front_matter(const Span& place) const {
  const LabelledValue* value = value_at(place);
  return value == nullptr ? "" : said_in_front_matter(metadata_, value->field);
}

bool ProseAnswers::is_plain(const Span& place) const {
  const LabelledValue* value = value_at(place);
  return value != nullptr && value->span == place &&
         (value->field == ProseField::version || date_of(metadata_, value->field) != nullptr) &&
         in_front_matter(place).find_first_not_of("0123456789.-v") == std::string::npos;
}

std::string ProseAnswers::in_text(std::string_view key) const {
  const auto found = std::ranges::find_if(
      values_, [&](const LabelledValue& value) { return key_of(value.field) == key; });
  const bool says = found != values_.end() && find_unresolved(found->text).empty();
  return says ? found->text : "";
}

}  // namespace runbookc
