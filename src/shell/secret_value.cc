#include "shell/secret_value.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

bool ends_word(char c) {
  return is_blank(c) || c == '\n' || c == '\r' || c == '"' || c == '\'' || c == '`' || c == ';' ||
         c == '&' || c == '|' || c == ')';
}

struct QuotePair {
  std::string_view open;
  std::array<std::string_view, 2> close;
  Quoting quoting;
};

constexpr std::array kQuotes = {
    QuotePair{"\\\"", {"\\\"", "\\\""}, Quoting::other},
    QuotePair{"\"", {"\"", "\""}, Quoting::other},
    QuotePair{"'", {"'", "'"}, Quoting::single},
    QuotePair{"“", {"”", "“"}, Quoting::other},
    QuotePair{"”", {"”", "“"}, Quoting::other},
    QuotePair{"„", {"”", "“"}, Quoting::other},
    QuotePair{"‘", {"’", "‘"}, Quoting::single},
    QuotePair{"’", {"’", "‘"}, Quoting::single},
};

bool starts_typographic_quote(std::string_view text) {
  return std::ranges::any_of(kQuotes, [&](const QuotePair& quotes) {
    return quotes.open.size() == 3 && text.starts_with(quotes.open);
  });
}

// Where the quote that closes stands, or npos.
std::size_t closing_quote(std::string_view text, std::size_t at, const QuotePair& quotes) {
  const std::size_t limit = std::min(text.size(), at + kLongestHeldValue + 1);
  while (at < limit && text[at] != '\n') {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(quotes.close[0]) || rest.starts_with(quotes.close[1])) return at;
    at += quotes.open == "\"" && text[at] == '\\' ? 2 : 1;
  }
  return std::string_view::npos;
}

// `--set user=app,password=VALUE,host=db`: the comma goes on with a list.
bool ends_list_entry(std::string_view rest) {
  std::size_t at = 1;
  while (at < rest.size() && (is_name_byte(rest[at]) || rest[at] == '.')) ++at;
  return at >= rest.size() || at == 1 || rest[at] == '=' || rest[at] == ':';
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongestHeldValue + 1);
  while (at < limit && !ends_word(text[at])) {
    if (text[at] == ',' && ends_list_entry(text.substr(at, 64))) break;
    if (starts_typographic_quote(text.substr(at))) break;
    if (text[at] != '\\') {
      ++at;
      continue;
    }
    // An escaped character, or a line that goes on in the next; at the end of a word, none.
    const std::string_view next = text.substr(at + 1, 2);
    const bool joins = next.size() == 2 && next[0] == '\n' && !ends_word(next[1]);
    const bool escapes = !next.empty() && next[0] != '\n' && next[0] != '"' && next[0] != '\'';
    if (!joins && !escapes) break;
    at += 2;
  }
  return std::min(at, limit);
}

HeldValue value_between(std::size_t begin, std::size_t end, Quoting quoting) {
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, quoting};
}

bool is_key(std::string_view value, Quoting quoting) {
  const bool digits = std::ranges::any_of(value, is_digit);
  const bool path = value.find('/') != std::string_view::npos && value.size() < 40;
  return digits && !path && value.size() >= 16 && value.size() <= kLongestHeldValue &&
         !is_sample_value(value, quoting) && entropy_of(value) >= kRandomEntropy;
}

bool is_short_key(std::string_view value, Quoting quoting) {
  return value.size() >= 8 && std::ranges::any_of(value, is_lower) &&
         std::ranges::any_of(value, is_upper) && std::ranges::any_of(value, is_digit) &&
         value.find_first_of("/=:") == std::string_view::npos && is_password(value, quoting);
}

// `DB_PASS`, `--pass`, `ROOT_PW`; `PWD` is where a shell is.
bool is_short_password_name(std::string_view lower) {
  const std::size_t cut = lower.find_last_of("_-");
  const std::string_view last = cut == std::string_view::npos ? lower : lower.substr(cut + 1);
  return last == "pass" || last == "pw" || (last == "pwd" && lower != "pwd" && lower != "oldpwd");
}

// Letters of both cases, digits or signs: no word of a language.
bool looks_typed(std::string_view value) {
  const auto is_sign = [](char c) {
    return !is_letter(c) && !is_digit(c) && c != '-' && c != '_' && c != '.' && c != '/' &&
           c != ':';
  };
  const auto has = [&](auto test) { return std::ranges::any_of(value, test) ? 1 : 0; };
  return value.size() >= 6 && has(is_lower) + has(is_upper) + has(is_digit) + has(is_sign) >= 2 &&
         has(is_digit) + has(is_sign) >= 1;
}

}  // namespace

HeldValue read_held_value(std::string_view text, std::size_t at) {
  for (const QuotePair& quotes : kQuotes) {
    if (!text.substr(at).starts_with(quotes.open)) continue;
    const std::size_t begin = at + quotes.open.size();
    const std::size_t end = closing_quote(text, begin, quotes);
    if (end != std::string_view::npos) return value_between(begin, end, quotes.quoting);
    return value_between(begin, end_of_word(text, begin), quotes.quoting);
  }
  return value_between(at, end_of_word(text, at), Quoting::none);
}

Held held_by(std::string_view name) {
  static constexpr std::array kPasswords = {
      std::string_view("password"), std::string_view("passwd"), std::string_view("passphrase"),
      std::string_view("pgpass"), std::string_view("mysql_pwd")};
  static constexpr std::array kKeys = {std::string_view("token"),
                                       std::string_view("secret"),
                                       std::string_view("apikey"),
                                       std::string_view("api_key"),
                                       std::string_view("api-key"),
                                       std::string_view("accesskey"),
                                       std::string_view("access_key"),
                                       std::string_view("access-key"),
                                       std::string_view("credential"),
                                       std::string_view("private_key"),
                                       std::string_view("account_key"),
                                       std::string_view("accountkey"),
                                       std::string_view("x-goog-signature"),
                                       std::string_view("x-amz-signature")};
  // What names a secret's place, not its value; who signs an address, and for what, is public.
  static constexpr std::array kPlaces = {std::string_view("file"),
                                         std::string_view("name"),
                                         std::string_view("path"),
                                         std::string_view("stdin"),
                                         std::string_view("url"),
                                         std::string_view("id"),
                                         std::string_view("secrets"),
                                         std::string_view("ttl"),
                                         std::string_view("policy"),
                                         std::string_view("type"),
                                         std::string_view("length"),
                                         std::string_view("hash"),
                                         std::string_view("x-goog-credential"),
                                         std::string_view("x-amz-credential")};
  const std::string lower = lower_ascii(name);
  const auto within = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
  if (std::ranges::any_of(kPlaces, [&](auto part) { return lower.ends_with(part); }))
    return Held::nothing;
  if (std::ranges::any_of(kPasswords, within)) return Held::password;
  if (is_short_password_name(lower)) return Held::likely_password;
  if (lower.ends_with("secret")) return Held::short_key;
  if (std::ranges::any_of(kKeys, within)) return Held::key;
  return Held::nothing;
}

std::string_view kind_of(Held held) {
  return held == Held::password || held == Held::likely_password ? "a password" : "a secret key";
}

bool is_password(std::string_view value, Quoting quoting) {
  // Of digits alone it is a date, a port, a count.
  const bool letters = std::ranges::any_of(value, is_letter);
  return letters && value.size() >= 5 && value.size() <= kLongestHeldValue &&
         !is_sample_value(value, quoting) && entropy_of(value) >= 2.0;
}

bool is_held_secret(Held held, std::string_view value, Quoting quoting) {
  switch (held) {
    case Held::nothing:
      return false;
    case Held::password:
      return is_password(value, quoting);
    case Held::likely_password:
      return looks_typed(value) && is_password(value, quoting);
    case Held::short_key:
      return is_short_key(value, quoting) || is_key(value, quoting);
    case Held::key:
      return is_key(value, quoting);
  }
  return false;
}

}  // namespace runbookc
