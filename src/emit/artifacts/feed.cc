// Atom (RFC 4287): what was reviewed or changed last. Ids and links must be absolute there, so it
// needs the site's base_url. Its days are those that the documents give; no clock is read.
#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "emit/site_urls.h"
#include "emit/site_view.h"
#include "emit/xml_text.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxEntries = 50;

// The last day on which somebody looked at the page or changed it.
std::optional<Date> touched(const Page& page) {
  std::optional<Date> day = page.review.last_reviewed;
  for (const auto& other : {page.metadata.last_updated, page.metadata.last_tested}) {
    if (other && (!day || other->value > *day)) day = other->value;
  }
  return day;
}

// The latest first; ties in the order of their paths. A day that is yet to come is a slip (RB505).
std::vector<Index> latest_pages(const Corpus& corpus) {
  std::vector<Index> pages;
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    const auto day = corpus.pages[i].published ? touched(corpus.pages[i]) : std::nullopt;
    if (day && *day <= corpus.today) pages.push_back(i);
  }
  std::ranges::stable_sort(pages, std::greater{},
                           [&](Index i) { return *touched(corpus.pages[i]); });
  if (pages.size() > kMaxEntries) pages.resize(kMaxEntries);
  return pages;
}

std::string element(std::string_view name, std::string_view text) {
  const std::string tag(name);
  return "<" + tag + ">" + xml_text(text) + "</" + tag + ">";
}

std::string moment(Date day) { return element("updated", format_date(day) + "T00:00:00Z"); }

std::string link(std::string_view relation, std::string_view type, std::string_view url) {
  return "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\" href=\"" +
         xml_text(url) + "\"/>";
}

std::string entry(const SiteInput& input, const Page& page) {
  const Corpus& corpus = input.corpus;
  const std::string url = corpus.config.site.base_url + percent_encode_path(page.url);
  std::string out = "<entry>\n" + element("id", url) + "\n" + element("title", page.title) + "\n" +
                    moment(*touched(page)) + "\n" + link("alternate", "text/html", url) + "\n";
  for (std::size_t i = 0; i < page.metadata.owners.size(); ++i) {
    const Index found = i < page.owners.size() ? page.owners[i] : kNone;
    const std::string& name =
        found == kNone ? page.metadata.owners[i].value : corpus.owners.owners()[found].name;
    out += "<author>" + element("name", name) + "</author>\n";
  }
  const std::string_view word =
      touched(page) == page.review.last_reviewed ? "feed.reviewed" : "feed.changed";
  const std::string day = site_words(input).date(*touched(page));
  const std::string fact = site_words(input).fill(word, {{"date", day}});
  const std::string summary = page.summary.empty() ? fact : fact + " " + page.summary;
  return out + element("summary", shortened(summary)) + "\n</entry>\n";
}

std::string feed_xml(const SiteInput& input) {
  const Corpus& corpus = input.corpus;
  const SiteConfig& site = corpus.config.site;
  const std::string own = site.base_url + std::string(kFeedUrl);
  const std::vector<Index> pages = latest_pages(corpus);
  const Date latest = pages.empty() ? corpus.today : *touched(corpus.pages[pages.front()]);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      xml_text(site.language) + "\">\n" + element("id", own) + "\n" + element("title", site.title) +
      "\n" + moment(latest) + "\n" + link("self", "application/atom+xml", own) + "\n" +
      link("alternate", "text/html", site.base_url) + "\n<author>" + element("name", site.title) +
      "</author>\n" + "<generator uri=\"https://runbookc.dev/\">runbookc</generator>\n";
  for (const Index page : pages) out += entry(input, corpus.pages[page]);
  return out += "</feed>\n";
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  if (input.corpus.config.site.base_url.empty()) return {};
  return {{std::string(kFeedUrl), [&input] { return feed_xml(input); }, ""}};
}

}  // namespace

const ArtifactMaker& feed_artifact() {
  static const ArtifactMaker maker = {
      .name = "feed",
      .description = "what was reviewed or changed last, for feed readers; needs site.base_url",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
