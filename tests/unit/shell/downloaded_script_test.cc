#include "shell/downloaded_script.h"

#include <catch2/catch.hpp>

#include "parse/risk_data.h"
#include "shell/grammar.h"

using namespace runbookc;

namespace {

std::vector<DownloadedScript> found_in(const std::string& text) {
  static const Result<RiskTable> table = load_risk_table();
  REQUIRE(table);
  return find_downloaded_scripts(parse_shell(text), *table);
}

}  // namespace

TEST_CASE("a download that is run as it comes in is found") {
  const std::string text = GENERATE(
      "curl -sSL https://example.com/i.sh | bash", "curl x | sudo -E bash -s -- --yes",
      "wget -qO- x | sudo -u root /bin/sh", "curl x | tee i.sh | sh -x", "bash <(curl -s x)",
      "sh -c \"$(curl -fsSL x)\"", "eval \"$(wget -qO- x)\"", "source <(curl x)",
      "curl x | env A=1 python3 -", "if a; then curl x | bash; fi", "eval `curl x`",
      "(curl x) | bash", "{ curl x; } | sh", "curl x | (bash)", "bash <<< \"$(curl x)\"",
      "bash < <(curl x)", "curl x | bash -euo pipefail -s", "curl x | kubectl exec -i p -- bash",
      "curl x | su", "curl x | sudo -s", "curl x | sudo -i", "curl x | ash", "curl x | busybox sh",
      "sh -c 'curl x | sh'", "X=$(curl x); eval \"$X\"", "X=$(curl x)\necho \"$X\" | bash",
      "ssh h 'curl x | bash'", "curl x | ssh h bash", "curl x | ssh h", "ssh h \"$(curl x)\"",
      "curl -o f x && bash f", "curl -fsSLo /tmp/f x && chmod +x /tmp/f && /tmp/f",
      "wget https://x/i.sh; sh ./i.sh", "curl x > f && sudo sh f",
      "curl -O https://x/i.sh && chmod +x i.sh && ./i.sh", "ssh h <<'E'\ncurl x | bash\nE\n",
      "sudo bash -c \"ssh h 'curl x | sh'\"");
  CAPTURE(text);
  CHECK(found_in(text).size() == 1);
}

TEST_CASE("a download that something else reads is none") {
  const std::string text =
      GENERATE("curl x | jq .", "curl x | python3 -m json.tool", "curl x | sh filter.sh",
               "curl x -o i.sh\nsh i.sh", "curl -o f x && sha256sum -c f.sha256 && bash f",
               "curl -o f x && bash g", "curl -o - x", "(curl x; bash) | cat",
               "curl x | (ls | bash)", "X=$(ls); eval \"$X\"", "ssh h 'curl x | jq .'",
               "curl x | kubectl apply -f -", "curl x | ssh h 'cat > y'",
               "source <(kubectl completion bash)", "bash -c 'curl x'", "cat i.sh | bash",
               "curl x | bash -c 'cat'", "curl x; ls | bash", "eval \"$(ssh-agent)\"", "ls");
  CAPTURE(text);
  CHECK(found_in(text).empty());
}

TEST_CASE("it reaches from the download to what runs it") {
  const auto found = found_in("a; curl x | sudo bash; b");
  REQUIRE(found.size() == 1);
  CHECK(found[0] == DownloadedScript{{3, 21}, "bash"});
  const auto other = found_in("sudo bash <(curl x) -v");
  REQUIRE(other.size() == 1);
  CHECK(other[0] == DownloadedScript{{5, 19}, "bash"});
}
