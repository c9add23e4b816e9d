#include "search/command_phrases.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {
using Phrases = std::vector<std::string>;
}

TEST_CASE("a command's words are its phrases") {
  CHECK(command_phrases("kubectl rollout undo deployment/orders-api") ==
        Phrases{"kubectl rollout undo", "kubectl undo"});
  CHECK(command_phrases("reboot").empty());
  CHECK(command_phrases("").empty());
}

TEST_CASE("options and values stand between the words of a command") {
  CHECK(command_phrases("kubectl --context prod-eu1 drain ip-10-0-1-7 --ignore-daemonsets") ==
        Phrases{"kubectl drain"});
  CHECK(command_phrases("kubectl -n orders rollout undo") ==
        Phrases{"kubectl orders rollout undo", "kubectl rollout", "kubectl undo"});
  CHECK(command_phrases("kubectl -n \"$NAMESPACE\" rollout undo deployment/orders") ==
        Phrases{"kubectl rollout undo", "kubectl undo"});
  CHECK(command_phrases("kubectl -n ${namespace} drain $node") == Phrases{"kubectl drain"});
  CHECK(command_phrases("aws iam \\\n  update-access-key --status Inactive") ==
        Phrases{"aws iam update-access-key", "aws update-access-key"});
}

TEST_CASE("each program has phrases of its own") {
  CHECK(command_phrases("kubectl get pods | sort -r\nhelm rollback orders; systemctl stop nginx") ==
        Phrases{"kubectl get pods", "kubectl pods", "helm rollback orders", "helm orders",
                "systemctl stop nginx", "systemctl nginx"});
  CHECK(command_phrases("echo $(pg_ctl status) done") == Phrases{});
  CHECK(command_phrases("a b c d e f g") == Phrases{"a b c d e", "a c", "a d"});
}
