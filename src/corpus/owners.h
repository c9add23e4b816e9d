// The directory of owners (owners.yaml).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/block.h"
#include "model/value.h"

namespace runbookc {

enum class OwnerKind : std::uint8_t { team, person };

struct Contact {
  std::string kind;  // slack, email, pager, url, phone
  std::string value;
};

struct Owner {
  std::string id;
  std::string name;
  OwnerKind kind = OwnerKind::team;
  std::vector<Contact> contacts;
  std::vector<std::string> aliases;
  bool active = true;
  Span span;  // of the id in owners.yaml
};

class OwnerDirectory {
 public:
  OwnerDirectory() = default;
  // `path` is the file's, relative to the project root.
  OwnerDirectory(std::string path, std::vector<Owner> owners);

  bool exists() const { return !path_.empty(); }
  const std::string& path() const { return path_; }
  const std::vector<Owner>& owners() const { return owners_; }
  // By id, else by alias, else by name; an "@" in front does not count, nor does case. kNone if
  // there is none.
  Index find(std::string_view reference) const;
  // What a page names as its owner: as above, or a channel, which means whom it reaches.
  Index find_named(std::string_view reference) const {
    return reference.starts_with('#') ? find_handle(reference) : find(reference);
  }
  // By what a CODEOWNERS file calls an owner: as above, by a contact, or `@org/team` by the team.
  Index find_handle(std::string_view handle) const;
  // Ids and aliases, for "did you mean".
  const std::vector<std::string>& known_names() const { return names_; }

 private:
  std::string path_;
  std::vector<Owner> owners_;
  std::unordered_map<std::string, Index> by_name_;
  std::unordered_map<std::string, Index> by_contact_;
  std::vector<std::string> names_;
};

// From the data of an owners.yaml that is valid against its schema: `owners:` is a list, or a map
// from id to the rest.
std::vector<Owner> read_owners(const Value& root);

// "@org/team" -> "team"; any other handle without its "@".
std::string_view short_handle(std::string_view handle);

// Whether the two name one owner when no directory knows them: as handles, case ignored.
bool is_same_handle(std::string_view owner, std::string_view handle);

}  // namespace runbookc
