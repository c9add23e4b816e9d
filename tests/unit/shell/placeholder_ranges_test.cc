#include "shell/placeholder_ranges.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("angle brackets around words are placeholders") {
  const std::string text = "get <pod-name> -n <your ns> --as=<a|b>";
  const auto found = placeholder_ranges(text);
  CHECK(found == std::vector<ByteRange>{{4, 14}, {18, 27}, {33, 38}});
}

TEST_CASE("redirections are no placeholders") {
  const std::string text =
      GENERATE("a <file", "a < file", "cat <in >out", "cat <in>out", "x <(cmd)", "x <<EOF >f",
               "x <<<y", "a <in >>out", "a 2>&1 <b", "a <in 2>/dev/null", "a <in 2> log",
               "a <in 2>&1", "[[ a < b ]]", "[[ a <b || c> d ]]", "(( i < n ))",
               "# don't\na <in 2>&1", "cat <<-EOF >f\nEOF", "a \\<b>", "grep '\\<a\\>'");
  CAPTURE(text);
  CHECK(placeholder_ranges(text).empty());
}

TEST_CASE("quotes hide no placeholder") {
  const auto text = GENERATE(as<std::string>(), "<node 2>/x", "<x>", "<a|b>, c");
  const std::uint32_t size = static_cast<std::uint32_t>(text.find('>')) + 1;
  CAPTURE(text);
  CHECK(placeholder_ranges("a '" + text + "'") == std::vector<ByteRange>{{3, 3 + size}});
  CHECK(placeholder_ranges("a \"" + text + "\"") == std::vector<ByteRange>{{3, 3 + size}});
}

TEST_CASE("elements of XML and groups of patterns are no placeholders") {
  const std::string text =
      GENERATE("a '<b>x</b>'", "a '<b> </b>'", "a '<x/>'", "a '<n:b><c/>'", "a <<E\n<b> x </b>\nE",
               "grep '<error>' a.xml", "grep -P '(?<name>x)'", "a '<b c=\"d\"> </b>'");
  CAPTURE(text);
  CHECK(placeholder_ranges(text).empty());
}

TEST_CASE("what is closed elsewhere does not make an element") {
  CHECK(placeholder_ranges("a '</b>' <b>/c") == std::vector<ByteRange>{{9, 12}});
  CHECK(placeholder_ranges("a '</b>'\nb '<b>'") == std::vector<ByteRange>{{12, 15}});
  CHECK(placeholder_ranges("a <<E # it's\ndon't </b>\nE\n'<b>'") ==
        std::vector<ByteRange>{{27, 30}});
}

TEST_CASE("a choice in square brackets is no pipe, and backquotes in a placeholder run nothing") {
  CHECK(placeholder_ranges("a /[user|group]/x") == std::vector<ByteRange>{{3, 15}});
  CHECK(placeholder_ranges("a %2f[project name]") == std::vector<ByteRange>{{5, 19}});
  CHECK(placeholder_ranges("[ -f x ] && [[ a == b ]] && ls [a-z]* [ab]").empty());
  CHECK(placeholder_ranges("a '[user|group]' [a|b] [ a|b ]").empty());
  CHECK(placeholder_ranges("a <key of `b -c`>") == std::vector<ByteRange>{{2, 17}});
  CHECK(placeholder_ranges("a <b `c>` d").empty());
}

TEST_CASE("a number ends a placeholder where no file follows") {
  CHECK(placeholder_ranges("drain <node 2>\nb") == std::vector<ByteRange>{{6, 14}});
}

TEST_CASE("tags of template languages are placeholders") {
  const auto tag =
      GENERATE(as<std::string>(), "<%= a.b[:c] %>", "<% x -%>", "{{< param \"a b\" >}}",
               "{{% x %}}", "{{ host | upper }}", "{{ .Values.host }}");
  const std::uint32_t size = static_cast<std::uint32_t>(tag.size());
  CAPTURE(tag);
  CHECK(placeholder_ranges("a " + tag + "/x >f") == std::vector<ByteRange>{{2, 2 + size}});
}

TEST_CASE("what only looks like a tag is none, nor is one in a here-document") {
  const std::string text = GENERATE("a <%b", "a <% >b", "a {{<b", "a {{ . }} >b", "a {{ .1 }} >b",
                                    "a {{ end }} >b", "cat <<E\n<%= x %> {{< y >}}\nE",
                                    "a '{{ x }}'", "a <%=\n%>", "a <%= %>", "{ a; }; { b; }");
  CAPTURE(text);
  CHECK(placeholder_ranges(text).empty());
}

TEST_CASE("a tag in quotes is a placeholder") {
  CHECK(placeholder_ranges("a \"x <%= y %>\"") == std::vector<ByteRange>{{5, 13}});
}
