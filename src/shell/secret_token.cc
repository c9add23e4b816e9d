#include "shell/secret_token.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "shell/secret_value.h"

namespace runbookc {
namespace {

// A set of pairs of bytes.
class BytePairs {
 public:
  constexpr void add(char first, char second) {
    bits_[index(first, second) / kBits] |= std::uint64_t{1} << (index(first, second) % kBits);
  }
  constexpr bool contains(char first, char second) const {
    const std::uint64_t word = bits_[index(first, second) / kBits];
    return ((word >> (index(first, second) % kBits)) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kBits = 64;
  static constexpr std::size_t index(char first, char second) {
    return static_cast<unsigned char>(first) * std::size_t{256} +
           static_cast<unsigned char>(second);
  }
  std::array<std::uint64_t, std::size_t{256} * 256 / kBits> bits_{};
};

enum class Alphabet : std::uint8_t { upper, hex, letters, word, word_dash, dotted, base64 };

struct TokenForm {
  std::string_view prefix;
  Alphabet alphabet;
  std::size_t shortest;
  std::size_t longest;
  std::string_view kind;
};

// Lengths are of what follows the prefix. Longer prefixes come before their beginnings.
constexpr std::array kForms = {
    TokenForm{"AKIA", Alphabet::upper, 16, 16, "an AWS access key"},
    TokenForm{"ASIA", Alphabet::upper, 16, 16, "an AWS access key"},
    TokenForm{"ABIA", Alphabet::upper, 16, 16, "an AWS access key"},
    TokenForm{"ACCA", Alphabet::upper, 16, 16, "an AWS access key"},
    TokenForm{"github_pat_", Alphabet::word, 82, 82, "a GitHub token"},
    TokenForm{"ghp_", Alphabet::letters, 36, 36, "a GitHub token"},
    TokenForm{"gho_", Alphabet::letters, 36, 36, "a GitHub token"},
    TokenForm{"ghu_", Alphabet::letters, 36, 36, "a GitHub token"},
    TokenForm{"ghs_", Alphabet::letters, 36, 36, "a GitHub token"},
    TokenForm{"ghr_", Alphabet::letters, 36, 36, "a GitHub token"},
    TokenForm{"glpat-", Alphabet::word_dash, 20, 64, "a GitLab token"},
    TokenForm{"glptt-", Alphabet::hex, 40, 40, "a GitLab token"},
    TokenForm{"gldt-", Alphabet::word_dash, 20, 20, "a GitLab token"},
    TokenForm{"glrt-", Alphabet::word_dash, 20, 64, "a GitLab token"},
    TokenForm{"glsoat-", Alphabet::word_dash, 20, 20, "a GitLab token"},
    TokenForm{"glcbt-", Alphabet::word_dash, 20, 64, "a GitLab token"},
    TokenForm{"GR1348941", Alphabet::word_dash, 20, 20, "a GitLab token"},
    TokenForm{"xoxb-", Alphabet::word_dash, 20, 120, "a Slack token"},
    TokenForm{"xoxp-", Alphabet::word_dash, 20, 120, "a Slack token"},
    TokenForm{"xoxa-", Alphabet::word_dash, 20, 120, "a Slack token"},
    TokenForm{"xoxr-", Alphabet::word_dash, 20, 120, "a Slack token"},
    TokenForm{"xoxs-", Alphabet::word_dash, 20, 120, "a Slack token"},
    TokenForm{"xoxe-", Alphabet::word_dash, 20, 200, "a Slack token"},
    TokenForm{"xapp-", Alphabet::word_dash, 20, 200, "a Slack token"},
    TokenForm{"sk_live_", Alphabet::letters, 10, 99, "a Stripe key"},
    TokenForm{"rk_live_", Alphabet::letters, 10, 99, "a Stripe key"},
    TokenForm{"sk_test_", Alphabet::letters, 10, 99, "a Stripe key"},
    TokenForm{"rk_test_", Alphabet::letters, 10, 99, "a Stripe key"},
    TokenForm{"AIza", Alphabet::word_dash, 35, 35, "a Google API key"},
    TokenForm{"ya29.", Alphabet::dotted, 20, 1024, "a Google access token"},
    TokenForm{"SG.", Alphabet::dotted, 66, 66, "a SendGrid key"},
    TokenForm{"npm_", Alphabet::letters, 36, 36, "an npm token"},
    TokenForm{"pypi-AgEIcHlwaS5vcmc", Alphabet::word_dash, 50, 1000, "a PyPI token"},
    TokenForm{"rubygems_", Alphabet::hex, 48, 48, "a RubyGems key"},
    TokenForm{"dop_v1_", Alphabet::hex, 64, 64, "a DigitalOcean token"},
    TokenForm{"doo_v1_", Alphabet::hex, 64, 64, "a DigitalOcean token"},
    TokenForm{"dor_v1_", Alphabet::hex, 64, 64, "a DigitalOcean token"},
    TokenForm{"hvs.", Alphabet::word_dash, 24, 200, "a Vault token"},
    TokenForm{"hvb.", Alphabet::word_dash, 138, 300, "a Vault token"},
    TokenForm{"sk-ant-api03-", Alphabet::word_dash, 80, 120, "an Anthropic key"},
    TokenForm{"sk-proj-", Alphabet::word_dash, 40, 200, "an OpenAI key"},
    TokenForm{"hf_", Alphabet::letters, 34, 34, "a Hugging Face token"},
    TokenForm{"glsa_", Alphabet::word, 41, 41, "a Grafana token"},
    TokenForm{"glc_", Alphabet::base64, 32, 400, "a Grafana token"},
    TokenForm{"eyJrIjoi", Alphabet::base64, 70, 400, "a Grafana key"},
    TokenForm{"NRAK-", Alphabet::letters, 27, 27, "a New Relic key"},
    TokenForm{"dapi", Alphabet::hex, 32, 32, "a Databricks token"},
    TokenForm{"shpat_", Alphabet::hex, 32, 32, "a Shopify token"},
    TokenForm{"shpss_", Alphabet::hex, 32, 32, "a Shopify secret"},
    TokenForm{"lin_api_", Alphabet::letters, 40, 40, "a Linear key"},
    TokenForm{"pul-", Alphabet::hex, 40, 40, "a Pulumi token"},
    TokenForm{"dp.pt.", Alphabet::letters, 43, 43, "a Doppler token"},
    TokenForm{"PMAK-", Alphabet::word_dash, 59, 59, "a Postman key"},
    TokenForm{"AGE-SECRET-KEY-1", Alphabet::upper, 58, 58, "an age key"},
    TokenForm{"ATATT3", Alphabet::base64, 180, 200, "an Atlassian token"},
    TokenForm{"pscale_tkn_", Alphabet::word_dash, 32, 64, "a PlanetScale token"},
    TokenForm{"xkeysib-", Alphabet::word_dash, 70, 90, "a Brevo key"},
    TokenForm{"sq0atp-", Alphabet::word_dash, 22, 60, "a Square token"},
    TokenForm{"sgp_", Alphabet::word, 40, 60, "a Sourcegraph token"},
    TokenForm{"ops_eyJ", Alphabet::base64, 240, 2000, "a 1Password token"},
};

// By the first two bytes, since every word of every page is asked.
constexpr BytePairs kBeginnings = [] {
  BytePairs pairs;
  for (const TokenForm& form : kForms) pairs.add(form.prefix[0], form.prefix[1]);
  pairs.add('e', 'y');
  return pairs;
}();

// Of all that is known by its form.
constexpr BytePairs kKnownBeginnings = [] {
  BytePairs pairs = kBeginnings;
  pairs.add('-', '-');
  pairs.add(':', '/');
  return pairs;
}();

constexpr ByteSet kNameBytes(is_name_byte);

bool belongs(char c, Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::upper:
      return is_upper(c) || is_digit(c);
    case Alphabet::hex:
      return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    case Alphabet::letters:
      return is_letter(c) || is_digit(c);
    case Alphabet::word:
      return is_letter(c) || is_digit(c) || c == '_';
    case Alphabet::word_dash:
      return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    case Alphabet::dotted:
      return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.';
    case Alphabet::base64:
      break;
  }
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '+' || c == '/' || c == '=';
}

std::size_t end_of(std::string_view text, std::size_t at, Alphabet alphabet, std::size_t longest) {
  const std::size_t limit = std::min(text.size(), at + longest);
  while (at < limit && belongs(text[at], alphabet)) ++at;
  return at;
}

std::optional<SecretToken> match_form(std::string_view text, std::size_t at,
                                      const TokenForm& form) {
  if (!text.substr(at).starts_with(form.prefix)) return std::nullopt;
  const std::size_t begin = at + form.prefix.size();
  const std::size_t end = end_of(text, begin, form.alphabet, form.longest);
  if (end - begin < form.shortest) return std::nullopt;
  // One byte more, and it is something else.
  if (end < text.size() && belongs(text[end], Alphabet::word)) return std::nullopt;
  return SecretToken{form.kind, end};
}

// `eyJ….eyJ….…`
std::optional<SecretToken> match_web_token(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 4096;
  std::size_t end = at;
  for (int part = 0; part < 3; ++part) {
    if (part > 0) {
      if (end >= text.size() || text[end] != '.') return std::nullopt;
      ++end;
    }
    if (part < 2 && !text.substr(end).starts_with("ey")) return std::nullopt;
    const std::size_t next = end_of(text, end, Alphabet::word_dash, kLongest);
    if (next - end < (part < 2 ? 16 : 10)) return std::nullopt;
    end = next;
  }
  return SecretToken{"a JSON web token", end};
}

}  // namespace

std::optional<SecretToken> match_secret_token(std::string_view text, std::size_t at) {
  if (text.size() - at < 2 || !kBeginnings.contains(text[at], text[at + 1])) return std::nullopt;
  if (text.substr(at).starts_with("eyJ"))
    if (const auto token = match_web_token(text, at)) return token;
  for (const TokenForm& form : kForms) {
    if (form.prefix[0] != text[at] || form.prefix[1] != text[at + 1]) continue;
    if (const auto token = match_form(text, at, form)) return token;
  }
  return std::nullopt;
}

std::size_t find_known_beginning(std::string_view text, std::size_t from) {
  const std::size_t end = std::max<std::size_t>(text.size(), 1) - 1;
  for (std::size_t at = from; at < end; ++at) {
    if (!kKnownBeginnings.contains(text[at], text[at + 1])) continue;
    const bool in_name =
        at > from && kNameBytes.contains(text[at]) && kNameBytes.contains(text[at - 1]);
    if (!in_name) return at;
  }
  return text.size();
}

std::string_view random_part(std::string_view token) {
  for (const TokenForm& form : kForms)
    if (token.starts_with(form.prefix)) return token.substr(form.prefix.size());
  return token;
}

}  // namespace runbookc
