#include "parse/html_policy.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/parse/markdown_reading.h"

namespace runbookc {
namespace {

std::string html_of(std::string markdown) {
  return read_markdown(std::move(markdown)).document.html;
}

}  // namespace

TEST_CASE("Tokens cover the HTML without gaps") {
  const std::string html = "a<b x='1'>c</B><!-- d --><?e?><!F><script>g</script>&amp;< h <i j=\"";
  std::uint32_t done = 0;
  for (const HtmlToken& token : scan_html(html)) {
    CHECK(token.range.begin == done);
    done = token.range.end;
  }
  CHECK(done == html.size());
}

TEST_CASE("Only listed attributes of listed tags survive") {
  const auto tokens =
      scan_html("<img src='a&amp;b.png' onerror=x width=10 height=9em alt=\"q\" style='x'>");
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].kind == HtmlTokenKind::allowed_tag);
  CHECK(tokens[0].href == "a&b.png");
  CHECK(tokens[0].alt == "q");
  CHECK(tokens[0].attribute_html == " width=\"10\"");
}

TEST_CASE("Refused tags show as text, whatever their case and spelling") {
  for (const std::string tag : {"<script>", "<SCRIPT src=x>", "<iframe>", "<style>", "<center>",
                                "<svg/onload=x>", "<form>", "<input>", "<object>", "<base>"}) {
    INFO(tag);
    const std::string html = html_of("x " + tag + " y\n\n" + tag + "\n");
    CHECK(html.find("<" + tag.substr(1, 3)) == std::string::npos);
    CHECK(html.find("&lt;") != std::string::npos);
  }
}

TEST_CASE("Raw HTML is balanced at the end of its block or container") {
  CHECK(html_of("a <b>b\n\nc\n") == "<p>a <b>b</b></p>\n<p>c</p>\n");
  CHECK(html_of("> <div>\n> x\n\ny\n") ==
        "<blockquote>\n<div>\nx\n</div></blockquote>\n<p>y</p>\n");
  CHECK(html_of("*a <b>b* c</b>\n") == "<p><em>a <b>b</b></em> c&lt;/b&gt;</p>\n");
  CHECK(html_of("a <b><i>b</b></i>\n") == "<p>a <b><i>b</i></b>&lt;/i&gt;</p>\n");
  CHECK(html_of("<details><summary>s</summary>\n\nx\n") ==
        "<details><summary>s</summary>\n<p>x</p>\n</details>");
}

TEST_CASE("Markdown within details works, and its end is seen") {
  CHECK(html_of("<details open>\n<summary>S</summary>\n\n**x**\n\n</details>\n\ny\n") ==
        "<details open>\n<summary>S</summary>\n<p><strong>x</strong></p>\n</details>\n<p>y</p>\n");
}

TEST_CASE("A paragraph tag around Markdown is ended early, and its end is not shown") {
  CHECK(html_of("<p align=\"center\">\n\nx\n\n</p>\n") == "<p>\n</p>\n<p>x</p>\n\n");
}

TEST_CASE("Tags that would break the page's structure show as text") {
  CHECK(html_of("x </div></p></li> y\n") == "<p>x &lt;/div&gt;&lt;/p&gt;&lt;/li&gt; y</p>\n");
  CHECK(html_of("<td>x\n").find("<td>") == std::string::npos);
  CHECK(html_of("<li>x\n").find("<li>") == std::string::npos);
  CHECK(html_of("x <div>y\n") == "<p>x &lt;div&gt;y</p>\n");
  CHECK(html_of("[a <a href=\"x\">b</a>](c)\n").find("</a></a>") == std::string::npos);
}

TEST_CASE("Scripts and data in targets never become links") {
  for (const std::string target : {"javascript:alert(1)", "JaVaScript:x", "vbscript:x",
                                   "data:text/html,x", "java&#10;script:x", "&#1;javascript:x"}) {
    INFO(target);
    CHECK(html_of("[a](" + target + ")\n").find("<a") == std::string::npos);
    CHECK(html_of("![a](" + target + ")\n").find("<img") == std::string::npos);
    CHECK(html_of("<a href=\"" + target + "\">b</a>\n").find("<a") == std::string::npos);
    CHECK(html_of("<" + target + ">\n").find("<a") == std::string::npos);
  }
  CHECK_FALSE(is_unsafe_target("javascript.html"));
  CHECK_FALSE(is_unsafe_target("data/x:y"));
  CHECK_FALSE(is_unsafe_target("https://x.org/javascript:x"));
}

TEST_CASE("An id that a heading has is not written twice") {
  const std::string html = html_of("## Here\n\n<a id=\"here\"></a><a name=\"there\"></a>\n");
  CHECK(html.find("<a id=\"here\"") == std::string::npos);
  CHECK(html.find("<a id=\"there\"") != std::string::npos);
}

TEST_CASE("Named anchors are recorded with their places") {
  const Reading page = read_markdown("## Here\n\nx <a name=\"one\"></a>\n\n<a id='two'></a>\n");
  REQUIRE(page.document.anchors.size() == 2);
  CHECK(page.document.anchors[0].name == "one");
  CHECK(page.document.anchors[0].span.start == Position{3, 3});
  CHECK(page.document.anchors[1].name == "two");
  CHECK(page.document.anchors[1].span.start == Position{5, 1});
}

TEST_CASE("Unclosed comments and declarations show as text") {
  CHECK(html_of("x <!-- y\n").find("&lt;!-- y") != std::string::npos);
  CHECK(html_of("<!-- y\n\nz\n").find("&lt;!-- y") != std::string::npos);
  CHECK(html_of("x <!-- y --> z\n") == "<p>x  z</p>\n");
}

TEST_CASE("a paragraph that warns has a class, and none in an alert, which stands out already") {
  const std::string html = html_of("WARNING: <b>x</b>\n\n> [!WARNING]\n> Note: y\n\nz\n");
  CHECK(html.find("<p class=\"callout callout-warning\">WARNING: ") != std::string::npos);
  CHECK(html.find("<p>Note: y</p>") != std::string::npos);
  CHECK(html.find("<p>z</p>") != std::string::npos);
}

}  // namespace runbookc
