#include "model/parameter_key.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("names that ask for the same value have one key") {
  CHECK(parameter_key("Cluster ID") == "cluster_id");
  CHECK(parameter_key("cluster-id") == parameter_key("CLUSTER_ID"));
  CHECK(parameter_key("cluster") != parameter_key("cluster_id"));
}
