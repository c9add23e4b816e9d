// Tokens that are known by how they begin.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace runbookc {

struct SecretToken {
  std::string_view kind;  // "a GitHub token"
  std::size_t end = 0;    // one past it
};

// The token that begins at text[at], if its length and alphabet are right. Samples count too. Costs
// at most the token's length.
std::optional<SecretToken> match_secret_token(std::string_view text, std::size_t at);

// The first place from `from` on where a token, a private key (`--`) or an address (`:/`) may
// begin, by its first two bytes: not within a name, unless that is where `from` is. text.size() if
// nowhere.
std::size_t find_known_beginning(std::string_view text, std::size_t from);

// The part of a token that is random: past the prefix by which it is known.
std::string_view random_part(std::string_view token);

}  // namespace runbookc
