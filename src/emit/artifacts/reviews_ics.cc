// iCalendar (RFC 5545). Clock-free: the stamp of every event is the day that the site was built
// for.
#include <algorithm>

#include "base/digest.h"
#include "base/path.h"
#include "base/text.h"
#include "base/version.h"
#include "emit/json_document.h"
#include "emit/review_list.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

constexpr std::size_t kLineOctets = 75;  // section 3.1

// A content line, folded between code points.
void append_line(std::string& out, std::string_view line) {
  std::size_t room = kLineOctets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80) --cut;
    out.append(line.substr(0, cut)) += "\r\n ";
    line.remove_prefix(cut);
    room = kLineOctets - 1;
  }
  out.append(line) += "\r\n";
}

// Section 3.3.11; other controls are not allowed in a TEXT.
std::string ics_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      (out += '\\') += c;
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out;
}

std::string ics_date(Date date) { return replace_all(format_date(date), "-", ""); }

void append_event(std::string& out, const SiteInput& input, const Page& page) {
  const Corpus& corpus = input.corpus;
  const std::string title = site_words(input).fill("calendar.review", {{"title", page.title}});
  append_line(out, "BEGIN:VEVENT");
  append_line(out, "UID:" + hash_hex(page.id) + "@runbookc");
  append_line(out, "DTSTAMP:" + ics_date(corpus.today) + "T000000Z");
  append_line(out, "DTSTART;VALUE=DATE:" + ics_date(*page.review.due));
  append_line(out, "SUMMARY:" + ics_text(title));
  append_line(out, "DESCRIPTION:" +
                       ics_text(join(owner_ids(corpus, page), ", ") + "\n" + corpus.path_of(page)));
  if (!corpus.config.site.base_url.empty()) {
    append_line(out, "URL:" + corpus.config.site.base_url + percent_encode_path(page.url));
  }
  append_line(out, "TRANSP:TRANSPARENT");
  append_line(out, "END:VEVENT");
}

std::string reviews_ics(const SiteInput& input) {
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//runbookc//" + std::string(tool_version()) + "//EN");
  append_line(out, "CALSCALE:GREGORIAN");
  append_line(out, "X-WR-CALNAME:" + ics_text(input.corpus.config.site.title));
  for (const Index page : pages_by_review(input.corpus, false)) {
    append_event(out, input, input.corpus.pages[page]);
  }
  append_line(out, "END:VCALENDAR");
  return out;
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{"_/reviews.ics", [&input] { return reviews_ics(input); }, ""}};
}

}  // namespace

const ArtifactMaker& reviews_ics_artifact() {
  static const ArtifactMaker maker = {
      .name = "reviews_ics",
      .description = "the dates by which pages are due for review, as a calendar",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
