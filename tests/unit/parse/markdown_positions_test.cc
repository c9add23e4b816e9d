// Every combination of construct, container, line ending, prefix and offset; the expected places
// are marked in the text that the document is made of, so that they are known by construction.
#include <array>
#include <catch2/catch.hpp>
#include <ostream>

#include "base/unicode.h"
#include "unit/parse/markdown_reading.h"

namespace runbookc {

std::ostream& operator<<(std::ostream& out, const Span& span);
std::ostream& operator<<(std::ostream& out, const Span& span) {
  return out << span.start.line << ':' << span.start.column << '-' << span.end.line << ':'
             << span.end.column;
}

namespace {

// Marks in the templates: the construct from 1 to 2, its target or content from 3 to 4, and 5 for
// where text may stand before it.
constexpr char kFirstMark = '\x01';
constexpr char kLastMark = '\x04';
constexpr char kTextMark = '\x05';

enum class What { heading, link, code, cell, item, table, anchor };

struct Construct {
  const char* name;
  What what;
  const char* text;
};

const std::vector<Construct> kConstructs{
    {"heading", What::heading, "\x01## Head *x* `y`\x02"},
    {"closed heading", What::heading, "\x01## Head ##\x02"},
    {"setext heading", What::heading, "\x01\x05Head\nmore\n===\x02"},
    {"inline link", What::link, "\x05\x01[a *b*](\x03u/v\x04 \"t\")\x02 after"},
    {"pointy link", What::link, "\x05\x01[a](<\x03u v\x04>)\x02 after"},
    {"image", What::link, "\x05\x01![a [b] c](\x03u.png\x04)\x02"},
    {"brackets in text", What::link, "\x05[x] \\[y \x01[a [b](c d) e](\x03u(v)w\x04)\x02"},
    {"autolink", What::link, "\x05\x01<\x03https://x.org/a\x04>\x02 b"},
    {"autolink on a later line", What::link, "\x05one\ntwo \x01<\x03https://x.org/a\x04>\x02 b"},
    {"bare address", What::link, "\x05(\x01\x03https://x.org/a_b?c=d\x04\x02)."},
    {"www address", What::link, "\x05see \x01\x03www.x.org\x04\x02, b"},
    {"html link", What::link, "\x05\x01<a href=\"\x03u\x04\">b c</a>\x02 d"},
    {"full reference", What::link, "\x05\x01[a][The  Ref]\x02\n\n[the ref]: \x03u/v\x04 'title'"},
    {"collapsed reference", What::link, "\x05\x01[a *b*][]\x02\n\n[a *b*]: <\x03u\x04>"},
    {"shortcut reference", What::link, "\x05\x01[a]\x02 x\n\n[b]: q\n[a]:\n \x03u\x04\n[c]: r"},
    {"definitions first", What::link, "[b]: q\n[a]: \x03u\x04\n\x05one \x01[a]\x02"},
    {"link over line ends", What::link, "\x05x \x01[a\nb](\x03u\x04\n\"t\nt\")\x02 c"},
    {"link after a tail over line ends", What::link,
     "\x05![a](u\n\"t\nt\") x \x01[a](\x03v\x04)\x02"},
    {"after a code span over a line end", What::link,
     "\x05`a [b](c)\n d` e \x01[f](\x03g\x04)\x02"},
    {"after a tag over a line end", What::link, "\x05<b\ntitle=\"[q](r)\"> \x01[f](\x03g\x04)\x02"},
    {"after an escaped line end", What::link,
     "\x05"
     "a\\\nb \x01[f](\x03g\x04)\x02"},
    {"after a hard break", What::link,
     "\x05"
     "a  \nb\n`c` \x01[f](\x03g\x04)\x02"},
    {"after marks", What::link, "\x05***a* b ** ` ``` ~~c~~ &amp; \\* \x01[f](\x03g\x04)\x02"},
    {"fence", What::code, "\x01```sh\n\x03ls\n  x\n\ny\x04\n```\x02"},
    {"tilde fence", What::code, "\x01~~~\n\x03``` \n\x04\n~~~~\x02"},
    {"cell", What::cell, "| a | b |\n|---|:-:|\n| c | \x01\x05[x](y)\x02 |"},
    {"cell with escaped pipes", What::cell, "a \\| b|\x01`c\\|d` \\| e\x02|\n-|-"},
    {"table", What::table, "\x01| a | b |\n|---|---|\n| c | d |\x02"},
    {"link after an escaped pipe", What::link,
     "| a |\n|---|\n| \x05p\\|q `\\|` \x01[f](\x03g\x04)\x02 \\| |"},
    {"list item", What::item, "\x01- \x05one\n  two\x02"},
    {"named anchor", What::anchor, "\x05\x01<a id=\"here\">\x02</a> b"},
};

struct Container {
  const char* name;
  const char* first;
  const char* rest;
  const char* blank;
};

constexpr std::array kContainers{
    Container{"none", "", "", ""},
    Container{"list", "- ", "  ", ""},
    Container{"ordered list", "12. ", "    ", ""},
    Container{"nested list", "- 1. ", "     ", ""},
    Container{"quote", "> ", "> ", ">"},
    Container{"list in quote", "> * ", ">   ", ">"},
    Container{"quote in list", "+ > ", "  > ", "  >"},
    Container{"list with a tab", "-\t", "\t", ""},
    Container{"quote with a tab in a list", "- >\t", "  >\t", "  >"},
};

std::string in_container(std::string_view text, const Container& container) {
  std::string result = container.first;
  for (std::size_t at = 0; at < text.size(); ++at) {
    result.push_back(text[at]);
    if (text[at] != '\n') continue;
    // A mark may stand before a blank line's end.
    const std::size_t next = text.find_first_not_of("\x01\x02\x03\x04\x05", at + 1);
    const bool blank = next != std::string_view::npos && text[next] == '\n';
    result += blank ? container.blank : container.rest;
  }
  return result;
}

std::string with_endings(std::string_view text, std::string_view ending) {
  std::string result;
  for (const char c : text) c == '\n' ? void(result.append(ending)) : result.push_back(c);
  return result;
}

struct Marked {
  std::string bytes;
  std::array<Position, 5> marks{};
};

// Takes the marks out and notes where they stood; counts lines and columns by itself.
Marked take_marks(std::string_view text, std::string_view prefix) {
  Marked marked;
  Position place{1, 1};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == kTextMark) {
      marked.bytes += prefix;
      place.column += static_cast<std::uint32_t>(count_code_points(prefix));
    } else if (c >= kFirstMark && c <= kLastMark) {
      marked.marks[static_cast<std::size_t>(c)] = place;
    } else {
      marked.bytes.push_back(c);
      const bool ends = c == '\n' || (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
      if (ends) {
        place = {place.line + 1, 1};
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != '\r') {
        ++place.column;
      }
    }
  }
  return marked;
}

struct Found {
  Span span;
  Span inner;
};

template <typename Range, typename Predicate>
Found last_block(const Range& blocks, Predicate predicate) {
  Found found;
  for (const Block& block : blocks) {
    if (predicate(block)) found.span = block.span;
  }
  return found;
}

Found find(const Document& document, What what) {
  switch (what) {
    case What::heading:
      return {document.sections.at(0).span, {}};
    case What::link:
      return {document.links.back().span, document.links.back().target_span};
    case What::code:
      return {document.code_blocks.at(0).span, document.code_blocks.at(0).content};
    case What::anchor:
      return {document.anchors.at(0).span, {}};
    case What::table:
      return last_block(document.blocks, [](const Block& b) { return b.kind == BlockKind::table; });
    case What::cell:
      return last_block(document.blocks, [](const Block& b) { return b.kind == BlockKind::cell; });
    case What::item:
      return last_block(document.blocks, [](const Block& b) { return b.kind == BlockKind::item; });
  }
  return {};
}

}  // namespace

TEST_CASE("Every construct has its exact place in every container") {
  int cases = 0;
  const std::array<std::string_view, 3> endings{"\n", "\r\n", "\r"};
  const std::array<std::string_view, 3> prefixes{"", "é漢🔁 ", "w\t`é` "};
  const std::array<std::string_view, 2> fronts{"", "---\ntitle: é\n---\n"};
  for (const Construct& construct : kConstructs) {
    for (const Container& container : kContainers) {
      for (const std::string_view ending : endings) {
        for (const std::string_view prefix : prefixes) {
          for (const std::string_view front : fronts) {
            const std::string text =
                std::string(front) + in_container(construct.text, container) + "\n";
            const Marked marked = take_marks(with_endings(text, ending), prefix);
            const auto begin = static_cast<std::uint32_t>(with_endings(front, ending).size());
            INFO(construct.name << " in " << container.name << ":\n" << marked.bytes);
            const Reading reading = read_markdown(marked.bytes, {}, begin);
            const Document& document = reading.document;
            const bool missing = (construct.what == What::link && document.links.empty()) ||
                                 (construct.what == What::heading && document.sections.empty()) ||
                                 (construct.what == What::code && document.code_blocks.empty()) ||
                                 (construct.what == What::anchor && document.anchors.empty());
            REQUIRE_FALSE(missing);
            const Found found = find(document, construct.what);
            ++cases;
            CHECK(found.span == Span{marked.marks[1], marked.marks[2]});
            if (marked.marks[3].line != 0) {
              CHECK(found.inner == Span{marked.marks[3], marked.marks[4]});
            }
          }
        }
      }
    }
  }
  CHECK(cases >= 300);
}

}  // namespace runbookc
