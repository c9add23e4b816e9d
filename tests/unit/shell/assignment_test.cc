// What an assignment names and what its value is, to the byte.
#include <catch2/catch.hpp>

#include "shell/grammar.h"

using namespace runbookc;

namespace {

// `name[subscript]=value|bytes` of each, `+=` where it appends, `~` where the value is not literal.
std::string assignments(const std::string& text) {
  const ShellScript script = parse_shell(text);
  CHECK(!script.error);
  std::string found;
  for (const SimpleCommand& command : script.commands)
    for (const ShellAssignment& assignment : command.assignments) {
      const ByteRange range = assignment.value.range;
      found += assignment.name;
      if (!assignment.subscript.empty()) found += "[" + assignment.subscript + "]";
      found += assignment.append ? "+=" : "=";
      found += assignment.value.value + "|" + text.substr(range.begin, range.size());
      found += assignment.value.literal ? " " : "~ ";
    }
  return found;
}

}  // namespace

TEST_CASE("a value is what stands after the sign of equality") {
  CHECK(assignments("a=1 b='x y' c=\"z\"w d= e+=2") == "a=1|1 b=x y|'x y' c=zw|\"z\"w d=| e+=2|2 ");
  CHECK(assignments("a=b=c d==e f='=' g=$h") == "a=b=c|b=c d==e|=e f==|'=' g=$h|$h~ ");
}

TEST_CASE("subscripts may hold quotes, expansions, blanks and brackets") {
  CHECK(assignments("a[\"x\"]=1") == "a[\"x\"]=1|1 ");
  CHECK(assignments("a['x y']+=\"1 2\" b[$i]=x") == "a['x y']+=1 2|\"1 2\" b[$i]=x|x ");
  CHECK(assignments("a[1 + $(b ])]=\"$c\"") == "a[1 + $(b ])]=$c|\"$c\"~ ");
  CHECK(assignments("a[b[1]]=\\] c[d=e]=f") == "a[b[1]]=]|\\] c[d=e]=f|f ");
  CHECK(assignments("a[0]+=1 program") == "a[0]+=1|1 ");
}

TEST_CASE("arrays are values as written") {
  CHECK(assignments("a=(1 \"2 3\" $x)") == "a=(1 \"2 3\" $x)|(1 \"2 3\" $x)~ ");
  CHECK(assignments("a+=([\"x y\"]=1 [z]=2\n3)") ==
        "a+=([\"x y\"]=1 [z]=2\n3)|([\"x y\"]=1 [z]=2\n3)~ ");
}

TEST_CASE("the programs that declare assign by their words") {
  CHECK(assignments("declare -A m=([k]=v) n; export X=1 Y='a b'") ==
        "m=([k]=v)|([k]=v)~ X=1|1 Y=a b|'a b' ");
  CHECK(assignments("f() { local -r a=$1 b[2]=3; readonly c=4; typeset d=5; }") ==
        "a=$1|$1~ b[2]=3|3 c=4|4 d=5|5 ");
  CHECK(assignments("env A=1 b; echo a=1; dd if=/dev/zero; a:=1; \"a\"=1; a\\=1; 1a=1").empty());
  const auto commands = parse_shell("export -n X='a b' Z$y=1*").commands;
  REQUIRE(commands.at(0).words.size() == 4);
  CHECK(commands[0].words[2].value == "X=a b");
  CHECK(commands[0].words[2].quoted);
  CHECK(commands[0].words[2].literal);
  CHECK_FALSE(commands[0].words[3].literal);
}

TEST_CASE("an argument with a sign of equality is one word") {
  const auto words =
      parse_shell("env \"A\"=1 B$x=2 C=<y> D=\"z\"", {{18, 21}}).commands.at(0).words;
  REQUIRE(words.size() == 5);
  CHECK(words[1].value == "A=1");
  CHECK(words[2].value == "B$x=2");
  CHECK_FALSE(words[2].literal);
  CHECK(words[3].value == "C=<y>");
  CHECK(words[3].placeholder);
  CHECK(words[4].value == "D=z");
  CHECK(words[4].quoted);
}

TEST_CASE("a subscript that is never closed is an error at its bracket") {
  const auto error = parse_shell("x\na[b c=1").error;
  REQUIRE(error);
  CHECK(error->range == ByteRange{3, 4});
  CHECK(error->message == "the '[' opened here is never closed");
  CHECK_FALSE(parse_shell("[ -f x ]; ls a[b; [[ x == a[b ]]; a+[b").error);
}
