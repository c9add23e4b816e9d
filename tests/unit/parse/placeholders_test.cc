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
  CHECK(found[0] == Placeholder{"cluster-id", "<cluster-id>", {2}});
  CHECK(found[1] == Placeholder{"name", "{{ name }}", {15}});
  CHECK(found[2] == Placeholder{"YOUR_KEY", "YOUR_KEY", {26}});
}

TEST_CASE("a template's tag is a placeholder, called by what stands in it") {
  const auto found = find_placeholders("x <%= ns %> {{< param host >}} {{ a | b }} >log");
  REQUIRE(found.size() == 3);
  CHECK(found[0] == Placeholder{"ns", "<%= ns %>", {2}});
  CHECK(found[1] == Placeholder{"param host", "{{< param host >}}", {12}});
  CHECK(found[2] == Placeholder{"a | b", "{{ a | b }}", {31}});
}

TEST_CASE("a placeholder has each place where it is one") {
  const auto found = find_placeholders("YOUR_KEY=1 x <a> $YOUR_KEY '<a>' <a b>");
  REQUIRE(found.size() == 2);
  CHECK(found[0] == Placeholder{"a", "<a>", {13, 28}});
  CHECK(found[1] == Placeholder{"a b", "<a b>", {33}});
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

TEST_CASE("what a program, a file or a log means is no placeholder, and what stands beside it is") {
  struct Row {
    std::string_view command;
    Names expected;
  };
  const auto row = GENERATE(values<Row>({
      // patterns
      {"grep '[ERROR]' f", {}},
      {"grep \"[error]\" f | tail -n [count]", {"[count]"}},
      {"sed \"s/[aeiou]/x/\" f", {}},
      {"sed -n 's/.*<version>\\(.*\\)<\\/version>.*/x/p' <pom>", {"<pom>"}},
      {"sed -n 's/.*<version>\\(.*\\)</version>.*/x/p' f", {}},
      {"grep -P '(?<name>\\d+)\\k<name>' f", {}},
      {"grep '\\<word\\>' f", {}},
      {"grep '<error>' app.xml", {}},
      {"grep '<pod-name>' f", {"<pod-name>"}},
      {"grep -E \"<vm-1>|<vm-2>\" f", {"<vm-1>", "<vm-2>"}},
      {"grep OPERATOR_CONDITION_NAME: f", {}},
      {"kubectl get pod -o yaml | grep CONTAINER_IMAGE", {}},
      {"grep YOUR_POD f", {"YOUR_POD"}},
      {"grep NODE_NAME f", {"NODE_NAME"}},
      {"grep 'CORRELATION_ID' f", {}},
      // logs and files of configuration
      {"echo \"[INFO] start\"", {}},
      {"echo \"[Unit]\" >>x", {}},
      {"cat <<EOF >x\n[gateway]\nhost = [host-name]\nEOF", {"[host-name]"}},
      {"echo 'token: [redacted]'", {}},
      {"echo '[sudo] password for x'", {}},
      // XML
      {"curl -d '<soap:Body><GetX/><id><ID></id></soap:Body>' u", {"<ID>"}},
      {"curl -d '<soap:Body><GetX/>…' u", {}},
      {"cat <<EOF >x\n<server>\n  <host>[host]</host>\n  <port><PORT></port>\n</server>\nEOF",
       {"[host]", "<PORT>"}},
      {"echo '</b>' <b>/etc/x", {"<b>"}},
      {"A=1; : <A>/etc/x", {"<A>"}},
      {"NAMESPACE=<NAMESPACE>", {"<NAMESPACE>"}},
      // JSON
      {"oc patch x -p '{\"data\":{\"DB_POOL_SIZE\":\"[size]\"}}'", {"[size]"}},
      {"oc patch x -p \"{\\\"data\\\":{\\\"DB_POOL_SIZE\\\": 5}}\"", {}},
      {"oc patch x -p '[{\"op\":\"add\",\"value\":[odf-client-console]}]'", {}},
      {"curl -d '{\"name\": \"<name>\", \"id\": \"{id}\"}' u", {"<name>", "{id}"}},
      // variables and values of enumerations
      {"read -p \"Name: \" USER_NAME", {}},
      {"bq load --source_format=NEWLINE_DELIMITED_JSON x", {}},
      {"bq load --source_format NEWLINE_DELIMITED_JSON x", {}},
      {"bq load --dataset_id MY_DATASET x", {"MY_DATASET"}},
      {"getconf CLK_TCK", {}},
      {"kubectl patch -p '{\"env\": [{\"name\": \"READ_ONLY\", \"value\": \"1\"}]}'", {}},
      {"kubectl patch -p '{\"name\": \"SHELF_NAME\"}'", {"SHELF_NAME"}},
      {"aws x --payload '{\"eventTypeCode\": \"DISK_FAILURE\"}'", {}},
      {"aws x --payload '{\"account\": \"ACCOUNT_ID\"}'", {"ACCOUNT_ID"}},
      {"gcloud x --machine-type=MACHINE_TYPE --cluster=CLUSTER_NAME",
       {"MACHINE_TYPE", "CLUSTER_NAME"}},
      // templates, filters and programs
      {"oc get x -o go-template='{{range .items}}{{.metadata.name}}{{end}}'", {}},
      {"oc get x -o go-template='{{ name }}'", {}},
      {"docker ps --format '{{.Names}}'", {}},
      {"docker inspect --format '{{ json }}' <id>", {"<id>"}},
      {"ansible all -m debug -a 'msg={{ inventory_hostname }}'", {}},
      {"kubectl get pod -o jsonpath='{.data[key]}{items}' -n {namespace}", {"{namespace}"}},
      {"aws ec2 x --query 'Reservations[].[InstanceId]' --id [instance-id]", {"[instance-id]"}},
      {"aws ec2 x --query \"[name]\"", {}},
      {"awk '{total}' x", {}},
      {"jq '{name}' x", {}},
      {"jq '.[\"a\"] | [name]' <file>", {"<file>"}},
      {"python3 -c 'print(f\"{name}\")'", {}},
      {"xargs -I {pod} kubectl delete pod {pod} -n [namespace]", {"[namespace]"}},
      // shell
      {"declare -A m=([key]=v)", {}},
      {"cat <in >out; sort <in>out; x 2>&1 <b", {}},
      {"[[ a <b || c> d ]] && [ -n y ]", {}},
      {"ls [dev]* file[name].txt", {}},
      // and what used to be missed
      {"git commit -m \"[Your reason here]\"", {"[Your reason here]"}},
      {"curl https://x/[user|group]%2f[project name]", {"[user|group]", "[project name]"}},
      {"ssh YOURNAME-bastion", {"YOURNAME"}},
      {"aws configure set aws_access_key_id your_access_key_id", {"your_access_key_id"}},
      {"aws s3 ls s3://your-bucket/x", {"your-bucket"}},
      {"gpg --export <keyid from `gpg --list-keys`>", {"<keyid from `gpg --list-keys`>"}},
      {"curl \"https://x/{id}/y?z=<a-b>\"", {"{id}", "<a-b>"}},
  }));
  CAPTURE(row.command);
  CHECK(in(row.command) == row.expected);
}

TEST_CASE("many candidates in many commands are looked at in linear time") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "\"$(a [name] {x1} ";
  CHECK(in(text).size() <= 2);
  std::string line = "echo '";
  for (int i = 0; i < 50000; ++i) line += "<ab> ";
  CHECK(in(line + "'") == Names{"<ab>"});
}

TEST_CASE("placeholders of a message are words in brackets") {
  CHECK(texts(find_message_placeholders("Status: [Investigating | Fixed] at [TIME] by <name>")) ==
        Names{"[Investigating | Fixed]", "[TIME]", "<name>"});
  CHECK(texts(find_message_placeholders("- [ ] todo - [x] done [link](http://x) ![a](b)")).empty());
}

}  // namespace runbookc
