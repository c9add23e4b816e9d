#include "adopt/alert_name.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestName = 100;

constexpr std::array<std::string_view, 66> kProducts = {
    "alertmanager",  "argocd",         "bigquery",   "bigtable",      "circleci",   "clickhouse",
    "cloudflare",    "cloudformation", "cloudfront", "cloudtrail",    "cloudwatch", "cockroachdb",
    "confluence",    "coredns",        "couchdb",    "crowdstrike",   "datadog",    "devops",
    "devsecops",     "dynamodb",       "dynatrace",  "elasticsearch", "filebeat",   "firehydrant",
    "fluentbit",     "fluentd",        "github",     "gitlab",        "gitops",     "graphql",
    "grafana",       "haproxy",        "influxdb",   "javascript",    "jfrog",      "keycloak",
    "launchdarkly",  "linkedin",       "logstash",   "mariadb",       "memcached",  "mongodb",
    "mysql",         "newrelic",       "openapi",    "opensearch",    "openshift",  "openstack",
    "opentelemetry", "openvpn",        "opsgenie",   "pagerduty",     "pgbouncer",  "postgresql",
    "powershell",    "proxysql",       "rabbitmq",   "redhat",        "rocksdb",    "servicenow",
    "sharepoint",    "solarwinds",     "statuspage", "timescaledb",   "victorops",  "zookeeper"};

bool is_product(std::string_view name) {
  return std::ranges::find(kProducts, lower_ascii(name)) != kProducts.end();
}

}  // namespace

bool is_alert_name(std::string_view name) {
  std::size_t humps = 0;
  for (std::size_t i = 1; i < name.size(); ++i) {
    humps += is_upper(name[i]) && is_lower(name[i - 1]) ? 1U : 0U;
  }
  const bool is_plain =
      std::ranges::all_of(name, [](char c) { return is_letter(c) || is_digit(c); });
  return is_plain && humps >= 1 && name.size() <= kLongestName && !is_product(name);
}

}  // namespace runbookc
