#include "check/finding_keys.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>

#include "base/digest.h"
#include "base/work_pool.h"
#include "check/folder_listing.h"

namespace runbookc {
namespace {

// Values one after another, so that no two sequences have the same bytes.
class KeyBytes {
 public:
  void add(std::uint64_t number) {
    const auto raw = std::bit_cast<std::array<char, sizeof number>>(number);
    bytes_.append(raw.data(), raw.size());
  }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    bytes_ += text;
  }
  void add(Span span) {
    add(std::uint64_t{span.start.line} << 32 | span.start.column);
    add(std::uint64_t{span.end.line} << 32 | span.end.column);
  }
  // Its depth is bounded by the reader that made it.
  void add(const Value& value) {
    add(static_cast<std::uint64_t>(value.kind) * 2 + (value.boolean ? 1 : 0));
    add(std::bit_cast<std::uint64_t>(value.number));
    add(value.text);
    add(value.span);
    add(std::uint64_t{value.items.size()});
    for (const Value& item : value.items) add(item);
    add(std::uint64_t{value.members.size()});
    for (const Member& member : value.members) {
      add(member.key);
      add(member.key_span);
      add(member.value);
    }
  }
  void add(const std::optional<Date>& date) {
    add(date ? static_cast<std::uint64_t>(date->time_since_epoch().count()) : ~std::uint64_t{0});
  }
  std::string digest() const { return sha256_hex(bytes_); }

 private:
  std::string bytes_;
};

// What the rules of other pages may see of a page.
std::string outside_of(const Corpus& corpus, const Page& page) {
  const Document& outline = corpus.outline_of(page);
  KeyBytes bytes;
  bytes.add(outline.path);
  bytes.add(page.url);
  bytes.add(std::uint64_t{page.published});
  bytes.add(outline.front_matter.root);
  bytes.add(page.summary);
  bytes.add(std::uint64_t{outline.sections.size()});
  for (const Section& section : outline.sections) {
    bytes.add(section.title);
    bytes.add(section.anchor);
    bytes.add(std::uint64_t{section.level} * 2 + (section.nested ? 1 : 0));
    bytes.add(std::uint64_t{section.parent});
  }
  bytes.add(std::uint64_t{outline.anchors.size()});
  for (const NamedAnchor& anchor : outline.anchors) bytes.add(anchor.name);
  return bytes.digest();
}

void add_owners(KeyBytes& bytes, const Corpus& corpus) {
  if (corpus.owners_source) {
    bytes.add(corpus.owners_source->path());
    bytes.add(corpus.owners_source->bytes());
  }
  bytes.add(corpus.code_owners.path());
  bytes.add(corpus.code_owners.fault());
  for (const CodeOwnersLine& line : corpus.code_owners.lines()) {
    bytes.add(std::uint64_t{line.line});
    bytes.add(line.pattern);
    bytes.add(std::uint64_t{line.owners.size()});
    for (const Located<std::string>& owner : line.owners) bytes.add(owner.value);
  }
}

// What is the same for all pages of a run.
std::string surroundings_of(const Corpus& corpus) {
  KeyBytes bytes;
  bytes.add(std::optional(corpus.today));
  bytes.add(corpus.config.path);
  bytes.add(corpus.config.source_hash);
  bytes.add(corpus.config.content);
  bytes.add(corpus.own_schemas);
  add_owners(bytes, corpus);
  return bytes.digest();
}

// Digests of what pages show to others.
struct Outsides {
  std::vector<std::string> of_pages;
  std::string of_all;  // with the assets

  Outsides(const Corpus& corpus, unsigned threads) : of_pages(corpus.pages.size()) {
    for_each_index(of_pages.size(), threads,
                   [&](std::size_t i) { of_pages[i] = outside_of(corpus, corpus.pages[i]); });
    KeyBytes bytes;
    for (const std::string& outside : of_pages) bytes.add(outside);
    for (const Asset& asset : corpus.assets) bytes.add(asset.path);
    of_all = bytes.digest();
  }
  void add(KeyBytes& bytes, Index page) const {
    bytes.add(page == kNone ? std::string_view() : std::string_view(of_pages[page]));
  }
};

// An index looks for the pages of its folder, and what links an address of the repository for any.
bool looks_at_all(const Corpus& corpus, const Page& page) {
  return is_folder_index(corpus, page) || !corpus.config.site.edit_url.empty();
}

void add_link(KeyBytes& bytes, const ResolvedLink& link, const Outsides& outsides) {
  bytes.add(static_cast<std::uint64_t>(link.outcome) * 4 + (link.sure ? 2 : 0) +
            (link.asset == kNone ? 0 : 1));
  outsides.add(bytes, link.page);
  outsides.add(bytes, link.anchor_page);
  bytes.add(link.anchor);
  bytes.add(link.path);
  bytes.add(link.suggestion);
}

std::string key_of(const Corpus& corpus, Index index, std::string_view surroundings,
                   const Outsides& outsides) {
  const Page& page = corpus.pages[index];
  KeyBytes bytes;
  bytes.add(surroundings);
  if (looks_at_all(corpus, page)) bytes.add(outsides.of_all);
  outsides.add(bytes, index);
  bytes.add(corpus.outline_of(page).source_hash);
  bytes.add(page.last_commit);
  bytes.add(std::uint64_t{page.backlinks.size()});
  for (const Index from : page.backlinks) bytes.add(corpus.path_of(corpus.pages[from]));
  bytes.add(std::uint64_t{page.redirects.size()});
  for (const std::string& url : page.redirects) bytes.add(url);
  for (const ResolvedLink& link : page.links) add_link(bytes, link, outsides);
  return bytes.digest();
}

}  // namespace

std::vector<std::string> finding_keys(const Corpus& corpus, unsigned threads) {
  const std::string surroundings = surroundings_of(corpus);
  const Outsides outsides(corpus, threads);
  std::vector<std::string> keys(corpus.pages.size());
  for_each_index(keys.size(), threads, [&](std::size_t i) {
    if (corpus.documents.outline(i).hides_secrets) return;
    keys[i] = key_of(corpus, static_cast<Index>(i), surroundings, outsides);
  });
  return keys;
}

}  // namespace runbookc
