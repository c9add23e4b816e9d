#include "parse/placeholders.h"

namespace runbookc {
namespace {

using Names = std::vector<std::string>;

Names texts(const std::vector<Placeholder>& found) {
  Names out;
  for (const Placeholder& placeholder : found) out.push_back(placeholder.text);
  return out;
}

Names in(std::string_view command) { return texts(find_placeholders(command)); }

}  // namespace

TEST_CASE("every style of placeholder is found, once each") {
  CHECK(in("ssh <HOST> -p <port> <HOST>") == Names{"<HOST>", "<port>"});
  CHECK(in("kubectl -n [namespace] get [pod-name]") == Names{"[namespace]", "[pod-name]"});
  CHECK(in("helm {{release}} {{ chart }}") == Names{"{{release}}", "{{ chart }}"});
  CHECK(in("curl https://x/{id}/{user_name}") == Names{"{id}", "{user_name}"});
  CHECK(in("export A=YOUR_TOKEN") == Names{"YOUR_TOKEN"});
  CHECK(in("kubectl rollout undo --to-revision=PREV_REVISION") == Names{"PREV_REVISION"});
  CHECK(in("aws s3 cp s3://<bucket>/<path to file>/x.tgz .") ==
        Names{"<bucket>", "<path to file>"});
}

TEST_CASE("a placeholder's name is what stands between its marks") {
  const auto found = find_placeholders("x <cluster-id> {{ name }} YOUR_KEY");
  REQUIRE(found.size() == 3);
  CHECK(found[0] == Placeholder{"cluster-id", "<cluster-id>"});
  CHECK(found[1] == Placeholder{"name", "{{ name }}"});
  CHECK(found[2] == Placeholder{"YOUR_KEY", "YOUR_KEY"});
}

TEST_CASE("shell syntax is no placeholder") {
  for (std::string_view command : {"diff <(a) <(b)",
                                   "cat <<EOF\nx\nEOF",
                                   "sort < file > out",
                                   "cat <in >out",
                                   "cat <in.txt>out.txt",
                                   "[[ -f x ]] && [ -n y ]",
                                   "echo ${a[@]} ${arr[0]} $ARR_NAME ${LONG_NAME}",
                                   "ls [a-z]*.log",
                                   "ls [abc]",
                                   "echo {a,b} {1..3}",
                                   "find . -exec rm {} +",
                                   "awk '{print}' x",
                                   "awk '{print $1}' x",
                                   "-o jsonpath='{range .items[*]}{.a}{end}'",
                                   "docker ps --format '{{.Names}}'",
                                   "curl -w '%{http_code}' x",
                                   "git rev-parse @{u} HEAD^{tree}",
                                   "export PGUSER_NAME",
                                   "APP_ENV=prod run",
                                   "FOO_BAR=1; echo FOO_BAR",
                                   "docker run -e API_KEY x",
                                   "psql -c \"SELECT to_date(x, 'YYYY_MM')\"",
                                   "mv log log.YYYY_MM_DD",
                                   "2>&1",
                                   "a <&3",
                                   "echo '<b>x</b>'",
                                   "{{ range .items }}{{ end }}",
                                   "jq '.[] | .a[foo]'",
                                   "a{2,3}",
                                   "x <https://a.b/c>"}) {
    INFO(command);
    CHECK(in(command).empty());
  }
}

TEST_CASE("placeholders of a message are words in brackets") {
  CHECK(texts(find_message_placeholders("Status: [Investigating | Fixed] at [TIME] by <name>")) ==
        Names{"[Investigating | Fixed]", "[TIME]", "<name>"});
  CHECK(texts(find_message_placeholders("- [ ] todo - [x] done [link](http://x) ![a](b)")).empty());
}

}  // namespace runbookc
