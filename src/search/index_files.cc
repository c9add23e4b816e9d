#include "search/index_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "base/digest.h"
#include "base/stage_clock.h"
#include "base/unicode.h"
#include "base/version.h"
#include "base/work_pool.h"
#include "search/script_text.h"
#include "search/search_page.h"

namespace runbookc {

namespace {

constexpr std::size_t kKiB = 1024;
constexpr std::size_t kSourceOfTerms = 24 * kKiB;  // that one shard is for, on a small site
constexpr std::size_t kSourceOfTails = 512 * kKiB;
constexpr std::size_t kSourceOfBlock = 24 * kKiB;
constexpr std::size_t kPagesOfBlock = 7;
constexpr std::size_t kPagesOfTerms = 10;
constexpr std::size_t kPagesOfTails = 150;

std::size_t source_size(const Corpus& corpus, Index page) {
  return corpus.source_of(corpus.pages[page]).bytes().size();
}

using Cuts = std::vector<std::pair<std::size_t, std::size_t>>;

// Cuts a row of items, given by their sizes, into neighbourhoods of `budget` at most; a larger item
// is one of its own.
Cuts cut_at(const std::vector<std::size_t>& sizes, std::size_t budget) {
  Cuts cuts;
  std::size_t size = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (cuts.empty() || size + sizes[i] > budget) {
      cuts.emplace_back(i, i);
      size = 0;
    }
    size += sizes[i];
    cuts.back().second = i + 1;
  }
  return cuts;
}

// Cuts it into `shards` at most, so that the largest is as small as can be: a reader loads whole
// ones. Those that are not needed are empty.
Cuts cut(const std::vector<std::size_t>& sizes, std::size_t shards) {
  std::size_t low = 1;
  std::size_t high = 1;
  for (const std::size_t size : sizes) high += size;
  while (low < high) {
    const std::size_t budget = low + (high - low) / 2;
    if (cut_at(sizes, budget).size() <= shards) {
      high = budget;
    } else {
      low = budget + 1;
    }
  }
  Cuts cuts = cut_at(sizes, low);
  cuts.resize(shards, {sizes.size(), sizes.size()});
  return cuts;
}

template <typename Items, typename Size>
std::vector<std::size_t> sizes_of(const Items& items, const Size& size_of) {
  std::vector<std::size_t> sizes;
  sizes.reserve(items.size());
  for (const auto& item : items) sizes.push_back(size_of(item));
  return sizes;
}

// The first page of each block: blocks of about the same sources, one for kPagesOfBlock pages.
std::vector<std::size_t> find_blocks(const Corpus& corpus, const std::vector<Index>& pages) {
  const std::vector<std::size_t> sizes =
      sizes_of(pages, [&](Index page) { return source_size(corpus, page); });
  const std::size_t total = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
  const std::size_t count = std::clamp<std::size_t>(
      total / kSourceOfBlock, 1, std::max<std::size_t>(1, pages.size() / kPagesOfBlock));
  std::vector<std::size_t> blocks;
  for (const auto& [first, end] : cut(sizes, count)) {
    if (first < end) blocks.push_back(first);
  }
  return blocks;
}

template <typename Shard>
std::vector<Shard> as_shards(const Cuts& cuts) {
  std::vector<Shard> shards;
  shards.reserve(cuts.size());
  for (const auto& [first, end] : cuts) shards.push_back({first, end});
  return shards;
}

std::vector<std::string> tails_of(const SearchIndex& index) {
  std::vector<std::string> tails;
  for (const IndexEntry& entry : index.entries) {
    if (!is_word_entry(entry.entry) || entry.entry.find(':') != std::string::npos) continue;
    if (count_code_points(entry.entry) >= kShortestTail) tails.push_back(reversed(entry.entry));
  }
  std::ranges::sort(tails);
  return tails;
}

class PageWriter {
 public:
  explicit PageWriter(std::string& out) : out_(out) {}

  void write(const SearchPage& page) {
    begin();
    member("url", page.url);
    member("title", page.title);
    member("path", page.path);
    member("type", page.type);
    list("severity", page.severity);
    list("owners", page.owners);
    member("status", page.status);
    member("review", page.review);
    member("due", page.due);
    list("alerts", page.alerts);
    key("units");
    out_ += '[';
    for (std::size_t i = 0; i < page.units.size(); ++i) {
      out_ += i == 0 ? "\n" : ",\n";
      write_unit(page.units[i]);
    }
    out_ += "]}";
  }

 private:
  void write_unit(const SearchUnit& unit) {
    begin();
    member("kind", unit_kind_name(unit.kind));
    key("line");
    out_ += std::to_string(unit.line);
    if (!unit.anchor.empty()) member("anchor", unit.anchor);
    if (!unit.heading.empty()) member("heading", unit.heading);
    if (unit.section != 0) {
      key("section");
      out_ += std::to_string(unit.section);
    }
    if (!unit.text.empty()) member("text", unit.text);
    if (!unit.description.empty()) member("description", unit.description);
    if (!unit.risk.empty()) member("risk", unit.risk);
    flag("standalone", unit.standalone);
    flag("placeholders", unit.placeholders);
    out_ += '}';
  }

  void begin() {
    out_ += '{';
    first_ = true;
  }

  void key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    append_script_string(out_, name);
    out_ += ':';
  }

  void member(std::string_view name, std::string_view text) {
    key(name);
    append_script_string(out_, text);
  }

  void flag(std::string_view name, bool holds) {
    if (!holds) return;
    key(name);
    out_ += "true";
  }

  void list(std::string_view name, const std::vector<std::string>& texts) {
    key(name);
    append_script_list(out_, texts);
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string search_file_name(SearchFileKind kind, std::size_t number) {
  const auto numbered = [&](char letter) { return letter + std::to_string(number) + ".js"; };
  switch (kind) {
    case SearchFileKind::terms:
      return numbered('t');
    case SearchFileKind::tails:
      return numbered('s');
    case SearchFileKind::pages:
      return numbered('p');
    case SearchFileKind::index:
      break;
  }
  return "index.js";
}

std::string reversed(std::string_view utf8) {
  std::string result(utf8.size(), ' ');
  std::size_t end = utf8.size();
  while (!utf8.empty()) {
    const std::size_t size = decode_utf8(utf8).size;
    end -= size;
    utf8.copy(result.data() + end, size);
    utf8.remove_prefix(size);
  }
  return result;
}

SearchFiles::SearchFiles(const Corpus& corpus, unsigned threads)
    : corpus_(corpus),
      threads_(threads),
      pages_(searched_pages(corpus)),
      blocks_(find_blocks(corpus, pages_)) {
  std::size_t bytes = 0;
  for (const Index page : pages_) bytes += source_size(corpus, page);
  term_shards_ = std::clamp<std::size_t>(bytes / kSourceOfTerms, 1,
                                         std::max<std::size_t>(4, pages_.size() / kPagesOfTerms));
  tail_shards_ = std::clamp<std::size_t>(bytes / kSourceOfTails, 1,
                                         std::max<std::size_t>(1, pages_.size() / kPagesOfTails));
}

std::vector<SearchFiles::File> SearchFiles::files() const {
  std::vector<File> files = {{SearchFileKind::index, 0}};
  const auto add = [&](SearchFileKind kind, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) files.push_back({kind, i});
  };
  add(SearchFileKind::terms, term_shards_);
  add(SearchFileKind::tails, tail_shards_);
  add(SearchFileKind::pages, blocks_.size());
  return files;
}

std::string SearchFiles::render(const File& file) const {
  const StageScope stage(Stage::search);
  switch (file.kind) {
    case SearchFileKind::terms:
      return terms_file(file.number);
    case SearchFileKind::tails:
      return tails_file(file.number);
    case SearchFileKind::pages:
      return pages_file(file.number);
    case SearchFileKind::index:
      break;
  }
  return index_file();
}

const SearchFiles::Built& SearchFiles::built() const {
  std::call_once(once_, [this] {
    auto built = std::make_unique<Built>();
    built->index = build_search_index(corpus_, threads_);
    built->version = version_of(built->index);
    const auto entry_size = [](const IndexEntry& entry) {
      // Names are like their neighbours, and travel compressed in half of what postings take.
      return entry.entry.size() / 2 + entry.payload.size();
    };
    built->terms = as_shards<Shard>(cut(sizes_of(built->index.entries, entry_size), term_shards_));
    built->tails = tails_of(built->index);
    built->tail_shards = as_shards<Shard>(cut(
        sizes_of(built->tails, [](const std::string& tail) { return tail.size(); }), tail_shards_));
    built_ = std::move(built);
  });
  return *built_;
}

// Names this very publication: a browser that has an old file must not read it with new ones.
std::string SearchFiles::version_of(const SearchIndex& index) const {
  std::string digests(tool_version());
  const auto add_digest = [&](std::uint64_t digest) {
    for (int i = 0; i < 8; ++i, digest >>= 8U) digests += static_cast<char>(digest & 0xffU);
  };
  for (const IndexEntry& entry : index.entries) {
    add_digest(hash64(entry.entry));
    add_digest(hash64(entry.payload));
  }
  // What is shown of a page follows from more than its source; to write it twice is cheap.
  std::vector<std::uint64_t> shown(pages_.size());
  for_each_index(pages_.size(), threads_, [&](std::size_t i) {
    std::string text;
    PageWriter(text).write(search_page(corpus_, pages_[i]));
    shown[i] = hash64(text);
  });
  for (const std::uint64_t digest : shown) add_digest(digest);
  constexpr std::size_t kDigits = 16;
  return hash_hex(digests).substr(0, kDigits);
}

std::string SearchFiles::call(std::string_view function, std::size_t number) const {
  return fmt::format("runbookcSearch.{}({},\"{}\",", function, number, built().version);
}

std::string SearchFiles::index_file() const {
  const Built& built = this->built();
  std::vector<std::string> terms;
  for (const Shard& shard : built.terms) {
    if (shard.first < shard.end) terms.push_back(built.index.entries[shard.first].entry);
  }
  std::vector<std::string> tails;
  for (const Shard& shard : built.tail_shards) {
    if (shard.first < shard.end) tails.push_back(built.tails[shard.first]);
  }
  std::string out =
      fmt::format(R"(runbookcSearch.index({{"format":{},"version":"{}","pages":{},"blocks":[)",
                  kSearchFormat, built.version, pages_.size());
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    (out += i == 0 ? "" : ",") += std::to_string(blocks_[i]);
  }
  out += "],\"terms\":";
  append_script_list(out, terms);
  out += ",\"tails\":";
  append_script_list(out, tails);
  return out + "})\n";
}

std::string SearchFiles::terms_file(std::size_t number) const {
  const Built& built = this->built();
  const Shard& shard = built.terms[number];
  std::string out = call("terms", number);
  const auto append = [&](std::string IndexEntry::* part) {
    out += '[';
    for (std::size_t i = shard.first; i < shard.end; ++i) {
      if (i > shard.first) out += ',';
      append_script_string(out, built.index.entries[i].*part);
    }
    out += ']';
  };
  append(&IndexEntry::entry);
  out += ",\n";
  append(&IndexEntry::payload);
  return out + ")\n";
}

std::string SearchFiles::tails_file(std::size_t number) const {
  const Built& built = this->built();
  const Shard& shard = built.tail_shards[number];
  std::string out = call("tails", number) + "[";
  for (std::size_t i = shard.first; i < shard.end; ++i) {
    if (i > shard.first) out += ',';
    append_script_string(out, built.tails[i]);
  }
  return out + "])\n";
}

std::string SearchFiles::pages_file(std::size_t number) const {
  const std::size_t end = number + 1 < blocks_.size() ? blocks_[number + 1] : pages_.size();
  std::string out = call("pages", number) + "[";
  for (std::size_t i = blocks_[number]; i < end; ++i) {
    out += i == blocks_[number] ? "\n" : ",\n";
    PageWriter(out).write(search_page(corpus_, pages_[i]));
  }
  return out + "])\n";
}

}  // namespace runbookc
