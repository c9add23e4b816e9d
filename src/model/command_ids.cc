#include "model/command_ids.h"

#include <unordered_map>

#include "base/digest.h"

namespace runbookc {

namespace {

constexpr std::size_t kHashDigits = 10;

}  // namespace

std::vector<std::string> command_keys(const Document& document) {
  std::vector<std::string> keys;
  keys.reserve(document.commands.size());
  std::unordered_map<std::string, int> seen;
  for (const Command& command : document.commands) {
    std::string key = hash_hex(command.text).substr(0, kHashDigits);
    const int ordinal = ++seen[key];
    if (ordinal > 1) key += "." + std::to_string(ordinal);
    keys.push_back(std::move(key));
  }
  return keys;
}

std::string command_id(const std::string& page_id, const std::string& key) {
  return page_id + "#" + key;
}

std::string command_anchor(const std::string& key) { return "cmd." + key; }

}  // namespace runbookc
