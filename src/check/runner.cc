#include "check/runner.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/stage_clock.h"
#include "base/work_pool.h"
#include "check/doubtful_code.h"
#include "check/problem_findings.h"
#include "check/reach.h"
#include "check/rule_settings.h"
#include "check/secret_scrub.h"
#include "check/suppression.h"

namespace runbookc {
namespace {

struct PlannedRule {
  const Rule* rule;
  RuleSettings settings;
};

// The rules that can report anything in this project.
std::vector<PlannedRule> plan_rules(const ProjectConfig& config) {
  std::vector<PlannedRule> plan;
  for (const Rule* rule : all_rules()) {
    RuleSettings settings(*rule, config);
    if (!settings.always_off()) {
      plan.push_back({rule, std::move(settings)});
    }
  }
  return plan;
}

Diagnostic diagnostic_of(const Rule& rule, Severity severity, Finding finding) {
  Diagnostic diagnostic;
  diagnostic.code = rule.code;
  diagnostic.name = rule.name;
  diagnostic.severity = std::min(severity, finding.at_most);
  diagnostic.path = std::move(finding.path);
  diagnostic.span = finding.span;
  diagnostic.message = std::move(finding.message);
  diagnostic.help = std::move(finding.help);
  diagnostic.fix = std::move(finding.fix);
  diagnostic.subject = std::move(finding.subject);
  diagnostic.references = std::move(finding.references);
  diagnostic.equal_subjects = std::move(finding.equal_subjects);
  return diagnostic;
}

const Value& options_or_null(const EffectiveRule& effective) {
  static const Value null;
  return effective.options == nullptr ? null : *effective.options;
}

std::vector<ContractMatch> contracts_of(const Corpus& corpus, const Page& page,
                                        const ContractNames& names) {
  const DocumentType* type = corpus.type_of(page);
  return type == nullptr ? std::vector<ContractMatch>()
                         : match_contracts(corpus.document_of(page), *type, names);
}

// `settled`: the codes of rules that the findings so far leave nothing to say.
bool is_said(const Rule& rule, const std::vector<Diagnostic>& found,
             const std::set<std::string_view>& settled) {
  return settled.contains(rule.code) ||
         (!rule.said_by.empty() &&
          std::ranges::find(found, rule.said_by, &Diagnostic::code) != found.end());
}

std::vector<Diagnostic> check_page(const Corpus& corpus, const std::vector<PlannedRule>& plan,
                                   const ContractNames& names, std::size_t index) {
  std::vector<Diagnostic> diagnostics;
  const Page& page = corpus.pages[index];
  const Document& document = corpus.document_of(page);
  const std::vector<ContractMatch> contracts = contracts_of(corpus, page, names);
  std::set<std::string_view> settled;
  for (const PlannedRule& planned : plan) {
    if (planned.rule->check_page == nullptr || is_said(*planned.rule, diagnostics, settled)) {
      continue;
    }
    const EffectiveRule effective = planned.settings.at(document.path, page.type);
    if (effective.severity == Severity::off) {
      continue;
    }
    const PageContext context{.corpus = corpus,
                              .page = page,
                              .document = document,
                              .source = corpus.source_of(page),
                              .type = corpus.type_of(page),
                              .options = options_or_null(effective),
                              .contracts = contracts,
                              .contract_names = &names};
    for (Finding& finding : planned.rule->check_page(context)) {
      if (finding.path.empty()) {
        finding.path = document.path;
      }
      settled.insert(finding.settles.begin(), finding.settles.end());
      diagnostics.push_back(diagnostic_of(*planned.rule, effective.severity, std::move(finding)));
      add_reach(diagnostics.back(), planned.rule->reach, corpus);
    }
  }
  drop_doubtful(diagnostics, document);
  const HiddenText hidden = hidden_text(document, corpus.source_of(page));
  for (Diagnostic& diagnostic : diagnostics) scrub(diagnostic, hidden);
  return diagnostics;
}

// What is found in the page, by the rules or from memory.
std::vector<Diagnostic> find_in_page(const Corpus& corpus, const std::vector<PlannedRule>& plan,
                                     const ContractNames& names, const CheckScope& scope,
                                     std::size_t index) {
  if (scope.memory == nullptr) return check_page(corpus, plan, names, index);
  const auto page = static_cast<Index>(index);
  if (auto known = scope.memory->recall(page)) return *std::move(known);
  std::vector<Diagnostic> found = check_page(corpus, plan, names, index);
  scope.memory->keep(page, found);
  return found;
}

bool is_wanted(const CheckScope& scope, std::string_view path) {
  return !scope.wanted || scope.wanted(path);
}

// The type of the page at `path`; "" for a file that is none.
std::string_view type_at(const Corpus& corpus, std::string_view path) {
  const Index page = find_page(corpus, path);
  return page == kNone ? std::string_view() : std::string_view(corpus.pages[page].type);
}

// Findings of a rule over the corpus come in any order of their pages.
void scrub_all(std::vector<Diagnostic>& diagnostics, const Corpus& corpus) {
  std::map<Index, HiddenText> known;
  for (Diagnostic& diagnostic : diagnostics) {
    const Index index = find_page(corpus, diagnostic.path);
    if (index == kNone) continue;
    const Page& page = corpus.pages[index];
    const auto [hidden, fresh] = known.try_emplace(index);
    if (fresh) hidden->second = hidden_text(corpus.document_of(page), corpus.source_of(page));
    scrub(diagnostic, hidden->second);
  }
}

// A rule over the whole corpus runs once; where its findings lie decides about their severity.
std::vector<Diagnostic> check_corpus(const Corpus& corpus, const PlannedRule& planned,
                                     const CheckScope& scope) {
  const CorpusContext context{.corpus = corpus,
                              .options = options_or_null(planned.settings.everywhere())};
  std::vector<Diagnostic> diagnostics;
  for (Finding& finding : planned.rule->check_corpus(context)) {
    if (!is_wanted(scope, finding.path)) continue;
    const EffectiveRule effective =
        planned.settings.at(finding.path, type_at(corpus, finding.path));
    if (effective.severity != Severity::off) {
      diagnostics.push_back(diagnostic_of(*planned.rule, effective.severity, std::move(finding)));
      add_reach(diagnostics.back(), planned.rule->reach, corpus);
    }
  }
  scrub_all(diagnostics, corpus);
  return diagnostics;
}

std::vector<Diagnostic> load_diagnostics(const Corpus& corpus, const std::vector<PlannedRule>& plan,
                                         const CheckScope& scope) {
  std::vector<Diagnostic> diagnostics;
  for (const LoadProblem& loaded : corpus.load_problems) {
    if (!is_wanted(scope, loaded.path)) continue;
    const std::string_view code = rule_code_of(loaded.problem.kind);
    for (const PlannedRule& planned : plan) {
      if (planned.rule->code != code) {
        continue;
      }
      const EffectiveRule effective = planned.settings.at(loaded.path, "");
      if (effective.severity == Severity::off) {
        continue;
      }
      Finding finding = finding_of(loaded.problem);
      finding.path = loaded.path;
      diagnostics.push_back(diagnostic_of(*planned.rule, effective.severity, std::move(finding)));
      add_reach(diagnostics.back(), planned.rule->reach, corpus);
    }
  }
  return diagnostics;
}

void append(std::vector<Diagnostic>& all, std::vector<Diagnostic>&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Findings of the rules about directives, for a page whose other findings were all judged.
std::vector<Diagnostic> check_directives(const Corpus& corpus, const std::vector<PlannedRule>& plan,
                                         const Page& page, Suppressions& suppressions) {
  const Document& document = corpus.document_of(page);
  const auto severity = [&](const PlannedRule& planned) {
    return planned.settings.at(document.path, page.type).severity;
  };
  const auto reports = [&](const Rule& rule) {
    const auto planned = std::ranges::find(plan, &rule, &PlannedRule::rule);
    return planned != plan.end() && severity(*planned) != Severity::off;
  };
  const std::vector<DirectiveUse> uses = suppressions.take_uses(reports);
  const DirectiveContext context{.corpus = corpus, .document = document, .uses = uses};
  std::vector<Diagnostic> diagnostics;
  for (const PlannedRule& planned : plan) {
    if (!is_about_directives(*planned.rule) || severity(planned) == Severity::off) continue;
    for (Finding& finding : planned.rule->check_directives(context)) {
      finding.path = document.path;
      diagnostics.push_back(diagnostic_of(*planned.rule, severity(planned), std::move(finding)));
      add_reach(diagnostics.back(), planned.rule->reach, corpus);
    }
  }
  return diagnostics;
}

// Takes what the directives of the page at `path` silence from `outcome`'s findings, which are
// sorted by path, and adds what there is to say about the directives.
std::vector<Diagnostic> apply_directives(const Corpus& corpus, const std::vector<PlannedRule>& plan,
                                         const Page& page, CheckOutcome& outcome) {
  const Document& document = corpus.document_of(page);
  Suppressions suppressions(document, corpus.source_of(page), corpus.today);
  const auto of_page =
      std::ranges::equal_range(outcome.diagnostics, document.path, {}, &Diagnostic::path);
  for (Diagnostic& diagnostic : of_page) {
    if (!suppressions.suppress(diagnostic)) continue;
    outcome.suppressed.push_back(diagnostic);
    diagnostic.severity = Severity::off;
  }
  return check_directives(corpus, plan, page, suppressions);
}

}  // namespace

CheckOutcome run_rules(const Corpus& corpus, unsigned threads, const CheckScope& scope) {
  const StageScope stage(Stage::rules);
  const std::vector<PlannedRule> plan = plan_rules(corpus.config);
  const ContractNames names(corpus.types);
  std::vector<std::vector<Diagnostic>> by_page(corpus.pages.size());
  for_each_index(by_page.size(), threads, [&](std::size_t index) {
    const std::string& path = corpus.path_of(corpus.pages[index]);
    if (!is_wanted(scope, path)) return;
    const FileScope file(scope.observer, FileTask::rules, path);
    by_page[index] = find_in_page(corpus, plan, names, scope, index);
  });
  std::vector<std::vector<Diagnostic>> by_rule(plan.size());
  for_each_index(by_rule.size(), threads, [&](std::size_t index) {
    if (plan[index].rule->check_corpus != nullptr) {
      by_rule[index] = check_corpus(corpus, plan[index], scope);
    }
  });
  std::vector<Diagnostic> all = load_diagnostics(corpus, plan, scope);
  for (auto* groups : {&by_page, &by_rule}) {
    for (std::vector<Diagnostic>& group : *groups) {
      append(all, std::move(group));
    }
  }
  CheckOutcome outcome{.diagnostics = finish_diagnostics(std::move(all)), .suppressed = {}};
  std::vector<Diagnostic> about_directives;
  for (const Page& page : corpus.pages) {
    const Document& outline = corpus.outline_of(page);
    if (outline.directives.empty() || !is_wanted(scope, outline.path)) continue;
    append(about_directives, apply_directives(corpus, plan, page, outcome));
  }
  if (about_directives.empty() && outcome.suppressed.empty()) return outcome;
  std::erase_if(outcome.diagnostics,
                [](const Diagnostic& d) { return d.severity == Severity::off; });
  outcome.diagnostics = merge_diagnostics(std::move(outcome.diagnostics),
                                          finish_diagnostics(std::move(about_directives)));
  return outcome;
}

}  // namespace runbookc
