#include "search/index_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/index_files.h"
#include "search/posting_code.h"
#include "search/script_text.h"

namespace runbookc {

namespace {

bool is_sorted_once(const std::vector<std::string>& texts) {
  return std::ranges::is_sorted(texts, std::ranges::less_equal{}) &&
         std::ranges::adjacent_find(texts) == texts.end();
}

// Which shard may hold `key`, by the first entries of all.
std::size_t shard_of(const std::vector<std::string>& firsts, std::string_view key) {
  const auto after = std::ranges::upper_bound(firsts, key, {});
  return after == firsts.begin() ? 0 : static_cast<std::size_t>(after - firsts.begin()) - 1;
}

// The shards that may hold what begins with `prefix`, at most kMostShards.
std::vector<std::size_t> shards_with(const std::vector<std::string>& firsts,
                                     std::string_view prefix) {
  std::vector<std::size_t> shards;
  for (std::size_t s = shard_of(firsts, prefix); s < firsts.size(); ++s) {
    if (firsts[s] > prefix && !firsts[s].starts_with(prefix)) break;
    if (shards.size() == kMostShards) break;
    shards.push_back(s);
  }
  return shards;
}

// The version that the file is of.
std::string begin_call(ScriptReader& script, std::string_view function, std::size_t number) {
  script.expect_word("runbookcSearch.");
  script.expect_word(function);
  script.expect('(');
  if (script.number() != number) script.expect('\0');
  script.expect(',');
  std::string version = script.string();
  script.expect(',');
  return version;
}

bool ends_call(ScriptReader& script) {
  script.expect(')');
  return script.at_end();
}

Error damaged(std::string_view name) {
  return Error{fmt::format("the search index is damaged: {}{}", kSearchFolder, name),
               "build the site again"};
}

Error of_another_build(std::string_view name) {
  return Error{fmt::format("the search index changed while it was read: {}{}", kSearchFolder, name),
               "search again; if this goes on, build the site again"};
}

Error damaged_entry(std::string_view entry) {
  return Error{fmt::format("the search index is damaged at the entry '{}'", entry),
               "build the site again"};
}

std::optional<UnitKind> find_unit_kind(std::string_view name) {
  for (const UnitKind kind : {UnitKind::page, UnitKind::section, UnitKind::command}) {
    if (unit_kind_name(kind) == name) return kind;
  }
  return std::nullopt;
}

SearchUnit read_unit(ScriptReader& script) {
  SearchUnit unit;
  script.expect('{');
  do {
    const std::string key = script.string();
    script.expect(':');
    if (key == "kind") {
      const auto kind = find_unit_kind(script.string());
      if (!kind) script.expect('\0');
      unit.kind = kind.value_or(UnitKind::page);
    } else if (key == "line") {
      unit.line = script.number();
    } else if (key == "anchor") {
      unit.anchor = script.string();
    } else if (key == "heading") {
      unit.heading = script.string();
    } else if (key == "section") {
      unit.section = script.number();
    } else if (key == "text") {
      unit.text = script.string();
    } else if (key == "description") {
      unit.description = script.string();
    } else if (key == "risk") {
      unit.risk = script.string();
    } else if (key == "standalone") {
      unit.standalone = script.boolean();
    } else if (key == "placeholders") {
      unit.placeholders = script.boolean();
    } else {
      script.expect('\0');
    }
  } while (script.take(','));
  script.expect('}');
  return unit;
}

std::vector<SearchUnit> read_units(ScriptReader& script) {
  std::vector<SearchUnit> units;
  script.expect('[');
  do {
    units.push_back(read_unit(script));
  } while (script.take(','));
  script.expect(']');
  return units;
}

SearchPage read_page(ScriptReader& script) {
  SearchPage page;
  script.expect('{');
  do {
    const std::string key = script.string();
    script.expect(':');
    if (key == "url") {
      page.url = script.string();
    } else if (key == "title") {
      page.title = script.string();
    } else if (key == "path") {
      page.path = script.string();
    } else if (key == "type") {
      page.type = script.string();
    } else if (key == "severity") {
      page.severity = script.strings();
    } else if (key == "owners") {
      page.owners = script.strings();
    } else if (key == "status") {
      page.status = script.string();
    } else if (key == "review") {
      page.review = script.string();
    } else if (key == "due") {
      page.due = script.string();
    } else if (key == "alerts") {
      page.alerts = script.strings();
    } else if (key == "units") {
      page.units = read_units(script);
    } else {
      script.expect('\0');
    }
  } while (script.take(','));
  script.expect('}');
  if (page.units.empty()) script.expect('\0');
  for (const SearchUnit& unit : page.units) {
    if (unit.section >= page.units.size()) script.expect('\0');
  }
  return page;
}

}  // namespace

Result<IndexReader> IndexReader::open(ReadFile read) {
  IndexReader reader;
  reader.read_ = std::move(read);
  const std::string name = search_file_name(SearchFileKind::index, 0);
  const auto bytes = reader.read_(name);
  if (!bytes) return bytes.error();
  ScriptReader script(*bytes);
  script.expect_word("runbookcSearch.index({\"format\":");
  const std::uint32_t format = script.number();
  if (!script.failed() && format != kSearchFormat) {
    return Error{fmt::format("the search index has format {}, not {}", format, kSearchFormat),
                 "search with the version of runbookc that built the site"};
  }
  script.expect_word(",\"version\":");
  reader.version_ = script.string();
  script.expect_word(",\"pages\":");
  reader.pages_ = script.number();
  script.expect_word(",\"blocks\":[");
  if (!script.take(']')) {
    do {
      reader.blocks_.push_back(script.number());
    } while (script.take(','));
    script.expect(']');
  }
  script.expect_word(",\"terms\":");
  reader.first_terms_ = script.strings();
  script.expect_word(",\"tails\":");
  reader.first_tails_ = script.strings();
  script.expect('}');
  const auto& blocks = reader.blocks_;
  const bool blocks_are_right =
      reader.pages_ == 0
          ? blocks.empty()
          : !blocks.empty() && blocks.front() == 0 && blocks.back() < reader.pages_ &&
                std::ranges::adjacent_find(blocks, std::ranges::greater_equal{}) == blocks.end();
  if (!ends_call(script) || !blocks_are_right || !is_sorted_once(reader.first_terms_) ||
      !std::ranges::is_sorted(reader.first_tails_)) {
    return damaged(name);
  }
  return reader;
}

Result<const IndexReader::Shard*> IndexReader::terms(std::size_t shard) {
  const auto known = terms_.find(shard);
  if (known != terms_.end()) return &known->second;
  const std::string name = search_file_name(SearchFileKind::terms, shard);
  const auto bytes = read_(name);
  if (!bytes) return bytes.error();
  ScriptReader script(*bytes);
  const std::string version = begin_call(script, "terms", shard);
  if (!script.failed() && version != version_) return of_another_build(name);
  Shard read;
  read.entries = script.strings();
  script.expect(',');
  read.payloads = script.strings();
  if (!ends_call(script) || read.entries.size() != read.payloads.size() || read.entries.empty() ||
      !is_sorted_once(read.entries)) {
    return damaged(name);
  }
  return &terms_.emplace(shard, std::move(read)).first->second;
}

Result<const std::vector<std::string>*> IndexReader::tails(std::size_t shard) {
  const auto known = tails_.find(shard);
  if (known != tails_.end()) return &known->second;
  const std::string name = search_file_name(SearchFileKind::tails, shard);
  const auto bytes = read_(name);
  if (!bytes) return bytes.error();
  ScriptReader script(*bytes);
  const std::string version = begin_call(script, "tails", shard);
  if (!script.failed() && version != version_) return of_another_build(name);
  std::vector<std::string> read = script.strings();
  if (!ends_call(script) || !std::ranges::is_sorted(read)) return damaged(name);
  return &tails_.emplace(shard, std::move(read)).first->second;
}

Result<const std::vector<SearchPage>*> IndexReader::block(std::size_t block) {
  const auto known = read_blocks_.find(block);
  if (known != read_blocks_.end()) return &known->second;
  const std::string name = search_file_name(SearchFileKind::pages, block);
  const auto bytes = read_(name);
  if (!bytes) return bytes.error();
  ScriptReader script(*bytes);
  const std::string version = begin_call(script, "pages", block);
  if (!script.failed() && version != version_) return of_another_build(name);
  std::vector<SearchPage> read;
  script.expect('[');
  do {
    read.push_back(read_page(script));
  } while (script.take(','));
  script.expect(']');
  const std::uint32_t end = block + 1 < blocks_.size() ? blocks_[block + 1] : pages_;
  if (!ends_call(script) || read.size() != end - blocks_[block]) return damaged(name);
  return &read_blocks_.emplace(block, std::move(read)).first->second;
}

Result<std::optional<IndexReader::Found>> IndexReader::find(std::string_view entry) {
  if (first_terms_.empty() || entry < first_terms_.front()) return std::optional<Found>{};
  const auto shard = terms(shard_of(first_terms_, entry));
  if (!shard) return shard.error();
  const auto& entries = (*shard)->entries;
  const auto at = std::ranges::lower_bound(entries, entry, {});
  if (at == entries.end() || *at != entry) return std::optional<Found>{};
  return std::optional<Found>{
      {*at, (*shard)->payloads[static_cast<std::size_t>(at - entries.begin())]}};
}

Result<std::vector<IndexReader::Found>> IndexReader::with_prefix(std::string_view prefix) {
  std::vector<Found> found;
  for (const std::size_t s : shards_with(first_terms_, prefix)) {
    const auto shard = terms(s);
    if (!shard) return shard.error();
    const auto& entries = (*shard)->entries;
    for (auto at = std::ranges::lower_bound(entries, prefix, {});
         at != entries.end() && at->starts_with(prefix); ++at) {
      found.push_back({*at, (*shard)->payloads[static_cast<std::size_t>(at - entries.begin())]});
    }
  }
  return found;
}

Result<std::vector<std::string>> IndexReader::with_tail(std::string_view prefix) {
  std::vector<std::string> found;
  for (const std::size_t s : shards_with(first_tails_, prefix)) {
    const auto shard = tails(s);
    if (!shard) return shard.error();
    for (auto at = std::ranges::lower_bound(**shard, prefix, {});
         at != (*shard)->end() && at->starts_with(prefix); ++at) {
      found.push_back(reversed(*at));
    }
  }
  return found;
}

Result<IndexReader::Weight> IndexReader::weight(const Found& found) const {
  NumberReader numbers(found.payload);
  const auto idf = numbers.next();
  const auto df = numbers.next();
  if (!idf || !df || *idf == 0 || *idf > kMostIdf || *df > pages_)
    return damaged_entry(found.entry);
  return Weight{*idf, *df};
}

namespace {

// One posting's units; nothing if they are damaged. There are at most as many as characters left.
std::optional<std::vector<Posting::Unit>> read_posting_units(NumberReader& numbers) {
  const auto count = numbers.next();
  if (!count || *count > numbers.left()) return std::nullopt;
  std::vector<Posting::Unit> units;
  units.reserve(*count);
  std::uint64_t next = 0;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const auto number = numbers.next();
    if (!number) return std::nullopt;
    next += *number / kImpactSteps;
    if (next >= kNone) return std::nullopt;
    const std::uint32_t impact = *number % kImpactSteps * kImpactStep + kImpactStep / 2;
    units.push_back({static_cast<std::uint32_t>(next++), impact});
  }
  return units;
}

}  // namespace

Result<Postings> IndexReader::decode(const Found& found) const {
  const Error fault = damaged_entry(found.entry);
  NumberReader numbers(found.payload);
  Postings postings;
  const auto idf = numbers.next();
  const auto df = numbers.next();
  const auto mode = numbers.next();
  if (!idf || !df || !mode || *idf == 0 || *idf > kMostIdf || *mode > 1) return fault;
  postings.idf = *idf;
  postings.df = *df;
  postings.coarse = *mode == static_cast<std::uint32_t>(PostingMode::coarse);
  std::uint64_t next = 0;
  while (!numbers.at_end()) {
    const auto gap = numbers.next();
    const auto steps = numbers.next();
    if (!gap || !steps || *steps > kMostImpact / kPageImpactStep) return fault;
    next += *gap;
    if (next >= pages_) return fault;
    Posting posting{.page = static_cast<std::uint32_t>(next++),
                    .impact = *steps * kPageImpactStep + kPageImpactStep / 2};
    if (!postings.coarse) {
      auto units = read_posting_units(numbers);
      if (!units) return fault;
      posting.units = *std::move(units);
    }
    postings.list.push_back(std::move(posting));
  }
  if (postings.list.size() != postings.df) return fault;
  return postings;
}

Result<SearchPage> IndexReader::page(std::uint32_t page) {
  const auto after = std::ranges::upper_bound(blocks_, page);
  const auto number = static_cast<std::size_t>(after - blocks_.begin()) - 1;
  const auto pages = block(number);
  if (!pages) return pages.error();
  return (**pages)[page - blocks_[number]];
}

}  // namespace runbookc
