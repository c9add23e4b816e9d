#include "adopt/channel_owners.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "adopt/named_owners.h"
#include "base/slug.h"
#include "base/text.h"

namespace runbookc {
namespace {

bool is_reached_by(const Owner& owner, std::string_view channel) {
  return std::ranges::any_of(owner.contacts, [&](const Contact& contact) {
    return contact.kind == "slack" && equals_ignoring_case(contact.value, channel);
  });
}

// What reads as a channel, and as nothing that was never filled in.
std::optional<Owner> owner_of(const std::string& channel) {
  const auto contact = read_contact(channel);
  if (!contact || contact->kind != "slack") return std::nullopt;
  Owner owner;
  owner.id = github_slug(channel.substr(1));
  owner.name = owner.id;
  owner.contacts.push_back(*contact);
  return owner.id.empty() ? std::nullopt : std::optional(std::move(owner));
}

bool has_id(const std::vector<Owner>& owners, std::string_view id) {
  return std::ranges::find(owners, id, &Owner::id) != owners.end();
}

}  // namespace

std::vector<Owner> channel_owners(const Corpus& corpus, const std::vector<Owner>& named) {
  std::vector<Owner> known = named;
  for (const Page& page : corpus.pages) {
    for (const auto& reference : page.metadata.owners) {
      const std::string& channel = reference.value;
      if (!channel.starts_with('#') || corpus.owners.find_handle(channel) != kNone) continue;
      if (std::ranges::any_of(known, [&](const Owner& one) { return is_reached_by(one, channel); }))
        continue;
      auto owner = owner_of(channel);
      if (!owner) continue;
      while (has_id(known, owner->id)) owner->id += "-channel";
      owner->name = owner->id;
      known.push_back(*std::move(owner));
    }
  }
  return {known.begin() + static_cast<std::ptrdiff_t>(named.size()), known.end()};
}

}  // namespace runbookc
