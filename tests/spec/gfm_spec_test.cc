// Runs every example of the GitHub Flavored Markdown specification through our parser and renderer.
// What we do otherwise on purpose is listed, one by one, with the reason; a listed example that
// comes out as the specification has it fails too.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "parse/markdown.h"
#include "spec/gfm_deviations.h"

namespace runbookc {
namespace {

struct Example {
  int number = 0;
  std::string markdown;
  std::string html;
};

std::vector<Example> read_examples() {
  std::ifstream file(RUNBOOKC_SOURCE_DIR "/tests/spec/gfm-0.29.txt");
  const std::string fence(32, '`');
  std::vector<Example> examples;
  enum { prose, markdown, html } part = prose;
  for (std::string line; std::getline(file, line);) {
    if (part == prose && line.starts_with(fence + " example")) {
      examples.push_back({static_cast<int>(examples.size()) + 1, {}, {}});
      part = markdown;
    } else if (part == markdown && line == ".") {
      part = html;
    } else if (part == html && line == fence) {
      part = prose;
    } else if (part != prose) {
      std::string& text = part == markdown ? examples.back().markdown : examples.back().html;
      text += replace_all(line, "→", "\t") + "\n";
    }
  }
  return examples;
}

// As cmark writes an href: what is safe in a URL stays, the rest becomes %XX.
std::string escape_href(std::string_view url) {
  std::string result;
  for (const char c : url) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '&') {
      result += "&amp;";
    } else if (c == '\'') {
      result += "&#x27;";
    } else if (letter ||
               std::string_view("-_.+!*(),%#@?=;:/$~").find(c) != std::string_view::npos) {
      result.push_back(c);
    } else {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      result += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return result;
}

std::string code_html(const CodeBlock& code) {
  std::string attribute;
  const std::string word = code.info.substr(0, code.info.find(' '));
  if (!word.empty()) attribute = " class=\"language-" + escape_html(word) + "\"";
  return "<pre><code" + attribute + ">" + escape_html(code.text) + "</code></pre>";
}

std::string fill_holes(const Document& document) {
  std::string html;
  std::size_t done = 0;
  for (const Relocation& hole : document.relocations) {
    html += document.html.substr(done, hole.offset - done);
    done = hole.offset;
    if (hole.kind == RelocationKind::code_block) {
      html += code_html(document.code_blocks[hole.index]);
    } else if (hole.kind == RelocationKind::link_href || hole.kind == RelocationKind::image_src) {
      html += escape_href(document.links[hole.index].target);
    }
  }
  return html + document.html.substr(done);
}

void erase_between(std::string& html, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = html.find(from, at)) != std::string::npos;) {
    const std::size_t end = html.find(to, at + from.size());
    html.erase(at, end + to.size() - at);
  }
}

// Our additions taken away, and void elements as the specification writes them.
std::string plain_html(std::string html) {
  erase_between(html, "<a class=\"permalink\"", "</a>");
  for (const char level : std::string_view("123456")) {
    const std::string tag = std::string("<h") + level;
    for (std::size_t at = 0; (at = html.find(tag + " id=", at)) != std::string::npos; ++at) {
      html.erase(at + 3, html.find('>', at) - at - 3);
    }
  }
  erase_between(html, "<div class=\"table-scroll\"", ">");
  erase_between(html, " id=\"step.", "\"");
  erase_between(html, " data-step=\"", "\"");
  const std::vector<std::pair<std::string, std::string>> changes{
      {"</table></div>", "</table>"},
      {" loading=\"lazy\">", " />"},
      {"<hr>", "<hr />"},
      {"<br>", "<br />"},
      {"class=\"align-", "align=\""},
      {"<li class=\"task\"><input type=\"checkbox\" disabled>",
       "<li><input disabled=\"\" type=\"checkbox\">"},
      {"<li class=\"task\"><input type=\"checkbox\" checked disabled>",
       "<li><input checked=\"\" disabled=\"\" type=\"checkbox\">"}};
  for (const auto& [ours, theirs] : changes) html = replace_all(html, ours, theirs);
  return std::string(trim(html));
}

std::string render(const std::string& markdown) {
  // A dropped comment first: a heading of level 1 that opens the body is left out of the HTML.
  const SourceFile file("spec.md", "<!-- -->\n\n" + markdown);
  Document document;
  parse_markdown(file, 0, {}, document);
  return plain_html(fill_holes(document));
}

}  // namespace

TEST_CASE("The GFM specification's examples render as written, listed deviations apart") {
  const std::vector<Example> examples = read_examples();
  REQUIRE(examples.size() == 673);
  const std::map<int, std::string> deviations = gfm_deviations();
  for (const Example& example : examples) {
    const std::string ours = render(example.markdown);
    const std::string theirs = std::string(trim(example.html));
    INFO("example " << example.number << ":\n" << example.markdown);
    if (const auto listed = deviations.find(example.number); listed != deviations.end()) {
      INFO("listed as a deviation, but it passes: " << listed->second);
      CHECK(ours != theirs);
    } else {
      CHECK(ours == theirs);
    }
  }
}

}  // namespace runbookc
