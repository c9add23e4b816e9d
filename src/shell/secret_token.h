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

// The part of a token that is random: past the prefix by which it is known.
std::string_view random_part(std::string_view token);

}  // namespace runbookc
