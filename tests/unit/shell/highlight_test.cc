#include "shell/highlight.h"

#include <catch2/catch.hpp>

#include "shell/placeholder_ranges.h"

using namespace runbookc;

namespace {

// The text with a letter and brackets around what is coloured: `p{ls} o{-l}`.
std::string shown(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Highlight& highlight : highlight_shell(text, placeholder_ranges(text))) {
    REQUIRE(highlight.range.begin >= at);
    REQUIRE(highlight.range.end > highlight.range.begin);
    out += text.substr(at, highlight.range.begin - at);
    out += "posvcxk"[static_cast<std::size_t>(highlight.kind)];
    out += '{';
    out += text.substr(highlight.range.begin, highlight.range.size());
    out += '}';
    at = highlight.range.end;
  }
  return out += text.substr(at);
}

}  // namespace

TEST_CASE("a program, its options and its strings have colours, plain words have none") {
  CHECK(shown("kubectl -n orders get pods") == "p{kubectl} o{-n} orders get pods");
  CHECK(shown("ls --sort=size -1 - --") == "p{ls} o{--sort}=size o{-1} - o{--}");
  CHECK(shown("echo 'a' \"b\" $'c\\'d' e\\ f") == "p{echo} s{'a'} s{\"b\"} s{$'c\\'d'} e\\ f");
  CHECK(shown("sudo kubectl y; sudo -u root ls") ==
        "p{sudo} p{kubectl} yx{;} p{sudo} o{-u} root ls");
}

TEST_CASE("a quote ends its piece where a variable begins") {
  CHECK(shown("echo \"a $B ${C:-d} e\"") == "p{echo} s{\"a }v{$B}s{ }v{${C:-d}}s{ e\"}");
  CHECK(shown("echo $1 $? $$x $ \"$\"") == "p{echo} v{$1} v{$?} v{$$}x $ s{\"$\"}");
  CHECK(shown("echo \"${A:-\"b\"}\"") == "p{echo} s{\"}v{${A:-}s{\"b\"}v{}}s{\"}");
}

TEST_CASE("commands in commands have programs of their own") {
  CHECK(shown("a \"$(b -c \"d\")e\" f") == "p{a} s{\"}x{$(}p{b} o{-c} s{\"d\"}x{)}s{e\"} f");
  CHECK(shown("x=`date +%s` y") == "v{x}=x{`}p{date} +%sx{`} p{y}");
  CHECK(shown("$(a) b | (c && d) &") == "x{$(}p{a}x{)} b x{|} x{(}p{c} x{&&} p{d}x{)} x{&}");
  CHECK(shown("diff <(a) >(b)") == "p{diff} x{<(}p{a}x{)} x{>(}p{b}x{)}");
  CHECK(shown("\"$X\"/bin-x#y -z") == "s{\"}v{$X}s{\"}/bin-x#y o{-z}");
}

TEST_CASE("assignments, loops, cases and functions are told apart") {
  CHECK(shown("A=1 B+=\"x\"y c D=2") == "v{A}=1 v{B}+=s{\"x\"}y p{c} D=2");
  CHECK(shown("a=(b c) d") == "v{a}=x{(}b cx{)} p{d}");
  CHECK(shown("for p in a b; do ls $p; done") ==
        "k{for} v{p} k{in} a bx{;} k{do} p{ls} v{$p}x{;} k{done}");
  CHECK(shown("for ((i=0; i<3; i++)); do x; done") ==
        "k{for} x{((}i=0; i<3; i++x{))}x{;} k{do} p{x}x{;} k{done}");
  CHECK(shown("if ! a; then b; else c; fi >d") ==
        "k{if} k{!} p{a}x{;} k{then} p{b}x{;} k{else} p{c}x{;} k{fi} x{>}d");
  CHECK(shown("case $x in (a|b*) c;; *) d; esac; e") ==
        "k{case} v{$x} k{in} x{(}ax{|}b*x{)} p{c}x{;;} *x{)} p{d}x{;} k{esac}x{;} p{e}");
  CHECK(shown("f() { a; }; function g { b; }") ==
        "p{f}x{()} k{{} p{a}x{;} k{}}x{;} k{function} p{g} k{{} p{b}x{;} k{}}");
  CHECK(shown("[[ -f x && $a == b ]] || exit 1") ==
        "k{[[} o{-f} x x{&&} v{$a} == b k{]]} x{||} p{exit} 1");
}

TEST_CASE("redirections are operators and their targets no programs") {
  CHECK(shown(">out <in ls 2>&1 >>x&") == "x{>}out x{<}in p{ls} 2x{>&}1 x{>>}xx{&}");
  CHECK(shown("a &>b; c <<<d") == "p{a} x{&>}bx{;} p{c} x{<<<}d");
}

TEST_CASE("a here-document has no colours but those of its variables") {
  CHECK(shown("cat <<EOF >x\nif $A ${B} \\$C \"d\nEOF\nls") ==
        "p{cat} x{<<}EOF x{>}x\nif v{$A} v{${B}} \\$C \"d\nEOF\np{ls}");
  CHECK(shown("cat <<-'E F' | b\n$A\n\tE F\nls") ==
        "p{cat} x{<<-}'E F' x{|} p{b}\n$A\n\tE F\np{ls}");
  CHECK(shown("a <<X\nno end $y") == "p{a} x{<<}X\nno end v{$y}");
}

TEST_CASE("comments begin at words, and continue a command") {
  CHECK(shown("a#b # c 'd\n# e\nf") == "p{a#b} c{# c 'd}\nc{# e}\np{f}");
  CHECK(shown("a \\\n  -b \\\n  c") == "p{a} \\\n  o{-b} \\\n  c");
}

TEST_CASE("a placeholder is text, whatever is in it") {
  CHECK(shown("<your program> -n <name space> >x") == "p{<your program>} o{-n} <name space> x{>}x");
  CHECK(shown("a --b=<c> \"<d $e>\" \"<customer's id>\"") ==
        "p{a} o{--b}=<c> s{\"<d }v{$e}s{>\"} s{\"<customer's id>\"}");
}

TEST_CASE("what is never closed is coloured to its end") {
  CHECK(shown("a \"b $(c 'd") == "p{a} s{\"b }x{$(}p{c} s{'d}");
  CHECK(shown("a ${b") == "p{a} v{${b}");
  CHECK(shown("a $((1 + (2") == "p{a} x{$((}1 + (2");
  CHECK(shown("case x in a<b;") == "k{case} x k{in} a<b;");
  CHECK(shown("\\") == "p{\\}");
  CHECK(shown("").empty());
}

TEST_CASE("any bytes end, and nesting costs no stack") {
  const std::string alphabet = "a $(){}\"'`\\\n;&|<>#-=[]!x\x80";
  std::uint32_t state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525U + 1013904223U;
      text += alphabet[(state >> 16) % alphabet.size()];
    }
    shown(text);
  }
  for (const std::string_view part :
       {"$(", "\"$(", "${a:-\"", "`a ", "((", "case x in a) ", "<<E "}) {
    std::string text;
    while (text.size() < 400'000) text += part;
    CHECK(highlight_shell(text).size() <= text.size());
  }
}
