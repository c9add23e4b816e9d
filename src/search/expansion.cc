#include "search/expansion.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/unicode.h"
#include "search/index_files.h"

namespace runbookc {

namespace {

constexpr std::uint32_t kAlert = 40;
constexpr std::uint32_t kExact = 16;
constexpr std::uint32_t kPrefix = 11;
constexpr std::uint32_t kLonger = 5;  // what begins so, if there is the word itself
constexpr std::uint32_t kJoined = 11;
constexpr std::uint32_t kOneTypo = 8;
constexpr std::uint32_t kTwoTypos = 5;
constexpr std::uint32_t kPhrase = 12;
constexpr std::uint32_t kWholeWeight = 4;  // of words and symbols
constexpr std::uint32_t kPartWeight = 2;
constexpr std::uint32_t kPhraseWeight = 3;
constexpr std::size_t kMostTokens = 24;
constexpr std::size_t kMostPrefixed = 12;
constexpr std::size_t kMostMisspelt = 6;
constexpr std::size_t kMostPhrases = 6;
constexpr std::size_t kShortestPrefix = 2;
constexpr std::size_t kShortestMisspelt = 4;
constexpr std::size_t kTwiceMisspelt = 8;  // from this length on, two mistakes are likely

std::u32string code_points(std::string_view utf8) {
  std::u32string text;
  while (!utf8.empty()) {
    const CodePoint next = decode_utf8(utf8);
    text += next.value;
    utf8.remove_prefix(next.size);
  }
  return text;
}

std::string utf8_of(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) append_utf8(utf8, c);
  return utf8;
}

// A token, and where it stood.
struct Wanted {
  Token token;
  std::uint32_t weight = 1;
  bool prefix = false;
  std::uint32_t idf = 0;  // of what means it exactly
  std::vector<Expansion> exact = {};
};

// Two tokens that stand side by side, by their places among the wanted ones.
struct Pair {
  std::size_t first;
  std::size_t second;
};

class Expander {
 public:
  Expander(IndexReader& reader, const Query& query, Analyzer& analyzer)
      : reader_(reader), query_(query), analyzer_(analyzer) {}

  Result<std::vector<QueryTerm>> run() {
    collect();
    for (Wanted& wanted : wanted_) add_exact(wanted);
    lighten_parts();
    keep_rarest();
    std::vector<QueryTerm> terms;
    for (const Wanted& wanted : wanted_) {
      if (kept(wanted)) add_term(terms, wanted);
    }
    for (const Pair& pair : pairs_) {
      if (kept(wanted_[pair.first]) && kept(wanted_[pair.second])) add_phrase(terms, pair);
    }
    if (fault_) return *fault_;
    return terms;
  }

 private:
  void collect() {
    const std::vector<Token>& tokens = query_.tokens;
    std::unordered_map<std::string_view, std::size_t> known;  // places by raw
    for (const Token& token : tokens) {
      const std::uint32_t weight = token.kind == TokenKind::part ? kPartWeight : kWholeWeight;
      const auto [same, fresh] = known.try_emplace(token.raw, wanted_.size());
      places_.push_back(same->second);
      if (fresh) {
        wanted_.push_back({.token = token, .weight = weight});
      } else {
        std::uint32_t& heaviest = wanted_[same->second].weight;
        heaviest = std::max(heaviest, weight);
      }
    }
    mark_open_end();
    std::set<std::pair<std::size_t, std::size_t>> known_pairs;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Token& a = tokens[i - 1];
      const Token& b = tokens[i];
      if (a.kind == TokenKind::symbol || b.kind == TokenKind::symbol) continue;
      const std::pair pair(places_[i - 1], places_[i]);
      if (!known_pairs.insert(pair).second) continue;
      pairs_.push_back({pair.first, pair.second});
    }
  }

  // The last token may go on, and the symbol whose last part it is.
  void mark_open_end() {
    if (!query_.open_end || places_.empty()) return;
    for (std::size_t i = places_.size(); i-- > 0;) {
      const TokenKind kind = query_.tokens[i].kind;
      const bool last = i + 1 == places_.size();
      if (last || kind == TokenKind::symbol) wanted_[places_[i]].prefix = true;
      if (kind != TokenKind::part) break;
    }
  }

  std::optional<IndexReader::Found> find(const std::string& entry) {
    auto found = reader_.find(entry);
    if (!found) {
      if (!fault_) fault_ = found.error();
      return std::nullopt;
    }
    if (!*found || (*found)->payload.empty()) return std::nullopt;
    return *std::move(found);
  }

  IndexReader::Weight weight_of(const IndexReader::Found& found) {
    const auto weight = reader_.weight(found);
    if (weight) return *weight;
    if (!fault_) fault_ = weight.error();
    return {};
  }

  void add_exact(Wanted& wanted) {
    const auto add = [&](const std::string& entry, std::uint32_t quality) {
      auto found = find(entry);
      if (!found) return;
      wanted.idf = std::max(wanted.idf, weight_of(*found).idf);
      wanted.exact.push_back({*std::move(found), quality});
    };
    add(wanted.token.term, kExact);
    if (wanted.token.raw != wanted.token.term) add(wanted.token.raw, kExact);
    add(alert_entry(wanted.token.raw), kAlert);
  }

  // A symbol that is known says nearly all that its parts say.
  void lighten_parts() {
    bool known = false;
    for (std::size_t i = 0; i < query_.tokens.size(); ++i) {
      const TokenKind kind = query_.tokens[i].kind;
      Wanted& wanted = wanted_[places_[i]];
      if (kind == TokenKind::symbol) known = !wanted.exact.empty();
      if (kind == TokenKind::part && known && wanted.weight == kPartWeight) wanted.weight = 1;
    }
  }

  // Of too many tokens the rarest that exist; a log line has many.
  void keep_rarest() {
    if (wanted_.size() <= kMostTokens) return;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (!wanted_[i].exact.empty()) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return wanted_[i].idf; });
    if (order.size() > kMostTokens) order.resize(kMostTokens);
    dropped_.assign(wanted_.size(), true);
    for (const std::size_t i : order) dropped_[i] = false;
  }

  bool kept(const Wanted& wanted) const {
    const auto place = static_cast<std::size_t>(&wanted - wanted_.data());
    return dropped_.empty() || !dropped_[place];
  }

  void add_term(std::vector<QueryTerm>& terms, const Wanted& wanted) {
    QueryTerm term{.weight = wanted.weight,
                   .phrase = false,
                   .raw = wanted.token.raw,
                   .expansions = wanted.exact};
    if (wanted.prefix) add_prefixed(term, wanted);
    if (term.expansions.empty()) add_misspelt(term, wanted);
    for (const std::string& joined : joined_of(wanted)) {
      if (has(term, joined)) continue;
      if (auto found = find(joined)) term.expansions.push_back({*std::move(found), kJoined});
    }
    if (!term.expansions.empty()) terms.push_back(std::move(term));
  }

  bool is_entry(const std::string& entry) {
    const auto found = reader_.find(entry);
    if (!found && !fault_) fault_ = found.error();
    return found && *found;
  }

  // What it makes with its neighbours, in one word. Of two known words the index tells whether
  // there may be one, next to their phrase.
  std::vector<std::string> joined_of(const Wanted& wanted) {
    std::vector<std::string> joined;
    for (const Pair& pair : pairs_) {
      const Token& a = wanted_[pair.first].token;
      const Token& b = wanted_[pair.second].token;
      if (&a != &wanted.token && &b != &wanted.token) continue;
      if (is_entry(a.raw) && is_entry(b.raw) && !is_entry(a.term + " " + b.term)) continue;
      joined.push_back(analyzer_.term_of(a.raw + b.raw));
    }
    return joined;
  }

  // A pair as a phrase; if its end may go on, also as what begins so.
  void add_phrase(std::vector<QueryTerm>& terms, const Pair& pair) {
    const Wanted& first = wanted_[pair.first];
    const Wanted& second = wanted_[pair.second];
    QueryTerm term{.weight = std::min({kPhraseWeight, first.weight, second.weight}),
                   .phrase = true,
                   .raw = {},
                   .expansions = {}};
    if (auto found = find(first.token.term + " " + second.token.term)) {
      term.expansions.push_back({*std::move(found), kPhrase});
    }
    if (second.prefix) add_begun_phrases(term, first.token.term + " " + second.token.raw);
    if (!term.expansions.empty()) terms.push_back(std::move(term));
  }

  void add_begun_phrases(QueryTerm& term, const std::string& start) {
    auto entries = reader_.with_prefix(start);
    if (!entries) {
      if (!fault_) fault_ = entries.error();
      return;
    }
    std::vector<Candidate> candidates;
    for (IndexReader::Found& entry : *entries) {
      if (entry.payload.empty()) continue;
      const std::uint32_t df = weight_of(entry).df;
      candidates.push_back({.distance = 0, .df = df, .found = std::move(entry)});
    }
    for (Candidate& chosen : best(std::move(candidates), kMostPhrases)) {
      if (!has(term, chosen.found.entry)) {
        term.expansions.push_back({std::move(chosen.found), kPhrase});
      }
    }
  }

  static bool has(const QueryTerm& term, std::string_view entry) {
    return std::ranges::any_of(term.expansions, [&](const Expansion& expansion) {
      return expansion.found.entry == entry;
    });
  }

  struct Candidate {
    std::size_t distance = 0;
    std::uint32_t df = 0;
    IndexReader::Found found;
  };

  // What an entry means: itself, or what it is an alias of.
  std::optional<Candidate> candidate(IndexReader::Found entry, std::size_t distance) {
    if (entry.payload.empty()) {
      auto meant = find(analyzer_.term_of(entry.entry));
      if (!meant) return std::nullopt;
      entry = *std::move(meant);
    }
    const std::uint32_t df = weight_of(entry).df;
    return Candidate{.distance = distance, .df = df, .found = std::move(entry)};
  }

  // The best of them, each once.
  static std::vector<Candidate> best(std::vector<Candidate> candidates, std::size_t most) {
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
      return std::tie(a.distance, b.df, a.found.entry) < std::tie(b.distance, a.df, b.found.entry);
    });
    std::vector<Candidate> chosen;
    for (Candidate& candidate : candidates) {
      if (chosen.size() == most) break;
      const bool known = std::ranges::any_of(chosen, [&](const Candidate& other) {
        return other.found.entry == candidate.found.entry;
      });
      if (!known) chosen.push_back(std::move(candidate));
    }
    return chosen;
  }

  void add_prefixed(QueryTerm& term, const Wanted& wanted) {
    if (count_code_points(wanted.token.raw) < kShortestPrefix) return;
    auto entries = reader_.with_prefix(wanted.token.raw);
    if (!entries) {
      if (!fault_) fault_ = entries.error();
      return;
    }
    std::vector<Candidate> candidates;
    for (IndexReader::Found& entry : *entries) {
      if (!is_word_entry(entry.entry)) continue;
      auto meant = candidate(std::move(entry), 0);
      if (meant && !has(term, meant->found.entry)) candidates.push_back(*std::move(meant));
    }
    const std::uint32_t quality = wanted.exact.empty() ? kPrefix : kLonger;
    for (Candidate& chosen : best(std::move(candidates), kMostPrefixed)) {
      term.expansions.push_back({std::move(chosen.found), quality});
    }
  }

  void add_misspelt(QueryTerm& term, const Wanted& wanted) {
    const std::u32string raw = code_points(wanted.token.raw);
    if (raw.size() < kShortestMisspelt) return;
    const std::size_t most = raw.size() < kTwiceMisspelt ? 1 : 2;
    const std::size_t shared = raw.size() / (most + 1);
    std::vector<Candidate> candidates;
    for (IndexReader::Found& entry : look_alikes(raw, shared)) {
      if (!is_word_entry(entry.entry)) continue;
      const std::size_t distance = typing_distance(raw, code_points(entry.entry), most);
      if (distance == 0 || distance > most) continue;
      if (auto meant = candidate(std::move(entry), distance))
        candidates.push_back(*std::move(meant));
    }
    for (Candidate& chosen : best(std::move(candidates), kMostMisspelt)) {
      const std::uint32_t quality = chosen.distance == 1 ? kOneTypo : kTwoTypos;
      term.expansions.push_back({std::move(chosen.found), quality});
    }
  }

  // The entries that share their beginning or end with `raw`.
  std::vector<IndexReader::Found> look_alikes(std::u32string_view raw, std::size_t shared) {
    std::vector<IndexReader::Found> found;
    auto begun = reader_.with_prefix(utf8_of(raw.substr(0, shared)));
    if (begun) {
      found = *std::move(begun);
    } else if (!fault_) {
      fault_ = begun.error();
    }
    const auto ended = reader_.with_tail(reversed(utf8_of(raw.substr(raw.size() - shared))));
    if (!ended) {
      if (!fault_) fault_ = ended.error();
      return found;
    }
    for (const std::string& entry : *ended) {
      if (typing_distance(raw, code_points(entry), 2) > 2) continue;
      auto whole = reader_.find(entry);
      if (!whole && !fault_) fault_ = whole.error();
      if (whole && *whole) found.push_back(**std::move(whole));
    }
    return found;
  }

  IndexReader& reader_;
  const Query& query_;
  Analyzer& analyzer_;
  std::vector<Wanted> wanted_;
  std::vector<std::size_t> places_;  // of the query's tokens among the wanted ones
  std::vector<bool> dropped_;        // parallel; empty: none
  std::vector<Pair> pairs_;
  std::optional<Error> fault_;
};

}  // namespace

Result<std::vector<QueryTerm>> expand_query(IndexReader& reader, const Query& query,
                                            Analyzer& analyzer) {
  return Expander(reader, query, analyzer).run();
}

bool is_misspelt(const QueryTerm& term) {
  return std::ranges::all_of(
      term.expansions, [](const Expansion& expansion) { return expansion.quality <= kOneTypo; });
}

std::size_t typing_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (std::ranges::min(row) > most) return most + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], most + 1);
}

}  // namespace runbookc
