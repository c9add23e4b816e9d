// Secrets that stand in commands: keys, tokens, private keys, passwords.
//
// The kinds are those that gitleaks knows. The scanners are linear in the text, whatever it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

// A secret says what it is and where it stands, never what it says: nothing that is made from this
// can show it.
struct Secret {
  std::string kind;  // with its article: "an AWS access key", "a password"
  ByteRange range;   // of the value alone, in the text

  friend bool operator==(const Secret&, const Secret&) = default;
};

// In any text: tokens that are known by their form, private keys, passwords in URLs, and values
// that are given to a name like `password`. Sorted by place; none overlap.
std::vector<Secret> find_secrets(std::string_view text);

// Of those, what is a secret by its form alone: in prose, a name and a word behind it are no more
// than that.
std::vector<Secret> find_known_secrets(std::string_view text);

}  // namespace runbookc
