#include "search/query_advice.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/near_miss.h"
#include "base/text.h"
#include "base/unicode.h"
#include "search/expansion.h"
#include "search/ranking.h"

namespace runbookc {

namespace {

constexpr std::size_t kMostDoubts = 3;
constexpr std::size_t kMostChoices = 8;
// In a longer text, as a line of a log is, most names are of no interest.
constexpr std::size_t kMostNamed = 8;
// Shorter names are near to too many words: `time` is no `type`.
constexpr std::size_t kLongName = 5;

using NamePair = std::pair<std::string_view, std::string_view>;
// How others call what is filtered here.
constexpr auto kOtherNames = std::to_array<NamePair>({{"label", "tag"},
                                                      {"prio", "severity"},
                                                      {"priority", "severity"},
                                                      {"sev", "severity"},
                                                      {"svc", "service"},
                                                      {"team", "owner"}});

std::vector<std::string> fixed_values(std::string_view filter) {
  if (filter == "kind") return {"page", "section", "command"};
  if (filter == "risk") return {"read", "mutate", "destroy", "unknown"};
  if (filter == "status") {
    return {"current", "due-soon", "overdue", "unknown", "active", "deprecated", "draft"};
  }
  return {};
}

// The filter that others call `name`; "" for none.
std::string other_name(std::string_view name) {
  const auto* const other = std::ranges::find(kOtherNames, name, &NamePair::first);
  return other == kOtherNames.end() ? "" : std::string(other->second);
}

// The filter whose name this may be, with a slip; "" for none.
std::string misspelt_filter(std::string_view name) {
  const std::vector<std::string> names(kFilterNames.begin(), kFilterNames.end());
  return near_miss(name, names).value_or("");
}

// The values that begin so, or all, if they are few.
std::vector<std::string> few_of(std::vector<std::string> values, std::string_view start) {
  std::vector<std::string> begun;
  std::ranges::copy_if(values, std::back_inserter(begun),
                       [&](const std::string& value) { return value.starts_with(start); });
  if (!begun.empty()) values = std::move(begun);
  if (values.size() > kMostChoices) values.clear();
  return values;
}

bool is_plain_name(std::string_view name) { return std::ranges::all_of(name, is_letter); }

class Adviser {
 public:
  Adviser(IndexReader& reader, std::string_view text, const Query& query, Analyzer& analyzer)
      : reader_(reader), text_(text), query_(query), analyzer_(analyzer) {}

  Result<QueryAdvice> run() {
    for (const std::string_view word : query_words(text_)) doubt(word);
    const auto terms = expand_query(reader_, query_, analyzer_);
    if (!terms) return terms.error();
    tell_missing(*terms);
    if (fault_) return *fault_;
    return std::move(advice_);
  }

 private:
  bool is_indexed(const std::string& entry) {
    const auto found = reader_.find(entry);
    if (found) return *found && !(*found)->payload.empty();
    fault_ = found.error();
    return false;
  }

  std::vector<std::string> values_of(const std::string& filter) {
    std::vector<std::string> values = fixed_values(filter);
    if (!values.empty()) return values;
    const std::string start = filter + ":";
    const auto entries = reader_.with_prefix(start);
    if (!entries) {
      fault_ = entries.error();
      return {};
    }
    for (const IndexReader::Found& found : *entries) {
      values.push_back(found.entry.substr(start.size()));
    }
    return values;
  }

  bool has_value(const std::string& filter, const std::string& value) {
    const std::vector<std::string> fixed = fixed_values(filter);
    if (fixed.empty()) return is_indexed(filter + ":" + value);
    return std::ranges::find(fixed, value) != fixed.end();
  }

  // `risk:read,destroy`, where one word takes one value.
  std::string each_alone(const std::string& filter, std::string_view value) {
    std::vector<std::string> words;
    for (const std::string_view one : split(value, ',')) {
      if (!has_value(filter, std::string(one))) return "";
      words.push_back(filter + ":" + std::string(one));
    }
    return join(words, " ");
  }

  std::string meant(const std::string& filter, const std::string& value) {
    if (has_value(filter, value)) return filter + ":" + value;
    if (std::string words = each_alone(filter, value); !words.empty()) return words;
    const auto nearest = near_miss(value, values_of(filter));
    return nearest ? filter + ":" + *nearest : "";
  }

  void doubt(std::string_view word) {
    if (advice_.doubts.size() == kMostDoubts) return;
    const auto named = named_value(word);
    if (!named || !is_plain_name(named->name)) return;
    if (is_filter(*named)) {
      doubt_value(word, *named);
    } else {
      doubt_name(word, *named);
    }
  }

  void doubt_value(std::string_view word, const NamedValue& named) {
    const std::string filter(named.name);
    const std::string value = to_lower(named.value);
    if (has_value(filter, value)) return;
    FilterDoubt doubt{.word = std::string(word), .meant = meant(filter, value)};
    if (doubt.meant.empty()) doubt.choices = few_of(values_of(filter), value);
    advice_.doubts.push_back(std::move(doubt));
  }

  void doubt_name(std::string_view word, const NamedValue& named) {
    const std::string name = lower_ascii(named.name);
    const std::string other = other_name(name);
    const std::string filter = other.empty() ? misspelt_filter(name) : other;
    const std::string symbol = to_lower(word);
    // `Owner:dba` looks like the entry of the filter itself.
    if (filter.empty() || (filter != name && is_indexed(symbol))) return;
    FilterDoubt doubt{.word = std::string(word), .filter = false};
    doubt.meant = meant(filter, to_lower(named.value));
    if (doubt.meant.empty()) {
      if (!other.empty() || filter.size() < kLongName) return;
      doubt.choices.assign(kFilterNames.begin(), kFilterNames.end());
    }
    doubted_.insert(symbol);
    advice_.doubts.push_back(std::move(doubt));
  }

  void tell_missing(const std::vector<QueryTerm>& terms) {
    std::set<std::string_view> known;
    const auto whole = std::ranges::count_if(
        query_.tokens, [](const Token& token) { return token.kind != TokenKind::part; });
    const bool names = static_cast<std::size_t>(whole) <= kMostNamed;
    for (const Token& token : query_.tokens) {
      if (!known.insert(token.raw).second || token.kind == TokenKind::part) continue;
      if (is_number(token.raw)) continue;
      if (token.kind == TokenKind::symbol && (!names || doubted_.contains(token.raw))) continue;
      const auto term = std::ranges::find(terms, token.raw, &QueryTerm::raw);
      if (term != terms.end()) {
        if (is_misspelt(*term)) advice_.similar.push_back(token.raw);
      } else if (!is_found(token)) {
        advice_.nowhere.push_back(token.raw);
      }
    }
  }

  // Of a long text, words that are found may be left out all the same.
  bool is_found(const Token& token) {
    return is_indexed(token.term) || is_indexed(token.raw) || is_indexed(alert_entry(token.raw));
  }

  IndexReader& reader_;
  std::string_view text_;
  const Query& query_;
  Analyzer& analyzer_;
  QueryAdvice advice_;
  std::set<std::string, std::less<>> doubted_;
  std::optional<Error> fault_;
};

bool is_filter_word(std::string_view word) {
  const auto named = named_value(word);
  return named && is_filter(*named);
}

// The text without its filters of this name ("": of any).
struct Narrowed {
  std::string text;
  std::string left_out;
};
Narrowed without_filters(std::string_view text, std::string_view name) {
  std::vector<std::string> rest;
  std::vector<std::string> filters;
  for (const std::string_view word : query_words(text)) {
    const bool out =
        is_filter_word(word) && (name.empty() || named_value(word).value().name == name);
    (out ? filters : rest).emplace_back(word);
  }
  return {join(rest, " "), join(filters, " ")};
}

}  // namespace

Result<QueryAdvice> query_advice(IndexReader& reader, std::string_view text, const Query& query,
                                 Analyzer& analyzer) {
  return Adviser(reader, text, query, analyzer).run();
}

Result<std::vector<HiddenHits>> hidden_hits(IndexReader& reader, std::string_view text,
                                            Analyzer& analyzer) {
  std::vector<std::string> names;
  for (const auto& [name, values] : parse_query(text, analyzer).filters) names.push_back(name);
  if (names.size() > 1) names.emplace_back();
  std::vector<HiddenHits> hidden;
  for (const std::string& name : names) {
    if (name.empty() && !hidden.empty()) break;
    Narrowed narrowed = without_filters(text, name);
    const auto found = search(reader, parse_query(narrowed.text, analyzer), analyzer);
    if (!found) return found.error();
    if (found->hits.empty()) continue;
    hidden.push_back({.filters = std::move(narrowed.left_out), .hits = found->hits.size()});
  }
  return hidden;
}

}  // namespace runbookc
