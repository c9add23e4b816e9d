// RB308: an old URL that belongs to two pages, or to a living one.
#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "check/rule.h"
#include "check/upkeep.h"
#include "corpus/site_urls.h"

namespace runbookc {
namespace {

// Who has a URL: pages by their own, and by their aliases.
struct Claim {
  const Page* page;
  bool own;
};
using Claims = std::multimap<std::string, Claim, std::less<>>;

Claims collect_claims(const Corpus& corpus) {
  Claims claims;
  for (const Page& page : corpus.pages) {
    claims.emplace(to_lower(page.url), Claim{.page = &page, .own = true});
    claims.emplace(to_lower(corpus.outline_of(page).content_path),
                   Claim{.page = &page, .own = true});
    for (const auto& alias : page.metadata.aliases) {
      const std::string url = alias_url(alias.value);
      if (is_possible_url(url)) {
        claims.emplace(to_lower(url), Claim{.page = &page, .own = false});
      }
    }
  }
  return claims;
}

// What is wrong with an alias; no text: nothing. `other` is the path of the document that it
// collides with.
struct Fault {
  std::string text;
  std::string other = {};
  bool with_own_url = false;
};

std::vector<Reference> references_of(const Fault& fault) {
  if (fault.with_own_url) return {{ReferenceKind::own_path, {}, {}, {}}};
  return {{ReferenceKind::front_matter, fault.other, {}, {}}};
}

// A file cannot stand in a file: what claims a folder of the URL, or has the URL as a folder.
Fault fault_of_folders(const Corpus& corpus, const Claims& claims, const std::string& lower_url) {
  const std::string folder = lower_url + "/";
  const auto below = claims.lower_bound(folder);
  if (below != claims.end() && below->first.starts_with(folder)) {
    const std::string& other = corpus.path_of(*below->second.page);
    return {"is a folder of what '" + other + "' has", other};
  }
  for (auto slash = lower_url.find('/'); slash != std::string::npos;
       slash = lower_url.find('/', slash + 1)) {
    const auto above = claims.find(std::string_view(lower_url).substr(0, slash));
    if (above != claims.end()) {
      const std::string& other = corpus.path_of(*above->second.page);
      return {"lies below what '" + other + "' has", other};
    }
  }
  return {};
}

// Why nothing could stand there, or "".
std::string fault_of_url(const std::string& alias, const std::string& url) {
  if (url.empty() && alias.find('\0') == std::string::npos) {
    return "is no path within the site";
  }
  if (is_reserved_url(url)) {
    return "is a URL that the site itself uses";
  }
  return is_possible_url(url) ? "" : "cannot be the address of a page";
}

Fault fault_of(const Corpus& corpus, const Claims& claims, const Page& page,
               const std::string& alias) {
  const std::string url = alias_url(alias);
  if (std::string fault = fault_of_url(alias, url); !fault.empty()) {
    return {std::move(fault)};
  }
  int own_claims = 0;
  const auto [begin, end] = claims.equal_range(to_lower(url));
  for (auto claim = begin; claim != end; ++claim) {
    const Page& other = *claim->second.page;
    if (&other != &page) {
      const std::string& path = corpus.path_of(other);
      return {(claim->second.own ? "is the URL of '" : "is also an alias of '") + path + "'", path};
    }
    if (claim->second.own) {
      return {.text = "is the page's own URL", .with_own_url = true};
    }
    ++own_claims;
  }
  return own_claims > 1 ? Fault{"is listed twice"}
                        : fault_of_folders(corpus, claims, to_lower(url));
}

std::vector<Finding> check(const CorpusContext& context) {
  const Corpus& corpus = context.corpus;
  const auto has_alias = [](const Page& page) { return !page.metadata.aliases.empty(); };
  if (std::ranges::none_of(corpus.pages, has_alias)) return {};
  const Claims claims = collect_claims(corpus);
  std::vector<Finding> findings;
  for (const Page& page : corpus.pages) {
    for (const auto& alias : page.metadata.aliases) {
      const Fault fault = fault_of(corpus, claims, page, alias.value);
      if (!fault.text.empty()) {
        findings.push_back({.span = place_or_front_matter(alias.span, corpus.document_of(page)),
                            .message = "the alias '" + alias.value + "' " + fault.text,
                            .help = "remove it, or give it to one page alone",
                            .subject = alias.value,
                            .fix = std::nullopt,
                            .path = corpus.path_of(page),
                            .references = references_of(fault)});
      }
    }
  }
  return findings;
}

}  // namespace

const Rule& alias_conflict_rule() {
  static const Rule rule = {
      .code = "RB308",
      .name = "alias-conflict",
      .recommended = Severity::error,
      .summary = "an alias is the URL of another page or also its alias",
      .why =
          "An alias is an old URL that leads to the page that took its place. If a "
          "living page has that URL, or two pages claim it, somebody's bookmark opens "
          "the wrong runbook.\n\n"
          "Aliases are paths within the site, with or without a leading `/`: "
          "`old/failover.html`, `old/failover.md` and `/old/failover/`.",
      .bad = {"=== db/failover.md\n"
              "---\n"
              "aliases: [db/switch.md]\n"
              "---\n"
              "# Fail over\n"
              "=== db/switch.md\n"
              "# Switch over\n"},
      .good = {"=== db/failover.md\n"
               "---\n"
               "aliases: [db/old-switch.md]\n"
               "---\n"
               "# Fail over\n"
               "=== db/switch.md\n"
               "# Switch over\n"},
      .check_corpus = check};
  return rule;
}

}  // namespace runbookc
