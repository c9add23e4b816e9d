#include "corpus/owners.h"

#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

std::string comparable_name(std::string_view reference) {
  reference = trim(reference);
  if (reference.starts_with('@')) reference.remove_prefix(1);
  return to_lower(reference);
}

std::string text_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value != nullptr && value->is_scalar() && !value->is_null() ? value->text : std::string();
}

// A contact is written as `slack: "#data"` or as a list of several.
void add_contacts(std::vector<Contact>& contacts, std::string_view kind, const Value& value) {
  if (value.is_scalar() && !value.is_null() && !trim(value.text).empty()) {
    contacts.push_back({std::string(kind), std::string(trim(value.text))});
  }
  for (const Value& item : value.items) {
    if (item.is_scalar() && !trim(item.text).empty()) {
      contacts.push_back({std::string(kind), std::string(trim(item.text))});
    }
  }
}

std::vector<Contact> read_contacts(const Value& entry) {
  std::vector<Contact> contacts;
  const Value* written = entry.find("contacts");
  if (written == nullptr) return contacts;
  for (const Member& member : written->members) add_contacts(contacts, member.key, member.value);
  for (const Value& item : written->items) {  // a list of {kind, value} or of one-member maps
    const Value* kind = item.find("kind");
    const Value* value = item.find("value");
    if (kind != nullptr && value != nullptr) {
      add_contacts(contacts, kind->text, *value);
      continue;
    }
    for (const Member& member : item.members) add_contacts(contacts, member.key, member.value);
  }
  return contacts;
}

Owner read_owner(std::string id, const Value& entry, Span span) {
  Owner owner{.id = std::move(id),
              .name = text_of(entry, "name"),
              .kind = text_of(entry, "kind") == "person" ? OwnerKind::person : OwnerKind::team,
              .contacts = read_contacts(entry),
              .aliases = {},
              .active = true,
              .span = span};
  if (owner.name.empty()) owner.name = owner.id;
  if (const Value* aliases = entry.find("aliases")) {
    if (aliases->is_string()) owner.aliases.push_back(aliases->text);
    for (const Value& alias : aliases->items) owner.aliases.push_back(alias.text);
  }
  if (const Value* active = entry.find("active")) {
    owner.active = active->kind != Value::Kind::boolean || active->boolean;
  }
  return owner;
}

}  // namespace

OwnerDirectory::OwnerDirectory(std::string path, std::vector<Owner> owners)
    : path_(std::move(path)), owners_(std::move(owners)) {
  const auto enter = [this](std::string_view name, Index index) {
    by_name_.try_emplace(comparable_name(name), index);
  };
  const auto count = static_cast<Index>(owners_.size());
  // One pass a kind of name: an alias never hides another owner's id.
  for (Index i = 0; i < count; ++i) enter(owners_[i].id, i);
  for (Index i = 0; i < count; ++i) {
    for (const std::string& alias : owners_[i].aliases) enter(alias, i);
  }
  for (Index i = 0; i < count; ++i) enter(owners_[i].name, i);
  for (Index i = 0; i < count; ++i) {
    for (const Contact& contact : owners_[i].contacts) {
      by_contact_.try_emplace(comparable_name(contact.value), i);
    }
  }
  for (const Owner& owner : owners_) {
    names_.push_back(owner.id);
    names_.insert(names_.end(), owner.aliases.begin(), owner.aliases.end());
  }
}

Index OwnerDirectory::find(std::string_view reference) const {
  const auto found = by_name_.find(comparable_name(reference));
  return found == by_name_.end() ? kNone : found->second;
}

Index OwnerDirectory::find_handle(std::string_view handle) const {
  if (const Index whole = find(handle); whole != kNone) return whole;
  const auto contact = by_contact_.find(comparable_name(handle));
  if (contact != by_contact_.end()) return contact->second;
  return find(short_handle(handle));
}

std::string_view short_handle(std::string_view handle) {
  if (!handle.starts_with('@')) return handle;
  const std::size_t slash = handle.rfind('/');
  return handle.substr(slash == std::string_view::npos ? 1 : slash + 1);
}

bool is_same_handle(std::string_view owner, std::string_view handle) {
  return comparable_name(owner) == comparable_name(handle) ||
         comparable_name(owner) == comparable_name(short_handle(handle));
}

std::vector<Owner> read_owners(const Value& root) {
  std::vector<Owner> owners;
  const Value* list = root.find("owners");
  if (list == nullptr) return owners;
  for (const Value& entry : list->items) {
    const Value* id = entry.find("id");
    owners.push_back(read_owner(text_of(entry, "id"), entry, id ? id->span : entry.span));
  }
  for (const Member& member : list->members) {
    owners.push_back(read_owner(member.key, member.value, member.key_span));
  }
  std::erase_if(owners, [](const Owner& owner) { return owner.id.empty(); });
  return owners;
}

}  // namespace runbookc
