#include "shell/sample_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

// Within a value, whatever else is in it.
constexpr std::array kSampleParts = {
    std::string_view("example"),   std::string_view("sample"),   std::string_view("placeholder"),
    std::string_view("changeme"),  std::string_view("changeit"), std::string_view("change-me"),
    std::string_view("change_me"), std::string_view("dummy"),    std::string_view("redacted"),
    std::string_view("xxxx"),      std::string_view("your"),     std::string_view("insert"),
    std::string_view("replace"),   std::string_view("omitted"),  std::string_view("notreal"),
    std::string_view("todo"),      std::string_view("fake"),     std::string_view("deadbeef"),
    std::string_view("masked"),    std::string_view("hidden"),   std::string_view("•••"),
    std::string_view("mypassw"),   std::string_view("newpassw"), std::string_view("oldpassw")};

// Within one that was not thought up to be hard to guess.
constexpr std::array kWeakParts = {std::string_view("password"), std::string_view("passwd"),
                                   std::string_view("secret"),   std::string_view("token"),
                                   std::string_view("apikey"),   std::string_view("api-key"),
                                   std::string_view("api_key"),  std::string_view("p@ssw"),
                                   std::string_view("passw0rd"), std::string_view("s3cr3t")};

// The whole of one.
constexpr std::array kSampleWords = {
    std::string_view("admin"),     std::string_view("root"),        std::string_view("guest"),
    std::string_view("test"),      std::string_view("postgres"),    std::string_view("mysql"),
    std::string_view("pass"),      std::string_view("foobar"),      std::string_view("foo"),
    std::string_view("true"),      std::string_view("false"),       std::string_view("null"),
    std::string_view("none"),      std::string_view("string"),      std::string_view("value"),
    std::string_view("prompt"),    std::string_view("stdin"),       std::string_view("hunter2"),
    std::string_view("default"),   std::string_view("redis"),       std::string_view("nil"),
    std::string_view("p@ssw0rd"),  std::string_view("passw0rd"),    std::string_view("p@ssword"),
    std::string_view("password1"), std::string_view("password123"), std::string_view("secret123")};

// `DB_PASS`, `PREV-TOKEN`: a name in capitals, to be replaced.
bool is_capital_name(std::string_view value) {
  return std::ranges::all_of(value, [](char c) { return is_upper(c) || c == '_' || c == '-'; });
}

bool is_mixed(std::string_view value) {
  constexpr std::size_t kShortest = 10;
  return value.size() >= kShortest && std::ranges::any_of(value, is_upper) &&
         std::ranges::any_of(value, is_lower) && std::ranges::any_of(value, is_digit);
}

bool holds_pair(std::string_view value, char open, char close) {
  const std::size_t begin = value.find(open);
  return begin != std::string_view::npos && value.find(close, begin) != std::string_view::npos;
}

// `$NAME`, `${name}`, `$(cat file)`, `$name` to the end: what is meant as a variable although a
// shell would not expand it.
bool names_variable(std::string_view value) {
  for (std::size_t at = value.find('$'); at != std::string_view::npos;
       at = value.find('$', at + 1)) {
    const std::string_view rest = value.substr(at + 1);
    if (rest.starts_with('{') || rest.starts_with('(')) return true;
    const auto* const end = std::ranges::find_if_not(rest, is_word);
    const std::string_view name(rest.begin(), end);
    const bool alone = at == 0 && end == rest.end();
    if (!name.empty() && (alone || std::ranges::none_of(name, is_lower)) && !is_digit(name.front()))
      return true;
  }
  return false;
}

// Whether the reader, the shell or a template puts something in its place.
bool is_filled_in(std::string_view value, Quoting quoting) {
  const std::string_view expands = quoting == Quoting::none ? "$<>`(" : "$`";
  if (quoting != Quoting::single && value.find_first_of(expands) != std::string_view::npos)
    return true;
  if (quoting == Quoting::single && names_variable(value)) return true;
  if (holds_pair(value, '<', '>') || holds_pair(value, '{', '}') || holds_pair(value, '[', ']'))
    return true;
  return value.find("***") != std::string_view::npos ||
         value.find("...") != std::string_view::npos || value.find("…") != std::string_view::npos;
}

bool has_few_bytes(std::string_view value) {
  std::string distinct(value);
  std::ranges::sort(distinct);
  const auto rest = std::ranges::unique(distinct);
  return rest.begin() - distinct.begin() <= 3;
}

// Half of it or more are runs in which each byte follows the one before.
bool counts_up(std::string_view value) {
  std::size_t following = 0;
  for (std::size_t i = 1; i < value.size(); ++i)
    if (value[i] == value[i - 1] + 1 || (value[i] == '0' && value[i - 1] == '9')) ++following;
  return value.size() >= 4 && following * 2 >= value.size();
}

// All letters small, all capitals, or small ones behind the first.
bool is_in_one_case(std::string_view word) {
  const std::string_view rest = word.substr(1);
  return std::ranges::none_of(rest, is_upper) ||
         (std::ranges::none_of(rest, is_lower) && !is_lower(word.front()));
}

// The size of the longest of `parts` with which a text begins that is written in one case, else 0.
// `lower` is the text in small letters.
template <std::size_t kCount>
std::size_t part_at(std::string_view text, std::string_view lower,
                    const std::array<std::string_view, kCount>& parts) {
  std::size_t longest = 0;
  for (const std::string_view part : parts)
    if (part.size() > longest && lower.starts_with(part) &&
        is_in_one_case(text.substr(0, part.size())))
      longest = part.size();
  return longest;
}

// Short words stand in random bytes now and then: they have to be a sixth of them.
bool is_made_of_words(std::string_view token, std::string_view lower) {
  constexpr std::size_t kBeyondChance = 6;
  std::size_t covered = 0;
  for (std::size_t at = 0; at < token.size();) {
    const std::size_t sample = part_at(token.substr(at), lower.substr(at), kSampleParts);
    if (sample >= kBeyondChance) return true;
    const std::size_t weak = part_at(token.substr(at), lower.substr(at), kWeakParts);
    const std::size_t size = std::max(sample, weak);
    covered += size;
    at += std::max<std::size_t>(size, 1);
  }
  return covered * 6 >= token.size();
}

}  // namespace

double entropy_of(std::string_view text) {
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double entropy = 0;
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    entropy -= share * std::log2(share);
  }
  return entropy;
}

bool is_sample_value(std::string_view value, Quoting quoting) {
  if (is_filled_in(value, quoting)) return true;
  const std::string lower = lower_ascii(value);
  const auto within = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
  if (std::ranges::any_of(kSampleParts, within)) return true;
  if (!is_mixed(value) && std::ranges::any_of(kWeakParts, within)) return true;
  if (std::ranges::find(kSampleWords, lower) != kSampleWords.end()) return true;
  return is_capital_name(value) || has_few_bytes(value) || counts_up(lower);
}

bool is_sample_token(std::string_view token) {
  const std::string lower = lower_ascii(token);
  return is_filled_in(token, Quoting::none) || has_few_bytes(token) || counts_up(lower) ||
         is_made_of_words(token, lower);
}

}  // namespace runbookc
