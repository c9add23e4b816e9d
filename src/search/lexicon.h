// Numbers for strings, so that a word is looked up once a text and written down once a thread.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace runbookc {

class Lexicon {
 public:
  // From 0, in the order in which they were asked for first.
  std::uint32_t number_of(const std::string& entry) {
    const auto [known, fresh] =
        numbers_.try_emplace(entry, static_cast<std::uint32_t>(entries_.size()));
    if (fresh) entries_.push_back(&known->first);
    return known->second;
  }
  const std::string& entry(std::uint32_t number) const { return *entries_[number]; }
  std::size_t size() const { return entries_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> entries_;  // keys of `numbers_`
};

}  // namespace runbookc
