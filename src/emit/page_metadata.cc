#include <algorithm>
#include <array>

#include "base/text.h"
#include "emit/custom_fields.h"
#include "emit/page_parameters.h"
#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

using Texts = std::vector<Located<std::string>>;

std::string joined_values(const Texts& texts) {
  std::vector<std::string> values;
  for (const auto& text : texts) values.push_back(text.value);
  return join(values, ", ");
}

// How the first two levels of the scale stand out; the rest is quiet.
std::string_view severity_class(const std::vector<SeverityLevel>& scale, std::size_t rank) {
  if (rank >= scale.size() || rank > 1) return "";
  return rank == 0 ? "urgent" : "stale";
}

std::vector<TemplateData> listing_items(const Texts& names, std::string_view kind,
                                        std::string_view from) {
  std::vector<TemplateData> items;
  for (const auto& name : names) {
    items.push_back(link_item(name.value, relative_url(from, listing_url(kind, name.value))));
  }
  return items;
}

std::vector<TemplateData> owner_items(const SiteInput& input, const Page& page) {
  std::vector<TemplateData> items;
  for (std::size_t i = 0; i < page.metadata.owners.size(); ++i) {
    const Index found = i < page.owners.size() ? page.owners[i] : kNone;
    const Owner* owner = found == kNone ? nullptr : &input.corpus.owners.owners()[found];
    TemplateData item =
        owner == nullptr
            ? link_item(page.metadata.owners[i].value, "")
            : link_item(owner->name, relative_url(page.url, listing_url("owners", owner->id)));
    item.flags["inactive"] = owner != nullptr && !owner->active;
    item.lists["contacts"] =
        owner == nullptr ? std::vector<TemplateData>() : contact_items(input, *owner);
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<TemplateData> parameter_items(const Corpus& corpus, const Page& page) {
  std::vector<TemplateData> items;
  for (const auto& [parameter, environment] : page_parameters(corpus, page)) {
    TemplateData item;
    item.text["name"] = parameter.name;
    set_text(item, "about", parameter.description);
    set_text(item, "default", parameter.secret ? "" : parameter.default_value);
    set_text(item, "environment", environment);
    item.flags["secret"] = parameter.secret;
    items.push_back(std::move(item));
  }
  return items;
}

// A list is a line for each item; an address can be followed.
TemplateData custom_value(const Value& value) {
  const std::string text = value_text(value);
  const bool is_address = text.starts_with("https://") || text.starts_with("http://");
  return link_item(text, is_address ? external_url(text).value_or("") : "");
}

std::vector<TemplateData> custom_items(const Corpus& corpus, const Page& page) {
  std::vector<TemplateData> items;
  for (const CustomField& field : custom_fields(corpus, page)) {
    if (field.value->is_null()) continue;
    TemplateData item;
    item.text["label"] = field.label;
    std::vector<TemplateData> values;
    for (const Value& part : field.value->items) values.push_back(custom_value(part));
    if (!field.value->is_array()) values.push_back(custom_value(*field.value));
    item.lists["values"] = std::move(values);
    items.push_back(std::move(item));
  }
  return items;
}

// Who must agree; a link to whom the directory knows, and so to a way to reach them.
std::vector<TemplateData> approval_items(const SiteInput& input, const Page& page) {
  const OwnerDirectory& owners = input.corpus.owners;
  std::vector<TemplateData> items;
  for (const auto& name : page.metadata.approval_required) {
    const Index found = owners.find(name.value);
    if (found == kNone) {
      items.push_back(link_item(name.value, ""));
      continue;
    }
    const Owner& owner = owners.owners()[found];
    items.push_back(link_item(owner.name, relative_url(page.url, listing_url("owners", owner.id))));
  }
  return items;
}

// What the front matter says besides, and nothing is done with.
std::vector<TemplateData> known_items(const Words& words, const Metadata& metadata) {
  std::vector<TemplateData> items;
  const auto add = [&](std::string_view word, const std::string& value) {
    if (value.empty()) return;
    TemplateData item;
    item.text["label"] = words.text(word);
    item.text["value"] = value;
    items.push_back(std::move(item));
  };
  const auto& tested = metadata.last_tested;
  add("meta.tested", tested ? words.date(tested->value) : "");
  add("meta.version", metadata.version.value);
  add("meta.approved_by", joined_values(metadata.approved_by));
  add("meta.audience", joined_values(metadata.audience));
  return items;
}

std::string_view review_tone(ReviewStatus status) {
  if (status == ReviewStatus::overdue) return "urgent";
  return status == ReviewStatus::due_soon ? "stale" : "";
}

// How urgent the page is, how long it takes, who must agree, and whether it can be trusted.
void set_facts(TemplateData& data, const SiteInput& input, const Page& page) {
  const Words& words = site_words(input);
  const auto& last = page.review.last_reviewed;
  data.lists["severity"] = severity_items(input, page);
  set_text(data, "time", page.metadata.estimated_time.value);
  set_list(data, "approval", approval_items(input, page));
  set_review(data, words, page.review);
  data.flags["has_review"] = page.review.due.has_value() || last.has_value();
  data.text["review_tone"] = review_tone(page.review.status);
  set_text(data, "reviewed",
           last ? words.fill("review.last", {{"date", words.date(*last)}}) : std::string());
  data.flags["has_facts"] = !data.lists["severity"].empty() || data.flags["has_time"] ||
                            data.flags["has_approval"] || data.flags["has_review"];
}

std::string_view review_word(ReviewStatus status) {
  return status == ReviewStatus::overdue ? "review.overdue" : "review.due";
}

// What the browser opens for a contact; "" if it is only to be read.
std::string contact_href(const Contact& contact) {
  std::string target = contact.value;
  if (contact.kind == "email") target = "mailto:" + contact.value;
  if (contact.kind == "phone") target = "tel:" + replace_all(contact.value, " ", "");
  if (target.find(':') == std::string::npos) return "";
  return external_url(target).value_or("");
}

}  // namespace

void set_review(TemplateData& data, const Words& words, const Review& review) {
  data.text["review_class"] = review_status_name(review.status);
  data.flags["has_due"] = review.due.has_value();
  if (!review.due) {
    data.text["review_text"] = words.text("review.none");
    return;
  }
  const std::string date = words.date(*review.due);
  data.text["review_text"] = words.fill(review_word(review.status), {{"date", date}});
  data.text["review_due"] = format_date(*review.due);
  data.text["review_overdue"] = words.fill("review.overdue", {{"date", date}});
}

std::vector<TemplateData> contact_items(const SiteInput& input, const Owner& owner) {
  std::vector<TemplateData> items;
  if (!input.corpus.config.site.publish_contacts) return items;
  const Words& words = site_words(input);
  for (const Contact& contact : owner.contacts) {
    const std::string word = "contact." + contact.kind;
    const std::string kind(words.has(word) ? words.text(word) : std::string_view(contact.kind));
    TemplateData item = link_item(contact.value, contact_href(contact));
    item.text["kind"] = kind;
    // An address of a page says less than what it is for, and is longer.
    item.flags["valued"] = contact.value.find("://") == std::string::npos;
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<TemplateData> severity_items(const SiteInput& input, const Page& page) {
  const std::vector<SeverityLevel>& scale = input.corpus.config.severities;
  std::vector<TemplateData> items;
  for (const auto& severity : page.metadata.severity) {
    const auto found = std::ranges::find(scale, severity.value, &SeverityLevel::name);
    TemplateData item = link_item(severity.value, "");
    item.text["severity_class"] =
        severity_class(scale, static_cast<std::size_t>(found - scale.begin()));
    const std::string time = found == scale.end() ? "" : found->response_time;
    set_text(item, "response",
             time.empty() ? "" : site_words(input).fill("severity.response", {{"time", time}}));
    items.push_back(std::move(item));
  }
  return items;
}

void set_metadata(TemplateData& data, const SiteInput& input, const Page& page) {
  const Metadata& metadata = page.metadata;
  data.flags["draft"] = page.status == "draft";
  data.flags["deprecated"] = page.status == "deprecated";
  // A summary that was taken from the text stands there already.
  set_text(data, "lead", metadata.summary.value);
  set_facts(data, input, page);
  set_list(data, "owners", owner_items(input, page));
  set_list(data, "alerts", listing_items(metadata.alerts, "alerts", page.url));
  set_list(data, "services", listing_items(metadata.services, "services", page.url));
  set_list(data, "tags", listing_items(metadata.tags, "tags", page.url));
  set_list(data, "known", known_items(site_words(input), metadata));
  set_list(data, "custom", custom_items(input.corpus, page));
  set_list(data, "parameters", parameter_items(input.corpus, page));
  data.flags["has_metadata"] =
      std::ranges::any_of(std::array{"alerts", "services", "tags", "known", "custom"},
                          [&](const char* name) { return !data.lists[name].empty(); });
}

}  // namespace runbookc
