#include "adopt/document_adoption.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "adopt/adopted_title.h"
#include "adopt/stated_fields.h"
#include "adopt/type_fit.h"
#include "adopt/unfit_text.h"
#include "base/text.h"
#include "parse/foreign_keys.h"
#include "parse/secret_mask.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 19> kOrder = {
    "title",         "type",           "owner",
    "last_reviewed", "review_every",   "next_review",
    "last_updated",  "last_tested",    "version",
    "status",        "severity",       "services",
    "alerts",        "estimated_time", "approval_required",
    "approved_by",   "distribution",   "audience",
    "tags"};

constexpr std::array<std::string_view, 4> kDates = {"last_reviewed", "last_updated", "next_review",
                                                    "last_tested"};

// Why the file is not to be written to; "" if it may be.
std::string obstacle(const Document& document) {
  if (document.front_matter.present && !document.front_matter.valid) {
    return "its front matter cannot be read: mend it first";
  }
  for (const Problem& problem : document.problems) {
    if (problem.kind == ProblemKind::not_utf8) return "it is not UTF-8";
    if (problem.kind == ProblemKind::empty_file) return "it is empty";
    if (problem.kind == ProblemKind::front_matter_duplicate_key) {
      return "its front matter has a key twice: mend it first";
    }
    if (problem.kind == ProblemKind::front_matter_syntax) {
      return "what may be its front matter is never closed";
    }
    if (problem.kind == ProblemKind::file_too_large) return "it is too large";
  }
  return "";
}

class Adopter {
 public:
  Adopter(const Corpus& corpus, Index page, const ContractNames& names, const ProjectTerms& terms,
          const DocumentFacts& facts)
      : corpus_(corpus),
        page_(corpus.pages[page]),
        document_(corpus.document_of(page_)),
        names_(names),
        terms_(terms),
        facts_(facts) {
    adoption_.page = page;
  }

  DocumentAdoption run() {
    const DocumentType* type = corpus_.type_of(page_);
    if (type != nullptr && type->placeholders_meant) return adoption_;
    if (std::string reason = obstacle(document_); !reason.empty()) {
      adoption_.open.push_back({"", {document_.path, 0, "all of it"}, std::move(reason)});
      return adoption_;
    }
    ask_about_case();
    enter_title();
    enter_type();
    enter_stated();
    enter_listed();
    enter_alerts();
    enter_commit_day();
    if (facts_.assume_reviewed) assume_reviewed();
    std::ranges::stable_sort(adoption_.fields, {}, [](const AdoptedField& field) {
      return std::ranges::find(kOrder, field.key) - kOrder.begin();
    });
    return std::move(adoption_);
  }

 private:
  // In the document or in the project's defaults, whatever it says there. "Owner" is no key that is
  // read, but one beside "owner" would be there twice for people.
  bool is_written(std::string_view key) const {
    return corpus_.front_matter_of(page_).find(key) != nullptr || written_as(key) != nullptr;
  }

  const Member* written_as(std::string_view key) const {
    const std::vector<Member>& members = document_.front_matter.root.members;
    const auto found = std::ranges::find_if(
        members, [&](const Member& member) { return equals_ignoring_case(member.key, key); });
    return found == members.end() ? nullptr : &*found;
  }

  void ask_about_case() {
    for (const std::string_view key : kOrder) {
      const Member* member = written_as(key);
      if (member == nullptr || member->key == key || is_foreign(key)) continue;
      adoption_.open.push_back({std::string(key),
                                {document_.path, member->key_span.start.line,
                                 fmt::format("'{}' in its front matter", member->key)},
                                fmt::format("write it '{}', or it is not read", key)});
    }
  }

  // What publishes the document would take it for something else.
  bool is_foreign(std::string_view key) const {
    return means_otherwise(corpus_.config.front_matter_keys, key);
  }

  bool has(std::string_view key) const {
    return std::ranges::find(adoption_.fields, key, &AdoptedField::key) != adoption_.fields.end();
  }

  // Whatever the source: a secret is not copied, nor what nobody can see.
  void enter(AdoptedField field) {
    if (is_written(field.key) || has(field.key)) return;
    if (std::string reason = unfit_value(field.value); !reason.empty()) {
      ask({field.key, std::move(field.from), std::move(reason)});
    } else if (is_foreign(field.key)) {
      ask({.key = field.key,
           .at = std::move(field.from),
           .reason =
               fmt::format("'{}': say it in runbookc.yaml, for '{}' means something else here",
                           yaml_flow(field.value), field.key),
           .is_hint = true});
    } else {
      adoption_.fields.push_back(std::move(field));
    }
  }

  void ask(OpenPoint point) {
    if (!point.is_hint) in_doubt_.insert(point.key);
    if (!is_written(point.key) && !has(point.key)) adoption_.open.push_back(std::move(point));
  }

  // From elsewhere than its text: what the document says in doubtful words is for a person.
  void enter_fallback(AdoptedField field) {
    if (!in_doubt_.contains(field.key)) enter(std::move(field));
  }

  // With front matter, a title is missing only if the heading is not one as it stands.
  void enter_title() {
    const AdoptedTitle adopted = adopted_title(document_, corpus_.types);
    if (adopted.heading == kNone) return;
    const Section& heading = document_.sections[adopted.heading];
    const FoundAt from{document_.path, heading.span.start.line, "its heading"};
    if (!adopted.doubt.empty()) {
      ask({"title", from, adopted.doubt});
    } else if (!document_.front_matter.present || adopted.title != heading.title) {
      enter({.key = "title", .value = string_value(adopted.title), .from = from});
    }
  }

  // A type that somebody chose, here or by a glob, stays.
  bool has_chosen_type() const {
    return !page_.metadata.type.value.empty() || page_.type != "page" || facts_.has_type_glob;
  }

  void enter_type() {
    const TypeFit fit = certain_type(document_, corpus_.types, names_);
    fits_alert_ = fit.type == "alert";
    adoption_.type = fit.type;
    if (has_chosen_type()) {
      adoption_.type = page_.type == "page" ? "" : page_.type;
      return;
    }
    if (fit.type.empty()) return;
    std::string evidence = fit.evidence;
    if (!fit.missing.empty()) evidence += "; it lacks " + join(fit.missing, ", ");
    enter({.key = "type", .value = string_value(fit.type), .from = {document_.path, 0, evidence}});
  }

  void enter_stated() {
    const SourceFile& source = corpus_.source_of(page_);
    const auto hidden = with_hidden_secrets(source, document_);
    StatedFields stated = stated_fields(document_, hidden ? *hidden : source, terms_);
    for (AdoptedField& field : stated.fields) enter(std::move(field));
    enter_owners(stated);
    for (OpenPoint& point : stated.open) {
      const bool is_moot = point.key == "contact" && !has("owner");  // about whom it names
      if (!is_moot) ask(std::move(point));
    }
  }

  void enter_owners(const StatedFields& stated) {
    if (stated.owners.empty() || is_written("owner") || is_written("owners")) return;
    std::vector<Value> ids;
    for (const Owner& owner : stated.owners) ids.push_back(string_value(id_of(owner)));
    enter({.key = "owner",
           .value = ids.size() == 1 ? ids.front() : array_value(std::move(ids)),
           .from = stated.owners_at});
    if (!has("owner")) return;
    for (const Owner& person : stated.people) id_of(person);
  }

  // What the directory calls it, else its own id.
  std::string id_of(const Owner& owner) {
    for (const std::string& name : {owner.id, owner.name}) {
      const Index known = corpus_.owners.find(name);
      if (known != kNone) return corpus_.owners.owners()[known].id;
    }
    adoption_.owners.push_back(owner);
    return owner.id;
  }

  // Who wrote front matter had the chance to say it.
  void enter_listed() {
    if (document_.front_matter.present) return;
    for (const AdoptedField& field : facts_.listed) enter_fallback(field);
  }

  void enter_alerts() {
    if (is_written("alerts")) {
      ask_about_new_alerts();
      return;
    }
    std::vector<Value> names;
    FoundAt from{document_.path, 0, "its name"};
    const std::string own = alert_in_name(document_, fits_alert_, terms_.alert_names);
    if (!own.empty()) names.push_back(string_value(own));
    for (const PageAlert& alert : facts_.alerts) {
      if (names.empty()) from = alert.from;
      if (alert.name != own) names.push_back(string_value(alert.name));
    }
    if (names.empty()) return;
    enter_fallback(
        {.key = "alerts", .value = array_value(std::move(names)), .from = std::move(from)});
  }

  // What is there is not changed, but rules may have come since.
  void ask_about_new_alerts() {
    for (const PageAlert& alert : facts_.alerts) {
      const bool is_known = std::ranges::any_of(
          page_.metadata.alerts, [&](const auto& known) { return known.value == alert.name; });
      if (is_known) continue;
      adoption_.open.push_back(
          {"alerts", alert.from,
           fmt::format("'{}' leads here, and its front matter does not name it", alert.name)});
    }
  }

  // Where nothing says when it was looked at, the repository knows when it was touched.
  void enter_commit_day() {
    const bool dated = std::ranges::any_of(kDates, [&](std::string_view key) {
      return is_written(key) || has(key) || in_doubt_.contains(key);
    });
    if (dated || !facts_.last_commit) return;
    enter({.key = "last_updated",
           .value = string_value(format_date(*facts_.last_commit)),
           .from = {document_.path, 0, "its last commit in git"},
           .remark = "from git: its last commit"});
  }

  void assume_reviewed() {
    const auto updated = std::ranges::find(adoption_.fields, "last_updated", &AdoptedField::key);
    if (updated == adoption_.fields.end()) return;
    AdoptedField reviewed = *updated;
    reviewed.key = "last_reviewed";
    reviewed.from.text += ", assumed to be a review";
    enter_fallback(std::move(reviewed));
  }

  const Corpus& corpus_;
  const Page& page_;
  const Document& document_;
  const ContractNames& names_;
  const ProjectTerms& terms_;
  const DocumentFacts& facts_;
  bool fits_alert_ = false;  // whatever type was chosen for it: a second run must say the same
  std::set<std::string, std::less<>> in_doubt_;  // keys of open points
  DocumentAdoption adoption_;
};

}  // namespace

DocumentAdoption adopt_document(const Corpus& corpus, Index page, const ContractNames& names,
                                const ProjectTerms& terms, const DocumentFacts& facts) {
  return Adopter(corpus, page, names, terms, facts).run();
}

}  // namespace runbookc
