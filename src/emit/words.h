// The words of the interface in one language: templates/words.LANGUAGE.json, a flat object of
// strings. `{name}` in a text is filled when it is used; counted nouns have a `.one` and a
// `.other` form.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/result.h"
#include "source/source_file.h"

namespace runbookc {

class Words {
 public:
  // An Error, with the place, for anything but an object of strings and for a text that Mustache
  // would read.
  static Result<Words> read(const SourceFile& file);

  // Takes what is missing from `fallback`. An Error for a key that `fallback` does not know: it
  // would never be shown.
  Status complete(const Words& fallback);

  bool has(std::string_view key) const { return texts_.contains(key); }
  // The text, plain (not escaped); the key itself if there is none, so that the gap shows.
  std::string_view text(std::string_view key) const;
  std::string fill(
      std::string_view key,
      std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;
  // `key`.one or `key`.other, with `{n}` filled.
  std::string count(std::string_view key, std::size_t n) const;
  std::string date(Date date) const;  // "1 September 2026"

  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
  std::map<std::string, FilePlace, std::less<>> places_;  // of the keys that were read
};

}  // namespace runbookc
