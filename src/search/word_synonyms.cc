#include "search/word_synonyms.h"

#include <algorithm>
#include <array>

namespace runbookc {

namespace {

// A word may be in several: what follows from one group says nothing about another.
constexpr auto kGroups = std::to_array<std::string_view>({
    "undo revert rollback",
    "diagnose diagnosis triage investigate troubleshoot debug",
    "verify verification check confirm validate",
    "mitigate mitigation fix resolve repair workaround",
    "escalate escalation page call",
    "contact phone call reach",
    "owner own responsible team maintainer",
    "postmortem post-mortem post-incident retrospective",
    "handover hand-over handoff shift",
    "outage down unavailable",
    "slow slowness latency",
    "crash crashloop crashloopbackoff",
    "memory oom ram",
    "disk storage volume filesystem",
    "database db",
    "kubernetes k8s",
    "certificate cert tls ssl",
    "credential secret password token key",
    "leak leaked exposed compromised stolen breach",
    "deploy deployment release rollout",
    "queue backlog",
    "backlog stuck pileup",
    "security breach hacked compromised intrusion",
    "corruption corrupted lost gone missing",
    "failover switchover promote",
    "delete remove purge drop",
    "customer client user",
    "maintenance upgrade patch",
    "scale capacity replicas autoscale",
    "alert alarm",
    "silence mute",
    "stuck hang hung blocked",
    "prerequisites requirements before",
    "access permission login",
    "vendor supplier",
    "severity priority",
    "stop disable off",
    "start enable",
    "raise increase grow",
    "lower reduce decrease shrink",
    "renew renewal replace",
    "rotate rotation replace",
    "communicate communication tell notify announce",
    "rota roster schedule",
    "clean cleanup prune",
    "isolate contain quarantine",
    "backup snapshot dump",
    "recover recovery restore",
    "error failure fail",
});

}  // namespace

WordSynonyms::WordSynonyms() {
  Analyzer analyzer;
  for (const std::string_view group : kGroups) {
    std::vector<std::string> terms;
    for (const Token& token : analyzer.tokens(group)) {
      if (token.kind != TokenKind::part) terms.push_back(token.term);
    }
    for (const std::string& term : terms) {
      std::vector<std::string>& others = by_term_[term];
      std::ranges::copy_if(terms, std::back_inserter(others),
                           [&](const std::string& other) { return other != term; });
    }
  }
  for (auto& [term, others] : by_term_) {
    std::ranges::sort(others);
    others.erase(std::ranges::unique(others).begin(), others.end());
  }
}

std::span<const std::string> WordSynonyms::of(const std::string& term) const {
  const auto found = by_term_.find(term);
  return found == by_term_.end() ? std::span<const std::string>() : std::span(found->second);
}

}  // namespace runbookc
