#include "emit/json_document.h"

#include "base/version.h"

namespace runbookc {

namespace {

constexpr std::string_view kSchemas = "https://runbookc.dev/schemas/output/";

void write_head(JsonWriter& json, Date today, std::string_view schema_name) {
  json.begin_object()
      .member("$schema", std::string(kSchemas) + std::string(schema_name) + ".json")
      .member_number("version", 1)
      .key("tool")
      .begin_object()
      .member("name", "runbookc")
      .member("version", tool_version())
      .end_object()
      .member("today", format_date(today));
}

}  // namespace

JsonWriter begin_json_document(const SiteInput& input, std::string_view schema_name) {
  return begin_json_document(input.corpus.today, schema_name);
}

JsonWriter begin_json_document(Date today, std::string_view schema_name) {
  JsonWriter json;
  write_head(json, today, schema_name);
  return json;
}

JsonWriter begin_json_stream(const SiteInput& input, std::string_view schema_name, ByteSink sink) {
  JsonWriter json(std::move(sink));
  write_head(json, input.corpus.today, schema_name);
  return json;
}

std::string end_json_document(JsonWriter json) { return json.end_object().take(); }

void end_json_stream(JsonWriter json) { json.end_object().finish(); }

void write_review(JsonWriter& json, const Review& review) {
  const auto date = [](const std::optional<Date>& day) { return day ? format_date(*day) : ""; };
  json.member_or_null("last_reviewed", date(review.last_reviewed))
      .member_or_null("review_every", review.every ? format_interval(*review.every) : "")
      .member_or_null("due", date(review.due))
      .member("status", review_status_name(review.status))
      .key("days");
  if (review.due) {
    json.number(review.days);
  } else {
    json.null();
  }
}

void begin_owner(JsonWriter& json, const Corpus& corpus, const Owner& owner) {
  json.begin_object()
      .member("id", owner.id)
      .member("name", owner.name)
      .member("kind", owner.kind == OwnerKind::team ? "team" : "person");
  if (corpus.config.site.publish_contacts) {
    json.key("contacts").begin_array();
    for (const Contact& contact : owner.contacts) {
      json.begin_object().member("kind", contact.kind).member("value", contact.value).end_object();
    }
    json.end_array();
  }
  json.member_boolean("active", owner.active);
}

std::vector<std::string> owner_ids(const Corpus& corpus, const Page& page) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < page.metadata.owners.size(); ++i) {
    const Index found = i < page.owners.size() ? page.owners[i] : kNone;
    ids.push_back(found == kNone ? page.metadata.owners[i].value
                                 : corpus.owners.owners()[found].id);
  }
  return ids;
}

}  // namespace runbookc
