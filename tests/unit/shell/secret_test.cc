#include "shell/secret.h"

#include <catch2/catch.hpp>

#include "shell/joined_secret.h"
#include "shell/sample_value.h"
#include "shell/secret_input.h"
#include "shell/secret_option.h"
#include "shell_commands.h"

namespace runbookc {
namespace {

// Secrets are put together here, so that no scanner takes this file for a leak.
std::string glue(std::string_view a, std::string_view b) { return std::string(a) + std::string(b); }

std::string kinds(std::string_view text) {
  std::string all;
  for (const Secret& secret : find_secrets(text)) {
    if (!all.empty()) all += ", ";
    all += secret.kind;
  }
  return all;
}

std::string found(std::string_view text) {
  const auto secrets = find_secrets(text);
  if (secrets.size() != 1) return std::to_string(secrets.size()) + " secrets";
  return std::string(text.substr(secrets[0].range.begin, secrets[0].range.size()));
}

std::string values(std::string_view text, const std::vector<Secret>& secrets) {
  std::string all;
  for (const Secret& secret : secrets)
    all += std::string(text.substr(secret.range.begin, secret.range.size())) + ";";
  return all;
}

std::string by_options(std::string_view text) {
  return values(text, find_option_secrets(text, shell_commands(text)));
}

std::string by_input(std::string_view text) {
  return values(text, find_input_secrets(text, shell_commands(text)));
}

std::string by_joining(std::string_view text) {
  return values(text, find_joined_secrets(text, shell_commands(text)));
}

constexpr std::string_view kLetters36 = "q7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu";

}  // namespace

TEST_CASE("tokens are known by their form") {
  CHECK(kinds(glue("AK", "IAQ3EGX7T2MZL5R4WJ")) == "an AWS access key");
  CHECK(kinds(glue("gh", "p_") + std::string(kLetters36)) == "a GitHub token");
  CHECK(kinds(glue("gl", "pat-x7Wz0xTn4Kc9Lr2Vb8Jm")) == "a GitLab token");
  CHECK(kinds(glue("xo", "xb-483920175643-Qk7Wz0xTn4Kc9Lr2Vb8Jm5")) == "a Slack token");
  CHECK(kinds(glue("sk_", "live_4Kc9Lr2Vb8Jm5Hd1Gf6Ys3")) == "a Stripe key");
  CHECK(kinds(glue("AI", "zaSyQ7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQ")) == "a Google API key");
  CHECK(kinds(glue("ey", "JhbGciOiJIUzI1NiIsInR5.") + glue("ey", "JzdWIiOiI0ODM5MjAxNzU2.") +
              "Qk7Wz0xTn4Kc9Lr2Vb8Jm5Hd1") == "a JSON web token");
  CHECK(kinds("https://hooks.slack.com/services/" +
              glue("T0Q3EGX7T", "/B5R4WJ2MZ/Qk7Wz0xTn4Kc9Lr2Vb8Jm5Hd")) == "a Slack webhook");
}

TEST_CASE("a token of another length or alphabet is none") {
  CHECK(kinds(glue("AK", "IAQ3EGX7T2MZL5R4W")).empty());
  CHECK(kinds(glue("AK", "IAQ3EGX7T2MZL5R4WJQ")).empty());
  CHECK(kinds(glue("gh", "p_short")).empty());
  CHECK(kinds(glue("xAK", "IAQ3EGX7T2MZL5R4WJ")).empty());
}

TEST_CASE("samples are no secrets") {
  for (const char* text :
       {"AKIAIOSFODNN7EXAMPLE",
        "AKIAXXXXXXXXXXXXXXXX",
        "password=changeme",
        "PASSWORD=$DB_PASS",
        "--password <password>",
        "--password={{ password }}",
        "--token YOUR_TOKEN",
        "DB_PASSWORD=****",
        "password: my-secret-pw",
        "PGPASSWORD=postgres",
        "--password PASSWORD",
        "postgres://user:password@host/db",
        "postgres://user:$PASS@host/db",
        "https://user:<pass>@host",
        "--token abcdef.0123456789abcdef",
        "password=12345678",
        "token=...",
        "--no-password --port=5432x",
        "rotated_password: 2026-05-12",
        "GoogleAccessSecretId=q7Wz0xTn4Kc9Lr2Vb8Jm",
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "--password-stdin",
        "--password-file /run/keys/pg7731xz",
        "kubectl get secret db-credentials-7731",
        "--discovery-token-ca-cert-hash sha256:7c2e69131a36ae2a042a339b33381c6d0d43887e2de83720",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "Authorization: Bearer $TOKEN"}) {
    INFO(text);
    CHECK(kinds(text).empty());
  }
}

TEST_CASE("a token is no sample for a short word that stands in it by chance") {
  const auto token = [](std::string_view in) {
    return glue("gh", "p_q7Wz0xTn4Kc9") + std::string(in) + "b8Jm5Hd1Gf6Ys3Pa";
  };
  REQUIRE(token("vLr2xKq8").size() == 40);
  for (const char* in : {"vLxXXxq8", "vLfAKeq8", "vLfakeq8", "vLyOuRq8", "eXaMPLe8", "PaSsWoRd"}) {
    INFO(in);
    CHECK(kinds(token(in)) == "a GitHub token");
  }
  for (const char* in : {"vexampleq", "vEXAMPLE8", "Example28", "REDACTED"}) {
    INFO(in);
    CHECK(kinds(token(std::string_view(in).substr(0, 8))).empty());
  }
  CHECK(kinds(glue("gh", "p_fakeTokenq7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6")).empty());
  CHECK(kinds(glue("AK", "IAQBEGXTTEMZLORAWJ")) == "an AWS access key");
}

TEST_CASE("a private key is no sample for a short word in it") {
  const std::string begin = glue("-----BEGIN RSA PRIV", "ATE KEY-----\n");
  const std::string end = glue("\n-----END RSA PRIV", "ATE KEY-----");
  std::string body;
  for (int i = 0; i < 3; ++i) body += std::string(kLetters36) + "\n";
  CHECK(kinds(begin + body + "xXxXyOuR" + body + end) == "a private key");
  CHECK(kinds(begin + body + "EXAMPLE" + body + end).empty());
}

TEST_CASE("passwords are found where a name says so, and nothing else of it") {
  CHECK(found(glue("PGPASSWORD=", "vX9-quince psql")) == "vX9-quince");
  CHECK(found(glue("tool --password '", "vX9-quince' -x")) == "vX9-quince");
  CHECK(found(glue("tool --password=", "vX9-quince")) == "vX9-quince");
  CHECK(found(glue("{\"password\": \"", "vX9-quince\"}")) == "vX9-quince");
  CHECK(found(glue("postgres://app:", "vX9-quince@db/orders")) == "vX9-quince");
  CHECK(kinds(glue("--from-literal=password=", "vX9-quince")) == "a password");
}

TEST_CASE("keys and tokens are long and random, or they are none") {
  CHECK(kinds(glue("API_TOKEN=", "q7Wz0xTn4Kc9Lr2Vb8Jm")) == "a secret key");
  CHECK(kinds(glue("-H 'Authorization: Bearer ", "q7Wz0xTn4Kc9Lr2Vb8Jm'")) == "a secret key");
  CHECK(kinds(glue("-H 'Authorization: Basic ", "YXBwOnZYOS1xdWluY2U3='")) == "a secret key");
  CHECK(kinds("API_TOKEN=short1").empty());
  CHECK(kinds("SECRET_NAME=q7Wz0xTn4Kc9Lr2Vb8Jm").empty());
  CHECK(kinds("a basic q7Wz0xTn4Kc9Lr2Vb8Jm").empty());
}

TEST_CASE("a value in quotes ends at the quote that closes it") {
  CHECK(found(glue("DB_PASSWORD='", "vX9,q&u|i;n)ce' tool")) == "vX9,q&u|i;n)ce");
  CHECK(found(glue("DB_PASSWORD='", "vX9$quIn7' tool")) == "vX9$quIn7");
  CHECK(found(glue("DB_PASSWORD='", "vX9 q{uin<ce' tool")) == "vX9 q{uin<ce");
  CHECK(found(glue("DB_PASSWORD=\"", "vX9-\\\"quin\" tool")) == "vX9-\\\"quin");
  CHECK(found(glue("DB_PASSWORD=“", "vX9-quince” tool")) == "vX9-quince");
  CHECK(found(glue("\\\"password\\\": \\\"", "vX9-quince\\\"")) == "vX9-quince");
  CHECK(found(glue("--set a=b,password=", "vX9,quince,host=db")) == "vX9,quince");
  CHECK(found(glue("PASSWORD=", "vX9\\&quince tool")) == "vX9\\&quince");
}

TEST_CASE("an address may have any character in its password") {
  CHECK(found(glue("https://u:", "vX9,q;u&@ince@host/x")) == "vX9,q;u&@ince");
  CHECK(kinds("https://a.example/x, then b@c").empty());
}

TEST_CASE("what has capitals, small letters and digits is no sample for a word in it") {
  CHECK(found(glue("PASSWORD=", "P@ssw0rd123")) == "P@ssw0rd123");
  CHECK(found(glue("PASSWORD=", "Secret42Zebra")) == "Secret42Zebra");
  CHECK(found(glue("--password=", "Sup3rS3cr3t")) == "Sup3rS3cr3t");
  for (const char* text :
       {"PASSWORD=P@ssw0rd", "PASSWORD=Password123", "PASSWORD=YourPassword1", "PASSWORD=hunter2",
        "PASSWORD='$DB_PASSWORD'", "PASSWORD='${db}'", "PASSWORD='$db_pass'",
        "PASSWORD='<password>'", "PASSWORD='{{ db }}'", "PASSWORD='[Your1Pass]'",
        "PASSWORD=\"$DB\"", "token: Devise.friendly_Token1.first(16)"}) {
    INFO(text);
    CHECK(kinds(text).empty());
  }
}

TEST_CASE("short names of passwords and secrets hold what looks like one") {
  CHECK(found(glue("DB_PASS=", "kQ9mvR2pL7x")) == "kQ9mvR2pL7x");
  CHECK(found(glue("ROOT_PW=", "kQ9mvR2pL7x")) == "kQ9mvR2pL7x");
  CHECK(found(glue("redis-cli --pass ", "kQ9mvR2pL7x")) == "kQ9mvR2pL7x");
  CHECK(found(glue("CLIENT_SECRET=", "kQ9mvR2pL7x")) == "kQ9mvR2pL7x");
  for (const char* text :
       {"PWD=/srv/orders7", "bypass=kQ9mvR2pL7x", "pass: through", "DB_PASS=word",
        "SECRET=orders-db", "--secret id=kQ9mvR2pL7x", "secret: orders/kQ9mv"}) {
    INFO(text);
    CHECK(kinds(text).empty());
  }
}

TEST_CASE("statements of databases and arguments of openssl name passwords") {
  CHECK(found(glue("ALTER USER a PASSWORD '", "kQ9mvR2pL7x'")) == "kQ9mvR2pL7x");
  CHECK(found(glue("CREATE USER a IDENTIFIED BY '", "kQ9mvR2pL7x'")) == "kQ9mvR2pL7x");
  CHECK(found(glue("ALTER USER a IDENTIFIED WITH native BY '", "kQ9mvR2pL7x'")) == "kQ9mvR2pL7x");
  CHECK(found(glue("127.0.0.1:6379> AUTH ", "kQ9mvR2pL7x")) == "kQ9mvR2pL7x");
  CHECK(found(glue("openssl rsa -passin pass:", "quincejelly")) == "quincejelly");
  CHECK(kinds("openssl rsa -passin pass:$KEY").empty());
  CHECK(kinds("ask for the password 'quietly'").empty());
  CHECK(kinds("the AUTH kQ9mvR2pL7x").empty());
}

TEST_CASE("who signed an address is public, the signature is not") {
  const std::string hex = "7c2e69131a36ae2a042a339b33381c6d0d43887e2de83720";
  CHECK(kinds("u?X-Goog-Credential=app%40p7.iam.example%2F20260101%2Fauto").empty());
  CHECK(kinds("u?X-Amz-Credential=Q3EGX7T2MZL5R4WJQ3EG%2F20260101").empty());
  CHECK(kinds("u?X-Goog-Signature=" + hex) == "a secret key");
}

TEST_CASE("in prose only forms are secrets") {
  const std::string token = glue("gh", "p_") + std::string(kLetters36);
  REQUIRE(find_known_secrets("Use `" + token + "` with password=vX9-quince.").size() == 1);
  CHECK(find_known_secrets("https://u:vX9-quince@host").empty());
  CHECK(find_known_secrets("AKIAIOSFODNN7EXAMPLE").empty());
}

TEST_CASE("private keys are found from their first line to their last") {
  std::string key = glue("-----BEGIN RSA PRIV", "ATE KEY-----\n");
  for (int i = 0; i < 3; ++i) key += std::string(kLetters36) + "\n";
  CHECK(kinds(key + glue("-----END RSA PRIV", "ATE KEY-----")) == "a private key");
  CHECK(kinds(key).empty());
}

TEST_CASE("options of some programs hold passwords") {
  CHECK(by_options("mysql -u root -pvX9-quince shop") == "vX9-quince;");
  CHECK(by_options("sudo sshpass -p vX9-quince ssh db") == "vX9-quince;");
  CHECK(by_options("kubectl exec r -- redis-cli -a vX9-quince PING") == "vX9-quince;");
  CHECK(by_options("curl -u app:vX9-quince http://x") == "vX9-quince;");
  CHECK(by_options("docker login -u app -p vX9-quince r.example.com") == "vX9-quince;");
  CHECK(by_options("docker login -u app -pvX9-quince r.example.com") == "vX9-quince;");
  CHECK(by_options("mysql -p'vX9$quIn7' shop") == "vX9$quIn7;");
  CHECK(by_options("redis-cli -a \"vX9-quince\" PING") == "vX9-quince;");
  CHECK(by_options("redis-cli -h db AUTH vX9-quince") == "vX9-quince;");
  CHECK(by_options("curl -uapp:vX9-quince http://x") == "vX9-quince;");
  CHECK(by_options("rabbitmqctl add_user app vX9-quince") == "vX9-quince;");
  CHECK(by_options("htpasswd -b /etc/p app vX9-quince") == "vX9-quince;");
  CHECK(by_options("htpasswd -nb app vX9-quince") == "vX9-quince;");
  CHECK(by_options("zip -r -P vX9-quince a.zip a") == "vX9-quince;");
  CHECK(by_options("7z x -pvX9-quince a.7z") == "vX9-quince;");
  CHECK(by_options("openssl enc -d -aes-256-cbc -k vX9-quince -in a") == "vX9-quince;");
  CHECK(by_options("rabbitmqctl add_user app").empty());
  CHECK(by_options("docker run -p 127.0.0.1:8080:80 web").empty());
  CHECK(by_options("mysql -p shop").empty());
  CHECK(by_options("mysql -p$PASS shop").empty());
  CHECK(by_options("curl -u app http://x").empty());
  CHECK(by_options("ssh -p vX9-quince db").empty());
}

TEST_CASE("what programs read from their input are passwords") {
  for (const char* text :
       {"echo \"app:vX9-quince\" | sudo chpasswd", "echo vX9-quince | passwd --stdin app",
        "echo vX9-quince | sudo -S ls", "echo 'vX9-quince' | sudo -u app -kS ls",
        "sudo -S ls <<< vX9-quince", "chpasswd <<< \"root:vX9-quince\"",
        "echo -n vX9-quince | docker login -u app --password-stdin r.example.com",
        "echo vX9-quince | gpg --batch --passphrase-fd 0 -c a",
        "sudo chpasswd <<EOF\nroot:vX9-quince\nEOF\n", "read PASSWORD <<< vX9-quince",
        "read -r DB_PASS <<< 'vX9-quince'",
        "docker login --password-stdin <<'E'\nvX9-quince\nE\n"}) {
    INFO(text);
    CHECK(by_input(text) == "vX9-quince;");
  }
  for (const char* text :
       {"echo app:vX9-quince | grep x", "echo $PW | sudo -S ls", "echo vX9-quince | sudo tee -S f",
        "echo vX9-quince | sudo -uSvc tee f", "echo <password> | sudo -S ls",
        "read NAME <<< vX9-quince", "read PASSWORD <<< \"$PW\"", "chpasswd <<EOF\nroot:$PW\nEOF\n",
        "chpasswd <<< vX9-quince", "docker login --password-stdin < vX9-quince",
        "cat <<EOF\nroot:vX9-quince\nEOF\n"}) {
    INFO(text);
    CHECK(by_input(text).empty());
  }
}

TEST_CASE("a secret in pieces is found as a whole") {
  const std::string head = glue("gh", "p_q7Wz0xTn4K");
  const std::string pieces = head + "\"c9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu\"";
  CHECK(by_joining("A_TOKEN=" + pieces) == pieces + ";");
  CHECK(by_joining("tool --header=" + pieces + " x") == pieces + ";");
  CHECK(by_joining("tool " + glue("'gh'", "p_q7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu")) ==
        glue("'gh'", "p_q7Wz0xTn4Kc9Lr2Vb8Jm5Hd1Gf6Ys3PaQeRu;"));
  CHECK(by_joining("PASSWORD=vX9-\"quince\" t") == "vX9-\"quince\";");
  CHECK(by_joining("t --password vX9-'quince'") == "vX9-'quince';");
  CHECK(by_joining("PASSWORD=\"vX9-quince\" t --password='vX9-quince'").empty());
  CHECK(by_joining("PASSWORD=\"$A\"'vX9-quince' t").empty());
  CHECK(by_joining("NAME=vX9-\"quince\" t").empty());
}

TEST_CASE("what repeats without end takes linear time") {
  const auto repeat = [](std::string_view piece) {
    std::string text;
    while (text.size() < 500'000) text += piece;
    return text;
  };
  for (const char* piece : {"-----BEGIN PRIVATE KEY-----\n", "://", "password=", "eyJ.", "ghp_",
                            "a:b@", "bearer ", "'", "-----BEGIN", "password:    \"\"\"\""}) {
    INFO(piece);
    CHECK(find_secrets(repeat(piece)).empty());
  }
}

TEST_CASE("entropy is that of Shannon") {
  CHECK(entropy_of("") == 0);
  CHECK(entropy_of("aaaa") == 0);
  CHECK(entropy_of("abab") == Approx(1));
  CHECK(entropy_of("abcd") == Approx(2));
}

}  // namespace runbookc
