#include "shell/needed_variables.h"

#include <catch2/catch.hpp>

#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::string needed(const std::string& text) {
  std::string names;
  for (const ShellVariable& variable : needed_variables(parse_shell(text))) {
    CHECK(text.substr(variable.range.begin, variable.range.size()) == variable.name);
    names += (names.empty() ? "" : " ") + variable.name;
  }
  return names;
}

std::string uses(const std::string& text) {
  std::string found;
  for (const ShellVariable& variable : parse_shell(text).variables) {
    CHECK(text.substr(variable.range.begin, variable.range.size()) == variable.name);
    constexpr const char* kMarks = "!?=";
    found += variable.name + kMarks[static_cast<int>(variable.use)] +
             std::to_string(variable.statement) + " ";
  }
  return found;
}

}  // namespace

TEST_CASE("variables are found wherever the shell expands them") {
  CHECK(uses("a $X ${Y} \"$Z/${W}\" >$O\nb <<<$S") == "X!0 Y!0 Z!0 W!0 O!0 S!1 ");
  CHECK(uses("cat <<A\n$X \"${Y:-$Z}\" '$Q' \\$N\nA\ncat <<'B'\n$N\nB\nc") == "X!0 Y?0 Z!0 Q!0 ");
  CHECK(uses("while read -r l; do a; done <<A\n$X\nA") == "X!0 ");
  CHECK(uses("a `b $X` $(c \"$Y\" <($Z))") == "X!0 Y!0 Z!0 ");
  CHECK(uses("[[ $X == ${Y}* && $Z =~ ^$W ]] && ((V > $U)); case $T in $S) ;; esac") ==
        "X!0 Y!0 Z!0 W!0 U!0 T!0 S!0 ");
  CHECK(uses("a=($X [$I]=$Y) b[$J]=1 c=$Z d") == "X!0 I!0 Y!0 J!0 Z!0 ");
  CHECK(uses("for x in $L; do a; done; echo $((y + $N)) $[$M]") == "x=0 L!0 N!0 M!0 ");
}

TEST_CASE("what is quoted, escaped or a comment is no variable") {
  CHECK(uses("a '$X' \\$X \"\\${X}\" $'$X' # $X\nb $ \"$\" $1 $@ $$ ${10} ${#} ${?} ${*}").empty());
  CHECK(uses("a <<$X\n$X\n").empty());
}

TEST_CASE("a default, and what it needs, is told") {
  CHECK(uses("a ${A:-x} ${B-x} ${C:=x} ${D=x} ${E:+x} ${F+x}") ==
        "A?0 B?0 C?0 C=0 D?0 D=0 E?0 F?0 ");
  CHECK(uses("a ${A:?x} ${B?x} ${#C} ${!D} ${E%x} ${F//-/=} ${G:5} ${H: -5} ${I[0]} ${J@Q}") ==
        "A!0 B!0 C!0 D!0 E!0 F!0 G!0 H!0 I!0 J!0 ");
  CHECK(uses("a ${A[@]:-x} ${B[$I]:+x} ${!C*} ${!D@} ${!E[@]}") == "A?0 B?0 I!0 E!0 ");
  CHECK(uses("a ${A:-$B} ${C:-${D:-$E}}") == "A?0 B!0 C?0 D?0 E!0 ");
}

TEST_CASE("arithmetic sets what it assigns") {
  CHECK(uses("for ((i=0; i<n; i++)); do a; done; ((j += 2, k <<= 1, l == m, n <= 1, o = p))") ==
        "i=0 i=0 j=0 k=0 o=0 ");
}

TEST_CASE("what the script sets before is not needed") {
  const std::string text = GENERATE(
      "X=1; a $X", "export X=1\na $X", "X=1 Y=$X", "read -r X; a $X",
      "read -p Name -r Y X; a $X $Y", "while IFS= read -r X; do a $X; done",
      "for X in a b; do a $X; done", "declare -A X=([k]=v)\na ${X[k]}",
      "f() { local X Y=1; a $X $Y; }", "readonly X=1; a $X", "typeset -i X; a $X",
      "mapfile -t X <file; a ${X[0]}", "printf -v X %s y; a $X", "getopts ab: X; a $X $OPTARG",
      "let X=1; a $X", "((X = 1)); a $X", "select X in a; do b $X; done", "a {X}>f; b >&$X",
      "a ${X:=1}; b $X", "X[1]=1; a ${X[1]}", "X+=1; a $X", "a | while read X; do b \"$X\"; done",
      "source env.sh; a $X", ". ./env; a $X", "eval \"$(a)\"; b $X", "f() { a $X; }\nX=1\nf",
      "a $(X=1; b $X)", "X=1\ncat <<A\n$X\nA",
      "a $HOME $PATH $USER $PWD $RANDOM $UID $BASH_SOURCE $_ ${PIPESTATUS[0]} $LANG $COLUMNS");
  CAPTURE(text);
  CHECK(needed(text).empty());
}

TEST_CASE("what the script sets too late, or not for itself, is needed") {
  const std::string text =
      GENERATE("a $X; X=1", "X=1 a $X", "X=$X", "a $(X=1); b $X", "export X; a $X", "export X=$X",
               "A=1 X=2 b; a $X", "a; f() { b $X; }", "a $X; source env.sh", "read -p X; a $X",
               "declare Y=$X X=1", "unset X; a $X", "echo X=1; a $X");
  CAPTURE(text);
  CHECK(needed(text) == "X");
}

TEST_CASE("a block needs its environment") {
  CHECK(needed("kubectl -n \"$NS\" get pods\nPOD=$(kubectl get pod -l app=$APP -o name)\n"
               "kubectl logs $POD --since=${SINCE:-1h} | jq '.x | $y'\n"
               "curl -H \"Authorization: Bearer ${TOKEN}\" -d @- <<EOF\n{\"ns\": \"$NS\"}\nEOF") ==
        "NS APP TOKEN NS");
}
