#include "corpus/metadata.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 5> kReviewKeys = {
    "last_reviewed", "next_review", "last_updated", "last_tested", "review_every"};

// Scalars read as text, so that `version: 1.10` and `owner: 42` keep their spelling.
bool has_text(const Value& value) {
  return value.is_scalar() && !value.is_null() && !trim(value.text).empty();
}

Located<std::string> located(const Value& value) {
  return {std::string(trim(value.text)), value.span};
}

Located<std::string> read_text(const Value& front_matter, std::string_view key) {
  const Value* value = front_matter.find(key);
  return value != nullptr && has_text(*value) ? located(*value) : Located<std::string>{};
}

// One scalar or a list of them.
std::vector<Located<std::string>> read_list(const Value& front_matter, std::string_view key) {
  std::vector<Located<std::string>> list;
  const Value* value = front_matter.find(key);
  if (value == nullptr) return list;
  list.reserve(value->is_scalar() ? 1 : value->items.size());
  if (has_text(*value)) list.push_back(located(*value));
  for (const Value& item : value->items) {
    if (has_text(item)) list.push_back(located(item));
  }
  return list;
}

// "approval_required: none" says that nobody need be asked.
std::vector<Located<std::string>> read_list_or_none(const Value& front_matter,
                                                    std::string_view key) {
  std::vector<Located<std::string>> list = read_list(front_matter, key);
  std::erase_if(list, [](const auto& item) { return equals_ignoring_case(item.value, "none"); });
  return list;
}

std::optional<Located<Date>> read_date(const Value& front_matter, std::string_view key) {
  const Value* value = front_matter.find(key);
  if (value == nullptr || !has_text(*value)) return std::nullopt;
  const std::optional<Date> date = parse_date(trim(value->text));
  if (!date) return std::nullopt;
  return Located<Date>{*date, value->span};
}

std::optional<Located<Interval>> read_interval(const Value& front_matter, std::string_view key) {
  const Value* value = front_matter.find(key);
  if (value == nullptr || !has_text(*value)) return std::nullopt;
  const std::optional<Interval> interval = parse_interval(trim(value->text));
  if (!interval) return std::nullopt;
  return Located<Interval>{*interval, value->span};
}

std::string text_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value != nullptr && value->is_scalar() && !value->is_null() ? value->text : std::string();
}

std::vector<Parameter> parameters_of(const Value& front_matter) {
  const Value* value = front_matter.find("parameters");
  return value == nullptr ? std::vector<Parameter>() : read_parameters(value->items);
}

bool reads_as_review_field(const Member& member) {
  if (member.key == "review_every") return parse_interval(trim(member.value.text)).has_value();
  return parse_date(trim(member.value.text)).has_value();
}

std::vector<MalformedField> find_malformed(const Value& front_matter) {
  std::vector<MalformedField> malformed;
  for (const Member& member : front_matter.members) {
    const Value& value = member.value;
    if (std::ranges::find(kReviewKeys, member.key) == kReviewKeys.end()) continue;
    if (value.is_null() || (value.is_scalar() && reads_as_review_field(member))) continue;
    malformed.push_back({member.key, value.is_scalar() ? value.text : std::string(), value.span});
  }
  return malformed;
}

bool is_interval(const MalformedField& field) { return field.key == "review_every"; }

// `owner` is the field; `owners` is what people write for several.
std::vector<Located<std::string>> read_owners_of(const Value& front_matter) {
  std::vector<Located<std::string>> owners = read_list(front_matter, "owner");
  for (Located<std::string>& owner : read_list(front_matter, "owners")) {
    owners.push_back(std::move(owner));
  }
  return owners;
}

// The places of a default lie in the project file; in a document it has none.
Value without_places(Value value) {
  std::vector<Value*> pending = {&value};
  while (!pending.empty()) {
    Value& next = *pending.back();
    pending.pop_back();
    next.span = {};
    for (Value& item : next.items) pending.push_back(&item);
    for (Member& member : next.members) {
      member.key_span = {};
      pending.push_back(&member.value);
    }
  }
  return value;
}

}  // namespace

std::string malformed_message(const MalformedField& field) {
  if (field.text.empty()) return "'" + field.key + "' is no single value";
  return "'" + field.text + "' is no " + (is_interval(field) ? "interval" : "date");
}

std::string malformed_help(const MalformedField& field) {
  return is_interval(field) ? "write '90 days', '3 months', 'quarterly' or the like"
                            : "write a day of the calendar as YYYY-MM-DD";
}

std::vector<Parameter> read_parameters(const std::vector<Value>& list) {
  std::vector<Parameter> parameters;
  parameters.reserve(list.size());
  for (const Value& item : list) {
    Parameter parameter{.name = text_of(item, "name"),
                        .description = text_of(item, "description"),
                        .default_value = text_of(item, "default"),
                        .secret = false,
                        .span = item.span};
    const Value* secret = item.find("secret");
    parameter.secret = secret != nullptr && secret->boolean;
    if (!parameter.name.empty()) parameters.push_back(std::move(parameter));
  }
  return parameters;
}

Metadata read_metadata(const Value& front_matter) {
  Metadata metadata;
  metadata.id = read_text(front_matter, "id");
  metadata.type = read_text(front_matter, "type");
  metadata.title = read_text(front_matter, "title");
  metadata.summary = read_text(front_matter, "summary");
  metadata.status = read_text(front_matter, "status");
  metadata.owners = read_owners_of(front_matter);
  metadata.severity = read_list(front_matter, "severity");
  metadata.services = read_list(front_matter, "services");
  metadata.alerts = read_list(front_matter, "alerts");
  metadata.tags = read_list(front_matter, "tags");
  metadata.audience = read_list(front_matter, "audience");
  metadata.aliases = read_list(front_matter, "aliases");
  metadata.depends_on = read_list(front_matter, "depends_on");
  metadata.approval_required = read_list_or_none(front_matter, "approval_required");
  metadata.approved_by = read_list(front_matter, "approved_by");
  metadata.distribution = read_list(front_matter, "distribution");
  metadata.estimated_time = read_text(front_matter, "estimated_time");
  metadata.version = read_text(front_matter, "version");
  metadata.last_reviewed = read_date(front_matter, "last_reviewed");
  metadata.next_review = read_date(front_matter, "next_review");
  metadata.last_updated = read_date(front_matter, "last_updated");
  metadata.last_tested = read_date(front_matter, "last_tested");
  metadata.review_every = read_interval(front_matter, "review_every");
  metadata.parameters = parameters_of(front_matter);
  metadata.malformed = find_malformed(front_matter);
  return metadata;
}

Value with_defaults(const Value& written, const Value& defaults) {
  if (!defaults.is_object()) return written;
  if (!written.is_object() && !written.is_null()) return written;
  Value merged = written;
  merged.kind = Value::Kind::object;
  for (const Member& member : defaults.members) {
    if (written.find(member.key) == nullptr) {
      merged.members.push_back({member.key, Span{}, without_places(member.value)});
    }
  }
  return merged;
}

}  // namespace runbookc
