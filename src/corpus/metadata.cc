#include "corpus/metadata.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

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

Located<std::string> read_text(const Value& value) {
  return has_text(value) ? located(value) : Located<std::string>{};
}

// One scalar or a list of them.
std::vector<Located<std::string>> read_list(const Value& value) {
  std::vector<Located<std::string>> list;
  list.reserve(value.is_scalar() ? 1 : value.items.size());
  if (has_text(value)) list.push_back(located(value));
  for (const Value& item : value.items) {
    if (has_text(item)) list.push_back(located(item));
  }
  return list;
}

// "approval_required: none" says that nobody need be asked.
std::vector<Located<std::string>> read_list_or_none(const Value& value) {
  std::vector<Located<std::string>> list = read_list(value);
  std::erase_if(list, [](const auto& item) { return equals_ignoring_case(item.value, "none"); });
  return list;
}

std::optional<Located<Date>> read_date(const Value& value) {
  const std::optional<Date> date = has_text(value) ? parse_date(trim(value.text)) : std::nullopt;
  if (!date) return std::nullopt;
  return Located<Date>{*date, value.span};
}

std::optional<Located<Interval>> read_interval(const Value& value) {
  const auto interval = has_text(value) ? parse_interval(trim(value.text)) : std::nullopt;
  if (!interval) return std::nullopt;
  return Located<Interval>{*interval, value.span};
}

std::string text_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value != nullptr && value->is_scalar() && !value->is_null() ? value->text : std::string();
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

// `owner` is the field; `owners` is what people write for several, and comes after it.
void read_owner(const Value& value, Metadata& metadata) {
  std::vector<Located<std::string>> owners = read_list(value);
  metadata.owners.insert(metadata.owners.begin(), std::make_move_iterator(owners.begin()),
                         std::make_move_iterator(owners.end()));
}

void read_owners(const Value& value, Metadata& metadata) {
  std::ranges::move(read_list(value), std::back_inserter(metadata.owners));
}

void read_parameter_list(const Value& value, Metadata& metadata) {
  metadata.parameters = read_parameters(value.items);
}

// How the field called `key` gets into its place.
struct FieldEntry {
  std::string_view key;
  void (*read)(const Value& value, Metadata& metadata);
};

template <auto kField, auto kRead>
void into(const Value& value, Metadata& metadata) {
  metadata.*kField = kRead(value);
}

constexpr auto kFields = std::to_array<FieldEntry>({
    {"alerts", into<&Metadata::alerts, read_list>},
    {"aliases", into<&Metadata::aliases, read_list>},
    {"approval_required", into<&Metadata::approval_required, read_list_or_none>},
    {"approved_by", into<&Metadata::approved_by, read_list>},
    {"audience", into<&Metadata::audience, read_list>},
    {"depends_on", into<&Metadata::depends_on, read_list>},
    {"distribution", into<&Metadata::distribution, read_list>},
    {"estimated_time", into<&Metadata::estimated_time, read_text>},
    {"id", into<&Metadata::id, read_text>},
    {"last_reviewed", into<&Metadata::last_reviewed, read_date>},
    {"last_tested", into<&Metadata::last_tested, read_date>},
    {"last_updated", into<&Metadata::last_updated, read_date>},
    {"next_review", into<&Metadata::next_review, read_date>},
    {"owner", read_owner},
    {"owners", read_owners},
    {"parameters", read_parameter_list},
    {"review_every", into<&Metadata::review_every, read_interval>},
    {"services", into<&Metadata::services, read_list>},
    {"severity", into<&Metadata::severity, read_list>},
    {"status", into<&Metadata::status, read_text>},
    {"summary", into<&Metadata::summary, read_text>},
    {"tags", into<&Metadata::tags, read_list>},
    {"title", into<&Metadata::title, read_text>},
    {"type", into<&Metadata::type, read_text>},
    {"version", into<&Metadata::version, read_text>},
});
static_assert(std::ranges::is_sorted(kFields, std::ranges::less_equal{}, &FieldEntry::key),
              "ascending, each once");

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

bool is_interval(const MalformedField& field) { return field.key == "review_every"; }

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
  for (const Member& member : front_matter.members) {
    const auto field = std::ranges::lower_bound(kFields, member.key, {}, &FieldEntry::key);
    if (field != kFields.end() && field->key == member.key) field->read(member.value, metadata);
  }
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
