#include "adopt/stated_lists.h"

#include <catch2/catch.hpp>

#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

// "? doubt", the value, or "" for nothing.
std::string read(ProseField field, std::string_view text) {
  const StatedValue stated = read_stated_value(
      field, text, {.severities = {"P1"}, .alert_names = {"high_cpu"}, .today = {}});
  if (!stated.doubt.empty()) return "? " + stated.doubt;
  return stated.value.is_null() ? "" : yaml_flow(stated.value);
}

struct Case {
  ProseField field;
  const char* text;
  const char* value;
};

}  // namespace

TEST_CASE("lists, approvals, alerts and times are read where they are plain") {
  const std::vector<Case> cases = {
      {ProseField::approval_required, "No", "none"},
      {ProseField::approval_required, "No (a standard change)", "none"},
      {ProseField::approval_required, "false", "none"},
      {ProseField::approval_required, "None", "none"},
      {ProseField::approval_required, "DBA + On-call lead", "[DBA, On-call lead]"},
      {ProseField::approved_by, "Ann Smith", "[Ann Smith]"},
      {ProseField::tags, "#db #failover", "[db, failover]"},
      {ProseField::tags, "db, fail over", "[db, fail over]"},
      {ProseField::alerts, "QueueIsFull, high_cpu", "[QueueIsFull, high_cpu]"},
      {ProseField::alerts, "HighCPU", "[HighCPU]"},
      {ProseField::alerts, "None", ""},
      {ProseField::audience, "On-call engineers (L1), managers",
       "[On-call engineers (L1), managers]"},
      {ProseField::estimated_time, "15-30 minutes", "15-30 minutes"},
      {ProseField::estimated_time, "about 1 hour", "about 1 hour"},
      {ProseField::status, "Live", "active"},
      {ProseField::status, "Published", "active"},
      {ProseField::status, "Deprecated", "deprecated"},
      {ProseField::status, "superseded", "deprecated"}};
  for (const auto& [field, text, value] : cases) {
    CAPTURE(text);
    CHECK(read(field, text) == value);
  }
}

TEST_CASE("lists, approvals, alerts and times that are not plain are for a person") {
  const std::vector<std::pair<ProseField, const char*>> cases = {
      {ProseField::approval_required, "Yes, from the CTO"},
      {ProseField::approval_required, "yes"},
      {ProseField::approval_required, "pending"},
      {ProseField::approval_required, "not yet approved"},
      {ProseField::approval_required, "No deploys without the CTO"},
      {ProseField::approval_required, "No one but the CTO"},
      {ProseField::approved_by, "Ann, 2026-01-02"},
      {ProseField::approved_by, "pending"},
      {ProseField::tags, "db failover"},
      {ProseField::alerts, "High"},
      {ProseField::alerts, "PagerDuty"},
      {ProseField::alerts, "the queue is full"},
      {ProseField::services, "orders, not payments"},
      {ProseField::distribution, "all = everyone"},
      {ProseField::audience, "password=hunter2hunter2"},
      {ProseField::estimated_time, "not less than 1 hour"},
      {ProseField::estimated_time, "2 days if the disk is gone"},
      {ProseField::status, "In review"},
      {ProseField::status, "Live, but see below"},
      {ProseField::status, "not deprecated"},
      {ProseField::status, "TBD"}};
  for (const auto& [field, text] : cases) {
    CAPTURE(text);
    CHECK(read(field, text).starts_with("? "));
  }
}

}  // namespace runbookc
