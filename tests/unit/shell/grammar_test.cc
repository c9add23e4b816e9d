#include "shell/grammar.h"

#include <catch2/catch.hpp>

#include "shell/placeholder_ranges.h"

using namespace runbookc;

namespace {

std::vector<std::string> statements(const std::string& text) {
  std::vector<std::string> found;
  for (const ShellStatement& statement : parse_shell(text).statements)
    found.push_back(text.substr(statement.range.begin, statement.range.size()));
  return found;
}

std::string error(const std::string& text) {
  const auto found = parse_shell(text).error;
  return found ? std::to_string(found->range.begin) + " " + found->message : "";
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a statement is what one pastes") {
  CHECK(statements("a; b && c  # why\n\n# above\nd &\n") == Strings{"a; b && c", "d &"});
  CHECK(statements("cat <<A <<-'B' | x\none\nA\n\ttwo\n\tB\nnext") ==
        Strings{"cat <<A <<-'B' | x\none\nA\n\ttwo\n\tB", "next"});
  CHECK(statements("if a; then\n  b\nfi\nc \\\n  d\r\ne;\n") ==
        Strings{"if a; then\n  b\nfi", "c \\\n  d", "e"});
  CHECK(statements("$(a) b\nX=$(c) d; \"`e` $(f)\"\n") ==
        Strings{"$(a) b", "X=$(c) d; \"`e` $(f)\""});
  CHECK(statements("time -p\ntime -p --; time") == Strings{"time -p", "time -p --; time"});
  CHECK(statements("x=$(cat <<A\nit's )\nA) y\nz") == Strings{"x=$(cat <<A\nit's )\nA) y", "z"});
  CHECK(statements("python -c \"\nprint(1)\n\"\nx") == Strings{"python -c \"\nprint(1)\n\"", "x"});
}

TEST_CASE("an error spares what stands before and after it") {
  CHECK(statements("a\nfi\nb") == Strings{"a", "fi", "b"});
  CHECK(statements("$((a; $(b) (c)\nd") == Strings{"$((a; $(b) (c)\nd"});
  CHECK(statements("a[; $((i $(b); (c\nd) $(e)+)[") == Strings{"a[; $((i $(b); (c\nd) $(e)+)["});
  CHECK(statements("x\n\"${y[$(b | | c)]}\" d\ne") == Strings{"x", "\"${y[$(b | | c)]}\" d", "e"});
  CHECK(statements("a\necho 'x\nb\n") == Strings{"a", "echo 'x\nb"});
}

TEST_CASE("errors say what was found, where, and what is missing") {
  CHECK(error("a\nfi") == "2 unexpected 'fi': nothing is open that it could close");
  CHECK(error("if a; then fi") == "11 unexpected 'fi': a command is expected before it");
  CHECK(error("while a; do b; fi") == "15 unexpected 'fi': 'done' is expected");
  CHECK(error("echo \"x") == "5 the quote opened here is never closed");
  CHECK(error("echo 'x") == "5 the quote opened here is never closed");
  CHECK(error("echo $'x") == "6 the quote opened here is never closed");
  CHECK(error("echo `x") == "5 the backquote opened here is never closed");
  CHECK(error("a $(b") == "2 the '$(' opened here is never closed");
  CHECK(error("for i in a; b") == "12 'do' is expected, not 'b'");
  CHECK(error("while a; do b") == "0 the 'while' opened here is never closed");
  CHECK(error("a | | b") == "4 unexpected '|': a command is expected before it");
  CHECK(error("a |") == "2 a command is expected after this");
  CHECK(error("case x of") == "7 'in' is expected, not 'of'");
  CHECK(error("a )") == "2 unexpected ')': nothing is open that it could close");
  CHECK(error("a (b)") == "2 unexpected '(': in a word it must be quoted");
  CHECK(error("f() echo") ==
        "4 unexpected 'echo': the body of the function, as in '{ …; }', is expected");
  CHECK(error("function\n") ==
        "8 unexpected end of the line: the name of the function is expected");
  CHECK(error("a >") == "2 a file is expected after '>'");
  CHECK(error("[[ a ) ]]") == "5 unexpected ')': a test or ']]' is expected");
  CHECK(error("[[ a\n]]") == "4 unexpected end of the line: a test or ']]' is expected");
  CHECK(error("in a") == "0 unexpected 'in'");
  CHECK(error("coproc a done") == "9 unexpected 'done': a command is expected before it");
  CHECK(error("a > {b}< c") == "2 a file is expected after '>'");
  CHECK(error("[[ ( a ]]") == "7 ')' is expected before ']]'");
  CHECK(error("a | ! b") == "4 unexpected '!': a command is expected before it");
  CHECK(error("coproc\n") == "6 unexpected end of the line: a command is expected");
  CHECK(error("f() >x { a; }") ==
        "4 unexpected '>': the body of the function, as in '{ …; }', is expected");
  CHECK(error("cat << # x") == "4 the end mark of a here-document is expected after '<<'");
  CHECK(error("for x in a; ; do b; done") == "12 unexpected ';'");
  CHECK(error("[[ a b ]]") == "5 unexpected 'b': a test or ']]' is expected");
}

TEST_CASE("what bash people write is accepted") {
  const std::string text = GENERATE(
      "[[ $a =~ ^(x|y)$ && -f b ]] && c", "((i++)); echo $((1 + (2)))", "a=(1 \"2 3\" $(x))",
      "declare -A m=([k]=v)", "diff <(a) <(b)", "cat <<<\"$x\" 2>&1 |& tee &>> log",
      "function f { a; }", "f() { a; }", "select x in a b; do c; done", "coproc { a; }",
      "case $x in a|b) c;;& (d) e;& *) ;; esac", "for ((i=0; i<3; i++)); do a; done",
      "for x\ndo a; done", "exec {fd}>file", "time -p a", "! a | b", "echo \"$(a \"$(b \"c\")\")\"",
      "echo ${x:-\"}\"} ${y//a/\\}} ${z%%'}'}", "((a); b)", "echo $'it\\'s' $\"x\"", "ls !(a|b)",
      "echo if then fi", "echo a#b", "{ a; } 2>&1", "x=1 y+=2",
      "if a; then b; elif c; then d; else e; fi", "`a 'b`", "echo \\", "until a\ndo b\ndone <f",
      "!", "! ; time; time -p { a; }; time -p -- ! b | time", "a && !\nb",
      "coproc X { a; } >f; coproc X (b); coproc Y while c; do d; done; coproc e f",
      "echo \"${x:-'}'}\"", "for x\n\nin a\n\ndo b; done; for ((;;)) { a; }");
  CAPTURE(text);
  CHECK(error(text).empty());
}

TEST_CASE("a here-document without an end is an error that says what is in the way") {
  const auto said = [](const std::string& text) {
    const auto found = parse_shell(text).error;
    if (!found) return std::string();
    REQUIRE(found->message == "the here-document that starts here never ends");
    return text.substr(found->range.begin, found->range.size()) + " " + found->help;
  };
  CHECK(said("psql <<SQL\nSELECT 1;\n  SQL\nrm -rf /data\n") ==
        "<<SQL the line 'SQL' must stand at column 1");
  CHECK(said("if a; then\n  cat << 'E'\nx\n\tE\nfi") ==
        "<< 'E' the line 'E' must stand at column 1, or write '<<-'");
  CHECK(said("cat <<-E\nx\n  E\n") == "<<-E only tabs may stand before 'E', and no spaces");
  CHECK(said("cat <<E | b\nx\nE \ny\n") ==
        "<<E nothing may follow 'E' on its line, not even a blank");
  CHECK(said("cat <<E\nx\ny\n") == "<<E put 'E' on a line of its own behind the text");
  CHECK(said("cat <<E") == "<<E put 'E' on a line of its own behind the text");
  CHECK(said("x=$(cat <<E\nit's\nE)\n") ==
        "<<E nothing may follow 'E' on its line: put ')' on the next");
  CHECK(said("x=$(cat <<E)\nfoo\nE\n") ==
        "<<E put its text and 'E' on lines of their own before the ')'");
  CHECK(said("cat <<E\nx\\\nE\n") ==
        "<<E the line above 'E' must not end in a backslash, which joins them");
  CHECK(said("cat <<'E'\nx\\\nE\n").empty());
  CHECK(said("cat <<E\nx\\\\\nE\n").empty());
  CHECK(said("cat <<E\nx\n\\\nE\n").empty());
  CHECK(said("cat <<E\nx\nE").empty());
  CHECK(said("cat <<-E <<F\nx\n\tE\ny\nF\r\n").empty());
  CHECK(said("cat <<E \"$(\na <<F\nF\n)\"\nx\nE\n").empty());
  CHECK(statements("cat <<E\nx\n E\nrm y\n") == Strings{"cat <<E\nx\n E\nrm y"});
  CHECK(statements("cat <<E \"$(\nrm x\n)\"\nE\nb") == Strings{"cat <<E \"$(\nrm x\n)\"\nE", "b"});
}

TEST_CASE("simple commands are listed flat") {
  const std::string text = "A=1 run 'x y' >out; if $(inner z); then cat <<E\nbody\nE\nfi";
  const auto commands = parse_shell(text).commands;
  REQUIRE(commands.size() == 4);
  CHECK(commands[0].assignments.at(0).value.value == "1");
  CHECK(commands[0].words.at(1).value == "x y");
  CHECK(commands[0].words.at(1).quoted);
  CHECK(commands[0].redirections.at(0).target.value == "out");
  CHECK(commands[1].words.at(0).value == "inner");
  CHECK_FALSE(commands[2].words.at(0).literal);
  CHECK(commands[3].redirections.at(0).document == "body\n");
}

TEST_CASE("a number or a name in braces before a redirection is its descriptor") {
  const auto commands = parse_shell("a 2>b {fd1}<c {}>d {e,f}>g 3>&-").commands;
  REQUIRE(commands.size() == 1);
  std::string found;
  for (const ShellWord& word : commands[0].words) found += word.value + " ";
  for (const ShellRedirection& redirection : commands[0].redirections)
    found += redirection.descriptor + redirection.op + redirection.target.value + " ";
  CHECK(found == "a {} {e,f} 2>b {fd1}<c >d >g 3>&- ");
}

TEST_CASE("a placeholder is text of a word") {
  const std::string text = "kubectl get <pod name> --as=<x>";
  const auto script = parse_shell(text, {{12, 22}, {28, 31}});
  REQUIRE(script.commands.size() == 1);
  CHECK(script.commands[0].words.at(2).value == "<pod name>");
  CHECK(script.commands[0].words.at(3).placeholder);
  CHECK_FALSE(script.error);
}

TEST_CASE("nesting costs no call stack") {
  for (const std::string opener : {"(", "$(", "\"$(", "${x:-", "{ ", "if "}) {
    std::string text = "echo ";
    if (opener == "(" || opener == "{ " || opener == "if ") text.clear();
    for (int i = 0; i < 100'000; ++i) text += opener;
    CAPTURE(opener);
    CHECK(parse_shell(text).error);
  }
}

TEST_CASE("the stages of a pipeline share a number") {
  const auto commands = parse_shell("a | b |& c; d\ne | { f; g | h; } | i || j").commands;
  std::string found;
  for (const SimpleCommand& command : commands)
    found += command.words[0].value + (command.pipeline ? std::to_string(*command.pipeline) : "-");
  CHECK(found == "a0b0c0d-e1f-g2h2i1j-");
}

TEST_CASE("a command says what is around it") {
  const auto commands =
      parse_shell("a $(b <(c))\nf() { d; }\nfor x in $(e); do g; done\nwhile h; do i; done\nj")
          .commands;
  std::string found;
  for (const SimpleCommand& command : commands) {
    const CommandSurroundings& around = command.around;
    found += command.words[0].value;
    if (around.substitution) found += "s";
    if (around.function) found += "f";
    if (around.loop) found += "l";
    found += " ";
  }
  CHECK(found == "cs bs a df esl gl hl il j ");
}

TEST_CASE("commands in backquotes and here-documents are listed where they stand") {
  const std::string text =
      "a `b | c`\ncat <<A\n\"x $(d `e`)\nA\ncat <<'A'\n$(f)\nA\ng \"`h \\$i`\" `)`\nj | k";
  const ShellScript script = parse_shell(text);
  CHECK(!script.error);
  std::string found;
  for (const SimpleCommand& command : script.commands) {
    CHECK(text.substr(command.range.begin, command.words[0].range.size()) ==
          command.words[0].value);
    found += command.words[0].value + std::to_string(command.statement);
    if (command.around.substitution) found += "s";
    if (command.around.document) found += "d";
    if (command.pipeline) found += "p" + std::to_string(*command.pipeline);
    found += " ";
  }
  CHECK(found == "b0sp1 c0sp1 a0 cat1 e1sd d1sd cat2 h3s g3 j4p0 k4p0 ");
}

TEST_CASE("escapes in backquotes are undone before what is in them is read") {
  // Each command as it stands in the text, its words as the shell gets them.
  const auto listed = [](const std::string& text) {
    Strings found;
    for (const SimpleCommand& command : parse_shell(text, placeholder_ranges(text)).commands) {
      std::string words = text.substr(command.range.begin, command.range.size()) + " =";
      for (const ShellWord& word : command.words) words += " " + word.value;
      found.push_back(words);
    }
    return found;
  };
  CHECK(listed("a `rm -rf \\`b /x\\``") ==
        Strings{"b /x = b /x", "rm -rf \\`b /x\\` = rm -rf `b /x`",
                "a `rm -rf \\`b /x\\`` = a `rm -rf \\`b /x\\``"});
  CHECK(listed("a \"`b ns \\\"$NS\\\" c`\"")[0] == "b ns \\\"$NS\\\" c = b ns $NS c");
  CHECK(listed("X=`awk '{print \\$1}' f | xargs rm -rf`") ==
        Strings{"awk '{print \\$1}' f = awk {print $1} f", "xargs rm -rf = xargs rm -rf",
                "X=`awk '{print \\$1}' f | xargs rm -rf` ="});
  CHECK(listed("a `b \\\\\\$c <d> \\$e`")[0] == "b \\\\\\$c <d> \\$e = b $c <d> $e");
}

TEST_CASE("a statement says when it holds commands that are not listed") {
  const auto unlisted = [](const std::string& text) {
    std::string found;
    for (const ShellStatement& statement : parse_shell(text).statements)
      found += statement.unlisted ? "u" : ".";
    return found;
  };
  const auto nested = [](int count, const std::string& open, const std::string& close) {
    std::string text = "a";
    for (int i = 0; i < count; ++i) text = open + text + close;
    return text;
  };
  CHECK(unlisted("a `b \\`c\\`` \"`d`\"\ncat <<A\n$(e) it's\nA\nf $((1 + 2))\n") == "...");
  CHECK(unlisted(nested(16, "x $(", ")") + "\nb") == "..");
  CHECK(unlisted(nested(17, "x $(", ")") + "\nb") == "u.");
  CHECK(unlisted(nested(17, "x $(", " `y`)") + "\nb") == "u.");
  CHECK(unlisted("a `b $(`") == "u");
  CHECK(unlisted("x `a \\`b \\\\\\`c \\\\\\\\\\\\\\`d\\\\\\\\\\\\\\`\\\\\\`\\``") == ".");
  CHECK(unlisted(nested(5, "x $((a); ", ")")) == "u");
}

TEST_CASE("a continuation in a keyword parts nothing") {
  CHECK(error("whil\\\ne a; do b; don\\\r\ne").empty());
  CHECK(error("case\\\n x in a) b;; es\\\nac; time \\\n -p rm; coproc \\\n a { b; }").empty());
  CHECK(error("f \\\n() { a; }; function g \\\n( \\\n) { b; }; if a; then b; fi \\\n; c").empty());
}

TEST_CASE("text in arithmetic is no here-document and no command") {
  CHECK(error("echo $[1<<E]\nrm -rf /x\nE]\n").empty());
  CHECK(statements("echo $[1<<E]\nrm -rf /x\nE]\n") == Strings{"echo $[1<<E]", "rm -rf /x", "E]"});
  CHECK(error("echo $[a[1] + $(b)] \"$[c]\"").empty());
  CHECK(error("echo $[1 + 2") == "5 the '$[' opened here is never closed");
}

TEST_CASE("what only begins as arithmetic is a substitution that is read when it runs") {
  const std::string text = "echo $((a); (b)) $((1+2) c)";
  const ShellScript script = parse_shell(text);
  CHECK(!script.error);
  std::string found;
  for (const SimpleCommand& command : script.commands) found += command.words[0].value + " ";
  CHECK(found == "a b 1+2 echo ");
  CHECK(error("echo $((a); (b)").starts_with("5 the '$('"));
}

TEST_CASE("a command in a compound stage names the pipeline that its output feeds") {
  const auto shown = [](const std::string& text) {
    std::string found;
    for (const SimpleCommand& command : parse_shell(text).commands) {
      found += command.words.empty() ? ">" : command.words[0].value;
      if (command.pipeline) found += std::to_string(*command.pipeline);
      if (command.outer)
        found += "@" + std::to_string(command.outer->pipeline) + "." +
                 std::to_string(command.outer->stage);
      found += " ";
    }
    return found;
  };
  CHECK(shown("{ a; b; } | sh") == "a@0.0 b@0.0 sh0 ");
  CHECK(shown("for x in 1; do curl x; done | sh; c") == "curl@0.0 sh0 c ");
  CHECK(shown("a | { b; } | (c | d)") == "a0 b@0.1 c1@0.2 d1@0.2 ");
  CHECK(shown("{ a; }; { { b; }; if c; then d; fi; } | { e; }") == "a b@1.0 c@1.0 d@1.0 e@1.1 ");
  CHECK(shown("while a; do { b; } | c; done | d") == "a@0.0 b@1.0 c1@0.0 d0 ");
  CHECK(shown("x $({ a; } ; b) | c") == "a b x1 c1 ");
  CHECK(shown("{ a; } > f || (b) <g 2>&1 | sh") == "a > b@1.0 >1 sh1 ");
}

TEST_CASE("the redirections of a compound command are listed as a command without words") {
  const std::string text = "while read x; do a; done <in >out; [[ b ]] 2>c\n(d) <<E\n$(e)\nE\nf";
  const auto commands = parse_shell(text).commands;
  REQUIRE(commands.size() == 8);
  CHECK(text.substr(commands[2].range.begin, commands[2].range.size()) == "<in >out");
  CHECK(commands[2].words.empty());
  CHECK(commands[2].redirections.at(1).target.value == "out");
  CHECK(commands[3].redirections.at(0).target.value == "c");
  CHECK(commands[5].redirections.at(0).document == "$(e)\n");
  CHECK(commands[5].statement == 1);
  CHECK(commands[6].words.at(0).value == "e");
  CHECK(commands[6].around.document);
}

TEST_CASE("a command knows the innermost function around it") {
  const auto shown = [](const std::string& text) {
    std::string found;
    for (const SimpleCommand& command : parse_shell(text).commands) {
      const ByteRange name = command.around.function_name;
      found += command.words.at(0).value + ":" + text.substr(name.begin, name.size()) + " ";
    }
    return found;
  };
  CHECK(shown("f() { a; }; b") == "a:f b: ");
  CHECK(shown("if x; then function f-1 { a; }; fi; b") == "x: a:f-1 b: ");
  CHECK(shown("f() (\n a $(c); g() { b; }\n g\n)") == "c:f a:f b:g g:f ");
  CHECK(shown("f()\n{ `a`; }") == "a:f `a`:f ");
}

TEST_CASE("a list that ends in an ampersand is in the background") {
  const auto shown = [](const std::string& text) {
    std::string found;
    for (const SimpleCommand& command : parse_shell(text).commands)
      found += command.words.at(0).value + (command.background ? "& " : " ");
    return found;
  };
  CHECK(shown("a & b") == "a& b ");
  CHECK(shown("a; b && c | d & e") == "a b& c& d& e ");
  CHECK(shown("a\nb &\nc") == "a b& c ");
  CHECK(shown("{ a; b & c; } & d") == "a& b& c& d ");
  CHECK(shown("{ a; b & c; }; d") == "a b& c d ");
  CHECK(shown("if a; then b & fi; c && d") == "a b& c d ");
  CHECK(shown("case x in 1) a ;; *) b & ;; esac") == "a b& ");
  CHECK(shown("a 2>&1; b &> c; d $(e &)") == "a b e& d ");
  CHECK(shown("a )\nb & c") == "a b& c ");
}

TEST_CASE("what a loop asks is told from its body") {
  std::string found;
  for (const SimpleCommand& command :
       parse_shell("while a; do b; until c; do d; done; done; e").commands)
    found += command.words.at(0).value + (command.around.loop_head ? "? " : " ");
  CHECK(found == "a? b c? d e ");
}
