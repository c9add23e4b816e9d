#include "adopt/adopted_title.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("a title loses what is no part of it") {
  CHECK(title_from_heading("Runbook: Fail over the database") == "Fail over the database");
  CHECK(title_from_heading("\xF0\x9F\x9A\xA8 Playbook - Queue is full (OPS-012)") ==
        "Queue is full");
  CHECK(title_from_heading("Restart a service [RB-7] \xE2\x9C\x85") == "Restart a service");
}

TEST_CASE("a title keeps what is") {
  for (const char* title : {"Operations Runbook - Chatbot", "Runbooks: an index", "TLS (v1.3)",
                            "Runbook", "Rotate keys (AWS)", "Alerting: what it is"}) {
    CHECK(title_from_heading(title) == title);
  }
}

TEST_CASE("a title that was decoded twice is mended") {
  CHECK(title_from_heading("On-Call \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C Parcels") ==
        "On-Call \xE2\x80\x93 Parcels");
}

}  // namespace runbookc
