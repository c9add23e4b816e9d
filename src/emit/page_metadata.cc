#include "base/text.h"
#include "emit/custom_fields.h"
#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

using Texts = std::vector<Located<std::string>>;

std::vector<TemplateData> plain_items(const Texts& texts) {
  std::vector<TemplateData> items;
  for (const auto& text : texts) items.push_back(link_item(text.value, ""));
  return items;
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

std::vector<TemplateData> parameter_items(const Page& page) {
  std::vector<TemplateData> items;
  for (const Parameter& parameter : page.metadata.parameters) {
    TemplateData item;
    item.text["name"] = parameter.name;
    item.text["about"] = parameter.description;
    set_text(item, "default", parameter.secret ? "" : parameter.default_value);
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
    item.text["short"] = contact.value.find("://") != std::string::npos ? kind : contact.value;
    items.push_back(std::move(item));
  }
  return items;
}

void set_metadata(TemplateData& data, const SiteInput& input, const Page& page) {
  const Metadata& metadata = page.metadata;
  const Words& words = site_words(input);
  data.flags["draft"] = page.status == "draft";
  data.flags["deprecated"] = page.status == "deprecated";
  set_list(data, "owners", owner_items(input, page));
  set_list(data, "severity", plain_items(metadata.severity));
  set_list(data, "approval", plain_items(metadata.approval_required));
  set_list(data, "alerts", listing_items(metadata.alerts, "alerts", page.url));
  set_list(data, "services", listing_items(metadata.services, "services", page.url));
  set_list(data, "tags", listing_items(metadata.tags, "tags", page.url));
  set_list(data, "custom", custom_items(input.corpus, page));
  set_list(data, "parameters", parameter_items(page));
  set_text(data, "time", metadata.estimated_time.value);
  set_review(data, words, page.review);
  data.flags["has_review"] = page.review.due.has_value() || page.review.last_reviewed.has_value();
  const auto& last = page.review.last_reviewed;
  set_text(data, "reviewed",
           last ? words.fill("review.last", {{"date", words.date(*last)}}) : std::string());
  bool any = false;
  for (const std::string_view name : {"owners", "severity", "approval", "alerts", "services",
                                      "tags", "time", "review", "custom"}) {
    any = any || data.flags["has_" + std::string(name)];
  }
  data.flags["has_metadata"] = any;
}

}  // namespace runbookc
